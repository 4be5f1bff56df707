//! Styles, pictures and other files that are copied as they are.

use super::{
    Made, Renderer,
    bundles::{Bundle, SEARCH_CSS},
    on_demand::route_of,
};
use crate::{
    bundled,
    corpus::static_files::{self, is_bundled},
    path::{OutputPath, SourcePath},
    sink::Sink,
    source::SourceTree,
    text::FileId,
};
use rayon::prelude::*;
use std::{collections::BTreeSet, io};

/// Where pictures and linked files lie in the output.
pub const MEDIA: &str = "media/";

/// Takes what a site makes, but for what it has a file of its own for: `robots.txt`, `404.html`, `_headers`, `_redirects`.
pub struct OwnFirst<'a, 'r> {
    /// What knows the site's own files.
    pub renderer: &'a Renderer<'r>,
    /// What takes the rest.
    pub sink: &'a dyn Sink,
}

impl Sink for OwnFirst<'_, '_> {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        if self.renderer.own_file(path).is_some() { Ok(()) } else { self.sink.write(path, bytes) }
    }

    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        if self.renderer.own_file(path).is_some_and(|own| own != file) { Ok(()) } else { self.sink.copy(tree, file, path) }
    }
}

impl Renderer<'_> {
    /// The site's own file at a path of the output. It goes before all that would be made there, but for the page of a guide,
    /// which nobody hides on purpose.
    pub(super) fn own_file(&self, path: &OutputPath) -> Option<FileId> {
        let file = static_files::find(self.tree, path.as_str())?;
        route_of(path).is_none_or(|route| !self.site.by_route.contains_key(&route)).then_some(file)
    }

    /// Whether a file is published as one of the site's own, whoever links to it.
    fn is_own(&self, file: FileId) -> bool {
        static_files::published(self.tree.path(file)).is_some()
    }

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
    let used: Vec<FileId> = used.into_iter().filter(|file| !renderer.is_own(*file)).collect();
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
    bundled::assets().into_iter().find(|(known, _)| *known == path).map(|(_, bytes)| Made::Text(bytes.to_vec()))
}

/// The file of the site that lies at a path below the folder of media, if pages show or link it.
fn media(renderer: &Renderer, path: &str) -> Option<FileId> {
    let below_content = SourcePath::resolve(&renderer.site.corpus.config.content, path)?;
    let file = renderer.tree.find(&below_content).or_else(|| renderer.tree.find_text(path))?;
    (renderer.site.images.holds(file) || renderer.site.is_linked(file, renderer.tree)).then_some(file)
}

/// The site's own files below `static`, but for those that the bundles hold already.
fn own_files(renderer: &Renderer, sink: &dyn Sink) -> io::Result<()> {
    let own: Vec<(FileId, &str)> = static_files::all(renderer.tree).collect();
    for (file, path) in &own {
        let is_shown = OutputPath::parse(path).is_some_and(|path| renderer.own_file(&path).is_some());
        if is_shown {
            copy(renderer, sink, *file, path)?;
        }
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
