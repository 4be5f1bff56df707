//! A guide in, its units out.

use super::*;
use crate::{bundled, corpus::services, source::SourceTree};
use expect_test::{Expect, expect};

fn vocabulary() -> Vocabulary {
    let (services, _) = services::read_all(&SourceTree::from_memory([("a", "")]), &bundled::services());
    Vocabulary::new(&services)
}

fn read(text: &str) -> SourceText {
    SourceText::read(FileId(7), text, &vocabulary())
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let line = |unit: &Unit| {
        let offered = if unit.is_offered { "" } else { " (not offered)" };
        format!("{}: {} [{}] {}{offered}\n", unit.line, unit.kind.as_str(), unit.frame, unit.text.replace('\n', "⏎"))
    };
    expected.assert_eq(&read(text).units.iter().map(line).collect::<String>());
}

#[test]
fn blocks_of_every_kind() {
    check(
        "---\ntitle: 'It''s mail'\nexcerpt: How to\n---\n\n## Set up **it** {#set}\n\nOne\ntwo.\n\n- a `x`{.action}\n\n    more\n- b\n\n![A phone](a.png){.thumbnail}\n\n\
         | Port | What |\n|---|---|\n| 993 | IMAP \\| x |\n\n```sh\nls # all\n```\n\n/// details | Open me\n\nInside.\n\n///\n",
        expect![[r#"
            2: title [front matter] It's mail
            3: excerpt [front matter] How to
            6: heading [] Set up **it**
            8: paragraph [] One two.
            11: item [list] a `x`{.action}
            13: item [list] more
            14: item [list] b
            16: alt [] A phone
            18: cell [table] Port
            18: cell [table] What
            20: cell [table] 993 (not offered)
            20: cell [table] IMAP \| x
            22: code [] ```sh⏎ls # all⏎``` (not offered)
            23: comment [] all
            26: summary [details] Open me
            28: paragraph [details] Inside.
        "#]],
    );
}

#[test]
fn quotes_of_the_dialect() {
    check(
        "> [!primary]\n>\n> One\n> two\n>\n> - item\n>   goes on\n\n> [!warning] **Take care**\n> body\n\n> [!tabs]\n> **Step 1**\n>> Do `this`{.action}.<br>\n>> And that.\n>>\n> Step 2\n>> > [!success]\n>> > Done\n\n> [!faq]\n> Why?\n>> Because.\n",
        expect![[r#"
            3: paragraph [callout] One two
            6: item [callout list] item goes on
            9: paragraph [callout] **Take care** body
            13: label [tabs] Step 1
            14: paragraph [tabs] Do `this`{.action}.<br> And that.
            17: label [tabs] Step 2
            19: paragraph [tabs callout] Done
            22: question [faq] Why?
            23: paragraph [faq] Because.
        "#]],
    );
}

#[test]
fn html_and_breaks() {
    check(
        "<table>\n<tr><td>Name</td><td><b>Your</b> name</td></tr>\n<tr><td>993</td></tr>\n</table>\n\nText<br>- first<br>- second\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n\nA <a name=\"x\"></a>place  \nnext line\n",
        expect![[r#"
            2: cell [html] Name
            2: cell [html] <b>Your</b> name
            6: paragraph [] Text
            6: item [list] first
            6: item [list] second
            8: summary [html] More
            10: paragraph [details] Hidden.
            14: paragraph [] A <a name="x"></a>place<br>next line
        "#]],
    );
}

#[test]
fn a_backslash_belongs_to_the_text_that_begins_with_it() {
    check(
        "\\* one\n\n- \\[x] two\n\n## \\#three\n\n> \\\\ four\n",
        expect![[r#"
        1: paragraph [] \* one
        3: item [list] \[x] two
        5: heading [] \#three
        7: paragraph [quote] \\ four
    "#]],
    );
}

#[test]
fn alternative_texts_of_elements() {
    let text = "<p align=\"center\">\n  <a href=\"https://example.net\">\n    <img src=\"a.png\" alt=\"The logo\" />\n  </a>\n</p>\n\n\
         <img src=\"b.png\" alt=\"Two words\"> <img alt='Not this' src=\"c.png\">\n\n<table><tr><td><img alt=\"In a cell\" src=\"d.png\"></td><td>Text</td></tr></table>\n\n\
         A <img src=\"e.png\" alt=\"picture\"> in a text.\n\n[![Linked picture](f.png)](g.png)\n";
    check(
        text,
        expect![[r#"
            3: alt [] The logo
            7: alt [] Two words
            9: alt [html html html html] In a cell
            9: cell [html] Text
            11: paragraph [] A <img src="e.png" alt="picture"> in a text.
            13: paragraph [] [![Linked picture](f.png)](g.png)
        "#]],
    );
    let mut source = read(text);
    let unit = source.units.remove(0);
    assert_eq!(unit.written("Das \"Logo\""), "Das &quot;Logo&quot;");
}

#[test]
fn tags_in_code_and_after_a_backslash_are_text() {
    check(
        "- Wrap it in a `<details>` tag\n- or in a \\<div> of your own\n\nUse the `<p>` and\n``</p>`` tags `here.\n\nA <div>block</div> of HTML\n",
        expect![[r#"
            1: item [list] Wrap it in a `<details>` tag
            2: item [list] or in a \<div> of your own
            4: paragraph [] Use the `<p>` and ``</p>`` tags `here.
            7: paragraph [html] block
            7: paragraph [html] of HTML
        "#]],
    );
}

/// The text with each unit replaced by what it says.
fn identity(source: &SourceText) -> String {
    let mut text = source.normalized.text.clone();
    for unit in source.units.iter().rev().filter(|unit| unit.is_offered) {
        text.replace_range(unit.range.clone(), &unit.written(&unit.text));
    }
    text
}

#[test]
fn units_put_back_make_the_same_units() {
    let text = "---\ntitle: 'A: b'\n---\n\n> One\n> two  \n> three\n\n1. a\n   b\n\n| a \\| b | c |\n|---|---|\n| d | e |\n";
    let first = read(text);
    let second = read(&identity(&first));
    let texts = |source: &SourceText| source.units.iter().map(|unit| (unit.kind, unit.text.clone())).collect::<Vec<_>>();
    assert_eq!(texts(&first), texts(&second));
}

#[test]
fn units_of_components_are_markdown() {
    check(
        "---\ntitle: A\n---\n\n<Tabs>\n  <Tab label=\"Step 1\">\n\n    Tap <code className=\"action\">Next</code>.\n\n  </Tab>\n</Tabs>\n",
        expect![[r#"
            2: title [front matter] A
            6: label [tabs] Step 1
            8: paragraph [tabs] Tap `Next`{.action}.
        "#]],
    );
}

#[test]
fn repairs_change_no_unit() {
    let broken = "# Title\n\n>[!Primary]\nlazy line\n\nSet `it` {.action} up on pro***?*.mail.ovh.net\n\n![a](b.png){.thumbnail .h-600\n";
    let source = read(broken);
    let fixed = read(&source.normalized.text);
    let texts = |source: &SourceText| source.units.iter().map(|unit| unit.text.clone()).collect::<Vec<_>>();
    assert_eq!((texts(&source), fixed.normalized.text.clone()), (texts(&fixed), source.normalized.text.clone()));
    assert_ne!(source.normalized.text, broken);
    let place = source.source().span(source.units.last().unwrap().range.clone());
    assert_eq!(place.file, FileId(7));
}

#[test]
fn what_would_change_the_words_stays_as_it_was_written() {
    check(
        "---\ntitle: A\n---\n\n``<ID_OF> and `b`<ID_OF> </br>\n",
        expect![[r#"
            2: title [front matter] A
            5: paragraph [] ``<ID_OF> and `b`<ID_OF> <br>
        "#]],
    );
}
