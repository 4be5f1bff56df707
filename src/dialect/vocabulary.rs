//! What the dialect must know of the site: the hosts to recognize and the parameters that texts may depend on.

use super::tree::{Host, ParameterId};
use crate::service::{HostPart, HostTemplate, Service};
use memchr::memmem::Finder;
use regex::Regex;
use std::{cmp::Reverse, ops::Range};

/// The words and hosts that have a meaning in guides.
#[derive(Debug, Default)]
pub struct Vocabulary {
    services: Vec<ServiceWords>,
    /// The longest fixed parts of all hosts, each once.
    literals: Vec<Finder<'static>>,
    /// The marks of all hosts, each once.
    marks: Vec<Finder<'static>>,
}

#[derive(Debug)]
struct ServiceWords {
    id: String,
    parameters: Vec<String>,
    protocols: Vec<crate::service::Protocol>,
    host: Option<HostWords>,
}

#[derive(Debug)]
struct HostWords {
    /// Its literal parts, the longest first: a line without any of them has no such host.
    literals: Vec<Finder<'static>>,
    /// Matches the host in every notation, with the asterisks around it.
    notations: Regex,
    /// The host with its marks, as it is shown: `pro?.mail.ovh.net`.
    shown: String,
    /// The usual ways to write it.
    usual: Vec<Usual>,
    parameter: ParameterId,
    mark: String,
}

/// A way to write a host.
#[derive(Debug)]
struct Usual {
    /// Finds the whole host.
    finder: Finder<'static>,
    /// What stands on both sides of the mark.
    marker: &'static str,
}

/// Makes a mark bold.
const BOLD: &str = "**";

/// A host that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundHost {
    /// The bytes of the whole notation, asterisks included.
    pub start: usize,
    /// Their end.
    pub end: usize,
    /// Asterisks before the host.
    pub lead: usize,
    /// Asterisks after it.
    pub trail: usize,
    /// The marker before the mark: `**`, `<b>` or nothing.
    pub opening: String,
    /// The mark that was written; empty where it is missing.
    pub mark: String,
    /// Whether that is the service's own mark, and no other notation of it.
    pub is_own_mark: bool,
    /// The marker after the mark.
    pub closing: String,
    /// Which service's host it is.
    pub service: u16,
}

impl Vocabulary {
    /// The vocabulary of these services; a service's place in the slice is its number.
    pub fn new(services: &[Service]) -> Self {
        let services: Vec<_> = services.iter().enumerate().map(|(at, service)| ServiceWords::new(at, service)).collect();
        let hosts = || services.iter().filter_map(|service| service.host.as_ref());
        let literals = distinct(hosts().filter_map(|host| host.literals.first()).map(Finder::needle));
        let marks = distinct(hosts().map(|host| host.mark.as_bytes()));
        Self { services, literals, marks }
    }

    /// The number of the service called `id`.
    pub fn service(&self, id: &str) -> Option<usize> {
        self.services.iter().position(|service| service.id == id)
    }

    /// All service ids.
    pub fn service_ids(&self) -> Vec<&str> {
        self.services.iter().map(|service| service.id.as_str()).collect()
    }

    /// The incoming protocols of a service.
    pub fn protocols(&self, service: usize) -> &[crate::service::Protocol] {
        self.services.get(service).map_or(&[], |service| &service.protocols)
    }

    /// The parameter that `name` names: `email-pro.server`.
    pub fn parameter(&self, name: &str) -> Option<ParameterId> {
        let (service, parameter) = name.split_once('.')?;
        let service_at = self.service(service)?;
        let parameter_at = self.services[service_at].parameters.iter().position(|known| known == parameter)?;
        Some(ParameterId { service: service_at as u16, parameter: parameter_at as u16 })
    }

    /// All parameters by their full names.
    pub fn parameter_names(&self) -> Vec<String> {
        let names = |service: &ServiceWords| service.parameters.iter().map(|name| format!("{}.{name}", service.id)).collect::<Vec<_>>();
        self.services.iter().flat_map(names).collect()
    }

    /// The first parameter of a service's host.
    pub fn parameter_of_host(&self, service: u16) -> Option<ParameterId> {
        self.services.get(service as usize)?.host.as_ref().map(|host| host.parameter)
    }

    /// The mark that stands in a service's host.
    pub fn mark_of_host(&self, service: u16) -> Option<&str> {
        self.services.get(service as usize)?.host.as_ref().map(|host| host.mark.as_str())
    }

    /// A service's host with its marks, as it is shown.
    pub fn shown_host(&self, service: u16) -> Option<&str> {
        self.services.get(service as usize)?.host.as_ref().map(|host| host.shown.as_str())
    }

    /// Whether `text` can hold any host at all.
    pub fn may_hold_host(&self, text: &str) -> bool {
        self.literals.iter().any(|literal| literal.find(text.as_bytes()).is_some())
    }

    /// Whether the mark of any host stands in `text`.
    pub fn holds_mark(&self, text: &str) -> bool {
        self.marks.iter().any(|mark| mark.find(text.as_bytes()).is_some())
    }

    /// Where the fixed parts of hosts stand in `text`, in order.
    pub fn host_places(&self, text: &str) -> Vec<usize> {
        let mut places: Vec<usize> = self.literals.iter().flat_map(|literal| literal.find_iter(text.as_bytes())).collect();
        places.sort_unstable();
        places
    }

    /// The hosts in `text`, in order, in whatever notation.
    pub fn find_hosts(&self, text: &str) -> Vec<FoundHost> {
        let mut found: Vec<FoundHost> = self
            .services
            .iter()
            .enumerate()
            .filter_map(|(at, service)| Some((at, service.host.as_ref()?)))
            .filter(|(_, host)| host.may_stand_in(text))
            .flat_map(|(at, host)| host.find(at as u16, text))
            .collect();
        found.sort_by_key(|host| host.start);
        found
    }

    /// The hosts that stand in `code` exactly as they are shown: their places and services.
    pub fn find_shown_hosts(&self, code: &str) -> Vec<(usize, usize, Host)> {
        let mut found = Vec::new();
        for (at, service) in self.services.iter().enumerate() {
            let Some(host) = service.host.as_ref().filter(|host| host.may_stand_in(code)) else { continue };
            for (start, text) in code.match_indices(host.shown.as_str()) {
                if stands_alone(code, start, start + text.len()) {
                    found.push((start, start + text.len(), Host { service: at as u16, strong: false }));
                }
            }
        }
        found.sort_by_key(|(start, ..)| *start);
        found
    }
}

impl ServiceWords {
    fn new(at: usize, service: &Service) -> Self {
        let incoming = |endpoint: &&crate::service::Endpoint| endpoint.direction == crate::service::Direction::Incoming;
        Self {
            id: service.id.clone(),
            parameters: service.parameters.iter().map(|parameter| parameter.name.clone()).collect(),
            protocols: service.endpoints.iter().filter(incoming).map(|endpoint| endpoint.protocol).collect(),
            host: HostWords::new(at, service),
        }
    }
}

impl Usual {
    fn new(host: &str, marker: &'static str) -> Self {
        Self { finder: Finder::new(host).into_owned(), marker }
    }

    /// Where hosts are written so.
    fn places(&self, text: &[u8]) -> impl Iterator<Item = Range<usize>> {
        self.finder.find_iter(text).map(|start| start..start + self.finder.needle().len())
    }
}

impl HostWords {
    /// What finds the host of `service`; nothing if its host has no parameter, since then it is plain text.
    fn new(at: usize, service: &Service) -> Option<Self> {
        let HostTemplate { parts } = &service.host;
        let literals = parts.iter().filter_map(|part| match part {
            HostPart::Literal(text) => Some(text.as_str()),
            HostPart::Parameter(_) => None,
        });
        let mut literals: Vec<&str> = literals.collect();
        literals.sort_by_key(|text| Reverse(text.len()));
        literals.first()?;
        let parameter = service.host.parameters().next()?;
        let mark = service.parameters.get(parameter)?.mark.clone();
        let shown = service.host.fill(|index| service.parameters.get(index).map_or("?", |parameter| &parameter.mark));
        let notations = Regex::new(&notations(service)).ok()?;
        let bold_mark = [BOLD, &mark, BOLD].concat();
        let bold = service.host.fill(|_| &bold_mark);
        let is_simple = service.host.parameters().count() == 1 && !mark.contains(['*', '_', '<', '>', '\\']);
        let usual = std::iter::once(Usual::new(&shown, "")).chain(is_simple.then(|| Usual::new(&bold, BOLD))).collect();
        Some(Self {
            literals: literals.into_iter().map(|literal| Finder::new(literal).into_owned()).collect(),
            notations,
            usual,
            shown,
            parameter: ParameterId { service: at as u16, parameter: parameter as u16 },
            mark,
        })
    }

    /// Whether all fixed parts stand in `text`; without them it is not worth the expression's time.
    fn may_stand_in(&self, text: &str) -> bool {
        self.literals.iter().all(|literal| literal.find(text.as_bytes()).is_some())
    }

    fn find(&self, service: u16, text: &str) -> Vec<FoundHost> {
        self.find_usual(service, text).unwrap_or_else(|| self.find_written(service, text))
    }

    /// The hosts of a text in which each is written in a usual way, with no marker beside it; `None` where one may be written in
    /// another notation. The expression would find the same in a hundred times the time.
    fn find_usual(&self, service: u16, text: &str) -> Option<Vec<FoundHost>> {
        let bytes = text.as_bytes();
        let is_marker = |at: usize| matches!(bytes.get(at), Some(b'*' | b'_' | b'<' | b'>' | b'\\'));
        let all: Vec<(&Usual, Range<usize>)> =
            self.usual.iter().flat_map(|usual| usual.places(bytes).map(move |place| (usual, place))).collect();
        let is_plain = |place: &Range<usize>| !is_marker(place.start.wrapping_sub(1)) && !is_marker(place.end);
        if self.literals.first()?.find_iter(bytes).count() != all.len() || !all.iter().all(|(_, place)| is_plain(place)) {
            return None;
        }
        let found = |(usual, place): (&Usual, Range<usize>)| FoundHost {
            start: place.start,
            end: place.end,
            lead: 0,
            trail: 0,
            opening: usual.marker.to_owned(),
            mark: self.mark.clone(),
            is_own_mark: true,
            closing: usual.marker.to_owned(),
            service,
        };
        Some(all.into_iter().filter(|(_, place)| stands_alone(text, place.start, place.end)).map(found).collect())
    }

    fn find_written(&self, service: u16, text: &str) -> Vec<FoundHost> {
        let mut found = Vec::new();
        for captures in self.notations.captures_iter(text) {
            let (Some(whole), Some(core)) = (captures.get(0), captures.name("core")) else { continue };
            if !stands_alone(text, core.start(), core.end()) {
                continue;
            }
            let group = |name: &str| captures.name(name).map_or("", |found| found.as_str()).to_owned();
            found.push(FoundHost {
                start: whole.start(),
                end: whole.end(),
                lead: core.start() - whole.start(),
                trail: whole.end() - core.end(),
                opening: group("opening"),
                is_own_mark: group("mark") == self.mark,
                mark: group("mark"),
                closing: group("closing"),
                service,
            });
        }
        found
    }
}

/// What finds each of the words, each once.
fn distinct<'w>(words: impl Iterator<Item = &'w [u8]>) -> Vec<Finder<'static>> {
    let mut found: Vec<Finder<'static>> = Vec::new();
    for word in words {
        if !found.iter().any(|other| other.needle() == word) {
            found.push(Finder::new(word).into_owned());
        }
    }
    found
}

/// An expression for every notation of dialect.md §5.1: markers around the mark, `X` for the mark, or no mark at all.
fn notations(service: &Service) -> String {
    const MARKER: &str = r"(?:\\?\*){1,3}|_{1,3}|</?(?:b|strong|i|em)>";
    let mut first = true;
    let mut core = String::new();
    for part in &service.host.parts {
        match part {
            HostPart::Literal(text) => core.push_str(&regex::escape(text)),
            HostPart::Parameter(index) => {
                let mark = service.parameters.get(*index).map_or("?", |parameter| &parameter.mark);
                let (opening, name, closing) = if first { ("?P<opening>", "?P<mark>", "?P<closing>") } else { ("?:", "?:", "?:") };
                first = false;
                core.push_str(&format!(
                    r"({opening}(?:{MARKER})?)({name}(?:\\?{}|%3[Ff]|X{{1,2}})?)({closing}(?:{MARKER})?)",
                    regex::escape(mark)
                ));
            }
        }
    }
    format!(r"\*{{0,3}}(?P<core>{core})\*{{0,3}}")
}

/// Whether the bytes from `start` to `end` are a host of their own and not a part of a longer one.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let next = after.next();
    let in_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let continues = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    !before.is_some_and(|letter| in_name(letter) || letter == '.') && !next.is_some_and(in_name) && !continues
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        locale::Locale,
        service::{Direction, Endpoint, Grammar, Parameter, Protocol, Security},
    };

    pub(crate) fn services() -> Vec<Service> {
        let service = |id: &str, stem: &str| Service {
            id: id.into(),
            names: [(Locale::parse("en").unwrap(), id.to_owned())].into(),
            parameters: vec![Parameter { name: "server".into(), grammar: Grammar::Integer(1, 99), mark: "?".into(), find: None }],
            host: HostTemplate {
                parts: vec![HostPart::Literal(stem.into()), HostPart::Parameter(0), HostPart::Literal(".mail.ovh.net".into())],
            },
            endpoints: vec![
                Endpoint::new(Direction::Incoming, Protocol::Imap, 993, Security::Tls),
                Endpoint::new(Direction::Incoming, Protocol::Pop3, 995, Security::Tls),
                Endpoint::new(Direction::Outgoing, Protocol::Smtp, 587, Security::StartTls),
            ],
            ..Service::default()
        };
        vec![service("email-pro", "pro"), service("exchange", "ex")]
    }

    fn found(text: &str) -> Vec<(&str, String, usize, usize)> {
        let vocabulary = Vocabulary::new(&services());
        vocabulary.find_hosts(text).iter().map(|host| (&text[host.start..host.end], host.mark.clone(), host.lead, host.trail)).collect()
    }

    #[test]
    fn every_notation_of_a_host_is_one_host() {
        for text in [
            "pro**?**.mail.ovh.net",
            "pro?.mail.ovh.net",
            "pro<b>?</b>.mail.ovh.net",
            "pro*?*.mail.ovh.net",
            "pro***?*.mail.ovh.net",
            "pro\\*\\*?\\*\\*.mail.ovh.net",
            "proX.mail.ovh.net",
            "pro.mail.ovh.net",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        assert_eq!(found("**pro**?*.mail.ovh.net**"), [("**pro**?*.mail.ovh.net**", "?".into(), 2, 2)]);
    }

    #[test]
    fn hosts_as_they_are_usual_need_no_expression() {
        let vocabulary = Vocabulary::new(&services());
        let host = vocabulary.services[0].host.as_ref().unwrap();
        let (usual, others) =
            (["pro?.mail.ovh.net", "pro**?**.mail.ovh.net"], ["", "a ", "x", "*", "**", ".", ":993", "pro*?*.mail.ovh.net "]);
        let parts = [&others[..], &usual, &["ex?.mail.ovh.net "]].concat();
        for (before, after) in parts.iter().flat_map(|before| parts.iter().map(move |after| (before, after))) {
            for text in usual.map(|usual| format!("{before}{usual}{after}")) {
                let mut written = host.find_written(0, &text);
                written.sort_by_key(|found| found.opening.len());
                assert!(host.find_usual(0, &text).is_none_or(|found| found == written), "{text}");
            }
        }
        let count = |text| host.find_usual(0, text).map(|found| found.len());
        assert_eq!(count("pro?.mail.ovh.net, pro**?**.mail.ovh.net, xpro?.mail.ovh.net"), Some(2));
        assert_eq!(count("pro?.mail.ovh.net, pro*?*.mail.ovh.net"), None);
    }

    #[test]
    fn a_part_of_a_longer_host_is_none() {
        assert!(found("index.mail.ovh.net").is_empty());
        assert!(found("a.pro?.mail.ovh.net").is_empty());
        assert!(found("pro?.mail.ovh.net.evil.example").is_empty());
        assert_eq!(found("(see pro?.mail.ovh.net).").len(), 1);
        assert_eq!(found("https://ex?.mail.ovh.net/owa").len(), 1);
        assert!(found("pro1.mail.ovh.net").is_empty(), "a number is somebody's host");
    }
}
