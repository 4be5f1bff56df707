//! What is wrong with a site beyond what its reading tells: rules over each guide while its tree is there, and rules
//! over what all files mean together.
//!
//! [`findings`] is all that can be found in a site. Of its parts, [`observe`] goes into [`Corpus::read_with`], and [`run`]
//! comes after [`resolve`]. A build calls neither, and pays for neither.

pub mod allow;
pub mod baseline;
pub mod external;
mod rules;
#[cfg(test)]
mod tests;

pub use rules::RULES;

use crate::{
    corpus::{Corpus, document::Seen},
    diagnostic::{self, ALLOW_UNUSED, Code, Diagnostic},
    progress::Progress,
    render::render,
    service::Values,
    settings::Fact,
    sink::NoSink,
    site::{DocumentId, Selection, Site, resolve},
    source::SourceTree,
};
use allow::{Allow, Allowed, Settled};
use std::io;

/// Something that can be wrong. To add a rule: a file in `rules/`, a line in its table, and a code with its explanation.
pub struct Rule {
    /// The kinds of mistakes that it finds.
    pub codes: &'static [&'static Code],
    /// How it finds them.
    pub check: Check,
}

/// What a rule looks at.
pub enum Check {
    /// One guide in one language, while its tree is there.
    Guide(fn(&Seen, &mut Vec<Diagnostic>)),
    /// All files together.
    Site(fn(&Whole, &mut Vec<Diagnostic>)),
}

/// What rules over the whole site look at.
pub struct Whole<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its files.
    pub tree: &'a SourceTree,
    /// What was noted of each document, in the order of the corpus.
    notes: &'a [Notes],
}

impl Whole<'_> {
    /// What was noted of a document.
    pub fn notes(&self, document: DocumentId) -> &Notes {
        &self.notes[document.0 as usize]
    }
}

/// What is noted of a document while its tree is there: what is wrong with it by itself, and what rules over the whole
/// site compare.
pub struct Notes {
    diagnostics: Vec<Diagnostic>,
    /// The findings that its author allows.
    allows: Vec<Allow>,
    /// The mail settings that it tells.
    pub settings: Vec<Fact>,
}

/// Everything that is wrong with a site and that nobody allows, in the order of files and places: what a build of all its
/// pages finds, and what the rules find.
///
/// # Errors
/// Where a file that pages are made of can suddenly not be read.
pub fn findings(tree: &SourceTree, progress: &dyn Progress) -> io::Result<(Site, Vec<Diagnostic>)> {
    let Findings { site, open, .. } = all_findings(tree, progress)?;
    Ok((site, open))
}

/// What is wrong with a site.
pub struct Findings {
    /// The site.
    pub site: Site,
    /// What nobody allows, in the order of files and places.
    pub open: Vec<Diagnostic>,
    /// What an author allows in place.
    pub allowed: Vec<Allowed>,
}

/// The same, and what is allowed in place.
///
/// # Errors
/// Those of [`findings`].
pub fn all_findings(tree: &SourceTree, progress: &dyn Progress) -> io::Result<Findings> {
    find(tree, progress, None)
}

/// What someone else finds in a site: its links, asked of the web.
pub type More<'a> = &'a dyn Fn(&Site, &SourceTree) -> Vec<Diagnostic>;

/// The same, and what `more` finds.
///
/// # Errors
/// Those of [`findings`].
pub fn all_findings_with(tree: &SourceTree, progress: &dyn Progress, more: More) -> io::Result<Findings> {
    find(tree, progress, Some(more))
}

fn find(tree: &SourceTree, progress: &dyn Progress, asked: Option<More>) -> io::Result<Findings> {
    let (corpus, mut notes, mut diagnostics) = Corpus::read_with(tree, progress, &observe);
    progress.phase("resolve", 0);
    let (site, more) = resolve(corpus, tree, &Selection::default());
    diagnostics.extend(more);
    diagnostics.extend(render(&site, tree, &Values::default(), &NoSink, progress)?.diagnostics);
    progress.phase("rules", 0);
    diagnostics.extend(run(&site, tree, &mut notes));
    diagnostics.extend(asked.map(|more| more(&site, tree)).into_iter().flatten());
    let (mut open, allowed) = settle(&site, tree, &notes, diagnostics);
    if asked.is_none() {
        // Whether the web would say what is allowed is not known.
        open.retain(|diagnostic| diagnostic.code != &ALLOW_UNUSED || !diagnostic.message.contains("`external-"));
    }
    Ok(Findings { site, open, allowed })
}

/// Parts all findings of a site into those that nobody allows, with what is wrong with the comments that allow some, and
/// those that an author allows; both in the order of files and places. Kinds that the configuration switches off are gone.
pub fn settle(site: &Site, tree: &SourceTree, notes: &[Notes], mut diagnostics: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Allowed>) {
    diagnostic::sort(&mut diagnostics);
    let documents = site.corpus.documents.iter().map(|document| document.file).collect();
    let mut allows = allow::beside_documents(tree, &documents);
    allows.extend(notes.iter().flat_map(|notes| notes.allows.iter().cloned()));
    let Settled { mut open, allowed, about_comments } = allow::settle(diagnostics, &allows);
    open.extend(about_comments);
    open.retain(|diagnostic| site.corpus.config.severities.get(diagnostic.code.id) != Some(&None));
    diagnostic::sort(&mut open);
    (open, allowed)
}

/// Applies the rules over a single guide, and notes what the others need.
pub fn observe(seen: &Seen) -> Notes {
    let mut diagnostics = Vec::new();
    for rule in RULES {
        if let Check::Guide(check) = rule.check {
            check(seen, &mut diagnostics);
        }
    }
    let allows = allow::in_markdown(seen.document.file, seen.text, seen.start);
    Notes { diagnostics, allows, settings: seen.settings.facts.clone() }
}

/// Applies the rules over the whole site. Gives what they find and what was noted of each guide, besides what
/// reading and resolving found.
pub fn run(site: &Site, tree: &SourceTree, notes: &mut [Notes]) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = notes.iter_mut().flat_map(|notes| std::mem::take(&mut notes.diagnostics)).collect();
    let whole = Whole { site, tree, notes };
    for rule in RULES {
        if let Check::Site(check) = rule.check {
            check(&whole, &mut diagnostics);
        }
    }
    diagnostics
}
