//! What all pages of a guide share: the languages it can be read in.

use super::Renderer;
use crate::site::{Availability, GuideId, LocaleId, Page};

/// Made once for each guide.
pub struct Shared<'a> {
    /// Its real translations.
    pub alternates: Vec<Alternate<'a>>,
    /// Where readers of each language go.
    pub languages: Vec<Switch>,
    /// How deep the pages lie from which the addresses of `languages` are seen.
    pub depth: usize,
}

/// The guide in another language, for search engines.
pub struct Alternate<'a> {
    pub hreflang: &'a str,
    pub href: String,
}

/// The guide in another language, for readers; the locale's home page where it has none.
pub struct Switch {
    pub locale: LocaleId,
    pub href: String,
    pub translated: bool,
}

impl<'a> Renderer<'a> {
    pub(super) fn shared(&self, guide: GuideId) -> Shared<'a> {
        let first = self.site.guide(guide).pages.iter().flatten().next().map(|page| self.site.page(*page));
        let depth = first.map_or(0, |page| page.route.depth());
        Shared { alternates: self.alternates(guide), languages: self.switches(guide, depth), depth }
    }

    /// The guide in its languages, real translations only: a page that shows the text of another language is no language of its own.
    pub(super) fn alternates(&self, guide: GuideId) -> Vec<Alternate<'a>> {
        let translations: Vec<&Page> = self.translations(guide).filter(|page| !self.site.is_hidden(page)).collect();
        if self.site.base_url.is_none() {
            return Vec::new();
        }
        let mut found: Vec<Alternate> = Vec::with_capacity(translations.len() + 1);
        let mut add = |hreflang: &'a str, page: &Page| {
            if !found.iter().any(|known| known.hreflang == hreflang) {
                found.extend(self.absolute(page.route.as_str()).map(|href| Alternate { hreflang, href }));
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

    /// The guide in all languages, as seen from pages that lie so deep.
    pub(super) fn switches(&self, guide: GuideId, depth: usize) -> Vec<Switch> {
        let to_root = "../".repeat(depth);
        let switch = |locale| {
            let same = self.site.page_of(guide, locale);
            let label = self.site.locale(locale).locale.as_str();
            Switch {
                locale,
                href: same.map_or_else(|| format!("{to_root}{label}/"), |page| format!("{to_root}{}", page.route.as_str())),
                translated: same.is_some_and(|page| page.availability != Availability::Fallback),
            }
        };
        self.site.selected_locales().map(switch).collect()
    }
}
