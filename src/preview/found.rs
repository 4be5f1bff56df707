//! Diagnostics as the overlay and the pages for authors show them: with file, line, column and excerpt.

use crate::{
    diagnostic::{Diagnostic, Levels, Severity},
    source::SourceTree,
    text::{FileId, Span, line_and_column, with_line_feeds},
};
use serde::Serialize;
use std::{borrow::Borrow, collections::BTreeMap};

/// An excerpt holds at most so many lines.
const MAX_LINES: usize = 4;
/// A longer line is cut around what is marked, in characters.
const MAX_LINE: usize = 240;

/// How many diagnostics of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

/// A diagnostic.
#[derive(Debug, Serialize)]
pub struct Shown {
    pub severity: &'static str,
    pub code: &'static str,
    /// What mistakes of this kind are.
    pub meaning: &'static str,
    pub message: String,
    pub help: Option<String>,
    pub place: Place,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

/// A place in a file.
#[derive(Debug, Serialize)]
pub struct Place {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub excerpt: Vec<Line>,
}

/// A line of an excerpt: what is marked, and what stands before and behind it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    pub number: usize,
    pub before: String,
    pub marked: String,
    pub behind: String,
}

/// Another place, and what is said there.
#[derive(Debug, Serialize)]
pub struct Related {
    pub label: String,
    pub place: Place,
}

/// Counts diagnostics.
pub fn count<D: Borrow<Diagnostic>>(found: &[D], levels: &Levels) -> Counts {
    let mut counts = Counts::default();
    for found in found {
        *match levels.severity(found.borrow()) {
            Severity::Error => &mut counts.errors,
            Severity::Warning => &mut counts.warnings,
            Severity::Note => &mut counts.notes,
        } += 1;
    }
    counts
}

/// Finds the places of diagnostics; each file is read once.
pub struct Places<'a> {
    tree: &'a SourceTree,
    levels: Levels,
    texts: BTreeMap<FileId, String>,
}

impl<'a> Places<'a> {
    pub fn new(tree: &'a SourceTree, levels: Levels) -> Self {
        Self { tree, levels, texts: BTreeMap::new() }
    }

    /// A diagnostic with its places.
    pub fn show(&mut self, found: &Diagnostic) -> Shown {
        let related = found.related.iter().map(|(span, label)| Related { label: label.clone(), place: self.place(*span) }).collect();
        Shown {
            severity: self.levels.severity(found).as_str(),
            code: found.code.id,
            meaning: found.code.meaning,
            message: found.message.clone(),
            help: found.help.as_deref().filter(|help| !help.is_empty()).map(str::to_owned),
            place: self.place(found.span),
            related,
        }
    }

    fn place(&mut self, span: Span) -> Place {
        let tree = self.tree;
        let read = || tree.holds(span.file).then(|| tree.read(span.file).ok()).flatten().unwrap_or_default();
        let text = self.texts.entry(span.file).or_insert_with(|| String::from_utf8_lossy(&with_line_feeds(read())).into_owned());
        let (line, column) = line_and_column(text, span.start as usize);
        // What is said of a file as a whole has no excerpt.
        let excerpt = if span.end == 0 { Vec::new() } else { excerpt(text, span, line) };
        Place { file: tree.name(span.file).to_owned(), line, column, excerpt }
    }
}

/// The lines of a span. The file may have changed since, so that the span is only where something was.
fn excerpt(text: &str, span: Span, first: usize) -> Vec<Line> {
    let start = text.floor_char_boundary(span.start as usize);
    let end = text.floor_char_boundary(span.end as usize).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let mut lines = Vec::new();
    let mut at = line_start;
    for (number, line) in text[line_start..].split('\n').enumerate().take(MAX_LINES) {
        let inside = |offset: usize| offset.clamp(at, at + line.len()) - at;
        lines.push(cut(first + number, line, inside(start), inside(end)));
        at += line.len() + 1;
        if at >= end {
            break;
        }
    }
    lines
}

/// A line, cut where it is too long to read.
fn cut(number: usize, line: &str, from: usize, to: usize) -> Line {
    let line = line.trim_end_matches('\r');
    let (from, to) = (from.min(line.len()), to.min(line.len()));
    let first = |text: &str| match text.char_indices().nth(MAX_LINE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    let last = |text: &str| match text.char_indices().rev().nth(MAX_LINE) {
        Some((at, _)) => format!("…{}", &text[at..]),
        None => text.to_owned(),
    };
    Line { number, before: last(&line[..from]), marked: first(&line[from..to]), behind: first(&line[to..]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::LINK_CASE;

    fn shown(text: &str, range: std::ops::Range<usize>) -> Place {
        let tree = SourceTree::from_memory([("a.md", text)]);
        let found = Diagnostic::new(&LINK_CASE, Span::new(FileId(0), range), "m");
        Places::new(&tree, Levels::default()).show(&found).place
    }

    fn line(number: usize, before: &str, marked: &str, behind: &str) -> Line {
        Line { number, before: before.into(), marked: marked.into(), behind: behind.into() }
    }

    #[test]
    fn a_place_shows_its_line() {
        let place = shown("one\r\né two three\nfour", 8..11);
        assert_eq!((place.file.as_str(), place.line, place.column), ("a.md", 2, 3));
        assert_eq!(place.excerpt, [line(2, "é ", "two", " three")]);
    }

    #[test]
    fn a_place_over_several_lines_shows_them() {
        let place = shown("a\nb c\nd\n", 4..7);
        assert_eq!(place.excerpt, [line(2, "b ", "c", ""), line(3, "", "d", "")]);
        assert_eq!(shown(&"x\n".repeat(50), 2..60).excerpt.len(), MAX_LINES);
    }

    #[test]
    fn a_place_that_is_gone_harms_nobody() {
        assert_eq!(shown("é", 1..90).excerpt, [line(1, "", "é", "")]);
        assert_eq!(shown("", 5..9).excerpt, [line(1, "", "", "")]);
        assert_eq!(shown("a", 0..0).excerpt, []);
    }

    #[test]
    fn long_lines_are_cut() {
        let place = shown(&"é".repeat(5000), 4000..4002);
        assert_eq!(place.excerpt[0].before.chars().count(), MAX_LINE + 2);
        assert_eq!(place.excerpt[0].behind.chars().count(), MAX_LINE + 1);
    }
}
