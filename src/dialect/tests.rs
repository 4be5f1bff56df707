//! The dialect, construct by construct: a small text in, its outline and its mistakes out.

mod shapes;
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
fn callouts() {
    check(
        "> [!primary]\n>\n> One.\n>\n\n> [!WARNING] **Title**\n> Two.\n\n>[!tip]\n>Three.\n\n> Just a quote.\n",
        expect![[r#"
        callout primary
          p One.
        callout warning Title
          p Two.
        callout success
          p Three.
        quote
          p Just a quote.
        6:5: callout-case
        6:13: callout-title-on-marker
        9:4: callout-unknown-type
    "#]],
    );
}

#[test]
fn lazy_lines_of_a_callout() {
    check(
        "> [!primary]\n>\nLazy after a blank line.\n>\n\n> [!alert]\n> First\nlazy.\n## Heading\n",
        expect![[r#"
        callout primary
          p Lazy after a blank line.
        callout alert
          p First⏎lazy.
        h2 Heading
        3:1: callout-lazy-line
        8:1: callout-lazy-line
    "#]],
    );
}

#[test]
fn glued_callouts() {
    check(
        "Text\n> [!primary]\n> One.\n> [!warning]\n> Two.\n",
        expect![[r#"
        p Text
        callout primary
          p One.
        callout warning
          p Two.
        2:3: callout-glued
        4:3: callout-glued
    "#]],
    );
}

#[test]
fn steps_in_tabs() {
    check(
        "> [!tabs]\n> **Step 1**\n>> Click `Next`{.action}.<br><br>\n>> ![a](images/a.png){.thumbnail .h-600}\n> **Step 2**\n>>\n>> - One\n>> - Two\n> **Step 4**\n>>Last.\n",
        expect![[r#"
            Steps
              [Step 1]
                p Click [Next].
                p !(images/a.png|a|thumbnail h-600)
              [Step 2]
                ul
                  - One
                  - Two
              [Step 4]
                p Last.
            9:3: tabs-step-gap
        "#]],
    );
}

#[test]
fn alternatives_in_tabs() {
    check(
        "> [!tabs]\n> Windows\n>> One.\n>\n> Linux  \n>> > [!primary]\n>> >\n>> > Inside.\n>>\n>> After.\nGlued.\n",
        expect![[r#"
        Alternatives
          [Windows]
            p One.
          [Linux]
            callout primary
              p Inside.
            p After.
        p Glued.
        4:1: tabs-blank-separator
        11:1: tabs-glued-line
    "#]],
    );
}

#[test]
fn callouts_at_the_wrong_depth_in_a_tab() {
    check(
        "> [!tabs]\n> A\n>>\n>> [!primary]\n>> One.\n>>\n>> Two.\n> B\n>> [!warning]\n>> >\n>> Three.\n>> > Four.\n",
        expect![[r#"
        Alternatives
          [A]
            callout primary
              p One.
            p Two.
          [B]
            callout warning
              p Three.⏎Four.
        4:4: callout-depth
        9:4: callout-depth
    "#]],
    );
}

#[test]
fn questions_and_calls() {
    check(
        "> [!faq]\n>\n> API:\n>\n>> > [!api]\n>> >\n>> > @api {v1} /storage POST /storage/{id}\n>> >\n>>\n>\n> **Why**? <a name=\"why\"></a>\n>>Because.\n> How:\n>> > **name** *\n>> >\n>> >> Its meaning\n",
        expect![[r#"
            faq
              [API:]
                api v1 /storage POST /storage/{id}
              [__Why__?] #why
                p Because.
              [How:]
                quote
                  p __name__ *
                  quote
                    p Its meaning
            12:3: faq-lost-answer
        "#]],
    );
}

#[test]
fn api_lines_that_are_none() {
    check(
        "> [!api]\n>\n> @api {v1} /a FETCH /b\n> @api nothing\n",
        expect![[r#"
            api v1 /a FETCH /b
            p @api nothing
            3:3: api-method
            3:3: api-section-mismatch
            4:3: api-unparsable
        "#]],
    );
}

#[test]
fn details() {
    check(
        "/// details | A **bold** title\n\nInside.\n\n> [!primary]\n> Note.\n\n- a\n///\n\nAfter.\n\n///\n\n/// details\nOpen.\n",
        expect![[r#"
            details A __bold__ title
              p Inside.
              callout primary
                p Note.
              ul
                - a
            p After.
            details 
              p Open.
            13:1: details-stray
            15:1: details-no-title
            15:1: details-unclosed
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
        "**Nom :**valeur et **x **y, le **« ? »**par d'**« x »**e.\n\n*a**, *b** and c* and *.domain.tld and 2 * 3 and name \\*\n\n**required** *\n\n|a|\n|-|\n|the **full*|\n",
        expect![[r#"
            p __Nom :__valeur et __x __y, le __« ? »__par d'__« x »__e.
            p _a_, _b_ and c and *.domain.tld and 2 * 3 and name *
            p __required__ *
            table 1x1 head
              - a
              - the _full_
            1:1: bold-flanking
            1:20: bold-flanking
            1:32: bold-flanking
            3:4: bold-unclosed
            3:10: bold-unclosed
            3:17: bold-unclosed
            9:6: bold-unclosed
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
        "The server is pro**?**.mail.ovh.net. Replace the \"?\" by your number. It is shown there.\n\nType ex?.mail.ovh.net (replace «**?**» by the number).\n\nIl nome \"pro?.mail.ovh.net\", dove \"?\" va sostituito con il numero.\n\nReplace the “?” by your number.\n\nIs it easy? Yes.\n",
        expect![[r#"
            p The server is HOST0.{unknown: Replace the "?" by your number.} It is shown there.
            p Type HOST1{unknown: (replace «__?__» by the number)}.
            p Il nome "HOST0"{unknown:, dove "?" va sostituito con il numero}.
            when unknown
              p Replace the “?” by your number.
            p Is it easy? Yes.
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
fn comments_and_control_panel() {
    check(
        "<style>\n.h-500 { max-width: 500px; }\n\n.w-400 { max-width: 400px }\n</style>\n\n<!-- CP-NAV-START:web -->\n---\n\n### Access\n\n- **Link:** [x](/links/x)\n- `A`{.action} > `B`{.action}\n\n---\n<!-- CP-NAV-END:web -->\n\n<!-- CP-STEPS-START:a -->\n> [!primary]\n> x\n<!-- CP-STEPS-END:b -->\n\ntext <!-- gone --> text\n<!-- never closed\n",
        expect![[r#"
            control-panel web
              h3 Access
              ul
                - __Link:__ (x→/links/x)
                - [A] > [B]
            callout primary
              p x
            p text  text⏎never closed
            1:8: size-class-mismatch
            21:1: marker-key-mismatch
            24:1: comment-unclosed
        "#]],
    );
}

#[test]
fn html() {
    check(
        "<center>\n**bold** text\n</center>\n\n<details>\n<summary>Title <b>x</b></summary>\n\nInside **bold**.\n\n</details>\n\nH<sub>2</sub>O <i class=\"icons-ellipsis icons-blue\"></i> <container> x<sup>1 y</br>z\n\n<iframe class=\"video\" src=\"https://www.youtube-nocookie.com/embed/x\" onload=\"y\"></iframe>\n\n<script>alert(1)</script>\n\n<br>\nAfter **a** break\n",
        expect![[r#"
            p __bold__ text
            details Title __x__
              p Inside __bold__.
            p H<sub 2>O icon:ellipsis ‹<container>› x<sup 1 y↵z>
            video https://www.youtube-nocookie.com/embed/x
            p After __a__ break
            12:58: placeholder-raw-tag
            12:71: html-unclosed
            12:79: html-bad-br
            16:1: html-script
        "#]],
    );
}

#[test]
fn html_tables() {
    check(
        "<table border=\"1\">\n  <tr><th>A</th></tr>\n\n  <tr><td rowspan=2>**b** <img src=\"images/x.png\"></td></tr>\n</table>\n\nText\n",
        expect![[r#"
            <table>
              <tbody>
                <tr>
                  <th>
                    - A
                <tr>
                  <td>
                    - __b__ !(images/x.png||)
            p Text
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
        1:37: link-trailing-space
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
fn html_inside_html_inside_html_ends() {
    for text in [
        "<style->\n{</style>",
        "<table><r></>\n*</table>",
        "<div>\n<div>*<div>`<x>`*\n</table>\n\n</p>*a*",
        "<details><summary>{.a</details>",
    ] {
        understand(text);
    }
}

#[test]
fn garbage_entities_are_left_out() {
    check(
        "a&#5;b &nbsp;c &#174;\n",
        expect![[r#"
        p ab  c ®
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

#[test]
fn what_is_wrong_in_raw_html_is_said_at_its_tag() {
    check(
        "a\n\n<div>b</div>\n\nc\n\n<div><b>d <x>e</div>\n\nf <u>g <y>h\n",
        expect![[r#"
            p a
            p b
            p c
            p __d <x>e__
            p f <u g ‹<y>›h>
            7:6: html-unclosed
            7:11: placeholder-raw-tag
            9:3: html-unclosed
            9:8: placeholder-raw-tag
        "#]],
    );
}
