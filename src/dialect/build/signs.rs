//! Asterisks and tildes that CommonMark takes as a pair, though they are signs of something else: phone codes, addresses, wildcards.

use super::{
    Builder,
    inlines::{Inlines, Piece},
};
use crate::{diagnostic::EMPHASIS_UNMEANT, dialect::tree::Inline, text::Span};
use std::ops::Range;

impl Builder<'_> {
    /// Whether the emphasis or strike at a place of the edited text is none.
    pub(super) fn is_sign_only(&self, range: &Range<usize>) -> bool {
        let text = &self.edited.text;
        match text.as_bytes().get(range.start) {
            Some(b'*') if range.len() > 2 => {
                is_no_emphasis(&text[..range.start], &text[range.start + 1..range.end - 1], &text[range.end..])
            }
            Some(b'~') => text.as_bytes().get(range.start + 1) != Some(&b'~'),
            _ => false,
        }
    }

    /// Adds what stands between two signs, with both of them.
    pub(super) fn signs(&mut self, inlines: Inlines, range: Range<usize>) {
        let sign = if self.edited.text[range.start..].starts_with('*') { "*" } else { "~" };
        let (first, last) = (range.start..range.start + 1, range.end - 1..range.end);
        if sign == "*" {
            self.unmeant_emphasis(&range, [&first, &last].map(|place| self.span(place.start..place.start)));
        }
        let inside = self.finish_inlines(inlines);
        self.push_text(sign, first);
        self.flush_text();
        self.pieces.extend(inside.into_iter().map(Piece::Done));
        self.push_text(sign, last);
    }

    /// The same for a text in which nothing has a meaning.
    pub(super) fn plain_signs(&mut self, inside: Inline, range: Range<usize>) {
        self.unmeant_emphasis(&range, [range.start, range.end - 1].map(|at| self.span(at..at)));
        self.push_text("*", range.start..range.start + 1);
        self.flush_text();
        self.pieces.push(Piece::Done(inside));
        self.push_text("*", range.end - 1..range.end);
    }

    fn unmeant_emphasis(&mut self, range: &Range<usize>, places: [Span; 2]) {
        let span = self.span(range.clone());
        let message = "other renderers take these asterisks as emphasis, and leave them out";
        let edits = places.map(|place| (place, "\\".to_owned())).into();
        self.offer(&EMPHASIS_UNMEANT, span, message, "put the whole between backticks, or write `\\*`", edits);
    }
}

/// So far back is looked for the start of an address, since from each of many asterisks it would take the square of their number.
const MAX_ADDRESS: usize = 1000;

/// Whether asterisks around `inside` are signs: of `*21*number#`, `*.*` and `Nutzer*innen`, of a `/*` in an address, or of `a/*, b/*`
/// and `*.a, b/*.c`.
fn is_no_emphasis(before: &str, inside: &str, after: &str) -> bool {
    if inside.bytes().all(|byte| byte.is_ascii_digit() || byte == b'#') {
        return after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '#');
    }
    let is_wildcard = !inside.is_empty() && inside.bytes().all(|byte| matches!(byte, b'.' | b'/' | b':' | b'@'));
    if is_wildcard || before.ends_with(char::is_lowercase) && starts_with_ending(inside) {
        return true;
    }
    if takes_any(before) {
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(MAX_ADDRESS))..];
        let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_address = word.contains("://") && !inside.contains(char::is_whitespace);
        return is_address || takes_any(inside);
    }
    names_any(inside, &['.', '-']) && (takes_any(inside) || names_any(after, &['.']))
}

/// Whether a text starts with what German sets off from a word by an asterisk, so that it means all genders: `Nutzer*innen`.
pub fn starts_with_ending(text: &str) -> bool {
    let ending = text.strip_prefix("innen").or_else(|| text.strip_prefix("in"));
    ending.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// Whether an asterisk after a text can stand for any name or letters: `a/*`, `a_*`, `(.*`.
fn takes_any(text: &str) -> bool {
    text.ends_with(['/', '-', '_', '=', '@']) || text.ends_with("(.") || text.ends_with("^.")
}

/// Whether an asterisk before a text can stand for any name: `*.conf`, `*-prod`.
fn names_any(text: &str, signs: &[char]) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|sign| signs.contains(&sign)) && letters.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::is_no_emphasis;

    #[test]
    fn signs_and_emphasis() {
        for (before, inside, after) in [
            ("dial ", "21", "0123#"),
            ("https://a/?x=/", "&y=/", ""),
            ("GET /", ", PUT /", ""),
            ("", ".a and ", ".b"),
            ("", ".j2 in x/", ".yml"),
            ("(", ".", ")"),
            ("Alle Nutzer", "innen und Kund", "innen"),
        ] {
            assert!(is_no_emphasis(before, inside, after), "{before}*{inside}*{after}");
        }
        for (before, inside, after) in [("step ", "21", " now"), ("a/", "b", "/c"), ("the ", ".htaccess", "."), ("(", "-x", ")")] {
            assert!(!is_no_emphasis(before, inside, after), "{before}*{inside}*{after}");
        }
    }
}
