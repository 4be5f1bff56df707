//! Finds the units of a guide's body in its tree.

use super::{Unit, UnitKind, comments, html, lines::unfold, words::holds_words};
use crate::{
    dialect::tree::{Block, BlockKind, Image, Inline, InlineKind, Tab},
    text::Span,
};
use std::ops::Range;

/// A text of the tree, before its place is looked at closely.
struct Leaf {
    range: Range<usize>,
    kind: UnitKind,
    frame: String,
    /// How many quotes it stands in.
    depth: usize,
}

/// The units of a body that starts at the byte `body`, in order.
pub fn find(text: &str, blocks: &[Block], body: usize) -> Vec<Unit> {
    let mut walk = Walk { text, leaves: Vec::new(), frames: Vec::new() };
    walk.blocks(blocks, UnitKind::Paragraph);
    let mut leaves = walk.leaves;
    leaves.sort_by_key(|leaf| leaf.range.start);
    let mut units = Vec::with_capacity(leaves.len());
    let mut floor = body;
    for leaf in leaves {
        let Some(range) = tidy(text, floor..leaf.range.end.max(floor), leaf.range.start.max(floor), leaf.kind) else { continue };
        if leaf.kind != UnitKind::Code && html::holds_blocks(&text[range.clone()]) {
            continue;
        }
        let before = if leaf.kind == UnitKind::AltAttribute { text[..range.start].rfind('<').unwrap_or(floor) } else { range.start };
        html::runs(text, floor..before.max(floor), &mut units);
        floor = range.end;
        let unit = unit(text, leaf, range);
        let comments = comments(text, &unit);
        units.push(unit);
        units.extend(comments);
    }
    html::runs(text, floor..text.len(), &mut units);
    units.retain(|unit| unit.is_offered || unit.kind == UnitKind::Code || unit.text.chars().any(char::is_alphanumeric));
    units
}

fn unit(text: &str, leaf: Leaf, range: Range<usize>) -> Unit {
    let written = &text[range.clone()];
    let is_code = leaf.kind == UnitKind::Code;
    let text = if is_code { written.to_owned() } else { unfold(written, leaf.depth) };
    let is_offered = !is_code && holds_words(&text);
    Unit { kind: leaf.kind, range, text, headings: String::new(), frame: leaf.frame, depth: leaf.depth, line: 0, is_offered }
}

/// The comments in a block of code.
fn comments(text: &str, code: &Unit) -> Vec<Unit> {
    let found = if code.kind == UnitKind::Code { comments::find(&code.text, code.depth) } else { Vec::new() };
    let unit = |range: Range<usize>| {
        let range = code.range.start + range.start..code.range.start + range.end;
        Unit { kind: UnitKind::Comment, text: text[range.clone()].to_owned(), range, is_offered: true, ..code.clone() }
    };
    found.into_iter().map(unit).collect()
}

/// Where a text begins and ends once markers before it and space around it are left out. `within` is what no text before
/// it has taken.
fn tidy(text: &str, within: Range<usize>, start: usize, kind: UnitKind) -> Option<Range<usize>> {
    let mut start = start;
    loop {
        let rest = text.get(start..within.end)?;
        let inside = rest.trim_start();
        let marker = marker_len(inside, kind);
        let at = start + rest.len() - inside.len();
        if marker == 0 {
            let end = at + inside.trim_end().len();
            return (at < end).then(|| at..end + attributes_len(&text[end..], kind));
        }
        start = at + marker;
    }
}

/// How long the attribute list is that belongs to the last word of a text, which the tree's places leave out.
fn attributes_len(after: &str, kind: UnitKind) -> usize {
    let is_list = after.starts_with("{.") || after.starts_with("{ .") || after.starts_with("{:");
    let end = after.find(['}', '\n']).filter(|end| after[*end..].starts_with('}'));
    end.filter(|_| is_list && !matches!(kind, UnitKind::Alt | UnitKind::AltAttribute | UnitKind::Code)).map_or(0, |end| end + 1)
}

/// How long the marker of a block is that a text of the tree may begin with: `[!tabs]`, the `>` of its next line, or the
/// dash of a line that stands for an item.
fn marker_len(text: &str, kind: UnitKind) -> usize {
    let dash = text.chars().next().filter(|letter| kind == UnitKind::Item && "-•–".contains(*letter)).map_or(0, char::len_utf8);
    if dash > 0 && text[dash..].starts_with([' ', '\u{a0}']) {
        return dash + 1;
    }
    if let Some(rest) = text.strip_prefix("[!") {
        let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_() ".contains(byte)).count();
        return if rest[name..].starts_with(']') && name > 0 { name + 3 } else { 0 };
    }
    usize::from(text.starts_with('>'))
}

struct Walk<'a> {
    text: &'a str,
    leaves: Vec<Leaf>,
    frames: Vec<&'static str>,
}

impl Walk<'_> {
    fn add(&mut self, range: Range<usize>, kind: UnitKind) {
        let range = range.start - usize::from(is_escaped(self.text, range.start))..range.end;
        let depth = self.depth_at(range.start);
        self.leaves.push(Leaf { range, kind, frame: self.frames.join(" "), depth });
    }

    /// How many quotes are open at a place: the `>` before it on its line.
    fn depth_at(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
        line.chars()
            .take_while(|letter| letter.is_whitespace() || ">-+*.)".contains(*letter) || letter.is_ascii_digit())
            .filter(|letter| *letter == '>')
            .count()
    }

    fn blocks(&mut self, blocks: &[Block], kind: UnitKind) {
        for block in blocks {
            self.block(block, kind);
        }
    }

    fn inside(&mut self, frame: &'static str, blocks: &[Block], kind: UnitKind) {
        self.frames.push(frame);
        self.blocks(blocks, kind);
        self.frames.pop();
    }

    /// `kind` is what text of the block itself is.
    fn block(&mut self, block: &Block, kind: UnitKind) {
        match &block.kind {
            BlockKind::Heading { level, inlines, .. } => self.inlines(inlines, UnitKind::Heading(*level)),
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.text(inlines, block.span, kind),
            BlockKind::List(list) => list.items.iter().for_each(|item| self.inside("list", &item.blocks, UnitKind::Item)),
            BlockKind::Quote(blocks) => self.inside("quote", blocks, UnitKind::Paragraph),
            BlockKind::Callout { title, blocks, .. } => {
                self.frames.push("callout");
                self.label(title, UnitKind::CalloutTitle);
                self.blocks(blocks, UnitKind::Paragraph);
                self.frames.pop();
            }
            BlockKind::Tabs { tabs, .. } => self.tabs("tabs", tabs, UnitKind::Label),
            BlockKind::Faq(tabs) => self.tabs("faq", tabs, UnitKind::Question),
            BlockKind::Details { summary, blocks, .. } => {
                self.frames.push("details");
                self.label(summary, UnitKind::Summary);
                self.blocks(blocks, UnitKind::Paragraph);
                self.frames.pop();
            }
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(&table.rows).flatten();
                cells.for_each(|cell| self.cell(cell.span, &cell.blocks));
            }
            BlockKind::Carousel(slides) => slides.iter().for_each(|slide| {
                self.alt(&slide.image);
                self.inlines(&slide.caption, UnitKind::Paragraph);
            }),
            BlockKind::StepsTable(steps) => steps.iter().for_each(|step| {
                self.inside("steps", &step.media, UnitKind::Cell);
                self.inside("steps", &step.text, UnitKind::Cell);
            }),
            BlockKind::Code { .. } | BlockKind::Api(_) => self.add(block.span.range(), UnitKind::Code),
            BlockKind::Settings(_) => self.line(block.span.range()),
            BlockKind::Element { blocks, .. } => self.inside("html", blocks, kind),
            BlockKind::ControlPanel { blocks, .. } => self.inside("control-panel", blocks, kind),
            BlockKind::When { blocks, .. } => self.blocks(blocks, kind),
            BlockKind::Footnote { blocks, .. } => self.inside("footnote", blocks, kind),
            BlockKind::Definitions(list) => list.iter().for_each(|definition| {
                self.inlines(&definition.term, UnitKind::Term);
                definition.meanings.iter().for_each(|blocks| self.inside("definition", blocks, UnitKind::Item));
            }),
            BlockKind::Rule | BlockKind::Video { .. } | BlockKind::Anchor(_) => {}
        }
    }

    fn tabs(&mut self, frame: &'static str, tabs: &[Tab], kind: UnitKind) {
        for tab in tabs {
            self.frames.push(frame);
            self.label(&tab.label, kind);
            self.blocks(&tab.blocks, UnitKind::Paragraph);
            self.frames.pop();
        }
    }

    /// A cell is one text, unless it holds nothing but pictures.
    fn cell(&mut self, span: Span, blocks: &[Block]) {
        self.frames.push("table");
        match blocks {
            [Block { kind: BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines), span }] if self.pictures(inlines).is_some() => {
                self.text(inlines, *span, UnitKind::Cell)
            }
            [] => {}
            _ => self.add(span.range(), UnitKind::Cell),
        }
        self.frames.pop();
    }

    /// The text of a block; of one that is nothing but pictures, what these show.
    fn text(&mut self, inlines: &[Inline], span: Span, kind: UnitKind) {
        match (self.pictures(inlines), union(inlines)) {
            (Some(images), _) => images.into_iter().for_each(|image| self.alt(image)),
            // What was made of a text may reach less far than the text.
            (None, Some(range)) => self.add(range.start.min(span.start as usize)..range.end.max(span.end as usize), kind),
            (None, None) => {}
        }
    }

    /// A line that says what a block is made of, and holds no text itself.
    fn line(&mut self, range: Range<usize>) {
        let Some(written) = self.text.get(range.clone()) else { return };
        let end = range.start + written.find('\n').unwrap_or(written.len());
        self.add(range.start..end, UnitKind::Code);
    }

    /// A text that ends with its line.
    fn label(&mut self, inlines: &[Inline], kind: UnitKind) {
        let Some(range) = union(inlines) else { return };
        // The text of a label may begin on the line of the block's marker, which it shares a span with.
        let Some(range) = tidy(self.text, range.clone(), range.start, kind) else { return };
        let line_end = self.text[range.clone()].find('\n').map_or(range.end, |newline| range.start + newline);
        self.add(range.start..line_end, kind);
    }

    fn inlines(&mut self, inlines: &[Inline], kind: UnitKind) {
        if let Some(range) = union(inlines) {
            self.add(range, kind);
        }
    }

    /// The pictures of a text that is nothing but pictures. A link in Markdown around one is a text, which holds the picture's.
    fn pictures<'i>(&self, inlines: &'i [Inline]) -> Option<Vec<&'i Image>> {
        let mut images = Vec::new();
        for inline in inlines {
            match &inline.kind {
                InlineKind::Image(image) => images.push(&**image),
                InlineKind::Break | InlineKind::Anchor(_) => {}
                InlineKind::Text(text) if text.trim().is_empty() => {}
                InlineKind::Link { inlines: inside, .. } | InlineKind::Element { inlines: inside, .. } => {
                    let is_element = self.text.as_bytes().get(inline.span.start as usize) == Some(&b'<');
                    images.extend(self.pictures(inside).filter(|_| is_element)?);
                }
                _ => return None,
            }
        }
        (!images.is_empty()).then_some(images)
    }

    /// The alternative text of a picture.
    fn alt(&mut self, image: &Image) {
        let Some(written) = self.text.get(image.span.range()) else { return };
        let start = image.span.start as usize;
        if let Some(length) = written.strip_prefix("![").and_then(alt_len) {
            self.add(start + 2..start + 2 + length, UnitKind::Alt);
        } else if let Some(alt) = html::alt(written) {
            self.add(start + alt.start..start + alt.end, UnitKind::AltAttribute);
        }
    }
}

/// Where the bracket stands that ends an alternative text.
fn alt_len(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => depth += 1,
            b']' if depth == 0 => return Some(at),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a backslash before a byte makes text of the sign there; the places of the tree leave it out.
fn is_escaped(text: &str, at: usize) -> bool {
    let backslashes = text.as_bytes().get(..at).unwrap_or_default().iter().rev().take_while(|byte| **byte == b'\\').count();
    backslashes % 2 == 1 && text.as_bytes().get(at).is_some_and(u8::is_ascii_punctuation)
}

/// The bytes that inlines reach over.
fn union(inlines: &[Inline]) -> Option<Range<usize>> {
    let spans = inlines.iter().filter(|inline| !is_blank(&inline.kind)).flat_map(|inline| match &inline.kind {
        InlineKind::Image(image) => [inline.span.range(), image.span.range()],
        _ => [inline.span.range(), inline.span.range()],
    });
    spans.reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
}

fn is_blank(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Text(text) if is_empty(text)) || matches!(kind, InlineKind::Break)
}

fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}
