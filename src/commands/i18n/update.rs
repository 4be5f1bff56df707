//! `polyguide i18n update`.

use super::{Failure, Outcome, open, tree, write};
use crate::{
    cli::Update,
    edge::terminal,
    i18n::{Change, Merge, Tally},
};

/// Brings templates and catalogs up to date.
pub fn run(options: &Update) -> Result<Outcome, Failure> {
    let tree = tree(&options.scope)?;
    let (project, locales) = open(&options.scope, &tree)?;
    let updated = project.update(&locales, !options.scope.locales.locale.is_empty(), Merge { typos: options.typos });
    if !options.scope.quiet {
        let lines = updated.iter().filter_map(|updated| line(updated.change.as_ref()?, updated.tally));
        terminal::say(&lines.collect::<String>())?;
    }
    let changes: Vec<Change> = updated.into_iter().filter_map(|updated| updated.change).collect();
    write(&options.scope, &changes)?;
    Ok(Outcome::Clean)
}

/// What became of a catalog, if anything that translators see.
fn line(change: &Change, tally: Tally) -> Option<String> {
    let counts = [(tally.new, "new"), (tally.changed, "changed"), (tally.obsolete, "gone"), (tally.revived, "back again")];
    let told: Vec<String> = counts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")).collect();
    (!told.is_empty()).then(|| format!("{}: {}\n", change.path, told.join(", ")))
}
