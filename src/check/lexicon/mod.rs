//! The words that a site uses, in each locale: how often, and between which others. A team's own texts are the best
//! dictionary of its words, names and jargon, in every language.

mod slips;
mod tokens;

pub use slips::Slip;

use super::guide::Guide;
use crate::{
    locale::Locale,
    text::{FileId, Span},
};
use rustc_hash::{FxHashMap, FxHasher};
use std::{
    collections::BTreeMap,
    hash::{Hash, Hasher},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU16, Ordering},
    },
};
use tokens::Token;

/// How many counters of phrases there are for each file, and at the most. Two phrases that share one are taken for the
/// same, which is rare.
const PHRASES: (usize, usize) = (1 << 12, 1 << 22);

/// The words of a site, while its guides are read on several threads.
pub struct Lexicon {
    /// Each thread has its own words, so that none waits for another.
    threads: Vec<Mutex<Words>>,
    phrases: Box<[AtomicU16]>,
}

/// Words in lower case by their hash, for each locale.
type Words = FxHashMap<Locale, FxHashMap<u64, Entry>>;

/// A word in lower case, and how often and where it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The word.
    pub word: Box<str>,
    /// How often it stands in the locale's guides.
    pub count: u32,
    /// Where it stands first.
    pub first: First,
}

/// The first place of a word.
#[derive(Clone, Copy, Debug)]
pub struct First {
    file: FileId,
    /// The bytes, where they are the author's own.
    pub span: Option<Span>,
    /// The words before and after it; 0 for what is no word.
    pub between: (u64, u64),
}

impl Lexicon {
    /// No words yet, for a site of so many files, from as many threads as there are.
    pub fn new(files: usize) -> Self {
        let phrases = (PHRASES.0 * files.max(1)).next_power_of_two().min(PHRASES.1);
        let threads = (0..=rayon::current_num_threads()).map(|_| Mutex::default()).collect();
        Self { threads, phrases: (0..phrases).map(|_| AtomicU16::new(0)).collect() }
    }

    /// Adds the words of a guide.
    pub fn add(&self, guide: &Guide) {
        let thread = rayon::current_thread_index().map_or(0, |at| at + 1);
        let Some(words) = self.threads.get(thread) else { return };
        let mut words = words.lock().unwrap_or_else(PoisonError::into_inner);
        let words = words.entry(guide.document.locale.clone()).or_default();
        let (seed, file) = (hash(guide.language()), guide.file());
        let (mut lower, mut hashes) = (String::new(), Vec::new());
        tokens::each_text(guide, &mut |tokens, place| {
            hashes.clear();
            hashes.extend(tokens.iter().map(|token| hash_of(*token, &mut lower)));
            for (at, token) in tokens.iter().enumerate() {
                let Token::Word(word) = *token else { continue };
                let between = (at.checked_sub(1).map_or(0, |before| hashes[before]), hashes.get(at + 1).copied().unwrap_or(0));
                if between != (0, 0) {
                    counter(&self.phrases, seed, between, hashes[at]).fetch_add(1, Ordering::Relaxed);
                }
                if is_checked(word) {
                    let first = || First { file, span: place(at), between };
                    let new = || Entry { word: word.to_lowercase().into(), count: 0, first: first() };
                    let entry = words.entry(hashes[at]).or_insert_with(new);
                    entry.count += 1;
                    if file < entry.first.file {
                        entry.first = first();
                    }
                }
            }
        });
    }

    /// The words by language and locale, and the phrases that they stand in.
    pub fn finish(self) -> Vocabulary {
        let mut all: BTreeMap<Locale, FxHashMap<u64, Entry>> = BTreeMap::new();
        for words in self.threads {
            for (locale, words) in words.into_inner().unwrap_or_else(PoisonError::into_inner) {
                let known = all.entry(locale).or_default();
                for (hash, entry) in words {
                    let merge = |known: &mut Entry| known.merge(&entry);
                    known.entry(hash).and_modify(merge).or_insert_with(|| entry.clone());
                }
            }
        }
        let sorted = |words: FxHashMap<u64, Entry>| {
            let mut entries: Vec<Entry> = words.into_values().collect();
            entries.sort_by(|one, other| one.word.cmp(&other.word));
            entries
        };
        let mut languages: BTreeMap<String, Vec<(Locale, Vec<Entry>)>> = BTreeMap::new();
        for (locale, words) in all {
            languages.entry(locale.language().to_owned()).or_default().push((locale, sorted(words)));
        }
        Vocabulary { languages, phrases: self.phrases }
    }
}

/// The words of a site, once all its guides are read.
pub struct Vocabulary {
    /// For each language its locales with their words, sorted. Regional copies repeat their texts with all slips, so
    /// what is rare is rare in a locale; what is usual is usual in the language.
    pub languages: BTreeMap<String, Vec<(Locale, Vec<Entry>)>>,
    phrases: Box<[AtomicU16]>,
}

impl Vocabulary {
    /// How often `word` stands between these words in a language.
    fn phrases(&self, language: &str, between: (u64, u64), word: &str) -> u16 {
        counter(&self.phrases, hash(language), between, hash(word)).load(Ordering::Relaxed)
    }
}

impl Entry {
    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        if other.first.file < self.first.file {
            self.first = other.first;
        }
    }
}

/// The counter of a phrase.
fn counter(phrases: &[AtomicU16], seed: u64, between: (u64, u64), word: u64) -> &AtomicU16 {
    // The high bits of this hash are the good ones; the number of counters is a power of two.
    &phrases[(hash((seed, between, word)) >> 40) as usize & (phrases.len() - 1)]
}

/// Words with capitals inside are names and abbreviations; a letter alone is a variable.
fn is_checked(word: &str) -> bool {
    word.len() >= 2 && !word.chars().skip(1).any(char::is_uppercase)
}

fn hash_of(token: Token, lower: &mut String) -> u64 {
    let Token::Word(word) = token else { return 0 };
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return hash(word);
    }
    lower.clear();
    lower.extend(word.chars().flat_map(char::to_lowercase));
    hash(lower.as_str())
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
