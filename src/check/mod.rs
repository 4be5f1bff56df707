//! What is wrong with a site beyond what its reading tells: rules over each guide while its tree is there, and rules
//! over what all files mean together.
//!
//! [`findings`] is all that can be found in a site. Of its parts, [`observe`] goes into [`Corpus::read_with`](crate::Corpus::read_with), and [`run`]
//! comes after [`resolve`](crate::resolve). A build calls neither, and pays for neither.

pub mod allow;
pub mod baseline;
mod code;
pub mod external;
mod findings;
mod guide;
mod inspect;
mod lexicon;
mod prose;
mod rules;
mod strings;
mod structure;
#[cfg(test)]
mod tests;
mod together;
mod translations;
mod walk;

pub use findings::{Findings, More, all_findings, all_findings_with, findings, settle};
pub use inspect::{IsOver, inspect};
pub use lexicon::{Lexicon, Vocabulary};
pub use rules::RULES;

use guide::Guide;

use crate::{
    corpus::document::Seen,
    diagnostic::{Code, Diagnostic},
    dialect::{self, Doubts},
    settings::Fact,
    site::{DocumentId, Site},
    source::SourceTree,
    text::Span,
};
use allow::Allow;
use rayon::prelude::*;
use structure::Outline;
use translations::{Compared, Documents};

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
    Guide(fn(&Guide, &mut Vec<Diagnostic>)),
    /// A translation beside its source.
    Translation(fn(&mut Compared, &mut Vec<Diagnostic>)),
    /// All files together.
    Site(fn(&Whole, &mut Vec<Diagnostic>)),
}

/// What rules over the whole site look at.
pub struct Whole<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its files.
    pub tree: &'a SourceTree,
    /// The words that its guides use.
    pub words: &'a Vocabulary,
    /// What the rules over guides and translations found.
    pub found: &'a [Diagnostic],
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
#[derive(Default)]
pub struct Notes {
    diagnostics: Vec<Diagnostic>,
    /// The findings whose fix would change what readers see.
    doubts: Doubts,
    /// The findings that its author allows.
    allows: Vec<Allow>,
    /// The mail settings that it tells.
    pub settings: Vec<Fact>,
    /// How it is built.
    outline: Outline,
}

/// Applies the rules over a single guide, notes what the others need, and adds its words to those of the site.
pub fn observe(seen: &Seen, lexicon: &Lexicon) -> Notes {
    let guide = lexicon.with(&seen.document.locale, |words| Guide::new(seen, words));
    let mut diagnostics = Vec::new();
    for rule in RULES {
        if let Check::Guide(check) = rule.check {
            check(&guide, &mut diagnostics);
        }
    }
    if let Some(catalog) = &seen.document.catalog {
        // What is wrong with the source's own text is told of the source, and no fix is one for the strings of a catalog.
        diagnostics.retain(|found| found.span.file != catalog.source);
        diagnostics.iter_mut().for_each(|found| found.fix.clear());
    }
    diagnostics.shrink_to_fit();
    let found = seen.found.iter().chain(&diagnostics);
    let doubts = dialect::doubts(seen.source, seen.setting.vocabulary, &seen.parsed.blocks, found);
    let allows = allow::in_markdown(seen.document.file, seen.text, seen.start);
    let mut outline = Outline::of(&seen.parsed.blocks, Span::top(seen.document.file), &seen.document.locale);
    if let Some(catalog) = &seen.document.catalog {
        outline.move_into(seen.document.file, catalog.source, seen.source);
    }
    Notes { diagnostics, doubts, allows, settings: seen.settings.facts.clone(), outline }
}

/// Applies the rules over translations and over the whole site. Gives what they find and what was noted of each guide,
/// besides what reading and resolving found.
pub fn run(site: &Site, tree: &SourceTree, notes: &mut [Notes], words: &Vocabulary) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    take_from_guides(notes, &mut found);
    found.extend(translations::findings(Documents { site, tree, notes }, 0..notes.len(), &|| false));
    let of_site = found_in_site(&Whole { site, tree, words, found: &found, notes }, &|| false);
    found.extend(of_site);
    found
}

/// Takes what the rules over single guides found: on a large site so much that there is room for it once only.
fn take_from_guides(notes: &mut [Notes], found: &mut Vec<Diagnostic>) {
    found.reserve_exact(notes.iter().map(|notes| notes.diagnostics.len()).sum());
    notes.iter_mut().for_each(|notes| found.append(&mut std::mem::take(&mut notes.diagnostics)));
}

/// Applies the rules over the whole site, side by side, as long as it is not over.
fn found_in_site(whole: &Whole, is_over: IsOver) -> Vec<Diagnostic> {
    let apply = |rule: &Rule| {
        let mut found = Vec::new();
        match rule.check {
            Check::Site(check) if !is_over() => check(whole, &mut found),
            _ => {}
        }
        found
    };
    RULES.par_iter().flat_map_iter(apply).collect()
}
