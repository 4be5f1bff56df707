//! Front matter: what it says of the guide, and where translations must agree with their source.

use crate::{
    check::{Check, Rule, Whole},
    corpus::document::{Document, DocumentKind},
    diagnostic::{Code, Diagnostic, FM_EXCERPT, FM_LOCALE_DRIFT},
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&FM_EXCERPT, &FM_LOCALE_DRIFT], check: Check::Site(check) };

/// Lists and search engines cut what is longer.
const MOST_LETTERS: usize = 200;

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let documents = &whole.site.corpus.documents;
    let is_usual = documents.iter().filter(|document| document.front.excerpt.is_some()).count() * 2 > documents.len();
    found.extend(documents.iter().filter_map(|document| excerpt(document, is_usual)));
    for translation in whole.translations() {
        let (source, own) = whole.documents(&translation);
        found.extend(drift(source, own));
    }
}

fn title(document: &Document) -> Span {
    document.front.title.as_ref().map_or(Span::top(document.file), |title| title.span)
}

/// Without an excerpt lists show how the text begins, so that one is missed only where most guides have one.
fn excerpt(document: &Document, is_usual: bool) -> Option<Diagnostic> {
    let Some(excerpt) = &document.front.excerpt else {
        let is_poor = is_usual && document.kind == DocumentKind::Guide && document.front.title.is_some() && !document.front.hidden;
        let diagnostic = || Diagnostic::new(&FM_EXCERPT, title(document), "the front matter has no `excerpt`");
        return is_poor.then(|| diagnostic().help("say in a sentence what the guide is about: lists and search engines show it"));
    };
    let letters = excerpt.value.chars().count();
    (letters > MOST_LETTERS).then(|| {
        let message = format!("this excerpt has {letters} characters, of which lists and search engines show {MOST_LETTERS} at most");
        Diagnostic::new(&FM_EXCERPT, excerpt.span, message).help("say it in a sentence")
    })
}

fn drift(source: &Document, own: &Document) -> Option<Diagnostic> {
    let (there, here) = (&source.front, &own.front);
    let what = if here.hidden != there.hidden {
        "hidden"
    } else if here.order != there.order {
        "order"
    } else if here.legacy_guide_number != there.legacy_guide_number && here.legacy_guide_number.is_some() {
        "legacy_guide_number"
    } else {
        return None;
    };
    let code: &'static Code = &FM_LOCALE_DRIFT;
    let message = format!("`{what}` is not what the source says");
    let diagnostic = Diagnostic::new(code, title(own), message).related(title(source), format!("`{}`: the source", source.locale));
    Some(diagnostic.help("make both alike"))
}
