//! The lines around a place, cut to what can be drawn.

use super::sources::Source;
use std::{borrow::Cow, ops::Range};

/// A span over more lines is drawn as its first.
const MAX_LINES: usize = 5;
/// A span over more bytes is drawn as its start.
const MAX_SPAN: usize = 2_000;
/// How much of a line is kept after the last span in it.
const TAIL: usize = 400;
/// An excerpt that would hold more bytes is not drawn.
const MAX_BYTES: usize = 64 * 1024;
/// Spans that are further apart, in lines, have excerpts of their own.
const MAX_GAP: usize = 4;

/// Some lines of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// The lines.
    pub text: Cow<'a, str>,
    /// The number of the first line, from 1.
    pub first_line: usize,
    /// Where the excerpt starts in the file.
    start: usize,
}

impl<'a> Excerpt<'a> {
    /// The lines that hold `spans`, which are clipped. `None` where that is too much.
    pub fn new(source: &'a Source, spans: &[Range<usize>]) -> Option<Self> {
        let first = source.line(spans.iter().map(|span| span.start).min()?);
        let last_end = spans.iter().map(|span| span.end).max()?;
        let start = source.line_range(first).start;
        let end = source.line_range(source.line(last_end)).end.min(floor(&source.text, last_end.saturating_add(TAIL)));
        let text = source.text.get(start..end.max(last_end)).filter(|text| text.len() <= MAX_BYTES)?;
        Some(Self { text: printable(text.trim_end_matches('\r')), first_line: first + 1, start })
    }

    /// A clipped span of the file as a span of the excerpt.
    pub fn inside(&self, span: &Range<usize>) -> Range<usize> {
        let inside = |offset: usize| offset.saturating_sub(self.start).min(self.text.len());
        inside(span.start)..inside(span.end)
    }
}

/// `span`, inside the text, at the bounds of characters, without a newline at its end, and no longer than can be drawn.
pub fn clip(source: &Source, span: Range<usize>) -> Range<usize> {
    let text = &source.text;
    let start = floor(text, span.start);
    let mut end = floor(text, span.end.min(start.saturating_add(MAX_SPAN))).max(start);
    if source.line(end) > source.line(start) + MAX_LINES {
        end = source.line_range(source.line(start)).end.max(start);
    }
    let inside = text.get(start..end).unwrap_or_default();
    start..start + inside.trim_end_matches(['\r', '\n']).len()
}

/// Whether two clipped spans can be drawn in one excerpt.
pub fn are_near(source: &Source, one: &Range<usize>, other: &Range<usize>) -> bool {
    let gap = |upper: &Range<usize>, lower: &Range<usize>| source.line(lower.start).saturating_sub(source.line(upper.end));
    gap(one, other).max(gap(other, one)) <= MAX_GAP
}

/// The last bound of a character at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

/// The text without the control characters that the drawing crate lets pass: C1, with which some terminals are steered.
/// What comes instead has as many bytes.
pub fn printable(text: &str) -> Cow<'_, str> {
    let is_c1 = |letter: char| ('\u{80}'..='\u{9f}').contains(&letter);
    if text.contains(is_c1) { Cow::Owned(text.replace(is_c1, "¤")) } else { Cow::Borrowed(text) }
}

/// A text for a line of its own: without anything that steers a terminal or begins another line.
pub fn one_line(text: &str) -> Cow<'_, str> {
    // All control characters are of ASCII, or begin with this byte in UTF-8.
    let may_be_control = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2);
    let may_hold_some = text.bytes().fold(false, |some, byte| some | may_be_control(byte));
    if may_hold_some && text.contains(char::is_control) { Cow::Owned(text.replace(char::is_control, "¤")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new(text.into())
    }

    #[test]
    fn an_excerpt_holds_whole_lines() {
        let source = source("one\ntwo\nthree\nfour\n");
        let excerpt = Excerpt::new(&source, &[9..10, 4..7]).unwrap();
        assert_eq!((&*excerpt.text, excerpt.first_line), ("two\nthree", 2));
        assert_eq!(excerpt.inside(&(9..10)), 5..6);
    }

    #[test]
    fn spans_are_clipped() {
        let source = source("é one\r\ntwo\n3\n4\n5\n6\n7\n8\n");
        assert_eq!(clip(&source, 1..4), 0..4, "starts inside a character");
        assert_eq!(clip(&source, 3..8), 3..6, "ends after a newline");
        assert_eq!(clip(&source, 3..22), 3..6, "over many lines");
        assert_eq!(clip(&source, 900..1000), 24..24, "behind the end");
    }

    #[test]
    fn long_lines_are_cut() {
        let long = source(&"word ".repeat(100_000));
        let span = clip(&long, 10..400_000);
        assert_eq!(span, 10..2010);
        assert_eq!(Excerpt::new(&long, &[span.clone(), span]).unwrap().text.len(), 2410);
        let far = 400_000..400_001;
        assert_eq!(Excerpt::new(&long, &[far.clone(), far]), None, "too much before it");
    }

    #[test]
    fn terminals_are_not_steered() {
        let source = source("a\u{9b}31m b");
        assert_eq!(Excerpt::new(&source, &[0..1, 1..1]).unwrap().text, "a¤31m b");
    }
}
