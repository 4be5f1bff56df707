//! A small site in, its findings out. `tests/diagnostics.rs` walks the table; here are the borders of each rule.

mod front_matter;
mod pictures;
mod placeholders;
mod settings;
mod structure;
mod wording;

use super::{observe, run};
use crate::{
    corpus::Corpus,
    diagnostic::Diagnostic,
    progress::NoProgress,
    site::{Selection, resolve},
    source::SourceTree,
    text::{Span, line_and_column},
};
use expect_test::{Expect, expect};

/// The files of a text in which a line `-- path --` begins each.
fn tree(fixture: &str) -> SourceTree {
    let files = fixture.split("-- ").skip(1).filter_map(|file| file.split_once(" --\n"));
    SourceTree::from_memory(files)
}

/// What the rules find in a site, besides what reading it tells.
fn findings(tree: &SourceTree) -> Vec<Diagnostic> {
    let (corpus, mut notes, _) = Corpus::read_with(tree, &NoProgress, &observe);
    let (site, _) = resolve(corpus, tree, &Selection::default());
    run(&site, tree, &mut notes)
}

/// Holds what the rules find in a site: place, code and message, with the places that belong to it.
#[track_caller]
pub(super) fn check(fixture: &str, expected: Expect) {
    let tree = tree(fixture);
    let place = |span: Span| {
        let text = String::from_utf8(tree.read(span.file).unwrap()).unwrap();
        let (line, column) = line_and_column(&text, span.start as usize);
        format!("{}:{line}:{column} ‹{}›", tree.path(span.file), &text[span.range()])
    };
    let mut lines = String::new();
    for Diagnostic { code, span, message, related, .. } in findings(&tree) {
        lines += &format!("{} {}: {message}\n", place(span), code.id);
        related.iter().for_each(|(span, label)| lines += &format!("  {} {label}\n", place(*span)));
    }
    expected.assert_eq(&lines);
}

/// Holds what the rules find in the body of a guide in `language`.
#[track_caller]
fn check_body(language: &str, body: &str, expected: Expect) {
    check(&format!("-- a/guide.{language}.md --\n---\ntitle: A\n---\n\n{body}"), expected);
}

/// Holds that the rules find nothing in the body of a guide in `language`.
#[track_caller]
fn right(language: &str, body: &str) {
    let tree = tree(&format!("-- a/guide.{language}.md --\n---\ntitle: A\n---\n\n{body}"));
    let found: Vec<String> = findings(&tree).into_iter().map(|found| format!("{}: {}", found.code.id, found.message)).collect();
    assert_eq!(found, Vec::<String>::new(), "in: {body}");
}

#[test]
fn two_guides_of_one_title() {
    check(
        "-- a/guide.en.md --\n---\ntitle: Mail\n---\n-- b/guide.en.md --\n---\ntitle: Mail\n---\n-- b/guide.fr.md --\n---\ntitle: Mail\n---\n",
        expect![[r#"
            b/guide.en.md:2:8 ‹Mail› title-duplicate: two guides are called `Mail`
              a/guide.en.md:2:8 ‹Mail› the other one
        "#]],
    );
}
