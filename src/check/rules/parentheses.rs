//! Parentheses with nothing in them, and those without a partner.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Signs, prose::Passage},
    diagnostic::{Diagnostic, PARENTHESES_EMPTY, TYPO_UNBALANCED},
};
use rustc_hash::FxHashSet;
use std::cell::LazyCell;

pub const RULE: Rule = Rule { codes: &[&PARENTHESES_EMPTY, &TYPO_UNBALANCED], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let signs = Signs::PARENTHESIS.and(Signs::GUILLEMET);
    let words = LazyCell::new(|| words_without(guide));
    for passage in guide.with_signs(signs) {
        empty(guide, passage, |word| words.contains(word), found);
        unbalanced(guide, passage, found);
    }
}

/// `dedicated()`; the name of a function is code, and no word that stands elsewhere in the guide.
fn empty(guide: &Guide, passage: &Passage, stands_elsewhere: impl Fn(&str) -> bool, found: &mut Vec<Diagnostic>) {
    for (at, pair) in passage.text.match_indices("()") {
        let word = passage.text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_word = word.chars().count() >= 4 && word.chars().all(|letter| letter.is_alphabetic() && !letter.is_uppercase());
        // English prose is full of functions whose names are words.
        let is_wrong = if word.is_empty() {
            !passage.text[at..].starts_with("()[") && !passage.text[..at].trim_end().ends_with(['«', '“', '„', '"'])
        } else {
            is_word && guide.language() != "en" && stands_elsewhere(word)
        };
        if !is_wrong {
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

/// The words that stand in the guide without a parenthesis right behind them.
fn words_without<'g>(guide: &'g Guide) -> FxHashSet<&'g str> {
    let of_passage = |passage: &'g Passage<'g>| passage.words.iter().map(|place| (&*passage.text, place.range()));
    let all = guide.passages.iter().flat_map(of_passage);
    all.filter(|(text, place)| !text[place.end..].starts_with('(')).map(|(text, place)| &text[place]).collect()
}

fn unbalanced(guide: &Guide, passage: &Passage, found: &mut Vec<Diagnostic>) {
    for (open, close) in [('(', ')'), ('«', '»')] {
        let mut opened = Vec::new();
        for (at, letter) in passage.text.char_indices() {
            if is_quoted(passage, at, letter) {
                continue;
            }
            if letter == open {
                opened.push(at);
            } else if letter == close && opened.pop().is_none() && !is_numbering(passage, at) && !is_smiley(passage, at) {
                report(guide, passage, at, letter, found);
            }
        }
        opened.retain(|at| {
            !passage.text[..*at].ends_with([':', ';']) && !passage.text[..*at].ends_with(":-") && !is_interval(&passage.text[*at..])
        });
        opened.iter().for_each(|at| report(guide, passage, *at, open, found));
    }
}

fn report(guide: &Guide, passage: &Passage, at: usize, sign: char, found: &mut Vec<Diagnostic>) {
    // German and Polish quote the other way round, too.
    if matches!(guide.language(), "de" | "pl") && matches!(sign, '«' | '»') {
        return;
    }
    if let Some(span) = passage.span(guide, at..at + sign.len_utf8()) {
        found.push(
            Diagnostic::new(&TYPO_UNBALANCED, span, format!("this `{sign}` has no partner in its paragraph"))
                .help("write the other one, or remove this one"),
        );
    }
}

/// `1)`, `a)`, `iii)`.
fn is_numbering(passage: &Passage, at: usize) -> bool {
    let word = passage.text[..at].rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
    let is_roman = word.len() <= 5 && word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    is_roman || word.chars().count() <= 2 && word.chars().all(char::is_alphanumeric)
}

/// Whether a sign is all that stands between two quotation marks, and so is spoken of.
fn is_quoted(passage: &Passage, at: usize, sign: char) -> bool {
    let is_mark =
        |letter: Option<char>| letter.is_some_and(|letter| matches!(letter, '"' | '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»'));
    matches!(sign, '(' | ')') && is_mark(passage.before(at)) && is_mark(passage.after(at + 1))
}

/// Whether a text begins with an interval that is open at its left: `(0, 100]`.
fn is_interval(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('(') else { return false };
    let inside = rest.split(['(', ')', '[', ']']).next().unwrap_or_default();
    let is_bound = |bound: &str| bound.trim().starts_with(|letter: char| letter.is_ascii_digit() || letter == '-');
    rest[inside.len()..].starts_with(']') && inside.split_once([',', ';']).is_some_and(|(from, _)| is_bound(from))
}

fn is_smiley(passage: &Passage, at: usize) -> bool {
    passage.text[..at].ends_with([':', ';', '-'])
}
