//! Catalogs as XLIFF 2.1, for agencies and their programs, and back.
//!
//! The format is OASIS' (XLIFF Version 2.1, OASIS Standard, 13 February 2018). Markup is inline codes: a program shows them
//! as tags, and what they stand for is taken from the catalog when the file comes back, never from the file. A unit has the id
//! of its entry; the skeleton is the catalog that the translations go back to.

mod project;
mod read;
mod tagged;
#[cfg(test)]
mod tests;
mod write;

pub use project::Returned;
pub use read::{Target, Translated, read};
pub use write::{Exchange, write};

use crate::{
    corpus::catalog::{Catalog, State},
    diagnostic::{Diagnostic, XLIFF_STALE},
};

/// The namespace of the core, the same in 2.0 and 2.1.
pub const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// What the names of files end in.
pub const EXTENSION: &str = "xlf";

/// Takes the translations of a file over into its catalog; how many entries changed. What was made from another text than
/// the catalog has by now is told, and becomes fuzzy.
pub fn take_over(file: &Translated, catalog: &mut Catalog) -> (usize, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut changed = 0;
    for target in &file.targets {
        let Some(entry) = catalog.entries.iter_mut().find(|entry| !entry.is_obsolete && entry.id == target.id) else {
            let message = format!("the catalog has no entry `{}` any more", target.id);
            diagnostics.push(Diagnostic::new(&XLIFF_STALE, target.span, message).help("the text is gone; nothing is to do"));
            continue;
        };
        let is_stale = target.source != write::source_of(&entry.source);
        if is_stale {
            let message = format!("the text of `{}` is another by now", target.id);
            diagnostics
                .push(Diagnostic::new(&XLIFF_STALE, target.span, message).help("its translation is taken over as fuzzy: look at it again"));
        }
        let translation = match target.text(&entry.source, &entry.translation) {
            Ok(translation) => translation,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                continue;
            }
        };
        let is_fuzzy = is_stale || !target.is_done;
        if entry.translation != translation || entry.is_fuzzy != is_fuzzy && entry.state() != State::Missing {
            changed += 1;
            entry.is_fuzzy = is_fuzzy;
            entry.translation = translation;
            if !is_fuzzy {
                entry.previous = None;
            }
        }
    }
    (changed, diagnostics)
}
