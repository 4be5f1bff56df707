//! Small files in, what was understood and what was said out.

use super::*;
use expect_test::{Expect, expect};
use std::fmt::Write;

/// What was read, the first line of the body, and the diagnostics with the text they are about.
fn report(text: &str) -> String {
    let (front, body, diagnostics) = read(FileId(0), text);
    let mut out = String::new();
    let at = |span: Span| text[span.range()].escape_debug().to_string();
    let mut put = |name: &str, value: Option<&Spanned<String>>| {
        if let Some(Spanned { value, span }) = value {
            writeln!(out, "{name}: {value} <{}>", at(*span)).unwrap();
        }
    };
    put("title", front.title.as_ref());
    put("excerpt", front.excerpt.as_ref());
    put("slug", front.slug.as_ref());
    front.aliases.iter().for_each(|alias| put("alias", Some(alias)));
    if let Some(Spanned { value, span }) = front.updated {
        writeln!(out, "updated: {value} <{}>", at(span)).unwrap();
    }
    for (name, value) in [("section", front.section), ("number", front.legacy_guide_number), ("canonical", front.canonical)] {
        value.iter().for_each(|value| writeln!(out, "{name}: {value}").unwrap());
    }
    front.order.iter().for_each(|order| writeln!(out, "order: {order:?}").unwrap());
    front.hidden.then(|| writeln!(out, "hidden").unwrap());
    writeln!(out, "body: {:?}", &text[body..]).unwrap();
    for found in diagnostics {
        write!(out, "{} <{}>: {}", found.code.id, at(found.span), found.message).unwrap();
        for edit in &found.fix {
            write!(out, " [{} -> {}]", at(edit.span), edit.replacement.escape_debug()).unwrap();
        }
        writeln!(out).unwrap();
    }
    out
}

#[track_caller]
pub(super) fn check(text: &str, expected: Expect) {
    expected.assert_eq(&report(text));
}

/// `text` with every fix applied, last first.
fn mended(text: &str) -> String {
    let mut edits: Vec<_> = read(FileId(0), text).2.into_iter().flat_map(|found| found.fix).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
    edits.into_iter().fold(text.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.range(), &edit.replacement);
        text
    })
}

#[test]
fn every_key_of_every_generation() {
    check(
        "---\ntitle: \"Mail - on a phone\"\nexcerpt: 'Read it''s mail'\nupdated: 2024-03-15\nslug: nas/cifs\nsection: ' On a phone '\norder: 08\nlegacy_guide_number: g1604\nhidden: false\nflag: hidden\nroutes:\n  canonical: https://example.net/a/\ncontribute: false\n---\nBody\n",
        expect![[r#"
            title: Mail - on a phone <\"Mail - on a phone\">
            excerpt: Read it's mail <\'Read it\'\'s mail\'>
            slug: nas/cifs <nas/cifs>
            updated: 2024-03-15 <2024-03-15>
            section: On a phone
            number: g1604
            canonical: https://example.net/a/
            order: Number(8.0)
            hidden
            body: "Body\n"
        "#]],
    );
    check(
        "---\ntitle: Mail\ndescription: Read mail\nlastUpdated: \"2026-01-02T10:00:00Z\"\navailableIn: [eu]\naliases:\n- /a/b\n- c\n---\n",
        expect![[r#"
        title: Mail <Mail>
        excerpt: Read mail <Read mail>
        alias: /a/b </a/b>
        alias: c <c>
        updated: 2026-01-02 <\"2026-01-02T10:00:00Z\">
        body: ""
    "#]],
    );
}

#[test]
fn spellings_of_the_delimiters() {
    check(
        "--- \r\ntitle: Mail \r\n---\t\r\n\r\nBody",
        expect![[r#"
        title: Mail <Mail>
        body: "\r\nBody"
        fm-delimiter-space < >: a space follows `---` [  -> ]
        fm-delimiter-space <\t>: a space follows `---` [\t -> ]
    "#]],
    );
    check(
        "\u{feff}---\ntitle: Mail\n---",
        expect![[r#"
        title: Mail <Mail>
        body: ""
    "#]],
    );
    check(
        "\n\n---\ntitle: Mail\n---\nBody",
        expect![[r#"
            title: Mail <Mail>
            body: "Body"
            fm-blank-before <\n\n>: the front matter does not begin in the first line [\n\n -> ]
        "#]],
    );
}

#[test]
fn a_file_without_front_matter_is_all_body() {
    for text in ["", "\u{feff}", "# Mail\n", "---", "---\n", "---\n\nA rule above.\n\n---\nmore", "----\nnote: x\n----\n"] {
        let (front, body, diagnostics) = read(FileId(0), text);
        assert_eq!(front, FrontMatter::default(), "{text:?}");
        assert_eq!(text[body..].trim_start_matches('\u{feff}'), text.trim_start_matches('\u{feff}'), "{text:?}");
        assert_eq!(diagnostics.iter().map(|found| found.code.id).collect::<Vec<_>>(), ["fm-missing"], "{text:?}");
    }
}

#[test]
fn empty_front_matter_has_no_title() {
    check(
        "---\n---\nBody",
        expect![[r#"
        body: "Body"
        fm-missing <--->: the front matter has no `title`
    "#]],
    );
    check(
        "---\ntitle: ''\n---\nBody",
        expect![[r#"
        body: "Body"
        fm-missing <--->: the front matter has no `title`
    "#]],
    );
}

#[test]
fn front_matter_that_is_never_closed_ends_where_its_keys_end() {
    check(
        "---\ntitle: Mail\norder: 2\n\n## Objective\n\nText\n",
        expect![[r#"
        title: Mail <Mail>
        order: Number(2.0)
        body: "\n## Objective\n\nText\n"
        fm-unclosed <--->: the front matter is never closed [ -> ---\n]
    "#]],
    );
    check(
        "---\ntitle: Mail",
        expect![[r#"
        title: Mail <Mail>
        body: ""
        fm-unclosed <--->: the front matter is never closed [ -> \n---\n]
    "#]],
    );
    check(
        "---\r\ntitle: Mail\r\nText: of the body follows\r\n\r\nNote: this\r\n",
        expect![[r#"
        title: Mail <Mail>
        body: "\r\nNote: this\r\n"
        fm-unclosed <--->: the front matter is never closed [ -> ---\r\n]
        fm-unknown-key <Text>: unknown key `Text`
    "#]],
    );
}

#[test]
fn a_rule_in_the_body_does_not_close_front_matter() {
    check(
        "---\ntitle: Mail\nslug: mail\n\n## Objective\n\nRead **mail**: now.\n\n---\nMore\n",
        expect![[r#"
            title: Mail <Mail>
            slug: mail <mail>
            body: "\n## Objective\n\nRead **mail**: now.\n\n---\nMore\n"
            fm-unclosed <--->: the front matter is never closed [ -> ---\n]
        "#]],
    );
    check(
        "---\ntitle: Mail: more\n\n## old keys\nslug: mail\n---\nMore\n",
        expect![[r#"
            title: Mail: more <Mail: more>
            slug: mail <mail>
            body: "More\n"
            fm-value <Mail: more>: YAML does not take the value of `title` for a text [ Mail: more ->  \"Mail: more\"]
        "#]],
    );
}

#[test]
fn values_that_need_quotes_are_read_as_they_stand() {
    check(
        "---\ntitle: Mail: read it\nexcerpt: @home\nslug: `x`\n---\nBody\n",
        expect![[r#"
            title: Mail: read it <Mail: read it>
            excerpt: @home <@home>
            slug: `x` <`x`>
            body: "Body\n"
            fm-value <Mail: read it>: YAML does not take the value of `title` for a text [ Mail: read it ->  \"Mail: read it\"]
            fm-value <@home>: YAML does not take the value of `excerpt` for a text [ @home ->  \"@home\"]
            fm-value <`x`>: YAML does not take the value of `slug` for a text [ `x` ->  \"`x`\"]
        "#]],
    );
    check(
        "---\ntitle: 'L'adresse'\nexcerpt: \"Say \"hi\" now\"\n---\n",
        expect![[r#"
            title: L'adresse <\'L\'adresse\'>
            excerpt: Say "hi" now <\"Say \"hi\" now\">
            body: ""
            fm-value <\'L\'adresse\'>: YAML does not take the value of `title` for a text [ \'L\'adresse\' ->  \"L\'adresse\"]
            fm-value <\"Say \"hi\" now\">: YAML does not take the value of `excerpt` for a text [ \"Say \"hi\" now\" ->  \'Say \"hi\" now\']
        "#]],
    );
    check(
        "---\ntitle:Mail\nexcerpt:\u{a0}Read: it\n---\n",
        expect![[r#"
            title: Mail <Mail>
            excerpt: Read: it <Read: it>
            body: ""
            fm-value <Mail>: no space follows the colon of `title` [Mail ->  \"Mail\"]
            fm-value <Read: it>: no space follows the colon of `excerpt` [\u{a0}Read: it ->  \"Read: it\"]
        "#]],
    );
    check(
        "---\ntitle: [Beta] Mail\nexcerpt: [Beta]\norder: - 1\n---\n",
        expect![[r#"
            title: [Beta] Mail <[Beta] Mail>
            excerpt: [Beta] <[Beta]>
            order: Text("- 1")
            body: ""
            fm-value <[Beta] Mail>: YAML does not take the value of `title` for a text [ [Beta] Mail ->  \"[Beta] Mail\"]
            fm-value <[Beta]>: YAML does not take the value of `excerpt` for a text [ [Beta] ->  \"[Beta]\"]
            fm-value <- 1>: YAML does not take the value of `order` for a text [ - 1 ->  \"- 1\"]
        "#]],
    );
    check(
        "---\ntitle: Mail\nexcerpt: Read: it\n  on two lines\nsection: Phone\n---\n",
        expect![[r#"
            title: Mail <Mail>
            excerpt: Read: it on two lines <Read: it\n  on two lines>
            section: Phone
            body: ""
            fm-value <Read: it\n  on two lines>: YAML does not take the value of `excerpt` for a text [ Read: it\n  on two lines ->  \"Read: it on two lines\"]
        "#]],
    );
}

#[test]
fn fixes_keep_what_was_read() {
    for text in [
        "---\ntitle: Mail: read it\nexcerpt: @home\nslug: `x`\n---\nBody\n",
        "---\ntitle: 'L'adresse'\nexcerpt: \"Say \"hi\" now\"\n---\n",
        "--- \r\ntitle:Mail\r\nOrder: 06\r\nupdated: 2024/3/5\r\n---\r\n",
        "---\ntitle: [Beta] Mail\nexcerpt: [Beta]\nsection: {x}\n---\n",
        "---\ntitle: Mail\nexcerpt: a: b\n  c\n---\n",
        "---\ntitle: Mail\nslug: a\n\nBody: x\n\n* y\n",
        "---\ntitle: Mail",
        "---\ntitle:Mail: x\nexcerpt:\u{a0}Read: it\n---\n",
        "\n---\ntitle: Mail\nslug : Mail : x\n---\n",
    ] {
        let (before, body, _) = read(FileId(0), text);
        let mended = mended(text);
        let (after, body_after, left) = read(FileId(0), &mended);
        assert_eq!(left, [], "{mended}");
        assert_eq!(text[body..], mended[body_after..]);
        let texts =
            |front: &FrontMatter| [&front.title, &front.excerpt, &front.slug].map(|text| text.as_ref().map(|text| text.value.clone()));
        assert_eq!(texts(&before), texts(&after));
        assert_eq!((before.order, before.updated.map(|day| day.value)), (after.order, after.updated.map(|day| day.value)));
    }
}

#[test]
fn blocks_and_escapes_are_left_to_the_library() {
    check(
        "---\ntitle: >-\n  Mail\n  on a phone\nexcerpt: \"Caf\\u00e9\"\nroutes: { canonical: 'https://example.net/' }\naliases: a\n---\nBody",
        expect![[r#"
            title: Mail on a phone <Mail\n  on a phone>
            excerpt: Café <\"Caf\\u00e9\">
            alias: a <a>
            canonical: https://example.net/
            body: "Body"
        "#]],
    );
}

#[test]
fn keys_that_mean_nothing_are_noted() {
    check(
        "---\ntitle: Mail\nOrder: 06\nexcerp: x\nfull_slug: y\nroutes:\n  other: z\n---\n",
        expect![[r#"
            title: Mail <Mail>
            order: Number(6.0)
            body: ""
            fm-key-case <Order>: the key `Order` is written `order` [Order -> order]
            fm-unknown-key <excerp>: unknown key `excerp` [excerp -> excerpt]
            fm-unknown-key <full_slug>: unknown key `full_slug`
            fm-unknown-key <other>: unknown key `other` in `routes`
        "#]],
    );
}

#[test]
fn keys_that_stand_twice_are_reported() {
    check(
        "---\ntitle: One\ntitle: Two\nexcerpt: a\ndescription: b\n---\n",
        expect![[r#"
        title: Two <Two>
        excerpt: b <b>
        body: ""
        fm-value <title>: the key `title` stands twice
        fm-value <description>: `description` says again what `excerpt` says
    "#]],
    );
}

#[test]
fn values_of_the_wrong_kind_are_reported() {
    check(
        "---\ntitle: Mail\nupdated: 15/03/2024\nhidden: maybe\nflag: shown\nroutes: x\n---\n",
        expect![[r#"
            title: Mail <Mail>
            body: ""
            fm-value <15/03/2024>: `updated` is no date in the form `2024-03-15`
            fm-value <maybe>: `hidden` must be `true` or `false`
            fm-value <shown>: the flag `shown` means nothing
            fm-value <x>: `routes` must be a mapping
        "#]],
    );
    check(
        "---\ntitle: Mail\nupdated: 2024-3-5\nexcerpt:\n- a\nroutes:\n  canonical: /a\naliases: [[x]]\n---\n",
        expect![[r#"
        title: Mail <Mail>
        updated: 2024-03-05 <2024-3-5>
        body: ""
        fm-value <2024-3-5>: `updated` is no date in the form `2024-03-15` [2024-3-5 -> 2024-03-05]
        fm-value <a>: `excerpt` must be a text
        fm-value </a>: the canonical address is not absolute
        fm-value <[x>: an alias must be an address
    "#]],
    );
}

#[test]
fn a_line_without_a_key_costs_only_itself() {
    check(
        "---\ntitle: Mail\non a phone\nslug: mail\n---\nBody",
        expect![[r#"
        title: Mail <Mail>
        slug: mail <mail>
        body: "Body"
        fm-yaml <on a phone>: a line of the front matter has no key
    "#]],
    );
}

#[test]
fn both_ways_of_reading_agree() {
    let values =
        ["x", "'it''s'", "\"a b\"", "08", "2024-03-15", "2024/3/5", "~", "", "true", "maybe", "é “x”  ", "https://a.net/#b", "'  '"];
    let keys = ["title", "excerpt", "updated", "order", "hidden", "flag", "Order", "routes", "availableIn", "other", "aliases", "slug"];
    for key in keys {
        for value in values {
            let text = format!("---\ntitle: t\n# why\n\n{key}: {value}\nroutes:\n  canonical: {value}\n---\nBody");
            let opening = block::opening(&text).unwrap();
            let (mut fast, mut slow) = (Reader::new(FileId(0), &text), Reader::new(FileId(0), &text));
            let closing = lines::read(&mut fast, opening.next).unwrap_or_else(|| panic!("not simple: {text}"));
            assert_eq!(closing.next, entries::read(&mut slow, &opening).next);
            assert_eq!((fast.front, fast.diagnostics), (slow.front, slow.diagnostics), "{text}");
        }
    }
}

#[test]
fn nothing_hangs_or_panics() {
    let long = "---\n".to_owned() + &"key: value\n".repeat(1 << 20);
    assert_eq!(read(FileId(0), &(long.clone() + "---\nBody")).1, long.len() + 4);
    assert_eq!(read(FileId(0), &long).1, long.len());
    let long = "---\ntitle: ".to_owned() + &"x".repeat(1 << 20) + "\n---\nBody";
    let (front, body, diagnostics) = read(FileId(0), &long);
    assert_eq!((front.title, &long[body..], diagnostics[0].code.id), (None, "Body", "fm-yaml"));
    let text = "---\ntitle: \"é: '\u{a0}\r\n- [a\n\t{: #x\n? |\n--- \n...\u{feff}\n&a *b\n---\nBody";
    for start in 0..text.len() {
        for end in start..text.len() {
            if let Some(part) = text.get(start..end) {
                let (_, body, _) = read(FileId(0), part);
                assert!(part.is_char_boundary(body));
            }
        }
    }
}

#[test]
fn a_day_that_no_calendar_has_is_told() {
    assert!(report("---\ntitle: A\nupdated: 2024-02-30\n---\n").contains("fm-value <2024-02-30>: there is no day `2024-02-30`"));
}
