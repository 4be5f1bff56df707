//! One Fluent file: its messages, and its mistakes with their places.

use super::uses::{Use, Uses};
use crate::{
    corpus::slices::place,
    diagnostic::{Diagnostic, MESSAGES_SYNTAX},
    text::{FileId, Span},
};
use fluent_bundle::FluentResource;
use fluent_syntax::{
    ast,
    parser::{ErrorKind, ParserError},
};
use std::ops::Range;

/// How many braces and parentheses may open in a message. Fluent's parser recurses at each; people open ten.
const MAX_OPEN: usize = 250;

/// A Fluent file that was read. What could not be read is left out.
pub(super) struct MessageFile {
    /// For a bundle.
    pub resource: FluentResource,
    /// Messages and terms in the order of the file.
    pub entries: Vec<Entry>,
    /// The file, if it is one of the site's.
    pub file: Option<FileId>,
    /// How many bytes of the file stand before the resource's text.
    skipped: usize,
}

/// A message, or a term (`-brand`).
pub(super) struct Entry {
    /// Its id, of a term without the `-`: Fluent keeps both in one drawer.
    pub name: String,
    pub is_term: bool,
    /// Whether it has more than attributes.
    pub has_text: bool,
    /// What its text refers to.
    pub uses: Uses,
    range: Range<usize>,
}

impl MessageFile {
    /// Reads `text`. Mistakes are reported if `file` says where.
    pub fn parse(file: Option<FileId>, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let skipped = text.len() - body.len();
        let (body, excess) = match excess(body) {
            Some(at) => ("", Some(at)),
            None => (body, None),
        };
        let (resource, errors) = match FluentResource::try_new(body.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let entries = resource.entries().filter_map(|entry| read_entry(entry, resource.source())).collect();
        let this = Self { resource, entries, file, skipped };
        diagnostics.extend(excess.and_then(|at| this.diagnostic(at..at, format!("a message opens more than {MAX_OPEN} brackets"))));
        diagnostics.extend(errors.iter().filter_map(|error| this.syntax(error)));
        diagnostics.extend(this.indented());
        this
    }

    /// Comments and messages that are indented: Fluent takes them for lines of the text above, and readers would see them.
    fn indented(&self) -> Vec<Diagnostic> {
        let texts = self.resource.entries().filter_map(|entry| match entry {
            ast::Entry::Message(message) => message.value.as_ref(),
            ast::Entry::Term(term) => Some(&term.value),
            _ => None,
        });
        let lines = texts.flat_map(|text| text.elements.iter().skip(1)).filter_map(|part| match part {
            ast::PatternElement::TextElement { value } => Some(value.trim()),
            ast::PatternElement::Placeable { .. } => None,
        });
        let begins = |at: usize| self.resource.source()[..at].trim_end_matches(' ').ends_with('\n');
        let tell = |line: &str| {
            let what = if line.starts_with('#') { "comment" } else { "message" };
            let place = Some(place(self.resource.source(), line)).filter(|place| begins(place.start))?;
            let found = self.diagnostic(place, format!("this {what} is indented, so it belongs to the text above"))?;
            Some(found.help("take away the spaces before it"))
        };
        lines.filter(|line| line.starts_with('#') || is_message(line)).filter_map(tell).collect()
    }

    /// Where the entry's id stands, if this is a file of the site.
    pub fn span(&self, entry: &Entry) -> Option<Span> {
        Some(self.span_of(entry.range.clone(), self.file?))
    }

    /// Where the reference stands, if this is a file of the site.
    pub fn span_of_use(&self, used: &Use) -> Option<Span> {
        Some(self.span_of(used.range.clone(), self.file?))
    }

    fn span_of(&self, range: Range<usize>, file: FileId) -> Span {
        Span::new(file, range.start + self.skipped..range.end + self.skipped)
    }

    fn diagnostic(&self, range: Range<usize>, message: String) -> Option<Diagnostic> {
        Some(Diagnostic::new(&MESSAGES_SYNTAX, self.span_of(range, self.file?), message))
    }

    fn syntax(&self, error: &ParserError) -> Option<Diagnostic> {
        let text = self.resource.source();
        let clamp = |at: usize| (at.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let (start, end) = (clamp(error.pos.start), clamp(error.pos.end));
        // What is missing at the end of a line is noticed in the next one.
        let written = text[..start].trim_end().len();
        let is_missing = matches!(error.kind, ErrorKind::ExpectedToken(_)) && text[written..start].contains('\n');
        let (start, end) = if is_missing { (written, written) } else { (start, end) };
        Some(self.diagnostic(start..end, describe(&error.kind))?.help(help(&error.kind)))
    }
}

/// Whether a line of text looks like a message: `name = text`.
fn is_message(line: &str) -> bool {
    let Some((name, _)) = line.split_once(" = ") else { return false };
    name.contains('-') && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn read_entry(entry: &ast::Entry<&str>, source: &str) -> Option<Entry> {
    let (id, value, is_term) = match entry {
        ast::Entry::Message(message) => (&message.id, message.value.as_ref(), false),
        ast::Entry::Term(term) => (&term.id, Some(&term.value), true),
        _ => return None,
    };
    let uses = value.map(|pattern| Uses::of(pattern, source)).unwrap_or_default();
    Some(Entry { name: id.name.to_owned(), is_term, has_text: value.is_some(), uses, range: place(source, id.name) })
}

/// The library's reason, in our style.
fn describe(kind: &ErrorKind) -> String {
    if let ErrorKind::ExpectedToken(token) = kind {
        return format!("a `{token}` is missing");
    }
    let reason = kind.to_string().replace('"', "`");
    let mut letters = reason.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn help(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnbalancedClosingBrace => "write `{\"}\"}` for a brace that readers shall see",
        ErrorKind::MissingDefaultVariant => "put `*` before the variant for all other cases: `*[other]`",
        ErrorKind::ExpectedToken(_) => "write it there; the message is left out until then",
        ErrorKind::UnterminatedStringLiteral => "close the quotes on the same line",
        _ => "a message is `id = text`, and the lines that go on are indented; what is wrong here is left out up to the next message",
    }
}

/// Where a message opens so many brackets that parsing it could exhaust the stack.
fn excess(text: &str) -> Option<usize> {
    let mut open = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // Only here can an entry begin: inside a placeable, no `=` follows a word.
        if starts_entry(line) {
            open = 0;
        }
        open += if line.starts_with('#') { 0 } else { line.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count() };
        if open > MAX_OPEN {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn starts_entry(line: &str) -> bool {
    let after = line.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_'));
    after.len() < line.len() && after.trim_start_matches(' ').starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let mut diagnostics = Vec::new();
        let file = MessageFile::parse(Some(FileId(0)), text, &mut diagnostics);
        let mut out = String::new();
        for entry in &file.entries {
            let place = &text[file.span(entry).unwrap().range()];
            writeln!(out, "{place}: {:?}", entry.uses.variables().collect::<Vec<_>>()).unwrap();
        }
        for found in diagnostics {
            writeln!(out, "{:?} {}", &text[found.span.range()], found.message).unwrap();
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn a_mistake_leaves_the_other_messages() {
        check(
            "\u{feff}a = é { $x }\r\n\r\nb é\nc = { $n ->\n [one] 1\n}\nd = }\ne = { \"\nf = ok\n",
            expect![[r#"
                a: ["x"]
                f: []
                "é" a `=` is missing
                "}" the select expression must have a default variant
                "}" unbalanced closing brace
                "\n" unterminated string literal
            "#]],
        );
    }

    #[test]
    fn a_file_may_end_anywhere() {
        check(
            "a",
            expect![[r#"
                "" a `=` is missing
            "#]],
        );
        check(
            "a = {",
            expect![[r#"
            "" expected an inline expression
        "#]],
        );
        check("", expect![""]);
    }

    #[test]
    fn brackets_without_end_are_refused() {
        for bomb in ["a = ".to_owned() + &"{".repeat(100_000), "a = {\n".to_owned() + &"F(\n".repeat(100_000)] {
            let mut diagnostics = Vec::new();
            let file = MessageFile::parse(Some(FileId(0)), &bomb, &mut diagnostics);
            assert_eq!((file.entries.len(), &*diagnostics[0].message), (0, "a message opens more than 250 brackets"));
        }
        let deepest = "a = ".to_owned() + &"{".repeat(MAX_OPEN);
        assert!(excess(&deepest).is_none(), "it is parsed, on a test's small stack");
        MessageFile::parse(None, &deepest, &mut Vec::new());
        assert!(excess(&"a = { $x }\n".repeat(1000)).is_none(), "each message counts alone");
    }
}
