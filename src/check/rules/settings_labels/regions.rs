//! One host under two names of a region: `AMERICA / ASIA` in one table, `CANADA + ASIA` in the next.

use super::{inlines_of, text_of};
use crate::{
    check::guide::Guide,
    diagnostic::{Diagnostic, SETTINGS_LABEL_MIXED},
    dialect::{
        plain_text,
        tree::{Cell, InlineKind},
    },
    text::Span,
};
use std::collections::BTreeMap;

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let mut regions: BTreeMap<String, (String, Span)> = BTreeMap::new();
    let mut told: Vec<Span> = Vec::new();
    let rows = guide.tables.iter().flat_map(|(table, _)| &table.rows);
    for (label, value) in rows.filter_map(|row| Some((row.first()?, row.get(1)?))) {
        let Some((region, place)) = region(label) else { continue };
        for host in hosts(&text_of(value)) {
            let (known, first) = regions.entry(host.clone()).or_insert_with(|| (region.clone(), place)).clone();
            if known == region || told.contains(&place) {
                continue;
            }
            told.push(place);
            let message = format!("the region of `{host}` is called `{region}` here, and `{known}` elsewhere");
            let diagnostic = Diagnostic::new(&SETTINGS_LABEL_MIXED, place, message);
            found.push(diagnostic.related(first, format!("`{known}` here")).help("call one region by one name"));
        }
    }
}

/// The bold part in capitals of a label.
fn region(label: &Cell) -> Option<(String, Span)> {
    inlines_of(&label.blocks).iter().find_map(|inline| {
        let InlineKind::Strong(inside) = &inline.kind else { return None };
        let text = plain_text(inside);
        let is_capitals = text.chars().filter(|letter| letter.is_alphabetic()).count() >= 4 && !text.chars().any(char::is_lowercase);
        is_capitals.then_some((text, inline.span))
    })
}

fn hosts(value: &str) -> Vec<String> {
    let is_between = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | '-');
    value.split(is_between).filter(|word| word.matches('.').count() >= 2).map(str::to_lowercase).collect()
}
