//! A page as the engine reads it.

use super::{Searcher, text};
use crate::{
    html::{escape, escape_into},
    site::{Availability, Page},
};

/// A page of the index.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Its address below the site's root.
    pub url: String,
    /// Its title, text and headings as plain HTML, with the engine's attributes.
    pub html: String,
}

/// Between the folders that lead to a page.
const STEP: &str = " › ";

impl Searcher<'_> {
    pub fn entry(&self, page: &Page) -> Entry {
        let title = self.personal.plain(&self.site.title(page)).into_owned();
        let mut html = String::from("<html><body><h1 data-pagefind-ignore data-pagefind-meta=\"title\" data-pagefind-filter=\"language:");
        escape_into(self.shown_language(page), &mut html);
        html.push_str("\">");
        escape_into(&title, &mut html);
        html.push_str("</h1>\n");
        let path = self.path(page);
        if !path.is_empty() {
            html.push_str(&format!("<p data-pagefind-ignore data-pagefind-meta=\"path\">{}</p>\n", escape(&path)));
        }
        if let Some(document) = page.document {
            if let Some(excerpt) = &self.site.document(document).front.excerpt {
                escape_into(&self.personal.plain(&excerpt.value), &mut html);
            }
            let body = text::Body { site: self.site, tree: self.tree, personal: self.personal, document, locale: page.locale };
            body.write(&mut html);
        }
        html.push_str("</body></html>");
        Entry { url: page.route.as_str().to_owned(), html }
    }

    /// The language of the text, if it is not the reader's; else theirs.
    fn shown_language(&self, page: &Page) -> &str {
        let shown = if page.availability == Availability::Fallback { self.site.given_locale(page) } else { page.locale };
        &self.site.locale(shown).lang
    }

    /// The titles of the folders above a page, but for the home page.
    fn path(&self, page: &Page) -> String {
        let folder = &self.site.guide(page.guide).folder;
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
        let pages = above.filter_map(|folder| self.site.page_of(self.site.landing(folder)?, page.locale));
        pages.map(|page| self.personal.plain(&self.site.title(page)).into_owned()).collect::<Vec<_>>().join(STEP)
    }
}
