//! The rules of output: the same bytes whatever the folder and the threads, nothing written twice, nothing lost.

#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

#[path = "support/program.rs"]
mod program;

use program::succeed;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    time::SystemTime,
};
use tempfile::TempDir;

const CONFIG: &str = "title: Pens\nbase_url: https://pens.example/\nsource_locale: en-gb\nlocales:\n  en-gb: {}\n  fr-fr: {}\n  de-de:\n    fallback: [fr-fr]\n";

/// A site whose guides stand in two folders; one guide links to another.
fn new_site() -> TempDir {
    let root = TempDir::new().unwrap();
    let guide = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n\n## Ink\n\n{body}\n");
    for (path, text) in [
        ("polyguide.yaml", CONFIG.to_owned()),
        ("content/mail/blue/guide.en-gb.md", guide("Blue", "Use `pro?.mail.ovh.net`.")),
        ("content/mail/blue/guide.fr-fr.md", guide("Bleu", "Utilisez `pro?.mail.ovh.net`.")),
        ("content/mail/green/guide.en-gb.md", guide("Green", "See [blue](/pages/mail/blue#ink).")),
        ("content/mail/red/guide.en-gb.md", guide("Red", "```bash\necho red\n```")),
        ("content/paper/white/guide.en-gb.md", guide("White", "> [!warning]\n> Fragile.")),
        ("content/paper/white/images/sheet.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>".to_owned()),
    ] {
        let path = root.path().join("site").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

#[track_caller]
fn build(root: &TempDir, options: &str) {
    succeed(root.path(), &format!("build site {options}"));
}

/// All files below a folder with their bytes and when they were written.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, (fs::read(entry.path()).unwrap(), entry.metadata().unwrap().modified().unwrap()))
    };
    entries.map(file).collect()
}

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

fn public(root: &TempDir) -> std::path::PathBuf {
    root.path().join("site/public")
}

#[test]
fn folders_and_threads_leave_no_trace() {
    let (one, other) = (new_site(), new_site());
    build(&one, "--jobs 1");
    build(&other, "--jobs 2 --out elsewhere");
    let (one, other) = (bytes(&public(&one)), bytes(&other.path().join("elsewhere")));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(other[path] == *bytes, "{path} differs");
    }
    assert!(one.len() > 20, "{:?}", one.keys());
}

#[test]
fn a_build_over_a_finished_one_writes_nothing() {
    let root = new_site();
    build(&root, "--jobs 2");
    let before = files(&public(&root));
    build(&root, "--jobs 1");
    assert!(before == files(&public(&root)), "bytes and times are the same");
}

#[test]
fn what_was_cut_off_is_completed() {
    let root = new_site();
    build(&root, "");
    let before = bytes(&public(&root));
    fs::write(public(&root).join("en-gb/mail/blue/index.html"), "<!doctype").unwrap();
    fs::remove_file(public(&root).join("fr-fr/mail/blue/index.html")).unwrap();
    build(&root, "");
    assert!(before == bytes(&public(&root)));
}

#[test]
fn a_guide_that_goes_takes_only_its_pages_along() {
    let root = new_site();
    build(&root, "--no-search");
    let before = files(&public(&root));
    fs::remove_dir_all(root.path().join("site/content/mail/red")).unwrap();
    build(&root, "--no-search");
    let after = files(&public(&root));
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert_eq!(gone, ["de-de/mail/red/index.html", "en-gb/mail/red/index.html", "fr-fr/mail/red/index.html"]);
    assert!(after.keys().all(|path| before.contains_key(path)), "nothing comes");
    let rewritten: BTreeSet<&str> = after.iter().filter(|(path, file)| before[*path] != **file).map(|(path, _)| path.as_str()).collect();
    let unneeded: Vec<&&str> = rewritten.iter().filter(|path| path.contains("/paper/")).collect();
    assert!(unneeded.is_empty(), "pages that neither list nor link it: {unneeded:?}");
    for path in &rewritten {
        let lists_it = String::from_utf8_lossy(&before[*path].0).contains("red");
        assert!(lists_it || path.starts_with('.'), "{path} did not name it");
    }
    assert!(rewritten.contains("en-gb/mail/index.html"), "the landing page listed it: {rewritten:?}");
}

#[test]
fn a_redirect_that_goes_takes_its_rule_along() {
    let root = new_site();
    let red = root.path().join("site/content/mail/red/guide.en-gb.md");
    let without = fs::read_to_string(&red).unwrap();
    build(&root, "--no-search");
    let before = files(&public(&root));
    fs::write(&red, without.replace("title: Red\n", "title: Red\naliases: [old]\n")).unwrap();
    build(&root, "--no-search");
    let with = bytes(&public(&root));
    let new: Vec<&String> = with.keys().filter(|path| !before.contains_key(*path)).collect();
    assert_eq!(new, ["_redirects", "en-gb/old/index.html"]);
    fs::write(&red, without).unwrap();
    build(&root, "--no-search");
    assert!(before.into_iter().map(|(path, (bytes, _))| (path, bytes)).eq(bytes(&public(&root))));
}

/// The files of a locale's search index.
fn index(root: &TempDir, locale: &str) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let below = format!("/{locale}/");
    files(&public(root)).into_iter().filter(|(path, _)| path.starts_with("assets/search-") && path.contains(&below)).collect()
}

#[test]
fn an_index_that_was_damaged_is_made_again() {
    let root = new_site();
    build(&root, "");
    let before = bytes(&public(&root));
    let first = index(&root, "fr-fr").into_keys().find(|path| path.ends_with(".pf_index")).unwrap();
    fs::write(public(&root).join(&first), "other bytes").unwrap();
    build(&root, "");
    assert!(before == bytes(&public(&root)));
    // What is remembered of it may go at any time.
    fs::remove_dir_all(public(&root).join(".polyguide/sets")).unwrap();
    build(&root, "");
    assert!(before == bytes(&public(&root)));
}

#[test]
fn a_changed_text_changes_the_index_of_its_locales_alone() {
    let root = new_site();
    build(&root, "");
    let (english, french) = (index(&root, "en-gb"), index(&root, "fr-fr"));
    fs::write(root.path().join("site/content/mail/blue/guide.fr-fr.md"), "---\ntitle: Bleu\n---\n\nTout autre chose.\n").unwrap();
    build(&root, "");
    assert!(english == index(&root, "en-gb") && !english.is_empty());
    assert_ne!(french.keys().collect::<Vec<_>>(), index(&root, "fr-fr").keys().collect::<Vec<_>>());
}

#[test]
fn a_site_can_do_without_search() {
    let root = new_site();
    build(&root, "");
    build(&root, "--no-search");
    let left = files(&public(&root));
    let of_search = |path: &&String| path.contains("search") || path.contains("index-a-z");
    assert_eq!(left.keys().filter(of_search).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(!String::from_utf8_lossy(&left["en-gb/mail/blue/index.html"].0).contains("class=\"search-link\""));
}
