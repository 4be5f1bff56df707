//! Nothing that a translator wrote is lost: catalogs that cannot be read whole, and guides that moved.

use super::*;
use crate::{
    corpus::catalog::Synced,
    path::SourcePath,
    source::{Files, SourceTree},
};
use std::io;

const CONFIG: &str = "title: Guides\nsource_locale: en-gb\nlocales: { en-gb: {}, de-de: {} }\n";
const PO: &str = "locales/de-de/guides/mail/phone.po";

fn german() -> Locale {
    Locale::parse("de-de").unwrap()
}

/// What an update of a site leads to: the changes, and why catalogs are left alone.
fn updated(files: &[(&str, Vec<u8>)], creates: bool) -> (Vec<Change>, Vec<String>) {
    let tree = SourceTree::from_memory(files.iter().cloned());
    outcome(&Project::open(&tree), creates)
}

fn outcome(project: &Project, creates: bool) -> (Vec<Change>, Vec<String>) {
    let updated = project.update(&[german()], creates, Merge::default());
    let line = |found: &Diagnostic| format!("{}: {}", found.code.id, found.message);
    let refused = updated.iter().flat_map(|updated| updated.refused.iter().map(line)).collect();
    (updated.into_iter().filter_map(|updated| updated.change).collect(), refused)
}

fn site(po: Vec<u8>) -> Vec<(&'static str, Vec<u8>)> {
    vec![("polyguide.yaml", CONFIG.into()), ("content/mail/phone/guide.en-gb.md", GUIDE.into()), (PO, po)]
}

fn is_of_catalog(change: &Change) -> bool {
    change.path.as_str().ends_with(".po")
}

#[test]
fn a_catalog_that_cannot_be_read_whole_is_left_alone() {
    let whole = translated(GUIDE).to_text();
    let in_latin = [whole.as_bytes(), b"# caf\xe9\n"].concat();
    let unclosed = whole.replace("(Set up)\"", "(Set up)");
    let conflict = whole.replace("msgstr \"(Set up)\"", "<<<<<<< HEAD\nmsgstr \"(Set up)\"\n=======\nmsgstr \"(Setup)\"\n>>>>>>> theirs");
    for (po, code) in [(in_latin, "file-encoding"), (unclosed.into(), "catalog-syntax"), (conflict.into(), "catalog-syntax")] {
        for creates in [false, true] {
            let (changes, refused) = updated(&site(po.clone()), creates);
            assert!(!changes.iter().any(is_of_catalog), "{changes:?}");
            assert!(!refused.is_empty() && refused.iter().all(|said| said.starts_with(code)), "{refused:?}");
        }
    }
}

/// A site one of whose files nobody may read.
struct Closed(Vec<(&'static str, Vec<u8>)>);

impl Files for Closed {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        if path.as_str() == PO {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let found = self.0.iter().find(|(known, _)| *known == path.as_str());
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

#[test]
fn a_catalog_that_nobody_may_read_is_left_alone() {
    let files = site(Vec::new());
    let paths = files.iter().filter_map(|(path, _)| SourcePath::parse(path)).collect();
    let tree = SourceTree::new(paths, Box::new(Closed(files)), Vec::new());
    let (changes, refused) = outcome(&Project::open(&tree), true);
    assert!(!changes.iter().any(is_of_catalog));
    assert_eq!(refused, ["file-unreadable: cannot read `locales/de-de/guides/mail/phone.po`: permission denied"]);
}

#[test]
fn an_import_into_a_catalog_that_cannot_be_read_whole_takes_nothing() {
    let mut files = site(translated(GUIDE).to_text().replace("(Set up)\"", "(Set up)").into());
    files.push(("content/mail/phone/guide.de-de.md", GUIDE.replace("Choose", "Wähle").into()));
    let tree = SourceTree::from_memory(files);
    let imported = Project::open(&tree).import(&[german()]);
    let [imported] = &imported[..] else { panic!("one file") };
    assert!(imported.change.is_none() && !imported.refused.is_empty() && imported.loses_texts());
}

#[test]
fn a_catalog_follows_its_guide_to_another_folder() {
    let other = "---\ntitle: Other\n---\n\nNothing of it is the same.\n";
    let mut files = site(translated(GUIDE).to_text().into());
    files.push(("locales/templates/guides/mail/phone.pot", template_of(GUIDE, None).to_text().into()));
    files[1] = ("content/mail/handy/guide.en-gb.md", GUIDE.replace("993", "995").into());
    files.push(("content/mail/other/guide.en-gb.md", other.into()));
    for creates in [false, true] {
        let tree = SourceTree::from_memory(files.iter().cloned());
        let updated = Project::open(&tree).update(&[german()], creates, Merge::default());
        let moved =
            updated.iter().filter_map(|updated| Some((updated.change.as_ref()?.path.as_str(), updated.moved_from.as_ref()?.as_str())));
        assert_eq!(
            moved.collect::<Vec<_>>(),
            [
                ("locales/de-de/guides/mail/handy.po", PO),
                ("locales/templates/guides/mail/handy.pot", "locales/templates/guides/mail/phone.pot")
            ]
        );
        let after = &updated[0].change.as_ref().unwrap().after;
        assert!(after.contains("msgstr \"(Set up)\"") && after.contains("#| msgid \"Choose port 993.\""), "{after}");
    }
    files.push(("content/mail/phone/guide.en-gb.md", GUIDE.into()));
    let tree = SourceTree::from_memory(files);
    let updated = Project::open(&tree).update(&[german()], true, Merge::default());
    assert!(updated.iter().all(|updated| updated.moved_from.is_none()), "a guide that is still there keeps its catalog");
}

#[test]
fn what_was_noted_of_a_translation_follows_its_guide_to_another_folder() {
    let noted = Synced::of(&SourceText::read(FileId(0), GUIDE, &vocabulary()));
    let texts = |text: &str| Synced::parse(text).texts;
    let moved = GUIDE.replace("993", "995");
    let files: [(&str, String); 4] = [
        ("polyguide.yaml", CONFIG.into()),
        ("content/mail/handy/guide.en-gb.md", moved.clone()),
        ("content/mail/handy/guide.de-de.md", GUIDE.replace("Choose", "Wähle")),
        ("locales/de-de/guides/mail/phone.sync", noted.to_text("a", "b")),
    ];
    let tree = SourceTree::from_memory(files);
    let project = Project::open(&tree);
    let (place, before) = ("locales/de-de/guides/mail/handy.sync", "locales/de-de/guides/mail/phone.sync");
    let updated = project.update(&[german()], false, Merge::default());
    let [change] = &updated.iter().filter(|one| one.moved_from.is_some()).filter_map(|one| one.change.as_ref()).collect::<Vec<_>>()[..]
    else {
        panic!("one file")
    };
    assert_eq!((change.path.as_str(), updated[0].moved_from.as_ref().unwrap().as_str()), (place, before));
    assert_eq!(texts(&change.after), noted.texts);
    assert!(change.after.starts_with("# The texts of content/mail/handy/guide.en-gb.md that content/mail/handy/guide.de-de.md"));
    for confirmed in [false, true] {
        let [one] = &project.sync(&[german()], confirmed)[..] else { panic!("one file") };
        let change = one.change.as_ref().unwrap();
        assert_eq!((change.path.as_str(), one.moved_from.as_ref().unwrap().as_str()), (place, before));
        let now = Synced::of(&SourceText::read(FileId(0), &moved, &vocabulary())).texts;
        assert_eq!((one.stale, texts(&change.after)), if confirmed { (0, now) } else { (1, noted.texts.clone()) });
    }
}
