//! `Serveur (entrant)` beside `smtp.example.net`: the label names the other direction.

use super::{inlines_of, text_of};
use crate::{
    check::{guide::Guide, prose::plain_text},
    diagnostic::{Diagnostic, SETTINGS_LABEL_DIRECTION},
    service::Direction,
    settings::Meanings,
    text::Span,
};

/// Words for incoming and outgoing, as they replace each other.
const PAIRS: &[(&str, &str)] = &[
    ("entrant", "sortant"),
    ("incoming", "outgoing"),
    ("eingehend", "ausgehend"),
    ("eingang", "ausgang"),
    ("entrante", "saliente"),
    ("in entrata", "in uscita"),
    ("przychodząc", "wychodząc"),
    ("entrada", "saída"),
];

/// A longer text, in letters, is no label.
const LONGEST: usize = 80;

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for (table, _) in &guide.tables {
        for row in &table.rows {
            let Some(label) = row.first() else { continue };
            let values = || row.iter().skip(1).map(|cell| text_of(cell).into_owned() + " ").collect();
            found.extend(wrong(guide, &text_of(label), values, label.span));
        }
    }
    for item in guide.lists.iter().flat_map(|(list, _)| &list.items) {
        let text = plain_text(inlines_of(&item.blocks));
        let Some((label, value)) = text.split_once(':') else { continue };
        let place = inlines_of(&item.blocks).first().map_or(item.span, |inline| inline.span);
        found.extend(wrong(guide, label, || value.to_owned(), place));
    }
}

fn wrong(guide: &Guide, label: &str, value: impl Fn() -> String, place: Span) -> Option<Diagnostic> {
    if label.len() > LONGEST * char::MAX.len_utf8() {
        return None;
    }
    let label = label.to_lowercase();
    if label.chars().count() > LONGEST {
        return None;
    }
    let meanings = Meanings::of(&label);
    let said = meanings.direction()?;
    let is = meanings.protocol().and_then(crate::settings::direction_of).or_else(|| host_direction(&value()))?;
    if said == is {
        return None;
    }
    let (wrong, right) = match said {
        Direction::Incoming => ("incoming", "outgoing"),
        Direction::Outgoing => ("outgoing", "incoming"),
    };
    let message = format!("this label says {wrong}, and the server is for {right} mail");
    let diagnostic = Diagnostic::new(&SETTINGS_LABEL_DIRECTION, place, message).help("name the right direction");
    Some(match replacement(guide, place, said) {
        Some((span, word)) => diagnostic.unsafe_fix(span, word),
        None => diagnostic,
    })
}

/// What the first host in a value is for, by the protocol that begins its name.
fn host_direction(value: &str) -> Option<Direction> {
    let value = value.to_lowercase();
    let is_between = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | '-');
    let host = value.split(is_between).find(|word| word.matches('.').count() >= 2)?;
    match host.split('.').next()? {
        "smtp" => Some(Direction::Outgoing),
        "imap" | "pop" | "pop3" => Some(Direction::Incoming),
        _ => None,
    }
}

fn replacement(guide: &Guide, place: Span, said: Direction) -> Option<(Span, String)> {
    let text = guide.source_at(place);
    PAIRS.iter().rev().find_map(|(incoming, outgoing)| {
        let (wrong, right) = if said == Direction::Incoming { (incoming, outgoing) } else { (outgoing, incoming) };
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        let (at, right) = match text.find(wrong) {
            Some(at) => (at, (*right).to_owned()),
            None => (text.find(&capital(wrong))?, capital(right)),
        };
        let start = place.start as usize + at;
        Some((Span::new(place.file, start..start + wrong.len()), right))
    })
}
