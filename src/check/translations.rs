//! Each text of a guide with the one that it is compared with.

use super::Whole;
use crate::{
    corpus::document::Document,
    site::{DocumentId, Guide, LocaleId, Site},
};

/// A text and the one that it was made from.
#[derive(Clone, Copy, Debug)]
pub struct Translation {
    /// The text that was there first.
    pub source: DocumentId,
    /// The text that was made from it.
    pub own: DocumentId,
    /// Whether both are texts of one language for different regions.
    pub is_regional: bool,
}

impl Whole<'_> {
    /// All translations, and all texts for further regions of a language, in the order of the guides.
    pub fn translations(&self) -> Vec<Translation> {
        self.site.guides.iter().flat_map(|guide| of_guide(self.site, guide)).collect()
    }

    /// Both documents of a translation.
    pub fn documents(&self, translation: &Translation) -> (&Document, &Document) {
        (self.site.document(translation.source), self.site.document(translation.own))
    }
}

fn of_guide(site: &Site, guide: &Guide) -> Vec<Translation> {
    let source = site.source_locale();
    let main = |locale: LocaleId| {
        let same = |other: &&(LocaleId, DocumentId)| site.locale(other.0).locale.same_language(&site.locale(locale).locale);
        let in_language = || guide.documents.iter().filter(same);
        in_language().find(|(other, _)| *other == source).or_else(|| in_language().next())
    };
    let original = guide.documents.iter().find(|(locale, _)| *locale == source).map(|(_, id)| *id);
    let translation = |(locale, own): &(LocaleId, DocumentId)| {
        let (_, main) = main(*locale)?;
        let is_regional = main != own;
        let source = if is_regional { Some(*main) } else { original.filter(|original| original != own) };
        source.map(|source| Translation { source, own: *own, is_regional })
    };
    guide.documents.iter().filter_map(translation).collect()
}
