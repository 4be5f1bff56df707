//! Brackets, braces and signs that are mistyped or that nobody sees: understood as they were meant.

use super::check;
use expect_test::expect;

#[test]
fn brackets_of_links_that_stand_twice() {
    check(
        "See [a]](https://example.org/1), [[b](https://example.org/2) and [c](https://example.org/3}{.external}.\n\n![d]](images/d.png)\n\n![e](images/e.png}{.thumbnail} [f](https://example.org/4}.\n",
        expect![[r#"
            p See (a→https://example.org/1), (b→https://example.org/2) and (c→https://example.org/3).
            p !(images/d.png|d|)
            p !(images/e.png|e|thumbnail) (f→https://example.org/4).
            1:8: link-brackets
            1:34: link-brackets
            1:66: image-unclosed-paren
            3:5: link-brackets
            5:1: image-unclosed-paren
            5:32: image-unclosed-paren
        "#]],
    );
    // What has a partner stays.
    check(
        "[[1]](#a) and [[b](https://example.org/1), [c](https://example.org/2)] and \\[[d](https://example.org/3)\n\n[[e](https://example.org/4),\n[f](https://example.org/5)]\n\n[a](https://example.org/6){.external}[b](https://example.org/7}{.external}\n",
        expect![[r#"
            p ([1]→#a) and [(b→https://example.org/1), (c→https://example.org/2)] and [(d→https://example.org/3)
            p [(e→https://example.org/4),⏎(f→https://example.org/5)]
            p (a→https://example.org/6)(b→https://example.org/7)
            6:38: image-unclosed-paren
        "#]],
    );
}

#[test]
fn marks_of_lists_that_are_glued_to_links_and_code() {
    check(
        "-[A](https://example.org/1)\n-[B](https://example.org/2)\n\n-`c` is one\n-`d` is two\n\n1.[E](https://example.org/3)\n2.`f`\n",
        expect![[r#"
            ul
              p (A→https://example.org/1)
              p (B→https://example.org/2)
              p `c` is one
              p `d` is two
            ol 1
              - (E→https://example.org/3)
              - `f`
            1:1: list-bullet
            2:1: list-bullet
            4:1: list-bullet
            5:1: list-bullet
            7:1: list-bullet
            8:1: list-bullet
        "#]],
    );
    // One by itself is a text.
    check(
        "-[a](https://example.org/1)\n\n-`b` or\n-[c]\n",
        expect![[r#"
        p -(a→https://example.org/1)
        p -`b` or⏎-[c]
    "#]],
    );
}

#[test]
fn paths_in_braces() {
    check(
        "Read {.status.phase} with jsonpath={.spec.x} and y={.z} or w{.thumbnail.w-400}.\n\n{.a.b} c\n\n`D`{.lead.big} ![e](e.png){.x.y}\n",
        expect![[r#"
            p Read {.status.phase} with jsonpath={.spec.x} and y={.z} or w.
            p {.a.b} c
            p `D` !(e.png|e|)
            1:61: attr-stray
            5:4: attr-unknown-class
            5:4: attr-unknown-class
            5:27: attr-unknown-class
            5:27: attr-unknown-class
        "#]],
    );
}

#[test]
fn ids_of_paragraphs_and_items() {
    check(
        "Text of it.\n{#p1}\n\n- item {#i1}\n- `code`{#i2} or {#x} more\n\n**Strong**{#s1} text {#t1}\n\n{#p2}\n\n> text\n> {#p3}\n",
        expect![[r#"
            p Text of it.⏎#p1#
            ul
              - item #i1#
              - `code`#i2# or {#x} more
            p __Strong__#s1# text {#t1}
            p {#p2}
            quote
              p text⏎#p3#
        "#]],
    );
}

#[test]
fn signs_without_width_before_a_mark() {
    check(
        "\u{200b}## A\n\n\u{200b}- b\n\u{200b}- c\n\n\u{200b}> [!primary]\n> d\n\n> [!warning]\n> e\n\u{200b}\nf\n\n\u{200b}\n\u{200b}1. g\n\n```\n\u{200b}- h\n\u{200b}\n```\n",
        expect![[r#"
            h2 A
            ul
              - b
              - c
            callout primary
              p d
            callout warning
              p e
            p f
            ol 1
              - g
            code  "\u{200b}- h\n\u{200b}\n"
            1:1: typo-space
            3:1: typo-space
            4:1: typo-space
            6:1: typo-space
            11:1: typo-space
            14:1: typo-space
            15:1: typo-space
        "#]],
    );
}

#[test]
fn tags_with_spaces_in_them() {
    check(
        "a< br >b < br/ > c, <b>d</ b> and <sup>1< /sup>, < i>e< / i >\n\na < b > c and d < i and e > f </ br> `< br >`\n",
        expect![[r#"
            p a↵b↵c, __d__ and <sup 1>, _e_
            p a < b > c and d < i and e > f↵`< br >`
            1:2: html-bad-br
            1:10: html-bad-br
            1:25: html-unclosed
            1:41: html-unclosed
            1:50: html-unclosed
            1:55: html-unclosed
            3:31: html-bad-br
        "#]],
    );
}

#[test]
fn anchors_with_mistyped_quotes() {
    check(
        "## A <a name=\"a1></a>\n\n## B <a name=b1\"></a>\n\n## C <a name=”c1”></a>\n\n## D <a name=\"d1\"\"></a>\n\n## E <a name=e1></a> <a id='e2'></a>\n",
        expect![[r#"
            h2 A #a1
            h2 B #b1
            h2 C #c1
            h2 D #d1
            h2 E #e1 #e2
            1:6: html-unclosed
            3:6: html-unclosed
            5:6: html-unclosed
            7:6: html-unclosed
        "#]],
    );
}
