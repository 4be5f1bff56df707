//! One scan of the lines, which tells the Markdown parser what the dialect means and mends what the author got wrong.
//!
//! It knows the containers of each line (quotes, list items) and never touches fenced code, comments or raw HTML.
//! *Lowering* splices are silent; *repairs* come with a diagnostic whose fix is the same splice.

mod attributes;
mod brackets;
mod bridges;
mod containers;
mod details;
mod end_tags;
mod fences;
mod hosts;
mod html;
mod ids;
mod inline;
mod islands;
mod leaves;
mod letters;
mod lists;
mod markers;
mod masks;
mod open_code;
mod outdents;
mod paths;
mod pictures;
mod plain;
mod quotes;
mod repairs;
mod rows;
mod split_lists;
mod stars;
mod tables;
mod tags;
mod ticks;
mod unseen;

use super::{
    places::Places,
    source::{Source, Splice},
    vocabulary::Vocabulary,
};
use crate::diagnostic::Diagnostic;
use containers::{Container, Cursor, prefix};
use details::OpenBlock;
pub use hosts::{host_of_token, host_token};
use leaves::Leaf;
pub use leaves::blank_line_after;
use letters::{LetterPlaces, Letters};
use lists::{number_of, number_of_glued};
use memchr::memmem;
use stars::Stars;
use std::{collections::HashMap, ops::Range};

/// First character of a comment that this program wrote; no author can write one that counts, since its place is checked.
pub const OWN_MARK: char = '\u{E000}';
/// Stands before HTML or comments that must not start an HTML block; it is not shown.
pub const NOTHING: char = '\u{E001}';
/// Starts a host's token; the next character says which service, see [`host_token`].
pub const HOST_MARK: char = '\u{E002}';

/// How `(*)` and `[*]` start, which refer to a note.
const NOTE_STARTS: &[&str] = &["(*", "[*"];

/// What a scan found.
#[derive(Debug, Default)]
pub struct Scan {
    /// What the Markdown parser must see instead.
    pub splices: Vec<Splice>,
    /// What the author got wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Abbreviations that the guide defines, with what they stand for.
    pub abbreviations: Vec<(String, String)>,
}

/// Scans the lines of `source`.
pub fn scan(source: &Source, vocabulary: &Vocabulary) -> Scan {
    let first_backslash = memchr::memchr(b'\\', source.text.as_bytes());
    let stars = Stars::of(source.text);
    let (letters, brackets) = LetterPlaces::of(source.text);
    let mut scanner = Scanner {
        source,
        vocabulary,
        host_places: vocabulary.host_places(source.text).into(),
        letters,
        bold_places: stars.pairs,
        bold_is_open: false,
        has_markers: brackets.may_be_markers,
        has_notes: stars.may_be_notes,
        has_masks: stars.may_be_masks,
        has_codes: stars.are_dialled,
        has_paths: first_backslash.is_some_and(|first| paths::may_hold_path(source.text, first)),
        has_backslashes: first_backslash.is_some(),
        has_odd_brackets: brackets.are_odd(),
        has_doubled_brackets: brackets.may_be_doubled,
        has_bracketed_lists: brackets.may_be_lists || memmem::find(source.text.as_bytes(), b"(.").is_some(),
        indented_callout: None,
        containers: Vec::new(),
        leaf: Leaf::None,
        previous: Previous::default(),
        details: Vec::new(),
        list_fix: None,
        shift: None,
        island: None,
        numbers: Vec::new(),
        rows_end: 0,
        list_end: 0,
        lost_marks: Vec::new(),
        hosts_seen: false,
        comments_stay_open: false,
        codes: Vec::new(),
        code_end: None,
        element_ends: HashMap::new(),
        out: Scan::default(),
    };
    let mut start = 0;
    for newline in memchr::memchr_iter(b'\n', source.text.as_bytes()) {
        scanner.line(start, newline);
        start = newline + 1;
    }
    if start < source.text.len() {
        scanner.line(start, source.text.len());
    }
    scanner.finish();
    scanner.out
}

struct Scanner<'a> {
    source: &'a Source<'a>,
    vocabulary: &'a Vocabulary,
    /// Where the fixed parts of hosts stand.
    host_places: Places,
    /// Where the letters stand that rules ask for.
    letters: LetterPlaces<'a>,
    /// Where two asterisks stand, and whether the paragraph so far left bold text open.
    bold_places: Places,
    bold_is_open: bool,
    /// Whether a callout's marker may stand anywhere.
    has_markers: bool,
    /// Whether a note's asterisk in brackets may stand anywhere.
    has_notes: bool,
    /// Whether asterisks may hide letters, and whether some are codes to dial.
    has_masks: bool,
    has_codes: bool,
    /// Whether a path of Windows may stand anywhere, and a backslash before a pipe.
    has_paths: bool,
    has_backslashes: bool,
    /// Whether brackets without a partner stand somewhere, brackets beside their like, and attribute lists in other brackets than braces.
    has_odd_brackets: bool,
    has_doubled_brackets: bool,
    has_bracketed_lists: bool,
    /// The diagnostic of a callout whose lines are indented too little, while they go on.
    indented_callout: Option<usize>,
    containers: Vec<Container>,
    leaf: Leaf,
    previous: Previous,
    /// The blocks between lines of slashes or colons that are open.
    details: Vec<OpenBlock>,
    /// A nested list whose indentation is being put right.
    list_fix: Option<leaves::ListFix>,
    /// The lines that are being moved.
    shift: Option<lists::Shift>,
    /// The Markdown in a raw element that is being looked at.
    island: Option<islands::Island>,
    /// The last number of a list, by how many containers the list stands in.
    numbers: Vec<(usize, u32)>,
    /// Where the last of some rows ends that are no table.
    rows_end: usize,
    /// Where an attribute list ends that started on the line before.
    list_end: usize,
    /// Hosts without their mark, which are mistakes if the page has others with it.
    lost_marks: Vec<(Range<usize>, u16)>,
    hosts_seen: bool,
    /// Whether a comment was met that is never closed, so that none after it is either.
    comments_stay_open: bool,
    /// The code spans of the line that is being looked at, in a buffer that all lines share.
    codes: Vec<Range<usize>>,
    /// The backtick that ends code which began on a line above.
    code_end: Option<usize>,
    /// By the names of elements that were looked for: where the elements that start at a place end.
    element_ends: HashMap<String, HashMap<usize, usize>>,
    out: Scan,
}

/// What the line before was.
#[derive(Clone, Debug, Default)]
struct Previous {
    /// Its content, after the containers.
    content: Range<usize>,
    /// Whether it was blank, if only for the markers of its quotes.
    blank: bool,
    /// Whether it was blank at the depth of tabs, between a body and what follows.
    separator: Option<Range<usize>>,
}

/// A line that is being looked at.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    start: usize,
    cursor: Cursor<'a>,
    /// The letters in it; the markers of containers have none of them, so that they are also those of its content.
    letters: Letters,
}

impl Line<'_> {
    /// Where the rest of the line starts in the text.
    fn at(&self) -> usize {
        self.start + self.cursor.at
    }

    fn end(&self) -> usize {
        self.start + self.cursor.line.len()
    }

    fn content(&self) -> Range<usize> {
        self.at()..self.end()
    }
}

impl<'a> Scanner<'a> {
    fn line(&mut self, start: usize, end: usize) {
        let has_return = end > start && self.source.text.as_bytes()[end - 1] == b'\r';
        let text = &self.source.text[start..end - usize::from(has_return)];
        if self.plain_line(start, text) {
            return;
        }
        let mut line = Line { start, cursor: self.start_of_line(start, text), letters: Letters::default() };
        let from = self.line_of_island(&mut line).or_else(|| self.shift_line(&mut line)).unwrap_or(0);
        let mut matched = self.match_containers(&mut line.cursor, from);
        if matched < self.containers.len() && line.cursor.is_blank() {
            if self.bridges_code(&line, matched) {
                return;
            }
        } else if matched < self.containers.len() {
            if self.keep_fence(&mut line, matched) {
                matched = self.containers.len();
            } else if self.mend_callout_indent(&mut line, matched) {
                matched = self.match_containers(&mut line.cursor, matched + 1);
                self.close_to(matched);
            } else if self.start_shift(&mut line, matched) {
                matched = self.match_containers(&mut line.cursor, matched);
            }
        }
        let inside = matched == self.containers.len();
        if inside && self.continue_fence(&line) {
            return;
        }
        line.letters = self.letters.within(&(start..start + text.len()));
        if inside && self.continue_raw(&line) {
            return;
        }
        if line.cursor.is_blank() {
            return self.blank_line(&line, matched);
        }
        if matched < self.containers.len() {
            self.indented_callout = None;
        }
        if !inside && self.continue_quote(&mut line, matched) {
            return;
        }
        if matched < self.containers.len() {
            self.close_to(matched);
        }
        self.mend_code_indent(&mut line);
        self.open_containers(&mut line);
        self.leaf_line(&line);
        self.previous = Previous { content: line.content(), ..Previous::default() };
    }

    /// Goes past the markers of the open containers and tells how many of them the line continues.
    fn match_containers(&self, cursor: &mut Cursor, from: usize) -> usize {
        self.match_some(cursor, from, self.containers.len())
    }

    /// The same, for the containers before `end`.
    fn match_some(&self, cursor: &mut Cursor, from: usize, end: usize) -> usize {
        if from >= end {
            return end;
        }
        let mut is_blank = cursor.is_blank();
        for (at, container) in self.containers[..end].iter().enumerate().skip(from) {
            let continues = if container.is_quote() {
                let taken = cursor.take_quote();
                is_blank = cursor.is_blank();
                taken
            } else if is_blank || cursor.is_indented(container.indent) {
                cursor.skip(container.indent);
                true
            } else {
                false
            };
            if !continues {
                return at;
            }
        }
        end
    }

    fn blank_line(&mut self, line: &Line, matched: usize) {
        if self.keep_repaired_callout(line, matched) || matched == self.containers.len() && self.bridges_rows(line) {
            return;
        }
        let bridge = self.bridge(line, matched);
        let matched = bridge.unwrap_or(matched);
        let closes_body = bridge.is_none()
            && self.containers.get(matched).is_some_and(Container::is_quote)
            && matched > 0
            && self.containers[matched - 1].is_labelled();
        if matched < self.containers.len() {
            self.indented_callout = None;
        }
        self.close_to(matched);
        self.leaf = Leaf::None;
        let separator = closes_body.then(|| line.start..line.end());
        self.previous = Previous { content: line.content(), blank: true, separator };
    }

    /// Closes all containers but the first `count`.
    fn close_to(&mut self, count: usize) {
        if count < self.containers.len() {
            self.unclosed_fence("this code fence is never closed in the block that it stands in, so all the rest of the block is code");
            self.containers.truncate(count);
            self.leaf = Leaf::None;
            self.list_fix = None;
            self.numbers.retain(|(depth, _)| *depth <= count);
            self.shift = self.shift.filter(|shift| shift.is_in(count));
            while let Some(block) = self.details.pop_if(|block| block.depth > count) {
                self.unclosed_details(block.opening);
            }
        }
    }

    fn open_containers(&mut self, line: &mut Line<'a>) {
        while line.cursor.may_open_container() {
            if self.shift.is_none() && self.island.is_none() {
                self.mend_list_indent(line);
            }
            let in_paragraph = self.leaf == Leaf::Paragraph && !self.list_goes_on(line);
            let (marker, item) = (line.cursor.indent(), line.cursor.rest());
            if line.cursor.indent() > 3 {
                break;
            } else if line.cursor.take_quote() {
                self.space_before_marker(line);
                self.containers.push(Container::quote());
            } else if self.item_as_label(line) {
                break;
            } else if let Some(indent) = line.cursor.take_item(in_paragraph) {
                self.note_number(number_of(item.trim_start()));
                self.containers.push(Container::item(marker, indent));
                self.space_after_marker(line.at());
            } else if let Some(indent) = self.take_bullet(line) {
                self.containers.push(Container::item(marker, indent));
                self.space_after_marker(line.at());
            } else if let Some(indent) = self.take_glued_item(line) {
                self.note_number(number_of_glued(item.trim_start()));
                self.containers.push(Container::item(marker, indent));
            } else if item.trim_start().starts_with("[!") && self.marker_without_quote(line) {
                self.leaf = Leaf::None;
                break;
            } else {
                break;
            }
            self.leaf = Leaf::None;
        }
        if line.cursor.is_blank() {
            return;
        }
        let is_marker = self.quote_marker(line);
        let with_content = self.containers.len() - usize::from(is_marker);
        for container in &mut self.containers[..with_content] {
            container.has_content = true;
        }
    }

    fn finish(&mut self) {
        self.unclosed_fence("this code fence is never closed, so all the rest is code");
        std::mem::take(&mut self.details).into_iter().rev().for_each(|block| self.unclosed_details(block.opening));
        self.report_lost_marks();
    }

    /// The start of a new line in all open containers.
    fn prefix(&self) -> String {
        prefix(&self.containers)
    }
}
