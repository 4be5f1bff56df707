//! Words that stand once, a letter away from a word that the site uses often: most probably a slip of the hand.

use crate::{
    check::{Check, Rule, Whole, lexicon::Slip},
    diagnostic::{Diagnostic, SPELLING, SPELLING_SLIP},
    text::Span,
};
use rayon::prelude::*;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule { codes: &[&SPELLING_SLIP], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    // What is known to be misspelled was told by the rule that knows it.
    let told: BTreeSet<Span> = whole.found.iter().filter(|finding| finding.code == &SPELLING).map(|finding| finding.span).collect();
    let slips: Vec<Slip> = whole.words.languages.par_iter().flat_map_iter(|(language, _)| whole.words.slips(language)).collect();
    found.extend(slips.into_iter().filter(|slip| !is_told(&told, slip.span)).filter_map(|slip| diagnostic(whole, &slip)));
}

/// Whether one of the places holds another.
fn is_told(told: &BTreeSet<Span>, span: Span) -> bool {
    let before = told.range(..=Span { end: u32::MAX, ..span }).next_back();
    before.is_some_and(|place| place.file == span.file && place.end >= span.end)
}

/// The finding, in the word's own case.
fn diagnostic(whole: &Whole, slip: &Slip) -> Option<Diagnostic> {
    let bytes = whole.tree.read(slip.span.file).ok()?;
    // Where markup stands inside of a word, its letters do not stand in a row.
    let written = std::str::from_utf8(&bytes).ok()?.get(slip.span.range()).filter(|written| written.to_lowercase() == *slip.word)?;
    let meant = in_case_of(written, &slip.meant);
    let diagnostic = Diagnostic::new(&SPELLING_SLIP, slip.span, format!("`{written}` is most probably a slip of the hand"));
    Some(diagnostic.help(format!("did you mean `{meant}`, as elsewhere in these guides?")).unsafe_fix(slip.span, meant))
}

/// A word with a first capital where the written one has it.
fn in_case_of(written: &str, word: &str) -> String {
    let mut letters = word.chars();
    match (written.starts_with(char::is_uppercase), letters.next()) {
        (true, Some(first)) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}
