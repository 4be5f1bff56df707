//! The words that a site uses, in each locale: how often, and between which others. A team's own texts are the best
//! dictionary of its words, names and jargon, in every language.

mod phrases;
mod scan;
mod signs;
mod slips;
mod traits;
mod words;

pub use signs::Signs;
pub use slips::Slip;
pub use traits::{Traits, Wanted};
pub use words::{Word, Words};

use super::guide::Guide;
use crate::{
    locale::Locale,
    text::{FileId, Span},
};
use phrases::Phrases;
use rustc_hash::{FxHashMap, FxHasher};
use std::{
    collections::BTreeMap,
    hash::{Hash, Hasher},
    sync::{Mutex, PoisonError},
};

/// The words of a site, while its guides are read on several threads.
pub struct Lexicon {
    /// Each thread has its own words, so that none waits for another.
    threads: Vec<Mutex<FxHashMap<Locale, Words>>>,
    phrases: Phrases,
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
    /// The words before and after it; 0 for what is no word.
    pub between: (u64, u64),
}

impl Lexicon {
    /// No words yet, for a site of so many files, from as many threads as there are.
    pub fn new(files: usize) -> Self {
        let threads = (0..=rayon::current_num_threads()).map(|_| Mutex::default()).collect();
        Self { threads, phrases: Phrases::new(files) }
    }

    /// Lends the words of a locale to who looks at a guide.
    pub fn with<T>(&self, locale: &Locale, look: impl FnOnce(&mut Words) -> T) -> T {
        let thread = rayon::current_thread_index().map_or(0, |at| at + 1);
        // There is one for each thread of the pool and one for all others, who wait for each other.
        let mut words = self.threads[thread % self.threads.len()].lock().unwrap_or_else(PoisonError::into_inner);
        look(words.entry(locale.clone()).or_insert_with(|| Words::new(locale.language())))
    }

    /// Counts the words of a guide: title, summary, passages, alternative texts.
    pub fn count(&self, guide: &Guide, words: &mut Words) {
        let seed = hash(guide.language());
        let phrase = |between, word| self.phrases.add(seed, between, word);
        let mut whole = |text: &str, around: Span| {
            let (found, _) = words.of(text);
            words.count(guide.file(), text, &found, &phrase, &|range| {
                let from = guide.text.get(around.range())?.find(text)? + around.start as usize;
                Some(Span::new(around.file, from + range.start..from + range.end))
            });
        };
        let front = &guide.document.front;
        [&front.title, &front.excerpt].into_iter().flatten().for_each(|text| whole(&text.value, text.span));
        for image in guide.pictures.iter().map(|picture| picture.image) {
            image.alt.as_text().into_iter().for_each(|alt| whole(alt, image.span));
        }
        for passage in &guide.passages {
            words.count(guide.file(), &passage.text, &passage.words, &phrase, &|range| passage.span(guide, range));
        }
    }

    /// The words by language and locale, and the phrases that they stand in.
    pub fn finish(self) -> Vocabulary {
        let mut all: BTreeMap<Locale, FxHashMap<u64, Entry>> = BTreeMap::new();
        for words in self.threads {
            for (locale, words) in words.into_inner().unwrap_or_else(PoisonError::into_inner) {
                let known = all.entry(locale).or_default();
                for (hash, entry) in words.entries() {
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
    phrases: Phrases,
}

impl Vocabulary {
    /// Whether `word` stands between these words again and again in a language.
    fn is_familiar(&self, language: &str, between: (u64, u64), word: &str) -> bool {
        self.phrases.is_familiar(hash(language), between, hash(word))
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

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
