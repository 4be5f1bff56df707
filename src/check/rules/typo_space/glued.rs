//! Two small words without a space between them: `Depuisla fenêtre`.
//!
//! Only pairs that no word of the language is made of are looked for.

use super::Text;
use crate::{check::lexicon::Wanted, diagnostic::Safety};

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
const WORDS: &[&str] = &["paraos", "paras", "parao", "sobresu", "mitdem", "oderdie", "überein"];

pub fn check(text: &mut Text) {
    let language = text.guide.language();
    for (start, word) in text.passage.wanted(Wanted::GLUED) {
        let Some(split) = split(word, language) else { continue };
        let replacement = format!("{} {}", &word[..split], &word[split..]);
        text.report(
            start..start + word.len(),
            "two words stand here without a space",
            &[(start..start + word.len(), &replacement)],
            Safety::Unsafe,
        );
    }
}

/// Whether a word is two small ones.
pub fn is_glued(word: &str, language: &str) -> bool {
    split(word, language).is_some()
}

/// Where the second of two small words begins.
fn split(word: &str, language: &str) -> Option<usize> {
    let (_, firsts, seconds) = PAIRS.iter().find(|(known, ..)| *known == language)?;
    if word.len() < 5 || word.len() > 16 || WORDS.contains(&word) {
        return None;
    }
    firsts.iter().find_map(|first| {
        let head = word.get(..first.len())?;
        let rest = &word[first.len()..];
        (head.eq_ignore_ascii_case(first) && seconds.contains(&rest)).then_some(first.len())
    })
}
