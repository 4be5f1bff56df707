//! A letter too few or too many in real guides: nothing is printed that is none of the text, and nothing of it is lost.

use super::check;
use expect_test::expect;

#[test]
fn lists_whose_brace_is_missing_before_a_sign_or_stands_twice() {
    check(
        "Open `A`{.action, then `B`{.action. Then `C`{.action\nand `D`{{.action}. Or {{.action}\n",
        expect![[r#"
            p Open [A], then [B]. Then [C]⏎and [D]. Or
            1:9: attr-malformed
            1:27: attr-malformed
            1:45: attr-malformed
            2:8: attr-malformed
            2:23: attr-stray
        "#]],
    );
}

#[test]
fn a_marker_with_two_exclamation_marks() {
    check(
        "> [!!alert]\n>\n> a\n\n> [!!word]\n",
        expect![[r#"
        callout alert
          p a
        quote
          p [!!word]
        1:3: callout-unknown-type
    "#]],
    );
}

#[test]
fn markers_without_their_bracket_or_with_a_sign_too_many() {
    check(
        "> [!settings email-pro imap\n\n> [!warning!]\n>\n> a\n\n> [!info Title\n>\n> b\n",
        expect![[r#"
        settings 0 [Imap]
        callout warning
          p a
        callout info Title
          p b
        1:3: callout-unknown-type
        3:12: callout-unknown-type
        7:3: callout-unknown-type
        7:9: callout-title-on-marker
    "#]],
    );
}

#[test]
fn a_no_break_space_before_a_row() {
    check(
        "| A | B |\n|---|---|\n| a | 1 |\n\u{a0} | b | 2 |\n  | c | 3 |\n",
        expect![[r#"
            table 3x2 head
              - A
              - B
              - a
              - 1
              - b
              - 2
              - c
              - 3
            4:1: typo-space
        "#]],
    );
}

#[test]
fn an_end_tag_without_its_bracket() {
    check(
        "<style>\np { x: y }\n</style\n\n## T\n\n> [!info]\n>\n> a\n",
        expect![[r#"
        h2 T
        callout info
          p a
        3:1: html-unclosed
    "#]],
    );
    check(
        "<table><tr><td>a</td></tr>\n</table\n\nb <br>\n",
        expect![[r#"
        <table>
          <tbody>
            <tr>
              <td>
                - a
        p b
        2:1: html-unclosed
    "#]],
    );
}

#[test]
fn rows_of_html_without_their_table_keep_their_words_apart() {
    check(
        "table border=\"1\">\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n",
        expect![[r#"
        p table border="1">
        p a  b↵c
        2:1: html-orphan-td
    "#]],
    );
}

#[test]
fn bold_text_that_begins_with_a_space_and_ends_in_a_number() {
    check(
        "** All of G-01 and G-02.** Or v2.10.* only.\n",
        expect![[r#"
        p __ All of G-01 and G-02.__ Or v2.10.* only.
        1:1: bold-flanking
    "#]],
    );
}
