//! Spanish opens questions and exclamations with a mark, too: `¿Qué es?`.

use super::translation_residue::is_foreign;
use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Signs,
        prose::{BREAK, CODE, HOST, Passage},
    },
    diagnostic::{Diagnostic, TYPO_OPENING_MARK},
};

pub const RULE: Rule = Rule { codes: &[&TYPO_OPENING_MARK], check: Check::Guide(check) };

/// The marks that close, and those that open.
const MARKS: [(char, char); 2] = [('?', '¿'), ('!', '¡')];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    if guide.language() != "es" {
        return;
    }
    for passage in guide.with_signs(Signs::QUESTION.and(Signs::EXCLAMATION)) {
        let mut start = 0;
        for (at, letter) in passage.text.char_indices() {
            if matches!(letter, '.' | ':' | BREAK) {
                start = at + letter.len_utf8();
            }
            let Some((_, opening)) = MARKS.iter().find(|(closing, _)| *closing == letter) else { continue };
            let sentence = &passage.text[start..at];
            start = at + 1;
            // Who asks in surprise may open with one mark and close with the other.
            if sentence.contains(['¿', '¡']) || !ends_sentence(passage, at) || words(sentence) < 2 || is_foreign(guide, passage) {
                continue;
            }
            let Some(span) = passage.span(guide, at..at + 1) else { continue };
            let message = format!("no `{opening}` opens what this `{letter}` closes");
            found.push(Diagnostic::new(&TYPO_OPENING_MARK, span, message).help(format!("write `{opening}` where it begins")));
        }
    }
}

/// Whether the sign at a place ends a sentence, and is not spoken of.
fn ends_sentence(passage: &Passage, at: usize) -> bool {
    let follows_word = passage.before(at).is_some_and(|letter| letter.is_alphabetic() || matches!(letter, ')' | '»' | '”' | HOST | CODE));
    let ends = passage.after(at + 1).is_none_or(|letter| letter.is_whitespace() || matches!(letter, ')' | '»' | '”' | '"'));
    follows_word && ends && !passage.speaks_of(at..at + 1)
}

/// How many words a sentence has. One may be a name: `Yahoo!`.
fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}
