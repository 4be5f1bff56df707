//! The navigation of each section: rendered once for each locale and depth, the current page marked when it is used.

use super::{Renderer, chrome::Chrome, templates::Theme};
use crate::{
    diagnostic::Diagnostic,
    path::common_prefix,
    personal::Personal,
    site::{Availability, GuideId, LocaleId, Page, SectionId, Site},
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::sync::OnceLock;
use tera::Context;

/// Starts and ends the number of a link in rendered navigation, where its mark goes.
const MARK: char = '\u{E000}';

type Key = (LocaleId, SectionId, usize);

/// All navigation that pages need, each made when a page first asks for it.
pub struct Navigation(FxHashMap<Key, OnceLock<Result<Markup, Diagnostic>>>);

/// A section's navigation, and where the links of its guides can be marked.
#[derive(Default)]
struct Markup {
    text: String,
    links: Vec<(GuideId, usize)>,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    href: String,
}

#[derive(Serialize)]
struct GroupView {
    title: Option<String>,
    items: Vec<ItemView>,
}

#[derive(Serialize)]
struct ItemView {
    title: String,
    title_html: String,
    href: String,
    mark: String,
    lang: Option<String>,
}

impl Navigation {
    /// None of it is made yet.
    pub fn new(site: &Site) -> Self {
        Self(site.pages.iter().filter_map(|page| Some((key(site, page)?, OnceLock::new()))).collect())
    }

    /// What went wrong so far.
    pub fn failures(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.values().filter_map(|made| made.get()?.as_ref().err())
    }
}

impl Renderer<'_> {
    /// Makes the navigation of all sections, in parallel.
    pub(super) fn make_all_navigation(&self) {
        self.navigation.0.par_iter().for_each(|(key, made)| _ = made.get_or_init(|| self.make_navigation(*key)));
    }

    fn make_navigation(&self, key: Key) -> Result<Markup, Diagnostic> {
        markup((self.site, &self.personal), self.theme, self.chrome, key)
    }

    /// Writes the navigation of a page's section.
    pub(super) fn write_navigation(&self, page: &Page, out: &mut String) {
        let Some((key, made)) = key(self.site, page).and_then(|key| Some((key, self.navigation.0.get(&key)?))) else { return };
        let Ok(Markup { text, links }) = made.get_or_init(|| self.make_navigation(key)) else { return };
        let mut from = 0;
        for (_, at) in links.iter().filter(|(guide, _)| *guide == page.guide) {
            out.push_str(&text[from..*at]);
            out.push_str(" aria-current=\"page\"");
            from = *at;
        }
        out.push_str(&text[from..]);
    }
}

/// Which navigation a page shows.
fn key(site: &Site, page: &Page) -> Option<Key> {
    let section = site.guide(page.guide).section?;
    Some((page.locale, section, page.route.depth()))
}

fn markup(
    (site, personal): (&Site, &Personal),
    theme: &Theme,
    chrome: &Chrome,
    (locale, section, depth): Key,
) -> Result<Markup, Diagnostic> {
    let known = site.section(section);
    let landing = known.landing.and_then(|landing| site.page_of(landing, locale));
    let pages = || known.groups.iter().flat_map(|group| &group.guides).filter_map(|id| site.page_of(*id, locale));
    let folder = common_folder(pages().map(|page| parent(page.route.as_str())).chain(landing.map(|landing| landing.route.as_str())));
    let to_folder = "../".repeat(depth.saturating_sub(folder.matches('/').count()));
    let href = |page: &Page| format!("{to_folder}{}", &page.route.as_str()[folder.len()..]);
    let section_view =
        SectionView { title: site.label(&known.label, locale), href: landing.map_or_else(|| "../".repeat(depth.saturating_sub(1)), &href) };
    let mut guides = Vec::new();
    let mut groups = Vec::new();
    for group in &known.groups {
        let mut items = Vec::new();
        for (id, page) in
            group.guides.iter().filter_map(|id| Some((*id, site.page_of(*id, locale)?))).filter(|(_, page)| !site.is_hidden(page))
        {
            let mark = format!("{MARK}{}{MARK}", guides.len());
            guides.push(id);
            let title = site.title(page);
            let lang = (page.availability == Availability::Fallback).then(|| site.locale(site.given_locale(page)).lang.clone());
            items.push(ItemView {
                title: personal.plain(&title).into_owned(),
                title_html: personal.html(&title).into_owned(),
                href: href(page),
                mark,
                lang,
            });
        }
        if !items.is_empty() {
            groups.push(GroupView { title: group.label.as_ref().map(|label| site.label(label, locale)), items });
        }
    }
    let mut context = Context::new();
    context.insert("section", &section_view);
    context.insert("groups", &groups);
    context.insert_value("t", chrome.of(locale).texts.clone());
    context.insert_value("locale", chrome.of(locale).locale.clone());
    Ok(split(&theme.text("navigation.html", &context, 8 << 10)?, &guides))
}

/// The route of the folder that holds a route: `fr/mail/` for `fr/mail/android/`.
fn parent(route: &str) -> &str {
    let end = route.strip_suffix('/').and_then(|route| route.rfind('/')).map_or(0, |at| at + 1);
    &route[..end]
}

/// The deepest folder that holds all of `folders`: the addresses of its pages, as seen from each other, are the shortest.
fn common_folder<'a>(mut folders: impl Iterator<Item = &'a str>) -> &'a str {
    let first = folders.next().unwrap_or_default();
    folders.fold(first, |common, folder| {
        let same = common_prefix(common, folder);
        &common[..common.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1)]
    })
}

fn split(rendered: &str, guides: &[GuideId]) -> Markup {
    let mut markup = Markup { text: String::with_capacity(rendered.len()), links: Vec::new() };
    for (at, part) in rendered.split(MARK).enumerate() {
        if at % 2 == 0 {
            markup.text.push_str(part);
        } else if let Some(guide) = part.parse().ok().and_then(|number: usize| guides.get(number)) {
            markup.links.push((*guide, markup.text.len()));
        }
    }
    markup
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_section() {
        assert_eq!(parent("fr/mail/android/"), "fr/mail/");
        assert_eq!(common_folder(["fr/mail/", "fr/mailing/", "fr/mail/a/"].into_iter()), "fr/");
        assert_eq!(common_folder(["fr/mail/", "fr/mail/a/"].into_iter()), "fr/mail/");
    }
}
