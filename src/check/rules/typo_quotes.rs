//! Quotation marks that a guide's language does not have, and straight ones beside those that the guide has elsewhere.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Signs, prose::Passage},
    diagnostic::{Diagnostic, TYPO_QUOTES},
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&TYPO_QUOTES], check: Check::Guide(check) };

/// The marks before and after a quotation.
type Marks = (char, char);

/// What most keyboards write.
const STRAIGHT: Marks = ('"', '"');

/// The marks of a language, the usual ones first (CLDR's `quotationStart` and its alternates, and what publishers use
/// besides). Nothing is said of other languages.
fn marks_of(language: &str) -> Option<&'static [Marks]> {
    Some(match language {
        "fr" => &[('«', '»')],
        "en" => &[('“', '”')],
        "de" => &[('„', '“'), ('»', '«'), ('«', '»')],
        "pl" => &[('„', '”'), ('«', '»'), ('»', '«')],
        "es" | "it" | "pt" | "ar" => &[('«', '»'), ('“', '”')],
        "nl" => &[('“', '”'), ('„', '”')],
        _ => return None,
    })
}

/// A quotation in a passage: its marks, and where they start.
struct Quotation<'a, 'g> {
    passage: &'g Passage<'a>,
    marks: Marks,
    open: usize,
    close: usize,
}

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(own) = marks_of(guide.language()) else { return };
    let quotations: Vec<Quotation> = guide.with_signs(Signs::QUOTATION).flat_map(quotations).collect();
    let used = own.iter().find(|marks| quotations.iter().any(|quotation| quotation.marks == **marks));
    let preferred = *used.unwrap_or(&own[0]);
    for quotation in &quotations {
        let message = match quotation.marks {
            marks if own.contains(&marks) => continue,
            STRAIGHT if used.is_none() => continue,
            STRAIGHT => format!("straight quotation marks, where others of this page are `{}` and `{}`", preferred.0, preferred.1),
            (open, close) => format!("`{open}` and `{close}` are quotation marks of another language"),
        };
        found.extend(quotation.diagnostic(guide, message, preferred));
    }
}

impl Quotation<'_, '_> {
    fn diagnostic(&self, guide: &Guide, message: String, preferred: Marks) -> Option<Diagnostic> {
        let place = |at: usize, mark: char| self.passage.span(guide, at..at + mark.len_utf8());
        let (open, close) = (place(self.open, self.marks.0)?, place(self.close, self.marks.1)?);
        let whole = Span { end: close.end, ..open };
        // A space inside is a matter of its own, which French wants and `typo-space` knows.
        let space = if guide.language() == "fr" { "\u{a0}" } else { "" };
        let inside = &self.passage.text[self.open + self.marks.0.len_utf8()..self.close];
        let before = if inside.starts_with(char::is_whitespace) { "" } else { space };
        let after = if inside.ends_with(char::is_whitespace) { "" } else { space };
        let help = format!("write `{}{space}…{space}{}`", preferred.0, preferred.1);
        let diagnostic = Diagnostic::new(&TYPO_QUOTES, whole, message).help(help);
        let diagnostic = diagnostic.unsafe_fix(open, format!("{}{before}", preferred.0));
        Some(diagnostic.unsafe_fix(close, format!("{after}{}", preferred.1)))
    }
}

/// The quotations of a passage that begin and end in it. What stands inside of another is left to its author, who may
/// well use other marks there.
fn quotations<'a, 'g>(passage: &'g Passage<'a>) -> Vec<Quotation<'a, 'g>> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, letter) in passage.text.char_indices().filter(|(_, letter)| matches!(letter, '"' | '„' | '“' | '”' | '«' | '»')) {
        match open.last().copied() {
            Some((start, opener)) if closes(opener, letter) => {
                open.pop();
                if open.is_empty() {
                    found.push(Quotation { passage, marks: (opener, letter), open: start, close: at });
                }
            }
            _ if letter == '"' && is_measure(&passage.text[..at]) => {}
            _ => open.push((at, letter)),
        }
    }
    found
}

/// Whether a mark ends what another began.
fn closes(opener: char, letter: char) -> bool {
    match opener {
        '"' => letter == '"',
        '„' => matches!(letter, '“' | '”'),
        '“' => letter == '”',
        '«' => letter == '»',
        '»' => letter == '«',
        _ => false,
    }
}

/// `19"`: inches.
fn is_measure(before: &str) -> bool {
    before.ends_with(|letter: char| letter.is_ascii_digit())
}
