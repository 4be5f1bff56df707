//! Real guides: nothing of them is lost, nothing of their markup leaks.

#![expect(clippy::disallowed_methods, reason = "the guides are read from disk")]

mod support;

use regex::Regex;
use std::{fs, path::Path};
use support::{Built, build_folder, leaks, main_of, shared, visible, words};

/// Every guide of a folder: its path below it, and its text.
fn guides(folder: &Path) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|file| file.file_name().to_string_lossy().starts_with("guide."))
        .map(|file| (file.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned(), fs::read_to_string(file.path()).unwrap()))
        .collect()
}

/// The page of a guide's file, by its address without slug.
fn page<'a>(built: &'a Built, path: &str, content: &str) -> &'a str {
    let (folder, name) = path.rsplit_once('/').unwrap();
    let locale = name.trim_start_matches("guide.").trim_end_matches(".md");
    let folder = folder.strip_prefix(content).unwrap_or(folder).trim_matches('/');
    let (parent, last) = folder.rsplit_once('/').unwrap_or(("", folder));
    let own = built.files.get(&format!("{locale}/{folder}/index.html"));
    // Guides of the first generation name their last folder by a slug.
    own.map_or_else(|| built.file(&format!("{locale}/{parent}/{}/index.html", last.trim_end_matches("_malformed"))), String::as_str)
}

/// The source without what no reader is to see.
fn readable_lines(text: &str) -> Vec<String> {
    let expression = |pattern| Regex::new(pattern).unwrap();
    let text = expression(r"(?s)\A---[ ]*\n.*?\n---[ ]*\n").replace(text, "");
    let text = expression(r"(?s)<style>.*?</style>|<!--.*?-->").replace_all(&text, "");
    let text = expression(r"\A\s*> \[!primary\]\n(?:>.*\n)*")
        .replace(&text, |found: &regex::Captures| if found[0].contains("SYSTRAN") { String::new() } else { found[0].to_owned() });
    let text = expression(r"(?m)^[> ]*@api .*$|^/// details \||^[> ]*\[![a-z]+\]").replace_all(&text, "");
    let text = expression(r"!?[\[{]([^\[\]{}]*)[\])]\((?:[^()\s]|\([^()]*\))*\)?").replace_all(&text, "$1");
    let text = expression(r"\{ ?\.?(?:thumbnail|action|external)[^{}\n)\]]*[})\]]|</?[a-z][^<>\n]*>").replace_all(&text, "\u{1}");
    let text = expression(r"(?m)^[> ]*\d+\. ").replace_all(&text, "");
    text.split(['\n', '|'])
        .flat_map(|line| line.split('\u{1}'))
        .map(|line| words(&line.replace('*', "")))
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn every_guide_of_the_corpus_keeps_its_text() {
    let Some(folder) = shared("corpus/ovh") else { return };
    let built = build_folder(&folder, &[]);
    for (path, text) in guides(&folder.join("pages")) {
        let seen = words(&visible(&main_of(page(&built, &path, "")).replace("<br>", " ")));
        for line in readable_lines(&text) {
            assert!(seen.contains(&line), "{path}: `{line}` is not on the page");
        }
    }
}

#[test]
fn nothing_leaks_from_the_corpus() {
    let Some(folder) = shared("corpus/ovh") else { return };
    for (path, html) in build_folder(&folder, &[]).pages() {
        assert_eq!(leaks(html), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn blocks_are_as_many_as_their_markers() {
    let Some(folder) = shared("corpus/ovh") else { return };
    let built = build_folder(&folder, &[]);
    for (path, text) in guides(&folder.join("pages")) {
        let html = main_of(page(&built, &path, ""));
        let count = |pattern: &str| Regex::new(&format!("(?m){pattern}")).unwrap().find_iter(&text).count();
        let banner = usize::from(text.contains("SYSTRAN"));
        let expected = [
            ("data-callout=", count(r"^[> ]*>[> ]*\[!(?:primary|warning|alert|success|info)\]") - banner),
            ("class=\"faq-item\"", count(r"^> (?:API|Parámetros):")),
            ("data-api=", count(r"^[> ]*@api ")),
            ("data-details", count(r"^/// details|<details")),
            ("<table", count(r"^\|[-| :]+\|$|<table") - count(r"^\| \| \|$")),
            ("data-steps-table", count(r"^\| \| \|$")),
        ];
        for (mark, wanted) in expected {
            assert_eq!(html.matches(mark).count(), wanted, "{path}: {mark}");
        }
        let labels = tab_labels(&text);
        assert_eq!(html.matches("class=\"tab\"").count() + html.matches("class=\"step\"").count(), labels, "{path}: tabs");
    }
}

/// The lines with one `>` and a text, below a line `> [!tabs]`.
fn tab_labels(text: &str) -> usize {
    let mut inside = false;
    let mut labels = 0;
    for line in text.lines() {
        if line.trim_end() == "> [!tabs]" {
            inside = true;
        } else if !line.starts_with('>') {
            inside = false;
        } else if inside && line.starts_with("> ") && !line.starts_with("> >") && line.len() > 2 {
            labels += 1;
        }
    }
    labels
}

#[test]
fn known_mistakes_are_found_at_their_lines() {
    let Some(folder) = shared("corpus/ovh") else { return };
    let built = build_folder(&folder, &[]);
    let expected: [(&str, &[usize]); 4] = [
        ("horizon_malformed/guide.en.md", &[47, 53, 154, 158, 189, 197, 208]),
        ("how_to_configure_android/guide.pt-pt.md", &[1, 46, 64, 98, 116]),
        ("how_to_configure_outlook_2016/guide.fr-fr.md", &[225]),
        ("first_config/guide.fr-fr.md", &[70]),
    ];
    for (path, lines) in expected {
        let found = built.lines_with_findings(path);
        let missing: Vec<&usize> = lines.iter().filter(|line| !found.contains(line)).collect();
        assert!(missing.is_empty(), "{path}: nothing found on {missing:?}");
    }
}

#[test]
fn a_link_key_leads_to_the_locales_own_address() {
    let Some(folder) = shared("corpus/ovh") else { return };
    let built = build_folder(&folder, &[]);
    let address = |locale: &str| {
        let path = format!("{locale}/web_cloud/email_and_collaborative_solutions/email_pro/how_to_configure_android/index.html");
        let html = built.file(&path);
        html.split("ovhSubsidiary=").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    assert_eq!((address("fr-fr"), address("pt-pt")), ("fr".to_owned(), "pt".to_owned()));
}

#[test]
fn a_page_without_a_translation_says_so() {
    let Some(folder) = shared("corpus/ovh") else { return };
    let built = build_folder(&folder, &[]);
    let folder = "web_cloud/email_and_collaborative_solutions/email_pro/how_to_configure_android";
    let german = built.file(&format!("de-de/{folder}/index.html"));
    assert!(german.contains("<html lang=\"de-DE\"") && german.contains("<main id=\"content\" lang=\"en-GB\""));
    assert!(german.contains("Diese Anleitung ist") || german.contains("noch nicht"), "the notice is German");
    assert!(!german.contains("hreflang=\"de-DE\" href=\"https"), "no alternate");
    assert!(built.file(&format!("fr-fr/{folder}/index.html")).contains("rel=\"alternate\" hreflang=\"pt-PT\""));
    assert!(!built.file(&format!("fr-fr/{folder}/index.html")).contains("rel=\"alternate\" hreflang=\"de-DE\""));
    let main = main_of(german);
    assert!(main.contains("href=\"") && !main.contains("/en-gb/"), "links stay in the locale");
}
