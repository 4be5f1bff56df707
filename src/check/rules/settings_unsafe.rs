//! Advice that puts mail at risk: to accept any certificate, or to do without encryption.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Wanted, prose::Passage},
    diagnostic::{Diagnostic, SETTINGS_UNENCRYPTED, SETTINGS_UNVERIFIED_CERTIFICATE},
    service::{Protocol, Security},
    settings::Fact,
    text::Span,
};
use aho_corasick::AhoCorasick;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub const RULE: Rule = Rule { codes: &[&SETTINGS_UNVERIFIED_CERTIFICATE, &SETTINGS_UNENCRYPTED], check: Check::Guide(check) };

/// "Accept all certificates" in the languages of guides, without the letters that inflect.
static ACCEPT_ALL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)
        accept(?:er|ez|e)?\ (?:tous\ les|n'importe\ quel)\ certificats? | accept(?:ing)?\ (?:all|any)\ (?:ssl\ )?certificates? |
        alle\ zertifikate\ (?:akzeptier|annehm)\p{L}* | akzeptieren\ sie\ alle\ zertifikate | acepta\p{L}*\ (?:todos\ los|cualquier)\ certificados? |
        accett\p{L}*\ (?:tutti\ i\ certificati|qualsiasi\ certificato) | (?:akceptuj|zaakceptuj|akceptowa\p{L}*)\p{L}*\ wszystkie\ certyfikaty |
        aceit\p{L}*\ (?:todos\ os|qualquer)\ certificados? | alle\ certificaten\ accepteren",
    )
    .expect("the pattern is one")
});

/// Letters of each word for a certificate.
static CERTIFICATE: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(["ertific", "ertifik", "ertyfik", "ERTIFI"]).expect("the letters are few"));

/// Words of a sentence that warns. A sentence with one of them advises nothing.
const WARNINGS: &[&str] = &[
    "never",
    "not",
    "don't",
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
    for passage in guide.wanted(Wanted::CERTIFICATE) {
        found.extend(certificates(guide, passage));
    }
    let facts = &guide.settings.facts;
    let secure = SecurePorts::of(facts);
    found.extend(facts.iter().filter(|fact| !secure.are_beside(fact)).filter_map(unencrypted));
}

/// Whether a word names a certificate: only texts with such a word are searched.
pub fn names_certificate(word: &str) -> bool {
    CERTIFICATE.is_match(word)
}

fn certificates(guide: &Guide, passage: &Passage) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let places = ACCEPT_ALL.find_iter(&passage.text).map(|hit| hit.range());
    let labels = passage.labels.iter().filter(|label| ACCEPT_ALL.is_match(&label.text)).map(|label| (label.at, Some(label.span)));
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
    let sentence = sentence.replace('’', "'");
    let mut words = sentence.split(|letter: char| !letter.is_alphabetic() && letter != '\'').map(|word| word.trim_matches('\''));
    words.any(|word| WARNINGS.contains(&word))
}

/// The ports of each protocol in each block that are not said to be without encryption: the first, and whether there are others.
struct SecurePorts(FxHashMap<(Span, Option<Protocol>), (u16, bool)>);

impl SecurePorts {
    fn of(facts: &[Fact]) -> Self {
        let mut ports: FxHashMap<_, (u16, bool)> = FxHashMap::default();
        let is_secure = |fact: &&Fact| fact.security.as_ref().is_none_or(|security| security.value != Security::Plain);
        for fact in facts.iter().filter(is_secure) {
            let (first, has_others) = ports.entry((fact.span, fact.protocol)).or_insert((fact.port.value, false));
            *has_others |= *first != fact.port.value;
        }
        Self(ports)
    }

    /// Whether the same block offers what a fact says at another port, with encryption.
    fn are_beside(&self, fact: &Fact) -> bool {
        self.0.get(&(fact.span, fact.protocol)).is_some_and(|(first, has_others)| *has_others || *first != fact.port.value)
    }
}

/// Settings without encryption.
fn unencrypted(fact: &Fact) -> Option<Diagnostic> {
    let is_plain = fact.security.as_ref().filter(|security| security.value == Security::Plain);
    let is_relay = fact.port.value == 25 && fact.protocol == Some(Protocol::Smtp);
    if let Some(security) = is_plain {
        let message = "mail and password travel without encryption";
        return Some(Diagnostic::new(&SETTINGS_UNENCRYPTED, security.span, message).help("advise SSL/TLS or STARTTLS, with its port"));
    }
    is_relay.then(|| {
        let message = "port 25 is for servers among themselves: many networks block it, and few encrypt it";
        Diagnostic::new(&SETTINGS_UNENCRYPTED, fact.port.span, message).help("advise 465 with SSL/TLS or 587 with STARTTLS")
    })
}
