//! Diagnostics by the file that was looked at, so that they can be replaced when it is looked at again.

use super::Diagnostic;
use crate::text::FileId;
use std::collections::{BTreeMap, btree_map::Entry};

/// What was found. A diagnostic that was found in a file may point into another, which the file includes.
#[derive(Debug, Default)]
pub struct Findings {
    /// What belongs to no file alone.
    pub general: Vec<Diagnostic>,
    of_files: BTreeMap<FileId, Vec<Diagnostic>>,
}

impl Findings {
    /// What was found in a file.
    pub fn of(&self, file: FileId) -> &[Diagnostic] {
        self.of_files.get(&file).map_or(&[], Vec::as_slice)
    }

    /// Adds what was found in a file.
    pub fn add(&mut self, file: FileId, found: Vec<Diagnostic>) {
        if found.is_empty() {
            return;
        }
        match self.of_files.entry(file) {
            Entry::Vacant(place) => _ = place.insert(found),
            Entry::Occupied(mut known) => known.get_mut().extend(found),
        }
    }

    /// Adds all that was found by another look at the files.
    pub fn extend(&mut self, other: Self) {
        self.general.extend(other.general);
        other.of_files.into_iter().for_each(|(file, found)| self.add(file, found));
    }

    /// Puts what was found in a file in the place of what was found there before.
    pub fn replace(&mut self, file: FileId, found: Vec<Diagnostic>) {
        self.of_files.remove(&file);
        self.add(file, found);
    }

    /// Forgets what was found in files that are not to be kept.
    pub fn retain(&mut self, keep: impl Fn(FileId) -> bool) {
        self.of_files.retain(|file, _| keep(*file));
    }

    /// All diagnostics.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.general.iter().chain(self.of_files.values().flatten())
    }

    /// All diagnostics.
    pub fn into_all(self) -> Vec<Diagnostic> {
        let mut all = self.general;
        all.reserve(self.of_files.values().map(Vec::len).sum());
        self.of_files.into_values().for_each(|found| all.extend(found));
        all
    }
}
