//! What a line is inside its containers: fence, heading, table, `///`, list that is indented too far, text.

use super::{
    Line, Previous, Scanner,
    containers::NO_BREAK_SPACE,
    containers::{Container, bullet_width, is_thematic_break, marker_width},
    details::is_block_line,
    lists::Move,
    markers::Marker,
};
use crate::diagnostic::{HEADING_HASH_SPACE, LIST_INDENT};
use std::ops::Range;

/// The block that the next line may continue.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaf {
    None,
    Paragraph,
    /// Code between fences.
    Fence {
        marker: u8,
        length: usize,
        opening: Range<usize>,
    },
    /// HTML up to a blank line.
    Html,
    /// A comment, page style or raw table: nothing in it is Markdown up to this place.
    Raw {
        until: usize,
        drop_blank_lines: bool,
        /// Whether Markdown may stand in it between blank lines.
        may_hold_markdown: bool,
    },
    /// Rows of a table with so many columns.
    Table {
        columns: usize,
    },
}

impl<'a> Scanner<'a> {
    /// Deals with a line inside a fence. Tells whether it was one.
    pub(super) fn continue_fence(&mut self, line: &Line<'a>) -> bool {
        let Leaf::Fence { marker, length, .. } = &self.leaf else { return false };
        let marker = *marker;
        if closes_fence(line.cursor.rest(), marker, *length) && line.cursor.indent() < 4 {
            self.leaf = Leaf::None;
            self.shift = self.shift.filter(|shift| !matches!(shift.by, Move::LeftAsCode(_)));
        } else if line.cursor.rest().trim_end().as_bytes().last() == Some(&marker) {
            self.fence_behind_code(line);
        } else if line.cursor.rest().trim_start_matches(' ').as_bytes().first() == Some(&marker) {
            self.fence_in_code(line);
        }
        self.previous = Previous { content: line.content(), ..Previous::default() };
        true
    }

    /// Deals with a line inside a comment or raw HTML. Tells whether it was one.
    pub(super) fn continue_raw(&mut self, line: &Line<'a>) -> bool {
        if self.starts_island(line) {
            return true;
        }
        match self.leaf {
            Leaf::Raw { .. } => self.raw_line(line),
            Leaf::Html => return self.html_continues(line),
            _ => return false,
        }
        self.previous = Previous { content: line.content(), ..Previous::default() };
        true
    }

    /// Deals with the content of a line whose containers are settled.
    pub(super) fn leaf_line(&mut self, line: &Line<'a>) {
        let rest = line.cursor.rest();
        let text = rest.trim_start_matches([' ', '\t']);
        if text.is_empty() {
            self.leaf = Leaf::None;
            return;
        }
        if self.is_end_of_details(text) && self.details_end_left(line, text) {
            return;
        }
        if line.cursor.indent() > 3 && self.leaf != Leaf::Paragraph {
            self.leaf = Leaf::None;
            self.block_option(line, text);
            return;
        }
        let starts_as_marker = || text.starts_with("[!") || text.starts_with("**[!") && Marker::of(text).is_some();
        let is_marker = || starts_as_marker() && self.containers.last().is_some_and(Container::is_quote);
        if self.may_hold_marker(line) && !is_marker() && !text.starts_with("<!--") {
            self.stray_marker(line);
        }
        if let Leaf::Table { columns } = self.leaf {
            return self.table_line(line, columns);
        }
        match text.as_bytes()[0] {
            b'`' | b'~' if self.opens_fence(line, text) => {}
            b'<' => self.html_line(line, text),
            b'/' | b':' if is_block_line(text) && self.block_line(line, text) => {}
            b'#' if self.heading_line(line, text) => {}
            b'*' if self.abbreviation_line(line, text) => {}
            b'|' | b'-' | b':' if self.starts_table(line, text) => {}
            b'=' | b'-' if self.leaf == Leaf::Paragraph && is_underline(text) => self.leaf = Leaf::None,
            b'-' | b'*' | b'_' if is_thematic_break(text) => self.leaf = Leaf::None,
            first => {
                if first == b':' && !text[1..].starts_with([' ', '\t']) {
                    self.not_a_definition(line.end() - text.len());
                }
                if matches!(first, b'!' | b'?') {
                    self.foreign_callout(line, text);
                }
                if first == b'|' && self.leaf == Leaf::Paragraph {
                    self.rows_without_table(line, text);
                }
                if first == b'|' && self.rows_without_header(line, text) {
                    return;
                }
                let goes_on = self.leaf == Leaf::Paragraph;
                self.leaf = Leaf::Paragraph;
                if line.letters.has_angle() && (self.comment_in_line(line) || self.end_tag_behind_text(line, goes_on)) {
                    return;
                }
                self.inline(line, false);
                self.bold_of_line(line.content(), goes_on);
                if first == b'{' {
                    self.line_that_vanishes(line, text);
                }
            }
        }
    }

    /// A line of which nothing is left, since it held nothing but a stray list: it is blank, or its item is empty.
    fn line_that_vanishes(&mut self, line: &Line, text: &str) {
        let start = line.end() - text.len();
        let whole = start..start + text.trim_end().len();
        if !self.out.splices.iter().rev().take(2).any(|splice| splice.text.is_empty() && splice.range == whole) {
            return;
        }
        self.leaf = Leaf::None;
        let before = self.source.text[line.start..start].trim_end();
        match self.containers.last_mut().filter(|container| !container.is_quote() && before.ends_with(['-', '*', '+', '.', ')'])) {
            Some(item) => {
                let digits = before.bytes().rev().skip(1).take_while(u8::is_ascii_digit).count();
                item.indent = item.marker + digits + 2;
            }
            None => self.previous.blank = true,
        }
    }

    /// `:::word` and `:warning:` at the start of a line: the Markdown parser would take the first colon as the mark of a definition,
    /// though no space follows it.
    fn not_a_definition(&mut self, at: usize) {
        self.splice(at..at, "\\");
    }

    /// Whether a callout's marker may stand in a line.
    pub(super) fn may_hold_marker(&self, line: &Line) -> bool {
        self.has_markers && line.letters.has_bracket() && line.cursor.rest().contains("[!")
    }

    fn opens_fence(&mut self, line: &Line, text: &str) -> bool {
        let marker = text.as_bytes()[0];
        let length = text.bytes().take_while(|byte| *byte == marker).count();
        let opens = length >= 3 && !(marker == b'`' && text[length..].contains('`'));
        if opens {
            let start = line.end() - text.len();
            self.leaf = Leaf::Fence { marker, length, opening: start..line.end() };
        }
        opens
    }

    fn heading_line(&mut self, line: &Line<'a>, text: &str) -> bool {
        let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
        let after = &text[hashes..];
        if hashes > 6 {
            return false;
        }
        if !after.is_empty() && !after.starts_with([' ', '\t']) {
            let is_spaced = after.starts_with(NO_BREAK_SPACE);
            let is_title = (after.starts_with(char::is_alphabetic) || hashes > 1 || is_spaced) && self.leaf != Leaf::Paragraph;
            if !is_title {
                return false;
            }
            let at = line.end() - after.len();
            let replaced = if is_spaced { at..at + NO_BREAK_SPACE.len_utf8() } else { at..at };
            let message = "a heading needs a space after `#`";
            self.repair(&HEADING_HASH_SPACE, at - hashes..line.end(), message, vec![(replaced, " ".into())]);
        }
        if text.ends_with('#') {
            self.closing_hashes(line, hashes, after);
        }
        self.leaf = Leaf::None;
        self.inline(line, true);
        self.bold_of_text(line.content());
        true
    }

    /// `## Title##`: hashes that close a heading need a space before them. A single one may belong to a name, such as `C#`.
    fn closing_hashes(&mut self, line: &Line, opening: usize, title: &str) {
        let before = title.trim_end_matches('#');
        let closing = title.len() - before.len();
        if closing != opening || closing < 2 || before.trim().is_empty() || before.ends_with([' ', '\t', '\\']) {
            return;
        }
        let at = line.end() - closing;
        let message = "a space is needed before the `#` that close a heading";
        self.repair(&HEADING_HASH_SPACE, at..line.end(), message, vec![(at..at, " ".into())]);
    }

    /// `*[HTML]: HyperText Markup Language` defines an abbreviation and is not shown.
    fn abbreviation_line(&mut self, line: &Line, text: &str) -> bool {
        let Some((word, meaning)) = text.strip_prefix("*[").and_then(|rest| rest.split_once("]:")) else { return false };
        if word.is_empty() || meaning.trim().is_empty() {
            return false;
        }
        self.out.abbreviations.push((word.to_owned(), meaning.trim().to_owned()));
        self.splice(line.end() - text.len()..line.end(), "");
        true
    }

    /// Puts a nested list right that is indented so far that CommonMark takes it as text. Its first item tells how far
    /// its other items are to be moved.
    pub(super) fn mend_list_indent(&mut self, line: &mut Line<'a>) {
        let indent = line.cursor.indent();
        let rest = line.cursor.rest().trim_start();
        let is_first = |width| width == 1 || rest.starts_with('1') || self.list_fix.is_some();
        let is_item = marker_width(rest).map_or_else(|| bullet_width(rest).is_some(), is_first);
        if indent == 0 || !is_item {
            return;
        }
        let raw = line.cursor.column + indent;
        let fix = match self.list_fix {
            Some(fix) if fix.raw == raw && fix.depth < self.containers.len() => fix,
            _ if indent > 3 && self.leaf == Leaf::Paragraph => ListFix { raw, target: line.cursor.column, depth: self.containers.len() },
            _ => return,
        };
        self.containers.truncate(fix.depth);
        self.leaf = Leaf::None;
        self.list_fix = Some(fix);
        let text_at = line.end() - rest.len();
        let before = &self.source.text[line.start..text_at];
        let blank_at = before.trim_end_matches([' ', '\t']).len();
        let blank = " ".repeat(fix.target.saturating_sub(blank_at));
        let message = "this list is indented so far that it would be more of the text above";
        self.repair(&LIST_INDENT, text_at..line.end(), message, vec![(line.start + blank_at..text_at, blank)]);
        line.cursor.at = text_at - line.start;
        line.cursor.column = fix.target;
        line.cursor.spare = 0;
    }
}

/// A nested list that is moved: the column where its items stood, where they go, and how many containers hold the list.
#[derive(Clone, Copy, Debug)]
pub struct ListFix {
    raw: usize,
    target: usize,
    depth: usize,
}

/// How much of the text after a line that goes can go with it: its line break and the blank line below, where one stands above too.
pub fn blank_line_after(text: &str, line: &Range<usize>) -> usize {
    let (above, below) = (&text[..line.start], &text[line.end..]);
    let is_set_off = (above.is_empty() || above.ends_with("\n\n")) && below.starts_with("\n\n");
    if is_set_off { 2 } else { 0 }
}

pub fn closes_fence(rest: &str, marker: u8, length: usize) -> bool {
    let text = rest.trim_start_matches(' ');
    if !text.as_bytes().starts_with(&[marker]) {
        return false;
    }
    let run = text.bytes().take_while(|byte| *byte == marker).count();
    run >= length && text[run..].trim().is_empty()
}

fn is_underline(text: &str) -> bool {
    let text = text.trim_end();
    text.bytes().all(|byte| byte == b'=') || text.bytes().all(|byte| byte == b'-')
}
