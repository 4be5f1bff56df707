//! Links to another site's page in another language than the guide's, where that site has the guide's own.
//!
//! Which sites have which languages, and how their addresses say so, is learned from the addresses that the site's texts
//! and link files use: `https://example.net/fr/` in a French text.

use crate::{
    check::{Check, Rule, Whole},
    corpus::document::Document,
    diagnostic::{Diagnostic, LINK_OTHER_LOCALE, Safety},
    draft::Link,
    locale::Locale,
    site::links::mend::{self, Texts},
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&LINK_OTHER_LOCALE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let known = Known::of(whole);
    let of_document = |document: &Document| findings(whole, &known, document);
    found.par_extend(whole.site.corpus.documents.par_iter().flat_map_iter(of_document));
}

/// An address whose path begins with a language.
struct Tagged<'a> {
    /// The address up to the language.
    host: &'a str,
    /// The part that says the language: `fr`, `fr-ca`, `gb/en`.
    tag: &'a str,
    /// The rest.
    rest: &'a str,
    /// What the part says.
    language: &'a str,
}

/// What is known of other sites, and of the languages of this one.
struct Known<'a> {
    /// By host and language of the text, how often which tag stood in the language's own texts.
    tags: FxHashMap<(&'a str, &'a str), BTreeMap<&'a str, usize>>,
    languages: FxHashSet<&'a str>,
    regions: FxHashSet<&'a str>,
    /// The addresses of link files.
    addresses: FxHashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(whole: &Whole<'a>) -> Self {
        let corpus = &whole.site.corpus;
        let locales = || corpus.config.locales.iter().map(|known| &known.locale);
        let mut known = Self {
            tags: FxHashMap::default(),
            languages: locales().map(Locale::language).collect(),
            regions: locales().filter_map(|locale| locale.as_str().split_once('-')).map(|(_, region)| region).collect(),
            addresses: FxHashSet::default(),
        };
        for entry in corpus.link_files.keys().flat_map(|key| corpus.link_files.entries(key)) {
            known.addresses.insert(&entry.address);
            known.learn(&entry.address, &entry.locale);
        }
        for document in &corpus.documents {
            let addresses = document.facts.links.iter().filter_map(|link| link.to.address.as_text());
            addresses.for_each(|address| known.learn(address, &document.locale));
        }
        known
    }

    fn learn(&mut self, address: &'a str, locale: &'a Locale) {
        let Some(tagged) = self.tagged(address).filter(|tagged| tagged.language == locale.language()) else { return };
        *self.tags.entry((tagged.host, tagged.language)).or_default().entry(tagged.tag).or_default() += 1;
    }

    /// The parts of an address whose path begins with a language of this site: `/fr/`, `/fr-ca/`, `/gb/en/`, `/ca/fr/`.
    fn tagged<'t>(&self, address: &'t str) -> Option<Tagged<'t>> {
        let (_, after) = address.split_once("://")?;
        let start = address.len() - after.len() + after.find('/')? + 1;
        let path = &address[start..];
        let first = path.split(['/', '?', '#']).next().unwrap_or_default();
        let second = path.get(first.len() + 1..).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let is_region = first.len() == 2 && self.regions.contains(first);
        let (tag, language) = if is_region && second.len() == 2 && self.languages.contains(second) {
            (&path[..first.len() + 1 + second.len()], second)
        } else {
            let (language, region) = first.split_once(['-', '_']).unwrap_or((first, "xx"));
            (first, Some(language).filter(|language| self.languages.contains(language) && (2..=4).contains(&region.len()))?)
        };
        Some(Tagged { host: &address[..start], tag, rest: &path[tag.len()..], language })
    }

    /// How a host's addresses say the language, or the locale itself.
    fn tag(&self, host: &str, locale: &Locale) -> Option<&'a str> {
        let tags = self.tags.get(&(host, locale.language()))?;
        let own = tags.keys().find(|tag| tag.replace('_', "-").eq_ignore_ascii_case(locale.as_str()));
        own.or_else(|| tags.iter().max_by_key(|(_, count)| **count).map(|(tag, _)| tag)).copied()
    }
}

fn findings(whole: &Whole, known: &Known, document: &Document) -> Vec<Diagnostic> {
    let mut texts = Texts::new(whole.tree);
    let finding = |link: &Link| finding(known, document, link, &mut texts);
    document.facts.links.iter().filter_map(finding).collect()
}

fn finding(known: &Known, document: &Document, link: &Link, texts: &mut Texts) -> Option<Diagnostic> {
    let address = link.to.address.as_text().filter(|address| !known.addresses.contains(address))?;
    let Tagged { host, tag, rest, language } = known.tagged(address)?;
    if language == document.locale.language() || says_so(texts.at(link.span), language) {
        return None;
    }
    let own = known.tag(host, &document.locale)?;
    let message = format!("this address is for readers of `{tag}`, this text for those of `{}`", document.locale);
    let diagnostic = Diagnostic::new(&LINK_OTHER_LOCALE, link.span, message).help(format!("try `{host}{own}{rest}`"));
    Some(mend::whole(diagnostic, link, format!("{host}{own}{rest}"), Safety::Unsafe, texts))
}

/// Whether the text of a link tells its reader the language: `(EN)`.
fn says_so(link: &str, language: &str) -> bool {
    let language = language.to_uppercase();
    link.contains(&format!("({language})")) || link.contains(&format!("[{language}]"))
}
