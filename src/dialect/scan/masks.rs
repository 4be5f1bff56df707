//! Asterisks that stand for themselves: those of codes to dial, and those that hide letters.

use super::{Scanner, tables::code_spans};
use crate::diagnostic::EMPHASIS_UNMEANT;
use std::ops::Range;

/// No code to dial is longer, in bytes.
const MAX_CODE: usize = 40;

impl Scanner<'_> {
    /// `**21*number#`, `jo***@example.com`: each asterisk gets a backslash, since two of such words could make a pair.
    pub(super) fn starred_words(&mut self, range: &Range<usize>) {
        let source = self.source;
        let text = &source.text[range.clone()];
        if memchr::memchr(b'*', text.as_bytes()).is_none() {
            return;
        }
        let codes = code_spans(text);
        let mut is_open = false;
        for word in words(text) {
            if !text[word.clone()].contains('*') || codes.iter().any(|code| code.contains(&word.start)) {
                continue;
            }
            let inside = &text[word.clone()];
            if self.has_codes && is_code(inside, true) {
                let first = inside.find('*').unwrap_or_default();
                self.escape_stars(range.start + word.start + first..range.start + word.end);
            } else if self.has_masks {
                let masks = masks(inside, &mut is_open);
                masks
                    .into_iter()
                    .for_each(|mask| self.escape_stars(range.start + word.start + mask.start..range.start + word.start + mask.end));
            }
        }
    }

    /// Puts a backslash before each asterisk of a word.
    fn escape_stars(&mut self, word: Range<usize>) {
        let text = &self.source.text[word.clone()];
        let runs = text.match_indices('*').filter(|(at, _)| !text[..*at].ends_with('*')).map(|(at, _)| {
            let length = text[at..].bytes().take_while(|byte| *byte == b'*').count();
            (word.start + at..word.start + at + length, "\\*".repeat(length))
        });
        let edits = runs.collect();
        let message = "these asterisks are no emphasis, and could be taken as such";
        self.repair_with_help(&EMPHASIS_UNMEANT, word, message, "put the whole between backticks, or write `\\*`", edits);
    }
}

/// The words of a text, without the signs of the sentence around them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    text.split(|letter: char| letter.is_whitespace() || letter == '|').filter_map(move |word| {
        let start = from;
        from = start + word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        let core = core(word);
        (!core.is_empty()).then(|| start + core.start..start + core.end)
    })
}

/// What a word is without the signs of the sentence around it.
fn core(word: &str) -> Range<usize> {
    let start = word.len() - word.trim_start_matches(['(', '[', '"', '«', '“', '„', '\'']).len();
    let end = start + word[start..].trim_end_matches([')', ']', '"', '»', '”', '\'', ',', '.', ';', ':', '!', '?']).len();
    start..end
}

/// Whether the asterisk at `at` stands in a word that is surely a code to dial.
pub fn is_dialled(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_inside =
        at > 0 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'<');
    if !is_inside && bytes.get(at + 1) != Some(&b'#') {
        return false;
    }
    let is_end = |letter: char| letter.is_whitespace() || letter == '|';
    let before = &text[text.ceil_char_boundary(at.saturating_sub(MAX_CODE))..at];
    let start = before.rfind(is_end).map_or(0, |end| end + before[end..].chars().next().map_or(0, char::len_utf8));
    let after = &text[at..text.floor_char_boundary((at + MAX_CODE).min(text.len()))];
    let end = at + after.find(is_end).unwrap_or(after.len());
    let word = &text[at - before.len() + start..end];
    is_code(&word[core(word)], false)
}

/// Whether a word is a code to dial: `**21*number#`, `*#21#`; among others also `*21*` and `**21*`.
fn is_code(word: &str, is_among_others: bool) -> bool {
    let number = word.trim_start_matches(['*', '#']);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let (marks, after) = (&word[..word.len() - number.len()], &number[digits..]);
    if word.len() > MAX_CODE || !(2..=4).contains(&digits) || !matches!(marks, "*" | "**" | "*#" | "#" | "##") {
        return false;
    }
    let has_more = || after[1..].starts_with(|letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '<' | '#'));
    match after {
        "#" => marks == "*#",
        "*" => is_among_others && marks.starts_with('*'),
        _ => after.starts_with('*') && after.ends_with('#') && has_more(),
    }
}

/// The asterisks in a word that hide letters: three and more behind a letter and before the rest of a name, or two before an `@`.
/// `is_open` tells whether such a number opened emphasis before.
fn masks(word: &str, is_open: &mut bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let is_other = word.contains(['\\', '<', '=', '"', '`', '{']) || word.contains("://") || word.contains("](");
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'*', &word.as_bytes()[from..]).map(|at| from + at) {
        from = at + word[at..].bytes().take_while(|byte| *byte == b'*').count();
        let (before, mut after) = (word[..at].chars().next_back(), word[from..].chars());
        let (next, goes_on) = (after.next(), after.next().is_some_and(char::is_alphanumeric));
        let hides = match from - at {
            1 => false,
            2 => next == Some('@'),
            _ => next == Some('@') || matches!(next, Some('.' | '-')) && !*is_open,
        };
        let follows = before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.'));
        if hides && follows && goes_on && !is_other {
            found.push(at..from);
        } else if from - at > 2 {
            *is_open = before.is_none_or(|letter| !letter.is_alphanumeric()) && next.is_some();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_to_dial() {
        for (text, is_sure) in
            [("Dial **21*number#.", true), ("(*#21#)", true), ("*21*<number>#", true), ("*1*2", false), ("2*3 **21** a", false)]
        {
            let found = memchr::memchr_iter(b'*', text.as_bytes()).any(|at| is_dialled(text, at));
            assert_eq!(found, is_sure, "{text}");
        }
        assert!(is_code("*21*", true) && !is_code("**21**", true) && !is_code("*a*", true));
    }

    #[test]
    fn asterisks_that_hide_letters() {
        let hidden = |word: &'static str| masks(word, &mut false).into_iter().map(|range| &word[range]).collect::<Vec<_>>();
        assert_eq!(hidden("jo***@example.com"), ["***"]);
        assert_eq!((hidden("jo**@a.b"), hidden("vps-*****.a-***.b")), (vec!["**"], vec!["*****", "***"]));
        for word in ["***a***-b", "**a**.b", "a***", "a***.", "https://a***.b"] {
            assert!(hidden(word).is_empty(), "{word}");
        }
    }
}
