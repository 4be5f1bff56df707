//! The engine: the crate `pagefind`, from pages to files in memory.

use super::entry::Entry;
use crate::progress::Progress;
use pagefind::{api::PagefindIndex, options::PagefindServiceConfig};
use std::{ffi::OsStr, fmt::Display, io, path::Path};

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
    // The engine speaks `async`, but nothing in it waits: each page is read on the runtime's one other thread.
    let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build()?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(failed)?;
    pool.install(|| runtime.block_on(files(language, entries, progress)))
}

async fn files(language: &str, entries: Vec<Entry>, progress: &dyn Progress) -> io::Result<Vec<(String, Vec<u8>)>> {
    let options = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
    let mut index = PagefindIndex::new(Some(options)).map_err(failed)?;
    for Entry { url, html } in entries {
        index.add_html_file(None, Some(url), html).await.map_err(failed)?;
        progress.step();
    }
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
