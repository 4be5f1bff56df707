//! French sets a space before `: ; ? !`.

use super::{NARROW_NO_BREAK, NO_BREAK, Text};
use crate::{
    check::{
        lexicon::Signs,
        prose::{CODE, HOST, THING},
        rules::translation_residue::is_foreign,
    },
    diagnostic::Safety,
};

/// The signs that want a space.
pub const SIGNS: Signs = Signs::COLON.and(Signs::EXCLAMATION).and(Signs::QUESTION);

/// Names that end in a `!`.
const NAMES: &[&str] = &["Joomla", "Yahoo"];

pub fn check(text: &mut Text) {
    let passage = text.passage;
    // In Canada only the colon has one.
    let is_canadian = text.guide.document.locale.as_str().ends_with("-ca");
    for (at, byte) in passage.text.bytes().enumerate() {
        let (letter, space) = match byte {
            b':' => (':', NO_BREAK),
            b';' | b'?' | b'!' if !is_canadian => (char::from(byte), NARROW_NO_BREAK),
            _ => continue,
        };
        let after = passage.after(at + 1);
        let ends = after.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '»' | '"' | ')' | ',' | CODE | THING));
        let before = &passage.text[..at];
        let is_name = letter == '!' && NAMES.iter().any(|name| before.ends_with(name));
        let is_wrong = ends && passage.before(at).is_some_and(is_word_end) && !is_name && !is_in_address(before);
        if is_wrong && !is_foreign(text.guide, passage) {
            let replacement = format!("{space}{letter}");
            text.report(
                at..at + 1,
                &format!("no space stands before the `{letter}`, as French wants it"),
                &[(at..at + 1, &replacement)],
                Safety::Unsafe,
            );
        }
    }
}

fn is_word_end(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, ')' | '»' | HOST | CODE | '%')
}

/// Whether a text ends in the middle of an address, in which signs mean something else.
fn is_in_address(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains("://") || word.contains('@') || word.contains('\\') || word.starts_with("http")
}
