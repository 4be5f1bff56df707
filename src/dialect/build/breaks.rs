//! Line breaks that stand for structure: `<br><br>` for a new paragraph, `<br>- ` for a list.

use super::frames::trim;
use crate::{
    dialect::tree::{Block, BlockKind, Inline, InlineKind, Item, List, Numbering},
    text::Span,
};
use smallvec::smallvec;

/// Gives `out` the blocks that the inlines of a paragraph make, or those of a tight item or a cell if they are plain.
pub fn structure(mut inlines: Vec<Inline>, span: Span, is_plain: bool, out: &mut impl FnMut(Block)) {
    trim(&mut inlines);
    if inlines.iter().all(|inline| matches!(inline.kind, InlineKind::Anchor(_))) {
        return inlines.into_iter().filter_map(anchor_block).for_each(out);
    }
    if !inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Break)) {
        return out(text_block(inlines, span, is_plain));
    }
    let mut assembly = Assembly::default();
    for line in lines(inlines) {
        assembly.line(line);
    }
    assembly.finish(span, is_plain).for_each(out);
}

fn anchor_block(inline: Inline) -> Option<Block> {
    match inline.kind {
        InlineKind::Anchor(name) => Some(Block { span: inline.span, kind: BlockKind::Anchor(name) }),
        _ => None,
    }
}

fn text_block(inlines: Vec<Inline>, span: Span, is_plain: bool) -> Block {
    let kind = if is_plain { BlockKind::Plain(inlines) } else { BlockKind::Paragraph(inlines) };
    Block { span, kind }
}

/// The lines between the breaks.
fn lines(inlines: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut lines = vec![Vec::new()];
    for inline in inlines {
        match (&inline.kind, lines.last_mut()) {
            (InlineKind::Break, _) | (_, None) => lines.push(Vec::new()),
            (_, Some(line)) => line.push(inline),
        }
    }
    lines
}

/// Groups of lines: paragraphs, and lists of the lines that start with a dash.
#[derive(Default)]
struct Assembly {
    groups: Vec<Group>,
    after_blank: bool,
}

enum Group {
    Text(Vec<Inline>),
    List(Vec<Item>),
}

impl Assembly {
    fn line(&mut self, mut line: Vec<Inline>) {
        trim(&mut line);
        if line.is_empty() {
            self.after_blank = true;
            return;
        }
        let span = span_of(&line);
        let goes_on = !std::mem::take(&mut self.after_blank);
        if take_dash(&mut line) {
            let item = Item { span, task: None, blocks: smallvec![Block { span, kind: BlockKind::Plain(line) }] };
            match self.groups.last_mut() {
                Some(Group::List(items)) => items.push(item),
                _ => self.groups.push(Group::List(vec![item])),
            }
            return;
        }
        match self.groups.last_mut() {
            Some(Group::Text(text)) if goes_on => {
                text.push(Inline { span, kind: InlineKind::Break });
                text.extend(line);
            }
            _ => self.groups.push(Group::Text(line)),
        }
    }

    fn finish(self, span: Span, is_plain: bool) -> impl Iterator<Item = Block> {
        let only = self.groups.len() == 1;
        let block = move |group| match group {
            Group::Text(inlines) => {
                let place = if only { span } else { span_of(&inlines) };
                text_block(inlines, place, is_plain && only)
            }
            Group::List(items) => {
                let place = items.first().zip(items.last()).map_or(span, |(first, last)| Span { end: last.span.end, ..first.span });
                Block { span: place, kind: BlockKind::List(List { start: None, numbering: Numbering::Decimal, loose: false, items }) }
            }
        };
        self.groups.into_iter().map(block)
    }
}

/// Takes the dash off a line that is an item of a list.
fn take_dash(line: &mut Vec<Inline>) -> bool {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = line.first_mut() else { return false };
    let Some(rest) = text.strip_prefix(['-', '•', '–']) else { return false };
    let is_item = rest.starts_with([' ', '\u{a0}']) || (rest.is_empty() && line_is_marked(text));
    if !is_item {
        return false;
    }
    let rest = text.part(rest.trim_start());
    if rest.is_empty() {
        line.remove(0);
    } else {
        *text = rest;
    }
    !line.is_empty()
}

/// `-**Port**`: a dash directly before emphasis.
fn line_is_marked(text: &str) -> bool {
    text.len() <= '–'.len_utf8()
}

fn span_of(inlines: &[Inline]) -> Span {
    let first = inlines.first().map_or(Span::top(crate::text::FileId(0)), |inline| inline.span);
    inlines
        .last()
        .map_or(first, |last| if last.span.file == first.file { Span { end: last.span.end.max(first.start), ..first } } else { first })
}
