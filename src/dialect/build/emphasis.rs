//! Asterisks that CommonMark's flanking rules left over (dialect.md §4.2): paired as their author meant them, or dropped.

use super::{Builder, inlines::Piece};
use crate::{
    diagnostic::{BOLD_FLANKING, BOLD_UNCLOSED, Diagnostic},
    dialect::tree::{Inline, InlineKind},
    text::Span,
};
use std::ops::Range;

/// Over how many pieces a run of asterisks may reach; a search to the end of a very long paragraph from each of its runs
/// would take a time that grows with their square.
const MAX_REACH: usize = 400;

impl Builder<'_> {
    /// Resolves the leftover asterisks of one block.
    pub(super) fn pair_stars(&mut self, pieces: Vec<Piece>) -> Vec<Piece> {
        if !pieces.iter().any(|piece| matches!(piece, Piece::Stars { .. })) {
            return pieces;
        }
        let mut pieces = text_stars(pieces);
        let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
        let mut rest = pieces.drain(..).collect::<std::collections::VecDeque<_>>();
        while let Some(piece) = rest.pop_front() {
            let Piece::Stars { count, span } = piece else {
                out.push(piece);
                continue;
            };
            let found = if can_open(out.last(), rest.front()) { partner(rest.make_contiguous(), count) } else { None };
            match found {
                Some((at, closing)) => {
                    let inside: Vec<Piece> = rest.drain(..at).collect();
                    rest.pop_front();
                    let surplus = closing.count.abs_diff(count);
                    if closing.count > count {
                        let span = Span { start: closing.span.end - surplus as u32, ..closing.span };
                        rest.push_front(Piece::Stars { count: surplus, span });
                    }
                    out.push(self.emphasized(inside, count.min(closing.count), span, closing.span));
                }
                None => self.drop_stars(count, span),
            }
        }
        out
    }

    /// A text with asterisks that CommonMark took as text because spaces set them off: two and more are no text.
    pub(super) fn text_with_stars(&mut self, text: &str, range: Range<usize>) {
        let is_escaped = self.edited.text[..range.start].ends_with('\\');
        let mut from = 0;
        while let Some(at) = text[from..].find("**").map(|at| from + at).filter(|at| *at > 0 || !is_escaped) {
            if at > from {
                self.push_text(&text[from..at], range.start + from..range.start + at);
            }
            from = at;
            while text[from..].starts_with('*') {
                self.star(range.start + from..range.start + from + 1);
                from += 1;
            }
        }
        if from < text.len() {
            self.push_text(&text[from..], range.start + from..range.end);
        }
    }

    fn emphasized(&mut self, inside: Vec<Piece>, count: usize, opening: Span, closing: Span) -> Piece {
        let span = Span { end: closing.end.max(opening.end), ..opening };
        let diagnostic = Diagnostic::new(&BOLD_FLANKING, span, "CommonMark would print these asterisks")
            .help("put the asterisks next to the words they emphasize, with a space outside");
        self.diagnostics.push(diagnostic);
        let inlines = self.finish_pieces(inside);
        let kind = match count {
            1 => InlineKind::Emphasis(inlines),
            2 => InlineKind::Strong(inlines),
            _ => InlineKind::Strong(vec![Inline { span, kind: InlineKind::Emphasis(inlines) }]),
        };
        Piece::Done(Inline { span, kind })
    }

    fn drop_stars(&mut self, count: usize, span: Span) {
        let stars = "*".repeat(count.min(3));
        let message = format!("`{stars}` has no partner and is left out");
        let diagnostic = Diagnostic::new(&BOLD_UNCLOSED, span, message).help("remove it, add its partner, or write `\\*` for an asterisk");
        self.diagnostics.push(diagnostic);
    }
}

/// Asterisks right after a word and before a space or a comma can only close.
fn can_open(before: Option<&Piece>, after: Option<&Piece>) -> bool {
    let before = before.and_then(|piece| edge(piece, false));
    let after = after.and_then(|piece| edge(piece, true));
    let follows_word = before.is_some_and(|letter| letter.is_alphanumeric() || letter == ')');
    let ends_word = after.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ',' | '.' | ';' | ':' | ')' | '!' | '?'));
    !(follows_word && ends_word)
}

struct Closing {
    count: usize,
    span: Span,
}

/// The next asterisks that close a run of `count`: as many, else more.
fn partner(rest: &[Piece], count: usize) -> Option<(usize, Closing)> {
    let stars = |(at, piece): (usize, &Piece)| match piece {
        Piece::Stars { count, span } => Some((at, Closing { count: *count, span: *span })),
        _ => None,
    };
    let mut longer = None;
    for (at, closing) in rest.iter().take(MAX_REACH).enumerate().skip(1).filter_map(stars) {
        if closing.count == count {
            return Some((at, closing));
        }
        if closing.count > count && longer.is_none() {
            longer = Some((at, closing));
        }
    }
    longer
}

/// Makes those asterisks text that are meant so: set off by spaces, or the start of a wildcard.
fn text_stars(pieces: Vec<Piece>) -> Vec<Piece> {
    let is_text: Vec<bool> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            let before = at.checked_sub(1).and_then(|at| edge(&pieces[at], false));
            let after = pieces.get(at + 1).and_then(|piece| edge(piece, true));
            matches!(piece, Piece::Stars { count: 1, .. }) && is_sign(before, after, pieces.get(at + 1))
        })
        .collect();
    let as_text = |(piece, is_text): (Piece, bool)| match piece {
        Piece::Stars { span, .. } if is_text => Piece::Done(Inline { span, kind: InlineKind::Text("*".into()) }),
        piece => piece,
    };
    pieces.into_iter().zip(is_text).map(as_text).collect()
}

fn is_sign(before: Option<char>, after: Option<char>, next: Option<&Piece>) -> bool {
    let open = |letter: Option<char>| letter.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '(' | '[' | '/' | '|'));
    let close = |letter: Option<char>| letter.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ')' | ']' | '/' | '|'));
    let is_wildcard = || match next {
        Some(Piece::Done(Inline { kind: InlineKind::Text(text), .. })) => {
            let mut letters = text.chars();
            letters.next() == Some('.') && letters.next().is_some_and(char::is_alphanumeric)
        }
        _ => false,
    };
    let opens_quote = before.is_some_and(|letter| matches!(letter, '"' | '«' | '“' | '„' | '@' | '=' | ':'));
    let is_raised = before == Some('^') && after == Some('^');
    is_raised || (open(before) && close(after)) || ((open(before) || opens_quote) && after == Some('.') && is_wildcard())
}

/// The first or last letter of a piece; anything but text counts as a letter.
fn edge(piece: &Piece, first: bool) -> Option<char> {
    match piece {
        Piece::Done(Inline { kind: InlineKind::Text(text), .. }) if first => text.chars().next(),
        Piece::Done(Inline { kind: InlineKind::Text(text), .. }) => text.chars().next_back(),
        Piece::Done(Inline { kind: InlineKind::Break, .. }) => Some('\n'),
        Piece::Html { raw, .. } if raw.starts_with("<br") => Some('\n'),
        _ => Some('x'),
    }
}
