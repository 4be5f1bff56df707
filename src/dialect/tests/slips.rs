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
fn a_marker_with_a_backslash_before_it() {
    check(
        "> \\[!warning]\n> One\n\n> \\[!word] of a text\n",
        expect![[r#"
        callout warning
          p One
        quote
          p [!word] of a text
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

#[test]
fn markers_whose_bracket_another_sign_closes() {
    check(
        "> [!warning)\n>\n> a\n\n> [!tip}]\n>\n> b\n\n> [!settings) email-pro imap\n",
        expect![[r#"
        callout warning
          p a
        callout success
          p b
        settings 0 [Imap]
        1:3: callout-unknown-type
        5:5: callout-unknown-type
        5:8: callout-unknown-type
        9:3: callout-unknown-type
    "#]],
    );
}

#[test]
fn a_blank_line_between_a_marker_and_its_block() {
    check(
        "> [!warning]\n\n> a\n\n> [!carousel]\n\n> - ![b](images/b.png)\n\n> [!api]\n\n> @api {v1} /email GET /email/pro\n",
        expect![[r#"
            callout warning
              p a
            carousel images/b.png=
            api v1 /email GET /email/pro
            1:3: callout-lazy-line
            5:3: callout-lazy-line
            9:3: callout-lazy-line
        "#]],
    );
    // A title may be all that there is, a table of settings needs no more, and another marker starts another block.
    check(
        "> [!warning] Title\n\n> a\n\n> [!settings] email-pro\n\n> b\n\n> [!info]\n\n> [!tip]\n> c\n",
        expect![[r#"
        callout warning Title
        quote
          p a
        settings 0 []
        quote
          p b
        callout info
        callout success
          p c
        1:13: callout-title-on-marker
        9:1: callout-empty
        11:5: callout-unknown-type
    "#]],
    );
}

#[test]
fn attribute_lists_that_a_line_break_divides() {
    check(
        "a `A`{.action\n} b `B`{\n.action} c `C`{.act\nion}. d ![D](d.png){.thumbnail\n.w-400}\ne\n\n> - `F`{.action\n>   }\n>   f\n",
        expect![[r#"
            p a [A]⏎b [B]⏎c [C]. d !(d.png|D|thumbnail w-400)⏎e
            quote
              ul
                - [F]⏎f
            1:6: attr-malformed
            2:8: attr-malformed
            3:15: attr-malformed
            4:20: attr-malformed
            8:8: attr-malformed
        "#]],
    );
    // What is no list stays.
    check(
        "a `A`{.action\nb} c `{\nd` {\n.action} e\n",
        expect![[r#"
            p a [A]⏎c [{ d]⏎e
            1:6: attr-malformed
            3:4: attr-malformed
        "#]],
    );
}

#[test]
fn pictures_without_their_mark() {
    check(
        "[A](images/a.png){.thumbnail} and ! [B](images/b.png){.w-400}\n\n[C](images/c.png) [D](d.pdf){.thumbnail} \\[E](e.png){.thumbnail}\n",
        expect![[r#"
            p !(images/a.png|A|thumbnail) and !(images/b.png|B|w-400)
            p (C→images/c.png) (D→d.pdf) [E](e.png)
            1:1: link-brackets
            1:37: attr-malformed
            3:29: attr-stray
        "#]],
    );
}

#[test]
fn classes_with_signs_that_nobody_sees() {
    check(
        "`A`{.ac\u{200b}tion} and ![B](b.png){.thumb\u{ad}nail}\n",
        expect![[r#"
        p [A] and !(b.png|B|thumbnail)
        1:4: attr-malformed
        1:30: attr-malformed
    "#]],
    );
}

#[test]
fn brackets_of_links_and_pictures_that_are_mistyped() {
    check(
        "![A b(images/a.png){.thumbnail}\n\nc [D e(https://example.org/) f ![G}(g.png)\n\nb !H](h.png)\n\n![i.png] ![J]{j.png}\n\n![K](( k.png) [L]((/pages/l)) m\n",
        expect![[r#"
            p !(images/a.png|A b|thumbnail)
            p c (D e→https://example.org/) f !(g.png|G|)
            p b !(h.png|H|)
            p !(i.png||) !(j.png|J|)
            p !(k.png|K|) (L→/pages/l) m
            1:1: link-brackets
            3:3: link-brackets
            3:32: link-brackets
            5:3: link-brackets
            7:1: link-brackets
            7:10: link-brackets
            9:6: link-brackets
            9:19: link-brackets
        "#]],
    );
    check(
        "> - ![A b]\n>   (images/a.png){.thumbnail} and [c d]\n>   (/pages/c) e\n\n[f]\n(g) h\n",
        expect![[r#"
            quote
              ul
                - !(images/a.png|A b|thumbnail) and (c d→/pages/c) e
            p [f]⏎(g) h
            1:6: link-brackets
            2:36: link-brackets
        "#]],
    );
    // Where the text of a link begins, nobody knows; and what is no address is none.
    check(
        "a b](https://example.org/) c\n\n[a (see https://example.org/) b\n\n[c(d) [e `](` x\\[y(/pages/z)\n",
        expect![[r#"
        p a b](https://example.org/) c
        p [a (see https://example.org/) b
        p [c(d) [e `](` x[y(/pages/z)
        1:4: link-brackets
    "#]],
    );
}

#[test]
fn a_quote_mark_behind_a_marker_is_no_title() {
    check(
        "> [!success] >\n> a\n",
        expect![[r#"
        callout success
          p a
        1:14: stray-quote-mark
    "#]],
    );
}

#[test]
fn a_list_inside_of_its_label() {
    check(
        "Touch `Next{.action}`, then `Done {.action}`, `/a/{action}` or `{.action}`.\n\n``Next{.action}`` and `a{.action} b`\n",
        expect![[r#"
        p Touch [Next], then [Done], `/a/{action}` or .
        p `Next{.action}` and `a{.action} b`
        1:7: attr-malformed
        1:29: attr-malformed
        1:64: action-empty
    "#]],
    );
}

#[test]
fn a_comment_behind_a_text_that_goes_on_below_a_blank_line() {
    check(
        "a <!-- b\n\nc `D`{action}\n\nd --> e\n\n> f <!-- g\n>\n> h -->\n> i\n\nj `<!--` k\n\nl <!-- m\nn --> o\n",
        expect![[r#"
            p a
            p e
            quote
              p f
              p i
            p j `<!--` k
            p l  o
            1:3: comment-in-line
            7:5: comment-in-line
        "#]],
    );
}

#[test]
fn comments_of_several_lines_inside_of_quotes_and_items() {
    check(
        "> a\n>\n> <!-- b\n>\n> c -->\n> d\n>\n> <!-- e\n> -->\n>\n> > <!-- -->\n> >\n> > f\n\n- e\n  <!-- f\n\n  g\n  -->\n  h\n",
        expect![[r#"
            quote
              p a
              p d
              quote
                p f
            ul
              - e
              - h
        "#]],
    );
}
