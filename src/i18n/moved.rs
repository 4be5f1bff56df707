//! Files of a guide that was moved: catalogs, templates, and notes of what its translations were made from. A guide is known by its
//! folder, and one that is in another folder now has the texts that it had.

use super::project::{GuideFiles, Project};
use crate::{
    corpus::{
        catalog::{CatalogPath, Synced},
        messages,
        units::{Fingerprint, SourceText},
    },
    locale::Locale,
    path::SourcePath,
};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// A guide is the one that a catalog is of if they have this share of their texts in common.
const SAME: f64 = 0.6;

/// For files that are to be written the places that they were at before.
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

/// A file of no guide.
struct Orphan<'t> {
    path: &'t SourcePath,
    kind: Kind,
    guide: CatalogPath,
    texts: Vec<Fingerprint>,
}

/// What a file is.
enum Kind {
    Template,
    Catalog(Locale),
    /// What the translation in a locale was made from.
    Synced(Locale),
}

impl Kind {
    /// What a file of `locales` is, and of which guide; templates are of all locales.
    fn of(path: &SourcePath, locales: &[Locale]) -> Option<(Self, CatalogPath)> {
        let (kind, guide) = if let Some((locale, guide)) = CatalogPath::parse(path) {
            (Self::Catalog(locale), guide)
        } else if let Some((locale, guide)) = CatalogPath::parse_sync(path) {
            (Self::Synced(locale), guide)
        } else {
            (Self::Template, CatalogPath::parse_template(path)?)
        };
        let is_meant = match &kind {
            Self::Template => true,
            Self::Catalog(locale) | Self::Synced(locale) => locales.contains(locale),
        };
        is_meant.then_some((kind, guide))
    }

    /// Where it lies for a guide that can have it.
    fn place(&self, guide: &GuideFiles) -> Option<String> {
        match self {
            Self::Template => Some(guide.path.template()),
            Self::Catalog(locale) => guide.file(locale).is_none().then(|| guide.path.catalog(locale)),
            Self::Synced(locale) => guide.file(locale).is_some().then(|| guide.path.sync(locale)),
        }
    }

    /// The texts of a guide that it can hold.
    fn texts(&self, source: &SourceText) -> Vec<Fingerprint> {
        match self {
            Self::Template | Self::Catalog(_) => source.offered().map(|(_, unit)| unit.fingerprint()).collect(),
            Self::Synced(_) => Synced::of(source).fingerprints().collect(),
        }
    }
}

/// Where files of `locales` and templates were that lost their guides, each for the guide without one that has its texts.
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

/// The files whose guide is gone. Those that cannot be read whole stay where they are.
fn orphans<'t>(project: &Project<'t>, locales: &[Locale]) -> Vec<Orphan<'t>> {
    let config = &project.corpus.config;
    let orphan = |path: &'t SourcePath| {
        let (kind, guide) = Kind::of(path, locales)?;
        if project.tree.find_text(&guide.file(&config.source_locale, config)).is_some() {
            return None;
        }
        let texts: Vec<Fingerprint> = match kind {
            Kind::Synced(_) => Synced::parse(&project.text(path.as_str())?.1).fingerprints().collect(),
            Kind::Template | Kind::Catalog(_) => {
                let (catalog, _) = project.whole_catalog(path.as_str()).ok()??;
                catalog.live().map(|entry| entry.fingerprint()).collect()
            }
        };
        (!texts.is_empty()).then_some(Orphan { path, kind, guide, texts })
    };
    project.tree.below(messages::FOLDER).filter_map(orphan).collect()
}

/// The orphans that may be a guide's, with how much of their texts is the same and the place where they would be.
fn alike<'o>(project: &Project, guide: &GuideFiles, orphans: &'o [Orphan]) -> Vec<(f64, String, &'o SourcePath)> {
    let wanted = |orphan: &'o Orphan| {
        let path = orphan.kind.place(guide)?;
        let is_free = orphan.guide.kind == guide.path.kind && project.tree.find_text(&path).is_none();
        is_free.then_some((orphan, path))
    };
    let wanted: Vec<(&Orphan, String)> = orphans.iter().filter_map(wanted).collect();
    let source = if wanted.is_empty() { None } else { project.source(guide) };
    let Some(source) = source else { return Vec::new() };
    let scored = wanted.into_iter().map(|(orphan, path)| (share(&orphan.kind.texts(&source), &orphan.texts), path, orphan.path));
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
