//! Every folder in `tests/sites/` is a test: `input/` is built, and what stands in `<main>` of each page must equal `expected/`.
//! A file `values` beside them holds the settings of `--set`, a line each. `UPDATE_EXPECT=1` rewrites what is expected.

#![expect(clippy::disallowed_methods, reason = "the sites are on disk")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
};
use support::{build_folder, main_of};

#[test]
fn sites() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut cases: Vec<_> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 3);
    for case in cases {
        check(&case);
    }
}

fn check(case: &Path) {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let settings = fs::read_to_string(case.join("values")).unwrap_or_default();
    let built = build_folder(&case.join("input"), &settings.lines().collect::<Vec<_>>());
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in &built.files {
        let shown = if path.ends_with(".html") && text.contains("<main") { without_hashes(main_of(text)) } else { text.clone() };
        let is_plain = path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".txt");
        if is_plain && !path.ends_with("404.html") {
            files.insert(path.clone(), shown);
        }
    }
    files.insert("findings.txt".into(), built.findings().iter().map(|line| format!("{line}\n")).collect());
    let expected = case.join("expected");
    if env::var_os("UPDATE_EXPECT").is_some() {
        let _ = fs::remove_dir_all(&expected);
        for (path, text) in &files {
            let file = expected.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
    }
    for (path, text) in &files {
        let wanted = fs::read_to_string(expected.join(path)).unwrap_or_default();
        assert_eq!(*text, wanted, "{name}: {path}");
    }
    let known: BTreeSet<String> = walkdir::WalkDir::new(&expected)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(&expected).unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(known, files.into_keys().collect(), "{name}: stale files");
}

/// The names of scripts hold what every change of them changes.
fn without_hashes(html: String) -> String {
    regex::Regex::new("assets/setup-[0-9a-f]{8}\\.js").unwrap().replace_all(&html, "assets/setup.js").into_owned()
}
