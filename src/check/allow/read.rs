//! The comments of a file, and the bytes that each of them is about.

use super::{Allow, Syntax};
use crate::{
    check::code::Code,
    corpus::front_matter,
    text::{FileId, Span, Spanned},
};
use memchr::memmem;
use regex::{Captures, Match, Regex};
use std::{ops::Range, sync::LazyLock};

/// What all of them have in common, so that a file without is passed quickly.
const MARK: &str = "polyguide:";

static IN_MARKDOWN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"<!--\s*polyguide:\s*allow\b([^:>]*)(?::((?s:.*?)))??-->").expect("the pattern is one"));
static AFTER_HASH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)(?:^|[ \t])(#[ \t]*polyguide:[ \t]*allow\b([^:\r\n]*)(?::([^\r\n]*))?)").expect("the pattern is one")
});

/// Whether a text may hold comments that allow findings.
fn is_candidate(text: &str) -> bool {
    memmem::find(text.as_bytes(), MARK.as_bytes()).is_some()
}

/// The comments in a text of Markdown whose body starts at a byte.
pub fn in_markdown(file: FileId, text: &str, body: usize) -> Vec<Allow> {
    if !is_candidate(text) {
        return Vec::new();
    }
    let front = Part::new(file, text, 0..body, false);
    let body = Part::new(file, text, body..text.len(), true);
    front.after_hash().into_iter().chain(body.in_markdown()).collect()
}

/// The comments in a file, by the way they are written there.
pub fn in_file(syntax: Syntax, file: FileId, text: &str) -> Vec<Allow> {
    match syntax {
        _ if !is_candidate(text) => Vec::new(),
        Syntax::Markdown => in_markdown(file, text, front_matter::read(file, text).1),
        Syntax::Hash => Part::new(file, text, 0..text.len(), true).after_hash(),
    }
}

/// A part of a file in which comments are written in one way.
struct Part<'a> {
    file: FileId,
    text: &'a str,
    range: Range<usize>,
    /// What stands above all else in it, if a comment there is about the whole file.
    top: Option<Top>,
    /// Where each line of the text starts.
    lines: Vec<usize>,
}

/// What a comment on a line of its own is about: where it was looked for, and what was found.
type Next = (usize, Range<usize>);

impl<'a> Part<'a> {
    fn new(file: FileId, text: &'a str, range: Range<usize>, may_be_whole: bool) -> Self {
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        let top = may_be_whole.then(|| Top::of(text, range.start));
        Self { file, text, range, top, lines }
    }

    fn in_markdown(&self) -> Vec<Allow> {
        let code = Code::in_text(self.text, self.range.start);
        let is_example = |found: &Captures| found.get(0).is_none_or(|all| code.holds(all.start()));
        let mut last = None;
        let own = matches(&IN_MARKDOWN, self.text, &self.range).filter(|found| !is_example(found));
        own.filter_map(|found| self.allow(found.get(0)?, found.get(1), found.get(2), &mut |from| self.block_after(from, &mut last)))
            .collect()
    }

    fn after_hash(&self) -> Vec<Allow> {
        let mut last = None;
        matches(&AFTER_HASH, self.text, &self.range)
            .filter_map(|found| self.allow(found.get(1)?, found.get(2), found.get(3), &mut |from| self.entry_after(from, &mut last)))
            .collect()
    }

    /// A comment; `next` tells what one on a line of its own is about.
    fn allow(&self, all: Match, codes: Option<Match>, reason: Option<Match>, next: &mut dyn FnMut(usize) -> Range<usize>) -> Option<Allow> {
        let span = |range| Span::new(self.file, range);
        let lines = self.line(all.start()).start..self.line(all.end()).end;
        let (before, after) = (&self.text[lines.start..all.start()], &self.text[all.end()..lines.end]);
        let is_alone = is_blank(before) && after.trim().is_empty();
        let scope = if !is_alone {
            lines.clone()
        } else if self.top.as_ref().is_some_and(|top| top.holds(all.start())) {
            0..self.text.len() + 1
        } else {
            next(lines.end)
        };
        let is_whole_line = is_alone && before.trim().is_empty() && is_blank(self.line_before(lines.start));
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

    /// The line that holds a byte, with its break.
    fn line(&self, at: usize) -> Range<usize> {
        let next = self.lines.partition_point(|start| *start <= at);
        let start = next.checked_sub(1).map_or(0, |line| self.lines[line]);
        start..self.lines.get(next).copied().unwrap_or(self.text.len())
    }

    /// The line before the one that starts at a byte; empty before the first.
    fn line_before(&self, start: usize) -> &str {
        start.checked_sub(1).map_or("", |at| &self.text[self.line(at)])
    }

    /// The block of Markdown that begins at or after a line: up to a blank line, in a quote one with nothing but `>`. That of
    /// the comment before may be the same, or go on from here.
    fn block_after(&self, from: usize, last: &mut Option<Next>) -> Range<usize> {
        let found = match last {
            Some((asked, found)) if *asked <= from && from < found.end => found.start.max(from)..found.end,
            _ => {
                let mut lines = lines_from(self.text, from).skip_while(|line| is_blank(&self.text[line.clone()]));
                let first = lines.next().unwrap_or(self.text.len()..self.text.len());
                let end = lines.take_while(|line| !is_blank(&self.text[line.clone()])).last().map_or(first.end, |last| last.end);
                first.start..end
            }
        };
        *last = Some((from, found.clone()));
        found
    }

    /// The entry of a file of keys that begins at or after a line: a line, and those that are indented deeper. That of the
    /// comment before may be the same.
    fn entry_after(&self, from: usize, last: &mut Option<Next>) -> Range<usize> {
        if let Some((asked, found)) = last
            && *asked <= from
            && from <= found.start
        {
            return found.clone();
        }
        let depth = |line: &Range<usize>| self.text[line.clone()].len() - self.text[line.clone()].trim_start_matches([' ', '\t']).len();
        let is_passed = |line: &Range<usize>| self.text[line.clone()].trim().is_empty() || self.text[line.clone()].trim().starts_with('#');
        let mut lines = lines_from(self.text, from).skip_while(is_passed);
        let first = lines.next().unwrap_or(self.text.len()..self.text.len());
        let own = depth(&first);
        let end = lines.take_while(|line| !is_passed(line) && depth(line) > own).last().map_or(first.end, |last| last.end);
        *last = Some((from, first.start..end));
        first.start..end
    }
}

/// What stands above all else in a file: comments, and nothing between them.
struct Top {
    comments: Vec<Range<usize>>,
    end: usize,
}

impl Top {
    /// The top of the part of a text that starts at a byte.
    fn of(text: &str, start: usize) -> Self {
        let mut rest = text[start..].trim_start_matches('\u{feff}').trim_start();
        let mut comments = Vec::new();
        while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
            comments.push(text.len() - rest.len()..text.len() - after.len());
            rest = after.trim_start();
        }
        if rest.starts_with('#') {
            let is_comment = |line: &&str| line.trim().is_empty() || line.starts_with('#');
            let length: usize = rest.split_inclusive('\n').take_while(is_comment).map(str::len).sum();
            rest = rest[length..].trim_start();
        }
        Self { comments, end: text.len() - rest.len() }
    }

    /// Whether nothing but comments stands before a place.
    fn holds(&self, at: usize) -> bool {
        let next = self.comments.partition_point(|comment| comment.end <= at);
        at <= self.end && self.comments.get(next).is_none_or(|comment| comment.start >= at)
    }
}

fn matches<'t>(pattern: &'static Regex, text: &'t str, range: &Range<usize>) -> impl Iterator<Item = Captures<'t>> {
    let range = range.clone();
    pattern.captures_iter(text).filter(move |found| found.get(0).is_some_and(|all| range.contains(&all.start())))
}

/// Nothing but spaces and the markers of quotes.
fn is_blank(line: &str) -> bool {
    line.chars().all(|letter| letter.is_whitespace() || letter == '>')
}

/// The lines from the one at `from` on, with their breaks.
fn lines_from(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    text[from..].split_inclusive('\n').scan(from, |at, line| {
        let range = *at..*at + line.len();
        *at = range.end;
        Some(range)
    })
}
