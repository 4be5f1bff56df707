//! Link files that no guide uses, or that lack a language of the site.

use crate::{
    check::{Check, Rule, Whole},
    corpus::link_files::LinkEntry,
    diagnostic::{Diagnostic, LINKFILE_LOCALE, LINKFILE_UNUSED},
    locale::Locale,
    text::Span,
    words,
};
use rustc_hash::FxHashSet;

pub const RULE: Rule = Rule { codes: &[&LINKFILE_UNUSED, &LINKFILE_LOCALE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let files = &whole.site.corpus.link_files;
    let used = used(whole);
    for key in files.keys() {
        let entries = files.entries(key);
        let Some(first) = entries.first() else { continue };
        if !used.contains(key) {
            let message = format!("no guide links to `/links/{key}`");
            found.push(Diagnostic::new(&LINKFILE_UNUSED, Span::top(first.span.file), message).help("remove the file, or use the key"));
        } else {
            found.extend(missing(whole, key, entries));
        }
    }
}

/// The keys that guides and templates use.
fn used<'a>(whole: &Whole<'a>) -> FxHashSet<&'a str> {
    let files = &whole.site.corpus.link_files;
    let links = whole.site.corpus.documents.iter().flat_map(|document| &document.facts.links);
    let addresses: FxHashSet<&str> = links.filter_map(|link| link.to.address.as_text()).collect();
    let key = |address: &str| {
        let path = address.split(['#', '?']).next().unwrap_or(address).trim().trim_start_matches('/');
        files.resolve(path.strip_prefix("links/")?, &[]).map(|found| found.key)
    };
    let mut used: FxHashSet<&str> = addresses.into_iter().filter_map(key).collect();
    for id in whole.tree.below("templates").filter_map(|path| whole.tree.find(path)) {
        let text = whole.tree.read(id).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        used.extend(files.keys().filter(|key| text.contains(&format!("links/{key}"))));
    }
    used
}

/// A finding where readers of some locale get an address for another language that is not the same for all.
fn missing(whole: &Whole, key: &str, entries: &[LinkEntry]) -> Option<Diagnostic> {
    if entries.iter().all(|entry| entry.address == entries[0].address) && entries.len() > 1 {
        return None;
    }
    let has = |locale: &Locale| entries.iter().any(|entry| entry.locale.same_language(locale));
    let locales = whole.site.locales.iter().map(|locale| &locale.locale);
    let missing: Vec<&str> = locales.filter(|locale| !has(locale)).map(Locale::as_str).collect();
    let last = entries.last()?;
    (!missing.is_empty()).then(|| {
        let message = format!("`/links/{key}` has no address for {}", words::and(&missing));
        Diagnostic::new(&LINKFILE_LOCALE, last.span, message)
            .help("add a line `- [locale](address)` for each; until then another language's is used")
    })
}
