//! Texts with slots for what only the reader knows.

use crate::service::{Grammar, Values};
use std::borrow::Cow;
use uuid::Uuid;

/// The slot of the reader's address.
pub const ADDRESS: &str = "address";
/// The slot of the site's address, with which the addresses of its guides begin.
pub const SITE: &str = "site";
/// The slot of what stands before the `@` of the reader's address.
pub(super) const LOCAL_PART: &str = "local-part";

/// Around the name of a slot. No text holds these signs, which Unicode leaves to private use.
const SLOT: [char; 2] = ['\u{E000}', '\u{E001}'];
/// Around a name, perhaps with slots, that stands for its UUID.
const IDENTITY: [char; 2] = ['\u{E002}', '\u{E003}'];
/// Under which names of ours become UUIDs (RFC 9562, version 5).
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0a_3c1e_52d7_4b58_9d4f_87c1_e0b2_a6d3);

/// A text with slots, and the hosts in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The text.
    pub text: String,
    /// The hosts that it names: filled, each must be a host name, so that no value brings in anything else.
    pub hosts: Vec<String>,
}

/// What fills slots: the values of a build, and perhaps the reader's address.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// The values.
    pub values: &'a Values,
    /// The address.
    pub address: Option<&'a str>,
    /// Where the site is published.
    pub site: Option<&'a str>,
}

impl Filled<'_> {
    /// The value of a slot.
    pub fn get(&self, slot: &str) -> Option<Cow<'_, str>> {
        let address = self.address.filter(|address| Grammar::Email.allows(address));
        match slot {
            ADDRESS => address.map(Cow::Borrowed),
            SITE => self.site.map(as_text),
            LOCAL_PART => address.and_then(|address| address.split('@').next()).map(Cow::Borrowed),
            _ => slot.rsplit_once('.').and_then(|(service, parameter)| self.values.get(service, parameter)).map(Cow::Borrowed),
        }
    }
}

/// An address of the web, spelled so that it stands as it is in XML and JSON.
fn as_text(address: &str) -> Cow<'_, str> {
    if !address.contains(['&', '\'', '\\']) {
        return Cow::Borrowed(address);
    }
    address.replace('&', "%26").replace('\'', "%27").replace('\\', "%5C").into()
}

/// The slot called `name`.
pub fn slot(name: &str) -> String {
    format!("{}{name}{}", SLOT[0], SLOT[1])
}

/// What becomes the UUID of `name`, which may hold slots.
pub(super) fn identity(name: &str) -> String {
    format!("{}{name}{}", IDENTITY[0], IDENTITY[1])
}

impl Template {
    /// A text without slots that it does not name itself.
    pub(super) fn new(text: String, mut hosts: Vec<String>) -> Self {
        hosts.sort();
        hosts.dedup();
        Self { text, hosts }
    }

    /// The text with all that is known; none where something is missing, or a host would be none.
    pub fn fill(&self, known: &Filled) -> Option<String> {
        let is_host = |host: &String| filled(host, known).is_some_and(|host| Grammar::Domain.allows(&host));
        if !self.hosts.iter().all(is_host) {
            return None;
        }
        let text = filled(&self.text, known)?;
        let uuid = |name: &str| Uuid::new_v5(&NAMESPACE, name.as_bytes()).hyphenated().to_string().to_uppercase();
        replaced(&text, IDENTITY, |name| Some(uuid(name)))
    }
}

fn filled(text: &str, known: &Filled) -> Option<String> {
    replaced(text, SLOT, |slot| Some(known.get(slot)?.into_owned()))
}

/// The text with what `give` gives for each name between two signs.
fn replaced(text: &str, [start, end]: [char; 2], give: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut parts = text.split(start);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(end)?;
        out.push_str(&give(name)?);
        out.push_str(rest);
    }
    Some(out)
}
