//! Shapes of real guides that leak or lose text easily.

use super::{check, understand};
use expect_test::expect;

#[test]
fn callouts_that_lists_hold() {
    check(
        "1. First\n\n  > [!warning]\n  > In two\n  > columns\n\n2. Second\n",
        expect![[r#"
            ol 1
              p First
              callout warning
                p In two⏎columns
              p Second
            3:1: callout-indent
        "#]],
    );
}

#[test]
fn markers_without_a_quote() {
    check(
        "[!warning]\n> body\n\nText\n[!primary]\n\n- [!alert] x\n\nMid [!primary] text, [!foo] `[!primary]` [![b](c.png)](d)\n\n| a | b |\n|-|-|\n| > [!primary] x | [!warning]<br>y |\n",
        expect![[r#"
            callout warning
              p body
            p Text
            callout primary
            ul
              callout alert x
            p Mid text, [!foo] `[!primary]` (!(c.png|b|)→d)
            table 1x2 head
              - a
              - b
              - x
              - y
            1:1: callout-lazy-line
            5:1: callout-lazy-line
            5:1: callout-empty
            7:3: callout-lazy-line
            7:11: callout-title-on-marker
            9:5: callout-stray
            13:3: callout-stray
            13:20: callout-stray
        "#]],
    );
}

#[test]
fn tables_directly_below_items_and_quotes() {
    check(
        "- **For**\n|a|b|\n|-|-|\n|c|d|\n\n> text\n|a|\n|-|\n|c|\n",
        expect![[r#"
            ul
              - __For__
            table 1x2 head
              - a
              - b
              - c
              - d
            quote
              p text
            table 1x1 head
              - a
              - c
            2:1: table-glued
            7:1: table-glued
        "#]],
    );
}

#[test]
fn anything_directly_below_tabs() {
    check(
        "> [!tabs]\n> A\n>> One\n## Heading\n\n> [!tabs]\n> A\n>> One\n- list\n",
        expect![[r#"
            Alternatives
              [A]
                p One
            h2 Heading
            Alternatives
              [A]
                p One
            ul
              - list
            4:1: tabs-glued-line
            9:1: tabs-glued-line
        "#]],
    );
}

#[test]
fn numbers_go_on_after_a_paragraph() {
    check(
        "1. a\n\n    - b\n\n      c\n2. Two\n        - deep\n\n> [!primary]\n> Note\n2. x\n",
        expect![[r#"
            ol 1
              p a
              ul
                p b
                p c
              p Two
              ul
                - deep
            callout primary
              p Note
            ol 2
              - x
            7:9: list-indent
        "#]],
    );
}

#[test]
fn columns_of_a_question() {
    check(
        "> [!faq]\n>\n> Q\n>> col\n>>> col 2\n>> next\n>>> next 2\n",
        expect![[r#"
            faq
              [Q]
                p col
                quote
                  p col 2
                p next
                quote
                  p next 2
        "#]],
    );
}

#[test]
fn asterisks_between_spaces() {
    check(
        "x, ** x**, a** b **c and ** alone and \\*\\*text\\*\\* and name^*^\n",
        expect![[r#"
            p x, __ x__, a b __c and __ alone and **text** and name^*^
            1:4: bold-flanking
            1:13: bold-unclosed
            1:18: bold-flanking
        "#]],
    );
}

#[test]
fn lists_on_lines_of_their_own() {
    check(
        "{.thumbnail} text {{.Names}}\n\n![x](images/a.png)\n{.thumbnail}\n\nPara\n{.class}\n\n`A`{.action} {.external} «» {.thumbnail}\n\n<table><tr><td>`B` {.action}</td></tr></table>\n",
        expect![[r#"
            p text {{.Names}}
            p !(images/a.png|x|thumbnail)
            p Para
            p [A] «»
            <table>
              <tbody>
                <tr>
                  <td>
                    - [B]
            1:1: attr-stray
            4:1: attr-detached
            7:1: attr-stray
            9:13: attr-detached
            9:29: attr-stray
            11:19: attr-detached
        "#]],
    );
}

#[test]
fn labels_with_a_typographic_quote() {
    check(
        "‘One`{.action}. \"Next\" {.action} `Two`{.action} and l'onglet `A`{.action}. It's `C`{.action}\n",
        expect![[r#"
            p [One]. [Next] [Two] and l'onglet [A]. It's [C]
            1:1: attr-malformed
            1:17: attr-malformed
        "#]],
    );
}

#[test]
fn words_in_angle_brackets() {
    check(
        "<user@domain> <user@domain.tld> <container>/<object> <path>x</path> <title>\n",
        expect![[r#"
            p ‹<user@domain>› (user@domain.tld→mailto:user@domain.tld) ‹<container>›/‹<object>› ‹<path>›x‹</path>› ‹<title>›
            1:1: placeholder-raw-tag
            1:33: placeholder-raw-tag
            1:45: placeholder-raw-tag
            1:54: placeholder-raw-tag
            1:61: placeholder-raw-tag
            1:69: placeholder-raw-tag
        "#]],
    );
}

#[test]
fn names_with_underscores_in_angle_brackets() {
    check(
        "Type `a` <USER_NAME>@<S3-END_POINT>, **<user_id>**{.x} or \\<A_B>, &lt;C_D>, <_E>, <F_G x>, a<b_c.\n",
        expect![[r#"
        p Type `a` ‹<USER_NAME>›@‹<S3-END_POINT>›, __‹<user_id>›__ or <A_B>, <C_D>, <_E>, <F_G x>, a<b_c.
        1:10: placeholder-raw-tag
        1:22: placeholder-raw-tag
        1:40: placeholder-raw-tag
        1:51: attr-unknown-class
    "#]],
    );
}

#[test]
fn quotes_inside_quotes_of_pictures() {
    check(
        "<img src=\"images/x.png\" alt=\"Result of \"ping\" here\" class=\"thumbnail\"> text\n",
        expect![[r#"
            p !(images/x.png|Result of "ping" here|thumbnail) text
            1:30: image-quote-in-alt
        "#]],
    );
}

#[test]
fn numbers_of_html_lists() {
    check(
        "<ol>\n<li>One</li>\n<li value=\"4\">Two **b**</li>\n<li>Three</li>\n</ol>\n",
        expect![[r#"
            ol 1
              - One
            ol 4
              - Two __b__
              - Three
        "#]],
    );
}

#[test]
fn rules_are_no_paragraphs() {
    check(
        "---\n<br>\n> l'**été**\n\n|a|\n|-|\n|c|\n<br>\n> **b**\n",
        expect![[r#"
            rule
            quote
              p l'__été__
            table 1x1 head
              - a
              - c
            quote
              p __b__
            8:1: table-swallowed-line
        "#]],
    );
}

#[test]
fn blocks_that_end_a_table() {
    let table = "|a|\n|-|\n|c|\n";
    let blocks = ["## Two\n", "```text\nx\n```\n", "* * *\n", "<!-- note -->\n", "<p>One</p>\n", "Table of it.\n"];
    check(
        &blocks.map(|block| [table, block].concat()).join("\n"),
        expect![[r#"
        table 1x1 head
          - a
          - c
        h2 Two
        table 1x1 head
          - a
          - c
        code text "x\n"
        table 1x1 head
          - a
          - c
        rule
        table 1x1 head
          - a
          - c
        table 1x1 head
          - a
          - c
        p One
        table 1x1 head
          - a
          - c
        p Table of it.
        31:1: table-swallowed-line
    "#]],
    );
}

#[test]
fn sentences_next_to_bold_hosts() {
    check(
        "(replace «**?**» by the number)\n**pro?.mail.ovh.net**\n",
        expect![[r#"
            p {unknown:(replace «__?__» by the number)}⏎__HOST0__
        "#]],
    );
}

#[test]
fn a_host_in_code_stays_beside_its_sentence() {
    check(
        "Use `pro?.mail.ovh.net` Replace \"?\" with it.\n\nUse `pro?.mail.ovh.net` and replace \"?\".\n",
        expect![[r#"
        p Use `HOST0`{unknown: Replace "?" with it}.
        p Use `HOST0` and replace "?".
    "#]],
    );
}

#[test]
fn markdown_in_lines_that_are_no_calls() {
    check(
        "> [!api]\n> @api {v1} /a GET /a/b\n> `Next`{.action} **é**«»\n",
        expect![[r#"
            api v1 /a GET /a/b
            p [Next] __é__«»
            3:4: api-unparsable
        "#]],
    );
}

#[test]
fn a_cell_too_many_is_found_with_and_without_outer_pipes() {
    let codes = |row: &str| -> Vec<&str> {
        let (_, diagnostics) = understand(&format!("a | b\n--|--\n{row}\n"));
        diagnostics.iter().map(|diagnostic| diagnostic.code.id).collect()
    };
    for row in ["c | d | e", "| c | d | e |", "| c | d | e", "c | d | e |"] {
        assert_eq!(codes(row), ["table-ragged"], "{row}");
    }
    for row in ["c | d", "| c | d |", "c |", "c | d |", "c | `d\\|e`", "c | d\\|e"] {
        assert!(codes(row).is_empty(), "{row}");
    }
    assert_eq!(codes("c | `d|e|f`"), ["table-pipe-in-code"]);
}

#[test]
fn rows_without_a_row_of_dashes() {
    check(
        "| a | b |\n| 1 | `2|3` |\n| 4 | 5 |\n\n> - x\n>\n>   | c | d |\n>   | — | — |\n>   | 6 | 7 |\n\nText\n| e | f |\n| 8 | 9 |\n",
        expect![[r#"
            p | a | b |⏎| 1 | `2|3` |⏎| 4 | 5 |
            quote
              ul
                p x
                table 1x2 head
                  - c
                  - d
                  - 6
                  - 7
            p Text⏎| e | f |⏎| 8 | 9 |
            1:1: table-no-delimiter
            8:5: table-no-delimiter
            12:1: table-no-delimiter
        "#]],
    );
    let fixed = |text: &str| {
        let (_, diagnostics) = understand(text);
        let fixes = diagnostics.iter().filter(|found| found.code.id == "table-no-delimiter").flat_map(|found| &found.fix);
        let mut text = text.to_owned();
        fixes.for_each(|edit| text.replace_range(edit.span.range(), &edit.replacement));
        understand(&text).0
    };
    expect![[r#"
        quote
          ul
            p x
            table 1x2 head
              - a
              - b
              - 1
              - 2
    "#]]
    .assert_eq(&fixed("> - x\n>\n>   | a | b |\n>   | 1 | 2 |\n"));
    expect![[r#"
        p Text
        table 1x2 head
          - a
          - b
          - 1
          - 2
    "#]]
    .assert_eq(&fixed("Text\n| a | b |\n| — | — |\n| 1 | 2 |\n"));
}

#[test]
fn pipes_that_are_no_rows() {
    for text in [
        "| a | b |\n\n| 1 | 2 |\n",
        "| a | b |\n| 1 | 2 | 3 |\n",
        "| a |\n| b |\n",
        "```\n| a | b |\n| 1 | 2 |\n```\n",
        "    | a | b |\n    | 1 | 2 |\n",
        "| a | b |\n| c | d |\n|---|---|\n| 1 | 2 |\n",
        "| a | b |\n| 1 | 2\n",
    ] {
        assert!(!understand(text).1.iter().any(|found| found.code.id == "table-no-delimiter"), "{text}");
    }
}
