//! The fast way: lines `key: value` whose meaning needs no YAML library.

use super::{Delimiter, MAX_BYTES, block, keys::Reader};
use std::{borrow::Cow, ops::Range};

/// Reads the lines from `start` to the closing delimiter. `None`, and a reader to throw away, where a line is not simple.
pub(super) fn read(reader: &mut Reader<'_>, start: usize) -> Option<Delimiter> {
    let text = reader.text;
    let mut at = start;
    let mut routes = false;
    while at < text.len() && at - start <= MAX_BYTES {
        let (range, next) = block::line(text, at);
        let line = text.get(range.clone())?;
        if block::is_delimiter(line) {
            return Some(Delimiter { line: range, next });
        }
        // A heading is a comment to YAML, and more than that if the closing delimiter was forgotten.
        if line.starts_with("##") {
            return None;
        }
        if !line.is_empty() && !line.starts_with('#') {
            let indent = line.bytes().take_while(|byte| *byte == b' ').count();
            let (key, value) = split(line.get(indent..)?)?;
            // Copies of a page say so in a nested entry; nothing else in common use is nested.
            let name = match (indent, routes, key) {
                (0, ..) => key,
                (_, true, "canonical") => "routes.canonical",
                _ => return None,
            };
            let key_start = range.start + indent;
            let value_start = key_start + (line.len() - indent - value.len());
            let value = simple(value)?;
            routes = indent == 0 && key == "routes" && matches!(value, Simple::Nothing);
            read_entry(reader, name, key_start..key_start + key.len(), value, value_start);
        }
        at = next;
    }
    None
}

fn read_entry(reader: &mut Reader<'_>, name: &str, key: Range<usize>, value: Simple<'_>, start: usize) {
    let field = reader.field(name, key);
    if let (Some(field), Simple::Text(value, range)) = (field, value) {
        reader.scalar(field, name, value, start + range.start..start + range.end);
    }
}

/// The key and what follows its colon.
fn split(line: &str) -> Option<(&str, &str)> {
    let length = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let (key, rest) = line.split_at_checked(length)?;
    let value = rest.strip_prefix(':')?;
    (length > 0 && (value.is_empty() || value.starts_with(' '))).then_some((key, value))
}

/// What a value means.
#[derive(Debug, PartialEq, Eq)]
enum Simple<'a> {
    Nothing,
    /// A text, and its bytes in the value, with quotes.
    Text(Cow<'a, str>, Range<usize>),
}

/// The meaning of a value on one line. `None` where only YAML's own rules tell.
fn simple(value: &str) -> Option<Simple<'_>> {
    let start = value.len() - value.trim_start_matches(' ').len();
    let written = value.trim_matches(' ');
    let end = start + written.len();
    if written.bytes().any(|byte| byte.is_ascii_control()) {
        return None;
    }
    let first = *written.as_bytes().first().unwrap_or(&b'~');
    match first {
        b'\'' => single_quoted(written).map(|text| Simple::Text(text, start..end)),
        b'"' => double_quoted(written).map(|text| Simple::Text(text.into(), start..end)),
        b'~' if written.len() <= 1 => Some(Simple::Nothing),
        b'(' | b'/' | b'.' | b'+' | b'$' | b'<' => plain(written).map(|text| Simple::Text(text.into(), start..end)),
        _ if first.is_ascii_alphanumeric() || first >= 0x80 => plain(written).map(|text| Simple::Text(text.into(), start..end)),
        _ => None,
    }
}

fn single_quoted(written: &str) -> Option<Cow<'_, str>> {
    let inner = written.strip_prefix('\'')?.strip_suffix('\'')?;
    if !inner.contains('\'') {
        return Some(inner.into());
    }
    let text = inner.replace("''", "\0");
    (!text.contains('\'')).then(|| text.replace('\0', "'").into())
}

fn double_quoted(written: &str) -> Option<&str> {
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['"', '\\'])).then_some(inner)
}

fn plain(written: &str) -> Option<&str> {
    let bytes = written.as_bytes();
    let has_indicator = memchr::memchr2_iter(b':', b'#', bytes).any(|at| match bytes.get(at) {
        Some(b':') => bytes.get(at + 1).is_none_or(|next| *next == b' '),
        _ => at > 0 && bytes.get(at - 1) == Some(&b' '),
    });
    let is_null = matches!(written, "null" | "Null" | "NULL");
    (!has_indicator && !is_null && !written.starts_with('\u{feff}')).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::yaml::{self, Value},
        text::FileId,
    };

    /// Values of every kind; what is said to be simple means what the library says.
    const VALUES: &[&str] = &[
        "",
        " ",
        " ~",
        " null",
        " plain",
        "  two words ",
        " 08",
        " 2024-03-15",
        " -5",
        " - a",
        " -",
        " ?",
        " ? a",
        " :",
        " a:",
        " a: b",
        " a:b",
        " a #b",
        " a#b",
        " #b",
        " #",
        " C# and more",
        " 'it''s'",
        " 'it's'",
        " '",
        " ''",
        " '''",
        " ''''",
        " 'a' b",
        " \"a\"",
        " \"\"",
        " \"",
        " \"a\\n\"",
        " \"a\" b",
        " \"a\" # b",
        " [a]",
        " {a}",
        " @a",
        " `a`",
        " %a",
        " &a",
        " &a b",
        " *a",
        " !a b",
        " | ",
        " >-",
        " a | b",
        " (a)",
        " /a/b",
        " .a",
        " ...",
        " ---",
        " --- a",
        " « a »",
        " “a”",
        " é: b",
        " é",
        " a\tb",
        " a\t#b",
        "\ta",
        " <a>",
        " <<",
        " $a",
        " +1",
        " =",
        " ,a",
        " a, b",
        " true",
        " No",
        " https://example.net/a?b#c",
        " a\u{a0}: b",
        " a\u{a0}#b",
        " \u{feff}a",
        " a\u{7f}b",
        " ~a",
        " .nan",
        " 0x1F",
        " 1e3",
        " a 'b' \"c\"",
        " a]",
        " a}",
        " ;a",
        " Null",
        " a\\b",
    ];

    #[test]
    fn what_is_simple_means_what_yaml_says() {
        let mut simple_ones = 0;
        for written in VALUES {
            let text = format!("key:{written}\n");
            let Some(meaning) = simple(written) else { continue };
            simple_ones += 1;
            let node = yaml::parse(FileId(0), &text, 0..text.len()).unwrap_or_else(|error| panic!("{written:?}: {error:?}"));
            let Value::Map(entries) = node.value else { panic!("{written:?}") };
            let expected = match &entries[0].value.value {
                Value::Null => Simple::Nothing,
                Value::Text(text) => {
                    let range = entries[0].value.span.range();
                    Simple::Text(text.into(), range.start - 4..range.end - 4)
                }
                other => panic!("{written:?}: {other:?}"),
            };
            assert_eq!(meaning, expected, "{written:?}");
        }
        assert!(simple_ones > 35, "the common spellings are simple: {simple_ones}");
    }
}
