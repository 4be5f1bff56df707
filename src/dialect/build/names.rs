//! Placeholders such as `<USER_NAME>`: no tag has a `_` in its name, so CommonMark takes them for text, and nobody sees that a
//! reader has to replace them.

use super::{Builder, gathered::Gathered, inlines::Piece};
use crate::dialect::tree::{Inline, InlineKind};
use std::ops::Range;

impl Builder<'_> {
    /// Adds a text in which a placeholder stands at `name`; both are places of the edited text.
    pub(super) fn add_name(&mut self, from: usize, name: Range<usize>, text: Range<usize>) {
        if text.start < name.start {
            self.add_text(from, Gathered::at(text.start..name.start));
        }
        let raw = self.edited.text[name.clone()].to_owned();
        let span = self.span(name.clone());
        let kind = if self.edited.text[..name.start].ends_with('\\') {
            // Who wrote `\<` wants just that.
            InlineKind::Text(raw.as_str().into())
        } else {
            self.raw_placeholder(&raw, span, format!("`{raw}` is a placeholder that nothing marks as one"));
            InlineKind::Placeholder(raw.as_str().into())
        };
        self.pieces.push(Piece::Done(Inline { span, kind }));
        if name.end < text.end {
            self.add_text(from, Gathered::at(name.end..text.end));
        }
    }
}

/// Where the first name with a `_` stands between angle brackets.
pub fn underscored(text: &str) -> Option<Range<usize>> {
    let starts = memchr::memchr_iter(b'<', text.as_bytes());
    let name = |start: usize| {
        let inside = &text[start + 1..];
        let length = inside.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
        let is_name = inside.as_bytes()[..length].first()?.is_ascii_alphabetic() && inside[..length].contains('_');
        (is_name && inside[length..].starts_with('>')).then_some(start..start + length + 2)
    };
    starts.filter_map(name).next()
}
