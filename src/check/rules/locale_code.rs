//! Blocks of code that say something else in a translation than in its source.

use crate::{
    check::{Check, Rule, structure::Kind, translations::Compared},
    corpus::units,
    diagnostic::{Diagnostic, LOCALE_CODE},
    text::Span,
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

pub const RULE: Rule = Rule { codes: &[&LOCALE_CODE], check: Check::Translation(check) };

/// What fences call texts that are no code: their words may be translated.
const PROSE: &[&str] = &["", "text", "txt", "plain", "plaintext", "markdown", "md", "html", "eml", "csv", "log"];

fn check(compared: &mut Compared, found: &mut Vec<Diagnostic>) {
    // The code of a page from a catalog is that of its source.
    if compared.own.document.catalog.is_some() || compared.source.document.catalog.is_some() {
        return;
    }
    let (source, own) = (compared.source.outline(), compared.own.outline());
    for (at, other) in &compared.pairs {
        let (node, twin) = (source.0[*at], own.0[*other]);
        if node.key == twin.key || node.kind != twin.kind {
            continue;
        }
        let written = compared.source.texts.at(node.span).to_owned();
        let own_written = compared.own.texts.at(twin.span);
        let places = match node.kind {
            Kind::Code => difference(&written, own_written),
            Kind::ApiCall => Some((0..written.len(), 0..own_written.len())),
            _ => None,
        };
        let Some((line, own_line)) = places else { continue };
        let place =
            |block: Span, line: Range<usize>| Span::new(block.file, block.start as usize + line.start..block.start as usize + line.end);
        let (what, help) = match node.kind {
            Kind::ApiCall => ("call", "the calls of an API are the same in all languages"),
            _ => ("code", "of code translate nothing but comments and what readers replace"),
        };
        let label = format!("`{}`: the {what} there", compared.source.document.locale);
        let diagnostic = Diagnostic::new(&LOCALE_CODE, place(twin.span, own_line), format!("this {what} differs from that of the source"));
        found.push(diagnostic.related(place(node.span, line), label).help(help));
    }
}

/// A line of a block of code: where it stands in the block, and what of it is the same in every language.
struct Line {
    range: Range<usize>,
    facts: Vec<String>,
}

/// The first lines in which two blocks of code differ; the last ones where one goes on after the other ends.
fn difference(source: &str, own: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (source, own) = match (lines(source), lines(own)) {
        (Some(source), Some(own)) => (source, own),
        _ => return other_digits(source, own),
    };
    let longer = source.len().max(own.len());
    let at = (0..longer).find(|at| source.get(*at).map(|line| &line.facts) != own.get(*at).map(|line| &line.facts))?;
    let place = |lines: &[Line]| lines.get(at).or(lines.last()).map(|line| line.range.clone());
    place(&source).zip(place(&own))
}

/// The first lines of two texts that differ in their digits and in nothing else.
fn other_digits(source: &str, own: &str) -> Option<(Range<usize>, Range<usize>)> {
    let line = |text: &str, line: &str| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        start..start + line.trim_end().len()
    };
    let frame = |line: &str| -> String { line.chars().filter(|letter| !letter.is_ascii_digit()).collect() };
    let mut pairs = source.lines().zip(own.lines());
    let (one, other) = pairs.find(|(one, other)| one != other && frame(one) == frame(other))?;
    (source.lines().count() == own.lines().count()).then(|| (line(source, one), line(own, other)))
}

/// The lines of a fenced block with anything in them; none where the block is no code.
fn lines(written: &str) -> Option<Vec<Line>> {
    let (language, code) = units::fenced(written)?;
    if PROSE.contains(&&*language) {
        return None;
    }
    let last = written.trim_end().rsplit('\n').next().unwrap_or_default();
    let depth = last.chars().take_while(|letter| letter.is_whitespace() || *letter == '>').filter(|letter| *letter == '>').count();
    let bare = units::without_comments(written, depth);
    let mut lines = Vec::new();
    let mut start = written.len() - code.len();
    for (line, bare) in written.split('\n').zip(bare.split('\n')).skip(1) {
        let text = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let at = start + (line.len() - line.trim_start_matches([' ', '\t', '>']).len());
        start += line.len() + 1;
        let facts = facts(bare.trim_start_matches([' ', '\t', '>']));
        if !facts.is_empty() && !text.starts_with("```") && !text.starts_with("~~~") {
            lines.push(Line { range: at..at + text.len(), facts });
        }
    }
    Some(lines)
}

/// What of a line is the same in every language: its command or key, options, numbers, and what switches something. Names,
/// addresses and texts in quotes may be those of an example.
fn facts(line: &str) -> Vec<String> {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#""[^"]*"|'[^']*'|<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|[\w.+-]*@[\w.-]+|(?:[\w*?-]+\.)+[A-Za-z]{2,}(?:/\S*)?"#)
            .expect("the pattern is one")
    });
    static FACT: LazyLock<Regex> = LazyLock::new(|| {
        let switch = r"\b(?i:true|false|yes|no|on|off)\b|\b(?:GET|POST|PUT|PATCH|DELETE)\b";
        Regex::new(&format!(r"^[A-Za-z][\w-]*|(?:^|\s)--?[A-Za-z][\w-]*|\d+|{switch}")).expect("the pattern is one")
    });
    // Numbers of one digit count things of an example, and those of many name one.
    let is_fact = |fact: &&str| !fact.starts_with(|first: char| first.is_ascii_digit()) || (2..=5).contains(&fact.len());
    let bare = QUOTED.replace_all(line, " ");
    FACT.find_iter(&bare).map(|fact| fact.as_str().trim()).filter(is_fact).map(str::to_owned).collect()
}
