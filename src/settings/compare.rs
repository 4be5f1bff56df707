//! Settings that cannot all be right: a guide that contradicts itself, or the data of its service.

use super::Fact;
use crate::{
    diagnostic::{Diagnostic, SETTINGS_CONTRADICTION},
    service::{Direction, Endpoint, HostPart, HostTemplate, Protocol, Security, Service},
    text::Span,
    words,
};
use std::collections::BTreeMap;

/// A setting that is wrong by the service's data, or by another place of the same guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Whose setting it is, by its number in the vocabulary.
    pub service: u16,
    /// The setting, where the guide first says it.
    pub said: Fact,
    /// Another setting for the same, where the guide first says it: a right one if there is one.
    pub elsewhere: Option<Fact>,
    /// What the service's data says; empty if it says nothing of this protocol.
    pub data: Vec<(u16, Security)>,
}

/// What settings are about: service, direction, protocol.
type Subject = (u16, Direction, Protocol);

/// What a block says of a subject: the settings from which its reader may choose one.
struct Place<'f> {
    span: Span,
    choice: Vec<&'f Fact>,
}

/// The settings that cannot be right, one for each value. Settings of a host that belongs to none of `services` are not
/// compared: a host may well offer two ports, and without data there is nothing in which its author could say so.
pub fn contradictions(facts: &[Fact], services: &[Service]) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> =
        subjects(facts, services).into_iter().flat_map(|(subject, places)| contradictions_of(subject, &places, services)).collect();
    found.sort_by_key(|contradiction| contradiction.said.port.span);
    found
}

/// A warning for each contradiction.
pub fn diagnostics(facts: &[Fact], services: &[Service]) -> Vec<Diagnostic> {
    contradictions(facts, services).iter().map(|contradiction| diagnostic(contradiction, services)).collect()
}

/// What a guide says, by subject, in the guide's order.
fn subjects<'f>(facts: &'f [Fact], services: &[Service]) -> BTreeMap<Subject, Vec<Place<'f>>> {
    let mut subjects: BTreeMap<Subject, Vec<Place>> = BTreeMap::new();
    for fact in facts {
        let (Some(service), Some(direction), Some(protocol)) = (service_of(fact, services), fact.direction, fact.protocol) else {
            continue;
        };
        let places = subjects.entry((service, direction, protocol)).or_default();
        match places.iter_mut().find(|place| place.span == fact.span) {
            Some(place) => place.choice.push(fact),
            None => places.push(Place { span: fact.span, choice: vec![fact] }),
        }
    }
    subjects
}

/// The service of a fact: that of its host, also where the host is written in full (`pro3.mail.ovh.net`).
fn service_of(fact: &Fact, services: &[Service]) -> Option<u16> {
    let owns = |service: &Service, host: &str| {
        let templates = || std::iter::once(&service.host).chain(service.endpoints.iter().filter_map(|endpoint| endpoint.host.as_ref()));
        templates().any(|template| is_host_of(host, template, service))
    };
    fact.service.or_else(|| {
        let host = fact.host.as_deref()?;
        let mut owners = services.iter().enumerate().filter(|(_, service)| owns(service, host));
        let (at, _) = owners.next()?;
        owners.next().is_none().then_some(at as u16)
    })
}

/// Whether a host is a template's with allowed values in it. Values are taken as short as what follows them allows.
fn is_host_of(host: &str, template: &HostTemplate, service: &Service) -> bool {
    let mut rest = host;
    let mut parts = template.parts.iter().peekable();
    while let Some(part) = parts.next() {
        let length = match (part, parts.peek()) {
            (HostPart::Literal(text), _) => {
                let Some(after) = rest.strip_prefix(text.as_str()) else { return false };
                rest = after;
                continue;
            }
            (HostPart::Parameter(_), Some(HostPart::Literal(next))) => rest.find(next.as_str()),
            (HostPart::Parameter(_), _) => Some(rest.len()),
        };
        let HostPart::Parameter(index) = part else { continue };
        let Some((value, after)) = length.and_then(|length| rest.split_at_checked(length)) else { return false };
        if !service.parameters.get(*index).is_some_and(|parameter| parameter.grammar.allows(value)) {
            return false;
        }
        rest = after;
    }
    rest.is_empty()
}

fn contradictions_of(subject: Subject, places: &[Place], services: &[Service]) -> Vec<Contradiction> {
    let (service, direction, protocol) = subject;
    let is_subject = |endpoint: &&Endpoint| endpoint.direction == direction && endpoint.protocol == protocol;
    let endpoints = services.get(service as usize).into_iter().flat_map(|service| service.endpoints.iter().filter(is_subject));
    let data: Vec<(u16, Security)> = endpoints.map(|endpoint| (endpoint.port, endpoint.security)).collect();
    let right = places.iter().find_map(|place| right_choice(place, &data));
    let mut wrong: Vec<&Place> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let is_wrong = match (data.is_empty(), at) {
            (false, _) => right_choice(place, &data).is_none(),
            (true, 0) => false,
            (true, _) => places.first().is_some_and(|first| !agree(first, place)),
        };
        if is_wrong && !wrong.iter().any(|other| agree(other, place)) {
            wrong.push(place);
        }
    }
    let said = |place: &Place| place.choice.first().map(|fact| (*fact).clone());
    let contradiction = |place: &Place| {
        let elsewhere = right.cloned().or_else(|| if data.is_empty() { places.first().and_then(said) } else { None });
        Some(Contradiction { service, said: said(place)?, elsewhere, data: data.clone() })
    };
    wrong.into_iter().filter_map(contradiction).collect()
}

/// The first setting of a place that the data allows.
fn right_choice<'f>(place: &Place<'f>, data: &[(u16, Security)]) -> Option<&'f Fact> {
    let allowed = |fact: &&&Fact| data.iter().any(|(port, security)| same(fact.port.value, security_of(fact), *port, Some(*security)));
    place.choice.iter().find(allowed).copied()
}

/// Whether a reader can follow both places.
fn agree(first: &Place, second: &Place) -> bool {
    let same = |one: &Fact, other: &Fact| same(one.port.value, security_of(one), other.port.value, security_of(other));
    first.choice.iter().any(|one| second.choice.iter().any(|other| same(one, other)))
}

fn security_of(fact: &Fact) -> Option<Security> {
    fact.security.as_ref().map(|security| security.value)
}

/// Whether two settings can be the same: where one says nothing of the security, any is right.
fn same(port: u16, security: Option<Security>, other_port: u16, other_security: Option<Security>) -> bool {
    port == other_port && security.zip(other_security).is_none_or(|(one, other)| one == other)
}

fn diagnostic(contradiction: &Contradiction, services: &[Service]) -> Diagnostic {
    let Contradiction { service, said, elsewhere, data } = contradiction;
    let name = services.get(*service as usize).map_or("the service", |service| service.id.as_str());
    let protocol = said.protocol.map_or("mail", Protocol::as_str);
    let here = value(said.port.value, security_of(said));
    let allowed = words::or(&data.iter().map(|(port, security)| value(*port, Some(*security))).collect::<Vec<_>>());
    let against = match elsewhere {
        Some(other) => format!("but `{}` elsewhere on this page", value(other.port.value, security_of(other))),
        None => format!("but the data of the service says {allowed}"),
    };
    let message = format!("`{protocol}` of `{name}` is `{here}` here, {against}");
    let help = match (data.is_empty(), elsewhere) {
        (true, _) => "make both places say the same".to_owned(),
        (false, Some(_)) => format!("the data of the service says {allowed}: write that here too"),
        (false, None) => "write what the data says, or correct the data of the service".to_owned(),
    };
    let diagnostic = Diagnostic::new(&SETTINGS_CONTRADICTION, place(said, elsewhere.as_ref(), data), message).help(help);
    match elsewhere {
        Some(other) => diagnostic.related(other.port.span, format!("`{}` here", value(other.port.value, security_of(other)))),
        None => diagnostic,
    }
}

/// The port, or the security if only that is wrong.
fn place(said: &Fact, elsewhere: Option<&Fact>, data: &[(u16, Security)]) -> Span {
    let port = said.port.value;
    let is_port_right = match elsewhere {
        Some(other) => other.port.value == port,
        None => data.iter().any(|(other, _)| *other == port),
    };
    said.security.as_ref().filter(|_| is_port_right).map_or(said.port.span, |security| security.span)
}

/// `587 STARTTLS`.
fn value(port: u16, security: Option<Security>) -> String {
    match security {
        Some(security) => format!("{port} {}", security.label()),
        None => port.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialect::{
            parse,
            source::Source,
            vocabulary::{Vocabulary, tests::services},
        },
        settings::recognize,
        text::{FileId, line_and_column},
    };
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check_with(services: &[Service], text: &str, expected: Expect) {
        let settings = recognize(&parse(&Source::of_file(FileId(0), text, 0), &Vocabulary::new(services)).blocks);
        let place = |span: Span| format!("{}‹{}›", line_and_column(text, span.start as usize).0, &text[span.range()]);
        let mut lines = String::new();
        for Diagnostic { span, message, help, related, .. } in diagnostics(&settings.facts, services) {
            lines.push_str(&format!("{}: {message}\n  {}\n", place(span), help.unwrap_or_default()));
            related.iter().for_each(|(span, label)| lines.push_str(&format!("  {}: {label}\n", place(*span))));
        }
        expected.assert_eq(&lines);
    }

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        check_with(&services(), text, expected);
    }

    fn table(host: &str, port: &str, security: &str) -> String {
        format!("**SMTP**\n\n|A|B|\n|-|-|\n|Server|{host}|\n|Port|{port}|\n|Security|{security}|\n\n")
    }

    const PRO: &str = "pro?.mail.ovh.net";

    #[test]
    fn a_guide_that_contradicts_itself_is_told_so_once() {
        let text =
            table(PRO, "465", "SSL/TLS") + &table(PRO, "587", "STARTTLS") + &table(PRO, "587", "STARTTLS") + &table(PRO, "465", "SSL");
        check(
            &text,
            expect![[r#"
                6‹465›: `smtp` of `email-pro` is `465 SSL/TLS` here, but `587 STARTTLS` elsewhere on this page
                  the data of the service says `587 STARTTLS`: write that here too
                  14‹587›: `587 STARTTLS` here
            "#]],
        );
    }

    #[test]
    fn a_guide_that_contradicts_its_data_is_told_so() {
        check(
            &table(PRO, "465", "SSL/TLS"),
            expect![[r#"
                6‹465›: `smtp` of `email-pro` is `465 SSL/TLS` here, but the data of the service says `587 STARTTLS`
                  write what the data says, or correct the data of the service
            "#]],
        );
        check(
            &table(PRO, "587", "SSL/TLS"),
            expect![[r#"
                7‹SSL/TLS›: `smtp` of `email-pro` is `587 SSL/TLS` here, but the data of the service says `587 STARTTLS`
                  write what the data says, or correct the data of the service
            "#]],
        );
        check(
            "- POP server: pro?.mail.ovh.net\n- Port: 993\n",
            expect![[r#"
                2‹993›: `pop3` of `email-pro` is `993` here, but the data of the service says `995 SSL/TLS`
                  write what the data says, or correct the data of the service
            "#]],
        );
    }

    #[test]
    fn each_wrong_value_is_told_by_itself() {
        check(
            &(table(PRO, "465", "SSL/TLS") + &table(PRO, "25", "None")),
            expect![[r#"
                6‹465›: `smtp` of `email-pro` is `465 SSL/TLS` here, but the data of the service says `587 STARTTLS`
                  write what the data says, or correct the data of the service
                14‹25›: `smtp` of `email-pro` is `25 without encryption` here, but the data of the service says `587 STARTTLS`
                  write what the data says, or correct the data of the service
            "#]],
        );
    }

    #[test]
    fn what_is_right_is_not_complained_of() {
        let exchange = "ex?.mail.ovh.net";
        for text in [
            table(PRO, "587", "STARTTLS") + &table(PRO, "587", "Yes"),
            table(PRO, "587", "TLS") + &table(PRO, "587", "as you like"),
            table(PRO, "465 (SSL/TLS) or 587 (STARTTLS)", "") + &table(PRO, "587", "STARTTLS"),
            "- IMAP server: pro?.mail.ovh.net:993\n- SMTP server: pro?.mail.ovh.net:587\n\n".to_owned()
                + &table(exchange, "587", "STARTTLS"),
            "|Type|Server|Port|\n|-|-|-|\n|SMTP|pro?.mail.ovh.net|465|\n|SMTP|pro?.mail.ovh.net|587|\n".to_owned(),
            table("smtp.example.net", "465", "SSL/TLS") + &table("smtp.example.net", "587", "STARTTLS"),
            table("pro3.mail.ovh.net", "587", "STARTTLS") + &table("pro.example.net", "465", "SSL/TLS"),
        ] {
            check(&text, expect![[""]]);
        }
    }

    #[test]
    fn data_may_allow_two_settings() {
        let mut both = services();
        let other = Endpoint { port: 465, security: Security::Tls, ..both[0].endpoints[2].clone() };
        both[0].endpoints.push(other);
        let text = table(PRO, "465", "SSL/TLS") + &table(PRO, "587", "STARTTLS");
        check_with(&both, &text, expect![[""]]);
        check_with(
            &both,
            &(text + &table(PRO, "2525", "STARTTLS")),
            expect![[r#"
                22‹2525›: `smtp` of `email-pro` is `2525 STARTTLS` here, but `465 SSL/TLS` elsewhere on this page
                  the data of the service says `587 STARTTLS` or `465 SSL/TLS`: write that here too
                  6‹465›: `465 SSL/TLS` here
            "#]],
        );
    }

    #[test]
    fn without_data_the_first_value_counts() {
        let mut none = services();
        none[0].endpoints.clear();
        let text = table(PRO, "465", "SSL/TLS") + &table(PRO, "587", "STARTTLS") + &table(PRO, "465", "SSL/TLS");
        check_with(
            &none,
            &text,
            expect![[r#"
                14‹587›: `smtp` of `email-pro` is `587 STARTTLS` here, but `465 SSL/TLS` elsewhere on this page
                  make both places say the same
                  6‹465›: `465 SSL/TLS` here
            "#]],
        );
    }

    #[test]
    fn a_host_with_a_number_is_its_services() {
        check(
            &table("pro12.mail.ovh.net", "465", "SSL/TLS"),
            expect![[r#"
                6‹465›: `smtp` of `email-pro` is `465 SSL/TLS` here, but the data of the service says `587 STARTTLS`
                  write what the data says, or correct the data of the service
            "#]],
        );
        check(&table("pro0.mail.ovh.net", "465", "SSL/TLS"), expect![[""]]);
    }
}
