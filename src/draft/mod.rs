//! A guide's body as HTML with slots: everything that its own text, language and services decide is written; what
//! depends on the reader's locale, the site or a value is a [`Slot`] that rendering fills.
//!
//! A draft is written once for each file, in the same walk that takes the [`Facts`] from the tree. Every page that shows
//! the file, in whatever locale and with whatever values, is spliced from it.

mod abbreviations;
mod addresses;
mod anchors;
mod blocks;
pub mod code;
mod conditions;
mod footnotes;
mod inlines;
mod lexer;
mod media;
mod setting_words;
mod settings_table;
mod setups;
mod shell;
mod tables;
mod texts;
mod writer;
mod yaml;

pub use anchors::{github_slug, reserved_ids};
pub use code::Painted;
pub use texts::Texts;
pub use writer::{Foreign, Scratch, Setting, summary, write};

use crate::{
    dialect::tree::{Condition, Destination, Image, ParameterId, Text},
    text::Span,
};
use std::sync::Arc;

/// HTML with slots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The markup between the slots.
    pub html: Box<str>,
    /// The slots, by their place in `html`.
    pub slots: Box<[Slot]>,
    /// Its code blocks, in order: painted once for all drafts that hold the same code, as the languages of a guide do.
    pub codes: Box<[Arc<Painted>]>,
}

/// A place in a draft that rendering fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Before which byte of the markup it stands.
    pub at: u32,
    /// What goes there.
    pub kind: SlotKind,
}

/// What goes into a slot. Numbers are places in the [`Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The start tag of a link, or of what stands for a dead one.
    LinkStart(u32),
    /// Its end tag.
    LinkEnd(u32),
    /// A picture.
    Image(u32),
    /// A value's mark, as an element that a script can fill.
    Mark(ParameterId),
    /// A value's mark inside an attribute.
    MarkText(ParameterId),
    /// The start of what holds only on a condition.
    WhenStart(Condition, WhenForm),
    /// What its own element says of the condition, inside the start tag.
    WhenAttribute(Condition),
    /// Its end.
    WhenEnd(Condition, WhenForm),
    /// Further anchors of a heading.
    Aliases(u32),
    /// The inside of a code block, one of the draft's codes.
    Code(u32),
    /// Files that set up a device for a service.
    Setup(u16),
}

/// What it is that holds only on a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenForm {
    /// Blocks, which need an element around them.
    Blocks,
    /// A part of a line, which needs one as well.
    Inlines,
    /// One element.
    Element,
}

/// What other stages want to know of a guide.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Places that links lead to, besides headings.
    pub anchors: Vec<Text>,
    /// Its links, in order.
    pub links: Vec<Link>,
    /// Its pictures, in order.
    pub images: Vec<Image>,
    /// How its text begins, in a sentence or two.
    pub summary: Option<Text>,
    /// The values it depends on, sorted.
    pub parameters: Vec<ParameterId>,
    /// The services whose host or settings it shows, sorted.
    pub services: Vec<u16>,
    /// The services that it has a table of settings of, in the order of their last tables.
    pub setups: Vec<u16>,
    /// The blocks it holds that most guides do without, so that their styles and scripts need not burden every page.
    pub rare: RareBlocks,
}

/// Which blocks a text holds of those whose styles and scripts have files of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RareBlocks {
    /// Alternatives, which scripts make tabs of.
    pub tabs: bool,
    /// Blocks of code.
    pub code: bool,
    /// Calls of an API.
    pub api: bool,
    /// Others, from pictures in a row to videos.
    pub others: bool,
}

impl Facts {
    /// Whether the site sees no difference: places may have moved, and how the text begins is the page's own affair.
    pub fn mean_the_same(&self, other: &Self) -> bool {
        self.headings.iter().map(Heading::meaning).eq(other.headings.iter().map(Heading::meaning))
            && self.links.iter().map(Link::meaning).eq(other.links.iter().map(Link::meaning))
            && self.images.iter().map(|image| &image.address).eq(other.images.iter().map(|image| &image.address))
            && self.anchors == other.anchors
            && self.services == other.services
            && self.setups == other.setups
    }

    /// Gives back room that is not used, since facts of all guides are kept.
    fn shrink(&mut self) {
        self.headings.shrink_to_fit();
        self.anchors.shrink_to_fit();
        self.links.shrink_to_fit();
        self.images.shrink_to_fit();
        self.parameters.shrink_to_fit();
        self.services.shrink_to_fit();
        self.setups.shrink_to_fit();
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6; 0 for a title that is no heading of the page.
    pub level: u8,
    /// Its text without markup.
    pub text: Text,
    /// Its own id.
    pub id: Text,
    /// Other ids that its author gave it.
    pub aliases: Vec<Text>,
    /// The condition on which it holds, if it does not always.
    pub condition: Option<Condition>,
    /// Where it stands.
    pub span: Span,
}

impl Heading {
    /// Everything but its place.
    fn meaning(&self) -> impl PartialEq + '_ {
        (self.level, &self.text, &self.id, &self.aliases, self.condition)
    }
}

/// A link as it was written; it may lead nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub to: Arc<Destination>,
    /// Whether its text is to be the title of what it leads to.
    pub fill: bool,
    /// Where it stands.
    pub span: Span,
}

impl Link {
    /// Everything but its place.
    fn meaning(&self) -> impl PartialEq + '_ {
        (&*self.to, self.fill)
    }
}
