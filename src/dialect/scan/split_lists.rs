//! Attribute lists that a line break divides.

use super::{
    Scanner,
    attributes::{image_list, is_image},
    inline::Text,
};
use crate::{
    diagnostic::ATTR_MALFORMED,
    dialect::attributes::{AttributeList, is_known_class},
};

/// No half of a list is longer, in bytes.
const MAX_HALF: usize = 60;

impl Scanner<'_> {
    /// `{.action` at the end of a line and `}` at the start of the next, wherever the break is. Tells whether it was there.
    pub(super) fn split_list(&mut self, text: &Text, at: usize) -> bool {
        let (owner, first) = (text.text[..at].trim_end(), text.text[at..].trim_end());
        if first.len() > MAX_HALF || first.contains('}') || !owner.ends_with(['`', ')']) {
            return false;
        }
        let end = text.start + text.text.len();
        let Some((start, below)) = self.content_below(end) else { return false };
        let Some(second) = below.find('}').filter(|close| *close < MAX_HALF).map(|close| &below[..=close]) else { return false };
        let Some(list) = ["", " "].iter().find_map(|between| whole_list(&[first, between, second].concat(), is_image(owner))) else {
            return false;
        };
        let close = start + second.len();
        let rest = self.source.text[close..].split('\n').next().unwrap_or_default();
        let spaces = rest.len() - rest.trim_start().len();
        let goes_on = rest.trim_start().starts_with(|letter: char| !".,;:!?)".contains(letter));
        let line_break = if goes_on { &self.source.text[end..start] } else { "" };
        self.list_end = close + spaces;
        let edits = vec![(text.start + owner.len()..self.list_end, [&list, line_break].concat())];
        self.repair(&ATTR_MALFORMED, text.start + at..end, "a line break divides this attribute list", edits);
        true
    }
}

/// The list that a text is, as it is written; none where it is anything else.
fn whole_list(text: &str, is_of_picture: bool) -> Option<String> {
    let list = AttributeList::parse(text)?;
    let is_sure = list.length == text.len() && !list.swallows && list.classes().next().is_some() && list.classes().all(is_known_class);
    is_sure.then(|| if is_of_picture { image_list(&list) } else { list.tidy() })
}
