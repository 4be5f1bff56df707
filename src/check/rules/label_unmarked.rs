//! Code that is a label of an interface: what a sentence says to click, without the `{.action}` that the page's other
//! labels have.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Signs,
        prose::{CODE, Label, Passage, words},
    },
    diagnostic::{Diagnostic, LABEL_UNMARKED},
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&LABEL_UNMARKED], check: Check::Guide(check) };

/// For each language the beginnings of verbs that say to click or choose, and the nouns of what is clicked.
const WORDS: &[(&str, &[&str], &[&str])] = &[
    ("fr", &["cliqu", "sélectionn", "appuy", "choisi"], &["bouton", "menu", "onglet"]),
    ("en", &["click", "select", "tap", "choose", "press"], &["button", "menu", "tab"]),
    ("de", &["klick", "wähl", "tipp"], &["button", "schaltfläche", "menü", "tab"]),
    ("es", &["clic", "seleccion", "pulse", "elija"], &["botón", "menú", "pestaña"]),
    ("it", &["clicc", "selezion", "tocca", "scegli"], &["pulsante", "menu", "scheda"]),
    ("pt", &["clique", "selecion", "toque", "escolha"], &["botão", "menu", "separador"]),
    ("pl", &["kliknij", "wybierz", "naciśnij"], &["przycisk", "menu", "karta", "zakładka"]),
];
/// So many words may stand between the verb and the label.
const NEAR: usize = 8;
/// A longer text is no label.
const LONGEST: usize = 40;

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some((_, verbs, nouns)) = WORDS.iter().find(|(language, ..)| *language == guide.language()) else { return };
    if !guide.signs.any(Signs::ACTION) {
        return;
    }
    for passage in guide.with_signs(Signs::CODE) {
        for Label { at, text, span, .. } in &passage.labels {
            if passage.text[*at..].starts_with(CODE) && is_label(text) && is_clicked(passage, *at, verbs, nouns) {
                found.push(unmarked(text, *span));
            }
        }
    }
}

/// Whether a text could stand on a button: it begins with a capital and has nothing of code in it.
fn is_label(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphabetic() || " -'’.…&".contains(letter);
    text.len() <= LONGEST && text.starts_with(char::is_uppercase) && text.chars().all(is_plain) && text.chars().any(char::is_lowercase)
}

/// Whether the sentence says to click it: a verb a few words before, or a noun right beside it.
fn is_clicked(passage: &Passage, at: usize, verbs: &[&str], nouns: &[&str]) -> bool {
    let sentence = passage.sentence(at);
    let lower = |text: &str| -> Vec<String> { words(text).map(|(_, word)| word.to_lowercase()).collect() };
    let before = lower(&passage.text[sentence.start..at]);
    let after = lower(&passage.text[at..sentence.end]);
    let has_verb = before.iter().rev().take(NEAR).any(|word| verbs.iter().any(|verb| word.starts_with(verb)));
    has_verb || [before.last(), after.first()].into_iter().flatten().any(|word| nouns.contains(&&**word))
}

fn unmarked(text: &str, span: Span) -> Diagnostic {
    let end = Span { start: span.end, ..span };
    Diagnostic::new(&LABEL_UNMARKED, span, format!("`{text}` is to be clicked, and stands as code"))
        .help("mark it with `{.action}`, as the other labels of this page")
        .unsafe_fix(end, "{.action}")
}
