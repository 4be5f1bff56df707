//! Notes which texts translated files were made from.

use super::{
    Change,
    moved::{Moves, moves},
    project::{GuideFiles, Project, change},
};
use crate::{
    corpus::{
        catalog::Synced,
        units::{SourceText, UnitKind},
    },
    locale::Locale,
    path::SourcePath,
};
use rayon::prelude::*;

/// What was noted of a translated file.
pub struct Noted {
    /// The translated file.
    pub file: SourcePath,
    /// What it is to be noted as, unless that is noted already.
    pub change: Option<Change>,
    /// How many texts of the source changed since the translation was made, and are not noted: its translator has to say that
    /// it is up to date.
    pub stale: usize,
    /// Where it was noted before the guide was moved: a file that is to be deleted.
    pub moved_from: Option<SourcePath>,
}

impl Project<'_> {
    /// Notes for the translated files of guides that they say what their sources say now: for those of which nothing was noted,
    /// and, if `confirmed`, for those whose sources have changed since. What was noted of a guide follows it to another folder.
    pub fn sync(&self, locales: &[Locale], confirmed: bool) -> Vec<Noted> {
        let moves = moves(self, locales);
        let of_guide = |guide: &GuideFiles| {
            let wanted: Vec<&Locale> = locales.iter().filter(|locale| guide.file(locale).is_some()).collect();
            let source = if wanted.is_empty() { None } else { self.source(guide) };
            let Some(source) = source else { return Vec::new() };
            wanted.into_iter().filter_map(|locale| self.note((guide, &source), locale, &moves, confirmed)).collect()
        };
        self.guides.par_iter().flat_map_iter(of_guide).collect()
    }

    fn note(&self, (guide, source): (&GuideFiles, &SourceText), locale: &Locale, moves: &Moves, confirmed: bool) -> Option<Noted> {
        let file = self.tree.path(guide.file(locale)?).clone();
        let path = guide.path.sync(locale);
        let before = self.text(moves.before(&path)).map(|(_, text)| text);
        let synced = before.as_deref().map(Synced::parse);
        let drift = synced.as_ref().map(|synced| synced.drift(source)).unwrap_or_default();
        let is_kept = !drift.is_none() && !confirmed;
        let offered = drift.changed.iter().filter(|at| source.units[**at].kind != UnitKind::Code).count();
        let stale = if is_kept { offered.max(1) } else { 0 };
        let Some(moved_from) = moves.from(&path) else {
            let noted = (!is_kept).then(|| self.synced_text(&Synced::of(source), guide, &file));
            return Some(Noted { file, change: noted.and_then(|after| change(&path, before, after)), stale, moved_from: None });
        };
        let after = self.synced_text(&synced.filter(|_| is_kept).unwrap_or_else(|| Synced::of(source)), guide, &file);
        Some(Noted { file, change: change(&path, None, after), stale, moved_from: Some(moved_from) })
    }

    /// What was noted of a guide's translation, if it is at the place where the guide was before.
    pub(super) fn moved_note(&self, guide: &GuideFiles, locale: &Locale, moves: &Moves) -> Option<(Option<Change>, SourcePath)> {
        let path = guide.path.sync(locale);
        let from = moves.from(&path)?;
        let (_, text) = self.text(from.as_str())?;
        let after = self.synced_text(&Synced::parse(&text), guide, self.tree.path(guide.file(locale)?));
        Some((change(&path, None, after), from))
    }

    fn synced_text(&self, synced: &Synced, guide: &GuideFiles, file: &SourcePath) -> String {
        synced.to_text(self.tree.path(guide.source).as_str(), file.as_str())
    }
}
