//! The keys of `polyguide.yaml`: one table for those who read it and for the schema that editors ask.

use std::sync::LazyLock;

use crate::diagnostic::CODES;

/// A key, and what its value may be.
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value may be.
    pub kind: Kind,
    /// What it is for, in a sentence.
    pub about: &'static str,
}

/// What a value may be.
pub enum Kind {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 100.
    Percent,
    /// An absolute address of the web.
    Address,
    /// A locale: `fr`, `en-gb`.
    Locale,
    /// A text, or a list of texts.
    Texts,
    /// A locale, or a list of them.
    Locales,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// A mapping with known keys.
    Keys(&'static [Key]),
    /// A mapping from locales.
    ByLocale(&'static Kind),
    /// A mapping from kinds of mistakes.
    ByCode(&'static Kind),
}

/// What a kind of mistake may be set to.
pub const SEVERITIES: &[&str] = &["off", "note", "warning", "error"];

/// The keys of the file.
pub static KEYS: &[Key] = &[
    Key { name: "title", kind: Kind::Text, about: "What the site is called; it stands at the top of every page." },
    Key { name: "base_url", kind: Kind::Address, about: "Where the site will be published, for full addresses." },
    Key { name: "content", kind: Kind::Text, about: "The folder of the guides, below that of this file." },
    Key { name: "source_locale", kind: Kind::Locale, about: "The language that guides are written in first." },
    Key { name: "edit_url", kind: Kind::Address, about: "Where a page can be edited, with `{path}` for its file's path." },
    Key { name: "locales", kind: Kind::ByLocale(&Kind::Keys(LOCALE)), about: "The languages of the site, in the order of its menus." },
    Key {
        name: "max_untranslated",
        kind: Kind::Percent,
        about: "How many of a hundred texts of a guide may be untranslated in its catalog; with more, readers are shown another language.",
    },
    Key {
        name: "stale_notice",
        kind: Kind::Flag,
        about: "Whether readers are told which passages of a translation are older than the original.",
    },
    Key { name: "check", kind: Kind::Keys(CHECK), about: "What `polyguide check` looks for." },
];

/// The keys of a locale.
pub static LOCALE: &[Key] = &[
    Key { name: "fallback", kind: Kind::Locales, about: "Whose text readers get where this locale has none." },
    Key { name: "name", kind: Kind::Text, about: "The language's own name." },
    Key { name: "lang", kind: Kind::Text, about: "The tag for `lang` and `hreflang` (BCP 47)." },
];

/// The keys of `check`.
pub static CHECK: &[Key] = &[
    Key { name: "severity", kind: Kind::ByCode(&Kind::OneOf(SEVERITIES)), about: "How bad kinds of mistakes count in this site." },
    Key { name: "external", kind: Kind::Keys(EXTERNAL), about: "How `--external` asks the web." },
];

/// The keys of `check.external`.
pub static EXTERNAL: &[Key] =
    &[Key { name: "ignore", kind: Kind::Texts, about: "Beginnings of addresses that are not asked, such as those behind a login." }];

/// The names of keys.
pub fn names(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().map(|key| key.name).collect()
}

/// The names of all kinds of mistakes.
pub static CODE_NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| CODES.iter().map(|code| code.id).collect());
