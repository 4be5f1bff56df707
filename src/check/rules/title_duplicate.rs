//! Two guides of the same title, which readers cannot tell apart in lists and in the search.

use crate::{
    check::{Check, Rule, Whole},
    corpus::document::{Document, DocumentKind},
    diagnostic::{Diagnostic, TITLE_DUPLICATE},
};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&TITLE_DUPLICATE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(&str, &str), &Document> = BTreeMap::new();
    for document in whole.site.corpus.documents.iter().filter(|document| is_listed(document)) {
        let Some(title) = &document.front.title else { continue };
        let Some(earlier) = first.insert((document.locale.as_str(), &title.value), document) else { continue };
        let diagnostic = Diagnostic::new(&TITLE_DUPLICATE, title.span, format!("two guides are called `{}`", title.value));
        let place = earlier.front.title.as_ref().map_or(title.span, |title| title.span);
        found.push(diagnostic.related(place, "the other one").help("say in each title what sets the guide apart"));
        first.insert((document.locale.as_str(), &title.value), earlier);
    }
}

/// Whether readers see the guide in lists.
fn is_listed(document: &Document) -> bool {
    document.kind == DocumentKind::Guide && !document.front.hidden
}
