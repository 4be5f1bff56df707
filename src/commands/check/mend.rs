//! `--fix` and `--diff`.

use super::super::{Failure, Outcome};
use crate::{
    check::Findings,
    cli::Check,
    edge::{
        rewrite::{Rewrite, rewrite},
        terminal,
    },
    fix::{Fixed, Fixes, fix},
    source::SourceTree,
    words::count,
};

/// A site after the fixes.
pub struct Mended {
    /// Its files.
    pub tree: SourceTree,
    /// What is still wrong with it.
    pub findings: Findings,
    /// What was done, in a line.
    pub remark: Option<String>,
    /// How the command ends, if nothing is left to be said.
    pub is_over: Option<Outcome>,
}

/// Mends what `look` finds: in the site's files, or for `--diff` only on the screen.
pub fn mend(
    options: &Check,
    tree: SourceTree,
    fixes: Fixes,
    look: &dyn Fn(&SourceTree) -> Result<Findings, Failure>,
) -> Result<Mended, Failure> {
    let Fixed { tree, findings, changes, mended } = fix(tree, fixes, look)?;
    let what = format!("{} in {}", count(mended, "finding"), count(changes.len(), "file"));
    if options.diff {
        terminal::diff(changes.iter().map(|(path, change)| (path.as_str(), &*change.before, &*change.after)))?;
        if !options.running.quiet {
            terminal::remark(&format!("--fix would mend {what}\n"));
        }
        let outcome = if changes.is_empty() { Outcome::Clean } else { Outcome::Problems };
        return Ok(Mended { tree, findings, remark: None, is_over: Some(outcome) });
    }
    rewrite(&options.folder.site, changes.iter().map(|(path, change)| Rewrite { path, before: &change.before, after: &change.after }))?;
    Ok(Mended { tree, findings, remark: Some(format!("mended {what}")), is_over: None })
}
