//! Labels of an interface that are marked as code: `` the `Console` option `` on a page that marks others as controls.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        prose::{ACTION, CODE, Passage},
    },
    diagnostic::{ACTION_MISSING, Diagnostic},
    text::Span,
};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule { codes: &[&ACTION_MISSING], check: Check::Guide(check) };

/// What a label is called that stands beside it.
const PARTS: &[(&str, &[&str])] = &[
    ("fr", &["onglet", "bouton", "menu", "rubrique", "champ", "case", "option", "fenêtre"]),
    ("en", &["tab", "button", "menu", "section", "field", "box", "option", "checkbox"]),
    ("de", &["tab", "button", "menü", "schaltfläche", "feld", "registerkarte", "option", "bereich"]),
    ("es", &["pestaña", "botón", "menú", "sección", "campo", "casilla", "opción"]),
    ("it", &["scheda", "pulsante", "menu", "sezione", "campo", "casella", "opzione"]),
    ("pl", &["zakładka", "zakładce", "przycisk", "menu", "pole", "sekcja", "opcja", "opcję"]),
    ("pt", &["separador", "botão", "menu", "secção", "campo", "caixa", "opção"]),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let controls: BTreeSet<&str> = labels(guide, ACTION).map(|(_, _, label, _)| label).collect();
    if controls.is_empty() {
        return;
    }
    let parts = PARTS.iter().find(|(language, _)| *language == guide.language()).map_or(&[][..], |(_, parts)| parts);
    for (passage, at, label, span) in labels(guide, CODE) {
        let stands_by_part = begins_like_label(label) && part_beside(passage, at, parts);
        if controls.contains(label) || is_title(label) || stands_by_part {
            let end = Span { start: span.end, ..span };
            found.push(
                Diagnostic::new(&ACTION_MISSING, span, format!("`{label}` is a label of the interface, and shown as code"))
                    .help("write `{.action}` after it")
                    .unsafe_fix(end, "{.action}"),
            );
        }
    }
}

fn labels<'g>(guide: &'g Guide, letter: char) -> impl Iterator<Item = (&'g Passage<'g>, usize, &'g str, Span)> {
    guide.passages.iter().flat_map(move |passage| {
        let labels = passage.labels.iter().filter(move |(at, ..)| passage.text[*at..].starts_with(letter));
        labels.map(move |(at, label, span)| (passage, *at, label.as_str(), *span))
    })
}

fn begins_like_label(label: &str) -> bool {
    let mut letters = label.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase) && is_words(label)
}

/// Two words and more, the first with a capital: no language of programs writes so.
fn is_title(label: &str) -> bool {
    let mut words = label.split(' ');
    let first = words.next().unwrap_or_default();
    let rest: Vec<&str> = words.collect();
    begins_like_label(label) && first.len() >= 3 && !rest.is_empty() && rest.iter().all(|word| word.len() >= 2) && rest.len() <= 6
}

fn is_words(label: &str) -> bool {
    label.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '\'' | '’' | '-'))
}

fn part_beside(passage: &Passage, at: usize, parts: &[&str]) -> bool {
    let is_part = |word: Option<&str>| word.is_some_and(|word| parts.contains(&&*word.to_lowercase()));
    let before = passage.text[..at].trim_end().rsplit(|letter: char| !letter.is_alphabetic()).next();
    let after = passage.text[at + CODE.len_utf8()..].trim_start().split(|letter: char| !letter.is_alphabetic()).next();
    is_part(before) || is_part(after)
}
