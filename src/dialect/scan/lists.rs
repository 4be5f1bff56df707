//! Lists that go on where CommonMark sees none: numbers directly below a text, and lines indented too little for their item.

use super::{
    Line, Scanner,
    attributes::head,
    containers::{Cursor, DASH, NO_BREAK_SPACE, bullet_width, is_thematic_break, marker_width, prefix},
    leaves::Leaf,
};
use crate::diagnostic::{CALLOUT_INDENT, Diagnostic, Edit, LIST_BULLET, LIST_GLUED, LIST_INDENT, TYPO_SPACE};

/// Numbers of a list that may follow on any text; higher ones may be years.
const SMALL: u32 = 100;

/// So many lines of code below a fence are looked at.
pub const MAX_CODE: usize = 500;

/// Lines that are moved, since they are indented too little for the item that they belong to, or so far that they would be code.
#[derive(Clone, Copy, Debug)]
pub struct Shift {
    /// How many containers the lines stand in as they are written.
    pub depth: usize,
    /// How many must stay open.
    pub kept: usize,
    /// How far the first of the lines is indented; they end before a line that is indented less.
    pub raw: usize,
    pub by: Move,
    /// The finding that tells of it.
    pub diagnostic: Option<usize>,
}

/// Where lines are moved to, by so many columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    Right(usize),
    Left(usize),
    /// The same, up to the end of the code whose fence is the first of the lines.
    LeftAsCode(usize),
}

impl Shift {
    /// Whether its containers are still open when so many are.
    pub fn is_in(self, count: usize) -> bool {
        self.kept <= count
    }
}

impl<'a> Scanner<'a> {
    /// A callout that is indented by two or three columns below an item that needs more belongs to the item.
    pub(super) fn mend_callout_indent(&mut self, line: &mut Line<'a>, matched: usize) -> bool {
        let indent = line.cursor.indent();
        let container = &self.containers[matched];
        // What is no further to the right than the mark of an item stands beside it.
        if container.is_quote() || indent < 2 || indent >= container.indent || matched > 0 && indent <= container.marker {
            return false;
        }
        let Some(quoted) = line.cursor.rest().trim_start().strip_prefix('>') else { return false };
        let is_start = quoted.trim_start().starts_with("[!");
        let goes_on = self.indented_callout.is_some();
        if !is_start && !goes_on {
            return false;
        }
        let place = text_at(line.start, &line.cursor);
        let edit = (place..place, " ".repeat(container.indent - indent));
        match self.indented_callout.filter(|_| goes_on).and_then(|at| self.out.diagnostics.get_mut(at)) {
            Some(diagnostic) => {
                diagnostic.fix.push(Edit { span: self.source.span(edit.0.clone()), replacement: edit.1.clone() });
                self.splice(edit.0, edit.1);
            }
            None => {
                self.indented_callout = Some(self.out.diagnostics.len());
                let message = "this callout is indented too little to stand in the list item above";
                self.repair(&CALLOUT_INDENT, line.content(), message, vec![edit]);
            }
        }
        line.cursor.skip(indent);
        true
    }

    /// A numbered item directly below a text that is the next of the list above, or that another one follows: CommonMark lets only
    /// an item with the number 1 follow on a text. A blank line between them makes it a list.
    pub(super) fn list_goes_on(&mut self, line: &Line<'a>) -> bool {
        if self.leaf != Leaf::Paragraph || line.cursor.indent() > 3 {
            return false;
        }
        let Some(number) = number_of(line.cursor.rest().trim_start()) else { return false };
        let depth = self.containers.len();
        let is_next = self.numbers.iter().any(|(at, last)| *at == depth && last + 1 == number);
        let is_first = || number < SMALL && number_of(self.below(line)) == Some(number + 1);
        if number == 1 || !(is_next || is_first()) {
            return false;
        }
        let blank = format!("{}\n", prefix(&self.containers).trim_end());
        let message = "this item follows directly on a text and would be more of it";
        self.repair(&LIST_GLUED, line.content(), message, vec![(line.start..line.start, blank)]);
        self.leaf = Leaf::None;
        true
    }

    /// `• text`: other renderers make one text of such lines.
    pub(super) fn take_bullet(&mut self, line: &mut Line) -> Option<usize> {
        let rest = line.cursor.rest();
        let bullet = rest.trim_start_matches([' ', '\t']);
        let at = line.end() - bullet.len();
        let width = bullet_width(bullet)?;
        let above = self.above();
        // One dash may set off an aside; several in a row are a list.
        if bullet.starts_with(DASH) && !above.starts_with(DASH) && !self.below(line).starts_with(DASH) {
            return None;
        }
        let indent = line.cursor.take_bullet()?;
        let message = "this bullet is no mark of a list, so that other renderers show one text";
        self.repair(&LIST_BULLET, at..line.end(), message, vec![(at..at + width, "-".into())]);
        Some(indent)
    }

    /// `-text` and `2.text` among items: the space behind the marker is missing. Gives back how far the item's text is indented.
    pub(super) fn take_glued_item(&mut self, line: &mut Line) -> Option<usize> {
        let width = self.glued_item(line)?;
        let indent = line.cursor.indent();
        line.cursor.skip(indent);
        let (start, end) = (line.at(), line.at() + width);
        let message = "no space follows this mark of a list, so that other renderers show one text";
        self.repair(&LIST_BULLET, start..line.end(), message, vec![(end..end, " ".to_owned())]);
        line.cursor.at += width;
        line.cursor.column += width + 1;
        Some(indent + width + 1)
    }

    /// The length of the marker of an item whose space is missing, as the line above or below shows.
    pub(super) fn glued_item(&self, line: &Line) -> Option<usize> {
        let text = line.cursor.rest().trim_start();
        let width = glued_marker(text).filter(|_| line.cursor.indent() < 4)?;
        let above = self.above();
        let is_item = |other: &str| {
            let end = glued_marker(other).or_else(|| marker_width(other));
            end.is_some_and(|end| match text[..width - 1].parse::<u32>() {
                Ok(number) => other[..end - 1].parse::<u32>().is_ok_and(|other| other.abs_diff(number) == 1),
                Err(_) => other[..end] == text[..width],
            })
        };
        (is_item(above) || is_item(self.below(line))).then_some(width)
    }

    /// The space before `end` follows a list's marker; a no-break space would make it text.
    pub(super) fn space_after_marker(&mut self, end: usize) {
        if self.source.text[..end].ends_with(NO_BREAK_SPACE) {
            let place = end - NO_BREAK_SPACE.len_utf8()..end;
            let message = "a no-break space follows this marker, which other renderers take as text";
            self.repair(&TYPO_SPACE, place.clone(), message, vec![(place, " ".into())]);
        }
    }

    /// Remembers an item that was opened, at the depth at which it stands.
    pub(super) fn note_number(&mut self, number: Option<u32>) {
        let depth = self.containers.len();
        if let Some(number) = number {
            self.numbers.retain(|(at, _)| *at < depth);
            self.numbers.push((depth, number));
        }
    }

    /// Moves a line that stands among those that are being moved. Gives back how many containers it was matched with.
    pub(super) fn shift_line(&mut self, line: &mut Line<'a>) -> Option<usize> {
        let shift = self.shift?;
        let mut cursor = line.cursor;
        let stays = self.match_some(&mut cursor, 0, shift.depth) == shift.depth;
        if stays && cursor.is_blank() {
            return None;
        }
        let in_fence = matches!(self.leaf, Leaf::Fence { .. });
        if stays && in_fence && cursor.indent() < shift.raw && matches!(shift.by, Move::LeftAsCode(_)) {
            return None;
        }
        let is_moved = stays
            && cursor.indent() >= shift.raw
            && (in_fence || shift.by.is_left() || !is_fence(&cursor) || self.fence_stays(line, &cursor, shift.depth));
        if !is_moved {
            self.shift = None;
            return None;
        }
        let edit = shift.by.edit(line.start, &mut cursor);
        if let Some(diagnostic) = shift.diagnostic.and_then(|at| self.out.diagnostics.get_mut(at)) {
            diagnostic.fix.push(Edit { span: self.source.span(edit.0.clone()), replacement: edit.1.clone() });
        }
        self.splice(edit.0, edit.1);
        line.cursor = cursor;
        Some(shift.depth)
    }

    /// Whether a line is meant to stand in the item at `matched`, for which it is indented too little: it and the lines below are
    /// moved from now on.
    pub(super) fn start_shift(&mut self, line: &mut Line<'a>, matched: usize) -> bool {
        let container = &self.containers[matched];
        let (indent, wanted) = (line.cursor.indent(), container.indent);
        // What is indented by four columns and more can be no item beside that one.
        let is_deeper = indent >= (container.marker + 2).min(4);
        let is_possible = self.shift.is_none() && self.island.is_none() && !container.is_quote() && is_deeper && indent < wanted;
        if !is_possible || !self.is_inside(line, indent, matched) {
            return false;
        }
        let by = wanted - indent;
        let message = "this is indented too little to stand in the list item above";
        let diagnostic =
            Diagnostic::new(&LIST_INDENT, self.source.span(line.content()), message).help("indent it as far as the text of the item");
        let by = Move::Right(by);
        self.shift = Some(Shift { depth: matched, kept: matched + 1, raw: indent, by, diagnostic: Some(self.out.diagnostics.len()) });
        let edit = by.edit(line.start, &mut line.cursor);
        self.repair_as(diagnostic, vec![edit]);
        true
    }

    /// A text of an item that is indented by two or three columns too many, where CommonMark takes it as code: the renderer that guides are
    /// written for wants four columns for each list, and four more for code.
    pub(super) fn mend_code_indent(&mut self, line: &mut Line<'a>) {
        self.start_outdent(line);
        let indent = line.cursor.indent();
        let is_in_item = self.containers.last().is_some_and(|container| !container.is_quote());
        if indent < 4 || !is_in_item || self.leaf != Leaf::None || !self.previous.blank || self.shift.is_some() || self.island.is_some() {
            return;
        }
        let items = self.containers.iter().filter(|container| !container.is_quote()).count();
        if line.cursor.column + indent >= 4 * items + 4 || !is_prose(line.cursor.rest().trim_start()) {
            return;
        }
        let (start, end) = (line.at(), text_at(line.start, &line.cursor));
        let message = "this is indented so far that it would be code";
        let help = "indent it as far as the text of the item";
        self.repair_with_help(&LIST_INDENT, end..line.end(), message, help, vec![(start..end, String::new())]);
        line.cursor.skip(indent);
    }

    /// Whether what stands on a line is likely to belong to an item above.
    fn is_inside(&self, line: &Line<'a>, indent: usize, depth: usize) -> bool {
        let text = line.cursor.rest().trim_start();
        if is_thematic_break(text) {
            return false;
        }
        match marker_width(text) {
            Some(1) => true,
            Some(_) => number_of(text) == Some(1),
            None if is_fence(&line.cursor) => self.fence_stays(line, &line.cursor, depth),
            None => self.previous.blank && (text.starts_with("![") || indent > 2 && !text.starts_with(['>', '<', '|', '#', '=', '/'])),
        }
    }

    /// Whether all code below a fence is indented as far as the fence, in so many containers. Code further to the left would end the item.
    pub(super) fn fence_stays(&self, line: &Line, cursor: &Cursor, depth: usize) -> bool {
        let fence = cursor.rest().trim_start();
        let mark: &str = &fence[..fence.len() - fence.trim_start_matches(&fence[..1]).len()];
        let column = cursor.indent();
        for below in self.source.text[line.end()..].split('\n').skip(1).take(MAX_CODE) {
            let mut below = Cursor::new(below);
            let stays = self.match_some(&mut below, 0, depth) == depth;
            let text = below.rest().trim();
            if !stays || !text.is_empty() && below.indent() < column {
                return false;
            }
            if text.starts_with(mark) && text.trim_start_matches(&mark[..1]).is_empty() {
                return true;
            }
        }
        false
    }
}

/// The length of a list's marker that a text starts with, if a word follows directly on it.
fn glued_marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let width = match text.as_bytes().get(digits)? {
        b'-' if digits == 0 => 1,
        b'.' if (1..3).contains(&digits) => digits + 1,
        _ => return None,
    };
    let mut letters = text[width..].chars();
    let is_word = letters.by_ref().take(2).filter(|letter| letter.is_alphabetic()).count() == 2;
    let is_marked = || text[width..].starts_with("**") || text[width..].starts_with('`') || starts_link(&text[width..]);
    (is_word && text[width..].contains(' ') || is_marked()).then_some(width)
}

/// Whether a text starts with a link.
fn starts_link(text: &str) -> bool {
    text.starts_with('[') && head(text).find("](").is_some_and(|middle| !text[1..middle].contains(']'))
}

/// Whether a text can be no code, as it has marks that mean nothing there.
fn is_prose(text: &str) -> bool {
    let has_marks = ["**", "{.", "]("].iter().any(|mark| text.contains(mark));
    has_marks && !text.starts_with(['>', '<', '|']) && !text.starts_with("```") && !text.starts_with("~~~")
}

/// Where the text of a line starts: what moves it is inserted there, since before a tab it could move nothing.
pub fn text_at(start: usize, cursor: &Cursor) -> usize {
    let rest = cursor.rest();
    start + cursor.at + (rest.len() - rest.trim_start_matches([' ', '\t']).len())
}

pub fn is_fence(cursor: &Cursor) -> bool {
    let text = cursor.rest().trim_start();
    text.starts_with("```") || text.starts_with("~~~")
}

/// The number of the item that `text` starts with.
pub fn number_of(text: &str) -> Option<u32> {
    let width = marker_width(text)?;
    text[..width - 1].parse().ok().filter(|_| !text[width..].trim_start().is_empty())
}

/// The number of an item whose space is missing.
pub fn number_of_glued(text: &str) -> Option<u32> {
    text[..glued_marker(text)? - 1].parse().ok()
}
