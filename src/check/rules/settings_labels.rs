//! Labels of servers: of the wrong direction, of one server under two names, twice the same.

mod direction;
mod duplicate;
mod regions;

use crate::{
    check::{Check, Rule, guide::Guide, prose::plain_text},
    diagnostic::{Diagnostic, SETTINGS_DUPLICATE_LABEL, SETTINGS_LABEL_DIRECTION, SETTINGS_LABEL_MIXED},
    dialect::tree::{Block, BlockKind, Cell, Inline},
};
use std::borrow::Cow;

pub const RULE: Rule =
    Rule { codes: &[&SETTINGS_LABEL_DIRECTION, &SETTINGS_LABEL_MIXED, &SETTINGS_DUPLICATE_LABEL], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    direction::check(guide, found);
    regions::check(guide, found);
    duplicate::check(guide, found);
}

/// The inlines of a cell or an item whose text is not in several blocks.
fn inlines_of(blocks: &[Block]) -> &[Inline] {
    match blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines)) => inlines,
        _ => &[],
    }
}

fn text_of(cell: &Cell) -> Cow<'_, str> {
    plain_text(inlines_of(&cell.blocks))
}
