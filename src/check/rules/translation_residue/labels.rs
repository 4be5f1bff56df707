//! Single words of another language where a word stands for itself: in bold, as a cell, as a label.

use super::LANGUAGES;
use crate::{
    check::{
        guide::Guide,
        lexicon::{Signs, Wanted},
        prose::{Mark, Passage, Role, words},
    },
    diagnostic::{Diagnostic, TRANSLATION_RESIDUE},
    text::Span,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{ops::Range, sync::LazyLock};

/// Words of interfaces and of settings by language, in the order of [`LANGUAGES`]; each line means the same. An empty
/// place is a word that is too short, or that has another sense.
const WORDS: &[[&str; 7]] = &[
    ["complète", "complete", "vollständige", "completa", "completo", "pełny", "completo"],
    ["mot de passe", "password", "passwort", "contraseña", "password", "hasło", "palavra-passe"],
    ["nom d'utilisateur", "username", "benutzername", "nombre de usuario", "nome utente", "nazwa użytkownika", "nome de utilizador"],
    ["serveur", "server", "server", "servidor", "server", "serwer", "servidor"],
    [
        "serveur entrant",
        "incoming server",
        "eingangsserver",
        "servidor entrante",
        "server in entrata",
        "serwer poczty przychodzącej",
        "servidor de entrada",
    ],
    [
        "serveur sortant",
        "outgoing server",
        "ausgangsserver",
        "servidor saliente",
        "server in uscita",
        "serwer poczty wychodzącej",
        "servidor de saída",
    ],
    [
        "type de sécurité",
        "security type",
        "sicherheitstyp",
        "tipo de seguridad",
        "tipo di sicurezza",
        "typ zabezpieczeń",
        "tipo de segurança",
    ],
    ["port", "port", "port", "puerto", "porta", "port", "porta"],
    ["paramètres", "settings", "einstellungen", "ajustes", "impostazioni", "ustawienia", "definições"],
    ["suivant", "next", "weiter", "siguiente", "avanti", "dalej", "seguinte"],
    ["annuler", "cancel", "abbrechen", "cancelar", "annulla", "anuluj", "cancelar"],
    ["enregistrer", "save", "speichern", "guardar", "salva", "zapisz", "guardar"],
    ["adresse e-mail", "email address", "e-mail-adresse", "dirección de correo", "indirizzo email", "adres e-mail", "endereço de e-mail"],
    ["important", "important", "wichtig", "importante", "importante", "ważne", "importante"],
    ["entrant", "incoming", "eingehend", "entrante", "in entrata", "przychodzący", "entrada"],
    ["sortant", "outgoing", "ausgehend", "saliente", "in uscita", "wychodzący", "saída"],
    ["obligatoire", "required", "erforderlich", "obligatorio", "obbligatorio", "wymagane", "obrigatório"],
    ["facultatif", "optional", "optional", "opcional", "facoltativo", "opcjonalne", "opcional"],
    ["exemple", "example", "beispiel", "ejemplo", "esempio", "przykład", "exemplo"],
];

/// Where each word stands in the table: its lines and languages.
static PLACES: LazyLock<FxHashMap<&str, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut places: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
    for (line, words) in WORDS.iter().enumerate() {
        words.iter().enumerate().for_each(|(language, word)| places.entry(*word).or_default().push((line, language)));
    }
    places
});

/// Words that a language has as well, though its own line of the table says another: `complete` is Italian too.
const SHARED: &[(&str, &[&str])] = &[
    ("it", &["complete", "completa", "server", "password", "port", "optional", "username", "account"]),
    ("es", &["complete", "completo", "completa", "importante", "entrada"]),
    ("pt", &["complete", "completa", "entrante", "guardar"]),
    ("de", &["password", "server"]),
    ("fr", &["port", "important"]),
    ("en", &["important"]),
];

/// A conjunction alone in quotation marks is what a machine made of a word that looks like it.
const CONJUNCTIONS: [&str; 7] = ["ou", "or", "oder", "o", "", "lub", "ou"];

pub fn check(guide: &Guide, passage: &Passage, own: usize, found: &mut Vec<Diagnostic>) {
    let strong = passage.marks.iter().filter(|(mark, _)| *mark == Mark::Strong).map(|(_, range)| range.clone());
    // A cell that is bold throughout is one label.
    let mut told: FxHashSet<Span> = FxHashSet::default();
    let whole = matches!(passage.role, Role::Cell | Role::Label).then_some(0..passage.text.len());
    for range in whole.into_iter().chain(strong) {
        let range = trimmed(&passage.text, range);
        if !may_begin_word(passage, &range) {
            continue;
        }
        if let Some((language, right)) = foreign(&passage.text[range.clone()], own)
            && let Some(span) = passage.span(guide, range)
            && told.insert(span)
        {
            found.push(word(span, guide.source_at(span), language, right));
        }
    }
    quoted_conjunction(guide, passage, own, found);
}

/// Whether a word of an interface may begin a label: what is known of the label's first word tells, unless more letters
/// stick to it.
fn may_begin_word(passage: &Passage, label: &Range<usize>) -> bool {
    let at = passage.words.partition_point(|word| word.range().start < label.start);
    match passage.words.get(at) {
        Some(word) if word.range().start == label.start && word.range().end <= label.end => word.traits.wanted.any(Wanted::INTERFACE),
        _ => true,
    }
}

/// Whether a word, in any case, is the first of one of an interface.
pub fn begins_interface_word(word: &str) -> bool {
    FIRSTS.contains(word.to_lowercase().as_str())
}

/// The first words of the table's.
static FIRSTS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| WORDS.iter().flatten().filter_map(|word| Some(words(word).next()?.1)).collect());

/// A label without the signs around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let is_around = |letter: char| letter.is_whitespace() || matches!(letter, ':' | '"' | '«' | '»' | '“' | '”');
    let inside = &text[range.clone()];
    let start = range.start + (inside.len() - inside.trim_start_matches(is_around).len());
    start..start + inside.trim_matches(is_around).len()
}

/// The language of a word and what it is in the guide's own.
fn foreign(label: &str, own: usize) -> Option<(usize, &'static str)> {
    if label.is_empty() || label.len() > 40 {
        return None;
    }
    let mut label = label.to_lowercase();
    if label.contains('’') {
        label = label.replace('’', "'");
    }
    let places = PLACES.get(label.as_str())?;
    let own_code = LANGUAGES.get(own)?.0;
    if SHARED.iter().any(|(code, words)| *code == own_code && words.contains(&label.as_str())) {
        return None;
    }
    let (line, language) = places.first()?;
    let is_own = places.iter().any(|(_, language)| *language == own);
    (!is_own).then(|| (*language, WORDS[*line][own]))
}

fn word(span: Span, written: &str, language: usize, right: &str) -> Diagnostic {
    let message = format!("`{written}` is {}", LANGUAGES[language].1);
    Diagnostic::new(&TRANSLATION_RESIDUE, span, message).help(format!("translate it, perhaps as `{right}`"))
}

fn quoted_conjunction(guide: &Guide, passage: &Passage, own: usize, found: &mut Vec<Diagnostic>) {
    let conjunction = CONJUNCTIONS[own];
    if conjunction.is_empty() || !passage.signs.any(Signs::GUILLEMET.and(Signs::CURLY_QUOTE)) {
        return;
    }
    for (open, close) in [('«', '»'), ('“', '”')] {
        for (at, sign) in passage.text.match_indices(open) {
            let start = at + sign.len();
            let Some(length) = passage.text[start..].find(close) else { continue };
            // A mark that sticks to a word closes, where quotations are written the other way round: »one« or »two«.
            let closes = passage.before(at).is_some_and(char::is_alphanumeric);
            if closes || passage.text[start..start + length].trim() != conjunction {
                continue;
            }
            if let Some(span) = passage.span(guide, at..start + length + close.len_utf8()) {
                let message = format!("`{conjunction}` stands alone in quotation marks, where a word was meant");
                found.push(Diagnostic::new(&TRANSLATION_RESIDUE, span, message).help("compare it with the text that was translated"));
            }
        }
    }
}
