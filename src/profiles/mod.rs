//! Files that set up a device: from a service's data, in the formats that phones and mail programs read.
//!
//! A format gives a [`Template`]: a text with slots for what only the reader knows. The build fills it, and so does the
//! reader's browser (`static/js/setup.js`), from the same template: both give the same bytes. No format holds a password.

mod account;
mod apple;
mod autoconfig;
mod autodiscover;
mod dns;
mod json;
mod qr;
mod server;
mod template;
#[cfg(test)]
mod tests;

pub use account::{Account, Guide, Texts};
pub use qr::svg;
pub use server::nginx;
pub use template::{ADDRESS, Filled, SITE, Template, slot};

use crate::service::{Direction, Endpoint, Protocol, Security};

/// A format of settings.
#[derive(Debug)]
pub struct Format {
    /// What the command line and the data of services call it.
    pub name: &'static str,
    /// How the names of its files end.
    pub ending: &'static str,
    /// What servers call it.
    pub media_type: &'static str,
    /// Who uses the file.
    pub reader: Reader,
    /// What is to be filled in; none where the format has no words for any of the service's servers.
    pub template: fn(&Account) -> Option<Template>,
    /// What becomes of the template when it is filled.
    pub form: Form,
    /// How mail programs look for the file on the web server of a domain.
    pub lookup: Lookup,
    /// Whether it has a word for connections that are upgraded to TLS. Where not, `setup-NAME-starttls` tells the reader.
    pub says_starttls: bool,
}

/// Who uses a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The device on which the mail is read.
    Device,
    /// Whoever runs the domain of the addresses: mail programs look for the file there.
    Domain,
}

/// How programs look for a file on a web server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// They do not.
    Never,
    /// At these paths.
    At(&'static [&'static str]),
    /// By a POST to this path, in whatever case.
    PostTo(&'static str),
}

impl Lookup {
    /// The paths.
    pub fn paths(&self) -> &[&'static str] {
        match self {
            Self::Never => &[],
            Self::At(paths) => paths,
            Self::PostTo(path) => std::slice::from_ref(path),
        }
    }
}

/// What a filled template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The file.
    Text,
    /// What a QR code says, which is the file.
    QrCode,
}

/// All formats. To add one: a file, a line here, and two messages, `setup-NAME` and `setup-NAME-note`.
pub const FORMATS: &[Format] = &[apple::FORMAT, qr::FORMAT, autoconfig::FORMAT, autodiscover::FORMAT, dns::FORMAT, json::FORMAT];

/// The format called `name`.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

impl Format {
    /// The file for what is known; none where the format cannot say it, or a value is missing or not allowed.
    pub fn write(&self, account: &Account, known: &Filled) -> Option<String> {
        self.fill(&(self.template)(account)?, known)
    }

    /// The same from the format's template.
    pub fn fill(&self, template: &Template, known: &Filled) -> Option<String> {
        let text = template.fill(known)?;
        match self.form {
            Form::Text => Some(text),
            Form::QrCode => svg(&text),
        }
    }
}

/// The servers of the first protocol in order of preference that `known` has, and how mail is sent: what formats hold that
/// describe one account.
fn single<'a>(account: &Account<'a>, known: &[Protocol]) -> Option<(&'a Endpoint, &'a Endpoint)> {
    let incoming = account.endpoints(Direction::Incoming).find(|endpoint| known.contains(&endpoint.protocol))?;
    Some((incoming, account.endpoints(Direction::Outgoing).find(|endpoint| endpoint.protocol == Protocol::Smtp)?))
}

/// Whether an account in one of the single formats has a server that is upgraded to TLS.
pub fn upgrades(account: &Account) -> bool {
    let upgrade = |endpoint: &Endpoint| endpoint.security == Security::StartTls;
    single(account, &[Protocol::Imap, Protocol::Pop3]).is_some_and(|(incoming, outgoing)| upgrade(incoming) || upgrade(outgoing))
}
