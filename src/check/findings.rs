//! All that can be found in a site: what a build of all its pages finds, what the rules find, and what of it nobody allows.

use super::{
    Lexicon, Notes,
    allow::{self, Allowed, Settled},
    external, observe, run,
};
use crate::{
    corpus::{Corpus, Purpose, catalog, document::Seen},
    diagnostic::{self, Diagnostic, Safety},
    dialect::Doubts,
    path::SourcePath,
    progress::Progress,
    render::{has_templates, mistakes},
    site::{Selection, Site, resolve},
    source::SourceTree,
    text::FileId,
};
use rustc_hash::FxHashSet;
use std::io;

/// What is wrong with a site.
pub struct Findings {
    /// The site.
    pub site: Site,
    /// What nobody allows, in the order of files and places.
    pub open: Vec<Diagnostic>,
    /// What an author allows in place.
    pub allowed: Vec<Allowed>,
}

/// What someone else finds in a site: its links, asked of the web.
pub type More<'a, E> = &'a dyn Fn(&Site, &SourceTree) -> Result<Vec<Diagnostic>, E>;

/// Everything that is wrong with a site and that nobody allows, in the order of files and places.
///
/// # Errors
/// Where a file that pages are made of can suddenly not be read.
pub fn findings(tree: &SourceTree, progress: &dyn Progress) -> io::Result<(Site, Vec<Diagnostic>)> {
    let Findings { site, open, .. } = all_findings(tree, progress)?;
    Ok((site, open))
}

/// The same, and what is allowed in place.
///
/// # Errors
/// Those of [`findings`].
pub fn all_findings(tree: &SourceTree, progress: &dyn Progress) -> io::Result<Findings> {
    find::<io::Error>(tree, progress, None)
}

/// The same, and what `more` finds.
///
/// # Errors
/// Those of [`findings`], and those of `more`.
pub fn all_findings_with<E: From<io::Error>>(tree: &SourceTree, progress: &dyn Progress, more: More<E>) -> Result<Findings, E> {
    find(tree, progress, Some(more))
}

fn find<E: From<io::Error>>(tree: &SourceTree, progress: &dyn Progress, asked: Option<More<E>>) -> Result<Findings, E> {
    let lexicon = Lexicon::default();
    let see = |seen: &Seen| observe(seen, &lexicon);
    let purpose = if has_templates(tree) { Purpose::Pages } else { Purpose::Rules };
    let (corpus, mut notes, mut diagnostics) = Corpus::read_with(tree, progress, purpose, &see);
    progress.phase("resolve", 0);
    let (site, more) = resolve(corpus, tree, &Selection::default());
    diagnostics.extend(more);
    diagnostics.extend(mistakes(&site, tree, progress)?);
    progress.phase("rules", 0);
    diagnostics.extend(run(&site, tree, &mut notes, &lexicon.finish()));
    diagnostics.extend(asked.map(|more| more(&site, tree)).transpose()?.unwrap_or_default());
    let (open, allowed) = settle(&site, tree, &notes, diagnostics, asked.is_some());
    Ok(Findings { site, open, allowed })
}

/// Parts all findings of a site into those that nobody allows, with what is wrong with the comments that allow some, and
/// those that an author allows; both in the order of files and places. Kinds that the configuration switches off are gone. Where
/// the web was not asked, whether it would say what is allowed is not known.
pub fn settle(
    site: &Site,
    tree: &SourceTree,
    notes: &[Notes],
    mut diagnostics: Vec<Diagnostic>,
    asked_web: bool,
) -> (Vec<Diagnostic>, Vec<Allowed>) {
    clear_fixes_of_catalogs(tree, &mut diagnostics);
    doubt_fixes(notes, &mut diagnostics);
    diagnostic::sort(&mut diagnostics);
    let documents = site.corpus.documents.iter().map(|document| document.file).collect();
    let mut allows = allow::beside_documents(tree, &site.corpus.config.content, &documents);
    allows.extend(notes.iter().flat_map(|notes| notes.allows.iter().cloned()));
    let was_looked_for = |code: &str| asked_web || external::CODES.iter().all(|known| known.id != code);
    let Settled { mut open, allowed, about_comments } = allow::settle(diagnostics, &allows, &was_looked_for);
    open.extend(about_comments);
    open.retain(|diagnostic| site.corpus.config.severities.get(diagnostic.code.id) != Some(&None));
    diagnostic::sort(&mut open);
    (open, allowed)
}

/// A fix that would change what readers see wants an author's eye.
fn doubt_fixes(notes: &[Notes], diagnostics: &mut [Diagnostic]) {
    let mut doubts = Doubts::default();
    notes.iter().for_each(|notes| doubts.add(&notes.doubts));
    let is_doubtful = |found: &&mut Diagnostic| !found.fix.is_empty() && doubts.are_about(found);
    diagnostics.iter_mut().filter(is_doubtful).for_each(|found| found.safety = Safety::Unsafe);
}

/// A fix is for Markdown, and not for the strings of a catalog.
fn clear_fixes_of_catalogs(tree: &SourceTree, diagnostics: &mut [Diagnostic]) {
    let is_catalog = |(_, path): &(FileId, &SourcePath)| path.as_str().ends_with(catalog::EXTENSION);
    let catalogs: FxHashSet<FileId> = tree.iter().filter(is_catalog).map(|(file, _)| file).collect();
    if catalogs.is_empty() {
        return;
    }
    let is_of_catalog = |edit: &diagnostic::Edit| catalogs.contains(&edit.span.file);
    diagnostics.iter_mut().filter(|found| found.fix.iter().any(is_of_catalog)).for_each(|found| found.fix.clear());
}
