//! Values that a translation does not let its reader fill in, while its source does: `pro.mail.ovh.net` for
//! `pro?.mail.ovh.net`.

use crate::{
    check::{
        Check, Rule, Whole,
        structure::{Kind, Node, Outline, pairs},
        translations::Translation,
    },
    diagnostic::{Diagnostic, LOCALE_PLACEHOLDER},
    site::links::mend::Texts,
};
use rayon::prelude::*;

pub const RULE: Rule = Rule { codes: &[&LOCALE_PLACEHOLDER], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let of_translation = |translation: &Translation| findings(whole, translation);
    found.par_extend(whole.translations().par_iter().flat_map_iter(of_translation));
}

fn findings(whole: &Whole, translation: &Translation) -> Vec<Diagnostic> {
    let (source, own) = (&whole.notes(translation.source).outline, &whole.notes(translation.own).outline);
    let total = |outline: &Outline| outline.0.iter().filter(|node| node.kind == Kind::Placeholder).count();
    if total(own) >= total(source) {
        return Vec::new();
    }
    let (document, _) = whole.documents(translation);
    let mut texts = Texts::new(whole.tree);
    let mut found = Vec::new();
    for (at, other) in pairs(source, own) {
        let Some(lost) = lost(source, at, own.nodes(other)) else { continue };
        let host = u16::try_from(lost.key).ok().and_then(|service| whole.site.corpus.vocabulary.shown_host(service));
        let name = host.map_or_else(|| texts.at(lost.span).replace('`', ""), str::to_owned);
        let message = format!("the source has the placeholder `{name}` here");
        found.push(
            Diagnostic::new(&LOCALE_PLACEHOLDER, texts.first_line(own.0[other].span), message)
                .related(lost.span, format!("`{}`: the placeholder", document.locale))
                .help("copy it from the source: readers fill it in there"),
        );
    }
    found
}

/// A placeholder right in a thing of the source that the thing's translation has nowhere.
fn lost<'o>(source: &'o Outline, at: usize, own: &[Node]) -> Option<&'o Node> {
    let mut placeholders = source.children(Some(at)).map(|child| &source.0[child]).filter(|node| node.kind == Kind::Placeholder);
    placeholders.find(|placeholder| !own.iter().any(|node| node.kind == Kind::Placeholder && node.key == placeholder.key))
}
