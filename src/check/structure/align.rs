//! Two sequences side by side, so that what one of them lacks is found at its place.

/// Longer lists are only paired from their beginnings and their ends: a table of all pairs would grow too large.
const MOST_PAIRS: usize = 40_000;

/// A place of the first sequence, of the second, or of both.
pub type Step = (Option<usize>, Option<usize>);

/// Pairs the places of two sequences in order, so that the sum of `score` is the highest; of equal ways the one that pairs
/// early places. What scores nothing is never paired.
pub fn align(first: usize, second: usize, score: impl Fn(usize, usize) -> u32) -> Vec<Step> {
    if first.saturating_mul(second) > MOST_PAIRS {
        return align_ends(first, second, score);
    }
    let width = second + 1;
    let mut best = vec![0u32; (first + 1) * width];
    let mut scores = vec![0u32; first * second];
    for at in (0..first).rev() {
        for other in (0..second).rev() {
            let paired = score(at, other);
            scores[at * second + other] = paired;
            let both = if paired > 0 { paired + best[(at + 1) * width + other + 1] } else { 0 };
            best[at * width + other] = both.max(best[(at + 1) * width + other]).max(best[at * width + other + 1]);
        }
    }
    let (mut at, mut other) = (0, 0);
    let mut steps = Vec::with_capacity(first.max(second));
    while at < first && other < second {
        let here = best[at * width + other];
        let paired = scores[at * second + other];
        if paired > 0 && here == paired + best[(at + 1) * width + other + 1] {
            steps.push((Some(at), Some(other)));
            (at, other) = (at + 1, other + 1);
        } else if here == best[at * width + other + 1] {
            steps.push((None, Some(other)));
            other += 1;
        } else {
            steps.push((Some(at), None));
            at += 1;
        }
    }
    steps.extend((at..first).map(|at| (Some(at), None)));
    steps.extend((other..second).map(|other| (None, Some(other))));
    steps
}

/// Pairs what fits from the beginning and from the end, and leaves what stands between.
fn align_ends(first: usize, second: usize, score: impl Fn(usize, usize) -> u32) -> Vec<Step> {
    let shorter = first.min(second);
    let head = (0..shorter).take_while(|at| score(*at, *at) > 0).count();
    let tail = (0..shorter - head).take_while(|back| score(first - 1 - back, second - 1 - back) > 0).count();
    let mut steps: Vec<Step> = (0..head).map(|at| (Some(at), Some(at))).collect();
    steps.extend((head..first - tail).map(|at| (Some(at), None)));
    steps.extend((head..second - tail).map(|other| (None, Some(other))));
    steps.extend((0..tail).rev().map(|back| (Some(first - 1 - back), Some(second - 1 - back))));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned(one: &str, other: &str) -> String {
        let (first, second): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let steps = align(first.len(), second.len(), |at, other| u32::from(first[at] == second[other]));
        let letter = |step: Step| match step {
            (Some(at), Some(_)) => first[at].to_string(),
            (Some(at), None) => format!("-{}", first[at]),
            (None, Some(other)) => format!("+{}", second[other]),
            (None, None) => String::new(),
        };
        steps.into_iter().map(letter).collect()
    }

    #[test]
    fn what_is_missing_is_found_at_its_place() {
        assert_eq!(aligned("abcd", "acd"), "a-bcd");
        assert_eq!(aligned("acd", "abcd"), "a+bcd");
        assert_eq!(aligned("aaaa", "aaa"), "aaa-a", "of equal things the last");
        assert_eq!(aligned("ab", "xy"), "+x+y-a-b");
        assert_eq!(aligned("abc", "bca"), "-abc+a");
        assert_eq!(aligned("", "a"), "+a");
    }

    #[test]
    fn long_lists_are_not_compared_pair_by_pair() {
        let long = "x".repeat(100_000);
        let steps = align(long.len(), long.len() + 1, |_, _| 1);
        assert_eq!(steps.iter().filter(|(at, other)| at.is_some() && other.is_some()).count(), long.len());
        assert_eq!(steps.len(), long.len() + 1);
    }
}
