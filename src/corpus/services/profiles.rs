//! What the files of a service say besides its servers, and in which formats pages offer them.

use crate::{
    corpus::{
        address::is_web_address,
        fields::Fields,
        yaml::{Entry, Node},
    },
    locale::Locale,
    profiles::{FORMATS, format},
    service::Grammar,
    words,
};
use std::collections::BTreeMap;

/// The domains of the addresses.
pub(super) fn domains(fields: &mut Fields, entry: &Entry) -> Vec<String> {
    let mut domains = Vec::new();
    for domain in fields.texts(entry) {
        let name = domain.value.to_ascii_lowercase();
        if !Grammar::Domain.allows(&name) {
            fields.report(domain.span, format!("`{}` is no domain", domain.value), "write what stands behind the `@`: `[example.net]`");
        } else if domains.contains(&name) {
            fields.report(domain.span, format!("the domain `{name}` stands twice"), "keep one of them");
        } else {
            domains.push(name);
        }
    }
    domains
}

/// The address of the documentation by locale.
pub(super) fn documentation(fields: &mut Fields, node: &Node) -> BTreeMap<Locale, String> {
    let mut addresses = BTreeMap::new();
    for entry in fields.entries(node, "`documentation`") {
        let label = &entry.key.value;
        let Some(locale) = Locale::parse(label) else {
            fields.report(entry.key.span, format!("`{label}` is no locale"), "write `documentation: { en-gb: https://… }`");
            continue;
        };
        let Some(address) = fields.required_text(entry, &format!("the address in `{label}`")) else { continue };
        if is_web_address(&address.value) {
            addresses.insert(locale, address.value);
        } else {
            fields.report(address.span, format!("`{}` is no address of the web", address.value), "begin it with `https://`");
        }
    }
    addresses
}

/// The names of the formats.
pub(super) fn formats(fields: &mut Fields, entry: &Entry) -> Vec<String> {
    let mut names = Vec::new();
    for name in fields.texts(entry) {
        if format(&name.value).is_some() {
            names.push(name.value);
        } else {
            let known: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
            fields.report(name.span, format!("unknown format `{}`", name.value), words::did_you_mean(&name.value, &known));
        }
    }
    names
}
