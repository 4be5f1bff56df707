//! What rules over one guide look at: its tree, and what one walk through it gathers for all of them.

use super::{
    code::Code,
    lexicon::{Signs, Traits, Wanted, Words},
    prose::Passage,
    together::Together,
    walk::Walk,
};
use crate::{
    corpus::document::Seen,
    dialect::tree::{Image, List, Tab, Table, TabsKind},
    text::{FileId, Span},
};
use memchr::memmem::Finder;
use std::{cell::OnceCell, ops::Deref};

/// So many texts most guides have at most: room for them is made at once.
const USUAL_PASSAGES: usize = 128;

/// A guide while its tree is there, and its texts.
pub struct Guide<'a> {
    pub(super) seen: &'a Seen<'a>,
    /// Its texts, in order.
    pub passages: Vec<Passage<'a>>,
    together: Together,
    /// The signs of all its passages.
    pub signs: Signs,
    /// What is known of one of their words or another.
    pub(super) traits: Traits,
    /// Its texts whose letters have no places of their own: those of its pictures, its title, its summary.
    pub loose: Vec<Loose<'a>>,
    /// Its pictures, in order.
    pub pictures: Vec<Picture<'a>>,
    /// Its blocks of tabs, in order.
    pub tabs: Vec<Tabs<'a>>,
    /// The hosts with marks in its texts, in order.
    pub hosts: Vec<MarkedHost>,
    /// The explanations of marks, by the number of the passage that holds each.
    pub explanations: Vec<(usize, Span)>,
    /// Its tables with a header or without, in order.
    pub tables: Vec<(&'a Table, Span)>,
    /// Its lists, in order.
    pub lists: Vec<(&'a List, Span)>,
    /// The languages of its code blocks, in order, with the places of the blocks.
    pub fences: Vec<(&'a str, Span)>,
    code: OnceCell<Code>,
}

/// A text whose letters have no places of their own.
pub struct Loose<'a> {
    /// The text.
    pub text: &'a str,
    /// What holds it.
    pub span: Span,
    /// The rules that want to look at one of its words.
    pub wanted: Wanted,
}

/// A picture and where it stands.
pub struct Picture<'a> {
    /// The picture.
    pub image: &'a Image,
    /// Whether it shows a step: nothing but text breaks and pictures stand beside it, or it is a cell of its own.
    pub is_figure: bool,
    /// The alternatives that it belongs to: for each block of them around it, which one.
    pub alternatives: Vec<(usize, usize)>,
}

/// A host with a mark.
pub struct MarkedHost {
    /// The service, by its number in the vocabulary.
    pub service: u16,
    /// Where it stands.
    pub span: Span,
    /// The text around it, as the tree knows it.
    pub around: Span,
    /// Whether it stands in code.
    pub in_code: bool,
    /// The number of the passage that holds it.
    pub passage: usize,
}

/// A block of tabs.
pub struct Tabs<'a> {
    /// How they are meant.
    pub kind: TabsKind,
    /// The tabs.
    pub tabs: &'a [Tab],
    /// The passage right before it.
    pub before: Option<usize>,
}

impl<'a> Guide<'a> {
    /// Walks through a guide, and adds its words to those of its locale.
    pub fn new(seen: &'a Seen<'a>, words: &mut Words) -> Self {
        let mut walk = Walk::new(Self::unknown(seen), words);
        walk.blocks(&seen.parsed.blocks);
        let alt = |picture: &Picture<'a>| Some((picture.image.alt.as_text()?, picture.image.span));
        let mut loose: Vec<(&str, Span)> = walk.guide.pictures.iter().filter_map(alt).collect();
        let front = &seen.document.front;
        loose.extend(front.title.iter().chain(&front.excerpt).map(|text| (text.value.as_str(), text.span)));
        let loose = loose.into_iter().map(|(text, span)| Loose { text, span, wanted: walk.loose(text, span) }).collect();
        Self { together: Together::new(&walk.guide.passages), loose, ..walk.guide }
    }

    /// A guide of which nothing is known.
    fn unknown(seen: &'a Seen<'a>) -> Self {
        Self {
            seen,
            passages: Vec::with_capacity(USUAL_PASSAGES),
            together: Together::default(),
            signs: Signs::default(),
            traits: Traits::default(),
            loose: Vec::new(),
            pictures: Vec::new(),
            tabs: Vec::new(),
            hosts: Vec::new(),
            explanations: Vec::new(),
            tables: Vec::new(),
            lists: Vec::new(),
            fences: Vec::new(),
            code: OnceCell::new(),
        }
    }

    /// The passages with one of these signs.
    pub fn with_signs(&self, signs: Signs) -> impl Iterator<Item = &Passage<'a>> {
        let passages = if self.signs.any(signs) { &self.passages[..] } else { &[] };
        passages.iter().filter(move |passage| passage.signs.any(signs))
    }

    /// The passages with a word that a rule wants to look at.
    pub fn wanted(&self, by: Wanted) -> impl Iterator<Item = &Passage<'a>> {
        let passages = if self.traits.wanted.any(by) { &self.passages[..] } else { &[] };
        passages.iter().filter(move |passage| passage.is_wanted(by))
    }

    /// The passages that hold some letters.
    pub fn holding(&self, letters: &Finder) -> impl Iterator<Item = &Passage<'a>> {
        self.together.holding(letters).filter_map(|number| self.passages.get(number))
    }

    /// The language of the guide: `fr`.
    pub fn language(&self) -> &'a str {
        self.seen.document.locale.language()
    }

    /// The guide's own file.
    pub fn file(&self) -> FileId {
        self.seen.document.file
    }

    /// Where code stands in its file; looked for when it is first asked, which few guides are.
    pub fn code(&self) -> &Code {
        self.code.get_or_init(|| Code::in_text(self.text, self.start))
    }

    /// The author's bytes at a place of the guide's own file.
    pub fn source_at(&self, span: Span) -> &'a str {
        if span.file == self.file() { self.seen.text.get(span.range()).unwrap_or_default() } else { "" }
    }
}

impl<'a> Deref for Guide<'a> {
    type Target = Seen<'a>;

    fn deref(&self) -> &Seen<'a> {
        self.seen
    }
}
