//! Advice that puts mail at risk: to accept any certificate, or to do without encryption.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Wanted, prose::Passage},
    diagnostic::{Diagnostic, SETTINGS_UNENCRYPTED, SETTINGS_UNVERIFIED_CERTIFICATE},
    service::{Protocol, Security},
    settings::Fact,
};
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::sync::LazyLock;

pub const RULE: Rule = Rule { codes: &[&SETTINGS_UNVERIFIED_CERTIFICATE, &SETTINGS_UNENCRYPTED], check: Check::Guide(check) };

/// "Accept all certificates" in the languages of guides, without the letters that inflect.
static ACCEPT_ALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)
        accept(?:er|ez|e)?\ (?:tous\ les|n'importe\ quel)\ certificats? | accept(?:ing)?\ (?:all|any)\ (?:ssl\ )?certificates? |
        alle\ zertifikate\ (?:akzeptier|annehm)\p{L}* | akzeptieren\ sie\ alle\ zertifikate | acepta\p{L}*\ (?:todos\ los|cualquier)\ certificados? |
        accett\p{L}*\ (?:tutti\ i\ certificati|qualsiasi\ certificato) | (?:akceptuj|zaakceptuj|akceptowa\p{L}*)\p{L}*\ wszystkie\ certyfikaty |
        aceit\p{L}*\ (?:todos\ os|qualquer)\ certificados? | alle\ certificaten\ accepteren",
    )
    .ok()
});

/// Letters of each word for a certificate.
static CERTIFICATE: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(["ertific", "ertifik", "ertyfik", "ERTIFI"]).ok());

/// Words of a sentence that warns. A sentence with one of them advises nothing.
const WARNINGS: &[&str] = &[
    "never",
    "not",
    "don't",
    "do not",
    "avoid",
    "without",
    "jamais",
    "pas",
    "évitez",
    "n'acceptez",
    "nie",
    "niemals",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "vermeiden",
    "nunca",
    "no",
    "jamás",
    "evite",
    "mai",
    "non",
    "evita",
    "nigdy",
    "unikaj",
    "não",
    "jamais",
    "nooit",
    "niet",
    "geen",
    "danger",
    "dangerous",
    "dangereux",
    "gefährlich",
    "peligroso",
    "pericoloso",
    "niebezpieczne",
    "perigoso",
    "risk",
    "risque",
    "risiko",
    "riesgo",
    "rischio",
    "ryzyko",
    "risco",
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    if let Some(pattern) = ACCEPT_ALL.as_ref() {
        for passage in guide.wanted(Wanted::CERTIFICATE) {
            found.extend(certificates(guide, passage, pattern));
        }
    }
    found.extend(guide.settings.facts.iter().filter_map(|fact| unencrypted(fact, &guide.settings.facts)));
}

/// Whether a word names a certificate: only texts with such a word are searched.
pub fn names_certificate(word: &str) -> bool {
    CERTIFICATE.as_ref().is_some_and(|letters| letters.is_match(word))
}

fn certificates(guide: &Guide, passage: &Passage, pattern: &Regex) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let places = pattern.find_iter(&passage.text).map(|hit| hit.range());
    let labels = passage.labels.iter().filter(|label| pattern.is_match(&label.text)).map(|label| (label.at, Some(label.span)));
    for (at, span) in places.map(|range| (range.start, passage.span(guide, range))).chain(labels) {
        let sentence = passage.text[passage.sentence(at)].to_lowercase();
        let Some(span) = span.filter(|_| !warns(&sentence)) else { continue };
        let message = "whoever accepts all certificates may send the password to anyone";
        let help = "advise to check the certificate; it is valid if the server's name is typed right";
        found.push(Diagnostic::new(&SETTINGS_UNVERIFIED_CERTIFICATE, span, message).help(help));
    }
    found
}

/// Whether a sentence in lower case warns of something, and so advises nothing.
pub fn warns(sentence: &str) -> bool {
    sentence.split(|letter: char| !letter.is_alphabetic() && letter != '\'').any(|word| WARNINGS.contains(&word))
}

/// Settings without encryption, unless the same block offers them with it.
fn unencrypted(fact: &Fact, all: &[Fact]) -> Option<Diagnostic> {
    let is_plain = fact.security.as_ref().filter(|security| security.value == Security::Plain);
    let is_relay = fact.port.value == 25 && fact.protocol == Some(Protocol::Smtp);
    let is_other = |other: &Fact| {
        let is_secure = other.security.as_ref().is_none_or(|security| security.value != Security::Plain);
        other.span == fact.span && other.protocol == fact.protocol && other.port.value != fact.port.value && is_secure
    };
    if all.iter().any(is_other) {
        return None;
    }
    if let Some(security) = is_plain {
        let message = "mail and password travel without encryption";
        return Some(Diagnostic::new(&SETTINGS_UNENCRYPTED, security.span, message).help("advise SSL/TLS or STARTTLS, with its port"));
    }
    is_relay.then(|| {
        let message = "port 25 is for servers among themselves: many networks block it, and few encrypt it";
        Diagnostic::new(&SETTINGS_UNENCRYPTED, fact.port.span, message).help("advise 465 with SSL/TLS or 587 with STARTTLS")
    })
}
