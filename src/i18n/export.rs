//! Translated files from catalogs.

use super::{
    Change,
    project::{GuideFiles, Project, change},
};
use crate::{
    corpus::{
        catalog::{Share, weave},
        translator::Translator,
    },
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
    /// The translated files that the catalogs make: what a build reads of a guide and a catalog, as a file.
    pub fn export(&self, locales: &[Locale]) -> Vec<Exported> {
        let of_guide = |guide: &GuideFiles| {
            let wanted: Vec<&Locale> = locales.iter().filter(|locale| self.tree.find_text(&guide.path.catalog(locale)).is_some()).collect();
            let source = if wanted.is_empty() { None } else { self.source(guide) };
            let Some(source) = source else { return Vec::new() };
            let one = |locale: &&Locale| {
                let (catalog, _) = self.catalog(&guide.path.catalog(locale))?;
                let woven = weave(&source, &catalog, guide.source);
                let path = guide.path.file(locale, &self.corpus.config);
                let before = self.text(&path).map(|(_, text)| text);
                let change = change(&path, before.clone(), signed(woven.assembled.text, catalog.translator()));
                Some(Exported { is_there: before.is_some() && change.is_some(), change, share: woven.share })
            };
            wanted.iter().filter_map(one).collect::<Vec<_>>()
        };
        self.guides.par_iter().flat_map_iter(of_guide).collect()
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
