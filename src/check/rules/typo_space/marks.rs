//! Words that stick to bold text, to a link or to a control: `**Outgoing server**appears`.

use super::{Text, letters_after, letters_before};
use crate::{
    check::{
        lexicon::Signs,
        prose::{ACTION, Mark},
    },
    diagnostic::Safety,
};

/// A shorter run of letters may be an ending: `[host](…)s`.
const SHORTEST_WORD: usize = 3;

pub fn check(text: &mut Text) {
    let passage = text.passage;
    for (mark, range) in passage.marks.iter().filter(|(mark, _)| *mark != Mark::Emphasis) {
        let inside = &passage.text[range.clone()];
        // One bold word may be a part of another: `**auto**matic`.
        if !inside.trim().contains(char::is_whitespace) || text.guide.language() == "ar" {
            continue;
        }
        let what = if *mark == Mark::Strong { "bold text" } else { "link" };
        if inside.ends_with(char::is_alphanumeric) && letters_after(&passage.text, range.end) >= SHORTEST_WORD {
            after(text, range.end, what);
        }
        if inside.starts_with(char::is_alphanumeric) && letters_before(&passage.text, range.start) >= SHORTEST_WORD - 1 {
            before(text, range.start, what);
        }
    }
    if !passage.signs.any(Signs::ACTION) {
        return;
    }
    for (at, _) in passage.text.match_indices(ACTION) {
        let end = at + ACTION.len_utf8();
        if letters_after(&passage.text, end) >= SHORTEST_WORD {
            after(text, end, "control");
        }
        if letters_before(&passage.text, at) >= SHORTEST_WORD - 1 {
            before(text, at, "control");
        }
    }
}

/// The word from `at` on sticks to what ends there.
fn after(text: &mut Text, at: usize, what: &str) {
    let word: usize = text.passage.text[at..].chars().take_while(|letter| letter.is_alphabetic()).map(char::len_utf8).sum();
    let Some(first) = text.passage.after(at) else { return };
    let replacement = format!(" {first}");
    text.report(
        at..at + word,
        &format!("this word sticks to the {what} before it"),
        &[(at..at + first.len_utf8(), &replacement)],
        Safety::Unsafe,
    );
}

/// The word before `at` sticks to what begins there.
fn before(text: &mut Text, at: usize, what: &str) {
    let word: usize = text.passage.text[..at].chars().rev().take_while(|letter| letter.is_alphabetic()).map(char::len_utf8).sum();
    let Some(last) = text.passage.before(at) else { return };
    let replacement = format!("{last} ");
    text.report(
        at - word..at,
        &format!("this word sticks to the {what} after it"),
        &[(at - last.len_utf8()..at, &replacement)],
        Safety::Unsafe,
    );
}
