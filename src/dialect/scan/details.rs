//! `/// details | Title` and the `///` that ends it.

use super::{
    Line, OWN_MARK, Scanner,
    containers::prefix,
    leaves::{Leaf, blank_line_after},
};
use crate::diagnostic::{DETAILS_NO_TITLE, DETAILS_STRAY, DETAILS_UNCLOSED, LIST_INDENT, NESTING_TOO_DEEP};
use std::ops::Range;

/// So many `/// details` blocks may stand in each other.
const MAX_DETAILS: usize = 16;

impl<'a> Scanner<'a> {
    /// Whether a text is the end of a block of details, if one is open.
    pub(super) fn is_end_of_details(&self, text: &str) -> bool {
        text.starts_with("///") && !self.details.is_empty() && text.trim_end().bytes().all(|byte| byte == b'/')
    }

    /// A `///` that is indented, so that it would belong to the item above or be code: it ends the block all the same, which stands
    /// further to the left. Tells whether it was so.
    pub(super) fn details_end_left(&mut self, line: &Line<'a>, text: &str) -> bool {
        let Some(depth) = self.details.last().map(|(depth, _)| *depth) else { return false };
        if depth >= self.containers.len() && line.cursor.indent() < 4 {
            return false;
        }
        let start = line.end() - text.len();
        let marks = prefix(&self.containers[..depth.min(self.containers.len())]);
        let message = "this `///` is indented, so that it would belong to the text above";
        self.repair_with_help(
            &LIST_INDENT,
            start..line.end(),
            message,
            "write it where its block starts",
            vec![(line.start..start, marks)],
        );
        self.close_to(depth);
        self.close_details(start..line.end());
        true
    }

    /// `/// details | Title` becomes a comment of our own, with the title as a paragraph after it; `///` its end.
    pub(super) fn details_line(&mut self, line: &Line<'a>, text: &'a str) {
        let start = line.end() - text.len();
        let word = text.trim_start_matches('/').trim();
        if word.is_empty() {
            return self.close_details(start..line.end());
        }
        self.leaf = Leaf::None;
        self.details.push((self.containers.len(), start..line.end()));
        if self.details.len() > MAX_DETAILS {
            let message = format!("more than {MAX_DETAILS} blocks are nested here");
            self.complain(&NESTING_TOO_DEEP, start..line.end(), message, "close the blocks above with `///`");
            return self.splice(start..line.end(), title_of(word));
        }
        let prefix = self.prefix();
        let bare = prefix.trim_end();
        let title = title_of(word);
        if title.is_empty() {
            let help = "write `/// details | Title`";
            self.complain(&DETAILS_NO_TITLE, start..line.end(), "this block has no title", help);
            self.splice(start..line.end(), format!("<!--{OWN_MARK}details-->\n{bare}\n{prefix}<!--{OWN_MARK}title-->\n{bare}"));
        } else {
            let title_at = start + (title.as_ptr() as usize - text.as_ptr() as usize);
            let title_end = title_at + title.len();
            self.splice(start..title_at, format!("<!--{OWN_MARK}details-->\n{bare}\n{prefix}"));
            self.splice(title_end..line.end(), format!("\n{bare}\n{prefix}<!--{OWN_MARK}title-->\n{bare}"));
            self.inline_range(title_at..title_end, false);
        }
    }

    fn close_details(&mut self, place: Range<usize>) {
        self.leaf = Leaf::None;
        if self.details.pop().is_some() {
            let is_made = self.details.len() < MAX_DETAILS;
            return self.splice(place, if is_made { format!("<!--{OWN_MARK}end-->") } else { String::new() });
        }
        let help = "remove it, or open the block with `/// details | Title`";
        let edits = vec![(place.start..place.end + blank_line_after(self.source.text, &place), String::new())];
        self.repair_with_help(&DETAILS_STRAY, place, "this `///` closes nothing", help, edits);
    }

    pub(super) fn unclosed_details(&mut self, opening: Range<usize>) {
        let help = "add a line `///` after its last line";
        self.complain(&DETAILS_UNCLOSED, opening, "this block is never closed", help);
    }
}

/// The title in what follows the slashes: `details | Title`, and without the bar or the name of the block.
fn title_of(word: &str) -> &str {
    let (_, title) = word.split_once('|').unwrap_or_else(|| {
        let name = word.get(.."details".len()).filter(|name| name.eq_ignore_ascii_case("details"));
        name.map_or(("", word), |name| word.split_at(name.len()))
    });
    title.trim()
}
