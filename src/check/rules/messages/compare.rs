//! A locale's texts beside those of the source.

use super::{
    Texts,
    plurals::{Plurals, is_plural},
};
use crate::{
    corpus::messages::MessageOutline,
    diagnostic::{Code, Diagnostic, MESSAGE_MISSING, MESSAGE_PLURAL, MESSAGE_SUPERFLUOUS, MESSAGE_UNTRANSLATED, MESSAGE_VARIABLES},
    locale::Locale,
    text::Span,
    words,
};
use std::collections::BTreeMap;

/// Compares the texts of all locales with those of the source locale, and where it lacks one with `bundled`.
/// `templates` may show texts that are not bundled.
pub fn compare(
    locales: &BTreeMap<Locale, Texts>,
    (source, originals): &(&Locale, Texts),
    bundled: &Texts,
    templates: &str,
    found: &mut Vec<Diagnostic>,
) {
    for (locale, texts) in locales {
        let plurals = Plurals::of(locale);
        for message in texts.values() {
            let Some(span) = message.span else { continue };
            let own = originals.get(&message.name).filter(|_| locale != *source);
            found.extend(superfluous(message, span, bundled, originals, templates));
            if let Some(original) = own.or(bundled.get(&message.name)) {
                found.extend(variables(message, span, original));
                found.extend(plurals.as_ref().and_then(|plurals| without_choice(message, span, original, plurals)));
                found.extend(own.filter(|_| !locale.same_language(source)).and_then(|own| untranslated(message, span, own)));
            }
            found.extend(plurals.iter().flat_map(|plurals| forms(message, plurals)));
        }
        if locale != *source {
            let own = originals.values().filter(|original| !bundled.contains_key(&original.name) && is_in(templates, &original.name));
            found.extend(missing(locale, texts, locales, own));
            found.extend(attributes(texts, originals));
        }
    }
}

fn said(code: &'static Code, span: Span, message: String, original: &MessageOutline) -> Diagnostic {
    let diagnostic = Diagnostic::new(code, span, message);
    match original.span.filter(|span| span.file.0 != u32::MAX) {
        Some(place) => diagnostic.related(place, "the source"),
        None => diagnostic,
    }
}

/// What neither the program nor the site's templates show.
fn superfluous(message: &MessageOutline, span: Span, bundled: &Texts, originals: &Texts, templates: &str) -> Option<Diagnostic> {
    let name = message.name.as_str();
    if bundled.contains_key(name) || is_in(templates, name) {
        return None;
    }
    let diagnostic = Diagnostic::new(&MESSAGE_SUPERFLUOUS, span, format!("nothing shows the message `{name}`"));
    let known = bundled.keys().map(String::as_str).filter(|known| !originals.contains_key(*known));
    Some(match words::nearest(name, known) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("remove it, or show it in a template"),
    })
}

/// Whether templates show a message. They write `_` for `-`.
fn is_in(templates: &str, name: &str) -> bool {
    templates.contains(name) || templates.contains(&name.replace('-', "_"))
}

/// A value that the source shows and the translation does not. What a translation has besides, reading it tells where it
/// matters.
fn variables(message: &MessageOutline, span: Span, original: &MessageOutline) -> Option<Diagnostic> {
    if message.has_references || original.has_references {
        return None;
    }
    let missing: Vec<String> = original.variables.difference(&message.variables).map(|name| format!("${name}")).collect();
    (!missing.is_empty()).then(|| {
        let text = format!("the message `{}` does not show {}", message.name, words::and(&missing));
        said(&MESSAGE_VARIABLES, span, text, original).help("the source does: put it where it belongs in this language")
    })
}

/// A number that has plural forms in the source, and none here.
fn without_choice(message: &MessageOutline, span: Span, original: &MessageOutline, plurals: &Plurals) -> Option<Diagnostic> {
    let select = original.selects.iter().find(|select| is_plural(select))?;
    let has_choice = message.selects.iter().any(|own| own.variable == select.variable);
    (plurals.count() > 1 && !has_choice && message.variables.contains(&select.variable)).then(|| {
        let text = format!("the message `{}` has one form for all numbers `${}`", message.name, select.variable);
        said(&MESSAGE_PLURAL, span, text, original).help("write `{ $number -> [one] … *[other] … }` with the forms of this language")
    })
}

fn forms(message: &MessageOutline, plurals: &Plurals) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for select in message.selects.iter().filter(|select| is_plural(select)) {
        let (missing, superfluous) = (plurals.missing(select), plurals.superfluous(select));
        if !missing.is_empty() {
            let forms = if missing.len() == 1 { "plural form" } else { "plural forms" };
            let text = format!("the message `{}` lacks the {forms} {} of this language", message.name, words::and(&missing));
            found.push(Diagnostic::new(&MESSAGE_PLURAL, select.span, text).help("until it is there, the form marked with `*` is shown"));
        }
        if !superfluous.is_empty() {
            let text = format!("no number has the plural form {} in this language", words::or(&superfluous));
            found.push(Diagnostic::new(&MESSAGE_PLURAL, select.span, text).help("remove it"));
        }
    }
    found
}

/// A text of at least two words that is the source's own.
fn untranslated(message: &MessageOutline, span: Span, original: &MessageOutline) -> Option<Diagnostic> {
    let words = message.words.split_whitespace().filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1).count();
    (words >= 3 && message.words == original.words).then(|| {
        let text = format!("the message `{}` is still in the source's language", message.name);
        said(&MESSAGE_UNTRANSLATED, span, text, original).help("translate it")
    })
}

/// The messages of the source locale that are the site's own, and that nobody wrote in this language.
fn missing<'m>(
    locale: &Locale,
    texts: &Texts,
    locales: &BTreeMap<Locale, Texts>,
    own: impl Iterator<Item = &'m MessageOutline>,
) -> Vec<Diagnostic> {
    let Some(file) = texts.values().next().and_then(|message| message.span).map(|span| span.file) else { return Vec::new() };
    let in_language = |name: &str| locales.iter().any(|(other, texts)| other.same_language(locale) && texts.contains_key(name));
    let diagnostic = |original: &MessageOutline| {
        let text = format!("the message `{}` is missing in `{locale}`", original.name);
        let help = "readers see it in another language; translate it in this folder";
        said(&MESSAGE_MISSING, Span::top(file), text, original).help(help)
    };
    own.filter(|original| !in_language(&original.name)).map(diagnostic).collect()
}

/// Attributes that a message has in the source locale only.
fn attributes(texts: &Texts, originals: &Texts) -> Vec<Diagnostic> {
    let finding = |message: &MessageOutline| {
        let original = originals.get(&message.name)?;
        let name = original.attributes.difference(&message.attributes).next()?;
        let text = format!("the attribute `.{name}` of the message `{}` is missing", message.name);
        Some(said(&MESSAGE_MISSING, message.span?, text, original).help("translate it, too"))
    };
    texts.values().filter_map(finding).collect()
}
