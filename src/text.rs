//! Places in source files: which file, and which bytes of it.

use std::ops::Range;

/// A source file, by its place in the [`SourceTree`](crate::source::SourceTree).
///
/// ```compile_fail
/// # use polyguide::{site::PageId, text::FileId};
/// let page: PageId = FileId(0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes of one source file; `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that holds the bytes.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just after the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `file`. Offsets beyond 4 GiB are clamped.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end.max(range.start)) }
    }

    /// The whole of a file, said of its first byte.
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The bytes as a range of the file's text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// Line and column (both from 1, columns in characters) of a byte of `text`.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let offset = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let before = &text[..offset.unwrap_or(0)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A text without the white space at its ends. Most texts have none there, as their first and last bytes tell.
#[inline]
pub fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    let is_tight = bytes.first().is_some_and(u8::is_ascii_graphic) && bytes.last().is_some_and(u8::is_ascii_graphic);
    if is_tight { text } else { text.trim() }
}

/// The bytes of a text with a line feed for each carriage return that none follows. That ends a line too, as in CommonMark, and all other
/// bytes keep their places.
pub fn with_line_feeds(mut bytes: Vec<u8>) -> Vec<u8> {
    let mut from = 0;
    while let Some(found) = memchr::memchr(b'\r', &bytes[from..]) {
        let at = from + found;
        from = at + 1;
        if bytes.get(from) != Some(&b'\n') {
            bytes[at] = b'\n';
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_and_column("é\nàb", 5), (2, 2));
        assert_eq!(line_and_column("é", 1), (1, 1), "inside a character");
    }

    #[test]
    fn every_line_end_has_a_line_feed() {
        let mended = |text: &str| String::from_utf8(with_line_feeds(text.into())).unwrap();
        assert_eq!(["a\rb\r\r", "a\r\nb\n", "a\r\r\nb", "é"].map(mended), ["a\nb\n\n", "a\r\nb\n", "a\n\r\nb", "é"]);
    }
}
