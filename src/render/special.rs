//! Files that are no guide's page: the language choice, 404 pages, alphabetical indexes, redirects, sitemap and robots.

use super::{
    Renderer,
    hosting::path_of,
    on_demand::route_of,
    safety::CONTENT_SECURITY_POLICY,
    shaped::Shaped,
    shared::Alternate,
    view::{Language, PageView, Text, Texts},
};
use crate::{
    diagnostic::Diagnostic,
    html::{escape, escape_into},
    path::{OutputPath, Route, encoded},
    sink::{MemorySink, Sink},
    site::{Availability, LocaleId, Site},
};
use rayon::prelude::*;
use std::io;
use tera::{Context, Map, Value};

/// A sitemap holds at most so many addresses. The limit of sitemaps.org is higher, but the languages of a page make
/// its entry long, and several sitemaps are made at once.
const SITEMAP_LIMIT: usize = 1_000;
const NOT_FOUND: &str = "404.html";
const ROBOTS: &str = "robots.txt";

/// A page that shows no guide.
pub enum Special {
    /// The choice of languages at the root.
    Languages,
    /// What an unknown address is answered with, for readers of a locale; at the root, of the source locale.
    NotFound(Option<LocaleId>),
    /// The alphabetical index of a locale.
    Alphabet(LocaleId),
    /// An address that leads to a page, by its place in the site's list.
    Redirect(usize),
}

/// Writes them all.
pub fn write(renderer: &Renderer, sink: &dyn Sink) -> io::Result<Vec<Diagnostic>> {
    let mut pages = pages(renderer);
    let redirects = renderer.site.redirects.iter().enumerate();
    pages.extend(redirects.map(|(at, (route, _))| (route.file().to_string(), Special::Redirect(at))));
    let write = |(path, special): &(String, Special)| {
        if let Special::Alphabet(locale) = special
            && renderer.order_looks_into_values(*locale)
        {
            renderer.leave_out(Shaped::Alphabet(*locale));
            return Ok(None);
        }
        match renderer.special(special) {
            Ok(bytes) => put(sink, path, &bytes).map(|()| None),
            Err(diagnostic) => Ok(Some(diagnostic)),
        }
    };
    let failed: io::Result<Vec<Option<Diagnostic>>> = pages.par_iter().map(write).collect();
    renderer.sitemaps(sink)?;
    put(sink, ROBOTS, renderer.robots().as_bytes())?;
    Ok(failed?.into_iter().flatten().collect())
}

/// The special page at a path of the output.
pub fn find(renderer: &Renderer, path: &OutputPath) -> Option<Special> {
    if let Some((_, special)) = pages(renderer).into_iter().find(|(known, _)| known == path.as_str()) {
        return Some(special);
    }
    let route = route_of(path)?;
    renderer.site.redirects.binary_search_by(|(known, _)| known.cmp(&route)).ok().map(Special::Redirect)
}

/// The text for machines at a path of the output.
pub fn find_text(renderer: &Renderer, path: &OutputPath) -> Option<Vec<u8>> {
    if path.as_str() == ROBOTS {
        return Some(renderer.robots().into_bytes());
    }
    let is_sitemap = path.as_str().starts_with("sitemap") && path.as_str().ends_with(".xml");
    let sink = MemorySink::default();
    if !is_sitemap || renderer.sitemaps(&sink).is_err() {
        return None;
    }
    sink.into_files().remove(path)
}

/// The special pages, but for redirects, and where they go.
fn pages(renderer: &Renderer) -> Vec<(String, Special)> {
    let not_found = |locale| (not_found_path(renderer.site, locale), Special::NotFound(locale));
    let mut pages = vec![("index.html".to_owned(), Special::Languages), not_found(None)];
    for locale in renderer.site.selected_locales() {
        pages.push(not_found(Some(locale)));
        if renderer.site.has_search {
            pages.push((renderer.chrome.of(locale).alphabet.file().to_string(), Special::Alphabet(locale)));
        }
    }
    pages
}

/// Where the page lies that readers of a locale are shown for an unknown address.
pub fn not_found_path(site: &Site, locale: Option<LocaleId>) -> String {
    locale.map_or_else(|| NOT_FOUND.to_owned(), |locale| format!("{}/{NOT_FOUND}", site.locale(locale).locale))
}

pub(super) fn put(sink: &dyn Sink, path: &str, bytes: &[u8]) -> io::Result<()> {
    OutputPath::parse(path).map_or(Ok(()), |path| sink.write(&path, bytes))
}

impl Renderer<'_> {
    /// The bytes of a special page.
    pub(super) fn special(&self, special: &Special) -> Result<Vec<u8>, Diagnostic> {
        let source = self.site.source_locale();
        let (template, context) = match special {
            Special::Languages => ("languages.html", self.language_choice(source)),
            Special::NotFound(None) => ("not_found.html", self.not_found(source, &Route::root())),
            Special::NotFound(Some(locale)) => {
                let route = Route::parse(self.site.locale(*locale).locale.as_str()).unwrap_or_else(Route::root);
                ("not_found.html", self.not_found(*locale, &route))
            }
            Special::Alphabet(locale) => ("alphabet.html", self.alphabet(*locale)),
            Special::Redirect(at) => ("redirect.html", self.redirect(*at)),
        };
        let mut out = Vec::new();
        self.theme.render(template, &context, &mut out)?;
        Ok(out)
    }

    fn language_choice(&self, locale: LocaleId) -> Context {
        let root = Route::root();
        let mut context = self.context(locale, &root);
        let mut texts = Texts::default();
        let title = self.site.corpus.config.title.as_str();
        let view = PageView {
            kind: "languages",
            title: texts.add(title),
            title_html: texts.add(escape(title)),
            given: locale,
            translated: true,
            canonical: texts.add_some(self.absolute("")),
            languages: self.homes(&|target| root.relative(target), &mut texts),
            ..PageView::default()
        };
        context.insert_value("page", self.plain_values(&view, &texts));
        context
    }

    /// A page without contents and panel.
    pub(super) fn plain_values(&self, view: &PageView, texts: &Texts) -> Value {
        let mut page: Map = self.page_values(view, &|text: Text| texts.get(text).into());
        page.insert("contents".into(), Vec::<Value>::new().into());
        page.insert("panel".into(), Vec::<Value>::new().into());
        page.into()
    }

    /// The home page in every language.
    fn homes(&self, address: &dyn Fn(&str) -> String, texts: &mut Texts) -> Vec<Language> {
        let language = |locale: LocaleId| {
            let href = texts.add(address(&format!("{}/", self.site.locale(locale).locale)));
            Language { locale, href, translated: true }
        };
        self.site.selected_locales().map(language).collect()
    }

    /// A server answers with this page at any address, so its own addresses start at the server's root where the site's
    /// place there is known.
    fn not_found(&self, locale: LocaleId, route: &Route) -> Context {
        let root = self.site.base_url.as_deref().map(path_of);
        let address = |target: &str| root.map_or_else(|| route.relative(target), |root| format!("{root}{target}"));
        let mut context = self.context_at(locale, &address);
        let title = self.message(locale, "not-found-title", &[]);
        let mut texts = Texts::default();
        let view = PageView {
            kind: "not_found",
            title_html: texts.add(escape(&title)),
            names_site: self.names_site(&title),
            title: texts.add(title),
            given: locale,
            translated: true,
            robots: Some("noindex"),
            languages: self.homes(&address, &mut texts),
            ..PageView::default()
        };
        context.insert_value("page", self.plain_values(&view, &texts));
        context.insert("navigation", "");
        context
    }

    fn redirect(&self, at: usize) -> Context {
        let (route, page) = &self.site.redirects[at];
        let page = self.site.page(*page);
        let mut context = Context::new();
        context.insert("policy", CONTENT_SECURITY_POLICY);
        context.insert("target", &route.relative(page.route.as_str()));
        context.insert("target_absolute", &self.absolute(page.route.as_str()));
        context.insert("title", &self.personal.plain(&self.site.title(page)));
        context.insert_value("locale", self.chrome.of(page.locale).locale.clone());
        context
    }

    /// The sitemap with the languages of each page; an index of several where it is long. Without a base URL there is none.
    fn sitemaps(&self, sink: &dyn Sink) -> io::Result<()> {
        let Some(base) = &self.site.base_url else { return Ok(()) };
        let listed = self.site.pages.iter().filter(|page| page.availability == Availability::Translated && !self.site.is_hidden(page));
        let entries: Vec<&crate::site::Page> = listed.collect();
        if entries.len() <= SITEMAP_LIMIT {
            return put(sink, "sitemap.xml", self.sitemap(&entries).as_bytes());
        }
        let name = |at: usize| format!("sitemap-{}.xml", at + 1);
        let parts: Vec<&[&crate::site::Page]> = entries.chunks(SITEMAP_LIMIT).collect();
        parts.par_iter().enumerate().try_for_each(|(at, pages)| put(sink, &name(at), self.sitemap(pages).as_bytes()))?;
        let mut index = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for at in 0..parts.len() {
            index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&format!("{base}{}", name(at)))));
        }
        index.push_str("</sitemapindex>\n");
        put(sink, "sitemap.xml", index.as_bytes())
    }

    fn sitemap(&self, pages: &[&crate::site::Page]) -> String {
        let mut text = String::with_capacity(pages.len() << 10);
        text.push_str(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        let guides = pages.chunk_by(|one, other| one.guide == other.guide);
        guides.for_each(|pages| self.sitemap_of_guide(pages, &mut text));
        text.push_str("</urlset>\n");
        text
    }

    /// The pages of one guide, whose languages are the same for all of them.
    fn sitemap_of_guide(&self, pages: &[&crate::site::Page], out: &mut String) {
        let (Some(first), Some(base)) = (pages.first(), &self.site.base_url) else { return };
        let link = |alternate: Alternate| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", escape(alternate.hreflang), escape(&alternate.href))
        };
        let links: String = self.alternates(first.guide).into_iter().map(link).collect();
        for page in pages {
            out.push_str("<url><loc>");
            escape_into(base, out);
            escape_into(&encoded(page.route.as_str()), out);
            out.push_str("</loc>");
            if let Some(updated) = page.document.and_then(|id| self.site.document(id).front.updated.as_ref()) {
                out.push_str(&format!("<lastmod>{}</lastmod>", updated.value));
            }
            out.push_str(&links);
            out.push_str("</url>\n");
        }
    }

    fn robots(&self) -> String {
        let sitemap = self.absolute("sitemap.xml").map(|address| format!("Sitemap: {address}\n")).unwrap_or_default();
        format!("User-agent: *\nAllow: /\n{sitemap}")
    }
}
