//! A finished file with marks, in pieces.

use crate::service::marks;
use std::hash::{Hash, Hasher};

/// Bytes, and where between them values go.
#[derive(Debug, PartialEq, Eq)]
pub struct Pieces {
    bytes: Vec<u8>,
    /// How many of the bytes stand before a value, and its slot.
    values: Vec<(u32, u8)>,
}

impl Pieces {
    /// The pieces of a file that holds marks of the first `slots` values or of the name.
    pub fn cut(file: &[u8], slots: usize) -> Option<Self> {
        let mut pieces = Self { bytes: Vec::new(), values: Vec::new() };
        let mut from = 0;
        for at in memchr::memmem::find_iter(file, &marks::PREFIX) {
            let Some(slot) = marks::slot(&file[at..]).filter(|slot| *slot < slots || *slot == marks::NAME) else { continue };
            pieces.bytes.extend_from_slice(&file[from..at]);
            pieces.values.push((u32::try_from(pieces.bytes.len()).ok()?, slot as u8));
            from = at + marks::LEN;
        }
        if pieces.values.is_empty() {
            return None;
        }
        pieces.bytes.extend_from_slice(&file[from..]);
        pieces.bytes.shrink_to_fit();
        Some(pieces)
    }

    /// Writes the file with a value in each place.
    pub fn fill<'v>(&self, value: impl Fn(usize) -> &'v str, out: &mut Vec<u8>) {
        out.reserve(self.bytes.len() + self.values.len() * 8);
        let mut from = 0;
        for (at, slot) in &self.values {
            let at = *at as usize;
            out.extend_from_slice(&self.bytes[from..at]);
            out.extend_from_slice(value(usize::from(*slot)).as_bytes());
            from = at;
        }
        out.extend_from_slice(&self.bytes[from..]);
    }
}

impl Hash for Pieces {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(&self.bytes);
        self.values.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::marks::{NAME, mark};

    fn filled(file: &str) -> Option<String> {
        let pieces = Pieces::cut(file.as_bytes(), 2)?;
        let mut out = Vec::new();
        pieces.fill(|slot| ["3", "eu"].get(slot).copied().unwrap_or("acme"), &mut out);
        Some(String::from_utf8(out).unwrap())
    }

    #[test]
    fn values_go_where_their_marks_are() {
        let (one, two, name) = (mark(0), mark(1), mark(NAME));
        assert_eq!(filled(&format!("{one}a{two}{one}é{name}")).as_deref(), Some("3aeu3éacme"));
        assert_eq!(filled("pro?.mail"), None);
    }

    #[test]
    fn other_letters_of_the_private_range_stay() {
        let (one, other) = (mark(0), mark(2));
        assert_eq!(filled(&format!("{other}{one}\u{10FEFF}")), Some(format!("{other}3\u{10FEFF}")));
        assert_eq!(filled(&other.to_string()), None);
    }
}
