//! Blocks of which nothing is left once the text in them that depends on a value is gone: they go with it.

use super::{Slot, SlotKind, WhenForm, writer::Writer};
use crate::dialect::tree::{Block, BlockKind, Condition, Inline, InlineKind, Tab};

/// What a stretch of a guide depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Nothing stands there that a reader would miss.
    Empty,
    /// All of it holds on this condition.
    Only(Condition),
    /// Something of it always holds.
    Nothing,
}

impl Needs {
    /// What several stretches depend on. Most guides answer with the first.
    fn of_all(all: impl Iterator<Item = Self>) -> Self {
        let mut found = Self::Empty;
        for needs in all {
            match (found, needs) {
                (_, Self::Empty) => {}
                (Self::Empty, _) => found = needs,
                (found, needs) if found == needs => {}
                _ => return Self::Nothing,
            }
            if found == Self::Nothing {
                break;
            }
        }
        found
    }

    /// What a box depends on: its text, or its title where it has no text.
    fn or(self, title: impl FnOnce() -> Self) -> Self {
        if self == Self::Empty { title() } else { self }
    }
}

impl Writer<'_> {
    /// Writes an element, which goes as a whole if its block is empty without text that depends on a value.
    pub(super) fn going_with(&mut self, needs: impl FnOnce() -> Option<Condition>, write: impl FnOnce(&mut Self)) {
        let needs = if self.may_hold_conditions { needs() } else { None };
        let Some(condition) = needs.filter(|condition| !self.conditions.contains(condition)) else { return write(self) };
        self.slot(SlotKind::WhenStart(condition, WhenForm::Element));
        let (slot, start) = (self.draft.slots.len(), self.draft.html.len());
        self.on_condition(condition, write);
        self.note_condition(slot, start, condition);
        self.slot(SlotKind::WhenEnd(condition, WhenForm::Element));
    }

    /// Writes what stands between the start and the end of a condition.
    pub(super) fn on_condition(&mut self, condition: Condition, write: impl FnOnce(&mut Self)) {
        self.use_parameter(condition.parameter);
        self.conditions.push(condition);
        write(self);
        self.conditions.pop();
    }

    /// Leaves room for an attribute in the tag that starts at byte `start`, after its name.
    fn note_condition(&mut self, slot: usize, start: usize, condition: Condition) {
        let name = self.draft.html[start..].bytes().skip(1).take_while(u8::is_ascii_alphanumeric).count();
        let at = u32::try_from(start + 1 + name).unwrap_or(u32::MAX);
        self.draft.slots.insert(slot, Slot { at, kind: SlotKind::WhenAttribute(condition) });
    }
}

/// The condition that a block goes with, if it is written as one element.
pub(super) fn of_block(block: &Block) -> Option<Condition> {
    let goes = match &block.kind {
        BlockKind::Heading { .. }
        | BlockKind::Paragraph(_)
        | BlockKind::List(_)
        | BlockKind::Quote(_)
        | BlockKind::Callout { .. }
        | BlockKind::Faq(_)
        | BlockKind::Details { .. }
        | BlockKind::ControlPanel { .. } => true,
        BlockKind::Element { tag, .. } => matches!(&*tag.name, "div" | "p" | "blockquote" | "ul" | "ol" | "li"),
        _ => false,
    };
    goes.then(|| block_needs(block)).and_then(condition)
}

/// The condition that an item goes with.
pub(super) fn of_blocks(blocks: &[Block]) -> Option<Condition> {
    condition(blocks_need(blocks))
}

/// The condition that a step, or a question with its answer, goes with.
pub(super) fn of_tab(tab: &Tab) -> Option<Condition> {
    condition(tab_needs(tab))
}

fn condition(needs: Needs) -> Option<Condition> {
    match needs {
        Needs::Only(condition) => Some(condition),
        Needs::Empty | Needs::Nothing => None,
    }
}

/// An answer without its question says nothing, nor does a question without its answer.
fn tab_needs(tab: &Tab) -> Needs {
    match inlines_need(&tab.label) {
        label @ Needs::Only(_) => label,
        label => blocks_need(&tab.blocks).or(|| label),
    }
}

fn blocks_need(blocks: &[Block]) -> Needs {
    Needs::of_all(blocks.iter().map(block_needs))
}

fn block_needs(block: &Block) -> Needs {
    match &block.kind {
        BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => inlines_need(inlines),
        BlockKind::When { condition, .. } => Needs::Only(*condition),
        BlockKind::List(list) => Needs::of_all(list.items.iter().map(|item| blocks_need(&item.blocks))),
        BlockKind::Quote(blocks) | BlockKind::ControlPanel { blocks, .. } => blocks_need(blocks),
        BlockKind::Callout { title, blocks, .. } | BlockKind::Details { summary: title, blocks, .. } => {
            blocks_need(blocks).or(|| inlines_need(title))
        }
        BlockKind::Faq(entries) => Needs::of_all(entries.iter().map(tab_needs)),
        BlockKind::Element { tag, blocks } if !blocks.is_empty() && !matches!(&*tag.name, "table" | "details") => blocks_need(blocks),
        BlockKind::Anchor(_) => Needs::Empty,
        _ => Needs::Nothing,
    }
}

fn inlines_need(inlines: &[Inline]) -> Needs {
    Needs::of_all(inlines.iter().map(inline_needs))
}

fn inline_needs(inline: &Inline) -> Needs {
    match &inline.kind {
        // A full stop or a dash is nothing without its words.
        InlineKind::Text(text) if !text.chars().any(char::is_alphanumeric) => Needs::Empty,
        InlineKind::When { condition, .. } => Needs::Only(*condition),
        InlineKind::Emphasis(inside) | InlineKind::Strong(inside) | InlineKind::Strike(inside) => inlines_need(inside),
        InlineKind::Link { inlines, .. } | InlineKind::Element { inlines, .. } if !inlines.is_empty() => inlines_need(inlines),
        InlineKind::Break | InlineKind::Anchor(_) => Needs::Empty,
        _ => Needs::Nothing,
    }
}
