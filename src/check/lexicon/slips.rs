//! Words that are most probably slips of the hand: they stand once, and a letter away is one that the locale uses often.

use super::{Entry, Vocabulary};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// So often a word stands that another may be a slip of.
const OFTEN: u32 = 4;
/// A doubled letter or two that changed places tells by itself in words of so many letters.
const LONG: usize = 6;

/// Shorter words are too near to one another.
const SHORTEST: usize = 3;

/// Languages whose words of other roots differ in a letter and stand between the same words, as "reads" and "hears" in Arabic: there
/// neighbors tell nothing.
const ROOTS: &[&str] = &["ar", "he"];

/// A slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The word, in lower case.
    pub word: Box<str>,
    /// What was meant.
    pub meant: Box<str>,
    /// Where it stands.
    pub span: Span,
}

impl Vocabulary {
    /// The slips among a language's words. First and last letters are taken for right: endings are grammar.
    pub fn slips(&self, language: &str) -> Vec<Slip> {
        let locales = self.languages.get(language).map_or(&[][..], Vec::as_slice);
        let index = Index::new(locales.iter().flat_map(|(_, entries)| entries));
        let rare = locales.iter().flat_map(|(_, entries)| entries).filter(|entry| entry.count == 1 && entry.word.len() >= SHORTEST);
        rare.filter_map(|entry| self.slip(language, entry, &index)).collect()
    }

    fn slip(&self, language: &str, entry: &Entry, index: &Index) -> Option<Slip> {
        let letters: Vec<char> = entry.word.chars().collect();
        let often = OFTEN * index.counts.get(&*entry.word)?;
        let is_meant = |candidate: &Candidate| {
            let is_familiar = || !ROOTS.contains(&language) && self.is_familiar(language, entry.first.between, candidate.word);
            candidate.count >= often && (candidate.is_plain_slip && letters.len() >= LONG || is_familiar())
        };
        let candidates = index.candidates(&letters).into_iter().filter(is_meant);
        let best = candidates.max_by_key(|candidate| (candidate.count, candidate.word))?;
        Some(Slip { word: entry.word.clone(), meant: best.word.into(), span: entry.first.span? })
    }
}

/// A word that may have been meant.
struct Candidate<'e> {
    word: &'e str,
    count: u32,
    /// Whether a doubled letter or two that changed places explain the difference.
    is_plain_slip: bool,
}

/// The words of a language with how often they stand, and those that stand often without one of their inner letters.
struct Index<'e> {
    counts: FxHashMap<&'e str, u32>,
    shortened: FxHashMap<String, Vec<(usize, &'e str)>>,
}

impl<'e> Index<'e> {
    fn new(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        entries.for_each(|entry| *counts.entry(&entry.word).or_default() += entry.count);
        let mut shortened: FxHashMap<String, Vec<(usize, &str)>> = FxHashMap::default();
        for word in counts.iter().filter(|(_, count)| **count >= OFTEN).map(|(word, _)| *word) {
            let letters: Vec<char> = word.chars().collect();
            inner(&letters).for_each(|at| shortened.entry(without(&letters, at)).or_default().push((at, word)));
        }
        Self { counts, shortened }
    }

    /// The words that stand often and differ in one inner letter, or in the order of two.
    fn candidates(&self, letters: &[char]) -> Vec<Candidate<'e>> {
        let mut found = Vec::new();
        let mut add = |word: Option<&'e str>, is_plain_slip| {
            let candidate = word.map(|word| Candidate { word, count: self.counts[word], is_plain_slip });
            found.extend(candidate);
        };
        for at in inner(letters) {
            let shorter = without(letters, at);
            add(self.known(&shorter), is_double(letters, at));
            for (other, word) in self.shortened.get(&shorter).into_iter().flatten() {
                add(Some(word).filter(|_| *other == at).copied(), false);
            }
            if at + 2 < letters.len() {
                let mut swapped = letters.to_vec();
                swapped.swap(at, at + 1);
                add(self.known(&swapped.into_iter().collect::<String>()), true);
            }
        }
        for (at, word) in self.shortened.get(&letters.iter().collect::<String>()).into_iter().flatten() {
            add(Some(word), is_double(&word.chars().collect::<Vec<char>>(), *at));
        }
        found
    }

    fn known(&self, word: &str) -> Option<&'e str> {
        self.counts.get_key_value(word).map(|(word, _)| *word)
    }
}

/// Whether an inner letter repeats a neighbor.
fn is_double(letters: &[char], at: usize) -> bool {
    letters.get(at) == letters.get(at - 1) || letters.get(at) == letters.get(at + 1)
}

/// The places of letters that are neither first nor last.
fn inner(letters: &[char]) -> Range<usize> {
    1..letters.len().saturating_sub(1).max(1)
}

fn without(letters: &[char], at: usize) -> String {
    letters.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, letter)| letter).collect()
}
