//! Texts of catalogs, which stand in strings.

use super::check_only;
use expect_test::expect;

/// A guide in English and its French catalog.
fn french(translation: &str) -> String {
    format!(
        "-- polyguide.yaml --\nsource_locale: en\nlocales:\n  en: {{}}\n  fr: {{}}\n\
         -- content/a/guide.en.md --\n---\ntitle: A\n---\n\nFollow the \"steps\" one by one! This is: a.\n\
         -- locales/fr/guides/a.po --\nmsgid \"Follow the \\\"steps\\\" one by one! This is: a.\"\nmsgstr {translation}\n"
    )
}

#[test]
fn typography_is_looked_at_however_a_text_is_wrapped() {
    check_only(
        &["typo-space"],
        &french(r#""Suivez  les \"étapes\" une à une! Voici: a.""#),
        expect![[r#"
            locales/fr/guides/a.po:2:15 ‹  › typo-space: two spaces stand in a row
            locales/fr/guides/a.po:2:41 ‹!› typo-space: no space stands before the `!`, as French wants it
            locales/fr/guides/a.po:2:48 ‹:› typo-space: no space stands before the `:`, as French wants it
        "#]],
    );
    check_only(
        &["typo-space"],
        &french("\"\"\n\"Suivez  les \"\n\"étapes une \"\n\"à une! Voici\"\n\": a.\""),
        expect![[r#"
        locales/fr/guides/a.po:3:8 ‹  › typo-space: two spaces stand in a row
        locales/fr/guides/a.po:5:7 ‹!› typo-space: no space stands before the `!`, as French wants it
        locales/fr/guides/a.po:6:2 ‹:› typo-space: no space stands before the `:`, as French wants it
    "#]],
    );
}
