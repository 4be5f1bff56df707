//! Thunderbird's autoconfig, which other mail programs read as well (draft-ietf-mailmaint-autoconfig): the servers of a domain.

use super::{Account, Form, Format, Lookup, Reader, template::Template};
use crate::service::{Authentication, Direction, Endpoint, Protocol, Security, Username};
use quick_xml::escape::escape;
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "autoconfig",
    ending: ".autoconfig.xml",
    media_type: "application/xml",
    reader: Reader::Domain,
    template,
    form: Form::Text,
    // At the domain itself, and at `autoconfig.` before it.
    lookup: Lookup::At(&[".well-known/autoconfig/mail/config-v1.1.xml", "mail/config-v1.1.xml"]),
    says_starttls: true,
};

/// The longest names, in letters, that programs must show.
const MAX_NAME: usize = 60;
const MAX_SHORT_NAME: usize = 20;

fn template(account: &Account) -> Option<Template> {
    let known = |endpoint: &&Endpoint| matches!(endpoint.protocol, Protocol::Imap | Protocol::Pop3 | Protocol::Smtp);
    let incoming: Vec<&Endpoint> = account.endpoints(Direction::Incoming).filter(known).collect();
    let outgoing: Vec<&Endpoint> = account.endpoints(Direction::Outgoing).filter(known).collect();
    if incoming.is_empty() || outgoing.is_empty() {
        return None;
    }
    let provider = account.provider();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\">\n");
    _ = writeln!(out, "  <emailProvider id=\"{}\">", escape(provider.as_str()));
    let domains = if account.service.domains.is_empty() { std::slice::from_ref(&provider) } else { &account.service.domains };
    domains.iter().for_each(|domain| element(&mut out, "    ", "domain", domain));
    element(&mut out, "    ", "displayName", &cut(&account.texts.name, MAX_NAME));
    element(&mut out, "    ", "displayShortName", &cut(&account.texts.name, MAX_SHORT_NAME));
    incoming.iter().for_each(|endpoint| server(&mut out, account, "incomingServer", endpoint));
    outgoing.iter().for_each(|endpoint| server(&mut out, account, "outgoingServer", endpoint));
    for guide in &account.texts.guides {
        _ = writeln!(out, "    <documentation url=\"{}\">", escape(guide.url.as_str()));
        _ = writeln!(out, "      <descr lang=\"{}\">{}</descr>", escape(language(&guide.lang)), escape(guide.title.as_str()));
        out.push_str("    </documentation>\n");
    }
    out.push_str("  </emailProvider>\n</clientConfig>\n");
    let hosts = incoming.iter().chain(&outgoing).map(|endpoint| account.host(endpoint)).collect();
    Some(Template::new(out, hosts))
}

fn server(out: &mut String, account: &Account, name: &str, endpoint: &Endpoint) {
    _ = writeln!(out, "    <{name} type=\"{}\">", endpoint.protocol.as_str());
    element(out, "      ", "hostname", &account.host(endpoint));
    element(out, "      ", "port", &endpoint.port.to_string());
    element(out, "      ", "socketType", socket_type(endpoint.security));
    element(out, "      ", "authentication", authentication(endpoint.authentication));
    element(out, "      ", "username", username(endpoint.username));
    _ = writeln!(out, "    </{name}>");
}

fn element(out: &mut String, indent: &str, name: &str, text: &str) {
    _ = writeln!(out, "{indent}<{name}>{}</{name}>", escape(text));
}

/// In this format, `STARTTLS` means that there is no connection without it.
fn socket_type(security: Security) -> &'static str {
    match security {
        Security::Tls => "SSL",
        Security::StartTls => "STARTTLS",
        Security::Plain => "plain",
    }
}

fn authentication(authentication: Authentication) -> &'static str {
    match authentication {
        Authentication::Password => "password-cleartext",
        Authentication::EncryptedPassword => "password-encrypted",
        Authentication::OAuth2 => "OAuth2",
    }
}

/// Each program puts its own reader's address in.
fn username(username: Username) -> &'static str {
    match username {
        Username::Address => "%EMAILADDRESS%",
        Username::LocalPart => "%EMAILLOCALPART%",
    }
}

/// The format knows languages without their regions.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn cut(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}
