//! The walk through a guide's tree that gathers what rules look at.

use super::{
    guide::{Guide, MarkedHost, Picture, Tabs},
    lexicon::{Counted, Found, Signs, Traits, Wanted, Words},
    prose::{ACTION, BREAK, CODE, HOST, Label, Mark, Passage, Piece, Role, THING, plain_text},
    strings::Strings,
};
use crate::{
    dialect::tree::{Block, BlockKind, CodePart, Image, Inline, InlineKind, Tab, TabsKind},
    text::Span,
};
use memchr::memmem;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::{borrow::Cow, collections::VecDeque, ops::Range};

/// The walk that gathers what rules look at.
pub struct Walk<'a, 'w> {
    /// What is known of the guide by now.
    pub guide: Guide<'a>,
    words: &'w mut Words,
    alternatives: Vec<(usize, usize)>,
    /// What text that belongs to no block of its own is.
    plain: Role,
    /// How many lists, tables and tabs are open.
    depth: usize,
    /// The hosts in the inline that the last one stood in, by service, without those that were met.
    hosts: (Option<Span>, FxHashMap<u16, VecDeque<Span>>),
    /// The inline that text was taken from last, and how far: what the reader of a value does not see is cut out of it.
    last: (Option<Span>, usize),
    /// The way back to the strings of a catalog, where this is one.
    strings: Option<Strings<'a>>,
    /// Room for the text that is being written: it grows once, and not for every passage.
    written: String,
}

impl<'a, 'w> Walk<'a, 'w> {
    /// A walk through a guide of which nothing is known yet.
    pub fn new(guide: Guide<'a>, words: &'w mut Words) -> Self {
        let strings = Strings::new(guide.seen);
        Self {
            guide,
            words,
            alternatives: Vec::new(),
            plain: Role::Paragraph,
            depth: 0,
            hosts: (None, FxHashMap::default()),
            last: (None, 0),
            strings,
            written: String::new(),
        }
    }

    pub fn blocks(&mut self, blocks: &'a [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading { inlines, .. } => self.passage(Role::Heading, inlines),
            BlockKind::Paragraph(inlines) => {
                let role = if self.depth == 0 { Role::Paragraph } else { self.plain };
                self.passage(role, inlines);
            }
            BlockKind::Plain(inlines) => self.passage(self.plain, inlines),
            BlockKind::List(list) => {
                self.guide.lists.push((list, block.span));
                self.inside(Role::Item, |walk| list.items.iter().for_each(|item| walk.blocks(&item.blocks)));
            }
            BlockKind::Table(table) => {
                self.guide.tables.push((table, block.span));
                self.inside(Role::Cell, |walk| {
                    table.head.iter().chain(&table.rows).flatten().for_each(|cell| walk.blocks(&cell.blocks));
                });
            }
            BlockKind::StepsTable(steps) => self.inside(Role::Cell, |walk| {
                steps.iter().flat_map(|step| [&step.media, &step.text]).for_each(|blocks| walk.blocks(blocks));
            }),
            BlockKind::Quote(blocks) => self.inside(self.plain, |walk| walk.blocks(blocks)),
            BlockKind::Tabs { kind, tabs } => self.tabs(*kind, tabs),
            BlockKind::Faq(tabs) => self.inside(Role::Paragraph, |walk| tabs.iter().for_each(|tab| walk.labelled(&tab.label, &tab.blocks))),
            BlockKind::Callout { title: label, blocks, .. } | BlockKind::Details { summary: label, blocks, .. } => {
                self.labelled(label, blocks);
            }
            BlockKind::Definitions(list) => list.iter().for_each(|definition| {
                self.passage(Role::Label, &definition.term);
                definition.meanings.iter().for_each(|blocks| self.blocks(blocks));
            }),
            BlockKind::Carousel(slides) => slides.iter().for_each(|slide| {
                self.picture(&slide.image, true);
                self.passage(Role::Label, &slide.caption);
            }),
            BlockKind::When { condition, blocks } => {
                if !condition.known {
                    self.guide.explanations.push((self.guide.passages.len(), block.span));
                }
                self.blocks(blocks);
            }
            BlockKind::Code { language, .. } => self.guide.fences.push((language, block.span)),
            _ => crate::dialect::walk::children(block, &mut |blocks| self.blocks(blocks)),
        }
    }

    fn inside(&mut self, plain: Role, walk: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.plain, plain);
        self.depth += 1;
        walk(self);
        self.depth -= 1;
        self.plain = before;
    }

    fn labelled(&mut self, label: &'a [Inline], blocks: &'a [Block]) {
        self.passage(Role::Label, label);
        self.blocks(blocks);
    }

    fn tabs(&mut self, kind: TabsKind, tabs: &'a [Tab]) {
        let number = self.guide.tabs.len();
        self.guide.tabs.push(Tabs { kind, tabs, before: self.guide.passages.len().checked_sub(1) });
        self.inside(Role::Paragraph, |walk| {
            for (at, tab) in tabs.iter().enumerate() {
                if kind == TabsKind::Alternatives {
                    walk.alternatives.push((number, at));
                }
                walk.labelled(&tab.label, &tab.blocks);
                if kind == TabsKind::Alternatives {
                    walk.alternatives.pop();
                }
            }
        });
    }

    fn picture(&mut self, image: &'a Image, is_figure: bool) {
        self.guide.pictures.push(Picture { image, is_figure, alternatives: self.alternatives.clone() });
    }

    fn passage(&mut self, role: Role, inlines: &'a [Inline]) {
        if inlines.is_empty() {
            return;
        }
        let mut passage = Passage {
            role,
            inlines,
            text: Cow::Borrowed(""),
            words: Box::default(),
            signs: Signs::default(),
            traits: Traits::default(),
            marks: Vec::new(),
            labels: Vec::new(),
            is_running: self.depth == 0,
            pieces: SmallVec::new(),
        };
        match self.as_written(inlines) {
            Some((text, span)) => {
                passage.text = Cow::Borrowed(text);
                passage.pieces.push(Piece::new(0, Some(span.start as usize)));
            }
            None => {
                passage.text = Cow::Owned(std::mem::take(&mut self.written));
                self.inlines(&mut passage, inlines);
                let text = Cow::Owned(passage.text.as_ref().to_owned());
                self.written = std::mem::replace(&mut passage.text, text).into_owned();
                self.written.clear();
            }
        }
        self.count(&mut passage);
        self.guide.passages.push(passage);
    }

    /// The text of a passage that is nothing else, and stands in the guide's own file letter by letter.
    fn as_written(&self, inlines: &'a [Inline]) -> Option<(&'a str, Span)> {
        let [Inline { kind: InlineKind::Text(text), span }] = inlines else { return None };
        let is_own = span.file == self.guide.document.file && self.guide.text.get(span.range()) == Some(text);
        is_own.then_some((&**text, *span))
    }

    /// Finds the words of a passage and its signs.
    fn count(&mut self, passage: &mut Passage) {
        let place = |range| passage.span(&self.guide, range);
        let counted = Counted { file: self.guide.document.file, text: &passage.text, place: &place };
        let Found { words, mut signs, traits } = self.words.count(&counted);
        if passage.marks.iter().any(|(mark, _)| *mark == Mark::Link) {
            signs.add(Signs::LINK);
        }
        (passage.words, passage.signs, passage.traits) = (words, signs, traits);
        self.guide.signs.add(signs);
        self.guide.traits = self.guide.traits.and(traits);
    }

    /// What one of the words of a text is wanted for whose letters have no places of their own: a title, a summary, an
    /// alternative text at `around`.
    pub fn loose(&mut self, text: &str, around: Span) -> Wanted {
        let seen = self.guide.seen;
        let place = |range: Range<usize>| {
            let from = seen.text.get(around.range())?.find(text)? + around.start as usize;
            Some(Span::new(around.file, from + range.start..from + range.end))
        };
        self.words.count(&Counted { file: seen.document.file, text, place: &place }).traits.wanted
    }

    fn inlines(&mut self, passage: &mut Passage<'a>, inlines: &'a [Inline]) {
        for (at, inline) in inlines.iter().enumerate() {
            match &inline.kind {
                InlineKind::Text(text) => self.text(passage, text, inline.span),
                InlineKind::Code(parts) => {
                    parts.iter().for_each(|part| {
                        if let CodePart::Host(host) = part {
                            self.host(host.service, inline.span, true);
                        }
                    });
                    self.label(passage, CODE, code_text(parts), inline.span);
                }
                InlineKind::Action(inside) => self.label(passage, ACTION, plain_text(inside), inline.span),
                InlineKind::Strong(inside) => self.marked(passage, Mark::Strong, inside),
                InlineKind::Emphasis(inside) => self.marked(passage, Mark::Emphasis, inside),
                InlineKind::Link { inlines: inside, .. } => self.marked(passage, Mark::Link, inside),
                InlineKind::When { condition, inlines: inside } => {
                    if !condition.known {
                        self.guide.explanations.push((self.guide.passages.len(), inline.span));
                    }
                    self.inlines(passage, inside);
                }
                InlineKind::Strike(inside) | InlineKind::Element { inlines: inside, .. } => self.inlines(passage, inside),
                InlineKind::Image(image) => {
                    self.picture(image, is_alone(inlines, at));
                    self.object(passage, THING, inline.span);
                }
                InlineKind::Break => self.object(passage, BREAK, inline.span),
                InlineKind::Host(host) => {
                    self.host(host.service, inline.span, false);
                    self.object(passage, HOST, inline.span);
                }
                InlineKind::Icon(_) | InlineKind::FootnoteReference(_) | InlineKind::Placeholder(_) => {
                    self.object(passage, THING, inline.span);
                }
                InlineKind::Anchor(_) => {}
            }
        }
    }

    fn host(&mut self, service: u16, around: Span, in_code: bool) {
        let span = self.place_of_host(service, around);
        self.guide.hosts.push(MarkedHost { service, span, around, in_code, passage: self.guide.passages.len() });
    }

    /// The bytes of a host. The tree only knows the text around it, which may hold several: that is searched for all of them.
    fn place_of_host(&mut self, service: u16, around: Span) -> Span {
        if self.hosts.0 != Some(around) {
            let raw = if around.file == self.guide.document.file { self.guide.text.get(around.range()) } else { None };
            let found = self.guide.setting.vocabulary.find_hosts(raw.unwrap_or_default());
            let start = around.start as usize;
            let mut places: FxHashMap<u16, VecDeque<Span>> = FxHashMap::default();
            for host in found.into_iter().filter(|host| !host.mark.is_empty()) {
                places.entry(host.service).or_default().push_back(Span::new(around.file, start + host.start..start + host.end));
            }
            self.hosts = (Some(around), places);
        }
        self.hosts.1.get_mut(&service).and_then(VecDeque::pop_front).unwrap_or(around)
    }

    fn marked(&mut self, passage: &mut Passage<'a>, mark: Mark, inside: &'a [Inline]) {
        let start = passage.text.len();
        self.inlines(passage, inside);
        passage.marks.push((mark, start..passage.text.len()));
    }

    fn label(&mut self, passage: &mut Passage<'a>, letter: char, text: Cow<'a, str>, span: Span) {
        let wanted = if letter == ACTION { self.words.look(&text).traits.wanted } else { Wanted::default() };
        passage.labels.push(Label { at: passage.text.len(), text, span, wanted });
        self.object(passage, letter, span);
    }

    fn object(&mut self, passage: &mut Passage<'a>, letter: char, span: Span) {
        let source = (span.file == self.guide.document.file).then_some(span.start as usize);
        passage.pieces.push(Piece::new(passage.text.len(), source));
        passage.text.to_mut().push(letter);
    }

    fn text(&mut self, passage: &mut Passage<'a>, text: &str, span: Span) {
        let raw = if span.file == self.guide.document.file { self.guide.text.get(span.range()).unwrap_or_default() } else { "" };
        if raw == text {
            passage.pieces.push(Piece::new(passage.text.len(), Some(span.start as usize)));
            passage.text.to_mut().push_str(text);
            return;
        }
        let strings = self.strings.as_ref().filter(|_| span.file == self.guide.document.file);
        if let Some(parts) = strings.and_then(|strings| strings.parts(text, span.start as usize)) {
            let start = passage.text.len();
            passage.pieces.extend(parts.into_iter().map(|(at, source)| Piece::new(start + at, source)));
            passage.text.to_mut().push_str(text);
            return;
        }
        let mut from = if self.last.0 == Some(span) { self.last.1 } else { 0 };
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches('\n');
            let found = raw.get(from..).filter(|_| !content.is_empty()).and_then(|rest| find(rest, content)).map(|at| from + at);
            passage.pieces.push(Piece::new(passage.text.len(), found.map(|at| span.start as usize + at)));
            passage.text.to_mut().push_str(content);
            if line.len() > content.len() {
                passage.pieces.push(Piece::new(passage.text.len(), None));
                passage.text.to_mut().push('\n');
            }
            from = found.map_or(from, |at| at + content.len());
        }
        self.last = (Some(span), from);
    }
}

/// Where a text stands in another; mostly at its beginning, or at the first place where its own beginning does. To search for all of
/// a long text takes a long time to prepare.
fn find(text: &str, part: &str) -> Option<usize> {
    const BEGINNING: usize = 16;
    let beginning = &part[..part.floor_char_boundary(BEGINNING)];
    let first = if text.starts_with(beginning) { Some(0) } else { memmem::find(text.as_bytes(), beginning.as_bytes()) };
    first.filter(|at| text[*at..].starts_with(part)).or_else(|| memmem::find(text.as_bytes(), part.as_bytes()).filter(|_| first.is_some()))
}

fn code_text(parts: &[CodePart]) -> Cow<'_, str> {
    if let [CodePart::Text(text)] = parts {
        return Cow::Borrowed(text);
    }
    let text = |part: &CodePart| match part {
        CodePart::Text(text) => text.to_string(),
        CodePart::Host(_) => HOST.to_string(),
    };
    parts.iter().map(text).collect()
}

/// Whether a picture stands in a line of its own.
fn is_alone(inlines: &[Inline], at: usize) -> bool {
    let is_line_end = |inline: Option<&Inline>| match inline.map(|inline| &inline.kind) {
        None | Some(InlineKind::Break | InlineKind::Image(_)) => true,
        Some(InlineKind::Text(text)) => text.trim().is_empty() || text.starts_with('\n') || text.ends_with('\n'),
        _ => false,
    };
    is_line_end(at.checked_sub(1).and_then(|before| inlines.get(before))) && is_line_end(inlines.get(at + 1))
}
