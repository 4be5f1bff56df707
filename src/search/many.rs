//! The indexes of many sites that differ in values.

use super::{Searcher, index::Engine, placed, seal, set_name};
use crate::{
    path::OutputPath,
    personal::Personal,
    progress::{NoProgress, Progress},
    service::{Values, marks},
    sink::{MemorySink, Sink},
    site::{LocaleId, Site},
    source::SourceTree,
};
use std::{
    io,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The indexes of all locales. One whose pages hold no value is the same for all sites; of the others an engine is kept that
/// has read the pages without values.
pub struct Indexes<'a> {
    site: &'a Site,
    tree: &'a SourceTree,
    shared: Vec<LocaleId>,
    own: Vec<Own>,
    turns: AtomicUsize,
    seal: u64,
}

/// The index of a locale that differs from site to site.
struct Own {
    locale: LocaleId,
    engine: Mutex<Option<Engine>>,
}

impl<'a> Indexes<'a> {
    /// The indexes of sites; `marked` has marks in the place of the values that differ.
    pub fn new(site: &'a Site, tree: &'a SourceTree, marked: &Values) -> Self {
        let mut indexes = Self { site, tree, shared: Vec::new(), own: Vec::new(), turns: AtomicUsize::new(0), seal: 0 };
        for locale in site.selected_locales() {
            let (seal, is_shared) = indexes.searching(marked, &MemorySink::default(), &NoProgress, |searcher| {
                let entries = searcher.entries(locale);
                (seal(searcher.language(locale), &entries), !entries.iter().any(|entry| marks::is_in(&entry.html)))
            });
            indexes.seal = indexes.seal.rotate_left(7) ^ seal;
            if is_shared {
                indexes.shared.push(locale);
            } else {
                indexes.own.push(Own { locale, engine: Mutex::default() });
            }
        }
        indexes
    }

    /// Stands for all that the indexes are made of besides values.
    pub fn seal(&self) -> u64 {
        self.seal
    }

    /// Writes the indexes that all sites share, and says what sinks remember them by.
    ///
    /// # Errors
    /// Where a file cannot be written, or the engine fails.
    pub fn write_shared(&self, marked: &Values, sink: &dyn Sink, progress: &dyn Progress) -> io::Result<Vec<String>> {
        if !self.shared.is_empty() {
            progress.phase("search", 0);
        }
        self.searching(marked, sink, progress, |searcher| {
            self.shared.iter().try_for_each(|locale| searcher.write_locale(*locale, rayon::current_num_threads()))
        })?;
        Ok(self.shared.iter().map(|locale| set_name(self.site, *locale)).collect())
    }

    /// Writes the indexes of a site that no other shares. Threads that write sites at once begin with different locales.
    ///
    /// # Errors
    /// Where a file cannot be written, or the engine fails.
    pub fn write_own(&self, values: &Values, sink: &dyn Sink) -> io::Result<()> {
        let first = self.turns.fetch_add(1, Ordering::Relaxed);
        let count = self.own.len();
        (0..count).try_for_each(|at| self.write_one(&self.own[(first + at) % count], values, sink))
    }

    fn write_one(&self, own: &Own, values: &Values, sink: &dyn Sink) -> io::Result<()> {
        self.searching(values, sink, &NoProgress, |searcher| {
            let (entries, language) = (searcher.entries(own.locale), searcher.language(own.locale));
            let (name, seal) = (set_name(self.site, own.locale), seal(language, &entries));
            if sink.keep_set(&name, seal)?.is_some() {
                return Ok(());
            }
            let files = {
                let mut engine = own.engine.lock().unwrap_or_else(PoisonError::into_inner);
                let engine = match &mut *engine {
                    Some(engine) => engine,
                    none => none.insert(Engine::new(language, 1)?),
                };
                engine.build(entries, &NoProgress)?
            };
            let files: Vec<(OutputPath, Vec<u8>)> = placed(self.site, own.locale, files);
            sink.write_set(&name, seal, &files)
        })
    }

    fn searching<T>(&self, values: &Values, sink: &dyn Sink, progress: &dyn Progress, work: impl FnOnce(&Searcher) -> T) -> T {
        let personal = Personal::new(self.site, values);
        work(&Searcher { site: self.site, tree: self.tree, personal: &personal, sink, progress })
    }
}
