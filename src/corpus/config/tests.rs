//! Small configurations in, what they mean and what was said out.

use super::*;
use crate::text::line_and_column;
use expect_test::{Expect, expect};
use std::fmt::Write;

/// What was read from a site with this configuration and these other files, and the diagnostics.
fn report(yaml: Option<&str>, files: &[&str]) -> String {
    let all = files.iter().map(|path| (*path, "")).chain(yaml.map(|yaml| (FILE, yaml)));
    let tree = SourceTree::from_memory(all);
    let (config, diagnostics) = read(&tree);
    let mut out = format!("{} | {:?} | content {:?} | source {}\n", config.title, config.base_url, config.content, config.source_locale);
    if let Some(edit) = &config.edit_url {
        writeln!(out, "edit {edit}").unwrap();
    }
    for each in &config.locales {
        let chain: Vec<String> = config.chain(&each.locale).iter().map(Locale::to_string).collect();
        writeln!(out, "{} {:?} {}", each.lang, each.name, chain.join(" ")).unwrap();
    }
    for found in diagnostics {
        let (line, column) = line_and_column(yaml.unwrap_or_default(), found.span.start as usize);
        writeln!(out, "{line}:{column} {}: {} ({})", found.code.id, found.message, found.help.unwrap_or_default()).unwrap();
    }
    out
}

#[track_caller]
fn check(yaml: &str, files: &[&str], expected: Expect) {
    expected.assert_eq(&report(Some(yaml), files));
}

#[test]
fn everything_that_can_be_said() {
    check(
        "title: Mail\nbase_url: https://guides.example.net/mail\ncontent: ./pages/\nsource_locale: FR-fr\nedit_url: 'https://git.example.net/{path}'\nlocales:\n  fr-fr: {}\n  en-gb: { name: English }\n  en-asia: { fallback: [en-gb], lang: en-SG }\n  en-ie:\n    fallback: en-asia\n  de:\n",
        &["pages/guide.fr-fr.md"],
        expect![[r#"
            Mail | Some("https://guides.example.net/mail/") | content "pages" | source fr-fr
            edit https://git.example.net/{path}
            fr-FR None fr-fr
            en-GB Some("English") en-gb fr-fr
            en-SG None en-asia en-gb fr-fr
            en-IE None en-ie en-asia en-gb fr-fr
            de None de fr-fr
        "#]],
    );
}

#[test]
fn without_a_configuration_the_files_tell() {
    let files = ["a/guide.fr-fr.md", "a/guide.de-de.md", "b/guide.de-de.md", "b/guide.fr-fr.md", "index.en.md", "x.pl.md", "guide.md"];
    expect![[r#"
        Guides | None | content "" | source de-de
        de-DE None de-de
        en None en de-de
        fr-FR None fr-fr de-de
    "#]]
    .assert_eq(&report(None, &files));
    expect![[r#"
        Guides | None | content "" | source en-gb
        en-GB None en-gb
        1:1 config: `polyguide.yml` is not read (call it `polyguide.yaml`)
    "#]]
    .assert_eq(&report(None, &["polyguide.yml"]));
}

#[test]
fn what_the_configuration_does_not_say_is_inferred_from_its_content() {
    check(
        "base_url:\n",
        &["content/guide.fr.md", "other/guide.de.md"],
        expect![[r#"
        Guides | None | content "content" | source fr
        fr None fr
    "#]],
    );
    check(
        "",
        &[],
        expect![[r#"
        Guides | None | content "content" | source en-gb
        en-GB None en-gb
    "#]],
    );
}

#[test]
fn the_folder_of_the_guides_is_that_which_holds_all_of_them() {
    for (files, content) in [
        (&["pages/a/guide.fr-fr.md", "pages/index.md", "README.md"][..], "pages"),
        (&["pages/a/guide.fr-fr.md", "b/guide.fr-fr.md"], ""),
        (&["content/a/guide.fr-fr.md", "pages/x.md"], "content"),
    ] {
        let found = report(None, files);
        assert!(found.starts_with(&format!("Guides | None | content {content:?} |")), "{files:?}: {found}");
    }
}

#[test]
fn unknown_keys_are_reported() {
    check(
        "titel: x\nlocals: {}\nlocales: { fr: { langauge: fr } }\ntheme: dark\n",
        &[],
        expect![[r#"
            Guides | None | content "content" | source fr
            fr None fr
            1:1 config: unknown key `titel` (did you mean `title`?)
            2:1 config: unknown key `locals` (did you mean `locales`?)
            3:18 config: unknown key `langauge` (allowed: `fallback`, `name` or `lang`)
            4:1 config: unknown key `theme` (allowed: `title`, `base_url`, `content`, `source_locale`, `edit_url`, `locales`, `max_untranslated`, `stale_notice` or `check`)
        "#]],
    );
}

#[test]
fn values_that_cannot_be_are_reported() {
    check(
        "title: [x]\nbase_url: guides.example.net\ncontent: ../pages\nsource_locale: de\nedit_url: https://example.net/\nlocales:\n  fr_fr:\n  fr-fr: { lang: french_1 }\n  FR-FR: {}\n  it: x\n",
        &[],
        expect![[r#"
            Guides | None | content "content" | source fr-fr
            fr-FR None fr-fr
            it None it fr-fr
            1:8 config: `title` must be a text (put it in quotes if it begins with a bracket)
            2:11 config: `guides.example.net` is no address that a site can have (an absolute address is needed without spaces and quotes, such as `https://guides.example.net/`)
            3:10 config: `../pages` is no folder below the site's folder (write a relative path with `/` and without `..`)
            4:16 config: the source locale `de` is none of the site's locales (allowed: `fr-fr` or `it`)
            5:11 config: `edit_url` does not say where the file's path belongs (write an address with `{path}`, such as `https://git.example.net/guides/edit/main/{path}`)
            7:3 config: `fr_fr` is no locale (write a language and a region: `fr`, `en-gb`)
            8:18 config: `french_1` is no language tag (write a language, and a region if it matters: `fr`, `en-GB`, `zh-Hant-TW` (BCP 47))
            9:3 config: the locale `fr-fr` stands twice (keep one of them; the first one counts)
            10:7 config: a locale must be a mapping (write lines like `key: value`)
        "#]],
    );
    check(
        "content: pages\nlocales: [fr, de]\nbase_url: https://example.net/?a\nedit_url: /edit/{path}\n",
        &["content/guide.fr.md"],
        expect![[r#"
            Guides | None | content "pages" | source en-gb
            en-GB None en-gb
            1:10 config: the folder `pages` holds no file (name the folder with the guides, seen from that of `polyguide.yaml`)
            2:10 config: `locales` must be a mapping (write lines like `key: value`)
            3:11 config: `https://example.net/?a` is no address that a site can have (an address is needed without any of `?#{};$`, such as `https://guides.example.net/`)
            4:11 config: `/edit/{path}` is no absolute address (write an address with `{path}`, such as `https://git.example.net/guides/edit/main/{path}`)
        "#]],
    );
}

#[test]
fn unknown_fallbacks_are_reported_with_a_proposal() {
    check(
        "locales:\n  en-gb:\n  fr: { fallback: [en-bg, xx-yyyy-zz] }\n",
        &[],
        expect![[r#"
        Guides | None | content "content" | source en-gb
        en-GB None en-gb
        fr None fr en-gb
        3:20 config: the fallback `en-bg` is none of the site's locales (did you mean `en-gb`?)
        3:27 config: the fallback `xx-yyyy-zz` is none of the site's locales (allowed: `en-gb` or `fr`)
    "#]],
    );
}

#[test]
fn cycles_are_named_and_cut() {
    check(
        "source_locale: a1x-x1\nlocales: {}\n",
        &[],
        expect![[r#"
            Guides | None | content "content" | source en-gb
            en-GB None en-gb
            1:16 config: the source locale `a1x-x1` is none of the site's locales (allowed: `en-gb`)
        "#]],
    );
    check(
        "locales:\n  aa: { fallback: [bb, aa] }\n  bb: { fallback: [cc] }\n  cc: { fallback: [dd, bb, aa] }\n  dd: {}\n  ee: { fallback: [aa] }\n",
        &[],
        expect![[r#"
            Guides | None | content "content" | source aa
            aa None aa bb cc dd
            bb None bb cc dd aa
            cc None cc dd aa
            dd None dd aa
            ee None ee aa bb cc dd
            2:24 locale-fallback-cycle: the fallbacks form a cycle: `aa` → `aa` (take `aa` out of this list)
            4:24 locale-fallback-cycle: the fallbacks form a cycle: `bb` → `cc` → `bb` (take `bb` out of this list)
            4:28 locale-fallback-cycle: the fallbacks form a cycle: `aa` → `bb` → `cc` → `aa` (take `aa` out of this list)
        "#]],
    );
}

#[test]
fn own_fallbacks_come_before_inherited_ones() {
    check(
        "source_locale: dd\nlocales:\n  aa: { fallback: [bb, cc] }\n  bb: { fallback: [ee] }\n  cc:\n  dd:\n  ee:\n",
        &[],
        expect![[r#"
        Guides | None | content "content" | source dd
        aa None aa bb cc ee dd
        bb None bb ee dd
        cc None cc dd
        dd None dd
        ee None ee dd
    "#]],
    );
}

#[test]
fn a_broken_file_still_gives_a_configuration() {
    check(
        "title: Mail\ncontent: pages\nlocales:\n  fr: {\nsource_locale: de\n",
        &["pages/guide.de.md"],
        expect![[r#"
            Mail | None | content "pages" | source de
            de None de
            4:7 config: not valid YAML: unclosed bracket `{` (close it, or put the value in quotes)
        "#]],
    );
    check(
        "\t\n@",
        &["content/guide.de.md"],
        expect![[r#"
            Guides | None | content "content" | source de
            de None de
            2:1 config: not valid YAML: unexpected character: `@` (put a value that begins with `@`, `` ` `` or `%` in quotes)
        "#]],
    );
    let tree = SourceTree::from_memory([(FILE, &b"title: \xff"[..])]);
    assert_eq!(read(&tree).1[0].code.id, "file-encoding");
}

#[test]
fn many_locales_take_no_time() {
    let mut yaml = String::from("locales:\n");
    let label = |at: u32| format!("aa-x{at:04}");
    (0..500).for_each(|at| writeln!(yaml, "  {}: {{ fallback: [{}, zz] }}", label(at), label((at + 1) % 500)).unwrap());
    let (config, diagnostics) = read(&SourceTree::from_memory([(FILE, yaml)]));
    assert_eq!((config.locales.len(), diagnostics.len()), (500, 501));
    assert_eq!(config.chain(&config.locales[0].locale).len(), 500);
}
