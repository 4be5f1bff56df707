//! Text, code and emphasis: from events to inlines.

use super::{
    Builder,
    frames::{Frame, FrameKind},
};
use crate::{
    diagnostic::{ACTION_QUOTED, ATTR_UNKNOWN_CLASS},
    dialect::{
        attributes::{AttributeList, is_known_class},
        scan::{HOST_MARK, NOTHING, OWN_MARK, host_of_token},
        tree::{Address, AddressPart, CodePart, Host, Image, Inline, InlineKind},
    },
    text::Span,
};
use std::{borrow::Cow, ops::Range};

/// Inlines that are being collected. Text is gathered until something else comes.
#[derive(Default)]
pub struct Inlines {
    pub pieces: Vec<Piece>,
    text: String,
    start: usize,
    end: usize,
    first: Option<usize>,
    last: usize,
}

/// An inline, or what cannot be understood before all of its block is there.
pub enum Piece {
    Done(Inline),
    /// Asterisks that CommonMark left over.
    Stars {
        count: usize,
        span: Span,
    },
    /// Raw HTML.
    Html {
        raw: String,
        span: Span,
    },
}

impl Inlines {
    pub fn push(&mut self, inline: Inline) {
        self.pieces.push(Piece::Done(inline));
    }

    pub fn push_text(&mut self, text: &str, range: Range<usize>) {
        if self.text.is_empty() {
            self.start = range.start;
        }
        self.text.push_str(text);
        self.end = range.end;
        self.see(&range);
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.text.is_empty()
    }

    /// The bytes of the edited text that it covers.
    pub fn range(&self) -> Range<usize> {
        self.first.unwrap_or(self.last)..self.last
    }

    pub fn see(&mut self, range: &Range<usize>) {
        self.first.get_or_insert(range.start);
        self.last = self.last.max(range.end);
    }
}

impl Builder<'_> {
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        if let FrameKind::Code { text: code, .. } = &mut self.top().kind {
            return code.push_str(text);
        }
        if text == "*" && range.len() == 1 && !self.edited.text[..range.start].ends_with('\\') {
            return self.star(range);
        }
        if memchr::memmem::find(text.as_bytes(), b"**").is_some() && range.len() == text.len() {
            return self.text_with_stars(text, range);
        }
        // Entities such as `&#5;`, which the parser gives as texts of their own, mean nothing to a reader.
        if !matches!(text.as_bytes(), [0x00..=0x08 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F]) {
            self.top().inlines.push_text(text, range);
        }
    }

    pub(super) fn star(&mut self, range: Range<usize>) {
        self.flush_text();
        let span = self.span(range.clone());
        let inlines = &mut self.top().inlines;
        inlines.see(&range);
        match inlines.pieces.last_mut() {
            Some(Piece::Stars { count, span: before }) if before.end == span.start => {
                *count += 1;
                before.end = span.end;
            }
            _ => inlines.pieces.push(Piece::Stars { count: 1, span }),
        }
    }

    pub(super) fn code(&mut self, code: &str, range: Range<usize>) {
        let parts = address(code).parts.into_iter().map(|part| match part {
            AddressPart::Text(text) => CodePart::Text(text),
            AddressPart::Host(service) => CodePart::Host(Host { service, strong: false }),
        });
        let kind = InlineKind::Code(parts.collect());
        self.top().inlines.see(&range);
        self.push_inline(kind, range);
    }

    pub(super) fn end_inline(&mut self, kind: FrameKind, frame: Frame, range: Range<usize>) {
        let alt = matches!(kind, FrameKind::Image { .. }).then(|| self.image_alt(&frame));
        let inlines = if alt.is_some() { Vec::new() } else { self.finish_inlines(frame.inlines) };
        let span = self.span(range.clone());
        let kind = match kind {
            FrameKind::Emphasis => InlineKind::Emphasis(inlines),
            FrameKind::Strong => InlineKind::Strong(inlines),
            FrameKind::Strike => InlineKind::Strike(inlines),
            FrameKind::Link { address: to, title } => self.link(&to, title, inlines, span),
            FrameKind::Image { address: from, title } => {
                let alt = alt.unwrap_or_default();
                let image =
                    Image { span, address: clean(&from).as_ref().into(), alt, title, classes: Vec::new(), width: None, height: None };
                InlineKind::Image(image)
            }
            _ => return,
        };
        self.top().inlines.see(&range);
        self.flush_text();
        self.top().inlines.push(Inline { span, kind });
    }

    /// An image's alternative text is the text of its source, with hosts and without markup.
    fn image_alt(&mut self, frame: &Frame) -> Address {
        let mut text = String::new();
        for piece in &frame.inlines.pieces {
            match piece {
                Piece::Done(inline) => crate::dialect::push_plain_text(std::slice::from_ref(inline), &mut text, &mut |service| {
                    crate::dialect::scan::host_token(service, false).unwrap_or_default()
                }),
                Piece::Stars { .. } | Piece::Html { .. } => {}
            }
        }
        text.push_str(&frame.inlines.text);
        address(text.trim())
    }

    /// Turns the text that was gathered into inlines of the top frame.
    pub(super) fn flush_text(&mut self) {
        if self.top().inlines.text.is_empty() {
            return;
        }
        let mut inlines = std::mem::take(&mut self.top().inlines);
        self.flush(&mut inlines);
        self.top().inlines = inlines;
    }

    /// Turns the text that was gathered into inlines.
    pub(super) fn flush(&mut self, inlines: &mut Inlines) {
        if inlines.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut inlines.text);
        self.add_text(&mut inlines.pieces, &text, inlines.start..inlines.end);
        inlines.text = text;
        inlines.text.clear();
    }

    fn add_text(&mut self, pieces: &mut Vec<Piece>, text: &str, range: Range<usize>) {
        let span = self.span(range);
        let mut rest = self.attach_list(pieces, text, span);
        while rest.len() < text.len() && rest.starts_with('{') {
            let after = self.attach_list(pieces, rest, span);
            if after.len() == rest.len() {
                break;
            }
            rest = after;
        }
        if rest.is_empty() {
            return;
        }
        let without_lists = self.without_lists(rest, span);
        let rest = without_lists.as_deref().unwrap_or(rest);
        if !holds_marks(rest) {
            return pieces.push(Piece::Done(Inline { span, kind: InlineKind::Text(rest.into()) }));
        }
        for part in address(rest).parts {
            let kind = match part {
                AddressPart::Text(text) => InlineKind::Text(text),
                AddressPart::Host(service) => InlineKind::Host(Host { service, strong: false }),
            };
            pieces.push(Piece::Done(Inline { span, kind }));
        }
        mark_strong_hosts(pieces, rest);
    }

    /// An attribute list at the start of `text` belongs to the inline before it. Gives back the text after it.
    fn attach_list<'t>(&mut self, pieces: &mut [Piece], text: &'t str, span: Span) -> &'t str {
        let Some(list) = text.starts_with('{').then(|| AttributeList::parse(text)).flatten() else { return text };
        let without = if list.has_dot { &text[list.length..] } else { text };
        let Some(Piece::Done(owner)) = pieces.last_mut() else { return without };
        for class in list.classes.iter().filter(|class| !is_known_class(class)) {
            let help = "classes of the dialect are `.action`, `.thumbnail`, `.external`, and sizes such as `.w-400`";
            self.complain(&ATTR_UNKNOWN_CLASS, span, format!("`.{class}` means nothing"), help);
        }
        match &mut owner.kind {
            InlineKind::Code(_) if list.has_class("action") => {
                self.check_action(owner);
                let kind = std::mem::replace(&mut owner.kind, InlineKind::Break);
                if let InlineKind::Code(parts) = kind {
                    owner.kind = InlineKind::Action(action_label(parts, owner.span));
                }
            }
            InlineKind::Strong(inlines) | InlineKind::Emphasis(inlines) if list.has_class("action") => {
                let inlines = std::mem::take(inlines);
                owner.kind = InlineKind::Action(inlines);
            }
            InlineKind::Image(image) => decorate(image, &list),
            InlineKind::Code(_) | InlineKind::Link { .. } | InlineKind::Strong(_) | InlineKind::Emphasis(_) | InlineKind::Action(_) => {}
            _ => return without,
        }
        &text[list.length..]
    }

    fn check_action(&mut self, action: &Inline) {
        let text = crate::dialect::plain_text(std::slice::from_ref(action));
        let quoted =
            [('«', '»'), ('"', '"'), ('“', '”'), ('„', '“')].iter().any(|(open, close)| text.starts_with(*open) && text.ends_with(*close));
        if quoted {
            self.complain(
                &ACTION_QUOTED,
                action.span,
                "this interface label has quotes inside",
                "a label stands out by itself; remove the quotes",
            );
        }
    }
}

/// The label of a control, without quotes around it.
fn action_label(parts: Vec<CodePart>, span: Span) -> Vec<Inline> {
    let single = parts.len() == 1;
    let inline = |part: CodePart| {
        let kind = match part {
            CodePart::Text(text) if single => InlineKind::Text(text.trim_matches(['«', '»', '"', '“', '”', '„']).trim().into()),
            CodePart::Text(text) => InlineKind::Text(text),
            CodePart::Host(host) => InlineKind::Host(host),
        };
        Inline { span, kind }
    };
    parts.into_iter().map(inline).collect()
}

fn decorate(image: &mut Image, list: &AttributeList) {
    image.classes.extend(list.classes.iter().filter(|class| is_known_class(class)).map(|class| class.as_str().into()));
    for (name, value) in &list.pairs {
        let pixels = value.trim_end_matches("px").parse().ok();
        match name.as_str() {
            "width" => image.width = pixels,
            "height" => image.height = pixels,
            _ => {}
        }
    }
}

/// Text with its hosts apart. Marks of this program and control characters are dropped.
pub fn address(text: &str) -> Address {
    if !holds_marks(text) {
        return if text.is_empty() { Address::default() } else { Address::text(text) };
    }
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            HOST_MARK => {
                let Some((service, _)) = letters.next().and_then(host_of_token) else { continue };
                if !plain.is_empty() {
                    parts.push(AddressPart::Text(std::mem::take(&mut plain).into()));
                }
                parts.push(AddressPart::Host(service));
            }
            OWN_MARK | NOTHING => {}
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => plain.push(letter),
        }
    }
    if !plain.is_empty() {
        parts.push(AddressPart::Text(plain.into()));
    }
    Address { parts }
}

/// Whether marks of this program may stand in a text. The marks are the only letters of guides whose
/// UTF-8 starts with 0xEE.
fn holds_marks(text: &str) -> bool {
    memchr::memchr(0xEE, text.as_bytes()).is_some()
}

/// Text without marks of this program.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !holds_marks(text) {
        return text.into();
    }
    text.chars().filter(|letter| !matches!(*letter, OWN_MARK | NOTHING)).collect()
}

/// Hosts whose token says that all of them was bold.
fn mark_strong_hosts(pieces: &mut [Piece], text: &str) {
    let mut strong = text.chars().filter_map(host_of_token).map(|(_, strong)| strong).collect::<Vec<_>>();
    for piece in pieces.iter_mut().rev() {
        if let Piece::Done(Inline { kind: InlineKind::Host(host), .. }) = piece {
            let Some(is_strong) = strong.pop() else { break };
            host.strong = is_strong;
        }
    }
}
