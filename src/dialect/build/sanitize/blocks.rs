//! Clean HTML around lines, as blocks of our own.

use super::{
    inlines::is_inline,
    nodes::{Node, holds_slot, source_in, text_in},
};
use crate::{
    dialect::{
        build::{
            Builder,
            breaks::structure,
            frames::{take_anchors, trim},
            inlines::{address, clean},
        },
        tree::{Address, Block, BlockKind, Fold, Inline, Item, List, Numbering, Tag, Text},
    },
    text::Span,
};

impl Builder<'_> {
    /// The blocks that nodes become; `span` is where those stand that have no place of their own.
    pub(super) fn blocks_of(&mut self, nodes: Vec<Node>, slots: &mut Vec<Option<Block>>, span: Span) -> Vec<Block> {
        let mut out = Vec::new();
        let mut run = Vec::new();
        for node in nodes {
            let is_inline = match &node {
                Node::Text(_) => true,
                Node::Slot(_) => false,
                Node::Element { name, nodes, .. } => is_inline(name) && !holds_slot(nodes),
            };
            if is_inline {
                run.push(node);
                continue;
            }
            self.flush_run(&mut run, &mut out, span);
            match node {
                Node::Slot(number) => out.extend(slots.get_mut(number).and_then(Option::take)),
                Node::Element { name, attributes, nodes, span } => self.block_element(&name, attributes, nodes, slots, span, &mut out),
                Node::Text(_) => {}
            }
        }
        self.flush_run(&mut run, &mut out, span);
        out
    }

    fn flush_run(&mut self, run: &mut Vec<Node>, out: &mut Vec<Block>, span: Span) {
        let nodes = std::mem::take(run);
        let inlines = self.inlines_of(nodes, &mut |_| None, span);
        structure(inlines, span, false, &mut |block| out.push(block));
    }

    fn block_element(
        &mut self,
        name: &str,
        attributes: Vec<(String, String)>,
        nodes: Vec<Node>,
        slots: &mut Vec<Option<Block>>,
        span: Span,
        out: &mut Vec<Block>,
    ) {
        let get = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        if let Some(id) = get("id").filter(|_| name != "details") {
            out.push(Block { span, kind: BlockKind::Anchor(id.into()) });
        }
        let kind = match name {
            "details" => self.details_element(get("open").is_some(), get("id"), nodes, slots, span),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let heading = Node::Element { name: name.to_owned(), attributes: Vec::new(), nodes, span };
                let (line, below) = one_summary(vec![heading], slots);
                let mut inlines = self.summary(line, slots);
                let anchors = take_anchors(&mut inlines);
                trim(&mut inlines);
                let level = name[1..].parse().unwrap_or(2u8).max(2);
                if !inlines.is_empty() {
                    out.push(Block { span, kind: BlockKind::Heading { level, inlines, anchors } });
                }
                return out.extend(self.blocks_of(below, slots, span));
            }
            "ol" => {
                let start = get("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                let numbering = get("type").map_or(Numbering::Decimal, |name| Numbering::of_type(&name));
                return numbered_runs(nodes, start)
                    .into_iter()
                    .for_each(|(start, nodes)| out.push(self.list_element((Some(start), numbering), nodes, slots, span)));
            }
            "ul" => return out.push(self.list_element((None, Numbering::Decimal), nodes, slots, span)),
            "blockquote" => BlockKind::Quote(self.blocks_of(nodes, slots, span)),
            "hr" => BlockKind::Rule,
            "pre" => BlockKind::Code { language: "".into(), text: code_in(&nodes) },
            "iframe" | "video" => match get("src").or_else(|| source_in(&nodes)) {
                Some(film) => BlockKind::Video { address: film.into(), title: address(&get("title").unwrap_or_default()) },
                None => return,
            },
            "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption" | "dl" | "dt" | "dd" | "figure" | "figcaption" => {
                let keep = ["rowspan", "colspan", "scope"];
                let attributes = attributes
                    .into_iter()
                    .filter(|(name, _)| keep.contains(&name.as_str()))
                    .map(|(name, value)| (name.into(), Address::text(&value)))
                    .collect();
                let blocks = plain_if_single(self.blocks_of(nodes, slots, span));
                BlockKind::Element { tag: Box::new(Tag { name: name.into(), attributes }), blocks }
            }
            _ => return out.extend(self.blocks_of(nodes, slots, span)),
        };
        out.push(Block { span, kind });
    }

    fn details_element(
        &mut self,
        open: bool,
        id: Option<String>,
        nodes: Vec<Node>,
        slots: &mut Vec<Option<Block>>,
        span: Span,
    ) -> BlockKind {
        let (summary, nodes): (Vec<Node>, Vec<Node>) =
            nodes.into_iter().partition(|node| matches!(node, Node::Element { name, .. } if name == "summary"));
        let (summary, mut below) = one_summary(summary, slots);
        let summary = self.summary(summary, slots);
        below.extend(nodes);
        let fold = Box::new(Fold { open, anchors: id.into_iter().map(Into::into).collect() });
        BlockKind::Details { summary, fold, blocks: self.blocks_of(below, slots, span) }
    }

    fn list_element(
        &mut self,
        (start, numbering): (Option<u64>, Numbering),
        nodes: Vec<Node>,
        slots: &mut Vec<Option<Block>>,
        span: Span,
    ) -> Block {
        let items = self.items(nodes, slots, span);
        Block { span, kind: BlockKind::List(List { start, numbering, loose: false, items }) }
    }

    fn summary(&mut self, nodes: Vec<Node>, slots: &mut [Option<Block>]) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for node in nodes {
            let Node::Element { nodes, span, .. } = node else { continue };
            for node in flatten_headings(nodes) {
                match node {
                    Node::Slot(number) => {
                        if let Some(BlockKind::Paragraph(more) | BlockKind::Plain(more) | BlockKind::Heading { inlines: more, .. }) =
                            slots.get_mut(number).and_then(Option::take).map(|block| block.kind)
                        {
                            inlines.extend(more);
                        }
                    }
                    node => inlines.extend(self.inlines_of(vec![node], &mut |_| None, span)),
                }
            }
        }
        trim(&mut inlines);
        inlines
    }

    fn items(&mut self, nodes: Vec<Node>, slots: &mut Vec<Option<Block>>, span: Span) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for node in nodes {
            match node {
                Node::Element { name, nodes, span, .. } if name == "li" => {
                    let blocks = plain_if_single(self.blocks_of(nodes, slots, span));
                    items.push(Item { span, task: None, blocks: blocks.into() });
                }
                Node::Text(text) if text.trim().is_empty() => {}
                node => {
                    let blocks = self.blocks_of(vec![node], slots, span);
                    match items.last_mut() {
                        Some(item) => item.blocks.extend(blocks),
                        None => items.push(Item { span, task: None, blocks: blocks.into() }),
                    }
                }
            }
        }
        items
    }
}

/// A summary or heading, and what stands in it but belongs below it, because it is never closed: all from the second paragraph or
/// from the first thing that is no line.
fn one_summary(summaries: Vec<Node>, slots: &[Option<Block>]) -> (Vec<Node>, Vec<Node>) {
    let is_line = |slot: usize| {
        let kind = slots.get(slot).and_then(Option::as_ref).map(|block| &block.kind);
        matches!(kind, Some(BlockKind::Paragraph(_) | BlockKind::Plain(_) | BlockKind::Heading { .. }))
    };
    let mut summary = Vec::new();
    let mut below = Vec::new();
    for node in summaries {
        let Node::Element { name, attributes, nodes, span } = node else { continue };
        let mut has_line = !summary.is_empty();
        let mut inside = Vec::new();
        for node in nodes {
            let (stays, is_shown) = match &node {
                Node::Text(text) => (true, !text.trim().is_empty()),
                Node::Slot(slot) => (!has_line && is_line(*slot), true),
                Node::Element { name, .. } => (is_inline(name) || !has_line, true),
            };
            if stays && below.is_empty() {
                has_line |= is_shown;
                inside.push(node);
            } else {
                below.push(node);
            }
        }
        summary.push(Node::Element { name, attributes, nodes: inside, span });
    }
    (summary, below)
}

/// The items of a numbered list, a run for each `<li value>` that breaks the series.
fn numbered_runs(nodes: Vec<Node>, start: u64) -> Vec<(u64, Vec<Node>)> {
    let mut runs: Vec<(u64, Vec<Node>)> = vec![(start, Vec::new())];
    let mut next = start;
    for node in nodes {
        if let Node::Element { name, attributes, .. } = &node
            && name == "li"
        {
            let value = attributes.iter().find(|(name, _)| name == "value").and_then(|(_, value)| value.parse().ok());
            if let Some(value) = value.filter(|value| *value != next) {
                next = value;
                runs.push((value, Vec::new()));
            }
            next = next.saturating_add(1);
        }
        if let Some((_, run)) = runs.last_mut() {
            run.push(node);
        }
    }
    runs.retain(|(_, run)| run.iter().any(|node| !matches!(node, Node::Text(text) if text.trim().is_empty())));
    if runs.is_empty() { vec![(start, Vec::new())] } else { runs }
}

fn flatten_headings(nodes: Vec<Node>) -> Vec<Node> {
    let flat = |node| match node {
        Node::Element { name, nodes, .. } if !is_inline(&name) => nodes,
        node => vec![node],
    };
    nodes.into_iter().flat_map(flat).collect()
}

/// The code in a `<pre>`, without marks of this program and the line break that its first line may follow on.
fn code_in(nodes: &[Node]) -> Text {
    let code = text_in(nodes);
    let code = clean(&code);
    code.strip_prefix('\n').unwrap_or(&code).into()
}

/// A cell or item with one paragraph needs no paragraph.
fn plain_if_single(mut blocks: Vec<Block>) -> Vec<Block> {
    if let [Block { kind, .. }] = &mut blocks[..]
        && let BlockKind::Paragraph(inlines) = kind
    {
        *kind = BlockKind::Plain(std::mem::take(inlines));
    }
    blocks
}
