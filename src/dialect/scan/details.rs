//! Blocks between lines of slashes or colons: `/// details | Title` and the `///` that ends it, `/// note`, and `:::info[Title]`, which is
//! how the guides' next home writes callouts.

use super::{
    Line, OWN_MARK, Scanner,
    containers::prefix,
    leaves::{Leaf, blank_line_after},
    markers::nearest_block,
};
use crate::diagnostic::{DETAILS_NO_TITLE, DETAILS_STRAY, DETAILS_UNCLOSED, LIST_INDENT, NESTING_TOO_DEEP};
use crate::dialect::callouts::callout_kind;
use std::ops::Range;

/// So many of these blocks may stand in each other.
const MAX_DETAILS: usize = 16;

/// What lines below the first one of a block of slashes may set.
const OPTIONS: &[&str] = &["open", "type", "attrs", "name"];

/// A block that is open.
#[derive(Debug)]
pub(super) struct OpenBlock {
    /// How many containers it stands in.
    pub depth: usize,
    /// Its first line.
    pub opening: Range<usize>,
    /// What its lines are made of: slashes or colons.
    mark: u8,
}

/// What the first line of a block says.
#[derive(Debug, PartialEq, Eq)]
struct Opening<'t> {
    /// The type of the callout that it opens; otherwise it opens details.
    callout: Option<&'t str>,
    title: &'t str,
}

/// Whether a line opens or ends a block.
pub(super) fn is_block_line(text: &str) -> bool {
    text.starts_with("///") || text.starts_with(":::") && (is_end(text) || opening(text).is_some())
}

fn is_end(text: &str) -> bool {
    let text = text.trim_end();
    text.len() >= 3 && matches!(text.as_bytes()[0], b'/' | b':') && text.bytes().all(|byte| byte == text.as_bytes()[0])
}

/// What a line opens. `:::` before any other word is text.
fn opening(text: &str) -> Option<Opening<'_>> {
    let rest = text.trim_start_matches(['/', ':']).trim();
    if text.starts_with('/') {
        let (name, title) = rest.split_once('|').map_or((rest, ""), |(name, title)| (name.trim(), title.trim()));
        let callout = callout_kind(name).map(|_| name).or_else(|| name.eq_ignore_ascii_case("admonition").then_some("primary"));
        return Some(Opening { title: if callout.is_some() { title } else { title_of(rest) }, callout });
    }
    let (name, after) = rest.split_at(rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len()));
    let (after, is_details) = (after.trim(), name.eq_ignore_ascii_case("details"));
    let is_callout = callout_kind(name).is_some() || is_misspelled(name) && (after.is_empty() || after.starts_with(['[', '{']));
    (is_details || is_callout).then(|| Opening { callout: (!is_details).then_some(name), title: title_in(after) })
}

/// The title behind the name of a block: `[Title]`, `{title="Title"}`, or as it is.
fn title_in(text: &str) -> &str {
    let inside = |open: &str, close: &str| text.strip_prefix(open)?.split_once(close).map(|(title, _)| title.trim());
    let attribute = || inside("{", "}")?.strip_prefix("title=").map(|title| title.trim_matches(['"', '\'']));
    inside("[", "]").or_else(attribute).unwrap_or(if text.starts_with('{') { "" } else { text })
}

/// Whether a word is nearly the name of a callout.
fn is_misspelled(name: &str) -> bool {
    nearest_block(&name.to_ascii_lowercase()).is_some_and(|name| callout_kind(name).is_some())
}

impl<'a> Scanner<'a> {
    /// Whether a text is the end of a block of details, if one is open.
    pub(super) fn is_end_of_details(&self, text: &str) -> bool {
        self.details.last().is_some_and(|block| text.as_bytes()[0] == block.mark) && is_end(text)
    }

    /// A `///` that is indented, so that it would belong to the item above or be code: it ends the block all the same, which stands
    /// further to the left. Tells whether it was so.
    pub(super) fn details_end_left(&mut self, line: &Line<'a>, text: &str) -> bool {
        let Some(depth) = self.details.last().map(|block| block.depth) else { return false };
        if depth >= self.containers.len() && line.cursor.indent() < 4 {
            return false;
        }
        let start = line.end() - text.len();
        let marks = prefix(&self.containers[..depth.min(self.containers.len())]);
        let message = format!("this `{}` is indented, so that it would belong to the text above", text.trim_end());
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

    /// The first line of a block becomes a comment of our own, with the title as a paragraph after it; its end another one. Tells
    /// whether the line is one of the two.
    pub(super) fn block_line(&mut self, line: &Line<'a>, text: &'a str) -> bool {
        let start = line.end() - text.len();
        if is_end(text) {
            // Colons that close nothing may be anything; slashes are none of the guide's text.
            let closes = text.starts_with('/') || self.is_end_of_details(text);
            if closes {
                self.close_details(start..line.end());
            }
            return closes;
        }
        let Some(Opening { callout, title }) = opening(text) else { return false };
        self.leaf = Leaf::None;
        self.details.push(OpenBlock { depth: self.containers.len(), opening: start..line.end(), mark: text.as_bytes()[0] });
        if self.details.len() > MAX_DETAILS {
            let message = format!("more than {MAX_DETAILS} blocks are nested here");
            self.complain(&NESTING_TOO_DEEP, start..line.end(), message, "close the blocks above with `///`");
            self.splice(start..line.end(), title);
            return true;
        }
        let prefix = self.prefix();
        let bare = prefix.trim_end();
        let name = match callout {
            Some(name) if callout_kind(name).is_none() => {
                let at = start + (name.as_ptr() as usize - text.as_ptr() as usize);
                format!("callout {}", self.block_name(name, at..at + name.len()))
            }
            Some(name) => format!("callout {name}"),
            None => "details".to_owned(),
        };
        let (before, after) = (format!("<!--{OWN_MARK}{name}-->\n{bare}\n{prefix}"), format!("<!--{OWN_MARK}title-->\n{bare}"));
        if title.is_empty() {
            if callout.is_none() {
                let help = "write `/// details | Title`";
                self.complain(&DETAILS_NO_TITLE, start..line.end(), "this block has no title", help);
            }
            self.splice(start..line.end(), before + &after);
        } else {
            let title_at = start + (title.as_ptr() as usize - text.as_ptr() as usize);
            let title_end = title_at + title.len();
            self.splice(start..title_at, before);
            self.splice(title_end..line.end(), format!("\n{bare}\n{prefix}{after}"));
            self.inline_range(title_at..title_end, false);
        }
        true
    }

    /// A line right below the first one of a block that says how it is shown: `    open: true`.
    pub(super) fn block_option(&mut self, line: &Line<'a>, text: &str) {
        let Some(block) = self.details.last().filter(|block| block.mark == b'/' && block.depth == self.containers.len()) else { return };
        let above = &self.source.text[block.opening.end..line.start];
        let is_option =
            |text: &str| OPTIONS.iter().any(|name| text.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with(':')));
        if !is_option(text) || !above.lines().skip(1).all(|line| is_option(line.trim_start_matches(['>', ' ']))) {
            return;
        }
        let is_open = text.split_once(':').is_some_and(|(name, value)| name == "open" && value.trim().eq_ignore_ascii_case("true"));
        let instead = if is_open { format!("<!--{OWN_MARK}open-->") } else { String::new() };
        self.splice(line.content().start..line.end(), instead);
    }

    fn close_details(&mut self, place: Range<usize>) {
        self.leaf = Leaf::None;
        if self.details.pop().is_some() {
            let is_made = self.details.len() < MAX_DETAILS;
            return self.splice(place, if is_made { format!("<!--{OWN_MARK}end-->") } else { String::new() });
        }
        let help = "remove it, or open the block with `/// details | Title`";
        let message = format!("this `{}` closes nothing", self.source.text[place.clone()].trim_end());
        let edits = vec![(place.start..place.end + blank_line_after(self.source.text, &place), String::new())];
        self.repair_with_help(&DETAILS_STRAY, place, message, help, edits);
    }

    pub(super) fn unclosed_details(&mut self, opening: Range<usize>) {
        let marks = if self.source.text[opening.clone()].starts_with(':') { ":::" } else { "///" };
        let help = format!("add a line `{marks}` after its last line");
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
