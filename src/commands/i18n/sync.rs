//! `polyguide i18n sync`.

use super::{Failure, Outcome, open, tree, write};
use crate::{
    cli::Sync,
    edge::{rewrite, terminal},
    i18n::Change,
    words::count,
};

/// Notes which texts translated files were made from.
pub fn run(options: &Sync) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    let noted = project.sync(&locales, options.all || !scope.guide.is_empty());
    let changes: Vec<Change> = noted.iter().filter_map(|noted| noted.change.clone()).collect();
    let moved = || noted.iter().filter_map(|noted| Some((noted.change.as_ref()?, noted.moved_from.as_ref()?)));
    if !scope.quiet {
        terminal::say(
            &moved().map(|(change, from)| format!("{}: moved from {from}, as its guide was\n", change.path)).collect::<String>(),
        )?;
    }
    let stale: Vec<_> = noted.iter().filter(|noted| noted.stale > 0).collect();
    write(scope, &changes, !stale.is_empty())?;
    // What was moved is deleted once it is written in its new place.
    moved().try_for_each(|(_, from)| rewrite::remove(&scope.folder.site, from))?;
    if !scope.quiet && !stale.is_empty() {
        let lines: String =
            stale.iter().map(|noted| format!("{}: {} of the source changed\n", noted.file, count(noted.stale, "text"))).collect();
        terminal::say(&lines)?;
        terminal::remark("once a translation is up to date, or needs no change, name its guide with --guide\n");
    }
    Ok(if stale.is_empty() { Outcome::Clean } else { Outcome::Problems })
}
