//! The words that a site uses, in each locale, and how often. A team's own texts are the best dictionary of its words, names and
//! jargon, in every language.

mod phrases;
mod scan;
mod signs;
mod slips;
mod table;
mod traits;
mod words;

pub use phrases::{Phrase, Sought};
pub use signs::Signs;
pub use slips::{Slip, Texts};
pub use traits::{Traits, Wanted};
pub use words::{Counted, Found, Word, Words};

use crate::{
    locale::Locale,
    text::{FileId, Span},
};
use rustc_hash::{FxHashMap, FxHasher};
use std::{
    collections::{
        BTreeMap,
        hash_map::Entry::{Occupied, Vacant},
    },
    hash::{Hash, Hasher},
    sync::{Mutex, PoisonError},
};

/// The words of a site, while its guides are read on several threads.
pub struct Lexicon {
    /// Each thread counts by itself, so that none waits for another.
    threads: Vec<Mutex<FxHashMap<Locale, Words>>>,
}

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
}

impl Default for Lexicon {
    fn default() -> Self {
        Self { threads: (0..=rayon::current_num_threads()).map(|_| Mutex::default()).collect() }
    }
}

impl Lexicon {
    /// Lends the words of a locale to who looks at a guide.
    pub fn with<T>(&self, locale: &Locale, look: impl FnOnce(&mut Words) -> T) -> T {
        let thread = rayon::current_thread_index().map_or(0, |at| at + 1);
        // There is one for each thread of the pool and one for all others, who wait for each other.
        let mut seen = self.threads[thread % self.threads.len()].lock().unwrap_or_else(PoisonError::into_inner);
        look(seen.entry(locale.clone()).or_insert_with(|| Words::new(locale.language())))
    }

    /// The words by language and locale.
    pub fn finish(self) -> Vocabulary {
        let mut all: BTreeMap<Locale, FxHashMap<u64, Entry>> = BTreeMap::new();
        for (locale, words) in self.threads.into_iter().flat_map(|seen| seen.into_inner().unwrap_or_else(PoisonError::into_inner)) {
            let known = all.entry(locale).or_default();
            words.entries().for_each(|(hash, entry)| merge(known, hash, entry));
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
        Vocabulary { languages }
    }
}

/// The words of a site, once all its guides are read.
pub struct Vocabulary {
    /// For each language its locales with their words, sorted. Regional copies repeat their texts with all slips, so
    /// what is rare is rare in a locale; what is usual is usual in the language.
    pub languages: BTreeMap<String, Vec<(Locale, Vec<Entry>)>>,
}

/// Adds a word to those that are known from other threads, or in another case.
fn merge(known: &mut FxHashMap<u64, Entry>, hash: u64, entry: Entry) {
    match known.entry(hash) {
        Vacant(place) => _ = place.insert(entry),
        Occupied(mut place) => {
            let known = place.get_mut();
            known.count += entry.count;
            if entry.first.file < known.first.file {
                known.first = entry.first;
            }
        }
    }
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
