//! Which of the texts that are gone a new text was made from: by likeness, and by the place between its neighbors.

/// Texts less alike than this are different texts.
const LIKE: f64 = 0.55;
/// What it counts for that a text stands where the other stood.
const SAME_PLACE: f64 = 0.15;
/// Among so many texts on either side each is compared with each.
const MAX_COMPARED: usize = 400;

/// A text and the kind of block that it is.
pub struct Candidate<'a> {
    /// The text.
    pub text: &'a str,
    /// What it is.
    pub kind: &'a str,
}

/// Fills `pairs`, which has for each new text the old one that is the same, with the likest of those that are left.
pub fn fill(new: &[Candidate], old: &[Candidate], pairs: &mut [Option<usize>]) {
    let mut taken = vec![false; old.len()];
    pairs.iter().flatten().for_each(|at| taken[*at] = true);
    let open: Vec<usize> = (0..new.len()).filter(|at| pairs[*at].is_none()).take(MAX_COMPARED).collect();
    let left: Vec<usize> = (0..old.len()).filter(|at| !taken[*at]).take(MAX_COMPARED).collect();
    let mut scores = Vec::new();
    for at in &open {
        let gap = gap_of(*at, pairs, old.len());
        for other in left.iter().copied().filter(|other| old[*other].kind == new[*at].kind) {
            let score = likeness(new[*at].text, old[other].text);
            let place = if gap.contains(&other) { SAME_PLACE } else { 0.0 };
            if score + place >= LIKE && score > 0.0 {
                scores.push((score + place, *at, other));
            }
        }
    }
    scores.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
    for (_, at, other) in scores {
        if pairs[at].is_none() && !taken[other] {
            pairs[at] = Some(other);
            taken[other] = true;
        }
    }
}

/// The old texts between those of the nearest neighbors that are the same.
fn gap_of(at: usize, pairs: &[Option<usize>], old: usize) -> std::ops::Range<usize> {
    let before = pairs[..at].iter().rev().flatten().next().map_or(0, |before| before + 1);
    let after = pairs[at + 1..].iter().flatten().next().copied().unwrap_or(old);
    before..after.max(before)
}

/// How alike two texts are, from 0 to 1: by the pairs of letters that they share.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (shorter, longer) = if one.len() < other.len() { (one.len(), other.len()) } else { (other.len(), one.len()) };
    // Texts of so different a length cannot be alike enough.
    if longer > shorter * 4 { 0.0 } else { strsim::sorensen_dice(one, other) }
}
