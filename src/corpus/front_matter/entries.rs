//! The slow way: front matter that only the YAML library understands, or that it refuses.

use super::{
    Delimiter, MAX_BYTES, block,
    keys::{self, Field, Reader},
};
use crate::{
    corpus::yaml::{self, Chunk, Entry, Node, Value, YamlError},
    diagnostic::{Diagnostic, FM_UNCLOSED, FM_UNKNOWN_KEY, FM_VALUE, FM_YAML},
    text::Span,
};
use std::ops::Range;

/// Reads the entries after `opening`, and gives the closing delimiter.
pub(super) fn read(reader: &mut Reader<'_>, opening: &Delimiter) -> Delimiter {
    let text = reader.text;
    let Some(closing) = block::closing(text, opening.next) else {
        let end = block::end_of_entries(text, opening.next);
        return unclosed(reader, opening, end);
    };
    let yaml = opening.next..closing.line.start;
    if yaml.len() > MAX_BYTES {
        too_long(reader, opening);
        return closing;
    }
    // Before the library: prose with a colon in it is a mapping to YAML, and would vanish.
    if let Some(end) = block::body_inside(text, yaml.clone()) {
        return unclosed(reader, opening, end);
    }
    parse(reader, yaml);
    closing
}

fn parse(reader: &mut Reader<'_>, yaml: Range<usize>) {
    match yaml::parse(reader.file, reader.text, yaml.clone()) {
        Ok(node) => mapping(reader, &node),
        Err(error) => chunks(reader, yaml, error),
    }
}

/// Reads the entries up to `end`, where a delimiter was forgotten.
fn unclosed(reader: &mut Reader<'_>, opening: &Delimiter, end: usize) -> Delimiter {
    let text = reader.text;
    let yaml = opening.next..end;
    let missing = reader.span(end..end);
    let line_break = if text.get(opening.line.end..opening.next) == Some("\r\n") { "\r\n" } else { "\n" };
    let before = if text.get(..end).is_some_and(|text| text.ends_with('\n')) { "" } else { line_break };
    let diagnostic = Diagnostic::new(&FM_UNCLOSED, reader.span(opening.line.clone()), "the front matter is never closed")
        .help("write `---` below its last line")
        .fix(missing, format!("{before}---{line_break}"));
    reader.diagnostics.push(diagnostic);
    if yaml.len() > MAX_BYTES {
        too_long(reader, opening);
    } else {
        parse(reader, yaml);
    }
    Delimiter { line: end..end, next: end }
}

fn too_long(reader: &mut Reader<'_>, opening: &Delimiter) {
    let message = format!("the front matter is longer than {} bytes", crate::words::thousands(MAX_BYTES));
    reader.report(&FM_YAML, opening.line.clone(), message, "close it with `---` below its last key");
}

fn mapping(reader: &mut Reader<'_>, node: &Node) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|each| entry(reader, each)),
        Value::Null => {}
        _ => reader.report(&FM_YAML, node.span.range(), "the front matter is no mapping", "write lines like `key: value`"),
    }
}

fn entry(reader: &mut Reader<'_>, entry: &Entry) {
    let (name, node) = (&*entry.key.value, &entry.value);
    if let Some((name, _)) = name.split_once(':').filter(|(name, _)| keys::is_known(name)) {
        return glued(reader, name, entry.key.span.range());
    }
    let Some(field) = reader.field(name, entry.key.span.range()) else { return };
    match (&node.value, field) {
        (_, Field::Ignored) => {}
        (Value::Null | Value::Text(_), field) if field.is_scalar() && lost_words(reader, field, entry) => {}
        (Value::Null, _) => {}
        (Value::Text(text), _) => reader.scalar(field, name, text.into(), node.span.range()),
        (Value::Map(entries), Field::Routes) => routes(reader, entries),
        (Value::List(items), Field::Aliases) => {
            for item in items {
                match &item.value {
                    Value::Text(text) => reader.scalar(field, name, text.into(), item.span.range()),
                    _ => reader.report(
                        &FM_VALUE,
                        item.span.range(),
                        "an alias must be an address",
                        "put it in quotes if it holds a colon or bracket",
                    ),
                }
            }
        }
        (Value::List(_) | Value::Map(_), _) => no_scalar(reader, field, entry),
    }
}

/// `title: &Mail` and `title: #Mail`: to YAML an anchor and a comment, which would vanish. Read as it stands, and told so.
fn lost_words(reader: &mut Reader<'_>, field: Field, entry: &Entry) -> bool {
    let key_end = entry.key.span.range().end;
    let (line, _) = block::line(reader.text, key_end);
    let Some(colon) = reader.text.get(line.clone()).and_then(|written| written.find(':')) else { return false };
    let written = &reader.text[key_end + colon + 1..line.end];
    let start = line.end - written.trim_start().len();
    let is_text = matches!(field, Field::Title | Field::Excerpt);
    let mut letters = written.trim().chars();
    let is_lost = match (letters.next(), letters.next()) {
        (Some('&' | '!'), Some(_)) => true,
        (Some('#'), Some(next)) => is_text && !next.is_whitespace(),
        _ => false,
    };
    if is_lost {
        literal(reader, field, &entry.key.value, key_end, start..start + written.trim().len());
    } else if is_text
        && !written.trim().starts_with(['"', '\'', '#', '|', '>'])
        && let Some(at) = written.find(" #")
    {
        let comment = key_end + colon + 1 + at + 1..line.end;
        let message = format!("what follows the `#` is no part of `{}`", entry.key.value);
        reader.report(&FM_VALUE, comment, message, "put the whole value in quotes if it is; to YAML it is a comment");
    }
    is_lost
}

/// `title:Read: it`: to YAML the key is all before the last colon. `key` is where that stands.
fn glued(reader: &mut Reader<'_>, name: &str, key: Range<usize>) {
    let key_end = key.start + name.len();
    let (line, _) = block::line(reader.text, key_end);
    let written = reader.text.get(line).unwrap_or_default();
    let value = written.strip_prefix(':').unwrap_or(written).trim();
    let start = key_end + written.find(value).unwrap_or(0);
    if let Some(field) = reader.field(name, key.start..key_end) {
        literal(reader, field, name, key_end, start..start + value.len());
    }
}

fn routes(reader: &mut Reader<'_>, entries: &[Entry]) {
    for entry in entries {
        let range = entry.key.span.range();
        match (&*entry.key.value, &entry.value.value) {
            ("canonical", Value::Text(text)) => {
                if let Some(field) = reader.field("routes.canonical", range) {
                    reader.scalar(field, "canonical", text.into(), entry.value.span.range());
                }
            }
            ("canonical", Value::Null) => {}
            ("canonical", _) => reader.report(&FM_VALUE, range, "`canonical` must be an address", "write it like `https://example.com/`"),
            (other, _) => {
                let message = format!("unknown key `{other}` in `routes`");
                reader.report(&FM_UNKNOWN_KEY, range, message, "the only one is `canonical`");
            }
        }
    }
}

/// A list or mapping where a scalar belongs. A title that begins with a bracket is one by accident: read as it stands.
fn no_scalar(reader: &mut Reader<'_>, field: Field, entry: &Entry) {
    let start = entry.value.span.range().start;
    let (line, _) = block::line(reader.text, start);
    let written = reader.text.get(line).unwrap_or_default().trim_end();
    if field.is_scalar() && written.starts_with(['[', '{']) && start + written.len() >= entry.value.span.range().end {
        literal(reader, field, &entry.key.value, entry.key.span.range().end, start..start + written.len());
    } else {
        let help = "put it in quotes if it begins with a bracket";
        reader.report(&FM_VALUE, entry.value.span.range(), format!("`{}` must be a text", entry.key.value), help);
    }
}

/// Entry by entry, after the library refused the whole with `error`: a slip in one line costs at most that line.
fn chunks(reader: &mut Reader<'_>, yaml: Range<usize>, error: YamlError) {
    let before = reader.diagnostics.len();
    for chunk in yaml::chunks(reader.text, yaml) {
        if let Some(last) = apart_from_indented(reader, chunk) {
            one_chunk(reader, last);
        }
    }
    if reader.diagnostics.len() == before {
        reader.diagnostics.push(error.into_diagnostic(&FM_YAML));
    }
}

fn one_chunk(reader: &mut Reader<'_>, chunk: Chunk) {
    match yaml::parse(reader.file, reader.text, chunk.range.clone()) {
        Ok(Node { value: Value::Map(entries), .. }) => entries.iter().for_each(|each| entry(reader, each)),
        Ok(_) => broken(reader, chunk, None),
        Err(error) => broken(reader, chunk, Some(error)),
    }
}

/// Reads the entries of a chunk whose next ones are indented by mistake, and gives the last of them.
fn apart_from_indented(reader: &mut Reader<'_>, chunk: Chunk) -> Option<Chunk> {
    let mut rest = chunk;
    while let Some(indent) = indented_key(reader.text, &rest)
        && yaml::parse(reader.file, reader.text, rest.range.clone()).is_err()
    {
        yaml::chunks(reader.text, rest.range.start..indent.start).into_iter().for_each(|chunk| one_chunk(reader, chunk));
        let span = reader.span(indent.clone());
        let indented = Diagnostic::new(&FM_YAML, span, "a space before this key makes it a part of the value above");
        reader.diagnostics.push(indented.fix(span, ""));
        rest = yaml::chunks(reader.text, indent.end..rest.range.end).into_iter().next()?;
    }
    Some(rest)
}

/// The white space before the first key that is indented by mistake, below an entry that has a value of its own.
fn indented_key(text: &str, chunk: &Chunk) -> Option<Range<usize>> {
    let (first, mut at) = block::line(text, chunk.range.start);
    let has_value = first.end > chunk.value.start && !chunk.value.is_empty();
    while has_value && at < chunk.range.end {
        let (range, next) = block::line(text, at);
        let written = text.get(range.clone())?;
        let key = written.trim_start();
        if key.len() < written.len() && keys::begins_with_known_key(key) {
            return Some(range.start..range.end - key.len());
        }
        at = next;
    }
    None
}

fn broken(reader: &mut Reader<'_>, chunk: Chunk, error: Option<YamlError>) {
    let Some(name) = reader.text.get(chunk.key.clone()).filter(|name| !name.is_empty()) else {
        let (line, _) = block::line(reader.text, chunk.range.start);
        if without_colon(reader, line.clone()) {
            return;
        }
        let span: Span = reader.span(line.start..line.end.min(chunk.range.end));
        let stray = Diagnostic::new(&FM_YAML, span, "a line of the front matter has no key");
        reader.diagnostics.push(stray.help("indent it if it continues the line above, or close the front matter above it with `---`"));
        return;
    };
    let field = reader.field(name, chunk.key.clone());
    match (field, error) {
        (Some(Field::Routes | Field::Aliases) | None, Some(error)) => reader.diagnostics.push(error.into_diagnostic(&FM_YAML)),
        (Some(Field::Routes | Field::Aliases) | None, None) => {
            reader.report(&FM_YAML, chunk.key, "no space follows the colon", "write `key: value`");
        }
        (Some(field), _) => literal(reader, field, name, chunk.key.end, chunk.value),
    }
}

/// `title = Mail`, `title： Mail` and `title Mail`. Tells whether the line is such.
fn without_colon(reader: &mut Reader<'_>, line: Range<usize>) -> bool {
    let written = reader.text.get(line.clone()).unwrap_or_default();
    let name = &written[..written.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(written.len())];
    let value = written[name.len()..].trim_start().trim_start_matches(['=', '：']).trim();
    let has_sign = written[name.len()..].trim_start().starts_with(['=', '：']);
    if !keys::is_known(name) || value.is_empty() || (!has_sign && !matches!(name, "title" | "excerpt" | "updated")) {
        return false;
    }
    let key = line.start..line.start + name.len();
    let start = line.start + written.rfind(value).unwrap_or(name.len());
    let Some(field) = reader.field(name, key.clone()).filter(|field| field.is_scalar()) else { return false };
    let text = unquoted(value);
    let replacement = format!(": {}", quoted(text));
    let diagnostic = Diagnostic::new(&FM_VALUE, reader.span(line.clone()), format!("no colon follows the key `{name}`"))
        .help("write `key: value`; it was read so")
        .fix(reader.span(key.end..start + value.len()), replacement);
    reader.diagnostics.push(diagnostic);
    reader.scalar(field, name, text.into(), start..start + value.len());
    true
}

/// Takes the bytes `value` as they stand for the key that ends at `key_end`, and proposes quotes.
fn literal(reader: &mut Reader<'_>, field: Field, name: &str, key_end: usize, value: Range<usize>) {
    let written = reader.text.get(value.clone()).unwrap_or_default();
    let joined = written.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let text = unquoted(&joined);
    let between = reader.text.get(key_end..value.start).unwrap_or_default();
    let colon = between.find(':').map_or(value.start, |at| key_end + at + 1);
    let (message, help) = match between.split_once(':') {
        Some((_, space)) if !space.starts_with([' ', '\t', '\r', '\n']) => (
            format!("no space follows the colon of `{name}`"),
            "it was read as it stands; put a space after the colon, and the value in quotes",
        ),
        _ if without_lone_quote(&joined).is_some() => {
            (format!("the quote before the value of `{name}` is not closed"), "it was read without it; close the quote")
        }
        _ => (format!("YAML does not take the value of `{name}` for a text"), "it was read as it stands; put it in quotes"),
    };
    let diagnostic = Diagnostic::new(&FM_VALUE, reader.span(value.clone()), message)
        .help(help)
        .fix(reader.span(colon..value.end), format!(" {}", quoted(text)));
    reader.diagnostics.push(diagnostic);
    reader.scalar(field, name, text.into(), value);
}

/// `text` without the quotes around it, balanced or not inside, or without the one before it that is not closed.
fn unquoted(text: &str) -> &str {
    let inside = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).or_else(|| without_lone_quote(text)).unwrap_or(text)
}

/// `text` without the quote that it begins with, if that is the only one. A single quote may be an apostrophe.
fn without_lone_quote(text: &str) -> Option<&str> {
    text.strip_prefix('"').filter(|rest| !rest.is_empty() && !rest.contains('"'))
}

/// `text` in YAML's quotes.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use crate::{corpus::front_matter, text::FileId};

    #[test]
    fn a_quote_that_is_not_closed_is_no_part_of_a_title() {
        let (front, _, found) = front_matter::read(FileId(0), "---\ntitle: \"Mail\nexcerpt: 'Tis it\n---\n");
        assert_eq!((front.title.unwrap().value, front.excerpt.unwrap().value), ("Mail".to_owned(), "'Tis it".to_owned()));
        assert_eq!(found[0].message, "the quote before the value of `title` is not closed");
        assert!(found[1].message.starts_with("YAML does not take the value of `excerpt`"));
    }
}
