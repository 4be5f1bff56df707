//! Text on its way from events to inlines.

use super::inlines::MARK_BYTE;
use crate::dialect::places::Places;
use std::ops::Range;

/// Text that is being gathered. As long as its pieces follow on each other in the edited text it stays there; only text
/// that the parser put together is copied.
#[derive(Default)]
pub struct Gathered {
    /// The bytes of the edited text that it stands for.
    pub range: Range<usize>,
    copied: String,
}

impl Gathered {
    /// The text that stands at a place of the edited text.
    pub fn at(range: Range<usize>) -> Self {
        Self { range, copied: String::new() }
    }

    /// Adds `text`, which stands for the bytes `range` of the edited text.
    pub fn push(&mut self, text: &str, range: Range<usize>, edited: &str) {
        let is_first = self.is_empty();
        // Nearly always it is the very bytes, which need no comparison.
        let stands_there = edited.get(range.clone()).is_some_and(|there| std::ptr::eq(there, text) || there == text);
        if stands_there && self.copied.is_empty() && (is_first || self.range.end == range.start) {
            self.range = if is_first { range } else { self.range.start..range.end };
            return;
        }
        if self.copied.is_empty() {
            self.copied.push_str(&edited[self.range.clone()]);
        }
        self.copied.push_str(text);
        self.range = if is_first { range } else { self.range.start..range.end };
    }

    /// Its text.
    pub fn as_str<'t>(&'t self, edited: &'t str) -> &'t str {
        if self.copied.is_empty() { &edited[self.range.clone()] } else { &self.copied }
    }

    /// Whether `rest`, the end of its text, is plain; `marks` are those of the edited text.
    pub fn is_plain(&self, rest: &str, marks: &Places) -> bool {
        if self.stands_there() { !marks.any_in(&(self.range.end - rest.len()..self.range.end)) } else { is_plain(rest) }
    }

    /// Whether it stands in the edited text as it is.
    pub fn stands_there(&self) -> bool {
        self.copied.is_empty()
    }

    pub fn is_empty(&self) -> bool {
        self.range.is_empty() && self.copied.is_empty()
    }
}

/// Whether a text holds neither attribute lists, nor angle brackets, nor marks of this program.
fn is_plain(text: &str) -> bool {
    memchr::memchr3(b'{', b'<', MARK_BYTE, text.as_bytes()).is_none()
}

/// Where those stand in a text.
pub fn marks(text: &str) -> Places {
    Places::new(memchr::memchr3_iter(b'{', b'<', MARK_BYTE, text.as_bytes()))
}
