//! The texts of all passages of a guide in one, so that letters that hardly any of them has are looked for once.

use super::prose::Passage;
use memchr::memmem::Finder;

/// Stands between passages, and in none of them.
const SEPARATOR: char = '\0';

/// The texts of passages, one behind the other.
#[derive(Default)]
pub struct Together {
    text: String,
    /// Where each begins.
    starts: Vec<usize>,
}

impl Together {
    /// The texts of these passages.
    pub fn new(passages: &[Passage]) -> Self {
        let length = passages.iter().map(|passage| passage.text.len() + 1).sum();
        let mut together = Self { text: String::with_capacity(length), starts: Vec::with_capacity(passages.len()) };
        passages.iter().for_each(|passage| together.push(&passage.text));
        together
    }

    fn push(&mut self, text: &str) {
        self.starts.push(self.text.len());
        self.text.push_str(text);
        self.text.push(SEPARATOR);
    }

    /// The numbers of the passages that hold some letters, in order.
    pub fn holding(&self, letters: &Finder) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + letters.find(self.text.as_bytes().get(from..)?)?;
            let after = self.starts.partition_point(|start| *start <= at);
            from = self.starts.get(after).copied().unwrap_or(self.text.len());
            after.checked_sub(1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_passage_with_the_letters_is_told_once() {
        let mut together = Together::default();
        ["a b a b", "", "b", "c a", "ba"].iter().for_each(|text| together.push(text));
        let holding = |letters: &str| together.holding(&Finder::new(letters)).collect::<Vec<usize>>();
        assert_eq!(holding("b"), [0, 2, 4]);
        assert_eq!(holding("a"), [0, 3, 4]);
        assert_eq!(holding("ba"), [4], "none reaches from one into the next");
        assert_eq!(holding("d"), [0; 0]);
        assert_eq!(Together::default().holding(&Finder::new("b")).count(), 0);
    }
}
