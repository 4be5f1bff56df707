//! Parentheses with nothing in them, and those without a partner.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Signs, prose::Passage},
    diagnostic::{Diagnostic, PARENTHESES_EMPTY, TYPO_UNBALANCED},
};

pub const RULE: Rule = Rule { codes: &[&PARENTHESES_EMPTY, &TYPO_UNBALANCED], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let signs = Signs::PARENTHESIS.and(Signs::GUILLEMET);
    for passage in guide.with_signs(signs) {
        empty(guide, passage, found);
        unbalanced(guide, passage, found);
    }
}

/// `dedicated()`; a name of a function is code, and most have signs that a word has not.
fn empty(guide: &Guide, passage: &Passage, found: &mut Vec<Diagnostic>) {
    for (at, pair) in passage.text.match_indices("()") {
        let word = passage.text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_word = word.chars().count() >= 4 && word.chars().all(|letter| letter.is_alphabetic() && !letter.is_uppercase());
        // English prose is full of functions whose names are words.
        if !(word.is_empty() || is_word && guide.language() != "en") {
            continue;
        }
        if let Some(span) = passage.span(guide, at..at + pair.len()) {
            found.push(
                Diagnostic::new(&PARENTHESES_EMPTY, span, "there is nothing between these parentheses")
                    .help("write what is missing, or remove them")
                    .unsafe_fix(span, ""),
            );
        }
    }
}

fn unbalanced(guide: &Guide, passage: &Passage, found: &mut Vec<Diagnostic>) {
    for (open, close) in [('(', ')'), ('«', '»')] {
        let mut opened = Vec::new();
        for (at, letter) in passage.text.char_indices() {
            if letter == open {
                opened.push(at);
            } else if letter == close && opened.pop().is_none() && !is_numbering(passage, at) && !is_smiley(passage, at) {
                report(guide, passage, at, letter, found);
            }
        }
        opened.retain(|at| !passage.text[..*at].ends_with([':', ';']));
        opened.iter().for_each(|at| report(guide, passage, *at, open, found));
    }
}

fn report(guide: &Guide, passage: &Passage, at: usize, sign: char, found: &mut Vec<Diagnostic>) {
    // German quotes the other way round.
    if guide.language() == "de" && matches!(sign, '«' | '»') {
        return;
    }
    if let Some(span) = passage.span(guide, at..at + sign.len_utf8()) {
        found.push(
            Diagnostic::new(&TYPO_UNBALANCED, span, format!("this `{sign}` has no partner in its paragraph"))
                .help("write the other one, or remove this one"),
        );
    }
}

/// `1)`, `a)`.
fn is_numbering(passage: &Passage, at: usize) -> bool {
    let word = passage.text[..at].rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
    word.chars().count() <= 2 && word.chars().all(char::is_alphanumeric)
}

fn is_smiley(passage: &Passage, at: usize) -> bool {
    passage.text[..at].ends_with([':', ';', '-'])
}
