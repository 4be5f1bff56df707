//! A sentence that sends its reader to a section of the same guide by its name, where no heading has that name.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Signs,
        prose::{Mark, Passage, words},
    },
    diagnostic::{Diagnostic, SECTION_UNKNOWN},
    words::nearest,
};
use std::ops::Range;

pub const RULE: Rule = Rule { codes: &[&SECTION_UNKNOWN], check: Check::Guide(check) };

/// For each language the words for a section, and what says that it is one of this very guide.
const PHRASES: &[(&str, &[&str], &[&str])] = &[
    ("fr", &["section", "partie"], &["de ce guide", "de cette page", "ci-dessous"]),
    ("en", &["section"], &["of this guide", "of this page", "in this guide", "below"]),
    ("de", &["abschnitt"], &["dieser anleitung", "dieses guides", "dieser seite", "unten"]),
    ("es", &["sección", "apartado"], &["de esta guía", "de esta página"]),
    ("it", &["sezione"], &["di questa guida", "di questa pagina"]),
    ("pt", &["secção", "seção"], &["deste guia", "deste manual", "desta página"]),
    ("pl", &["sekcji", "sekcja", "sekcję", "części"], &["tego przewodnika", "tej strony"]),
];

/// Opening and closing quotation marks.
const QUOTES: &[(char, char)] = &[('«', '»'), ('“', '”'), ('„', '“'), ('„', '”'), ('"', '"')];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some((_, sections, here)) = PHRASES.iter().find(|(language, ..)| *language == guide.language()) else { return };
    for passage in guide.with_signs(Signs::QUOTATION) {
        for name in quoted(&passage.text) {
            let sentence = passage.text[passage.sentence(name.start)].to_lowercase();
            let is_meant = here.iter().any(|phrase| sentence.contains(phrase)) && is_section(passage, &name, sections);
            let is_link = passage.marks.iter().any(|(mark, range)| *mark == Mark::Link && range.start < name.end && name.start < range.end);
            if is_meant && !is_link {
                found.extend(unknown(guide, passage, name));
            }
        }
    }
}

/// What stands between quotation marks, without the spaces inside them.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for &(open, close) in QUOTES {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at + open.len_utf8()) {
            let Some(end) = text[start..].find(close).map(|at| start + at) else { break };
            let inside = &text[start..end];
            let trimmed = inside.trim();
            let at = start + (inside.len() - inside.trim_start().len());
            if !trimmed.is_empty() && !trimmed.contains(|letter| QUOTES.iter().any(|(open, close)| letter == *open || letter == *close)) {
                found.push(at..at + trimmed.len());
            }
            from = end + close.len_utf8();
        }
    }
    found
}

/// Whether the word right before or after a name says that it is a section's.
fn is_section(passage: &Passage, name: &Range<usize>, sections: &[&str]) -> bool {
    let words = |text: &'_ str| -> Vec<String> { words(text).map(|(_, word)| word.to_lowercase()).collect() };
    let (before, after) = (words(&passage.text[..name.start]), words(&passage.text[name.end..]));
    [before.last(), after.first()].into_iter().flatten().any(|word| sections.contains(&&**word))
}

fn unknown(guide: &Guide, passage: &Passage, name: Range<usize>) -> Option<Diagnostic> {
    let written = &passage.text[name.clone()];
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let headings: Vec<&str> = guide.document.facts.headings.iter().map(|heading| &*heading.text).collect();
    let wanted = plain(written);
    if headings.iter().any(|heading| plain(heading).contains(&wanted)) {
        return None;
    }
    let diagnostic = Diagnostic::new(&SECTION_UNKNOWN, passage.span(guide, name)?, format!("no heading of this guide is `{written}`"));
    Some(match nearest(written, headings) {
        Some(heading) => diagnostic.help(format!("did you mean the section `{heading}`?")),
        None => diagnostic.help("write the heading as it stands, or make the name a link"),
    })
}
