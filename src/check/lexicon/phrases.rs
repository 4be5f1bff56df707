//! How often words stand between which others, in few bytes: counted up to the number that says all that is asked.

use super::hash;
use std::sync::atomic::{AtomicU8, Ordering};

/// How many counters there are for each file, and at the most. Two phrases that share one are taken for the same, which
/// is rare.
const COUNTERS: (usize, usize) = (1 << 12, 1 << 22);

/// So often a phrase must stand to be familiar; nothing counts further.
const FAMILIAR: u8 = 2;

/// The phrases of a site, counted on several threads: four counters of two bits in each byte, so that most of them stay
/// in the processor's cache.
pub struct Phrases(Box<[AtomicU8]>);

impl Phrases {
    /// No phrases yet, for a site of so many files.
    pub fn new(files: usize) -> Self {
        let counters = (COUNTERS.0 * files.max(1)).next_power_of_two().min(COUNTERS.1);
        Self((0..counters / 4).map(|_| AtomicU8::new(0)).collect())
    }

    /// Counts a word between two others in a language.
    pub fn add(&self, language: u64, between: (u64, u64), word: u64) {
        let (counters, shift) = self.counter(language, between, word);
        let increment = |all: u8| (count(all, shift) < FAMILIAR).then_some(all + (1 << shift));
        if count(counters.load(Ordering::Relaxed), shift) < FAMILIAR {
            // Where it is familiar meanwhile, nothing is to be counted.
            _ = counters.fetch_update(Ordering::Relaxed, Ordering::Relaxed, increment);
        }
    }

    /// Whether a word stands between two others again and again in a language.
    pub fn is_familiar(&self, language: u64, between: (u64, u64), word: u64) -> bool {
        let (counters, shift) = self.counter(language, between, word);
        count(counters.load(Ordering::Relaxed), shift) >= FAMILIAR
    }

    fn counter(&self, language: u64, between: (u64, u64), word: u64) -> (&AtomicU8, u32) {
        // The high bits of this hash are the good ones; the number of counters is a power of two.
        let number = (hash((language, between, word)) >> 40) as usize & (self.0.len() * 4 - 1);
        (&self.0[number / 4], (number % 4 * 2) as u32)
    }
}

fn count(all: u8, shift: u32) -> u8 {
    (all >> shift) & 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_familiar_from_the_second_time_on_and_its_neighbors_are_not() {
        let phrases = Phrases::new(1);
        phrases.add(1, (2, 3), 4);
        assert!(!phrases.is_familiar(1, (2, 3), 4));
        (0..1000).for_each(|_| phrases.add(1, (2, 3), 4));
        assert!(phrases.is_familiar(1, (2, 3), 4));
        let familiar = (0..1000).filter(|word| phrases.is_familiar(9, (2, 3), *word)).count();
        assert!(familiar <= 2, "{familiar} of 1,000 others");
    }
}
