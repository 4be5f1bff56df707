//! Navigation, pictures, front matter, interface texts.

use super::{check_only, fixes, told, tree};
use crate::{check::findings, diagnostic::TEMPLATE, progress::NoProgress};
use expect_test::expect;

const CONFIG: &str = "-- polyguide.yaml --\nsource_locale: en\nlocales:\n  en: {}\n  fr: {}\n  pl: {}\n";

#[test]
fn navigations_list_each_guide_once_and_all_of_them() {
    check_only(
        &["nav-orphan", "nav-duplicate-label", "nav-guide-twice", "nav-translation"],
        &format!(
            "{CONFIG}-- content/index.md --\n## Contents\n+ Mail\n    + [Pro](products/pro)\n        + [A](mail/a)\n        + [A](mail/b)\n        + [Again](mail/a)\n    + [Other](products/other)\n        + [A](mail/a)\n\
             -- content/index-translations.fr.yaml --\npro: Pro\nold: Vieux\n\
             -- content/mail/a/guide.en.md --\n---\ntitle: A\n---\nSee [d](/pages/mail/d).\n\
             -- content/mail/b/guide.en.md --\n---\ntitle: B\n---\n\
             -- content/mail/c/guide.en.md --\n---\ntitle: C\n---\nSee [me](/pages/mail/c).\n\
             -- content/mail/d/guide.en.md --\n---\ntitle: D\n---\n\
             -- content/mail/e/guide.en.md --\n---\ntitle: E\nhidden: true\n---\n"
        ),
        expect![[r#"
            content/index.md:5:9 ‹+ [A](mail/b)› nav-duplicate-label: two entries here are called `A`
              content/index.md:4:9 ‹+ [A](mail/a)› the other one
            content/index.md:6:9 ‹+ [Again](mail/a)› nav-guide-twice: the guide `mail/a` is listed twice in this section
              content/index.md:4:9 ‹+ [A](mail/a)› the first time
            content/index-translations.fr.yaml:2:6 ‹Vieux› nav-translation: `old` is no entry of the navigation
            content/index-translations.fr.yaml:1:1 ‹› nav-translation: `mail` and 1 other have no label in `fr`
            content/mail/c/guide.en.md:2:8 ‹C› nav-orphan: this guide stands in no navigation, and no other guide links to it
        "#]],
    );
}

#[test]
fn what_no_page_is_made_of() {
    check_only(
        &["theme-unused"],
        &format!(
            "{CONFIG}-- content/a/guide.en.md --\n---\ntitle: A\n---\n-- static/css/base.css --\na {{}}\n-- static/css/own.css --\na {{}}\n\
             -- static/js/page.txt --\nmine.js\n-- static/js/mine.js --\na();\n-- static/js/other.js --\nb();\n\
             -- static/logo.css --\n\n-- templates/parts/footer.html --\n{{% include \"parts/mine.html\" %}}\n\
             -- templates/parts/mine.html --\nx\n-- templates/parts/theirs.html --\nx\n-- templates/README.md --\nx\n"
        ),
        expect![[r#"
            templates/parts/theirs.html:1:1 ‹› theme-unused: no page is made of `templates/parts/theirs.html`
            static/css/own.css:1:1 ‹› theme-unused: no page is made of `static/css/own.css`
            static/js/other.js:1:1 ‹› theme-unused: no page is made of `static/js/other.js`
        "#]],
    );
}

const SVG: &str = "<svg width=\"1\" height=\"1\"/>";

#[test]
fn pictures_of_other_languages_and_unused_ones() {
    let site = format!(
        "{CONFIG}-- content/a/guide.en.md --\n---\ntitle: A\n---\n![](images/login-fr.svg) ![](images/menu_FR.svg) ![](images/only-fr.svg)\n\
         -- content/a/images/login-fr.svg --\n{SVG}\n-- content/a/images/login-en.svg --\n{SVG}\n-- content/a/images/menu_FR.svg --\n{SVG}\n\
         -- content/a/images/menu_EN.svg --\n{SVG}\n-- content/a/images/only-fr.svg --\n{SVG}\n-- content/a/form.pdf --\nx\n"
    );
    fixes(
        &["image-locale"],
        &site,
        expect![[r#"
            image-locale Unsafe: ‹images/login-fr.svg› → `images/login-en.svg`
            image-locale Unsafe: ‹images/menu_FR.svg› → `images/menu_EN.svg`
        "#]],
    );
    check_only(
        &["image-unused", "asset-unused", "image-duplicate"],
        &site,
        expect![[r#"
            content/a/guide.en.md:4:26 ‹![](images/menu_FR.svg)› image-duplicate: `menu_FR.svg` is the same picture as `login-fr.svg`
              content/a/guide.en.md:4:1 ‹![](images/login-fr.svg)› the other one
            content/a/guide.en.md:4:50 ‹![](images/only-fr.svg)› image-duplicate: `only-fr.svg` is the same picture as `login-fr.svg`
              content/a/guide.en.md:4:1 ‹![](images/login-fr.svg)› the other one
            content/a/form.pdf:1:1 ‹› asset-unused: no guide links to `form.pdf`
            content/a/images/login-en.svg:1:1 ‹› image-unused: no guide shows `login-en.svg` or `menu_EN.svg`
        "#]],
    );
}

#[test]
fn files_that_guides_include_are_used() {
    let guide =
        |text: &str| format!("-- content/a/guide.en.md --\n---\ntitle: A\n---\n```ini\n{text}\n```\n-- content/shared/e.ini --\na=1\n");
    check_only(&["asset-unused"], &guide("{!> shared/e.ini !}"), expect![[""]]);
    check_only(
        &["asset-unused"],
        &guide("a=1"),
        expect![[r#"
        content/shared/e.ini:1:1 ‹› asset-unused: no guide links to `e.ini`
    "#]],
    );
}

#[test]
fn interface_texts_agree_with_the_source() {
    check_only(
        &["message-superfluous", "message-variables", "message-plural", "message-untranslated", "message-missing"],
        &format!(
            "{CONFIG}-- content/a/guide.en.md --\n---\ntitle: A\n---\n-- templates/own.html --\n{{{{ texts.own_text }}}} own-title\n\
             -- locales/en/a.ftl --\nown-text = Our own {{ $name }}\nown-title = Of our own house\n    .hint = Hint\nspare = x\n\
             -- locales/fr/a.ftl --\nown-text = À nous\nown-title = Of our own house\n\
             -- locales/pl/a.ftl --\nguide-count = {{ $count }} poradników\nlast-updated = {{ $date ->\n    [one] a\n    [two] b\n   *[other] c {{ $date }}\n}}\n"
        ),
        expect![[r#"
            locales/en/a.ftl:4:1 ‹spare› message-superfluous: nothing shows the message `spare`
            locales/fr/a.ftl:1:1 ‹own-text› message-variables: the message `own-text` does not show `$name`
              locales/en/a.ftl:1:1 ‹own-text› the source
            locales/fr/a.ftl:2:1 ‹own-title› message-untranslated: the message `own-title` is still in the source's language
              locales/en/a.ftl:2:1 ‹own-title› the source
            locales/fr/a.ftl:2:1 ‹own-title› message-missing: the attribute `.hint` of the message `own-title` is missing
              locales/en/a.ftl:2:1 ‹own-title› the source
            locales/pl/a.ftl:1:1 ‹guide-count› message-plural: the message `guide-count` has one form for all numbers `$count`
            locales/pl/a.ftl:2:19 ‹date› message-plural: the message `last-updated` lacks the plural forms `few` and `many` of this language
            locales/pl/a.ftl:2:19 ‹date› message-plural: no number has the plural form `two` in this language
            locales/pl/a.ftl:1:1 ‹› message-missing: the message `own-text` is missing in `pl`
              locales/en/a.ftl:1:1 ‹own-text› the source
            locales/pl/a.ftl:1:1 ‹› message-missing: the message `own-title` is missing in `pl`
              locales/en/a.ftl:2:1 ‹own-title› the source
        "#]],
    );
}

#[test]
fn front_matter_agrees_with_the_source() {
    let long = "word ".repeat(50);
    check_only(
        &["fm-locale-drift", "fm-excerpt", "locale-stale", "locale-missing"],
        &format!(
            "{CONFIG}-- content/a/guide.en.md --\n---\ntitle: A\nexcerpt: x\norder: 1\nupdated: 2026-02-01\n---\n\
             -- content/a/guide.fr.md --\n---\ntitle: A\nexcerpt: {long}\norder: 2\nupdated: 2026-01-31\n---\n\
             -- content/b/guide.en.md --\n---\ntitle: B\n---\n-- content/b/guide.fr.md --\n---\ntitle: B\nexcerpt: x\n---\n\
             -- content/c/guide.en.md --\n---\ntitle: C\nexcerpt: x\n---\n"
        ),
        expect![[r#"
            content/a/guide.fr.md:5:10 ‹2026-01-31› locale-stale: this text is of 2026-01-31, its source `en` of 2026-02-01
              content/a/guide.en.md:5:10 ‹2026-02-01› the source's date
            content/c/guide.en.md:2:8 ‹C› locale-missing: this guide is not translated for `fr`
            content/a/guide.fr.md:3:10 ‹word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word› fm-excerpt: this excerpt has 249 characters, of which lists and search engines show 200 at most
            content/b/guide.en.md:2:8 ‹B› fm-excerpt: the front matter has no `excerpt`
            content/a/guide.fr.md:2:8 ‹A› fm-locale-drift: `order` is not what the source says
              content/a/guide.en.md:2:8 ‹A› `en`: the source
        "#]],
    );
}

#[test]
fn two_titles_are_alike_once_for_all_regions_of_a_language() {
    let guide = |path: &str, locale: &str| format!("-- content/{path}/guide.{locale}.md --\n---\ntitle: A\n---\nText.\n");
    let locales = ["en-gb", "en-us", "fr-fr"];
    let guides: String = ["a", "b"].iter().flat_map(|path| locales.map(|locale| guide(path, locale))).collect();
    check_only(
        &["title-duplicate"],
        &format!("-- polyguide.yaml --\nsource_locale: en-gb\nlocales:\n  en-gb: {{}}\n  en-us: {{}}\n  fr-fr: {{}}\n{guides}"),
        expect![[r#"
            content/b/guide.en-gb.md:2:8 ‹A› title-duplicate: two guides are called `A`
              content/a/guide.en-gb.md:2:8 ‹A› the other one
            content/b/guide.fr-fr.md:2:8 ‹A› title-duplicate: two guides are called `A`
              content/a/guide.fr-fr.md:2:8 ‹A› the other one
        "#]],
    );
}

#[test]
fn templates_of_the_site_are_run_for_every_page() {
    let found_with = |footer: &str| {
        let page = "-- content/a/guide.en.md --\n---\ntitle: A\n---\nText.\n";
        let tree = tree(&format!("{CONFIG}{page}-- templates/parts/footer.html --\n{footer}\n"));
        let (_, mut found) = findings(&tree, &NoProgress).unwrap();
        found.retain(|found| found.code == &TEMPLATE);
        told(found, &tree)
    };
    expect![""].assert_eq(&found_with("<p>{{ page.title }}</p>"));
    expect![[r#"
        templates/parts/footer.html:1:7 ‹page› template: math operations can only be done on numbers, found `string`
    "#]]
    .assert_eq(&found_with("<p>{{ page.title * 2 }}</p>"));
}
