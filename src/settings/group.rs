//! Entries that stand together, and the servers that they describe.

use super::{
    entry::{Entry, Key},
    value::{self, Host, MAIL_PORTS, Named, Port, direction_of},
    words::{Meaning, Meanings},
};
use crate::{
    service::{Direction, Protocol},
    text::Spanned,
};

/// A server as its describer left it: nothing is inferred yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Which way its mail goes, as its own labels say.
    pub direction: Option<Direction>,
    /// What is spoken there, as its own labels say.
    pub protocol: Option<Protocol>,
    /// Its host; the first, where regions have hosts of their own.
    pub host: Option<Host>,
    /// Its ports, of which the reader may choose one.
    pub ports: Vec<Port>,
    /// Its security.
    pub security: Option<Spanned<Named>>,
}

impl Server {
    /// Whether what a label says can be said of this server.
    fn fits(&self, about: About) -> bool {
        let direction = self.direction.or(self.protocol.and_then(direction_of));
        let agree = |both: Option<bool>| both.unwrap_or(true);
        agree(direction.zip(about.way()).map(|(own, other)| own == other))
            && agree(self.protocol.zip(about.protocol).map(|(own, other)| own == other))
    }

    /// Adds what a label says.
    pub fn learn(&mut self, about: About) {
        self.direction = self.direction.or(about.direction);
        self.protocol = self.protocol.or(about.protocol);
    }
}

/// Which server a label is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Which way its mail goes.
    pub direction: Option<Direction>,
    /// What is spoken there.
    pub protocol: Option<Protocol>,
}

impl About {
    /// What a label with these meanings is about.
    pub fn of(meanings: Meanings) -> Self {
        Self { direction: meanings.direction(), protocol: meanings.protocol() }
    }

    fn way(self) -> Option<Direction> {
        self.direction.or(self.protocol.and_then(direction_of))
    }

    fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// What an entry said of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its host.
    Host,
    /// Its port.
    Port,
    /// Its security.
    Security,
    /// Its protocol or direction.
    Kind,
    /// More than one of these.
    All,
}

/// Entries that stand together.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The servers, in the order of their first entries.
    pub servers: Vec<Server>,
    /// For each entry the server that it is about, and what it said of it.
    pub fields: Vec<Option<(usize, Field)>>,
    has_server: bool,
    names_protocol: bool,
    is_record: bool,
}

impl Group {
    /// The group of these entries.
    pub fn of<'l>(entries: impl IntoIterator<Item = Entry<'l>>) -> Self {
        let mut group = Self::default();
        entries.into_iter().for_each(|entry| group.add(&entry));
        group.share_host();
        group
    }

    /// The group of servers that are known already; `header` is what their table's header says.
    pub fn of_servers(servers: Vec<Server>, fields: Vec<Option<(usize, Field)>>, header: Meanings) -> Self {
        Self {
            has_server: header.has(Meaning::Server) || servers.iter().any(|server| server.host.is_some()),
            names_protocol: servers.iter().any(|server| server.protocol.is_some()),
            is_record: header.has(Meaning::Record),
            servers,
            fields,
        }
    }

    /// Whether it describes servers of mail: a host or a server, and a port or a security.
    pub fn is_mail(&self) -> bool {
        let is_service = self.hosts().any(|host| host.service.is_some());
        let ports = || self.servers.iter().flat_map(|server| &server.ports).map(|port| port.port.value);
        let is_secured = is_service && self.servers.iter().any(|server| server.security.is_some());
        let has_port = ports().next().is_some();
        // A choice of ports that nothing names may as well be the open ports of any machine.
        let is_plain = |server: &Server| server.direction.is_some() || server.ports.len() <= 1;
        let has_mail_ports = ports().all(|port| MAIL_PORTS.contains(&port)) && self.servers.iter().all(is_plain);
        let speaks_mail = is_service || self.names_protocol || has_mail_ports;
        !self.is_record && self.has_server && (is_secured || has_port && speaks_mail)
    }

    /// The hosts of its servers.
    pub fn hosts(&self) -> impl Iterator<Item = &Host> {
        self.servers.iter().filter_map(|server| server.host.as_ref())
    }

    fn add(&mut self, entry: &Entry) {
        let about = About::of(entry.label);
        self.is_record |= entry.label.has(Meaning::Record);
        self.names_protocol |= about.protocol.is_some();
        self.has_server |= matches!(entry.key, Key::Host | Key::Port) && entry.label.has(Meaning::Server);
        let field = match entry.key {
            Key::Port => self.port(about, value::ports(&entry.value)),
            Key::Security => value::security(&entry.value).and_then(|security| self.security(about, security)),
            Key::Kind => self.kind(about, entry),
            Key::Host | Key::Bare => self.host(about, entry),
            Key::Other => None,
        };
        self.fields.push(field);
    }

    /// The server that a label is about: the last one, unless the label says otherwise; a new one if none `lacks` it.
    fn find(&mut self, about: About, lacks: impl Fn(&Server) -> bool) -> usize {
        let last = self.servers.len().checked_sub(1);
        let found = match last {
            Some(last) if about.is_nothing() => Some(last),
            _ => self.servers.iter().rposition(|server| server.fits(about) && lacks(server)),
        };
        let at = found.unwrap_or_else(|| {
            self.servers.push(Server::default());
            self.servers.len() - 1
        });
        if let Some(server) = self.servers.get_mut(at) {
            server.learn(about);
        }
        at
    }

    fn port(&mut self, about: About, ports: Vec<Port>) -> Option<(usize, Field)> {
        if ports.is_empty() {
            return None;
        }
        let at = self.find(about, |server| server.ports.is_empty());
        self.servers.get_mut(at)?.ports.extend(ports);
        Some((at, Field::Port))
    }

    fn security(&mut self, about: About, security: Spanned<Named>) -> Option<(usize, Field)> {
        let at = self.find(about, |server| server.security.is_none());
        let server = self.servers.get_mut(at)?;
        if server.security.is_some() {
            return None;
        }
        server.security = Some(security);
        Some((at, Field::Security))
    }

    /// `Type: IMAP`, which may come before or after the rest; some programs call the security a type too.
    fn kind(&mut self, about: About, entry: &Entry) -> Option<(usize, Field)> {
        let said = About::of(Meanings::of(entry.value.text()));
        if said.is_nothing() {
            let security = value::security(&entry.value).filter(|security| matches!(security.value, Named::Exactly(_)));
            return security.and_then(|security| self.security(about, security));
        }
        self.names_protocol |= said.protocol.is_some();
        let at = self.find(said, |server| server.protocol.is_none());
        Some((at, Field::Kind))
    }

    fn host(&mut self, about: About, entry: &Entry) -> Option<(usize, Field)> {
        let host = value::host(&entry.value);
        let ports = match host {
            Some(_) => value::ports_after_host(&entry.value),
            None if about.is_nothing() => Vec::new(),
            None => value::bare_ports(&entry.value),
        };
        if host.is_none() && ports.is_empty() {
            return self.title(about, entry);
        }
        self.has_server |= host.is_some();
        let is_region = |server: &Server| server.fits(about) && server.ports.is_empty() && server.security.is_none() && ports.is_empty();
        let at = match self.servers.last().is_some_and(is_region) {
            true => self.servers.len() - 1,
            false => self.new_host(about, host.is_some(), !ports.is_empty()),
        };
        let server = self.servers.get_mut(at)?;
        server.learn(about);
        let field = if ports.is_empty() { Field::Host } else { Field::All };
        server.host = server.host.take().or(host);
        server.ports.extend(ports);
        Some((at, field))
    }

    /// The server that lacks a host or ports and that the label names; else a new one, also for a label that names none.
    fn new_host(&mut self, about: About, has_host: bool, has_ports: bool) -> usize {
        let lacks = |server: &Server| !(has_host && server.host.is_some() || has_ports && !server.ports.is_empty());
        if about.is_nothing() && !self.servers.last().is_some_and(lacks) {
            self.servers.push(Server::default());
            return self.servers.len() - 1;
        }
        self.find(about, lacks)
    }

    /// A label without a value that names a server: what follows is about it.
    fn title(&mut self, about: About, entry: &Entry) -> Option<(usize, Field)> {
        let is_empty = !entry.value.text().contains(char::is_alphanumeric);
        if is_empty && !about.is_nothing() {
            let at = self.find(about, |server| *server == Server::default());
            return Some((at, Field::Kind));
        }
        None
    }

    /// A host that stands alone is the host of all: `Server: x`, `IMAP port: 993`, `SMTP port: 587`.
    fn share_host(&mut self) {
        let mut hosts = self.hosts().cloned();
        let (first, second) = (hosts.next(), hosts.next());
        drop(hosts);
        if let (Some(host), None) = (first, second) {
            self.servers.iter_mut().for_each(|server| server.host = Some(host.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialect::tree::{Inline, InlineKind},
        settings::line::Line,
        text::{FileId, Span},
    };

    /// `direction protocol ports security` of each server that the lines describe.
    fn servers(lines: &[&str]) -> Vec<String> {
        let inline = |text: &str| Inline { span: Span::new(FileId(0), 0..text.len()), kind: InlineKind::Text(text.into()) };
        let lines: Vec<Line> = lines.iter().map(|text| Line::joined([&[inline(text)][..]])).collect();
        let group = Group::of(lines.iter().map(Entry::of_line));
        if !group.is_mail() {
            return Vec::new();
        }
        let show = |server: &Server| {
            let ports: Vec<String> = server.ports.iter().map(|port| port.port.value.to_string()).collect();
            let direction = server.direction.map_or("-", Direction::as_str);
            let protocol = server.protocol.map_or("-", Protocol::as_str);
            let host = server.host.as_ref().and_then(|host| host.name.as_deref()).unwrap_or("-");
            format!("{direction} {protocol} {host} {} {}", ports.join("|"), server.security.is_some())
        };
        group.servers.iter().map(show).collect()
    }

    #[test]
    fn a_label_belongs_to_the_server_before_it() {
        assert_eq!(
            servers(&["Incoming server (IMAP): 993", "Security: SSL/TLS", "Outgoing server (SMTP): 587", "Security: STARTTLS"]),
            ["incoming imap - 993 true", "outgoing smtp - 587 true"]
        );
    }

    #[test]
    fn a_label_may_name_a_server_further_up() {
        assert_eq!(
            servers(&["Incoming server: in.example.net", "Outgoing server: out.example.net", "Incoming port: 993", "Outgoing port: 465"]),
            ["incoming - in.example.net 993 false", "outgoing - out.example.net 465 false"]
        );
        assert_eq!(
            servers(&["Account type: IMAP", "Incoming server: a.example:993", "Outgoing server: b.example:587"]),
            ["incoming imap a.example 993 false", "outgoing - b.example 587 false"]
        );
    }

    #[test]
    fn regions_have_hosts_and_share_the_rest() {
        assert_eq!(
            servers(&["Server EU (incoming): eu.example.net", "Server US (incoming): us.example.net", "Port: 993"]),
            ["incoming - eu.example.net 993 false"]
        );
        assert_eq!(
            servers(&["Server: mail.example.net", "IMAP port: 993", "SMTP port: 465"]),
            ["- imap mail.example.net 993 false", "- smtp mail.example.net 465 false"]
        );
    }

    #[test]
    fn a_title_opens_a_server() {
        assert_eq!(
            servers(&["Incoming server", "Host: a.example.net", "Port: 993", "Outgoing server", "Host: b.example.net", "Port: 587"]),
            ["incoming - a.example.net 993 false", "outgoing - b.example.net 587 false"]
        );
    }

    #[test]
    fn what_is_no_mail_is_nothing() {
        assert!(servers(&["Security groups: default", "Port: 993"]).is_empty(), "no server");
        assert!(servers(&["Server: db.example.net", "Port: 3306"]).is_empty(), "no mail");
        assert!(servers(&["Server: ftp.example.net", "Port: 21", "Security: TLS"]).is_empty());
        assert!(servers(&["Host: a.example.net", "Port: 443", "Priority: 0"]).is_empty(), "a DNS record");
        assert!(servers(&["Server: mail.example.net", "Username: you"]).is_empty(), "neither port nor security");
    }
}
