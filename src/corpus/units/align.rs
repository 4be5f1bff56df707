//! Which text of a translated file stands for which text of its source: by kind, place, and what must be the same in every
//! language. No dictionary is asked, so that every language is as good.

use super::{Atom, AtomKind, Reading, SourceText, Unit, UnitKind};
use crate::dialect::vocabulary::Vocabulary;

/// What leaving a text without counterpart costs.
const GAP: f64 = -0.45;
/// By how much two pairs must gain to be exchanged: texts stand in the order of their source unless much speaks against it.
const EXCHANGE: f64 = 1.2;
/// How far apart texts are looked for that were exchanged.
const REACH: usize = 12;
/// Longer guides are compared in a band around the diagonal.
const MAX_CELLS: usize = 4_000_000;

/// Pairs of texts: in the order of the source, each text at most once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// For each unit of the source that of the translation.
    pub pairs: Vec<Option<usize>>,
    /// The units of the translation that stand elsewhere than in the source, by their places in the source.
    pub moved: Vec<usize>,
}

/// The texts of a guide with what is the same in every language.
struct Side<'a> {
    units: &'a [Unit],
    atoms: Vec<Vec<Atom>>,
}

impl<'a> Side<'a> {
    fn new(text: &'a SourceText, vocabulary: &Vocabulary) -> Self {
        let atoms = |unit: &Unit| match unit.code() {
            Some(text) => vec![Atom { kind: AtomKind::Code, text }],
            None => Reading::of(&unit.text, vocabulary).atoms,
        };
        Self { units: &text.units, atoms: text.units.iter().map(atoms).collect() }
    }
}

/// Pairs the texts of a guide with those of its translation.
pub fn align(source: &SourceText, translation: &SourceText, vocabulary: &Vocabulary) -> Alignment {
    let (source, translation) = (Side::new(source, vocabulary), Side::new(translation, vocabulary));
    let mut pairs = in_order(&source, &translation);
    let moved = exchange(&source, &translation, &mut pairs);
    Alignment { pairs, moved }
}

/// The best pairs whose order is the same on both sides (Needleman and Wunsch).
fn in_order(source: &Side, translation: &Side) -> Vec<Option<usize>> {
    let (rows, columns) = (source.units.len(), translation.units.len());
    if rows * columns > MAX_CELLS {
        return (0..rows).map(|at| (at < columns).then_some(at)).collect();
    }
    let width = columns + 1;
    let mut best = vec![0.0f64; (rows + 1) * width];
    (0..=rows).for_each(|row| best[row * width] = GAP * row as f64);
    (0..=columns).for_each(|column| best[column] = GAP * column as f64);
    for row in 1..=rows {
        for column in 1..=columns {
            let pair = best[(row - 1) * width + column - 1] + score(source, row - 1, translation, column - 1);
            let gap = GAP + best[(row - 1) * width + column].max(best[row * width + column - 1]);
            best[row * width + column] = pair.max(gap);
        }
    }
    let mut pairs = vec![None; rows];
    let (mut row, mut column) = (rows, columns);
    while row > 0 && column > 0 {
        let here = best[row * width + column];
        let pair = best[(row - 1) * width + column - 1] + score(source, row - 1, translation, column - 1);
        if (here - pair).abs() < 1e-9 {
            (row, column) = (row - 1, column - 1);
            pairs[row] = Some(column);
        } else if (here - GAP - best[(row - 1) * width + column]).abs() < 1e-9 {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    pairs
}

/// How well two texts go together; below nothing where they do not.
fn score(source: &Side, at: usize, translation: &Side, other: usize) -> f64 {
    let (one, two) = (&source.units[at], &translation.units[other]);
    if one.is_offered != two.is_offered || (one.kind == UnitKind::Code) != (two.kind == UnitKind::Code) {
        return -10.0;
    }
    if one.kind == UnitKind::Code {
        return if source.atoms[at] == translation.atoms[other] { 2.5 } else { 0.8 };
    }
    kinds(one.kind, two.kind) + frames(one, two) + alike(&source.atoms[at], &translation.atoms[other]) + lengths(&one.text, &two.text)
}

fn kinds(one: UnitKind, two: UnitKind) -> f64 {
    match (one, two) {
        _ if one == two => 1.0,
        (UnitKind::Heading(_), UnitKind::Heading(_)) => 0.4,
        (UnitKind::Paragraph, UnitKind::Item) | (UnitKind::Item, UnitKind::Paragraph) => 0.2,
        _ => -2.0,
    }
}

fn frames(one: &Unit, two: &Unit) -> f64 {
    if one.frame == two.frame { 0.3 } else { -0.2 }
}

/// What the texts share of all that must be the same.
fn alike(one: &[Atom], two: &[Atom]) -> f64 {
    match (one.len(), two.len()) {
        (0, 0) => 0.3,
        (0, _) | (_, 0) => -0.4,
        (all, others) => {
            let shared = shared(one, two);
            2.0 * (2 * shared) as f64 / (all + others) as f64 - 0.8
        }
    }
}

/// How many atoms two sorted lists share.
fn shared(one: &[Atom], two: &[Atom]) -> usize {
    let (mut at, mut other, mut shared) = (0, 0, 0);
    while at < one.len() && other < two.len() {
        match one[at].cmp(&two[other]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => other += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                at += 1;
                other += 1;
            }
        }
    }
    shared
}

/// Translations are about as long as their sources, short texts less surely so.
fn lengths(one: &str, two: &str) -> f64 {
    let (one, two) = (one.chars().count() as f64 + 8.0, two.chars().count() as f64 + 8.0);
    one.min(two) / one.max(two) - 0.5
}

/// Finds texts that a translator put elsewhere: pairs that fit much better crosswise, and texts without counterpart that share
/// all that must be the same. Gives the places in the source of those that moved.
fn exchange(source: &Side, translation: &Side, pairs: &mut [Option<usize>]) -> Vec<usize> {
    let mut moved = Vec::new();
    for at in 0..pairs.len() {
        for next in at + 1..pairs.len().min(at + REACH) {
            let (Some(one), Some(two)) = (pairs[at], pairs[next]) else { continue };
            let straight = score(source, at, translation, one) + score(source, next, translation, two);
            let crossed = score(source, at, translation, two) + score(source, next, translation, one);
            if crossed > straight + EXCHANGE && is_same_place(source, at, next) {
                pairs.swap(at, next);
                moved.extend([at, next]);
            }
        }
    }
    let mut taken = vec![false; translation.units.len()];
    pairs.iter().flatten().for_each(|other| taken[*other] = true);
    for at in (0..pairs.len()).filter(|at| source.units[*at].is_offered) {
        if pairs[at].is_none()
            && let Some(other) = counterpart(source, at, translation, &taken)
        {
            pairs[at] = Some(other);
            taken[other] = true;
            moved.push(at);
        }
    }
    moved.sort_unstable();
    moved.dedup();
    moved
}

/// Whether two texts of the source can be exchanged: a cell and a heading never are.
fn is_same_place(source: &Side, at: usize, next: usize) -> bool {
    source.units[at].kind == source.units[next].kind && source.units[at].frame == source.units[next].frame
}

/// The one text without counterpart that holds all that must be the same in a text, if that is anything.
fn counterpart(source: &Side, at: usize, translation: &Side, taken: &[bool]) -> Option<usize> {
    let (unit, atoms) = (&source.units[at], &source.atoms[at]);
    let fits = |other: &usize| !taken[*other] && translation.units[*other].kind == unit.kind && translation.atoms[*other] == *atoms;
    let mut found = (0..taken.len()).filter(fits);
    let first = found.next().filter(|_| atoms.iter().any(|atom| !atom.text.is_empty()))?;
    found.next().is_none().then_some(first)
}
