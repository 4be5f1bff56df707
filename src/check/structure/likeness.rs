//! Whether two parts of outlines are the same thing in two languages: they show the same pictures, code, numbers and links.

use super::outline::{Kind, Node};
use rustc_hash::FxHasher;
use std::{
    cell::OnceCell,
    hash::{Hash, Hasher},
};

/// Of longer parts only the beginning is compared.
const MOST_MARKS: usize = 200;

/// From so many things on, two parts that have hardly any of them in common are not the same.
const ENOUGH: usize = 2;
const ENOUGH_OF_BOTH: usize = 8;
const HARDLY: u32 = 15;

/// A node with all inside of it, and what of it is needed to compare it with many others.
pub struct Part<'o> {
    nodes: &'o [Node],
    marks: OnceCell<Vec<u32>>,
    shape: OnceCell<u64>,
}

impl<'o> Part<'o> {
    /// The part that these nodes are.
    pub fn new(nodes: &'o [Node]) -> Self {
        Self { nodes, marks: OnceCell::new(), shape: OnceCell::new() }
    }

    /// The node that all others are inside of.
    pub fn head(&self) -> Option<&'o Node> {
        self.nodes.first()
    }

    fn marks(&self) -> &[u32] {
        self.marks.get_or_init(|| marks(self.nodes))
    }

    fn shape(&self) -> u64 {
        *self.shape.get_or_init(|| shape(self.nodes))
    }
}

/// How alike two parts are by what is alike in all languages, in percent; nothing where one of them holds no such thing.
pub fn likeness(source: &Part, own: &Part) -> Option<u32> {
    let (head, other) = (source.head()?, own.head()?);
    if is_marked(head.kind) || is_marked(other.kind) {
        return Some(if head.key == other.key { 100 } else { 0 });
    }
    if matches!(head.kind, Kind::Section(1..)) && head.key == other.key {
        return Some(100);
    }
    let (source, own) = (source.marks(), own.marks());
    (!source.is_empty() && !own.is_empty()).then(|| percent(source, own))
}

fn percent(source: &[u32], own: &[u32]) -> u32 {
    (200 * common(source, own) / (source.len() + own.len()).max(1)) as u32
}

/// What speaks for pairing two parts; nothing where they are different things.
pub fn score(source: &Part, own: &Part) -> u32 {
    let (Some(head), Some(other)) = (source.head(), own.head()) else { return 0 };
    if !head.kind.is_like(other.kind) {
        return 0;
    }
    let same_kind = if head.kind == other.kind { 10 } else { 0 };
    let same_shape = if source.shape() == own.shape() { 8 } else { 0 };
    let (marks, own_marks) = (source.marks(), own.marks());
    let alike = match likeness(source, own) {
        Some(percent) if percent < HARDLY && is_telling(marks.len(), own_marks.len()) => return 0,
        Some(percent) => percent,
        None if marks.is_empty() && own_marks.is_empty() => 10,
        None => 0,
    };
    10 + same_kind + same_shape + alike
}

fn is_telling(one: usize, other: usize) -> bool {
    one.min(other) >= ENOUGH && one + other >= ENOUGH_OF_BOTH
}

/// Whether a node is one of those that are alike in all languages.
fn is_marked(kind: Kind) -> bool {
    matches!(kind, Kind::Mark | Kind::Image | Kind::Code | Kind::Placeholder | Kind::ApiCall | Kind::Video | Kind::Settings)
}

fn shape(nodes: &[Node]) -> u64 {
    let mut hasher = FxHasher::default();
    nodes.iter().map(|node| node.kind).filter(|kind| kind.is_structure()).for_each(|kind| kind.hash(&mut hasher));
    hasher.finish()
}

fn marks(nodes: &[Node]) -> Vec<u32> {
    let is_mark = |node: &&Node| is_marked(node.kind) || (node.kind == Kind::Link && node.key != 0);
    let mut marks: Vec<u32> = nodes.iter().filter(is_mark).map(|node| node.key).take(MOST_MARKS).collect();
    marks.sort_unstable();
    marks
}

/// How many of two sorted lists are in both.
fn common(one: &[u32], other: &[u32]) -> usize {
    let mut rest = other.iter().peekable();
    let is_common = |mark: &&u32| {
        while rest.next_if(|next| *next < *mark).is_some() {}
        rest.next_if(|next| *next == *mark).is_some()
    };
    one.iter().filter(is_common).count()
}
