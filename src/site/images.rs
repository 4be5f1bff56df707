//! The files that pages show: found once, with their sizes.

use super::{DocumentId, Site, links::mend::Texts};
use crate::{
    corpus::document::Document,
    diagnostic::{Diagnostic, Findings, IMAGE_CASE, IMAGE_EXTERNAL, IMAGE_MISSING, IMAGE_UNREADABLE, LINK_UNSAFE},
    dialect::tree::Image,
    path::{SourcePath, decoded, is_picture},
    source::SourceTree,
    text::FileId,
    words,
};
use quick_xml::{Reader, events::Event};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// The pictures of the site.
#[derive(Debug, Default)]
pub struct Images {
    sizes: Sizes,
    /// For each document, where each of its pictures leads.
    pictures: Vec<Vec<Picture>>,
}

/// The sizes of the pictures that pages show; none where it cannot be read.
pub type Sizes = FxHashMap<FileId, Option<Size>>;

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// At least 1.
    pub width: u32,
    /// At least 1.
    pub height: u32,
}

/// Where a picture's address leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// To a file of the site, whose name may differ in case.
    File(FileId, bool),
    /// To another host, from which pages load nothing.
    External,
    /// Nowhere.
    Missing,
}

impl Images {
    /// The sizes of all pictures.
    pub fn into_sizes(self) -> Sizes {
        self.sizes
    }

    /// The files of all pictures that pages show.
    pub fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        self.sizes.keys().copied()
    }

    /// Whether a page shows the file.
    pub fn holds(&self, file: FileId) -> bool {
        self.sizes.contains_key(&file)
    }

    /// Where a picture of a document leads.
    pub fn picture(&self, document: DocumentId, number: u32) -> Picture {
        self.pictures.get(document.index()).and_then(|own| own.get(number as usize)).copied().unwrap_or(Picture::Missing)
    }

    /// The pictures of a document whose size cannot be read, each where it is shown for the first time.
    fn unreadable(
        &self,
        document: &Document,
        pictures: &[Picture],
        tree: &SourceTree,
        mut is_first: impl FnMut(FileId) -> bool,
    ) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (image, picture) in document.facts.images.iter().zip(pictures) {
            let Some(file) = picture.file().filter(|file| self.size(*file).is_none()) else { continue };
            if is_first(file) {
                let message = format!("the size of `{}` cannot be read", tree.path(file));
                let help = "save it again as PNG, JPEG, GIF, WebP or SVG";
                found.push(Diagnostic::new(&IMAGE_UNREADABLE, image.span, message).help(help));
            }
        }
        found
    }

    /// A picture's size, if it can be read.
    pub fn size(&self, file: FileId) -> Option<Size> {
        self.sizes.get(&file).copied().flatten()
    }
}

/// Finds all pictures of all documents, and reads the sizes that are not `known`, in parallel; and what is odd about them.
pub fn find(site: &Site, tree: &SourceTree, known: Sizes) -> (Images, Findings) {
    let mut findings = Findings::default();
    let finder = Finder { content: &site.corpus.config.content, tree, by_lower_path: OnceLock::new() };
    let of_document = |document: &Document| document.facts.images.iter().map(|image| finder.find(document, image)).collect();
    let pictures: Vec<Vec<Picture>> = site.corpus.documents.par_iter().map(of_document).collect();
    let mut used: FxHashSet<FileId> = FxHashSet::default();
    let mut texts = Texts::new(tree);
    for (document, pictures) in site.corpus.documents.iter().zip(&pictures) {
        used.extend(pictures.iter().filter_map(|picture| picture.file()));
        findings.add(document.file, odd(document, pictures, tree, &mut texts));
    }
    let read = |file: &FileId| known.get(file).copied().unwrap_or_else(|| tree.read(*file).ok().and_then(|bytes| size_of(&bytes)));
    let used: Vec<FileId> = used.into_iter().collect();
    let sizes = used.par_iter().map(|file| (*file, read(file))).collect::<Vec<_>>().into_iter().collect();
    let images = Images { sizes, pictures };
    let mut said = FxHashSet::default();
    for (document, pictures) in site.corpus.documents.iter().zip(&images.pictures) {
        findings.add(document.file, images.unreadable(document, pictures, tree, |file| said.insert(file)));
    }
    (images, findings)
}

/// What is odd about the pictures of a document whose places changed.
pub fn check_again(site: &Site, id: DocumentId, tree: &SourceTree) -> Vec<Diagnostic> {
    let (document, images) = (site.document(id), &site.images);
    let Some(pictures) = images.pictures.get(id.index()) else { return Vec::new() };
    let mut found = odd(document, pictures, tree, &mut Texts::new(tree));
    let mut said: FxHashSet<FileId> = images.pictures.iter().take(id.index()).flatten().filter_map(|picture| picture.file()).collect();
    found.extend(images.unreadable(document, pictures, tree, |file| said.insert(file)));
    found
}

/// What is odd about the addresses of a document's pictures.
fn odd(document: &Document, pictures: &[Picture], tree: &SourceTree, texts: &mut Texts) -> Vec<Diagnostic> {
    let images = document.facts.images.iter().zip(pictures);
    images.filter_map(|(image, picture)| finding(document, image, *picture, tree, texts)).collect()
}

impl Picture {
    fn file(self) -> Option<FileId> {
        if let Self::File(file, _) = self { Some(file) } else { None }
    }
}

/// Finds the files of pictures.
struct Finder<'a> {
    content: &'a str,
    tree: &'a SourceTree,
    /// Pictures by their paths in lower case; made when one is first not found as it is written.
    by_lower_path: OnceLock<FxHashMap<String, FileId>>,
}

impl Finder<'_> {
    fn find(&self, document: &Document, image: &Image) -> Picture {
        let address = image.address.trim().strip_prefix("{attach}").unwrap_or(image.address.trim());
        if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
            return Picture::External;
        }
        let address = address.split(['?', '#']).next().unwrap_or(address);
        let address = decoded(address).unwrap_or_else(|| address.to_owned());
        let resolved = match address.strip_prefix("/pages/").or(address.strip_prefix('/')) {
            Some(rest) => SourcePath::resolve(self.content, rest),
            None if self.content.is_empty() => SourcePath::resolve(&document.folder, &address),
            None => SourcePath::resolve(&format!("{}/{}", self.content, document.folder), &address),
        };
        let Some(path) = resolved else { return Picture::Missing };
        if let Some(file) = self.tree.find(&path) {
            return Picture::File(file, true);
        }
        let by_lower_path = self.by_lower_path.get_or_init(|| lower_paths(self.tree));
        by_lower_path.get(&path.as_str().to_lowercase()).map_or(Picture::Missing, |file| Picture::File(*file, false))
    }
}

/// Whether an address is the picture itself, as some editors paste it.
pub fn is_embedded(address: &str) -> bool {
    const KINDS: &[&str] = &["png", "jpeg", "jpg", "gif", "webp"];
    let data = address.strip_prefix("data:image/").and_then(|rest| rest.split_once(";base64,"));
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    data.is_some_and(|(kind, data)| KINDS.contains(&kind) && !data.is_empty() && data.bytes().all(is_sign))
}

/// Whether an address leads to another host, by a scheme that a page may lead its readers to.
pub fn is_on_the_web(address: &str) -> bool {
    let begins_with = |start: &str| address.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    ["https://", "http://", "//"].into_iter().any(begins_with)
}

/// What is odd about a picture.
fn finding(document: &Document, image: &Image, picture: Picture, tree: &SourceTree, texts: &mut Texts) -> Option<Diagnostic> {
    match picture {
        Picture::File(_, true) => None,
        Picture::File(file, false) => {
            let message = format!("`{}` differs in case from its file", image.address);
            let diagnostic = Diagnostic::new(&IMAGE_CASE, image.span, message).help(format!("the file is `{}`", tree.path(file)));
            let mended = texts.address(image.span, &image.address).zip(in_case_of(&image.address, tree.path(file).as_str()));
            Some(match mended {
                Some((span, address)) => diagnostic.fix(span, address),
                None => diagnostic,
            })
        }
        Picture::External if is_embedded(&image.address) => None,
        Picture::External if !is_on_the_web(image.address.trim()) => {
            let scheme = image.address.trim().split(':').next().unwrap_or_default();
            let message = format!("pictures may not lead to `{scheme}:`");
            Some(Diagnostic::new(&LINK_UNSAFE, image.span, message).help("it is shown as text; put the picture beside the guide"))
        }
        Picture::External => {
            let help = "put the picture beside the guide; the page shows a link to it";
            Some(Diagnostic::new(&IMAGE_EXTERNAL, image.span, "pages load nothing from other hosts").help(help))
        }
        Picture::Missing => Some(missing(document, image, tree, texts)),
    }
}

/// An address with its last parts written as those of a path that they differ from in case alone.
fn in_case_of(address: &str, path: &str) -> Option<String> {
    let alike = |(one, other): &(&str, &str)| one.to_lowercase() == other.to_lowercase();
    let length: usize = address.rsplit('/').zip(path.rsplit('/')).take_while(alike).map(|(part, _)| part.len() + 1).sum();
    let (kept, length) = (address.len().checked_sub(length).map_or(0, |at| at + 1), length.checked_sub(1)?);
    Some(format!("{}{}", address.get(..kept)?, path.get(path.len().checked_sub(length)?..)?))
}

fn missing(document: &Document, image: &Image, tree: &SourceTree, texts: &mut Texts) -> Diagnostic {
    let name = image.address.rsplit('/').next().unwrap_or(&image.address);
    let own_folder = tree.path(document.file).folder();
    let beside = tree.below(own_folder).filter(|path| path.folder().ends_with("images"));
    let names: Vec<&str> = beside.map(|path| path.name()).take(500).collect();
    let diagnostic = Diagnostic::new(&IMAGE_MISSING, image.span, format!("there is no picture `{}`", image.address));
    let Some(near) = words::nearest(name, names).filter(|_| !name.is_empty()) else {
        return diagnostic.help("add the file; until then the page shows a labelled box");
    };
    let diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
    let is_there = tree.find_text(&format!("{own_folder}/images/{near}")).is_some()
        && image.address.rsplit_once('/').is_some_and(|(folder, _)| folder == "images");
    match texts.address(image.span, &image.address).filter(|_| is_there) {
        Some(span) => diagnostic.unsafe_fix(span, format!("images/{near}")),
        None => diagnostic,
    }
}

fn lower_paths(tree: &SourceTree) -> FxHashMap<String, FileId> {
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
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) => break root,
            Event::Eof => return None,
            _ => {}
        }
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let attribute = |name: &str| {
        let own = root.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
        Some(own.value.into_owned())
    };
    let pixels = |name: &str| attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok();
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return size_from(width, height);
    }
    let numbers: Vec<f64> = attribute("viewBox")?.split([' ', ',', '\t', '\r', '\n']).filter_map(|number| number.parse().ok()).collect();
    let [_, _, width, height] = numbers[..] else { return None };
    size_from(width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_take_the_case_of_their_files() {
        assert_eq!(in_case_of("images/A.PNG", "content/mail/Images/a.png").as_deref(), Some("Images/a.png"));
        assert_eq!(in_case_of("../X/a.png", "content/x/A.png").as_deref(), Some("../x/A.png"));
        assert_eq!(in_case_of("a.PNG", "a.png").as_deref(), Some("a.png"));
    }

    #[test]
    fn sizes_of_drawings() {
        let size = |text| svg_size(text).map(|size| (size.width, size.height));
        assert_eq!(size("<?xml?><svg width=\"640\" height='400px' viewBox=\"0 0 1 1\">"), Some((640, 400)));
        assert_eq!(size("<svg viewBox=\"0 0 320.4 560\">"), Some((320, 560)));
        assert_eq!(size("\u{feff}<?xml version=\"1.0\"?>\n<!-- <svg> -->\n<svg\n\twidth = '64'\n\theight=\"40\"/>"), Some((64, 40)));
        assert_eq!(size("<s:svg xmlns:s='x' data-width='1'\n viewBox='0 0\t32\n56'>"), Some((32, 56)));
        assert_eq!(size("<html><svg width='1' height='1'/></html>"), None);
        assert_eq!(size("<svg>"), None);
        assert_eq!(size("<svg width=\"0\" height=\"5\">"), None);
    }
}
