//! Labels of an interface whose backticks are lost or mistyped, and lists in other brackets: `` `Next`(.action) ``.

use super::{Scanner, attributes::tail, inline::Text};
use crate::{
    diagnostic::{ATTR_MALFORMED, CODE_DOUBLE_BACKTICK},
    dialect::attributes::AttributeList,
};

/// No label is longer, in bytes.
const MAX_LABEL: usize = 80;

/// Lists of the dialect in parentheses and brackets, and as they are meant.
const BRACKETED: &[(&str, &str)] = &[
    ("(.action)", "{.action}"),
    ("[.action]", "{.action}"),
    ("(.thumbnail)", "{.thumbnail}"),
    ("[.thumbnail]", "{.thumbnail}"),
    ("(.external)", "{.external}"),
    ("[.external]", "{.external}"),
];

/// Whether some may stand in a text.
pub fn may_have_bracketed_lists(text: &str) -> bool {
    [b"(.", b"[."].iter().any(|start| memchr::memmem::find(text.as_bytes(), *start).is_some())
}

impl Scanner<'_> {
    /// A list whose label seems to have lost a backtick, since one before it has no partner: `` `A then `B`{.action} ``. Gives back from
    /// where the text is to be looked at again.
    pub(super) fn lost_backtick(&mut self, text: &Text, at: usize) -> Option<usize> {
        let end = self.backtick_before_list(text, at)?;
        let list = AttributeList::parse(&text.text[at..]).filter(|list| list.has_class("action"))?;
        let label = tail(&text.text[..end]);
        let open = end - label.len() + label.rfind('`')?;
        let label = &text.text[open + 1..end];
        let is_label = !label.is_empty() && label.len() <= MAX_LABEL && label.trim() == label && text.ends_code(open);
        let stray = text.codes.iter().find(|code| code.end == open).filter(|_| is_label)?.clone();
        if text.text[..stray.start].ends_with("``") {
            return None;
        }
        let inside = &text.text[stray.clone()];
        let (place, edit) = match inside.find("{.action}") {
            // The label before lacks its second backtick, or has another sign instead.
            Some(list) if inside[..list].trim().is_empty() => return None,
            Some(list) => {
                let before = &inside[..list];
                let width = before.chars().next_back().filter(|last| QUOTES.contains(last)).map_or(0, char::len_utf8);
                (stray.start + list - width..stray.start + list, "`")
            }
            None => (stray.start - 1..stray.start, ""),
        };
        let message = "a backtick has no partner, so that the labels after it are no code";
        self.mend(&CODE_DOUBLE_BACKTICK, text, stray.start - 1..stray.start, message, vec![(place, edit.to_owned())]);
        Some(at + list.length)
    }

    /// Where the backtick stands directly before a list that opens code by CommonMark's rules, or none.
    fn backtick_before_list(&self, text: &Text, at: usize) -> Option<usize> {
        let end = at.checked_sub(1).filter(|end| text.text.as_bytes()[*end] == b'`')?;
        let is_single = !text.text[..end].ends_with(['`', '\\']);
        (is_single && !text.ends_code(end) && !text.codes.is_empty()).then_some(end)
    }

    /// `` `Next`.{action} ``: the dot stands before the brace.
    pub(super) fn dot_before_list(&mut self, text: &Text, at: usize, list: &AttributeList) -> bool {
        let is_dot = text.text[..at].ends_with("`.") && !list.has_dot && !list.swallows && list.has_class("action");
        if is_dot {
            let message = "the dot of this attribute list stands before its brace";
            self.mend(&ATTR_MALFORMED, text, at - 1..at + list.length, message, vec![(at - 1..at + list.length, list.tidy())]);
        }
        is_dot
    }

    /// Lists in other brackets directly after code, links and pictures.
    pub(super) fn bracketed_lists(&mut self, text: &Text) {
        for (typed, meant) in BRACKETED {
            for (at, _) in text.text.match_indices(typed).filter(|(at, _)| !text.in_code(*at)) {
                let owner = if *meant == "{.action}" { '`' } else { ')' };
                if text.text[..at].ends_with(owner) {
                    let place = at..at + typed.len();
                    let message = "this attribute list stands in other brackets than braces";
                    self.mend(&ATTR_MALFORMED, text, place.clone(), message, vec![(place, (*meant).to_owned())]);
                }
            }
        }
    }
}

/// Signs that are typed instead of a backtick.
const QUOTES: &[char] = &['\'', '’', '‘', '´', '"', '”'];
