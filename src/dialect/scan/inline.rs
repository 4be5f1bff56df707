//! What is mended inside a line of text: hosts, attribute lists, links, line breaks, code spans.

use super::{Line, Scanner, tables::code_spans};
use crate::diagnostic::{CODE_DOUBLE_BACKTICK, HTML_BAD_BR, LINK_NESTED, PATH_SPACE, STRAY_QUOTE_MARK};
use memchr::memmem;
use std::ops::Range;

/// A stretch of text that is no code block, with the code spans in it.
pub struct Text<'a> {
    pub text: &'a str,
    /// Where it starts in the source.
    pub start: usize,
    /// The insides of its code spans.
    pub codes: Vec<Range<usize>>,
    pub is_heading: bool,
}

impl Text<'_> {
    pub fn in_code(&self, at: usize) -> bool {
        let next = self.codes.partition_point(|code| code.end <= at);
        self.codes.get(next).is_some_and(|code| code.start <= at)
    }

    /// Whether a code span closes with the backtick at `at`.
    pub fn ends_code(&self, at: usize) -> bool {
        let next = self.codes.partition_point(|code| code.end < at);
        self.codes.get(next).is_some_and(|code| code.end == at)
    }

    /// A range of the stretch as a range of the source.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }
}

/// Which letters that may need mending stand in a text.
#[derive(Clone, Copy, Default)]
struct Notable {
    brace: bool,
    tick: bool,
    angle: bool,
    parenthesis: bool,
}

impl Notable {
    fn in_text(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut found = Self { parenthesis: memchr::memchr(b'(', bytes).is_some(), ..Self::default() };
        for at in memchr::memchr3_iter(b'{', b'`', b'<', bytes) {
            match bytes[at] {
                b'{' => found.brace = true,
                b'`' => found.tick = true,
                _ => found.angle = true,
            }
        }
        found
    }

    fn any(self) -> bool {
        self.brace || self.tick || self.angle || self.parenthesis
    }
}

impl<'a> Scanner<'a> {
    /// Looks at the rest of a line of text.
    pub(super) fn inline(&mut self, line: &Line<'a>, is_heading: bool) {
        self.inline_range(line.content(), is_heading);
    }

    pub(super) fn inline_range(&mut self, range: Range<usize>, is_heading: bool) {
        let text = &self.source.text[range.clone()];
        let notable = Notable::in_text(text);
        if !notable.any() && !self.may_hold_host(&range) {
            return;
        }
        let codes = if notable.tick { code_spans(text) } else { Vec::new() };
        let text = Text { text, start: range.start, codes, is_heading };
        if self.may_hold_host(&range) {
            self.hosts(&text);
        }
        if notable.brace {
            self.attribute_lists(&text);
        }
        if notable.parenthesis {
            self.links(&text);
        }
        if notable.angle {
            self.line_breaks(&text);
            self.nested_quotes(&text);
        }
        if notable.tick {
            self.double_backticks(&text);
        }
    }

    /// Looks at a line of raw HTML.
    pub(super) fn html_inline(&mut self, line: &Line<'a>) {
        let rest = line.cursor.rest();
        let codes = if rest.contains('`') { code_spans(rest) } else { Vec::new() };
        let text = Text { text: rest, start: line.at(), codes, is_heading: false };
        self.hosts(&text);
        self.attribute_lists(&text);
        self.line_breaks(&text);
        self.nested_quotes(&text);
    }

    /// `</br>`, `<bt>`, `<br/www` and the stray `>` of `<br>>`.
    fn line_breaks(&mut self, text: &Text) {
        for at in memchr::memchr_iter(b'<', text.text.as_bytes()).filter(|at| !text.in_code(*at)) {
            let rest = &text.text[at..];
            let wrong = ["</br>", "</br/>", "</ br>", "<bt>", "<bt/>", "<br/", "<br.>", "<br,>"].into_iter().find(|wrong| {
                rest.len() >= wrong.len() && rest.is_char_boundary(wrong.len()) && rest[..wrong.len()].eq_ignore_ascii_case(wrong)
            });
            if let Some(wrong) = wrong.filter(|wrong| *wrong != "<br/" || !rest[4..].trim_start().starts_with('>')) {
                let place = text.place(at..at + wrong.len());
                self.repair(&HTML_BAD_BR, place.clone(), format!("`{wrong}` is no line break"), vec![(place, "<br>".into())]);
            }
            if rest.get(..5).is_some_and(|tag| tag.eq_ignore_ascii_case("<br>>")) && rest[5..].trim().is_empty() {
                let place = text.place(at + 4..at + 5);
                self.repair(&STRAY_QUOTE_MARK, place.clone(), "a `>` stands at the end of the line", vec![(place, String::new())]);
            }
        }
    }

    /// `[text]([address](address))` and addresses with spaces.
    fn links(&mut self, text: &Text) {
        for at in memmem::find_iter(text.text.as_bytes(), b"](").filter(|at| !text.in_code(*at)) {
            let start = at + 2;
            let inside = &text.text[start..];
            // No address is longer, and searching on from each of many brackets would take the square of their number.
            let inside = &inside[..inside.floor_char_boundary(2_000)];
            if let Some((first, second)) = nested_link(inside) {
                let whole = text.place(start..start + second.end + 2);
                let address = inside[first].to_owned();
                self.repair(&LINK_NESTED, whole.clone(), "this address is itself a link", vec![(whole, format!("{address})"))]);
                continue;
            }
            let Some(end) = closing_parenthesis(inside) else { continue };
            if let Some(length) = spaced_path(&inside[..end]) {
                let path = inside[..length].to_owned();
                let place = text.place(start..start + length);
                let message = "a space in an address ends the address";
                self.repair(&PATH_SPACE, place.clone(), message, vec![(place, format!("<{path}>"))]);
            }
        }
    }

    /// ``` ``x` ``` is meant as `` `x` ``.
    fn double_backticks(&mut self, text: &Text) {
        if memmem::find(text.text.as_bytes(), b"``").is_none() {
            return;
        }
        let mut runs = Vec::new();
        let bytes = text.text.as_bytes();
        let mut at = 0;
        while let Some(offset) = memchr::memchr(b'`', &bytes[at..]) {
            let start = at + offset;
            let length = bytes[start..].iter().take_while(|byte| **byte == b'`').count();
            runs.push((start, length));
            at = start + length;
        }
        let doubles: Vec<usize> = runs.iter().filter(|(_, length)| *length == 2).map(|(start, _)| *start).collect();
        let singles = runs.iter().filter(|(_, length)| *length == 1).count();
        if let [start] = doubles[..]
            && singles % 2 == 1
            && !text.text[start + 2..].starts_with("{.")
        {
            let place = text.place(start..start + 1);
            let message = "two backticks open a code span that one closes";
            self.repair(&CODE_DOUBLE_BACKTICK, text.place(start..start + 2), message, vec![(place, String::new())]);
        }
    }
}

/// The places of both addresses in `[address](address))`.
fn nested_link(inside: &str) -> Option<(Range<usize>, Range<usize>)> {
    let label = inside.strip_prefix('[')?;
    let middle = label.find("](")?;
    let address = &label[middle + 2..];
    let end = address.find(')')?;
    let is_address = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
    let closes = address[end + 1..].starts_with(')');
    (closes && is_address(&label[..middle]) && is_address(&address[..end]))
        .then_some((middle + 3..middle + 3 + end, middle + 3..middle + 3 + end))
}

/// Where the parenthesis that opened before `inside` closes.
fn closing_parenthesis(inside: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The length of an address with spaces in it, without a title that follows it.
fn spaced_path(inside: &str) -> Option<usize> {
    let address = match inside.find([' ', '\t']).map(|at| inside[at..].trim_start()) {
        Some(title) if title.starts_with(['"', '\'', '(']) => return None,
        _ => inside.find(" \"").map_or(inside, |at| &inside[..at]),
    };
    let trimmed = address.trim();
    let looks_like_path = trimmed.contains('/') || trimmed.contains('.') || trimmed.starts_with('#');
    let spaced = trimmed.contains(' ') && !trimmed.contains('{') && !inside.starts_with('<') && looks_like_path && !trimmed.contains("](");
    (spaced && address.trim_start().len() == address.len()).then(|| address.trim_end().len())
}
