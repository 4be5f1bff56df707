//! What the library gives, and how it becomes [`Node`]s.

use super::{Entry, Node, Value, YamlError};
use crate::text::{FileId, Span, Spanned};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Options, Spanned as Located, options::DuplicateKeyPolicy, options::NonFiniteFloatPolicy};
use std::{fmt, ops::Range};

/// `yaml` as a node; it begins at byte `offset` of `file`.
pub(super) fn parse(yaml: &str, file: FileId, offset: usize) -> Result<Node, YamlError> {
    let places = Places { yaml, file, offset };
    serde_saphyr::from_str_with_options(yaml, options()).map(|raw| places.node(raw)).map_err(|error| places.error(&error))
}

/// Limits far above any honest file and far below what would be felt. Keys that stand twice are passed on: who reads
/// the mapping says so, at both places.
fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 32,
            flow_nesting_limit: 32,
            max_nodes: 10_000,
            max_events: 50_000,
            max_aliases: 1_000,
            max_anchors: 1_000,
            max_recorded_anchor_events: 50_000,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 50_000,
            max_replay_stack_depth: 16,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        ignore_binary_tag_for_string: true,
        emit_comments: false,
        with_snippet: false,
    }
}

/// A value before its places are known as bytes of the file.
enum Raw {
    Null,
    /// A scalar that the library takes for a number or a truth value; its spelling is in the text.
    Typed,
    Text(String),
    List(Vec<Located<Raw>>),
    Map(Vec<(Located<Raw>, Located<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Turns the library's places into bytes of the file.
struct Places<'a> {
    yaml: &'a str,
    file: FileId,
    offset: usize,
}

impl Places<'_> {
    fn node(&self, raw: Located<Raw>) -> Node {
        let range = self.range(raw.referenced);
        let start = range.start;
        let (value, end) = match raw.value {
            Raw::Null => (Value::Null, range.end),
            Raw::Typed => (Value::Text(self.spelling(raw.defined)), range.end),
            Raw::Text(text) => (Value::Text(text), range.end),
            Raw::List(items) => {
                let items: Vec<Node> = items.into_iter().map(|item| self.node(item)).collect();
                let end = items.last().map_or(range.end, |item| self.local_end(item));
                (Value::List(items), end)
            }
            Raw::Map(entries) => {
                let entries: Vec<Entry> = entries.into_iter().map(|(key, value)| self.entry(key, value)).collect();
                let end = entries.last().map_or(range.end, |entry| self.local_end(&entry.value));
                (Value::Map(entries), end)
            }
        };
        Node { value, span: self.span(start..end.max(range.end)) }
    }

    fn entry(&self, key: Located<Raw>, value: Located<Raw>) -> Entry {
        let place = key.referenced;
        let key = match key.value {
            Raw::Text(text) => text,
            _ => self.spelling(place),
        };
        Entry { key: Spanned { value: key, span: self.span(self.range(place)) }, value: self.node(value) }
    }

    /// The scalar as it was written, without quotes.
    fn spelling(&self, place: Location) -> String {
        self.yaml.get(self.range(place)).unwrap_or_default().trim_matches(['"', '\'']).to_owned()
    }

    /// The bytes of `yaml` at `place`, without the line break that the library counts to a block.
    fn range(&self, place: Location) -> Range<usize> {
        let bytes = |number: Option<u64>| number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
        let start = bytes(place.span().byte_offset()).min(self.yaml.len());
        let end = (start + bytes(place.span().byte_len())).min(self.yaml.len());
        let written = self.yaml.get(start..end).map_or(0, |text| text.trim_end().len());
        start..start + written
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }

    fn local_end(&self, node: &Node) -> usize {
        (node.span.end as usize).saturating_sub(self.offset)
    }

    fn error(&self, error: &serde_saphyr::Error) -> YamlError {
        let text = error.to_string();
        let message = text.rfind(" at line ").map_or(&*text, |end| &text[..end]);
        let range = self.error_range(error);
        let help = help(message, self.yaml.get(range.start..).unwrap_or_default());
        YamlError { span: self.span(range), help: help.unwrap_or(super::HELP), message: message.replace("n't", " not").replace('\'', "`") }
    }

    /// One character, or the end of the text. The scanner's errors know characters only, not bytes.
    fn error_range(&self, error: &serde_saphyr::Error) -> Range<usize> {
        let characters = error.location().map_or(0, |place| usize::try_from(place.span().offset()).unwrap_or(usize::MAX));
        let (start, length) = self
            .yaml
            .char_indices()
            .nth(characters)
            .map_or((self.yaml.len(), 0), |(at, character)| (at, if character == '\n' { 0 } else { character.len_utf8() }));
        start..start + length
    }
}

/// What usually mends an error with this message, at the beginning of this text.
fn help(message: &str, at: &str) -> Option<&'static str> {
    const HELPS: &[(&str, &str)] = &[
        ("mapping values are not allowed", "put a value that holds `: ` in quotes"),
        ("unexpected character", "put a value that begins with `@`, `` ` `` or `%` in quotes"),
        ("simple key expected", "a line is `key: value`, with a space after the colon"),
        ("tab", "indent with spaces"),
        ("unclosed bracket", "close it, or put the value in quotes"),
    ];
    if at.starts_with('?') {
        return Some("put the `?` in quotes");
    }
    HELPS.iter().find(|(part, _)| message.contains(part)).map(|(_, help)| *help)
}
