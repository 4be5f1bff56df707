//! Sentences in another language, told by the small words that every sentence has.

use super::LANGUAGES;
use crate::{
    check::{
        guide::Guide,
        lexicon::Word,
        prose::{BREAK, Passage},
    },
    diagnostic::{Diagnostic, TRANSLATION_RESIDUE},
};
use rustc_hash::FxHashMap;
use std::{borrow::Cow, sync::LazyLock};

/// Small words of each language, in the order of [`LANGUAGES`]. Those that several have tell them from the others.
const SMALL_WORDS: [&[&str]; 7] = [
    &[
        "les", "des", "du", "est", "dans", "pour", "avec", "vous", "votre", "vos", "sur", "aux", "cette", "sont", "nous", "ces", "pas",
        "qui", "ou", "être", "puis", "cet", "leur", "peut", "depuis", "il", "au", "ce", "le", "la", "un", "une", "de", "si", "en", "que",
        "et",
    ],
    &[
        "the", "of", "and", "to", "is", "you", "your", "with", "for", "this", "that", "are", "from", "can", "will", "be", "have", "not",
        "it", "on", "by", "or", "which", "if", "when", "in", "a",
    ],
    &[
        "der", "die", "das", "und", "ist", "sie", "ihr", "ihre", "ihren", "mit", "für", "auf", "den", "dem", "ein", "eine", "einen",
        "nicht", "werden", "wird", "zu", "von", "im", "auch", "oder", "wenn", "sich", "können", "in",
    ],
    &[
        "el", "los", "las", "del", "y", "sus", "más", "usted", "está", "este", "puede", "por", "es", "sin", "también", "desde", "esta",
        "hasta", "cuando", "donde", "según", "debe", "hay", "muy", "la", "un", "una", "de", "si", "en", "que", "con", "se",
    ],
    &[
        "il", "gli", "della", "del", "di", "che", "è", "nel", "nella", "tuo", "tua", "sono", "delle", "dei", "alla", "questa", "questo",
        "anche", "dal", "puoi", "degli", "sul", "per", "e", "la", "le", "un", "una", "si", "se", "con", "in",
    ],
    &[
        "w", "z", "na", "się", "nie", "jest", "do", "aby", "oraz", "lub", "dla", "przez", "możesz", "jak", "że", "ze", "po", "od", "twoje",
        "tego", "są", "jeśli", "które", "który",
    ],
    &[
        "os", "das", "dos", "da", "do", "seu", "sua", "para", "uma", "um", "não", "em", "na", "no", "ao", "com", "pode", "são", "está",
        "você", "mais", "pelo", "também", "e", "de", "que", "se",
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

/// The languages that have a word, in any case, as a small one, a bit each, in the order of [`LANGUAGES`].
pub fn small_words(word: &str) -> u8 {
    // A capital by itself is a name or a number of a formula.
    let is_word = word.chars().nth(1).is_some();
    let lower = if is_word { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) };
    BITS.get(&*lower).copied().unwrap_or(0)
}

/// With fewer words a text may be a title or a name.
const FEWEST_WORDS: usize = 5;
const FEWEST_SMALL_WORDS: usize = 3;

/// The complaint about a passage in another language, or about its first sentence that is.
pub fn foreign(guide: &Guide, passage: &Passage, own: usize) -> Option<Diagnostic> {
    let (other, words) = foreign_words(passage, own)?;
    let span = passage.span(guide, words.first()?.range().start..words.last()?.range().end)?;
    let message = format!("this text seems to be {}, on a page that is {}", LANGUAGES[other].1, LANGUAGES[own].1);
    Some(Diagnostic::new(&TRANSLATION_RESIDUE, span, message).help("translate it"))
}

/// The language of a passage, or of one of its sentences, that has many small words of it and none of the guide's.
pub fn other_language(passage: &Passage, own: usize) -> Option<usize> {
    foreign_words(passage, own).map(|(other, _)| other)
}

/// The words of a passage that are in another language, and which it is: all of them, or those of a sentence.
fn foreign_words<'p>(passage: &'p Passage, own: usize) -> Option<(usize, &'p [Word])> {
    if passage.words.len() < FEWEST_WORDS || passage.traits.small & !(1 << own) == 0 {
        return None;
    }
    let is_mixed = passage.traits.small & (1 << own) != 0;
    if !is_mixed {
        return language_of_words(passage, &passage.words, own).map(|other| (other, &*passage.words));
    }
    let is_other = |word: &&Word| word.traits.small != 0 && word.traits.small & (1 << own) == 0;
    if passage.words.iter().filter(is_other).take(FEWEST_SMALL_WORDS).count() < FEWEST_SMALL_WORDS {
        return None;
    }
    sentences(passage).find_map(|words| language_of_words(passage, words, own).map(|other| (other, words)))
}

/// The words of a passage, sentence by sentence.
fn sentences<'p>(passage: &'p Passage) -> impl Iterator<Item = &'p [Word]> {
    let ends = |pair: &Word, next: &Word| passage.text[pair.range().end..next.range().start].contains(['.', '!', '?', ':', BREAK]);
    passage.words.chunk_by(move |word, next| !ends(word, next))
}

/// The language of some words, if it is another than the guide's.
fn language_of_words(passage: &Passage, words: &[Word], own: usize) -> Option<usize> {
    let mut counts = [0usize; LANGUAGES.len()];
    for bits in words.iter().map(|word| word.traits.small).filter(|bits| *bits != 0) {
        (0..LANGUAGES.len()).filter(|language| bits & (1 << language) != 0).for_each(|language| counts[language] += 1);
    }
    // Of languages that share these words the first is the likeliest source.
    let (other, count) = counts.iter().enumerate().rev().max_by_key(|(language, count)| (**count, *language != own))?;
    let is_foreign = counts[own] == 0 && words.len() >= FEWEST_WORDS && *count >= FEWEST_SMALL_WORDS && count * 5 >= words.len();
    // No English word has an accent.
    let text = || &passage.text[words[0].range().start..words[words.len() - 1].range().end];
    let has_accents = || text().chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    (is_foreign && !(LANGUAGES[other].0 == "en" && has_accents())).then_some(other)
}
