//! What git knows of a site's folder.

#![expect(clippy::disallowed_methods, reason = "git is a program of its own")]

use super::{Error, error::reason};
use std::{collections::BTreeSet, io, path::Path, process::Command};

/// The files below `site` that are not as they were in a revision, by their paths there: changed, added, and those that git
/// does not know yet. Where the revision is on another branch, what counts is what happened since the branches parted.
///
/// # Errors
/// Where `site` is in no repository, `revision` is none, or git cannot be run.
pub fn changed_since(site: &Path, revision: &str) -> Result<BTreeSet<String>, Error> {
    if !site.is_dir() {
        return Err(Error::io("read the folder", site)(io::ErrorKind::NotFound.into()));
    }
    if git(site, &["rev-parse", "--is-inside-work-tree"])?.is_none() {
        return Err(Error::refused(site, "is in no git repository, so that `--changed-since` has nothing to ask"));
    }
    let commit = format!("{revision}^{{commit}}");
    let Some(commit) = git(site, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])? else {
        return Err(Error::refused(site, format!("has no revision `{revision}`; name a branch, a tag or a commit")));
    };
    let commit = commit.trim();
    let parted = git(site, &["merge-base", commit, "HEAD"])?;
    let since = parted.as_deref().map_or(commit, str::trim);
    let changed = git(site, &["diff", "--name-only", "--relative", "-z", since, "--"])?.unwrap_or_default();
    let unknown = git(site, &["ls-files", "--others", "--exclude-standard", "-z"])?.unwrap_or_default();
    Ok(changed.split('\0').chain(unknown.split('\0')).filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// What git prints, or nothing where it says no.
fn git(folder: &Path, arguments: &[&str]) -> Result<Option<String>, Error> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.map_err(|error| Error::refused(Path::new("git"), format!("cannot be run: {}", reason(&error))))?;
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}
