//! Mail services as plain data: endpoints, parameters with their grammars, and the templates of host names.

pub mod marks;
mod name;
pub mod pattern;
mod values;

pub use name::ParameterName;
pub use values::Values;

use crate::{locale::Locale, text::Spanned};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// So many services a site has at most: the hosts of more are not found in texts.
pub const MOST_SERVICES: usize = 0x100;

/// A product with endpoints whose host name may hold values that only the reader knows.
#[derive(Clone, Debug, Default)]
pub struct Service {
    /// The name of its file: `email-pro`.
    pub id: String,
    /// The product's name by locale.
    pub names: BTreeMap<Locale, String>,
    /// The values that only the reader knows.
    pub parameters: Vec<Parameter>,
    /// The host name of the endpoints.
    pub host: HostTemplate,
    /// In order of preference.
    pub endpoints: Vec<Endpoint>,
    /// The domains of the addresses that it has, where they are always the same.
    pub domains: Vec<String>,
    /// The address of its documentation by locale, instead of the site's guides.
    pub documentation: BTreeMap<Locale, String>,
    /// The names of the formats in which pages offer its settings; all where it does not say.
    pub profiles: Option<Vec<String>>,
}

impl Service {
    /// The product's name for a reader: in the first of `chain` that has one, else in the same language, else in
    /// English, else any.
    pub fn name(&self, chain: &[Locale]) -> &str {
        let exact = chain.iter().find_map(|locale| self.names.get(locale));
        let alike =
            || chain.iter().find_map(|locale| self.names.iter().find(|(other, _)| other.same_language(locale)).map(|(_, name)| name));
        let english = || self.names.iter().find(|(locale, _)| locale.language() == "en").map(|(_, name)| name);
        exact.or_else(alike).or_else(english).or_else(|| self.names.values().next()).unwrap_or(&self.id)
    }

    /// The host of one of its endpoints.
    pub fn host_of<'s>(&'s self, endpoint: &'s Endpoint) -> &'s HostTemplate {
        endpoint.host.as_ref().unwrap_or(&self.host)
    }

    /// The indexes of the parameters that the hosts of its endpoints need.
    pub fn host_parameters(&self) -> BTreeSet<usize> {
        self.endpoints.iter().flat_map(|endpoint| self.host_of(endpoint).parameters()).collect()
    }

    /// The parameter called `name`.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}

/// A value that only the reader knows.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// `server`; with its service, `email-pro.server`.
    pub name: String,
    /// What is allowed.
    pub grammar: Grammar,
    /// What stands in texts until the value is known: `?`.
    pub mark: String,
    /// The Fluent message that tells where to find the value.
    pub find: Option<Spanned<String>>,
}

/// What a parameter's value may be.
#[derive(Clone, Debug)]
pub enum Grammar {
    /// A whole number from the first to the second, both included, without leading zeros.
    Integer(i64, i64),
    /// One of these.
    Choice(Vec<String>),
    /// A host name of at least two labels (RFC 1123, section 2.1).
    Domain,
    /// An address such as `name@example.net`.
    Email,
    /// Anything that this expression matches from end to end.
    Pattern(Regex),
}

impl Grammar {
    /// Whether `value` is allowed.
    pub fn allows(&self, value: &str) -> bool {
        match self {
            Self::Integer(min, max) => {
                value.parse().is_ok_and(|number: i64| (*min..=*max).contains(&number) && number.to_string() == value)
            }
            Self::Choice(choices) => choices.iter().any(|choice| choice == value),
            Self::Domain => is_domain(value),
            Self::Email => value.split_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain)),
            Self::Pattern(pattern) => pattern.find(value).is_some_and(|found| found.range() == (0..value.len())),
        }
    }

    /// What is allowed, for an error message.
    pub fn describe(&self) -> String {
        match self {
            Self::Integer(min, max) => format!("a whole number from {min} to {max}"),
            Self::Choice(choices) => crate::words::or(choices),
            Self::Domain => "a domain name such as `example.net`".into(),
            Self::Email => "an address such as `name@example.net`".into(),
            Self::Pattern(pattern) => format!("a text that matches `{pattern}`"),
        }
    }
}

fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

fn is_local_part(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte))
}

/// A host name with places for values: `pro{server}.mail.ovh.net`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostTemplate {
    /// In order; literal parts are in lower case.
    pub parts: Vec<HostPart>,
}

/// A part of a [`HostTemplate`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostPart {
    /// Text that is always the same.
    Literal(String),
    /// The place of the parameter with this index in its service.
    Parameter(usize),
}

impl HostTemplate {
    /// The host with `value` at each parameter's place, given the parameter's index.
    pub fn fill<'a>(&'a self, mut value: impl FnMut(usize) -> &'a str) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                HostPart::Literal(text) => text.as_str(),
                HostPart::Parameter(index) => value(*index),
            })
            .collect()
    }

    /// The indexes of the parameters in it.
    pub fn parameters(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().filter_map(|part| match part {
            HostPart::Parameter(index) => Some(*index),
            HostPart::Literal(_) => None,
        })
    }
}

/// Where a mail program connects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Towards the reader, or from them.
    pub direction: Direction,
    /// What is spoken there.
    pub protocol: Protocol,
    /// TCP port, 1 to 65535.
    pub port: u16,
    /// How the connection is secured.
    pub security: Security,
    /// Its host, where it is not the service's.
    pub host: Option<HostTemplate>,
    /// How the reader signs in.
    pub authentication: Authentication,
    /// By what name.
    pub username: Username,
}

impl Endpoint {
    /// A server at the service's host, where readers sign in as is usual: by their address and a password.
    pub fn new(direction: Direction, protocol: Protocol, port: u16, security: Security) -> Self {
        let (authentication, username) = (Authentication::Password, Username::Address);
        Self { direction, protocol, port, security, host: None, authentication, username }
    }
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),* }
        impl $name {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// The word that data and pages use for it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
            /// The value for a word of the data.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// Which way the mail goes.
    Direction {
        /// To the reader.
        Incoming "incoming",
        /// From the reader.
        Outgoing "outgoing",
    }
}
words! {
    /// What is spoken at an endpoint.
    Protocol {
        /// RFC 9051.
        Imap "imap",
        /// RFC 1939.
        Pop3 "pop3",
        /// RFC 6409.
        Smtp "smtp",
        /// Exchange ActiveSync.
        ActiveSync "activesync",
        /// Exchange Web Services.
        Ews "ews",
        /// RFC 8620.
        Jmap "jmap",
    }
}
words! {
    /// How a connection is secured (RFC 8314).
    Security {
        /// TLS from the first byte.
        Tls "tls",
        /// Upgraded to TLS, which is mandatory.
        StartTls "starttls",
        /// Not at all.
        Plain "none",
    }
}

words! {
    /// How the reader signs in.
    Authentication {
        /// By a password, which the connection protects.
        Password "password",
        /// By a password that is not sent (CRAM-MD5 and the like).
        EncryptedPassword "encrypted-password",
        /// On a page of the service (RFC 6749).
        OAuth2 "oauth2",
    }
}
words! {
    /// By what name the reader signs in.
    Username {
        /// The whole address.
        Address "address",
        /// What stands before the `@`.
        LocalPart "local-part",
    }
}

impl Security {
    /// As settings are written: `SSL/TLS`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Tls => "SSL/TLS",
            Self::StartTls => "STARTTLS",
            Self::Plain => "without encryption",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_enter_only_through_their_grammar() {
        let server = Grammar::Integer(1, 99);
        assert!(server.allows("3") && server.allows("99"));
        for wrong in ["", "0", "100", "abc", "03", "+3", " 3", "3.evil.example"] {
            assert!(!server.allows(wrong), "{wrong}");
        }
        assert!(Grammar::Domain.allows("example.net") && !Grammar::Domain.allows("example.net/x") && !Grammar::Domain.allows("-a.net"));
        assert!(Grammar::Email.allows("a.b@example.net") && !Grammar::Email.allows("a\"@example.net"));
        assert!(!Grammar::Pattern(Regex::new("[a-z]+").unwrap()).allows("abc1"));
    }
}
