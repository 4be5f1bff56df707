//! Translated files from catalogs.

use super::{
    Change,
    project::{GuideFiles, Project, change},
};
use crate::{
    corpus::{
        catalog::{CatalogPath, Share, weave},
        translator::Translator,
        units::SourceText,
        yaml,
    },
    diagnostic::{CATALOG_ORPHAN, Diagnostic},
    locale::Locale,
};
use rayon::prelude::*;

/// A file that a catalog makes.
pub struct Exported {
    /// The file, unless it is as it was.
    pub change: Option<Change>,
    /// How much of it is translated.
    pub share: Share,
    /// Whether there is a file already, with other text.
    pub is_there: bool,
}

impl Project<'_> {
    /// The translated files that the catalogs make: what a build reads of a guide and a catalog, as a file. In place of a file that
    /// would lack what cannot be read, why it cannot.
    pub fn export(&self, locales: &[Locale]) -> Vec<Result<Exported, Vec<Diagnostic>>> {
        let of_guide = |guide: &GuideFiles| {
            let wanted: Vec<&Locale> = locales.iter().filter(|locale| self.tree.find_text(&guide.path.catalog(locale)).is_some()).collect();
            if wanted.is_empty() {
                return Vec::new();
            }
            match yaml::load(self.tree, guide.source) {
                Ok(text) => {
                    let source = SourceText::read(guide.source, &text, &self.corpus.vocabulary);
                    wanted.into_iter().filter_map(|locale| self.exported(guide, &source, locale).transpose()).collect()
                }
                Err(unread) => vec![Err(vec![unread])],
            }
        };
        self.guides.par_iter().flat_map_iter(of_guide).collect()
    }

    fn exported(&self, guide: &GuideFiles, source: &SourceText, locale: &Locale) -> Result<Option<Exported>, Vec<Diagnostic>> {
        let Some((catalog, _)) = self.whole_catalog(&guide.path.catalog(locale))? else { return Ok(None) };
        let woven = weave(source, &catalog, guide.source);
        let path = guide.path.file(locale, &self.corpus.config);
        let before = self.text(&path).map(|(_, text)| text);
        let change = change(&path, before.clone(), signed(woven.assembled.text, catalog.translator()));
        Ok(Some(Exported { is_there: before.is_some() && change.is_some(), change, share: woven.share }))
    }

    /// Why catalogs of `locales` are of no use to anybody: their guides are gone. None where only some guides are asked for.
    pub fn without_guide(&self, locales: &[Locale]) -> Vec<Diagnostic> {
        let is_meant = |diagnostic: &&Diagnostic| {
            let of = CatalogPath::parse(self.tree.path(diagnostic.span.file)).filter(|_| diagnostic.code == &CATALOG_ORPHAN);
            // One whose guide has a file in the locale as well is exported where that file is the same.
            of.is_some_and(|(locale, path)| {
                locales.contains(&locale) && self.guides.binary_search_by(|guide| guide.path.cmp(&path)).is_err()
            })
        };
        if self.is_whole { self.diagnostics.iter().filter(is_meant).cloned().collect() } else { Vec::new() }
    }
}

/// A guide's text that says who translated it.
fn signed(mut text: String, translator: Option<Translator>) -> String {
    let Some(translator) = translator else { return text };
    let first_line = text.find('\n').map_or(text.len(), |newline| newline + 1);
    if text[..first_line].trim_end() == "---" {
        text.insert_str(first_line, &format!("translation: {}\n", translator.as_str()));
    }
    text
}
