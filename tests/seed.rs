//! The guide that the project was started from.

#![expect(clippy::disallowed_methods, reason = "the guide is read from disk")]

mod support;

use std::fs;
use support::{build_folder, leaks, main_of, shared, visible, words};

const PAGE: &str = "fr-fr/configuration-android/index.html";

#[test]
fn the_seed_is_all_there() {
    let Some(folder) = shared("seed") else { return };
    let built = build_folder(&folder, &[]);
    let main = main_of(built.file(PAGE));
    assert_eq!(leaks(built.file(PAGE)), Vec::<String>::new());
    assert_eq!(visible(&main).matches("pro?.mail.ovh.net").count(), 9);
    assert_eq!(main.matches("data-callout=").count(), 4);
    assert_eq!(main.matches("data-missing-image").count(), 13);
    assert_eq!(main.matches("class=\"action\"").count(), 17);
    assert_eq!((main.matches("<table").count(), main.matches("data-steps-table").count()), (2, 1));
    assert_eq!(main.matches("<table data-settings").count(), 2);
    assert_eq!(built.findings().iter().filter(|finding| finding.ends_with("image-missing")).count(), 13);
    let source = fs::read_to_string(folder.join("configuration-android/guide.fr-fr.md")).unwrap();
    let seen = words(&visible(&main));
    for word in words(&prose(&source)).split(' ') {
        assert!(format!(" {seen} ").contains(&format!(" {word} ")), "`{word}` is lost");
    }
}

/// The source without front matter, addresses, attribute lists and markers.
fn prose(source: &str) -> String {
    let body = source.splitn(3, "---\n").nth(2).unwrap();
    let without = |text: &str, pattern: &str| regex::Regex::new(pattern).unwrap().replace_all(text, " ").into_owned();
    let text = without(body, r"\]\([^)]*\)|\{\.[a-z]+\}|\[![a-z]+\]|<br>");
    text.replace("**", "")
}

#[test]
fn a_known_server_number_stands_everywhere() {
    let Some(folder) = shared("seed") else { return };
    let built = build_folder(&folder, &["email-pro.server=3"]);
    let main = main_of(built.file(PAGE));
    assert_eq!(visible(&main).matches("pro3.mail.ovh.net").count(), 9);
    for (path, text) in &built.files {
        assert!(!text.contains("pro?"), "{path}");
    }
    assert!(!visible(&main).contains("remplacer le « ? »"), "no sentence asks to replace the mark");
    assert!(visible(&main).contains("Retrouvez ce chiffre"), "the sentence after it stays");
}
