//! `data/services/<id>.yaml`: mail services as their authors describe them, with every mistake at its line.

mod endpoints;
mod host;
mod parameters;
mod profiles;

use super::{
    config::Config,
    fields::Fields,
    messages::{self, Messages},
    yaml,
};
use crate::{
    diagnostic::{Diagnostic, SERVICE_DATA},
    locale::Locale,
    service::{MOST_SERVICES, Service},
    source::SourceTree,
    text::{FileId, Span, Spanned},
    words,
};
use std::collections::BTreeMap;

/// The folder of the descriptions, in the site's folder.
pub const FOLDER: &str = "data/services";

/// Stands for the files of this program, which have no place in a site.
const BUNDLED: FileId = FileId(u32::MAX);

const KEYS: &[&str] = &["name", "parameters", "host", "endpoints", "domains", "documentation", "profiles"];

/// The services of a site, sorted by id: its own, and those of `bundled` (id and YAML) that it does not describe itself.
/// Of a description with mistakes stays what is right, and of one that is no service at all the bundled one.
pub fn read_all(tree: &SourceTree, bundled: &[(&str, &str)]) -> (Vec<Service>, Vec<Diagnostic>) {
    let mut services = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (id, text) in bundled {
        // As a test says, the bundled files have no mistakes.
        if let Some(service) = parse(id, BUNDLED, text).0 {
            services.insert(service.id.clone(), service);
        }
    }
    for (file, path) in tree.iter() {
        let Some((id, extension)) = path.below(FOLDER).and_then(|name| name.rsplit_once('.')) else { continue };
        match extension {
            "yaml" => {
                let (service, found) = read(tree, file, id);
                diagnostics.extend(found);
                services.extend(service.map(|service| (service.id.clone(), service)));
            }
            "yml" => {
                let unread = Diagnostic::new(&SERVICE_DATA, Span::top(file), format!("`{path}` is not read"));
                diagnostics.push(unread.help("its name must end in `.yaml`"));
            }
            _ => {}
        }
    }
    diagnostics.extend(services.keys().nth(MOST_SERVICES).map(|first| too_many(tree, first)));
    (services.into_values().collect(), diagnostics)
}

/// What is said of the first service whose hosts no text is searched for; where it is a bundled one, at another's file.
fn too_many(tree: &SourceTree, first: &str) -> Diagnostic {
    let own = tree.find_text(&format!("{FOLDER}/{first}.yaml"));
    let file = own.or_else(|| tree.iter().filter(|(_, path)| path.below(FOLDER).is_some()).map(|(file, _)| file).last());
    let message = format!("hosts of `{first}`, and of all services behind it by name, are not recognized");
    let help = format!("a site has at most {MOST_SERVICES} services; delete some that no guide names");
    Diagnostic::new(&SERVICE_DATA, Span::top(file.unwrap_or(BUNDLED)), message).help(help)
}

fn read(tree: &SourceTree, file: FileId, id: &str) -> (Option<Service>, Vec<Diagnostic>) {
    if !is_name(id) {
        let wrong = Diagnostic::new(&SERVICE_DATA, Span::top(file), format!("`{id}` is no name for a service"));
        return (None, vec![wrong.help("call the file by small letters, digits and hyphens, such as `email-pro.yaml`")]);
    }
    match yaml::load(tree, file) {
        Ok(text) => parse(id, file, &text),
        Err(diagnostic) => (None, vec![diagnostic]),
    }
}

/// The service `id` that `text` describes; none where it has no usable host.
fn parse(id: &str, file: FileId, text: &str) -> (Option<Service>, Vec<Diagnostic>) {
    let (node, errors) = yaml::mapping(file, text);
    let (service, diagnostics) = service(id, file, &node);
    if errors.is_empty() {
        return (service, diagnostics);
    }
    // What seems to be missing or unknown may stand in the part that could not be read.
    (service, errors.into_iter().map(|error| error.into_diagnostic(&SERVICE_DATA)).collect())
}

fn service(id: &str, file: FileId, node: &yaml::Node) -> (Option<Service>, Vec<Diagnostic>) {
    let mut fields = Fields::new(&SERVICE_DATA, &SERVICE_DATA);
    let keys = fields.keys(node, "a service", KEYS);
    for key in ["name", "host", "endpoints"] {
        if keys.get(key).is_none() {
            fields.report(Span::top(file), format!("the service has no `{key}`"), format!("add a line `{key}: …`"));
        }
    }
    let names = keys.get("name").map(|entry| names(&mut fields, &entry.value)).unwrap_or_default();
    let parameters = keys.get("parameters").map(|entry| parameters::read(&mut fields, &entry.value)).unwrap_or_default();
    let host = keys.get("host").and_then(|entry| host::read(&mut fields, entry, &parameters));
    let endpoints = keys.get("endpoints").map(|entry| endpoints::read(&mut fields, &entry.value, &parameters)).unwrap_or_default();
    let domains = keys.get("domains").map(|entry| profiles::domains(&mut fields, entry)).unwrap_or_default();
    let documentation = keys.get("documentation").map(|entry| profiles::documentation(&mut fields, &entry.value)).unwrap_or_default();
    let profiles = keys.get("profiles").map(|entry| profiles::formats(&mut fields, entry));
    let id = id.to_owned();
    let service = host.map(|host| Service { id, names, parameters: parameters.usable, host, endpoints, domains, documentation, profiles });
    fields.diagnostics.sort_by_key(|found| found.span.start);
    (service, fields.diagnostics)
}

/// The product's name by locale.
fn names(fields: &mut Fields, node: &yaml::Node) -> BTreeMap<Locale, String> {
    let mut names = BTreeMap::new();
    for entry in fields.entries(node, "`name`") {
        let label = &entry.key.value;
        let Some(locale) = Locale::parse(label) else {
            fields.report(entry.key.span, format!("`{label}` is no locale"), "write `name: { en-gb: … }`");
            continue;
        };
        if let Some(name) = fields.required_text(entry, &format!("the name in `{label}`")) {
            names.insert(locale, name.value);
        }
    }
    names
}

/// Says which services tell readers where to find a value by a message that some of them have not: they would see its name.
pub fn without_message(services: &[Service], config: &Config, messages: &Messages) -> Vec<Diagnostic> {
    let named = services.iter().flat_map(|service| &service.parameters).filter_map(|parameter| parameter.find.as_ref());
    named.filter(|id| id.span.file != BUNDLED).filter_map(|id| no_message(id, config, messages)).collect()
}

fn no_message(id: &Spanned<String>, config: &Config, messages: &Messages) -> Option<Diagnostic> {
    let locales = || config.locales.iter().map(|known| &known.locale);
    let lacking: Vec<&str> = locales().filter(|locale| !messages.has(&config.chain(locale), &id.value)).map(Locale::as_str).collect();
    let first = lacking.first()?;
    let message = match lacking.len() == locales().count() {
        true => format!("there is no message `{}`", id.value),
        false => format!("there is no message `{}` for readers of {}", id.value, words::and(&lacking)),
    };
    let help =
        format!("readers see its name; write its text in a file such as `{}/{first}/services{}`", messages::FOLDER, messages::EXTENSION);
    Some(Diagnostic::new(&SERVICE_DATA, id.span, message).help(help))
}

/// Whether `text` can name a service or a parameter, and stand in an attribute, an address and a marker.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_')
}

#[cfg(test)]
mod tests;
