//! The addresses of pages, and the old ones that lead to them.

use super::{DocumentId, Guide, GuideId, LocaleId, Page, PageId, Site};
use crate::{
    corpus::{document::DocumentKind, static_files},
    diagnostic::{Diagnostic, REDIRECT_CONFLICT, ROUTE_DUPLICATE, ROUTE_INVALID},
    path::Route,
    source::SourceTree,
    text::{FileId, Span, Spanned},
};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// File systems refuse longer names.
const MAX_PART: usize = 200;

impl Site {
    /// The guides by folder, slug and old number.
    pub(super) fn index_guides(&mut self) {
        let ids = (0..self.guides.len()).map(|at| GuideId(at as u32));
        for id in ids {
            let guide = self.guide(id);
            let (folder, kind) = (guide.folder.clone(), guide.kind);
            let mut numbers = Vec::new();
            let mut slugs = Vec::new();
            for (_, document) in &guide.documents {
                let document = self.document(*document);
                numbers.extend(document.front.legacy_guide_number.as_ref().map(|number| number.trim_start_matches('g').to_owned()));
                slugs.extend(
                    document.front.slug.as_ref().map(|slug| format!("{}/{}", document.locale.language(), slug.value.trim_matches('/'))),
                );
            }
            // A guide counts before the landing page of its own folder.
            if kind == DocumentKind::Guide || !self.by_folder.contains_key(&folder) {
                self.by_lower_folder.insert(folder.to_lowercase(), id);
                self.by_folder.insert(folder, id);
            }
            numbers.into_iter().for_each(|number| _ = self.by_number.entry(number).or_insert(id));
            slugs.into_iter().for_each(|slug| _ = self.by_slug.entry(slug).or_insert(id));
        }
    }

    /// Makes the pages of all selected locales.
    pub(super) fn make_pages(&mut self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let by_count = self.locales_by_count();
        let selected: Vec<LocaleId> = self.selected_locales().collect();
        let count = self.guides.len() * selected.len();
        let mut by_route: FxHashMap<Route, PageId> = FxHashMap::with_capacity_and_hasher(count, FxBuildHasher);
        self.pages.reserve(count);
        for at in 0..self.guides.len() {
            let guide = GuideId(at as u32);
            for locale in selected.iter().copied() {
                let Some((document, availability)) = self.shown(self.guide(guide), locale, &by_count) else { continue };
                let route = self.route(self.guide(guide), locale, document, &mut diagnostics);
                if let Some(first) = by_route.get(&route) {
                    diagnostics.extend(self.duplicate(&route, document, *first));
                    continue;
                }
                let id = PageId(self.pages.len() as u32);
                by_route.insert(route.clone(), id);
                self.pages.push(Page { guide, locale, document, availability, route });
                self.guides[at].pages[locale.0 as usize] = Some(id);
            }
        }
        self.by_route = by_route;
        diagnostics.extend(self.make_redirects());
        diagnostics
    }

    /// The site's own files in `static` that would lie where the page of a guide lies.
    pub(super) fn hidden_files(&self, tree: &SourceTree) -> Vec<Diagnostic> {
        let hidden = |(file, path): (FileId, &str)| {
            let route = Route::parse(path.strip_suffix("/index.html")?)?;
            let page = self.by_route.get(&route)?;
            let message = format!("the address `{route}` is that of a page");
            let diagnostic = Diagnostic::new(&ROUTE_DUPLICATE, Span::top(file), message);
            let diagnostic = diagnostic.help("the page is written, and this file is not; give it another name");
            Some(match self.file(self.page(*page)) {
                Some(file) => diagnostic.related(Span::top(file), "the page that has it"),
                None => diagnostic,
            })
        };
        static_files::all(tree).filter_map(hidden).collect()
    }

    fn duplicate(&self, route: &Route, document: Option<DocumentId>, first: PageId) -> Option<Diagnostic> {
        let document = self.document(document?);
        let message = format!("the address `{route}` is taken already");
        let diagnostic =
            Diagnostic::new(&ROUTE_DUPLICATE, document.front.slug.as_ref().map_or(Span::top(document.file), |slug| slug.span), message)
                .help("change the `slug` or the folder of one of the two pages; this one is not written");
        Some(match self.file(self.page(first)) {
            Some(file) => {
                let slug = self.page(first).document.and_then(|id| self.document(id).front.slug.as_ref());
                diagnostic.related(slug.map_or(Span::top(file), |slug| slug.span), "the page that has it")
            }
            None => diagnostic,
        })
    }

    fn route(&self, guide: &Guide, locale: LocaleId, document: Option<DocumentId>, diagnostics: &mut Vec<Diagnostic>) -> Route {
        let label = &self.locale(locale).locale;
        let plain = || {
            Route::parse(&format!("{label}/{}", guide.folder)).unwrap_or_else(|| Route::parse(label.as_str()).unwrap_or_else(Route::root))
        };
        let Some(document) = document.map(|id| self.document(id)).filter(|_| guide.kind == DocumentKind::Guide) else { return plain() };
        let Some(slug) = &document.front.slug else { return plain() };
        let parent = guide.folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        match route_of(&format!("{label}/{parent}/{}", slug.value.trim_matches('/')).replace("//", "/")) {
            Some(route) => route,
            None => {
                if document.locale == *label {
                    let message = format!("`{}` is no address", slug.value);
                    diagnostics.push(
                        Diagnostic::new(&ROUTE_INVALID, slug.span, message)
                            .help("use letters, digits, `-` and `/`; the folder's name is used"),
                    );
                }
                plain()
            }
        }
    }

    fn make_redirects(&mut self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let mut redirects: FxHashMap<Route, PageId> = FxHashMap::default();
        for (at, page) in self.pages.iter().enumerate() {
            let id = PageId(at as u32);
            let label = &self.locale(page.locale).locale;
            let guide = self.guide(page.guide);
            let own = page.document.map(|id| self.document(id)).filter(|document| document.locale == *label);
            let meta = self.meta(guide);
            let aliases = own.iter().flat_map(|document| &document.front.aliases).chain(meta.iter().flat_map(|meta| &meta.aliases));
            for alias in aliases {
                let text = if alias.value.starts_with('/') { alias.value.clone() } else { format!("{label}/{}", alias.value) };
                self.redirect(&text, Some(alias), id, &mut redirects, &mut diagnostics);
            }
            if let Some(full) = self.meta(guide).and_then(|meta| meta.full_slug.as_ref()) {
                self.redirect(&format!("{label}/{}", full.value), Some(full), id, &mut redirects, &mut diagnostics);
            }
            if let Some(legacy) = own.and_then(|document| legacy_address(label.as_str(), &guide.folder, document.front.slug.as_ref()?)) {
                self.redirect(&legacy, None, id, &mut redirects, &mut diagnostics);
            }
        }
        let mut redirects: Vec<(Route, PageId)> = redirects.into_iter().collect();
        redirects.sort();
        self.redirects = redirects;
        diagnostics
    }

    fn redirect(
        &self,
        text: &str,
        written: Option<&Spanned<String>>,
        page: PageId,
        redirects: &mut FxHashMap<Route, PageId>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let Some(route) = route_of(text.trim_matches('/')) else {
            if let Some(written) = written {
                let message = format!("`{}` is no address", written.value);
                diagnostics.push(Diagnostic::new(&ROUTE_INVALID, written.span, message).help("use letters, digits, `-` and `/`"));
            }
            return;
        };
        if self.page(page).route == route {
            return;
        }
        if self.by_route.contains_key(&route) || redirects.get(&route).is_some_and(|other| *other != page) {
            if let Some(written) = written {
                let message = format!("the address `{route}` is taken already");
                diagnostics.push(
                    Diagnostic::new(&REDIRECT_CONFLICT, written.span, message).help("choose another one; this one does not lead here"),
                );
            }
            return;
        }
        redirects.insert(route, page);
    }
}

/// What means something else in addresses, or stands in no name on one file system or another.
const NO_PART: [char; 11] = ['?', '#', '%', ':', '*', '"', '<', '>', '|', '\\', '`'];

/// A route that any file system can hold.
fn route_of(text: &str) -> Option<Route> {
    let fits = text.split('/').all(|part| part.len() <= MAX_PART && !part.starts_with('.') && !part.contains(NO_PART));
    Route::parse(text).filter(|route| fits && !route.as_str().is_empty())
}

/// The address of the old site: `fr/…` for `fr-fr`, `gb/en/…` for `en-gb`, then the folders above the guide but for the first, and its slug.
fn legacy_address(label: &str, folder: &str, slug: &Spanned<String>) -> Option<String> {
    let (language, region) = label.split_once('-')?;
    let start = if language == region { region.to_owned() } else { format!("{region}/{language}") };
    let parents: Vec<&str> = folder.split('/').collect();
    let parents = parents.get(1..parents.len().saturating_sub(1)).unwrap_or_default().join("/");
    Some(format!("{start}/{parents}/{}", slug.value.trim_matches('/')).replace("//", "/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn addresses_are_such_as_any_file_system_holds() {
        for good in ["fr/a", "fr/a-b_c.d/é", "fr/two words"] {
            assert!(route_of(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "fr/.a",
            "fr/../a",
            "fr/a?b",
            "fr/a`b",
            "fr/\"a\"",
            "fr/a|b",
            "fr/a\\b",
            "fr/<a>",
            "fr/a*",
            &format!("fr/{}", "a".repeat(300)),
        ] {
            assert!(route_of(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn old_addresses() {
        let slug = Spanned { value: "configuration-android".to_owned(), span: Span::top(FileId(0)) };
        assert_eq!(legacy_address("fr-fr", "web/mail/x", &slug).as_deref(), Some("fr/mail/configuration-android"));
        assert_eq!(legacy_address("en-gb", "x", &slug).as_deref(), Some("gb/en/configuration-android"));
        assert_eq!(legacy_address("en", "x", &slug), None);
    }

    #[test]
    fn addresses_fit_everywhere() {
        assert!(route_of("fr-fr/a/b").is_some());
        for wrong in ["", "a/../b", "a?b", "a#b", "a/.git", &"x".repeat(300)] {
            assert!(route_of(wrong).is_none(), "{wrong}");
        }
    }
}
