//! Text in which nothing has a meaning. Most paragraphs, items and cells are nothing else, so it goes straight into the tree.

use super::{
    Builder, MAX_DEPTH,
    frames::{FrameKind, heading_level},
    inlines::{Inlines, Piece},
};
use crate::{
    dialect::tree::{Block, BlockKind, Cell, Inline, InlineKind, Item, SharedText},
    text::trimmed,
};
use pulldown_cmark::{CowStr, Event, LinkType, Tag};
use smallvec::smallvec;
use std::ops::Range;

/// An event and the bytes of the edited text that it stands for.
type Placed<'a> = (Event<'a>, Range<usize>);

/// Whether [`Builder::plain`] knows what is made of a text that is all of such a tag.
pub fn may_be_plain(tag: &Tag) -> bool {
    match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell | Tag::Strong | Tag::Emphasis => true,
        Tag::Link { link_type, .. } => *link_type != LinkType::Email,
        _ => false,
    }
}

impl<'a> Builder<'a> {
    /// Starts what a tag starts, or makes all of it at once if it holds nothing but plain text. Gives back the event after that.
    pub(super) fn start_or_plain(
        &mut self,
        tag: Tag<'a>,
        range: Range<usize>,
        events: &mut impl Iterator<Item = Placed<'a>>,
    ) -> Option<Placed<'a>> {
        match events.next() {
            Some((Event::Text(text), place)) if self.is_plain(&text, &place) => match events.next() {
                Some((Event::End(_), _)) => {
                    self.plain(&tag, range, &text, place);
                    events.next()
                }
                next => {
                    self.start(tag, range);
                    self.text(&text, place);
                    next
                }
            },
            next => {
                self.start(tag, range);
                next
            }
        }
    }

    /// Whether a text stands in the edited text as it is and nothing in it has a meaning.
    fn is_plain(&self, text: &CowStr, place: &Range<usize>) -> bool {
        let has_room = self.skipped == 0 && self.frames.len() + 1 < MAX_DEPTH;
        let stands_there = matches!(text, CowStr::Borrowed(_)) && text.len() == place.len();
        // Seen at the first letter, but where that is of another alphabet.
        let says_something =
            text.bytes().any(|byte| byte.is_ascii_graphic()) || text.chars().any(|letter| !letter.is_whitespace() && !letter.is_control());
        has_room && stands_there && says_something && !self.stars.any_in(place) && !self.marks.any_in(place)
    }

    /// What a tag makes of `text`, which stands at `place` and is all that it holds.
    fn plain(&mut self, tag: &Tag, range: Range<usize>, text: &str, place: Range<usize>) {
        match tag {
            Tag::Strong => self.plain_inline(InlineKind::Strong(vec![self.text_inline(text, place)]), range),
            Tag::Emphasis if self.is_sign_only(&range) => self.plain_signs(self.text_inline(text, place), range),
            Tag::Emphasis => self.plain_inline(InlineKind::Emphasis(vec![self.text_inline(text, place)]), range),
            Tag::Link { dest_url, title, .. } => {
                let inlines = vec![self.text_inline(text, place)];
                let kind = self.link(dest_url, title, inlines, self.span(range.clone()));
                self.plain_inline(kind, range);
            }
            Tag::Heading { level, .. } => self.heading(heading_level(*level), vec![self.text_inline(text, place)], range),
            Tag::Item => {
                let item = Item { span: self.span(range), task: None, blocks: smallvec![self.plain_block(text, place)] };
                match &mut self.top().kind {
                    FrameKind::List { items, .. } => items.push(item),
                    _ => self.push_blocks(item.blocks.into_vec()),
                }
            }
            Tag::TableCell => {
                let cell = Cell { span: self.span(range), blocks: smallvec![self.plain_block(text, place)] };
                if let FrameKind::Row { cells, .. } = &mut self.top().kind {
                    cells.push(cell);
                }
            }
            _ => {
                let inlines = vec![self.text_inline(trimmed(text), place)];
                self.push(Block { span: self.span(range), kind: BlockKind::Paragraph(inlines) });
            }
        }
    }

    fn plain_inline(&mut self, kind: InlineKind, range: Range<usize>) {
        let span = self.span(range.clone());
        self.top().inlines.see(&range);
        self.flush_text();
        self.pieces.push(Piece::Done(Inline { span, kind }));
    }

    fn plain_block(&self, text: &str, place: Range<usize>) -> Block {
        Block { span: self.span(place.clone()), kind: BlockKind::Plain(vec![self.text_inline(trimmed(text), place)]) }
    }

    /// The only inline of what holds nothing but such text.
    pub(super) fn only_inline(&self, inlines: &Inlines) -> Option<Inline> {
        let (text, range) = self.only_text(inlines)?;
        Some(self.text_inline(text, range))
    }

    /// The only block of a tight item or cell that holds nothing but such text; `parts` is where its parts start.
    pub(super) fn only_block(&self, parts: usize, inlines: &Inlines) -> Option<Block> {
        let (text, range) = self.only_text(inlines).filter(|_| parts == self.parts.len())?;
        let text = Some(trimmed(text)).filter(|text| !text.is_empty())?;
        Some(Block { span: self.span(inlines.range()), kind: BlockKind::Plain(vec![self.text_inline(text, range)]) })
    }

    fn only_text<'i>(&'i self, inlines: &'i Inlines) -> Option<(&'i str, Range<usize>)> {
        let is_alone = inlines.from == self.pieces.len();
        if is_alone { inlines.plain(&self.edited.text, &self.marks) } else { None }
    }

    fn text_inline(&self, text: &str, range: Range<usize>) -> Inline {
        Inline { span: self.span(range), kind: InlineKind::Text(SharedText::new(&self.edited.text, text)) }
    }
}
