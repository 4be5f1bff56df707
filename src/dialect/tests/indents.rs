//! Blocks that are indented so far that they would be code, and HTML whose lines are indented or end an element.

use super::check;
use expect_test::expect;

#[test]
fn fences_that_are_indented_like_code() {
    check(
        "1. One\n\n        ```bash\n        ls\n          -l\n        ```\n\n2. Two\n\nRun:\n\n    ```\n    pwd\n    ```\n\nEnd.\n",
        expect![[r#"
            ol 1
              p One
              code bash "ls\n  -l\n"
              p Two
            p Run:
            code  "pwd\n"
            p End.
            3:9: list-indent
            12:5: list-indent
        "#]],
    );
    check(
        "Run:\n    ```bash\n    ls\n    ```\nEnd.\n\n- a:\n      ```\n      b\n      ```\n- c\n",
        expect![[r#"
        p Run:
        code bash "ls\n"
        p End.
        ul
          - a:
          code  "b\n"
          - c
        2:5: list-indent
        8:7: list-indent
    "#]],
    );
    check(
        "Run:\n\n    ```bash\nls\n    ```\n\nEnd.\n",
        expect![[r#"
        p Run:
        code bash "ls\n"
        p End.
        3:5: list-indent
    "#]],
    );
    // Code that shows a fence, and one that is never closed, stay code.
    check(
        "Type:\n\n    ```bash\n    ls\n\nEnd.\n",
        expect![[r#"
        p Type:
        code  "```bash\nls\n"
        p End.
    "#]],
    );
}

#[test]
fn blocks_of_an_item_that_are_indented_like_code() {
    check(
        "- a\n\n      > [!warning]\n      >\n      > b\n      >\n      > - c\n\n- d\n\n      | e | f |\n      |---|---|\n      | 1 | 2 |\n\n      Code\n",
        expect![[r#"
            ul
              p a
              callout warning
                p b
                ul
                  - c
              p d
              table 1x2 head
                - e
                - f
                - 1
                - 2
              p Code
            3:7: list-indent
            11:7: list-indent
        "#]],
    );
    check(
        "- a\n\n      /// details | B\n\n      c\n\n      ///\n\n  d\n",
        expect![[r#"
        ul
          p a
          details B
            p c
          p d
        3:7: list-indent
    "#]],
    );
    check(
        "- a\n\n      $ code > b\n",
        expect![[r#"
        ul
          p a
          code  "$ code > b\n"
    "#]],
    );
}

#[test]
fn tabs_and_callouts_below_a_nested_list() {
    check(
        "- a:\n    - b\n\n    > [!tabs]\n    > **C**\n    >> d\n    >>\n    > **E**\n    >>\n    >> f\n\n- g\n",
        expect![[r#"
        ul
          p a:
          ul
            - b
          Alternatives
            [C]
              p d
            [E]
              p f
          p g
    "#]],
    );
    check(
        "1. a\n    - b\n\n  > [!warning]\n  >\n  > c\n\n2. d\n",
        expect![[r#"
        ol 1
          p a
          ul
            - b
          callout warning
            p c
          p d
        4:1: callout-indent
    "#]],
    );
}

#[test]
fn lines_of_html_are_indented_as_their_author_likes() {
    check(
        "<p>\n    Text **b**.\n</p>\n\n<details>\n    <summary>\n        A\n    </summary>\n    One.\n\n    Two.\n</details>\n\nEnd.\n",
        expect![[r#"
            p Text __b__.
            details A
              p One.
              p Two.
            p End.
        "#]],
    );
    check(
        "<!-- c -->\n    code\n\n<div>\n\n    code\n\n</div>\n",
        expect![[r#"
        code  "code\n"
        code  "code\n"
    "#]],
    );
}

#[test]
fn a_summary_over_two_lines() {
    check(
        "<details>\n\n<summary><code>a</code> and <code>b</code>\n      and c</summary>\n\nOne.\n\n</details>\n",
        expect![[r#"
            details `a` and `b`⏎      and c
              p One.
        "#]],
    );
}

#[test]
fn headings_of_html_over_several_lines() {
    check(
        "<h3>\nOne\n</h3>\n\n<h4>\n    Two <b>three</b>\n</h4>\n\n<h3>\n\nFour\n\n- five\n\n</h3>\n",
        expect![[r#"
        h3 One
        h4 Two __three__
        h3 Four
        ul
          - five
    "#]],
    );
}

#[test]
fn end_tags_behind_a_text() {
    check(
        "<details><summary>A</summary>\nOne.\n\nTwo.</details>\n\nEnd.\n",
        expect![[r#"
        details A
          p One.
          p Two.
        p End.
    "#]],
    );
    check(
        "<details><summary>A</summary>\n\n- one\n- two</details>\n\nEnd.\n\n> <div>\n>\n> **three**</div>\n>\n> four\n",
        expect![[r#"
        details A
          ul
            - one
            - two
        p End.
        quote
          p __three__
          p four
    "#]],
    );
    check(
        "<ol start=\"4\"><li>One.\n\nTwo.</li></ol>\n\nEnd.\n",
        expect![[r#"
        ol 4
          p One.
          p Two.
        p End.
    "#]],
    );
    check(
        "<table><tr><td>One.\n\nTwo.</td><td>Three.</td></tr></table>\n\nEnd.\n",
        expect![[r#"
        <table>
          <tbody>
            <tr>
              <td>
                p One.
                p Two.
              <td>
                - Three.
        p End.
    "#]],
    );
    check(
        "Write `</details>` or </div> and <div>a</div> here.\n",
        expect![[r#"
        p Write `</details>` or  and↵a↵here.
    "#]],
    );
}
