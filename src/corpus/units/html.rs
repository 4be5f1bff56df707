//! Texts inside raw HTML, which the tree knows less exactly: what stands between the tags of blocks.

use super::{Unit, UnitKind, lines::unfold, words::holds_words};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

/// A tag or comment, with its name if it is that of a block; or text in which nothing is a tag: code and signs after a backslash.
static TAG: LazyLock<Regex> = LazyLock::new(|| {
    let blocks = "table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|ul|ol|li|p|div|details|summary|h[1-6]|center|dl|dt|dd|figure|figcaption|blockquote|hr|iframe|video|section|article";
    let text = r"\\.|``[^`].*?``|`(?:[^`\n]|\n[^`\n])*`";
    let pattern = format!(
        r"(?is)(?P<text>{text})|<!--.*?-->|<(?:style|script|pre)\b.*?(?:</(?:style|script|pre)\s*>|\z)|</?(?P<block>{blocks})\b[^<>]*>"
    );
    Regex::new(&pattern).expect("the pattern is one")
});

/// Whether a text holds tags of blocks, so that it is not one text.
pub fn holds_blocks(text: &str) -> bool {
    text.contains('<') && TAG.captures_iter(text).any(|found| found.name("block").is_some())
}

/// Where the alternative text stands in the tag of a picture, if it is between double quotation marks.
pub fn alt(tag: &str) -> Option<Range<usize>> {
    static ALT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"(?is)^<img\b(?:[^"<>]|"[^"]*")*?\salt\s*=\s*"(?P<alt>[^"]*)""#).expect("the pattern is one"));
    Some(ALT.captures(tag)?.name("alt")?.range())
}

/// Adds the texts between tags of blocks in a part of `text` that holds none of the tree's texts.
pub fn runs(text: &str, gap: Range<usize>, units: &mut Vec<Unit>) {
    let Some(inside) = text.get(gap.clone()).filter(|inside| inside.contains('<')) else { return };
    let mut open: Option<(usize, UnitKind)> = None;
    for found in TAG.captures_iter(inside).filter(|found| found.name("text").is_none()) {
        let whole = found.get(0).map_or(0..0, |whole| whole.range());
        if let Some((start, kind)) = open.take() {
            add(text, gap.start + start..gap.start + whole.start, kind, units);
        }
        if let Some(name) = found.name("block") {
            open = Some((whole.end, kind_of(name.as_str(), inside[whole.start..].starts_with("</"))));
        }
    }
    if let Some((start, kind)) = open {
        let rest = &inside[start..];
        let end = [rest.find("\n\n"), rest.find("///"), rest.find("\n#")].into_iter().flatten().min().unwrap_or(rest.len());
        add(text, gap.start + start..gap.start + start + end, kind, units);
    }
}

fn kind_of(name: &str, is_closing: bool) -> UnitKind {
    match name.to_ascii_lowercase().as_str() {
        _ if is_closing => UnitKind::Paragraph,
        "td" | "th" => UnitKind::Cell,
        "li" => UnitKind::Item,
        "summary" => UnitKind::Summary,
        "dt" => UnitKind::Term,
        heading if heading.starts_with('h') && heading.len() == 2 && heading != "hr" => UnitKind::Heading(heading.as_bytes()[1] - b'0'),
        _ => UnitKind::Paragraph,
    }
}

fn add(text: &str, range: Range<usize>, kind: UnitKind, units: &mut Vec<Unit>) {
    let written = &text[range.clone()];
    let (start, end) = (range.start + written.len() - written.trim_start().len(), range.start + written.trim_end().len());
    if start >= end || !holds_words(&text[start..end]) {
        return;
    }
    let depth = text[..start]
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().take_while(|letter| " >".contains(*letter)).filter(|letter| *letter == '>').count());
    let unit = Unit {
        kind,
        range: start..end,
        text: unfold(&text[start..end], depth),
        headings: String::new(),
        frame: "html".into(),
        depth,
        line: 0,
        is_offered: true,
    };
    units.push(unit);
}
