//! Slips of the finger: a word that stands once on a page and differs by one from a word that it uses often, in a way
//! that no inflection does: two letters changed places, one is doubled, one is lost in the middle.

use super::Counts;
use rustc_hash::FxHashMap;

/// So often a word must stand on the page to be taken for what was meant.
const OFTEN: usize = 3;

/// Words that differ so, and are right.
const RIGHT: &[&str] = &[
    "through",
    "though",
    "contact",
    "contract",
    "monter",
    "montrer",
    "rentrer",
    "renter",
    "contre",
    "centre",
    "diary",
    "dairy",
    "united",
    "untied",
    "trial",
    "trail",
    "angel",
    "angle",
    "quite",
    "quiet",
    "casual",
    "causal",
    "sacred",
    "scared",
    "reserve",
    "reverse",
    "conversation",
    "conservation",
    "signe",
    "singe",
    "patron",
    "pardon",
    "compte",
    "comte",
    "verser",
    "verre",
    "persona",
    "personal",
    "marital",
    "martial",
    "eventual",
    "complete",
    "compete",
    "explore",
    "expire",
    "complies",
    "compiles",
    "filed",
    "field",
    "desert",
    "dessert",
    "later",
    "latter",
    "planed",
    "planned",
];

/// Words that are probably slips, with what is meant.
pub fn find<'t>(counts: &Counts<'t>) -> FxHashMap<&'t str, &'t str> {
    let often: Vec<&str> = counts.iter().filter(|(word, count)| **count >= OFTEN && is_candidate(word)).map(|(word, _)| *word).collect();
    let mut slips = FxHashMap::default();
    for word in counts.iter().filter(|(word, count)| **count == 1 && is_candidate(word)).map(|(word, _)| *word) {
        if RIGHT.contains(&word) {
            continue;
        }
        let mut meant = often.iter().filter(|right| is_slip(word, right));
        if let (Some(right), None) = (meant.next(), meant.next()) {
            slips.insert(word, *right);
        }
    }
    slips
}

fn is_candidate(word: &str) -> bool {
    word.len() >= 6 && word.chars().all(|letter| letter.is_alphabetic() && !letter.is_uppercase())
}

/// Whether `word` is `right` with one slip, neither at its beginning nor at its end.
fn is_slip(word: &str, right: &str) -> bool {
    if word.len().abs_diff(right.len()) > 2 || word.as_bytes().first() != right.as_bytes().first() {
        return false;
    }
    let (word, right): (Vec<char>, Vec<char>) = (word.chars().collect(), right.chars().collect());
    let at = word.iter().zip(&right).take_while(|(one, other)| one == other).count();
    let (rest, meant) = (word.get(at..).unwrap_or_default(), right.get(at..).unwrap_or_default());
    match word.len().cmp(&right.len()) {
        std::cmp::Ordering::Equal => swapped(rest, meant) && word.len() >= 6,
        std::cmp::Ordering::Greater => at > 0 && rest.get(1..) == Some(meant) && rest.first() == word.get(at - 1) && meant.len() >= 2,
        std::cmp::Ordering::Less => meant.get(1..) == Some(rest) && rest.len() >= 3 && word.len() >= 7,
    }
}

fn swapped(rest: &[char], meant: &[char]) -> bool {
    matches!((rest, meant), ([a, b, tail @ ..], [c, d, other @ ..]) if a == d && b == c && tail == other && !tail.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_inflections() {
        for (word, right) in [("comtpe", "compte"), ("buutton", "button"), ("adresse", "addresse"), ("mesages", "messages")] {
            assert!(is_slip(word, right), "{word}");
        }
        for (word, right) in [("servers", "server"), ("serveur", "serveurs"), ("senden", "sende"), ("konnten", "können"), ("page", "pages")]
        {
            assert!(!is_slip(word, right), "{word}");
        }
    }
}
