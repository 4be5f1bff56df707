//! Headings of a translation paired with those of its source, so that an anchor works in every language.

use super::{DocumentId, Site};
use crate::draft::Heading;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// Headings of a document and those of its source that they are paired with, by their places.
#[derive(Debug, Default)]
pub struct Pairs {
    /// The document in the source locale.
    pub source: Option<DocumentId>,
    /// For some headings of the document, in order, the heading of the source.
    pub headings: Vec<(u32, u32)>,
}

/// The pairs of all documents.
pub fn pair(site: &Site) -> Vec<Pairs> {
    let source = site.source_locale();
    let mut sources: Vec<Option<DocumentId>> = vec![None; site.corpus.documents.len()];
    for guide in &site.guides {
        let original = guide.documents.iter().find(|(locale, _)| *locale == source).map(|(_, id)| *id);
        for (_, id) in &guide.documents {
            sources[id.0 as usize] = original.filter(|original| original != id);
        }
    }
    let pairs = |(at, source): (usize, &Option<DocumentId>)| match source {
        Some(source) => {
            let headings = pairs_of(&site.corpus.documents[at].facts, &site.document(*source).facts.headings);
            Pairs { source: Some(*source), headings }
        }
        None => Pairs::default(),
    };
    sources.par_iter().enumerate().map(pairs).collect()
}

fn pairs_of(facts: &crate::draft::Facts, source: &[Heading]) -> Vec<(u32, u32)> {
    let own = &facts.headings;
    let mut matched = Vec::new();
    match_up(own, source, 0..own.len(), 0..source.len(), &mut matched);
    if matched.is_empty() {
        return Vec::new();
    }
    let mut used: FxHashSet<&str> = facts.ids().collect();
    matched.into_iter().filter(|(_, other)| used.insert(&source[*other].id)).map(|(at, other)| (at as u32, other as u32)).collect()
}

/// Pairs headings by level and order within the same parent, where their counts agree.
fn match_up(
    own: &[Heading],
    source: &[Heading],
    own_range: std::ops::Range<usize>,
    source_range: std::ops::Range<usize>,
    out: &mut Vec<(usize, usize)>,
) {
    let own_children = children(own, own_range);
    let source_children = children(source, source_range);
    let alike = |(one, other): (&std::ops::Range<usize>, &std::ops::Range<usize>)| own[one.start].level == source[other.start].level;
    if own_children.len() != source_children.len() || !own_children.iter().zip(&source_children).all(alike) {
        return;
    }
    for (one, other) in own_children.into_iter().zip(source_children) {
        out.push((one.start, other.start));
        match_up(own, source, one.start + 1..one.end, other.start + 1..other.end, out);
    }
}

/// The stretches of headings that belong together: each starts with a heading that no other of the range stands above.
fn children(headings: &[Heading], range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for at in range {
        match found.last_mut() {
            Some(last) if headings[last.start].level != 0 && headings[at].level > headings[last.start].level => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Span};

    fn pairs(own: &[(u8, &str)], source: &[(u8, &str)]) -> Vec<String> {
        let headings = |list: &[(u8, &str)]| -> Vec<Heading> {
            list.iter()
                .map(|(level, id)| Heading {
                    level: *level,
                    text: "".into(),
                    id: (*id).into(),
                    aliases: Vec::new(),
                    condition: None,
                    span: Span::top(FileId(0)),
                })
                .collect()
        };
        let facts = crate::draft::Facts { headings: headings(own), ..Default::default() };
        pairs_of(&facts, &headings(source))
            .into_iter()
            .map(|(at, other)| format!("{}={}", own[at as usize].1, source[other as usize].1))
            .collect()
    }

    #[test]
    fn headings_pair_by_level_and_order() {
        assert_eq!(
            pairs(&[(2, "ziel"), (3, "teil"), (2, "ende")], &[(2, "goal"), (3, "part"), (2, "end")]),
            ["ziel=goal", "teil=part", "ende=end"]
        );
    }

    #[test]
    fn a_parent_with_other_counts_pairs_nothing_below_it() {
        assert_eq!(pairs(&[(2, "a"), (3, "b"), (2, "c")], &[(2, "x"), (3, "y"), (3, "z"), (2, "w")]), ["a=x", "c=w"]);
    }
}
