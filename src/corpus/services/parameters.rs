//! The values that only the reader knows, and what they may be.

use super::is_name;
use crate::{
    corpus::{
        fields::{Fields, Keys, parse_truth},
        yaml::{Entry, Node, Value},
    },
    service::{Grammar, Parameter, pattern},
    text::{Span, Spanned},
    words,
};
use regex::Regex;

const KEYS: &[&str] = &["integer", "choice", "domain", "email", "pattern", "mark", "where"];

/// The keys that say what is allowed, of which each parameter has one.
const KINDS: &[&str] = &["integer", "choice", "domain", "email", "pattern"];

/// The mark of a parameter that names none.
const MARK: &str = "?";

/// The parameters of a service.
#[derive(Default)]
pub(super) struct Parameters {
    /// Those that can be used, in order.
    pub(super) usable: Vec<Parameter>,
    /// The names of those that have a mistake; a host that uses one has none of its own.
    pub(super) broken: Vec<String>,
}

/// Reads the parameters of a service.
pub(super) fn read(fields: &mut Fields, node: &Node) -> Parameters {
    let mut parameters = Parameters::default();
    for entry in fields.entries(node, "`parameters`") {
        match parameter(fields, entry) {
            Some(parameter) => parameters.usable.push(parameter),
            None => parameters.broken.push(entry.key.value.clone()),
        }
    }
    parameters
}

fn parameter(fields: &mut Fields, entry: &Entry) -> Option<Parameter> {
    let name = entry.key.value.clone();
    if !is_name(&name) {
        let help = "use small letters, digits, `-` and `_`";
        fields.report(entry.key.span, format!("`{name}` is no name for a parameter"), help);
        return None;
    }
    // `address: email` is short for `address: { email: true }`.
    if let Value::Text(kind) = &entry.value.value {
        let grammar = named_grammar(kind);
        if grammar.is_none() {
            fields.report(entry.value.span, format!("unknown kind `{kind}`"), words::did_you_mean(kind, &["domain", "email"]));
        }
        return grammar.map(|grammar| Parameter { name, grammar, mark: MARK.into(), find: None });
    }
    let keys = fields.keys(&entry.value, "a parameter", KEYS);
    let grammar = grammar(fields, entry.key.span, &keys);
    let mark = mark(fields, &keys, grammar.as_ref());
    let find = find(fields, &keys);
    Some(Parameter { name, grammar: grammar?, mark, find })
}

fn named_grammar(kind: &str) -> Option<Grammar> {
    match kind {
        "domain" => Some(Grammar::Domain),
        "email" => Some(Grammar::Email),
        _ => None,
    }
}

fn grammar(fields: &mut Fields, parameter: Span, keys: &Keys<'_>) -> Option<Grammar> {
    let mut given = KINDS.iter().filter_map(|kind| keys.get(kind));
    let Some(entry) = given.next() else {
        fields.report(parameter, "the parameter does not say what is allowed", format!("add {}", words::or(KINDS)));
        return None;
    };
    if let Some(other) = given.next() {
        let message = format!("`{}` and `{}` exclude each other", entry.key.value, other.key.value);
        fields.report(other.key.span, message, "keep one of them; the first one counts");
    }
    match &*entry.key.value {
        "integer" => integer(fields, entry),
        "choice" => choice(fields, entry),
        "pattern" => pattern(fields, entry),
        kind => named(fields, entry, kind),
    }
}

/// `domain: true`, and `domain` alone in braces.
fn named(fields: &mut Fields, entry: &Entry, kind: &str) -> Option<Grammar> {
    let is_true = match &entry.value.value {
        Value::Null => true,
        Value::Text(text) => parse_truth(text) == Some(true),
        _ => false,
    };
    if !is_true {
        fields.report(entry.value.span, format!("`{kind}` must be `true`"), format!("write `{kind}: true`"));
    }
    named_grammar(kind).filter(|_| is_true)
}

fn integer(fields: &mut Fields, entry: &Entry) -> Option<Grammar> {
    let ends: Vec<Option<i64>> = match &entry.value.value {
        Value::List(items) => items.iter().map(|item| if let Value::Text(text) = &item.value { text.parse().ok() } else { None }).collect(),
        _ => Vec::new(),
    };
    let [Some(first), Some(last)] = ends[..] else {
        fields.report(entry.value.span, "`integer` must be two whole numbers", "write the first and the last: `[1, 99]`");
        return None;
    };
    if first > last {
        fields.report(entry.value.span, format!("no number lies between {first} and {last}"), format!("write `[{last}, {first}]`"));
        return None;
    }
    Some(Grammar::Integer(first, last))
}

fn choice(fields: &mut Fields, entry: &Entry) -> Option<Grammar> {
    let mut choices: Vec<String> = Vec::new();
    for choice in fields.texts(entry) {
        if choice.value.is_empty() || choices.contains(&choice.value) {
            fields.report(choice.span, format!("the choice `{}` is empty or stands twice", choice.value), "remove it");
        } else {
            choices.push(choice.value);
        }
    }
    if choices.is_empty() {
        fields.report(entry.key.span, "`choice` must be a list of texts", "write `[eu, ca]`");
        return None;
    }
    Some(Grammar::Choice(choices))
}

/// The pattern, made to match from end to end: without anchors, `a|ab` would stop at the `a` of `ab`.
fn pattern(fields: &mut Fields, entry: &Entry) -> Option<Grammar> {
    let text = fields.text(entry)?;
    let anchored = Regex::new(&text.value).and_then(|_| Regex::new(&format!("^(?:{})$", text.value)));
    match anchored {
        Ok(regex) if pattern::for_browsers(regex.as_str()).is_some() => Some(Grammar::Pattern(regex)),
        Ok(_) => {
            let help = "leave out `\\b`, `\\B`, `\\<`, `\\>` and the flag `m`: what is typed is matched from end to end";
            fields.report(text.span, format!("`{}` means something else in browsers", text.value), help);
            None
        }
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
            let help = "patterns are regular expressions, such as `[a-z]+[0-9]`";
            fields.report(text.span, format!("`{}` is no pattern: {reason}", text.value), help);
            None
        }
    }
}

/// What stands in texts until the value is known. It must not be taken for a value.
fn mark(fields: &mut Fields, keys: &Keys<'_>, grammar: Option<&Grammar>) -> String {
    let Some(mark) = keys.get("mark").and_then(|entry| fields.required_text(entry, "the mark")) else { return MARK.into() };
    let wrong = if mark.value.contains(|character: char| character.is_whitespace() || character.is_control()) {
        "the mark has a space in it".to_owned()
    } else if grammar.is_some_and(|grammar| grammar.allows(&mark.value)) {
        format!("the mark `{}` is itself an allowed value", mark.value)
    } else {
        return mark.value;
    };
    fields.report(mark.span, wrong, "use a sign that no value has, such as `?`");
    MARK.into()
}

/// The Fluent message that tells where to find the value.
fn find(fields: &mut Fields, keys: &Keys<'_>) -> Option<Spanned<String>> {
    let id = keys.get("where").and_then(|entry| fields.text(entry))?;
    let is_id = id.value.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if !is_id {
        fields.report(id.span, format!("`{}` is no name of a message", id.value), "such as `find-server-number`");
    }
    is_id.then_some(id)
}
