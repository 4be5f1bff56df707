//! The marker of a block at the start of a quote: `[!name]`, and what is typed instead.

use super::{Line, Scanner, containers::QuoteKind, quotes::OTHER_BLOCKS};
use crate::{
    diagnostic::{CALLOUT_CASE, CALLOUT_TITLE, CALLOUT_UNKNOWN_TYPE, STRAY_QUOTE_MARK},
    dialect::callouts::callout_kind,
    words,
};
use std::ops::Range;

const CALLOUTS: &[&str] = &["primary", "warning", "alert", "success", "info"];

/// `[!name]` and what follows it on its line.
pub struct Marker<'a> {
    /// `[!`, or what was typed instead.
    pub opening: &'a str,
    pub name: &'a str,
    /// How many signs follow its name that are none of it.
    pub surplus: usize,
    pub rest: &'a str,
    /// `]`, or what was typed instead; nothing where the bracket stays open.
    pub closing: &'a str,
}

impl<'a> Marker<'a> {
    /// The marker that a text starts with.
    pub fn of(text: &'a str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix('\\') {
            return Self::escaped(text, rest);
        }
        if !text.starts_with(['[', '!', '(', '{', '*']) {
            return None;
        }
        let Some(inside) = text.strip_prefix("[!") else { return Self::half_open(text) };
        let inside = inside.trim_start_matches('!');
        let opening = &text[..text.len() - inside.len()];
        let (name, closing, rest) = match mistyped_closing(inside) {
            Some(end) => (&inside[..end], &inside[end..=end], &inside[end + 1..]),
            None => closed(inside)?,
        };
        let typed = name;
        let name = Some(typed.trim_end_matches(['!', '.', ':', ')', '}', '>'])).filter(|name| is_known(name)).unwrap_or(typed);
        let surplus = typed.len() - name.len();
        let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '(' | ')' | ' ');
        let is_link = rest.starts_with(['(', '[']) && !name.starts_with(char::is_alphabetic);
        let is_meant = opening.len() == 2 || is_known(name);
        (is_meant && !name.is_empty() && name.len() <= 40 && name.chars().all(is_name) && !is_link).then_some(Self {
            opening,
            name,
            surplus,
            rest,
            closing,
        })
    }

    /// `\[!warning]`, if the line holds nothing else: programs that write Markdown take the bracket for that of a link.
    fn escaped(text: &'a str, rest: &'a str) -> Option<Self> {
        let marker = Self::of(rest).filter(|marker| marker.opening == "[!" && is_known(marker.name) && marker.rest.trim().is_empty())?;
        Some(Self { opening: &text[..1 + marker.opening.len()], ..marker })
    }

    /// `[warning]`, `(!warning)` and the like, if the line holds nothing else.
    fn half_open(text: &'a str) -> Option<Self> {
        MISTYPED.iter().find_map(|(opening, closing)| {
            let (opening, inside) = text.split_at(text.strip_prefix(opening).map(|_| opening.len())?);
            let name = inside.trim_end().strip_suffix(closing)?;
            is_known(name).then_some(Self { opening, name, surplus: 0, rest: "", closing: &inside[name.len()..name.len() + closing.len()] })
        })
    }
}

/// What stands around the names of markers instead of `[!` and `]`.
const MISTYPED: &[(&str, &str)] = &[
    ("[ !", "]"),
    ("[", "]"),
    ("![", "]"),
    ("! [", "]"),
    ("**[!", "]**"),
    ("!", "]"),
    ("!", ""),
    ("(!", ")"),
    ("(!", "]"),
    ("{!", "}"),
    ("{!", "]"),
];

impl Scanner<'_> {
    /// What a marker makes of its quote; what is wrong with it is put right.
    pub(super) fn marker_kind(&mut self, line: &Line, marker: &Marker) -> QuoteKind {
        let start = line.at();
        let first = start + marker.opening.len();
        let name = first..first + marker.name.len();
        if marker.opening.starts_with('\\') {
            let message = "a backslash makes plain text of this marker";
            self.repair(&CALLOUT_UNKNOWN_TYPE, start..name.end + 1, message, vec![(start..start + 1, String::new())]);
        } else if marker.opening.starts_with("[!!") {
            let surplus = start + 2..first;
            self.repair(&CALLOUT_UNKNOWN_TYPE, start..name.end, "this marker has a `!` too many", vec![(surplus, String::new())]);
        } else if marker.opening != "[!" {
            let message = "the start of this marker is mistyped";
            self.repair(&CALLOUT_UNKNOWN_TYPE, start..name.end + 1, message, vec![(start..first, "[!".into())]);
        }
        if marker.closing != "]" {
            let place = name.end..name.end + marker.closing.len();
            let message = if place.is_empty() {
                "the bracket of this marker is not closed"
            } else {
                "another sign stands where this marker's bracket closes"
            };
            self.repair(&CALLOUT_UNKNOWN_TYPE, start..place.end, message, vec![(place, "]".into())]);
        }
        if marker.surplus > 0 {
            let place = name.end..name.end + marker.surplus;
            self.repair(&CALLOUT_UNKNOWN_TYPE, place.clone(), "this sign is none of the marker's name", vec![(place, String::new())]);
        }
        self.after_marker(line, marker, name.end + marker.surplus + marker.closing.len());
        let lower = self.block_name(marker.name, name.clone());
        let is_other = OTHER_BLOCKS.contains(&lower.as_str()) || lower.starts_with("product-section");
        let mut title = marker.rest.trim_start_matches(':').trim();
        if title == ">" {
            let place = line.end() - marker.rest.trim_start().len()..line.end();
            self.repair(&STRAY_QUOTE_MARK, place.clone(), "a `>` stands at the end of the line", vec![(place, String::new())]);
            title = "";
        }
        if !is_other && !title.is_empty() {
            let at = name.end + marker.surplus + marker.closing.len();
            let help = "put the title, in bold, on a line of its own below the marker";
            self.complain(&CALLOUT_TITLE, at..line.end(), "other renderers drop a title on the marker's line", help);
        }
        match lower.as_str() {
            "tabs" => QuoteKind::Tabs,
            "faq" => QuoteKind::Faq,
            _ if is_other => QuoteKind::Other,
            _ => QuoteKind::Callout(None),
        }
    }

    /// A `:` or parentheses directly behind a marker, which would make it the definition or the text of a link.
    fn after_marker(&mut self, line: &Line, marker: &Marker, end: usize) {
        let rest = marker.rest;
        if rest.starts_with(':') {
            let edits = vec![(end..end + 1, String::new())];
            self.repair(&CALLOUT_UNKNOWN_TYPE, end..end + 1, "a colon behind a marker would make it the definition of a link", edits);
        }
        let title = rest.strip_prefix('(').and_then(|title| title.trim_end().strip_suffix(')'));
        if title.is_some_and(|title| !title.contains(['/', '.', '('])) {
            let close = line.end() - rest.len() + rest.trim_end().len() - 1;
            let edits = vec![(end..end + 1, " ".to_owned()), (close..close + 1, String::new())];
            self.repair(&CALLOUT_UNKNOWN_TYPE, end..close + 1, "parentheses behind a marker would make it a link", edits);
        }
    }

    /// `!!! note "Title"` is how another dialect starts a callout, whose lines are indented.
    pub(super) fn foreign_callout(&mut self, line: &Line, text: &str) {
        let Some((name, _)) = ["!!! ", "??? ", "???+ "]
            .iter()
            .find_map(|mark| text.strip_prefix(mark))
            .map(|rest| rest.trim_start().split_once([' ', '"', '\r']).unwrap_or((rest.trim(), "")))
        else {
            return;
        };
        if let Some((kind, _)) = callout_kind(name) {
            let place = line.end() - text.len()..line.end();
            let help = format!("write `> [!{}]`, its title in bold below, and `> ` before each line of its text", kind.as_str());
            self.complain(&CALLOUT_UNKNOWN_TYPE, place, "this is how another dialect starts a callout; here it is text", help);
        }
    }

    /// The name of a block as the dialect writes it, or as it was probably meant; told where that differs from what stands there.
    pub(super) fn block_name(&mut self, typed: &str, place: Range<usize>) -> String {
        let lower = typed.to_ascii_lowercase();
        let is_other = OTHER_BLOCKS.contains(&lower.as_str()) || lower.starts_with("product-section");
        let kind = callout_kind(typed);
        if is_other || kind.is_some_and(|(_, known)| known) {
            if typed != lower {
                let message = format!("`{typed}` is not in lower case");
                self.repair(&CALLOUT_CASE, place.clone(), message, vec![(place, lower.clone())]);
            }
            return lower;
        }
        let message = format!("`{typed}` is no type of callout");
        match kind.map(|(kind, _)| kind.as_str()).or_else(|| nearest_block(&lower)) {
            Some(meant) => {
                let edits = vec![(place.clone(), meant.to_owned())];
                self.repair_with_help(&CALLOUT_UNKNOWN_TYPE, place, message, format!("did you mean `{meant}`? it is shown so"), edits);
                meant.to_owned()
            }
            None => {
                let help = format!("known types are {}; it is shown as `primary`", words::and(CALLOUTS));
                self.complain(&CALLOUT_UNKNOWN_TYPE, place, message, help);
                lower
            }
        }
    }
}

/// The block that a misspelled name is probably meant to be. Very short names are like too many words.
pub(super) fn nearest_block(name: &str) -> Option<&'static str> {
    let others = OTHER_BLOCKS.iter().filter(|block| block.len() > 3);
    words::nearest(name, CALLOUTS.iter().chain(others).copied())
}

/// The name that `inside` starts with, what closes its bracket, and the rest.
fn closed(inside: &str) -> Option<(&str, &str, &str)> {
    if let Some(end) = inside.find(']') {
        return Some((&inside[..end], "]", &inside[end + 1..]));
    }
    let end = inside.find([' ', '\t']).unwrap_or(inside.trim_end().len());
    is_known(&inside[..end]).then_some((&inside[..end], "", &inside[end..]))
}

/// Where another sign closes the bracket of a known name: `[!warning)`.
fn mistyped_closing(inside: &str) -> Option<usize> {
    let end = inside.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')?;
    let after = &inside[end..];
    (after.starts_with([')', '}', '>']) && !after[1..].starts_with(']') && is_known(&inside[..end])).then_some(end)
}

/// Whether a name, in any case, is a block's that the dialect knows.
pub fn is_known(name: &str) -> bool {
    callout_kind(name).is_some() || OTHER_BLOCKS.iter().any(|known| known.eq_ignore_ascii_case(name))
}
