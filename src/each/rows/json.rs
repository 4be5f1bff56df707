//! Rows of a JSON array of objects.

use super::{Found, Record};
use crate::{
    diagnostic::{Diagnostic, EACH_SYNTAX},
    text::{FileId, Span, Spanned},
};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The objects of the array that `text` is.
pub fn read(file: FileId, text: &str, found: &mut Found) {
    let body = text.trim_start_matches('\u{feff}');
    let source = Source { file, text: body, start: text.len() - body.len() };
    match serde_json::from_str::<Vec<&RawValue>>(body) {
        Ok(items) => items.into_iter().for_each(|item| match source.record(item) {
            Ok(record) => found.records.push(record),
            Err(wrong) => found.wrong.push(wrong),
        }),
        Err(error) => found.wrong.push(source.broken(&error, 0)),
    }
}

struct Source<'t> {
    file: FileId,
    text: &'t str,
    start: usize,
}

/// The members of an object, in its order.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl Source<'_> {
    fn record(&self, item: &RawValue) -> Result<Record, Diagnostic> {
        let at = self.place(item.get());
        let Members(members) = serde_json::from_str(item.get()).map_err(|error| self.broken(&error, at))?;
        let cells = members.into_iter().map(|(key, value)| {
            let from = self.start + self.place(value.get());
            let span = Span::new(self.file, from..from + value.get().len());
            let scalar = scalar(value).ok_or_else(|| Diagnostic::new(&EACH_SYNTAX, span, format!("`{key}` is one value")))?;
            Ok((Spanned { value: key, span }, Spanned { value: scalar, span }))
        });
        let from = self.start + at;
        Ok(Record { span: Span::new(self.file, from..from + 1), cells: cells.collect::<Result<_, _>>()? })
    }

    /// Where a part of the text begins.
    fn place(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len())
    }

    /// A mistake at the library's line and column, of a part of the text that begins at `from`.
    fn broken(&self, error: &serde_json::Error, from: usize) -> Diagnostic {
        let lines = self.text[from..].split_inclusive('\n').take(error.line().saturating_sub(1));
        let at = from + lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
        let at = self.start + at.min(self.text.len());
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let message = if error.is_data() { "this is no list of sites".to_owned() } else { format!("not valid JSON: {reason}") };
        Diagnostic::new(&EACH_SYNTAX, Span::new(self.file, at..at), message)
            .help("write an array of objects: `[{ \"name\": \"acme\", \"email-pro.server\": 3 }]`")
    }
}

/// A text, or a number as it is written.
fn scalar(value: &RawValue) -> Option<String> {
    let text = value.get();
    match text.as_bytes().first()? {
        b'"' => serde_json::from_str(text).ok(),
        b'n' => Some(String::new()),
        b'{' | b'[' => None,
        _ => Some(text.to_owned()),
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
