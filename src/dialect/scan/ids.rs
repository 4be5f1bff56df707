//! Ids that an attribute list gives to all of a paragraph or item.

use super::{Scanner, inline::Text};
use crate::dialect::attributes::AttributeList;

impl Scanner<'_> {
    /// `{#id}` at the end of an item's line, or on a line of its own below a text: the id is that of the block.
    pub(super) fn anchor_at_end(&mut self, text: &Text, at: usize, list: &AttributeList) -> bool {
        let end = at + list.length;
        if !list.is_id() || text.is_heading || !text.text[end..].trim().is_empty() {
            return false;
        }
        let owner = text.text[..at].trim_end();
        let is_in_item = || self.containers.last().is_some_and(|container| !container.is_quote()) && !owner.contains('|');
        let is_end = match owner.is_empty() {
            true => self.follows_text(),
            false => owner.len() < at && is_in_item(),
        };
        if is_end {
            let ids: String = list.ids().map(|id| format!("<a id=\"{id}\"></a>")).collect();
            self.splice(text.place(at..end), ids);
        }
        is_end
    }

    /// Whether the line above is one of a paragraph, and ends in nothing that a list may belong to.
    fn follows_text(&self) -> bool {
        let above = self.source.text[self.previous.content.clone()].trim();
        let is_other = above.starts_with(['#', '|', '<', '=']) || above.starts_with("```") || above.starts_with("~~~");
        !self.previous.blank && !above.is_empty() && !is_other && !above.ends_with(['`', ')'])
    }
}
