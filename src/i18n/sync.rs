//! Notes which texts translated files were made from.

use super::{
    Change,
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
}

impl Project<'_> {
    /// Notes for the translated files of guides that they say what their sources say now: for those of which nothing was noted,
    /// and, if `confirmed`, for those whose sources have changed since.
    pub fn sync(&self, locales: &[Locale], confirmed: bool) -> Vec<Noted> {
        let of_guide = |guide: &GuideFiles| {
            let wanted: Vec<&Locale> = locales.iter().filter(|locale| guide.file(locale).is_some()).collect();
            let source = if wanted.is_empty() { None } else { self.source(guide) };
            let Some(source) = source else { return Vec::new() };
            wanted.into_iter().filter_map(|locale| self.note(guide, locale, &source, confirmed)).collect()
        };
        self.guides.par_iter().flat_map_iter(of_guide).collect()
    }

    fn note(&self, guide: &GuideFiles, locale: &Locale, source: &SourceText, confirmed: bool) -> Option<Noted> {
        let file = self.tree.path(guide.file(locale)?).clone();
        let path = guide.path.sync(locale);
        let before = self.text(&path).map(|(_, text)| text);
        let drift = before.as_ref().map(|text| Synced::parse(text).drift(source)).unwrap_or_default();
        let offered = drift.changed.iter().filter(|at| source.units[**at].kind != UnitKind::Code).count();
        if !drift.is_none() && !confirmed {
            return Some(Noted { file, change: None, stale: offered.max(1) });
        }
        let after = Synced::of(source).to_text(self.tree.path(guide.source).as_str(), file.as_str());
        Some(Noted { file, change: change(&path, before, after), stale: 0 })
    }
}
