//! Headings that count steps and skip or repeat a number: `Step 4` after `Step 2`.

use crate::{
    check::{Check, Rule, guide::Guide, prose::plain_text},
    diagnostic::{Diagnostic, HEADING_STEP_GAP},
    dialect::tree::BlockKind,
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&HEADING_STEP_GAP], check: Check::Guide(check) };

/// Where more steps are missing at once, the numbers are names: of flags, of articles.
const MOST_MISSING: u32 = 3;

/// Headings of one level that count.
struct Series {
    level: u8,
    /// What stands before their numbers.
    word: String,
    /// The last number, and where it stands.
    last: u32,
    span: Span,
    /// The number that the last one should have.
    place: u32,
}

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let mut open: Vec<Series> = Vec::new();
    for block in &guide.seen.parsed.blocks {
        let BlockKind::Heading { level, inlines, .. } = &block.kind else { continue };
        open.retain(|series| series.level <= *level);
        let text = plain_text(inlines);
        let Some((word, number)) = counted(&text) else { continue };
        let written = guide.text.get(block.span.range()).map_or(0, |text| text.trim_end().len() as u32);
        let span = Span { end: block.span.start + written, ..block.span };
        let Some(series) = open.iter_mut().find(|series| series.level == *level && series.word == word) else {
            // What does not begin with 1 is a version or a name.
            if number == 1 {
                open.push(Series { level: *level, word: word.to_owned(), last: 1, span, place: 1 });
            }
            continue;
        };
        series.place = if number == 1 { 1 } else { series.place + 1 };
        let is_name = number > series.place + MOST_MISSING;
        if number != series.last + 1 && number != series.place && !is_name {
            let message = format!("`{}` follows on `{}`", named(word, number), named(word, series.last));
            let diagnostic = Diagnostic::new(&HEADING_STEP_GAP, span, message).related(series.span, "the one before");
            found.push(diagnostic.help("number them from 1 without gaps"));
        }
        (series.last, series.span) = (number, span);
    }
}

fn named(word: &str, number: u32) -> String {
    format!("{word} {number}").trim_start().to_owned()
}

/// The word that a heading starts with and the number behind it: `Step 4: …` and `4. …`, and neither `4.2 …` nor `4 ways`.
fn counted(text: &str) -> Option<(&str, u32)> {
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let word = text[..start].trim_end();
    let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let after = &text[start + length..];
    let ends = after.trim().is_empty() && !word.is_empty()
        || after.trim_start().starts_with([':', ')', '–', '—', '-']) && !after.starts_with('-')
        || after.starts_with(". ");
    let is_word = word.chars().all(char::is_alphabetic);
    (ends && is_word && length <= 2).then(|| text[start..start + length].parse().ok().map(|number| (word, number)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts() {
        for (text, expected) in [
            ("Step 4: do it", Some(("Step", 4))),
            ("Étape 12 – faites", Some(("Étape", 12))),
            ("Schritt 3", Some(("Schritt", 3))),
            ("2. Order", Some(("", 2))),
            ("3) Order", Some(("", 3))),
            ("2.1 Order", None),
            ("2 ways", None),
            ("Windows 10-bit", None),
            ("Outlook 2016", None),
            ("Open port 25: how", None),
            ("2024", None),
        ] {
            assert_eq!(counted(text), expected, "{text}");
        }
    }
}
