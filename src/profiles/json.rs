//! All that is known of the servers as JSON, for programs of one's own; `docs/profile.schema.json` is its schema.

use super::{Account, Form, Format, Lookup, Reader, template::Template};
use crate::service::{Direction, Endpoint};
use serde_json::{Map, Value, json};

pub(super) const FORMAT: Format = Format {
    name: "json",
    ending: ".json",
    media_type: "application/json",
    reader: Reader::Domain,
    template,
    form: Form::Text,
    lookup: Lookup::Never,
    says_starttls: true,
};

fn template(account: &Account) -> Option<Template> {
    let service = account.service;
    let names: Map<String, Value> = service.names.iter().map(|(locale, name)| (locale.as_str().to_owned(), name.as_str().into())).collect();
    let guide = |guide: &super::Guide| json!({ "lang": guide.lang, "title": guide.title, "url": guide.url });
    let servers = |way| account.endpoints(way).map(|endpoint| server(account, endpoint)).collect::<Vec<Value>>();
    let profile = json!({
        "version": 1,
        "service": service.id,
        "names": names,
        "domains": service.domains,
        "incoming": servers(Direction::Incoming),
        "outgoing": servers(Direction::Outgoing),
        "guides": account.texts.guides.iter().map(guide).collect::<Vec<Value>>(),
    });
    let hosts = service.endpoints.iter().map(|endpoint| account.host(endpoint)).collect();
    Some(Template::new(format!("{profile:#}\n"), hosts))
}

fn server(account: &Account, endpoint: &Endpoint) -> Value {
    let mut server = json!({
        "protocol": endpoint.protocol.as_str(),
        "host": account.host(endpoint),
        "port": endpoint.port,
        "security": endpoint.security.as_str(),
        "authentication": endpoint.authentication.as_str(),
        "username": endpoint.username.as_str(),
    });
    if let (Some(username), Some(fields)) = (account.username(endpoint), server.as_object_mut()) {
        fields.insert("login".into(), username.into());
    }
    server
}
