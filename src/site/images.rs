//! The files that pages show: found once, with their sizes.

use super::Site;
use crate::{
    corpus::document::Document,
    diagnostic::{Diagnostic, IMAGE_CASE, IMAGE_EXTERNAL, IMAGE_MISSING, IMAGE_UNREADABLE},
    dialect::tree::Image,
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span},
    words,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// The pictures of the site.
#[derive(Debug, Default)]
pub struct Images {
    sizes: FxHashMap<FileId, Option<Size>>,
    by_lower_path: FxHashMap<String, FileId>,
}

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// At least 1.
    pub width: u32,
    /// At least 1.
    pub height: u32,
}

/// Where a picture's address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// To a file of the site, whose name may differ in case.
    File(FileId, bool),
    /// To another host, from which pages load nothing.
    External,
    /// Nowhere.
    Missing,
}

impl Images {
    /// The files of all pictures that pages show.
    pub fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        self.sizes.keys().copied()
    }

    /// A picture's size, if it can be read.
    pub fn size(&self, file: FileId) -> Option<Size> {
        self.sizes.get(&file).copied().flatten()
    }
}

impl Site {
    /// The file that a picture of a document is.
    pub fn picture(&self, document: &Document, image: &Image, tree: &SourceTree) -> Picture {
        let content = &self.corpus.config.content;
        let address = image.address.trim().strip_prefix("{attach}").unwrap_or(image.address.trim());
        if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
            return Picture::External;
        }
        let address = address.split(['?', '#']).next().unwrap_or(address).replace("%20", " ");
        let folder = if content.is_empty() { document.folder.clone() } else { format!("{content}/{}", document.folder) };
        let resolved = match address.strip_prefix("/pages/").or(address.strip_prefix('/')) {
            Some(rest) => SourcePath::resolve(content, rest),
            None => SourcePath::resolve(&folder, &address),
        };
        let Some(path) = resolved else { return Picture::Missing };
        if let Some(file) = tree.find(&path) {
            return Picture::File(file, true);
        }
        match self.images.by_lower_path.get(&path.as_str().to_lowercase()) {
            Some(file) => Picture::File(*file, false),
            None => Picture::Missing,
        }
    }
}

/// Finds all pictures of all documents, and reads their sizes in parallel.
pub fn find(site: &Site, tree: &SourceTree, diagnostics: &mut Vec<Diagnostic>) -> Images {
    let mut images = Images { by_lower_path: lower_paths(tree), ..Images::default() };
    let mut used: FxHashMap<FileId, Span> = FxHashMap::default();
    let interim = SiteView { site, images: &images };
    for document in &site.corpus.documents {
        for image in &document.facts.images {
            match interim.picture(document, image, tree) {
                Picture::File(file, exact) => {
                    used.entry(file).or_insert(image.span);
                    if !exact {
                        let message = format!("`{}` differs in case from its file", image.address);
                        diagnostics
                            .push(Diagnostic::new(&IMAGE_CASE, image.span, message).help(format!("the file is `{}`", tree.path(file))));
                    }
                }
                Picture::External => {
                    let help = "put the picture beside the guide; the page shows a link to it";
                    diagnostics.push(Diagnostic::new(&IMAGE_EXTERNAL, image.span, "pages load nothing from other hosts").help(help));
                }
                Picture::Missing => diagnostics.push(missing(document, image, tree)),
            }
        }
    }
    let mut used: Vec<(FileId, Span)> = used.into_iter().collect();
    used.sort();
    let sizes: Vec<Option<Size>> = used.par_iter().map(|(file, _)| tree.read(*file).ok().and_then(|bytes| size_of(&bytes))).collect();
    for ((file, span), size) in used.into_iter().zip(sizes) {
        if size.is_none() {
            let message = format!("the size of `{}` cannot be read", tree.path(file));
            diagnostics.push(Diagnostic::new(&IMAGE_UNREADABLE, span, message).help("save it again as PNG, JPEG, GIF, WebP or SVG"));
        }
        images.sizes.insert(file, size);
    }
    images
}

/// The site while its images are being found.
struct SiteView<'a> {
    site: &'a Site,
    images: &'a Images,
}

impl SiteView<'_> {
    fn picture(&self, document: &Document, image: &Image, tree: &SourceTree) -> Picture {
        match self.site.picture(document, image, tree) {
            Picture::Missing => {
                let content = &self.site.corpus.config.content;
                let folder = if content.is_empty() { document.folder.clone() } else { format!("{content}/{}", document.folder) };
                let path = SourcePath::resolve(&folder, &image.address);
                let found = path.and_then(|path| self.images.by_lower_path.get(&path.as_str().to_lowercase()).copied());
                found.map_or(Picture::Missing, |file| Picture::File(file, false))
            }
            found => found,
        }
    }
}

fn missing(document: &Document, image: &Image, tree: &SourceTree) -> Diagnostic {
    let name = image.address.rsplit('/').next().unwrap_or(&image.address);
    let beside = tree.iter().filter(|(_, path)| path.folder().contains(&document.folder) && path.folder().ends_with("images"));
    let names: Vec<&str> = beside.map(|(_, path)| path.name()).take(500).collect();
    let help = match words::nearest(name, names) {
        Some(near) if !name.is_empty() => format!("did you mean `{near}`?"),
        _ => "add the file; until then the page shows a labelled box".into(),
    };
    Diagnostic::new(&IMAGE_MISSING, image.span, format!("there is no picture `{}`", image.address)).help(help)
}

fn lower_paths(tree: &SourceTree) -> FxHashMap<String, FileId> {
    let is_picture =
        |name: &str| [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
    tree.iter().filter(|(_, path)| is_picture(path.name())).map(|(id, path)| (path.as_str().to_lowercase(), id)).collect()
}

fn size_of(bytes: &[u8]) -> Option<Size> {
    if let Ok(size) = imagesize::blob_size(bytes) {
        return size_from(size.width as f64, size.height as f64);
    }
    svg_size(std::str::from_utf8(bytes).ok()?)
}

fn size_from(width: f64, height: f64) -> Option<Size> {
    let side = |value: f64| (value.is_finite() && (0.5..1e6).contains(&value)).then(|| value.round() as u32);
    Some(Size { width: side(width)?, height: side(height)? })
}

/// The size that an SVG's root element says, by its attributes or its `viewBox` (SVG 2, section 8).
fn svg_size(text: &str) -> Option<Size> {
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let at = tag.find(&format!(" {name}="))? + name.len() + 2;
        let quote = tag[at..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        tag[at + 1..].split(quote).next()
    };
    let pixels = |name: &str| attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok();
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return size_from(width, height);
    }
    let numbers: Vec<f64> = attribute("viewBox")?.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
    let [_, _, width, height] = numbers[..] else { return None };
    size_from(width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_drawings() {
        let size = |text| svg_size(text).map(|size| (size.width, size.height));
        assert_eq!(size("<?xml?><svg width=\"640\" height='400px' viewBox=\"0 0 1 1\">"), Some((640, 400)));
        assert_eq!(size("<svg viewBox=\"0 0 320.4 560\">"), Some((320, 560)));
        assert_eq!(size("<svg>"), None);
        assert_eq!(size("<svg width=\"0\" height=\"5\">"), None);
    }
}
