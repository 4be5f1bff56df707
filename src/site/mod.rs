//! What the files mean together: pages with their availability and addresses, links, anchors and navigation.

pub mod anchors;
mod availability;
mod duplicates;
pub mod images;
pub mod links;
mod navigation;
mod routes;

pub use navigation::{Group, Label, Section};

use crate::{
    corpus::{
        Corpus,
        document::{Document, DocumentKind},
        meta::Meta,
    },
    diagnostic::{Diagnostic, Findings},
    intl::{self, Intl},
    locale::{Locale, direction},
    path::Route,
    service::Service,
    source::SourceTree,
    text::FileId,
};
use rustc_hash::FxHashMap;

/// A guide or landing page, in every language. Not a [`FileId`]: one guide has many files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GuideId(pub(crate) u32);

/// A guide in one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub(crate) u32);

/// A document of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(crate) u32);

/// A locale of the site, by its place in [`Site::locales`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocaleId(pub(crate) u16);

/// A section of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub(crate) u32);

/// What the command line asks of the site.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only these locales; all if empty.
    pub locales: Vec<Locale>,
    /// The address that the site is published at, instead of the configuration's.
    pub base_url: Option<String>,
    /// Whether the site has no search.
    pub without_search: bool,
}

/// What all files mean together.
pub struct Site {
    /// What each says by itself.
    pub corpus: Corpus,
    /// The locales, in the configuration's order.
    pub locales: Vec<SiteLocale>,
    /// The guides and landing pages, sorted by folder.
    pub guides: Vec<Guide>,
    /// The pages, sorted by guide and locale.
    pub pages: Vec<Page>,
    /// Addresses that lead to pages, besides their own.
    pub redirects: Vec<(Route, PageId)>,
    /// The sections of the navigation.
    pub sections: Vec<Section>,
    /// Where the site is published; ends in `/`.
    pub base_url: Option<String>,
    /// Whether readers can search.
    pub has_search: bool,
    /// Pictures and other files that pages show or link.
    pub images: images::Images,
    pub(crate) links: links::Links,
    pub(crate) by_folder: FxHashMap<String, GuideId>,
    pub(crate) by_lower_folder: FxHashMap<String, GuideId>,
    pub(crate) by_route: FxHashMap<Route, PageId>,
    pub(crate) by_number: FxHashMap<String, GuideId>,
    pub(crate) by_slug: FxHashMap<String, GuideId>,
    pub(crate) products: FxHashMap<String, GuideId>,
    pub(crate) pairs: Vec<anchors::Pairs>,
    folders: navigation::Folders,
}

/// A locale and what pages in it need.
pub struct SiteLocale {
    /// Its label.
    pub locale: Locale,
    /// A valid BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its name in its own language.
    pub name: String,
    /// Dates, lists and names of languages.
    pub intl: Intl,
    /// Itself, then where texts are looked for that it lacks.
    pub chain: Vec<Locale>,
    /// Whether pages are written in it.
    pub selected: bool,
}

/// A guide or landing page in every language.
pub struct Guide {
    /// Its folder below the content folder.
    pub folder: String,
    /// Which of the two.
    pub kind: DocumentKind,
    /// Its files by locale, in the order of locales.
    pub documents: Vec<(LocaleId, DocumentId)>,
    /// Its page in each locale; none where it is absent.
    pub pages: Vec<Option<PageId>>,
    /// The section that lists it.
    pub section: Option<SectionId>,
    /// The guides before and after it in its section.
    pub neighbors: (Option<GuideId>, Option<GuideId>),
}

/// A guide in one locale.
pub struct Page {
    /// Which guide.
    pub guide: GuideId,
    /// For whom.
    pub locale: LocaleId,
    /// The text that it shows; none for a landing page that nobody wrote.
    pub document: Option<DocumentId>,
    /// How that text relates to the reader's locale.
    pub availability: Availability,
    /// Its address.
    pub route: Route,
}

/// How the text of a page relates to its reader's locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It is written in the locale.
    Translated,
    /// It is written for another region, in the same language.
    Regional,
    /// It is written in another language.
    Fallback,
}

/// Understands what the files mean together.
pub fn resolve(corpus: Corpus, tree: &SourceTree, selection: &Selection) -> (Site, Vec<Diagnostic>) {
    let (site, findings) = resolve_with(corpus, tree, selection, images::Sizes::default());
    (site, findings.into_all())
}

/// The same, with the sizes of pictures that are known already, and what was found by files.
pub fn resolve_with(corpus: Corpus, tree: &SourceTree, selection: &Selection, sizes: images::Sizes) -> (Site, Findings) {
    let mut findings = Findings::default();
    let locales = locales(&corpus, selection);
    let (guides, more) = availability::guides(&corpus, &locales);
    findings.general.extend(more);
    let base_url =
        selection.base_url.clone().or_else(|| corpus.config.base_url.clone()).map(|url| if url.ends_with('/') { url } else { url + "/" });
    let mut site = Site {
        locales,
        guides,
        pages: Vec::new(),
        redirects: Vec::new(),
        sections: Vec::new(),
        folders: navigation::Folders::default(),
        base_url,
        has_search: !selection.without_search,
        images: images::Images::default(),
        links: links::Links::default(),
        by_folder: FxHashMap::default(),
        by_lower_folder: FxHashMap::default(),
        by_route: FxHashMap::default(),
        by_number: FxHashMap::default(),
        by_slug: FxHashMap::default(),
        products: FxHashMap::default(),
        pairs: Vec::new(),
        corpus,
    };
    site.index_guides();
    findings.general.extend(site.make_pages());
    findings.general.extend(site.hidden_files(tree));
    findings.general.extend(site.make_navigation());
    findings.general.extend(site.check_metas());
    site.pairs = anchors::pair(&site);
    let ((images, of_images), (links, of_links)) = rayon::join(|| images::find(&site, tree, sizes), || links::check(&site, tree));
    (site.images, site.links) = (images, links);
    findings.extend(of_images);
    findings.extend(of_links);
    (site, findings)
}

fn locales(corpus: &Corpus, selection: &Selection) -> Vec<SiteLocale> {
    let config = &corpus.config;
    let site_locale = |known: &crate::corpus::config::LocaleConfig| SiteLocale {
        locale: known.locale.clone(),
        dir: direction(&known.lang),
        name: known.name.clone().unwrap_or_else(|| locale_name(&known.locale, config)),
        intl: Intl::new(&known.lang),
        lang: known.lang.clone(),
        chain: config.chain(&known.locale),
        selected: selection.locales.is_empty() || selection.locales.contains(&known.locale),
    };
    config.locales.iter().map(site_locale).collect()
}

/// A locale's own name, with its region where another locale of the site has the same language.
fn locale_name(locale: &Locale, config: &crate::corpus::config::Config) -> String {
    let siblings = config.locales.iter().filter(|other| other.locale.same_language(locale)).count();
    if siblings > 1 { intl::endonym_with_region(locale.as_str()) } else { intl::endonym(locale.as_str()) }
}

impl Site {
    /// What is odd about the links and pictures of a document whose body or places changed, and whose meaning did not.
    pub fn look_again(&self, id: DocumentId, tree: &SourceTree) -> Vec<Diagnostic> {
        let mut found = images::check_again(self, id, tree);
        found.extend(links::check_again(self, id, tree));
        found
    }

    /// All services that guides can name.
    pub fn services(&self) -> &[Service] {
        &self.corpus.services
    }

    /// The services whose host or settings a guide shows.
    pub fn services_in_use(&self) -> Vec<&Service> {
        let mut used = vec![false; self.corpus.services.len()];
        for service in self.corpus.documents.iter().flat_map(|document| &document.facts.services) {
            if let Some(used) = used.get_mut(*service as usize) {
                *used = true;
            }
        }
        self.corpus.services.iter().zip(used).filter(|(_, used)| *used).map(|(service, _)| service).collect()
    }

    /// All locales of the site, selected or not.
    pub fn locales(&self) -> Vec<Locale> {
        self.locales.iter().map(|locale| locale.locale.clone()).collect()
    }

    /// The guide with this id.
    pub fn guide(&self, id: GuideId) -> &Guide {
        &self.guides[id.0 as usize]
    }

    /// The page with this id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The locale with this id.
    pub fn locale(&self, id: LocaleId) -> &SiteLocale {
        &self.locales[id.0 as usize]
    }

    /// The section with this id.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0 as usize]
    }

    /// The document with this id.
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.corpus.documents[id.0 as usize]
    }

    /// The ids of all locales that pages are written in.
    pub fn selected_locales(&self) -> impl Iterator<Item = LocaleId> {
        self.locales.iter().enumerate().filter(|(_, locale)| locale.selected).map(|(at, _)| LocaleId(at as u16))
    }

    /// The locale that guides are written in first.
    pub fn source_locale(&self) -> LocaleId {
        let at = self.locales.iter().position(|locale| locale.locale == self.corpus.config.source_locale);
        LocaleId(at.unwrap_or(0) as u16)
    }

    /// The landing page of a folder below the content folder.
    pub fn landing(&self, folder: &str) -> Option<GuideId> {
        self.by_folder.get(folder).copied().filter(|id| self.guide(*id).kind == DocumentKind::Landing)
    }

    /// The page of a guide for readers of a locale.
    pub fn page_of(&self, guide: GuideId, locale: LocaleId) -> Option<&Page> {
        self.guide(guide).pages.get(locale.0 as usize).copied().flatten().map(|page| self.page(page))
    }

    /// The metadata of a guide.
    pub fn meta(&self, guide: &Guide) -> Option<&Meta> {
        self.corpus.metas.get(&guide.folder).filter(|_| guide.kind == DocumentKind::Guide)
    }

    /// The title of a page in the language that it is shown in.
    pub fn title<'a>(&'a self, page: &'a Page) -> std::borrow::Cow<'a, str> {
        match page.document.map(|id| self.document(id)) {
            Some(document) if document.front.title.is_some() => document.title().into(),
            _ => self.folder_title(self.guide(page.guide), page.locale),
        }
    }

    /// Whether a page is left out of lists.
    pub fn is_hidden(&self, page: &Page) -> bool {
        page.document.is_some_and(|id| self.document(id).front.hidden)
    }

    /// The locale of the text that a page shows.
    pub fn given_locale(&self, page: &Page) -> LocaleId {
        let given = page.document.map(|id| &self.document(id).locale);
        let at = given.and_then(|given| self.locales.iter().position(|locale| locale.locale == *given));
        at.map_or(page.locale, |at| LocaleId(at as u16))
    }

    /// The file of the document that a page shows.
    pub fn file(&self, page: &Page) -> Option<FileId> {
        page.document.map(|id| self.document(id).file)
    }
}

macro_rules! ids {
    ($($name:ident $inner:ty),*) => {
        $(impl $name {
            /// The id for a place in the list.
            pub fn new(at: usize) -> Self {
                Self(<$inner>::try_from(at).unwrap_or(<$inner>::MAX))
            }

            /// The place in the list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        })*
    };
}

ids!(GuideId u32, PageId u32, DocumentId u32, LocaleId u16, SectionId u32);

impl Site {
    /// The ids of the headings in the source locale that a document's headings are paired with, with their places.
    pub fn paired_ids(&self, document: DocumentId) -> impl Iterator<Item = (u32, &str)> {
        let pairs = self.pairs.get(document.index());
        let source = pairs.and_then(|pairs| pairs.source).map(|source| &self.document(source).facts.headings);
        let headings = pairs.map_or(&[][..], |pairs| &pairs.headings);
        headings.iter().filter_map(move |(own, other)| Some((*own, &*source?.get(*other as usize)?.id)))
    }

    /// The id of the heading in the source locale that a document's heading is paired with.
    pub fn paired_id(&self, document: DocumentId, heading: u32) -> Option<&str> {
        let pairs = self.pairs.get(document.index())?;
        let at = pairs.headings.binary_search_by_key(&heading, |(own, _)| *own).ok()?;
        Some(&self.document(pairs.source?).facts.headings.get(pairs.headings[at].1 as usize)?.id)
    }
}
