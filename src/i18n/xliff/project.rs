//! The catalogs of a site as XLIFF files, and files that came back.

use super::{EXTENSION, Exchange, read, take_over, write};
use crate::{
    corpus::catalog::{Catalog, CatalogPath},
    diagnostic::Diagnostic,
    i18n::{
        Change, Project,
        project::{GuideFiles, change},
    },
    locale::Locale,
    path::SourcePath,
    text::FileId,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What files that came back lead to.
#[derive(Default)]
pub struct Returned {
    /// The catalogs that change.
    pub changes: Vec<Change>,
    /// How many of their entries.
    pub entries: usize,
    /// What is wrong, each with the number of its file among those that were given.
    pub diagnostics: Vec<(usize, Diagnostic)>,
    /// The files that are of no catalog of this site, by their numbers, with what they say that they are of.
    pub strangers: Vec<(usize, String)>,
}

impl Project<'_> {
    /// A file for each catalog of `locales`, by its path `<tag>/<folder of the guide>.xlf`.
    pub fn to_xliff(&self, locales: &[Locale]) -> Vec<(SourcePath, String)> {
        let of_guide = |guide: &GuideFiles| locales.iter().filter_map(|locale| self.xliff_of(guide, locale)).collect::<Vec<_>>();
        self.guides.par_iter().flat_map_iter(of_guide).collect()
    }

    fn xliff_of(&self, guide: &GuideFiles, locale: &Locale) -> Option<(SourcePath, String)> {
        let path = guide.path.catalog(locale);
        let (catalog, _) = self.catalog(&path)?;
        let language = |locale: &Locale| self.corpus.config.locale(locale).map_or_else(|| locale.tag(), |known| known.lang.clone());
        let exchange = Exchange {
            path: &path,
            source_file: self.tree.path(guide.source).as_str(),
            source_language: &language(&self.corpus.config.source_locale),
            target_language: &language(locale),
            catalog: &catalog,
        };
        let name = path.split_once("/guides/").map_or(path.as_str(), |(_, name)| name).trim_end_matches(".po");
        Some((SourcePath::parse(&format!("{locale}/{name}.{EXTENSION}"))?, write(&exchange)?))
    }

    /// Takes the translations in `texts`, the texts of XLIFF files, over into the catalogs of `locales`.
    pub fn take_xliff(&self, texts: &[String], locales: &[Locale]) -> Returned {
        let mut returned = Returned::default();
        let mut catalogs: BTreeMap<String, (Catalog, String)> = BTreeMap::new();
        for (number, text) in texts.iter().enumerate() {
            // A file that was never a part of the site has no id there: its number takes the place of one.
            let (files, said) = read(FileId(number as u32), text);
            returned.diagnostics.extend(said.into_iter().map(|diagnostic| (number, diagnostic)));
            for file in files {
                let known = catalogs.contains_key(&file.catalog);
                let fresh = if known { None } else { self.catalog_of(&file.catalog, locales) };
                if let Some(fresh) = fresh {
                    catalogs.insert(file.catalog.clone(), fresh);
                }
                let Some((catalog, _)) = catalogs.get_mut(&file.catalog) else {
                    returned.strangers.push((number, file.catalog));
                    continue;
                };
                let (changed, said) = take_over(&file, catalog);
                returned.entries += changed;
                returned.diagnostics.extend(said.into_iter().map(|diagnostic| (number, diagnostic)));
            }
        }
        returned.changes =
            catalogs.into_iter().filter_map(|(path, (catalog, before))| change(&path, Some(before), catalog.to_text())).collect();
        returned
    }

    /// The catalog at a path that a file names, if it is one of this site and of these locales.
    fn catalog_of(&self, path: &str, locales: &[Locale]) -> Option<(Catalog, String)> {
        let (locale, _) = CatalogPath::parse(&SourcePath::parse(path)?)?;
        self.catalog(path).filter(|_| locales.contains(&locale))
    }
}
