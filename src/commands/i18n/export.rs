//! `polyguide i18n export`.

use super::{Failure, Outcome, open, print, tree, unread, worse, write};
use crate::{
    cli::{Export, ExportFormat},
    diagnostic::Diagnostic,
    edge::{rewrite, terminal},
    i18n::{Change, Exported, Project},
    locale::Locale,
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
    let (outcome, refused) = match options.format {
        ExportFormat::Markdown => markdown(options, &project, &locales)?,
        ExportFormat::Xliff => xliff(options, &project, &locales)?,
    };
    if !scope.quiet {
        print(&project, &project.without_guide(&locales));
    }
    let what = |files| format!("{} not exported: what cannot be read of it would be missing", count(files, "file"));
    Ok(worse(unread(&project, &refused, what)?, outcome))
}

/// What could be made, and why the rest could not.
fn parted<T>(made: Vec<Result<T, Vec<Diagnostic>>>) -> (Vec<T>, Vec<Diagnostic>) {
    let (mut all, mut refused) = (Vec::new(), Vec::new());
    for one in made {
        match one {
            Ok(one) => all.push(one),
            Err(why) => refused.extend(why),
        }
    }
    (all, refused)
}

/// Writes guides.
fn markdown(options: &Export, project: &Project, locales: &[Locale]) -> Result<(Outcome, Vec<Diagnostic>), Failure> {
    let scope = &options.scope;
    let (exported, refused) = parted(project.export(locales));
    let (there, new): (Vec<&Exported>, Vec<&Exported>) = exported.iter().partition(|exported| exported.is_there && !options.force);
    let changes: Vec<Change> = new.iter().filter_map(|exported| exported.change.clone()).collect();
    write(scope, &changes, !there.is_empty() || !refused.is_empty())?;
    if !scope.quiet {
        let left: usize = new.iter().map(|exported| exported.share.fuzzy + exported.share.missing).sum();
        if left > 0 {
            terminal::remark(&format!("{} without a translation stand there in the language of the source\n", count(left, "text")));
        }
        if !there.is_empty() {
            let paths = there.iter().filter_map(|exported| exported.change.as_ref()).map(|change| &change.path);
            terminal::remark(&paths.map(|path| format!("{path}: there is other text in it\n")).collect::<String>());
            let were = if there.len() == 1 { "was" } else { "were" };
            terminal::remark(&format!("{} with other text {were} left alone; --force writes over\n", count(there.len(), "file")));
        }
    }
    Ok((if there.is_empty() { Outcome::Clean } else { Outcome::Problems }, refused))
}

/// Writes the files that agencies are given.
fn xliff(options: &Export, project: &Project, locales: &[Locale]) -> Result<(Outcome, Vec<Diagnostic>), Failure> {
    let (files, refused): (Vec<(SourcePath, String)>, _) = parted(project.to_xliff(locales));
    let out = options.out.clone().unwrap_or_else(|| beside(&options.scope.folder.site));
    if files.is_empty() && refused.is_empty() {
        return Err("there are no catalogs to export; `polyguide i18n update --locale TAG` makes them".to_owned().into());
    }
    if !files.is_empty() {
        rewrite::make_folder(&out)?;
    }
    files.iter().try_for_each(|(path, text)| rewrite::put(&out, path, text))?;
    if !options.scope.quiet && !files.is_empty() {
        terminal::say(&format!("wrote {} to `{}`\n", count(files.len(), "file"), out.display()))?;
    }
    Ok((Outcome::Clean, refused))
}

/// `xliff` in the site's folder.
fn beside(site: &Path) -> PathBuf {
    if site == Path::new(".") { "xliff".into() } else { site.join("xliff") }
}
