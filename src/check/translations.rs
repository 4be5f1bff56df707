//! Each text of a guide with the one that it is compared with.

use super::{
    Check, IsOver, Notes, RULES, Whole,
    structure::{Difference, Outline, compare},
};
use crate::{
    corpus::document::Document,
    diagnostic::Diagnostic,
    site::{DocumentId, Guide, LocaleId, Site, links::mend::Texts},
    source::SourceTree,
};
use rayon::prelude::*;
use std::ops::Range;

/// The translations of so many texts are compared in a row at most: a thread that is done finds others, until the end.
const IN_A_ROW: usize = 8;

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

/// A translation beside its source: the two are compared once for all rules.
pub struct Compared<'w> {
    /// The site that both belong to.
    pub site: &'w Site,
    /// The text that was there first.
    pub source: Side<'w>,
    /// The text that was made from it.
    pub own: Side<'w>,
    /// How it is built otherwise.
    pub differences: Vec<Difference>,
    /// The places in the outlines of what stands in both, outer things before those inside of them.
    pub pairs: Vec<(usize, usize)>,
}

/// One of the two texts.
pub struct Side<'w> {
    /// What it says.
    pub document: &'w Document,
    /// What was noted of it.
    pub notes: &'w Notes,
    /// What is written in its file.
    pub texts: Texts<'w>,
}

impl<'w> Side<'w> {
    fn new(documents: &Documents<'w>, id: DocumentId) -> Self {
        let Documents { site, tree, notes } = *documents;
        Self { document: site.document(id), notes: &notes[id.index()], texts: Texts::new(tree) }
    }

    /// How it is built.
    pub fn outline(&self) -> &'w Outline {
        &self.notes.outline
    }
}

/// The documents of a site with what was noted of them.
#[derive(Clone, Copy)]
pub struct Documents<'w> {
    /// The site.
    pub site: &'w Site,
    /// Its files.
    pub tree: &'w SourceTree,
    /// What was noted of each document.
    pub notes: &'w [Notes],
}

/// What the rules over translations find in some of the documents, as far as that comes before it is over.
pub fn findings(documents: Documents, some: Range<usize>, is_over: IsOver) -> Vec<Diagnostic> {
    let mut all = translations(documents.site);
    all.retain(|translation| some.contains(&translation.own.index()));
    let of_source: Vec<&[Translation]> = all.chunk_by(|one, other| one.source == other.source).collect();
    let some_of_source = |translations| if is_over() { Vec::new() } else { of_source_text(documents, translations) };
    of_source.into_par_iter().with_max_len(IN_A_ROW).flat_map_iter(some_of_source).collect()
}

/// What they find in the translations of one text, whose file is read once.
fn of_source_text(documents: Documents, translations: &[Translation]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut source = translations.first().map(|translation| Side::new(&documents, translation.source));
    for translation in translations {
        let Some(side) = source.take() else { break };
        let own = Side::new(&documents, translation.own);
        let (differences, pairs) = compare(side.outline(), own.outline());
        let mut compared = Compared { site: documents.site, source: side, own, differences, pairs };
        for rule in RULES {
            if let Check::Translation(check) = rule.check {
                check(&mut compared, &mut found);
            }
        }
        source = Some(compared.source);
    }
    found
}

/// All translations, and all texts for further regions of a language, in the order of the guides.
fn translations(site: &Site) -> Vec<Translation> {
    site.guides.iter().flat_map(|guide| of_guide(site, guide)).collect()
}

impl Whole<'_> {
    /// All translations, and all texts for further regions of a language, in the order of the guides.
    pub fn translations(&self) -> Vec<Translation> {
        translations(self.site)
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
