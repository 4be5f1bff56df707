//! A text right before tabs that tells another number of them: "each of the 2 steps" before eight.

use crate::{
    check::{
        Check, Rule,
        guide::{Guide, Tabs},
        prose::Passage,
    },
    diagnostic::{Diagnostic, TABS_COUNT_MISMATCH},
};

pub const RULE: Rule = Rule { codes: &[&TABS_COUNT_MISMATCH], check: Check::Guide(check) };

/// What tabs may be counted as, and the small numbers from two on.
const WORDS: &[(&str, &[&str], &[&str])] = &[
    (
        "fr",
        &["étapes", "etapes", "onglets", "situations", "options", "cas", "méthodes"],
        &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
    ),
    (
        "en",
        &["steps", "tabs", "situations", "options", "cases", "methods"],
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    ),
    (
        "de",
        &["schritte", "schritten", "tabs", "registerkarten", "situationen", "optionen", "fälle", "methoden"],
        &["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
    ),
    (
        "es",
        &["pasos", "etapas", "pestañas", "situaciones", "opciones", "casos", "métodos"],
        &["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
    ),
    (
        "it",
        &["passi", "passaggi", "step", "schede", "situazioni", "opzioni", "casi", "metodi", "fasi"],
        &["due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
    ),
    (
        "pl",
        &["etapów", "etapy", "kroków", "kroki", "zakładki", "zakładek", "sytuacji", "sytuacje", "opcje", "opcji"],
        &["dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć"],
    ),
    (
        "pt",
        &["etapas", "passos", "separadores", "guias", "situações", "opções", "casos", "métodos"],
        &["dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"],
    ),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some((_, nouns, numbers)) = WORDS.iter().find(|(language, ..)| *language == guide.language()) else { return };
    for tabs in &guide.tabs {
        let Some(passage) = tabs.before.and_then(|before| guide.passages.get(before)) else { continue };
        found.extend(mismatch(guide, passage, tabs, nouns, numbers));
    }
}

fn mismatch(guide: &Guide, passage: &Passage, tabs: &Tabs, nouns: &[&str], numbers: &[&str]) -> Option<Diagnostic> {
    let mut counted = passage.words.windows(2).filter_map(|pair| {
        let (start, number, noun) = (pair[0].range().start, &passage.text[pair[0].range()], &passage.text[pair[1].range()]);
        let value = value(number, numbers)?;
        nouns.contains(&noun.to_lowercase().as_str()).then_some((start, number, value))
    });
    let (start, number, value) = counted.next_back()?;
    if value == tabs.tabs.len() {
        return None;
    }
    let span = passage.span(guide, start..start + number.len())?;
    let message = format!("the text says {number}, and {} follow", crate::words::count(tabs.tabs.len(), "tab"));
    let first = tabs.tabs.first()?.span;
    let diagnostic = Diagnostic::new(&TABS_COUNT_MISMATCH, span, message).related(first, "the first of them");
    Some(if number.parse::<usize>().is_ok() { diagnostic.unsafe_fix(span, tabs.tabs.len().to_string()) } else { diagnostic })
}

fn value(number: &str, numbers: &[&str]) -> Option<usize> {
    let spelled = || numbers.iter().position(|word| word.eq_ignore_ascii_case(number)).map(|at| at + 2);
    number.parse().ok().filter(|value| (1..=30).contains(value)).or_else(spelled)
}
