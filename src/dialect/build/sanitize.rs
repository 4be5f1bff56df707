//! Raw HTML through the sanitizer: put together with slots for the Markdown around it, cleaned by an allow-list, and made
//! into blocks and inlines of our own.

use super::{
    Builder,
    breaks::structure,
    build_fragment,
    frames::{Part, trim},
    inlines::{Piece, address, clean},
    tags::{Tag, Token, is_element, tokens, unescape},
};
use crate::{
    diagnostic::{HTML_DROPPED, HTML_SCRIPT, HTML_UNCLOSED, NESTING_TOO_DEEP, PLACEHOLDER_RAW_TAG, SIZE_CLASS_MISMATCH},
    dialect::{
        attributes::size_class,
        tree::{Block, BlockKind, Image, Inline, InlineKind, Item, List, Text},
    },
    html::escape,
    text::Span,
};
use ammonia::Builder as Sanitizer;
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// So many elements of raw HTML may stand in each other in one block.
const MAX_ELEMENTS: usize = 32;
/// Stands in HTML for a block or inline that is no HTML.
const SLOT: &str = "pg-slot";
const VOID: &[&str] = &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements that pages may hold, besides those that become blocks or inlines of our own.
const INLINE: &[&str] =
    &["sup", "sub", "u", "kbd", "mark", "small", "abbr", "span", "q", "cite", "var", "samp", "ins", "time", "bdi", "dfn", "big"];
const OPTIONAL_END: &[&str] =
    &["li", "p", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "colgroup", "html", "body", "head"];

static SANITIZER: LazyLock<Sanitizer<'static>> = LazyLock::new(|| {
    let mut sanitizer = Sanitizer::default();
    let image = HashSet::from(["src", "alt", "title", "width", "height", "class"]);
    let cell = HashSet::from(["rowspan", "colspan", "align", "scope"]);
    let attributes = HashMap::from([
        (SLOT, HashSet::from(["data-n"])),
        ("img", image),
        ("td", cell.clone()),
        ("th", cell),
        ("a", HashSet::from(["href", "title", "name", "id"])),
        ("iframe", HashSet::from(["src", "title"])),
        ("video", HashSet::from(["src"])),
        ("source", HashSet::from(["src"])),
        ("ol", HashSet::from(["start", "type"])),
        ("li", HashSet::from(["value"])),
        ("i", HashSet::from(["class"])),
        ("details", HashSet::from(["open"])),
        ("abbr", HashSet::from(["title"])),
        ("time", HashSet::from(["datetime"])),
    ]);
    sanitizer
        .add_tags([
            SLOT, "details", "summary", "iframe", "video", "source", "section", "u", "big", "tt", "center", "font", "main", "dfn", "ins",
        ])
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "dir", "id"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    sanitizer
});

/// The elements that are open in the HTML that is being put together.
#[derive(Default)]
pub struct Nesting {
    open: Vec<String>,
    /// How many are open that were too deep to be kept.
    skipped: usize,
}

/// An element, a text or a slot of clean HTML.
enum Node {
    Text(String),
    Slot(usize),
    Element { name: String, attributes: Vec<(String, String)>, nodes: Vec<Node> },
}

impl Builder<'_> {
    /// The inlines of a block in which raw HTML stands.
    pub(super) fn sanitize_inlines(&mut self, pieces: Vec<Piece>) -> Vec<Inline> {
        let mut html = String::new();
        let mut slots: Vec<Option<Inline>> = Vec::new();
        let mut raws = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Html { raw, span } => {
                    html.push_str(&self.prepare(&raw, span, &mut raws));
                }
                Piece::Done(inline) => {
                    html.push_str(&format!("<{SLOT} data-n=\"{}\"></{SLOT}>", slots.len()));
                    slots.push(Some(inline));
                }
                Piece::Stars { .. } => {}
            }
        }
        self.nesting = Nesting::default();
        self.check_balance(&raws);
        let span = raws.first().map_or(Span::top(crate::text::FileId(0)), |(_, span)| *span);
        let nodes = parse(&SANITIZER.clean(&html).to_string());
        self.inlines_of(nodes, &mut |slot| slots.get_mut(slot).and_then(Option::take), span)
    }

    /// The blocks of a region in which raw HTML stands.
    pub(super) fn sanitize_blocks(&mut self, parts: Vec<Part>) -> Vec<Block> {
        let mut html = String::new();
        let mut slots: Vec<Option<Block>> = Vec::new();
        let mut raws = Vec::new();
        for part in parts {
            match part {
                Part::Html { raw, range } => {
                    let span = self.span(range);
                    html.push_str(&self.prepare(&raw, span, &mut raws));
                }
                Part::Block(block) => {
                    html.push_str(&format!("<{SLOT} data-n=\"{}\"></{SLOT}>", slots.len()));
                    slots.push(Some(block));
                }
            }
        }
        self.nesting = Nesting::default();
        if raws.is_empty() && !html.contains(|letter: char| !letter.is_whitespace()) {
            return Vec::new();
        }
        if raws.iter().all(|(tags, _)| tags.is_empty()) && !has_text_outside_slots(&html) {
            return slots.into_iter().flatten().collect();
        }
        self.check_balance(&raws);
        let span = raws.first().map_or(Span::top(crate::text::FileId(0)), |(_, span)| *span);
        let nodes = parse(&SANITIZER.clean(&html).to_string());
        self.blocks_of(nodes, &mut slots, span)
    }

    /// Raw HTML without what never reaches a page, and with text in angle brackets that is no tag made text.
    fn prepare(&mut self, raw: &str, span: Span, raws: &mut Vec<(Vec<(String, bool)>, Span)>) -> String {
        let mut out = String::with_capacity(raw.len());
        let mut tags = Vec::new();
        let mut hidden: Option<String> = None;
        for (_, token) in tokens(raw) {
            if let Some(name) = &hidden {
                match token {
                    Token::Tag(tag) if tag.closing && tag.is(name) => hidden = None,
                    Token::Text(text) if name == "style" => self.page_style(text, span),
                    _ => {}
                }
                continue;
            }
            match token {
                Token::Text(text) => out.push_str(text),
                Token::Comment(_) => {}
                Token::Tag(tag) if (tag.is("style") || tag.is("script")) && !tag.closing => {
                    if tag.is("script") {
                        self.complain(
                            &HTML_SCRIPT,
                            span,
                            "this script is left out",
                            "pages of guides hold no scripts; link to what it shows",
                        );
                    }
                    hidden = Some(tag.name.to_ascii_lowercase());
                }
                Token::Tag(tag) => self.prepare_tag(&tag, span, &mut out, &mut tags),
            }
        }
        raws.push((tags, span));
        out
    }

    fn prepare_tag(&mut self, tag: &Tag, span: Span, out: &mut String, tags: &mut Vec<(String, bool)>) {
        let name = tag.name.to_ascii_lowercase();
        if !is_element(&name) {
            let written = written(tag);
            let message = format!("`{written}` looks like an HTML tag");
            self.complain(&PLACEHOLDER_RAW_TAG, span, message, &format!("write `` `{written}` ``"));
            out.push_str(&escape(&written));
            return;
        }
        const DROPPED: &[&str] = &[
            "form", "input", "button", "select", "option", "textarea", "object", "embed", "svg", "canvas", "audio", "map", "link", "meta",
            "noscript", "marquee",
        ];
        if DROPPED.contains(&name.as_str()) && !tag.closing {
            self.complain(&HTML_DROPPED, span, format!("`<{name}>` is left out"), "its text stays; use Markdown for the rest");
        }
        if !VOID.contains(&name.as_str()) && !OPTIONAL_END.contains(&name.as_str()) {
            tags.push((name.clone(), tag.closing));
        } else {
            tags.push((name.clone(), true));
            tags.pop();
            tags.push((String::new(), false));
        }
        if self.may_nest(tag, &name, span) {
            out.push_str(&rewritten(tag, &name));
        }
    }

    /// Whether a tag is kept: elements that are too deep are left out, their content stays. The sanitizer needs a time that
    /// grows with the square of the depth.
    fn may_nest(&mut self, tag: &Tag, name: &str, span: Span) -> bool {
        if VOID.contains(&name) || OPTIONAL_END.contains(&name) {
            return true;
        }
        let nesting = &mut self.nesting;
        if tag.closing {
            let is_kept = nesting.skipped == 0;
            nesting.skipped = nesting.skipped.saturating_sub(1);
            if let Some(at) = nesting.open.iter().rposition(|open| open == name).filter(|_| is_kept) {
                nesting.open.remove(at);
            }
            return is_kept;
        }
        if nesting.open.len() < MAX_ELEMENTS {
            nesting.open.push(name.to_owned());
            return true;
        }
        nesting.skipped += 1;
        if nesting.skipped == 1 {
            let message = format!("more than {MAX_ELEMENTS} elements are nested here");
            self.complain(&NESTING_TOO_DEEP, span, message, "close those above");
        }
        false
    }

    /// A page's own style is never shipped; only what its size classes mean is looked at.
    fn page_style(&mut self, css: &str, span: Span) {
        for rule in css.split('}') {
            let Some((selector, body)) = rule.split_once('{') else { continue };
            let Some((dimension, _)) = selector.trim().strip_prefix('.').and_then(size_class) else { continue };
            let other = if dimension == 'h' { "max-width" } else { "max-height" };
            if body.contains(other) {
                let class = selector.trim();
                let message = format!("`{class}` sets `{other}`");
                self.complain(
                    &SIZE_CLASS_MISMATCH,
                    span,
                    message,
                    "`.w-N` limits the width and `.h-N` the height; no page style is needed",
                );
            }
        }
    }

    fn check_balance(&mut self, raws: &[(Vec<(String, bool)>, Span)]) {
        let mut open: HashMap<&str, Vec<(usize, Span)>> = HashMap::new();
        let tags = raws.iter().flat_map(|(tags, span)| tags.iter().map(|tag| (tag, *span)));
        for (at, ((name, closing), span)) in tags.filter(|((name, _), _)| !name.is_empty()).enumerate() {
            let same = open.entry(name).or_default();
            if *closing {
                same.pop();
            } else {
                same.push((at, span));
            }
        }
        let mut left: Vec<_> = open.iter().flat_map(|(name, places)| places.iter().map(|(at, span)| (*at, *name, *span))).collect();
        left.sort_by_key(|(at, ..)| *at);
        for (_, name, span) in left {
            self.complain(&HTML_UNCLOSED, span, format!("`<{name}>` is never closed"), &format!("add `</{name}>`"));
        }
    }

    fn inlines_of(&mut self, nodes: Vec<Node>, slot: &mut dyn FnMut(usize) -> Option<Inline>, span: Span) -> Vec<Inline> {
        let mut out = Vec::new();
        for node in nodes {
            match node {
                Node::Slot(number) => out.extend(slot(number)),
                Node::Text(text) => out.extend(self.text_of_html(&text, span)),
                Node::Element { name, attributes, nodes } => {
                    let get = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
                    let id = get("id").or(get("name")).map(|id| Inline { span, kind: InlineKind::Anchor(id.into()) });
                    let class = get("class").unwrap_or_default().to_owned();
                    if name == "img" {
                        out.push(Inline { span, kind: InlineKind::Image(Box::new(image(&attributes, span))) });
                        continue;
                    }
                    out.extend(id);
                    let inlines = self.inlines_of(nodes, slot, span);
                    match inline_kind(&name, &attributes, &class, inlines) {
                        Ok(kind) => out.push(Inline { span, kind }),
                        Err(inlines) => out.extend(inlines),
                    }
                }
            }
        }
        out
    }

    /// Text inside raw HTML; its Markdown is understood too.
    fn text_of_html(&mut self, text: &str, span: Span) -> Vec<Inline> {
        if text.contains(['*', '`', '[', '{']) && !text.trim().is_empty() {
            let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
            let mut inlines = build_fragment(self, &lines_of(text), span);
            let space = |wanted: bool| wanted.then(|| Inline { span, kind: InlineKind::Text(" ".into()) });
            inlines.splice(0..0, space(before));
            inlines.extend(space(after));
            return inlines;
        }
        let kind = |part| match part {
            crate::dialect::tree::AddressPart::Text(text) => InlineKind::Text(text),
            crate::dialect::tree::AddressPart::Host(service) => InlineKind::Host(crate::dialect::tree::Host { service, strong: false }),
        };
        address(text).parts.into_iter().map(|part| Inline { span, kind: kind(part) }).collect()
    }

    fn blocks_of(&mut self, nodes: Vec<Node>, slots: &mut Vec<Option<Block>>, span: Span) -> Vec<Block> {
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
                Node::Element { name, attributes, nodes } => self.block_element(&name, attributes, nodes, slots, span, &mut out),
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
            "details" => {
                let (summary, nodes): (Vec<Node>, Vec<Node>) =
                    nodes.into_iter().partition(|node| matches!(node, Node::Element { name, .. } if name == "summary"));
                let summary = self.summary(summary, slots, span);
                let anchors = get("id").into_iter().map(Into::into).collect();
                BlockKind::Details { summary, open: get("open").is_some(), anchors, blocks: self.blocks_of(nodes, slots, span) }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let mut inlines = self.inlines_of(nodes, &mut |_| None, span);
                let anchors = super::frames::take_anchors(&mut inlines);
                trim(&mut inlines);
                let level = name[1..].parse().unwrap_or(2u8).max(2);
                if inlines.is_empty() {
                    return;
                }
                BlockKind::Heading { level, inlines, anchors }
            }
            "ul" | "ol" => {
                let start = (name == "ol").then(|| get("start").and_then(|start| start.parse().ok()).unwrap_or(1));
                let runs = if name == "ol" { numbered_runs(nodes, start.unwrap_or(1)) } else { vec![(0, nodes)] };
                for (number, nodes) in runs {
                    let items = self.items(nodes, slots, span);
                    let start = start.map(|_| number);
                    out.push(Block { span, kind: BlockKind::List(List { start, loose: false, items }) });
                }
                return;
            }
            "blockquote" => BlockKind::Quote(self.blocks_of(nodes, slots, span)),
            "hr" => BlockKind::Rule,
            "pre" => BlockKind::Code { language: "".into(), text: text_in(&nodes).into() },
            "iframe" | "video" => match get("src").or_else(|| source_in(&nodes)) {
                Some(address) => BlockKind::Video { address: address.into(), title: get("title").unwrap_or_default().into() },
                None => return,
            },
            "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption" | "dl" | "dt" | "dd" | "figure" | "figcaption" => {
                let keep = ["rowspan", "colspan", "scope"];
                let attributes = attributes
                    .into_iter()
                    .filter(|(name, _)| keep.contains(&name.as_str()))
                    .map(|(name, value)| (name.into(), value.into()))
                    .collect();
                let blocks = plain_if_single(self.blocks_of(nodes, slots, span));
                BlockKind::Element { name: name.into(), attributes, blocks }
            }
            _ => return out.extend(self.blocks_of(nodes, slots, span)),
        };
        out.push(Block { span, kind });
    }

    fn summary(&mut self, nodes: Vec<Node>, slots: &mut [Option<Block>], span: Span) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for node in nodes {
            let Node::Element { nodes, .. } = node else { continue };
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
                Node::Element { name, nodes, .. } if name == "li" => {
                    let blocks = plain_if_single(self.blocks_of(nodes, slots, span));
                    items.push(Item { span, task: None, blocks });
                }
                Node::Text(text) if text.trim().is_empty() => {}
                node => {
                    let blocks = self.blocks_of(vec![node], slots, span);
                    match items.last_mut() {
                        Some(item) => item.blocks.extend(blocks),
                        None => items.push(Item { span, task: None, blocks }),
                    }
                }
            }
        }
        items
    }
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

/// The lines of a text without their indentation, which in HTML means nothing.
fn lines_of(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What an inline element becomes; its content alone where it means nothing.
fn inline_kind(name: &str, attributes: &[(String, String)], class: &str, inlines: Vec<Inline>) -> Result<InlineKind, Vec<Inline>> {
    let get = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    Ok(match name {
        "br" => InlineKind::Break,
        "i" if class.contains("icons-") => InlineKind::Icon(icon_name(class).into()),
        "b" | "strong" => InlineKind::Strong(inlines),
        "i" | "em" => InlineKind::Emphasis(inlines),
        "s" | "del" | "strike" => InlineKind::Strike(inlines),
        "code" | "tt" => InlineKind::Code(code_parts(&inlines)),
        "a" => match get("href") {
            Some(to) => InlineKind::Link { address: address(&clean(to)), title: get("title").unwrap_or_default().into(), inlines },
            None => return Err(inlines),
        },
        "span" | "big" | "dfn" if get("lang").is_none() => return Err(inlines),
        _ if INLINE.contains(&name) => {
            let keep = |name: &str| matches!(name, "title" | "lang" | "dir" | "datetime");
            let attributes = attributes
                .iter()
                .filter(|(name, _)| keep(name))
                .map(|(name, value)| (name.as_str().into(), value.as_str().into()))
                .collect();
            InlineKind::Element { name: name.into(), attributes, inlines }
        }
        _ => return Err(inlines),
    })
}

fn code_parts(inlines: &[Inline]) -> Vec<crate::dialect::tree::CodePart> {
    use crate::dialect::tree::CodePart;
    inlines
        .iter()
        .map(|inline| match &inline.kind {
            InlineKind::Host(host) => CodePart::Host(host.clone()),
            _ => CodePart::Text(crate::dialect::plain_text(std::slice::from_ref(inline)).into()),
        })
        .collect()
}

/// `ellipsis` of `icons-ellipsis icons-border-rounded`.
fn icon_name(class: &str) -> &str {
    class.split_whitespace().find_map(|class| class.strip_prefix("icons-")).unwrap_or("ellipsis")
}

fn image(attributes: &[(String, String)], span: Span) -> Image {
    let get = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    let pixels = |text: &str| text.trim_end_matches("px").parse().ok();
    Image {
        span,
        address: clean(get("src")).as_ref().into(),
        alt: address(get("alt")),
        title: get("title").into(),
        classes: get("class")
            .split_whitespace()
            .filter(|class| crate::dialect::attributes::is_known_class(class))
            .map(Text::from)
            .collect(),
        width: pixels(get("width")),
        height: pixels(get("height")),
    }
}

fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
        || matches!(
            name,
            "a" | "b"
                | "strong"
                | "i"
                | "em"
                | "s"
                | "del"
                | "strike"
                | "code"
                | "tt"
                | "br"
                | "img"
                | "font"
                | "bdo"
                | "wbr"
                | "ruby"
                | "rt"
                | "rp"
        )
}

fn holds_slot(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Slot(_) => true,
        Node::Element { nodes, .. } => holds_slot(nodes),
        Node::Text(_) => false,
    })
}

fn text_in(nodes: &[Node]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Element { name, .. } if name == "br" => "\n".to_owned(),
            Node::Element { nodes, .. } => text_in(nodes),
            Node::Slot(_) => String::new(),
        })
        .collect()
}

fn source_in(nodes: &[Node]) -> Option<String> {
    nodes.iter().find_map(|node| match node {
        Node::Element { name, attributes, .. } if name == "source" => {
            attributes.iter().find(|(name, _)| name == "src").map(|(_, value)| value.clone())
        }
        _ => None,
    })
}

fn flatten_headings(nodes: Vec<Node>) -> Vec<Node> {
    let flat = |node| match node {
        Node::Element { name, nodes, .. } if !is_inline(&name) => nodes,
        node => vec![node],
    };
    nodes.into_iter().flat_map(flat).collect()
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

fn has_text_outside_slots(html: &str) -> bool {
    tokens(html).iter().any(|(_, token)| matches!(token, Token::Text(text) if !text.trim().is_empty()))
}

/// A tag as the sanitizer is to see it.
fn rewritten(tag: &Tag, name: &str) -> String {
    if tag.closing {
        return format!("</{name}>");
    }
    let attribute = |(name, value): &(String, String)| format!(" {name}=\"{}\"", escape(value));
    let attributes: String = tag
        .attributes
        .iter()
        .filter(|(name, _)| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .map(attribute)
        .collect();
    format!("<{name}{attributes}>")
}

/// A tag as its author wrote it, near enough.
fn written(tag: &Tag) -> String {
    let attributes: String =
        tag.attributes.iter().map(|(name, value)| if value.is_empty() { format!(" {name}") } else { format!(" {name}={value}") }).collect();
    format!("<{}{}{attributes}>", if tag.closing { "/" } else { "" }, tag.name)
}

/// An element whose end was not seen yet.
#[derive(Default)]
struct Open {
    name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

/// The tree of the sanitizer's output, which is well formed.
fn parse(html: &str) -> Vec<Node> {
    let mut stack = vec![Open::default()];
    let mut skipped = 0usize;
    for (_, token) in tokens(html) {
        match token {
            Token::Text(text) => add(&mut stack, Node::Text(unescape(text))),
            Token::Comment(_) => {}
            Token::Tag(tag) if tag.is(SLOT) => {
                if let Some(number) = tag.attribute("data-n").and_then(|number| number.parse().ok()) {
                    add(&mut stack, Node::Slot(number));
                }
            }
            Token::Tag(tag) if tag.closing && skipped > 0 => skipped -= 1,
            Token::Tag(tag) if tag.closing => close(&mut stack),
            Token::Tag(tag) => {
                let is_void = VOID.contains(&tag.name);
                if !is_void && stack.len() > MAX_ELEMENTS {
                    skipped += 1;
                    continue;
                }
                stack.push(Open { name: tag.name.to_owned(), attributes: tag.attributes, nodes: Vec::new() });
                if is_void {
                    close(&mut stack);
                }
            }
        }
    }
    while stack.len() > 1 {
        close(&mut stack);
    }
    stack.pop().map(|root| root.nodes).unwrap_or_default()
}

fn add(stack: &mut [Open], node: Node) {
    if let Some(open) = stack.last_mut() {
        open.nodes.push(node);
    }
}

fn close(stack: &mut Vec<Open>) {
    if stack.len() > 1
        && let Some(Open { name, attributes, nodes }) = stack.pop()
    {
        add(stack, Node::Element { name, attributes, nodes });
    }
}
