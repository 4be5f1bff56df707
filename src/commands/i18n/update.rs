//! `polyguide i18n update`.

use super::{Failure, Outcome, left_alone, open, tree, write};
use crate::{
    cli::Update,
    diagnostic::Diagnostic,
    edge::{rewrite, terminal},
    i18n::{Change, Merge, Updated},
};

/// Brings templates and catalogs up to date.
pub fn run(options: &Update) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    let updated = project.update(&locales, !scope.locales.locale.is_empty(), Merge { typos: options.typos });
    if !scope.quiet {
        terminal::say(&updated.iter().filter_map(line).collect::<String>())?;
    }
    let refused: Vec<Diagnostic> = updated.iter().flat_map(|updated| updated.refused.clone()).collect();
    let changes: Vec<Change> = updated.iter().filter_map(|updated| updated.change.clone()).collect();
    write(scope, &changes, !refused.is_empty())?;
    // What was moved is deleted once it is written in its new place.
    updated.iter().filter_map(|updated| updated.moved_from.as_ref()).try_for_each(|path| rewrite::remove(&scope.folder.site, path))?;
    left_alone(&project, &refused)
}

/// What became of a catalog, if anything that translators see.
fn line(updated: &Updated) -> Option<String> {
    let (change, tally) = (updated.change.as_ref()?, updated.tally);
    let moved = updated.moved_from.iter().map(|from| format!("moved from {from}, as its guide was"));
    let counts = [(tally.new, "new"), (tally.changed, "changed"), (tally.obsolete, "gone"), (tally.revived, "back again")];
    let counts = counts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}"));
    let told: Vec<String> = moved.chain(counts).collect();
    (!told.is_empty()).then(|| format!("{}: {}\n", change.path, told.join(", ")))
}
