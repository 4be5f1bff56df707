//! What a value says: ports, security, a host.

use super::{
    line::Part,
    words::{Meaning, Meanings},
};
use crate::{
    dialect::tree::Text,
    service::{Direction, Protocol, Security},
    text::Spanned,
};
use std::ops::Range;

/// The ports of mail: SMTP, POP3 and IMAP, plain and encrypted (RFC 8314, section 7), and 2525, which many hosts add to 587.
pub const MAIL_PORTS: [u16; 8] = [25, 110, 143, 465, 587, 993, 995, 2525];

/// What is usually spoken at a port.
pub fn usual_protocol(port: u16) -> Option<Protocol> {
    match port {
        143 | 993 => Some(Protocol::Imap),
        110 | 995 => Some(Protocol::Pop3),
        25 | 465 | 587 | 2525 => Some(Protocol::Smtp),
        _ => None,
    }
}

/// Which way a protocol carries mail, if only one.
pub fn direction_of(protocol: Protocol) -> Option<Direction> {
    match protocol {
        Protocol::Imap | Protocol::Pop3 => Some(Direction::Incoming),
        Protocol::Smtp => Some(Direction::Outgoing),
        Protocol::ActiveSync | Protocol::Ews | Protocol::Jmap => None,
    }
}

/// How a text names a security.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// By its name.
    Exactly(Security),
    /// "Yes", "SSL" or "TLS": programs that know one switch alone call both kinds so, and the port tells which it is.
    Encrypted,
}

impl Named {
    /// Which security that is at a port.
    pub fn at(self, port: Option<u16>) -> Security {
        match (self, port) {
            (Self::Exactly(security), _) => security,
            (Self::Encrypted, Some(25 | 110 | 143 | 587 | 2525)) => Security::StartTls,
            (Self::Encrypted, _) => Security::Tls,
        }
    }
}

/// A port that a value names, with what it says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Port {
    /// The port.
    pub port: Spanned<u16>,
    /// `993 (IMAP)`.
    pub protocol: Option<Protocol>,
    /// `465 (SSL/TLS)`.
    pub security: Option<Spanned<Named>>,
}

/// The ports in a value, which may name several: `993(IMAP) or 995(POP)`. None where it cannot be told what is a port.
pub fn ports(value: &Part) -> Vec<Port> {
    let text = value.text();
    let mut numbers = numbers(text);
    if numbers.iter().any(|(number, _)| MAIL_PORTS.contains(number)) {
        numbers.retain(|(number, _)| MAIL_PORTS.contains(number));
    } else if numbers.len() > 1 {
        numbers.clear();
    }
    let notes = notes(text, &numbers);
    let port = |((number, range), note): ((u16, Range<usize>), Range<usize>)| {
        let (_, about) = value.cut(note.start, note.start);
        let (about, _) = about.cut(note.len(), note.len());
        Some(Port {
            port: Spanned { value: number, span: value.span(range)? },
            protocol: Meanings::of(about.text()).protocol(),
            security: security(&about),
        })
    };
    numbers.into_iter().zip(notes).filter_map(port).collect()
}

/// For each number the text that is about it: what follows it, or what precedes it where the text begins with a protocol.
fn notes(text: &str, numbers: &[(u16, Range<usize>)]) -> Vec<Range<usize>> {
    let starts = numbers.iter().map(|(_, range)| range.start);
    let ends = numbers.iter().map(|(_, range)| range.end);
    let first = numbers.first().map_or(0, |(_, range)| range.start);
    if numbers.len() > 1 && Meanings::of(&text[..first]).protocols().next().is_some() {
        return std::iter::once(0).chain(ends).zip(starts).map(|(from, to)| from..to).collect();
    }
    ends.zip(starts.skip(1).chain([text.len()])).map(|(from, to)| from..to).collect()
}

/// The numbers that can be ports, and where they stand.
fn numbers(text: &str) -> Vec<(u16, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|letter: char| letter.is_ascii_digit()).map(|offset| at + offset) {
        let end = text[start..].find(|letter: char| !letter.is_ascii_digit()).map_or(text.len(), |offset| start + offset);
        at = end;
        let number = text[start..end].parse().ok().filter(|number| *number > 0);
        if let Some(number) = number.filter(|_| stands_alone(&text[..start], &text[end..])) {
            found.push((number, start..end));
        }
    }
    found
}

/// Whether what is between is no part of a longer word, of a version, an address or an amount.
fn stands_alone(before: &str, after: &str) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    let is_point = |letter: char| matches!(letter, '.' | ',');
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let starts = match before.next() {
        Some(letter) if is_point(letter) => !before.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some(letter) => !joins(letter),
        None => true,
    };
    let ends = match after.next() {
        Some(letter) if is_point(letter) => !after.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some(letter) => !joins(letter) && !matches!(letter, '%' | '€' | '$'),
        None => true,
    };
    starts && ends
}

/// The security that a value names, if it is one and the same: a choice between two is none.
pub fn security(value: &Part) -> Option<Spanned<Named>> {
    let text = value.text();
    let spanned = |value_named, range| Some(Spanned { value: value_named, span: value.span(range)? });
    let words: Vec<(&str, usize)> = words(text).collect();
    let find = |wanted: &str| words.iter().position(|(word, _)| word.starts_with(wanted));
    let range = |at: usize| words.get(at).map_or(0..0, |(word, start)| *start..start + word.len());
    match (find("starttls"), find("ssl"), find("tls")) {
        (Some(start), None, _) => spanned(Named::Exactly(Security::StartTls), range(start)),
        (Some(_), Some(_), _) => None,
        (None, Some(ssl), Some(tls)) if ssl.abs_diff(tls) == 1 && is_pair(text, &range(ssl.min(tls)), &range(ssl.max(tls))) => {
            spanned(Named::Exactly(Security::Tls), range(ssl.min(tls)).start..range(ssl.max(tls)).end)
        }
        (None, None, None) => yes_or_no(value, &words),
        _ if Meanings::of(text).has(Meaning::Off) => None,
        (None, ssl, tls) => spanned(Named::Encrypted, range(ssl.or(tls)?)),
    }
}

/// Whether only a stroke stands between: `SSL / TLS`.
fn is_pair(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    text.get(first.end..second.start).is_some_and(|between| between.trim() == "/")
}

fn yes_or_no(value: &Part, words: &[(&str, usize)]) -> Option<Spanned<Named>> {
    let (first, start) = words.first()?;
    let meanings = Meanings::of(first);
    let named = match (meanings.has(Meaning::Yes), meanings.has(Meaning::Nothing)) {
        (true, _) => Named::Encrypted,
        (false, true) => Named::Exactly(Security::Plain),
        (false, false) => return None,
    };
    Some(Spanned { value: named, span: value.span(*start..start + first.len())? })
}

/// The words of a text and where they start; `start tls` and `start-tls` are not told from `starttls` by their readers.
fn words(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(move |word| (word, start(word)))
}

/// The host in a value: a service, or a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// The service whose host it is.
    pub service: Option<u16>,
    /// The name, where it is written in full.
    pub name: Option<Text>,
}

/// The first host in a value.
pub fn host(value: &Part) -> Option<Host> {
    if let Some((_, service)) = value.services().next() {
        return Some(Host { service: Some(service), name: None });
    }
    let in_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '?' | '*' | '@');
    let mut names = value.text().split(|letter: char| !in_name(letter)).map(|name| name.trim_end_matches(['.', '?']));
    let name = names.find(|name| is_host_name(name))?;
    Some(Host { service: None, name: Some(name.into()) })
}

/// Whether it has at least two labels, of which the last is of letters: `imap.example.net`.
fn is_host_name(name: &str) -> bool {
    let mut labels = name.split('.').rev();
    let is_top = |label: &str| label.len() >= 2 && label.chars().all(char::is_alphabetic);
    !name.contains('@') && labels.next().is_some_and(is_top) && name.contains('.') && labels.all(|label| !label.is_empty())
}

/// The ports of mail in a value that begins with a host: `host:993`, `host, port 993`.
pub fn ports_after_host(value: &Part) -> Vec<Port> {
    let is_named = Meanings::of(value.text()).has(Meaning::Port) || has_colon_number(value.text());
    if is_named { mail_ports(value) } else { Vec::new() }
}

/// The ports of mail in a value that says nothing else: `993 (SSL)`, but not `25 messages`.
pub fn bare_ports(value: &Part) -> Vec<Port> {
    let found = mail_ports(value);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let links = |word: &str| found.len() > 1 && word.chars().count() <= LONGEST_LINK;
    let is_bare = words(value.text()).all(|(word, _)| is_number(word) || links(word) || Meanings::of(word) != Meanings::default());
    if is_bare { found } else { Vec::new() }
}

/// "or" has at most so many letters.
const LONGEST_LINK: usize = 4;

fn mail_ports(value: &Part) -> Vec<Port> {
    let mut found = ports(value);
    found.retain(|port| MAIL_PORTS.contains(&port.port.value));
    found
}

fn has_colon_number(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| text[at + 1..].starts_with(|letter: char| letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialect::tree::{Inline, InlineKind},
        settings::line::Line,
        text::{FileId, Span},
    };

    fn line(text: &str) -> Line {
        Line::joined([&[Inline { span: Span::new(FileId(0), 0..text.len()), kind: InlineKind::Text(text.into()) }][..]])
    }

    fn found(text: &str) -> Vec<(u16, Option<&'static str>)> {
        ports(&line(text).all()).iter().map(|port| (port.port.value, port.protocol.map(Protocol::as_str))).collect()
    }

    fn named(text: &str) -> Option<Named> {
        security(&line(text).all()).map(|named| named.value)
    }

    #[test]
    fn ports_are_found_in_whatever_sentence() {
        assert_eq!(found("993."), [(993, None)]);
        assert_eq!(found("Wpisz „995”."), [(995, None)]);
        assert_eq!(found("993(IMAP) ou 995(POP)"), [(993, Some("imap")), (995, Some("pop3"))]);
        assert_eq!(found("IMAP: 993, POP: 995"), [(993, Some("imap")), (995, Some("pop3"))]);
        assert_eq!(found("Step 2 of 3: 465"), [(465, None)]);
        assert_eq!(found("8025"), [(8025, None)]);
        for none in ["", "2 or 3", "v1.993", "25%", "70000", "995-x", "10.0.0.25", "0"] {
            assert_eq!(found(none), [], "{none}");
        }
    }

    #[test]
    fn a_port_has_its_own_place_and_security() {
        let line = line("465 (SSL/TLS) or 587 (STARTTLS)");
        let ports = ports(&line.all());
        assert_eq!(ports[1].port.span, Span::new(FileId(0), 17..20));
        let securities: Vec<_> = ports.iter().map(|port| port.security.as_ref().unwrap().value).collect();
        assert_eq!(securities, [Named::Exactly(Security::Tls), Named::Exactly(Security::StartTls)]);
    }

    #[test]
    fn security_is_named_in_many_ways() {
        for tls in ["SSL/TLS", "ssl / tls (accept all certificates)", "choose **TLS/SSL**"] {
            assert_eq!(named(tls), Some(Named::Exactly(Security::Tls)), "{tls}");
        }
        assert_eq!(named("StartTLS."), Some(Named::Exactly(Security::StartTls)));
        assert_eq!(named("TLS (STARTTLS)"), Some(Named::Exactly(Security::StartTls)));
        for switch in ["SSL", "TLS", "Oui", "yes", "Sí", "Ja", "Tak", "Sim", "Sì", "نعم", "TLS 1.2"] {
            assert_eq!(named(switch), Some(Named::Encrypted), "{switch}");
        }
        assert_eq!(named("None"), Some(Named::Exactly(Security::Plain)));
        for unclear in ["SSL/TLS or STARTTLS", "without SSL", "Non", "default", ""] {
            assert_eq!(named(unclear), None, "{unclear}");
        }
        assert_eq!((Named::Encrypted.at(Some(993)), Named::Encrypted.at(Some(587))), (Security::Tls, Security::StartTls));
    }

    #[test]
    fn a_bare_port_stands_beside_nothing_else() {
        let bare = |text: &str| bare_ports(&line(text).all()).len();
        assert_eq!((bare("993."), bare("993 (SSL/TLS)"), bare("port 587"), bare("995 ou 110")), (1, 1, 1, 2));
        assert_eq!((bare("25 messages"), bare("110 €/month"), bare("8025")), (0, 0, 0));
    }

    #[test]
    fn hosts_are_names_with_a_point() {
        let name = |text: &str| host(&line(text).all()).and_then(|host| host.name).map(String::from);
        assert_eq!(name("imap.example.net or ssl0.example.net").as_deref(), Some("imap.example.net"));
        assert_eq!(name("enter mail.example.net.").as_deref(), Some("mail.example.net"));
        assert_eq!(name("pro?.mail.example"), Some("pro?.mail.example".into()));
        for none in ["you@example.net", "e. g.", "the server", "1.2.3.4", "…"] {
            assert_eq!(name(none), None, "{none}");
        }
    }
}
