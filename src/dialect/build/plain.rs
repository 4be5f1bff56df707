//! Text in which nothing has a meaning. Most paragraphs, items and cells are nothing else, so it goes straight into the tree.

use super::{Builder, inlines::Inlines};
use crate::dialect::tree::{Block, BlockKind, Inline, InlineKind};
use std::ops::Range;

impl Builder<'_> {
    /// The only inline of what holds nothing but such text.
    pub(super) fn only_inline(&self, inlines: &Inlines) -> Option<Inline> {
        let (text, range) = self.only_text(inlines)?;
        Some(self.text_inline(text, range))
    }

    /// The only block of a tight item or cell that holds nothing but such text; `parts` is where its parts start.
    pub(super) fn only_block(&self, parts: usize, inlines: &Inlines) -> Option<Block> {
        let (text, range) = self.only_text(inlines).filter(|_| parts == self.parts.len())?;
        let text = Some(text.trim()).filter(|text| !text.is_empty())?;
        Some(Block { span: self.span(inlines.range()), kind: BlockKind::Plain(vec![self.text_inline(text, range)]) })
    }

    fn only_text<'i>(&'i self, inlines: &'i Inlines) -> Option<(&'i str, Range<usize>)> {
        let is_alone = inlines.from == self.pieces.len();
        if is_alone { inlines.plain(&self.edited.text, &self.marks) } else { None }
    }

    fn text_inline(&self, text: &str, range: Range<usize>) -> Inline {
        Inline { span: self.span(range), kind: InlineKind::Text(text.into()) }
    }
}
