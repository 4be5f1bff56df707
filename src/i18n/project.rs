//! The guides of a site as translators see them: a source text each, and for each locale a file, a catalog or nothing.

use super::{
    Change,
    template::{About, template},
};
use crate::{
    corpus::{
        Corpus, Unparsed,
        catalog::{Catalog, CatalogPath},
        document::DocumentKind,
        units::SourceText,
        yaml,
    },
    diagnostic::{CATALOG_SYNTAX, Diagnostic},
    locale::Locale,
    path::SourcePath,
    source::SourceTree,
    text::FileId,
};
use rayon::prelude::*;

/// A site whose guides are not parsed.
pub struct Project<'a> {
    /// Its files.
    pub tree: &'a SourceTree,
    /// Everything but the guides.
    pub corpus: Corpus,
    /// Its guides that have a text in the source locale, sorted by path.
    pub guides: Vec<GuideFiles>,
    /// Whether these are all, and not some that were asked for.
    pub is_whole: bool,
    /// What is wrong with everything but the guides.
    pub diagnostics: Vec<Diagnostic>,
}

/// The files of a guide.
#[derive(Clone, Debug)]
pub struct GuideFiles {
    /// Which guide.
    pub path: CatalogPath,
    /// Its text in the source locale.
    pub source: FileId,
    /// Its files in other locales.
    pub files: Vec<(Locale, FileId)>,
}

impl GuideFiles {
    /// Its file in a locale.
    pub fn file(&self, locale: &Locale) -> Option<FileId> {
        self.files.iter().find(|(known, _)| known == locale).map(|(_, file)| *file)
    }
}

impl<'a> Project<'a> {
    /// Looks which guides there are.
    pub fn open(tree: &'a SourceTree) -> Self {
        let Unparsed { corpus, pages, diagnostics } = Corpus::read_unparsed(tree);
        let source = corpus.config.source_locale.clone();
        let mut guides: Vec<GuideFiles> = pages
            .iter()
            .filter(|page| page.locale == source)
            .map(|page| GuideFiles {
                path: CatalogPath { folder: page.folder.clone(), kind: page.kind },
                source: page.file,
                files: Vec::new(),
            })
            .collect();
        guides.sort_by(|one, other| one.path.cmp(&other.path));
        guides.dedup_by(|one, other| one.path == other.path);
        for page in pages.into_iter().filter(|page| page.locale != source) {
            let path = CatalogPath { folder: page.folder, kind: page.kind };
            if let Ok(at) = guides.binary_search_by(|guide| guide.path.cmp(&path)) {
                guides[at].files.push((page.locale, page.file));
            }
        }
        Self { tree, corpus, guides, is_whole: true, diagnostics }
    }

    /// The locales that are translated into: those that were asked for, or all.
    ///
    /// # Errors
    /// Where the site has none of that name, or it is the one that guides are written in.
    pub fn targets(&self, asked: &[Locale]) -> Result<Vec<Locale>, String> {
        let config = &self.corpus.config;
        let all: Vec<Locale> =
            config.locales.iter().map(|known| known.locale.clone()).filter(|locale| *locale != config.source_locale).collect();
        if asked.is_empty() {
            return Ok(all);
        }
        match asked.iter().find(|locale| !all.contains(locale)) {
            Some(locale) if *locale == config.source_locale => Err(format!("`{locale}` is the locale that guides are written in first")),
            Some(locale) => {
                let labels: Vec<&str> = all.iter().map(Locale::as_str).collect();
                Err(format!("this site has no locale `{locale}`; {}", crate::words::did_you_mean(locale.as_str(), &labels)))
            }
            None => Ok(all.into_iter().filter(|locale| asked.contains(locale)).collect()),
        }
    }

    /// Keeps the guides in these folders, and those below them.
    ///
    /// # Errors
    /// Where a folder holds none.
    pub fn keep(&mut self, folders: &[String]) -> Result<(), String> {
        let is_in = |folder: &str, wanted: &String| {
            let wanted = wanted.trim_matches('/');
            folder == wanted || folder.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
        };
        if let Some(unknown) = folders.iter().find(|wanted| !self.guides.iter().any(|guide| is_in(&guide.path.folder, wanted))) {
            let known = self.guides.iter().map(|guide| guide.path.folder.as_str());
            let hint = crate::words::nearest(unknown, known).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(format!("there is no guide in `{unknown}`{hint}"));
        }
        self.is_whole = false;
        self.guides.retain(|guide| folders.iter().any(|wanted| is_in(&guide.path.folder, wanted)));
        Ok(())
    }

    /// Whether a guide is switched off for a locale.
    pub fn is_absent(&self, guide: &GuideFiles, locale: &Locale) -> bool {
        let meta = self.corpus.metas.get(&guide.path.folder).filter(|_| guide.path.kind == DocumentKind::Guide);
        meta.is_some_and(|meta| meta.disable_languages.iter().any(|disabled| disabled.value == *locale))
    }

    /// The text of a file that is there.
    pub fn text(&self, path: &str) -> Option<(FileId, String)> {
        let file = self.tree.find_text(path)?;
        yaml::load(self.tree, file).ok().map(|text| (file, text))
    }

    /// A guide's source text, taken apart.
    pub fn source(&self, guide: &GuideFiles) -> Option<SourceText> {
        let text = yaml::load(self.tree, guide.source).ok()?;
        Some(SourceText::read(guide.source, &text, &self.corpus.vocabulary))
    }

    /// The catalog or template at a path, and its text.
    pub fn catalog(&self, path: &str) -> Option<(Catalog, String)> {
        let (file, text) = self.text(path)?;
        Some((Catalog::parse(file, &text).0, text))
    }

    /// The catalog at a path, and its text, if it can be written anew.
    ///
    /// # Errors
    /// What of it cannot be read: to write the rest anew would lose what a translator wrote.
    pub fn whole_catalog(&self, path: &str) -> Result<Option<(Catalog, String)>, Vec<Diagnostic>> {
        let Some(file) = self.tree.find_text(path) else { return Ok(None) };
        let text = yaml::load(self.tree, file).map_err(|unread| vec![unread])?;
        let (catalog, mut found) = Catalog::parse(file, &text);
        found.retain(|diagnostic| diagnostic.code == &CATALOG_SYNTAX);
        if found.is_empty() { Ok(Some((catalog, text))) } else { Err(found) }
    }

    /// A guide's template as it is to be, and the text of the one that is there.
    pub fn template(&self, guide: &GuideFiles, source: &SourceText) -> (Catalog, Option<String>) {
        let before = self.catalog(&guide.path.template());
        let made = self.template_after(guide, source, before.as_ref().map(|(catalog, _)| catalog));
        (made, before.map(|(_, text)| text))
    }

    /// A guide's template, with the ids of the one before.
    pub(super) fn template_after(&self, guide: &GuideFiles, source: &SourceText, before: Option<&Catalog>) -> Catalog {
        let config = &self.corpus.config;
        let page = self.address(guide, source, &config.source_locale);
        let file = self.tree.path(guide.source).as_str();
        let about = About { title: &config.title, locale: &config.source_locale, file, page: &page };
        template(source, &about, before)
    }

    /// The address of a guide's page.
    pub fn address(&self, guide: &GuideFiles, source: &SourceText, locale: &Locale) -> String {
        let folder = &guide.path.folder;
        let folder = match source.front.slug.as_ref().filter(|_| guide.path.kind == DocumentKind::Guide) {
            Some(slug) => {
                let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
                format!("{parent}/{}", slug.value.trim_matches('/')).trim_start_matches('/').to_owned()
            }
            None => folder.clone(),
        };
        let base = self.corpus.config.base_url.as_deref().unwrap_or("/");
        let slash = if folder.is_empty() { "" } else { "/" };
        format!("{base}{locale}/{folder}{slash}")
    }

    /// The templates of all guides, as far as they are to be written.
    pub fn extract(&self) -> Vec<Change> {
        let one = |guide: &GuideFiles| {
            let (made, before) = self.template(guide, &self.source(guide)?);
            change(&guide.path.template(), before, made.to_text())
        };
        self.guides.par_iter().filter_map(one).collect()
    }

    /// A catalog whose notes name the page in its own locale.
    pub(super) fn named(&self, mut catalog: Catalog, (guide, source): (&GuideFiles, &SourceText), locale: &Locale) -> Catalog {
        let address = |locale: &Locale| self.address(guide, source, locale);
        let (page, own) = (address(&self.corpus.config.source_locale), address(locale));
        for note in catalog.entries.iter_mut().flat_map(|entry| &mut entry.notes).filter(|note| **note == page) {
            own.clone_into(note);
        }
        catalog
    }
}

/// A file that is to be written, unless it is as it is to be.
pub fn change(path: &str, before: Option<String>, after: String) -> Option<Change> {
    let path = SourcePath::parse(path).filter(|_| before.as_ref() != Some(&after))?;
    Some(Change { path, before, after })
}
