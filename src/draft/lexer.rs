//! What the lexers for code have in common.

use std::ops::Range;

/// Takes the tokens of a line that have a class, in order.
pub type Paint<'p> = dyn FnMut(Range<usize>, &'static str) + 'p;

/// A letter of a word.
pub fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// A letter of a name such as `no-cache`.
pub fn is_name(letter: char) -> bool {
    is_word(letter) || letter == '-'
}

/// The word that `text` starts with; it may be empty.
pub fn word(text: &str) -> &str {
    &text[..text.find(|letter| !is_word(letter)).unwrap_or(text.len())]
}

pub fn letter_before(line: &str, at: usize) -> Option<char> {
    line[..at].chars().next_back()
}

pub fn letter_after(line: &str, at: usize) -> Option<char> {
    line[at..].chars().next()
}

/// The end of a comment: to the end of the line, from a `#` at its start or after white space.
pub fn comment(line: &str, at: usize) -> Option<usize> {
    let is_comment = letter_before(line, at).is_none_or(char::is_whitespace);
    is_comment.then(|| line[at..].find('\n').map_or(line.len(), |length| at + length))
}

/// The end of a string in single quotes, or of the line.
pub fn single_quoted(line: &str, at: usize) -> usize {
    line[at + 1..].find('\'').map_or(line.len(), |length| at + length + 2)
}
