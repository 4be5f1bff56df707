//! The marker of a block at the start of a quote: `[!name]`, and what is typed instead.

use super::quotes::OTHER_BLOCKS;
use crate::dialect::callouts::callout_kind;

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
        if !text.starts_with(['[', '!']) {
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
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'(' | b')' | b' ');
        let is_link = rest.starts_with(['(', '[']) && !name.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let is_meant = opening.len() == 2 || is_known(name);
        (is_meant && !name.is_empty() && name.len() <= 40 && name.bytes().all(is_name) && !is_link).then_some(Self {
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

    /// `[warning]` and `!warning]`, if the line holds nothing else.
    fn half_open(text: &'a str) -> Option<Self> {
        let (opening, inside) = text.split_at(1);
        let name = inside.trim_end().strip_suffix(']')?;
        is_known(name).then_some(Self { opening, name, surplus: 0, rest: "", closing: "]" })
    }
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
