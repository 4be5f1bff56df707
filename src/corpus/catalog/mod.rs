//! Catalogs: translations of a guide's units in a PO file, `locales/<tag>/guides/<path>.po`, and the templates that they are
//! made from, `locales/templates/guides/<path>.pot`.
//!
//! Reading and writing are our own: the crates for PO files tell no lines, forget the previous text of a fuzzy entry and what
//! is obsolete, or write differently from what they read; a finding needs a place, and a file that nobody touched must stay
//! byte for byte what it was.

mod faults;
pub mod pair;
mod path;
mod read;
mod sync;
#[cfg(test)]
mod tests;
mod weave;
mod write;

pub use faults::faults;
pub use path::{CatalogPath, guide_file};
pub use sync::{Drift, Synced};
pub use weave::{Share, UnitState, Woven, states, weave};

use super::{translator::Translator, units::Fingerprint};
use crate::dialect::source::Piece;
use std::ops::Range;

/// What the names of catalogs end in.
pub const EXTENSION: &str = ".po";

/// The field of a header that says who translated: `human`, `machine` or `reviewed`.
pub const TRANSLATION: &str = "X-Translation";

/// A PO file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// The comments at its top, each without its `#`.
    pub comments: Vec<String>,
    /// Whether its header is marked as fuzzy, as those of templates are.
    pub is_template: bool,
    /// The fields of its header, in order.
    pub header: Vec<(String, String)>,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
    /// Where its header stands in the file.
    pub written: Written,
}

/// An entry: a text and its translation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What translators noted (`# …`).
    pub comments: Vec<String>,
    /// What they are told (`#. …`).
    pub notes: Vec<String>,
    /// Where the text stands (`#: …`).
    pub places: Vec<String>,
    /// Its flags but for `fuzzy` (`#, …`).
    pub flags: Vec<String>,
    /// Whether the translation is not sure to be one of this text.
    pub is_fuzzy: bool,
    /// The text that the translation was made from, where it is another by now (`#| msgid`).
    pub previous: Option<String>,
    /// What the entry is known by (`msgctxt`).
    pub id: String,
    /// The text (`msgid`).
    pub source: String,
    /// Its translation (`msgstr`); empty where there is none.
    pub translation: String,
    /// A text for many and its translations (`msgid_plural`, `msgstr[1]`), each with its keyword. No guide has them, but a
    /// translator wrote them.
    pub plurals: Vec<(String, String)>,
    /// Whether the text is no longer in the guide (`#~`).
    pub is_obsolete: bool,
    /// Where it stands in the file.
    pub written: Written,
}

/// Where an entry stands in its file. Of no meaning: two entries are the same wherever they stand.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// All of its lines.
    pub whole: Range<usize>,
    /// The bytes of what it is known by, with the quotes.
    pub id: Range<usize>,
    /// Those of its text.
    pub source: Range<usize>,
    /// Those of the text that its translation was made from.
    pub previous: Range<usize>,
    /// Those of its translation.
    pub translation: Range<usize>,
    /// Where the bytes of the translation came from.
    pub pieces: Vec<Piece>,
}

impl PartialEq for Written {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What can be said of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It has a translation.
    Translated,
    /// It has one that is not sure to be right.
    Fuzzy,
    /// It has none.
    Missing,
}

impl Entry {
    /// What can be said of it.
    pub fn state(&self) -> State {
        match (self.translation.trim().is_empty(), self.is_fuzzy) {
            (true, _) => State::Missing,
            (false, true) => State::Fuzzy,
            (false, false) => State::Translated,
        }
    }

    /// What its text is known by.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.source)
    }

    /// Whether a flag is set.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|known| known == flag)
    }
}

impl Catalog {
    /// The entries of texts that the guide has.
    pub fn live(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.is_obsolete)
    }

    /// A field of the header.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.header.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Who translated it, where its header says so.
    pub fn translator(&self) -> Option<Translator> {
        self.field(TRANSLATION).and_then(Translator::parse)
    }

    /// Sets a field of the header, or adds it at its end.
    pub fn set_field(&mut self, name: &str, value: &str) {
        match self.header.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            Some((_, known)) => value.clone_into(known),
            None => self.header.push((name.into(), value.into())),
        }
    }
}
