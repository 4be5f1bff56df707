//! Placeholders and the sentences that explain them.

mod inverted;
mod literal;
mod notation;
mod unexplained;

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Signs,
        prose::{Mark, Passage},
    },
    diagnostic::{
        Diagnostic, PLACEHOLDER_EXPLAINED_LATE, PLACEHOLDER_INVERTED_INSTRUCTION, PLACEHOLDER_LITERAL_NUMBER, PLACEHOLDER_NOTATION,
        PLACEHOLDER_UNEXPLAINED,
    },
};
use std::ops::Range;

pub const RULE: Rule = Rule {
    codes: &[
        &PLACEHOLDER_UNEXPLAINED,
        &PLACEHOLDER_EXPLAINED_LATE,
        &PLACEHOLDER_INVERTED_INSTRUCTION,
        &PLACEHOLDER_LITERAL_NUMBER,
        &PLACEHOLDER_NOTATION,
    ],
    check: Check::Guide(check),
};

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    unexplained::check(guide, found);
    inverted::check(guide, found);
    literal::check(guide, found);
    notation::check(guide, found);
}

/// The places of a `?` that stands for itself: in quotation marks, alone in bold, or as the thing that is to be replaced.
fn lone_marks(passage: &Passage) -> Vec<Range<usize>> {
    if !passage.signs.any(Signs::QUESTION) {
        return Vec::new();
    }
    let is_bold = |(mark, range): &(Mark, Range<usize>)| *mark == Mark::Strong && passage.text[range.clone()].trim() == "?";
    let has_bold = passage.marks.iter().any(is_bold);
    let is_lone = |at: usize| {
        let before = passage.text[..at].trim_end().chars().next_back();
        let after = passage.text[at + 1..].trim_start().chars().next();
        let is_quoted = before.is_some_and(is_quote) && after.is_some_and(is_quote);
        has_bold || is_quoted || passage.speaks_of(at..at + 1)
    };
    passage.text.match_indices('?').map(|(at, _)| at).filter(|at| is_lone(*at)).map(|at| at..at + 1).collect()
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '\'' | '‹' | '›')
}
