//! Translations as catalogs: guides are taken apart into texts, and put together again from them.

mod support;

use polyguide::{
    bundled,
    corpus::{services, units::SourceText},
    dialect::vocabulary::Vocabulary,
    edge::disk,
    source::SourceTree,
    text::FileId,
};
use std::path::Path;
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
