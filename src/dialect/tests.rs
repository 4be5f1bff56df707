//! The dialect, construct by construct: a small text in, its outline and its mistakes out.

mod asterisks;
mod boxes;
mod containers;
mod emphasis;
mod ends;
mod gaps;
mod html;
mod indents;
mod labels;
mod lists;
mod markers;
mod mistyped;
mod oddities;
mod plain;
mod shapes;
mod signs;
mod slips;
mod tables;
mod titled;
mod woven;

use super::{
    outline::outline,
    parse,
    source::Source,
    vocabulary::{Vocabulary, tests::services},
};
use crate::{diagnostic::Diagnostic, text::FileId};
use expect_test::{Expect, expect};

fn understand(text: &str) -> (String, Vec<Diagnostic>) {
    let source = Source::of_file(FileId(0), text, 0);
    let parsed = parse(&source, &Vocabulary::new(&services()));
    (outline(&parsed.blocks), parsed.diagnostics)
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let (outline, diagnostics) = understand(text);
    let lines: String = diagnostics
        .iter()
        .map(|diagnostic| {
            let (line, column) = crate::text::line_and_column(text, diagnostic.span.start as usize);
            format!("{line}:{column}: {}\n", diagnostic.code.id)
        })
        .collect();
    expected.assert_eq(&format!("{outline}{lines}"));
}

#[test]
fn a_text_without_dialect() {
    check(
        "## Title\n\nSome *plain* text\nwith `code`.\n\n- a\n- b\n",
        expect![[r#"
        h2 Title
        p Some _plain_ text⏎with `code`.
        ul
          - a
          - b
    "#]],
    );
}

#[test]
fn malformed_attribute_lists() {
    check(
        "![a](i/a.png){thumbnail .h-600}\n\nClick `B`{.action now.} then `C`{.action}{.action} and `D`{.action}`.\n\n![e](i/e.png){.thumbnail)\n\n![f](i/f.png{.thumbnail}\n\n!{g h)(i/g.png){.thumbnail)\n\n![h](i/h.png){.action}\n\nTab ‘I j`{.action}. Key \"K\" {.action}.\n\n![{.thumbnail}](i/l.png) M\n\n`{.action}` `N` {.action} `O`{.action } {serviceName} x{.foo}\n\n`«P»`{.action} `Q`{.action]. `R`{.quux}\n",
        expect![[r#"
            p !(i/a.png|a|thumbnail h-600)
            p Click [B] now. then [C] and [D].
            p !(i/e.png|e|thumbnail)
            p !(i/f.png|f|thumbnail)
            p !(i/g.png|g h|thumbnail)
            p !(i/h.png|h|thumbnail)
            p Tab [I j]. Key [K].
            p !(i/l.png||thumbnail) M
            p [N] [O] {serviceName} x
            p [P] [Q]. `R`
            1:14: attr-malformed
            3:10: attr-swallowed-word
            3:42: attr-malformed
            3:59: attr-malformed
            5:14: attr-malformed
            7:1: image-unclosed-paren
            9:1: attr-malformed
            9:16: attr-malformed
            11:14: attr-wrong-class
            13:5: attr-malformed
            13:25: attr-malformed
            15:1: attr-malformed
            17:1: action-empty
            17:16: attr-detached
            17:30: attr-space
            17:56: attr-stray
            19:1: action-quoted
            19:19: attr-malformed
            19:33: attr-unknown-class
        "#]],
    );
}

#[test]
fn emphasis_that_commonmark_leaves() {
    check(
        "**Nom :**valeur et **x **y, le **« ? »**par d'**« x »**e.\n\n*a**, *b** and c* and *.domain.tld and 2 * 3 and name \\*\n\n**required** *\n\n|a|\n|-|\n|the **full*|\n\nA *Step 1**\n\n- *Step 2**\n\na **b***\n\nRequired*\n",
        expect![[r#"
            p __Nom :__valeur et __x __y, le __« ? »__par d'__« x »__e.
            p _a_, _b_ and c and *.domain.tld and 2 * 3 and name *
            p __required__ *
            table 1x1 head
              - a
              - the _full_
            p A _Step 1_
            ul
              - _Step 2_
            p a __b__*
            p Required*
            1:1: bold-flanking
            1:20: bold-flanking
            1:32: bold-flanking
            1:47: bold-flanking
            3:4: bold-unclosed
            3:10: bold-unclosed
            3:17: bold-unclosed
            9:6: bold-unclosed
            11:11: bold-unclosed
            13:11: bold-unclosed
        "#]],
    );
}

#[test]
fn hosts_in_every_notation() {
    check(
        "pro**?**.mail.ovh.net and **pro**?**.mail.ovh.net** and **pro?.mail.ovh.net**\n\npro*?*.mail.ovh.net **pro**?*.mail.ovh.net** **pro*?*.mail.ovh.net*** pro<b>?</b>.mail.ovh.net\n\n`pro?.mail.ovh.net` [web](https://ex?.mail.ovh.net/owa) index.mail.ovh.net pro.mail.ovh.net\n\n|a|b|\n|-|-|\n|pro***?*.mail.ovh.net|x|\n\n**Server: pro**?**.mail.ovh.net**\n",
        expect![[r#"
            p HOST0 and HOST0! and __HOST0__
            p HOST0 HOST0! HOST0! HOST0
            p `HOST0` (web→https://HOST1/owa) index.mail.ovh.net pro.mail.ovh.net
            table 1x2 head
              - a
              - b
              - HOST0
              - x
            p __Server: HOST0__
            1:27: placeholder-inverted-bold
            3:1: placeholder-mixed-notation
            3:21: placeholder-broken-emphasis
            3:46: placeholder-broken-emphasis
            3:71: placeholder-mixed-notation
            5:76: placeholder-lost
            9:2: placeholder-broken-emphasis
        "#]],
    );
}

#[test]
fn sentences_that_ask_to_replace_the_mark() {
    check(
        "The server is pro**?**.mail.ovh.net. Replace the \"?\" by your number. It is shown there.\n\nType ex?.mail.ovh.net (replace «**?**» by the number).\n\nIl nome \"pro?.mail.ovh.net\", dove \"?\" va sostituito con il numero.\n\nReplace the “?” by your number.\n\nIs it easy? Replace the ? with your number. Why the server ? Replace it.\n\nType pro?.mail.ovh.net (remplacez le ? par le numéro).\n",
        expect![[r#"
            p The server is HOST0.{unknown: Replace the "?" by your number.} It is shown there.
            p Type HOST1{unknown: (replace «__?__» by the number)}.
            p Il nome "HOST0"{unknown:, dove "?" va sostituito con il numero}.
            p {unknown:Replace the “?” by your number.}
            p Is it easy?{unknown: Replace the ? with your number.} Why the server ? Replace it.
            p Type HOST0{unknown: (remplacez le ? par le numéro)}.
        "#]],
    );
}

#[test]
fn texts_that_depend_on_a_value_in_items() {
    check(
        "- <!-- unknown: email-pro.server -->\n  text\n  <!-- /unknown -->\n- other\n  <!-- known: email-pro.server -->\n  more\n",
        expect![[r#"
            ul
              when unknown
                - text
              - other
              when known
                - more
            5:3: marker-unclosed
        "#]],
    );
}

#[test]
fn texts_that_depend_on_a_value() {
    check(
        "<!-- unknown: email-pro.server -->\n\nPut it in.\n\n<!-- /unknown -->\n\nA <!-- known: email-pro.server -->yes<!-- /known --> b.\n\n<!-- unknown: nosuch.server -->x<!-- /unknown --> y\n",
        expect![[r#"
            when unknown
              p Put it in.
            p A {known:yes} b.
            p x y
            9:1: when-unknown-parameter
        "#]],
    );
}

#[test]
fn tables() {
    check(
        "| | |\n|---|---|\n|![a](i/a.png)|Click `A`{.action}: <br>- **B** : c<br>- d<br> Then e.|\n|f|![g](i/g.png)|\n\n|A|B|\n|---|---|\n|`a|b`|c|\n|d|e|f|\ntext below\n\n| | |\n|-|-|\n|a|b|\n",
        expect![[r#"
            steps-table 2
              - !(i/a.png|a|)
              p Click [A]:
              ul
                - __B__ : c
                - d
              p Then e.
              - !(i/g.png|g|)
              - f
            table 2x2 head
              - A
              - B
              - `a|b`
              - c
              - d
              - e f
            p text below
            table 1x2
              - a
              - b
            8:4: table-pipe-in-code
            9:6: table-ragged
            10:1: table-swallowed-line
        "#]],
    );
}

#[test]
fn lists() {
    check(
        "Example:\n- a\n* b\n\n1. **One**: x\n        - **A**: y\n        - **B**: z\n\n2. Two\n",
        expect![[r#"
        p Example:
        ul
          - a
          - b
        ol 1
          p __One__: x
          ul
            - __A__: y
            - __B__: z
          p Two
        6:9: list-indent
        7:9: list-indent
    "#]],
    );
}

#[test]
fn headings() {
    check(
        "#Titre\n\n# One\n\n##\n\n### Two <a name=\"two\"></a>\n\n## Three {#three}\n\nsee #4 or\n#hash\n",
        expect![[r#"
        h2 Titre
        h2 One
        h3 Two #two
        h2 Three #three
        p see #4 or⏎#hash
        1:1: heading-hash-space
        1:1: heading-h1
        3:1: heading-h1
        5:1: heading-empty
    "#]],
    );
}

#[test]
fn links_that_are_mended() {
    check(
        "[a]([u](u)) [b](images/my file.png) [ c ](/x) [](y) [d](javascript:alert(1)) <https://pro?.mail.ovh.net>\n",
        expect![[r#"
            p (a→u) (b→images/my file.png) (c→/x) (y→y) <span d> (https://HOST0→https://HOST0)
            1:5: link-nested
            1:17: path-space
            1:40: link-trailing-space
            1:47: link-empty-text
            1:53: link-unsafe
        "#]],
    );
}

#[test]
fn settings_blocks() {
    check(
        "> [!settings] email-pro imap\n\n> [!settings] email-prox\n\n> [!settings] exchange pop smpt\n",
        expect![[r#"
        settings 0 [Imap]
        settings 1 [Pop3]
        3:1: settings-unknown-service
        5:1: settings-unknown-protocol
    "#]],
    );
}

#[test]
fn carousel_and_footnotes() {
    check(
        "> [!carousel]\n>\n> - ![a](i/a.png)\n> - ![b](i/b.png) Caption\n\nText[^1]\n\n[^1]: Note.\n\nTerm\n: Meaning\n\n- [x] done\n",
        expect![[r#"
            carousel i/a.png= i/b.png=Caption
            p Text^1
            footnote 1
              p Note.
            definitions
              - Meaning
            ul
              - done
        "#]],
    );
}

#[test]
fn code_is_left_alone() {
    check(
        "```bash\n> [!primary] **x** `{.action` pro?.mail.ovh.net\n///\n```\n\n    {thumbnail} **a **b\n\n> ```\n> code\n> ```\n\n~~~\nopen\n",
        expect![[r#"
            code bash "> [!primary] **x** `{.action` pro?.mail.ovh.net\n///\n"
            code  "{thumbnail} **a **b\n"
            quote
              code  "code\n"
            code  "open\n"
            12:1: fence-unclosed
        "#]],
    );
}

#[test]
fn machine_translation_banner() {
    check(
        "> [!primary]\n> Esta traducción es de SYSTRAN.\n>\n\nText\n",
        expect![[r#"
        p Text
        1:1: machine-translation
    "#]],
    );
}

#[test]
fn an_unclosed_address_does_not_swallow_its_list() {
    check(
        "See ![b](i/x.png{.thumbnail} and more (there).\n",
        expect![[r#"
        p See !(i/x.png|b|thumbnail) and more (there).
        1:5: image-unclosed-paren
    "#]],
    );
}
