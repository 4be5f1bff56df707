//! The text that is parsed, and which bytes of which file each of its bytes came from.

use crate::text::{FileId, Span};
use std::{cell::Cell, ops::Range, rc::Rc};

/// A guide's text. Where other files were included, it is spliced from pieces of several files.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// Where its pieces came from, in order; the first starts at 0.
    pub pieces: Vec<Piece>,
}

/// A piece of a [`Source`]: it reaches to the start of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it starts in the text.
    pub start: usize,
    /// The file it came from.
    pub file: FileId,
    /// Where it starts in that file.
    pub origin: usize,
    /// Whether it stands for these bytes of the file without being equal to them: an include, an inserted prefix.
    pub replaces: Option<usize>,
}

impl<'a> Source<'a> {
    /// The text of one file, whose first byte has the offset `origin` there.
    pub fn of_file(file: FileId, text: &'a str, origin: usize) -> Self {
        Self { text, pieces: vec![Piece { start: 0, file, origin, replaces: None }] }
    }

    /// What an author wrote at a place, if the text holds it as it stands there.
    pub fn written_at(&self, span: Span) -> Option<&'a str> {
        self.text.get(self.range_of(span)?)
    }

    /// Where the text holds the bytes of a file, if it holds them as they stand there.
    pub fn range_of(&self, span: Span) -> Option<Range<usize>> {
        let start = span.start as usize;
        let holds = |piece: &&Piece| piece.file == span.file && piece.replaces.is_none() && piece.origin <= start;
        let piece = self.pieces.iter().filter(holds).max_by_key(|piece| piece.origin)?;
        let at = piece.start + start - piece.origin;
        let range = at..at + span.range().len();
        self.text.get(range.clone()).map(|_| range)
    }

    /// The bytes of a file that `range` of the text came from.
    pub fn span(&self, range: Range<usize>) -> Span {
        let (piece, limit) = match &self.pieces[..] {
            [] => return Span::new(FileId(0), range),
            [only] => (only, usize::MAX),
            pieces => {
                let at = pieces.partition_point(|piece| piece.start <= range.start).saturating_sub(1);
                (&pieces[at], pieces.get(at + 1).map_or(usize::MAX, |next| next.start))
            }
        };
        match piece.replaces {
            Some(length) => Span::new(piece.file, piece.origin..piece.origin + length),
            None => {
                let end = range.end.min(limit).max(range.start);
                Span::new(piece.file, piece.origin + range.start - piece.start..piece.origin + end - piece.start)
            }
        }
    }
}

/// The pieces of a text of `len` bytes, where those that came from `through` are followed one step further back: the text
/// of that file is itself put together as `inner` says.
pub fn follow(pieces: &[Piece], len: usize, through: FileId, inner: &Source) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len() + inner.pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let end = pieces.get(at + 1).map_or(len, |next| next.start);
        if piece.file != through {
            out.push(*piece);
        } else if let Some(length) = piece.replaces {
            let span = inner.span(piece.origin..piece.origin + length);
            out.push(Piece { start: piece.start, file: span.file, origin: span.start as usize, replaces: Some(span.range().len()) });
        } else {
            push_range(piece, piece.origin + end - piece.start, inner, &mut out);
        }
    }
    out
}

/// Adds the pieces of `inner` that `piece`, which ends at the byte `end` of its text, is made of.
fn push_range(piece: &Piece, end: usize, inner: &Source, out: &mut Vec<Piece>) {
    let first = inner.pieces.partition_point(|inner| inner.start <= piece.origin).saturating_sub(1);
    for own in inner.pieces[first..].iter().take_while(|own| own.start < end) {
        let skipped = piece.origin.saturating_sub(own.start);
        let origin = if own.replaces.is_some() { own.origin } else { own.origin + skipped };
        out.push(Piece { start: piece.start + (own.start + skipped - piece.origin), origin, ..*own });
    }
}

/// A replacement of some bytes of the [`Source`]'s text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The bytes that go.
    pub range: Range<usize>,
    /// What comes instead.
    pub text: String,
}

/// The text after all splices, and the way back.
#[derive(Debug)]
pub struct Edited {
    /// The text that the Markdown parser sees.
    pub text: Rc<String>,
    /// For each stretch of it: where it starts there, where in the source, and whether it is the source's own text.
    stretches: Vec<Stretch>,
    last: Cell<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Stretch {
    edited: usize,
    /// Where the next one starts.
    end: usize,
    source: usize,
    own: bool,
}

impl Stretch {
    fn holds(&self, offset: usize) -> bool {
        self.edited <= offset && offset < self.end
    }
}

impl Edited {
    /// `text` with `splices` done. Of overlapping splices the first counts.
    pub fn new(text: &str, mut splices: Vec<Splice>) -> Self {
        splices.sort_by_key(|splice| splice.range.start);
        let mut edited = String::with_capacity(text.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
        let mut stretches = Vec::with_capacity(splices.len() * 2 + 1);
        let mut from = 0;
        for splice in splices {
            if splice.range.start < from {
                continue;
            }
            let start = edited.len();
            edited.push_str(&text[from..splice.range.start]);
            let middle = edited.len();
            edited.push_str(&splice.text);
            stretches.push(Stretch { edited: start, end: middle, source: from, own: true });
            stretches.push(Stretch { edited: middle, end: edited.len(), source: splice.range.start, own: false });
            from = splice.range.end;
        }
        stretches.push(Stretch { edited: edited.len(), end: usize::MAX, source: from, own: true });
        edited.push_str(&text[from..]);
        Self { text: Rc::new(edited), stretches, last: Cell::new(0) }
    }

    /// The bytes of the source that the bytes `range` of the edited text came from.
    pub fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let stretch = self.stretches[self.stretch_of(range.start)];
        // Most ranges lie in the author's own text.
        if stretch.own && range.start < range.end && range.end < stretch.end {
            let source = |offset: usize| stretch.source + offset - stretch.edited;
            return source(range.start)..source(range.end);
        }
        let start = self.source_offset(range.start, false);
        start..self.source_offset(range.end, true).max(start)
    }

    /// Where its stretches came from: bytes of `file`, which holds the source's text.
    pub fn pieces(&self, file: FileId) -> Vec<Piece> {
        let piece = |(at, stretch): (usize, &Stretch)| {
            let next = self.stretches.get(at + 1).map_or(stretch.source, |next| next.source);
            let replaces = (!stretch.own).then_some(next - stretch.source);
            Piece { start: stretch.edited, file, origin: stretch.source, replaces }
        };
        let is_there = |(_, stretch): &(usize, &Stretch)| stretch.edited < stretch.end;
        self.stretches.iter().enumerate().filter(is_there).map(piece).collect()
    }

    /// Whether the byte at `offset` was put there by a splice.
    pub fn is_inserted(&self, offset: usize) -> bool {
        self.stretches.get(self.stretch_of(offset)).is_some_and(|stretch| !stretch.own)
    }

    fn source_offset(&self, offset: usize, is_end: bool) -> usize {
        let mut at = self.stretch_of(offset);
        if is_end && at > 0 && self.stretches[at].edited == offset {
            at -= 1;
        }
        let stretch = self.stretches[at];
        match (stretch.own, is_end) {
            (true, _) => stretch.source + offset - stretch.edited,
            (false, false) => stretch.source,
            (false, true) => self.stretches.get(at + 1).map_or(stretch.source, |next| next.source),
        }
    }

    /// The stretch that holds the byte at `offset`. Questions come mostly in order, so the last answer is tried first.
    fn stretch_of(&self, offset: usize) -> usize {
        let holds = |at: usize| self.stretches.get(at).is_some_and(|stretch| stretch.holds(offset));
        let last = self.last.get();
        let found = if holds(last) {
            last
        } else if holds(last + 1) {
            last + 1
        } else {
            self.stretches.partition_point(|stretch| stretch.edited <= offset).saturating_sub(1)
        };
        self.last.set(found);
        found
    }
}

/// Bytes of an edited text that stand as they are in one file, so that spans in it need no search.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    start: usize,
    end: usize,
    file: FileId,
    origin: usize,
}

impl Window {
    /// The widest around `offset`; none around bytes that a splice or another file put there.
    pub fn around(source: &Source, edited: &Edited, offset: usize) -> Option<Self> {
        let at = edited.stretch_of(offset);
        let stretch = edited.stretches.get(at).filter(|stretch| stretch.own)?;
        let next_stretch = edited.stretches.get(at + 1).map_or(usize::MAX, |next| next.edited);
        let place = stretch.source + offset - stretch.edited;
        let after = source.pieces.partition_point(|piece| piece.start <= place);
        let piece = source.pieces.get(after.checked_sub(1)?).filter(|piece| piece.replaces.is_none())?;
        let next_piece = source.pieces.get(after).map_or(usize::MAX, |next| next.start - place + offset);
        let start = stretch.edited.max((piece.start + offset).saturating_sub(place));
        let origin = piece.origin + place - piece.start - (offset - start);
        Some(Self { start, end: next_stretch.min(next_piece), file: piece.file, origin })
    }

    /// The span of a range that ends before the window does.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let is_inside = self.start <= range.start && range.start < range.end && range.end < self.end;
        is_inside.then(|| {
            let start = self.origin + range.start - self.start;
            Span::new(self.file, start..start + range.len())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splice(range: Range<usize>, text: &str) -> Splice {
        Splice { range, text: text.into() }
    }

    #[test]
    fn offsets_find_their_way_back() {
        let edited = Edited::new("abcdef", vec![splice(4..5, ""), splice(1..2, "XYZ")]);
        assert_eq!(&*edited.text, "aXYZcdf");
        assert_eq!(edited.source_range(0..1), 0..1);
        assert_eq!(edited.source_range(1..4), 1..2, "a replacement stands for what it replaced");
        assert_eq!(edited.source_range(4..7), 2..6);
        assert!(edited.is_inserted(2) && !edited.is_inserted(4));
    }

    #[test]
    fn the_first_of_two_overlapping_splices_counts() {
        assert_eq!(&*Edited::new("abcdef", vec![splice(1..4, "-"), splice(2..3, "+")]).text, "a-ef");
    }

    #[test]
    fn spans_in_a_window_are_those_that_a_search_finds() {
        let piece = |start, file, origin, replaces| Piece { start, file: FileId(file), origin, replaces };
        let pieces = vec![piece(0, 0, 10, None), piece(4, 1, 5, None), piece(8, 0, 40, Some(3)), piece(10, 0, 43, None)];
        let source = Source { text: "abcdefghijklmnop", pieces };
        let edited = Edited::new(source.text, vec![splice(2..3, ""), splice(6..6, "XYZ"), splice(13..14, "!")]);
        for offset in 0..edited.text.len() {
            let Some(window) = Window::around(&source, &edited, offset) else { continue };
            for start in 0..edited.text.len() {
                for end in start..=edited.text.len() {
                    if let Some(span) = window.span(&(start..end)) {
                        assert_eq!(span, source.span(edited.source_range(start..end)), "{start}..{end} around {offset}");
                    }
                }
            }
            assert!(window.span(&(offset..offset + 1)).is_some() || offset + 1 >= window.end, "around {offset}");
        }
    }

    #[test]
    fn places_are_followed_through_two_texts() {
        // `inner` is the text of file 9, put together from 0 and 1; the outer one leaves out a part and puts in another.
        let piece = |start, file, origin, replaces| Piece { start, file: FileId(file), origin, replaces };
        let inner = Source { text: "aaaabbbb", pieces: vec![piece(0, 0, 10, None), piece(4, 1, 5, None)] };
        let edited = Edited::new(inner.text, vec![splice(1..2, "XX"), splice(6..7, "")]);
        let pieces = follow(&edited.pieces(FileId(9)), edited.text.len(), FileId(9), &inner);
        let outer = Source { text: &edited.text, pieces };
        assert_eq!(outer.text, "aXXaabbb");
        assert_eq!(outer.span(0..1), Span::new(FileId(0), 10..11));
        assert_eq!(outer.span(1..3), Span::new(FileId(0), 11..12), "what was put there stands for what it replaced");
        assert_eq!(outer.span(3..5), Span::new(FileId(0), 12..14));
        assert_eq!(outer.span(5..7), Span::new(FileId(1), 5..7));
        assert_eq!(outer.span(7..8), Span::new(FileId(1), 8..9));
    }

    #[test]
    fn spans_point_into_the_included_file() {
        let piece = |start, file, origin| Piece { start, file: FileId(file), origin, replaces: None };
        let source = Source { text: "aabbcc", pieces: vec![piece(0, 0, 10), piece(2, 1, 5), piece(4, 0, 40)] };
        assert_eq!(source.span(2..4), Span::new(FileId(1), 5..7));
        assert_eq!(source.span(4..6), Span::new(FileId(0), 40..42));
        assert_eq!(source.span(1..5), Span::new(FileId(0), 11..12), "a range ends with its piece");
    }
}
