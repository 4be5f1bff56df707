//! Styles, pictures and other files that are copied as they are.

use super::{
    Made, Renderer,
    bundles::{Bundle, SEARCH_CSS},
    templates::STATIC,
};
use crate::{
    bundled,
    path::{OutputPath, SourcePath},
    sink::Sink,
    text::FileId,
};
use rayon::prelude::*;
use std::{collections::BTreeSet, io};

/// Where pictures and linked files lie in the output.
pub const MEDIA: &str = "media/";

impl Renderer<'_> {
    /// The styles and scripts that pages link to, each once.
    fn bundles(&self) -> impl Iterator<Item = &Bundle> {
        let shared = self.theme.bundles.shared.iter().filter(|(name, _)| self.site.has_search || **name != SEARCH_CSS);
        let mut bundles: Vec<&Bundle> = shared.map(|(_, bundle)| bundle).collect();
        let chrome = || self.site.selected_locales().map(|locale| self.chrome.of(locale));
        bundles.extend(chrome().map(|chrome| &chrome.page_script));
        bundles.extend(chrome().map(|chrome| &chrome.search_script).filter(|_| self.site.has_search));
        bundles.extend(chrome().map(|chrome| &chrome.link_script).filter(|_| !self.fields.is_empty()));
        bundles.extend(self.setups.scripts());
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

/// What stands at a path of the output that is no page.
pub fn find(renderer: &Renderer, path: &OutputPath) -> Option<Made> {
    let path = path.as_str();
    if let Some(bundle) = renderer.bundles().find(|bundle| bundle.path == path) {
        return Some(Made::Text(bundle.text.clone().into_bytes()));
    }
    if let Some(file) = path.strip_prefix(MEDIA).and_then(|path| media(renderer, path)) {
        return Some(Made::File(file));
    }
    if let Some(text) = renderer.profile(path) {
        return Some(Made::Text(text.into_bytes()));
    }
    if is_bundled(path) {
        return None;
    }
    let bundled = || bundled::assets().into_iter().find(|(known, _)| *known == path).map(|(_, bytes)| Made::Text(bytes.to_vec()));
    renderer.tree.find_text(&format!("{STATIC}/{path}")).map(Made::File).or_else(bundled)
}

/// The file of the site that lies at a path below the folder of media, if pages show or link it.
fn media(renderer: &Renderer, path: &str) -> Option<FileId> {
    let below_content = SourcePath::resolve(&renderer.site.corpus.config.content, path)?;
    let file = renderer.tree.find(&below_content).or_else(|| renderer.tree.find_text(path))?;
    (renderer.site.images.holds(file) || renderer.site.is_linked(file, renderer.tree)).then_some(file)
}

/// Whether a file below `static` is for the bundles alone.
fn is_bundled(path: &str) -> bool {
    path.starts_with("css/") || path.starts_with("js/")
}

/// The site's own files below `static`, but for those that the bundles hold already.
fn own_files(renderer: &Renderer, sink: &dyn Sink) -> io::Result<()> {
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
