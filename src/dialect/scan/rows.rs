//! Rows of pipes that are no table, since the row of dashes below the first of them is missing or mistyped.

use super::{
    Line, Scanner,
    leaves::Leaf,
    tables::{cells, is_delimiter_row},
};
use crate::diagnostic::{Diagnostic, TABLE_NO_DELIMITER, TABLE_RAGGED};

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

    /// `|—|—|` and `|---|---||` below a header: what is meant is put in its place. Gives back the row as it is read.
    pub(super) fn mend_delimiter_row(&mut self, line: &Line, text: &str) -> Option<String> {
        let (header, row) = (self.previous.content.clone(), text.trim_end());
        let start = line.end() - text.len();
        let header_text = self.source.text[header.clone()].trim_end();
        if let Some(shorter) = row.strip_suffix('|').filter(|shorter| shorter.ends_with('|') && is_delimiter_row(shorter)) {
            let surplus = |end: usize| (end - 1..end, String::new());
            let mut edits = vec![surplus(start + row.len())];
            edits.extend(header_text.ends_with("||").then(|| surplus(header.start + header_text.len())));
            let message = "this row ends in a `|` too many, so that there would be no table";
            self.repair(&TABLE_NO_DELIMITER, start..start + row.len(), message, edits);
            return Some(shorter.to_owned());
        }
        let columns = count_cells(row);
        if columns < 2 || columns != count_cells(header_text.trim_start()) || !is_mistyped_delimiter(row) {
            return None;
        }
        let meant = format!("|{}", "---|".repeat(columns));
        let place = start..start + row.len();
        let message = "other signs than dashes stand in this row, so that there would be no table";
        self.repair(&TABLE_NO_DELIMITER, place.clone(), message, vec![(place, meant.clone())]);
        Some(meant)
    }

    /// A blank line in the middle of a table: the rows below it would show their pipes.
    pub(super) fn bridges_rows(&mut self, line: &Line) -> bool {
        let Leaf::Table { columns } = self.leaf else { return false };
        let row = self.below(line);
        let next = self.source.text[line.end()..].split('\n').nth(2).unwrap_or_default().trim_start_matches(['>', ' ', '\t']);
        let is_delimiter = |row: &str| is_delimiter_row(row.trim_end()) || !row.trim().is_empty() && is_mistyped_delimiter(row);
        if count_cells(row) != columns || is_delimiter(row) || is_delimiter(next) {
            return false;
        }
        let start = line.end() + 1;
        let place = start..start + self.source.text[start..].find('\n').unwrap_or(self.source.text.len() - start);
        let message = "a blank line separates this row from its table";
        self.repair(&TABLE_NO_DELIMITER, place, message, vec![(line.start..start, String::new())]);
        true
    }

    /// A row without a `|` at its end whose last cell goes on in the next line: both are one row.
    pub(super) fn joins_row_above(&mut self, line: &Line, columns: usize) -> bool {
        let above = self.previous.content.clone();
        let (first, second) = (self.source.text[above.clone()].trim(), line.cursor.rest().trim());
        let is_cut = first.starts_with('|') && !first.ends_with('|') && !second.starts_with('|') && second.ends_with('|');
        if !is_cut || cells(first).count() + cells(second).count() != columns + 1 {
            return false;
        }
        let message = "this line is the rest of the row above and would be a row of its own";
        self.repair(&TABLE_RAGGED, line.content(), message, vec![(above.end..line.at(), " ".to_owned())]);
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
