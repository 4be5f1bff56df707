//! Sentences in another language, told by the small words that every sentence has.

use super::LANGUAGES;
use crate::{
    check::{guide::Guide, prose::Passage},
    diagnostic::{Diagnostic, TRANSLATION_RESIDUE},
};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Small words that only one of the languages has, in the order of [`LANGUAGES`].
const SMALL_WORDS: [&[&str]; 7] = [
    &[
        "les", "des", "du", "est", "dans", "pour", "avec", "vous", "votre", "vos", "sur", "aux", "cette", "sont", "nous", "ces", "pas",
        "qui", "ou", "être", "puis", "cet", "leur", "peut", "depuis", "il", "au", "ce",
    ],
    &[
        "the", "of", "and", "to", "is", "you", "your", "with", "for", "this", "that", "are", "from", "can", "will", "be", "have", "not",
        "it", "on", "by", "or", "which", "if", "when",
    ],
    &[
        "der", "die", "das", "und", "ist", "sie", "ihr", "ihre", "ihren", "mit", "für", "auf", "den", "dem", "ein", "eine", "einen",
        "nicht", "werden", "wird", "zu", "von", "im", "auch", "oder", "wenn", "sich", "können",
    ],
    &[
        "el", "los", "las", "del", "y", "sus", "más", "usted", "está", "este", "puede", "por", "es", "sin", "también", "desde", "esta",
        "hasta", "cuando", "donde", "según", "debe", "hay", "muy",
    ],
    &[
        "il", "gli", "della", "del", "di", "che", "è", "nel", "nella", "tuo", "tua", "sono", "delle", "dei", "alla", "questa", "questo",
        "anche", "dal", "puoi", "degli", "sul", "per", "e",
    ],
    &[
        "w", "z", "na", "się", "nie", "jest", "do", "aby", "oraz", "lub", "dla", "przez", "możesz", "jak", "że", "ze", "po", "od", "twoje",
        "tego", "są", "jeśli", "które", "który",
    ],
    &[
        "os", "das", "dos", "da", "do", "seu", "sua", "para", "uma", "um", "não", "em", "na", "no", "ao", "com", "pode", "são", "está",
        "você", "mais", "pelo", "também", "e",
    ],
];

/// For each small word the languages that have it, a bit each.
static BITS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut bits = FxHashMap::default();
    for (language, words) in SMALL_WORDS.iter().enumerate() {
        words.iter().for_each(|word| *bits.entry(*word).or_default() |= 1 << language);
    }
    bits
});

/// The languages that have a word as a small one, a bit each, in the order of [`LANGUAGES`].
pub fn small_words(word: &str) -> u8 {
    BITS.get(word).copied().unwrap_or(0)
}

/// With fewer words a text may be a title or a name.
const FEWEST_WORDS: usize = 5;
const FEWEST_SMALL_WORDS: usize = 3;

/// The complaint about a passage in another language.
pub fn foreign(guide: &Guide, passage: &Passage, own: usize) -> Option<Diagnostic> {
    let other = other_language(passage, own)?;
    let span = passage.span(guide, passage.words.first()?.range().start..passage.words.last()?.range().end)?;
    let message = format!("this text seems to be {}, on a page that is {}", LANGUAGES[other].1, LANGUAGES[own].1);
    Some(Diagnostic::new(&TRANSLATION_RESIDUE, span, message).help("translate it"))
}

/// The language of a passage that has many small words of it and none of the guide's.
pub fn other_language(passage: &Passage, own: usize) -> Option<usize> {
    let all = passage.words.len();
    if all < FEWEST_WORDS || passage.traits.small == 0 || passage.traits.small & (1 << own) != 0 {
        return None;
    }
    let small = passage.words.iter().map(|word| word.traits.small).filter(|bits| *bits != 0);
    let mut counts = [0usize; LANGUAGES.len()];
    for bits in small {
        (0..LANGUAGES.len()).filter(|language| bits & (1 << language) != 0).for_each(|language| counts[language] += 1);
    }
    let (other, count) = counts.iter().enumerate().filter(|(language, _)| *language != own).max_by_key(|(_, count)| **count)?;
    let is_foreign = *count >= FEWEST_SMALL_WORDS && count * 5 >= all;
    // No English word has an accent.
    let has_accents = || passage.text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    (is_foreign && !(LANGUAGES[other].0 == "en" && has_accents())).then_some(other)
}
