//! What stands in a line of text.

use super::{Condition, SharedText, Text};
use crate::text::Span;
use smallvec::{SmallVec, smallvec};
use std::sync::Arc;

/// An inline and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline {
    /// Where its bytes stand.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of inlines.
#[derive(Clone, Debug, PartialEq)]
pub enum InlineKind {
    /// Text; a line break of the source is a `\n` in it. It never holds a mark of this program.
    Text(SharedText),
    /// Code.
    Code(CodeParts),
    /// Something to click in an interface.
    Action(Vec<Inline>),
    /// `*x*`.
    Emphasis(Vec<Inline>),
    /// `**x**`.
    Strong(Vec<Inline>),
    /// `~~x~~`.
    Strike(Vec<Inline>),
    /// A link; its address may hold hosts with marks.
    Link { to: Arc<Destination>, inlines: Vec<Inline> },
    /// A picture.
    Image(Box<Image>),
    /// A line break that the author asked for.
    Break,
    /// A host whose values only the reader knows.
    Host(Host),
    /// A place that links lead to.
    Anchor(Text),
    /// A value that the reader must replace, and that no service knows: `<container>`.
    Placeholder(SharedText),
    /// An HTML element that is allowed.
    Element { tag: Box<Tag>, inlines: Vec<Inline> },
    /// The "…" button of the control panel, and icons like it.
    Icon(Text),
    /// A reference to a footnote.
    FootnoteReference(Text),
    /// Text that holds only while a value is known, or unknown.
    When { condition: Condition, inlines: Vec<Inline> },
}

/// Where a link leads, and what it says of that. Of what is rare or large, an inline holds a pointer, since a guide has thousands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its address.
    pub address: Address,
    /// Its title; may hold hosts.
    pub title: Address,
}

/// The tag of an HTML element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: Text,
    /// Those that are allowed, with their values, which may hold hosts.
    pub attributes: Vec<(Text, Address)>,
}

/// The parts of a code span. Nearly all have one, which stands in the inline.
pub type CodeParts = SmallVec<[CodePart; 1]>;

/// A part of a code span.
#[derive(Clone, Debug, PartialEq)]
pub enum CodePart {
    /// Code.
    Text(SharedText),
    /// A host in it.
    Host(Host),
}

/// A host of a service, with marks where the values go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// The service's place in the vocabulary.
    pub service: u16,
    /// Whether its author made the whole host bold.
    pub strong: bool,
}

/// A text that may hold hosts: the address of a link, an alternative text, a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// In order. Nearly all have one, which stands here.
    pub parts: SmallVec<[AddressPart; 1]>,
}

/// A part of an [`Address`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// Text.
    Text(Text),
    /// The host of the service with this place in the vocabulary.
    Host(u16),
}

impl Address {
    /// An address without hosts.
    pub fn text(text: &str) -> Self {
        Self { parts: smallvec![AddressPart::Text(text.into())] }
    }

    /// The text as inlines that stand at `span`.
    pub fn into_inlines(self, span: Span) -> Vec<Inline> {
        let kind = |part| match part {
            AddressPart::Text(text) => InlineKind::Text(text.into()),
            AddressPart::Host(service) => InlineKind::Host(Host { service, strong: false }),
        };
        self.parts.into_iter().map(|part| Inline { span, kind: kind(part) }).collect()
    }

    /// The address, if it has no host.
    pub fn as_text(&self) -> Option<&str> {
        match &self.parts[..] {
            [] => Some(""),
            [AddressPart::Text(text)] => Some(text),
            _ => None,
        }
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where the whole notation stands.
    pub span: Span,
    /// Its address as written.
    pub address: Text,
    /// What it shows; may hold hosts.
    pub alt: Address,
    /// Its title; may hold hosts.
    pub title: Address,
    /// Classes of its attribute list that mean something: `thumbnail`, `w-400`, `h-600`.
    pub classes: Vec<Text>,
    /// Width in pixels that its author asked for.
    pub width: Option<u32>,
    /// Height in pixels that its author asked for.
    pub height: Option<u32>,
}
