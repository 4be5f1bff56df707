//! Numbers of a translation that are others in its source: 60 days for 30, `256M` for `512M`.

use crate::{
    check::{
        Check, Rule,
        structure::{Kind, Node, Outline, key, marks},
        translations::{Compared, Side},
    },
    diagnostic::{Diagnostic, LOCALE_NUMBER},
    text::Span,
};
use regex::Regex;
use rustc_hash::FxHashMap;
use std::{ops::Range, sync::LazyLock};

pub const RULE: Rule = Rule { codes: &[&LOCALE_NUMBER], check: Check::Translation(check) };

/// Of a text in which more numbers differ, one of the two is no translation of the other, which other rules tell.
const MOST_OF_TEXT: usize = 3;

/// Of a thing with more marks that are elsewhere otherwise nothing is compared: one of the two is another text.
const MOST_TO_LOOK_AT: usize = 100;

/// A time, a length or a size may be told in another unit: 24 hours are a day, and 2 weeks are 14 days.
const UNITS: &[u64] = &[7, 12, 24, 30, 31, 52, 60, 365, 1000, 1024];

fn check(compared: &mut Compared, found: &mut Vec<Diagnostic>) {
    let (source, own) = (compared.source.outline(), compared.own.outline());
    let mut sections = (0, 0);
    let mut counts = None;
    for &(at, other) in &compared.pairs {
        if matches!(source.0[at].kind, Kind::Section(_)) {
            (sections, counts) = ((at, other), None);
        }
        if marks_of(source, at).map(|mark| mark.key).eq(marks_of(own, other).map(|mark| mark.key)) {
            continue;
        }
        let counts = counts.get_or_insert_with(|| (count(source.nodes(sections.0)), count(own.nodes(sections.1))));
        let (lost, extra) = (surplus(source, at, &counts.0, &counts.1), surplus(own, other, &counts.1, &counts.0));
        if lost.is_empty() || extra.is_empty() || lost.len().max(extra.len()) > MOST_TO_LOOK_AT {
            continue;
        }
        let (lost, extra) = (numbers(&mut compared.source, &lost), numbers(&mut compared.own, &extra));
        for (number, own_number) in differing(&lost, &extra) {
            if compared.own.notes.settings.iter().any(|fact| fact.port.span == own_number.span) {
                continue;
            }
            let message = format!("`{}` here, in the source `{}`", own_number.written, number.written);
            let label = format!("`{}`: the number there", compared.source.document.locale);
            let diagnostic = Diagnostic::new(&LOCALE_NUMBER, own_number.span, message).related(number.span, label);
            found.push(diagnostic.help("find out which of the two is right, and write it in both"));
        }
    }
}

/// What in a thing is alike in all languages, without what is in the things inside of it.
fn marks_of(outline: &Outline, at: usize) -> impl Iterator<Item = &Node> {
    outline.children(Some(at)).map(|child| &outline.0[child]).filter(|node| node.kind == Kind::Mark)
}

/// How often each mark stands in a section.
type Counts = FxHashMap<u32, usize>;

fn count(section: &[Node]) -> Counts {
    let mut counts = Counts::default();
    section.iter().filter(|node| node.kind == Kind::Mark).for_each(|mark| *counts.entry(mark.key).or_default() += 1);
    counts
}

/// The marks of a thing that its section has more often than that of the other text.
fn surplus<'o>(outline: &'o Outline, at: usize, section: &Counts, other: &Counts) -> Vec<&'o Node> {
    marks_of(outline, at).filter(|mark| section.get(&mark.key) > other.get(&mark.key)).collect()
}

/// A number as it stands in a text.
struct Number {
    /// Its digits, or the code that it is in.
    written: String,
    /// What is compared: its digits without what separates them.
    digits: String,
    /// The code around it with its digits taken out, or the currency beside it.
    frame: String,
    span: Span,
}

/// The numbers among some marks of a text.
fn numbers(side: &mut Side, some: &[&Node]) -> Vec<Number> {
    let mut all = Vec::new();
    for of_text in some.chunk_by(|one, other| one.span == other.span) {
        let place = of_text[0].span;
        let text = side.texts.at(place);
        let number = |range: Range<usize>, frame: String| Number {
            written: text[range.clone()].trim_matches('`').to_owned(),
            digits: marks::digits(&text[range.clone()]),
            frame,
            span: Span::new(place.file, place.start as usize + range.start..place.start as usize + range.end),
        };
        if text.starts_with('`') {
            let frame = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
            all.push(number(0..text.len(), frame));
        } else {
            let numbers = in_prose(text).into_iter().map(|(range, currency)| number(range, currency.to_owned()));
            all.extend(numbers.filter(|number| of_text.iter().any(|mark| mark.key == key(&number.digits))));
        }
    }
    all.retain(|number| !number.digits.is_empty());
    all
}

/// The numbers of a text for people that are the same in all languages, and their currencies: no dates, times and phone numbers, and
/// none in the measures of one country.
fn in_prose(text: &str) -> Vec<(Range<usize>, &str)> {
    static AFTER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\s?(?:([€$£]|EUR\b|USD\b|GBP\b|PLN\b|zł)|[ap]\.?m\b|inch|in\.|ft\b|lbs?\b|″|°)").expect("the pattern is one")
    });
    let is_joined = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | ':' | '-' | '–' | '+' | '_');
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(is_digit).map(|at| from + at) {
        let end = start + marks::number(&text[start..]);
        from = end;
        let (before, after) = (&text[..start], &text[end..]);
        let goes_on = after.strip_prefix(is_joined).is_some_and(|rest| rest.starts_with(is_digit));
        if before.ends_with(is_joined) || after.starts_with(char::is_alphanumeric) || goes_on {
            continue;
        }
        let before = before.trim_end();
        match (AFTER.captures(after), before.strip_suffix(['€', '$', '£'])) {
            (Some(measure), _) => numbers.extend(measure.get(1).map(|currency| (start..end, currency.as_str()))),
            (None, Some(rest)) => numbers.push((start..end, &before[rest.len()..])),
            (None, None) => numbers.push((start..end, "")),
        }
    }
    numbers
}

/// The numbers that stand for each other and differ: as many on both sides, in their order, in the text and in its code.
fn differing<'n>(lost: &'n [Number], extra: &'n [Number]) -> Vec<(&'n Number, &'n Number)> {
    let without = |some: &'n [Number], others: &[Number], in_code: bool| -> Vec<&'n Number> {
        let is_other = |number: &&Number| !others.iter().any(|other| other.digits == number.digits);
        some.iter().filter(|number| number.is_in_code() == in_code).filter(is_other).collect()
    };
    let differing = |in_code: bool| {
        let (lost, extra) = (without(lost, extra, in_code), without(extra, lost, in_code));
        let is_telling = lost.len() == extra.len() && lost.len() <= MOST_OF_TEXT;
        let pairs: Vec<_> = lost.into_iter().zip(extra).collect();
        if is_telling && pairs.iter().all(|(number, other)| number.is_like(other)) { pairs } else { Vec::new() }
    };
    [differing(false), differing(true)].concat()
}

impl Number {
    fn is_in_code(&self) -> bool {
        self.frame.starts_with('`')
    }

    /// Whether the number may well be the other one, written wrongly.
    fn is_like(&self, other: &Self) -> bool {
        let is_year = |number: &Self| number.written.len() == 4 && (number.written.starts_with("19") || number.written.starts_with("20"));
        let parts = |number: &Self| number.written.split(['.', ',']).count();
        let is_version = |number: &Self| parts(number) > 2;
        self.frame == other.frame
            && is_year(self) == is_year(other)
            && (parts(self) == parts(other) || !is_version(self) && !is_version(other))
            && !is_in_other_unit(&self.digits, &other.digits)
    }
}

/// Whether both are the same number, or may be the same measure.
fn is_in_other_unit(one: &str, other: &str) -> bool {
    let (Ok(one), Ok(other)) = (one.parse::<u64>(), other.parse::<u64>()) else { return false };
    let (less, more) = (one.min(other), one.max(other));
    less == more || less > 0 && more % less == 0 && UNITS.contains(&(more / less))
}
