//! What a format says: a service with the words that its files show.

use super::template::{ADDRESS, LOCAL_PART, slot};
use crate::service::{Direction, Endpoint, Service, Username};

/// A mailbox of a service, whoever's it is.
#[derive(Clone, Copy)]
pub struct Account<'a> {
    /// The service.
    pub service: &'a Service,
    /// The words.
    pub texts: &'a Texts,
    /// Whether the reader's address is known.
    pub has_address: bool,
}

/// The words of files, for readers of one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// The product's name.
    pub name: String,
    /// Who made the file.
    pub organization: String,
    /// What the file does, in a sentence.
    pub description: String,
    /// What its reader agrees to, by language: for readers of others, and then by language.
    pub consent: Vec<(String, String)>,
    /// Guides of the service.
    pub guides: Vec<Guide>,
}

/// A guide in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
}

impl<'a> Account<'a> {
    /// The service's servers of a direction, in order of preference.
    pub fn endpoints(&self, direction: Direction) -> impl Iterator<Item = &'a Endpoint> + use<'a> {
        self.service.endpoints.iter().filter(move |endpoint| endpoint.direction == direction)
    }

    /// A server's host with slots.
    pub fn host(&self, endpoint: &Endpoint) -> String {
        let slots: Vec<String> =
            self.service.parameters.iter().map(|parameter| slot(&format!("{}.{}", self.service.id, parameter.name))).collect();
        self.service.host_of(endpoint).fill(|index| slots.get(index).map_or("", String::as_str))
    }

    /// A server's user name, where it is known.
    pub fn username(&self, endpoint: &Endpoint) -> Option<String> {
        let name = match endpoint.username {
            Username::Address => ADDRESS,
            Username::LocalPart => LOCAL_PART,
        };
        self.has_address.then(|| slot(name))
    }

    /// The domain that stands for the service where it has none of its own: what its host is part of.
    pub fn provider(&self) -> String {
        let host = self.service.host.fill(|_| "0");
        self.service.domains.first().cloned().unwrap_or_else(|| host.split_once('.').map_or(&*host, |(_, rest)| rest).to_owned())
    }
}
