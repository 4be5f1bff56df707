//! `polyguide.yaml`: what the author typed (`raw`) becomes a [`Config`] that cannot be wrong.

mod checks;
mod fallback;
mod infer;
mod keys;
mod raw;
mod schema;

pub use schema::schema;

use super::yaml;
use crate::{
    diagnostic::{CONFIG, Diagnostic, Severity},
    locale::Locale,
    source::SourceTree,
    text::{Span, Spanned},
};
use raw::{Raw, RawLocale};
use std::collections::BTreeMap;

/// The name of the configuration, in the site's folder.
pub const FILE: &str = "polyguide.yaml";

/// How a site is set up. `locales` is not empty and holds `source_locale`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The site's name; never empty.
    pub title: String,
    /// Where the site will stand: `http` or `https`, without query or fragment, ending in `/`.
    pub base_url: Option<String>,
    /// The folder of the guides below the site's folder, a tidy path; empty for the site's folder itself.
    pub content: String,
    /// The language that guides are written in first.
    pub source_locale: Locale,
    /// Where a page can be edited: an address of the web with `{path}` for the file's path below the site's folder.
    pub edit_url: Option<String>,
    /// Every locale once: in the order of the configuration, or by label where it names none.
    pub locales: Vec<LocaleConfig>,
    /// How bad kinds of mistakes count in this site, by the names that people see; none is off.
    pub severities: BTreeMap<&'static str, Option<Severity>>,
    /// Whether readers are told which passages of a translation are older than the original.
    pub stale_notice: bool,
    /// How many of a hundred texts of a guide may be untranslated in its catalog.
    pub max_untranslated: usize,
    /// Beginnings of addresses of the web that are never asked.
    pub external_ignore: Vec<String>,
}

/// How a locale is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleConfig {
    /// Its label.
    pub locale: Locale,
    /// The language's own name, where the configuration gives one.
    pub name: Option<String>,
    /// The tag for `lang` and `hreflang`: valid BCP 47 in its usual case.
    pub lang: String,
    /// Whose text a reader gets where this locale has none: other locales of the site, and never a way back to this one.
    pub fallback: Vec<Locale>,
}

impl Config {
    /// How `locale` is set up, if it is one of the site's.
    pub fn locale(&self, locale: &Locale) -> Option<&LocaleConfig> {
        self.locales.iter().find(|config| config.locale == *locale)
    }

    /// Whose text a reader of `locale` gets, each locale once: its own, its fallbacks in order, their fallbacks in
    /// order, and at last the source locale's.
    pub fn chain(&self, locale: &Locale) -> Vec<Locale> {
        let mut chain = vec![locale.clone()];
        let mut next = 0;
        while let Some(config) = chain.get(next).map(|locale| self.locale(locale)) {
            for fallback in config.map_or(&[][..], |config| &config.fallback) {
                if !chain.contains(fallback) {
                    chain.push(fallback.clone());
                }
            }
            next += 1;
        }
        if !chain.contains(&self.source_locale) {
            chain.push(self.source_locale.clone());
        }
        chain
    }
}

/// Reads `polyguide.yaml`. What it does not say, or says wrongly, is inferred from the names of the files.
pub fn read(tree: &SourceTree) -> (Config, Vec<Diagnostic>) {
    let Some(file) = tree.find_text(FILE) else {
        let diagnostics = tree
            .find_text("polyguide.yml")
            .map(|other| Diagnostic::new(&CONFIG, Span::top(other), "`polyguide.yml` is not read").help("call it `polyguide.yaml`"));
        return (
            resolve(tree, Raw::default(), infer::content_folder(tree).unwrap_or(""), &mut Vec::new()),
            diagnostics.into_iter().collect(),
        );
    };
    let (raw, mut diagnostics) = match yaml::load(tree, file) {
        Ok(text) => {
            let (node, errors) = yaml::mapping(file, &text);
            let (raw, found) = raw::read(&node);
            (raw, errors.into_iter().map(|error| error.into_diagnostic(&CONFIG)).chain(found).collect())
        }
        Err(diagnostic) => (Raw::default(), vec![diagnostic]),
    };
    let config = resolve(tree, raw, infer::content_folder(tree).unwrap_or("content"), &mut diagnostics);
    diagnostics.sort_by_key(|found| found.span.start);
    (config, diagnostics)
}

/// What was typed, with everything checked, and everything that is missing filled in.
fn resolve(tree: &SourceTree, raw: Raw, content: &str, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let content = raw.content.and_then(|typed| checks::folder(tree, typed, diagnostics)).unwrap_or_else(|| content.to_owned());
    let counts = infer::guides_by_locale(tree, &content);
    let mut locales = locales(raw.locales, diagnostics);
    if locales.is_empty() {
        let found = if counts.is_empty() { vec![infer::default_locale()] } else { counts.keys().cloned().collect() };
        locales = found.into_iter().map(|locale| LocaleConfig { name: None, lang: locale.tag(), fallback: Vec::new(), locale }).collect();
    }
    let source_locale = raw
        .source_locale
        .and_then(|typed| checks::known_locale(&locales, typed, "source locale", diagnostics))
        .map(|known| known.value)
        .or_else(|| infer::most_guides(&locales, &counts))
        .unwrap_or_else(infer::default_locale);
    Config {
        title: raw.title.map(|title| title.value).filter(|title| !title.is_empty()).unwrap_or_else(|| "Guides".into()),
        base_url: raw.base_url.and_then(|typed| checks::base_url(typed, diagnostics)),
        content,
        source_locale,
        edit_url: raw.edit_url.and_then(|typed| checks::edit_url(typed, diagnostics)),
        locales,
        severities: raw.severities.into_iter().map(|(code, severity)| (code.id, severity)).collect(),
        stale_notice: raw.stale_notice.and_then(|typed| checks::flag(typed, diagnostics)).unwrap_or(false),
        max_untranslated: raw.max_untranslated.and_then(|typed| checks::percent(typed, diagnostics)).unwrap_or(100),
        external_ignore: raw.external_ignore.into_iter().map(|typed| typed.value).filter(|typed| !typed.is_empty()).collect(),
    }
}

/// The locales of the configuration, their fallbacks without unknown locales and cycles.
fn locales(raw: Vec<RawLocale>, diagnostics: &mut Vec<Diagnostic>) -> Vec<LocaleConfig> {
    let mut configs = Vec::new();
    let mut typed = Vec::new();
    for RawLocale { locale, name, lang, fallback } in raw {
        let lang = lang.and_then(|lang| checks::tag(lang, diagnostics)).unwrap_or_else(|| locale.tag());
        configs.push(LocaleConfig { locale, name: name.map(|name| name.value), lang, fallback: Vec::new() });
        typed.push(fallback);
    }
    let resolved: Vec<Vec<Spanned<Locale>>> = typed
        .into_iter()
        .map(|typed| typed.into_iter().filter_map(|one| checks::known_locale(&configs, one, "fallback", diagnostics)).collect())
        .collect();
    let labels: Vec<Locale> = configs.iter().map(|config| config.locale.clone()).collect();
    let acyclic = fallback::without_cycles(&labels, resolved, diagnostics);
    for (config, fallback) in configs.iter_mut().zip(acyclic) {
        config.fallback = fallback;
    }
    configs
}

#[cfg(test)]
mod tests;
