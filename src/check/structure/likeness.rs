//! Whether two parts of outlines are the same thing in two languages: they show the same pictures, code, numbers and links.

use super::outline::{Kind, Node};

/// Of longer parts only the beginning is compared.
const MOST_MARKS: usize = 200;

/// From so many things on, two parts that have hardly any of them in common are not the same.
const ENOUGH: usize = 2;
const ENOUGH_OF_BOTH: usize = 8;
const HARDLY: u32 = 15;

/// How alike two parts are by what is alike in all languages, in percent; nothing where one of them holds no such thing.
pub fn likeness(source: &[Node], own: &[Node]) -> Option<u32> {
    let (head, other) = (source.first()?, own.first()?);
    if is_marked(head.kind) || is_marked(other.kind) {
        return Some(if head.key == other.key { 100 } else { 0 });
    }
    if matches!(head.kind, Kind::Section(1..)) && head.key == other.key {
        return Some(100);
    }
    let (source, own) = (marks(source), marks(own));
    (!source.is_empty() && !own.is_empty()).then(|| percent(&source, &own))
}

fn percent(source: &[u32], own: &[u32]) -> u32 {
    (200 * common(source, own) / (source.len() + own.len()).max(1)) as u32
}

/// What speaks for pairing two parts; nothing where they are different things.
pub fn score(source: &[Node], own: &[Node]) -> u32 {
    let (Some(head), Some(other)) = (source.first(), own.first()) else { return 0 };
    if !head.kind.is_like(other.kind) {
        return 0;
    }
    let same_kind = if head.kind == other.kind { 10 } else { 0 };
    let same_shape = if shape(source).eq(shape(own)) { 8 } else { 0 };
    let (marks, own_marks) = (marks(source), marks(own));
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

fn shape(nodes: &[Node]) -> impl Iterator<Item = Kind> {
    nodes.iter().map(|node| node.kind).filter(|kind| kind.is_structure())
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
