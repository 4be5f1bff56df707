//! Pictures whose mark, brackets or size are mistyped.

use super::{
    Scanner,
    inline::{Text, label_start},
};
use crate::{
    diagnostic::{ATTR_MALFORMED, LINK_BRACKETS, PATH_SPACE},
    dialect::attributes::AttributeList,
    path::is_picture,
};
use std::ops::Range;

const MARK_MISPLACED: &str = "the mark of this picture stands at the wrong place";

impl Scanner<'_> {
    /// `![text](images/a.png =600x400)`: the size belongs into an attribute list. `size` is how many bytes it takes.
    pub(super) fn picture_with_size(&mut self, text: &Text, bracket: usize, inside: Range<usize>, size: usize) {
        let is_picture = label_start(&text.text[..bracket]).is_some_and(|open| text.text[..open - 1].ends_with('!'));
        let written = &text.text[inside.end - size..inside.end];
        let Some((width, height)) = written.trim().trim_start_matches('=').split_once('x').filter(|_| is_picture) else { return };
        let pairs = [("width", width), ("height", height)];
        let pairs: Vec<String> =
            pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
        let after = inside.end + 1;
        let has_list = text.text[after..].starts_with('{');
        let list = if has_list { format!("{} ", pairs.join(" ")) } else { format!("{{{}}}", pairs.join(" ")) };
        let at = after + usize::from(has_list);
        let edits = vec![(text.place(inside.end - size..inside.end), String::new()), (text.place(at..at), list)];
        let message = "a size in an address is no Markdown";
        self.repair_with_help(&PATH_SPACE, text.place(inside), message, "put it into an attribute list", edits);
    }

    /// `![text][images/a.png]`: no reference is called so.
    pub(super) fn picture_in_brackets(&mut self, text: &Text, bracket: usize) {
        let inside = &text.text[bracket + 2..];
        let Some(address) = inside.find(']').map(|end| &inside[..end]).filter(|address| is_address_of_picture(address)) else { return };
        let Some(open) = label_start(&text.text[..bracket]).filter(|open| text.text[..open - 1].ends_with('!')) else { return };
        let end = bracket + 2 + address.len();
        let edits = vec![(text.place(bracket + 1..bracket + 2), "(".to_owned()), (text.place(end..end + 1), ")".to_owned())];
        self.repair(&ATTR_MALFORMED, text.place(open - 2..end + 1), "this picture's brackets are mistyped", edits);
    }

    /// `! [text](images/a.png)` and `[!text](images/a.png)`: the mark of a picture stands at the wrong place. Before a list that
    /// only pictures have, it may be missing altogether.
    pub(super) fn mark_of_picture(&mut self, text: &Text, bracket: usize, address: &str) {
        let Some(open) = Some(bracket).filter(|_| is_address_of_picture(address)).and_then(|at| label_start(&text.text[..at])) else {
            return;
        };
        let before = &text.text[..open - 1];
        let label = &text.text[open..bracket];
        let has_list = AttributeList::parse(&text.text[bracket + address.len() + 3..]).is_some_and(|list| list.is_of_picture());
        let is_picture = before.ends_with(['!', '\\']) || label.contains("![");
        let (code, message, edit) = if before.trim_start() == "! " || (has_list && before.ends_with("! ")) {
            (&ATTR_MALFORMED, MARK_MISPLACED, (text.place(open - 2..open - 1), String::new()))
        } else if label.starts_with('!') && !is_picture {
            (&ATTR_MALFORMED, MARK_MISPLACED, (text.place(open - 1..open + 1), "![".to_owned()))
        } else if has_list && !is_picture {
            (&LINK_BRACKETS, "this picture lacks its `!`", (text.place(open - 1..open - 1), "!".to_owned()))
        } else {
            return;
        };
        self.repair(code, text.place(open - 1..bracket + 1), message, vec![edit]);
    }
}

/// How many bytes at the end of a picture's address say its size: ` =600x400`.
pub fn size_of_picture(inside: &str) -> Option<usize> {
    let (_, size) = inside.ends_with(|last: char| last.is_ascii_digit() || last == 'x').then(|| inside.rsplit_once(" ="))??;
    let (width, height) = size.split_once('x')?;
    let is_number = |text: &str| text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    (size.len() > 1 && is_number(width) && is_number(height)).then_some(size.len() + 2)
}

/// Whether a text is an address of a picture, and nothing else.
pub fn is_address_of_picture(address: &str) -> bool {
    is_picture(address) && !address.contains(char::is_whitespace)
}
