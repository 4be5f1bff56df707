//! Takes the fields of YAML mappings apart and collects, at its own place, everything that is wrong with them.

use super::yaml::{Entry, Node, Value};
use crate::{
    diagnostic::{Code, Diagnostic},
    text::{Span, Spanned},
    words,
};
use std::{borrow::Cow, collections::HashMap};

/// Reads fields; what is wrong becomes a diagnostic of one kind.
pub struct Fields {
    code: &'static Code,
    unknown_key: &'static Code,
    /// What was wrong so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// The known keys of a mapping, each once.
pub struct Keys<'n>(Vec<&'n Entry>);

impl<'n> Keys<'n> {
    /// The entry of `key`.
    pub fn get(&self, key: &str) -> Option<&'n Entry> {
        self.0.iter().copied().find(|entry| entry.key.value == key)
    }
}

impl Fields {
    /// Reports with `code`, and unknown keys with `unknown_key`.
    pub fn new(code: &'static Code, unknown_key: &'static Code) -> Self {
        Self { code, unknown_key, diagnostics: Vec::new() }
    }

    /// Reports a mistake, with what to do.
    pub fn report(&mut self, span: Span, message: impl Into<String>, help: impl Into<Cow<'static, str>>) {
        self.diagnostics.push(Diagnostic::new(self.code, span, message).help(help));
    }

    /// The entries of a mapping whose keys must be among `known`. `what` names the mapping in messages.
    pub fn keys<'n>(&mut self, node: &'n Node, what: &str, known: &[&str]) -> Keys<'n> {
        let entries = self.entries(node, what);
        let (known_entries, unknown): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| known.contains(&&*entry.key.value));
        for entry in unknown {
            let message = format!("unknown key `{}`", entry.key.value);
            let help = words::did_you_mean(&entry.key.value, known);
            let unknown = Diagnostic::new(self.unknown_key, entry.key.span, message).help(help);
            self.diagnostics.push(match words::nearest(&entry.key.value, known.iter().copied()) {
                Some(near) => unknown.unsafe_fix(entry.key.span, near),
                None => unknown,
            });
        }
        Keys(known_entries)
    }

    /// The entries of a mapping with any keys, each key once: the last counts, and the others are mistakes.
    /// Nothing is an empty mapping.
    pub fn entries<'n>(&mut self, node: &'n Node, what: &str) -> Vec<&'n Entry> {
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Null => return Vec::new(),
            _ => {
                self.report(node.span, format!("{what} must be a mapping"), "write lines like `key: value`");
                return Vec::new();
            }
        };
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut kept: Vec<&Entry> = Vec::new();
        for entry in entries {
            let Some(place) = places.insert(&entry.key.value, kept.len()) else {
                kept.push(entry);
                continue;
            };
            places.insert(&entry.key.value, place);
            if let Some(earlier) = kept.get_mut(place) {
                let message = format!("the key `{}` stands twice", entry.key.value);
                let twice = Diagnostic::new(self.code, entry.key.span, message).help("keep one of them");
                self.diagnostics.push(twice.related(earlier.key.span, "here it stands first"));
                *earlier = entry;
            }
        }
        kept
    }

    /// The text of a field; nothing where it has none.
    pub fn text(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        self.text_of(&entry.value, &entry.key.value)
    }

    /// The text of a field that must have one. `what` names the field in messages.
    pub fn required_text(&mut self, entry: &Entry, what: &str) -> Option<Spanned<String>> {
        let text = self.text(entry);
        let is_empty = text.as_ref().map_or(entry.value.value == Value::Null, |text| text.value.is_empty());
        if is_empty {
            self.report(entry.key.span, format!("{what} is empty"), "write its value after the colon");
        }
        text.filter(|_| !is_empty)
    }

    /// The texts of a field that is a list of them, or a single one.
    pub fn texts(&mut self, entry: &Entry) -> Vec<Spanned<String>> {
        match &entry.value.value {
            Value::List(items) => items.iter().filter_map(|item| self.text_of(item, &entry.key.value)).collect(),
            _ => self.text(entry).into_iter().collect(),
        }
    }

    fn text_of(&mut self, node: &Node, name: &str) -> Option<Spanned<String>> {
        match &node.value {
            Value::Text(text) => Some(Spanned { value: text.trim().to_owned(), span: node.span }),
            Value::Null => None,
            Value::List(_) | Value::Map(_) => {
                self.report(node.span, format!("`{name}` must be a text"), "put it in quotes if it begins with a bracket");
                None
            }
        }
    }

    /// The truth value of a field.
    pub fn truth(&mut self, entry: &Entry) -> Option<bool> {
        let text = self.text(entry)?;
        let value = parse_truth(&text.value);
        if value.is_none() {
            self.report(text.span, format!("`{}` must be `true` or `false`", entry.key.value), "write one of the two, without quotes");
        }
        value
    }
}

/// `true` and `false` in the spellings of YAML 1.1 and 1.2.
pub fn parse_truth(text: &str) -> Option<bool> {
    match &*text.to_ascii_lowercase() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::yaml,
        diagnostic::{CONFIG, META_UNKNOWN_KEY},
        text::FileId,
    };

    fn read(text: &str, known: &[&str]) -> (Vec<String>, Vec<String>) {
        let node = yaml::mapping(FileId(0), text).0;
        let mut fields = Fields::new(&CONFIG, &META_UNKNOWN_KEY);
        let keys = fields.keys(&node, "this file", known);
        let values = known.iter().filter_map(|key| Some(fields.text(keys.get(key)?)?.value)).collect();
        let said = fields.diagnostics.into_iter().map(|found| {
            format!("{} {}: {} ({})", found.code.id, &text[found.span.range()], found.message, found.help.unwrap_or_default())
        });
        (values, said.collect())
    }

    #[test]
    fn an_unknown_key_is_reported_at_the_key() {
        let (_, said) = read("titel: x\n", &["title", "content"]);
        assert_eq!(said, ["meta-unknown-key titel: unknown key `titel` (did you mean `title`?)"]);
    }

    #[test]
    fn of_a_key_that_stands_twice_the_last_counts() {
        let (values, said) = read("a: 1\na: 2\na: 3\n", &["a"]);
        assert_eq!((values, said.len()), (vec!["3".to_owned()], 2));
    }

    #[test]
    fn a_list_is_no_text() {
        let (values, said) = read("a: [b]\n", &["a"]);
        assert!(values.is_empty());
        assert_eq!(said, ["config [b: `a` must be a text (put it in quotes if it begins with a bracket)"]);
    }

    #[test]
    fn what_is_no_mapping_is_reported() {
        assert_eq!(read("- a\n", &["a"]).1, ["config - a: this file must be a mapping (write lines like `key: value`)"]);
    }
}
