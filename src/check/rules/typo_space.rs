//! Spaces: missing, surplus, or of the wrong side of a sign.

mod french;
mod glued;
mod marks;
mod quotes;
mod signs;

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Signs, prose::Passage},
    diagnostic::{Diagnostic, Safety, TYPO_SPACE},
    text::Span,
};
use std::ops::Range;

pub use glued::is_glued;

pub const RULE: Rule = Rule { codes: &[&TYPO_SPACE], check: Check::Guide(check) };

/// Space that keeps its neighbours on one line.
const NO_BREAK: &str = "\u{a0}";
/// The same, narrow.
const NARROW_NO_BREAK: &str = "\u{202f}";

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let is_french = guide.language() == "fr";
    for passage in &guide.passages {
        let mut text = Text { guide, passage, found };
        if passage.signs.any(Signs::ODD) {
            signs::check(&mut text);
        }
        marks::check(&mut text);
        quotes::check(&mut text);
        glued::check(&mut text);
        if is_french && passage.signs.any(french::SIGNS) {
            french::check(&mut text);
        }
    }
}

/// A passage under examination.
struct Text<'a, 'g> {
    guide: &'g Guide<'a>,
    passage: &'g Passage<'a>,
    found: &'g mut Vec<Diagnostic>,
}

impl Text<'_, '_> {
    fn span(&self, range: Range<usize>) -> Option<Span> {
        self.passage.span(self.guide, range)
    }

    /// Reports `range`, to be mended by `edits`; nothing where the text is not the author's own.
    fn report(&mut self, range: Range<usize>, message: &str, edits: &[(Range<usize>, &str)], safety: Safety) {
        let Some(span) = self.span(range) else { return };
        let mut diagnostic = Diagnostic::new(&TYPO_SPACE, span, message);
        for (range, replacement) in edits {
            let Some(place) = self.edit_place(range) else { return };
            diagnostic = diagnostic.fix(place, *replacement);
        }
        diagnostic.safety = safety;
        self.found.push(diagnostic);
    }

    /// Where bytes are to be replaced; an insertion stands before the letter that follows, outside of its emphasis.
    fn edit_place(&self, range: &Range<usize>) -> Option<Span> {
        if !range.is_empty() {
            return self.span(range.clone());
        }
        let before = self.passage.before(range.start)?;
        let last = self.span(range.start - before.len_utf8()..range.start)?;
        if self.passage.marks_until(range.start).is_empty() {
            return Some(Span { start: last.end, ..last });
        }
        let after = self.passage.after(range.start)?;
        let next = self.span(range.start..range.start + after.len_utf8())?;
        Some(Span { end: next.start, ..next })
    }
}

/// How many letters stand from a byte on.
fn letters_after(text: &str, at: usize) -> usize {
    text[at..].chars().take_while(|letter| letter.is_alphabetic()).count()
}

/// How many letters stand just before a byte.
fn letters_before(text: &str, at: usize) -> usize {
    text[..at].chars().rev().take_while(|letter| letter.is_alphabetic()).count()
}
