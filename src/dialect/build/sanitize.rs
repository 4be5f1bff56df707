//! Raw HTML through the sanitizer: put together with slots for the Markdown around it, cleaned by an allow-list, and made
//! into blocks and inlines of our own.

mod blocks;
mod inlines;
mod nodes;
mod prepare;

use super::{
    Builder,
    frames::Part,
    inlines::Piece,
    tags::{Token, tokens},
};
use crate::dialect::tree::{Block, Inline};
use ammonia::Builder as Sanitizer;
use nodes::{Node, parse};
use prepare::Prepared;
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// So many elements of raw HTML may stand in each other in one block.
const MAX_ELEMENTS: usize = 32;
/// Stands in HTML for a block or inline that is no HTML.
const SLOT: &str = "pg-slot";
/// On each start tag: which of the places in the source it stands at.
const PLACE: &str = "data-at";
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
        ("video", HashSet::from(["src", "title"])),
        ("source", HashSet::from(["src"])),
        ("ol", HashSet::from(["start", "type"])),
        ("li", HashSet::from(["value"])),
        ("i", HashSet::from(["class"])),
        ("code", HashSet::from(["class"])),
        ("details", HashSet::from(["open"])),
        ("abbr", HashSet::from(["title"])),
        ("time", HashSet::from(["datetime"])),
    ]);
    sanitizer
        .add_tags([
            SLOT, "details", "summary", "iframe", "video", "source", "section", "u", "big", "tt", "center", "font", "main", "dfn", "ins",
        ])
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "dir", "id", PLACE]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    sanitizer
});

impl Builder<'_> {
    /// The inlines of a block in which raw HTML stands.
    pub(super) fn sanitize_inlines(&mut self, pieces: Vec<Piece>) -> Vec<Inline> {
        let mut prepared = Prepared::default();
        let mut slots: Vec<Option<Inline>> = Vec::new();
        let mut pieces = pieces.into_iter();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Html { raw, span } => {
                    self.prepare(&raw, span, &mut prepared);
                    // One that nothing closes hides nothing.
                    let closes = |name: &String| pieces.as_slice().iter().any(|piece| piece.closes(name));
                    prepared.hidden = prepared.hidden.take().filter(closes);
                }
                Piece::Done(_) if prepared.hidden.is_some() => {}
                Piece::Done(inline) => {
                    prepared.slot(slots.len());
                    slots.push(Some(inline));
                }
                Piece::Stars { .. } => {}
            }
        }
        self.check_balance(&prepared);
        let span = prepared.span();
        let nodes = clean(&prepared);
        self.inlines_of(nodes, &mut |slot| slots.get_mut(slot).and_then(Option::take), span)
    }

    /// The blocks of a region in which raw HTML stands.
    pub(super) fn sanitize_blocks(&mut self, parts: Vec<Part>) -> Vec<Block> {
        let mut prepared = Prepared::default();
        let mut slots: Vec<Option<Block>> = Vec::new();
        for part in parts {
            match part {
                Part::Html { raw, range } => self.prepare(&raw, self.span(range), &mut prepared),
                Part::Block(block) => {
                    prepared.slot(slots.len());
                    slots.push(Some(block));
                }
            }
        }
        if !prepared.holds_tags() && !has_text_outside_slots(&prepared.html) {
            return slots.into_iter().flatten().collect();
        }
        self.check_balance(&prepared);
        let span = prepared.span();
        let nodes = clean(&prepared);
        self.blocks_of(nodes, &mut slots, span)
    }
}

fn clean(prepared: &Prepared) -> Vec<Node> {
    parse(&SANITIZER.clean(&prepared.html).to_string(), prepared)
}

fn has_text_outside_slots(html: &str) -> bool {
    tokens(html).iter().any(|(_, token)| matches!(token, Token::Text(text) if !text.trim().is_empty()))
}
