//! "Replace the number by `?`": the wrong way round.

use super::{is_quote, lone_marks};
use crate::{
    check::{guide::Guide, lexicon::Signs, prose::words},
    diagnostic::{Diagnostic, PLACEHOLDER_INVERTED_INSTRUCTION},
    dialect::instructions::{BY, replace_word},
};

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for passage in guide.with_signs(Signs::QUESTION) {
        for mark in lone_marks(passage) {
            let sentence = passage.sentence(mark.start);
            let before = passage.text[sentence.start.min(mark.start)..mark.start]
                .trim_end_matches(|letter: char| letter.is_whitespace() || is_quote(letter));
            let lower = before.to_lowercase();
            let Some(verb) = replace_word(&lower) else { continue };
            let between: Vec<&str> = words(&lower[verb..]).map(|(_, word)| word).collect();
            let is_inverted = between.last().is_some_and(|last| BY.contains(last)) && between.len() >= 3 && !lower[verb..].contains('?');
            if !is_inverted {
                continue;
            }
            if let Some(span) = passage.span(guide, mark) {
                let message = "this tells to replace the value by the `?`, and not the `?` by the value";
                found.push(Diagnostic::new(&PLACEHOLDER_INVERTED_INSTRUCTION, span, message).help("turn the sentence around"));
            }
        }
    }
}
