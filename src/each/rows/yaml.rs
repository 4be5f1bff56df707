//! Rows of a YAML list: `- { name: acme, email-pro.server: 3 }`.

use super::{Found, Record};
use crate::{
    corpus::yaml::{self, Node, Value},
    diagnostic::{Diagnostic, EACH_SYNTAX},
    text::{FileId, Span, Spanned},
};
use std::ops::Range;

/// The items of the list that `text` is. Each is read by itself, so that a list may be long, and one mistake is one mistake.
pub fn read(file: FileId, text: &str, found: &mut Found) {
    for range in items(text) {
        match yaml::parse(file, text, range).map(|node| (node.span, node.value)) {
            Ok((_, Value::List(items))) => items.into_iter().for_each(|item| match record(item) {
                Ok(record) => found.records.push(record),
                Err(wrong) => found.wrong.push(wrong),
            }),
            Ok((_, Value::Null)) => {}
            Ok((span, _)) => found.wrong.push(no_list(span)),
            Err(error) => found.wrong.push(error.into_diagnostic(&EACH_SYNTAX)),
        }
    }
}

/// The bytes of each item at the left margin; all of it where there is none.
fn items(text: &str) -> Vec<Range<usize>> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut starts: Vec<usize> = Vec::new();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.starts_with("- ") || line.trim_end() == "-" {
            starts.push(at);
        }
        at += line.len();
    }
    if starts.is_empty() {
        starts.push(start);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

fn no_list(span: Span) -> Diagnostic {
    Diagnostic::new(&EACH_SYNTAX, span, "the sites are a list").help("write each as `- { name: acme, email-pro.server: 3 }`")
}

fn record(item: Node) -> Result<Record, Diagnostic> {
    let Value::Map(entries) = item.value else {
        return Err(Diagnostic::new(&EACH_SYNTAX, item.span, "a site is a mapping").help("write `name: acme` and a line for each value"));
    };
    let cells = entries.into_iter().map(|entry| {
        let span = entry.value.span;
        match entry.value.value {
            Value::Text(value) => Ok((entry.key, Spanned { value, span })),
            Value::Null => Ok((entry.key, Spanned { value: String::new(), span })),
            _ => Err(Diagnostic::new(&EACH_SYNTAX, span, format!("`{}` is one value", entry.key.value))),
        }
    });
    let span = Span { end: item.span.start, ..item.span };
    Ok(Record { span, cells: cells.collect::<Result<_, _>>()? })
}
