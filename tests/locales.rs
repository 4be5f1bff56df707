//! The interface texts that the program brings: every locale has every message of `en-gb`, with the same variables,
//! and none has a mistake.

#![expect(clippy::disallowed_methods, reason = "the locales are read from disk")]

use polyguide::{
    corpus::messages::{LAST_RESORT, Messages},
    locale::Locale,
    source::SourceTree,
    text::line_and_column,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Every Fluent file of the folder `locales`, by its path there.
fn shipped() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut files = BTreeMap::new();
    for locale in fs::read_dir(&folder).expect("the folder `locales` is there") {
        let locale = locale.unwrap().path();
        for file in fs::read_dir(&locale).into_iter().flatten() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "ftl") {
                let name = file.strip_prefix(folder.parent().unwrap()).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read_to_string(&file).unwrap());
            }
        }
    }
    files
}

fn locales(files: &BTreeMap<String, String>) -> BTreeSet<Locale> {
    files.keys().filter_map(|path| Locale::parse(path.split('/').nth(1)?)).collect()
}

/// All locales as if they were a site's, whose author is told every mistake; only `en-gb` is bundled.
fn read(files: &BTreeMap<String, String>) -> (Messages, Vec<String>) {
    let reference = format!("locales/{LAST_RESORT}/");
    let bundled: Vec<(&str, &str, &str)> =
        files.iter().filter_map(|(path, text)| Some((LAST_RESORT, path.strip_prefix(&reference)?, &**text))).collect();
    assert!(!bundled.is_empty(), "no file in `{reference}`");
    let tree = SourceTree::from_memory(files.iter().map(|(path, text)| (path, text.as_str())));
    let (messages, diagnostics) = Messages::read(&tree, &bundled);
    let said = diagnostics.iter().map(|found| {
        let path = tree.path(found.span.file).as_str();
        let (line, column) = line_and_column(&files[path], found.span.range().start);
        format!("{path}:{line}:{column}: {}", found.message)
    });
    (messages, said.collect())
}

#[test]
fn every_locale_has_every_message_and_no_mistake() {
    let (_, said) = read(&shipped());
    assert!(said.is_empty(), "\n{}", said.join("\n"));
}

#[test]
fn every_locale_uses_the_same_messages_and_variables() {
    let files = shipped();
    let (messages, _) = read(&files);
    let english: BTreeMap<_, _> = messages.own_messages(&Locale::parse(LAST_RESORT).unwrap()).collect();
    for locale in locales(&files) {
        for (id, variables) in messages.own_messages(&locale) {
            assert_eq!(Some(&variables), english.get(id), "`{id}` in `{locale}`, beside `{LAST_RESORT}`");
        }
    }
}

#[test]
fn no_text_shows_its_syntax() {
    let files = shipped();
    let (messages, _) = read(&files);
    for locale in locales(&files) {
        for (id, text) in messages.static_texts(std::slice::from_ref(&locale)) {
            assert!(!text.trim().is_empty() && !text.contains(['{', '}']), "`{id}` in `{locale}`: {text:?}");
        }
    }
}

#[test]
fn counts_have_the_forms_of_their_language() {
    let files = shipped();
    let (messages, _) = read(&files);
    // How many forms of a noun these numbers need, at least (CLDR's plural rules).
    for (language, counts, forms) in [("en", &[1, 2][..], 2), ("fr", &[1, 2], 2), ("pl", &[1, 2, 5], 3), ("ar", &[1, 2, 3, 11], 4)] {
        for locale in locales(&files).into_iter().filter(|locale| locale.language() == language) {
            let form = |count: &usize| {
                let text = messages.get(std::slice::from_ref(&locale), "guide-count", &[("count", (*count).into())]).value;
                text.replace(char::is_numeric, "").trim().to_owned()
            };
            let found: BTreeSet<String> = counts.iter().map(form).collect();
            assert!(found.len() >= forms, "`guide-count` in `{locale}`: {found:?}");
        }
    }
}
