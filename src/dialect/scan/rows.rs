//! Rows of pipes that are no table, since the row of dashes below the first of them is missing or mistyped.

use super::{
    Line, Scanner,
    leaves::Leaf,
    tables::{cells, is_delimiter_row},
};
use crate::diagnostic::{Diagnostic, TABLE_NO_DELIMITER};

impl Scanner<'_> {
    /// Looks at a line of a paragraph that starts with a pipe: with the line above it may be the start of such rows. `text` is what
    /// the line holds, without its indentation.
    pub(super) fn rows_without_table(&mut self, line: &Line, text: &str) {
        let first = self.previous.content.clone();
        let was_row = std::mem::replace(&mut self.rows_end, line.end());
        if was_row == first.end || self.is_delimiter_below(line) {
            return;
        }
        let columns = count_cells(text);
        let is_start = columns > 1 && columns == count_cells(self.source.text[first.clone()].trim());
        if !is_start {
            self.rows_end = 0;
            return;
        }
        let row = format!("|{}", "---|".repeat(columns));
        let (place, replacement) = match is_mistyped_delimiter(text) {
            true => (line.end() - text.len()..line.end(), row.clone()),
            false => (line.start..line.start, format!("{}{row}\n", self.prefix())),
        };
        let found = Diagnostic::new(&TABLE_NO_DELIMITER, self.source.span(first), "these rows are no table and show their pipes")
            .help(format!("put `{row}` below the first row"))
            .unsafe_fix(self.source.span(place), replacement);
        self.out.diagnostics.push(found);
    }

    /// A row of dashes with no row above it: a table without a header, which the Markdown parser needs.
    pub(super) fn rows_without_header(&mut self, line: &Line, text: &str) -> bool {
        let columns = count_cells(text);
        let below = count_cells(self.below(line).trim_end());
        if self.leaf == Leaf::Paragraph || columns == 0 || columns != below || !is_delimiter_row(text) {
            return false;
        }
        let header = format!("|{}\n{}", "   |".repeat(columns), self.prefix());
        let at = line.end() - text.len();
        let message = "no header stands above this row of dashes, so that there would be no table";
        self.repair(&TABLE_NO_DELIMITER, line.content(), message, vec![(at..at, header)]);
        self.leaf = Leaf::Table { columns };
        true
    }

    /// Whether a table starts below a line, with the line as its header.
    fn is_delimiter_below(&self, line: &Line) -> bool {
        is_delimiter_row(self.below(line).trim_end())
    }
}

/// How many cells a row between pipes has; none for another text.
fn count_cells(text: &str) -> usize {
    let text = text.trim_end();
    let is_row = text.len() > 1 && text.starts_with('|') && text.ends_with('|');
    if is_row { cells(text).count() } else { 0 }
}

/// Whether a row holds nothing but what was typed instead of dashes.
fn is_mistyped_delimiter(text: &str) -> bool {
    let is_sign = |letter: char| matches!(letter, '-' | '–' | '—' | '−' | '_' | '=' | ':' | '|' | ' ' | '\t');
    text.chars().all(is_sign) && text.contains(['-', '–', '—', '−', '_', '='])
}
