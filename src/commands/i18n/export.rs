//! `polyguide i18n export`.

use super::{Failure, Outcome, open, tree, write};
use crate::{cli::Export, edge::terminal, i18n::Change, words::count};

/// Writes translated files from catalogs.
pub fn run(options: &Export) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    let exported = project.export(&locales);
    let (there, new): (Vec<_>, Vec<_>) = exported.iter().partition(|exported| exported.is_there && !options.force);
    let changes: Vec<Change> = new.iter().filter_map(|exported| exported.change.clone()).collect();
    write(scope, &changes)?;
    if !scope.quiet {
        let left: usize = new.iter().map(|exported| exported.share.fuzzy + exported.share.missing).sum();
        if left > 0 {
            terminal::remark(&format!("{} without a translation stand there in the language of the source\n", count(left, "text")));
        }
        if !there.is_empty() {
            terminal::remark(&format!("{} with other text were left alone; --force writes over them\n", count(there.len(), "file")));
        }
    }
    Ok(if there.is_empty() { Outcome::Clean } else { Outcome::Problems })
}
