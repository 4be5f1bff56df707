//! Records of the domain name system (RFC 6186, RFC 8314) as lines of a zone: the servers of a domain.

use super::{Account, Form, Format, Lookup, Reader, template::Template};
use crate::service::{Endpoint, Protocol, Security};
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "dns",
    ending: ".zone",
    media_type: "text/plain",
    reader: Reader::Domain,
    template,
    form: Form::Text,
    lookup: Lookup::Never,
    says_starttls: true,
};

/// What a zone offers or, by a record that leads to the root, does not: programs that find no record guess.
const NAMES: [(&str, Protocol, Security); 6] = [
    ("_imaps", Protocol::Imap, Security::Tls),
    ("_imap", Protocol::Imap, Security::StartTls),
    ("_pop3s", Protocol::Pop3, Security::Tls),
    ("_pop3", Protocol::Pop3, Security::StartTls),
    ("_submissions", Protocol::Smtp, Security::Tls),
    ("_submission", Protocol::Smtp, Security::StartTls),
];

fn template(account: &Account) -> Option<Template> {
    let mut out = String::new();
    let mut hosts = Vec::new();
    for (name, protocol, security) in NAMES {
        let offered = |endpoint: &&Endpoint| (endpoint.protocol, endpoint.security) == (protocol, security);
        let found: Vec<&Endpoint> = account.service.endpoints.iter().filter(offered).collect();
        if found.is_empty() {
            _ = writeln!(out, "{name}._tcp\tIN\tSRV\t0 0 0 .");
        }
        for endpoint in found {
            _ = writeln!(out, "{name}._tcp\tIN\tSRV\t{} 1 {} {}.", priority(account, endpoint), endpoint.port, account.host(endpoint));
            hosts.push(account.host(endpoint));
        }
    }
    (!hosts.is_empty()).then(|| Template::new(out, hosts))
}

/// The place in the service's order of preference: the lowest number is tried first.
fn priority(account: &Account, endpoint: &Endpoint) -> usize {
    let in_zone =
        |other: &&Endpoint| NAMES.iter().any(|(_, protocol, security)| (other.protocol, other.security) == (*protocol, *security));
    account.endpoints(endpoint.direction).filter(in_zone).position(|other| other == endpoint).unwrap_or_default()
}
