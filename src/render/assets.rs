//! Styles, pictures and other files that are copied as they are.

use super::{
    Renderer,
    bundles::{Bundle, SEARCH_CSS},
    templates::STATIC,
};
use crate::{bundled, path::OutputPath, sink::Sink, text::FileId};
use rayon::prelude::*;
use std::{collections::BTreeSet, io};

impl Renderer<'_> {
    /// The styles and scripts that pages link to, each once.
    fn bundles(&self) -> impl Iterator<Item = &Bundle> {
        let shared = self.theme.bundles.shared.iter().filter(|(name, _)| self.site.has_search || **name != SEARCH_CSS);
        let mut bundles: Vec<&Bundle> = shared.map(|(_, bundle)| bundle).collect();
        let chrome = || self.site.selected_locales().map(|locale| self.chrome.of(locale));
        bundles.extend(chrome().map(|chrome| &chrome.page_script));
        bundles.extend(chrome().map(|chrome| &chrome.search_script).filter(|_| self.site.has_search));
        bundles.sort_by_key(|bundle| &bundle.path);
        bundles.dedup();
        bundles.into_iter()
    }
}

/// Copies them all, each once.
pub fn write(renderer: &Renderer, sink: &dyn Sink) -> io::Result<()> {
    for bundle in renderer.bundles() {
        OutputPath::parse(&bundle.path).map_or(Ok(()), |path| sink.write(&path, bundle.text.as_bytes()))?;
    }
    let mut used: BTreeSet<FileId> = renderer.site.images.files().collect();
    if let Ok(linked) = renderer.linked.lock() {
        used.extend(linked.iter().copied());
    }
    let used: Vec<FileId> = used.into_iter().collect();
    used.par_iter().try_for_each(|file| copy(renderer, sink, *file, &renderer.media_path(*file)))?;
    own_files(renderer, sink)
}

/// The site's own files below `static`, but for those that the bundles hold already.
fn own_files(renderer: &Renderer, sink: &dyn Sink) -> io::Result<()> {
    let is_bundled = |path: &str| path.starts_with("css/") || path.starts_with("js/");
    let own: Vec<(FileId, &str)> =
        renderer.tree.iter().filter_map(|(file, path)| Some((file, path.below(STATIC)?))).filter(|(_, path)| !is_bundled(path)).collect();
    for (file, path) in &own {
        copy(renderer, sink, *file, path)?;
    }
    for (path, bytes) in bundled::assets() {
        if !is_bundled(path)
            && !own.iter().any(|(_, known)| *known == path)
            && let Some(path) = OutputPath::parse(path)
        {
            sink.write(&path, bytes)?;
        }
    }
    Ok(())
}

fn copy(renderer: &Renderer, sink: &dyn Sink, file: FileId, path: &str) -> io::Result<()> {
    OutputPath::parse(path).map_or(Ok(()), |path| sink.copy(renderer.tree, file, &path))
}
