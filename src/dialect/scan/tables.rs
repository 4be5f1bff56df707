//! Tables: pipes inside code, rows with too many cells, a line of text right below.

use super::{
    Line, Previous, Scanner,
    containers::{NO_BREAK_SPACE, is_thematic_break},
    html::starts_block,
    inline::{closing_parenthesis, label_start},
    leaves::Leaf,
};
use crate::diagnostic::{TABLE_GLUED, TABLE_PIPE_IN_CODE, TABLE_RAGGED, TABLE_SWALLOWED_LINE, TYPO_SPACE};
use crate::{dialect::attributes::AttributeList, text::trimmed};
use std::ops::Range;

impl<'a> Scanner<'a> {
    /// Whether the line is the delimiter row of a table whose header is the line above.
    pub(super) fn starts_table(&mut self, line: &Line<'a>, text: &str) -> bool {
        if self.leaf != Leaf::Paragraph {
            return false;
        }
        let mended = if is_delimiter_row(text) { None } else { self.mend_delimiter_row(line, text) };
        if mended.is_none() && !is_delimiter_row(text) {
            return false;
        }
        let text = mended.as_deref().unwrap_or(text);
        let header = self.previous.content.clone();
        let header_text = self.source.text[header.clone()].trim();
        let header_text = header_text.strip_suffix('|').filter(|header| header.ends_with('|') && mended.is_some()).unwrap_or(header_text);
        if !header_text.contains('|') {
            return false;
        }
        let (columns, wanted) = (cells(text).count(), cells(header_text).count());
        if columns < wanted {
            let at = line.start + line.cursor.line.trim_end().len();
            let missing = if text.trim_end().ends_with('|') { "---|" } else { "|---" }.repeat(wanted - columns);
            let message = "this row has fewer cells than the header above, so that there would be no table";
            self.repair(&TABLE_RAGGED, line.content(), message, vec![(at..at, missing)]);
        }
        self.add_missing_headers(header.clone(), columns.saturating_sub(wanted));
        self.escape_pipes(header);
        self.spaces_for_tabs(line);
        self.leaf = Leaf::Table { columns: columns.max(wanted) };
        true
    }

    /// The Markdown parser takes a row of dashes with tabs in it as none.
    fn spaces_for_tabs(&mut self, line: &Line) {
        let at = line.at();
        for tab in memchr::memchr_iter(b'\t', line.cursor.rest().as_bytes()) {
            self.splice(at + tab..at + tab + 1, " ");
        }
    }

    /// A header with fewer cells than the row of dashes below makes no table.
    fn add_missing_headers(&mut self, header: Range<usize>, missing: usize) {
        if missing == 0 {
            return;
        }
        let written = self.source.text[header.clone()].trim_end();
        let end = header.start + written.len();
        let frame = if written.ends_with('|') { "" } else { " |" };
        let message = "this row has fewer cells than the row of dashes below, so that there would be no table";
        self.repair(&TABLE_RAGGED, header.start..end, message, vec![(end..end, [frame, &"|".repeat(missing)].concat())]);
    }

    /// A table directly below the text of a list item or quote would be more of that text: a blank line between them.
    pub(super) fn table_after(&mut self, line: &Line, matched: usize) {
        let text = line.cursor.rest();
        if self.leaf != Leaf::Paragraph || !text.trim_start().starts_with('|') {
            return;
        }
        let below = self.source.text[line.end()..].split('\n').nth(1).unwrap_or_default();
        let below = below.trim_start_matches(['>', ' ', '\t']);
        if !is_delimiter_row(trimmed(below)) {
            return;
        }
        let blank = format!("{}\n", super::containers::prefix(&self.containers[..matched]).trim_end());
        let message = "this table follows directly on a list item or quote and would become its text";
        self.repair(&TABLE_GLUED, line.content(), message, vec![(line.start..line.start, blank)]);
    }

    pub(super) fn table_line(&mut self, line: &Line<'a>, columns: usize) {
        if !line.letters.has_pipe() {
            self.leaf = Leaf::None;
            if ends_table(line.cursor.rest().trim_start()) {
                return self.leaf_line(line);
            }
            let blank = format!("{}\n", self.prefix().trim_end());
            let message = "this line follows directly on a table and would become one of its rows";
            self.repair(&TABLE_SWALLOWED_LINE, line.content(), message, vec![(line.start..line.start, blank)]);
            self.previous = Previous::default();
            return self.leaf_line(line);
        }
        if !line.cursor.rest().starts_with('|') && self.joins_row_above(line, columns) {
            return self.inline(line, false);
        }
        if line.letters.has_tick() {
            self.escape_pipes(line.content());
        }
        if self.has_backslashes {
            self.escaped_backslashes(line);
        }
        self.space_before_row(line);
        self.join_surplus_cells(line, columns);
        self.add_missing_cells(line, columns);
        self.inline(line, false);
        self.bold_of_cells(line);
    }

    /// `|\\\\|`: the second backslash is text and escapes no pipe, though the Markdown parser thinks so.
    fn escaped_backslashes(&mut self, line: &Line) {
        let text = line.cursor.rest();
        for at in memchr::memmem::find_iter(text.as_bytes(), b"\\\\|").filter(|at| !is_escaped(text, at + 2)) {
            let pipe = line.at() + at + 2;
            self.splice(pipe..pipe, " ");
        }
    }

    /// A no-break space before a row's first pipe would be a cell, and its last cell one too many.
    fn space_before_row(&mut self, line: &Line) {
        let text = line.cursor.rest();
        let length = text.len() - text.trim_start().len();
        if text[..length].contains(NO_BREAK_SPACE) && text[length..].starts_with('|') {
            let place = line.at()..line.at() + length;
            let message = "a no-break space before this row would be a cell of its own";
            self.repair(&TYPO_SPACE, place.clone(), message, vec![(place, String::new())]);
        }
    }

    fn bold_of_cells(&mut self, line: &Line) {
        let start = line.at();
        if self.may_be_bold(&line.content()) {
            cells(line.cursor.rest()).for_each(|cell| self.bold_of_text(start + cell.start..start + cell.end));
        }
    }

    /// In a cell, a `|` between backticks is code; the Markdown parser needs a backslash before it.
    fn escape_pipes(&mut self, range: Range<usize>) {
        let text = &self.source.text[range.clone()];
        let mut pipes = Vec::new();
        for code in code_spans(text) {
            let all = text[code.clone()].match_indices('|').map(|(at, _)| code.start + at);
            pipes.extend(all.filter(|at| !text[..*at].ends_with('\\')).map(|at| range.start + at));
        }
        if let Some(first) = pipes.first().copied() {
            let message = "other renderers end the cell at this `|`, and take it for no code";
            let edits = pipes.into_iter().map(|at| (at..at, "\\".to_owned())).collect();
            self.repair(&TABLE_PIPE_IN_CODE, first..first + 1, message, edits);
        }
    }

    /// A row that ends early leaves cells empty, which its author may not have meant.
    fn add_missing_cells(&mut self, line: &Line, columns: usize) {
        let text = line.cursor.rest();
        let written = text.trim_end();
        let is_framed = text.starts_with('|') && written.ends_with('|') && written.len() > 1;
        // The pipes of a full row are one more than its columns, and code may hide some of them.
        if !is_framed || memchr::memchr_iter(b'|', written.as_bytes()).count() > columns || written.contains(['`', '\\']) {
            return;
        }
        let missing = columns.saturating_sub(cells(text).count());
        if missing > 0 {
            let (start, end) = (line.at(), line.at() + written.len());
            let message = "this row has fewer cells than the table has columns";
            self.repair(&TABLE_RAGGED, start..end, message, vec![(end..end, "|".repeat(missing))]);
        }
    }

    /// Text beyond the last column would vanish, so it joins the last cell.
    fn join_surplus_cells(&mut self, line: &Line<'a>, columns: usize) {
        let text = line.cursor.rest();
        // Between so many cells stands one pipe less, and the row may have one more at each end.
        let frames = usize::from(text.starts_with('|')) + usize::from(text.trim_end().ends_with('|'));
        if memchr::memchr_iter(b'|', text.as_bytes()).count() < columns + frames {
            return;
        }
        let surplus: Vec<Range<usize>> = cells(text).skip(columns).collect();
        let surplus = if surplus.is_empty() { surplus } else { self.cells_without_links(line, columns) };
        let Some(first) = surplus.iter().find(|cell| !text[(*cell).clone()].trim().is_empty()) else { return };
        let start = line.at();
        let place = start + first.start..line.end();
        let splices = surplus.iter().map(|cell| (start + cell.start - 1..start + cell.start, " ".to_owned())).collect();
        let message = "this row has more cells than the table has columns";
        self.repair(&TABLE_RAGGED, place, message, splices);
    }
}

impl<'a> Scanner<'a> {
    /// A `|` in a link or in `<code>` divides no cells, if the row has too many of them: it gets a backslash. Gives back the cells
    /// that are too many all the same.
    fn cells_without_links(&mut self, line: &Line<'a>, columns: usize) -> Vec<Range<usize>> {
        let text = line.cursor.rest();
        let codes = code_spans(text);
        let whole: Vec<Range<usize>> = links(text).chain(elements_of_code(text)).take(MAX_WHOLE).collect();
        let is_own = |at: &usize| whole.iter().any(|range| range.contains(at)) && !codes.iter().any(|code| code.contains(at));
        let pipes: Vec<usize> =
            memchr::memchr_iter(b'|', text.as_bytes()).filter(|at| is_own(at) && !text[..*at].ends_with('\\')).collect();
        if !pipes.is_empty() {
            let at = |pipe: usize| line.at() + pipe..line.at() + pipe;
            let message = "this `|` would end the cell";
            let place = at(pipes[0]).start..at(pipes[0]).end + 1;
            self.repair(&TABLE_RAGGED, place, message, pipes.iter().map(|pipe| (at(*pipe), "\\".to_owned())).collect());
        }
        cells_between(text, [codes, whole].concat()).skip(columns).collect()
    }
}

/// Whether a line is the start of another block, which ends a table by itself (GitHub Flavored Markdown 0.29 §4.10).
fn ends_table(text: &str) -> bool {
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let is_heading = (1..=6).contains(&hashes) && (text.len() == hashes || text[hashes..].starts_with([' ', '\t', '\r', '\n']));
    is_heading || text.starts_with("```") || text.starts_with("~~~") || is_thematic_break(text) || starts_block(text)
}

/// So many links and elements of code are looked for in a row.
const MAX_WHOLE: usize = 100;

/// The start of a text: no link or code in a cell is longer, and looking on from each of many would take the square of their number.
fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(2_000)]
}

/// The places of the links of a row.
fn links(row: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memmem::find_iter(row.as_bytes(), b"](").filter_map(|middle| {
        let start = label_start(&row[..middle])?;
        let end = middle + 2 + closing_parenthesis(head(&row[middle + 2..]))?;
        Some(start..end)
    })
}

/// The insides of the `<code>` elements of a row.
fn elements_of_code(row: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memmem::find_iter(row.as_bytes(), b"<code>").filter_map(|at| {
        let length = memchr::memmem::find(head(&row[at..]).as_bytes(), b"</code>")?;
        Some(at..at + length)
    })
}

/// Whether `text` is a row of dashes and pipes, such as `|---|:--:|`.
pub fn is_delimiter_row(text: &str) -> bool {
    let known = |byte: u8| matches!(byte, b'|' | b':' | b'-' | b' ' | b'\t');
    let text = text.trim_end();
    text.contains('|')
        && text.contains('-')
        && text.bytes().all(known)
        && cells(text).all(|cell| {
            let cell = trimmed(&text[cell]);
            let dashes = cell.strip_prefix(':').unwrap_or(cell);
            let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
            !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
        })
}

/// The places of the cells of a row.
pub fn cells(row: &str) -> impl Iterator<Item = Range<usize>> {
    cells_between(row, code_spans(row))
}

/// The places of the cells of a row, where a pipe in one of `whole` divides none.
fn cells_between(row: &str, whole: Vec<Range<usize>>) -> impl Iterator<Item = Range<usize>> {
    let first = row.len() - row.trim_start().len();
    let last = row.trim_end().len();
    let mut start = first + usize::from(row[first..].starts_with('|'));
    let mut pipes = memchr::memchr_iter(b'|', row.as_bytes());
    std::iter::from_fn(move || {
        let is_end = |at: &usize| *at >= start && !is_escaped(row, *at) && !whole.iter().any(|range| range.contains(at));
        let (end, next) = match pipes.find(is_end) {
            Some(at) => (at, at + 1),
            None if start < last => (last, last),
            None => return None,
        };
        Some(std::mem::replace(&mut start, next)..end)
    })
}

/// Whether an odd number of backslashes stands before a place.
pub fn is_escaped(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// The insides of the code spans of a line, without their backticks.
pub fn code_spans(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    push_code_spans(text, &mut found);
    found
}

/// Adds the insides of the code spans of a line.
pub fn push_code_spans(text: &str, found: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let run = |at: usize| bytes[at..].iter().take_while(|byte| **byte == b'`').count();
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'`', &bytes[at..]) {
        let open = at + offset;
        let length = run(open);
        at = open + length;
        if length == 1 && (text[..open].ends_with('\\') || closes_misquoted(text, open)) {
            continue;
        }
        let mut search = at;
        while let Some(offset) = memchr::memchr(b'`', &bytes[search..]) {
            let close = search + offset;
            let close_length = run(close);
            search = close + close_length;
            if close_length == length {
                found.push(at..close);
                at = search;
                break;
            }
        }
    }
}

/// Whether the backtick at `open` ends a label that a typographic quote started: ``‘Label`{.action}``.
pub fn closes_misquoted(text: &str, open: usize) -> bool {
    let after = &text[open + 1..];
    after.starts_with('{')
        && AttributeList::parse(after).is_some_and(|list| list.has_class("action"))
        && text[..open]
            .rsplit('`')
            .next()
            .is_some_and(|before| opening_quote(before).is_some_and(|at| before.len() - at < 80 && at + 1 < before.len()))
}

/// The last quote in a text that may open one, and is no apostrophe in a word.
pub fn opening_quote(text: &str) -> Option<usize> {
    let mut quotes = text.rmatch_indices(['‘', '´', '’', '\'']).map(|(at, _)| at);
    quotes.find(|at| !text[..*at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_mind_code_and_escapes() {
        let texts = |row: &'static str| cells(row).map(|cell| &row[cell]).collect::<Vec<_>>();
        assert_eq!(texts("|a|`b|c`|d\\|e|"), ["a", "`b|c`", "d\\|e"]);
        assert_eq!(texts(" a | b"), ["a ", " b"]);
        assert_eq!(texts("| | |"), [" ", " "]);
    }

    #[test]
    fn delimiter_rows() {
        for row in ["|---|---|", "| :--- | ---: |", "--|--"] {
            assert!(is_delimiter_row(row), "{row}");
        }
        for row in ["---", "|a|", "||", "| - b |"] {
            assert!(!is_delimiter_row(row), "{row}");
        }
    }

    #[test]
    fn code_spans_need_equal_backticks() {
        assert_eq!(code_spans("`a` ``b`c`` `d"), [1..2, 6..9]);
    }
}
