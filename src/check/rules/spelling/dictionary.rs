//! English words that are known to be misspelled, and what is meant by each.

use rustc_hash::FxHashSet;
use std::{cmp::Ordering, sync::LazyLock};

/// A line for each: the word in lower case and what may be meant, with commas between; sorted. `build.rs` writes it.
static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/misspelled.txt"));

/// What a word may be meant to be, if it is known to be misspelled. Case does not count.
pub fn corrections(word: &str) -> Option<Vec<&'static str>> {
    let word = word.to_ascii_lowercase();
    let (mut from, mut to) = (0, LINES.len());
    while from < to {
        let middle = LINES.floor_char_boundary(from + (to - from) / 2);
        let start = LINES[from..middle].rfind('\n').map_or(from, |end| from + end + 1);
        let line = LINES[start..].split('\n').next()?;
        let (known, right) = line.split_once(',')?;
        match known.cmp(&word) {
            Ordering::Less => from = start + line.len() + 1,
            Ordering::Greater => to = start,
            Ordering::Equal => return Some(right.split(',').collect()),
        }
    }
    None
}

/// Whether a word in lower case is what another is known to be meant to be: it is right.
pub fn is_right(word: &str) -> bool {
    static RIGHT: LazyLock<FxHashSet<&str>> = LazyLock::new(|| LINES.lines().flat_map(|line| line.split(',').skip(1)).collect());
    RIGHT.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_dictionary_is_found() {
        assert!(LINES.lines().count() > 50_000 && LINES.lines().is_sorted());
        for line in LINES.lines() {
            let (word, right) = line.split_once(',').unwrap();
            assert_eq!(corrections(word).unwrap().join(","), right, "{word}");
        }
    }

    #[test]
    fn case_does_not_count_and_right_words_are_not_there() {
        assert_eq!(corrections("Recieve").unwrap(), ["receive"]);
        for right in ["", "a", "receive", "zzzz", "account,"] {
            assert_eq!(corrections(right), None, "{right}");
        }
        assert!(is_right("receive") && is_right("halve") && !is_right("recieve") && !is_right("receiv"));
    }
}
