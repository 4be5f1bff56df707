//! What a guide says about itself, between two lines `---` at its top, in all the spellings that real guides have.
//!
//! A site has many thousands of these, nearly all of them lines `key: value`. So the lines are read by hand (`lines`),
//! and the YAML library is asked only about what they cannot say: nested values, blocks, escapes (`entries`).

mod block;
mod entries;
mod keys;
mod lines;
mod markup;
mod order;

pub use keys::key_names;
pub use order::Order;

use super::translator::Translator;
use crate::{
    diagnostic::{Diagnostic, FM_BLANK_BEFORE, FM_DELIMITER, FM_DELIMITER_SPACE, FM_MISSING},
    text::{FileId, Span, Spanned},
};
use keys::Reader;
use std::ops::Range;

/// The longest front matter that is read, in bytes. A real one has some hundred.
const MAX_BYTES: usize = 1 << 16;

/// The front matter of a guide. Spans cover a value with its quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The page's title, on one line; never empty.
    pub title: Option<Spanned<String>>,
    /// What the page is about, in a sentence or two, on one line (`excerpt` or `description`).
    pub excerpt: Option<Spanned<String>>,
    /// When the text was last looked at (`updated` or `lastUpdated`).
    pub updated: Option<Spanned<jiff::civil::Date>>,
    /// What replaces the name of the guide's folder in the address, as it was written: it may hold slashes.
    pub slug: Option<Spanned<String>>,
    /// The group of guides that this one belongs to.
    pub section: Option<String>,
    /// The guide's place among its neighbors; without one it comes last, as [`Order::default`].
    pub order: Option<Order>,
    /// The number that old links `({legacy}1374)` name.
    pub legacy_guide_number: Option<String>,
    /// Whether the page is built and not listed (`hidden: true` or `flag: hidden`).
    pub hidden: bool,
    /// The absolute address of the page that this one is a copy of (`canonical` in `routes`).
    pub canonical: Option<String>,
    /// Addresses that lead here as well, as they were written.
    pub aliases: Vec<Spanned<String>>,
    /// Who translated the guide, where it is a translation and says so.
    pub translation: Option<Translator>,
}

impl FrontMatter {
    /// Gives every place to `change`.
    pub fn spans_mut(&mut self, mut change: impl FnMut(&mut Span)) {
        let texts = [&mut self.title, &mut self.excerpt, &mut self.slug];
        texts.into_iter().flatten().chain(&mut self.aliases).for_each(|text| change(&mut text.span));
        self.updated.iter_mut().for_each(|date| change(&mut date.span));
    }
}

/// Reads the front matter of a guide. Gives what it says, the byte where the body starts, and what is wrong.
///
/// Nothing of the body is ever taken for front matter or lost: what has no key is body.
pub fn read(file: FileId, text: &str) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let Some(opening) = block::opening(text) else {
        let nothing = Diagnostic::new(&FM_MISSING, Span::top(file), "the file has no front matter")
            .help("begin the file with the lines `---`, `title: …` and `---`");
        return (FrontMatter::default(), text.len() - text.trim_start_matches('\u{feff}').len(), vec![nothing]);
    };
    let mut reader = Reader::new(file, text);
    let closing = match lines::read(&mut reader, opening.next) {
        Some(closing) => closing,
        None => {
            reader = Reader::new(file, text);
            entries::read(&mut reader, &opening)
        }
    };
    blank_before(&mut reader, &opening.line);
    let is_missing = opening.line.is_empty();
    if is_missing {
        let span = Span::new(file, opening.next..opening.next);
        let missing = Diagnostic::new(&FM_DELIMITER, span, "no line `---` stands above the front matter");
        reader.diagnostics.push(missing.fix(span, "---\n"));
    }
    for line in [&opening.line, &closing.line] {
        delimiter_space(&mut reader, line);
        mistyped_delimiter(&mut reader, line);
    }
    if reader.front.title.is_none() {
        let span = Span::new(file, opening.line.clone());
        reader.diagnostics.push(Diagnostic::new(&FM_MISSING, span, "the front matter has no `title`").help("add a line `title: …`"));
    }
    (reader.front, closing.next, reader.diagnostics)
}

/// A line `---`.
struct Delimiter {
    /// The line without its break; empty where it was forgotten.
    line: Range<usize>,
    /// The first byte of the next line.
    next: usize,
}

fn blank_before(reader: &mut Reader<'_>, opening: &Range<usize>) {
    let mark = if reader.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if opening.start > mark {
        let span = Span::new(reader.file, mark..opening.start);
        let blank = Diagnostic::new(&FM_BLANK_BEFORE, span, "the front matter does not begin in the first line");
        reader.diagnostics.push(blank.help("remove the blank lines above it").fix(span, ""));
    }
}

fn delimiter_space(reader: &mut Reader<'_>, line: &Range<usize>) {
    let Some(written) = reader.text.get(line.clone()) else { return };
    let end = line.start + written.trim_end().len();
    if end < line.end && !line.is_empty() {
        let span = Span::new(reader.file, end..line.end);
        reader.diagnostics.push(Diagnostic::new(&FM_DELIMITER_SPACE, span, "a space follows `---`").fix(span, ""));
    }
}

fn mistyped_delimiter(reader: &mut Reader<'_>, line: &Range<usize>) {
    if reader.text.get(line.clone()).is_some_and(block::is_mistyped_delimiter) {
        let span = Span::new(reader.file, line.clone());
        reader.diagnostics.push(Diagnostic::new(&FM_DELIMITER, span, "this line is meant as `---`").fix(span, "---"));
    }
}

#[cfg(test)]
mod slips;
#[cfg(test)]
mod tests;
