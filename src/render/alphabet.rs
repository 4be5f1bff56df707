//! The alphabetical index of a locale: where the search leads without scripts.

use super::{
    Renderer,
    view::{Child, Crumb, Language, Listed, PageView, Text, Texts},
};
use crate::{
    html::escape,
    path::Route,
    site::{Availability, LocaleId, Page, Site},
};
use std::cmp::Ordering;
use tera::Context;

/// The last part of its address.
const FOLDER: &str = "index-a-z";

/// The address of a locale's index: one that no page and no redirect has.
pub(super) fn route(site: &Site, locale: LocaleId) -> Route {
    let label = &site.locale(locale).locale;
    let is_free = |route: &Route| !site.by_route.contains_key(route) && !site.redirects.iter().any(|(taken, _)| taken == route);
    let names = std::iter::once(FOLDER.to_owned()).chain((2..).map(|number| format!("{FOLDER}-{number}")));
    names.filter_map(|name| Route::parse(&format!("{label}/{name}"))).find(is_free).unwrap_or_else(Route::root)
}

impl Renderer<'_> {
    /// What the page's template sees. Search engines need no list of what they know.
    pub(super) fn alphabet(&self, locale: LocaleId) -> Context {
        let route = &self.chrome.of(locale).alphabet;
        let title = self.message(locale, "alphabet-title", &[]);
        let mut texts = Texts::default();
        let title_text = texts.add(title.clone());
        let home = Crumb {
            title: texts.add(self.chrome.of(locale).home.as_str()),
            title_html: texts.add(escape(&self.chrome.of(locale).home)),
            href: texts.add(route.relative(&format!("{}/", self.site.locale(locale).locale))),
            lang: None,
        };
        let title_html = texts.add(escape(&title));
        let text = self.message(locale, "alphabet-text", &[]);
        let view = PageView {
            kind: "alphabet",
            title: title_text,
            title_html,
            grammars: texts.add_some(self.grammars(None)),
            names_site: self.names_site(&title),
            description: texts.add(text.clone()),
            description_html: texts.add(escape(&text)),
            given: locale,
            translated: true,
            robots: Some("noindex"),
            breadcrumbs: vec![home, Crumb { title: title_text, title_html, href: Text::EMPTY, lang: None }],
            languages: self.alphabets(route, &mut texts),
            ..PageView::default()
        };
        let mut context = self.context(locale, route);
        context.insert_value("page", self.plain_values(&view, &texts));
        context.insert("navigation", "");
        context.insert("children", &self.letters(locale, route));
        context
    }

    /// The index of each language.
    fn alphabets(&self, route: &Route, texts: &mut Texts) -> Vec<Language> {
        let language = |locale: LocaleId| {
            let href = texts.add(route.relative(self.chrome.of(locale).alphabet.as_str()));
            Language { locale, href, translated: true }
        };
        self.site.selected_locales().map(language).collect()
    }

    /// The pages of a locale below their first letters, in the order of its language.
    fn letters(&self, locale: LocaleId, route: &Route) -> Vec<Child> {
        let intl = &self.site.locale(locale).intl;
        let pages = self.site.guides.iter().filter_map(|guide| guide.pages.get(locale.index()).copied().flatten());
        let shown = pages.map(|page| self.site.page(page)).filter(|page| !self.site.is_hidden(page) && page.route.depth() > 1);
        let mut titled: Vec<(String, &Page)> = shown.map(|page| (self.personal.plain(&self.site.title(page)).into_owned(), page)).collect();
        titled.sort_by(|(one, first), (other, second)| {
            let by_title = intl.compare(sorted_part(one), sorted_part(other));
            by_title.then_with(|| first.route.cmp(&second.route))
        });
        let mut letters: Vec<(char, Child)> = Vec::new();
        for (title, page) in titled {
            let letter = first_letter(&title);
            let listed = Listed {
                href: route.relative(page.route.as_str()),
                description: self.parent_title(page).filter(|_| page.availability != Availability::Fallback),
                lang: self.other_language(page).map(str::to_owned),
                translated: page.availability != Availability::Fallback,
                title_html: self.title_html(page),
                title,
            };
            match letters.last_mut().filter(|(known, _)| intl.is_same_letter(*known, letter)) {
                Some((known, child)) => {
                    *known = plainer(*known, letter, |one, other| intl.compare(one, other));
                    child.guides.push(listed);
                }
                None => letters.push((
                    letter,
                    Child {
                        title: String::new(),
                        title_html: String::new(),
                        href: None,
                        description: None,
                        lang: None,
                        guides: vec![listed],
                    },
                )),
            }
        }
        letters
            .into_iter()
            .map(|(letter, child)| Child { title: letter.to_string(), title_html: escape(&letter.to_string()), ..child })
            .collect()
    }

    /// The title of the folder that holds a page, as HTML, which tells pages of one title apart.
    fn parent_title(&self, page: &Page) -> Option<String> {
        let folder = self.site.guide(page.guide).folder.rsplit_once('/')?.0;
        let parent = self.site.page_of(self.site.landing(folder)?, page.locale)?;
        Some(self.title_html(parent))
    }
}

/// A title without the signs before its first letter or digit.
fn sorted_part(title: &str) -> &str {
    title.trim_start_matches(|letter: char| !letter.is_alphanumeric())
}

/// What a title stands below: its first letter, in upper case if it has one; `#` for digits.
fn first_letter(title: &str) -> char {
    let first = sorted_part(title).chars().next().filter(|letter| letter.is_alphabetic());
    first.map_or('#', |letter| letter.to_uppercase().next().unwrap_or(letter))
}

/// Of two letters that count as one, that which comes first: `E` of `É` and `E`.
fn plainer(one: char, other: char, compare: impl Fn(&str, &str) -> Ordering) -> char {
    if compare(&other.to_string(), &one.to_string()) == Ordering::Less { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intl::Intl;

    #[test]
    fn a_title_stands_below_its_first_letter() {
        assert_eq!(["« Élan »", "été", "2FA", "…", "الإعداد"].map(first_letter), ['É', 'É', '#', '#', 'ا']);
    }

    #[test]
    fn a_heading_is_the_plain_letter() {
        let french = Intl::new("fr-FR");
        assert_eq!(plainer('É', 'E', |one, other| french.compare(one, other)), 'E');
        assert_eq!(plainer('E', 'É', |one, other| french.compare(one, other)), 'E');
    }
}
