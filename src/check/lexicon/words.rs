//! The words of a locale as they are written, with what is known of each: looked up once for each place, counted as they
//! are looked up, and understood once.

use super::{
    Entry, First, hash,
    scan::{self, Stand, scan},
    signs::Signs,
    table::{Table, key},
    traits::Traits,
};
use crate::{check::rules, text};
use std::ops::Range;

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// What is known of it.
    pub traits: Traits,
    /// How it stands in its text.
    pub stand: Stand,
}

impl Word {
    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a text holds.
#[derive(Default)]
pub struct Found {
    /// Its words, in order.
    pub words: Box<[Word]>,
    /// Its signs.
    pub signs: Signs,
    /// What is known of one of its words or another.
    pub traits: Traits,
}

/// The words of a locale, on one thread.
pub struct Words {
    language: String,
    table: Table,
    /// What is asked of words again and again, by their numbers.
    facts: Vec<Facts>,
    /// What is asked of them once, by their numbers.
    known: Vec<Known>,
    /// Room for the words of a text, and for their keys.
    spans: Vec<scan::Span>,
    keys: Vec<u64>,
}

/// What is needed of a word wherever it stands.
#[derive(Clone, Copy)]
struct Facts {
    /// How often it was counted.
    count: u32,
    /// What rules know of it.
    traits: Traits,
    /// Whether it is looked at for slips.
    is_checked: bool,
}

/// A word as it is written.
struct Known {
    word: Box<str>,
    /// The hash of it in lower case.
    lower: u64,
    first: Option<First>,
}

/// A text whose words are counted.
pub struct Counted<'t> {
    /// Its file.
    pub file: text::FileId,
    /// The text.
    pub text: &'t str,
    /// Where bytes of it stand, if that is known.
    pub place: &'t dyn Fn(Range<usize>) -> Option<text::Span>,
}

impl Words {
    /// No words of a language yet.
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            table: Table::new(),
            facts: Vec::new(),
            known: Vec::new(),
            spans: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// What a text holds whose words are not counted.
    pub fn look(&mut self, text: &str) -> Found {
        self.find(text, |words, span, key| {
            let number = words.look_up(text, (span.start, span.end), key);
            words.facts[number].traits
        })
    }

    /// What a text holds; its words are counted.
    pub fn count(&mut self, counted: &Counted) -> Found {
        self.find(counted.text, |words, span, key| {
            let place = (span.start, span.end);
            let number = words.look_up(counted.text, place, key);
            match span.stand {
                Stand { is_plain: true, is_compound: false, .. } => words.add(number, place, counted),
                Stand { is_plain: true, is_compound: true, .. } => words.parts(span, counted),
                _ => {}
            }
            words.facts[number].traits
        })
    }

    fn find(&mut self, text: &str, mut look_up: impl FnMut(&mut Self, &scan::Span, u64) -> Traits) -> Found {
        let (mut spans, mut keys) = (std::mem::take(&mut self.spans), std::mem::take(&mut self.keys));
        let signs = scan(text, &mut spans);
        keys.clear();
        keys.extend(spans.iter().map(|span| key(text, span.start as usize, (span.end - span.start) as usize)));
        self.table.make_room(&keys);
        let mut all = Traits::default();
        let word = |(span, key): (&scan::Span, &u64)| {
            let traits = look_up(self, span, *key);
            all = all.and(traits);
            Word { start: span.start, end: span.end, traits, stand: span.stand }
        };
        let words = spans.iter().zip(&keys).map(word).collect();
        (self.spans, self.keys) = (spans, keys);
        Found { words, signs, traits: all }
    }

    /// The number of a word.
    fn look_up(&mut self, text: &str, (start, end): (u32, u32), key: u64) -> usize {
        let number = self.table.number(key) as usize;
        if number == self.facts.len() {
            self.learn(&text[start as usize..end as usize]);
        }
        number
    }

    #[cold]
    fn learn(&mut self, word: &str) {
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        self.facts.push(Facts { count: 0, traits: rules::traits(word, &self.language), is_checked: is_checked(word) });
        self.known.push(Known { word: word.into(), lower: hash(lower.as_str()), first: None });
    }

    /// Counts a word, and notes where it stands first.
    fn add(&mut self, number: usize, (start, end): (u32, u32), counted: &Counted) {
        let facts = &mut self.facts[number];
        facts.count += u32::from(facts.is_checked);
        if facts.count == 1 && self.known[number].first.is_none() {
            let span = (counted.place)(start as usize..end as usize);
            self.known[number].first = Some(First { file: counted.file, span });
        }
    }

    /// Counts the parts of a word between its hyphens.
    fn parts(&mut self, span: &scan::Span, counted: &Counted) {
        let all = &counted.text[span.start as usize..span.end as usize];
        for part in all.split('-').filter(|part| !part.is_empty()) {
            let start = span.start + (part.as_ptr() as usize - all.as_ptr() as usize) as u32;
            let place = (start, start + part.len() as u32);
            let number = self.look_up(counted.text, place, key(part, 0, part.len()));
            self.add(number, place, counted);
        }
    }

    /// The words that were counted, in lower case.
    pub fn entries(self) -> impl Iterator<Item = (u64, Entry)> {
        self.facts.into_iter().zip(self.known).filter_map(|(facts, Known { word, lower, first })| {
            Some((lower, Entry { word: word.to_lowercase().into(), count: facts.count, first: first? }))
        })
    }
}

/// Words with capitals inside are names and abbreviations; a letter alone is a variable.
fn is_checked(word: &str) -> bool {
    word.len() >= 2 && !word.chars().skip(1).any(char::is_uppercase)
}
