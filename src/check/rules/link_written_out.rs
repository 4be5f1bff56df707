//! Addresses that are written out, although a link file has them for all languages.

use crate::{
    check::{Check, Rule, Whole},
    corpus::document::Document,
    diagnostic::{Diagnostic, LINK_WRITTEN_OUT, Safety},
    draft::Link,
    site::links::mend::{self, Texts},
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

pub const RULE: Rule = Rule { codes: &[&LINK_WRITTEN_OUT], check: Check::Site(check) };

/// By address, the keys that stand for it in some locale.
type Keys<'a> = FxHashMap<&'a str, Vec<&'a str>>;

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let keys = keys(whole);
    let of_document = |document: &Document| findings(whole, &keys, document);
    found.par_extend(whole.site.corpus.documents.par_iter().flat_map_iter(of_document));
}

fn keys<'a>(whole: &Whole<'a>) -> Keys<'a> {
    let files = &whole.site.corpus.link_files;
    let mut keys = Keys::default();
    for key in files.keys() {
        for entry in files.entries(key) {
            let known = keys.entry(tidy(&entry.address)).or_default();
            if !known.contains(&key) {
                known.push(key);
            }
        }
    }
    keys
}

fn tidy(address: &str) -> &str {
    address.trim().trim_end_matches('/')
}

fn findings(whole: &Whole, keys: &Keys, document: &Document) -> Vec<Diagnostic> {
    let mut texts = Texts::new(whole.tree);
    let finding = |link: &Link| {
        let address = link.to.address.as_text().filter(|address| address.contains("://"))?;
        let known = keys.get(tidy(address))?;
        Some(diagnostic(whole, document, link, known, &mut texts))
    };
    document.facts.links.iter().filter_map(finding).collect()
}

fn diagnostic(whole: &Whole, document: &Document, link: &Link, keys: &[&str], texts: &mut Texts) -> Diagnostic {
    let key = keys[0];
    let entries = whole.site.corpus.link_files.entries(key);
    let diagnostic = Diagnostic::new(&LINK_WRITTEN_OUT, link.span, format!("`/links/{key}` stands for this address"))
        .help(format!("write `/links/{key}`: readers of each language then get their own address"));
    let own = entries.iter().find(|entry| entry.locale == document.locale).or(entries.first());
    let diagnostic = match own {
        Some(own) => diagnostic.related(own.span, "the address in the link file"),
        None => diagnostic,
    };
    if keys.len() > 1 {
        return diagnostic;
    }
    let is_alike = entries.iter().all(|entry| Some(entry.address.as_str()) == link.to.address.as_text().map(str::trim));
    mend::whole(diagnostic, link, format!("/links/{key}"), if is_alike { Safety::Safe } else { Safety::Unsafe }, texts)
}
