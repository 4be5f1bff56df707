//! The words of a locale as they are written, with what is known of each: looked up once for each place, and understood once.

use super::{
    Entry, First, hash,
    scan::{self, Stand, scan},
    signs::Signs,
    traits::Traits,
};
use crate::{check::rules, text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Its number among the words of its locale.
    number: u32,
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

/// The words of a locale, on one thread.
pub struct Words {
    language: String,
    /// By their hashes.
    numbers: FxHashMap<u64, (u32, Traits)>,
    known: Vec<Known>,
    /// The same words: what is needed of each again and again.
    tallies: Vec<Tally>,
    /// What is needed for each text, and kept for the next one.
    found: Vec<scan::Span>,
    tokens: Vec<Token>,
}

/// A word as it is written.
struct Known {
    word: Box<str>,
    first: Option<First>,
}

struct Tally {
    /// The hash of it in lower case: what it is in phrases.
    lower: u64,
    /// Whether it is looked at for slips.
    is_checked: bool,
    count: u32,
}

/// A word among its neighbors, or what separates words: punctuation, code, a name with digits in it.
#[derive(Clone, Copy)]
struct Token {
    /// None for what separates words.
    number: Option<u32>,
    /// The hash of the word in lower case; 0 for what separates.
    lower: u64,
    start: u32,
    end: u32,
}

/// The counter of phrases: told which word stands between which others.
pub type Count<'a> = &'a dyn Fn((u64, u64), u64);

impl Words {
    /// No words of a language yet.
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            numbers: FxHashMap::default(),
            known: Vec::new(),
            tallies: Vec::new(),
            found: Vec::new(),
            tokens: Vec::new(),
        }
    }

    /// The words of a text and its signs.
    pub fn of(&mut self, text: &str) -> (Box<[Word]>, Signs) {
        let mut found = std::mem::take(&mut self.found);
        let signs = scan(text, &mut found);
        let words = found.iter().map(|word| self.word(text, word)).collect();
        self.found = found;
        (words, signs)
    }

    fn word(&mut self, text: &str, found: &scan::Span) -> Word {
        let (number, traits) = self.look_up(&text[found.start as usize..found.end as usize]);
        Word { start: found.start, end: found.end, number, traits, stand: found.stand }
    }

    fn look_up(&mut self, word: &str) -> (u32, Traits) {
        let Self { language, numbers, known, tallies, .. } = self;
        *numbers.entry(hash(word)).or_insert_with(|| {
            known.push(Known { word: word.into(), first: None });
            tallies.push(Tally::new(word));
            (known.len() as u32 - 1, rules::traits(word, language))
        })
    }

    /// Counts the words of a text and their phrases; `place` tells where bytes of it stand, if that is known.
    pub fn count(
        &mut self,
        file: text::FileId,
        text: &str,
        words: &[Word],
        phrases: Count,
        place: &dyn Fn(Range<usize>) -> Option<text::Span>,
    ) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        words.iter().for_each(|word| self.tokens_of(text, word, &mut tokens));
        let lower = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(0, |token| token.lower);
        for (at, token) in tokens.iter().enumerate() {
            let Some(number) = token.number.map(|number| number as usize) else { continue };
            let Some(tally) = self.tallies.get_mut(number).filter(|tally| tally.is_checked) else { continue };
            let between = (lower(at.checked_sub(1)), lower(at.checked_add(1)));
            if between != (0, 0) {
                phrases(between, token.lower);
            }
            tally.count += 1;
            if tally.count == 1
                && let Some(known) = self.known.get_mut(number)
            {
                known.first = Some(First { file, span: place(token.start as usize..token.end as usize), between });
            }
        }
        self.tokens = tokens;
    }

    /// The parts of a word between its hyphens, and what separates it from the word before.
    fn tokens_of(&mut self, text: &str, word: &Word, tokens: &mut Vec<Token>) {
        const BREAK: Token = Token { number: None, lower: 0, start: 0, end: 0 };
        if !word.stand.follows || !word.stand.is_plain {
            tokens.push(BREAK);
        }
        if word.stand.is_plain && !word.stand.is_compound {
            tokens.push(self.token(word.number, word.start, word.end));
        } else if word.stand.is_plain {
            let all = &text[word.range()];
            for part in all.split('-').filter(|part| !part.is_empty()) {
                let start = word.start + (part.as_ptr() as usize - all.as_ptr() as usize) as u32;
                let (number, _) = self.look_up(part);
                tokens.extend([self.token(number, start, start + part.len() as u32), BREAK]);
            }
            tokens.pop();
        }
    }

    fn token(&self, number: u32, start: u32, end: u32) -> Token {
        let lower = self.tallies.get(number as usize).map_or(0, |tally| tally.lower);
        Token { number: Some(number), lower, start, end }
    }

    /// The words that were counted, in lower case.
    pub fn entries(self) -> impl Iterator<Item = (u64, Entry)> {
        self.known.into_iter().zip(self.tallies).filter_map(|(known, tally)| {
            let first = known.first?;
            Some((tally.lower, Entry { word: known.word.to_lowercase().into(), count: tally.count, first }))
        })
    }
}

impl Tally {
    fn new(word: &str) -> Self {
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        Self { lower: hash(lower.as_str()), is_checked: is_checked(word), count: 0 }
    }
}

/// Words with capitals inside are names and abbreviations; a letter alone is a variable.
fn is_checked(word: &str) -> bool {
    word.len() >= 2 && !word.chars().skip(1).any(char::is_uppercase)
}
