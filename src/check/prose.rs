//! The texts of a guide as its readers see them, and the way back to the author's bytes. Code, controls, hosts and
//! pictures are one letter each, which is in no word; addresses of links are left out.

use super::lexicon::{Signs, Traits, Wanted, Word};
use crate::{
    corpus::document::Seen,
    dialect::{
        instructions::is_spoken_of,
        tree::{Inline, InlineKind},
    },
    text::Span,
};
use smallvec::SmallVec;
use std::{borrow::Cow, ops::Range};

/// Stands for a host whose values only the reader knows.
pub const HOST: char = '\u{fff0}';
/// Stands for code.
pub const CODE: char = '\u{fff1}';
/// Stands for something to click.
pub const ACTION: char = '\u{fff2}';
/// Stands for a picture or a sign.
pub const THING: char = '\u{fffc}';
/// Stands for a line break that the author asked for; it is white space.
pub const BREAK: char = '\u{2028}';

/// How far a sentence is looked for: who looks for one at each sign of a text would need a time that grows with its square.
const LONGEST_SENTENCE: usize = 1000;

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The text of a list's item.
    Item,
    /// A cell of a table.
    Cell,
    /// The label of a tab, a question, a title, a caption.
    Label,
}

/// What a stretch of a passage is, besides text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `**x**`.
    Strong,
    /// `*x*`.
    Emphasis,
    /// The text of a link.
    Link,
}

/// A run of text: a paragraph, a heading, a cell.
pub struct Passage<'a> {
    /// What it is.
    pub role: Role,
    /// Its inlines.
    pub inlines: &'a [Inline],
    /// Its text.
    pub text: Cow<'a, str>,
    /// Its words, in order.
    pub words: Box<[Word]>,
    /// Its signs.
    pub signs: Signs,
    /// What is known of one of its words or another.
    pub traits: Traits,
    /// Stretches of it that are marked, in the order of their ends.
    pub marks: Vec<(Mark, Range<usize>)>,
    /// Its controls and code, in order.
    pub labels: Vec<Label<'a>>,
    /// Whether it stands alone at the top of the page, or in a callout: not in a list, a table or a tab.
    pub is_running: bool,
    pub(super) pieces: SmallVec<[Piece; 2]>,
}

/// A control or code in a passage.
pub struct Label<'a> {
    /// Where the letter stands that stands for it.
    pub at: usize,
    /// What is written there.
    pub text: Cow<'a, str>,
    /// The author's bytes.
    pub span: Span,
    /// The rules that want to look at a word of a control.
    pub wanted: Wanted,
}

/// A part of a passage's text and where it came from.
pub(super) struct Piece {
    /// Where it begins in the text.
    start: u32,
    /// Its first byte in the file; the highest number where the text is not what its author wrote, letter by letter.
    source: u32,
}

impl Piece {
    /// A part from a byte of the text on, and its first byte in the file.
    pub fn new(start: usize, source: Option<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(start), source: source.map_or(u32::MAX, clamp) }
    }

    fn source(&self) -> Option<usize> {
        (self.source != u32::MAX).then_some(self.source as usize)
    }
}

impl Passage<'_> {
    /// The bytes of the file that `range` of the text came from, where they are the author's own.
    pub fn span(&self, seen: &Seen, range: Range<usize>) -> Option<Span> {
        let start = self.source(range.start)?;
        let end = match range.end.checked_sub(1).filter(|last| *last >= range.start) {
            Some(last) => self.source(self.start_of_letter(last))? + (range.end - self.start_of_letter(last)),
            None => start,
        };
        (end >= start).then(|| Span::new(seen.document.file, start..end))
    }

    fn start_of_letter(&self, at: usize) -> usize {
        (0..=at).rev().find(|start| self.text.is_char_boundary(*start)).unwrap_or(0)
    }

    fn source(&self, at: usize) -> Option<usize> {
        let piece = self.pieces.partition_point(|piece| piece.start as usize <= at).checked_sub(1)?;
        let piece = self.pieces.get(piece)?;
        Some(piece.source()? + at - piece.start as usize)
    }

    /// The sentence around a byte of the text; of one that is longer than any sentence is, what stands near the byte.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let at = self.start_of_letter(at);
        let ends = |(start, letter): (usize, char)| {
            let after = start + letter.len_utf8();
            let is_end = matches!(letter, '.' | '!' | '?') && self.text[after..].chars().next().is_none_or(char::is_whitespace);
            (is_end || letter == BREAK).then_some(after)
        };
        let from = self.text.floor_char_boundary(at.saturating_sub(LONGEST_SENTENCE));
        let to = self.text.floor_char_boundary(at.saturating_add(LONGEST_SENTENCE));
        let letters =
            |range: Range<usize>| self.text[range.clone()].char_indices().map(move |(offset, letter)| (range.start + offset, letter));
        let start = letters(from..at).rev().find_map(ends).unwrap_or(from);
        let end = letters(at..to).find_map(ends).unwrap_or(to);
        start..end.max(start)
    }

    /// Whether a sign stands for itself, as in "replace the ? by your number".
    pub fn speaks_of(&self, sign: Range<usize>) -> bool {
        let is_space = |letter: Option<char>| letter.is_some_and(char::is_whitespace);
        // Most signs are not set off, and need no look at their sentence.
        if !is_space(self.before(sign.start)) || !is_space(self.after(sign.end)) {
            return false;
        }
        let start = self.sentence(sign.start).start.min(sign.start);
        let end = self.sentence(sign.end).end;
        is_spoken_of(&self.text[start..sign.start], &self.text[sign.end..end.max(sign.end)])
    }

    /// The marked stretches that end at a byte.
    pub fn marks_until(&self, end: usize) -> &[(Mark, Range<usize>)] {
        let first = self.marks.partition_point(|(_, range)| range.end < end);
        let behind = self.marks.partition_point(|(_, range)| range.end <= end);
        &self.marks[first..behind]
    }

    /// The letter that ends just before a byte.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The letter that starts at a byte.
    pub fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// Whether a rule wants to look at one of the words.
    pub fn is_wanted(&self, by: Wanted) -> bool {
        self.traits.wanted.any(by)
    }

    /// The words that a rule wants to look at, with the places where they start.
    pub fn wanted(&self, by: Wanted) -> impl Iterator<Item = (usize, &str)> {
        let words = if self.is_wanted(by) { &*self.words } else { &[] };
        words.iter().filter(move |word| word.traits.wanted.any(by)).map(|word| (word.start as usize, &self.text[word.range()]))
    }
}

/// The words of a text, with the places where they start. An apostrophe ends a word, a hyphen does not.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    parts.map(|word| word.trim_matches('-')).filter(|word| !word.is_empty()).map(move |word| (start(word), word))
}

/// The text of inlines without markup; most hold nothing but text.
pub fn plain_text(inlines: &[Inline]) -> Cow<'_, str> {
    match inlines {
        [Inline { kind: InlineKind::Text(text), .. }] => Cow::Borrowed(text),
        _ => Cow::Owned(crate::dialect::plain_text(inlines)),
    }
}
