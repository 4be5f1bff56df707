//! A word that stands twice in a row: `the the`.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Word,
        prose::{BREAK, Passage},
    },
    diagnostic::{Diagnostic, WORD_DOUBLED},
};

pub const RULE: Rule = Rule { codes: &[&WORD_DOUBLED], check: Check::Guide(check) };

/// Words that a sentence may well repeat, or that are said twice with a purpose.
const REPEATED: &[(&str, &[&str])] = &[
    ("fr", &["nous", "vous", "en", "très"]),
    ("en", &["that", "had", "is", "do", "in", "very", "really", "bye", "blah"]),
    ("de", &["die", "der", "das", "den", "dem", "sie", "was", "es", "zu", "werden", "sehr"]),
    ("es", &["no", "sí"]),
    ("it", &["via", "mano", "non", "si", "passo", "piano"]),
    ("pt", &["se", "não"]),
    ("pl", &["to", "nie", "się"]),
    ("nl", &["die", "dat", "er", "het", "was"]),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let language = guide.language();
    let Some((_, repeated)) = REPEATED.iter().find(|(known, _)| *known == language) else { return };
    for passage in &guide.passages {
        for pair in passage.words.windows(2).filter(|pair| is_doubled(passage, pair)) {
            let word = &passage.text[pair[1].range()];
            if !is_word(word) || repeated.contains(&&*word.to_lowercase()) {
                continue;
            }
            let Some(span) = passage.span(guide, pair[0].range().start..pair[1].range().end) else { continue };
            let mut diagnostic = Diagnostic::new(&WORD_DOUBLED, span, format!("`{word}` stands twice")).help("write it once");
            if let Some(gap) = passage.span(guide, pair[0].range().end..pair[1].range().end) {
                diagnostic = diagnostic.unsafe_fix(gap, "");
            }
            found.push(diagnostic);
        }
    }
}

/// Whether a word is that before it, and nothing but space of the same line is between.
fn is_doubled(passage: &Passage, pair: &[Word]) -> bool {
    let [first, second] = pair else { return false };
    second.stand.follows
        && first.range().len() == second.range().len()
        && is_same(&passage.text[first.range()], &passage.text[second.range()])
        && !passage.text[first.range().end..second.range().start].contains(BREAK)
        && !names_on(&passage.text[..first.range().start], &passage.text[second.range().end..])
}

/// Whether a word is another one, whose first letter may be a capital: a sentence begins with that one.
fn is_same(first: &str, second: &str) -> bool {
    first == second || first.eq_ignore_ascii_case(second) && first.starts_with(char::is_uppercase)
}

/// Whether the first of two words ends a name that programs read, or the second begins one, as `mx` in `mx mx:example.com` and `to` in
/// `shrink_to to`; or both are all of a quotation, and so spoken of.
fn names_on(before: &str, after: &str) -> bool {
    let ends_name = before.ends_with(['_', ':', '.', '-', '/', '@', '$', '#']);
    let begins_name = after.starts_with(['_', '(', '/', '@'])
        || after.strip_prefix([':', '=', '.']).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let is_quoted = before.ends_with(['"', '“', '«', '„', '»']) && after.starts_with(['"', '”', '»', '“', '«']);
    ends_name || begins_name || is_quoted
}

/// Numbers and names of one letter may repeat, and so may what is in capitals: `XX XX`.
fn is_word(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(char::is_alphabetic) && word.chars().skip(1).all(char::is_lowercase)
}
