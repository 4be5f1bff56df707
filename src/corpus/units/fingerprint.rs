//! What a text is known by.

use std::fmt;

/// A short, stable hash of a text (FNV-1a, 64 bits), in which runs of white space count as one space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// That of a text.
    pub fn of(text: &str) -> Self {
        let words = text.split_whitespace().enumerate();
        Self(words.fold(0xcbf2_9ce4_8422_2325, |hash, (at, word)| add(if at > 0 { add(hash, b" ") } else { hash }, word.as_bytes())))
    }

    /// The one that `text` spells, as it is shown.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok().map(Self))?
    }
}

fn add(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_count_and_the_hash_never_changes() {
        assert_eq!(Fingerprint::of("a  b\nc "), Fingerprint::of("a b c"));
        assert_ne!(Fingerprint::of("a b"), Fingerprint::of("ab"));
        assert_eq!(Fingerprint::of("foobar").to_string(), "85944171f73967e8", "as FNV-1a says; it is stored in files");
        assert_eq!(Fingerprint::parse("85944171f73967e8"), Some(Fingerprint::of("foobar")));
        assert_eq!(Fingerprint::parse("x"), None);
    }
}
