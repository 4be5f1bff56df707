//! What of a text must be the same in every language: hosts, placeholders, code, where links lead, pictures, ports.

use crate::{
    dialect::{
        self,
        source::Source,
        tree::{Address, AddressPart, Block, CodePart, Image, Inline, InlineKind},
        vocabulary::Vocabulary,
        walk,
    },
    text::FileId,
};
use regex::Regex;
use std::sync::LazyLock;

/// Something in a text that translators leave as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Atom {
    /// What it is.
    pub kind: AtomKind,
    /// What it says; empty where only its being there counts.
    pub text: String,
}

/// The kinds of atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AtomKind {
    /// A host, with marks for values or without, or an e-mail address.
    Host,
    /// A value that readers replace: `<container>`.
    Placeholder,
    /// Code.
    Code,
    /// A label to click: that it is one.
    Action,
    /// Where a link leads.
    Link,
    /// The file of a picture.
    Image,
    /// How large a picture is shown, and the like.
    Attributes,
    /// A port, or another number of three digits or more.
    Number,
    /// How a connection is secured: `STARTTLS`.
    Security,
    /// A place that links lead to.
    Anchor,
    /// A footnote's number.
    Footnote,
    /// A text that depends on a value.
    Condition,
    /// A shared text that is included.
    Include,
    /// A key or another element of HTML.
    Element,
}

impl AtomKind {
    /// What people call it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Placeholder => "placeholder",
            Self::Code => "code",
            Self::Action => "label",
            Self::Link => "link to",
            Self::Image => "picture",
            Self::Attributes => "attributes",
            Self::Number => "number",
            Self::Security => "kind of security",
            Self::Anchor => "anchor",
            Self::Footnote => "footnote",
            Self::Condition => "condition",
            Self::Include => "include",
            Self::Element => "element",
        }
    }

    /// Whether how often it stands there counts, and not only that it does.
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::Number | Self::Security)
    }
}

/// A text of one unit, understood by itself.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its atoms, sorted.
    pub atoms: Vec<Atom>,
}

static INCLUDE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\[\[fragment:[^\]]*\]\]|\{!>[^!]*!\}").expect("the pattern is one"));
static CONDITION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<!--\s*/?(?:un)?known\b.*?-->").expect("the pattern is one"));
static HOST: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://)?(?:[a-z0-9?*-]+\.)+[a-z]{2,}(?:/[^\s)\]]*[^\s)\].,;:!?]|/)?";
    Regex::new(pattern).expect("the pattern is one")
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b(?:\d{3,5}|25|80)\b").expect("the pattern is one"));
static SECURITY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b(?:STARTTLS|SSL|TLS)\b").expect("the pattern is one"));

impl Reading {
    /// Understands the text of one unit.
    pub fn of(text: &str, vocabulary: &Vocabulary) -> Self {
        let mut atoms = Vec::new();
        for found in INCLUDE.find_iter(text) {
            atoms.push(Atom { kind: AtomKind::Include, text: found.as_str().into() });
        }
        for found in CONDITION.find_iter(text) {
            atoms.push(Atom { kind: AtomKind::Condition, text: found.as_str().into() });
        }
        let parsed = dialect::parse(&Source::of_file(FileId(0), text, 0), vocabulary);
        let mut collector = Collector { vocabulary, atoms };
        collector.blocks(&parsed.blocks);
        collector.atoms.sort();
        Self { atoms: collector.atoms }
    }
}

struct Collector<'a> {
    vocabulary: &'a Vocabulary,
    atoms: Vec<Atom>,
}

impl Collector<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let mut lists: Vec<&[Inline]> = Vec::new();
        walk::inlines(blocks, &mut |inlines| lists.push(inlines));
        lists.into_iter().for_each(|inlines| self.inlines(inlines));
    }

    fn add(&mut self, kind: AtomKind, text: impl Into<String>) {
        self.atoms.push(Atom { kind, text: text.into() });
    }

    fn host(&mut self, service: u16) {
        let text = self.vocabulary.shown_host(service).unwrap_or_default().to_owned();
        self.add(AtomKind::Host, text);
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text),
                InlineKind::Code(parts) => {
                    let text = self.code(parts);
                    self.add(AtomKind::Code, text);
                }
                InlineKind::Action(_) => self.add(AtomKind::Action, ""),
                InlineKind::Emphasis(inside) | InlineKind::Strong(inside) | InlineKind::Strike(inside) => self.inlines(inside),
                InlineKind::Link { to, inlines } => {
                    let address = self.address(&to.address);
                    // A link that says its own address is one atom, not two.
                    let says_itself = dialect::plain_text(inlines).trim() == address;
                    self.add(AtomKind::Link, address);
                    if !says_itself {
                        self.inlines(inlines);
                    }
                }
                InlineKind::Image(image) => self.image(image),
                InlineKind::Host(host) => self.host(host.service),
                InlineKind::Anchor(name) => self.add(AtomKind::Anchor, &**name),
                InlineKind::Placeholder(text) => self.add(AtomKind::Placeholder, &**text),
                InlineKind::Element { tag, inlines } => {
                    self.add(AtomKind::Element, &*tag.name);
                    self.inlines(inlines);
                }
                InlineKind::FootnoteReference(label) => self.add(AtomKind::Footnote, &**label),
                // A sentence about a mark counts as depending on its value by itself, in whatever words.
                InlineKind::When { inlines, .. } => self.inlines(inlines),
                InlineKind::Break | InlineKind::Icon(_) => {}
            }
        }
    }

    fn image(&mut self, image: &Image) {
        self.add(AtomKind::Image, &*image.address);
        if !image.classes.is_empty() {
            self.add(AtomKind::Attributes, image.classes.join(" "));
        }
        let alt = self.address(&image.alt);
        self.text(&alt);
    }

    fn address(&self, address: &Address) -> String {
        let part = |part: &AddressPart| match part {
            AddressPart::Text(text) => text.to_string(),
            AddressPart::Host(service) => self.vocabulary.shown_host(*service).unwrap_or_default().to_owned(),
        };
        address.parts.iter().map(part).collect()
    }

    fn code(&self, parts: &[CodePart]) -> String {
        let part = |part: &CodePart| match part {
            CodePart::Text(text) => text.to_string(),
            CodePart::Host(host) => self.vocabulary.shown_host(host.service).unwrap_or_default().to_owned(),
        };
        parts.iter().map(part).collect()
    }

    fn text(&mut self, text: &str) {
        for found in HOST.find_iter(text) {
            self.add(AtomKind::Host, found.as_str());
        }
        let rest = HOST.replace_all(text, " ");
        for found in NUMBER.find_iter(&rest) {
            self.add(AtomKind::Number, found.as_str());
        }
        for found in SECURITY.find_iter(&rest) {
            self.add(AtomKind::Security, found.as_str());
        }
    }
}
