//! The comments of a file, and the bytes that each of them is about.

use super::{Allow, Syntax};
use crate::{
    corpus::front_matter,
    text::{FileId, Span, Spanned},
};
use memchr::memmem;
use regex::{Captures, Match, Regex};
use std::{ops::Range, sync::LazyLock};

/// What all of them have in common, so that a file without is passed quickly.
const MARK: &str = "polyguide:";

static IN_MARKDOWN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"<!--\s*polyguide:\s*allow\b([^:>]*)(?::((?s:.*?)))??-->").ok());
static AFTER_HASH: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?m)(?:^|[ \t])(#[ \t]*polyguide:[ \t]*allow\b([^:\r\n]*)(?::([^\r\n]*))?)").ok());

/// Whether a text may hold comments that allow findings.
fn is_candidate(text: &str) -> bool {
    memmem::find(text.as_bytes(), MARK.as_bytes()).is_some()
}

/// The comments in a text of Markdown whose body starts at a byte.
pub fn in_markdown(file: FileId, text: &str, body: usize) -> Vec<Allow> {
    if !is_candidate(text) {
        return Vec::new();
    }
    let front = Part { file, text, range: 0..body, may_be_whole: false };
    let body = Part { file, text, range: body..text.len(), may_be_whole: true };
    front.after_hash().chain(body.in_markdown()).collect()
}

/// The comments in a file, by the way they are written there.
pub fn in_file(syntax: Syntax, file: FileId, text: &str) -> Vec<Allow> {
    match syntax {
        _ if !is_candidate(text) => Vec::new(),
        Syntax::Markdown => in_markdown(file, text, front_matter::read(file, text).1),
        Syntax::Hash => Part { file, text, range: 0..text.len(), may_be_whole: true }.after_hash().collect(),
    }
}

/// A part of a file in which comments are written in one way.
struct Part<'a> {
    file: FileId,
    text: &'a str,
    range: Range<usize>,
    /// Whether a comment at the top of it is about the whole file.
    may_be_whole: bool,
}

impl<'a> Part<'a> {
    fn in_markdown(&self) -> impl Iterator<Item = Allow> {
        let fences = fences(self.text, self.range.clone());
        let found: Vec<Allow> = matches(&IN_MARKDOWN, self.text, &self.range)
            .filter(|found| {
                let start = found.get(0).map_or(0, |all| all.start());
                let before = &self.text[line(self.text, start).start..start];
                before.matches('`').count().is_multiple_of(2) && !fences.iter().any(|fence| fence.contains(&start))
            })
            .filter_map(|found| self.allow(found.get(0)?, found.get(1), found.get(2), Self::block_after))
            .collect();
        found.into_iter()
    }

    fn after_hash(&self) -> impl Iterator<Item = Allow> {
        let found: Vec<Allow> = matches(&AFTER_HASH, self.text, &self.range)
            .filter_map(|found| self.allow(found.get(1)?, found.get(2), found.get(3), Self::entry_after))
            .collect();
        found.into_iter()
    }

    /// A comment; `next` tells what one on a line of its own is about.
    fn allow(&self, all: Match, codes: Option<Match>, reason: Option<Match>, next: fn(&Self, usize) -> Range<usize>) -> Option<Allow> {
        let span = |range| Span::new(self.file, range);
        let lines = line(self.text, all.start()).start..line(self.text, all.end()).end;
        let (before, after) = (&self.text[lines.start..all.start()], &self.text[all.end()..lines.end]);
        let is_alone = is_blank(before) && after.trim().is_empty();
        let scope = if !is_alone {
            lines.clone()
        } else if self.may_be_whole && self.is_top(all.start()) {
            0..self.text.len() + 1
        } else {
            next(self, lines.end)
        };
        let is_whole_line = is_alone && before.trim().is_empty() && is_blank(line_before(self.text, lines.start));
        let spaces = before.len() - before.trim_end_matches([' ', '\t']).len();
        let delete = if is_whole_line { lines } else { all.start() - spaces..all.end() };
        Some(Allow {
            span: span(all.range()),
            delete: span(delete),
            codes: self.codes(codes?),
            reason: reason.map_or("", |reason| reason.as_str()).split_whitespace().collect::<Vec<_>>().join(" "),
            scope,
        })
    }

    /// The names between commas or spaces.
    fn codes(&self, list: Match) -> Vec<Spanned<String>> {
        let names = list.as_str().split([',', ' ', '\t', '\r', '\n']).filter(|name| !name.is_empty());
        let start = |name: &str| name.as_ptr() as usize - self.text.as_ptr() as usize;
        names.map(|name| Spanned { value: name.to_owned(), span: Span::new(self.file, start(name)..start(name) + name.len()) }).collect()
    }

    /// Whether nothing but comments stands before a place.
    fn is_top(&self, at: usize) -> bool {
        let before = self.text[self.range.start..at].trim_start_matches('\u{feff}');
        let mut rest = before.trim_start();
        while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
            rest = after.trim_start();
        }
        rest.lines().all(|line| line.trim().is_empty() || (rest.starts_with('#') && line.starts_with('#')))
    }

    /// The block of Markdown that begins at or after a line: up to a blank line, in a quote one with nothing but `>`.
    fn block_after(&self, from: usize) -> Range<usize> {
        let mut lines = lines_from(self.text, from).skip_while(|line| is_blank(&self.text[line.clone()]));
        let Some(first) = lines.next() else { return from..from };
        let end = lines.take_while(|line| !is_blank(&self.text[line.clone()])).last().map_or(first.end, |last| last.end);
        first.start..end
    }

    /// The entry of a file of keys that begins at or after a line: a line, and those that are indented deeper.
    fn entry_after(&self, from: usize) -> Range<usize> {
        let depth = |line: &Range<usize>| self.text[line.clone()].len() - self.text[line.clone()].trim_start_matches([' ', '\t']).len();
        let is_passed = |line: &Range<usize>| self.text[line.clone()].trim().is_empty() || self.text[line.clone()].trim().starts_with('#');
        let mut lines = lines_from(self.text, from).skip_while(is_passed);
        let Some(first) = lines.next() else { return from..from };
        let own = depth(&first);
        let end = lines.take_while(|line| !is_passed(line) && depth(line) > own).last().map_or(first.end, |last| last.end);
        first.start..end
    }
}

fn matches<'t>(pattern: &'static LazyLock<Option<Regex>>, text: &'t str, range: &Range<usize>) -> impl Iterator<Item = Captures<'t>> {
    let range = range.clone();
    let found = pattern.iter().flat_map(move |pattern| pattern.captures_iter(text));
    found.filter(move |found| found.get(0).is_some_and(|all| range.contains(&all.start())))
}

/// Nothing but spaces and the markers of quotes.
fn is_blank(line: &str) -> bool {
    line.chars().all(|letter| letter.is_whitespace() || letter == '>')
}

/// The line that holds a byte, with its break.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
    start..end
}

/// The line before the one that starts at a byte; empty before the first.
fn line_before(text: &str, start: usize) -> &str {
    start.checked_sub(1).map_or("", |at| &text[line(text, at)])
}

/// The lines from the one at `from` on, with their breaks.
fn lines_from(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    text[from..].split_inclusive('\n').scan(from, |at, line| {
        let range = *at..*at + line.len();
        *at = range.end;
        Some(range)
    })
}

/// The blocks of code between fences: what looks like a comment there is an example.
fn fences(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for line in lines_from(text, range.start) {
        let inside = text[line.clone()].trim_start_matches([' ', '\t', '>']);
        let mark = ["```", "~~~"].into_iter().find(|mark| inside.starts_with(mark));
        match (open, mark) {
            (None, Some(mark)) => open = Some((line.start, mark)),
            (Some((start, mark)), Some(other)) if mark == other && inside.trim_end().chars().all(|letter| mark.contains(letter)) => {
                found.push(start..line.end);
                open = None;
            }
            _ => {}
        }
    }
    found.extend(open.map(|(start, _)| start..text.len()));
    found
}
