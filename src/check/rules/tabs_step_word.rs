//! Steps that are all called by the word of another language.

use crate::{
    check::{
        Check, Rule,
        guide::{Guide, Tabs},
        prose::plain_text,
    },
    diagnostic::{Diagnostic, Safety, TABS_STEP_LABEL},
    dialect::tree::{Tab, TabsKind},
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&TABS_STEP_LABEL], check: Check::Guide(check) };

/// The words for a step by language, the usual one first. Italian guides use the English word as well.
const WORDS: &[(&str, &[&str])] = &[
    ("fr", &["Étape", "Etape", "Phase"]),
    ("en", &["Step", "Phase", "Stage"]),
    ("de", &["Schritt", "Etappe", "Phase"]),
    ("es", &["Paso", "Etapa", "Fase"]),
    ("it", &["Step", "Passo", "Passaggio", "Fase", "Tappa"]),
    ("pl", &["Krok", "Etap", "Faza"]),
    ("pt", &["Etapa", "Passo", "Fase"]),
    ("nl", &["Stap", "Fase"]),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some((_, own)) = WORDS.iter().find(|(language, _)| *language == guide.language()) else { return };
    for tabs in guide.tabs.iter().filter(|tabs| tabs.kind == TabsKind::Steps) {
        found.extend(foreign(guide, tabs, own));
    }
}

fn foreign(guide: &Guide, tabs: &Tabs, own: &[&str]) -> Option<Diagnostic> {
    let first = plain_text(&tabs.tabs.first()?.label);
    let word = word_of(&first)?;
    let is_known = WORDS.iter().flat_map(|(_, words)| *words).any(|known| known.eq_ignore_ascii_case(word));
    if !is_known || is_in(own, word) {
        return None;
    }
    // Where only some are called so, each of them is told to be the odd one out.
    let is_called_so = |tab: &Tab| word_of(&plain_text(&tab.label)) == Some(word);
    if !tabs.tabs.iter().all(is_called_so) {
        return None;
    }
    let right = own.first()?;
    let message = format!("these steps are called `{word}`, which is another language than the page's");
    let mut diagnostic = Diagnostic::new(&TABS_STEP_LABEL, place(tabs.tabs.first()?), message).help(format!("call them `{right}`"));
    diagnostic.safety = Safety::Unsafe;
    for span in tabs.tabs.iter().map(|tab| tab.span) {
        // What stands in a catalog has no fix.
        let Some(at) = guide.source_at(span).find(word) else { continue };
        let start = span.start as usize + at;
        diagnostic = diagnostic.fix(Span::new(span.file, start..start + word.len()), *right);
    }
    Some(diagnostic)
}

/// Where a label stands: in a catalog only its text, and not the quote around it, has a place of its own.
fn place(tab: &Tab) -> Span {
    let label = tab.label.first().map_or(tab.span, |inline| inline.span);
    if label.file == tab.span.file { tab.span } else { label }
}

fn word_of(label: &str) -> Option<&str> {
    let word = label.trim().split(|letter: char| !letter.is_alphabetic()).next()?;
    (!word.is_empty()).then_some(word)
}

fn is_in(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| known.to_lowercase() == word.to_lowercase())
}
