//! Each text of a guide with the one that it is compared with.

use super::{
    Check, IsOver, Notes, RULES, Whole,
    structure::{Difference, Outline, compare},
};
use crate::{
    corpus::document::Document,
    diagnostic::Diagnostic,
    site::{DocumentId, Guide, LocaleId, Site, links::mend::Texts},
};
use rayon::prelude::*;

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
    /// All files together.
    pub whole: &'w Whole<'w>,
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
    fn new(whole: &'w Whole<'w>, id: DocumentId) -> Self {
        Self { document: whole.site.document(id), notes: whole.notes(id), texts: Texts::new(whole.tree) }
    }

    /// How it is built.
    pub fn outline(&self) -> &'w Outline {
        &self.notes.outline
    }
}

impl<'w> Compared<'w> {
    fn new(whole: &'w Whole<'w>, source: Side<'w>, own: Side<'w>) -> Self {
        let (differences, pairs) = compare(source.outline(), own.outline());
        Self { whole, source, own, differences, pairs }
    }
}

/// What the rules over translations find, as far as they come before it is over.
pub fn findings(whole: &Whole, is_over: IsOver) -> Vec<Diagnostic> {
    let all = whole.translations();
    let of_source: Vec<&[Translation]> = all.chunk_by(|one, other| one.source == other.source).collect();
    of_source.into_par_iter().filter(|_| !is_over()).flat_map_iter(|translations| of_source_text(whole, translations)).collect()
}

/// What they find in the translations of one text, whose file is read once.
fn of_source_text(whole: &Whole, translations: &[Translation]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut source = translations.first().map(|translation| Side::new(whole, translation.source));
    for translation in translations {
        let Some(side) = source.take() else { break };
        let mut compared = Compared::new(whole, side, Side::new(whole, translation.own));
        for rule in RULES {
            if let Check::Translation(check) = rule.check {
                check(&mut compared, &mut found);
            }
        }
        source = Some(compared.source);
    }
    found
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
