//! A run of inlines as one text, and the way back from its bytes to the file's.

use crate::{
    dialect::tree::{CodePart, Inline, InlineKind},
    text::Span,
};
use smallvec::SmallVec;
use std::ops::Range;

/// Stands in a line's text for a service's host; no word of a language has it (U+FFFC, object replacement character).
pub const HOST: char = '\u{fffc}';

/// Inlines as text in lower case, without markup.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The text; [`HOST`] for each host.
    pub text: String,
    pieces: SmallVec<[Piece; 1]>,
}

/// Where a part of the text came from.
#[derive(Clone, Debug)]
struct Piece {
    start: usize,
    span: Span,
    is_strong: bool,
    service: Option<u16>,
}

impl Line {
    /// The lines between the line breaks of `inlines`; there is at least one.
    pub fn split(inlines: &[Inline]) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut last = Self::default();
        last.add(inlines, false, &mut |line| lines.push(std::mem::take(line)));
        lines.push(last);
        lines
    }

    /// All of `inlines` as one line.
    pub fn joined<'t>(runs: impl IntoIterator<Item = &'t [Inline]>) -> Self {
        let mut joined = Self::default();
        for run in runs {
            joined.go_on();
            joined.add(run, false, &mut Self::go_on);
        }
        joined
    }

    /// Begins another line of text in this one.
    fn go_on(&mut self) {
        if self.text.is_empty() {
            self.pieces.clear();
        } else {
            self.text.push('\n');
        }
    }

    /// Adds `inlines`; `end` is what to do at a line break.
    fn add(&mut self, inlines: &[Inline], is_strong: bool, end: &mut impl FnMut(&mut Self)) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Placeholder(text) => self.push(text, inline.span, is_strong, None),
                InlineKind::Code(parts) => {
                    for part in parts {
                        match part {
                            CodePart::Text(text) => self.push(text, inline.span, true, None),
                            CodePart::Host(host) => self.push_host(host.service, inline.span),
                        }
                    }
                }
                InlineKind::Host(host) => self.push_host(host.service, inline.span),
                InlineKind::Break => end(self),
                InlineKind::Strong(inside) | InlineKind::Emphasis(inside) | InlineKind::Action(inside) => self.add(inside, true, end),
                InlineKind::Strike(_) => {}
                InlineKind::Link { inlines: inside, .. }
                | InlineKind::Element { inlines: inside, .. }
                | InlineKind::When { inlines: inside, .. } => self.add(inside, is_strong, end),
                InlineKind::Image(_) | InlineKind::Anchor(_) | InlineKind::Icon(_) | InlineKind::FootnoteReference(_) => {}
            }
        }
    }

    fn push_host(&mut self, service: u16, span: Span) {
        self.push(HOST.encode_utf8(&mut [0; 4]), span, true, Some(service));
    }

    fn push(&mut self, text: &str, span: Span, is_strong: bool, service: Option<u16>) {
        self.pieces.push(Piece { start: self.text.len(), span, is_strong, service });
        if text.is_ascii() {
            let start = self.text.len();
            self.text.push_str(text);
            self.text[start..].make_ascii_lowercase();
        } else {
            self.text.push_str(&text.to_lowercase());
        }
    }

    /// All of the text.
    pub fn all(&self) -> Part<'_> {
        Part { line: self, range: 0..self.text.len() }
    }

    fn piece(&self, offset: usize) -> Option<(usize, &Piece)> {
        let at = self.pieces.partition_point(|piece| piece.start <= offset).checked_sub(1)?;
        Some((at, self.pieces.get(at)?))
    }

    fn end_of(&self, at: usize) -> usize {
        self.pieces.get(at + 1).map_or(self.text.len(), |next| next.start)
    }
}

/// A part of a line: a label, or what follows it.
#[derive(Clone, Debug)]
pub struct Part<'l> {
    line: &'l Line,
    range: Range<usize>,
}

impl<'l> Part<'l> {
    /// Its text.
    pub fn text(&self) -> &'l str {
        self.line.text.get(self.range.clone()).unwrap_or_default()
    }

    /// The bytes of the file that `range` of its text came from; all of the inline where they cannot be told apart.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let (start, end) = (self.range.start + range.start, self.range.start + range.end);
        let (at, first) = self.line.piece(start)?;
        let (_, last) = self.line.piece(end.max(start + 1) - 1)?;
        if first.span != last.span {
            return Some(if first.span.file == last.span.file { Span { end: last.span.end, ..first.span } } else { first.span });
        }
        let piece_end = self.line.end_of(at);
        let is_whole = piece_end - first.start == (first.span.end - first.span.start) as usize;
        match is_whole && end <= piece_end {
            true => Some(Span {
                start: first.span.start + (start - first.start) as u32,
                end: first.span.start + (end - first.start) as u32,
                ..first.span
            }),
            false => Some(first.span),
        }
    }

    /// The services whose hosts stand in it, and where.
    pub fn services(&self) -> impl Iterator<Item = (usize, u16)> {
        let inside = |piece: &&Piece| self.range.contains(&piece.start);
        self.line.pieces.iter().filter(inside).filter_map(|piece| Some((piece.start - self.range.start, piece.service?)))
    }

    /// It up to `end`, and from `start`.
    pub fn cut(&self, end: usize, start: usize) -> (Self, Self) {
        let middle = |offset: usize| (self.range.start + offset).min(self.range.end);
        (Self { line: self.line, range: self.range.start..middle(end) }, Self { line: self.line, range: middle(start)..self.range.end })
    }

    /// Where its emphasis first begins or ends after some text.
    pub fn first_change(&self) -> Option<usize> {
        let mut before = None;
        for (at, piece) in self.line.pieces.iter().enumerate() {
            let end = self.line.end_of(at);
            if end <= self.range.start || self.line.text.get(piece.start..end).is_some_and(|text| text.trim().is_empty()) {
                continue;
            }
            if before.is_some_and(|before| before != piece.is_strong) {
                return piece.start.checked_sub(self.range.start);
            }
            before = Some(piece.is_strong);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    fn text(text: &str, start: usize, length: usize) -> Inline {
        Inline { span: Span::new(FileId(0), start..start + length), kind: InlineKind::Text(text.into()) }
    }

    #[test]
    fn a_place_in_a_line_is_a_place_in_the_file() {
        let line = Line::joined([&[text("Port: ", 10, 6), text("993, IMAP", 18, 9)][..]]);
        assert_eq!(line.text, "port: 993, imap");
        assert_eq!(line.all().span(6..9), Some(Span::new(FileId(0), 18..21)));
        assert_eq!(line.all().span(4..9), Some(Span::new(FileId(0), 10..27)), "over two inlines: both");
    }

    #[test]
    fn a_text_that_is_not_the_bytes_of_the_file_has_one_place() {
        let line = Line::joined([&[text("a & 993", 0, 11)][..]]);
        assert_eq!(line.all().span(4..7), Some(Span::new(FileId(0), 0..11)));
    }

    #[test]
    fn a_break_ends_a_line() {
        let end = Inline { span: Span::new(FileId(0), 1..5), kind: InlineKind::Break };
        let lines = Line::split(&[text("a", 0, 1), end, text("b", 5, 1)]);
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }
}
