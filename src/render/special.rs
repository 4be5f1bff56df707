//! Files that are no guide's page: the language choice, 404 pages, alphabetical indexes, redirects, sitemap and robots.

use super::{
    Renderer,
    hosting::path_of,
    safety::CONTENT_SECURITY_POLICY,
    shared::Alternate,
    view::{Language, PageView, Text, Texts},
};
use crate::{
    diagnostic::Diagnostic,
    html::{escape, escape_into},
    path::{OutputPath, Route},
    sink::Sink,
    site::{Availability, LocaleId},
};
use rayon::prelude::*;
use std::io;
use tera::{Context, Map, Value};

/// A sitemap holds at most so many addresses. The limit of sitemaps.org is higher, but the languages of a page make
/// its entry long, and several sitemaps are made at once.
const SITEMAP_LIMIT: usize = 1_000;

/// Writes them all.
pub fn write(renderer: &Renderer, sink: &dyn Sink) -> io::Result<Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let source = renderer.site.source_locale();
    let mut page = |template: &str, context: &Context, path: &str| -> io::Result<()> {
        let mut out = Vec::new();
        match renderer.theme.render(template, context, &mut out) {
            Ok(()) => put(sink, path, &out),
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                Ok(())
            }
        }
    };
    page("languages.html", &renderer.language_choice(source), "index.html")?;
    page("not_found.html", &renderer.not_found(source, &Route::root()), "404.html")?;
    for locale in renderer.site.selected_locales() {
        let label = renderer.site.locale(locale).locale.as_str();
        let Some(route) = Route::parse(label) else { continue };
        page("not_found.html", &renderer.not_found(locale, &route), &format!("{label}/404.html"))?;
    }
    for locale in renderer.site.selected_locales().filter(|_| renderer.site.has_search) {
        page("alphabet.html", &renderer.alphabet(locale), renderer.chrome.of(locale).alphabet.file().as_str())?;
    }
    diagnostics.extend(renderer.redirects(sink)?);
    renderer.sitemaps(sink)?;
    put(sink, "robots.txt", renderer.robots().as_bytes())?;
    Ok(diagnostics)
}

pub(super) fn put(sink: &dyn Sink, path: &str, bytes: &[u8]) -> io::Result<()> {
    OutputPath::parse(path).map_or(Ok(()), |path| sink.write(&path, bytes))
}

impl Renderer<'_> {
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
        context.insert("navigation", "");
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
        context.insert("children", &Vec::<()>::new());
        context
    }

    fn redirects(&self, sink: &dyn Sink) -> io::Result<Vec<Diagnostic>> {
        let results: Vec<io::Result<Option<Diagnostic>>> = self
            .site
            .redirects
            .par_iter()
            .map(|(route, page)| {
                let page = self.site.page(*page);
                let mut context = Context::new();
                context.insert("policy", CONTENT_SECURITY_POLICY);
                context.insert("target", &route.relative(page.route.as_str()));
                context.insert("target_absolute", &self.absolute(page.route.as_str()));
                context.insert("title", &self.personal.plain(&self.site.title(page)));
                context.insert_value("locale", self.chrome.of(page.locale).locale.clone());
                let mut out = Vec::new();
                match self.theme.render("redirect.html", &context, &mut out) {
                    Ok(()) => sink.write(&route.file(), &out).map(|()| None),
                    Err(diagnostic) => Ok(Some(diagnostic)),
                }
            })
            .collect();
        let mut diagnostics = Vec::new();
        for result in results {
            diagnostics.extend(result?);
        }
        Ok(diagnostics)
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
            escape_into(page.route.as_str(), out);
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
