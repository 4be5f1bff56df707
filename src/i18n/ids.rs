//! What an entry is known by: minted once, and kept with the entry whatever happens to its text.

use crate::corpus::units::{Unit, UnitKind, plain_text};
use std::collections::HashSet;

/// How many words of a text its id shows.
const WORDS: usize = 4;

/// An id for a unit that none of `taken` has: its kind, its first words, and a short hash where these are not enough.
pub fn mint(unit: &Unit, taken: &HashSet<String>) -> String {
    let kind = match unit.kind {
        UnitKind::Heading(_) => "heading",
        kind => kind.as_str(),
    };
    let words = slug(&unit.text);
    let plain = if words.is_empty() { kind.to_owned() } else { format!("{kind}-{words}") };
    let hash = unit.fingerprint().0;
    let candidates = [plain.clone(), format!("{plain}-{:04x}", hash & 0xffff)].into_iter();
    let numbered = (2..).map(|number| format!("{plain}-{:04x}-{number}", hash & 0xffff));
    candidates.chain(numbered).find(|id| !taken.contains(id)).unwrap_or(plain)
}

/// The first words of a text in letters that every program takes.
fn slug(text: &str) -> String {
    let plain = plain_text(text).to_lowercase();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(WORDS).collect::<Vec<_>>().join("-")
}
