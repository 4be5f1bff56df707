//! Which files are guides, landing pages and their metadata: their names say it.

use super::{
    catalog::{self, CatalogPath, guide_file},
    config::Config,
    document::DocumentKind,
    meta::{self, Meta},
    yaml,
};
use crate::{
    diagnostic::{CATALOG_ORPHAN, Diagnostic, LOCALE_UNKNOWN},
    locale::Locale,
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span},
    words,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A file of content that is a page.
pub struct Found {
    /// Which file.
    pub file: FileId,
    /// The guide's folder below the content folder.
    pub folder: String,
    /// Whether it is a guide or a landing page.
    pub kind: DocumentKind,
    /// The language that its name says.
    pub locale: Locale,
    /// The file that a catalog translates, where this is one.
    pub source: Option<FileId>,
}

impl Found {
    /// Where its document stands among those of a corpus; see [`Document::place`](super::document::Document::place).
    pub fn place(&self) -> (&str, DocumentKind, &Locale) {
        (&self.folder, self.kind, &self.locale)
    }
}

/// The pages and their metadata among the files of the content folder.
pub fn find(tree: &SourceTree, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Found>, BTreeMap<String, Meta>) {
    let (mut found, mut metas) = (Vec::new(), Vec::new());
    for (file, path) in tree.iter() {
        if path.name().ends_with(catalog::EXTENSION) {
            found.extend(catalog_page(file, path, tree, config, diagnostics));
        }
        let Some(below) = below_content(path, config) else { continue };
        let folder = folder_of(below);
        match page_name(path) {
            Some((kind, label)) => match locale_of(label, config) {
                Some(locale) => found.push(Found { file, folder: folder.to_owned(), kind, locale, source: None }),
                None => diagnostics.push(unknown_locale(label, file, config)),
            },
            None if path.name() == meta::FILE => metas.push((file, folder)),
            None => {}
        }
    }
    (found, read_metas(tree, metas, diagnostics))
}

/// The metadata in these files, by the folders that they lie in.
fn read_metas(tree: &SourceTree, files: Vec<(FileId, &str)>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Meta> {
    let read = |(file, folder): (FileId, &str)| match yaml::load(tree, file) {
        Ok(text) => {
            let (meta, more) = meta::read(file, &text);
            (Some((folder.to_owned(), meta)), more)
        }
        Err(diagnostic) => (None, vec![diagnostic]),
    };
    let mut metas = BTreeMap::new();
    for (meta, more) in files.into_par_iter().map(read).collect::<Vec<_>>() {
        metas.extend(meta);
        diagnostics.extend(more);
    }
    metas
}

/// The page that a catalog is: of a guide that has a text in the source's language, and none in the catalog's.
fn catalog_page(file: FileId, path: &SourcePath, tree: &SourceTree, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Option<Found> {
    let (locale, CatalogPath { folder, kind }) = CatalogPath::parse(path)?;
    let Some(locale) = config.locale(&locale).map(|known| known.locale.clone()) else {
        diagnostics.push(unknown_locale(locale.as_str(), file, config));
        return None;
    };
    let orphan = |message: String, help: &'static str| Diagnostic::new(&CATALOG_ORPHAN, Span::top(file), message).help(help);
    let source = guide_file(kind, &folder, &config.source_locale, config);
    let Some(source) = tree.find_text(&source).filter(|_| locale != config.source_locale) else {
        let message = format!("this catalog translates nothing: there is no `{source}`");
        diagnostics.push(orphan(message, "move it to where its guide went, or delete it"));
        return None;
    };
    let own = guide_file(kind, &folder, &locale, config);
    if tree.find_text(&own).is_some() {
        let message = format!("this catalog is not used: `{own}` is the guide in `{locale}`");
        diagnostics.push(orphan(message, "delete one of them; `polyguide i18n import` takes the texts of the file into the catalog"));
        return None;
    }
    Some(Found { file, folder, kind, locale, source: Some(source) })
}

/// The page that a file is, if it is one.
pub fn page(file: FileId, tree: &SourceTree, config: &Config) -> Option<Found> {
    let path = tree.path(file);
    if path.name().ends_with(catalog::EXTENSION) {
        return catalog_page(file, path, tree, config, &mut Vec::new());
    }
    let folder = folder_of(below_content(path, config)?).to_owned();
    let (kind, label) = page_name(path)?;
    Some(Found { file, folder, kind, locale: locale_of(label, config)?, source: None })
}

/// Whether a file is the metadata of a guide.
pub fn is_meta(path: &SourcePath, config: &Config) -> bool {
    path.name() == meta::FILE && below_content(path, config).is_some()
}

/// A path below the content folder, if it lies there.
fn below_content<'p>(path: &'p SourcePath, config: &Config) -> Option<&'p str> {
    path.below(&config.content).filter(|below| !(config.content.is_empty() && is_outside_content(folder_of(below))))
}

/// The folder of a path; empty for the top one.
fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Folders beside the configuration that hold no content, where the site's folder is the content folder.
fn is_outside_content(folder: &str) -> bool {
    let first = folder.split('/').next().unwrap_or(folder);
    matches!(first, "links" | "data" | "locales" | "templates" | "static" | "fragments")
}

/// Whether a file is a page, and the locale that its name says.
fn page_name(path: &SourcePath) -> Option<(DocumentKind, &str)> {
    let stem = path.name().strip_suffix(".md")?;
    let (kind, label) = match stem.split_once('.') {
        Some(("guide", label)) => (DocumentKind::Guide, label),
        Some(("index", label)) => (DocumentKind::Landing, label),
        None if stem == "guide" => (DocumentKind::Guide, ""),
        _ => return None,
    };
    Some((kind, label))
}

fn locale_of(label: &str, config: &Config) -> Option<Locale> {
    let locale = Locale::parse(label)?;
    config.locale(&locale).map(|known| known.locale.clone())
}

fn unknown_locale(label: &str, file: FileId, config: &Config) -> Diagnostic {
    let labels: Vec<&str> = config.locales.iter().map(|known| known.locale.as_str()).collect();
    let (message, help) = if label.is_empty() {
        ("this file's name has no locale".to_owned(), format!("name it `guide.{}.md`", config.source_locale))
    } else {
        (
            format!("`{label}` is no locale of this site"),
            format!("{}; or add it to `locales` of `polyguide.yaml`", words::did_you_mean(label, &labels)),
        )
    };
    Diagnostic::new(&LOCALE_UNKNOWN, Span::top(file), message).help(help)
}
