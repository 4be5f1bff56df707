//! The one door to the YAML library: text to nodes that know their places.
//!
//! Every scalar is kept as it was written (`08`, `no` and `1.10` are texts); who reads a field says what it must be.

mod chunks;
mod raw;

pub use chunks::{Chunk, chunks, is_key_line};

use crate::{
    diagnostic::{Code, Diagnostic, FILE_ENCODING, FILE_UNREADABLE},
    source::SourceTree,
    text::{FileId, Span, Spanned, with_line_feeds},
};
use std::ops::Range;

/// The longest text that is read as YAML, in bytes. Configuration, metadata and services are far smaller; what is
/// longer is a mistake or an attack, and is refused at once.
pub const MAX_BYTES: usize = 1 << 20;

/// A value of a YAML text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// A scalar with its quotes; of a list or mapping, from its first byte to the end of its last item. An alias
    /// (`*name`) is where it is used.
    pub span: Span,
}

/// What a [`Node`] may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar: what quotes and blocks mean, and otherwise the author's own spelling.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping in the author's order. A key may stand twice.
    Map(Vec<Entry>),
}

/// A key of a mapping with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Spanned<String>,
    /// Its value.
    pub value: Node,
}

/// Why a text is no YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    /// Where the library stopped.
    pub span: Span,
    /// Its reason: lower case, no full stop.
    pub message: String,
    /// What usually mends it.
    pub help: &'static str,
}

impl YamlError {
    /// As an author's mistake of kind `code`.
    pub fn into_diagnostic(self, code: &'static Code) -> Diagnostic {
        Diagnostic::new(code, self.span, format!("not valid YAML: {}", self.message)).help(self.help)
    }
}

/// What usually mends a text that the library does not take.
const HELP: &str = "put values that hold a colon, a bracket or a quote in quotes, and indent with spaces";

/// How many entries of a broken mapping are read one by one. No honest file has more.
const MAX_CHUNKS: usize = 1_000;

/// The bytes `range` of the file's `text` as one YAML document.
///
/// # Errors
/// Where it is no YAML, is longer than [`MAX_BYTES`], nests deeper or repeats more than any honest file.
pub fn parse(file: FileId, text: &str, range: Range<usize>) -> Result<Node, YamlError> {
    let start = range.start;
    let Some(yaml) = text.get(range.clone()) else {
        return Err(YamlError { span: Span::top(file), message: "the text ends inside a character".into(), help: HELP });
    };
    if yaml.len() > MAX_BYTES {
        let message = format!("the text is longer than {} bytes", crate::words::thousands(MAX_BYTES));
        return Err(YamlError { span: Span::new(file, start..start), message, help: HELP });
    }
    raw::parse(yaml, file, start)
}

/// The mapping that the whole `text` is, entry by entry: where one entry is broken, the others are still read.
/// A byte order mark is accepted, and an empty text is an empty mapping.
pub fn mapping(file: FileId, text: &str) -> (Node, Vec<YamlError>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let error = match parse(file, text, start..text.len()) {
        Ok(node) => return (node, Vec::new()),
        Err(error) => error,
    };
    let mut entries = Vec::new();
    let mut errors = Vec::new();
    if text.len() <= MAX_BYTES {
        for chunk in chunks(text, start..text.len()).into_iter().take(MAX_CHUNKS) {
            match parse(file, text, chunk.range) {
                Ok(Node { value: Value::Map(found), .. }) => entries.extend(found),
                Ok(_) => {}
                Err(error) => errors.push(error),
            }
        }
    }
    if errors.is_empty() {
        errors.push(error);
    }
    (Node { value: Value::Map(entries), span: Span::new(file, start..text.len()) }, errors)
}

/// The text of a file.
///
/// # Errors
/// A diagnostic where the file cannot be read or is not UTF-8.
pub fn load(tree: &SourceTree, file: FileId) -> Result<String, Diagnostic> {
    let bytes = bytes(tree, file)?;
    text(&bytes, tree, file).map(str::to_owned)
}

/// The bytes of a file that holds a text; see [`with_line_feeds`].
///
/// # Errors
/// A diagnostic where the file cannot be read.
pub fn bytes(tree: &SourceTree, file: FileId) -> Result<Vec<u8>, Diagnostic> {
    tree.read(file).map(with_line_feeds).map_err(|error| {
        let message = format!("cannot read `{}`: {error}", tree.path(file));
        Diagnostic::new(&FILE_UNREADABLE, Span::top(file), message)
    })
}

/// What the bytes of `file` spell.
///
/// # Errors
/// A diagnostic where they are not UTF-8.
pub fn text<'b>(bytes: &'b [u8], tree: &SourceTree, file: FileId) -> Result<&'b str, Diagnostic> {
    simdutf8::compat::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Diagnostic::new(&FILE_ENCODING, Span::new(file, at..at + 1), format!("`{}` is not UTF-8", tree.path(file)))
            .help("save the file as UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    /// The node as one line, each scalar with the bytes it came from.
    fn show(text: &str, node: &Node, out: &mut String) {
        match &node.value {
            Value::Null => out.push('-'),
            Value::Text(value) => write!(out, "{value:?}<{}>", text[node.span.range()].escape_debug()).unwrap(),
            Value::List(items) => {
                out.push('[');
                items.iter().for_each(|item| {
                    show(text, item, out);
                    out.push(' ');
                });
                out.push(']');
            }
            Value::Map(entries) => {
                out.push('{');
                entries.iter().for_each(|entry| {
                    write!(out, "{}: ", entry.key.value).unwrap();
                    show(text, &entry.value, out);
                    out.push(' ');
                });
                out.push('}');
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let (node, errors) = mapping(FileId(0), text);
        let mut out = String::new();
        show(text, &node, &mut out);
        for error in errors {
            write!(out, "\n{}: {}", error.span.start, error.message).unwrap();
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn scalars_stay_as_they_were_written() {
        check(
            "order: 08\nno: no\nversion: 1.10\nhex: 0x1F\nnot: .nan\nbig: 123456789012345678901234567890\nday: 2024-03-15\n",
            expect![[
                r#"{order: "08"<08> no: "no"<no> version: "1.10"<1.10> hex: "0x1F"<0x1F> not: ".nan"<.nan> big: "123456789012345678901234567890"<123456789012345678901234567890> day: "2024-03-15"<2024-03-15> }"#
            ]],
        );
    }

    #[test]
    fn quotes_and_blocks_mean_what_yaml_says() {
        check(
            "é: \"\\u00e9\"\ns: 'it''s' # why\nf: >-\n  one\n  two\nn:\nt: ~\n",
            expect![[r#"{é: "é"<\"\\u00e9\"> s: "it's"<\'it\'\'s\'> f: "one two"<one\n  two> n: - t: - }"#]],
        );
    }

    #[test]
    fn lists_and_mappings_nest() {
        check(
            "a: [1, { b: x }]\nc:\n- d\n? [e]\n: f\n08: g\n~: h\n",
            expect![[r#"{a: ["1"<1> {b: "x"<x> } ] c: ["d"<d> ] [: "f"<f> 08: "g"<g> ~: "h"<h> }"#]],
        );
    }

    #[test]
    fn an_alias_stands_where_it_is_used() {
        check("a: &x 08\nb: *x\n", expect![[r#"{a: "08"<08> b: "08"<*x> }"#]]);
    }

    #[test]
    fn a_byte_order_mark_and_crlf_move_no_span() {
        check("\u{feff}a: b\r\nc: d\r\n", expect![[r#"{a: "b"<b> c: "d"<d> }"#]]);
    }

    #[test]
    fn a_broken_entry_leaves_the_others() {
        check(
            "a: 1\nb: c: d\ne: [\nf: 2\n",
            expect![[r#"
                {a: "1"<1> f: "2"<2> }
                9: mapping values are not allowed in this context
                16: unclosed bracket `[`"#]],
        );
    }

    #[test]
    fn what_is_no_yaml_at_all_is_refused_once() {
        check(
            "- a\nb",
            expect![[r#"
                {}
                4: simple key expected `:`"#]],
        );
    }

    #[test]
    fn bombs_are_refused() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..9 {
            let alias = vec![format!("*a{}", level - 1); 10].join(", ");
            writeln!(bomb, "a{level}: &a{level} [{alias}]").unwrap();
        }
        assert!(parse(FileId(0), &bomb, 0..bomb.len()).is_err());
        let deep = "[".repeat(100_000);
        assert!(parse(FileId(0), &deep, 0..deep.len()).is_err());
        let long = "a: b\n".repeat(10 << 20);
        assert!(mapping(FileId(0), &long).1[0].message.contains("longer"));
    }
}
