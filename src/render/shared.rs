//! What all pages of a guide share: the languages it can be read in.

use super::{
    Renderer,
    view::{Alternate, Language, list},
};
use crate::site::{Availability, GuideId, Page};
use tera::Value;

/// Made once for each guide.
pub struct Shared {
    /// The [`Alternate`]s of its translations.
    pub alternates: Value,
    /// The [`Language`]s, as seen from pages that lie so deep.
    languages: Value,
    depth: usize,
}

impl Shared {
    /// The languages, as seen from a page.
    pub fn languages(&self, renderer: &Renderer, page: &Page) -> Value {
        if page.route.depth() == self.depth { self.languages.clone() } else { renderer.languages(page.guide, page.route.depth()) }
    }
}

impl Renderer<'_> {
    pub(super) fn shared(&self, guide: GuideId) -> Shared {
        let first = self.site.guide(guide).pages.iter().flatten().next().map(|page| self.site.page(*page));
        let depth = first.map_or(0, |page| page.route.depth());
        Shared { alternates: list(&self.alternates(guide)), languages: self.languages(guide, depth), depth }
    }

    /// The guide in its languages, real translations only (design.md §7).
    pub(super) fn alternates(&self, guide: GuideId) -> Vec<Alternate> {
        let translations: Vec<&Page> = self.translations(guide).filter(|page| !self.site.is_hidden(page)).collect();
        if self.site.base_url.is_none() {
            return Vec::new();
        }
        let mut found: Vec<Alternate> = Vec::new();
        let mut add = |hreflang: &str, page: &Page| {
            if !found.iter().any(|known| known.hreflang == hreflang) {
                found.extend(self.absolute(page.route.as_str()).map(|href| Alternate { hreflang: hreflang.to_owned(), href }));
            }
        };
        for page in &translations {
            add(&self.site.locale(page.locale).lang, page);
        }
        let source = self.site.source_locale();
        if let Some(original) = translations.iter().find(|page| page.locale == source).or(translations.first()) {
            add("x-default", original);
        }
        found
    }

    fn languages(&self, guide: GuideId, depth: usize) -> Value {
        let to_root = "../".repeat(depth);
        let language = |id| {
            let locale = self.site.locale(id);
            let same = self.site.page_of(guide, id);
            let target = same.map_or_else(|| format!("{}/", locale.locale), |page| page.route.to_string());
            Language {
                tag: locale.locale.to_string(),
                name: locale.name.clone(),
                lang: locale.lang.clone(),
                dir: locale.dir,
                href: format!("{to_root}{target}"),
                translated: same.is_some_and(|page| page.availability != Availability::Fallback),
            }
        };
        list(&self.site.selected_locales().map(language).collect::<Vec<_>>())
    }
}
