//! Advice in running text to do without encryption.

use super::settings_unsafe::warns;
use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Wanted,
        prose::{ACTION, Label, Passage},
    },
    diagnostic::{Diagnostic, SETTINGS_UNENCRYPTED},
};
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::sync::LazyLock;

pub const RULE: Rule = Rule { codes: &[&SETTINGS_UNENCRYPTED], check: Check::Guide(check) };

/// What a language says of encryption.
struct Language {
    tag: &'static str,
    /// Requests to switch it off; up to three words may stand between them and what is switched off.
    off: &'static str,
    /// What is switched off.
    what: &'static str,
    /// Requests to choose something.
    choose: &'static str,
    /// What is chosen, if that is no encryption.
    none: &'static str,
}

const LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        off: "disable|turn off|switch off|untick|uncheck|deselect",
        what: "encryption",
        choose: "choose|select|pick",
        none: "no encryption|unencrypted|without encryption",
    },
    Language {
        tag: "fr",
        off: "désactivez|désactiver|décochez|décocher",
        what: "chiffrement|cryptage",
        choose: "choisissez|sélectionnez|choisir|sélectionner",
        none: "aucun chiffrement|sans chiffrement|non chiffrée?",
    },
    Language {
        tag: "de",
        off: "deaktivieren sie|entfernen sie das häkchen",
        what: "verschlüsselung",
        choose: "wählen sie",
        none: "keine verschlüsselung|ohne verschlüsselung|unverschlüsselt",
    },
    Language {
        tag: "es",
        off: "desactive|desactiva|desactivar|desmarque|desmarca|desmarcar",
        what: "cifrado|encriptación",
        choose: "elija|elige|seleccione|selecciona|elegir|seleccionar",
        none: "sin cifrado|sin cifrar|ningún cifrado",
    },
    Language {
        tag: "it",
        off: "disattiva|disattivi|disattivare|deseleziona|deselezionare|disabilita",
        what: "crittografia|cifratura",
        choose: "scegli|seleziona|scegliere|selezionare",
        none: "nessuna crittografia|senza crittografia|nessuna cifratura",
    },
    Language {
        tag: "pl",
        off: "wyłącz|odznacz|wyłączyć|odznaczyć",
        what: "szyfrowanie",
        choose: "wybierz|zaznacz|wybrać",
        none: "bez szyfrowania|brak szyfrowania",
    },
    Language {
        tag: "pt",
        off: "desative|desativar|desactive|desmarque|desmarcar",
        what: "encriptação|cifragem|criptografia",
        choose: "escolha|selecione|seleccione|escolher|selecionar",
        none: "sem encriptação|sem cifragem|sem criptografia|nenhuma encriptação",
    },
];

/// Words that make a sentence one about what would happen, not one that advises it.
const CONDITIONS: &[&str] = &[
    "if", "when", "unless", "whoever", "si", "lorsque", "quand", "wenn", "falls", "sofern", "cuando", "se", "quando", "jeśli", "gdy",
    "kiedy",
];

/// How one language advises it.
struct Advice {
    /// In a text; the group `off` or `choose` is a control whose words say what is switched off or chosen.
    text: Regex,
    /// On a control that is switched off.
    off: Regex,
    /// On a control that is chosen.
    none: Regex,
}

static ADVICE: LazyLock<Vec<(&str, Advice)>> =
    LazyLock::new(|| LANGUAGES.iter().filter_map(|language| Some((language.tag, Advice::of(language)?))).collect());

impl Advice {
    fn of(language: &Language) -> Option<Self> {
        let Language { off, what, choose, none, .. } = *language;
        let what = format!("ssl/tls|ssl|tls|starttls|{what}");
        let between = r"(?:[^\s.!?;:]+\s+){0,3}?[^\s.!?;:\p{L}]*";
        let text = format!(
            r"(?i)(?-u:\b)(?:(?:{off})\s+{between}(?:(?:{what})(?-u:\b)|(?P<off>{ACTION}))|(?:{choose})\s+{between}(?:(?P<none>{none})(?-u:\b)|(?P<choose>{ACTION})))"
        );
        let whole = |words: &str| Regex::new(&format!("(?i){words}")).ok();
        Some(Self { text: Regex::new(&text).ok()?, off: whole(&what)?, none: whole(none)? })
    }
}

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some((_, advice)) = ADVICE.iter().find(|(tag, _)| *tag == guide.language()) else { return };
    let names_it = |passage: &&Passage| {
        let says = |label: &Label| label.wanted.any(Wanted::ENCRYPTION);
        passage.is_wanted(Wanted::ENCRYPTION) || passage.labels.iter().any(says)
    };
    for passage in guide.passages.iter().filter(names_it) {
        found.extend(in_passage(guide, passage, advice));
    }
}

/// Whether a word names encryption: only texts with such a word, or with controls, are searched.
pub fn names_encryption(word: &str) -> bool {
    ENCRYPTION.as_ref().is_some_and(|letters| letters.is_match(word))
}

/// Letters of each word that names encryption.
static ENCRYPTION: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let letters = ["ssl", "tls", "rypt", "ritto", "cript", "hiffr", "ssel", "ifra", "ifri", "zyfr"];
    AhoCorasick::builder().ascii_case_insensitive(true).build(letters).ok()
});

/// What is switched off where a name of encryption is only a part of its name: an old version, or what servers do with it.
const OTHER_MATTERS: &[&str] = &["session", "caching", "cache", "compression", "renegotiation", "inspection", "model"];

/// Whether an advice, with what follows it, is not about the encryption of mail: `disable TLS 1.0`, `turn off DNS over TLS`.
fn is_other_matter(advice: &str, after: &str) -> bool {
    let next = after.trim_start_matches([' ', '\u{a0}', '-']);
    let is_version = next.strip_prefix('v').unwrap_or(next).starts_with(|letter: char| letter.is_ascii_digit());
    is_version || advice.contains("DNS") || OTHER_MATTERS.iter().any(|matter| next.starts_with(matter))
}

fn in_passage(guide: &Guide, passage: &Passage, advice: &Advice) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for hit in advice.text.captures_iter(&passage.text) {
        let Some(range) = hit.get(0).map(|whole| whole.range()) else { continue };
        let on_control = |name: &str, words: &Regex| {
            let at = hit.name(name)?.start();
            passage.labels.iter().find(|label| label.at == at && words.is_match(&label.text)).map(|label| label.span)
        };
        let span = match (hit.name("off"), hit.name("choose")) {
            (None, None) => passage.span(guide, range.clone()),
            _ => on_control("off", &advice.off).or_else(|| on_control("choose", &advice.none)),
        };
        // What is chosen says no, and the sentence around it does not for that.
        let sentence = passage.sentence(range.start);
        let none = hit.name("none").map_or(range.end..range.end, |none| none.range());
        let (before, after) = (&passage.text[sentence.start..none.start], &passage.text[none.end..sentence.end.max(none.end)]);
        let sentence = format!("{before} {after}").to_lowercase();
        let is_condition = sentence.split(|letter: char| !letter.is_alphabetic()).any(|word| CONDITIONS.contains(&word));
        let is_other = hit.name("choose").is_none() && is_other_matter(&passage.text[range.clone()], &passage.text[range.end..]);
        let Some(span) = span.filter(|_| !is_condition && !is_other && !warns(&sentence)) else { continue };
        let message = "whoever follows this sends mail and passwords without encryption";
        found.push(Diagnostic::new(&SETTINGS_UNENCRYPTED, span, message).help("advise SSL/TLS or STARTTLS, with its port"));
    }
    found
}
