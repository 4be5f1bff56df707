//! Two small words without a space between them: `Depuisla fenêtre`.
//!
//! Only pairs that no word of the language is made of are looked for.

use super::Text;
use crate::{check::prose::words, diagnostic::Safety};

/// First and second words of each language.
const PAIRS: &[(&str, &[&str], &[&str])] = &[
    (
        "fr",
        &["depuis", "dans", "avec", "pour", "vers", "sous", "après", "avant"],
        &["la", "les", "le", "un", "une", "votre", "vos", "cette", "ces"],
    ),
    ("en", &["from", "with", "into", "that", "when", "your", "this", "then"], &["the", "your", "this", "you", "these"]),
    ("de", &["für", "mit", "durch", "über", "oder", "wenn"], &["der", "die", "das", "den", "dem", "ein", "eine", "einen", "sie", "ihre"]),
    ("es", &["desde", "para", "sobre", "hacia", "según", "entre"], &["la", "el", "los", "las", "una", "su", "sus", "este", "esta"]),
    ("it", &["dopo", "verso", "tramite", "durante", "oppure"], &["la", "il", "lo", "gli", "una", "tuo", "tua", "questo", "questa"]),
    ("pt", &["para", "sobre", "desde", "após"], &["a", "o", "as", "os", "um", "uma", "seu", "sua"]),
    ("pl", &["przez", "przed", "oraz", "jest", "więc"], &["nie", "się", "ten", "tego", "twoje", "jest"]),
];

/// Words that a pair makes by chance.
const WORDS: &[&str] = &["paraos", "paras", "parao", "sobresu", "mitdem", "oderdie"];

pub fn check(text: &mut Text) {
    let Some((_, firsts, seconds)) = PAIRS.iter().find(|(language, ..)| *language == text.guide.language()) else { return };
    let passage = text.passage;
    for (start, word) in words(&passage.text) {
        if word.len() < 5 || word.len() > 16 {
            continue;
        }
        let split = firsts.iter().find_map(|first| {
            let head = word.get(..first.len())?;
            let rest = &word[first.len()..];
            (head.eq_ignore_ascii_case(first) && seconds.contains(&rest)).then_some(first.len())
        });
        let Some(split) = split.filter(|_| !WORDS.contains(&word)) else { continue };
        let replacement = format!("{} {}", &word[..split], &word[split..]);
        text.report(
            start..start + word.len(),
            "two words stand here without a space",
            &[(start..start + word.len(), &replacement)],
            Safety::Unsafe,
        );
    }
}
