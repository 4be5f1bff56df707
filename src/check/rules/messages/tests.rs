use super::*;

/// The program's own texts in all languages, compared with its English ones.
#[test]
fn the_bundled_texts_have_no_findings() {
    let mut locales: BTreeMap<Locale, Texts> = BTreeMap::new();
    for (label, _, text) in bundled::messages() {
        add(locales.entry(Locale::parse(label).unwrap()).or_default(), FileId(0), text);
    }
    let english = Locale::parse(LAST_RESORT).unwrap();
    let mut found = Vec::new();
    // No message is the site's own, so that all of them must be in all languages.
    let originals = locales[&english].clone();
    compare::compare(&locales, &(&english, originals.clone()), &Texts::new(), &names(&originals), &mut found);
    let found: Vec<String> = found.into_iter().map(|found| format!("{}: {}", found.code.id, found.message)).collect();
    assert_eq!(found, [""; 0]);
    assert!(locales.len() >= 8);
}

fn names(texts: &Texts) -> String {
    texts.keys().map(|name| format!("{name} ")).collect()
}
