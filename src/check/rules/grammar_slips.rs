//! Words that are wrong beside each other, whatever they stand in: `you password`, `toute les`.

use super::translation_residue::is_foreign;
use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Wanted, prose::Passage},
    diagnostic::{Diagnostic, GRAMMAR},
};
use aho_corasick::{AhoCorasick, MatchKind};
use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

pub const RULE: Rule = Rule { codes: &[&GRAMMAR], check: Check::Guide(check) };

/// By language, what is wrong and what is meant. A first letter may be a capital; where it is one here, it must be.
const SLIPS: &[(&str, &[(&str, &str)])] = &[
    (
        "fr",
        &[
            ("le adresse", "l’adresse"),
            ("la adresse", "l’adresse"),
            ("le icône", "l’icône"),
            ("la icône", "l’icône"),
            ("tout les", "tous les"),
            ("toute les", "toutes les"),
            ("cet page", "cette page"),
            ("cet adresse", "cette adresse"),
            ("cet option", "cette option"),
            ("ce option", "cette option"),
            ("peut ce connecter", "peut se connecter"),
            ("afin de crée", "afin de créer"),
            ("veuillez cliquez", "veuillez cliquer"),
            ("veuillez saisissez", "veuillez saisir"),
            ("connecter-vous", "connectez-vous"),
            ("connectez vous à", "connectez-vous à"),
            ("assurez vous", "assurez-vous"),
            ("rendez vous dans", "rendez-vous dans"),
            ("rendez vous sur", "rendez-vous sur"),
            ("y a t-il", "y a-t-il"),
            ("il à été", "il a été"),
            ("d'abords", "d’abord"),
            ("d’abords", "d’abord"),
            ("noubliez", "n’oubliez"),
            ("une seul fois", "une seule fois"),
            ("vous avez cliquer", "vous avez cliqué"),
        ],
    ),
    (
        "en",
        &[
            ("less then", "less than"),
            ("more then", "more than"),
            ("you password", "your password"),
            ("you private key", "your private key"),
            ("you account is", "your account is"),
            ("an user", "a user"),
            ("this options", "these options"),
            ("this settings", "these settings"),
            ("these option", "this option"),
            ("your are", "you are"),
            ("dose not", "does not"),
            ("please chose", "please choose"),
            ("to configured", "to configure"),
            ("an other", "another"),
            ("it's own", "its own"),
            ("don`t", "don’t"),
            ("will loose", "will lose"),
            ("you loose", "you lose"),
            ("could not found", "could not find"),
        ],
    ),
    (
        "de",
        &[
            ("Klicken sie", "Klicken Sie"),
            ("Wählen sie", "Wählen Sie"),
            ("Geben sie", "Geben Sie"),
            ("Öffnen sie", "Öffnen Sie"),
            ("Verbinden sie", "Verbinden Sie"),
            ("Stellen sie", "Stellen Sie"),
            ("einzigste", "einzige"),
            ("einzigsten", "einzigen"),
            ("daß", "dass"),
            ("muß", "muss"),
        ],
    ),
    (
        "it",
        &[
            ("un'altro", "un altro"),
            ("un’altro", "un altro"),
            ("un altra", "un’altra"),
            ("un'account", "un account"),
            ("un’account", "un account"),
            ("il indirizzo", "l’indirizzo"),
            ("lo indirizzo", "l’indirizzo"),
            ("gli parametri", "i parametri"),
            ("fà", "fa"),
            ("stà", "sta"),
            ("pò", "po’"),
            ("perchè", "perché"),
            ("poichè", "poiché"),
            ("affinchè", "affinché"),
        ],
    ),
    (
        "es",
        &[
            ("haga click", "haga clic"),
            ("haz click", "haz clic"),
            ("mas información", "más información"),
            ("el area", "el área"),
            ("un página", "una página"),
            ("el contraseña", "la contraseña"),
        ],
    ),
    ("pt", &[("voçê", "você"), ("á página", "à página"), ("faze-lo", "fazê-lo"), ("aceder á", "aceder à")]),
    (
        "pl",
        &[
            ("wogóle", "w ogóle"),
            ("na prawdę", "naprawdę"),
            ("naprzykład", "na przykład"),
            ("włanczać", "włączać"),
            ("poprostu", "po prostu"),
            ("napewno", "na pewno"),
        ],
    ),
];

/// The slips of a language, and how all of them are found at once.
struct Slips {
    search: AhoCorasick,
    /// The longest word of each, in lower case: texts without one of these need no search.
    keys: Vec<String>,
    slips: &'static [(&'static str, &'static str)],
}

static BY_LANGUAGE: LazyLock<BTreeMap<&str, Slips>> = LazyLock::new(|| {
    let of_language = |(language, slips): &(&'static str, &'static [(&'static str, &'static str)])| {
        let wrong = slips.iter().map(|(wrong, _)| *wrong);
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(wrong).ok()?;
        let longest = |wrong: &str| wrong.split(is_between).max_by_key(|part| part.len()).unwrap_or_default().to_lowercase();
        let keys = slips.iter().map(|(wrong, _)| longest(wrong)).collect();
        Some((*language, Slips { search, keys, slips }))
    };
    SLIPS.iter().filter_map(of_language).collect()
});

fn is_between(letter: char) -> bool {
    !letter.is_alphabetic()
}

/// Whether a word may be part of a slip of a language.
pub fn may_be_in_one(word: &str, language: &str) -> bool {
    let Some(Slips { keys, .. }) = BY_LANGUAGE.get(language) else { return false };
    word.to_lowercase().split(is_between).any(|part| keys.iter().any(|key| key == part))
}

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(Slips { search, slips, .. }) = BY_LANGUAGE.get(guide.language()) else { return };
    for passage in guide.wanted(Wanted::SLIP) {
        for hit in search.find_iter(&*passage.text) {
            let (wrong, right) = slips[hit.pattern().as_usize()];
            if is_meant(passage, hit.range(), wrong) && !is_foreign(guide, passage) {
                found.extend(slip(guide, passage, hit.range(), right));
            }
        }
    }
}

/// Whether whole words stand there, in the case of the slip but for a capital at the start.
fn is_meant(passage: &Passage, place: Range<usize>, wrong: &str) -> bool {
    let goes_on = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '\'' | '’'));
    let written = &passage.text[place.clone()];
    let rest = |text: &str| text.chars().skip(1).collect::<String>();
    let needs_capital = wrong.starts_with(char::is_uppercase);
    !goes_on(passage.before(place.start))
        && !goes_on(passage.after(place.end))
        && rest(written) == rest(wrong)
        && (!needs_capital || written.starts_with(char::is_uppercase))
}

fn slip(guide: &Guide, passage: &Passage, place: Range<usize>, right: &str) -> Option<Diagnostic> {
    let written = &passage.text[place.clone()];
    let mut letters = right.chars();
    let right = match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => right.to_owned(),
    };
    let span = passage.span(guide, place)?;
    let diagnostic = Diagnostic::new(&GRAMMAR, span, format!("`{written}`: `{right}` is meant"));
    Some(diagnostic.help(format!("write `{right}`")).unsafe_fix(span, right))
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_languages_have_a_search() {
        assert_eq!(super::BY_LANGUAGE.len(), super::SLIPS.len());
    }
}
