//! Tables, and tables that served as layout.

use super::{Builder, frames::FrameKind, inlines::Inlines};
use crate::dialect::tree::{Block, BlockKind, Cell, InlineKind, Table, TableStep};
use crate::text::{FileId, Span};
use std::ops::Range;

impl Builder<'_> {
    pub(super) fn end_table_part(&mut self, kind: FrameKind, parts: usize, inlines: Inlines, range: Range<usize>) {
        let span = self.span(range);
        match kind {
            FrameKind::Cell => {
                let blocks = self.take_blocks(parts, inlines);
                if let FrameKind::Row { cells, .. } = &mut self.top().kind {
                    cells.push(Cell { span, blocks });
                }
            }
            FrameKind::Row { cells, is_head } => {
                if let FrameKind::Table { head, rows, .. } = &mut self.top().kind {
                    if is_head {
                        *head = cells;
                    } else {
                        rows.push(cells);
                    }
                }
            }
            FrameKind::Table { alignments, head, rows } => {
                let is_empty = head.iter().all(|cell| cell.blocks.is_empty());
                let table = Table { alignments, head: (!is_empty).then_some(head), rows };
                let kind = if is_layout(&table) { BlockKind::StepsTable(steps(table)) } else { BlockKind::Table(Box::new(table)) };
                self.push(Block { span, kind });
            }
            _ => {}
        }
    }
}

/// Whether a table without a header has pictures alone in at least half of its rows.
fn is_layout(table: &Table) -> bool {
    if table.head.is_some() || table.alignments.len() > 3 {
        return false;
    }
    let with_picture = table.rows.iter().filter(|row| row.iter().any(is_picture)).count();
    with_picture > 0 && with_picture * 2 >= table.rows.len()
}

fn is_picture(cell: &Cell) -> bool {
    !cell.blocks.is_empty()
        && cell.blocks.iter().all(|block| match &block.kind {
            BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines) => inlines.iter().all(|inline| match &inline.kind {
                InlineKind::Image(_) | InlineKind::Break => true,
                InlineKind::Text(text) => text.trim().is_empty(),
                _ => false,
            }),
            _ => false,
        })
}

fn steps(table: Table) -> Vec<TableStep> {
    table
        .rows
        .into_iter()
        .filter(|row| row.iter().any(|cell| !cell.blocks.is_empty()))
        .map(|row| {
            let span = row.first().zip(row.last()).map_or(Span::top(FileId(0)), |(first, last)| Span { end: last.span.end, ..first.span });
            let (media, text): (Vec<Cell>, Vec<Cell>) = row.into_iter().partition(is_picture);
            let blocks = |cells: Vec<Cell>| cells.into_iter().flat_map(|cell| cell.blocks).collect();
            TableStep { span, media: blocks(media), text: blocks(text) }
        })
        .collect()
}
