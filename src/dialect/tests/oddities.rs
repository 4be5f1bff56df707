//! Oddities of hands and keyboards: what authors type by mistake, and what they mean by it.

use super::check;
use expect_test::expect;

#[test]
fn elements_with_lines_of_their_own_inside_a_line() {
    check(
        "| A |\n|---|\n| Values: <ul><li>one</li><li>two **b**</li></ul> end |\n| <ol><li>x</li><li>`y`</li></ol> |\n| a<p>b</p>c |\n\nText <details><summary>S</summary>inside</details> after\n",
        expect![[r#"
            table 3x1 head
              - A
              p Values:
              ul
                - one
                - two __b__
              p end
              - 1. x↵2. `y`
              - a↵b↵c
            p Text
            p S↵inside↵after
        "#]],
    );
}

#[test]
fn items_of_lists_in_raw_html_keep_their_numbers() {
    check(
        "{.external} <br>\n3. one [a](b)\n4. two\n\n<p>\n- x `y`\n- z\n</p>\n",
        expect![[r#"
        ol 3
          - one (a→b)
          - two
        ul
          - x `y`
          - z
        1:1: attr-stray
        2:1: list-glued
    "#]],
    );
}

#[test]
fn elements_that_are_left_out_keep_their_text() {
    check(
        "a <noscript>**b**</noscript> <select><option>c</option></select> d\n",
        expect![[r#"
        p a __b__ c d
        1:3: html-dropped
        1:30: html-dropped
        1:38: html-dropped
    "#]],
    );
}

#[test]
fn content_below_api_calls() {
    check(
        "> [!api]\n>\n> @api {v1} /me GET /me\n>\n> Answer:\n>\n> ```json\n> {\"a\": 1}\n> ```\n",
        expect![[r#"
            api v1 /me GET /me
            p Answer:
            code json "{\"a\": 1}\n"
        "#]],
    );
}

#[test]
fn asterisks_that_refer_to_a_note() {
    check(
        "Price (*) and term (*), tax (**) and more [*].\n\n(*) net `(*)`\n\n(**) *gross*\n",
        expect![[r#"
        p Price (*) and term (*), tax (**) and more [*].
        p (*) net `(*)`
        p (**) _gross_
    "#]],
    );
}

#[test]
fn braces_typed_in_other_ways() {
    check(
        "`A`{.action.} `B`{.action,} `C`{.action)} `D`{.action}} [e](/links/x){:target=\"_blank\"}\n\n![f](i/f.png){:.thumbnail}\n\n![g](i/g.png){.thumbnail .w-400\n\n`H`{.action then `I`{.action}\n\n‘J’{.action} “K”{.action} {:port} {.other\n",
        expect![[r#"
            p [A]. [B], [C] [D] (e→/links/x)
            p !(i/f.png|f|thumbnail)
            p !(i/g.png|g|thumbnail w-400)
            p [H] then [I]
            p [J] [K] {:port} {.other
            1:4: attr-swallowed-word
            1:18: attr-swallowed-word
            1:32: attr-malformed
            1:46: attr-malformed
            1:70: attr-malformed
            3:14: attr-malformed
            5:14: attr-malformed
            7:4: attr-malformed
            9:1: attr-malformed
            9:14: attr-malformed
        "#]],
    );
}

#[test]
fn no_break_spaces_after_markers() {
    check(
        "##\u{a0}Title\n\n-\u{a0}one\n-\u{a0}two\n\n1.\u{a0}first\n\n##1. Numbered\n\n#1 is text\n",
        expect![[r#"
        h2 Title
        ul
          - one
          - two
        ol 1
          - first
        h2 1. Numbered
        p #1 is text
        1:1: heading-hash-space
        3:2: typo-space
        4:2: typo-space
        6:3: typo-space
        8:1: heading-hash-space
    "#]],
    );
}

#[test]
fn addresses_that_are_typed_wrong() {
    check(
        "![a] (i/a.png){.thumbnail}\n\n[b] (https://b.example/b) and [c] (note)\n\n![d](i/d.png\n\n[e](https://e.example/e. Then (f) [g](/links/g)\n\n![h](i/h (1).png){.thumbnail} [i](/links/i (title))\n\n![j](i/j.png \"a \"quoted\" title\")\n",
        expect![[r#"
            p !(i/a.png|a|thumbnail)
            p (b→https://b.example/b) and [c] (note)
            p !(i/d.png|d|)
            p (e→https://e.example/e). Then (f) (g→/links/g)
            p !(i/h (1).png|h|thumbnail) (i→/links/i)
            p !(i/j.png|j|)
            1:5: path-space
            3:4: path-space
            5:1: image-unclosed-paren
            7:1: image-unclosed-paren
            9:6: path-space
            11:15: image-quote-in-alt
        "#]],
    );
}

#[test]
fn lists_after_a_stray_backtick() {
    check(
        "`A`{.action}` then `B` {.action} and `C`{.action now}\n",
        expect![[r#"
        p [A] then [B] and [C] now
        1:4: attr-malformed
        1:23: attr-detached
        1:41: attr-swallowed-word
    "#]],
    );
}

#[test]
fn a_stray_backtick_after_a_list_that_is_wrong_itself() {
    check(
        "`A`{.action now}` then `B` and\n\n`C` {.action}` and `D`\n\n`E` {.action then}}` `F`\n",
        expect![[r#"
            p [A] now then `B` and
            p [C] and `D`
            p [E] then `F`
            1:4: attr-swallowed-word
            3:5: attr-malformed
            5:5: attr-swallowed-word
        "#]],
    );
}

#[test]
fn braces_that_close_nothing() {
    check(
        "`A`{.action}} and ![b](i/b.png){.thumbnail .w-400}}} and ![c](i/c.png{.thumbnail}}\n\n{see `D`{.action}} and {{.action}} and {x}} and word{.action}}\n\n`E` {.action}}` `F`{.action}}{.action}}\n",
        expect![[r#"
            p [A] and !(i/b.png|b|thumbnail w-400) and !(i/c.png|c|thumbnail)
            p {see [D]} and  and {x}} and word
            p [E] [F]
            1:4: attr-malformed
            1:32: attr-malformed
            1:58: image-unclosed-paren
            3:24: attr-stray
            3:53: attr-stray
            5:5: attr-malformed
            5:20: attr-malformed
            5:30: attr-malformed
        "#]],
    );
}

#[test]
fn summaries_that_are_never_closed() {
    check(
        "<details>\n<summary>Title <b>x</b>\n\n- one\n\n```sh\ntwo\n```\n\nthree\n\n</details>\n\n<details>\n<summary>Title<summary>\n\nbelow\n\n| a |\n|---|\n\n</details>\n\n<details>\n<summary>\n\n**Title**\n\n</summary>\n\nbelow\n\n</details>\n",
        expect![[r#"
            details Title __x__
              ul
                - one
              code sh "two\n"
              p three
            details Title
              p below
              table 0x1 head
                - a
            details __Title__
              p below
            2:1: html-unclosed
            15:1: html-unclosed
            15:15: html-unclosed
        "#]],
    );
}

#[test]
fn videos_between_words() {
    check(
        "See <iframe src=\"https://v.example/1\" title=\"The film\"></iframe> and <video><source src=\"https://v.example/2.mp4\"></video>.\n",
        expect![[r#"
            p See (The film→https://v.example/1) and (https://v.example/2.mp4→https://v.example/2.mp4).
        "#]],
    );
}

#[test]
fn markers_whose_bracket_is_not_closed() {
    check(
        "> [!primary\n> text\n\n> [!tabs\n> **A**\n>> a\n\n> [!unknown\n> text\n",
        expect![[r#"
        callout primary
          p text
        Alternatives
          [A]
            p a
        quote
          p [!unknown⏎text
        1:3: callout-unknown-type
        4:3: callout-unknown-type
    "#]],
    );
}

#[test]
fn instructions_for_other_programs_are_text() {
    check(
        "Write <?php echo 1; ?> or <![CDATA[ a ]]> there.\n\n<?php\necho \"**a**\";\n?>\n\n<!DOCTYPE html>\n\n<!-- none -->\n",
        expect![[r#"
            p Write ‹<?php echo 1; ?>› or ‹<![CDATA[ a ]]>› there.
            p ‹<?php
            echo "**a**";
            ?>›
            p ‹<!DOCTYPE html>›
            1:7: placeholder-raw-tag
            1:27: placeholder-raw-tag
            3:1: placeholder-raw-tag
            7:1: placeholder-raw-tag
        "#]],
    );
}

#[test]
fn colons_that_define_nothing_are_text() {
    check(
        ":::other\nRead this.\n:::\n\nTake care\n:warning: hot\n\n> a\n> :b: c\n\nTerm\n: What it means\n",
        expect![[r#"
            p :::other⏎Read this.⏎:::
            p Take care⏎:warning: hot
            quote
              p a⏎:b: c
            definitions
              - What it means
        "#]],
    );
}

#[test]
fn lists_in_two_pairs_of_braces() {
    check(
        "`A`{{.action}} and `B` {{.action}}é and {{.action}} ![c](i/c.png){{.thumbnail .w-400}} {{.Names}} {{.action x}}\n\n[d](https://d.example{.external}), ![e](i/e.png){.thumbnail} [f](https://f.example{.external}\n\n`G`{.action.}, `H`{.action now.}. `I`{.action.} End\n",
        expect![[r#"
            p [A] and [B]é and  !(i/c.png|c|thumbnail w-400) {{.Names}} {{.action x}}
            p (d→https://d.example), !(i/e.png|e|thumbnail) (f→https://f.example)
            p [G], [H] now. [I]. End
            1:4: attr-malformed
            1:24: attr-malformed
            1:41: attr-stray
            1:66: attr-malformed
            3:1: image-unclosed-paren
            3:62: image-unclosed-paren
            5:4: attr-swallowed-word
            5:19: attr-swallowed-word
            5:38: attr-swallowed-word
        "#]],
    );
}

#[test]
fn labels_in_raw_html() {
    check(
        "<ul><li><code class=\"action\">A</code> and <code class=\"x\">b</code></li></ul>\n\nClick <code class=\"action\">C</code>.\n",
        expect![[r#"
            ul
              - [A] and `b`
            p Click [C].
        "#]],
    );
}

#[test]
fn classes_and_pictures_that_are_mistyped() {
    check(
        "`A`{.action#a} `B`{.Action} `C`{.actions}, 'D'{.action} l'onglet'{.action}\n\n![e][i/e.png]{.thumbnial}\n\n! [f](i/f.png) [!g](i/g.png){.Thumbnail.w-400} Oh ! [h](i/h.png) [i][i.png] ![j][k]\n",
        expect![[r#"
            p [A]#a# [B] [C], [D] l'onglet'
            p !(i/e.png|e|thumbnail)
            p !(i/f.png|f|) !(i/g.png|g|thumbnail w-400) Oh ! (h→i/h.png) [i][i.png] ![j][k]
            1:19: attr-malformed
            1:32: attr-malformed
            1:44: attr-malformed
            1:66: attr-stray
            3:1: attr-malformed
            3:14: attr-malformed
            5:3: attr-malformed
            5:16: attr-malformed
            5:29: attr-malformed
        "#]],
    );
}
