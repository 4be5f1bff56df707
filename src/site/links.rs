//! Where links lead: to guides by their folders or by addresses of the old site, to the addresses of link files, to files of the
//! content folder, to headings.

mod findings;
pub mod mend;
mod places;

use super::{DocumentId, GuideId, LocaleId, Site};
use crate::{
    corpus::{document::Document, static_files},
    diagnostic::{
        ANCHOR_LEGACY_SUFFIX, ANCHOR_UNKNOWN, Diagnostic, Findings, LINK_CASE, LINK_DEAD_PAGE, LINK_LEGACY_ABSOLUTE, LINK_MISSING_SLASH,
        LINK_UNKNOWN_KEY, Safety,
    },
    draft::Link,
    path::{Route, SourcePath, decoded},
    source::SourceTree,
    text::{FileId, trimmed},
};
use findings::{Finding, Wanted};
use places::Places;
use rayon::prelude::*;
use std::borrow::Cow;

/// Where a link leads, for readers of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// To a place on the same page; empty for its top.
    Here(&'a str),
    /// To a guide, and a place on it.
    Guide { guide: GuideId, anchor: &'a str },
    /// To a file of the site.
    Asset(FileId),
    /// Out of the site.
    External(String),
    /// To an address that holds a value, as it was written.
    WithHost,
    /// Nowhere.
    Dead,
}

/// The guides that links lead to, for readers of all locales alike: what [`check`] found, so that pages need not look again.
#[derive(Debug, Default)]
pub struct Links(Vec<Vec<Option<GuideId>>>);

impl Links {
    fn guide(&self, document: DocumentId, number: u32) -> Option<GuideId> {
        *self.0.get(document.index())?.get(number as usize)?
    }
}

/// A target and what was odd about it.
type Found<'a> = (Target<'a>, Option<Finding<'a>>);

impl Site {
    /// Where a link of a document, by its place in the document's facts, leads readers of a locale.
    pub fn target<'a>(&'a self, document: DocumentId, number: u32, link: &'a Link, locale: LocaleId, tree: &SourceTree) -> Target<'a> {
        match self.links.guide(document, number) {
            Some(guide) => Target::Guide { guide, anchor: link.to.address.as_text().map_or("", anchor_of) },
            None => self.find_target(self.document(document), link, locale, tree).0,
        }
    }

    /// Whether a page links a file of the site.
    pub fn is_linked(&self, file: FileId, tree: &SourceTree) -> bool {
        self.pages.par_iter().any(|page| {
            let links = page.document.map(|id| self.document(id));
            links.is_some_and(|document| {
                let target = |link| self.find_target(document, link, page.locale, tree).0;
                document.facts.links.iter().any(|link| target(link) == Target::Asset(file))
            })
        })
    }

    fn find_target<'a>(&self, document: &Document, link: &'a Link, locale: LocaleId, tree: &SourceTree) -> Found<'a> {
        let Some(address) = link.to.address.as_text().map(trimmed) else { return (Target::WithHost, None) };
        if address.starts_with('#') || address.starts_with("./#") {
            return (Target::Here(address.trim_start_matches('.').trim_start_matches('/').trim_start_matches('#')), None);
        }
        if let Some(rest) = address.strip_prefix("{ovh_www}") {
            return (Target::External(format!("{}{rest}", company_address(&self.locale(locale).locale))), None);
        }
        if let Some(number) = address.strip_prefix("{legacy}") {
            return self.by_number(number);
        }
        let address = address.strip_prefix("{filename}").unwrap_or(address);
        if address.starts_with("//") {
            return (Target::External(format!("https:{address}")), None);
        }
        if let Some(mended) = with_whole_scheme(address) {
            let finding = Finding::new(&LINK_MISSING_SLASH, format!("the start of `{address}` is mistyped"), format!("write `{mended}`"));
            return (Target::External(mended.clone()), Some(finding.instead(mended, Safety::Safe)));
        }
        if has_scheme(address) {
            return self.absolute(address, locale);
        }
        self.local(document, address, locale, tree)
    }

    fn by_number<'a>(&self, number: &str) -> Found<'a> {
        match self.by_number.get(number.trim().trim_start_matches('g')) {
            Some(guide) => (Target::Guide { guide: *guide, anchor: "" }, None),
            None => dead(&format!("no guide has the number `{number}`"), "link to the guide itself: `/pages/…`"),
        }
    }

    /// An address with a scheme; one of the old site may be a guide's.
    fn absolute<'a>(&self, address: &'a str, locale: LocaleId) -> Found<'a> {
        let external = Target::External(address.to_owned());
        let Some(path) = address.strip_prefix("https://docs.ovh.com/").or_else(|| address.strip_prefix("http://docs.ovh.com/")) else {
            return (external, None);
        };
        let (path, anchor) = path.split_once('#').unwrap_or((path, ""));
        let slug = path.trim_matches('/').rsplit('/').next().unwrap_or_default();
        let language = self.locale(locale).locale.language();
        let known = (!slug.is_empty()).then(|| self.by_slug.get(&format!("{language}/{slug}"))).flatten();
        let help = match known {
            Some(guide) => format!("link to the guide itself: `/pages/{}`", self.guide(*guide).folder),
            None => "link to the guide itself: `/pages/…`".into(),
        };
        let mut finding = Finding::new(&LINK_LEGACY_ABSOLUTE, "this address is one of the old site".into(), help);
        finding.instead = known.map(|guide| (format!("/pages/{}", self.guide(*guide).folder), Safety::Safe));
        (known.map_or(external, |guide| Target::Guide { guide: *guide, anchor }), Some(finding))
    }

    fn local<'a>(&self, document: &Document, address: &'a str, locale: LocaleId, tree: &SourceTree) -> Found<'a> {
        let (path, anchor) = parted(address);
        let path = memchr::memchr(b'?', path.as_bytes()).map_or(path, |at| &path[..at]);
        if let Some(key) = path.strip_prefix("/links/") {
            return self.by_key(key, anchor, locale);
        }
        if let Some(found) = path.strip_prefix("/pages/").or(path.strip_prefix("/guides/")).map(|path| self.by_path(path, anchor)) {
            return found;
        }
        if let Some(reference) = path.strip_prefix("/products/") {
            return self.by_product(reference, anchor);
        }
        if let Some(found) = self.without_slash(path, anchor, locale) {
            return found;
        }
        self.relative(document, path, anchor, locale, tree)
    }

    /// `links/x`, `pages/x` and `products/x` lack their first slash.
    fn without_slash<'a>(&self, path: &'a str, anchor: &'a str, locale: LocaleId) -> Option<Found<'a>> {
        let finding = || {
            let finding = Finding::new(&LINK_MISSING_SLASH, format!("`{path}` lacks its first slash"), format!("write `/{path}`"));
            finding.instead(format!("/{path}"), Safety::Safe)
        };
        let (target, more) = if let Some(key) = path.strip_prefix("links/") {
            self.by_key(key, anchor, locale)
        } else if let Some(path) = path.strip_prefix("pages/") {
            self.by_path(path, anchor)
        } else {
            self.by_product(path.strip_prefix("products/")?, anchor)
        };
        Some((target, more.or_else(|| Some(finding()))))
    }

    fn by_key<'a>(&self, key: &'a str, anchor: &str, locale: LocaleId) -> Found<'a> {
        let key = key.trim_end_matches('/');
        let Some(found) = self.corpus.link_files.resolve(key, &self.locale(locale).chain) else {
            return (Target::Dead, Some(Finding::nearest(&LINK_UNKNOWN_KEY, format!("there is no key `{key}`"), Wanted::Key(key))));
        };
        let guess = found.guessed.then(|| {
            let help = format!("`/links/{}` was taken instead; write that", found.key);
            Finding::new(&LINK_UNKNOWN_KEY, format!("there is no key `{key}`"), help).instead(format!("/links/{}", found.key), Safety::Safe)
        });
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        (Target::External(format!("{}{anchor}", found.address)), guess)
    }

    fn by_path<'a>(&self, path: &'a str, anchor: &'a str) -> Found<'a> {
        let path = path.trim_matches('/');
        let path = without_file(path);
        if let Some(guide) = self.by_folder.get(&*percent_decoded(path)) {
            return (Target::Guide { guide: *guide, anchor }, None);
        }
        if let Some(guide) = self.by_lower_folder.get(&path.to_lowercase()) {
            let folder = &self.guide(*guide).folder;
            let message = format!("`{path}` differs in case from its guide");
            let finding =
                Finding::new(&LINK_CASE, message, format!("write `/pages/{folder}`")).instead(format!("/pages/{folder}"), Safety::Safe);
            return (Target::Guide { guide: *guide, anchor }, Some(finding));
        }
        (Target::Dead, Some(Finding::nearest(&LINK_DEAD_PAGE, format!("there is no guide `{path}`"), Wanted::Guide(path))))
    }

    fn by_product<'a>(&self, reference: &'a str, anchor: &'a str) -> Found<'a> {
        let reference = reference.trim_matches('/');
        match self.products.get(reference) {
            Some(guide) => (Target::Guide { guide: *guide, anchor }, None),
            None => {
                let message = format!("the navigation has no product `{reference}` with guides");
                (Target::Dead, Some(Finding::nearest(&LINK_DEAD_PAGE, message, Wanted::Product(reference))))
            }
        }
    }

    /// A path relative to the page's address, to its folder, or to a file beside it.
    fn relative<'a>(&self, document: &Document, path: &str, anchor: &'a str, locale: LocaleId, tree: &SourceTree) -> Found<'a> {
        let content = &self.corpus.config.content;
        let folder = if content.is_empty() { document.folder.clone() } else { format!("{content}/{}", document.folder) };
        if let Some(asset) =
            SourcePath::resolve(if path.starts_with('/') { content } else { &folder }, path).and_then(|path| tree.find(&path))
            && !path.ends_with(".md")
        {
            return (Target::Asset(asset), None);
        }
        if path.starts_with('/')
            && let Some(file) = static_files::find(tree, path)
        {
            return (Target::Asset(file), None);
        }
        let own_route = self.by_folder.get(&document.folder).and_then(|guide| self.page_of(*guide, locale)).map(|page| page.route.as_str());
        let by_route =
            own_route.and_then(|route| SourcePath::resolve(route, path)).and_then(|path| self.by_route.get(&Route::parse(path.as_str())?));
        if let Some(page) = by_route {
            return (Target::Guide { guide: self.page(*page).guide, anchor }, None);
        }
        let in_folders = SourcePath::resolve(&document.folder, without_file(path));
        if let Some(guide) = in_folders.and_then(|path| self.by_folder.get(path.as_str()).copied())
            && (path.contains('/') || path.ends_with(".md"))
        {
            return (Target::Guide { guide, anchor }, None);
        }
        let last = path.trim_matches('/').rsplit('/').next().unwrap_or_default();
        let language = self.locale(locale).locale.language();
        if let Some(guide) = self.by_slug.get(&format!("{language}/{last}")).filter(|_| path.contains('/')) {
            return (Target::Guide { guide: *guide, anchor }, None);
        }
        dead(&format!("`{path}` leads to no page"), "the link is shown as text; link to a guide as `/pages/…`")
    }
}

/// The folder of a guide whose file or folder an address names: `a/b` for `a/b/guide.fr-fr.md`, and for `a/b.md`.
fn without_file(path: &str) -> &str {
    let Some(stem) = path.strip_suffix(".md") else { return path };
    let (folder, name) = stem.rsplit_once('/').unwrap_or((".", stem));
    let is_file = matches!(name.split('.').next(), Some("guide" | "index"));
    if is_file { folder } else { stem }
}

/// A document whose links were looked at: where they lead, and what is odd about them.
struct Checked<'a> {
    document: DocumentId,
    guides: Vec<Option<GuideId>>,
    findings: Vec<(&'a Link, Finding<'a>)>,
}

/// The guides that links lead to; the mistakes in the links of all documents, each said once, for readers of the document's
/// own locale.
pub fn check(site: &Site, tree: &SourceTree) -> (Links, Findings) {
    let places = Places::new(site);
    let check_guide = |guide: &'_ super::Guide| {
        let documents = guide.documents.iter().filter(|(locale, _)| site.locale(*locale).selected);
        documents.map(|(locale, id)| check_document(&places, *id, *locale, tree)).collect::<Vec<Checked>>()
    };
    let mut links = Links(vec![Vec::new(); site.corpus.documents.len()]);
    let (mut findings, mut counts) = (Vec::new(), Vec::new());
    for checked in site.guides.par_iter().flat_map_iter(check_guide).collect::<Vec<_>>() {
        links.0[checked.document.index()] = checked.guides;
        counts.push((checked.document, checked.findings.len()));
        findings.extend(checked.findings);
    }
    let mut diagnostics = findings::diagnostics(findings, site, tree).into_iter();
    let mut found = Findings::default();
    for (document, count) in counts {
        found.add(site.document(document).file, diagnostics.by_ref().take(count).collect());
    }
    (links, found)
}

/// The mistakes in the links of a document whose places changed.
pub fn check_again(site: &Site, id: DocumentId, tree: &SourceTree) -> Vec<Diagnostic> {
    let document = site.document(id);
    let locale = site.locales.iter().position(|locale| locale.locale == document.locale && locale.selected);
    let Some(locale) = locale.map(LocaleId::new) else { return Vec::new() };
    findings::diagnostics(check_document(&Places::new(site), id, locale, tree).findings, site, tree)
}

fn check_document<'a>(places: &Places<'a>, id: DocumentId, locale: LocaleId, tree: &SourceTree) -> Checked<'a> {
    let site = places.site;
    let document = site.document(id);
    let mut checked = Checked { document: id, guides: Vec::with_capacity(document.facts.links.len()), findings: Vec::new() };
    for link in &document.facts.links {
        let (target, finding) = site.find_target(document, link, locale, tree);
        let found = finding.into_iter().chain(check_anchor(places, document, &target, locale));
        checked.findings.extend(found.map(|finding| (link, finding)));
        checked.guides.push(match target {
            Target::Guide { guide, .. } if is_for_all(link) => Some(guide),
            _ => None,
        });
    }
    checked
}

/// Whether a link that leads to a guide does so for readers of all locales. It is written in most guides like this.
fn is_for_all(link: &Link) -> bool {
    link.to.address.as_text().is_some_and(|address| address.starts_with("/pages/"))
}

/// The place on a page that an address names; empty for its top.
fn anchor_of(address: &str) -> &str {
    parted(trimmed(address)).1
}

/// What stands before and after the `#` of an address.
fn parted(address: &str) -> (&str, &str) {
    memchr::memchr(b'#', address.as_bytes()).map_or((address, ""), |at| (&address[..at], &address[at + 1..]))
}

fn check_anchor<'a>(places: &Places<'a>, document: &Document, target: &Target, locale: LocaleId) -> Option<Finding<'a>> {
    let site = places.site;
    let (guide, anchor) = match target {
        Target::Here(anchor) => (*site.by_folder.get(&document.folder).filter(|id| site.guide(**id).kind == document.kind)?, *anchor),
        Target::Guide { guide, anchor } => (*guide, *anchor),
        _ => return None,
    };
    let shown = site.page_of(guide, locale)?.document?;
    if places.has(shown, anchor) {
        return None;
    }
    let decoded = percent_decoded(anchor).into_owned();
    if let Some(id) = without_old_number(&decoded).into_iter().flatten().find(|id| places.has(shown, id)) {
        let message = format!("`#{anchor}` is numbered as the old site numbered equal headings");
        return Some(Finding::new(&ANCHOR_LEGACY_SUFFIX, message, format!("write `#{id}`")).instead(format!("#{id}"), Safety::Unsafe));
    }
    let message = || format!("the page has no place `#{anchor}`");
    (!places.has(shown, &decoded)).then(|| Finding::nearest(&ANCHOR_UNKNOWN, message(), Wanted::Place(decoded, shown)))
}

/// What `#faq_2` of the old site may stand for: the third heading of this name, or the only one.
fn without_old_number(anchor: &str) -> Option<[String; 2]> {
    let (name, number) = anchor.rsplit_once('_')?;
    number.parse::<u8>().ok().map(|number| [format!("{name}-{number}"), name.to_owned()])
}

fn dead<'a>(message: &str, help: &str) -> Found<'a> {
    (Target::Dead, Some(Finding::new(&LINK_DEAD_PAGE, message.into(), help.into())))
}

/// `%C3%A9` as `é`, where that is UTF-8.
fn percent_decoded(text: &str) -> Cow<'_, str> {
    let decode = |text| decoded(text).map_or(Cow::Borrowed(text), Cow::Owned);
    if text.contains('%') { decode(text) } else { text.into() }
}

/// The address that `https:/example.net`, `https:example.net` or `https//example.net` was meant to be.
fn with_whole_scheme(address: &str) -> Option<String> {
    let (scheme, rest) = ["https", "http"].iter().find_map(|scheme| Some((scheme, address.strip_prefix(scheme)?)))?;
    let host = [":/", "//", ":"].iter().find_map(|start| rest.strip_prefix(start))?;
    host.starts_with(|letter: char| letter.is_ascii_alphanumeric()).then(|| format!("{scheme}://{host}"))
}

fn has_scheme(address: &str) -> bool {
    let Some(scheme) = memchr::memchr(b':', address.as_bytes()).map(|end| &address.as_bytes()[..end]) else { return false };
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'+' | b'-' | b'.'))
}

/// The company's site for readers of a locale, for `{ovh_www}`.
fn company_address(locale: &crate::locale::Locale) -> String {
    const OWN: &[(&str, &str)] = &[("fr-fr", "fr"), ("de-de", "de"), ("it-it", "it"), ("pl-pl", "pl"), ("pt-pt", "pt")];
    const LABELS: &[&str] = &["en-gb", "en-ie", "en-ca", "en-au", "en-sg", "es-es", "fr-ca", "en-in"];
    let label = locale.as_str();
    let part = match OWN.iter().find(|(known, _)| *known == label) {
        Some((_, part)) => part,
        None if LABELS.contains(&label) => label,
        None if label == "en-asia" => "asia",
        None => match locale.language() {
            "fr" => "fr",
            "de" => "de",
            "es" => "es-es",
            "it" => "it",
            "pl" => "pl",
            "pt" => "pt",
            _ => "en",
        },
    };
    format!("https://www.ovhcloud.com/{part}")
}
