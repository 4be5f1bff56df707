//! What is mended inside a line of text: hosts, attribute lists, links, line breaks, code spans.

use super::{
    Line, NOTE_STARTS, Scanner,
    letters::Letters,
    pictures::size_of_picture,
    tables::{is_escaped, push_code_spans},
};
use crate::diagnostic::{
    CODE_DOUBLE_BACKTICK, HTML_BAD_BR, IMAGE_QUOTE_IN_ALT, IMAGE_UNCLOSED_PAREN, LINK_NESTED, LINK_TRAILING_SPACE, PATH_SPACE,
    STRAY_QUOTE_MARK,
};
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
    /// What follows `at`, its code spans found anew: those of the whole are wrong after a stray backtick.
    pub fn after(&self, at: usize) -> Self {
        let text = &self.text[at..];
        let mut codes = Vec::new();
        push_code_spans(text, &mut codes);
        Self { text, start: self.start + at, codes, is_heading: self.is_heading }
    }

    pub fn in_code(&self, at: usize) -> bool {
        let next = self.codes.partition_point(|code| code.end <= at);
        self.codes.get(next).is_some_and(|code| code.start <= at)
    }

    /// Whether a code span closes with the backtick at `at`.
    pub fn ends_code(&self, at: usize) -> bool {
        let next = self.codes.partition_point(|code| code.end < at);
        self.codes.get(next).is_some_and(|code| code.end == at)
    }

    /// Whether `at` lies in code that another backtick opens than the one at `open`.
    pub fn is_in_other_code(&self, at: usize, open: usize) -> bool {
        let next = self.codes.partition_point(|code| code.end <= at);
        self.codes.get(next).is_some_and(|code| code.start <= at && code.start != open + 1 && code.start < at)
    }

    /// A range of the stretch as a range of the source.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }
}

impl<'a> Scanner<'a> {
    /// Looks at the rest of a line of text.
    pub(super) fn inline(&mut self, line: &Line<'a>, is_heading: bool) {
        self.inline_letters(line.content(), line.letters, is_heading);
    }

    pub(super) fn inline_range(&mut self, range: Range<usize>, is_heading: bool) {
        let letters = self.letters.within(&range);
        self.inline_letters(range, letters, is_heading);
    }

    /// Looks at a stretch of text whose letters are known: each rule only where a letter of its own stands.
    pub(super) fn inline_letters(&mut self, range: Range<usize>, letters: Letters, is_heading: bool) {
        let range = range.start.max(self.list_end.min(range.end))..range.end;
        let has_host = self.may_hold_host(&range);
        if self.has_notes {
            self.notes(&range);
        }
        if self.has_masks || self.has_codes {
            self.starred_words(&range);
        }
        if self.has_paths {
            self.paths(&range);
        }
        if self.has_odd_brackets {
            self.odd_brackets(&range);
        }
        if letters.is_empty() && !has_host {
            return;
        }
        let text = self.text(range, letters, is_heading);
        if has_host {
            self.hosts(&text);
        }
        if letters.has_brace() {
            self.attribute_lists(&text);
        }
        if self.has_bracketed_lists {
            self.bracketed_lists(&text);
        }
        if letters.has_bracket() {
            self.links(&text);
        }
        if letters.has_angle() {
            self.line_breaks(&text);
            self.nested_quotes(&text);
        }
        if letters.has_tick() {
            self.lists_behind_code(&text);
            self.double_backticks(&text);
        }
        self.codes = text.codes;
    }

    /// Looks at a line of raw HTML.
    pub(super) fn html_inline(&mut self, line: &Line<'a>) {
        let letters = line.letters;
        let text = self.text(line.content(), letters, false);
        if self.may_hold_host(&line.content()) {
            self.hosts(&text);
        }
        if letters.has_brace() {
            self.attribute_lists(&text);
        }
        if letters.has_angle() {
            self.line_breaks(&text);
            self.nested_quotes(&text);
        }
        self.codes = text.codes;
        self.bold_of_text(line.content());
    }

    /// A stretch of text with its code spans, which stand in the scanner's buffer while it is looked at.
    fn text(&mut self, range: Range<usize>, letters: Letters, is_heading: bool) -> Text<'a> {
        let mut codes = std::mem::take(&mut self.codes);
        codes.clear();
        let text = &self.source.text[range.clone()];
        if letters.has_tick() {
            self.push_codes(&range, is_heading, &mut codes);
        }
        Text { text, start: range.start, codes, is_heading }
    }

    /// `(*)` and `[*]` refer to a note, and pair with no other asterisk.
    fn notes(&mut self, range: &Range<usize>) {
        let text = &self.source.text[range.clone()];
        let mut codes = None;
        for (at, start) in NOTE_STARTS.iter().flat_map(|start| text.match_indices(start)) {
            let stars = text[at + 1..].bytes().take_while(|byte| *byte == b'*').count();
            let closing = if start.starts_with('(') { ')' } else { ']' };
            if stars > 3 || !text[at + 1 + stars..].starts_with(closing) {
                continue;
            }
            let codes = codes.get_or_insert_with(|| {
                let mut codes = Vec::new();
                push_code_spans(text, &mut codes);
                codes
            });
            if !codes.iter().any(|code| code.contains(&at)) {
                (at + 1..=at + stars).for_each(|star| self.splice(range.start + star..range.start + star, "\\"));
            }
        }
    }

    /// `</br>`, `<bt>`, `<br/www` and the stray `>` of `<br>>`.
    fn line_breaks(&mut self, text: &Text) {
        for at in memchr::memchr_iter(b'<', text.text.as_bytes()).filter(|at| !text.in_code(*at)) {
            self.mistyped_tag(text, at);
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

    /// `[text]([address](address))`, `[text] (address)`, and addresses with spaces or without an end.
    fn links(&mut self, text: &Text) {
        for at in memchr::memchr_iter(b']', text.text.as_bytes()).filter(|at| !text.in_code(*at)) {
            let after = &text.text[at + 1..];
            if after.starts_with('[') {
                self.picture_in_brackets(text, at);
                continue;
            }
            let space = after.starts_with(" (").then_some(at + 1..at + 2);
            if space.is_none() && !after.starts_with('(') {
                if after.trim_end().is_empty() {
                    self.address_below(text, at);
                }
                self.mistyped_address(text, at);
                self.swapped_brackets(text, at);
                continue;
            }
            let start = at + 2 + usize::from(space.is_some());
            let inside = &text.text[start..];
            // No address is longer, and searching on from each of many brackets would take the square of their number.
            let inside = &inside[..inside.floor_char_boundary(2_000)];
            if let Some(space) = space {
                self.space_before_address(text, space, inside);
                continue;
            }
            if let Some((first, second)) = nested_link(inside) {
                let whole = text.place(start..start + second.end + 2);
                let address = inside[first].to_owned();
                self.repair(&LINK_NESTED, whole.clone(), "this address is itself a link", vec![(whole, format!("{address})"))]);
                continue;
            }
            if self.doubled_parenthesis(text, at, inside) {
                continue;
            }
            let Some(end) = closing_parenthesis(inside) else {
                self.unclosed_address(text, at, start, inside);
                continue;
            };
            if self.has_doubled_brackets {
                self.doubled_bracket(text, at, &inside[..end]);
            }
            self.quoted_title(text, start, &inside[..end]);
            self.mark_of_picture(text, at, &inside[..end]);
            self.trailing_space(text, at, start + end + 1);
            self.unopened_list(text, start + end + 1);
            if let Some(size) = size_of_picture(&inside[..end]) {
                self.picture_with_size(text, at, start..start + end, size);
                continue;
            }
            if let Some(length) = spaced_path(&inside[..end]) {
                let path = inside[..length].to_owned();
                let place = text.place(start..start + length);
                let message = "a space in an address ends the address";
                self.repair(&PATH_SPACE, place.clone(), message, vec![(place, format!("<{path}>"))]);
            }
        }
    }

    /// `![text] (address)`: a space separates what belongs together.
    fn space_before_address(&mut self, text: &Text, space: Range<usize>, inside: &str) {
        let Some(address) = closing_parenthesis(inside).map(|end| &inside[..end]) else { return };
        let Some(open) = label_start(&text.text[..space.start - 1]) else { return };
        let is_picture = text.text[..open - 1].ends_with('!') && address.contains('.') && !address.contains(' ');
        if is_picture || is_sure_address(address) {
            let message = "a space separates this address from its text";
            self.repair(&PATH_SPACE, text.place(space.clone()), message, vec![(text.place(space), String::new())]);
        }
    }

    /// `[text](address` without its end: it ends before the next space.
    fn unclosed_address(&mut self, text: &Text, bracket: usize, start: usize, inside: &str) {
        let Some(open) = label_start(&text.text[..bracket]) else { return };
        let address = &inside[..inside.find(char::is_whitespace).unwrap_or(inside.len())];
        let address = address.split_once("){.").map_or(address, |(before, _)| &address[..=before.len()]);
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let is_picture = text.text[..open - 1].ends_with('!') && address.contains('.');
        let is_balanced = !address.contains('(') || closing_parenthesis(address).is_none() && address.ends_with(')');
        let is_plain = is_balanced && !address.contains(['{', '<', '>', '[', '`', '|', '*']);
        if is_plain && (is_picture || is_sure_address(address)) {
            let end = start + address.len();
            let whole = open - 1 - usize::from(is_picture)..end;
            let message = "the address is not closed";
            // A brace in its place is none of the address.
            let place = text.place(end - usize::from(address.ends_with('}'))..end);
            self.repair(&IMAGE_UNCLOSED_PAREN, text.place(whole), message, vec![(place, ")".to_owned())]);
        }
    }

    /// `(address "a "quoted" title")`: the quotes inside would end the title.
    fn quoted_title(&mut self, text: &Text, start: usize, inside: &str) {
        let Some((address, title)) = inside.split_once(" \"") else { return };
        let Some(title) = title.strip_suffix('"').filter(|title| title.contains('"') && !address.contains('"')) else { return };
        let from = start + address.len() + 2;
        let bare = title.match_indices('"').map(|(at, _)| at).filter(|at| !title[..*at].ends_with('\\'));
        let edits: Vec<_> = bare.map(|at| (text.place(from + at..from + at), "\\".to_owned())).collect();
        if !edits.is_empty() {
            let message = "a quote inside this quoted text ends it";
            self.repair(&IMAGE_QUOTE_IN_ALT, text.place(from..from + title.len()), message, edits);
        }
    }

    /// `[text ](address)`: the space belongs behind the link, or nowhere. The text ends at `bracket`, the link at `end`.
    fn trailing_space(&mut self, text: &Text, bracket: usize, end: usize) {
        let label = &text.text[..bracket];
        let spaces = label.trim_end_matches(' ').len()..bracket;
        let is_link = || label_start(label).is_some_and(|open| open < spaces.start && !label[..open - 1].ends_with('!'));
        if spaces.is_empty() || !is_link() {
            return;
        }
        let mut edits = vec![(text.place(spaces.clone()), String::new())];
        if text.text[end..].starts_with(char::is_alphanumeric) {
            edits.push((text.place(end..end), " ".to_owned()));
        }
        let message = "this link's text ends in a space";
        self.repair_with_help(&LINK_TRAILING_SPACE, text.place(spaces), message, "put the space after the link", edits);
    }

    /// ``` ``x` ``` is meant as `` `x` ``.
    fn double_backticks(&mut self, text: &Text) {
        let bytes = text.text.as_bytes();
        if !memchr::memchr_iter(b'`', bytes).any(|at| bytes.get(at + 1) == Some(&b'`')) {
            return;
        }
        let mut runs = Vec::new();
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

/// Whether nothing but an address starts so.
pub fn is_sure_address(text: &str) -> bool {
    ["http://", "https://", "/links/", "/pages/"].iter().any(|start| text.starts_with(start))
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

/// Where the text starts of a link whose text ends with `label`: just after its bracket. Brackets behind a backslash are text.
pub fn label_start(label: &str) -> Option<usize> {
    let mut depth = 0usize;
    let reach = label.ceil_char_boundary(label.len().saturating_sub(500));
    for at in memchr::memchr2_iter(b'[', b']', &label.as_bytes()[reach..]).rev().map(|at| reach + at) {
        match label.as_bytes()[at] {
            _ if is_escaped(label, at) => {}
            b']' => depth += 1,
            _ if depth == 0 => return Some(at + 1),
            _ => depth -= 1,
        }
    }
    None
}

/// Where the parenthesis that opened before `inside` closes.
pub fn closing_parenthesis(inside: &str) -> Option<usize> {
    let mut depth = 0usize;
    for at in memchr::memchr2_iter(b'(', b')', inside.as_bytes()) {
        match inside.as_bytes()[at] {
            b'(' => depth += 1,
            _ if depth == 0 => return Some(at),
            _ => depth -= 1,
        }
    }
    None
}

/// The length of an address with spaces in it, without a title that follows it.
fn spaced_path(inside: &str) -> Option<usize> {
    memchr::memchr(b' ', inside.as_bytes())?;
    let address = match inside.find([' ', '\t']).map(|at| inside[at..].trim_start()) {
        Some(title) if title.starts_with(['"', '\'']) || (title.starts_with('(') && title.ends_with(')')) => return None,
        _ => inside.find(" \"").map_or(inside, |at| &inside[..at]),
    };
    let trimmed = address.trim();
    let looks_like_path = trimmed.contains('/') || trimmed.contains('.') || trimmed.starts_with('#');
    let spaced = trimmed.contains(' ') && !trimmed.contains('{') && !inside.starts_with('<') && looks_like_path && !trimmed.contains("](");
    (spaced && address.trim_start().len() == address.len()).then(|| address.trim_end().len())
}
