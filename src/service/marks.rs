//! Marks that stand for values which are put in later: what a page is rendered with once, for many sites.
//!
//! A mark is one letter of a private range that no keyboard types, so that whatever escapes a text leaves it as it is.

/// The first mark. Unicode keeps the range for private use, at its very end.
const FIRST: u32 = 0x10_FF00;

/// How many there are: they differ in their last byte alone.
const COUNT: usize = 64;

/// The bytes that all marks start with.
pub const PREFIX: [u8; 3] = [0xF4, 0x8F, 0xBC];

/// How many bytes a mark has.
pub const LEN: usize = 4;

/// The mark of the site's own name.
pub const NAME: usize = COUNT - 1;

/// How many values can be marked.
pub const MOST: usize = NAME;

/// The letter of a slot.
pub fn mark(slot: usize) -> char {
    char::from_u32(FIRST + slot.min(NAME) as u32).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The slot whose mark `bytes` start with.
pub fn slot(bytes: &[u8]) -> Option<usize> {
    let last = bytes.strip_prefix(&PREFIX)?.first()?;
    Some(usize::from(last - 0x80)).filter(|slot| *slot < COUNT)
}

/// Whether a text holds a mark.
pub fn is_in(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), &PREFIX).is_some()
}

/// Whether a value stands as it is wherever it is put: whatever escapes texts, for pages, scripts or addresses, leaves it alone.
pub fn is_plain(value: &str) -> bool {
    let is_special = |letter: char| letter.is_whitespace() || letter.is_control() || "&<>\"'`/\\=%".contains(letter);
    !value.is_empty() && !value.contains(is_special) && !is_in(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_by_its_bytes() {
        for number in [0, 1, NAME] {
            let text = mark(number).to_string();
            assert_eq!((text.len(), slot(text.as_bytes())), (LEN, Some(number)));
            assert!(is_in(&format!("a{text}b")));
            assert_eq!((crate::html::escape(&text), serde_json::to_string(&text).unwrap()), (text.clone(), format!("\"{text}\"")));
        }
        assert_eq!(slot("\u{10FEFF}".as_bytes()), None);
        assert!(!is_in("pro3.mail.ovh.net"));
    }

    #[test]
    fn plain_values_need_no_escape() {
        assert!(["3", "eu", "example.net", "a.b+c@example.net", "é"].into_iter().all(is_plain));
        assert!(["", "a b", "a&b", "<", "'", "a/b", "\u{10FF00}"].into_iter().all(|value| !is_plain(value)));
    }
}
