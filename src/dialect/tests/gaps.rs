//! Lines without the marks of the quotes that they belong to: blank ones and others.

use super::check;
use expect_test::expect;

#[test]
fn a_blank_line_in_the_body_of_a_tab() {
    check(
        "> [!tabs]\n> **A**\n>> Text one\n\n>> Text two\n> **B**\n>> - b\n\n>> c\n",
        expect![[r#"
        Alternatives
          [A]
            p Text one
            p Text two
          [B]
            ul
              - b
            p c
        5:1: tabs-blank-separator
        9:1: tabs-blank-separator
    "#]],
    );
}

#[test]
fn a_line_without_marks_in_the_body_of_a_tab() {
    check(
        "> [!tabs]\n> **A**\n>> one\nlazy\n>> two\n> **B**\n>> b\n",
        expect![[r#"
        Alternatives
          [A]
            p one⏎lazy⏎two
          [B]
            p b
        4:1: callout-lazy-line
    "#]],
    );
}

#[test]
fn blank_lines_in_code_of_tabs_and_callouts() {
    check(
        "> [!tabs]\n> **A**\n>>\n>> ```yaml\n>> a: 1\n\n>> b: 2\n>> ```\n>>\n> **B**\n>> x\n\n> [!primary]\n>\n> ```\n> c\n\n> d\n> ```\n",
        expect![[r#"
            Alternatives
              [A]
                code yaml "a: 1\n\nb: 2\n"
              [B]
                p x
            callout primary
              code  "c\n\nd\n"
            6:1: callout-lazy-line
            17:1: callout-lazy-line
        "#]],
    );
    check(
        "> [!tabs]\n> **A**\n>> ```\n>> a\n>\n>> b\n>> ```\n",
        expect![[r#"
        Alternatives
          [A]
            code  "a\n\nb\n"
        5:1: callout-lazy-line
    "#]],
    );
}

#[test]
fn code_that_its_container_cuts() {
    check(
        "> [!primary]\n>\n> ```\n> a\n\nb\n\n- c\n\n  ```\n  d\n\ne\n",
        expect![[r#"
        callout primary
          code  "a\n"
        p b
        ul
          p c
          code  "d\n\n"
        p e
        3:3: fence-unclosed
        10:3: fence-unclosed
    "#]],
    );
}
