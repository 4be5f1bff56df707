//! What counts as work in a locale whose language other regions have.

use super::*;

#[test]
fn what_another_region_has_is_no_work() {
    let locales = "{ en-gb: {}, en-ie: {}, fr-fr: {}, fr-be: { fallback: fr-fr }, fr-ca: { fallback: [fr-be, fr-fr] }, fr-ch: { fallback: [de-de, fr-fr] }, fr-lu: {}, de-de: {} }";
    let files = [
        ("polyguide.yaml", format!("title: A\ncontent: .\nsource_locale: en-gb\nlocales: {locales}\n")),
        ("a/guide.en-gb.md", GUIDE.to_owned()),
        ("a/guide.fr-fr.md", GUIDE.replace("Yes", "Oui")),
        ("a/guide.de-de.md", GUIDE.replace("Yes", "Ja")),
        ("b/guide.en-gb.md", GUIDE.to_owned()),
        ("c/guide.en-gb.md", GUIDE.to_owned()),
        ("c/meta.yaml", "disable_languages: [fr-fr, fr-be]\n".to_owned()),
    ];
    let of = |folder: &str| {
        with_project(&files, |project| {
            let status = project.status(&project.targets(&[]).unwrap());
            let one = |locale: &status::LocaleStatus| {
                let guide = locale.guides.iter().find(|guide| guide.folder == folder).unwrap();
                let (by, words) = (guide.covered_by.as_ref().map_or("-", Locale::as_str), guide.counts.words);
                format!("{} {} {by} {words}\n", locale.locale, guide.held.as_str())
            };
            status.locales.iter().map(one).collect::<String>()
        })
    };
    expect![[r#"
        en-ie fallback en-gb 0
        fr-fr file - 0
        fr-be fallback fr-fr 0
        fr-ca fallback fr-fr 0
        fr-ch nothing - 8
        fr-lu nothing - 8
        de-de file - 0
    "#]]
    .assert_eq(&of("a"));
    // Where no region has a text, it is to be made once.
    expect![[r#"
        en-ie fallback en-gb 0
        fr-fr nothing - 8
        fr-be fallback fr-fr 0
        fr-ca fallback fr-fr 0
        fr-ch fallback fr-fr 0
        fr-lu nothing - 8
        de-de nothing - 8
    "#]]
    .assert_eq(&of("b"));
    // A region for which the guide is switched off has nothing to give.
    expect![[r#"
        en-ie fallback en-gb 0
        fr-fr absent - 0
        fr-be absent - 0
        fr-ca nothing - 8
        fr-ch nothing - 8
        fr-lu nothing - 8
        de-de nothing - 8
    "#]]
    .assert_eq(&of("c"));
}
