//! Translations as catalogs: guides are taken apart into texts, and put together again from them.

#![expect(clippy::disallowed_methods, reason = "gettext's programs are started")]

mod support;

use polyguide::{
    bundled,
    corpus::{catalog::Catalog, services, units::SourceText},
    dialect::vocabulary::Vocabulary,
    edge::disk,
    i18n::{Merge, Project},
    locale::Locale,
    source::SourceTree,
    text::FileId,
};
use std::{
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
            for unit in source.units.iter().rev().filter(|unit| unit.is_offered) {
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
    let changes = polyguide::source::Changes { removed: portuguese, ..Default::default() };
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
