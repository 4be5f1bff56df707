//! Words that are known to be misspelled often.

mod dictionary;
mod tables;

use super::translation_residue::is_foreign;
use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::{Signs, Wanted},
        prose::{Passage, words},
    },
    diagnostic::{Diagnostic, SPELLING},
    text::Span,
    words::{in_case_of, or},
};

pub const RULE: Rule = Rule { codes: &[&SPELLING], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let language = guide.language();
    for passage in guide.wanted(Wanted::MISSPELLED) {
        for (start, word) in passage.wanted(Wanted::MISSPELLED) {
            if is_prose(passage, start, word)
                && let Some(right) = corrections(word, language)
                && !is_foreign(guide, passage)
                && let Some(span) = passage.span(guide, start..start + word.len())
            {
                found.push(misspelled(word, &right, span));
            }
        }
    }
    labels(guide, found);
    let loose = guide.loose.iter().filter(|loose| loose.wanted.any(Wanted::MISSPELLED));
    found.extend(loose.filter_map(|loose| in_text(loose.text, loose.span, language)));
}

/// Whether a word is known to be wrong.
pub fn is_misspelled(word: &str, language: &str) -> bool {
    corrections(word, language).is_some()
}

/// Whether a word in lower case is known to be right: others are known to be misspellings of it.
pub fn is_right(word: &str, language: &str) -> bool {
    language == "en" && dictionary::is_right(word)
}

/// What a word is probably meant to be, if it is known to be wrong.
fn corrections(word: &str, language: &str) -> Option<Vec<&'static str>> {
    if let Some(right) = tables::correction(word, language) {
        return Some(vec![right]);
    }
    let is_plain = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    // A word with capitals inside is a name.
    let is_name = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if language != "en" || !is_plain || is_name {
        return None;
    }
    dictionary::corrections(word)
}

/// Whether a word is no part of an address or a name of a file.
fn is_prose(passage: &Passage, start: usize, word: &str) -> bool {
    let end = start + word.len();
    let joins = |letter: char| matches!(letter, '/' | '@' | '_' | '\\' | '=' | '#' | '.');
    let next = passage.text[end..].chars().nth(1);
    let is_end = passage.after(end) == Some('.') && next.is_none_or(|letter| !letter.is_alphanumeric());
    !passage.before(start).is_some_and(joins) && (is_end || !passage.after(end).is_some_and(joins))
}

/// The labels of controls; their places are only known as a whole.
fn labels(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for passage in guide.with_signs(Signs::ACTION) {
        let wrong = passage.labels.iter().filter(|label| label.wanted.any(Wanted::MISSPELLED));
        found.extend(wrong.filter_map(|label| in_text(&label.text, label.span, guide.language())));
    }
}

/// A misspelled word in a text whose letters have no places of their own.
fn in_text(text: &str, span: Span, language: &str) -> Option<Diagnostic> {
    let (word, right) = words(text).find_map(|(_, word)| Some((word, corrections(word, language)?)))?;
    Some(complaint(word, &right, span).help(format!("write {}", or(&right))))
}

fn complaint(word: &str, right: &[&str], span: Span) -> Diagnostic {
    let right: Vec<String> = right.iter().map(|right| in_case_of(word, right)).collect();
    Diagnostic::new(&SPELLING, span, format!("`{word}` is misspelled: {} is meant", or(&right)))
}

fn misspelled(word: &str, right: &[&str], span: Span) -> Diagnostic {
    let diagnostic = complaint(word, right, span);
    let [only] = right else { return diagnostic.help(format!("write {}", or(right))) };
    diagnostic.unsafe_fix(span, in_case_of(word, only))
}
