//! Labels of an interface whose backticks are lost or mistyped, and lists in other brackets: `` `Next`(.action) ``.

use super::{
    Scanner,
    attributes::{head, tail},
    inline::Text,
    tables::closes_misquoted,
};
use crate::{
    diagnostic::{ATTR_MALFORMED, CODE_DOUBLE_BACKTICK},
    dialect::attributes::{AttributeList, is_known_class},
};
use memchr::memchr_iter;

/// No label is longer, in bytes.
const MAX_LABEL: usize = 80;

/// In longer lines no lost backtick is looked for, since after each the rest is read anew: that would take the square of their number.
const MAX_LINE: usize = 4_000;

/// Lists of the dialect in parentheses and brackets, and as they are meant.
const BRACKETED: &[(&str, &str)] = &[
    ("(.action)", "{.action}"),
    ("[.action]", "{.action}"),
    ("(.thumbnail)", "{.thumbnail}"),
    ("[.thumbnail]", "{.thumbnail}"),
    ("(.external)", "{.external}"),
    ("[.external]", "{.external}"),
];

impl Scanner<'_> {
    /// A list whose label seems to have lost a backtick, since one before it has no partner: `` `A then `B`{.action} ``. Gives back from
    /// where the text is to be looked at again.
    pub(super) fn lost_backtick(&mut self, text: &Text, at: usize) -> Option<usize> {
        if let Some(end) = self.lost_closing(text, at) {
            return Some(end);
        }
        let end = backtick_before_list(text, at)?;
        let list = AttributeList::parse(&text.text[at..]).filter(|list| list.has_class("action"))?;
        if let Some(start) = label_without_opening(text, end).filter(|_| !text.text[at + list.length..].starts_with('`')) {
            let message = "the backtick that opens this label is missing";
            self.mend(&CODE_DOUBLE_BACKTICK, text, end..end + 1, message, vec![(start..start, "`".to_owned())]);
            return Some(at + list.length);
        }
        let label = tail(&text.text[..end]);
        let open = end - label.len() + label.rfind('`')?;
        let label = &text.text[open + 1..end];
        let is_label = !label.is_empty() && label.len() <= MAX_LABEL && label.trim() == label && text.ends_code(open);
        let stray = text.codes.iter().find(|code| code.end == open).filter(|_| is_label)?.clone();
        if stray.start == 0 || text.text[..stray.start].ends_with("``") {
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

    /// A label whose second backtick is missing or stands twice: `` `Save{.action} ``, `` `Save``{.action} ``. Gives back from where the
    /// text is to be looked at again.
    fn lost_closing(&mut self, text: &Text, at: usize) -> Option<usize> {
        if text.text.len() > MAX_LINE {
            return None;
        }
        let before = tail(&text.text[..at]);
        let label = before.trim_end_matches('`');
        let ticks = before.len() - label.len();
        let tick = label.rfind('`').filter(|_| ticks == 0 || ticks == 2)?;
        let open = at - before.len() + tick;
        let (before, inside) = (&label[..tick], &label[tick + 1..]);
        let is_label = !inside.is_empty() && inside.len() <= MAX_LABEL && inside.trim() == inside && !inside.contains(['{', '}', '|']);
        if !is_label || before.ends_with(['`', '\\']) || text.ends_code(open) || text.is_in_other_code(at, open) {
            return None;
        }
        let list = AttributeList::parse(&text.text[at..]).filter(|list| list.has_dot && !list.swallows && list.has_class("action"))?;
        let end = at + list.length;
        let quote = inside.chars().next_back().filter(|last| QUOTES.contains(last)).map_or(0, char::len_utf8);
        // Quotes instead of backticks are mended where the list is looked at, but in what only looks like code.
        let is_quoted = quote > 0 && !text.in_code(at);
        if text.text[end..].starts_with('`') || is_quoted || ticks == 0 && !is_single_odd(&text.text[open..]) {
            return None;
        }
        let (message, place, edit) = match ticks {
            0 => ("the backtick that closes this label is missing", open..open + 1, (at - quote..at, "`")),
            _ => ("two backticks close a label that one opens", at - 2..at, (at - 1..at, "")),
        };
        let mut edits = vec![(edit.0, edit.1.to_owned())];
        if list.is_malformed {
            edits.push((at..end, list.tidy()));
        }
        self.mend(&CODE_DOUBLE_BACKTICK, text, place, message, edits);
        Some(end)
    }

    /// `` `Save`.action} ``: lists behind code whose first brace is missing.
    pub(super) fn lists_behind_code(&mut self, text: &Text) {
        let ends = text.codes.iter().map(|code| code.end + 1);
        ends.filter(|end| text.text[*end..].starts_with(".action}")).for_each(|end| self.unopened_list(text, end));
    }

    /// A list at `at`, directly behind what it belongs to, whose first brace is missing: `](address).external}`.
    pub(super) fn unopened_list(&mut self, text: &Text, at: usize) {
        let rest = &text.text[at..];
        if !rest.strip_prefix('.').is_some_and(|class| class.starts_with(|letter: char| letter.is_ascii_lowercase())) {
            return;
        }
        let Some(inside) = head(rest).find('}').map(|end| &rest[..end]) else { return };
        let is_list = inside.split_whitespace().all(|word| word.strip_prefix('.').is_some_and(is_known_class));
        if is_list {
            let message = "the brace that opens this attribute list is missing";
            self.mend(&ATTR_MALFORMED, text, at..at + inside.len() + 1, message, vec![(at..at, "{".to_owned())]);
        }
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

/// Where the backtick stands directly before a list that opens code by CommonMark's rules, or none.
fn backtick_before_list(text: &Text, at: usize) -> Option<usize> {
    let end = at.checked_sub(1).filter(|end| text.text.as_bytes()[*end] == b'`')?;
    let is_single = !text.text[..end].ends_with(['`', '\\']);
    (is_single && !text.ends_code(end)).then_some(end)
}

/// Whether an odd number of single backticks stands in a text, so that one of them lacks its partner.
fn is_single_odd(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_tick = |at: usize| bytes.get(at) == Some(&b'`');
    let is_single = |at: &usize| !is_tick(at + 1) && !at.checked_sub(1).is_some_and(is_tick);
    memchr_iter(b'`', bytes).filter(is_single).count() % 2 == 1
}

/// Where the label starts that the backtick at `end` closes, if nothing opens it: ``Click on Save`{.action}``. What stands before it
/// is the start of the line, another label, or code.
fn label_without_opening(text: &Text, end: usize) -> Option<usize> {
    if text.text.len() > MAX_LINE || text.in_code(end) || closes_misquoted(text.text, end) {
        return None;
    }
    let before = tail(&text.text[..end]);
    let skipped = end - before.len();
    let from = match before.rfind('`').map(|tick| skipped + tick) {
        Some(tick) if !text.ends_code(tick) => return None,
        Some(tick) => {
            let after = &text.text[tick + 1..end];
            let list = AttributeList::parse(after).filter(|list| !list.swallows).map(|list| list.length);
            tick + 1 + list.or_else(|| after.starts_with([' ', ',', ';', ':', '.', ')']).then_some(0))?
        }
        None => skipped,
    };
    let part = &text.text[from..end];
    let is_text = part.ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, ')' | '…' | '+')) && !part.contains('{');
    is_text.then(|| from + start_of_label(part))
}

/// Where the label starts that a part of a sentence ends with: behind a sign that sets it off, else at its last words that begin with
/// a capital letter, without the first of the sentence, else at its last word.
fn start_of_label(part: &str) -> usize {
    let signs = ['>', '→', '"', '«', '“', '„', '(', '|', '*'];
    let set_off = part.char_indices().rev().find(|(_, letter)| signs.contains(letter)).map(|(at, letter)| at + letter.len_utf8());
    let stop = set_off.or_else(|| part.rfind([',', ';', ':', '!', '?']).map(|at| at + 1)).unwrap_or(0);
    let start = |at: usize| at + part[at..].len() - part[at..].trim_start().len();
    let first = start(stop);
    if set_off.is_some() && part.len() - first <= MAX_LABEL {
        return first;
    }
    let words: Vec<usize> = part[first..].match_indices(' ').map(|(at, _)| start(first + at)).collect();
    let is_capital = |at: &&usize| part[**at..].starts_with(char::is_uppercase);
    let Some(last) = words.last() else { return first };
    let capitals = words.iter().rev().take(4).skip_while(|at| !is_capital(at));
    capitals.take_while(is_capital).last().copied().unwrap_or(*last)
}
