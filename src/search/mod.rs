//! The search: an index for each locale, made by the crate `pagefind` of what was parsed.
//!
//! All files of an index lie in a folder of their own, the engine's worker and module among them. Only `pagefind-entry.json`
//! has the same name after every change, and the worker asks for it past all caches; the folder's name holds the versions of
//! what has no hash. So everything in it may be kept by browsers like other hashed files.

mod entry;
mod hosts;
mod index;
mod many;
mod text;

pub use hosts::hosts;
pub use many::Indexes;

use crate::{
    path::OutputPath,
    personal::Personal,
    progress::{NoProgress, Progress},
    service::Values,
    sink::{MemorySink, Sink},
    site::{LocaleId, Site},
    source::SourceTree,
};
use entry::Entry;
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io,
    sync::{Mutex, PoisonError},
    thread,
};

/// Changes when an index is made differently of the same texts, or with another `worker.js`.
const FORM: u32 = 2;

/// Where the index of a locale lies; ends in `/`.
pub fn folder(site: &Site, locale: LocaleId) -> String {
    format!("assets/search-{}-{FORM}/{}/", index::VERSION, site.locale(locale).locale)
}

/// Writes the index of every selected locale, several at a time. One whose texts are those of the last build is kept.
///
/// # Errors
/// Where a file cannot be written, or the engine fails.
pub fn write(site: &Site, tree: &SourceTree, values: &Values, sink: &dyn Sink, progress: &dyn Progress) -> io::Result<()> {
    let searcher = Searcher { site, tree, personal: &Personal::new(site, values), sink, progress };
    let locales: Vec<LocaleId> = site.selected_locales().collect();
    progress.phase("search", site.pages.len());
    // Threads of our own: a thread of rayon that waits for the engine would take up the next locale in the middle of it.
    let threads = rayon::current_num_threads();
    let (workers, inner) = (threads.min(locales.len()).max(1), (threads / locales.len().max(1)).max(1));
    let queue = Mutex::new(locales.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || std::iter::from_fn(next).try_for_each(|locale| searcher.write_locale(locale, inner));
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(|_| Err(io::Error::other("the search index failed"))))
    })
}

/// All that the index of a locale is made of. It borrows nothing, so that the index can be made while the site changes.
pub struct Material {
    language: String,
    entries: Vec<Entry>,
    /// Stands for all of it.
    pub seal: u64,
}

impl Material {
    /// Takes it from a site.
    pub fn collect(site: &Site, tree: &SourceTree, values: &Values, locale: LocaleId) -> Self {
        let (sink, personal) = (MemorySink::default(), Personal::new(site, values));
        let searcher = Searcher { site, tree, personal: &personal, sink: &sink, progress: &NoProgress };
        let (language, entries) = (searcher.language(locale), searcher.entries(locale));
        Self { seal: seal(language, &entries), language: language.to_owned(), entries }
    }

    /// Makes the index: its files by their names below [`folder`].
    ///
    /// # Errors
    /// Where the engine fails.
    pub fn into_index(self) -> io::Result<Vec<(String, Vec<u8>)>> {
        index::build(&self.language, self.entries, rayon::current_num_threads(), &NoProgress)
    }
}

#[derive(Clone, Copy)]
struct Searcher<'a> {
    site: &'a Site,
    tree: &'a SourceTree,
    personal: &'a Personal<'a>,
    sink: &'a dyn Sink,
    progress: &'a dyn Progress,
}

impl Searcher<'_> {
    fn write_locale(&self, locale: LocaleId, threads: usize) -> io::Result<()> {
        let entries = self.entries(locale);
        let language = self.language(locale);
        let (name, seal) = (set_name(self.site, locale), seal(language, &entries));
        if self.sink.keep_set(&name, seal)?.is_some() {
            entries.iter().for_each(|_| self.progress.step());
            return Ok(());
        }
        let files = index::build(language, entries, threads, self.progress)?;
        self.sink.write_set(&name, seal, &placed(self.site, locale, files))
    }

    /// The pages that readers of a locale can find, in the order of guides: all but the hidden ones.
    fn entries(&self, locale: LocaleId) -> Vec<Entry> {
        let pages = self.site.guides.iter().filter_map(|guide| guide.pages.get(locale.index()).copied().flatten());
        pages.map(|page| self.site.page(page)).filter(|page| !self.site.is_hidden(page)).map(|page| self.entry(page)).collect()
    }

    /// The language alone (`fr`): what the engine knows stems of.
    fn language(&self, locale: LocaleId) -> &str {
        self.site.locale(locale).lang.split('-').next().unwrap_or_default()
    }
}

/// What sinks remember the index of a locale by.
fn set_name(site: &Site, locale: LocaleId) -> String {
    format!("search-{}", site.locale(locale).locale)
}

/// The files of a locale's index where they go.
fn placed(site: &Site, locale: LocaleId, files: Vec<(String, Vec<u8>)>) -> Vec<(OutputPath, Vec<u8>)> {
    let folder = folder(site, locale);
    files.into_iter().filter_map(|(name, bytes)| Some((OutputPath::parse(&format!("{folder}{name}"))?, bytes))).collect()
}

/// Stands for all that an index is made of.
fn seal(language: &str, entries: &[Entry]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (FORM, index::VERSION, language, entries).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests;
