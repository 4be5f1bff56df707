//! What a guide says, once its dialect is understood: blocks and inlines, each with its place.

mod inlines;
mod shared;

pub use inlines::{Address, AddressPart, CodePart, CodeParts, Destination, Host, Image, Inline, InlineKind, Tag};
pub use shared::SharedText;

use crate::text::Span;
use smallvec::SmallVec;

/// A text of the tree. Short texts stay where they are.
pub type Text = Box<str>;

/// The blocks of an item or a cell. Nearly all have one, which stands in it.
pub type Blocks = SmallVec<[Block; 1]>;

/// A block and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Where its first and last bytes stand.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading of level 2 to 6, with the anchors that its author gave it.
    Heading { level: u8, inlines: Vec<Inline>, anchors: Vec<Text> },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Text of a tight list item, a cell or a summary: inlines without a paragraph around them.
    Plain(Vec<Inline>),
    /// A list.
    List(List),
    /// A plain quote.
    Quote(Vec<Block>),
    /// A callout.
    Callout { kind: CalloutKind, title: Vec<Inline>, blocks: Vec<Block> },
    /// Tabs: steps one after the other, or alternatives.
    Tabs { kind: TabsKind, tabs: Vec<Tab> },
    /// Questions and answers.
    Faq(Vec<Tab>),
    /// Calls of an API.
    Api(Vec<ApiCall>),
    /// A block that opens on demand.
    Details { summary: Vec<Inline>, fold: Box<Fold>, blocks: Vec<Block> },
    /// A row of pictures.
    Carousel(Vec<Slide>),
    /// A table.
    Table(Box<Table>),
    /// A table that served as layout: its rows are steps, each with pictures and a text.
    StepsTable(Vec<TableStep>),
    /// A code block.
    Code { language: Text, text: Text },
    /// A thematic break.
    Rule,
    /// An HTML element that is allowed, with blocks inside.
    Element { tag: Box<Tag>, blocks: Vec<Block> },
    /// Where to click in the control panel.
    ControlPanel { key: Text, blocks: Vec<Block> },
    /// A table of settings, made from a service's data.
    Settings(SettingsBlock),
    /// A film on another host, shown as a card with a link.
    Video { address: Text, title: Address },
    /// Blocks that hold only while a value is known, or unknown.
    When { condition: Condition, blocks: Vec<Block> },
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// The text of a footnote.
    Footnote { label: Text, blocks: Vec<Block> },
    /// A place that links lead to.
    Anchor(Text),
}

/// What a details block says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Whether it is open from the start.
    pub open: bool,
    /// Anchors that its author gave it.
    pub anchors: Vec<Text>,
}

/// The types of callouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalloutKind {
    /// Information.
    Primary,
    /// Take care.
    Warning,
    /// The strongest: danger.
    Alert,
    /// Good news, a tip.
    Success,
    /// Information.
    Info,
}

impl CalloutKind {
    /// The word of the dialect.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Warning => "warning",
            Self::Alert => "alert",
            Self::Success => "success",
            Self::Info => "info",
        }
    }
}

/// How tabs are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TabsKind {
    /// One after the other.
    Steps,
    /// One of them.
    Alternatives,
}

/// A tab, or a question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Where the label stands.
    pub span: Span,
    /// The label or question.
    pub label: Vec<Inline>,
    /// Anchors that its author gave it.
    pub anchors: Vec<Text>,
    /// The body or answer.
    pub blocks: Vec<Block>,
}

/// A call of an API: `@api {v1} /section METHOD /path`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCall {
    /// Where the line stands.
    pub span: Span,
    /// `v1`.
    pub version: Text,
    /// `/storage`; the first part of the path where none was given.
    pub section: Text,
    /// `GET`.
    pub method: Text,
    /// `/storage/netapp/{serviceName}`.
    pub path: Text,
}

/// A picture of a carousel.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The picture.
    pub image: Image,
    /// Its caption.
    pub caption: Vec<Inline>,
}

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    /// How an ordered list is numbered.
    pub numbering: Numbering,
    /// Whether items hold blocks with space between them.
    pub loose: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// What stands before the items of an ordered list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// `1.`
    #[default]
    Decimal,
    /// `a.`
    LowerAlpha,
    /// `A.`
    UpperAlpha,
    /// `i.`
    LowerRoman,
    /// `I.`
    UpperRoman,
}

impl Numbering {
    /// What an `<ol>` with this `type` has; anything else is decimal.
    pub fn of_type(name: &str) -> Self {
        match name.trim() {
            "a" => Self::LowerAlpha,
            "A" => Self::UpperAlpha,
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            _ => Self::Decimal,
        }
    }

    /// The `type` of an `<ol>`; none for what is usual.
    pub fn type_name(self) -> Option<&'static str> {
        match self {
            Self::Decimal => None,
            Self::LowerAlpha => Some("a"),
            Self::UpperAlpha => Some("A"),
            Self::LowerRoman => Some("i"),
            Self::UpperRoman => Some("I"),
        }
    }
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a task, and done.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Blocks,
}

/// A term and its meanings.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// Its meanings.
    pub meanings: Vec<Vec<Block>>,
}

/// How the cells of a column are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the language reads.
    Start,
    /// Centred.
    Center,
    /// At the end of the line.
    End,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// By column.
    pub alignments: Vec<Alignment>,
    /// The header, unless it is empty.
    pub head: Option<Vec<Cell>>,
    /// The rows; none has more cells than `alignments`.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table. Text with `<br>` lists in it becomes blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it stands.
    pub span: Span,
    /// What it holds: one [`BlockKind::Plain`], or more.
    pub blocks: Blocks,
}

/// A row of a layout table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableStep {
    /// Where the row stands.
    pub span: Span,
    /// The pictures.
    pub media: Vec<Block>,
    /// The text.
    pub text: Vec<Block>,
}

/// A `[!settings]` block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsBlock {
    /// The service's place in the vocabulary.
    pub service: usize,
    /// The incoming protocols that are wanted; all if empty.
    pub protocols: Vec<crate::service::Protocol>,
}

/// A parameter of a service, by its places in the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterId {
    /// Which service.
    pub service: u16,
    /// Which of its parameters.
    pub parameter: u16,
}

/// When a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    /// Of which value.
    pub parameter: ParameterId,
    /// While it is known, or while it is unknown.
    pub known: bool,
}
