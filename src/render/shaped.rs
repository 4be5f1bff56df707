//! Files that need more of values than to print them. A site for each of many customers is rendered with marks in the place of
//! values; where an order or a length depends on them, the file is left out there and made for each site.

use super::{Common, Renderer, special::Special};
use crate::{
    diagnostic::Diagnostic,
    path::OutputPath,
    service::Values,
    site::{LocaleId, Page, PageId, Site},
    source::SourceTree,
};
use std::sync::PoisonError;

/// A file that looks into values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shaped {
    /// A page with values in its title: whether the window's title names the site depends on how long it is.
    Page(PageId),
    /// The alphabetical index of a locale with values in titles.
    Alphabet(LocaleId),
    /// Settings for devices, by their place among such files: a host must be one, and names are made of it.
    Profile(u32),
}

/// Makes such files for the values of a site. What all sites share keeps its marks, so that marks may be left in them.
pub struct ShapedFiles<'a>(Renderer<'a>);

impl<'a> ShapedFiles<'a> {
    /// Those of a site with `values`; `common` was made with marks.
    pub fn new(site: &'a Site, tree: &'a SourceTree, values: &'a Values, common: &'a Common) -> Self {
        Self(Renderer::new(site, tree, values, common))
    }

    /// Where a file goes, and its bytes; none where the values make no file.
    ///
    /// # Errors
    /// Where a template has a mistake.
    pub fn make(&self, shaped: Shaped) -> Result<Option<(OutputPath, Vec<u8>)>, Diagnostic> {
        let renderer = &self.0;
        match shaped {
            Shaped::Page(id) => {
                let page = renderer.site.page(id);
                let mut out = String::new();
                renderer.page(page, &renderer.shared(page.guide), &mut out)?;
                Ok(Some((page.route.file(), out.into_bytes())))
            }
            Shaped::Alphabet(locale) => {
                let path = renderer.chrome.of(locale).alphabet.file();
                Ok(Some((path, renderer.special(&Special::Alphabet(locale))?)))
            }
            Shaped::Profile(at) => Ok(renderer.numbered_profile(at)),
        }
    }
}

impl Renderer<'_> {
    /// Whether how a page looks depends on values that are marks now.
    pub(super) fn looks_into_values(&self, page: &Page) -> bool {
        self.personal.has_marks() && self.personal.is_marked(&self.personal.plain(&self.site.title(page)))
    }

    /// Whether the order of a locale's titles depends on values that are marks now.
    pub(super) fn order_looks_into_values(&self, locale: LocaleId) -> bool {
        let mut pages = self.site.pages.iter().filter(|page| page.locale == locale);
        self.personal.has_marks() && pages.any(|page| self.looks_into_values(page))
    }

    /// Notes that a file is left out.
    pub(super) fn leave_out(&self, shaped: Shaped) {
        self.shaped.lock().unwrap_or_else(PoisonError::into_inner).push(shaped);
    }
}
