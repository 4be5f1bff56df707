//! A block of details inside another: readers open one to find the next closed, and other renderers know one level.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{DETAILS_NESTED, Diagnostic},
    dialect::{
        tree::{Block, BlockKind},
        walk,
    },
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&DETAILS_NESTED], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    blocks(guide, &guide.parsed.blocks, None, found);
}

fn blocks(guide: &Guide, all: &[Block], outer: Option<Span>, found: &mut Vec<Diagnostic>) {
    for block in all {
        let is_details = matches!(block.kind, BlockKind::Details { .. });
        if let Some(outer) = outer.filter(|_| is_details) {
            found.push(
                Diagnostic::new(&DETAILS_NESTED, first_line(guide, block.span), "this block of details stands inside another")
                    .related(first_line(guide, outer), "the one around it")
                    .help("put one after the other, or use a heading inside"),
            );
        }
        let around = if is_details { Some(block.span) } else { outer };
        walk::children(block, &mut |inner| blocks(guide, inner, around, found));
    }
}

fn first_line(guide: &Guide, span: Span) -> Span {
    let length = guide.source_at(span).lines().next().map_or(0, str::len);
    Span::new(span.file, span.start as usize..span.start as usize + length)
}
