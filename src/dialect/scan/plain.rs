//! Lines in which nothing has a meaning: blank ones and plain prose, outside of quotes, lists and raw HTML. Half the lines of a guide
//! are such, so they are told from others before anything is asked of them.

use super::{Previous, Scanner, leaves::Leaf};
use std::ops::Range;

impl Scanner<'_> {
    /// Deals with a line that starts at `start` of the source, if it is one that no rule is about. Tells whether it was.
    pub(super) fn plain_line(&mut self, start: usize, text: &str) -> bool {
        if !self.containers.is_empty() || self.island.is_some() || self.shift.is_some() {
            return false;
        }
        let content = start..start + text.len();
        let blank = match (text.as_bytes().first(), &self.leaf) {
            (None, Leaf::None | Leaf::Paragraph) => true,
            (None, Leaf::Table { .. }) if !self.source.text[start..].trim_start_matches('\r').starts_with("\n|") => true,
            (Some(first), Leaf::None | Leaf::Paragraph) if first.is_ascii_alphabetic() && self.is_prose(&content) => false,
            _ => return false,
        };
        if !blank {
            self.bold_is_open &= self.leaf == Leaf::Paragraph;
        }
        self.leaf = if blank { Leaf::None } else { Leaf::Paragraph };
        self.previous = Previous { content, blank, separator: None };
        true
    }

    /// Whether none of the letters stands there that rules for lines of text ask for.
    fn is_prose(&self, content: &Range<usize>) -> bool {
        let has_signs = self.has_notes || self.has_masks || self.has_codes || self.has_paths || self.has_odd_brackets;
        !has_signs && !self.letters.any_in(content) && !self.may_be_bold(content) && !self.may_hold_host(content)
    }
}
