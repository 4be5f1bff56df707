//! Words between others, looked for in the texts themselves once it is known which of them tell something: to count all phrases while the
//! texts are read would cost more than all else that is asked of their words.

use super::hash;
use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A word between two others; 0 for what is no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// The words before and after it.
    pub between: (u64, u64),
    /// The word itself.
    pub word: u64,
}

impl Phrase {
    /// A word in lower case between two others.
    pub fn new(between: (u64, u64), word: &str) -> Self {
        Self { between, word: hash(word) }
    }
}

/// The words before and after a place of an author's text. Its markup is only known as far as to step over emphasis: the neighbor of a
/// link or of code is no word.
pub fn neighbors(text: &str, place: Range<usize>) -> (u64, u64) {
    (word_before(&text[..place.start]), word_after(&text[place.end..]))
}

/// Phrases that are looked for in texts.
pub struct Sought {
    words: AhoCorasick,
    phrases: FxHashSet<Phrase>,
}

impl Sought {
    /// Phrases with their words in lower case; nothing where there are none.
    pub fn new<'w>(phrases: impl Iterator<Item = (&'w str, Phrase)>) -> Option<Self> {
        let (words, phrases): (FxHashSet<&str>, FxHashSet<Phrase>) = phrases.unzip();
        let words = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()?;
        (!phrases.is_empty()).then_some(Self { words, phrases })
    }

    /// Counts the phrases in an author's text.
    pub fn count_in(&self, text: &str, counts: &mut FxHashMap<Phrase, u32>) {
        for hit in self.words.find_overlapping_iter(text) {
            let (before, word, after) = (&text[..hit.start()], &text[hit.range()], &text[hit.end()..]);
            if !is_in_word(before.chars().next_back()) && !is_in_word(after.chars().next()) {
                let phrase = Phrase::new(neighbors(text, hit.range()), &word.to_lowercase());
                if self.phrases.contains(&phrase) {
                    *counts.entry(phrase).or_default() += 1;
                }
            }
        }
    }
}

fn is_in_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-')
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '*' | '_')
}

/// Whether what stands between two words is white space of one paragraph, and emphasis.
fn separates(gap: &str) -> bool {
    gap.contains(char::is_whitespace) && gap.bytes().filter(|byte| *byte == b'\n').count() < 2
}

/// The word that a text ends with; 0 if it is none.
fn word_before(text: &str) -> u64 {
    let rest = text.trim_end_matches(is_gap);
    let start = rest.trim_end_matches(char::is_alphanumeric).len();
    let sticks = rest[..start].ends_with(['.', '@', '/', ':', '_', '#', '=']);
    if sticks || !separates(&text[rest.len()..]) { 0 } else { plain(&rest[start..]) }
}

/// The word that a text begins with; 0 if it is none.
fn word_after(text: &str) -> u64 {
    let rest = text.trim_start_matches(is_gap);
    let end = rest.len() - rest.trim_start_matches(char::is_alphanumeric).len();
    let next = rest[end..].strip_prefix(['.', '@', '/', ':', '_', '=']);
    let sticks = next.is_some_and(|next| next.starts_with(char::is_alphanumeric));
    if sticks || !separates(&text[..text.len() - rest.len()]) { 0 } else { plain(&rest[..end]) }
}

/// The hash of a word in lower case; 0 for a name with digits in it.
fn plain(word: &str) -> u64 {
    if word.is_empty() || word.contains(char::is_numeric) { 0 } else { hash(word.to_lowercase().as_str()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often a phrase stands in a text; `-` is for no word.
    #[track_caller]
    fn counts(text: &str, phrase: &str, expected: u32) {
        let words: Vec<&str> = phrase.split(' ').collect();
        let key = |word: &str| if word == "-" { 0 } else { hash(word) };
        let mut counts = FxHashMap::default();
        let phrase = Phrase::new((key(words[0]), key(words[2])), words[1]);
        Sought::new([(words[1], phrase)].into_iter()).unwrap().count_in(text, &mut counts);
        assert_eq!(counts.get(&phrase).copied().unwrap_or(0), expected, "{text}: {phrase:?}");
    }

    #[test]
    fn phrases_stand_in_texts_whatever_their_case_and_emphasis_are() {
        counts("Press the button. Then press **the** *button*, not Press\nThe knob.", "press the button", 2);
        counts("The e-mail server of the mail-server.", "mail server of", 1);
    }

    #[test]
    fn punctuation_paragraphs_and_names_with_signs_are_no_words() {
        counts("Go on. The end", "- the end", 1);
        counts("one\n\ntwo three", "one two three", 0);
        counts("example.net is one, v2 is", "net is one", 0);
        counts("example.net is one, v2 is", "- is one", 1);
        counts("this is net.example", "this is net", 0);
        counts("thread read reading", "thread read reading", 1);
    }
}
