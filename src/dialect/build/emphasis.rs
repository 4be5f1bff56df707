//! Asterisks that CommonMark's flanking rules left over (dialect.md §4.2): paired as their author meant them, or dropped.

use super::{Builder, inlines::Piece, signs::starts_with_ending};
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
        let mut pieces = text_stars(pieces, self.notes);
        let is_only = pieces.iter().filter(|piece| matches!(piece, Piece::Stars { .. })).count() == 1;
        let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
        let mut rest = pieces.drain(..).collect::<std::collections::VecDeque<_>>();
        while let Some(piece) = rest.pop_front() {
            let Piece::Stars { count, span } = piece else {
                out.push(piece);
                continue;
            };
            let follows_emphasis = matches!(out.last(), Some(Piece::Done(Inline { kind: InlineKind::Emphasis(_), .. })));
            let ends_block = is_only && count == 1 && rest.is_empty() && !follows_emphasis;
            if (count <= self.notes || ends_block) && ends_word(out.last(), rest.front()) {
                out.push(as_text(count, span));
                continue;
            }
            let found = if ends_word(out.last(), rest.front()) { None } else { partner(rest.make_contiguous(), count) };
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
                None if stands_between_digits(out.last(), rest.front()) => out.push(as_text(count, span)),
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

/// Asterisks right after a word and before a space or a comma can only close, or refer to a note.
fn ends_word(before: Option<&Piece>, after: Option<&Piece>) -> bool {
    let before = before.and_then(|piece| edge(piece, false));
    let after = after.and_then(|piece| edge(piece, true));
    let follows_word = before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, ')' | ']' | '.' | '%' | '€' | '$' | '£'));
    let ends_word = after.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ',' | '.' | ';' | ':' | ')' | '!' | '?'));
    follows_word && ends_word
}

/// `5*3` and `2**10`: what is left out would make one number of two.
fn stands_between_digits(before: Option<&Piece>, after: Option<&Piece>) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    is_digit(before.and_then(|piece| edge(piece, false))) && is_digit(after.and_then(|piece| edge(piece, true)))
}

/// How many asterisks the longest mark of a note has that starts a line of a text, whose asterisks stand at `stars`: `\\*\\* note` has two.
pub fn notes(text: &str, stars: &[usize]) -> usize {
    stars.iter().filter_map(|at| start_of_mark(&text[..*at])).map(|start| stars_of_mark(&text[start..])).max().unwrap_or(0)
}

/// Where the mark of a note starts whose first asterisk follows on `before`, if it starts a line: `\\*`, `(\\*`, `<sup>*`.
fn start_of_mark(before: &str) -> Option<usize> {
    let mark = match before.strip_suffix('\\') {
        Some(mark) => mark.strip_suffix(['(', '[']).unwrap_or(mark),
        None => before.strip_suffix('(').unwrap_or(before).strip_suffix("<sup>")?,
    };
    let line = mark.trim_end_matches([' ', '\t', '>', '|']);
    (line.is_empty() || line.ends_with('\n')).then_some(mark.len())
}

fn stars_of_mark(mark: &str) -> usize {
    let mark = mark.trim_start_matches(['(', '[']).trim_start_matches("<sup>").trim_start_matches('(');
    mark.chars().take_while(|letter| matches!(letter, '*' | '\\')).filter(|letter| *letter == '*').count()
}

fn as_text(count: usize, span: Span) -> Piece {
    Piece::Done(Inline { span, kind: InlineKind::Text("*".repeat(count).into()) })
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
        if closing.count > count && longer.is_none() && !opens(rest, at) {
            longer = Some((at, closing));
        }
    }
    longer
}

/// Whether the asterisks at `at` can only open: after a space, and right before a word.
fn opens(pieces: &[Piece], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| edge(&pieces[at], false));
    let after = pieces.get(at + 1).and_then(|piece| edge(piece, true));
    before.is_none_or(char::is_whitespace) && after.is_some_and(|letter| !letter.is_whitespace())
}

/// Makes those asterisks text that are meant so: set off by spaces, the start of a wildcard, or alone in an element.
fn text_stars(pieces: Vec<Piece>, notes: usize) -> Vec<Piece> {
    let mut is_text: Vec<bool> = (0..pieces.len()).map(|at| is_text_star(&pieces, at, notes)).collect();
    let is_single = |at: &usize| matches!(pieces[*at], Piece::Stars { count: 1, .. });
    // What is the only one left has no partner, whatever it looks like.
    let mut left = (0..pieces.len()).filter(is_single).filter(|at| !is_text[*at]);
    if let (Some(only), None) = (left.next(), left.next())
        && is_in_text(&pieces, only)
    {
        is_text[only] = true;
    }
    let meant = |(piece, is_text): (Piece, bool)| match piece {
        Piece::Stars { count, span } if is_text => as_text(count, span),
        piece => piece,
    };
    pieces.into_iter().zip(is_text).map(meant).collect()
}

/// Whether asterisks are meant as text by what stands around them.
fn is_text_star(pieces: &[Piece], at: usize, notes: usize) -> bool {
    let Piece::Stars { count, .. } = &pieces[at] else { return false };
    let before = at.checked_sub(1).and_then(|at| edge(&pieces[at], false));
    let after = pieces.get(at + 1).and_then(|piece| edge(piece, true));
    let is_set_off = before.is_some_and(char::is_whitespace) && after.is_none_or(|letter| letter == '\n');
    match count {
        1 => {
            is_sign(before, after, pieces.get(at + 1))
                || is_raised(pieces, at)
                || is_glob(pieces, at, after)
                || is_phone_code(pieces, at, before, after)
                || before.is_some_and(char::is_lowercase) && is_before_ending(pieces.get(at + 1))
        }
        2 | 3 if *count <= notes && is_set_off || is_raised(pieces, at) || is_glob(pieces, at, after) => true,
        3.. => hides_letters(pieces, at),
        _ => false,
    }
}

/// Letters that are hidden: `0033*****`, `abc****`, or all of a cell. Fewer than five may close emphasis instead.
fn hides_letters(pieces: &[Piece], at: usize) -> bool {
    let Piece::Stars { count, .. } = pieces[at] else { return false };
    let before = |at: usize| at.checked_sub(1).and_then(|at| text_edge(&pieces[at], false));
    let ends = pieces.get(at + 1).and_then(|piece| edge(piece, true)).is_none_or(char::is_whitespace);
    let follows_word = |at: usize| before(at).is_some_and(char::is_alphanumeric);
    let opens = |at: usize| matches!(pieces[at], Piece::Stars { .. }) && !follows_word(at);
    let may_close = || (at.saturating_sub(MAX_REACH)..at).any(opens);
    let hides = if count > 4 { follows_word(at) || before(at) == Some(' ') } else { follows_word(at) && !may_close() };
    pieces.len() == 1 || ends && hides
}

/// Whether a single asterisk stands in a word, or behind a space and before a sign: `a*b`, `press *, then`.
fn is_in_text(pieces: &[Piece], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text_edge(&pieces[at], false));
    let after = pieces.get(at + 1).and_then(|piece| text_edge(piece, true));
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    is_word(before) && is_word(after)
        || before.is_some_and(char::is_whitespace) && after.is_some_and(|letter| matches!(letter, ',' | '.' | ';' | ':' | '!' | '?'))
}

/// `Nutzer*innen`: the asterisk belongs to the word.
fn is_before_ending(next: Option<&Piece>) -> bool {
    matches!(next, Some(Piece::Done(Inline { kind: InlineKind::Text(text), .. })) if starts_with_ending(text))
}

/// `*21` and `*3001#`: what is dialled, if no other asterisk closes it.
fn is_phone_code(pieces: &[Piece], at: usize, before: Option<char>, after: Option<char>) -> bool {
    let starts = before.is_none_or(|letter| letter.is_whitespace() || "(\"«“„|:".contains(letter))
        && after.is_some_and(|letter| letter.is_ascii_digit());
    let closes = |at: &usize| matches!(pieces[*at], Piece::Stars { count: 1..=3, .. }) && !opens(pieces, *at);
    starts && !(at + 1..pieces.len()).take(MAX_REACH).any(|at| closes(&at))
}

/// `vps:*`, `apiovh:*/get`, `/img/**/a`, `a-*-b` and `2.10.*`: parts of names that stand for any.
fn is_glob(pieces: &[Piece], at: usize, after: Option<char>) -> bool {
    let Some(Piece::Done(Inline { kind: InlineKind::Text(before), .. })) = at.checked_sub(1).and_then(|at| pieces.get(at)) else {
        return false;
    };
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '/' | ',' | ':' | ';' | ')' | '"' | '»' | '\'' | '’');
    let mut letters = before.chars().rev();
    let is_name = |letter: char| letter.is_ascii_alphanumeric();
    let is_single = matches!(pieces[at], Piece::Stars { count: 1, .. });
    let starts = match letters.next() {
        Some('/') => true,
        Some(':') => is_single && letters.next().is_some_and(|letter| letter.is_ascii_lowercase()),
        Some('.') if matches!(after, Some(')' | '$' | '\\')) => letters.next().is_none_or(|letter| "(^/[:=\"-".contains(letter)),
        Some('.') => is_single && letters.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some('-') if after == Some('-') => return true,
        Some('-' | '_') => letters.next().is_some_and(is_name),
        _ => false,
    };
    starts && after.is_none_or(ends)
}

/// `<sup>*</sup>`: the mark of a note.
fn is_raised(pieces: &[Piece], at: usize) -> bool {
    let is_tag = |at: Option<usize>, start: &str| matches!(at.and_then(|at| pieces.get(at)), Some(Piece::Html { raw, .. }) if raw.get(..start.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(start)));
    is_tag(at.checked_sub(1), "<sup") && is_tag(Some(at + 1), "</sup")
}

fn is_sign(before: Option<char>, after: Option<char>, next: Option<&Piece>) -> bool {
    let open = |letter: Option<char>| letter.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '(' | '[' | '/' | '|'));
    let close = |letter: Option<char>| letter.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ')' | ']' | '/' | '|'));
    let is_wildcard = || match next {
        Some(Piece::Done(Inline { kind: InlineKind::Text(text), .. })) => {
            let mut letters = text.chars();
            match letters.next() {
                Some('.') => letters.next().is_some_and(char::is_alphanumeric),
                Some(':') => letters.next().is_some_and(|letter| letter.is_ascii_digit()),
                Some('-' | '@') => letters.next().is_some_and(char::is_alphanumeric),
                _ => false,
            }
        }
        _ => false,
    };
    let opens_quote = before.is_some_and(|letter| matches!(letter, '"' | '«' | '“' | '„' | '@' | '=' | ':'));
    let is_raised = before == Some('^') && after == Some('^');
    is_raised
        || (open(before) && close(after))
        || ((open(before) || opens_quote) && matches!(after, Some('.' | ':' | '-' | '@')) && is_wildcard())
}

/// The first or last letter of a text.
fn text_edge(piece: &Piece, first: bool) -> Option<char> {
    edge(piece, first).filter(|_| matches!(piece, Piece::Done(Inline { kind: InlineKind::Text(_), .. })))
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
