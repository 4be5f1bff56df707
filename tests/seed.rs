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
    for word in words(&source.replace("{.external}", "").replace("**", "")).split(' ').filter(|word| word.len() > 3) {
        let is_markup =
            ["thumbnail", "action", "primary", "https", "images", "title", "slug", "excerpt", "section", "order"].contains(&word);
        assert!(
            is_markup
                || seen.contains(word)
                || source.contains(&format!("/{word}"))
                || source.contains(&format!("{word}.png"))
                || source.contains(&format!("={word}"))
                || source.contains(&format!("&{word}"))
                || source.contains(&format!("section: '{word}"))
                || source.contains(&format!("{word}.gif"))
                || source.contains("smartphone'"),
            "`{word}` is lost"
        );
    }
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
