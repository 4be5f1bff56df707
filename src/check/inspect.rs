//! What is wrong with a site that is open already: its guides are read once more for the rules, and nothing of them is kept
//! but what was found.

use super::{
    Lexicon, Notes, Whole,
    findings::settle,
    found_in_site, observe,
    structure::Outline,
    take_from_guides,
    translations::{self, Documents},
};
use crate::{
    corpus::{
        Corpus, Toolbox,
        document::{Document, Seen},
    },
    diagnostic::Diagnostic,
    site::Site,
    source::SourceTree,
};
use std::ops::Range;

/// Whether what is looked for is wanted no longer.
pub type IsOver<'a> = &'a (dyn Fn() -> bool + Sync);

/// So many documents, or a few more, are looked at at once: the outlines of all would take more room than the site.
const AT_ONCE: usize = 1000;

/// Everything that is wrong with a site and that nobody allows, in the order of files and places, if `found` is what a build
/// finds in it. Nothing where it is over before: an author who edits on does not wait for this.
pub fn inspect(site: &Site, tree: &SourceTree, toolbox: &Toolbox, mut found: Vec<Diagnostic>, is_over: IsOver) -> Option<Vec<Diagnostic>> {
    let lexicon = Lexicon::default();
    let mut notes: Vec<Notes> = Vec::new();
    notes.resize_with(site.corpus.documents.len(), Notes::default);
    for some in portions(&site.corpus) {
        let noted = toolbox.look(tree, &site.corpus, some.clone(), is_over, &|seen: &Seen| observe(seen, &lexicon))?;
        notes[some.clone()].iter_mut().zip(noted).for_each(|(note, noted)| *note = noted.unwrap_or_default());
        found.extend(translations::findings(Documents { site, tree, notes: &notes }, some.clone(), is_over));
        notes[some].iter_mut().for_each(|note| note.outline = Outline::default());
    }
    take_from_guides(&mut notes, &mut found);
    let of_site = found_in_site(&Whole { site, tree, words: &lexicon.finish(), found: &found, notes: &notes }, is_over);
    found.extend(of_site);
    if is_over() {
        return None;
    }
    Some(settle(site, tree, &notes, found, false).0)
}

/// The documents in portions; those of one guide, which are compared with each other, are in one.
fn portions(corpus: &Corpus) -> Vec<Range<usize>> {
    let mut portions: Vec<Range<usize>> = Vec::new();
    let is_of = |one: &Document, other: &Document| one.kind == other.kind && one.folder == other.folder;
    for texts in corpus.documents.chunk_by(is_of) {
        match portions.last_mut() {
            Some(portion) if portion.len() < AT_ONCE => portion.end += texts.len(),
            last => {
                let start = last.map_or(0, |portion| portion.end);
                portions.push(start..start + texts.len());
            }
        }
    }
    portions
}
