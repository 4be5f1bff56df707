//! Blocks that are indented so far that they would be code: all their lines are moved to the left.

use super::{
    Line, Scanner,
    containers::{Container, Cursor},
    details::is_block_line,
    html::starts_block,
    leaves::Leaf,
    lists::{MAX_CODE, Move, Shift, is_fence, text_at},
};
use crate::diagnostic::LIST_INDENT;
use std::ops::Range;

impl Move {
    pub fn is_left(self) -> bool {
        !matches!(self, Self::Right(_))
    }

    /// The edit that moves the text of a line, whose cursor is moved with it.
    pub fn edit(self, start: usize, cursor: &mut Cursor) -> (Range<usize>, String) {
        match self {
            Self::Right(by) => {
                let place = text_at(start, cursor);
                cursor.move_text(by);
                (place..place, " ".repeat(by))
            }
            Self::Left(by) | Self::LeftAsCode(by) => {
                let before = cursor.at;
                cursor.skip(by);
                // What is left of a tab stays as spaces.
                (start + before..start + cursor.at, " ".repeat(cursor.spare))
            }
        }
    }
}

impl<'a> Scanner<'a> {
    /// A fence, a callout, a table or another block that is indented like code begins: it and the lines below are moved to the left.
    pub(super) fn start_outdent(&mut self, line: &mut Line<'a>) {
        let indent = line.cursor.indent();
        if indent < 4 || self.shift.is_some() || self.island.is_some() || !matches!(self.leaf, Leaf::None | Leaf::Paragraph) {
            return;
        }
        if self.leaf == Leaf::Paragraph
            && line.cursor.rest().trim_start().starts_with("</")
            && starts_block(line.cursor.rest().trim_start())
        {
            let edit = Move::Left(indent).edit(line.start, &mut line.cursor);
            return self.splice(edit.0, edit.1);
        }
        let by = if is_fence(&line.cursor) {
            self.is_closed_fence(line).then_some(Move::LeftAsCode(indent))
        } else {
            (self.is_below_tag() || self.is_block_of_item(line, indent)).then_some(Move::Left(indent))
        };
        let Some(by) = by else { return };
        let depth = self.containers.len();
        // Other renderers take what is in HTML as HTML, so that its author did nothing wrong.
        let is_told = !self.is_below_tag();
        let diagnostic = is_told.then_some(self.out.diagnostics.len());
        self.shift = Some(Shift { depth, kept: depth, raw: indent, by, diagnostic });
        let place = text_at(line.start, &line.cursor)..line.end();
        let edit = by.edit(line.start, &mut line.cursor);
        if !is_told {
            return self.splice(edit.0, edit.1);
        }
        let message = "this block is indented so far that other renderers take it as code or text";
        self.repair_with_help(&LIST_INDENT, place, message, "indent it as far as the text above", vec![edit]);
    }

    /// Whether a fence has its end: all code is indented as far, or at least the end is.
    fn is_closed_fence(&self, line: &Line<'a>) -> bool {
        let depth = self.containers.len();
        if self.fence_stays(line, &line.cursor, depth) {
            return true;
        }
        let fence = line.cursor.rest().trim();
        let mark = &fence[..fence.len() - fence.trim_start_matches(&fence[..1]).len()];
        let before = &line.cursor.line[..text_at(0, &line.cursor)];
        let mut below = self.source.text[line.end()..].split('\n').skip(1).take(MAX_CODE);
        let end = below.find(|below| below.trim_start().starts_with(mark));
        depth == 0 && end.is_some_and(|end| end.strip_prefix(before).is_some_and(|end| end.trim_end() == mark))
    }

    /// Whether the line above is nothing but HTML, in which text is indented as its author likes.
    fn is_below_tag(&self) -> bool {
        let above = self.above().trim_end();
        self.leaf == Leaf::None && !self.previous.blank && above.starts_with('<') && above.ends_with('>') && !above.starts_with("<!--")
    }

    /// Whether a block of an item starts here that is indented by a few columns too many: the renderer that guides are written for wants
    /// four columns for each list, and four more for code.
    fn is_block_of_item(&self, line: &Line<'a>, indent: usize) -> bool {
        let items = self.containers.iter().filter(|container| !container.is_quote()).count();
        let is_in_item = self.containers.last().is_some_and(|container: &Container| !container.is_quote());
        if !is_in_item || self.leaf != Leaf::None || !self.previous.blank || line.cursor.column + indent >= 4 * items + 4 {
            return false;
        }
        let text = line.cursor.rest().trim_start();
        let is_marker = || text.strip_prefix('>').is_some_and(|quoted| quoted.trim_start().starts_with("[!"));
        let is_table = || text.starts_with('|') && self.below(line).starts_with(['|', '-', ':']) && self.below(line).contains("--");
        is_marker() || is_table() || is_block_line(text)
    }
}
