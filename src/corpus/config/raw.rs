//! What the author typed, field by field, before it means anything.

use crate::{
    corpus::{
        fields::Fields,
        yaml::{Entry, Node},
    },
    diagnostic::{CONFIG, Diagnostic},
    locale::Locale,
    text::Spanned,
};

/// The keys of `polyguide.yaml`.
const KEYS: &[&str] = &["title", "base_url", "content", "source_locale", "edit_url", "locales"];

/// The keys of a locale.
const LOCALE_KEYS: &[&str] = &["fallback", "name", "lang"];

/// The fields of `polyguide.yaml`.
#[derive(Default)]
pub(super) struct Raw {
    pub(super) title: Option<Spanned<String>>,
    pub(super) base_url: Option<Spanned<String>>,
    pub(super) content: Option<Spanned<String>>,
    pub(super) source_locale: Option<Spanned<String>>,
    pub(super) edit_url: Option<Spanned<String>>,
    pub(super) locales: Vec<RawLocale>,
}

/// A locale of `polyguide.yaml`; each label once.
pub(super) struct RawLocale {
    pub(super) locale: Locale,
    pub(super) name: Option<Spanned<String>>,
    pub(super) lang: Option<Spanned<String>>,
    pub(super) fallback: Vec<Spanned<String>>,
}

pub(super) fn read(node: &Node) -> (Raw, Vec<Diagnostic>) {
    let mut fields = Fields::new(&CONFIG, &CONFIG);
    let keys = fields.keys(node, "the configuration", KEYS);
    let mut text = |key: &str| keys.get(key).and_then(|entry| fields.text(entry));
    let mut raw = Raw {
        title: text("title"),
        base_url: text("base_url"),
        content: text("content"),
        source_locale: text("source_locale"),
        edit_url: text("edit_url"),
        locales: Vec::new(),
    };
    if let Some(entry) = keys.get("locales") {
        raw.locales = locales(&mut fields, &entry.value);
    }
    (raw, fields.diagnostics)
}

fn locales(fields: &mut Fields, node: &Node) -> Vec<RawLocale> {
    let mut locales: Vec<RawLocale> = Vec::new();
    for entry in fields.entries(node, "`locales`") {
        let Some(raw) = locale(fields, entry) else { continue };
        if locales.iter().any(|other| other.locale == raw.locale) {
            fields.report(entry.key.span, format!("the locale `{}` stands twice", raw.locale), "keep one of them; the first one counts");
        } else {
            locales.push(raw);
        }
    }
    locales
}

fn locale(fields: &mut Fields, entry: &Entry) -> Option<RawLocale> {
    let label = &entry.key.value;
    let Some(locale) = Locale::parse(label) else {
        fields.report(entry.key.span, format!("`{label}` is no locale"), "write a language and a region: `fr`, `en-gb`");
        return None;
    };
    let keys = fields.keys(&entry.value, "a locale", LOCALE_KEYS);
    let mut text = |key: &str| keys.get(key).and_then(|entry| fields.text(entry)).filter(|text| !text.value.is_empty());
    let (name, lang) = (text("name"), text("lang"));
    let fallback = keys.get("fallback").map_or_else(Vec::new, |entry| fields.texts(entry));
    Some(RawLocale { locale, name, lang, fallback })
}
