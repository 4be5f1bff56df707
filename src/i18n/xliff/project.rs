//! The catalogs of a site as XLIFF files, and files that came back.

use super::{EXTENSION, Exchange, Translated, read, take_over, write};
use crate::{
    corpus::catalog::{Catalog, CatalogPath},
    diagnostic::{Diagnostic, XLIFF_LANGUAGE},
    i18n::{
        Change, Project,
        project::{GuideFiles, change},
    },
    locale::Locale,
    path::SourcePath,
    text::{FileId, Span},
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
    /// The files that are of no catalog of this site, by their numbers, with what is to be said of them.
    pub strangers: Vec<(usize, String)>,
    /// What is wrong with catalogs, which are left alone.
    pub refused: Vec<Diagnostic>,
}

/// The catalogs that translations are taken over into, by path; none for one that cannot be read whole.
type Catalogs = BTreeMap<String, Option<(Catalog, String)>>;

impl Project<'_> {
    /// A file for each catalog of `locales`, by its path `<tag>/<folder of the guide>.xlf`. In place of one that would lack what
    /// cannot be read of its catalog, why it cannot.
    pub fn to_xliff(&self, locales: &[Locale]) -> Vec<Result<(SourcePath, String), Vec<Diagnostic>>> {
        let one = |guide: &GuideFiles, locale: &Locale| {
            let catalog = self.whole_catalog(&guide.path.catalog(locale)).transpose()?;
            catalog.map(|(catalog, _)| self.xliff_of(guide, locale, &catalog)).transpose()
        };
        let of_guide = |guide: &GuideFiles| locales.iter().filter_map(|locale| one(guide, locale)).collect::<Vec<_>>();
        self.guides.par_iter().flat_map_iter(of_guide).collect()
    }

    fn xliff_of(&self, guide: &GuideFiles, locale: &Locale, catalog: &Catalog) -> Option<(SourcePath, String)> {
        let path = guide.path.catalog(locale);
        let exchange = Exchange {
            path: &path,
            source_file: self.tree.path(guide.source).as_str(),
            source_language: &self.language(&self.corpus.config.source_locale),
            target_language: &self.language(locale),
            catalog,
        };
        let name = path.split_once("/guides/").map_or(path.as_str(), |(_, name)| name).trim_end_matches(".po");
        Some((SourcePath::parse(&format!("{locale}/{name}.{EXTENSION}"))?, write(&exchange)?))
    }

    /// Takes the translations in `texts`, the texts of XLIFF files, over into the catalogs of `locales`.
    pub fn take_xliff(&self, texts: &[String], locales: &[Locale]) -> Returned {
        let mut returned = Returned::default();
        let mut catalogs = Catalogs::default();
        for (number, text) in texts.iter().enumerate() {
            // A file that was never a part of the site has no id there: its number takes the place of one.
            let (files, said) = read(FileId(number as u32), text);
            returned.diagnostics.extend(said.into_iter().map(|diagnostic| (number, diagnostic)));
            for file in files {
                self.take_file(number, &file, locales, &mut catalogs, &mut returned);
            }
        }
        let text = |(path, known): (String, Option<(Catalog, String)>)| {
            let (catalog, before) = known?;
            let after = catalog.to_text_over(&before);
            change(&path, Some(before), after)
        };
        returned.changes = catalogs.into_iter().filter_map(text).collect();
        returned
    }

    fn take_file(&self, number: usize, file: &Translated, locales: &[Locale], catalogs: &mut Catalogs, returned: &mut Returned) {
        let path = match self.path_of(file, locales) {
            Ok(path) => path,
            Err(stranger) => return returned.strangers.push((number, stranger)),
        };
        if let Some(diagnostic) = self.wrong_language(number, file, &path) {
            return returned.diagnostics.push((number, diagnostic));
        }
        let catalog = catalogs.entry(path).or_insert_with_key(|path| match self.whole_catalog(path) {
            Ok(catalog) => catalog,
            Err(refused) => {
                returned.refused.extend(refused);
                None
            }
        });
        let Some((catalog, _)) = catalog else { return };
        let (changed, said) = take_over(file, catalog);
        returned.entries += changed;
        returned.diagnostics.extend(said.into_iter().map(|diagnostic| (number, diagnostic)));
    }

    /// The path of the catalog that a file is of: the one that it names, or where a program left that out the one of its guide
    /// in its language.
    fn path_of(&self, file: &Translated, locales: &[Locale]) -> Result<String, String> {
        let known = |path: &str| {
            let (locale, _) = CatalogPath::parse(&SourcePath::parse(path)?)?;
            (locales.contains(&locale) && self.tree.find_text(path).is_some()).then(|| path.to_owned())
        };
        if !file.catalog.is_empty() {
            return known(&file.catalog).ok_or_else(|| format!("this is of `{}`, which is no catalog of these locales", file.catalog));
        }
        let guide = self.guides.iter().find(|guide| self.tree.path(guide.source).as_str() == file.original);
        let locale = locales.iter().find(|locale| !file.language.is_empty() && is_language(&file.language, &self.language(locale)));
        let path = guide.zip(locale).and_then(|(guide, locale)| known(&guide.path.catalog(locale)));
        path.ok_or_else(|| {
            let (original, language) = (&file.original, &file.language);
            format!(
                "it does not say which catalog it is of: `<skeleton href>` is missing, and there is no catalog of `{original}` in \
                 `{language}` (`original`, `trgLang`); take the line with `<skeleton>` over from the file that was exported"
            )
        })
    }

    /// What is wrong with a file whose translations are in another language than its catalog.
    fn wrong_language(&self, number: usize, file: &Translated, path: &str) -> Option<Diagnostic> {
        let (locale, _) = CatalogPath::parse(&SourcePath::parse(path)?)?;
        let (own, given) = (self.language(&locale), &file.language);
        if given.is_empty() || is_language(given, &own) {
            return None;
        }
        let message = format!("this is in `{given}` (`trgLang`), and `{path}` is in `{own}`");
        let diagnostic = Diagnostic::new(&XLIFF_LANGUAGE, Span::new(FileId(number as u32), file.at..file.at), message);
        Some(diagnostic.help("nothing was taken over; ask who made it for the file in this language"))
    }

    /// The language of a locale, a BCP 47 tag.
    fn language(&self, locale: &Locale) -> String {
        self.corpus.config.locale(locale).map_or_else(|| locale.tag(), |known| known.lang.clone())
    }
}

/// Whether a tag means a language: the same, or the same without a region, as some programs leave it out.
fn is_language(given: &str, own: &str) -> bool {
    let (given, own) = (given.replace('_', "-").to_ascii_lowercase(), own.to_ascii_lowercase());
    let is_part = |part: &str, whole: &str| whole.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    is_part(&given, &own) || is_part(&own, &given)
}
