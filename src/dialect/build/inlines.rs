//! Text, code and emphasis: from events to inlines.

use super::{Builder, frames::FrameKind, gathered::Gathered, names};
use crate::{
    diagnostic::{ACTION_QUOTED, ATTR_UNKNOWN_CLASS},
    dialect::{
        attributes::{AttributeList, is_known_class},
        places::Places,
        scan::{HOST_MARK, NOTHING, OWN_MARK, host_of_token},
        tree::{Address, AddressPart, CodePart, CodeParts, Host, Image, Inline, InlineKind, SharedText, Text},
    },
    text::Span,
};
use smallvec::{SmallVec, smallvec};
use std::{borrow::Cow, ops::Range, rc::Rc};

/// Inlines that are being collected. Text is gathered until something else comes.
#[derive(Default)]
pub struct Inlines {
    /// Where its pieces start on the builder's stack.
    pub from: usize,
    gathered: Gathered,
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

impl Piece {
    /// Whether it is the end tag of an element.
    pub fn closes(&self, name: &str) -> bool {
        let Self::Html { raw, .. } = self else { return false };
        raw.strip_prefix("</").and_then(|rest| rest.get(..name.len())).is_some_and(|own| own.eq_ignore_ascii_case(name))
    }
}

impl Inlines {
    /// None yet, on a stack of so many pieces.
    pub fn from(from: usize) -> Self {
        Self { from, ..Self::default() }
    }

    /// Whether there is nothing, if so many pieces are on the stack.
    pub fn is_empty(&self, pieces: usize) -> bool {
        pieces == self.from && self.gathered.is_empty()
    }

    /// The text that was gathered last, if nothing in it has a meaning, and the bytes of the edited text that it stands for.
    pub fn plain<'t>(&'t self, edited: &'t str, marks: &Places) -> Option<(&'t str, Range<usize>)> {
        let text = self.gathered.as_str(edited);
        let is_plain = !self.gathered.is_empty() && self.gathered.is_plain(text, marks);
        is_plain.then(|| (text, self.gathered.range.clone()))
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
        let edited = self.edited;
        if let FrameKind::Code { text: code, .. } = &mut self.top().kind {
            return code.push(text, range, &edited.text);
        }
        if range.len() == text.len() && self.stars.any_in(&range) {
            if text == "*" && !edited.text[..range.start].ends_with('\\') {
                return self.star(range);
            }
            return self.text_with_stars(text, range);
        }
        // Entities such as `&#5;`, which the parser gives as texts of their own, mean nothing to a reader.
        if !matches!(text.as_bytes(), [0x00..=0x08 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F]) {
            self.push_text(text, range);
        }
    }

    pub(super) fn push_text(&mut self, text: &str, range: Range<usize>) {
        let edited = self.edited;
        let inlines = &mut self.top().inlines;
        inlines.see(&range);
        if !text.is_empty() {
            inlines.gathered.push(text, range, &edited.text);
        }
    }

    pub(super) fn star(&mut self, range: Range<usize>) {
        self.flush_text();
        let span = self.span(range.clone());
        let inlines = &mut self.top().inlines;
        inlines.see(&range);
        let from = inlines.from;
        match self.pieces[from..].last_mut() {
            Some(Piece::Stars { count, span: before }) if before.end == span.start => {
                *count += 1;
                before.end = span.end;
            }
            _ => self.pieces.push(Piece::Stars { count: 1, span }),
        }
    }

    pub(super) fn code(&mut self, code: &str, range: Range<usize>) {
        let kind = InlineKind::Code(code_parts(&self.edited.text, code));
        self.top().inlines.see(&range);
        self.push_inline(kind, range);
    }

    pub(super) fn end_inline(&mut self, kind: FrameKind, inlines: Inlines, range: Range<usize>) {
        if matches!(kind, FrameKind::Emphasis | FrameKind::Strike) && self.is_sign_only(&range) {
            return self.signs(inlines, range);
        }
        let span = self.span(range.clone());
        let kind = match kind {
            FrameKind::Image { address, title } => self.image(&address, &title, inlines, span),
            FrameKind::Link { address, title } => {
                let inlines = self.finish_inlines(inlines);
                self.link(&address, &title, inlines, span)
            }
            FrameKind::Strong => InlineKind::Strong(self.finish_inlines(inlines)),
            FrameKind::Strike => InlineKind::Strike(self.finish_inlines(inlines)),
            _ => InlineKind::Emphasis(self.finish_inlines(inlines)),
        };
        self.top().inlines.see(&range);
        self.flush_text();
        self.pieces.push(Piece::Done(Inline { span, kind }));
    }

    fn image(&mut self, from: &str, title: &str, inlines: Inlines, span: Span) -> InlineKind {
        let alt = self.image_alt(inlines);
        let address = clean(from).as_ref().into();
        let title = super::inlines::address(title);
        InlineKind::Image(Box::new(Image { span, address, alt, title, classes: Vec::new(), width: None, height: None }))
    }

    /// An image's alternative text is the text of its source, with hosts and without markup.
    fn image_alt(&mut self, inlines: Inlines) -> Address {
        let edited = self.edited;
        let last = inlines.gathered.as_str(&edited.text);
        let pieces = self.pieces.drain(inlines.from..);
        if pieces.len() == 0 {
            return address(last.trim());
        }
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Done(inline) => crate::dialect::push_plain_text(std::slice::from_ref(&inline), &mut text, &mut |service| {
                    crate::dialect::scan::host_token(service, false).unwrap_or_default()
                }),
                Piece::Stars { .. } | Piece::Html { .. } => {}
            }
        }
        text.push_str(last);
        address(text.trim())
    }

    /// Turns the text that was gathered into inlines of the top frame.
    pub(super) fn flush_text(&mut self) {
        let Inlines { gathered, from, .. } = &mut self.top().inlines;
        if !gathered.is_empty() {
            let (gathered, from) = (std::mem::take(gathered), *from);
            self.add_text(from, gathered);
        }
    }

    /// Turns the text that was gathered into inlines.
    pub(super) fn flush(&mut self, inlines: &mut Inlines) {
        if !inlines.gathered.is_empty() {
            self.add_text(inlines.from, std::mem::take(&mut inlines.gathered));
        }
    }

    pub(super) fn add_text(&mut self, from: usize, gathered: Gathered) {
        let edited = self.edited;
        let text = gathered.as_str(&edited.text);
        let span = self.span(gathered.range.clone());
        let mut rest = text;
        while rest.starts_with('{') {
            let after = self.attach_list(from, rest, span);
            if after.len() == rest.len() {
                break;
            }
            rest = after;
        }
        if rest.is_empty() {
            return;
        }
        if gathered.is_plain(rest, &self.marks) {
            return self.pieces.push(Piece::Done(Inline { span, kind: InlineKind::Text(SharedText::new(&edited.text, rest)) }));
        }
        if gathered.stands_there()
            && let Some(name) = names::underscored(rest)
        {
            let start = gathered.range.end - rest.len();
            return self.add_name(from, start + name.start..start + name.end, start..gathered.range.end);
        }
        let without_lists = self.without_lists(rest, span);
        let rest = without_lists.as_deref().unwrap_or(rest);
        for part in address(rest).parts {
            let kind = match part {
                AddressPart::Text(text) => InlineKind::Text(text.into()),
                AddressPart::Host(service) => InlineKind::Host(Host { service, strong: false }),
            };
            self.pieces.push(Piece::Done(Inline { span, kind }));
        }
        mark_strong_hosts(&mut self.pieces[from..], rest);
    }

    /// An attribute list at the start of `text` belongs to the inline before it. Gives back the text after it.
    fn attach_list<'t>(&mut self, from: usize, text: &'t str, span: Span) -> &'t str {
        let Some(list) = AttributeList::parse(text) else { return text };
        let without = if list.has_dot && !list.is_path() { &text[list.length..] } else { text };
        let Some(Piece::Done(owner)) = self.pieces[from..].last_mut() else { return without };
        let is_action = list.has_class("action");
        let unquoted = quoted_label(owner).filter(|_| is_action);
        let place = owner.span;
        let is_owner = match &mut owner.kind {
            InlineKind::Code(parts) if is_action => {
                owner.kind = InlineKind::Action(action_label(std::mem::take(parts), place));
                true
            }
            InlineKind::Strong(inlines) | InlineKind::Emphasis(inlines) if is_action => {
                owner.kind = InlineKind::Action(std::mem::take(inlines));
                true
            }
            InlineKind::Image(image) => {
                decorate(image, &list);
                true
            }
            kind => matches!(
                kind,
                InlineKind::Code(_) | InlineKind::Link { .. } | InlineKind::Strong(_) | InlineKind::Emphasis(_) | InlineKind::Action(_)
            ),
        };
        for class in list.classes().filter(|class| !is_known_class(class)) {
            let help = "classes of the dialect are `.action`, `.thumbnail`, `.external`, and sizes such as `.w-400`";
            self.complain(&ATTR_UNKNOWN_CLASS, span, format!("`.{class}` means nothing"), help);
        }
        if let Some(label) = unquoted {
            let help = "a label stands out by itself; remove the quotes";
            let edits = vec![(place, format!("`{label}`"))];
            self.offer(&ACTION_QUOTED, place, "this interface label has quotes inside", help, edits);
        }
        if !is_owner {
            return without;
        }
        self.pieces.extend(list.ids().map(|id| Piece::Done(Inline { span, kind: InlineKind::Anchor(id.into()) })));
        &text[list.length..]
    }
}

/// Quotes that some authors put around a label inside its backticks.
const QUOTES: &[(char, char)] = &[('«', '»'), ('"', '"'), ('“', '”'), ('„', '“')];

/// The label without its quotes, if an inline is code that has them inside.
fn quoted_label(inline: &Inline) -> Option<String> {
    let InlineKind::Code(parts) = &inline.kind else { return None };
    let [CodePart::Text(text)] = &parts[..] else { return None };
    let is_quoted = QUOTES.iter().any(|(open, close)| text.len() > 1 && text.starts_with(*open) && text.ends_with(*close));
    is_quoted.then(|| without_quotes(text).to_owned())
}

fn without_quotes(text: &str) -> &str {
    text.trim_matches(['«', '»', '"', '“', '”', '„']).trim()
}

/// The label of a control, without quotes around it.
fn action_label(parts: CodeParts, span: Span) -> Vec<Inline> {
    let single = parts.len() == 1;
    let inline = |part: CodePart| {
        let kind = match part {
            CodePart::Text(text) if single => InlineKind::Text(text.part(without_quotes(&text))),
            CodePart::Text(text) => InlineKind::Text(text),
            CodePart::Host(host) => InlineKind::Host(host),
        };
        Inline { span, kind }
    };
    parts.into_iter().map(inline).collect()
}

fn decorate(image: &mut Image, list: &AttributeList) {
    image.classes.extend(list.classes().filter(|class| is_known_class(class)).map(Text::from));
    for (name, value) in list.pairs() {
        let pixels = value.trim_end_matches("px").parse().ok();
        if name.eq_ignore_ascii_case("width") {
            image.width = pixels;
        } else if name.eq_ignore_ascii_case("height") {
            image.height = pixels;
        }
    }
}

/// Code with its hosts apart; it shares `whole` if it lies in it.
fn code_parts(whole: &Rc<String>, code: &str) -> CodeParts {
    if !code.is_empty() && !holds_marks(code) {
        return smallvec![CodePart::Text(SharedText::new(whole, code))];
    }
    let part = |part| match part {
        AddressPart::Text(text) => CodePart::Text(text.into()),
        AddressPart::Host(service) => CodePart::Host(Host { service, strong: false }),
    };
    address(code).parts.into_iter().map(part).collect()
}

/// The first byte of each mark of this program, and of no other letter of guides.
pub const MARK_BYTE: u8 = 0xEE;

/// Text with its hosts apart. Marks of this program and control characters are dropped.
pub fn address(text: &str) -> Address {
    if !holds_marks(text) {
        return if text.is_empty() { Address::default() } else { Address::text(text) };
    }
    let mut parts = SmallVec::new();
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

/// Whether marks of this program may stand in a text.
fn holds_marks(text: &str) -> bool {
    memchr::memchr(MARK_BYTE, text.as_bytes()).is_some()
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
    if strong.is_empty() {
        return;
    }
    for piece in pieces.iter_mut().rev() {
        if let Piece::Done(Inline { kind: InlineKind::Host(host), .. }) = piece {
            let Some(is_strong) = strong.pop() else { break };
            host.strong = is_strong;
        }
    }
}
