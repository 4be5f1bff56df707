//! A word that stands twice in a row: `the the`.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        prose::{BREAK, words},
    },
    diagnostic::{Diagnostic, WORD_DOUBLED},
};

pub const RULE: Rule = Rule { codes: &[&WORD_DOUBLED], check: Check::Guide(check) };

/// Words that a sentence may well repeat.
const REPEATED: &[(&str, &[&str])] = &[
    ("fr", &["nous", "vous", "en"]),
    ("en", &["that", "had", "is", "do", "in"]),
    ("de", &["die", "der", "das", "den", "dem", "sie", "was", "es", "zu"]),
    ("es", &["no", "sí"]),
    ("it", &["via", "mano", "non", "si"]),
    ("pt", &["se", "não"]),
    ("pl", &["to", "nie", "się"]),
    ("nl", &["die", "dat", "er", "het", "was"]),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let language = guide.language();
    let Some((_, repeated)) = REPEATED.iter().find(|(known, _)| *known == language) else { return };
    for passage in &guide.passages {
        let mut before: Option<(usize, &str)> = None;
        for (start, word) in words(&passage.text) {
            let earlier = before.replace((start, word));
            let Some((first, earlier)) = earlier.filter(|(_, earlier)| earlier.eq_ignore_ascii_case(word)) else { continue };
            let between = &passage.text[first + earlier.len()..start];
            let is_gap = between.chars().all(|letter| letter.is_whitespace() && letter != BREAK);
            if !is_gap || !is_word(word) || repeated.contains(&&*word.to_lowercase()) {
                continue;
            }
            let Some(span) = passage.span(guide, first..start + word.len()) else { continue };
            let mut diagnostic = Diagnostic::new(&WORD_DOUBLED, span, format!("`{word}` stands twice")).help("write it once");
            if let Some(gap) = passage.span(guide, first + earlier.len()..start + word.len()) {
                diagnostic = diagnostic.unsafe_fix(gap, "");
            }
            found.push(diagnostic);
        }
    }
}

/// Numbers and names of one letter may repeat, and so may what is in capitals: `XX XX`.
fn is_word(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(char::is_alphabetic) && word.chars().skip(1).all(char::is_lowercase)
}
