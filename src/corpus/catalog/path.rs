//! Where catalogs lie, and the guides that they are of.

use super::EXTENSION;
use crate::{
    corpus::{config::Config, document::DocumentKind, messages},
    locale::Locale,
    path::SourcePath,
};

/// The folder of the catalogs in that of a locale.
const GUIDES: &str = "guides";
/// The folder of the templates, beside those of the locales.
const TEMPLATES: &str = "templates";

/// The guide that a catalog or template is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CatalogPath {
    /// The guide's folder below the content folder.
    pub folder: String,
    /// Whether it is a guide or a landing page.
    pub kind: DocumentKind,
}

impl CatalogPath {
    /// The locale and guide that a PO file is of: `locales/<tag>/guides/<folder>.po`, `…/<folder>/index.po` for landing pages.
    pub fn parse(path: &SourcePath) -> Option<(Locale, Self)> {
        Self::parse_with(path, EXTENSION)
    }

    /// The locale and guide that a file is of which notes what a translation was made from.
    pub fn parse_sync(path: &SourcePath) -> Option<(Locale, Self)> {
        Self::parse_with(path, ".sync")
    }

    fn parse_with(path: &SourcePath, extension: &str) -> Option<(Locale, Self)> {
        let below = path.below(messages::FOLDER)?.strip_suffix(extension)?;
        let (tag, rest) = below.split_once('/')?;
        Some((Locale::parse(tag)?, Self::of_name(rest)?))
    }

    /// The guide that a template is of.
    pub fn parse_template(path: &SourcePath) -> Option<Self> {
        let below = path.below(messages::FOLDER)?.strip_suffix(".pot")?;
        Self::of_name(below.strip_prefix(TEMPLATES)?.strip_prefix('/')?)
    }

    /// The guide of a name in the folder of a locale.
    fn of_name(rest: &str) -> Option<Self> {
        let name = rest.strip_prefix(GUIDES)?.strip_prefix('/')?;
        let (folder, kind) = match name.rsplit_once('/') {
            _ if name == "index" => ("", DocumentKind::Landing),
            _ if name == "guide" => ("", DocumentKind::Guide),
            Some((folder, "index")) => (folder, DocumentKind::Landing),
            _ if name.is_empty() || name.ends_with('/') => return None,
            _ => (name, DocumentKind::Guide),
        };
        Some(Self { folder: folder.to_owned(), kind })
    }

    fn name(&self) -> String {
        match (self.kind, self.folder.as_str()) {
            (DocumentKind::Landing, "") => "index".into(),
            (DocumentKind::Guide, "") => "guide".into(),
            (DocumentKind::Landing, folder) => format!("{folder}/index"),
            (DocumentKind::Guide, folder) => folder.to_owned(),
        }
    }

    /// Where the catalog of a locale lies.
    pub fn catalog(&self, locale: &Locale) -> String {
        format!("{}/{locale}/{GUIDES}/{}.po", messages::FOLDER, self.name())
    }

    /// Where the template lies.
    pub fn template(&self) -> String {
        format!("{}/{TEMPLATES}/{GUIDES}/{}.pot", messages::FOLDER, self.name())
    }

    /// Where the file lies that notes which source texts a translated file was made from.
    pub fn sync(&self, locale: &Locale) -> String {
        format!("{}/{locale}/{GUIDES}/{}.sync", messages::FOLDER, self.name())
    }

    /// Where the guide's file in a locale lies.
    pub fn file(&self, locale: &Locale, config: &Config) -> String {
        guide_file(self.kind, &self.folder, locale, config)
    }
}

/// Where a guide's file in a locale lies.
pub fn guide_file(kind: DocumentKind, folder: &str, locale: &Locale, config: &Config) -> String {
    let name = match kind {
        DocumentKind::Guide => "guide",
        DocumentKind::Landing => "index",
    };
    let folders = [config.content.as_str(), folder].into_iter().filter(|part| !part.is_empty());
    folders.chain([format!("{name}.{locale}.md").as_str()]).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_guides_and_back() {
        for (path, folder, kind) in [
            ("locales/fr-fr/guides/mail/android.po", "mail/android", DocumentKind::Guide),
            ("locales/fr-fr/guides/mail/index.po", "mail", DocumentKind::Landing),
            ("locales/fr-fr/guides/index.po", "", DocumentKind::Landing),
            ("locales/fr-fr/guides/guide.po", "", DocumentKind::Guide),
        ] {
            let (locale, guide) = CatalogPath::parse(&SourcePath::parse(path).unwrap()).unwrap();
            assert_eq!((guide.catalog(&locale).as_str(), guide.folder.as_str(), guide.kind), (path, folder, kind));
            assert_eq!(CatalogPath::parse_template(&SourcePath::parse(&guide.template()).unwrap()), Some(guide));
        }
        for other in [
            "locales/fr-fr/interface.ftl",
            "locales/fr-fr/x.po",
            "guides/a.po",
            "locales/fr-fr/guides/.po",
            "locales/fr-fr/guides/a/.po",
            "locales/fr-fr/guides/a//index.po",
        ] {
            let guide = SourcePath::parse(other).and_then(|path| CatalogPath::parse(&path));
            assert_eq!(guide, None, "{other}");
        }
    }
}
