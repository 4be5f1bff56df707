//! An edit does the work that its meaning asks for, and no more; and what pages show is what a build writes.

mod ahead;
mod own_files;
mod pretence;

use super::*;
use crate::{progress::NoProgress, render::render, sink::MemorySink, source::Files, text::line_and_column};
use std::{
    collections::BTreeMap,
    io,
    sync::{Arc, Mutex, RwLock},
};

/// Files that a test edits.
#[derive(Clone, Default)]
struct Edited(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Files for Edited {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.0.lock().unwrap().get(path.as_str()).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// A site that a test works on.
struct Desk {
    files: Edited,
    workspace: Workspace,
}

const SITE: &[(&str, &str)] = &[
    ("polyguide.yaml", "title: Guides\nsource_locale: en\nlocales: { en: {}, de: {} }\n"),
    ("content/mail/a/guide.en.md", "---\ntitle: Alpha\n---\n\n## Goal\n\nSee [b](/pages/mail/b#end) and ![x](x.svg).\n"),
    ("content/mail/a/guide.de.md", "---\ntitle: Alpha auf Deutsch\n---\n\n## Ziel\n\nText.\n"),
    ("content/mail/a/x.svg", "<svg width=\"10\" height=\"20\"></svg>"),
    ("content/mail/b/guide.en.md", "---\ntitle: Beta\n---\n\n## End\n\n[[fragment:note]]\n"),
    ("fragments/note.en.md", "A note.\n"),
    ("fragments/note.de.md", "Eine Notiz.\n"),
    ("links/home", "- [en](https://example.org/)\n"),
];

impl Desk {
    fn new(more: &[(&str, &str)]) -> Self {
        let files = Edited::default();
        let texts = SITE.iter().chain(more).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        files.0.lock().unwrap().extend(texts);
        let paths = files.0.lock().unwrap().keys().filter_map(|path| SourcePath::parse(path)).collect();
        let tree = SourceTree::new(paths, Box::new(files.clone()), Vec::new());
        let (workspace, fits) = Workspace::open(tree, Wishes::default(), &NoProgress);
        fits.unwrap();
        Self { files, workspace }
    }

    /// Writes files, or removes those whose text is `None`; what was parsed, and whether all was resolved.
    fn edit(&mut self, edits: &[(&str, Option<&str>)]) -> (Vec<String>, bool) {
        let mut changes = Changes::default();
        for (path, text) in edits {
            let mut files = self.files.0.lock().unwrap();
            let source = SourcePath::parse(path).unwrap();
            match text {
                Some(text) => match files.insert((*path).to_owned(), text.as_bytes().to_vec()) {
                    Some(_) => changes.modified.push(source),
                    None => changes.added.push(source),
                },
                None => {
                    files.remove(*path);
                    changes.removed.push(source);
                }
            }
        }
        let applied = self.workspace.apply(&changes);
        self.check_against_a_build();
        (applied.parsed.iter().map(ToString::to_string).collect(), applied.resolved)
    }

    fn page(&self, path: &str) -> String {
        match self.workspace.make(&OutputPath::parse(path).unwrap()) {
            Some(Made::Page(_, bytes) | Made::Text(bytes)) => String::from_utf8(bytes).unwrap(),
            Some(Made::File(file)) => String::from_utf8(self.workspace.tree().read(file).unwrap()).unwrap(),
            other => panic!("{path}: {other:?}"),
        }
    }

    /// What is wrong, as `path:line: code`, sorted.
    fn findings(&self) -> Vec<String> {
        findings(self.workspace.tree(), self.workspace.diagnostics().iter().map(Cow::as_ref))
    }

    /// Whatever happened before: every file, and everything that is wrong, is what a build from nothing gives.
    fn check_against_a_build(&self) {
        let files = self.files.0.lock().unwrap().clone();
        let tree = SourceTree::from_memory(files);
        let (corpus, mut diagnostics) = Corpus::read(&tree, &NoProgress);
        let (site, more) = crate::site::resolve(corpus, &tree, &Selection::default());
        let sink = MemorySink::default();
        let report = render(&site, &tree, &Values::default(), &sink, &NoProgress).unwrap();
        diagnostics.extend(more.into_iter().chain(report.diagnostics));
        for (path, bytes) in sink.into_files().iter().filter(|(path, _)| !path.as_str().starts_with('_')) {
            assert_eq!(self.page(path.as_str()), String::from_utf8_lossy(bytes), "{path}");
        }
        assert_eq!(self.findings(), findings(&tree, &diagnostics));
        let inspected = self.workspace.inspect(&|| false).unwrap();
        let (_, checked) = crate::check::findings(&tree, &NoProgress).unwrap();
        assert_eq!(findings(self.workspace.tree(), &inspected), findings(&tree, &checked));
    }
}

fn findings<'a>(tree: &SourceTree, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<String> {
    let line = |found: &Diagnostic| {
        let text = tree.read(found.span.file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        format!("{}:{}: {}", tree.name(found.span.file), line_and_column(&text, found.span.start as usize).0, found.code.id)
    };
    let mut lines: Vec<String> = diagnostics.into_iter().map(line).collect();
    lines.sort();
    lines
}

const A: &str = "content/mail/a/guide.en.md";

#[test]
fn every_file_is_what_a_build_writes() {
    Desk::new(&[]).check_against_a_build();
}

#[test]
fn an_edit_of_a_text_parses_one_file_and_resolves_nothing() {
    let mut desk = Desk::new(&[]);
    let edited = "---\ntitle: Alpha\n---\n\nNew words first.\n\n## Goal\n\nSee [b](/pages/mail/b#end) and ![x](x.svg).\n";
    assert_eq!(desk.edit(&[(A, Some(edited))]), (vec![A.to_owned()], false));
    assert!(desk.page("en/mail/a/index.html").contains("New words first."));
}

#[test]
fn what_is_wrong_moves_with_its_place() {
    let mut desk = Desk::new(&[]);
    let text = |before: &str| format!("---\ntitle: Alpha\n---\n{before}\n[dead](/pages/nowhere) ![gone](gone.png) **open\n");
    desk.edit(&[(A, Some(&text("")))]);
    assert_eq!(desk.edit(&[(A, Some(&text("More.\n\n")))]), (vec![A.to_owned()], false));
    let own = |code: &str| format!("{A}:7: {code}");
    assert_eq!(desk.findings(), [own("bold-unclosed"), own("image-missing"), own("link-dead-page")]);
}

#[test]
fn a_title_or_heading_that_changes_is_seen_by_all() {
    let mut desk = Desk::new(&[]);
    let b = "content/mail/b/guide.en.md";
    assert_eq!(desk.edit(&[(b, Some("---\ntitle: Gamma\n---\n\n## Finish\n"))]), (vec![b.to_owned()], true));
    assert!(desk.page("en/mail/a/index.html").contains("Gamma"));
    assert_eq!(desk.findings(), [format!("{A}:7: anchor-unknown")]);
}

#[test]
fn half_typed_text_stops_nothing() {
    let mut desk = Desk::new(&[]);
    for text in ["", "---", "---\ntit", "---\ntitle: [", "---\ntitle: A\n---\n> [!tabs]\n> \n``", "\u{feff}<div", "/// details"] {
        assert!(desk.edit(&[(A, Some(text))]).0 == [A], "{text}");
    }
    for text in ["locales: {", "title: x\nlocales:\n  en: { fallback: [", "", "\t"] {
        desk.edit(&[("polyguide.yaml", Some(text))]);
    }
    desk.edit(&[("polyguide.yaml", Some(SITE[0].1))]);
}

#[test]
fn a_file_that_is_no_text_comes_back() {
    let mut desk = Desk::new(&[]);
    desk.files.0.lock().unwrap().insert(A.into(), vec![0xff, 0xfe]);
    let changes = Changes { modified: vec![SourcePath::parse(A).unwrap()], ..Changes::default() };
    assert!(desk.workspace.apply(&changes).resolved);
    desk.check_against_a_build();
    assert!(desk.edit(&[(A, Some("---\ntitle: Again\n---\n"))]).1);
}

#[test]
fn files_come_and_go() {
    let mut desk = Desk::new(&[]);
    let (b, new) = ("content/mail/b/guide.en.md", "content/mail/c/guide.en.md");
    // Who includes anything is parsed again: the new file may be what it includes.
    assert_eq!(desk.edit(&[(new, Some("---\ntitle: Newly\n---\n"))]).0, [b, new]);
    assert!(desk.page("de/mail/c/index.html").contains("Newly"));
    // A folder that is renamed.
    let moved = "content/post/c/guide.en.md";
    assert_eq!(desk.edit(&[(new, None), (moved, Some("---\ntitle: Newly\n---\n"))]).0, [b, moved]);
    assert!(desk.workspace.make(&OutputPath::parse("en/mail/c/index.html").unwrap()).is_none());
    assert_eq!(desk.edit(&[(moved, None)]).0, [b]);
    desk.edit(&[("content/mail/a/x.svg", None)]);
    assert_eq!(desk.findings(), [format!("{A}:7: image-missing")]);
}

#[test]
fn a_fragment_is_parsed_where_it_is_included() {
    let mut desk = Desk::new(&[]);
    let b = "content/mail/b/guide.en.md";
    assert_eq!(desk.edit(&[("fragments/note.en.md", Some("Another note.\n"))]), (vec![b.to_owned()], false));
    assert!(desk.page("en/mail/b/index.html").contains("Another note."));
    assert_eq!(desk.edit(&[("fragments/note.en.md", None)]).0, [b]);
    assert_eq!(desk.findings().len(), 1);
    assert_eq!(desk.edit(&[("fragments/note.en.md", Some("Back.\n"))]).0, [b]);
}

#[test]
fn a_picture_is_seen_and_parses_nothing() {
    let mut desk = Desk::new(&[]);
    let looks = desk.workspace.looks();
    assert_eq!(desk.edit(&[("content/mail/a/x.svg", Some("<svg width=\"30\" height=\"40\"></svg>"))]), (Vec::new(), true));
    assert!(desk.page("en/mail/a/index.html").contains("width=\"30\""));
    assert_eq!(desk.workspace.looks(), looks + 1);
}

#[test]
fn what_all_guides_are_read_with_parses_all() {
    let mut desk = Desk::new(&[]);
    assert_eq!(desk.edit(&[("locales/en/x.ftl", Some("home = Start\n"))]).0.len(), 3);
    assert_eq!(desk.edit(&[("data/services/x.yaml", Some("name: { en: X }\nhost: x.example.org\nendpoints: []\n"))]).0.len(), 3);
    assert_eq!(desk.edit(&[("polyguide.yaml", Some("title: Other\nsource_locale: en\nlocales: { en: {}, de: {}, fr: {} }\n"))]).0.len(), 3);
    assert!(desk.page("fr/mail/a/index.html").contains("Other"));
    assert_eq!(
        desk.edit(&[("polyguide.yaml", Some("# why\ntitle: Other\nsource_locale: en\nlocales: { en: {}, de: {}, fr: {} }\n"))]).0.len(),
        0
    );
}

#[test]
fn links_metadata_and_navigation_parse_no_guide() {
    let mut desk = Desk::new(&[]);
    for (path, text) in [
        ("links/home", "- [en](https://example.net/)\n"),
        ("content/mail/a/meta.yaml", "disable_languages: [de]\n"),
        ("content/index.md", "# Contents\n\n+ [Mail](mail)\n    + [Alpha](mail/a)\n"),
    ] {
        let (parsed, resolved) = desk.edit(&[(path, Some(text))]);
        assert!(resolved && !parsed.contains(&A.to_owned()), "{path}: {parsed:?}");
    }
    assert!(desk.workspace.make(&OutputPath::parse("de/mail/a/index.html").unwrap()).is_none());
}

#[test]
fn templates_and_styles_are_seen() {
    let mut desk = Desk::new(&[]);
    assert_eq!(desk.edit(&[("templates/parts/footer.html", Some("<p>Own footer</p>"))]).0, [""; 0]);
    assert!(desk.page("en/mail/a/index.html").contains("Own footer"));
    desk.edit(&[("templates/parts/footer.html", Some("{% if %}"))]);
    assert_eq!(desk.findings(), ["templates/parts/footer.html:1: template"]);
    desk.edit(&[("templates/parts/footer.html", None), ("static/css/base.css", Some("body { color: red }"))]);
}

#[test]
fn a_page_is_made_when_it_is_asked_for() {
    let desk = Desk::new(&[]);
    assert_eq!(desk.workspace.rendered(), 0);
    desk.page("en/mail/a/index.html");
    assert_eq!(desk.workspace.rendered(), 1);
}

#[test]
fn a_page_knows_what_is_wrong_with_it() {
    let desk = Desk::new(&[
        ("content/mail/d/guide.en.md", "---\ntitle: D\n---\n\n[x](/pages/nowhere) [[fragment:bad]]\n"),
        ("content/mail/d/meta.yaml", "nosuch: 1\n"),
        ("fragments/bad.en.md", "**open\n"),
    ]);
    let page = match desk.workspace.make(&OutputPath::parse("de/mail/d/index.html").unwrap()) {
        Some(Made::Page(page, _)) => page,
        other => panic!("{other:?}"),
    };
    let codes: Vec<&str> = desk.workspace.page_diagnostics(page).iter().map(|found| found.code.id).collect();
    assert_eq!(codes, ["link-dead-page", "meta-unknown-key", "bold-unclosed"]);
}

#[test]
fn the_search_is_made_for_who_searches_and_again_when_texts_changed() {
    let mut desk = Desk::new(&[]);
    let seal = |desk: &Desk| desk.workspace.search_material(LocaleId::new(0)).seal;
    let first = seal(&desk);
    desk.edit(&[("content/mail/a/x.svg", Some("<svg width=\"1\" height=\"1\"></svg>"))]);
    assert_eq!(seal(&desk), first);
    desk.edit(&[(A, Some("---\ntitle: Alpha\n---\n\nOther words.\n"))]);
    assert_ne!(seal(&desk), first);
}

#[test]
fn an_inspection_heeds_what_an_author_allows() {
    let mut desk = Desk::new(&[]);
    let doubled = |desk: &Desk| {
        let found = desk.workspace.inspect(&|| false).unwrap();
        found.iter().filter(|found| found.code.id == "word-doubled").count()
    };
    desk.edit(&[(A, Some("---\ntitle: Alpha\n---\n\nThe word word.\n"))]);
    assert_eq!(doubled(&desk), 1);
    desk.edit(&[(
        A,
        Some("---\ntitle: Alpha\n---\n\n<!-- polyguide: allow word-doubled: it is the name of a test -->\n\nThe word word.\n"),
    )]);
    assert_eq!(doubled(&desk), 0);
}

#[test]
fn what_the_rules_find_is_looked_for_once_and_makes_way_for_changes() {
    let workspace = RwLock::new(Desk::new(&[]).workspace);
    let inspection = Inspection::default();
    assert!(inspection.make_way(|| inspection.look(&workspace)).is_none());
    assert!(inspection.known(&workspace.read().unwrap()).is_none());
    let found = inspection.look(&workspace).unwrap();
    assert!(Arc::ptr_eq(&found, &inspection.look(&workspace).unwrap()));
    let changes = Changes { modified: SourcePath::parse(A).into_iter().collect(), ..Changes::default() };
    inspection.make_way(|| workspace.write().unwrap().apply(&changes));
    assert!(inspection.known(&workspace.read().unwrap()).is_none());
    assert!(inspection.look(&workspace).is_some());
}

/// A catalog with two texts; the second is fuzzy if it is marked so.
fn catalog(title: &str, end: &str, mark: &str) -> String {
    format!(
        "msgid \"\"\nmsgstr \"\"\n\n{mark}msgctxt \"1\"\nmsgid \"Beta\"\nmsgstr \"{title}\"\n\nmsgctxt \"2\"\nmsgid \"End\"\nmsgstr \"{end}\"\n"
    )
}

#[test]
fn a_catalog_is_followed_like_a_guide() {
    let po = "locales/de/guides/mail/b.po";
    let mut desk = Desk::new(&[(po, &catalog("Beta auf Deutsch", "Ende", ""))]);
    desk.check_against_a_build();
    let page = |desk: &Desk| desk.page("de/mail/b/index.html");
    assert!(page(&desk).contains("<h2 id=\"ende\">") && page(&desk).contains("Ende</h2>") && page(&desk).contains("Eine Notiz."));
    let edited = desk.edit(&[(po, Some(&catalog("Beta auf Deutsch", "Schluss", "")))]);
    assert_eq!(edited, (vec![po.to_owned()], true), "a heading is an anchor");
    assert!(page(&desk).contains("Schluss"));
    let source = "content/mail/b/guide.en.md";
    let (parsed, _) = desk.edit(&[(source, Some("---\ntitle: Beta\n---\n\n## End\n\nMore.\n"))]);
    assert_eq!(parsed, [source, po], "a catalog depends on its source");
    assert!(page(&desk).contains("<p lang=\"en\">More.</p>"), "{}", page(&desk));
    desk.edit(&[(po, Some(&catalog("", "", "")))]);
    assert!(page(&desk).contains(" lang=\"en\"") && !page(&desk).contains("<h2 id=\"end\" lang"), "nothing translated is a fallback");
    desk.edit(&[(source, Some("---\ntitle: Beta\n---\n\n## End\n"))]);
    desk.edit(&[(po, Some(&catalog("", "Ende", "")))]);
    assert!(page(&desk).contains("<span lang=\"en\">Beta</span></h1>"), "{}", page(&desk));
    desk.edit(&[(po, Some(&catalog("Beta", "Ende", "")))]);
    assert!(page(&desk).contains("Ende"));
    let own = "content/mail/b/guide.de.md";
    let (parsed, _) = desk.edit(&[(own, Some("---\ntitle: Eigenes\n---\n\n## Eigen\n"))]);
    assert_eq!(parsed, [own], "a file goes before a catalog");
    desk.edit(&[(own, None)]);
    assert!(page(&desk).contains("Ende"));
    desk.edit(&[(source, None)]);
    desk.edit(&[(po, None)]);
}

#[test]
fn readers_are_told_what_is_older_than_the_original() {
    let config = "title: Guides\nsource_locale: en\nstale_notice: true\nlocales: { en: {}, de: {} }\n";
    let (source, german) = ("content/mail/a/guide.en.md", "content/mail/a/guide.de.md");
    let mut desk = Desk::new(&[
        ("polyguide.yaml", config),
        (source, "---\ntitle: A\n---\n\nOne.\n\nTwo.\n"),
        (german, "---\ntitle: A\n---\n\nEins.\n\nZwei.\n"),
    ]);
    let synced = |source: &str| {
        let text = crate::corpus::units::SourceText::read(FileId(0), source, &crate::dialect::vocabulary::Vocabulary::new(&[]));
        crate::corpus::catalog::Synced::of(&text).to_text("", "")
    };
    let page = |desk: &Desk| desk.page("de/mail/a/index.html");
    let sync = "locales/de/guides/mail/a.sync";
    let (parsed, _) = desk.edit(&[(sync, Some(&synced("---\ntitle: A\n---\n\nOne.\n\nTwo.\n")))]);
    assert_eq!(parsed, [german]);
    assert!(!page(&desk).contains("data-stale") && !page(&desk).contains("data-notice"));
    let (parsed, _) = desk.edit(&[(source, Some("---\ntitle: A\n---\n\nOne.\n\nTwo, and more of it.\n"))]);
    assert_eq!(parsed, [german, source]);
    assert!(page(&desk).contains("<p data-stale>Zwei.</p>") && page(&desk).contains("<p>Eins.</p>"), "{}", page(&desk));
    assert!(page(&desk).contains("<a href=\"../../../en/mail/a/\" hreflang=\"en\">Zum Original</a>"), "{}", page(&desk));
    desk.edit(&[(sync, Some(&synced("---\ntitle: A\n---\n\nOne.\n\nTwo, and more of it.\n")))]);
    assert!(!page(&desk).contains("data-stale"));
}
