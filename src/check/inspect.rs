//! What is wrong with a site that is open already: its guides are read once more for the rules, and nothing of them is kept
//! but what was found.

use super::{
    Lexicon, Notes,
    findings::{forget_web, settle},
    observe, run_until,
};
use crate::{
    corpus::{Toolbox, document::Seen},
    diagnostic::Diagnostic,
    site::Site,
    source::SourceTree,
};

/// Whether what is looked for is wanted no longer.
pub type IsOver<'a> = &'a (dyn Fn() -> bool + Sync);

/// Everything that is wrong with a site and that nobody allows, in the order of files and places, if `found` is what a build
/// finds in it. Nothing where it is over before: an author who edits on does not wait for this.
pub fn inspect(site: &Site, tree: &SourceTree, toolbox: &Toolbox, mut found: Vec<Diagnostic>, is_over: IsOver) -> Option<Vec<Diagnostic>> {
    let lexicon = Lexicon::new(tree.len());
    let noted = toolbox.look(tree, &site.corpus, is_over, &|seen: &Seen| observe(seen, &lexicon))?;
    let mut notes: Vec<Notes> = noted.into_iter().map(Option::unwrap_or_default).collect();
    found.extend(run_until(site, tree, &mut notes, &lexicon.finish(), is_over)?);
    let (mut open, _) = settle(site, tree, &notes, found);
    forget_web(&mut open);
    Some(open)
}
