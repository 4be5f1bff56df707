//! How often words stand between which others, in few bytes: counted up to the number that says all that is asked.

use super::hash;

/// How many counters there are for each file, and at the most. Two phrases that share one are taken for the same, which
/// is rare.
const COUNTERS: (usize, usize) = (1 << 12, 1 << 22);

/// So many phrases are counted at once.
const AT_ONCE: usize = 1 << 10;

/// So often a phrase must stand to be familiar; nothing counts further.
const FAMILIAR: u8 = 2;

/// The phrases that were counted on one thread, or on all: four counters of two bits in each byte, so that most of them
/// stay in the processor's cache.
pub struct Phrases {
    counters: Box<[u8]>,
    /// The numbers of counters that are to be counted further: many at once, since the memory that they are in is asked
    /// for without waiting for the one before.
    pending: Vec<u32>,
}

impl Phrases {
    /// No phrases yet, for a site of so many files.
    pub fn new(files: usize) -> Self {
        let counters = (COUNTERS.0 * files.max(1)).next_power_of_two().min(COUNTERS.1);
        Self { counters: vec![0; counters / 4].into(), pending: Vec::with_capacity(AT_ONCE) }
    }

    /// Counts a word between two others in a language.
    pub fn add(&mut self, language: u64, between: (u64, u64), word: u64) {
        self.pending.push(self.counter(language, between, word));
        if self.pending.len() == AT_ONCE {
            self.settle();
        }
    }

    /// Counts what is still to be counted.
    fn settle(&mut self) {
        for counter in self.pending.drain(..) {
            let (at, shift) = place(counter);
            if let Some(counters) = self.counters.get_mut(at).filter(|counters| count(**counters, shift) < FAMILIAR) {
                *counters += 1 << shift;
            }
        }
    }

    /// What was counted on all threads, of a site of so many files.
    pub fn sum(files: usize, threads: impl Iterator<Item = Self>) -> Self {
        let mut sum = Self::new(files);
        threads.for_each(|thread| sum.plus(thread));
        sum
    }

    fn plus(&mut self, mut thread: Self) {
        thread.settle();
        let add = |own: u8, other: u8| {
            let counter = |shift| (count(own, shift) + count(other, shift)).min(FAMILIAR) << shift;
            counter(0) | counter(2) | counter(4) | counter(6)
        };
        self.counters.iter_mut().zip(&thread.counters).for_each(|(own, other)| *own = add(*own, *other));
    }

    /// Whether a word stands between two others again and again in a language.
    pub fn is_familiar(&self, language: u64, between: (u64, u64), word: u64) -> bool {
        let (at, shift) = place(self.counter(language, between, word));
        self.counters.get(at).is_some_and(|counters| count(*counters, shift) >= FAMILIAR)
    }

    /// The number of a phrase's counter.
    fn counter(&self, language: u64, between: (u64, u64), word: u64) -> u32 {
        // The high bits of this hash are the good ones; the number of counters is a power of two.
        (hash((language, between, word)) >> 40) as u32 & (self.counters.len() * 4 - 1) as u32
    }
}

/// The byte of a counter, and where the counter stands in it.
fn place(counter: u32) -> (usize, u32) {
    (counter as usize / 4, counter % 4 * 2)
}

fn count(all: u8, shift: u32) -> u8 {
    (all >> shift) & 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(threads: impl IntoIterator<Item = Phrases>) -> Phrases {
        Phrases::sum(1, threads.into_iter())
    }

    #[test]
    fn a_phrase_is_familiar_from_the_second_time_on_and_its_neighbors_are_not() {
        let counted = |times: usize| {
            let mut phrases = Phrases::new(1);
            (0..times).for_each(|_| phrases.add(1, (2, 3), 4));
            sum([phrases])
        };
        assert_eq!([0, 1, 2, AT_ONCE + 1].map(|times| counted(times).is_familiar(1, (2, 3), 4)), [false, false, true, true]);
        let familiar = (0..1000).filter(|word| counted(1000).is_familiar(9, (2, 3), *word)).count();
        assert!(familiar <= 2, "{familiar} of 1,000 others");
        assert!(!sum([]).is_familiar(1, (2, 3), 4));
    }

    #[test]
    fn what_two_threads_counted_is_what_one_would_have_counted() {
        let (mut all, mut one, mut other) = (Phrases::new(1), Phrases::new(1), Phrases::new(1));
        for word in 0..2000 {
            for time in 0..word % 5 {
                all.add(1, (2, 3), word);
                if word % 3 == 0 || time % 2 == 0 { one.add(1, (2, 3), word) } else { other.add(1, (2, 3), word) }
            }
        }
        assert_eq!(sum([one, other]).counters, sum([all]).counters);
    }
}
