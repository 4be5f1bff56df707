//! The texts of a guide, one by one: what translators are given, and what a translated guide is put together from.
//!
//! A guide's text is [`normalize`]d first: the repairs of the dialect are made, so that `check --fix` makes no translation
//! stale. [`SourceText::read`] takes its units: where each stands in the normalized text, and what it says on one line. A
//! translation goes back the same way, see [`Unit::written`].

mod align;
mod atoms;
mod comments;
mod fingerprint;
mod html;
mod leaves;
mod lines;
pub mod markup;
mod normalize;
#[cfg(test)]
mod tests;
mod words;

pub use align::{Alignment, align};
pub use atoms::{Atom, AtomKind, Reading};
pub use comments::{fenced, without as without_comments};
pub use fingerprint::Fingerprint;
pub use normalize::{Normalized, normalize};
pub use words::{count as count_words, holds_words, plain as plain_text, translatable};

use crate::{
    corpus::{
        front_matter::{self, FrontMatter},
        translator::Translator,
    },
    dialect::{
        source::{Piece, Source},
        vocabulary::Vocabulary,
    },
    text::{FileId, Spanned, line_and_column},
};
use std::ops::Range;

/// A text of a guide that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands in the normalized text.
    pub range: Range<usize>,
    /// What it says, as Markdown on one line.
    pub text: String,
    /// The headings that it stands below: `Set up > Outgoing server`.
    pub headings: String,
    /// What it stands in, from the outside in: `tabs list`.
    pub frame: String,
    /// How many quotes it stands in.
    pub depth: usize,
    /// Its line in the file, from 1.
    pub line: usize,
    /// Whether there is anything in it to translate.
    pub is_offered: bool,
}

/// The kinds of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// The page's title, in the front matter.
    Title,
    /// What the page is about, in the front matter.
    Excerpt,
    /// A heading of a level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// The label of a tab or step.
    Label,
    /// The title of a callout.
    CalloutTitle,
    /// What a block that opens is called.
    Summary,
    /// A question of a FAQ.
    Question,
    /// The alternative text of a picture that stands by itself.
    Alt,
    /// The same, in the attribute of an element.
    AltAttribute,
    /// A term that is defined.
    Term,
    /// A block without words, such as code: never offered.
    Code,
    /// A comment in the block of code before it.
    Comment,
}

impl UnitKind {
    /// Its name, as translators and ids of entries have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Excerpt => "excerpt",
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Cell => "cell",
            Self::Label => "label",
            Self::CalloutTitle => "callout",
            Self::Summary => "summary",
            Self::Question => "question",
            Self::Alt | Self::AltAttribute => "alt",
            Self::Term => "term",
            Self::Code => "code",
            Self::Comment => "comment",
        }
    }

    /// What translators are told that it is.
    pub fn description(self) -> String {
        match self {
            Self::Title => "title of the page".into(),
            Self::Excerpt => "description of the page for search engines and lists".into(),
            Self::Heading(level) => format!("heading of level {level}"),
            Self::Paragraph => "paragraph".into(),
            Self::Item => "item of a list".into(),
            Self::Cell => "cell of a table".into(),
            Self::Label => "label of a tab or step".into(),
            Self::CalloutTitle => "title of a callout".into(),
            Self::Summary => "title of a block that opens".into(),
            Self::Question => "question".into(),
            Self::Alt | Self::AltAttribute => "alternative text of a picture".into(),
            Self::Term => "term of a definition".into(),
            Self::Code => "block without words".into(),
            Self::Comment => "comment in code".into(),
        }
    }
}

impl Unit {
    /// What its text is known by: the same for the same text, however its lines are broken.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.text)
    }

    /// What of its text is the same in every language, if it is code: all but the words of its comments.
    pub fn code(&self) -> Option<String> {
        (self.kind == UnitKind::Code).then(|| comments::without(&self.text, self.depth))
    }

    /// How `text` is written in its place.
    pub fn written(&self, text: &str) -> String {
        match self.kind {
            UnitKind::Title | UnitKind::Excerpt => lines::as_yaml(text),
            UnitKind::Cell => lines::in_cell(text),
            UnitKind::Alt => lines::in_alt(text),
            UnitKind::AltAttribute => lines::in_attribute(text),
            UnitKind::Comment => lines::in_comment(text, &self.text),
            UnitKind::Paragraph | UnitKind::Item => lines::at_line_start(text, &self.text),
            _ => lines::on_one_line(text),
        }
    }
}

/// A guide's text with its units.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// The text, its repairs made.
    pub normalized: Normalized,
    /// What it says of itself. Spans are those of the normalized text, in the file 0.
    pub front: FrontMatter,
    /// Its units, in order.
    pub units: Vec<Unit>,
}

impl SourceText {
    /// Reads the text of a guide's file.
    pub fn read(file: FileId, text: &str, vocabulary: &Vocabulary) -> Self {
        let (normalized, parsed) = normalize(file, text, vocabulary);
        let (front, ..) = front_matter::read(FileId(0), &normalized.text);
        let mut units = front_units(&front);
        let leaves = leaves::find(&normalized.text, &parsed.blocks, normalized.body);
        units.extend(leaves);
        place(&mut units, text, &normalized);
        Self { normalized, front, units }
    }

    /// The normalized text and where its bytes came from.
    pub fn source(&self) -> Source<'_> {
        Source { text: &self.normalized.text, pieces: self.normalized.pieces.clone() }
    }

    /// Who translated it, where it says so: in its front matter, or in a banner at its top.
    pub fn translator(&self) -> Option<Translator> {
        self.front.translation.or(self.normalized.machine_translated.then_some(Translator::Machine))
    }

    /// The units that translators are given, with their places among all.
    pub fn offered(&self) -> impl Iterator<Item = (usize, &Unit)> {
        self.units.iter().enumerate().filter(|(_, unit)| unit.is_offered)
    }
}

/// What the front matter says to readers: nothing else of it is shown but dates, which every language writes its own way.
fn front_units(front: &FrontMatter) -> Vec<Unit> {
    let unit = |(kind, value): (UnitKind, Option<&Spanned<String>>)| {
        let value = value?;
        let text = value.value.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_offered = holds_words(&text);
        Some(Unit {
            kind,
            range: value.span.range(),
            text,
            headings: String::new(),
            frame: "front matter".into(),
            depth: 0,
            line: 0,
            is_offered,
        })
    };
    let mut units: Vec<Unit> =
        [(UnitKind::Title, front.title.as_ref()), (UnitKind::Excerpt, front.excerpt.as_ref())].into_iter().filter_map(unit).collect();
    units.sort_by_key(|unit| unit.range.start);
    units
}

/// Tells each unit its line in the file, and the headings that it stands below.
fn place(units: &mut [Unit], text: &str, normalized: &Normalized) {
    let source = Source { text: &normalized.text, pieces: normalized.pieces.clone() };
    let mut headings: Vec<(u8, String)> = Vec::new();
    let (mut line, mut at) = (1, 0);
    for unit in units {
        let start = source.span(unit.range.start..unit.range.start + 1).start as usize;
        if start >= at {
            line += text.as_bytes().get(at..start).map_or(0, |between| memchr::memchr_iter(b'\n', between).count());
            at = start;
            unit.line = line;
        } else {
            unit.line = line_and_column(text, start).0;
        }
        if let UnitKind::Heading(level) = unit.kind {
            headings.retain(|(above, _)| *above < level);
        }
        unit.headings = headings.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" > ");
        if let UnitKind::Heading(level) = unit.kind {
            headings.push((level, words::plain(&unit.text)));
        }
    }
}

/// A text that was put together from a guide's text and translations of its units.
#[derive(Clone, Debug, Default)]
pub struct Assembled {
    /// The text.
    pub text: String,
    /// Where its bytes came from.
    pub pieces: Vec<Piece>,
}

impl Assembled {
    /// Adds text that was put together elsewhere.
    pub fn push(&mut self, text: &str, pieces: impl IntoIterator<Item = Piece>) {
        let start = self.text.len();
        self.pieces.extend(pieces.into_iter().map(|piece| Piece { start: start + piece.start, ..piece }));
        self.text.push_str(text);
    }
}
