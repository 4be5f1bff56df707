//! The words of a locale as they are written, with what is known of each: looked up once for each place, counted as they
//! are looked up, and understood once.

use super::{
    Entry, First, hash,
    phrases::Phrases,
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
    /// The hash of the language.
    seed: u64,
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
    /// The hash of it in lower case: what it is in phrases.
    lower: u64,
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

/// A word among its neighbors.
#[derive(Clone, Copy)]
struct Token {
    number: u32,
    facts: Facts,
    start: u32,
    end: u32,
    /// The word before it, in lower case; 0 for what separates words: punctuation, code, a name with digits in it.
    before: u64,
}

impl Words {
    /// No words of a language yet.
    pub fn new(language: &str) -> Self {
        let seed = hash(language);
        Self {
            language: language.to_owned(),
            seed,
            table: Table::new(),
            facts: Vec::new(),
            known: Vec::new(),
            spans: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// What a text holds whose words are not counted.
    pub fn look(&mut self, text: &str) -> Found {
        self.find(text, |words, span, key| words.look_up(text, (span.start, span.end), key, false).1.traits)
    }

    /// What a text holds; its words are counted, and their phrases.
    pub fn count(&mut self, counted: &Counted, phrases: &mut Phrases) -> Found {
        let mut last: Option<Token> = None;
        let text = counted.text;
        let found = self.find(text, |words, span, key| {
            let is_word = span.stand.is_plain && !span.stand.is_compound;
            let (number, facts) = words.look_up(text, (span.start, span.end), key, is_word);
            if !span.stand.follows || !span.stand.is_plain {
                words.tell(last.take(), 0, counted, phrases);
            }
            if is_word {
                words.next(&mut last, (number, facts), (span.start, span.end), counted, phrases);
            } else if span.stand.is_plain {
                words.parts(&mut last, span, counted, phrases);
            }
            facts.traits
        });
        self.tell(last, 0, counted, phrases);
        found
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

    /// The number of a word and what is known of it.
    fn look_up(&mut self, text: &str, (start, end): (u32, u32), key: u64, counts: bool) -> (u32, Facts) {
        let number = self.table.number(key);
        if number as usize == self.facts.len() {
            self.learn(&text[start as usize..end as usize]);
        }
        let facts = &mut self.facts[number as usize];
        facts.count += u32::from(counts && facts.is_checked);
        (number, *facts)
    }

    fn learn(&mut self, word: &str) {
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        let (lower, traits) = (hash(lower.as_str()), rules::traits(word, &self.language));
        self.facts.push(Facts { lower, count: 0, traits, is_checked: is_checked(word) });
        self.known.push(Known { word: word.into(), first: None });
    }

    /// The parts of a word between its hyphens, which are words that do not follow each other.
    fn parts(&mut self, last: &mut Option<Token>, span: &scan::Span, counted: &Counted, phrases: &mut Phrases) {
        let all = &counted.text[span.start as usize..span.end as usize];
        let mut is_first = true;
        for part in all.split('-').filter(|part| !part.is_empty()) {
            if !std::mem::take(&mut is_first) {
                self.tell(last.take(), 0, counted, phrases);
            }
            let start = span.start + (part.as_ptr() as usize - all.as_ptr() as usize) as u32;
            let end = start + part.len() as u32;
            let word = self.look_up(counted.text, (start, end), key(part, 0, part.len()), true);
            self.next(last, word, (start, end), counted, phrases);
        }
    }

    /// A word that follows the last one, of which all is known now.
    fn next(
        &mut self,
        last: &mut Option<Token>,
        (number, facts): (u32, Facts),
        (start, end): (u32, u32),
        counted: &Counted,
        phrases: &mut Phrases,
    ) {
        let before = last.map_or(0, |token| token.facts.lower);
        self.tell(last.take(), facts.lower, counted, phrases);
        *last = Some(Token { number, facts, start, end, before });
    }

    /// Counts the phrase that a word stands in, before the word `after`, and notes where the word stands first.
    fn tell(&mut self, token: Option<Token>, after: u64, counted: &Counted, phrases: &mut Phrases) {
        let Some(token) = token.filter(|token| token.facts.is_checked) else { return };
        let between = (token.before, after);
        if between != (0, 0) {
            phrases.add(self.seed, between, token.facts.lower);
        }
        if token.facts.count == 1
            && let Some(known) = self.known.get_mut(token.number as usize)
        {
            let span = (counted.place)(token.start as usize..token.end as usize);
            known.first = Some(First { file: counted.file, span, between });
        }
    }

    /// The words that were counted, in lower case.
    pub fn entries(self) -> impl Iterator<Item = (u64, Entry)> {
        self.facts.into_iter().zip(self.known).filter_map(|(facts, Known { word, first })| {
            Some((facts.lower, Entry { word: word.to_lowercase().into(), count: facts.count, first: first? }))
        })
    }
}

/// Words with capitals inside are names and abbreviations; a letter alone is a variable.
fn is_checked(word: &str) -> bool {
    word.len() >= 2 && !word.chars().skip(1).any(char::is_uppercase)
}
