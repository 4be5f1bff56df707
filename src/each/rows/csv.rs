//! Rows of a table with a line of column names, as spreadsheets write it.

use super::{Found, Record};
use crate::{
    diagnostic::{Diagnostic, EACH_SYNTAX},
    text::{FileId, Span, Spanned},
};
use csv::{ReaderBuilder, StringRecord, Trim};
use std::ops::Range;

/// The rows of `text`, whose columns are parted by commas, or by what parts the column names.
pub fn read(file: FileId, text: &str, found: &mut Found) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let body = &text[start..];
    let separator = separator(body);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).trim(Trim::All).from_reader(body.as_bytes());
    let mut header: Option<Vec<Spanned<String>>> = None;
    for record in reader.records() {
        match (record, &header) {
            (Err(error), _) => found.wrong.push(broken(file, text, &error)),
            (Ok(record), None) => header = Some(cells(file, text, start, separator, &record).1),
            (Ok(record), Some(header)) => {
                let (span, cells) = cells(file, text, start, separator, &record);
                found.records.push(named(span, header, cells));
            }
        }
    }
}

/// A semicolon or a tab, where it parts the column names and no comma does: spreadsheets write what their language wants.
fn separator(body: &str) -> u8 {
    let header = body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [b',', b';', b'\t'].into_iter().find(|separator| header.as_bytes().contains(separator)).unwrap_or(b',')
}

fn broken(file: FileId, text: &str, error: &csv::Error) -> Diagnostic {
    let at = error.position().map_or(0, |position| position.byte() as usize).min(text.len());
    Diagnostic::new(&EACH_SYNTAX, Span::new(file, at..at), format!("not valid CSV: {error}"))
}

/// A record's place, and its cells with theirs.
fn cells(file: FileId, text: &str, start: usize, separator: u8, record: &StringRecord) -> (Span, Vec<Spanned<String>>) {
    let from = start + record.position().map_or(0, |position| position.byte() as usize);
    let from = from + text[from..].len() - text[from..].trim_start_matches(['\r', '\n']).len();
    let places = places(&text[from..], separator);
    let span = |range: &Range<usize>| Span::new(file, from + range.start..from + range.end);
    let whole = 0..places.last().map_or(0, |place| place.end);
    let cells = record.iter().zip(&places).map(|(value, place)| Spanned { value: value.to_owned(), span: span(place) });
    (span(&whole), cells.collect())
}

/// Where the cells of the first record of `text` stand, without the spaces around them.
fn places(text: &str, separator: u8) -> Vec<Range<usize>> {
    let (mut places, mut from, mut quoted) = (Vec::new(), 0, false);
    let mut end = text.len();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => {
                end = at;
                break;
            }
            _ if byte == separator && !quoted => {
                places.push(trimmed(text, from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    places.push(trimmed(text, from..end));
    places
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + slice.len() - slice.trim_start().len();
    start..start + slice.trim().len()
}

/// The cells with the names of their columns; what stands beyond the last column has none.
fn named(span: Span, header: &[Spanned<String>], cells: Vec<Spanned<String>>) -> Record {
    let nameless = |cell: &Spanned<String>| Spanned { value: String::new(), span: cell.span };
    let name = |at: usize, cell: &Spanned<String>| header.get(at).cloned().unwrap_or_else(|| nameless(cell));
    let cells = cells.into_iter().enumerate().map(|(at, cell)| (name(at, &cell), cell));
    Record { span, cells: cells.collect() }
}
