//! What rules over one guide look at: its tree, and what one walk through it gathers for all of them.

use super::{
    lexicon::Words,
    prose::{Passage, Walk},
};
use crate::{
    corpus::document::Seen,
    dialect::tree::{Image, List, Tab, Table, TabsKind},
    text::{FileId, Span},
};
use std::ops::Deref;

/// A guide while its tree is there, and its texts.
pub struct Guide<'a> {
    seen: &'a Seen<'a>,
    /// Its texts, in order.
    pub passages: Vec<Passage<'a>>,
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
    /// Walks through a guide, with the words of its locale.
    pub fn new(seen: &'a Seen<'a>, words: &mut Words) -> Self {
        let mut walk = Walk::new(seen, words);
        walk.blocks(&seen.parsed.blocks);
        let Walk { passages, pictures, tabs, hosts, explanations, tables, lists, fences, .. } = walk;
        Self { seen, passages, pictures, tabs, hosts, explanations, tables, lists, fences }
    }

    /// The language of the guide: `fr`.
    pub fn language(&self) -> &'a str {
        self.seen.document.locale.language()
    }

    /// The guide's own file.
    pub fn file(&self) -> FileId {
        self.seen.document.file
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
