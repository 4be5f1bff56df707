//! A site before all of it is read: the page that is asked for is what it will be, and other guides are not read for it.

use super::*;

/// A site of which only the heads of guides are read.
fn heads(files: &[(&str, &str)]) -> Option<Workspace> {
    Workspace::of_heads(&SourceTree::from_memory(files.iter().copied()), &Wishes::default())
}

fn page(workspace: &Workspace, path: &str) -> String {
    match workspace.make(&OutputPath::parse(path).unwrap()) {
        Some(Made::Page(_, bytes) | Made::Text(bytes)) => String::from_utf8(bytes).unwrap(),
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn a_page_that_is_asked_for_is_what_it_will_be() {
    let whole = Desk::new(&[]).workspace;
    for path in ["en/mail/a/index.html", "de/mail/a/index.html", "en/mail/b/index.html", "de/mail/b/index.html", "en/mail/index.html"] {
        let mut ahead = heads(SITE).unwrap();
        ahead.read_for(&OutputPath::parse(path).unwrap());
        assert_eq!(page(&ahead, path), page(&whole, path), "{path}");
    }
}

#[test]
fn other_guides_are_not_read_for_it() {
    let mut ahead = heads(SITE).unwrap();
    let (a, b) = (OutputPath::parse("de/mail/a/index.html").unwrap(), OutputPath::parse("en/mail/b/index.html").unwrap());
    assert!(ahead.lacks(&a) && ahead.lacks(&b) && !ahead.lacks(&OutputPath::parse("en/index.html").unwrap()));
    ahead.read_for(&a);
    assert!(!ahead.lacks(&a) && ahead.lacks(&b));
    assert!(!page(&ahead, "en/mail/b/index.html").contains("A note."));
}

#[test]
fn a_small_site_and_one_with_catalogs_are_read_as_a_whole() {
    let tree = SourceTree::from_memory(SITE.iter().copied());
    assert!(Workspace::ahead(&tree, &Wishes::default()).is_none());
    let catalog = [("locales/de/guides/mail/b.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Beta\"\nmsgstr \"Beta auf Deutsch\"\n")];
    assert!(heads(&[SITE, &catalog[..]].concat()).is_none());
}
