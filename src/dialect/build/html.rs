//! HTML inside a line: breaks, anchors, comments, and elements that are put together with the Markdown around them.

use super::{
    Builder, MAX_DEPTH,
    frames::FrameKind,
    inlines::{Inlines, Piece},
    looks_like_tag,
    tags::{Tag, Token, is_element, tokens},
    take_from,
};
use crate::{
    diagnostic::{MARKER_UNCLOSED, WHEN_UNKNOWN_PARAMETER},
    dialect::tree::{Condition, Inline, InlineKind},
    text::Span,
    words,
};
use std::ops::Range;

impl Builder<'_> {
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        self.flush_text();
        let span = self.span(range.clone());
        self.top().inlines.see(&range);
        if is_break(html) {
            return self.pieces.push(Piece::Done(Inline { span, kind: InlineKind::Break }));
        }
        if self.is_fragment {
            return self.push_text(html, range);
        }
        if matches!(self.top().kind, FrameKind::Image { .. }) {
            return;
        }
        self.pieces.push(Piece::Html { raw: html.to_owned(), span });
    }

    /// The inlines of a block or of an inline with others in it.
    pub(super) fn finish_inlines(&mut self, mut inlines: Inlines) -> Vec<Inline> {
        if let Some(only) = self.only_inline(&inlines) {
            return vec![only];
        }
        self.flush(&mut inlines);
        let is_done = self.pieces[inlines.from..].iter().all(|piece| matches!(piece, Piece::Done(_)));
        if is_done {
            return take_from(&mut self.pieces, inlines.from, done);
        }
        let pieces = self.pieces.split_off(inlines.from);
        self.finish_pieces(pieces)
    }

    pub(super) fn finish_pieces(&mut self, pieces: Vec<Piece>) -> Vec<Inline> {
        let pieces = self.pair_stars(pieces);
        if pieces.iter().all(|piece| matches!(piece, Piece::Done(_))) {
            return pieces.into_iter().filter_map(done).collect();
        }
        let pieces = self.anchors_and_comments(pieces);
        if pieces.iter().all(|piece| matches!(piece, Piece::Done(_))) {
            return pieces.into_iter().filter_map(done).collect();
        }
        self.sanitize_inlines(pieces)
    }

    /// Anchors, comments, conditions and placeholders need no sanitizer.
    fn anchors_and_comments(&mut self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
        let mut conditions: Vec<OpenCondition> = Vec::new();
        let mut open_anchors = 0usize;
        let in_drawing = pieces.iter().any(|piece| matches!(piece, Piece::Html { raw, .. } if raw.starts_with("<svg")));
        let closed: Vec<String> = pieces.iter().filter_map(closed_element).collect();
        for piece in pieces {
            let Piece::Html { raw, span } = &piece else {
                out.push(piece);
                continue;
            };
            match &tokens(raw)[..] {
                [(_, Token::Comment(text))] => self.inline_comment(text, *span, &mut out, &mut conditions),
                [(_, Token::Instruction(_))] => self.placeholder(raw, *span, &mut out),
                [(_, Token::Tag(tag))] if tag.is("a") && tag.closing && open_anchors > 0 => open_anchors -= 1,
                [(_, Token::Tag(tag))] if tag.is("a") && !tag.closing && tag.attribute("href").is_none() => {
                    open_anchors += 1;
                    if let Some(name) = tag.attribute("name").or_else(|| tag.attribute("id")) {
                        out.push(Piece::Done(Inline { span: *span, kind: InlineKind::Anchor(name.into()) }));
                    }
                }
                [(_, Token::Tag(tag))]
                    if !is_element(tag.name)
                        || (is_word(tag) && !closed.contains(&tag.name.to_ascii_lowercase()))
                        || (is_drawing(tag) && !in_drawing) =>
                {
                    self.placeholder(raw, *span, &mut out)
                }
                _ => out.push(piece),
            }
        }
        for OpenCondition { span, .. } in conditions {
            self.complain(
                &MARKER_UNCLOSED,
                span,
                "this comment is never closed in its paragraph",
                "add `<!-- /unknown -->` or `<!-- /known -->`",
            );
        }
        out
    }

    /// `<container>` is no tag: the reader must replace it.
    fn placeholder(&mut self, raw: &str, span: Span, out: &mut Vec<Piece>) {
        self.raw_placeholder(raw, span, looks_like_tag(raw));
        out.push(Piece::Done(Inline { span, kind: InlineKind::Placeholder(raw.into()) }));
    }

    fn inline_comment(&mut self, text: &str, span: Span, out: &mut Vec<Piece>, open: &mut Vec<OpenCondition>) {
        match self.condition(text, span) {
            // One too deep counts as one that means nothing, so that its end finds it.
            Some(Mark::Open(condition)) => {
                let condition = condition.filter(|_| open.len() < MAX_DEPTH);
                open.push(OpenCondition { condition, at: out.len(), span });
            }
            Some(Mark::Close) => match open.pop() {
                Some(OpenCondition { condition: Some(condition), at, span: start }) => {
                    let inside = out.split_off(at.min(out.len()));
                    let inlines = self.finish_pieces(inside);
                    let span = Span { end: span.end, ..start };
                    self.holds_conditions = true;
                    out.push(Piece::Done(Inline { span, kind: InlineKind::When { condition, inlines } }));
                }
                Some(_) => {}
                None => self.complain(&MARKER_UNCLOSED, span, "this comment closes nothing", "remove it"),
            },
            None => {}
        }
    }

    /// What a comment says of values, if it does.
    pub(super) fn condition(&mut self, comment: &str, span: Span) -> Option<Mark> {
        let text = comment.trim();
        if text == "/unknown" || text == "/known" {
            return Some(Mark::Close);
        }
        let (word, name) = text.split_once(':')?;
        let known = match word.trim() {
            "known" => true,
            "unknown" => false,
            _ => return None,
        };
        let name = name.trim();
        match self.vocabulary.parameter(name) {
            Some(parameter) => Some(Mark::Open(Some(Condition { parameter, known }))),
            None => {
                let names = self.vocabulary.parameter_names();
                let help = words::did_you_mean(name, &names.iter().map(String::as_str).collect::<Vec<_>>());
                self.complain(&WHEN_UNKNOWN_PARAMETER, span, format!("there is no parameter `{name}`"), help);
                Some(Mark::Open(None))
            }
        }
    }
}

/// What a comment of the dialect starts or ends. Without a condition it named a parameter that does not exist.
pub enum Mark {
    Open(Option<Condition>),
    Close,
}

/// A condition whose end was not seen yet: where its text starts, and where its comment stands.
struct OpenCondition {
    condition: Option<Condition>,
    at: usize,
    span: Span,
}

/// The element that a piece closes.
fn closed_element(piece: &Piece) -> Option<String> {
    match piece {
        Piece::Html { raw, .. } => Some(raw.strip_prefix("</")?.trim_end_matches('>').trim().to_ascii_lowercase()),
        _ => None,
    }
}

/// Whether a tag is as likely a word in angle brackets: `<path>` and such bare tags mean nothing inside a line of a guide.
fn is_word(tag: &Tag) -> bool {
    const WORDS: &[&str] = &[
        "area", "base", "button", "form", "frame", "input", "label", "link", "map", "menu", "meta", "object", "option", "output", "param",
        "path", "search", "section", "select", "slot", "source", "template", "text", "time", "title", "track",
    ];
    !tag.closing && tag.attributes.is_empty() && WORDS.contains(&tag.name)
}

/// Whether a tag means something in a drawing only; the sanitizer would drop what it holds.
fn is_drawing(tag: &Tag) -> bool {
    matches!(tag.name, "circle" | "defs" | "g" | "path" | "rect" | "text") && tag.attributes.is_empty()
}

fn done(piece: Piece) -> Option<Inline> {
    match piece {
        Piece::Done(inline) => Some(inline),
        Piece::Stars { .. } | Piece::Html { .. } => None,
    }
}

fn is_break(html: &str) -> bool {
    let Some(rest) = html.get(..3).filter(|tag| tag.eq_ignore_ascii_case("<br")).map(|_| &html[3..]) else { return false };
    rest.starts_with(['>', '/', ' ', '\t', '\n'])
}
