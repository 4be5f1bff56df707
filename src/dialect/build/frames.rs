//! The stack of blocks and inlines that are being filled.

use super::{Builder, MAX_DEPTH, inlines::Inlines};
use crate::{
    diagnostic::{HEADING_EMPTY, HEADING_H1, NESTING_TOO_DEEP},
    dialect::tree::{Alignment, Block, BlockKind, Cell, Definition, Inline, InlineKind, Item, List, Text},
    text::Span,
};
use pulldown_cmark::{CodeBlockKind, HeadingLevel, LinkType, Tag};
use std::ops::Range;

/// Something that was started and not ended.
pub struct Frame {
    pub kind: FrameKind,
    pub range: Range<usize>,
    pub parts: Vec<Part>,
    pub inlines: Inlines,
}

/// A block, or raw HTML between blocks that is not yet understood.
pub enum Part {
    Block(Block),
    Html { raw: String, range: Range<usize> },
}

/// What was started.
pub enum FrameKind {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    List { start: Option<u64>, items: Vec<Item>, loose: bool },
    Item(Option<bool>),
    Code { language: Text, text: String },
    Html,
    Table { alignments: Vec<Alignment>, head: Vec<Cell>, rows: Vec<Vec<Cell>> },
    Row { cells: Vec<Cell>, is_head: bool },
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link { address: String, title: Text },
    Image { address: String, title: Text },
    Footnote(Text),
    Definitions(Vec<Definition>),
    Term,
    Meaning,
}

impl Frame {
    pub fn root() -> Self {
        Self::new(FrameKind::Root, 0..0)
    }

    fn new(kind: FrameKind, range: Range<usize>) -> Self {
        Self { kind, range, parts: Vec::new(), inlines: Inlines::default() }
    }
}

impl Builder<'_> {
    pub(super) fn start(&mut self, tag: Tag, range: Range<usize>) {
        // A list or row holds nothing but its parts, so that text which stands directly in one would be lost.
        let holds_parts =
            matches!(self.top().kind, FrameKind::List { .. } | FrameKind::Table { .. } | FrameKind::Row { .. } | FrameKind::Definitions(_));
        if self.skipped > 0 || (self.frames.len() >= MAX_DEPTH && !holds_parts) {
            if self.skipped == 0 {
                let span = self.span(range.start..range.start + 1);
                self.complain(&NESTING_TOO_DEEP, span, format!("more than {MAX_DEPTH} blocks are nested here"), "remove levels");
            }
            self.skipped += 1;
            if matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Item | Tag::TableCell) {
                self.top().inlines.push_text(" ", range.start..range.start);
            }
            return;
        }
        let kind = match tag {
            Tag::Paragraph => FrameKind::Paragraph,
            Tag::Heading { level, .. } => FrameKind::Heading(heading_level(level)),
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => FrameKind::Code { language: language_of(&info), text: String::new() },
            Tag::CodeBlock(CodeBlockKind::Indented) => FrameKind::Code { language: "".into(), text: String::new() },
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
            Tag::TableHead => FrameKind::Row { cells: Vec::new(), is_head: true },
            Tag::TableRow => FrameKind::Row { cells: Vec::new(), is_head: false },
            Tag::TableCell => FrameKind::Cell,
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => FrameKind::Emphasis,
            Tag::Strong => FrameKind::Strong,
            Tag::Strikethrough => FrameKind::Strike,
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                FrameKind::Link { address: email_address(&dest_url), title: "".into() }
            }
            Tag::Link { dest_url, title, .. } => FrameKind::Link { address: dest_url.into_string(), title: title.as_ref().into() },
            Tag::Image { dest_url, title, .. } => FrameKind::Image { address: dest_url.into_string(), title: title.as_ref().into() },
        };
        self.frames.push(Frame::new(kind, range));
    }

    pub(super) fn end(&mut self, range: Range<usize>) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(mut frame) = (self.frames.len() > 1).then(|| self.frames.pop()).flatten() else { return };
        let range = if range.is_empty() { frame.range.start..range.end.max(frame.range.end) } else { range };
        let kind = std::mem::replace(&mut frame.kind, FrameKind::Root);
        match kind {
            FrameKind::Emphasis | FrameKind::Strong | FrameKind::Strike | FrameKind::Link { .. } | FrameKind::Image { .. } => {
                self.end_inline(kind, frame, range)
            }
            FrameKind::Table { .. } | FrameKind::Row { .. } | FrameKind::Cell => self.end_table_part(kind, frame, range),
            kind => self.end_block(kind, frame, range),
        }
    }

    fn end_block(&mut self, kind: FrameKind, mut frame: Frame, range: Range<usize>) {
        let span = self.span(range.clone());
        match kind {
            FrameKind::Paragraph => {
                let inlines = self.finish_inlines(frame.inlines);
                let blocks = self.paragraph(inlines, span);
                self.push_blocks(blocks);
            }
            FrameKind::Heading(level) => {
                let inlines = self.finish_inlines(frame.inlines);
                self.heading(level, inlines, span);
            }
            FrameKind::Code { language, text } => self.push(Block { span, kind: BlockKind::Code { language, text: text.into() } }),
            FrameKind::Html => {
                let parts = std::mem::take(&mut frame.parts);
                self.top().parts.extend(parts);
            }
            FrameKind::List { start, items, loose } => self.list(List { start, loose, items }, span),
            FrameKind::Term => {
                let term = self.finish_inlines(frame.inlines);
                if let FrameKind::Definitions(list) = &mut self.top().kind {
                    list.push(Definition { term, meanings: Vec::new() });
                }
            }
            FrameKind::Definitions(list) => self.push(Block { span, kind: BlockKind::Definitions(list) }),
            kind => self.end_container(kind, frame, range, span),
        }
    }

    fn end_container(&mut self, kind: FrameKind, mut frame: Frame, range: Range<usize>, span: Span) {
        let is_loose = frame.parts.iter().any(|part| matches!(part, Part::Block(Block { kind: BlockKind::Paragraph(_), .. })));
        let parts = self.take_parts(&mut frame);
        let blocks = self.assemble(parts);
        match kind {
            FrameKind::Quote => {
                let quote = self.quote(blocks, range, span);
                self.push_blocks(quote);
            }
            FrameKind::Item(task) => {
                if let FrameKind::List { items, loose, .. } = &mut self.top().kind {
                    *loose |= is_loose;
                    items.push(Item { span, task, blocks });
                } else {
                    self.push_blocks(blocks);
                }
            }
            FrameKind::Footnote(label) => self.push(Block { span, kind: BlockKind::Footnote { label, blocks } }),
            FrameKind::Meaning => {
                if let FrameKind::Definitions(list) = &mut self.top().kind
                    && let Some(last) = list.last_mut()
                {
                    last.meanings.push(blocks);
                }
            }
            _ => self.push_blocks(blocks),
        }
    }

    /// A list; directly below another of its kind it goes on with that one, whatever its marks are.
    fn list(&mut self, list: List, span: Span) {
        let before = match self.top().parts.last_mut() {
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

    fn heading(&mut self, level: u8, mut inlines: Vec<Inline>, span: Span) {
        let mut anchors = take_anchors(&mut inlines);
        self.take_heading_list(&mut inlines, &mut anchors);
        trim(&mut inlines);
        if inlines.is_empty() {
            self.complain(&HEADING_EMPTY, span, "this heading has no text", "give it a text, or remove it");
            self.push_blocks(anchors.into_iter().map(|anchor| Block { span, kind: BlockKind::Anchor(anchor) }).collect());
            return;
        }
        if level == 1 {
            self.complain(&HEADING_H1, span, "the first level is the page's title", "use `##`");
        }
        self.push(Block { span, kind: BlockKind::Heading { level: level.max(2), inlines, anchors } });
    }

    /// `{#id}` at the end of a heading.
    fn take_heading_list(&mut self, inlines: &mut [Inline], anchors: &mut Vec<Text>) {
        let Some(Inline { kind: InlineKind::Text(text), .. }) = inlines.last_mut() else { return };
        let Some(open) = text.rfind('{') else { return };
        let Some(list) = crate::dialect::attributes::AttributeList::parse(&text[open..]) else { return };
        if text[open + list.length..].trim().is_empty() {
            anchors.extend(list.ids.iter().map(|id| id.as_str().into()));
            *text = text[..open].trim_end().into();
        }
    }

    pub(super) fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        let span = self.span(range);
        self.push(Block { span, kind });
    }

    /// Adds a block to the top frame; text of a tight item before it becomes a block first.
    pub(super) fn push(&mut self, block: Block) {
        self.flush_plain();
        self.top().parts.push(Part::Block(block));
    }

    pub(super) fn push_blocks(&mut self, blocks: Vec<Block>) {
        self.flush_plain();
        self.top().parts.extend(blocks.into_iter().map(Part::Block));
    }

    pub(super) fn push_inline(&mut self, kind: InlineKind, range: Range<usize>) {
        let span = self.span(range);
        self.flush_text();
        self.top().inlines.push(Inline { span, kind });
    }

    fn flush_plain(&mut self) {
        let mut frame = match self.frames.pop() {
            Some(frame) => frame,
            None => return,
        };
        self.flush_plain_of(&mut frame);
        self.frames.push(frame);
    }

    fn flush_plain_of(&mut self, frame: &mut Frame) {
        if frame.inlines.is_empty() {
            return;
        }
        let pieces = std::mem::take(&mut frame.inlines);
        let range = pieces.range();
        let inlines = self.finish_inlines(pieces);
        let span = self.span(range);
        let blocks = self.plain(inlines, span);
        frame.parts.extend(blocks.into_iter().map(Part::Block));
    }

    /// What a frame holds, once its text is a block too.
    pub(super) fn take_parts(&mut self, frame: &mut Frame) -> Vec<Part> {
        self.flush_plain_of(frame);
        std::mem::take(&mut frame.parts)
    }

    pub(super) fn block_html(&mut self, html: &str, range: Range<usize>) {
        if self.is_fragment {
            return self.top().inlines.push_text(html, range);
        }
        self.flush_plain();
        self.top().parts.push(Part::Html { raw: html.to_owned(), range });
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
    while let Some(Inline { kind, .. }) = inlines.last_mut() {
        match kind {
            InlineKind::Break => {}
            InlineKind::Text(text) if text.trim().is_empty() => {}
            InlineKind::Text(text) => {
                if text.ends_with(char::is_whitespace) {
                    *text = text.trim_end().into();
                }
                break;
            }
            _ => break,
        }
        inlines.pop();
    }
    while let Some(Inline { kind, .. }) = inlines.first_mut() {
        match kind {
            InlineKind::Break => {}
            InlineKind::Text(text) if text.trim().is_empty() => {}
            InlineKind::Text(text) => {
                if text.starts_with(char::is_whitespace) {
                    *text = text.trim_start().into();
                }
                break;
            }
            _ => break,
        }
        inlines.remove(0);
    }
}

/// Where `<name@host.tld>` leads. Without a dot the host is none: `<user@domain>` stands for what the reader has to put in.
fn email_address(address: &str) -> String {
    let has_host = address.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'));
    if has_host { format!("mailto:{address}") } else { format!("<{address}>") }
}

fn heading_level(level: HeadingLevel) -> u8 {
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

/// The language of a fence's info string: ```` ```bash ````, ```` ``` {.bash} ````, ```` ```bash[1] ````.
fn language_of(info: &str) -> Text {
    let info = info.trim().trim_start_matches('{').trim_start_matches('.');
    let end = info.find(|letter: char| letter.is_whitespace() || matches!(letter, '{' | '}' | '[' | ',' | ':')).unwrap_or(info.len());
    info[..end].to_ascii_lowercase().into()
}
