//! Templates and catalogs brought up to date with their guides. A catalog is written anew only where all of it was understood.

use super::{
    Change,
    merge::{Merge, Tally, merge},
    moved::{Moves, moves},
    project::{GuideFiles, Project, change},
};
use crate::{
    corpus::{catalog::Catalog, units::SourceText},
    diagnostic::Diagnostic,
    locale::Locale,
    path::SourcePath,
};
use rayon::prelude::*;

/// What bringing a guide's catalog, template or note of its translation up to date led to.
#[derive(Default)]
pub struct Updated {
    /// The file, unless it is as it was.
    pub change: Option<Change>,
    /// What became of its entries.
    pub tally: Tally,
    /// The file that it was before its guide was moved, which is to be deleted.
    pub moved_from: Option<SourcePath>,
    /// Why the catalog is left alone, where it is.
    pub refused: Vec<Diagnostic>,
}

impl Project<'_> {
    /// The templates of all guides, and the catalogs of `locales`: those that are there, and where `creates` says so those of
    /// guides that have no text in a locale. Catalogs of guides that were moved come after them, and so does what was noted of their
    /// translated files.
    pub fn update(&self, locales: &[Locale], creates: bool, how: Merge) -> Vec<Updated> {
        let moves = moves(self, locales);
        let one = |guide: &GuideFiles| {
            let Some(source) = self.source(guide) else { return Vec::new() };
            let (made, template) = self.update_template(guide, &source, &moves);
            let update = |locale: &Locale| {
                let path = guide.path.catalog(locale);
                let is_wanted = |is_there| is_there || (creates && guide.file(locale).is_none() && !self.is_absent(guide, locale));
                match self.whole_catalog(moves.before(&path)) {
                    Ok(before) if is_wanted(before.is_some()) => {
                        let updated = self.update_catalog((guide, &source), locale, &made, before, how);
                        Some(Updated { moved_from: moves.from(&path), ..updated })
                    }
                    Ok(_) => None,
                    Err(refused) => Some(Updated { refused, ..Updated::default() }),
                }
            };
            let note = |locale: &Locale| {
                let (change, from) = self.moved_note(guide, locale, &moves)?;
                Some(Updated { change, moved_from: Some(from), ..Updated::default() })
            };
            locales.iter().filter_map(update).chain(locales.iter().filter_map(note)).chain([template]).collect()
        };
        self.guides.par_iter().flat_map_iter(one).collect()
    }

    fn update_template(&self, guide: &GuideFiles, source: &SourceText, moves: &Moves) -> (Catalog, Updated) {
        let path = guide.path.template();
        let before = self.catalog(moves.before(&path));
        let made = self.template_after(guide, source, before.as_ref().map(|(catalog, _)| catalog));
        let moved_from = moves.from(&path);
        let before = before.filter(|_| moved_from.is_none()).map(|(_, text)| text);
        let change = change(&path, before, made.to_text());
        (made, Updated { change, moved_from, ..Updated::default() })
    }

    fn update_catalog(
        &self,
        (guide, source): (&GuideFiles, &SourceText),
        locale: &Locale,
        template: &Catalog,
        before: Option<(Catalog, String)>,
        how: Merge,
    ) -> Updated {
        let (merged, tally) = merge(template, before.as_ref().map(|(catalog, _)| catalog), locale, how);
        let text = before.map(|(_, text)| text);
        let after = self.named(merged, (guide, source), locale).to_text_over(text.as_deref().unwrap_or_default());
        let path = guide.path.catalog(locale);
        let there = text.filter(|_| self.tree.find_text(&path).is_some());
        Updated { change: change(&path, there, after), tally, ..Updated::default() }
    }
}
