//! What the author typed, field by field, before it means anything.

use super::keys::{CHECK, CODE_NAMES, EXTERNAL, KEYS, LOCALE, SEVERITIES, names};
use crate::{
    corpus::{
        fields::Fields,
        yaml::{Entry, Node},
    },
    diagnostic::{self, CONFIG, Code, Diagnostic, Severity},
    locale::Locale,
    text::Spanned,
    words,
};

/// The fields of `polyguide.yaml`.
#[derive(Default)]
pub(super) struct Raw {
    pub(super) title: Option<Spanned<String>>,
    pub(super) base_url: Option<Spanned<String>>,
    pub(super) content: Option<Spanned<String>>,
    pub(super) source_locale: Option<Spanned<String>>,
    pub(super) edit_url: Option<Spanned<String>>,
    pub(super) locales: Vec<RawLocale>,
    /// Each kind of mistake once, with its severity; none is off.
    pub(super) severities: Vec<(&'static Code, Option<Severity>)>,
    pub(super) stale_notice: Option<Spanned<String>>,
    pub(super) max_untranslated: Option<Spanned<String>>,
    pub(super) external_ignore: Vec<Spanned<String>>,
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
    let keys = fields.keys(node, "the configuration", &names(KEYS));
    let mut text = |key: &str| keys.get(key).and_then(|entry| fields.text(entry));
    let mut raw = Raw {
        title: text("title"),
        base_url: text("base_url"),
        content: text("content"),
        source_locale: text("source_locale"),
        edit_url: text("edit_url"),
        max_untranslated: text("max_untranslated"),
        stale_notice: text("stale_notice"),
        ..Raw::default()
    };
    if let Some(entry) = keys.get("locales") {
        raw.locales = locales(&mut fields, &entry.value);
    }
    if let Some(entry) = keys.get("check") {
        check(&mut fields, &entry.value, &mut raw);
    }
    (raw, fields.diagnostics)
}

fn check(fields: &mut Fields, node: &Node, raw: &mut Raw) {
    let keys = fields.keys(node, "`check`", &names(CHECK));
    if let Some(entry) = keys.get("severity") {
        let entries = fields.entries(&entry.value, "`severity`");
        raw.severities = entries.into_iter().filter_map(|entry| severity(fields, entry)).collect();
    }
    if let Some(entry) = keys.get("external") {
        let keys = fields.keys(&entry.value, "`external`", &names(EXTERNAL));
        raw.external_ignore = keys.get("ignore").map_or_else(Vec::new, |entry| fields.texts(entry));
    }
}

fn severity(fields: &mut Fields, entry: &Entry) -> Option<(&'static Code, Option<Severity>)> {
    let name = &entry.key.value;
    let Some(code) = diagnostic::code(name) else {
        let help = words::nearest(name, CODE_NAMES.iter().copied());
        let help = help.map_or("`polyguide check --statistics` lists the kinds of a site".into(), |code| format!("did you mean `{code}`?"));
        fields.report(entry.key.span, format!("`{name}` is no kind of mistake"), help);
        return None;
    };
    let typed = fields.text(entry)?;
    let severity = [Severity::Note, Severity::Warning, Severity::Error].into_iter().find(|severity| severity.as_str() == typed.value);
    if severity.is_none() && typed.value != "off" {
        fields.report(typed.span, format!("`{}` is no severity", typed.value), words::did_you_mean(&typed.value, SEVERITIES));
        return None;
    }
    Some((code, severity))
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
    let keys = fields.keys(&entry.value, "a locale", &names(LOCALE));
    let mut text = |key: &str| keys.get(key).and_then(|entry| fields.text(entry)).filter(|text| !text.value.is_empty());
    let (name, lang) = (text("name"), text("lang"));
    let fallback = keys.get("fallback").map_or_else(Vec::new, |entry| fields.texts(entry));
    Some(RawLocale { locale, name, lang, fallback })
}
