//! What a language's glossary fixes: how things are called, names that stay, labels of controls.

mod pairs;

use crate::{
    check::{Check, Rule, Whole, translations::Translation},
    corpus::glossary::{self, Glossary, Term},
    diagnostic::{Diagnostic, GLOSSARY_DATA, GLOSSARY_LABEL, GLOSSARY_NAME, GLOSSARY_TERM},
    locale::Locale,
    text::Span,
};
use pairs::{Pair, Pairs};
use rayon::prelude::*;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&GLOSSARY_DATA, &GLOSSARY_TERM, &GLOSSARY_NAME, &GLOSSARY_LABEL], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let (glossaries, wrong) = glossary::read_all(whole.tree);
    found.extend(wrong);
    if !glossaries.is_empty() {
        let pairs = Pairs::new(whole);
        let of_translation = |translation: &Translation| findings(whole, &pairs, translation, &glossaries);
        found.par_extend(whole.translations().par_iter().flat_map_iter(of_translation));
    }
}

/// The glossary of a locale, or of another region of its language.
fn glossary_of<'g>(locale: &Locale, glossaries: &'g BTreeMap<Locale, Glossary>) -> Option<&'g Glossary> {
    glossaries.get(locale).or_else(|| glossaries.iter().find(|(other, _)| other.same_language(locale)).map(|(_, glossary)| glossary))
}

fn findings(whole: &Whole, pairs: &Pairs, translation: &Translation, glossaries: &BTreeMap<Locale, Glossary>) -> Vec<Diagnostic> {
    let (source, own) = whole.documents(translation);
    let glossary = glossary_of(&own.locale, glossaries);
    let names: Vec<&str> = [glossary_of(&source.locale, glossaries), glossary]
        .into_iter()
        .flatten()
        .flat_map(|glossary| &glossary.keep)
        .map(String::as_str)
        .collect();
    // A text for another region is in the language of its source, and says the same words.
    if translation.is_regional || glossary.is_none() && names.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for pair in pairs.of(source, own) {
        found.extend(names.iter().filter_map(|name| name_changed(&pair, name)));
        let Some(glossary) = glossary else { continue };
        found.extend(glossary.terms.iter().filter_map(|term| term_missed(&pair, term)));
        found.extend(glossary.labels.iter().filter_map(|(source, labels)| label_changed(&pair, source, labels)));
    }
    found
}

fn name_changed(pair: &Pair, name: &str) -> Option<Diagnostic> {
    if !pair.source.contains(name) || pair.own.contains(name) {
        return None;
    }
    let message = format!("the name `{name}` stands in the source of this text, and not here");
    let spelled = pair.own_place_of(name);
    let diagnostic = Diagnostic::new(&GLOSSARY_NAME, spelled.unwrap_or(pair.span), message).help("write the name as every language does");
    Some(match spelled {
        Some(place) => diagnostic.unsafe_fix(place, name),
        None => diagnostic,
    })
}

fn term_missed(pair: &Pair, term: &Term) -> Option<Diagnostic> {
    term.source.find(&pair.source_words)?;
    if term.renderings.iter().any(|rendering| rendering.find(&pair.own_words).is_some()) {
        return None;
    }
    let usual = term.renderings.first().map(|rendering| rendering.text.as_str());
    let wrong = term.wrong.iter().find_map(|wrong| Some((wrong.find_exactly(&pair.own_words)?, wrong)));
    let named = &term.source.text;
    if let Some((range, wrong)) = wrong {
        let place = pair.place(&pair.own_words[range]);
        let message = format!("the glossary does not call `{named}` so");
        let diagnostic = Diagnostic::new(&GLOSSARY_TERM, place.unwrap_or(pair.span), message);
        return Some(match (usual, place) {
            (Some(usual), Some(place)) => diagnostic.help(format!("write `{usual}` for `{}`", wrong.text)).unsafe_fix(place, usual),
            (Some(usual), None) => diagnostic.help(format!("write `{usual}` for `{}`", wrong.text)),
            (None, _) => diagnostic.help("take another word"),
        });
    }
    let usual = usual?;
    let message = format!("the source of this text has `{named}`, which the glossary calls `{usual}`");
    Some(
        Diagnostic::new(&GLOSSARY_TERM, pair.span, message)
            .help(format!("write `{usual}`, or add the word that stands here to the glossary")),
    )
}

fn label_changed(pair: &Pair, source: &str, labels: &[String]) -> Option<Diagnostic> {
    let at = pair.source_labels.iter().position(|known| known == source)?;
    if pair.own_labels.iter().any(|known| labels.contains(known)) {
        return None;
    }
    let label = labels.first()?;
    // Labels of both texts that are as many stand most often in one order.
    let other = pair.own_labels.get(at).filter(|_| pair.own_labels.len() == pair.source_labels.len());
    let place: Option<Span> = other.and_then(|other| pair.place(other));
    let message = format!("the glossary labels `{source}` as `{label}`");
    let diagnostic = Diagnostic::new(&GLOSSARY_LABEL, place.unwrap_or(pair.span), message).help(format!("write `{label}`"));
    Some(match place {
        Some(place) => diagnostic.unsafe_fix(place, label.as_str()),
        None => diagnostic,
    })
}
