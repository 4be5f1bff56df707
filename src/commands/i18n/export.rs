//! `polyguide i18n export`.

use super::{Failure, Outcome, open, tree, write};
use crate::{
    cli::{Export, ExportFormat},
    edge::{rewrite, terminal},
    i18n::Change,
    path::SourcePath,
    words::count,
};
use std::path::{Path, PathBuf};

/// Writes translated files from catalogs.
pub fn run(options: &Export) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    if options.format == ExportFormat::Markdown && options.out.is_some() {
        return Err("`--out` is for `--format xliff`; Markdown files are written beside their sources".to_owned().into());
    }
    if options.format == ExportFormat::Xliff {
        return xliff(options, &project.to_xliff(&locales));
    }
    let exported = project.export(&locales);
    let (there, new): (Vec<_>, Vec<_>) = exported.iter().partition(|exported| exported.is_there && !options.force);
    let changes: Vec<Change> = new.iter().filter_map(|exported| exported.change.clone()).collect();
    write(scope, &changes, !there.is_empty())?;
    if !scope.quiet {
        let left: usize = new.iter().map(|exported| exported.share.fuzzy + exported.share.missing).sum();
        if left > 0 {
            terminal::remark(&format!("{} without a translation stand there in the language of the source\n", count(left, "text")));
        }
        if !there.is_empty() {
            let were = if there.len() == 1 { "was" } else { "were" };
            terminal::remark(&format!("{} with other text {were} left alone; --force writes over\n", count(there.len(), "file")));
        }
    }
    Ok(if there.is_empty() { Outcome::Clean } else { Outcome::Problems })
}

/// Writes the files that agencies are given.
fn xliff(options: &Export, files: &[(SourcePath, String)]) -> Result<Outcome, Failure> {
    let out = options.out.clone().unwrap_or_else(|| beside(&options.scope.folder.site));
    if files.is_empty() {
        return Err("there are no catalogs to export; `polyguide i18n update --locale TAG` makes them".to_owned().into());
    }
    rewrite::make_folder(&out)?;
    files.iter().try_for_each(|(path, text)| rewrite::put(&out, path, text))?;
    if !options.scope.quiet {
        terminal::say(&format!("wrote {} to `{}`\n", count(files.len(), "file"), out.display()))?;
    }
    Ok(Outcome::Clean)
}

/// `xliff` in the site's folder.
fn beside(site: &Path) -> PathBuf {
    if site == Path::new(".") { "xliff".into() } else { site.join("xliff") }
}
