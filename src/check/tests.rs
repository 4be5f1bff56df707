//! A small site in, its findings out. `tests/diagnostics.rs` walks the table; here are the borders of each rule.

mod alike;
mod front_matter;
mod grammar;
mod links;
mod pictures;
mod placeholders;
mod settings;
mod site_files;
mod strings;
mod structure;
mod translations;
mod wording;

use super::{Lexicon, observe, run};
use crate::{
    corpus::{Corpus, Purpose, document::Seen},
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
    let lexicon = Lexicon::default();
    let (corpus, mut notes, _) = Corpus::read_with(tree, &NoProgress, Purpose::Rules, &|seen: &Seen| observe(seen, &lexicon));
    let (site, _) = resolve(corpus, tree, &Selection::default());
    run(&site, tree, &mut notes, &lexicon.finish())
}

/// Holds what the rules find in a site: place, code and message, with the places that belong to it.
#[track_caller]
pub(super) fn check(fixture: &str, expected: Expect) {
    let tree = tree(fixture);
    expected.assert_eq(&told(findings(&tree), &tree));
}

fn told(findings: Vec<Diagnostic>, tree: &SourceTree) -> String {
    let place = |span: Span| {
        let text = String::from_utf8(tree.read(span.file).unwrap()).unwrap();
        let (line, column) = line_and_column(&text, span.start as usize);
        format!("{}:{line}:{column} ‹{}›", tree.path(span.file), &text[span.range()])
    };
    let mut lines = String::new();
    for Diagnostic { code, span, message, related, .. } in findings {
        lines += &format!("{} {}: {message}\n", place(span), code.id);
        related.iter().for_each(|(span, label)| lines += &format!("  {} {label}\n", place(*span)));
    }
    lines
}

/// What is found of these kinds in a site, by reading it and by the rules.
fn findings_of(codes: &[&str], tree: &SourceTree) -> Vec<Diagnostic> {
    let lexicon = Lexicon::default();
    let (corpus, mut notes, mut found) = Corpus::read_with(tree, &NoProgress, Purpose::Rules, &|seen: &Seen| observe(seen, &lexicon));
    let (site, more) = resolve(corpus, tree, &Selection::default());
    found.extend(more);
    found.extend(run(&site, tree, &mut notes, &lexicon.finish()));
    found.retain(|found| codes.contains(&found.code.id));
    found
}

/// Holds what is found of these kinds in a site, as [`check`] does.
#[track_caller]
fn check_only(codes: &[&str], fixture: &str, expected: Expect) {
    let tree = tree(fixture);
    expected.assert_eq(&told(findings_of(codes, &tree), &tree));
}

/// Holds the edits that mend what is found of these kinds in a site.
#[track_caller]
fn fixes(codes: &[&str], fixture: &str, expected: Expect) {
    let tree = tree(fixture);
    let mut lines = String::new();
    for found in findings_of(codes, &tree) {
        for edit in &found.fix {
            let text = String::from_utf8(tree.read(edit.span.file).unwrap()).unwrap();
            lines += &format!("{} {:?}: ‹{}› → `{}`\n", found.code.id, found.safety, &text[edit.span.range()], edit.replacement);
        }
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

/// Sentences in which some words are usual.
const USUAL: &str = "Press the button. A button is a button, so press the button on the screen.\n\n\
    Find out how to print. Find out how to scan. See how to copy and how to fax.\n\n";

#[track_caller]
fn check_words(text: &str, expected: Expect) {
    check(&format!("-- a/guide.en.md --\n---\ntitle: A\n---\n\n{USUAL}{text}\n"), expected);
}

#[test]
fn slips_of_the_hand() {
    check_words(
        "Press a Buutton, `Buttton`, BUTTTON or buttton7.",
        expect![[r#"
            a/guide.en.md:9:9 ‹Buutton› spelling-slip: `Buutton` is most probably a slip of the hand
        "#]],
    );
    check_words(
        "Press the ![a buutton](x.png).",
        expect![[r#"
            a/guide.en.md:9:15 ‹buutton› spelling-slip: `buutton` is most probably a slip of the hand
        "#]],
    );
}

#[test]
fn short_words_are_slips_where_their_neighbors_say_so() {
    check_words(
        "Find out haw to fax.",
        expect![[r#"
            a/guide.en.md:9:10 ‹haw› spelling-slip: `haw` is most probably a slip of the hand
        "#]],
    );
    check_words("Buy a hew one. Take the haw to eat.", expect![""]);
}

#[test]
fn neighbors_tell_nothing_where_words_of_other_roots_differ_in_a_letter() {
    let usual = "هذا الخادم يعمل على هاتف. هذا الخادم يعمل على حاسوب. هذا الخادم يعمل على لوح. هذا الخادم يعمل على كل جهاز.";
    let guide = |text: &str| format!("-- a/guide.ar.md --\n---\ntitle: A\n---\n\n{usual}\n\n{text}\n");
    check(&guide("هذا الخادم يحمل على ظهره ملفات."), expect![""]);
    check(
        &guide("هذا الخاددم هنا."),
        expect![[r#"
            a/guide.ar.md:7:5 ‹الخاددم› spelling-slip: `الخاددم` is most probably a slip of the hand
        "#]],
    );
}

#[test]
fn a_word_that_is_known_to_be_misspelled_is_told_once() {
    check_words(
        "An account has a name. Open the account, lock the account, and close the account. Rename the acount.",
        expect![[r#"
            a/guide.en.md:9:94 ‹acount› spelling: `acount` is misspelled: `account` is meant
        "#]],
    );
}

#[test]
fn regional_copies_do_not_make_a_slip_usual() {
    let copy = |locale: &str| format!("-- a/guide.{locale}.md --\n---\ntitle: A\n---\n\n{USUAL}The buutton and the screen.\n");
    check(
        &["en", "en-us", "en-ca", "en-ie", "en-au"].map(copy).concat(),
        expect![[r#"
            a/guide.en-au.md:9:5 ‹buutton› spelling-slip: `buutton` is most probably a slip of the hand
            a/guide.en-ca.md:9:5 ‹buutton› spelling-slip: `buutton` is most probably a slip of the hand
            a/guide.en-ie.md:9:5 ‹buutton› spelling-slip: `buutton` is most probably a slip of the hand
            a/guide.en-us.md:9:5 ‹buutton› spelling-slip: `buutton` is most probably a slip of the hand
            a/guide.en.md:9:5 ‹buutton› spelling-slip: `buutton` is most probably a slip of the hand
        "#]],
    );
}

#[test]
fn regional_copies_do_not_make_a_phrase_familiar() {
    let text = "Pull the button up, or the batton up.\n";
    let copy = |locale: &str, text: &str| format!("-- a/guide.{locale}.md --\n---\ntitle: A\n---\n\n{USUAL}{text}");
    check(&["en", "en-us", "en-ca"].map(|locale| copy(locale, text)).concat(), expect![""]);
    check(
        &copy("en", &format!("Turn the button up.\n\n{text}")),
        expect![[r#"
        a/guide.en.md:11:28 ‹batton› spelling-slip: `batton` is most probably a slip of the hand
    "#]],
    );
}

#[test]
fn forms_of_a_word_and_names_of_options_are_no_slips() {
    let guide = |language: &str, usual: &str, text: &str| {
        format!("-- a/guide.{language}.md --\n---\ntitle: A\n---\n\n{}\n\n{text}\n", usual.repeat(4))
    };
    let german = "Sie könnten es suchen. Es ist zu unterscheiden. ";
    check(&guide("de", german, "Sie konnten es suchen. Es ist zu unterschieden."), expect![""]);
    check(&guide("pt", "Que correspondem aqui. ", "Que correspondam aqui."), expect![""]);
    check(&guide("es", "El color seleccionado es este. ", "El color seleccionando es este."), expect![""]);
    check_words("Use -buutton.", expect![""]);
    check_words("Use --the-buutton.", expect![""]);
}

#[test]
fn an_english_word_that_others_are_misspellings_of_is_right() {
    let usual = "We have to print. You have to scan. We have to fax. You have to copy.";
    check_words(&format!("{usual} You halve to go."), expect![""]);
    check_words(
        &format!("{usual} You hawe to go."),
        expect![[r#"
        a/guide.en.md:9:75 ‹hawe› spelling-slip: `hawe` is most probably a slip of the hand
    "#]],
    );
}

#[test]
fn sections_that_are_not_there() {
    let guide = |text: &str| format!("-- a/guide.en.md --\n---\ntitle: A\n---\n\n{text}\n\n## Go further\n");
    check(
        &guide("See the section “Going further” of this guide."),
        expect![[r#"
        a/guide.en.md:5:18 ‹Going further› section-unknown: no heading of this guide is `Going further`
    "#]],
    );
    for right in [
        "See the section “Go further” of this guide.",
        "See the \"go further\" section below.",
        "See the section “Going further” of the manual.",
        "See [the section “Going further”](#go-further) of this guide.",
        "Click “Going further” in this guide.",
    ] {
        check(&guide(right), expect![[""]]);
    }
    check(
        "-- a/guide.pt.md --\n---\ntitle: A\n---\n\nVeja a secção « Outras leituras » deste guia.\n\n## Para ler depois\n",
        expect![[r#"
            a/guide.pt.md:5:17 ‹Outras leituras› section-unknown: no heading of this guide is `Outras leituras`
            a/guide.pt.md:5:15 ‹« Outras leituras »› typo-space: spaces stand inside of `« »`, as no language but French wants them
        "#]],
    );
}

#[test]
fn labels_that_stand_as_code() {
    let guide = |text: &str| format!("-- a/guide.en.md --\n---\ntitle: A\n---\n\n`Mail`{{.action}}\n\n{text}\n");
    check(
        &guide("Choose `Tools`, then click `Log out`."),
        expect![[r#"
            a/guide.en.md:7:8 ‹`Tools`› label-unmarked: `Tools` is to be clicked, and stands as code
            a/guide.en.md:7:28 ‹`Log out`› label-unmarked: `Log out` is to be clicked, and stands as code
        "#]],
    );
    check(
        &guide("The `Tools` button."),
        expect![[r#"
            a/guide.en.md:7:5 ‹`Tools`› label-unmarked: `Tools` is to be clicked, and stands as code
        "#]],
    );
    for right in ["Enter `Password`.", "Select `domain.tld`.", "Click. Then `Tools` come.", "Choose `SSL`.", "Click `Tools`{.action}."] {
        check(&guide(right), expect![[""]]);
    }
    check("-- a/guide.en.md --\n---\ntitle: A\n---\n\nClick `Tools`.\n", expect![[""]]);
}
