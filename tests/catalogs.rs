//! Translations as catalogs: guides are taken apart into texts, and put together again from them.

#![expect(clippy::disallowed_methods, reason = "guides are read from disk, and gettext's programs are started")]

mod support;

use polyguide::{
    bundled,
    corpus::{
        Corpus,
        catalog::Catalog,
        document::{Document, DocumentKind},
        services,
        units::{SourceText, Unit, UnitKind},
    },
    dialect::vocabulary::Vocabulary,
    edge::disk,
    i18n::{Merge, Project, Remark},
    locale::Locale,
    progress::NoProgress,
    source::{Changes, SourceTree},
    text::FileId,
};
use std::{
    collections::BTreeMap,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};
use support::{Built, build_tree, main_of, shared, visible, words};

fn vocabulary() -> Vocabulary {
    let (services, _) = services::read_all(&SourceTree::from_memory([("a", "")]), &bundled::services());
    Vocabulary::new(&services)
}

/// All text files of a site, those of guides changed.
fn with_guides(folder: &Path, change: &dyn Fn(&str, &str) -> String) -> SourceTree {
    let tree = disk::read_tree(folder, &folder.join("public")).unwrap();
    let changed = tree
        .iter()
        .filter(|(_, path)| path.name().starts_with("guide.") || path.name().starts_with("index."))
        .filter(|(_, path)| path.name().ends_with(".md"))
        .map(|(file, path)| {
            let text = String::from_utf8(tree.read(file).unwrap()).unwrap();
            (path.clone(), change(path.as_str(), &text).into_bytes())
        })
        .collect();
    tree.with(changed)
}

/// What readers see of every page, by its address.
fn seen(built: &Built) -> Vec<(String, String)> {
    let lines = |html: &str| visible(html).lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    built
        .pages()
        .map(|(path, html)| (path.clone(), if html.contains("<main") { lines(&main_of(html).replace('\n', " ")) } else { String::new() }))
        .collect()
}

fn folders() -> Vec<std::path::PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    [Some(own), shared("corpus/ovh"), shared("seed")].into_iter().flatten().collect()
}

#[test]
fn every_guide_put_together_from_its_own_texts_is_the_same() {
    let vocabulary = vocabulary();
    for folder in folders() {
        let identity = |_: &str, text: &str| {
            let source = SourceText::read(FileId(0), text, &vocabulary);
            let mut text = source.normalized.text.clone();
            for unit in source.units.iter().rev().filter(|unit| unit.is_offered) {
                text.replace_range(unit.range.clone(), &unit.written(&unit.text));
            }
            text
        };
        let before = build_tree(disk::read_tree(&folder, &folder.join("public")).unwrap(), &[]);
        let after = build_tree(with_guides(&folder, &identity), &[]);
        for ((path, before), (_, after)) in seen(&before).iter().zip(seen(&after)) {
            assert!(*before == after, "{path}:\n{}", difference(before, &after));
        }
    }
}

/// The first line in which two texts differ.
fn difference(one: &str, other: &str) -> String {
    let at = one.lines().zip(other.lines()).position(|(one, other)| one != other).unwrap_or(0);
    let around = |text: &str| text.lines().skip(at.saturating_sub(1)).take(4).collect::<Vec<_>>().join("\n");
    format!("--- before\n{}\n--- after\n{}", around(one), around(other))
}

#[test]
fn no_text_of_a_guide_is_left_out() {
    let vocabulary = vocabulary();
    let markup =
        regex::Regex::new(r"<[^>]*>|`[^`]*`|\{[^}]*\}|\]\([^)]*\)|\[[!^][a-z-]+\]|/// details|^[a-z]+: |(?:[\w?*-]+\.)+\w+").unwrap();
    for folder in folders() {
        _ = with_guides(&folder, &|path, text| {
            let source = SourceText::read(FileId(0), text, &vocabulary);
            let mut marked = source.normalized.text.clone();
            for unit in source.units.iter().rev().filter(|unit| unit.is_offered && unit.kind != UnitKind::Comment) {
                marked.replace_range(unit.range.clone(), "ⓧ");
            }
            for line in marked.lines().filter(|line| line.contains('ⓧ')) {
                let rest = markup.replace_all(line, "").replace('ⓧ', "");
                assert!(!rest.chars().any(char::is_alphabetic), "{path}: a part of this line is no unit: {line}");
            }
            String::new()
        });
    }
}

/// Catalogs of all guides of a folder, with a translation for every other text.
fn catalogs(folder: &Path) -> Vec<String> {
    let mut tree = disk::read_tree(folder, &folder.join("public")).unwrap();
    let portuguese = tree.iter().filter(|(_, path)| path.name().ends_with(".pt-pt.md")).map(|(_, path)| path.clone()).collect();
    let changes = Changes { removed: portuguese, ..Default::default() };
    tree.apply(&changes);
    let project = Project::open(&tree);
    let updated = project.update(&[Locale::parse("pt-pt").unwrap()], true, Merge::default());
    let texts = updated.into_iter().filter_map(|updated| updated.change).map(|change| {
        let mut catalog = Catalog::parse(FileId(0), &change.after).0;
        for (at, entry) in catalog.entries.iter_mut().enumerate().filter(|_| change.path.name().ends_with(".po")) {
            entry.is_fuzzy = at % 6 == 0;
            entry.previous = entry.is_fuzzy.then(|| format!("{} \"\\", entry.source));
            entry.is_obsolete = at % 10 == 4;
            entry.comments = if at % 3 == 0 { vec!["A note".into(), String::new(), "and more".into()] } else { Vec::new() };
            entry.translation = if at % 2 == 0 { format!("« {} »", entry.source) } else { String::new() };
        }
        catalog.to_text()
    });
    texts.collect()
}

/// What a program of gettext makes of a file.
fn gettext(program: &str, arguments: &[&str], file: &str) -> String {
    let run = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut run = run.unwrap_or_else(|error| panic!("gettext's `{program}` is needed (on Debian: `apt-get install gettext`): {error}"));
    run.stdin.take().unwrap().write_all(file.as_bytes()).unwrap();
    let output = run.wait_with_output().unwrap();
    assert!(output.status.success(), "{program}: {}\n{file}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn gettext_takes_all_that_is_written_and_gives_it_back_the_same() {
    for text in folders().iter().flat_map(|folder| catalogs(folder)) {
        gettext("msgfmt", &["--check", "-o", "/dev/null", "-"], &text);
        let written = gettext("msgcat", &["--no-wrap", "-"], &text);
        assert!(written == text, "what is written is what gettext writes:\n{}", difference(&text, &written));
        let wrapped = gettext("msgcat", &["--width=60", "-"], &text);
        let (read, diagnostics) = Catalog::parse(FileId(0), &wrapped);
        assert!(read.to_text() == text && diagnostics.is_empty(), "however its lines are broken:\n{}", difference(&text, &read.to_text()));
    }
}

/// A document's texts as readers see them, a line for each block.
fn lines_of(document: &Document) -> Vec<String> {
    let front = [&document.front.title, &document.front.excerpt].into_iter().flatten().map(|text| words(&text.value));
    // What a callout is called is ours, and goes with a callout that has no counterpart.
    let titles = regex::Regex::new(r#"<p class="(?:callout|box)-title"[^>]*>[^<]*</p>"#).unwrap();
    let html = titles.replace_all(&document.draft.html, "").replace('\n', " ");
    let body = visible(&html).lines().map(words).collect::<Vec<_>>();
    let alts = document.facts.images.iter().map(|image| words(image.alt.as_text().unwrap_or_default()));
    front.chain(body).chain(alts).filter(|line| !line.is_empty()).collect()
}

/// Takes the files of translations into catalogs, builds from them, and compares what readers see: all that import did not
/// remark upon. Gives the number of translations, and of remarks.
fn round_trip(tree: SourceTree) -> (usize, usize) {
    let files = Corpus::read(&tree, &NoProgress).0.documents;
    let project = Project::open(&tree);
    let imported = project.import(&project.targets(&[]).unwrap());
    let (texts, remarks) = (imported.iter().map(|one| one.texts).sum(), imported.iter().map(|one| one.remarks.len()).sum());
    let mut said: Vec<(String, String)> = Vec::new();
    let mut changes = Changes::default();
    let mut catalogs = BTreeMap::new();
    for one in imported {
        let source = |remark: &Remark| (one.file.to_string(), format!(" {} ", seen_words(&remark.text)));
        said.extend(one.remarks.iter().map(source));
        let change = one.change.unwrap();
        changes.removed.push(one.file);
        changes.added.push(change.path.clone());
        catalogs.insert(change.path, change.after.into_bytes());
    }
    let exported = {
        let mut tree = tree.with(catalogs);
        tree.apply(&changes);
        let built = Corpus::read(&tree, &NoProgress).0.documents;
        compare(&files, &built, &said);
        let project = Project::open(&tree);
        let written = project.export(&project.targets(&[]).unwrap()).into_iter().filter_map(|exported| exported.unwrap().change);
        let written: Vec<_> = written.map(|change| (change.path, change.after.into_bytes())).collect();
        let added = Changes { added: written.iter().map(|(path, _)| path.clone()).collect(), ..Changes::default() };
        let mut with_files = tree.with(written.into_iter().collect());
        with_files.apply(&added);
        let exported = Corpus::read(&with_files, &NoProgress).0.documents;
        let html = |documents: &[Document]| {
            let lang = regex::Regex::new(r#"<span lang="[^"]*"(?: dir="[^"]*")?>| lang="[^"]*"(?: dir="[^"]*")?|</span>"#).unwrap();
            documents.iter().map(|document| lang.replace_all(&document.draft.html, "").into_owned()).collect::<Vec<_>>()
        };
        for (built, exported) in html(&built).iter().zip(html(&exported)) {
            assert!(*built == exported, "a file that was written is another page:\n{}", difference(built, &exported));
        }
        exported.len()
    };
    assert_eq!(exported, files.len());
    (texts, remarks)
}

/// What readers see of a unit's Markdown.
fn seen_words(text: &str) -> String {
    words(&polyguide::corpus::units::plain_text(&text.replace("<br>", " ").replace(['|', '\n'], " ")))
}

fn compare(files: &[Document], built: &[Document], said: &[(String, String)]) {
    assert_eq!(files.len(), built.len(), "every guide is there in every language");
    for (file, built) in files.iter().zip(built) {
        let name = format!("{}/guide.{}.md", file.folder, file.locale);
        let name = if file.kind == DocumentKind::Landing { name.replace("guide.", "index.") } else { name };
        let said: Vec<&str> =
            said.iter().filter(|(path, _)| path.ends_with(name.trim_start_matches('/'))).map(|(_, text)| text.as_str()).collect();
        let is_said = |line: &String| said.iter().any(|text| text.contains(&format!(" {line} ")));
        let lines = |document: &Document| lines_of(document).into_iter().filter(|line| !is_said(line)).collect::<Vec<_>>().join("\n");
        let (one, other) = (lines(file), lines(built));
        assert!(one == other, "{name}:\n{}\nsaid: {said:?}", difference(&one, &other));
    }
}

#[test]
fn files_taken_into_catalogs_are_the_same_pages() {
    for (folder, most_remarks) in [(Some(Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()), 0), (shared("corpus/ovh"), 4)] {
        let Some(folder) = folder else { continue };
        let (texts, remarks) = round_trip(disk::read_tree(&folder, &folder.join("public")).unwrap());
        assert!(texts > 100 && remarks <= most_remarks, "{texts} translations, {remarks} remarks");
    }
}

/// Something that a translator did to a text: its name, and how.
type Deed = (&'static str, fn(&SourceText) -> String);

/// The text with some of its units written anew.
fn rewritten(text: &SourceText, wanted: UnitKind, at: usize, rewrite: impl Fn(&str) -> String) -> String {
    let body = |unit: &&Unit| unit.kind == wanted;
    let unit = text.units.iter().filter(body).nth(at).or_else(|| text.units.iter().find(body)).unwrap();
    let mut out = text.normalized.text.clone();
    out.replace_range(unit.range.clone(), &rewrite(&unit.text));
    out
}

/// The text with two of its units exchanged.
fn exchanged(text: &SourceText, wanted: UnitKind) -> String {
    let units: Vec<&Unit> = text.units.iter().filter(|unit| unit.kind == wanted && unit.is_offered).collect();
    let mut out = text.normalized.text.clone();
    let [.., one, other] = &units[..] else { panic!("two units are needed") };
    out.replace_range(other.range.clone(), &one.text);
    out.replace_range(one.range.clone(), &other.text);
    out
}

const DEEDS: &[Deed] = &[
    ("a paragraph more", |text| rewritten(text, UnitKind::Paragraph, 1, |own| format!("{own}\n\nDas ist noch ein Absatz."))),
    ("a paragraph less", |text| rewritten(text, UnitKind::Paragraph, 0, |_| String::new())),
    ("another paragraph less", |text| rewritten(text, UnitKind::Paragraph, 3, |_| String::new())),
    ("a paragraph split", |text| rewritten(text, UnitKind::Paragraph, 0, |own| own.replacen(". ", ".\n\n", 1))),
    ("two paragraphs exchanged", |text| exchanged(text, UnitKind::Paragraph)),
    ("two headings exchanged", |text| exchanged(text, UnitKind::Heading(3))),
    ("a heading less", |text| rewritten(text, UnitKind::Heading(2), 1, |_| "x".into()).replace("## x\n", "")),
    ("a heading of another level", |text| text.normalized.text.replacen("\n## ", "\n### ", 1)),
    ("a heading more", |text| format!("{}\n## Noch etwas\n\nUnd mehr.\n", text.normalized.text)),
    ("an item more", |text| rewritten(text, UnitKind::Item, 0, |own| format!("{own}\n- Noch ein Punkt"))),
    ("an item without text", |text| rewritten(text, UnitKind::Item, 1, |_| "993".into())),
    ("two items exchanged", |text| exchanged(text, UnitKind::Item)),
    ("merged", |text| {
        let [one, other] = [1, 2].map(|at| text.units.iter().filter(|unit| unit.kind == UnitKind::Paragraph).nth(at).unwrap());
        let mut out = text.normalized.text.clone();
        if !out[one.range.end..other.range.start].contains(['#', '>', '[', '/']) {
            out.replace_range(one.range.end..other.range.start, " ");
        }
        out
    }),
    ("no title", |text| text.normalized.text.replacen("title:", "legacy_guide_number: 1 #", 1)),
    ("a table more", |text| format!("{}\n| Was | Wert |\n|---|---|\n| Port | 12345 |\n", text.normalized.text)),
    ("a step more", |text| format!("{}\n> [!tabs]\n> **Schritt 1**\n>> Noch etwas.\n", text.normalized.text)),
    ("a callout more", |text| format!("{}\n> [!warning]\n>\n> Achtung bei Port 12345.\n", text.normalized.text)),
    ("code more", |text| format!("{}\n```sh\nls\n```\n", text.normalized.text)),
    ("the end is not there", |text| text.normalized.text[..text.units[text.units.len() * 4 / 5].range.start].to_owned()),
    ("a label less", |text| rewritten(text, UnitKind::Paragraph, 2, |own| own.replace("{.action}", ""))),
    ("another language's words", |text| rewritten(text, UnitKind::Excerpt, 0, str::to_uppercase)),
];

#[test]
fn pairs_that_do_not_align_are_told_and_the_rest_is_the_same() {
    let vocabulary = vocabulary();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join("content/mail").join(path)).unwrap();
    for guide in ["email-pro/android", "understand/find-your-server"] {
        let (source, german) = (read(&format!("{guide}/guide.en-gb.md")), read(&format!("{guide}/guide.de-de.md")));
        let german = SourceText::read(FileId(0), &german, &vocabulary);
        for (name, deed) in DEEDS {
            let done = deed(&german);
            let config = "source_locale: en-gb\nlocales: { en-gb: {}, de-de: {} }\n";
            let files = [("polyguide.yaml", config), ("content/a/guide.en-gb.md", &source), ("content/a/guide.de-de.md", &done)];
            let (texts, remarks) = round_trip(SourceTree::from_memory(files));
            assert!(texts > 30 && remarks < 20, "{guide}, {name}: {texts} translations, {remarks} remarks");
        }
    }
}
