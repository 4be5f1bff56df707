//! A page: what stands on it besides its body, and the finished bytes.

use super::{
    Renderer,
    safety::CONTENT_SECURITY_POLICY,
    shared::Shared,
    view::{Crumb, Entry, Neighbor, OpenGraph, PageView, Updated, list},
};
use crate::{
    corpus::document::{Document, DocumentKind},
    diagnostic::Diagnostic,
    site::{Availability, GuideId, LocaleId, Page},
};
use memchr::memmem;
use std::collections::BTreeMap;
use tera::Context;

/// Stand in the template's output for the body and the navigation, which are long and need no copying.
const BODY: &str = "\u{E003}";
const NAVIGATION: &str = "\u{E004}";

impl Renderer<'_> {
    /// The finished page.
    pub(super) fn page(&self, page: &Page, shared: &Shared) -> Result<Vec<u8>, Diagnostic> {
        let body = page.document.map(|id| self.body(page, id)).unwrap_or_default();
        let mut view = self.view(page);
        view.body = if body.trim().is_empty() { String::new() } else { BODY.to_owned() };
        let (template, children) = match view.kind {
            "guide" => ("guide.html", None),
            "home" => ("home.html", Some(self.children(page))),
            _ => ("landing.html", Some(self.children(page))),
        };
        let has_navigation = self.site.guide(page.guide).section.is_some();
        let mut context = self.context(page.locale, &page.route);
        let is_original = page.availability == Availability::Translated && !self.site.is_hidden(page);
        let alternates = if is_original { shared.alternates.clone() } else { list::<()>(&[]) };
        let panel = page.document.map_or_else(Vec::new, |id| self.panel(self.site.document(id), page));
        context.insert_value("page", view.with_lists(alternates, shared.languages(self, page), panel.into()));
        context.insert("navigation", if has_navigation { NAVIGATION } else { "" });
        context.insert("children", &children.unwrap_or_default());
        let mut shell = Vec::with_capacity(16 << 10);
        self.theme.render(template, &context, &mut shell)?;
        Ok(self.assembled(page, shell, &body))
    }

    fn assembled(&self, page: &Page, shell: Vec<u8>, body: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(shell.len() + body.len() + (8 << 10));
        let mut rest = &shell[..];
        while let Some(at) = memmem::find(rest, &BODY.as_bytes()[..2]) {
            out.extend_from_slice(&rest[..at]);
            let (mark, after) = rest[at..].split_at(3.min(rest.len() - at));
            match std::str::from_utf8(mark) {
                Ok(BODY) => out.extend_from_slice(body.as_bytes()),
                Ok(NAVIGATION) => self.navigation.write(self.site, page, &mut out),
                _ => out.extend_from_slice(mark),
            }
            rest = after;
        }
        out.extend_from_slice(rest);
        out
    }

    /// What templates see on every page of a locale, with the addresses as seen from a page.
    pub(super) fn context(&self, locale: LocaleId, route: &crate::path::Route) -> Context {
        self.context_at(locale, &|target| route.relative(target))
    }

    /// What templates see on every page of a locale; `address` gives the address of a route or file.
    pub(super) fn context_at(&self, locale: LocaleId, address: &dyn Fn(&str) -> String) -> Context {
        let chrome = self.chrome.of(locale);
        let label = &self.site.locale(locale).locale;
        let mut site = BTreeMap::from([
            ("title", self.site.corpus.config.title.clone()),
            ("home", address(&format!("{label}/"))),
            ("languages_url", address("")),
            ("policy", CONTENT_SECURITY_POLICY.to_owned()),
        ]);
        if self.site.has_search {
            site.insert("alphabet_url", address(chrome.alphabet.as_str()));
        }
        let mut context = Context::new();
        context.insert("site", &site);
        let mut assets: BTreeMap<&str, String> =
            self.theme.bundles.shared.iter().map(|(name, bundle)| (*name, address(&bundle.path))).collect();
        assets.insert("page", address(&chrome.page_script.path));
        assets.insert("search", address(&chrome.search_script.path));
        assets.insert("search_index", address(&crate::search::folder(self.site, locale)));
        context.insert("assets", &assets);
        context.insert_value("locale", chrome.locale.clone());
        context.insert_value("t", chrome.texts.clone());
        context
    }

    fn view(&self, page: &Page) -> PageView {
        let (guide, document) = (self.site.guide(page.guide), page.document.map(|id| self.site.document(id)));
        let given = self.site.locale(self.site.given_locale(page));
        let title = self.site.title(page);
        let description =
            document.and_then(|document| document.front.excerpt.as_ref()).map(|excerpt| self.personal.plain(&excerpt.value).into_owned());
        let is_machine = document.is_some_and(|document| document.machine_translated) || self.is_machine_translated(page);
        let title_html = self.personal.html(&title);
        let title_template = self.personal.template(&title);
        let title = self.personal.plain(&title).into_owned();
        let is_guide = guide.kind == DocumentKind::Guide;
        PageView {
            kind: if is_guide {
                "guide"
            } else if guide.folder.is_empty() {
                "home"
            } else {
                "landing"
            },
            title_html,
            title_template,
            grammars: document.and_then(|document| self.grammars(document)),
            lang: given.lang.clone(),
            dir: given.dir,
            translated: page.availability != Availability::Fallback,
            notice: (page.availability == Availability::Fallback).then(|| self.notice(page)).flatten(),
            machine_notice: is_machine.then(|| self.chrome.of(page.locale).machine_notice.clone()),
            canonical: self.canonical(page),
            summary: document.and_then(|document| document.facts.summary.as_ref()).map(|summary| self.personal.plain(summary).into_owned()),
            robots: self.site.is_hidden(page).then_some("noindex"),
            open_graph: Some(self.open_graph(page, &title, description.clone())),
            json_ld: self.json_ld(page),
            breadcrumbs: self.breadcrumbs(page, &title),
            contents: document.map(|document| self.contents(document)).unwrap_or_default(),
            updated: document.filter(|_| is_guide).and_then(|document| self.updated(document, page.locale)),
            edit_url: self.edit_url(page),
            previous: guide.neighbors.0.and_then(|id| self.neighbor(page, id)),
            next: guide.neighbors.1.and_then(|id| self.neighbor(page, id)),
            body: String::new(),
            title,
            description,
        }
    }

    /// Whether the guide's metadata says that its translations are made by a machine.
    fn is_machine_translated(&self, page: &Page) -> bool {
        let meta = self.site.meta(self.site.guide(page.guide));
        meta.is_some_and(|meta| meta.translation_banner) && self.site.given_locale(page) != self.site.source_locale()
    }

    fn notice(&self, page: &Page) -> Option<String> {
        let text = self.chrome.of(page.locale).notices.get(&self.site.given_locale(page))?;
        Some(crate::html::escape(text))
    }

    /// The address of a route on the web.
    pub(super) fn absolute(&self, route: &str) -> Option<String> {
        self.site.base_url.as_ref().map(|base| format!("{base}{route}"))
    }

    /// The page that holds the text first.
    fn canonical(&self, page: &Page) -> Option<String> {
        if let Some(canonical) = page.document.and_then(|id| self.site.document(id).front.canonical.clone()) {
            return Some(canonical);
        }
        let original = match page.availability {
            Availability::Translated => page,
            _ => self.site.page_of(page.guide, self.site.given_locale(page)).unwrap_or(page),
        };
        self.absolute(original.route.as_str())
    }

    /// The pages of a guide that are written in their own locale.
    pub(super) fn translations(&self, guide: GuideId) -> impl Iterator<Item = &Page> {
        let pages = self.site.guide(guide).pages.iter().flatten().map(|id| self.site.page(*id));
        pages.filter(|page| page.availability == Availability::Translated)
    }

    fn open_graph(&self, page: &Page, title: &str, description: Option<String>) -> OpenGraph {
        OpenGraph {
            title: title.to_owned(),
            description,
            kind: if self.site.guide(page.guide).kind == DocumentKind::Guide { "article" } else { "website" },
            url: self.canonical(page),
            locale: self.site.locale(self.site.given_locale(page)).lang.replace('-', "_"),
            site_name: self.site.corpus.config.title.clone(),
        }
    }

    /// The folders above a page that have a landing page in its locale.
    fn ancestors(&self, page: &Page) -> Vec<&Page> {
        let folder = &self.site.guide(page.guide).folder;
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
        above.filter_map(|folder| self.site.page_of(self.site.landing(folder)?, page.locale)).collect()
    }

    fn breadcrumbs(&self, page: &Page, title: &str) -> Vec<Crumb> {
        if self.site.guide(page.guide).folder.is_empty() {
            return Vec::new();
        }
        let home = self.site.landing("").and_then(|home| self.site.page_of(home, page.locale));
        let mut crumbs: Vec<Crumb> = home
            .map(|home| Crumb {
                title: self.chrome.of(page.locale).home.clone(),
                href: Some(page.route.relative(home.route.as_str())),
                lang: None,
            })
            .into_iter()
            .collect();
        crumbs.extend(self.ancestors(page).into_iter().map(|above| Crumb {
            title: self.personal.plain(&self.site.title(above)).into_owned(),
            href: Some(page.route.relative(above.route.as_str())),
            lang: self.other_language(above),
        }));
        crumbs.push(Crumb { title: title.to_owned(), href: None, lang: self.other_language(page) });
        crumbs
    }

    /// The language of a page's title, where it is not its reader's.
    pub(super) fn other_language(&self, page: &Page) -> Option<String> {
        (page.availability == Availability::Fallback).then(|| self.site.locale(self.site.given_locale(page)).lang.clone())
    }

    /// The path to the page as search engines read it (schema.org, BreadcrumbList).
    fn json_ld(&self, page: &Page) -> Option<String> {
        let base = self.site.base_url.as_ref()?;
        let above = self.ancestors(page);
        if self.site.guide(page.guide).folder.is_empty() {
            return None;
        }
        let quoted = |text: &str| serde_json::Value::from(text).to_string().replace('<', "\\u003c");
        let item = |(at, page): (usize, &Page)| {
            let (name, address) = (quoted(&self.personal.plain(&self.site.title(page))), quoted(&format!("{base}{}", page.route)));
            format!(r#"{{"@type":"ListItem","position":{},"name":{name},"item":{address}}}"#, at + 1)
        };
        let items: Vec<String> = above.into_iter().chain([page]).enumerate().map(item).collect();
        Some(format!(r#"{{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{}]}}"#, items.join(",")))
    }

    fn contents(&self, document: &Document) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for heading in document.facts.headings.iter().filter(|heading| matches!(heading.level, 2 | 3)) {
            let entry = Entry { id: heading.id.to_string(), html: self.personal.html(&heading.text), children: Vec::new() };
            match entries.last_mut().filter(|_| heading.level == 3) {
                Some(last) => last.children.push(entry),
                None => entries.push(entry),
            }
        }
        if entries.iter().map(|entry| 1 + entry.children.len()).sum::<usize>() < 2 { Vec::new() } else { entries }
    }

    fn updated(&self, document: &Document, locale: LocaleId) -> Option<Updated> {
        let date = document.front.updated.as_ref()?.value;
        let shown = self.site.locale(locale).intl.date(date);
        Some(Updated { iso: date.to_string(), text: self.message(locale, "last-updated", &[("date", shown.as_str().into())]) })
    }

    fn edit_url(&self, page: &Page) -> Option<String> {
        let template = self.site.corpus.config.edit_url.as_ref()?;
        Some(template.replace("{path}", self.tree.path(self.site.file(page)?).as_str()))
    }

    fn neighbor(&self, page: &Page, id: GuideId) -> Option<Neighbor> {
        let other = self.site.page_of(id, page.locale)?;
        let title = self.personal.plain(&self.site.title(other)).into_owned();
        Some(Neighbor { title, href: page.route.relative(other.route.as_str()), lang: self.other_language(other) })
    }
}
