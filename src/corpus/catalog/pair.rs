//! Which entry of a catalog belongs to which text of its guide: by what the texts say and by their order, never by dates.

use crate::corpus::units::Fingerprint;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// For each of the new texts the old one that says the same, each once. Texts that stand twice are told apart by their
/// neighbors, and texts that moved are found wherever they stand.
pub fn same(new: &[Fingerprint], old: &[Fingerprint]) -> Vec<Option<usize>> {
    if new == old {
        return (0..new.len()).map(Some).collect();
    }
    let mut pairs = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for at in 0..len {
                pairs[new_index + at] = Some(old_index + at);
                taken[old_index + at] = true;
            }
        }
    }
    let mut left: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
    for (at, fingerprint) in old.iter().enumerate().rev().filter(|(at, _)| !taken[*at]) {
        left.entry(*fingerprint).or_default().push(at);
    }
    for (pair, fingerprint) in pairs.iter_mut().zip(new).filter(|(pair, _)| pair.is_none()) {
        *pair = left.get_mut(fingerprint).and_then(Vec::pop);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(new: &str, old: &str) -> Vec<Option<usize>> {
        let prints = |text: &str| text.split(' ').map(Fingerprint::of).collect::<Vec<_>>();
        same(&prints(new), &prints(old))
    }

    #[test]
    fn texts_are_found_wherever_they_moved() {
        assert_eq!(pairs("a b c", "a b c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(pairs("a x c b", "a b c d"), [Some(0), None, Some(2), Some(1)]);
    }

    #[test]
    fn texts_that_stand_twice_are_told_apart_by_their_neighbors() {
        assert_eq!(pairs("a yes b new yes c yes", "a yes b yes c yes"), [Some(0), Some(1), Some(2), None, Some(3), Some(4), Some(5)]);
        assert_eq!(pairs("b yes c yes", "a yes b yes c yes"), [Some(2), Some(3), Some(4), Some(5)]);
        assert_eq!(pairs("yes yes", "yes"), [Some(0), None]);
    }
}
