//! The interface texts of a site's locales against those of its source locale and the bundled ones.

mod compare;
mod plurals;

use crate::{
    bundled,
    check::{Check, Rule, Whole},
    corpus::{
        messages::{self, LAST_RESORT, MessageOutline},
        yaml,
    },
    diagnostic::{Diagnostic, MESSAGE_PLURAL, MESSAGE_SUPERFLUOUS, MESSAGE_UNTRANSLATED, MESSAGE_VARIABLES},
    locale::Locale,
    text::FileId,
};
use std::collections::BTreeMap;

pub const RULE: Rule =
    Rule { codes: &[&MESSAGE_SUPERFLUOUS, &MESSAGE_VARIABLES, &MESSAGE_PLURAL, &MESSAGE_UNTRANSLATED], check: Check::Site(check) };

/// The messages of a locale by name.
type Texts = BTreeMap<String, MessageOutline>;

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let locales = site_texts(whole);
    if locales.is_empty() {
        return;
    }
    let source = &whole.site.corpus.config.source_locale;
    let source = (source, locales.get(source).cloned().unwrap_or_default());
    compare::compare(&locales, &source, &bundled_texts(), &templates(whole), found);
}

fn site_texts(whole: &Whole) -> BTreeMap<Locale, Texts> {
    let mut locales: BTreeMap<Locale, Texts> = BTreeMap::new();
    for path in whole.tree.below(messages::FOLDER).filter(|path| path.name().ends_with(".ftl")) {
        let Some(file) = whole.tree.find(path) else { continue };
        let label = path.below(messages::FOLDER).and_then(|below| below.split('/').next());
        let Some(locale) = label.and_then(Locale::parse) else { continue };
        let Ok(text) = yaml::load(whole.tree, file) else { continue };
        add(locales.entry(locale).or_default(), file, &text);
    }
    locales
}

/// Of several messages of one name the first counts.
fn add(texts: &mut Texts, file: FileId, text: &str) {
    for message in messages::outline(file, text) {
        texts.entry(message.name.clone()).or_insert(message);
    }
}

/// The bundled texts that the program asks for. Their places mean nothing.
fn bundled_texts() -> Texts {
    let mut texts = Texts::new();
    for (_, _, text) in bundled::messages().iter().filter(|(label, ..)| *label == LAST_RESORT) {
        add(&mut texts, FileId(u32::MAX), text);
    }
    texts
}

/// The texts of the site's own templates and scripts, which may show further messages.
fn templates(whole: &Whole) -> String {
    let files = ["templates", "static"].into_iter().flat_map(|folder| whole.tree.below(folder));
    let read = |path| whole.tree.read(whole.tree.find(path)?).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    files.filter_map(read).collect()
}

#[cfg(test)]
mod tests;
