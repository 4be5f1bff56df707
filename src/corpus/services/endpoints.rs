//! Where a mail program connects, in order of preference.

use super::{host, parameters::Parameters};
use crate::{
    corpus::{
        fields::{Fields, Keys},
        yaml::{Node, Value},
    },
    service::{Authentication, Direction, Endpoint, Protocol, Security, Username},
    text::{Span, Spanned},
    words,
};

const KEYS: &[&str] = &["direction", "protocol", "port", "security", "host", "authentication", "username"];

/// The endpoints of a service; one with a mistake is left out.
pub(super) fn read(fields: &mut Fields, node: &Node, parameters: &Parameters) -> Vec<Endpoint> {
    let Value::List(items) = &node.value else {
        fields.report(node.span, "`endpoints` must be a list", "begin each with `-`");
        return Vec::new();
    };
    let mut endpoints: Vec<Endpoint> = Vec::new();
    for item in items {
        let Some(endpoint) = endpoint(fields, item, parameters) else { continue };
        if endpoints.contains(&endpoint) {
            fields.report(item.span, "the endpoint stands twice", "keep one of them");
        } else {
            endpoints.push(endpoint);
        }
    }
    endpoints
}

fn endpoint(fields: &mut Fields, node: &Node, parameters: &Parameters) -> Option<Endpoint> {
    if node.value == Value::Null {
        fields.report(node.span, "the endpoint is empty", "remove it, or write its `direction`, `protocol`, `port` and `security`");
        return None;
    }
    let is_mapping = matches!(node.value, Value::Map(_));
    let keys = fields.keys(node, "an endpoint", KEYS);
    if !is_mapping {
        return None;
    }
    let direction = word(fields, &keys, node.span, "direction", Direction::ALL, Direction::as_str);
    let protocol = word(fields, &keys, node.span, "protocol", Protocol::ALL, Protocol::as_str);
    let security = word(fields, &keys, node.span, "security", Security::ALL, Security::as_str);
    let port = port(fields, &keys, node.span);
    let host = keys.get("host").map(|entry| host::read(fields, entry, parameters));
    let authentication = word_or(fields, &keys, "authentication", (Authentication::ALL, Authentication::as_str), Authentication::Password);
    let username = word_or(fields, &keys, "username", (Username::ALL, Username::as_str), Username::Address);
    let (direction, protocol) = (direction?, protocol?);
    if let Some(wrong) = against_the_way(direction, protocol) {
        fields.report(node.span, wrong, "mail is fetched by `imap` and `pop3`, and sent by `smtp`");
        return None;
    }
    let host = host.map_or(Some(None), |host| host.map(Some))?;
    Some(Endpoint { direction, protocol, port: port?, security: security?, host, authentication: authentication?, username: username? })
}

/// IMAP and POP3 only fetch, SMTP only sends.
fn against_the_way(direction: Direction, protocol: Protocol) -> Option<String> {
    let way = match protocol {
        Protocol::Imap | Protocol::Pop3 => Direction::Incoming,
        Protocol::Smtp => Direction::Outgoing,
        Protocol::ActiveSync | Protocol::Ews | Protocol::Jmap => direction,
    };
    (way != direction).then(|| format!("`{}` is {}, not {}", protocol.as_str(), way.as_str(), direction.as_str()))
}

/// The value of `key`, one of `all`.
fn word<T: Copy>(fields: &mut Fields, keys: &Keys<'_>, endpoint: Span, key: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let text = given(fields, keys, endpoint, key)?;
    known_word(fields, &text, key, all, name)
}

/// The value of `key`, which may be left out.
fn word_or<T: Copy>(fields: &mut Fields, keys: &Keys<'_>, key: &str, (all, name): (&[T], fn(T) -> &'static str), usual: T) -> Option<T> {
    match keys.get(key).filter(|entry| entry.value.value != Value::Null) {
        Some(entry) => {
            let text = fields.text(entry)?;
            known_word(fields, &text, key, all, name)
        }
        None => Some(usual),
    }
}

fn known_word<T: Copy>(fields: &mut Fields, text: &Spanned<String>, key: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let found = all.iter().copied().find(|value| name(*value) == text.value);
    if found.is_none() {
        let names: Vec<&str> = all.iter().map(|value| name(*value)).collect();
        fields.report(text.span, format!("unknown {key} `{}`", text.value), words::did_you_mean(&text.value, &names));
    }
    found
}

fn port(fields: &mut Fields, keys: &Keys<'_>, endpoint: Span) -> Option<u16> {
    let text = given(fields, keys, endpoint, "port")?;
    let port = text.value.parse().ok().filter(|port| *port > 0);
    if port.is_none() {
        fields.report(text.span, format!("`{}` is no port", text.value), "write a whole number from 1 to 65535");
    }
    port
}

fn given(fields: &mut Fields, keys: &Keys<'_>, endpoint: Span, key: &str) -> Option<Spanned<String>> {
    match keys.get(key) {
        Some(entry) if entry.value.value != Value::Null => fields.text(entry),
        _ => {
            fields.report(endpoint, format!("the endpoint has no `{key}`"), format!("add `{key}: …`"));
            None
        }
    }
}
