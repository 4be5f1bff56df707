//! The engine: the crate `pagefind`, from pages to files in memory.

use super::entry::Entry;
use crate::progress::Progress;
use pagefind::{api::PagefindIndex, options::PagefindServiceConfig};
use rayon::ThreadPool;
use std::{
    ffi::OsStr,
    fmt::Display,
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    io,
    path::Path,
};
use tokio::runtime::Runtime;

/// The engine's version, which its files without a hash in their name belong to; `Cargo.toml` pins it.
pub const VERSION: &str = "1.6.0";
/// What goes before the engine's worker.
const PRELUDE: &str = include_str!("worker.js");
/// The engine's worker.
const WORKER: &str = "pagefind-worker.js";
/// The folders of an index: the texts of pages, where words stand, which pages have a property.
const FOLDERS: [&str; 3] = ["fragment", "index", "filter"];

/// The files of an index, by name, sorted. `threads` may work on it.
pub fn build(language: &str, entries: Vec<Entry>, threads: usize, progress: &dyn Progress) -> io::Result<Vec<(String, Vec<u8>)>> {
    Engine::new(language, threads)?.build(entries, progress)
}

/// The engine with the pages that it has read. Of further entries it reads only those that are others than before.
pub struct Engine {
    language: String,
    runtime: Runtime,
    pool: ThreadPool,
    index: PagefindIndex,
    /// Stands for each page that was read, by its place.
    read: Vec<u64>,
}

impl Engine {
    /// An engine that has read nothing; `threads` may work on it.
    pub fn new(language: &str, threads: usize) -> io::Result<Self> {
        // The engine speaks `async`, but nothing in it waits: each page is read on the runtime's one other thread.
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build()?;
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(failed)?;
        let options = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
        let index = PagefindIndex::new(Some(options)).map_err(failed)?;
        Ok(Self { language: language.to_owned(), runtime, pool, index, read: Vec::new() })
    }

    /// The files of the index of these pages, by name, sorted. Their addresses are those of the pages that were read before.
    pub fn build(&mut self, entries: Vec<Entry>, progress: &dyn Progress) -> io::Result<Vec<(String, Vec<u8>)>> {
        let Self { language, runtime, pool, index, read } = self;
        pool.install(|| {
            runtime.block_on(async {
                add(index, read, entries, progress).await?;
                files(index, language).await
            })
        })
    }
}

async fn add(index: &mut PagefindIndex, read: &mut Vec<u64>, entries: Vec<Entry>, progress: &dyn Progress) -> io::Result<()> {
    for (at, entry) in entries.into_iter().enumerate() {
        let seal = BuildHasherDefault::<DefaultHasher>::default().hash_one(&entry);
        if read.get(at) != Some(&seal) {
            // A page whose address is known takes the place of the old one.
            index.add_html_file(None, Some(entry.url), entry.html).await.map_err(failed)?;
            match read.get_mut(at) {
                Some(old) => *old = seal,
                None => read.push(seal),
            }
        }
        progress.step();
    }
    Ok(())
}

async fn files(index: &mut PagefindIndex, language: &str) -> io::Result<Vec<(String, Vec<u8>)>> {
    let files = index.get_files().await.map_err(failed)?;
    let module = files.iter().any(|file| file.filename.ends_with(format!("wasm.{language}.pagefind")));
    let named = files.into_iter().map(|file| (name(&file.filename), file.contents)).map(with_prelude);
    let mut kept: Vec<(String, Vec<u8>)> = named.filter(|(name, _)| is_needed(name, module)).collect();
    kept.sort();
    Ok(kept)
}

fn with_prelude((name, contents): (String, Vec<u8>)) -> (String, Vec<u8>) {
    if name == WORKER { (name, [PRELUDE.as_bytes(), &contents].concat()) } else { (name, contents) }
}

/// The path below the bundle's folder, which the engine takes from where the program runs.
fn name(path: &Path) -> String {
    let part = |part: Option<&OsStr>| part.and_then(OsStr::to_str).unwrap_or_default().to_owned();
    let (folder, name) = (part(path.parent().and_then(Path::file_name)), part(path.file_name()));
    if FOLDERS.contains(&&*folder) { format!("{folder}/{name}") } else { name }
}

/// The worker does all the work: the engine's own pages, and the script that would start the worker, are left out; so is the
/// module for languages without stems where there is one for this language.
fn is_needed(name: &str, has_module: bool) -> bool {
    match name {
        WORKER | "pagefind-entry.json" => true,
        "wasm.unknown.pagefind" => !has_module,
        _ => name.ends_with(".pf_meta") || name.ends_with(".pagefind") || name.contains('/'),
    }
}

fn failed(error: impl Display) -> io::Error {
    io::Error::other(format!("the search index failed: {error}"))
}
