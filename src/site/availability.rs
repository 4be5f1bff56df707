//! Which guides there are, and which of their texts a reader of a locale is shown: one in the locale, else the first
//! that its fallbacks have.

use super::{Availability, DocumentId, Guide, LocaleId, Site, SiteLocale};
use crate::{
    corpus::{Corpus, document::DocumentKind},
    diagnostic::{Diagnostic, FILE_DUPLICATE},
    text::Span,
};
use std::collections::BTreeMap;

/// The guides with their files, and a landing page for every folder above them.
pub fn guides(corpus: &Corpus, locales: &[SiteLocale]) -> (Vec<Guide>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut found: BTreeMap<(String, DocumentKind), Guide> = BTreeMap::new();
    for (at, document) in corpus.documents.iter().enumerate() {
        let Some(locale) = locales.iter().position(|locale| locale.locale == document.locale) else { continue };
        let key = (document.folder.clone(), document.kind);
        let guide = found.entry(key).or_insert_with(|| guide(&document.folder, document.kind, locales.len()));
        let (locale, id) = (LocaleId(locale as u16), DocumentId(at as u32));
        match guide.documents.iter().find(|(known, _)| *known == locale) {
            Some((_, first)) => {
                let first = corpus.documents[first.0 as usize].file;
                let message = format!("two files are the page of `{}` in `{}`", document.folder, document.locale);
                diagnostics.push(
                    Diagnostic::new(&FILE_DUPLICATE, Span::top(document.file), message)
                        .help("keep one of them")
                        .related(Span::top(first), "the other one"),
                );
            }
            None => guide.documents.push((locale, id)),
        }
    }
    let folders: Vec<String> = found.keys().map(|(folder, _)| folder.clone()).collect();
    for folder in folders.iter().flat_map(|folder| ancestors(folder)) {
        found.entry((folder.to_owned(), DocumentKind::Landing)).or_insert_with(|| guide(folder, DocumentKind::Landing, locales.len()));
    }
    found.entry((String::new(), DocumentKind::Landing)).or_insert_with(|| guide("", DocumentKind::Landing, locales.len()));
    let mut guides: Vec<Guide> = found.into_values().collect();
    for guide in &mut guides {
        guide.documents.sort();
    }
    (guides, diagnostics)
}

fn guide(folder: &str, kind: DocumentKind, locales: usize) -> Guide {
    Guide { folder: folder.to_owned(), kind, documents: Vec::new(), pages: vec![None; locales], section: None, neighbors: (None, None) }
}

/// The folders that a folder lies in: `a` and `a/b` of `a/b/c`.
fn ancestors(folder: &str) -> impl Iterator<Item = &str> {
    folder.match_indices('/').map(|(at, _)| &folder[..at])
}

impl Site {
    /// The text of a guide that readers of a locale are shown; `None` where the guide is absent on purpose.
    pub(super) fn shown(&self, guide: &Guide, locale: LocaleId, by_count: &[LocaleId]) -> Option<(Option<DocumentId>, Availability)> {
        let asked = &self.locale(locale).locale;
        if self.meta(guide).is_some_and(|meta| meta.disable_languages.iter().any(|disabled| disabled.value == *asked)) {
            return None;
        }
        let own = |wanted: LocaleId| guide.documents.iter().find(|(known, _)| *known == wanted).map(|(_, id)| *id);
        if let Some(id) = own(locale) {
            return Some((Some(id), Availability::Translated));
        }
        let chain = self
            .locale(locale)
            .chain
            .iter()
            .filter_map(|label| self.locales.iter().position(|known| known.locale == *label))
            .map(|at| LocaleId(at as u16));
        let Some(id) = chain.chain(by_count.iter().copied()).find_map(own) else { return Some((None, Availability::Translated)) };
        let is_same = self.document(id).locale.same_language(asked);
        Some((Some(id), if is_same { Availability::Regional } else { Availability::Fallback }))
    }

    /// The locales, those with most guides first, ties by tag.
    pub(super) fn locales_by_count(&self) -> Vec<LocaleId> {
        let mut counts = vec![0usize; self.locales.len()];
        for (locale, _) in self.guides.iter().filter(|guide| guide.kind == DocumentKind::Guide).flat_map(|guide| &guide.documents) {
            counts[locale.0 as usize] += 1;
        }
        let mut all: Vec<LocaleId> = (0..self.locales.len()).map(|at| LocaleId(at as u16)).collect();
        all.sort_by(|one, other| {
            let key = |id: &LocaleId| (std::cmp::Reverse(counts[id.0 as usize]), self.locale(*id).locale.clone());
            key(one).cmp(&key(other))
        });
        all
    }
}
