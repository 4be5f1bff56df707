//! The outline of a guide: its blocks in order, and what in them is alike in all languages.

use super::marks;
use crate::{
    check::prose::plain_text,
    dialect::{
        source::{Piece, Source},
        tree::{Block, BlockKind, CalloutKind, Cell, Image, Inline, InlineKind, TabsKind},
        walk,
    },
    locale::Locale,
    text::{FileId, Span},
};
use memchr::memmem;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// A text shorter than this may be alike in two languages by chance: names, commands, numbers.
const LONG_TEXT: usize = 7;

/// What a node of an outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What stands before the first heading, or a heading of this level with all up to the next one.
    Section(u8),
    /// A step of a series.
    Step,
    /// An alternative.
    Tab,
    /// A question with its answer.
    Question,
    /// An item of a list.
    Item,
    /// A callout.
    Callout(CalloutKind),
    /// A block that opens on demand.
    Details,
    /// A table with so many columns.
    Table(u8),
    /// A row of a table.
    Row,
    /// A code block.
    Code,
    /// A picture.
    Image,
    /// A call of an API.
    ApiCall,
    /// A film.
    Video,
    /// A table of settings, made from a service's data.
    Settings,
    /// Where to click in the control panel.
    ControlPanel,
    /// A longer text.
    Text,
    /// A link; its key is 0 where it leads out of the site.
    Link,
    /// A host of a service, or another value that the reader must fill in.
    Placeholder,
    /// Something else in a text that is alike in all languages: code, a number, an acronym.
    Mark,
}

impl Kind {
    /// Whether a translation must have it where its source has it. Paragraphs may be split and joined.
    pub fn is_structure(self) -> bool {
        !matches!(self, Self::Text | Self::Link | Self::Placeholder | Self::Mark)
    }

    /// Whether the two are the same kind of thing, perhaps with another level, type or width.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A node of an outline. Those inside of it follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// How many nodes it is, with those inside of it.
    pub size: u32,
    /// The same for what is alike in two languages.
    pub key: u32,
    /// Where its heading, its label or all of it stands.
    pub span: Span,
}

/// A guide's outline: sections, and in them what they hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline(pub Box<[Node]>);

impl Outline {
    /// The outline of a guide in the language of `locale`.
    pub fn of(blocks: &[Block], top: Span, locale: &Locale) -> Self {
        let mut builder = Builder { nodes: Vec::new(), open: Vec::new(), locale, written: String::new() };
        builder.open(Kind::Section(0), 0, top);
        builder.blocks(blocks, true);
        builder.close();
        Self(builder.nodes.into())
    }

    /// Gives what the file `from` has, and the catalog `file` has texts of, the places of these texts: `source` is put together
    /// from both.
    pub fn move_into(&mut self, file: FileId, from: FileId, source: &Source) {
        for node in self.0.iter_mut().filter(|node| node.kind.is_structure() && node.span.file == from) {
            node.span = first_text(file, node.span, source).unwrap_or(node.span);
        }
    }

    /// The places of the nodes directly inside the one at `parent`, or of the sections.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let (mut at, end) = match parent {
            Some(parent) => (parent + 1, parent + self.0[parent].size as usize),
            None => (0, self.0.len()),
        };
        std::iter::from_fn(move || {
            let here = (at < end).then_some(at)?;
            at += self.0[here].size.max(1) as usize;
            Some(here)
        })
    }

    /// A node and all nodes inside of it.
    pub fn nodes(&self, at: usize) -> &[Node] {
        &self.0[at..at + self.0[at].size as usize]
    }
}

/// Where the first text of the catalog `file` from `span` of its source on stands.
fn first_text(file: FileId, span: Span, source: &Source) -> Option<Span> {
    let is_before = |piece: &Piece| piece.file == span.file && piece.replaces.is_none() && piece.origin <= span.start as usize;
    let before = source.pieces.iter().rposition(is_before)?;
    let after = source.pieces[before..].iter().position(|piece| piece.file == file)? + before;
    let end = source.pieces.get(after + 1).map_or(source.text.len(), |next| next.start);
    Some(source.span(source.pieces[after].start..end))
}

/// The key of a text or an address.
pub fn key(value: impl Hash) -> u32 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}

struct Builder<'a> {
    nodes: Vec<Node>,
    open: Vec<usize>,
    locale: &'a Locale,
    /// Room for the text that is looked at.
    written: String,
}

impl Builder<'_> {
    fn open(&mut self, kind: Kind, key: u32, span: Span) {
        self.open.push(self.nodes.len());
        self.nodes.push(Node { kind, size: 1, key, span });
    }

    fn close(&mut self) {
        let Some(at) = self.open.pop() else { return };
        self.nodes[at].size = (self.nodes.len() - at) as u32;
    }

    fn leaf(&mut self, kind: Kind, key: u32, span: Span) {
        self.nodes.push(Node { kind, size: 1, key, span });
    }

    fn inside(&mut self, kind: Kind, span: Span, label: &[Inline], blocks: &[Block]) {
        self.open(kind, 0, span);
        self.inlines(label);
        self.blocks(blocks, false);
        self.close();
    }

    /// Headings divide a guide; those in callouts and tabs are texts there.
    fn blocks(&mut self, blocks: &[Block], divides: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, inlines, .. } if divides => {
                    self.close();
                    self.open(Kind::Section(*level), key(plain_text(inlines)), block.span);
                    self.inlines(inlines);
                }
                _ => self.block(block, divides),
            }
        }
    }

    fn block(&mut self, block: &Block, divides: bool) {
        let span = block.span;
        match &block.kind {
            BlockKind::Heading { inlines, .. } => self.inlines(inlines),
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.text(inlines, span),
            BlockKind::List(list) => list.items.iter().for_each(|item| self.inside(Kind::Item, item.span, &[], &item.blocks)),
            BlockKind::Callout { kind, title, blocks } => self.inside(Kind::Callout(*kind), span, title, blocks),
            BlockKind::Tabs { kind, tabs } => {
                let kind = if *kind == TabsKind::Steps { Kind::Step } else { Kind::Tab };
                tabs.iter().for_each(|tab| self.inside(kind, tab.span, &tab.label, &tab.blocks));
            }
            BlockKind::Faq(tabs) => tabs.iter().for_each(|tab| self.inside(Kind::Question, tab.span, &tab.label, &tab.blocks)),
            BlockKind::Details { summary, blocks, .. } => self.inside(Kind::Details, span, summary, blocks),
            BlockKind::ControlPanel { blocks, .. } => self.inside(Kind::ControlPanel, span, &[], blocks),
            BlockKind::Table(table) => {
                self.open(Kind::Table(table.alignments.len().min(255) as u8), 0, span);
                table.head.iter().flatten().for_each(|cell| self.blocks(&cell.blocks, false));
                table.rows.iter().for_each(|row| self.row(row));
                self.close();
            }
            BlockKind::StepsTable(steps) => {
                for step in steps {
                    self.open(Kind::Row, 0, step.span);
                    self.blocks(&step.media, false);
                    self.blocks(&step.text, false);
                    self.close();
                }
            }
            BlockKind::Code { text, .. } => self.leaf(Kind::Code, key(text), span),
            BlockKind::Carousel(slides) => slides.iter().for_each(|slide| self.image(&slide.image)),
            BlockKind::Api(calls) => calls.iter().for_each(|call| self.leaf(Kind::ApiCall, key((&call.method, &call.path)), call.span)),
            BlockKind::Video { address, .. } => self.leaf(Kind::Video, key(address), span),
            BlockKind::Settings(settings) => self.leaf(Kind::Settings, settings.service as u32, span),
            // What holds on a condition, wrappers and the like: only what they hold counts.
            _ => walk::children(block, &mut |blocks| self.blocks(blocks, divides && self.open.len() == 1)),
        }
    }

    fn row(&mut self, cells: &[Cell]) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
        self.open(Kind::Row, 0, Span { end: last.span.end.max(first.span.end), ..first.span });
        cells.iter().for_each(|cell| self.blocks(&cell.blocks, false));
        self.close();
    }

    fn image(&mut self, image: &Image) {
        self.leaf(Kind::Image, key(marks::picture(&image.address, self.locale)), image.span);
    }

    fn text(&mut self, inlines: &[Inline], span: Span) {
        self.written.clear();
        written(inlines, &mut self.written);
        if let Some(key) = long_text(&self.written) {
            self.leaf(Kind::Text, key, span);
        }
        self.inlines(inlines);
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            let span = inline.span;
            match &inline.kind {
                InlineKind::Text(text) => marks::words(text, &mut |word| self.leaf(Kind::Mark, key(word), span)),
                InlineKind::Code(parts) if marks::is_placeholder(parts) => self.leaf(Kind::Placeholder, u32::MAX, span),
                InlineKind::Code(parts) => self.leaf(Kind::Mark, key(marks::code(parts)), span),
                InlineKind::Image(image) => self.image(image),
                InlineKind::Host(host) => self.leaf(Kind::Placeholder, u32::from(host.service), span),
                InlineKind::Placeholder(_) => self.leaf(Kind::Placeholder, u32::MAX, span),
                InlineKind::Link { to, inlines } => {
                    let target = to.address.as_text().and_then(marks::target);
                    self.leaf(Kind::Link, target.map_or(0, |target| key(target).max(1)), span);
                    self.inlines(inlines);
                }
                _ => self.inlines(walk::inside(inline)),
            }
        }
    }
}

/// The key of a text that has so many words that it is hardly alike in two languages by chance. White space does not count.
fn long_text(text: &str) -> Option<u32> {
    if text.len() < LONG_TEXT * 2 - 1 {
        return None;
    }
    let has_letter = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_alphabetic()) || word.contains(char::is_alphabetic);
    let text = text.trim();
    if is_evenly_spaced(text) {
        let words = memchr::memchr_iter(b' ', text.as_bytes())
            .chain([text.len()])
            .scan(0, |from, to| Some(&text[std::mem::replace(from, to + 1)..to]));
        words.filter(has_letter).nth(LONG_TEXT - 1).map(|_| key(text))
    } else {
        text.split_whitespace().filter(has_letter).nth(LONG_TEXT - 1).map(|_| key(text.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}

/// Whether a text surely has no white space but single spaces: no control character, no two spaces in a row, and nothing
/// that begins as other spaces do in UTF-8.
fn is_evenly_spaced(text: &str) -> bool {
    const PORTION: usize = 32;
    let is_odd = |byte: u8| byte < b' ' || matches!(byte, 0xc2 | 0xe1..=0xe3);
    // Without an exit inside, the processor looks at all bytes of a portion at once.
    let has_odd = |bytes: &[u8]| bytes.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    !text.as_bytes().chunks(PORTION).any(has_odd) && memmem::find(text.as_bytes(), b"  ").is_none()
}

/// The words of inlines that were written for people, without code, hosts and alternative texts.
fn written(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => out.push_str(text),
            InlineKind::Break => out.push(' '),
            _ => written(walk::inside(inline), out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_makes_no_other_text() {
        let text = "one two three four five six seven, and no less";
        assert!(is_evenly_spaced(text) && long_text(text).is_some());
        for other in [" ", "\n", "  ", "\u{a0}", "\u{2003}", "\u{3000}", " \t"] {
            let spaced = text.replace(' ', other);
            assert!(other == " " || !is_evenly_spaced(&spaced), "{other:?}");
            assert_eq!(long_text(&format!("{other}{spaced}{other}")), long_text(text), "{other:?}");
        }
        assert_ne!(long_text(&text.replace("no", "to")), long_text(text));
        assert_eq!(long_text("one two three four five six 7 8 9"), None, "numbers are alike in all languages");
    }
}
