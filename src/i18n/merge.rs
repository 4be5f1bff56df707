//! Catalogs brought up to date with their template: no translation of a text that is still there is ever lost.

use super::{
    likeness::{self, Candidate},
    recut::{Recut, recut},
    template::{LANGUAGE, language},
};
use crate::{
    corpus::{
        catalog::{Catalog, Entry, State, pair},
        units::Fingerprint,
    },
    locale::Locale,
};
use std::collections::{HashMap, HashSet};

/// How catalogs are brought up to date.
#[derive(Clone, Copy, Debug, Default)]
pub struct Merge {
    /// Whether changes of the source changed no meaning, so that translations of changed texts stay valid.
    pub typos: bool,
}

/// What became of entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Texts that were not there.
    pub new: usize,
    /// Texts that are others than their translation was made from.
    pub changed: usize,
    /// Texts that are gone, whose translations are kept as memory.
    pub obsolete: usize,
    /// Texts that came back, with the translation that they had.
    pub revived: usize,
}

/// The entries of `template` with the translations of `before`.
pub fn merge(template: &Catalog, before: Option<&Catalog>, locale: &Locale, how: Merge) -> (Catalog, Tally) {
    let empty = Catalog::default();
    let before = before.unwrap_or(&empty);
    let old: Vec<&Entry> = before.live().collect();
    let memory: Vec<&Entry> = before.entries.iter().filter(|entry| entry.is_obsolete).collect();
    let (pairs, recut) = pairs(template, &old);
    let mut tally = Tally::default();
    let mut revived = vec![false; memory.len()];
    let mut entries = Vec::with_capacity(template.entries.len());
    for (at, (entry, pair)) in template.entries.iter().zip(&pairs).enumerate() {
        let remembered = || memory.iter().position(|other| other.source == entry.source && !other.translation.is_empty());
        entries.push(match (pair.map(|at| old[at]), remembered().filter(|_| pair.is_none())) {
            (Some(own), _) => match recut.get(&at) {
                Some(made) => recarried(entry, own, made, how, &mut tally),
                None => carried(entry, own, how, &mut tally),
            },
            (None, Some(at)) => {
                revived[at] = true;
                tally.revived += 1;
                carried(entry, memory[at], how, &mut tally)
            }
            (None, None) => {
                tally.new += 1;
                entry.clone()
            }
        });
    }
    let used: HashSet<usize> = pairs.into_iter().flatten().chain(recut.into_values().flat_map(|made| made.from)).collect();
    let gone = old.iter().enumerate().filter(|(at, entry)| !used.contains(at) && !entry.translation.trim().is_empty());
    let gone: Vec<Entry> = gone.map(|(_, entry)| obsolete(entry)).collect();
    tally.obsolete = gone.len();
    let kept = memory.iter().zip(&revived).filter(|(_, revived)| !**revived).map(|(entry, _)| (*entry).clone());
    entries.extend(gone.into_iter().chain(kept));
    let mut merged = Catalog {
        comments: before.comments.clone(),
        is_template: false,
        header: header(template, before),
        entries,
        written: before.written.clone(),
    };
    if before.field(LANGUAGE).is_none_or(str::is_empty) {
        merged.set_field(LANGUAGE, &language(locale));
    }
    (merged, tally)
}

/// For each entry of a template the old one that it was: of the same text and id, of the same text, cut otherwise, of the same
/// id, or alike. What is cut otherwise has a translation of its own, by its place.
fn pairs(template: &Catalog, old: &[&Entry]) -> (Vec<Option<usize>>, HashMap<usize, Recut>) {
    let by_id: HashMap<&str, usize> = old.iter().enumerate().map(|(at, entry)| (entry.id.as_str(), at)).collect();
    let same_id = |entry: &Entry| by_id.get(entry.id.as_str()).copied().filter(|_| !entry.id.is_empty());
    let mut pairs: Vec<Option<usize>> =
        template.entries.iter().map(|entry| same_id(entry).filter(|at| old[*at].source == entry.source)).collect();
    let mut taken = vec![false; old.len()];
    pairs.iter().flatten().for_each(|at| taken[*at] = true);
    // Those that are left, by their texts.
    let open: Vec<usize> = (0..pairs.len()).filter(|at| pairs[*at].is_none()).collect();
    let left: Vec<usize> = (0..old.len()).filter(|at| !taken[*at]).collect();
    let new_prints: Vec<Fingerprint> = open.iter().map(|at| template.entries[*at].fingerprint()).collect();
    let old_prints: Vec<Fingerprint> = left.iter().map(|at| old[*at].fingerprint()).collect();
    for (at, found) in open.iter().zip(pair::same(&new_prints, &old_prints)) {
        pairs[*at] = found.map(|found| left[found]);
        found.into_iter().for_each(|found| taken[left[found]] = true);
    }
    let recut: HashMap<usize, Recut> = recut(&template.entries, old, &pairs).into_iter().collect();
    for (at, made) in &recut {
        pairs[*at] = made.from.first().copied();
        made.from.iter().for_each(|at| taken[*at] = true);
    }
    for (entry, pair) in template.entries.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
        *pair = same_id(entry).filter(|at| !taken[*at]);
        pair.iter().for_each(|at| taken[*at] = true);
    }
    let kind = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let kinds: Vec<String> = template.entries.iter().map(|entry| kind(&entry.id)).collect();
    let old_kinds: Vec<String> = old.iter().map(|entry| kind(&entry.id)).collect();
    let new: Vec<Candidate> = template.entries.iter().zip(&kinds).map(|(entry, kind)| Candidate { text: &entry.source, kind }).collect();
    let old: Vec<Candidate> = old.iter().zip(&old_kinds).map(|(entry, kind)| Candidate { text: &entry.source, kind }).collect();
    likeness::fill(&new, &old, &mut pairs);
    (pairs, recut)
}

/// An entry of the template with what was made of the translations of old ones that it is cut from.
fn recarried(entry: &Entry, own: &Entry, made: &Recut, how: Merge, tally: &mut Tally) -> Entry {
    tally.changed += 1;
    let is_fuzzy = made.is_fuzzy && (!how.typos || own.is_fuzzy);
    Entry {
        comments: own.comments.clone(),
        flags: own.flags.clone(),
        is_fuzzy,
        previous: made.previous.clone().filter(|_| is_fuzzy),
        translation: made.translation.clone(),
        ..entry.clone()
    }
}

/// An entry of the template with what translators made of it.
fn carried(entry: &Entry, own: &Entry, how: Merge, tally: &mut Tally) -> Entry {
    let mut carried = Entry {
        comments: own.comments.clone(),
        flags: own.flags.clone(),
        is_fuzzy: own.is_fuzzy,
        previous: own.previous.clone(),
        translation: own.translation.clone(),
        plurals: own.plurals.clone(),
        written: own.written.clone(),
        ..entry.clone()
    };
    let is_translated = own.state() != State::Missing;
    if own.source != entry.source && is_translated {
        // The text that the translation was made from: that of before, or the one before that.
        let made_from = own.previous.clone().filter(|_| own.is_fuzzy).unwrap_or_else(|| own.source.clone());
        let is_back = Fingerprint::of(&made_from) == entry.fingerprint();
        carried.is_fuzzy = !is_back && (!how.typos || own.is_fuzzy);
        carried.previous = carried.is_fuzzy.then_some(made_from);
        tally.changed += 1;
    }
    if !is_translated {
        carried.is_fuzzy = false;
        carried.previous = None;
    }
    carried
}

/// An entry whose text is gone.
fn obsolete(entry: &Entry) -> Entry {
    Entry { is_obsolete: true, notes: Vec::new(), places: Vec::new(), ..entry.clone() }
}

/// The header of before, with the fields that it lacks.
fn header(template: &Catalog, before: &Catalog) -> Vec<(String, String)> {
    let mut header = before.header.clone();
    for (name, value) in &template.header {
        if !header.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
            header.push((name.clone(), value.clone()));
        }
    }
    header
}
