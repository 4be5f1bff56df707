//! A page: what stands on it besides its body, and the finished bytes.

use super::{
    Renderer,
    safety::CONTENT_SECURITY_POLICY,
    shared::Shared,
    skeleton::{Skeleton, mark},
    view::{Crumb, Entry, Language, Neighbor, PageView, Text, Texts, Updated},
};
use crate::{
    corpus::{
        document::{Document, DocumentKind},
        translator::Translator,
    },
    diagnostic::Diagnostic,
    draft::{Heading, RareBlocks},
    html::{escape, escape_quoted_into},
    path::encoded,
    site::{Availability, DocumentId, GuideId, LocaleId, Page, images::Picture},
};
use std::{borrow::Cow, collections::BTreeMap, sync::Arc};
use tera::{Context, Value};

/// The window's title names the site where that makes it no longer than this, in letters.
const MAX_TITLE: usize = 67;

impl<'a> Renderer<'a> {
    /// Writes the finished page to `out`.
    pub(super) fn page(&self, page: &'a Page, shared: &Shared<'a>, out: &mut String) -> Result<(), Diagnostic> {
        let mut texts = Texts::with_room();
        let view = self.view(page, shared, &mut texts);
        let skeleton = self.skeleton(page, view, &texts)?;
        out.reserve(page.document.map_or(0, |id| self.body_len(id)) + (16 << 10));
        skeleton.fill(out, |text, out| {
            match text {
                Text::BODY => page.document.into_iter().for_each(|id| self.body(page, id, out)),
                Text::NAVIGATION => self.write_navigation(page, out),
                text => return texts.get(text),
            }
            ""
        });
        Ok(())
    }

    /// What the template prints around the body, with marks for at least the body.
    fn skeleton(&self, page: &Page, view: PageView<'a>, texts: &Texts) -> Result<Arc<Skeleton>, Diagnostic> {
        let has_navigation = self.site.guide(page.guide).section.is_some();
        if view.kind == "guide" && self.theme.is_bundled() {
            let place = (page.locale, page.route.depth(), has_navigation);
            return self.skeletons.get((place, view), |view| self.run_template(page, view, Vec::new(), &|text| mark(text).into()));
        }
        let entries = page.document.map(|id| self.contents(self.site.document(id))).unwrap_or_default();
        let say = |text: Text| if text == Text::BODY { mark(text).into() } else { texts.get(text).into() };
        self.run_template(page, &view, entries, &say).map(Arc::new)
    }

    fn run_template(
        &self,
        page: &Page,
        view: &PageView,
        contents: Vec<Entry>,
        say: &dyn Fn(Text) -> Value,
    ) -> Result<Skeleton, Diagnostic> {
        let (template, children) = match view.kind {
            "guide" => ("guide.html", Vec::new()),
            "home" => ("home.html", self.children(page)),
            _ => ("landing.html", self.children(page)),
        };
        let mut values = self.page_values(view, say);
        values.insert("contents".into(), Value::from_serializable(&contents));
        values.insert("panel".into(), self.panel_values(view, page.locale).into());
        let has_navigation = self.site.guide(page.guide).section.is_some();
        let mut context = self.context(page.locale, &page.route);
        context.insert_value("page", values.into());
        context.insert("navigation", &if has_navigation { mark(Text::NAVIGATION) } else { String::new() });
        context.insert("children", &children);
        Ok(Skeleton::new(&self.theme.text(template, &context, 16 << 10)?))
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
        assets.insert("link", address(&chrome.link_script.path));
        assets.insert("search_index", address(&crate::search::folder(self.site, locale)));
        context.insert("assets", &assets);
        context.insert_value("locale", chrome.locale.clone());
        context.insert_value("t", chrome.texts.clone());
        context
    }

    fn view<'p>(&self, page: &'a Page, shared: &'p Shared<'a>, texts: &mut Texts<'p>) -> PageView<'a>
    where
        'a: 'p,
    {
        let (guide, document) = (self.site.guide(page.guide), page.document.map(|id| self.site.document(id)));
        let chrome = self.chrome.of(page.locale);
        let title = self.title(page);
        let excerpt = document.and_then(|document| document.front.excerpt.as_ref());
        let summary = document.and_then(|document| document.facts.summary.as_ref());
        let translator = self.translator(page);
        let is_guide = guide.kind == DocumentKind::Guide;
        let is_original = page.availability == Availability::Translated && !self.site.is_hidden(page);
        let title_text = texts.add(title.clone());
        let title_html = texts.add(self.own_title_html(page));
        PageView {
            kind: if is_guide {
                "guide"
            } else if guide.folder.is_empty() {
                "home"
            } else {
                "landing"
            },
            title: title_text,
            title_html,
            title_template: texts.add_some(self.personal.template(&self.site.title(page))),
            grammars: texts.add_some(self.grammars(document)),
            names_site: self.names_site(&title),
            description: texts.add_some(excerpt.map(|excerpt| self.personal.plain(&excerpt.value))),
            description_html: texts.add_some(excerpt.map(|excerpt| self.personal.html(&excerpt.value))),
            summary: texts.add_some(summary.map(|summary| self.personal.plain(summary))),
            given: self.site.given_locale(page),
            translated: page.availability != Availability::Fallback,
            notice: texts.add_some((page.availability == Availability::Fallback).then(|| self.notice(page)).flatten()),
            machine_notice: texts.add_some((translator == Some(Translator::Machine)).then_some(chrome.machine_notice.as_str())),
            translator: translator.map(Translator::as_str),
            translator_text: texts.add_some(translator.and_then(|translator| chrome.translator(translator))),
            stale_notice: texts.add_some(document.filter(|document| document.is_stale).and_then(|it| self.stale_notice(page, it))),
            canonical: texts.add_some(self.canonical(page)),
            robots: self.site.is_hidden(page).then_some("noindex"),
            open_graph: true,
            json_ld: texts.add_some(self.json_ld(page)),
            breadcrumbs: self.breadcrumbs(page, (title_text, title_html), texts),
            contents_html: texts.add_some(document.map(|document| contents_html(&self.contents(document)))),
            updated: document.filter(|_| is_guide).and_then(|document| self.updated(document, page.locale, texts)),
            edit_url: texts.add_some(self.edit_url(page)),
            previous: guide.neighbors.0.and_then(|id| self.neighbor(page, id, texts)),
            next: guide.neighbors.1.and_then(|id| self.neighbor(page, id, texts)),
            body: if page.document.is_some_and(|id| self.has_body(page, id)) { Text::BODY } else { Text::EMPTY },
            rare: page.document.map(|id| self.rare_blocks(id)).unwrap_or_default(),
            alternates: if is_original { alternates(shared, texts) } else { Vec::new() },
            languages: self.languages(page, shared, texts),
            panel: document.map(|document| self.panel(document)).unwrap_or_default(),
        }
    }

    /// The blocks a page holds that most do without. A box where a picture should be is one that only the site knows of.
    fn rare_blocks(&self, id: DocumentId) -> RareBlocks {
        let facts = &self.site.document(id).facts;
        let is_box = |number| !matches!(self.site.images.picture(id, number), Picture::File(..));
        RareBlocks { others: facts.rare.others || (0..facts.images.len() as u32).any(is_box), ..facts.rare }
    }

    /// The title of a page as plain text.
    pub(super) fn title(&self, page: &'a Page) -> Cow<'a, str> {
        match self.site.title(page) {
            Cow::Borrowed(title) => self.personal.plain(title),
            Cow::Owned(title) => self.personal.plain(&title).into_owned().into(),
        }
    }

    /// The title of a page as HTML on the page itself, where one that is not translated says its language.
    fn own_title_html(&self, page: &Page) -> String {
        let html = self.title_html(page);
        let catalog = page.document.and_then(|id| self.site.document(id).catalog.as_ref());
        match catalog.and_then(|catalog| catalog.title_attributes.as_ref()) {
            Some(attributes) => format!("<span{attributes}>{html}</span>"),
            None => html,
        }
    }

    /// The title of a page as HTML, with marks.
    pub(super) fn title_html(&self, page: &Page) -> String {
        self.personal.html(&self.site.title(page)).into_owned()
    }

    /// Whether the window's title names the site behind a page's title: where that is another and both are short.
    pub(super) fn names_site(&self, title: &str) -> bool {
        let site = &self.site.corpus.config.title;
        title != site && title.chars().count() + site.chars().count() <= MAX_TITLE
    }

    fn languages<'p>(&self, page: &Page, shared: &'p Shared, texts: &mut Texts<'p>) -> Vec<Language> {
        let mut language = |locale, href: Cow<'p, str>, translated| Language { locale, href: texts.add(href), translated };
        let depth = page.route.depth();
        if depth == shared.depth {
            return shared.languages.iter().map(|it| language(it.locale, it.href.as_str().into(), it.translated)).collect();
        }
        self.switches(page.guide, depth).into_iter().map(|it| language(it.locale, it.href.into(), it.translated)).collect()
    }

    /// Who translated the text of a page: what it says itself, or the guide's metadata of all its translations.
    fn translator(&self, page: &Page) -> Option<Translator> {
        let own = page.document.and_then(|id| self.site.document(id).translator);
        let of_all = || self.site.meta(self.site.guide(page.guide)).is_some_and(|meta| meta.translation_banner);
        own.or_else(|| (of_all() && self.site.given_locale(page) != self.site.source_locale()).then_some(Translator::Machine))
    }

    /// That passages of a page are older than the original, or are those of the original, with a link there.
    fn stale_notice(&self, page: &Page, document: &Document) -> Option<String> {
        let source = self.site.source_locale();
        let original = self.site.page_of(page.guide, source)?;
        let chrome = self.chrome.of(page.locale);
        let notice = if document.catalog.is_some() { &chrome.behind_notice } else { &chrome.stale_notice };
        let link = &chrome.original;
        let (href, lang) = (page.route.relative(original.route.as_str()), &self.site.locale(source).lang);
        Some(format!("{} <a href=\"{}\" hreflang=\"{lang}\">{}</a>", escape(notice), escape(&href), escape(link)))
    }

    fn notice(&self, page: &Page) -> Option<String> {
        let text = self.chrome.of(page.locale).notices.get(&self.site.given_locale(page))?;
        Some(escape(text))
    }

    /// The address of a route on the web.
    pub(super) fn absolute(&self, route: &str) -> Option<String> {
        self.site.base_url.as_ref().map(|base| [base, &*encoded(route)].concat())
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
    pub(super) fn translations(&self, guide: GuideId) -> impl Iterator<Item = &'a Page> {
        let pages = self.site.guide(guide).pages.iter().flatten().map(|id| self.site.page(*id));
        pages.filter(|page| page.availability == Availability::Translated)
    }

    /// The folders above a page that have a landing page in its locale.
    fn ancestors(&self, page: &Page) -> Vec<&'a Page> {
        let folder = &self.site.guide(page.guide).folder;
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
        above.filter_map(|folder| self.site.page_of(self.site.landing(folder)?, page.locale)).collect()
    }

    fn breadcrumbs<'p>(&self, page: &'a Page, (title, title_html): (Text, Text), texts: &mut Texts<'p>) -> Vec<Crumb<'a>>
    where
        'a: 'p,
    {
        if self.site.guide(page.guide).folder.is_empty() {
            return Vec::new();
        }
        let mut crumbs = Vec::with_capacity(4);
        if let Some(home) = self.site.landing("").and_then(|home| self.site.page_of(home, page.locale)) {
            let title = texts.add(self.chrome.of(page.locale).home.clone());
            let title_html = texts.add(escape(&self.chrome.of(page.locale).home));
            crumbs.push(Crumb { title, title_html, href: texts.add(page.route.relative(home.route.as_str())), lang: None });
        }
        for above in self.ancestors(page) {
            let href = texts.add(page.route.relative(above.route.as_str()));
            let (title, title_html) = (texts.add(self.title(above)), texts.add(self.title_html(above)));
            crumbs.push(Crumb { title, title_html, href, lang: self.other_language(above) });
        }
        crumbs.push(Crumb { title, title_html, href: Text::EMPTY, lang: self.other_language(page) });
        crumbs
    }

    /// The language of a page's title, where it is not its reader's.
    pub(super) fn other_language(&self, page: &Page) -> Option<&'a str> {
        (page.availability == Availability::Fallback).then(|| self.site.locale(self.site.given_locale(page)).lang.as_str())
    }

    /// The path to the page as search engines read it (schema.org, BreadcrumbList).
    fn json_ld(&self, page: &'a Page) -> Option<String> {
        let base = self.site.base_url.as_ref()?;
        let above = self.ancestors(page);
        if self.site.guide(page.guide).folder.is_empty() {
            return None;
        }
        let quoted = |text: &str| {
            let quoted = serde_json::to_string(text).unwrap_or_default();
            if quoted.contains('<') { quoted.replace('<', "\\u003c") } else { quoted }
        };
        let item = |(at, page): (usize, &'a Page)| {
            let (name, address) = (quoted(&self.title(page)), quoted(&format!("{base}{}", page.route)));
            format!(r#"{{"@type":"ListItem","position":{},"name":{name},"item":{address}}}"#, at + 1)
        };
        let items: Vec<String> = above.into_iter().chain([page]).enumerate().map(item).collect();
        Some(format!(r#"{{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{}]}}"#, items.join(",")))
    }

    /// The headings of a page that has more than one.
    fn contents<'p>(&'p self, document: &'p Document) -> Vec<Entry<'p>> {
        let mut entries: Vec<Entry> = Vec::new();
        let is_shown = |heading: &&Heading| {
            matches!(heading.level, 2 | 3) && heading.condition.and_then(|condition| self.personal.holds(condition)) != Some(false)
        };
        for heading in document.facts.headings.iter().filter(is_shown) {
            let mut condition = String::new();
            heading.condition.into_iter().for_each(|needed| self.personal.condition_into(needed, &mut condition));
            let entry = Entry { id: &heading.id, html: self.personal.html(&heading.text), condition, children: Vec::new() };
            match entries.last_mut().filter(|_| heading.level == 3) {
                Some(last) => last.children.push(entry),
                None => entries.push(entry),
            }
        }
        if entries.iter().map(|entry| 1 + entry.children.len()).sum::<usize>() < 2 { Vec::new() } else { entries }
    }

    fn updated(&self, document: &Document, locale: LocaleId, texts: &mut Texts) -> Option<Updated> {
        let date = document.front.updated.as_ref()?.value;
        let shown = self.site.locale(locale).intl.date(date);
        let text = self.message(locale, "last-updated", &[("date", shown.as_str().into())]);
        Some(Updated { iso: texts.add(date.to_string()), text: texts.add(text) })
    }

    fn edit_url(&self, page: &Page) -> Option<String> {
        let template = self.site.corpus.config.edit_url.as_ref()?;
        Some(template.replace("{path}", self.tree.path(self.site.file(page)?).as_str()))
    }

    fn neighbor<'p>(&self, page: &Page, id: GuideId, texts: &mut Texts<'p>) -> Option<Neighbor<'a>>
    where
        'a: 'p,
    {
        let other = self.site.page_of(id, page.locale)?;
        let href = texts.add(page.route.relative(other.route.as_str()));
        Some(Neighbor {
            title: texts.add(self.title(other)),
            title_html: texts.add(self.title_html(other)),
            href,
            lang: self.other_language(other),
        })
    }
}

fn alternates<'a, 'p>(shared: &'p Shared<'a>, texts: &mut Texts<'p>) -> Vec<(&'a str, Text)> {
    shared.alternates.iter().map(|alternate| (alternate.hreflang, texts.add(alternate.href.as_str()))).collect()
}

/// The list of a page's contents. Pages differ in it more than in anything else, so it is no template's work.
fn contents_html(entries: &[Entry]) -> String {
    let mut out = String::new();
    if !entries.is_empty() {
        out.reserve(entries.iter().map(|entry| 1 + entry.children.len()).sum::<usize>() * 80);
        contents_into(entries, &mut out);
    }
    out
}

fn contents_into(entries: &[Entry], out: &mut String) {
    out.push_str("<ul>\n");
    for Entry { id, html, condition, children } in entries {
        // The entries below stay when their own headings do.
        let (of_item, of_link) = if children.is_empty() { (condition.as_str(), "") } else { ("", condition.as_str()) };
        out.push_str("<li");
        out.push_str(of_item);
        out.push_str("><a");
        out.push_str(of_link);
        out.push_str(" href=\"#");
        escape_quoted_into(id, out);
        out.push_str("\">");
        out.push_str(html);
        out.push_str("</a>");
        if !children.is_empty() {
            out.push('\n');
            contents_into(children, out);
            out.push('\n');
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>");
}
