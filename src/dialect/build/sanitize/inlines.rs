//! Clean HTML inside a line, as inlines of our own.

use super::{
    INLINE,
    nodes::{Node, source_in},
};
use crate::{
    dialect::{
        attributes::is_known_class,
        build::{
            Builder, build_fragment,
            inlines::{address, clean},
        },
        scan::NOTHING,
        tree::{Address, CodePart, CodeParts, Destination, Image, Inline, InlineKind, Tag, Text},
    },
    text::Span,
};
use std::sync::Arc;

impl Builder<'_> {
    /// The inlines that nodes become; `span` is where those stand that have no place of their own.
    pub(super) fn inlines_of(&mut self, nodes: Vec<Node>, slot: &mut dyn FnMut(usize) -> Option<Inline>, span: Span) -> Vec<Inline> {
        let mut out = Vec::new();
        for node in nodes {
            match node {
                Node::Slot(number) => out.extend(slot(number)),
                Node::Text(text) => out.extend(self.text_of_html(&text, span)),
                Node::Element { name, attributes, nodes, span } => {
                    let get = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
                    let id = get("id").or(get("name")).map(|id| Inline { span, kind: InlineKind::Anchor(id.into()) });
                    let class = get("class").unwrap_or_default().to_owned();
                    if name == "img" {
                        out.push(Inline { span, kind: InlineKind::Image(Box::new(image(&attributes, span))) });
                        continue;
                    }
                    out.extend(id);
                    if matches!(name.as_str(), "iframe" | "video")
                        && let Some(address) = get("src").map(str::to_owned).or_else(|| source_in(&nodes))
                    {
                        out.push(video_link(&address, get("title"), span));
                        continue;
                    }
                    if matches!(name.as_str(), "ul" | "ol") {
                        self.lines_of_list(name == "ol", nodes, slot, span, &mut out);
                        continue;
                    }
                    let inlines = self.inlines_of(nodes, slot, span);
                    if stands_apart(&name) {
                        let line_break = || Inline { span, kind: InlineKind::Break };
                        out.push(line_break());
                        out.extend(if name == "pre" { lines_of_code(inlines) } else { inlines });
                        out.push(line_break());
                        continue;
                    }
                    match inline_kind(&name, &attributes, &class, inlines) {
                        Ok(kind) => out.push(Inline { span, kind }),
                        Err(inlines) => out.extend(inlines),
                    }
                }
            }
        }
        out
    }

    /// A list inside a line, as lines that start with dashes or numbers: those with dashes become a list again where lines
    /// may, which is in cells and paragraphs.
    fn lines_of_list(
        &mut self,
        is_numbered: bool,
        nodes: Vec<Node>,
        slot: &mut dyn FnMut(usize) -> Option<Inline>,
        span: Span,
        out: &mut Vec<Inline>,
    ) {
        let mut number = 0;
        for node in nodes {
            if matches!(&node, Node::Element { name, .. } if name == "li") {
                number += 1;
                let marker = if is_numbered { format!("{number}. ") } else { "- ".to_owned() };
                out.push(Inline { span, kind: InlineKind::Break });
                out.push(Inline { span, kind: InlineKind::Text(marker.into()) });
            }
            out.extend(self.inlines_of(vec![node], slot, span));
        }
        out.push(Inline { span, kind: InlineKind::Break });
    }

    /// Text inside raw HTML; its Markdown is understood too.
    fn text_of_html(&mut self, text: &str, span: Span) -> Vec<Inline> {
        if text.contains(['*', '`', '[', '{']) && !text.trim().trim_matches('*').is_empty() {
            let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
            let mut inlines = build_fragment(self, &lines_of(text), span);
            let space = |wanted: bool| wanted.then(|| Inline { span, kind: InlineKind::Text(" ".into()) });
            inlines.splice(0..0, space(before));
            inlines.extend(space(after));
            return inlines;
        }
        address(text).into_inlines(span)
    }
}

/// A link to a video, which stands between words where no player can.
fn video_link(to: &str, title: Option<&str>, span: Span) -> Inline {
    let text = title.filter(|title| !title.trim().is_empty()).unwrap_or(to);
    let inlines = address(text).into_inlines(span);
    let to = Arc::new(Destination { address: address(&clean(to)), title: Address::default() });
    Inline { span, kind: InlineKind::Link { to, inlines } }
}

/// The lines of a text without their indentation, which in HTML means nothing. One that is alone is no list, whatever it starts with.
fn lines_of(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines[..] {
        [only] => [NOTHING.to_string().as_str(), only].concat(),
        _ => lines.join("\n"),
    }
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
        "code" if class.split_whitespace().any(|class| class == "action") => InlineKind::Action(inlines),
        "code" | "tt" => InlineKind::Code(code_parts(&inlines)),
        "a" => match get("href") {
            Some(to) => {
                let (address, title) = (address(&clean(to)), address(get("title").unwrap_or_default()));
                InlineKind::Link { to: Arc::new(Destination { address, title }), inlines }
            }
            None => return Err(inlines),
        },
        "span" | "big" | "dfn" if get("lang").is_none() => return Err(inlines),
        _ if INLINE.contains(&name) => {
            let keep = |name: &str| matches!(name, "title" | "lang" | "dir" | "datetime");
            let attributes =
                attributes.iter().filter(|(name, _)| keep(name)).map(|(name, value)| (name.as_str().into(), address(value))).collect();
            InlineKind::Element { tag: Box::new(Tag { name: name.into(), attributes }), inlines }
        }
        _ => return Err(inlines),
    })
}

/// The lines of code that stands where no code block can, such as in a cell.
fn lines_of_code(inlines: Vec<Inline>) -> Vec<Inline> {
    let is_text = |inline: &Inline| matches!(inline.kind, InlineKind::Text(_) | InlineKind::Host(_) | InlineKind::Break);
    if !inlines.iter().all(is_text) {
        return inlines;
    }
    let lines = inlines.chunk_by(|_, next| !matches!(next.kind, InlineKind::Break));
    let mut out = Vec::new();
    for line in lines {
        let (breaks, text): (Vec<&Inline>, Vec<&Inline>) = line.iter().partition(|inline| matches!(inline.kind, InlineKind::Break));
        out.extend(breaks.into_iter().cloned());
        let text: Vec<Inline> = text.into_iter().cloned().collect();
        if let Some(first) = text.first() {
            out.push(Inline { span: first.span, kind: InlineKind::Code(code_parts(&text)) });
        }
    }
    out
}

fn code_parts(inlines: &[Inline]) -> CodeParts {
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
        title: address(get("title")),
        classes: get("class").split_whitespace().filter(|class| is_known_class(class)).map(Text::from).collect(),
        width: pixels(get("width")),
        height: pixels(get("height")),
    }
}

/// Whether an element has lines of its own, so that its words must not stick to those around it.
fn stands_apart(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
    ];
    BLOCKS.contains(&name)
}

/// Whether an element stands in lines.
pub fn is_inline(name: &str) -> bool {
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
