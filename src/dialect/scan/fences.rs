//! Fences that do not close what they should, and code of list items of which some lines are indented less than the item: they would
//! end it, and with it the code.

use super::{
    Line, Scanner,
    containers::Cursor,
    leaves::{Leaf, closes_fence},
    lists::{MAX_CODE, text_at},
};
use crate::diagnostic::{Diagnostic, Edit, FENCE_UNCLOSED, LIST_INDENT};

impl<'a> Scanner<'a> {
    /// Tells of the fence that is open, if one is.
    pub(super) fn unclosed_fence(&mut self, message: &'static str) {
        if let Leaf::Fence { opening, .. } = &self.leaf {
            self.complain(&FENCE_UNCLOSED, opening.clone(), message, "add a line with the same fence after the code");
        }
    }

    /// A fence at the end of a line of code, where it closes nothing, though no other fence closes the code: it gets a line of its own.
    pub(super) fn fence_behind_code(&mut self, line: &Line) {
        let Leaf::Fence { marker, length, .. } = self.leaf else { return };
        let text = line.cursor.rest().trim_end();
        let code = text.trim_end_matches(char::from(marker));
        let is_glued = text.len() - code.len() == length && !code.trim().is_empty() && !code.contains(char::from(marker));
        if !is_glued || self.is_closed_below(line, (marker, length)) {
            return;
        }
        let at = line.end() - line.cursor.rest().len() + code.len();
        let new_line = format!("\n{}", self.prefix());
        let message = "this fence stands behind the code, where it does not close it";
        let help = "write it on a line of its own";
        self.repair_with_help(&FENCE_UNCLOSED, at..at + length, message, help, vec![(at..at, new_line)]);
        self.leaf = Leaf::None;
    }

    /// Whether the fences below close the code, and all that they open: an odd number of them, of which the first opens nothing.
    fn is_closed_below(&self, line: &Line, fence: (u8, usize)) -> bool {
        let below = self.source.text[line.end()..].split('\n').skip(1).take(MAX_CODE);
        let below = below.map(|below| below.trim_start_matches(['>', ' ', '\t']));
        let mut fences = below.filter(|text| text.as_bytes().starts_with(&[fence.0; 3]));
        fences.next().is_some_and(|first| closes_fence(first, fence.0, fence.1)) && fences.count() % 2 == 0
    }

    /// A fence with the name of a language inside of code: the one above was probably meant to be closed before it.
    pub(super) fn fence_in_code(&mut self, line: &Line) {
        let Leaf::Fence { marker, length, .. } = self.leaf else { return };
        let text = line.cursor.rest().trim_start_matches(' ');
        let after = text.trim_start_matches(char::from(marker));
        let is_same = text.len() - after.len() == length && line.cursor.indent() < 4;
        if is_same && after.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !after.trim_end().contains(['`', ' ']) {
            let message = "this fence opens code inside of the code above, which is not closed";
            let help = "close the code above before it, or give the outer fence one mark more";
            self.complain(&FENCE_UNCLOSED, line.content(), message, help);
        }
    }

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
