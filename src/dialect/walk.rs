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
            children(block, &mut |blocks| inlines(blocks, visit));
        }
    }
}

/// Calls `visit` with every list of blocks that stands directly in a block.
pub fn children<'t>(block: &'t Block, visit: &mut impl FnMut(&'t [Block])) {
    match &block.kind {
        BlockKind::List(list) => list.items.iter().for_each(|item| visit(&item.blocks)),
        BlockKind::Quote(blocks)
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Element { blocks, .. }
        | BlockKind::ControlPanel { blocks, .. }
        | BlockKind::When { blocks, .. }
        | BlockKind::Footnote { blocks, .. } => visit(blocks),
        BlockKind::Tabs { tabs, .. } | BlockKind::Faq(tabs) => tabs.iter().for_each(|tab| visit(&tab.blocks)),
        BlockKind::Definitions(list) => list.iter().flat_map(|definition| &definition.meanings).for_each(|blocks| visit(blocks)),
        BlockKind::Table(table) => table.head.iter().chain(&table.rows).flatten().for_each(|cell| visit(&cell.blocks)),
        BlockKind::StepsTable(steps) => steps.iter().flat_map(|step| [&step.media, &step.text]).for_each(|blocks| visit(blocks)),
        _ => {}
    }
}

/// The inlines that stand directly in an inline.
pub fn inside(inline: &Inline) -> &[Inline] {
    match &inline.kind {
        InlineKind::Action(inside)
        | InlineKind::Emphasis(inside)
        | InlineKind::Strong(inside)
        | InlineKind::Strike(inside)
        | InlineKind::Link { inlines: inside, .. }
        | InlineKind::Element { inlines: inside, .. }
        | InlineKind::When { inlines: inside, .. } => inside,
        _ => &[],
    }
}

/// Whether one of the blocks, or one inside of them, is as wanted.
pub fn any(blocks: &[Block], is_wanted: fn(&BlockKind) -> bool) -> bool {
    blocks.iter().any(|block| {
        let mut found = is_wanted(&block.kind);
        children(block, &mut |blocks| found = found || any(blocks, is_wanted));
        found
    })
}

fn children_mut(block: &mut Block, visit: &mut impl FnMut(&mut [Block])) {
    match &mut block.kind {
        BlockKind::List(list) => list.items.iter_mut().for_each(|item| visit(&mut item.blocks)),
        BlockKind::Quote(blocks)
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Element { blocks, .. }
        | BlockKind::ControlPanel { blocks, .. }
        | BlockKind::When { blocks, .. }
        | BlockKind::Footnote { blocks, .. } => visit(blocks),
        BlockKind::Tabs { tabs, .. } | BlockKind::Faq(tabs) => tabs.iter_mut().for_each(|tab| visit(&mut tab.blocks)),
        BlockKind::Definitions(list) => list.iter_mut().flat_map(|definition| &mut definition.meanings).for_each(|blocks| visit(blocks)),
        BlockKind::Table(table) => table.head.iter_mut().chain(&mut table.rows).flatten().for_each(|cell| visit(&mut cell.blocks)),
        BlockKind::StepsTable(steps) => {
            steps.iter_mut().flat_map(|step| [&mut step.media, &mut step.text]).for_each(|blocks| visit(blocks))
        }
        _ => {}
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
        children_mut(block, &mut |blocks| inlines_mut(blocks, visit));
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
