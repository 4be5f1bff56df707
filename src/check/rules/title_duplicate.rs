//! Two guides of the same title, which readers cannot tell apart in lists and in the search. The texts of a language for its
//! other regions mostly repeat the title, and say nothing new.

use crate::{
    check::{Check, Rule, Whole},
    corpus::document::{Document, DocumentKind},
    diagnostic::{Diagnostic, TITLE_DUPLICATE},
};
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule { codes: &[&TITLE_DUPLICATE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let mut told: BTreeSet<(&str, &str, &str, &str)> = BTreeSet::new();
    let mut first: BTreeMap<(&str, &str), &Document> = BTreeMap::new();
    for document in whole.site.corpus.documents.iter().filter(|document| is_listed(document)) {
        let Some(title) = &document.front.title else { continue };
        let place = (document.locale.as_str(), title.value.as_str());
        let earlier = *first.entry(place).or_insert(document);
        let pair = (document.locale.language(), title.value.as_str(), earlier.folder.as_str(), document.folder.as_str());
        if earlier.file == document.file || !told.insert(pair) {
            continue;
        }
        let diagnostic = Diagnostic::new(&TITLE_DUPLICATE, title.span, format!("two guides are called `{}`", title.value));
        let place = earlier.front.title.as_ref().map_or(title.span, |title| title.span);
        found.push(diagnostic.related(place, "the other one").help("say in each title what sets the guide apart"));
    }
}

/// Whether readers see the guide in lists.
fn is_listed(document: &Document) -> bool {
    document.kind == DocumentKind::Guide && !document.front.hidden
}
