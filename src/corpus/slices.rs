//! Where a part of a text stands, for readers that take texts apart by slicing.

use std::ops::Range;

/// The bytes of `text` that its slice `part` is.
pub(super) fn place(text: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_knows_its_place() {
        let text = "- [é](b)";
        let part = text.split(['(', ')']).nth(1).unwrap_or_default();
        assert_eq!(place(text, part), 7..8);
        assert_eq!(place(text, text), 0..text.len());
    }
}
