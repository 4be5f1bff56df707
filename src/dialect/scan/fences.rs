//! Code of list items of which some lines are indented less than the item: they would end it, and with it the code.

use super::{
    Line, Scanner,
    containers::Cursor,
    leaves::{Leaf, closes_fence},
    lists::{MAX_CODE, text_at},
};
use crate::diagnostic::{Diagnostic, Edit, LIST_INDENT};

impl<'a> Scanner<'a> {
    /// Whether a line that does not stand in the items of the code above it is code nevertheless, or closes it: then it is moved there.
    pub(super) fn keep_fence(&mut self, line: &mut Line<'a>, matched: usize) -> bool {
        let Leaf::Fence { marker, length, opening } = &self.leaf else { return false };
        let (marker, length, opening) = (*marker, *length, opening.clone());
        if self.shift.is_some() || self.containers[matched..].iter().any(|container| container.is_quote()) {
            return false;
        }
        let wanted: usize = self.containers[matched..].iter().map(|container| container.indent).sum();
        let indent = line.cursor.indent();
        let closes = closes_fence(line.cursor.rest().trim_start(), marker, length);
        let above = self.finding_of(opening.start).and_then(|found| found.fix.first()).map(|edit| edit.replacement.len());
        let by = match above {
            _ if closes => wanted.saturating_sub(indent),
            Some(by) => by,
            None => match self.least_indent(opening.end, matched, wanted, (marker, length)) {
                Some(least) => wanted.saturating_sub(least),
                None => return false,
            },
        };
        let place = text_at(line.start, &line.cursor);
        self.report_code(opening.start, line, place, by);
        line.cursor.move_text(by);
        line.cursor.skip(wanted);
        true
    }

    /// How far the line of code is indented that is indented least; none unless the fence is closed in its item.
    fn least_indent(&self, from: usize, depth: usize, wanted: usize, fence: (u8, usize)) -> Option<usize> {
        let mut least = wanted;
        for line in self.source.text[from..].split('\n').skip(1).take(MAX_CODE) {
            let mut cursor = Cursor::new(line);
            if cursor.is_blank() {
                continue;
            }
            if self.match_some(&mut cursor, 0, depth) < depth {
                return None;
            }
            let indent = cursor.indent();
            let text = cursor.rest().trim_start();
            if closes_fence(text, fence.0, fence.1) {
                return (indent >= wanted).then_some(least);
            }
            if text.starts_with("```") || text.starts_with("~~~") {
                return None;
            }
            least = least.min(indent);
        }
        None
    }

    /// What was found about the lines above of the fence that opens at a place.
    fn finding_of(&mut self, opening: usize) -> Option<&mut Diagnostic> {
        let first = self.source.span(opening..opening).start;
        self.out.diagnostics.last_mut().filter(|found| std::ptr::eq(found.code, &LIST_INDENT) && found.span.start >= first)
    }

    /// One finding for all lines of a fence.
    fn report_code(&mut self, opening: usize, line: &Line, place: usize, by: usize) {
        let spaces = " ".repeat(by);
        let span = self.source.span(place..place);
        let above = self.finding_of(opening);
        match above {
            Some(found) => found.fix.push(Edit { span, replacement: spaces.clone() }),
            None => {
                let message = "this line of code is indented too little to stand in the list item above, and would end it";
                let found = Diagnostic::new(&LIST_INDENT, self.source.span(line.content()), message)
                    .help("indent it as far as the fence above")
                    .fix(span, spaces.clone());
                self.out.diagnostics.push(found);
            }
        }
        self.splice(place..place, spaces);
    }
}
