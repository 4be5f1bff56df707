//! What a translation lacks, has besides, or has elsewhere, compared with its source.

use super::{
    align::{Step, align},
    likeness::{Part, likeness, score},
    outline::{Kind, Outline},
};
use std::collections::BTreeMap;

/// So many differences of a section are said one by one; of more, only what they are.
const MOST_OF_SECTION: usize = 3;

/// So many findings of a guide are useful; with more, its translation was made from another text.
const MOST_OF_GUIDE: usize = 8;

/// More than all other pairs together can score.
const ALWAYS: u32 = 1 << 20;

/// Two things are the same one at another place from this likeness on, in percent.
const SAME: u32 = 60;

/// How a translation differs from its source. Numbers are places of nodes in the outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The source has `count` things of a kind from `source` on, which here would follow `after` or stand in it.
    Missing { source: usize, count: usize, after: usize },
    /// The translation has `count` things of a kind from `own` on; in the source they would follow `after` or stand in it.
    Extra { own: usize, count: usize, after: usize },
    /// The same thing has another level, type or width.
    Changed { source: usize, own: usize },
    /// The same thing stands at another place.
    Moved { source: usize, own: usize },
    /// A section, or all of the guide, is built otherwise.
    Rebuilt { source: usize, own: usize, missing: Counts, extra: Counts },
}

/// How many things of which kinds, in the order in which they were found.
pub type Counts = Vec<(Kind, usize)>;

/// A thing that stands on one side only.
#[derive(Clone, Copy)]
struct Single {
    at: usize,
    /// After what on the other side.
    after: usize,
    /// The section of the translation that it belongs to.
    section: usize,
    /// Its place among its neighbors of the same kind, so that a row of them is one finding.
    place: usize,
    parent: Option<usize>,
}

/// Compares a translation with its source: how it differs, and the places of what stands in both, outer things before those
/// inside of them.
pub fn compare(source: &Outline, own: &Outline) -> (Vec<Difference>, Vec<(usize, usize)>) {
    let mut comparison = Comparison::new(source, own);
    comparison.children(None, None);
    comparison.moved();
    let differences = comparison.differences();
    (comparison.condense(differences), comparison.pairs)
}

struct Comparison<'a> {
    source: &'a Outline,
    own: &'a Outline,
    missing: Vec<Single>,
    extra: Vec<Single>,
    /// What differs in a section of the translation.
    found: Vec<(usize, Difference)>,
    /// The sections that are being compared.
    section: (usize, usize),
    pairs: Vec<(usize, usize)>,
}

impl<'a> Comparison<'a> {
    fn new(source: &'a Outline, own: &'a Outline) -> Self {
        Self { source, own, missing: Vec::new(), extra: Vec::new(), found: Vec::new(), section: (0, 0), pairs: Vec::new() }
    }

    fn children(&mut self, source_parent: Option<usize>, own_parent: Option<usize>) {
        let structure = |outline: &Outline, parent| -> Vec<usize> {
            outline.children(parent).filter(|at| outline.0[*at].kind.is_structure()).collect()
        };
        let (source, own) = (structure(self.source, source_parent), structure(self.own, own_parent));
        if source.is_empty() && own.is_empty() {
            return;
        }
        let mut last = (source_parent.unwrap_or(0), own_parent.unwrap_or(0));
        for step in self.steps(&source, &own, source_parent.is_none()) {
            match step {
                (Some(at), Some(other)) => {
                    last = (source[at], own[other]);
                    self.pair(last, source_parent.is_none());
                }
                (Some(at), None) => self.missing.push(self.single(source[at], last.1, at, source_parent)),
                (None, Some(other)) => self.extra.push(self.single(own[other], last.0, other, own_parent)),
                (None, None) => {}
            }
        }
    }

    /// Most translations are built as their sources are, and are paired one by one. Of sections the first is what stands before all
    /// headings: both sides have it, however little is alike in it.
    fn steps(&self, source: &[usize], own: &[usize], are_sections: bool) -> Vec<Step> {
        let (source, own) = (parts(self.source, source.iter().copied()), parts(self.own, own.iter().copied()));
        if source.len() == own.len() && source.iter().zip(&own).all(|(at, other)| fits(at, other)) {
            return (0..source.len()).map(|at| (Some(at), Some(at))).collect();
        }
        align(source.len(), own.len(), |at, other| {
            if are_sections && (at == 0 || other == 0) {
                return u32::from(at == other) * ALWAYS;
            }
            let near = 4u32.saturating_sub(at.abs_diff(other) as u32);
            match score(&source[at], &own[other]) {
                0 => 0,
                score => score + near,
            }
        })
    }

    fn single(&self, at: usize, after: usize, place: usize, parent: Option<usize>) -> Single {
        Single { at, after, section: self.section.1, place, parent }
    }

    fn pair(&mut self, (source, own): (usize, usize), is_section: bool) {
        self.pairs.push((source, own));
        if is_section {
            self.section = (source, own);
        }
        if self.source.0[source].kind != self.own.0[own].kind {
            self.found.push((self.section.1, Difference::Changed { source, own }));
        }
        self.children(Some(source), Some(own));
    }

    /// What is missing at one place and stands at another is one finding. It is none where it only is inside or outside of
    /// the list item before it.
    fn moved(&mut self) {
        let (source, own) = (self.source, self.own);
        let kind = |outline: &Outline, parent: Option<usize>| parent.map(|parent| std::mem::discriminant(&outline.0[parent].kind));
        let extra = &mut self.extra;
        let found = &mut self.found;
        let mut parts = parts(own, extra.iter().map(|extra| extra.at));
        self.missing.retain(|missing| {
            let part = Part::new(source.nodes(missing.at));
            let Some(at) = parts.iter().position(|other| is_same(&part, other)) else { return true };
            parts.remove(at);
            let twin = extra.remove(at);
            let is_indented = twin.section == missing.section && kind(source, missing.parent) != kind(own, twin.parent);
            if !is_indented {
                found.push((twin.section, Difference::Moved { source: missing.at, own: twin.at }));
            }
            false
        });
    }

    /// All differences with the sections of the translation that they are in, in its order.
    fn differences(&mut self) -> Vec<(usize, Difference)> {
        let mut all = std::mem::take(&mut self.found);
        for (section, first, count) in rows(&self.missing, self.source) {
            all.push((section, Difference::Missing { source: first.at, count, after: first.after }));
        }
        for (section, first, count) in rows(&self.extra, self.own) {
            all.push((section, Difference::Extra { own: first.at, count, after: first.after }));
        }
        all.sort_by_key(|(section, difference)| (*section, difference.own()));
        all
    }

    /// One finding for a section that has many.
    fn condense(&self, differences: Vec<(usize, Difference)>) -> Vec<Difference> {
        let mut sections: BTreeMap<usize, Vec<Difference>> = BTreeMap::new();
        for (section, difference) in differences {
            sections.entry(section).or_default().push(difference);
        }
        let total: usize = sections.values().map(|all| if all.len() > MOST_OF_SECTION { 1 } else { all.len() }).sum();
        if total > MOST_OF_GUIDE {
            let all: Vec<Difference> = sections.into_values().flatten().collect();
            return vec![self.rebuilt(0, 0, &all)];
        }
        let condensed = |(own, all): (usize, Vec<Difference>)| match all.len() > MOST_OF_SECTION {
            true => vec![self.rebuilt(self.source_section(&all), own, &all)],
            false => all,
        };
        sections.into_iter().flat_map(condensed).collect()
    }

    fn rebuilt(&self, source: usize, own: usize, all: &[Difference]) -> Difference {
        let (mut missing, mut extra) = (Counts::new(), Counts::new());
        for difference in all {
            match difference {
                Difference::Missing { source, count, .. } => add(&mut missing, self.source.0[*source].kind, *count),
                Difference::Extra { own, count, .. } => add(&mut extra, self.own.0[*own].kind, *count),
                _ => {}
            }
        }
        Difference::Rebuilt { source, own, missing, extra }
    }

    /// The section of the source in which the first of the differences is.
    fn source_section(&self, all: &[Difference]) -> usize {
        let at = all.iter().find_map(Difference::source).unwrap_or(0);
        self.source.children(None).take_while(|section| *section <= at).last().unwrap_or(0)
    }
}

impl Difference {
    fn own(&self) -> usize {
        match self {
            Self::Missing { after: own, .. }
            | Self::Extra { own, .. }
            | Self::Changed { own, .. }
            | Self::Moved { own, .. }
            | Self::Rebuilt { own, .. } => *own,
        }
    }

    fn source(&self) -> Option<usize> {
        match self {
            Self::Missing { source, .. } | Self::Changed { source, .. } | Self::Moved { source, .. } | Self::Rebuilt { source, .. } => {
                Some(*source)
            }
            Self::Extra { after, .. } => Some(*after),
        }
    }
}

fn parts(outline: &Outline, places: impl Iterator<Item = usize>) -> Vec<Part<'_>> {
    places.map(|at| Part::new(outline.nodes(at))).collect()
}

fn fits(source: &Part, own: &Part) -> bool {
    source.head().map(|head| head.kind) == own.head().map(|head| head.kind) && likeness(source, own).is_none_or(|likeness| likeness >= SAME)
}

fn is_same(source: &Part, own: &Part) -> bool {
    let is_like = source.head().zip(own.head()).is_some_and(|(head, other)| head.kind.is_like(other.kind));
    is_like && likeness(source, own).is_some_and(|likeness| likeness >= SAME)
}

fn add(counts: &mut Counts, kind: Kind, count: usize) {
    match counts.iter_mut().find(|(known, _)| known.is_like(kind)) {
        Some((_, known)) => *known += count,
        None => counts.push((kind, count)),
    }
}

/// Singles that follow each other, with their section and how many they are. Subsections belong to the section before them.
fn rows<'a>(singles: &'a [Single], outline: &'a Outline) -> Vec<(usize, &'a Single, usize)> {
    let mut rows: Vec<(usize, &Single, usize)> = Vec::new();
    for single in singles {
        let kind = outline.0[single.at].kind;
        if let Some((_, first, count)) = rows.last_mut() {
            let first_kind = outline.0[first.at].kind;
            let belongs = match (first_kind, kind) {
                (Kind::Section(above), Kind::Section(level)) => level >= above,
                (one, other) => one.is_like(other),
            };
            if belongs && first.parent == single.parent && first.after == single.after && first.place + *count == single.place {
                *count += 1;
                continue;
            }
        }
        rows.push((single.section, single, 1));
    }
    rows
}
