//! Abbreviations whose meaning a guide gives.

use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// The abbreviations of a guide, all of which are looked for at once.
#[derive(Debug, Default)]
pub struct Abbreviations<'a> {
    known: &'a [(String, String)],
    finder: Option<AhoCorasick>,
}

impl<'a> Abbreviations<'a> {
    /// Words, each with what it stands for.
    pub fn new(known: &'a [(String, String)]) -> Self {
        if known.is_empty() {
            return Self::default();
        }
        let words = known.iter().map(|(word, _)| word);
        Self { known, finder: AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok() }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Where abbreviations stand in `text` as words of their own, in order, each with its meaning.
    pub fn find_iter(&self, text: &str) -> Vec<(Range<usize>, &'a str)> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let is_word =
            |range: &Range<usize>| !is_letter(text[..range.start].chars().next_back()) && !is_letter(text[range.end..].chars().next());
        let meaning = |at: usize| self.known.get(at).map_or("", |(_, meaning)| meaning.as_str());
        let found = finder.find_iter(text).map(|found| (found.range(), meaning(found.pattern().as_usize())));
        found.filter(|(range, _)| is_word(range)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_their_own_and_the_longest_of_them() {
        let known = [("IP", "I"), ("IPv4", "V"), ("é", "E")].map(|(word, meaning)| (word.to_owned(), meaning.to_owned()));
        let abbreviations = Abbreviations::new(&known);
        let found = abbreviations.find_iter("IPv4 (IP), SHIP, IPs, é");
        assert_eq!(found, [(0..4, "V"), (6..8, "I"), (22..24, "E")]);
        assert!(Abbreviations::new(&[]).find_iter("IP").is_empty());
    }
}
