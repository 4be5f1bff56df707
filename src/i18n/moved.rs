//! Catalogs whose guide was moved: a guide is known by its folder, and one that is in another folder now has the texts that it had.

use super::project::{GuideFiles, Project};
use crate::{
    corpus::{catalog::CatalogPath, messages, units::Fingerprint},
    locale::Locale,
    path::SourcePath,
};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// A guide is the one that a catalog is of if they have this share of their texts in common.
const SAME: f64 = 0.6;

/// For catalogs and templates that are to be written the files that they were in before.
#[derive(Debug, Default)]
pub struct Moves(HashMap<String, SourcePath>);

impl Moves {
    /// Where a file was before, if it was moved.
    pub fn from(&self, path: &str) -> Option<SourcePath> {
        self.0.get(path).cloned()
    }

    /// Where what a file held is to be read: where it was before, or at its place.
    pub fn before<'p>(&'p self, path: &'p str) -> &'p str {
        self.0.get(path).map_or(path, SourcePath::as_str)
    }
}

/// A catalog or template of no guide.
struct Orphan<'t> {
    path: &'t SourcePath,
    /// None for a template.
    locale: Option<Locale>,
    guide: CatalogPath,
    texts: Vec<Fingerprint>,
}

/// Where catalogs of `locales` and templates were that lost their guides, each for the guide without one that has its texts.
pub fn moves(project: &Project, locales: &[Locale]) -> Moves {
    let orphans = orphans(project, locales);
    if orphans.is_empty() {
        return Moves::default();
    }
    let mut found: Vec<(f64, String, &SourcePath)> =
        project.guides.par_iter().flat_map_iter(|guide| alike(project, guide, &orphans)).collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| (&one.1, one.2).cmp(&(&other.1, other.2))));
    let (mut moves, mut taken) = (HashMap::new(), HashSet::new());
    for (_, path, from) in found {
        if !moves.contains_key(&path) && taken.insert(from) {
            moves.insert(path, from.clone());
        }
    }
    Moves(moves)
}

/// The catalogs and templates whose guide is gone. Those that cannot be read whole stay where they are.
fn orphans<'t>(project: &Project<'t>, locales: &[Locale]) -> Vec<Orphan<'t>> {
    let config = &project.corpus.config;
    let orphan = |path: &'t SourcePath| {
        let (locale, guide) = match CatalogPath::parse(path) {
            Some((locale, guide)) if locales.contains(&locale) => (Some(locale), guide),
            Some(_) => return None,
            None => (None, CatalogPath::parse_template(path)?),
        };
        if project.tree.find_text(&guide.file(&config.source_locale, config)).is_some() {
            return None;
        }
        let (catalog, _) = project.whole_catalog(path.as_str()).ok()??;
        let texts: Vec<Fingerprint> = catalog.live().map(|entry| entry.fingerprint()).collect();
        (!texts.is_empty()).then_some(Orphan { path, locale, guide, texts })
    };
    project.tree.below(messages::FOLDER).filter_map(orphan).collect()
}

/// The orphans that may be a guide's, with how much of their texts is the same and the place where they would be.
fn alike<'o>(project: &Project, guide: &GuideFiles, orphans: &'o [Orphan]) -> Vec<(f64, String, &'o SourcePath)> {
    let wanted = |orphan: &'o Orphan| {
        let path = match &orphan.locale {
            Some(locale) if guide.file(locale).is_none() => guide.path.catalog(locale),
            Some(_) => return None,
            None => guide.path.template(),
        };
        let is_free = orphan.guide.kind == guide.path.kind && project.tree.find_text(&path).is_none();
        is_free.then_some((orphan, path))
    };
    let wanted: Vec<(&Orphan, String)> = orphans.iter().filter_map(wanted).collect();
    let source = if wanted.is_empty() { None } else { project.source(guide) };
    let Some(source) = source else { return Vec::new() };
    let texts: Vec<Fingerprint> = source.offered().map(|(_, unit)| unit.fingerprint()).collect();
    let scored = wanted.into_iter().map(|(orphan, path)| (share(&texts, &orphan.texts), path, orphan.path));
    scored.filter(|(score, ..)| *score >= SAME).collect()
}

/// Which share of two lists of texts they have in common, from 0 to 1.
fn share(one: &[Fingerprint], other: &[Fingerprint]) -> f64 {
    let mut counts: HashMap<Fingerprint, usize> = HashMap::new();
    one.iter().for_each(|text| *counts.entry(*text).or_default() += 1);
    let is_common = |text: &&Fingerprint| counts.get_mut(text).filter(|count| **count > 0).map(|count| *count -= 1).is_some();
    let common = other.iter().filter(is_common).count();
    (2 * common) as f64 / (one.len() + other.len()).max(1) as f64
}
