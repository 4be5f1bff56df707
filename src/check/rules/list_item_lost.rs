//! An item of a list without its marker, so that it is more of the item above.

use crate::{
    check::{Check, Rule, guide::Guide, prose::plain_text},
    diagnostic::{Diagnostic, LIST_ITEM_LOST},
    dialect::{
        tree::{Block, BlockKind, Inline, InlineKind, List},
        walk,
    },
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&LIST_ITEM_LOST], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    blocks(guide, &guide.parsed.blocks, found);
}

fn blocks(guide: &Guide, all: &[Block], found: &mut Vec<Diagnostic>) {
    for block in all {
        if let BlockKind::List(list) = &block.kind {
            check_list(guide, list, found);
        }
        walk::children(block, &mut |inner| blocks(guide, inner, found));
    }
}

/// Only a list all of whose items begin with the same emphasis tells what a line that begins so was meant to be.
fn check_list(guide: &Guide, list: &List, found: &mut Vec<Diagnostic>) {
    let texts: Vec<(Span, &[Inline])> = list.items.iter().filter_map(|item| Some((item.span, first_text(&item.blocks)?))).collect();
    let Some(usual) = texts.first().and_then(|(_, text)| Beginning::of(text.first()?)) else { return };
    let is_usual = |inline: &Inline| Beginning::of(inline) == Some(usual);
    if texts.len() < 2 || !texts.iter().all(|(_, text)| text.first().is_some_and(is_usual)) {
        return;
    }
    for (item, text) in texts {
        for pair in text.windows(2) {
            let [Inline { kind: InlineKind::Text(before), .. }, marked] = pair else { continue };
            let ends_line = before.ends_with('\n');
            if !ends_line || !is_usual(marked) || marked.span.file != guide.file() {
                continue;
            }
            let diagnostic =
                Diagnostic::new(&LIST_ITEM_LOST, marked.span, "this line is more of the item above, and looks like an item of its own")
                    .help("begin it with the marker of the others");
            found.push(match marker(guide, item, marked.span) {
                Some((place, marker)) => diagnostic.unsafe_fix(place, marker),
                None => diagnostic,
            });
        }
    }
}

/// The beginning of a line that is to be an item, and how that of an item begins: up to its text.
fn marker(guide: &Guide, item: Span, line: Span) -> Option<(Span, String)> {
    let start = |span: Span| guide.text.get(..span.start as usize)?.rfind('\n').map(|newline| newline + 1);
    let source = guide.source_at(item);
    let marker = source.len() - source.trim_start_matches(['-', '*', '+', ' ', '\t']).len();
    let marker = if source.starts_with("- ") || source.starts_with("+ ") { marker } else { 0 };
    let begin = guide.text.get(start(item)?..item.start as usize + marker)?;
    let place = Span::new(line.file, start(line)?..line.start as usize);
    (marker > 0).then(|| (place, begin.trim_end_matches('*').to_owned()))
}

fn first_text(blocks: &[Block]) -> Option<&[Inline]> {
    match &blocks.first()?.kind {
        BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines) => Some(inlines),
        _ => None,
    }
}

/// How an item begins that begins with emphasis.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Beginning {
    is_strong: bool,
    /// Whether its first letter is a capital: a word that a sentence stresses mostly has none.
    is_capital: bool,
}

impl Beginning {
    fn of(inline: &Inline) -> Option<Self> {
        let (is_strong, inside) = match &inline.kind {
            InlineKind::Strong(inside) => (true, inside),
            InlineKind::Emphasis(inside) => (false, inside),
            _ => return None,
        };
        Some(Self { is_strong, is_capital: plain_text(inside).starts_with(char::is_uppercase) })
    }
}
