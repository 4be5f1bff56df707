//! How often words stand between which others, in few bytes: counted up to the number that says all that is asked.

use super::hash;

/// How many counters there are for each file, and at the most. Two phrases that share one are taken for the same, which
/// is rare.
const COUNTERS: (usize, usize) = (1 << 12, 1 << 22);

/// So often a phrase must stand to be familiar; nothing counts further.
const FAMILIAR: u8 = 2;

/// The phrases that were counted on one thread, or on all: four counters of two bits in each byte, so that most of them
/// stay in the processor's cache.
pub struct Phrases(Box<[u8]>);

impl Phrases {
    /// No phrases yet, for a site of so many files.
    pub fn new(files: usize) -> Self {
        let counters = (COUNTERS.0 * files.max(1)).next_power_of_two().min(COUNTERS.1);
        Self(vec![0; counters / 4].into())
    }

    /// Counts a word between two others in a language.
    pub fn add(&mut self, language: u64, between: (u64, u64), word: u64) {
        let (at, shift) = self.counter(language, between, word);
        if let Some(counters) = self.0.get_mut(at).filter(|counters| count(**counters, shift) < FAMILIAR) {
            *counters += 1 << shift;
        }
    }

    /// Adds what was counted on another thread for the same site.
    pub fn merge(&mut self, other: &Self) {
        let sum = |own: u8, other: u8| {
            let counter = |shift| (count(own, shift) + count(other, shift)).min(FAMILIAR) << shift;
            counter(0) | counter(2) | counter(4) | counter(6)
        };
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own = sum(*own, *other));
    }

    /// Whether a word stands between two others again and again in a language.
    pub fn is_familiar(&self, language: u64, between: (u64, u64), word: u64) -> bool {
        let (at, shift) = self.counter(language, between, word);
        self.0.get(at).is_some_and(|counters| count(*counters, shift) >= FAMILIAR)
    }

    /// The byte of a phrase's counter, and where the counter stands in it.
    fn counter(&self, language: u64, between: (u64, u64), word: u64) -> (usize, u32) {
        // The high bits of this hash are the good ones; the number of counters is a power of two.
        let number = (hash((language, between, word)) >> 40) as usize & (self.0.len() * 4 - 1);
        (number / 4, (number % 4 * 2) as u32)
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
        let mut phrases = Phrases::new(1);
        phrases.add(1, (2, 3), 4);
        assert!(!phrases.is_familiar(1, (2, 3), 4));
        (0..1000).for_each(|_| phrases.add(1, (2, 3), 4));
        assert!(phrases.is_familiar(1, (2, 3), 4));
        let familiar = (0..1000).filter(|word| phrases.is_familiar(9, (2, 3), *word)).count();
        assert!(familiar <= 2, "{familiar} of 1,000 others");
    }

    #[test]
    fn what_two_threads_counted_is_what_one_would_have_counted() {
        let (mut all, mut one, mut other) = (Phrases::new(1), Phrases::new(1), Phrases::new(1));
        for word in 0..1000 {
            let on_first = word % 3 == 0;
            (0..word % 5).for_each(|time| if on_first || time % 2 == 0 { one.add(1, (2, 3), word) } else { other.add(1, (2, 3), word) });
            (0..word % 5).for_each(|_| all.add(1, (2, 3), word));
        }
        one.merge(&other);
        assert_eq!(one.0, all.0);
    }
}
