//! Signs that look like markup: bullets, backslashes, asterisks and tildes that are text.

use super::check;
use expect_test::expect;

#[test]
fn bullets_of_word_processors() {
    check(
        "You need:\n• one\n  more\n• two\n    ◦ three\n\n> ▪\u{a0}a\n> ▪ b\n\n“quoted” •\n•\n",
        expect![[r#"
            p You need:
            ul
              - one⏎more
              - two
              ul
                - three
            quote
              ul
                - a
                - b
            p “quoted” •⏎•
            2:1: list-bullet
            4:1: list-bullet
            5:5: list-bullet
            7:3: list-bullet
            7:4: typo-space
            8:3: list-bullet
        "#]],
    );
}

#[test]
fn lists_indented_below_a_text() {
    check(
        "On Windows:\n\t- `a`\n\t- b\n\n> Text\n>     1. a\n>     2. b\n",
        expect![[r#"
            p On Windows:
            ul
              - `a`
              - b
            quote
              p Text
              ol 1
                - a
                - b
            2:2: list-indent
            3:2: list-indent
            6:7: list-indent
            7:7: list-indent
        "#]],
    );
}

#[test]
fn paths_of_windows() {
    check(
        "C:\\Users\\<name>\\.ssh\\*.log, %APPDATA%\\_x\\.\n\n(\\\\server\\<share>\\a) and \\\\server\\share \\\\x \\_y\\_ C:\\\\a\\\\.b `C:\\.a`\n\nC:\\Program Files\\(x86)\\$a, FIRM\\<user>, FIRM\\%user% A\\<b> and D\\\\.E FIRM\\name\n\n| A | B |\n|---|---|\n|\\\\|C:\\.a\\|x|\n|\\\\\\||d|\n",
        expect![[r#"
            p C:\Users\‹<name>›\.ssh\*.log, %APPDATA%\_x\.
            p (\\server\‹<share>›\a) and \\server\share \x _y_ C:\a\.b `C:\.a`
            p C:\Program Files\(x86)\$a, FIRM\‹<user>›, FIRM\%user% A<b> and D\.E FIRM\name
            table 2x2 head
              - A
              - B
              - \
              - C:\.a|x
              - \|
              - d
            1:3: path-backslash
            1:10: placeholder-raw-tag
            1:38: path-backslash
            3:2: path-backslash
            3:11: placeholder-raw-tag
            3:26: path-backslash
            5:3: path-backslash
            5:32: path-backslash
            5:33: placeholder-raw-tag
            5:45: path-backslash
            9:7: path-backslash
        "#]],
    );
}

#[test]
fn asterisks_of_codes_addresses_and_wildcards() {
    check(
        "Dial *21*0123# or *3600, then *3601 and *3 days*.\n\nUser 0033X***** or *****\n\n[https://a.example/?A=/*&B=/*](https://a.example) GET /me/*, PUT /me/* in *.j2 or vars/*.yml\n\n5*3\n\n2**4-1\n\n*@spam.example or *@b.example\n\na/b-*: all\n\nThe 'vlan_*' of ^(.*)$ and logs-*, *-prod. *.htaccess* and _*x*_ *a and **b c\n",
        expect![[r#"
            p Dial *21*0123# or *3600, then *3601 and _3 days_.
            p User 0033X***** or *****
            p (https://a.example/?A=/*&B=/*→https://a.example) GET /me/*, PUT /me/* in *.j2 or vars/*.yml
            p 5*3
            p 2**4-1
            p *@spam.example or *@b.example
            p a/b-*: all
            p The 'vlan_*' of ^(.*)$ and logs-*, *-prod. _.htaccess_ and __x__ a and b c
            1:6: emphasis-unmeant
            5:24: emphasis-unmeant
            5:59: emphasis-unmeant
            5:75: emphasis-unmeant
            15:11: emphasis-unmeant
            15:66: bold-unclosed
            15:73: bold-unclosed
        "#]],
    );
}

#[test]
fn single_tildes_strike_nothing() {
    check(
        "products=~(~(a and ~b~ or ~~c~~\n",
        expect![[r#"
        p products=~(~(a and ~b~ or ~c~
    "#]],
    );
}

#[test]
fn hashes_that_close_headings() {
    check(
        "##One##\n\n### Two###\n\n## Code C#\n\n## Three #\n\n## Four\\##\n",
        expect![[r#"
        h2 One
        h3 Two
        h2 Code C#
        h2 Three
        h2 Four##
        1:1: heading-hash-space
        1:6: heading-hash-space
        3:8: heading-hash-space
    "#]],
    );
}

#[test]
fn pictures_in_links_and_with_sizes() {
    check(
        "[![a](i/a.png){.thumbnail}](i/a.png) [!b](i/b.png)\n\n![c](i/c.png =600x400) ![d](i/d.png =x40){.thumbnail} [e](i/e.png =1x1)\n\n[f](https://f.example/#a=~(~(b))){.external} [g](https://g.example/#a=~(~(b)){.external}\n",
        expect![[r#"
            p (!(i/a.png|a|thumbnail)→i/a.png) !(i/b.png|b|)
            p !(i/c.png|c|) !(i/d.png|d|thumbnail) [e](i/e.png =1x1)
            p (f→https://f.example/#a=~(~(b))) (g→https://g.example/#a=~(~(b)))
            1:38: attr-malformed
            3:6: path-space
            3:29: path-space
            5:46: image-unclosed-paren
        "#]],
    );
}

#[test]
fn items_of_which_nothing_is_left() {
    check(
        "1. beta\n4. {.external}\n![a](i.png) | delta,\n2. (eta)\n\nText\n{.external}\n2. more\n",
        expect![[r#"
        ol 1
          - beta
        p !(i.png|a|) | delta,⏎2. (eta)
        p Text
        ol 2
          - more
        2:4: attr-stray
        7:1: attr-stray
    "#]],
    );
}

#[test]
fn code_in_elements_of_cells() {
    check(
        "| A |\n|---|\n| x <pre>#!/bin/sh<br>echo</pre> |\n| <pre>a `b`</pre> |\n",
        expect![[r#"
            table 2x1 head
              - A
              - x↵`#!/bin/sh`↵`echo`
              - a `b`
        "#]],
    );
}

#[test]
fn headings_of_boxes_skip_no_level() {
    check(
        "<!-- CP-NAV-START:x -->\n\n---\n\n#### Box\n\n- a\n\n---\n\n<!-- CP-NAV-END:x -->\n\n##### Far\n",
        expect![[r#"
        control-panel x
          h4 Box
          ul
            - a
        h5 Far
    "#]],
    );
}

#[test]
fn markers_and_lists_that_are_nearly_right() {
    check(
        ">\u{a0}[!warning]\n> a\n\n [!primary]\n> b\n\n> [!alert **T**\n>\n> x\n\n> [info]\n> y\n\n> !tabs]\n> **A**\n>> z\n\n> [note] w\n> [warning]\n\n`C`{.action, `D`{.action.\n\n\"`E`{.action\" {.action, f}\n",
        expect![[r#"
            callout warning
              p a
            callout primary
              p b
            callout alert T
              p x
            callout info
              p y
            Alternatives
              [A]
                p z
            quote
              p [note] w⏎[warning]
            p [C], [D].
            p "[E]"
            1:2: typo-space
            4:2: callout-lazy-line
            7:3: callout-unknown-type
            7:10: callout-title-on-marker
            11:3: callout-unknown-type
            14:3: callout-unknown-type
            21:4: attr-malformed
            21:17: attr-swallowed-word
            23:5: attr-malformed
            23:15: attr-stray
        "#]],
    );
}

#[test]
fn signs_too_few_in_calls_and_emphasis() {
    check(
        "> [!api]\n>\n> @api {v1 /me GET /me/{a}\n> @api v1} /me GET /me/b\n> @api v1 /me GET /me/c\n> @api {v1} /me GET /me/d\n\n*One**\n\n**Two***\n",
        expect![[r#"
            api v1 /me GET /me/{a}; api v1 /me GET /me/b; api v1 /me GET /me/c; api v1 /me GET /me/d
            p _One_
            p __Two__*
            3:3: api-unparsable
            4:3: api-unparsable
            5:3: api-unparsable
            8:6: bold-unclosed
        "#]],
    );
}

#[test]
fn links_whose_parentheses_and_brackets_have_changed_places() {
    check(
        "See (our guide)[https://x.example] and !(Text)[i/a.png], (note) [1] and f(x)[0].\n",
        expect![[r#"
        p See (our guide→https://x.example) and !(i/a.png|Text|), (note) [1] and f(x)[0].
        1:5: link-brackets
        1:40: link-brackets
    "#]],
    );
}

#[test]
fn brackets_behind_a_backslash_are_text_of_a_link() {
    check(
        "See [a\\]b](https://x.example), [c \\[d](https://y.example) and [[e](https://z.example).\n",
        expect![[r#"
            p See (a]b→https://x.example), (c [d→https://y.example) and (e→https://z.example).
            1:63: link-brackets
        "#]],
    );
}
