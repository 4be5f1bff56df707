//! The tree of the sanitizer's output.

use super::{MAX_ELEMENTS, PLACE, SLOT, VOID, prepare::Prepared};
use crate::{
    dialect::build::tags::{Tag, Token, tokens, unescape},
    text::Span,
};

/// An element, a text or a slot of clean HTML.
pub enum Node {
    Text(String),
    Slot(usize),
    Element { name: String, attributes: Vec<(String, String)>, nodes: Vec<Node>, span: Span },
}

pub fn holds_slot(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Slot(_) => true,
        Node::Element { nodes, .. } => holds_slot(nodes),
        Node::Text(_) => false,
    })
}

pub fn text_in(nodes: &[Node]) -> String {
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

pub fn source_in(nodes: &[Node]) -> Option<String> {
    nodes.iter().find_map(|node| match node {
        Node::Element { name, attributes, .. } if name == "source" => {
            attributes.iter().find(|(name, _)| name == "src").map(|(_, value)| value.clone())
        }
        _ => None,
    })
}

/// An element whose end was not seen yet.
struct Open {
    name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
    span: Span,
}

impl Open {
    /// An element that stands where its tag says, or else where the element around it stands.
    fn new(tag: Tag, prepared: &Prepared, around: Span) -> Self {
        let Tag { name, mut attributes, .. } = tag;
        let place = attributes.iter().position(|(name, _)| name == PLACE).map(|at| attributes.remove(at));
        let number = place.map(|(_, number)| number);
        let span = number.as_ref().and_then(|number| prepared.place(number)).unwrap_or(around);
        if let Some(address) = number.as_ref().and_then(|number| prepared.address(number)) {
            attributes.retain(|(name, _)| name != "href");
            attributes.push(("href".to_owned(), address.clone()));
        }
        Self { name: name.to_owned(), attributes, nodes: Vec::new(), span }
    }
}

/// The tree of the sanitizer's output, which is well formed; `prepared` is what the sanitizer was given.
pub fn parse(html: &str, prepared: &Prepared) -> Vec<Node> {
    let root = Open { name: String::new(), attributes: Vec::new(), nodes: Vec::new(), span: prepared.span() };
    let mut stack = vec![root];
    let mut skipped = 0usize;
    for (_, token) in tokens(html) {
        match token {
            Token::Text(text) => add(&mut stack, Node::Text(unescape(text))),
            Token::Comment(_) | Token::Instruction(_) => {}
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
                let around = stack.last().map_or(prepared.span(), |open| open.span);
                stack.push(Open::new(tag, prepared, around));
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
        && let Some(Open { name, attributes, nodes, span }) = stack.pop()
    {
        add(stack, Node::Element { name, attributes, nodes, span });
    }
}
