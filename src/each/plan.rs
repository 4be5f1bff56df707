//! What all sites have in common: rendered once.

use super::pieces::Pieces;
use crate::{
    corpus::address::NAME,
    path::OutputPath,
    progress::Progress,
    render::{Common, Report, Shaped, render_with},
    search::Indexes,
    service::{ParameterName, Values, marks},
    sink::Sink,
    site::Site,
    source::SourceTree,
    text::FileId,
};
use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What is rendered once.
pub struct Plan<'a> {
    pub(super) site: &'a Site,
    pub(super) tree: &'a SourceTree,
    pub(super) fixed: &'a Values,
    pub(super) columns: &'a [ParameterName],
    pub(super) common: Common,
    pub(super) rendered: Rendered,
    pub(super) indexes: Option<Indexes<'a>>,
    /// Whether pages need more of values than to print them, so that each site is rendered by itself.
    pub(super) is_whole: bool,
    /// What was rendered, and the mistakes that showed.
    pub report: Report,
}

/// The files of a site for everyone.
#[derive(Default)]
pub struct Rendered {
    /// The files that hold values, by path.
    pub pieces: Vec<(OutputPath, Pieces)>,
    /// The files that hold none.
    pub shared: BTreeSet<OutputPath>,
    /// The files of the search that hold none.
    pub searched: BTreeSet<OutputPath>,
    /// The names of their sets.
    pub sets: Vec<String>,
    /// What looks into values.
    pub shaped: Vec<Shaped>,
}

impl<'a> Plan<'a> {
    /// Lets the address of a site hold its own name, where it says `{name}`.
    pub fn mark_name(site: &mut Site) {
        site.base_url = site.base_url.take().map(|url| url.replace(NAME, &marks::mark(marks::NAME).to_string()));
    }

    /// Renders a site with marks for the values of `columns`, and puts all files without marks into `store`.
    ///
    /// # Errors
    /// Where a file cannot be written, or the engine of the search fails.
    pub fn make(
        (site, tree): (&'a Site, &'a SourceTree),
        fixed: &'a Values,
        columns: &'a [ParameterName],
        store: &dyn Sink,
        progress: &dyn Progress,
    ) -> io::Result<Self> {
        let letters = (0..columns.len()).map(|slot| marks::mark(slot).to_string().into());
        let marked = fixed.plus(columns, letters);
        let common = Common::new(site, tree, &marked);
        let collector = Collector::new(store, columns.len());
        let report = render_with(site, tree, &marked, &common, &collector, progress)?;
        let mut sets = Vec::new();
        let indexes = site.has_search.then(|| Indexes::new(site, tree, &marked));
        if let Some(indexes) = &indexes {
            sets = indexes.write_shared(&marked, &collector, progress)?;
        }
        let is_whole = columns.len() > marks::MOST || common.looks_into_values();
        let rendered = collector.into_rendered(sets, report.shaped.clone());
        Ok(Self { site, tree, fixed, columns, common, rendered, indexes, is_whole, report })
    }

    /// Whether files of a site depend on its name, so that sites with equal values differ.
    pub fn depends_on_name(&self) -> bool {
        self.site.base_url.as_deref().is_some_and(marks::is_in)
    }

    /// Stands for all that a site is made of besides its values and the shared files.
    pub fn seal(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let Rendered { pieces, shared, searched, sets, shaped } = &self.rendered;
        (pieces, shared, searched, sets, shaped, self.is_whole, &self.site.base_url).hash(&mut hasher);
        self.indexes.as_ref().map(Indexes::seal).hash(&mut hasher);
        hasher.finish()
    }
}

/// Keeps the files that hold marks in pieces, and passes the others on.
struct Collector<'s> {
    store: &'s dyn Sink,
    slots: usize,
    pieces: Mutex<Vec<(OutputPath, Pieces)>>,
    shared: Mutex<BTreeSet<OutputPath>>,
    searched: Mutex<BTreeSet<OutputPath>>,
}

impl<'s> Collector<'s> {
    fn new(store: &'s dyn Sink, slots: usize) -> Self {
        Self { store, slots, pieces: Mutex::default(), shared: Mutex::default(), searched: Mutex::default() }
    }

    fn into_rendered(self, sets: Vec<String>, shaped: Vec<Shaped>) -> Rendered {
        let mut pieces = self.pieces.into_inner().unwrap_or_else(PoisonError::into_inner);
        pieces.sort_by(|(one, _), (other, _)| one.cmp(other));
        let shared = self.shared.into_inner().unwrap_or_else(PoisonError::into_inner);
        let searched = self.searched.into_inner().unwrap_or_else(PoisonError::into_inner);
        Rendered { pieces, shared, searched, sets, shaped }
    }

    fn share(&self, path: &OutputPath) {
        lock(&self.shared).insert(path.clone());
    }
}

impl Sink for Collector<'_> {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        if let Some(pieces) = Pieces::cut(bytes, self.slots) {
            lock(&self.pieces).push((path.clone(), pieces));
            return Ok(());
        }
        self.share(path);
        self.store.write(path, bytes)
    }

    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        self.share(path);
        self.store.copy(tree, file, path)
    }

    fn keep_set(&self, name: &str, seal: u64) -> io::Result<Option<Vec<OutputPath>>> {
        let kept = self.store.keep_set(name, seal)?;
        lock(&self.searched).extend(kept.iter().flatten().cloned());
        Ok(kept)
    }

    fn write_set(&self, name: &str, seal: u64, files: &[(OutputPath, Vec<u8>)]) -> io::Result<()> {
        lock(&self.searched).extend(files.iter().map(|(path, _)| path.clone()));
        self.store.write_set(name, seal, files)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
