//! Words that are most probably slips of the hand: they stand once, and a letter away is one that the locale uses often.

use super::{Entry, Phrase, Sought, Vocabulary, phrases::neighbors};
use crate::text::{FileId, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// So often a word stands that another may be a slip of.
const OFTEN: u32 = 4;
/// So often it stands in a language with many words, if no neighbors speak for it.
const OFTEN_OF_MANY: u32 = 8;
/// So many words, each as often as it stands, are many: some of them are a letter apart by chance.
const MANY: u32 = 50_000;
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

/// A word that may be a slip.
struct Doubt<'e> {
    entry: &'e Entry,
    span: Span,
    /// What may have been meant, the likeliest first, and whether that tells by itself.
    meant: Vec<(&'e str, bool)>,
    /// The words before and after it; none where neighbors tell nothing.
    between: Option<(u64, u64)>,
}

/// What is asked of the texts of a language.
pub trait Texts {
    /// The text of a file.
    fn read(&self, file: FileId) -> Option<String>;
    /// Those of some phrases that stand in the texts again and again.
    fn familiar(&self, sought: &Sought) -> FxHashSet<Phrase>;
}

impl Vocabulary {
    /// The slips among a language's words. First and last letters are taken for right: endings are grammar.
    pub fn slips(&self, language: &str, texts: &impl Texts) -> Vec<Slip> {
        let locales = self.languages.get(language).map_or(&[][..], Vec::as_slice);
        let index = Index::new(locales.iter().flat_map(|(_, entries)| entries));
        let rare = locales.iter().flat_map(|(_, entries)| entries).filter(|entry| entry.count == 1 && entry.word.len() >= SHORTEST);
        let mut doubts: Vec<Doubt> = rare.filter_map(|entry| doubt(language, entry, &index)).collect();
        if !ROOTS.contains(&language) {
            look_around(&mut doubts, texts);
        }
        let unproven = doubts
            .iter()
            .flat_map(|doubt| doubt.meant.iter().filter_map(|(word, is_plain)| Some((*word, doubt.phrase(word).filter(|_| !is_plain)?))));
        let proven = Sought::new(unproven).map(|sought| texts.familiar(&sought)).unwrap_or_default();
        doubts.iter().filter_map(|doubt| doubt.settle(&proven)).collect()
    }
}

/// Finds the neighbors of words whose letters alone do not tell.
fn look_around(doubts: &mut [Doubt], texts: &impl Texts) {
    doubts.sort_by_key(|doubt| doubt.span);
    for of_file in doubts.chunk_by_mut(|one, other| one.span.file == other.span.file) {
        let unsure = |doubt: &Doubt| doubt.meant.first().is_some_and(|(_, is_plain)| !is_plain);
        let Some(text) = of_file.iter().any(unsure).then(|| texts.read(of_file[0].span.file)).flatten() else { continue };
        for doubt in of_file.iter_mut().filter(|doubt| unsure(doubt) && text.get(doubt.span.range()).is_some()) {
            doubt.between = Some(neighbors(&text, doubt.span.range())).filter(|between| *between != (0, 0));
        }
    }
}

fn doubt<'e>(language: &str, entry: &'e Entry, index: &Index<'e>) -> Option<Doubt<'e>> {
    let letters: Vec<char> = entry.word.chars().collect();
    let times = index.counts.get(&*entry.word)?;
    let plainly_often = times * if index.total >= MANY { OFTEN_OF_MANY } else { OFTEN };
    let mut candidates = index.candidates(&letters);
    candidates.retain(|candidate| candidate.count >= OFTEN * times && !is_grammar(language, &entry.word, candidate.word));
    candidates.sort_by_key(|candidate| std::cmp::Reverse((candidate.count, candidate.word)));
    let is_plain = |candidate: &Candidate| candidate.is_plain_slip && letters.len() >= LONG && candidate.count >= plainly_often;
    let meant: Vec<_> = candidates.iter().map(|candidate| (candidate.word, is_plain(candidate))).collect();
    (!meant.is_empty()).then_some(Doubt { entry, span: entry.first.span?, meant, between: None })
}

impl Doubt<'_> {
    fn phrase(&self, word: &str) -> Option<Phrase> {
        Some(Phrase::new(self.between?, word))
    }

    fn settle(&self, proven: &FxHashSet<Phrase>) -> Option<Slip> {
        let is_proven = |word: &str| self.phrase(word).is_some_and(|phrase| proven.contains(&phrase));
        let (meant, _) = self.meant.iter().find(|(word, is_plain)| *is_plain || is_proven(word))?;
        Some(Slip { word: self.entry.word.clone(), meant: (*meant).into(), span: self.span })
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
    /// The sum of all counts.
    total: u32,
    shortened: FxHashMap<String, Vec<(usize, &'e str)>>,
}

impl<'e> Index<'e> {
    fn new(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        let mut total = 0u32;
        for entry in entries {
            *counts.entry(&entry.word).or_default() += entry.count;
            total = total.saturating_add(entry.count);
        }
        let mut shortened: FxHashMap<String, Vec<(usize, &str)>> = FxHashMap::default();
        for word in counts.iter().filter(|(_, count)| **count >= OFTEN).map(|(word, _)| *word) {
            let letters: Vec<char> = word.chars().collect();
            inner(&letters).for_each(|at| shortened.entry(without(&letters, at)).or_default().push((at, word)));
        }
        Self { counts, total, shortened }
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

/// Whether two words are forms of one, or may be: `konnten` and `könnten`, `unterschieden` and `unterscheiden` in German, `correspondam` and
/// `correspondem`, `seleccionando` and `seleccionado` in Romance languages.
fn is_grammar(language: &str, word: &str, other: &str) -> bool {
    match language {
        "de" => {
            let plain = |word: &str| word.replace('ä', "a").replace('ö', "o").replace('ü', "u");
            plain(word) == plain(other) || word.replace("ie", "ei") == other.replace("ie", "ei")
        }
        "es" | "fr" | "it" | "pt" => {
            let gerund = |one: &str, two: &str| one.strip_suffix("ndo").is_some_and(|stem| two.strip_suffix("do") == Some(stem));
            ends_in_other_vowel(word, other) || gerund(word, other) || gerund(other, word)
        }
        _ => false,
    }
}

/// Whether two words differ in a vowel before the last letter alone.
fn ends_in_other_vowel(word: &str, other: &str) -> bool {
    let parts = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        let (last, vowel) = (letters.pop()?, letters.pop()?);
        matches!(vowel, 'a' | 'e' | 'i' | 'o' | 'u').then_some((letters, last))
    };
    parts(word).is_some_and(|parts_of_word| Some(parts_of_word) == parts(other))
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
