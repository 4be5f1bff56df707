use super::*;
use crate::{corpus::catalog::Entry, i18n::Project, source::SourceTree, text::FileId};
use expect_test::expect;

fn entry(id: &str, source: &str, translation: &str) -> Entry {
    Entry { id: id.into(), source: source.into(), translation: translation.into(), ..Entry::default() }
}

fn catalog() -> Catalog {
    let save = Entry {
        notes: vec!["paragraph".into()],
        places: vec!["content/a/guide.en-gb.md:7".into()],
        ..entry("paragraph-save", "Press `Save`{.action} & go **on**.", "Auf `Sichern`{.action} & **weiter**.")
    };
    let open = Entry {
        is_fuzzy: true,
        previous: Some("Open it".into()),
        ..entry("heading-open", "Open [the page](/a<b)", "[Die Seite](/a<b) öffnen")
    };
    let gone = Entry { is_obsolete: true, ..entry("gone", "Gone", "Weg") };
    Catalog { entries: vec![save, open, entry("cell-1", "Port 993", ""), gone], ..Catalog::default() }
}

fn exchange(catalog: &Catalog) -> Exchange<'_> {
    Exchange {
        path: "locales/de-de/guides/a.po",
        source_file: "content/a/guide.en-gb.md",
        source_language: "en-GB",
        target_language: "de-DE",
        catalog,
    }
}

/// What comes back when a file's text is changed by `edit`.
fn back(edit: impl Fn(String) -> String) -> (Catalog, usize, Vec<String>) {
    let mut catalog = catalog();
    let text = edit(write(&exchange(&catalog)).unwrap());
    let (files, mut diagnostics) = read(FileId(0), &text);
    let mut changed = 0;
    for file in &files {
        assert_eq!(file.catalog, "locales/de-de/guides/a.po");
        let (count, more) = take_over(file, &mut catalog);
        changed += count;
        diagnostics.extend(more);
    }
    (catalog, changed, diagnostics.into_iter().map(|found| format!("{}: {}", found.code.id, found.message)).collect())
}

#[test]
fn a_catalog_is_written_with_its_codes_apart() {
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en-GB" trgLang="de-DE">
        <file id="guide" original="content/a/guide.en-gb.md">
        <skeleton href="locales/de-de/guides/a.po"/>
        <unit id="u1" name="paragraph-save">
        <notes>
        <note category="context">paragraph</note>
        <note category="location">content/a/guide.en-gb.md:7</note>
        </notes>
        <originalData>
        <data id="d1">`</data>
        <data id="e1">`{.action}</data>
        <data id="d2">**</data>
        <data id="e2">**</data>
        </originalData>
        <segment state="translated">
        <source xml:space="preserve">Press <pc id="1" dataRefStart="d1" dataRefEnd="e1">Save</pc> &amp; go <pc id="2" dataRefStart="d2" dataRefEnd="e2">on</pc>.</source>
        <target xml:space="preserve">Auf <pc id="1" dataRefStart="d1" dataRefEnd="e1">Sichern</pc> &amp; <pc id="2" dataRefStart="d2" dataRefEnd="e2">weiter</pc>.</target>
        </segment>
        </unit>
        <unit id="u2" name="heading-open">
        <notes>
        <note category="previous-source">Open it</note>
        </notes>
        <originalData>
        <data id="d1">[</data>
        <data id="e1">](/a&lt;b)</data>
        </originalData>
        <segment state="initial">
        <source xml:space="preserve">Open <pc id="1" dataRefStart="d1" dataRefEnd="e1">the page</pc></source>
        <target xml:space="preserve"><pc id="1" dataRefStart="d1" dataRefEnd="e1">Die Seite</pc> öffnen</target>
        </segment>
        </unit>
        <unit id="u3" name="cell-1">
        <segment state="initial">
        <source xml:space="preserve">Port 993</source>
        </segment>
        </unit>
        </file>
        </xliff>
    "#]].assert_eq(&write(&exchange(&catalog())).unwrap());
    assert_eq!(write(&exchange(&Catalog::default())), None, "no unit, no file: the format wants one");
}

#[test]
fn what_comes_back_unchanged_changes_nothing() {
    let (catalog, changed, said) = back(|text| text);
    assert_eq!((changed, said), (0, Vec::new()));
    assert_eq!(catalog, self::catalog());
}

#[test]
fn translations_come_back_as_programs_write_them() {
    let whole = "<segment state=\"initial\">\n<source xml:space=\"preserve\">Port 993</source>\n</segment>";
    let split = "<segment state=\"reviewed\"><source>Port</source><target>Anschluss</target></segment><ignorable><source> </source>\
                 </ignorable><segment state=\"final\"><source>993</source><target>&#57;93!</target></segment>";
    let (catalog, changed, said) = back(|text| {
        assert!(text.contains(whole));
        text.replace(whole, split).replace("weiter</pc>.", "weiter</pc>!").replace("<xliff ", "<!-- x --><xliff xmlns:m=\"urn:x\" ")
    });
    assert_eq!((changed, said), (2, Vec::new()));
    assert_eq!(catalog.entries[0].translation, "Auf `Sichern`{.action} & **weiter**!");
    assert_eq!((catalog.entries[2].translation.as_str(), catalog.entries[2].is_fuzzy), ("Anschluss 993!", false));
}

#[test]
fn codes_cannot_be_changed_and_stale_texts_are_told() {
    let (catalog, changed, said) = back(|text| text.replace("{.action}</data>", "{.evil}</data>"));
    assert_eq!((changed, said), (0, Vec::new()), "what codes stand for is taken from the catalog");
    assert_eq!(catalog, self::catalog());
    let (_, _, said) = back(|text| text.replace("<pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"e1\">Sichern", "<pc id=\"7\">Sichern"));
    assert_eq!(said, ["xliff-code: this translation has a code `7` that its text does not have"]);
    let (catalog, changed, said) = back(|text| text.replace("go <pc", "walk <pc").replace("name=\"cell-1\"", "name=\"other\""));
    assert_eq!((changed, catalog.entries[0].is_fuzzy), (1, true));
    assert_eq!(said, ["xliff-stale: the text of `paragraph-save` is another by now"]);
}

#[test]
fn what_is_no_xliff_is_told() {
    for text in
        ["", "<a/>", "<xliff version=\"1.2\"/>", "<xliff version=\"2.1\"><file", "<xliff version=\"2.1\"></b>", "\u{feff}msgid \"\""]
    {
        let (files, said) = read(FileId(0), text);
        assert!(files.iter().all(|file| file.targets.is_empty()), "{text}");
        assert_eq!(said.len(), 1, "{text}: {said:?}");
        assert_eq!(said[0].code.id, "xliff-syntax");
    }
}

const PO: &str = "msgid \"\"\nmsgstr \"\"\n\nmsgctxt \"title-open\"\nmsgid \"Open\"\nmsgstr \"\"\n";

/// A site with a guide and its catalog.
fn site(po: &str) -> SourceTree {
    SourceTree::from_memory([
        ("polyguide.yaml", "title: A\nsource_locale: en\nlocales:\n  en: {}\n  de: { lang: de-AT }\n"),
        ("content/a/guide.en.md", "---\ntitle: Open\n---\n"),
        ("locales/de/guides/a.po", po),
    ])
}

/// What a file leads to that was exported, translated, and changed by `edit`.
fn returned(po: &str, edit: impl Fn(&str) -> String) -> Returned {
    let tree = site(PO);
    let project = Project::open(&tree);
    let locales = project.targets(&[]).unwrap();
    let text = project.to_xliff(&locales).remove(0).unwrap().1;
    let translated = text.replace("</source>", "</source><target>Öffnen</target>").replace("\"initial\"", "\"final\"");
    Project::open(&site(po)).take_xliff(&[edit(&translated)], &locales)
}

#[test]
fn a_file_in_another_language_is_refused() {
    let language = |tag: &str| {
        let returned = returned(PO, |text| text.replace("trgLang=\"de-AT\"", &format!("trgLang=\"{tag}\"")));
        let said: Vec<String> = returned.diagnostics.iter().map(|(_, found)| format!("{}: {}", found.code.id, found.message)).collect();
        (returned.changes.len(), said.join("; "))
    };
    let told = |tag| format!("xliff-language: this is in `{tag}` (`trgLang`), and `locales/de/guides/a.po` is in `de-AT`");
    assert_eq!(language("it-IT"), (0, told("it-IT")));
    assert_eq!(language("de-DE"), (0, told("de-DE")));
    for tag in ["de", "de-at", "de_AT", ""] {
        assert_eq!(language(tag), (1, String::new()), "{tag}");
    }
}

#[test]
fn a_file_without_its_skeleton_is_known_by_its_guide_and_language() {
    let skeleton = "<skeleton href=\"locales/de/guides/a.po\"/>\n";
    let without = returned(PO, |text| text.replace(skeleton, ""));
    assert_eq!((without.changes.len(), &without.strangers[..]), (1, &[][..]));
    let unknown = returned(PO, |text| text.replace(skeleton, "").replace("content/a/", "content/b/"));
    assert!(unknown.changes.is_empty() && unknown.strangers[0].1.contains("`<skeleton href>` is missing"), "{:?}", unknown.strangers);
}

#[test]
fn a_catalog_that_cannot_be_read_whole_takes_nothing_over() {
    let returned = returned(&PO.replace("\"Open\"", "\"Open"), str::to_owned);
    assert!(returned.changes.is_empty() && returned.refused[0].code.id == "catalog-syntax");
}

#[test]
fn catalogs_of_a_site_go_out_and_come_back() {
    let tree = site(PO);
    let project = Project::open(&tree);
    let locales = project.targets(&[]).unwrap();
    let files: Vec<_> = project.to_xliff(&locales).into_iter().map(Result::unwrap).collect();
    let [(path, text)] = &files[..] else { panic!("{files:?}") };
    assert_eq!(path.as_str(), "de/a.xlf");
    assert!(text.contains("srcLang=\"en\" trgLang=\"de-AT\""), "{text}");
    let translated = text.replace("</source>", "</source><target>Öffnen</target>").replace("\"initial\"", "\"final\"");
    let returned = project.take_xliff(&[translated.clone(), translated.replace("a.po", "b.po")], &locales);
    assert_eq!((returned.entries, returned.diagnostics), (1, Vec::new()));
    assert_eq!(returned.strangers, [(1, "this is of `locales/de/guides/b.po`, which is no catalog of these locales".to_owned())]);
    let [change] = &returned.changes[..] else { panic!("{:?}", returned.changes) };
    assert_eq!(change.after, PO.replace("msgid \"Open\"\nmsgstr \"\"", "msgid \"Open\"\nmsgstr \"Öffnen\""));
}
