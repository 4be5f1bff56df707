//! Where some bytes stand in a text. They are found in one pass, since to look into each of its small parts takes longer.

use std::{cell::Cell, ops::Range};

/// As many as most guides have of a kind, so that a list need not grow.
const USUAL: usize = 64;

/// Places in a text, in order, for questions that come mostly in order too.
#[derive(Debug, Default)]
pub struct Places {
    places: Vec<usize>,
    /// The first that the last question left behind it.
    next: Cell<usize>,
}

impl Places {
    /// Places that are given in order.
    pub fn new(places: impl Iterator<Item = usize>) -> Self {
        let mut all = Vec::with_capacity(USUAL);
        all.extend(places);
        Self::from(all)
    }

    /// All of them.
    pub fn all(&self) -> &[usize] {
        &self.places
    }

    /// Those in a part of the text.
    pub fn within(&self, part: &Range<usize>) -> &[usize] {
        let start = self.first_from(part.start);
        let count = self.places[start..].iter().take_while(|place| **place < part.end).count();
        &self.places[start..start + count]
    }

    /// Whether there is one in a part of the text.
    pub fn any_in(&self, part: &Range<usize>) -> bool {
        self.places.get(self.first_from(part.start)).is_some_and(|place| *place < part.end)
    }

    fn first_from(&self, start: usize) -> usize {
        let mut next = self.next.get();
        if next > 0 && self.places[next - 1] >= start {
            next = self.places.partition_point(|place| *place < start);
        }
        while self.places.get(next).is_some_and(|place| *place < start) {
            next += 1;
        }
        self.next.set(next);
        next
    }
}

/// Those of a list, which is in order.
impl From<Vec<usize>> for Places {
    fn from(places: Vec<usize>) -> Self {
        Self { places, next: Cell::new(0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_whatever_order_parts_are_asked_for() {
        let all = [2, 3, 9, 14];
        let places = Places::new(all.into_iter());
        for start in (0..16).chain((0..16).rev()) {
            for end in start..=16 {
                let expected: Vec<usize> = all.into_iter().filter(|place| (start..end).contains(place)).collect();
                assert_eq!(places.within(&(start..end)), expected, "{start}..{end}");
                assert_eq!(places.any_in(&(start..end)), !expected.is_empty(), "{start}..{end}");
            }
        }
    }
}
