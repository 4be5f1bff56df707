//! Ways through a tree.

use super::tree::{Block, BlockKind, Inline, InlineKind};

/// Calls `visit` with every list of inlines that stands directly in a block, in order.
pub fn inlines<'t>(blocks: &'t [Block], visit: &mut impl FnMut(&'t [Inline])) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => visit(inlines),
            BlockKind::Callout { title, .. } => visit(title),
            BlockKind::Details { summary, .. } => visit(summary),
            BlockKind::Tabs { tabs, .. } | BlockKind::Faq(tabs) => {
                for tab in tabs {
                    visit(&tab.label);
                    inlines(&tab.blocks, visit);
                }
            }
            BlockKind::Carousel(slides) => slides.iter().for_each(|slide| visit(&slide.caption)),
            BlockKind::Definitions(list) => {
                for definition in list {
                    visit(&definition.term);
                    definition.meanings.iter().for_each(|blocks| inlines(blocks, visit));
                }
            }
            _ => {}
        }
        if !matches!(block.kind, BlockKind::Tabs { .. } | BlockKind::Faq(_) | BlockKind::Definitions(_)) {
            children(block).for_each(|blocks| inlines(blocks, visit));
        }
    }
}

/// Every list of blocks that stands directly in a block.
pub fn children(block: &Block) -> Box<dyn Iterator<Item = &[Block]> + '_> {
    match &block.kind {
        BlockKind::List(list) => Box::new(list.items.iter().map(|item| item.blocks.as_slice())),
        BlockKind::Quote(blocks)
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Element { blocks, .. }
        | BlockKind::ControlPanel { blocks, .. }
        | BlockKind::When { blocks, .. }
        | BlockKind::Footnote { blocks, .. } => Box::new(std::iter::once(blocks.as_slice())),
        BlockKind::Tabs { tabs, .. } | BlockKind::Faq(tabs) => Box::new(tabs.iter().map(|tab| tab.blocks.as_slice())),
        BlockKind::Definitions(list) => Box::new(list.iter().flat_map(|definition| definition.meanings.iter().map(Vec::as_slice))),
        BlockKind::Table(table) => {
            Box::new(table.head.iter().flatten().chain(table.rows.iter().flatten()).map(|cell| cell.blocks.as_slice()))
        }
        BlockKind::StepsTable(steps) => Box::new(steps.iter().flat_map(|step| [step.media.as_slice(), step.text.as_slice()])),
        _ => Box::new(std::iter::empty()),
    }
}

fn children_mut(block: &mut Block) -> Vec<&mut Vec<Block>> {
    match &mut block.kind {
        BlockKind::List(list) => list.items.iter_mut().map(|item| &mut item.blocks).collect(),
        BlockKind::Quote(blocks)
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Element { blocks, .. }
        | BlockKind::ControlPanel { blocks, .. }
        | BlockKind::When { blocks, .. }
        | BlockKind::Footnote { blocks, .. } => vec![blocks],
        BlockKind::Tabs { tabs, .. } | BlockKind::Faq(tabs) => tabs.iter_mut().map(|tab| &mut tab.blocks).collect(),
        BlockKind::Definitions(list) => list.iter_mut().flat_map(|definition| definition.meanings.iter_mut()).collect(),
        BlockKind::Table(table) => {
            table.head.iter_mut().flatten().chain(table.rows.iter_mut().flatten()).map(|cell| &mut cell.blocks).collect()
        }
        BlockKind::StepsTable(steps) => steps.iter_mut().flat_map(|step| [&mut step.media, &mut step.text]).collect(),
        _ => Vec::new(),
    }
}

/// Calls `visit` with every list of inlines, those inside other inlines after the list they stand in.
pub fn inlines_mut(blocks: &mut [Block], visit: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => nested(inlines, visit),
            BlockKind::Callout { title, .. } => nested(title, visit),
            BlockKind::Details { summary, .. } => nested(summary, visit),
            BlockKind::Tabs { tabs, .. } | BlockKind::Faq(tabs) => tabs.iter_mut().for_each(|tab| nested(&mut tab.label, visit)),
            BlockKind::Carousel(slides) => slides.iter_mut().for_each(|slide| nested(&mut slide.caption, visit)),
            BlockKind::Definitions(list) => list.iter_mut().for_each(|definition| nested(&mut definition.term, visit)),
            _ => {}
        }
        for blocks in children_mut(block) {
            inlines_mut(blocks, visit);
        }
    }
}

fn nested(inlines: &mut Vec<Inline>, visit: &mut impl FnMut(&mut Vec<Inline>)) {
    visit(inlines);
    for inline in inlines {
        if let InlineKind::Action(inside)
        | InlineKind::Emphasis(inside)
        | InlineKind::Strong(inside)
        | InlineKind::Strike(inside)
        | InlineKind::Link { inlines: inside, .. }
        | InlineKind::Element { inlines: inside, .. } = &mut inline.kind
        {
            nested(inside, visit);
        }
    }
}

/// Calls `visit` with every block, the inner ones first.
pub fn blocks_mut(blocks: &mut [Block], visit: &mut impl FnMut(&mut Block)) {
    for block in blocks {
        for inner in children_mut(block) {
            blocks_mut(inner, visit);
        }
        visit(block);
    }
}
