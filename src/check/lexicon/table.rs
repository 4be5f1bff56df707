//! The numbers of words by their hashes, in a flat table: to look one up touches one line of the processor's cache.

use super::hash;

/// The place of a word in a table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The word itself, as [`key`] tells it; 0 where the place is free.
    key: u64,
    number: u32,
}

/// The words of a locale, numbered in the order in which they were first looked up: the usual ones have low numbers, so that
/// what is kept by number is together for them.
pub struct Table {
    /// As many as a power of two, and at least half of them free.
    slots: Vec<Slot>,
    used: u32,
}

impl Table {
    /// A table without words.
    pub fn new() -> Self {
        Self { slots: vec![Slot::default(); 1 << 10], used: 0 }
    }

    /// Makes room for the words of these keys. The memory that each of them is in is asked for without waiting for the one
    /// before, and is at hand when they are looked up.
    pub fn make_room(&mut self, keys: &[u64]) {
        let new = keys.iter().filter(|key| self.slots[self.place(**key)].key == 0).count();
        while (self.used as usize + new) * 2 > self.slots.len() {
            self.grow();
        }
    }

    /// The number of the word of a key; the next one where it is new.
    pub fn number(&mut self, key: u64) -> u32 {
        if self.used as usize * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.place(key);
        if self.slots[at].key != key {
            self.slots[at] = Slot { key, number: self.used };
            self.used += 1;
        }
        self.slots[at].number
    }

    /// Where the word of a key stands, or would stand.
    fn place(&self, key: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut at = key as usize & last;
        while self.slots[at].key != key && self.slots[at].key != 0 {
            at = (at + 1) & last;
        }
        at
    }

    fn grow(&mut self) {
        let double = vec![Slot::default(); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, double) {
            if slot.key != 0 {
                let at = self.place(slot.key);
                self.slots[at] = slot;
            }
        }
    }
}

/// How many bytes of a word are looked at in one go; few words are longer.
const AT_ONCE: usize = 16;

/// The key of the word that ends so many bytes after a byte of a text. It is never 0.
pub fn key(text: &str, start: usize, length: usize) -> u64 {
    if length > AT_ONCE {
        return hash(&text[start..start + length]).max(1);
    }
    let rest = &text.as_bytes()[start..];
    let bytes = match rest.first_chunk::<AT_ONCE>() {
        // What follows the word is read with it, and taken away: so that no loop runs over its letters.
        Some(bytes) => u128::from_le_bytes(*bytes) & !u128::MAX.checked_shl(8 * length as u32).unwrap_or(0),
        None => {
            let mut bytes = [0; AT_ONCE];
            bytes[..length].copy_from_slice(&rest[..length]);
            u128::from_le_bytes(bytes)
        }
    };
    let halves = (bytes as u64 ^ 0x9e37_79b9_7f4a_7c15, (bytes >> 64) as u64 ^ 0xd1b5_4a32_d192_ed03);
    let product = u128::from(halves.0) * u128::from(halves.1);
    (product as u64 ^ (product >> 64) as u64).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_key_wherever_it_stands() {
        let text = "a Word, Wor, wordy words and a word of more than sixteen letters: internationalization a word";
        let places = |word: &str| -> Vec<u64> { text.match_indices(word).map(|(at, _)| key(text, at, word.len())).collect() };
        assert!(places("word").windows(2).all(|pair| pair[0] == pair[1]) && places("word").len() == 4);
        let mut keys: Vec<u64> = ["a", "Word", "Wor", "word", "words", "wordy", "internationalization"].map(|word| places(word)[0]).into();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 7);
        assert_eq!(places("internationalization")[0], key("internationalization", 0, 20));
        assert_eq!(key("0123456789abcdef", 0, 16), key("0123456789abcdef more", 0, 16));
    }

    #[test]
    fn words_keep_their_numbers_while_the_table_grows() {
        let mut table = Table::new();
        table.make_room(&[]);
        assert_eq!(table.slots.len(), Table::new().slots.len());
        table.make_room(&(1..=2000).collect::<Vec<u64>>());
        assert!(table.slots.len() >= 4000);
        let word = |number: u32| format!("word{number}");
        let numbers: Vec<u32> = (0..5000).chain(0..5000).map(|number| table.number(key(&word(number), 0, word(number).len()))).collect();
        assert!(numbers.into_iter().eq((0..5000).chain(0..5000)));
    }
}
