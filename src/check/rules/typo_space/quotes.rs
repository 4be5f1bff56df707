//! Quotation marks: words that stick to them, and spaces inside of `« »`.

use super::{Text, letters_after, letters_before};
use crate::{check::lexicon::Signs, diagnostic::Safety};

pub fn check(text: &mut Text) {
    let passage = text.passage;
    if passage.signs.any(Signs::GUILLEMET) {
        guillemets(text);
    }
    if passage.signs.any(Signs::CURLY_QUOTE) {
        let closing: Vec<usize> = passage.text.match_indices('”').map(|(at, sign)| at + sign.len()).collect();
        closing.into_iter().for_each(|end| word_after(text, end));
    }
    if passage.signs.any(Signs::QUOTE) {
        straight(text);
    }
}

/// How a language writes the inside of `« »`.
fn wants_space(language: &str) -> Option<bool> {
    match language {
        "fr" => Some(true),
        "es" | "it" | "pt" | "pl" => Some(false),
        _ => None,
    }
}

fn guillemets(text: &mut Text) {
    let passage = text.passage;
    let Some(wants_space) = wants_space(text.guide.language()) else { return };
    for (open, sign) in passage.text.match_indices('«') {
        let start = open + sign.len();
        let Some(close) = passage.text[start..].find(['»', '«']).map(|offset| start + offset) else { continue };
        if passage.text[close..].starts_with('«') {
            continue;
        }
        let inside = &passage.text[start..close];
        let (left, right) = (inside.len() - inside.trim_start().len(), inside.len() - inside.trim_end().len());
        if inside.trim().is_empty() {
            continue;
        }
        let mut edits = Vec::new();
        match wants_space {
            true if left == 0 => edits.push((open..start, "«\u{a0}")),
            false if left > 0 => edits.push((start..start + left, "")),
            _ => {}
        }
        match wants_space {
            true if right == 0 => edits.push((close..close + "»".len(), "\u{a0}»")),
            false if right > 0 => edits.push((close - right..close, "")),
            _ => {}
        }
        if !edits.is_empty() {
            let message = if wants_space {
                "no space stands inside of `« »`, as French wants it"
            } else {
                "spaces stand inside of `« »`, as no language but French wants them"
            };
            text.report(open..close + "»".len(), message, &edits, Safety::Unsafe);
        }
        word_after(text, close + "»".len());
        if letters_before(&passage.text, open) >= 2 {
            text.report(open..start, "no space stands before the quotation", &[(open..start, " «")], Safety::Unsafe);
        }
    }
}

/// Every second `"` closes, if their number is even and no measure in inches is among them.
fn straight(text: &mut Text) {
    let passage = text.passage;
    let places: Vec<usize> = passage.text.match_indices('"').map(|(at, _)| at).collect();
    let is_inch = |at: &usize| passage.text[..*at].ends_with(|letter: char| letter.is_ascii_digit());
    if places.len() % 2 == 1 || places.iter().any(is_inch) {
        return;
    }
    places.iter().skip(1).step_by(2).for_each(|at| word_after(text, at + 1));
}

/// A word that sticks to the quotation mark that ends at `at`.
fn word_after(text: &mut Text, at: usize) {
    if letters_after(&text.passage.text, at) < 3 {
        return;
    }
    let Some(first) = text.passage.after(at) else { return };
    let replacement = format!(" {first}");
    text.report(at..at + first.len_utf8(), "no space follows the quotation", &[(at..at + first.len_utf8(), &replacement)], Safety::Unsafe);
}
