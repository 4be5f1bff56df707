//! Raw HTML before the sanitizer sees it: without what never reaches a page, and with what its author meant as text made text.

use super::{MAX_ELEMENTS, OPTIONAL_END, PLACE, SLOT, VOID};
use crate::{
    diagnostic::{
        HTML_DROPPED, HTML_ORPHAN_TD, HTML_SCRIPT, HTML_UNCLOSED, LINK_UNSAFE, NESTING_TOO_DEEP, PLACEHOLDER_RAW_TAG, SIZE_CLASS_MISMATCH,
    },
    dialect::{
        attributes::size_class,
        build::{
            Builder,
            links::unsafe_scheme,
            looks_like_tag,
            tags::{Tag, Token, is_element, tokens},
        },
        scan::HOST_MARK,
    },
    html::escape,
    text::{FileId, Span},
};
use std::{collections::HashMap, ops::Range};

/// Elements that no page holds; what stands in them stays.
const DROPPED: &[&str] = &[
    "form", "input", "button", "select", "option", "textarea", "object", "embed", "svg", "canvas", "audio", "map", "link", "meta",
    "noscript", "marquee", "title", "optgroup",
];

/// What only tables have.
const ROWS: &[&str] = &["tr", "td", "th"];

/// HTML that is being put together for the sanitizer.
#[derive(Default)]
pub struct Prepared {
    pub html: String,
    /// Where the tags stand that the sanitizer sees, by the number that they carry.
    places: Vec<Span>,
    tags: Vec<Written>,
    /// Where the first raw HTML stands.
    first: Option<Span>,
    /// The elements that are open.
    open: Vec<String>,
    /// How many are open that were too deep to be kept.
    skipped: usize,
    /// Whether a part of a table was met that stands in none.
    has_orphans: bool,
    /// The addresses with hosts, which the sanitizer takes for none, by the places of their tags.
    addresses: HashMap<usize, String>,
    /// The script or style that is open, in which nothing is for readers.
    pub hidden: Option<String>,
}

/// A tag that its author wrote.
struct Written {
    /// Empty where it need not be in balance.
    name: String,
    closing: bool,
    span: Span,
}

impl Prepared {
    /// Puts a slot, for something that is no raw HTML.
    pub fn slot(&mut self, number: usize) {
        self.html.push_str(&format!("<{SLOT} data-n=\"{number}\"></{SLOT}>"));
    }

    /// Whether there is any tag.
    pub fn holds_tags(&self) -> bool {
        !self.tags.is_empty()
    }

    /// Where what has no tag of its own stands.
    pub fn span(&self) -> Span {
        self.first.unwrap_or(Span::top(FileId(0)))
    }

    /// The address with hosts of the tag that carries `number`.
    pub fn address(&self, number: &str) -> Option<&String> {
        self.addresses.get(&number.parse::<usize>().ok()?)
    }

    /// Where the tag stands that carries `number`.
    pub fn place(&self, number: &str) -> Option<Span> {
        self.places.get(number.parse::<usize>().ok()?).copied()
    }
}

impl Builder<'_> {
    /// Takes raw HTML without what never reaches a page, and with text in angle brackets that is no tag made text.
    pub(super) fn prepare(&mut self, raw: &str, span: Span, prepared: &mut Prepared) {
        prepared.first.get_or_insert(span);
        for (range, token) in tokens(raw) {
            let span = inside(span, raw, range);
            if let Some(name) = &prepared.hidden {
                match token {
                    Token::Tag(tag) if tag.closing && tag.is(name) => prepared.hidden = None,
                    Token::Text(text) if name == "style" => self.page_style(text, span),
                    _ => {}
                }
                continue;
            }
            match token {
                Token::Text(text) => prepared.html.push_str(text),
                Token::Comment(_) => {}
                Token::Instruction(text) => {
                    self.complain(
                        &PLACEHOLDER_RAW_TAG,
                        span,
                        looks_like_tag(text),
                        "put a line ```` ``` ```` above and below it, as around all code",
                    );
                    prepared.html.push_str(&escape(text));
                }
                Token::Tag(tag) if (tag.is("style") || tag.is("script")) && !tag.closing => {
                    if tag.is("script") {
                        let help = "pages of guides hold no scripts; link to what it shows";
                        self.complain(&HTML_SCRIPT, span, "this script is left out", help);
                    }
                    prepared.hidden = Some(tag.name.to_ascii_lowercase());
                }
                Token::Tag(tag) => self.prepare_tag(&tag, span, prepared),
            }
        }
    }

    fn prepare_tag(&mut self, tag: &Tag, span: Span, prepared: &mut Prepared) {
        let name = tag.name.to_ascii_lowercase();
        if !is_element(&name) {
            let written = written(tag);
            let help = format!("write `&lt;{}&gt;`", written.trim_matches(['<', '>']));
            self.complain(&PLACEHOLDER_RAW_TAG, span, looks_like_tag(&written), help);
            prepared.html.push_str(&escape(&written));
            return;
        }
        let is_dropped = DROPPED.contains(&name.as_str());
        if is_dropped && !tag.closing {
            self.complain(&HTML_DROPPED, span, format!("`<{name}>` is left out"), "its text stays; use Markdown for the rest");
        }
        if ROWS.contains(&name.as_str()) && !prepared.open.iter().any(|open| open == "table") {
            return self.orphan(&name, tag.closing, span, prepared);
        }
        let is_balanced = !VOID.contains(&name.as_str()) && !OPTIONAL_END.contains(&name.as_str());
        prepared.tags.push(Written { name: if is_balanced { name.clone() } else { String::new() }, closing: tag.closing, span });
        // The sanitizer would read what stands in some of them as text, slots included, or drop it.
        if !is_dropped && self.may_nest(tag, &name, span, prepared) {
            let place = prepared.places.len();
            prepared.places.push(span);
            if let Some(address) = tag.attribute("href").filter(|_| name == "a") {
                self.look_at_address(address, place, span, prepared);
            }
            prepared.html.push_str(&rewritten(tag, &name, place));
        }
    }

    /// The sanitizer drops an address that a link may not have, and one with a host, whose marks are no part of any name.
    fn look_at_address(&mut self, address: &str, place: usize, span: Span, prepared: &mut Prepared) {
        if let Some(scheme) = unsafe_scheme(address) {
            self.complain(&LINK_UNSAFE, span, format!("links may not lead to `{scheme}:`"), "it is shown as text");
        } else if address.contains(HOST_MARK) {
            prepared.addresses.insert(place, address.to_owned());
        }
    }

    /// A part of a table that stands in none: it is left out, and parts its text from that of the next one.
    fn orphan(&mut self, name: &str, closing: bool, span: Span, prepared: &mut Prepared) {
        if !std::mem::replace(&mut prepared.has_orphans, true) {
            let message = format!("this `{}{name}>` stands in no table", if closing { "</" } else { "<" });
            self.complain(&HTML_ORPHAN_TD, span, message, "put `<table>` before the first row and `</table>` behind the last");
        }
        prepared.html.push_str(if name == "tr" && closing { "<br>" } else { " " });
    }

    /// Whether a tag is kept: elements that are too deep are left out, their content stays. The sanitizer needs a time that
    /// grows with the square of the depth.
    fn may_nest(&mut self, tag: &Tag, name: &str, span: Span, prepared: &mut Prepared) -> bool {
        if VOID.contains(&name) || OPTIONAL_END.contains(&name) {
            return true;
        }
        if tag.closing {
            let is_kept = prepared.skipped == 0;
            prepared.skipped = prepared.skipped.saturating_sub(1);
            if let Some(at) = prepared.open.iter().rposition(|open| open == name).filter(|_| is_kept) {
                prepared.open.remove(at);
            }
            return is_kept;
        }
        if prepared.open.len() < MAX_ELEMENTS {
            prepared.open.push(name.to_owned());
            return true;
        }
        prepared.skipped += 1;
        if prepared.skipped == 1 {
            let message = format!("more than {MAX_ELEMENTS} elements are nested here");
            self.complain(&NESTING_TOO_DEEP, span, message, "close those above");
        }
        false
    }

    /// A page's own style is never shipped; only what its size classes mean is looked at.
    fn page_style(&mut self, css: &str, span: Span) {
        let mut at = 0;
        for rule in css.split_inclusive('}') {
            let start = at + rule.len() - rule.trim_start().len();
            at += rule.len();
            let Some((selector, body)) = rule.split_once('{') else { continue };
            let Some((dimension, _)) = selector.trim().strip_prefix('.').and_then(size_class) else { continue };
            let other = if dimension == 'h' { "max-width" } else { "max-height" };
            if body.contains(other) {
                let class = selector.trim();
                let message = format!("`{class}` sets `{other}`");
                self.complain(
                    &SIZE_CLASS_MISMATCH,
                    inside(span, css, start..start + class.len()),
                    message,
                    "`.w-N` limits the width and `.h-N` the height; no page style is needed",
                );
            }
        }
    }

    /// Says which elements are never closed.
    pub(super) fn check_balance(&mut self, prepared: &Prepared) {
        let mut open: HashMap<&str, Vec<(usize, Span)>> = HashMap::new();
        for (at, tag) in prepared.tags.iter().enumerate().filter(|(_, tag)| !tag.name.is_empty()) {
            let same = open.entry(&tag.name).or_default();
            if tag.closing {
                same.pop();
            } else {
                same.push((at, tag.span));
            }
        }
        let mut left: Vec<_> = open.iter().flat_map(|(name, places)| places.iter().map(|(at, span)| (*at, *name, *span))).collect();
        left.sort_by_key(|(at, ..)| *at);
        for (_, name, span) in left {
            self.complain(&HTML_UNCLOSED, span, format!("`<{name}>` is never closed"), format!("add `</{name}>`"));
        }
    }
}

/// The part of a raw text's span at `range`; all of it where the text is not what its author wrote, byte for byte.
fn inside(span: Span, raw: &str, range: Range<usize>) -> Span {
    let start = span.range().start;
    if span.range().len() == raw.len() { Span::new(span.file, start + range.start..start + range.end) } else { span }
}

/// A tag as the sanitizer is to see it.
fn rewritten(tag: &Tag, name: &str, place: usize) -> String {
    if tag.closing {
        return format!("</{name}>");
    }
    let attribute = |(name, value): &(String, String)| format!(" {name}=\"{}\"", escape(value));
    let attributes: String = tag
        .attributes
        .iter()
        .filter(|(name, _)| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .map(attribute)
        .collect();
    format!("<{name} {PLACE}=\"{place}\"{attributes}>")
}

/// A tag as its author wrote it, near enough.
fn written(tag: &Tag) -> String {
    let attributes: String =
        tag.attributes.iter().map(|(name, value)| if value.is_empty() { format!(" {name}") } else { format!(" {name}={value}") }).collect();
    format!("<{}{}{attributes}>", if tag.closing { "/" } else { "" }, tag.name)
}
