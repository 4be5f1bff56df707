//! The search's index of each locale, made when a reader searches, and again after texts changed.

use super::Workspace;
use crate::{search::Material, site::LocaleId};
use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

/// The file that the engine asks for first.
const FIRST: &str = "pagefind-entry.json";

/// The indexes in memory.
#[derive(Default)]
pub struct Indexes(Mutex<HashMap<LocaleId, Arc<Mutex<Index>>>>);

/// The index of a locale.
#[derive(Default)]
struct Index {
    /// The workspace's revision that it was last compared with.
    revision: Option<u64>,
    /// What it was made of.
    seal: Option<u64>,
    files: HashMap<String, Vec<u8>>,
    /// The files of the index before it, which an open search may still ask for.
    before: HashMap<String, Vec<u8>>,
}

impl Indexes {
    /// A file of a locale's index. The site is looked at when the engine starts, and may change while the index is made.
    ///
    /// # Errors
    /// Where the engine fails.
    pub fn file(&self, workspace: &RwLock<Workspace>, locale: LocaleId, name: &str) -> io::Result<Option<Vec<u8>>> {
        let index = Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(locale).or_default());
        let mut index = index.lock().unwrap_or_else(PoisonError::into_inner);
        if name == FIRST || index.seal.is_none() {
            index.update(workspace, locale)?;
        }
        Ok(index.files.get(name).or_else(|| index.before.get(name)).cloned())
    }
}

impl Index {
    fn update(&mut self, workspace: &RwLock<Workspace>, locale: LocaleId) -> io::Result<()> {
        let Some((revision, material)) = self.material(workspace, locale) else { return Ok(()) };
        self.revision = Some(revision);
        if self.seal == Some(material.seal) {
            return Ok(());
        }
        let seal = material.seal;
        let files = material.into_index()?.into_iter().collect();
        self.before = std::mem::replace(&mut self.files, files);
        self.seal = Some(seal);
        Ok(())
    }

    /// What the index is made of, unless nothing changed since it was looked at.
    fn material(&self, workspace: &RwLock<Workspace>, locale: LocaleId) -> Option<(u64, Material)> {
        let workspace = workspace.read().unwrap_or_else(PoisonError::into_inner);
        let is_new = self.revision != Some(workspace.revision()) && locale.index() < workspace.site().locales.len();
        is_new.then(|| (workspace.revision(), workspace.search_material(locale)))
    }
}
