//! The stack of blocks and inlines that are being filled.

use super::{
    Builder, MAX_DEPTH,
    breaks::structure,
    gathered::Gathered,
    inlines::{Inlines, Piece},
};
use crate::{
    diagnostic::{HEADING_EMPTY, HEADING_H1, HEADING_SKIP, NESTING_TOO_DEEP},
    dialect::tree::{Alignment, Block, BlockKind, Blocks, Cell, Definition, Inline, InlineKind, Item, List, Numbering, Text},
    dialect::{code_language, scan::blank_line_after},
    text::Span,
};
use pulldown_cmark::{CodeBlockKind, CowStr, HeadingLevel, LinkType, Tag};
use smallvec::smallvec;
use std::ops::Range;

/// Something that was started and not ended. What it holds stands on the builder's stacks, above what its parent holds.
pub struct Frame<'a> {
    pub kind: FrameKind<'a>,
    pub range: Range<usize>,
    /// Where its parts start on the builder's stack.
    pub parts: usize,
    pub inlines: Inlines,
}

/// A block, or raw HTML between blocks that is not yet understood.
pub enum Part {
    Block(Block),
    Html { raw: String, range: Range<usize> },
}

/// What was started.
pub enum FrameKind<'a> {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    List { start: Option<u64>, items: Vec<Item>, loose: bool },
    Item(Option<bool>),
    Code { language: Text, text: Gathered },
    Html,
    Table { alignments: Vec<Alignment>, head: Vec<Cell>, rows: Vec<Vec<Cell>> },
    Row { cells: Vec<Cell>, is_head: bool },
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link { address: CowStr<'a>, title: CowStr<'a> },
    Image { address: CowStr<'a>, title: CowStr<'a> },
    Footnote(Text),
    Definitions(Vec<Definition>),
    Term,
    Meaning,
}

impl Frame<'_> {
    pub fn root() -> Self {
        Self { kind: FrameKind::Root, range: 0..0, parts: 0, inlines: Inlines::default() }
    }
}

impl<'a> Builder<'a> {
    pub(super) fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if self.skipped > 0 || (self.frames.len() >= MAX_DEPTH && !self.holds_parts()) {
            if self.skipped == 0 {
                let span = self.span(range.start..range.start + 1);
                self.complain(&NESTING_TOO_DEEP, span, format!("more than {MAX_DEPTH} blocks are nested here"), "remove levels");
            }
            self.skipped += 1;
            if matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Item | Tag::TableCell) {
                self.push_text(" ", range.start..range.start);
            }
            return;
        }
        if matches!(tag, Tag::HtmlBlock) {
            // The text of a tight item before it.
            self.flush_plain();
        }
        let kind = match tag {
            Tag::Paragraph => FrameKind::Paragraph,
            Tag::Heading { level, .. } => FrameKind::Heading(heading_level(level)),
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                FrameKind::Code { language: code_language(&info).into(), text: Gathered::default() }
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => FrameKind::Code { language: "".into(), text: Gathered::default() },
            Tag::HtmlBlock | Tag::MetadataBlock(_) => FrameKind::Html,
            Tag::List(start) => FrameKind::List { start, items: Vec::new(), loose: false },
            Tag::Item => FrameKind::Item(None),
            Tag::FootnoteDefinition(label) => FrameKind::Footnote(label.as_ref().into()),
            Tag::DefinitionList => FrameKind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => FrameKind::Term,
            Tag::DefinitionListDefinition => FrameKind::Meaning,
            Tag::Table(alignments) => {
                FrameKind::Table { alignments: alignments.into_iter().map(alignment).collect(), head: Vec::new(), rows: Vec::new() }
            }
            Tag::TableHead => FrameKind::Row { cells: Vec::with_capacity(self.columns()), is_head: true },
            Tag::TableRow => FrameKind::Row { cells: Vec::with_capacity(self.columns()), is_head: false },
            Tag::TableCell => FrameKind::Cell,
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => FrameKind::Emphasis,
            Tag::Strong => FrameKind::Strong,
            Tag::Strikethrough => FrameKind::Strike,
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                FrameKind::Link { address: email_address(&dest_url).into(), title: "".into() }
            }
            Tag::Link { dest_url, title, .. } => FrameKind::Link { address: dest_url, title },
            Tag::Image { dest_url, title, .. } => FrameKind::Image { address: dest_url, title },
        };
        let inlines = Inlines::from(self.pieces.len());
        self.frames.push(Frame { kind, range, parts: self.parts.len(), inlines });
    }

    /// How many columns the table has that is the top frame.
    fn columns(&mut self) -> usize {
        match &self.top().kind {
            FrameKind::Table { alignments, .. } => alignments.len(),
            _ => 0,
        }
    }

    /// Whether the top frame is a list or row, which hold nothing but their parts: text that stands directly in one would be lost.
    fn holds_parts(&mut self) -> bool {
        matches!(self.top().kind, FrameKind::List { .. } | FrameKind::Table { .. } | FrameKind::Row { .. } | FrameKind::Definitions(_))
    }

    pub(super) fn end(&mut self, range: Range<usize>) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(Frame { kind, range: started, parts, inlines }) = (self.frames.len() > 1).then(|| self.frames.pop()).flatten() else {
            return;
        };
        let range = if range.is_empty() { started.start..range.end.max(started.end) } else { range };
        match kind {
            FrameKind::Emphasis | FrameKind::Strong | FrameKind::Strike | FrameKind::Link { .. } | FrameKind::Image { .. } => {
                self.end_inline(kind, inlines, range)
            }
            FrameKind::Table { .. } | FrameKind::Row { .. } | FrameKind::Cell => self.end_table_part(kind, parts, inlines, range),
            kind => self.end_block(kind, parts, inlines, range),
        }
    }

    fn end_block(&mut self, kind: FrameKind, parts: usize, inlines: Inlines, range: Range<usize>) {
        let span = self.span(range.clone());
        match kind {
            FrameKind::Paragraph => {
                let inlines = self.finish_inlines(inlines);
                self.flush_plain();
                structure(inlines, span, false, &mut |block| self.parts.push(Part::Block(block)));
            }
            FrameKind::Heading(level) => {
                let inlines = self.finish_inlines(inlines);
                self.heading(level, inlines, range);
            }
            FrameKind::Code { language, text } => {
                let block = self.code_block(language, text.as_str(&self.edited.text), span);
                self.push(block);
                self.explain_code(range);
            }
            // Its parts stand where those of its parent go on.
            FrameKind::Html => {}
            FrameKind::List { start, items, loose } => self.list(List { start, numbering: Numbering::Decimal, loose, items }, span),
            FrameKind::Term => {
                let term = self.finish_inlines(inlines);
                if let FrameKind::Definitions(list) = &mut self.top().kind {
                    list.push(Definition { term, meanings: Vec::new() });
                }
            }
            FrameKind::Definitions(list) => self.push(Block { span, kind: BlockKind::Definitions(list) }),
            kind => self.end_container(kind, parts, inlines, range, span),
        }
    }

    fn end_container(&mut self, kind: FrameKind, parts: usize, inlines: Inlines, range: Range<usize>, span: Span) {
        let is_loose = self.parts[parts..].iter().any(|part| matches!(part, Part::Block(Block { kind: BlockKind::Paragraph(_), .. })));
        let blocks = self.take_blocks(parts, inlines);
        match kind {
            FrameKind::Quote => {
                let quote = self.quote(blocks.into_vec(), range, span);
                self.push_blocks(quote);
            }
            FrameKind::Item(task) => {
                if let FrameKind::List { items, loose, .. } = &mut self.top().kind {
                    *loose |= is_loose;
                    items.push(Item { span, task, blocks });
                } else {
                    self.push_blocks(blocks.into_vec());
                }
            }
            FrameKind::Footnote(label) => self.push(Block { span, kind: BlockKind::Footnote { label, blocks: blocks.into_vec() } }),
            FrameKind::Meaning => {
                if let FrameKind::Definitions(list) = &mut self.top().kind
                    && let Some(last) = list.last_mut()
                {
                    last.meanings.push(blocks.into_vec());
                }
            }
            _ => self.push_blocks(blocks.into_vec()),
        }
    }

    /// A list; directly below another of its kind it goes on with that one, whatever its marks are.
    fn list(&mut self, list: List, span: Span) {
        let from = self.top().parts;
        let before = match self.parts[from..].last_mut() {
            Some(Part::Block(Block { span, kind: BlockKind::List(before) })) => Some((span, before)),
            _ => None,
        };
        if let Some((before_span, before)) = before
            && list.start.is_none()
            && before.start.is_none()
        {
            before_span.end = span.end;
            before.loose |= list.loose;
            before.items.extend(list.items);
            return;
        }
        self.push(Block { span, kind: BlockKind::List(list) });
    }

    pub(super) fn task(&mut self, done: bool) {
        if let Some(Frame { kind: FrameKind::Item(task), .. }) =
            self.frames.iter_mut().rev().find(|frame| matches!(frame.kind, FrameKind::Item(_)))
        {
            *task = Some(done);
        }
    }

    pub(super) fn heading(&mut self, level: u8, mut inlines: Vec<Inline>, range: Range<usize>) {
        let written = self.edited.text[range.clone()].trim_end();
        let is_hashed = written.starts_with('#');
        let whole = range.start..range.start + written.len();
        let with_blank_line = self.span(whole.start..whole.end + blank_line_after(&self.edited.text, &whole));
        let span = self.span(range);
        let mut anchors = take_anchors(&mut inlines);
        self.take_heading_list(&mut inlines, &mut anchors);
        trim(&mut inlines);
        if inlines.is_empty() {
            let edits = if anchors.is_empty() { vec![(with_blank_line, String::new())] } else { Vec::new() };
            self.offer(&HEADING_EMPTY, span, "this heading has no text", "give it a text, or remove it", edits);
            self.push_blocks(anchors.into_iter().map(|anchor| Block { span, kind: BlockKind::Anchor(anchor) }).collect());
            return;
        }
        if level == 1 {
            let start = Span { end: span.start, ..span };
            let edits = if is_hashed { vec![(start, "#".to_owned())] } else { Vec::new() };
            self.offer(&HEADING_H1, span, "the first level is the page's title", "use `##`", edits);
        }
        let level = level.max(2);
        let above = std::mem::replace(&mut self.heading_level, level);
        if level > above + 1 {
            let message = format!("this heading is of level {level}, the one above it of level {above}");
            self.complain(&HEADING_SKIP, span, message, format!("use `{}`", "#".repeat(usize::from(above) + 1)));
        }
        self.push(Block { span, kind: BlockKind::Heading { level, inlines, anchors } });
    }

    /// `{#id}` at the end of a heading.
    fn take_heading_list(&mut self, inlines: &mut [Inline], anchors: &mut Vec<Text>) {
        let Some(Inline { kind: InlineKind::Text(text), .. }) = inlines.last_mut() else { return };
        let Some(open) = memchr::memrchr(b'{', text.as_bytes()) else { return };
        let Some(list) = crate::dialect::attributes::AttributeList::parse(&text[open..]) else { return };
        if text[open + list.length..].trim().is_empty() {
            anchors.extend(list.ids().map(Text::from));
            *text = text.part(text[..open].trim_end());
        }
    }

    pub(super) fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        let span = self.span(range);
        self.push(Block { span, kind });
    }

    /// Adds a block to the top frame; text of a tight item before it becomes a block first.
    pub(super) fn push(&mut self, block: Block) {
        self.flush_plain();
        self.parts.push(Part::Block(block));
    }

    pub(super) fn push_blocks(&mut self, blocks: Vec<Block>) {
        self.flush_plain();
        self.parts.extend(blocks.into_iter().map(Part::Block));
    }

    pub(super) fn push_inline(&mut self, kind: InlineKind, range: Range<usize>) {
        let span = self.span(range);
        self.flush_text();
        self.pieces.push(Piece::Done(Inline { span, kind }));
    }

    fn flush_plain(&mut self) {
        let pieces = self.pieces.len();
        let inlines = &mut self.top().inlines;
        if inlines.is_empty(pieces) {
            return;
        }
        let inlines = std::mem::replace(inlines, Inlines::from(inlines.from));
        self.flush_plain_of(inlines);
    }

    fn flush_plain_of(&mut self, inlines: Inlines) {
        let range = inlines.range();
        let inlines = self.finish_inlines(inlines);
        let span = self.span(range);
        structure(inlines, span, true, &mut |block| self.parts.push(Part::Block(block)));
    }

    /// The blocks of a container whose parts start at `parts`, once its text is a block too.
    pub(super) fn take_blocks(&mut self, parts: usize, inlines: Inlines) -> Blocks {
        if let Some(only) = self.only_block(parts, &inlines) {
            return smallvec![only];
        }
        if !inlines.is_empty(self.pieces.len()) {
            self.flush_plain_of(inlines);
        }
        if self.parts.len() == parts + 1
            && let Some(Part::Block(only)) = self.parts.pop_if(|part| matches!(part, Part::Block(_)))
        {
            return smallvec![only];
        }
        self.assemble(parts).into()
    }

    pub(super) fn block_html(&mut self, html: &str, range: Range<usize>) {
        if self.is_fragment {
            return self.push_text(html, range);
        }
        self.flush_plain();
        self.parts.push(Part::Html { raw: html.to_owned(), range });
    }
}

/// Takes the anchors out of a heading or label.
pub fn take_anchors(inlines: &mut Vec<Inline>) -> Vec<Text> {
    let mut anchors = Vec::new();
    inlines.retain_mut(|inline| match &mut inline.kind {
        InlineKind::Anchor(name) => {
            anchors.push(std::mem::take(name));
            false
        }
        _ => true,
    });
    anchors
}

/// Removes white space and line breaks at both ends.
pub fn trim(inlines: &mut Vec<Inline>) {
    while inlines.last_mut().is_some_and(|last| is_blank_after(&mut last.kind, <[u8]>::last, str::trim_end)) {
        inlines.pop();
    }
    while inlines.first_mut().is_some_and(|first| is_blank_after(&mut first.kind, <[u8]>::first, str::trim_start)) {
        inlines.remove(0);
    }
}

/// Whether nothing is left of an inline that stands at an end, once its text is trimmed.
fn is_blank_after(kind: &mut InlineKind, outermost: impl Fn(&[u8]) -> Option<&u8>, trim: impl Fn(&str) -> &str) -> bool {
    match kind {
        InlineKind::Break => true,
        InlineKind::Text(text) if outermost(text.as_bytes()).is_some_and(u8::is_ascii_graphic) => false,
        InlineKind::Text(text) => {
            let rest = trim(text);
            let is_blank = rest.is_empty();
            if !is_blank && rest.len() < text.len() {
                *text = text.part(rest);
            }
            is_blank
        }
        _ => false,
    }
}

/// Where `<name@host.tld>` leads. Without a dot the host is none: `<user@domain>` stands for what the reader has to put in.
fn email_address(address: &str) -> String {
    let has_host = address.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'));
    if has_host { format!("mailto:{address}") } else { format!("<{address}>") }
}

pub fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
        _ => Alignment::Start,
    }
}
