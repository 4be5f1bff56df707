//! `polyguide i18n import`.

use super::{Failure, Outcome, left_alone, open, tree, worse, write};
use crate::{
    cli::Import,
    diagnostic::{Diagnostic, Severity},
    edge::{disk, rewrite, terminal},
    i18n::{
        Change, Imported, Project, Remark,
        xliff::{self, Returned},
    },
    locale::Locale,
    text::line_and_column,
    words::count,
};
use std::path::PathBuf;

/// How much of a text is shown.
const MAX_SHOWN: usize = 60;

/// Takes translated files into catalogs.
pub fn run(options: &Import) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    if !options.from.is_empty() {
        return take_back(options, &project, &locales);
    }
    let imported = project.import(&locales);
    if !scope.quiet {
        let lines = imported.iter().flat_map(|imported| imported.remarks.iter().map(line));
        terminal::say(&lines.collect::<String>())?;
    }
    let refused: Vec<Diagnostic> = imported.iter().flat_map(|imported| imported.refused.clone()).collect();
    let changes: Vec<Change> = imported.iter().filter_map(|imported| imported.change.clone()).collect();
    write(scope, &changes, !refused.is_empty())?;
    let outcome = conclude(options, &imported)?;
    Ok(worse(left_alone(&project, &refused)?, outcome))
}

fn line(remark: &Remark) -> String {
    let shown: String = remark.text.chars().take(MAX_SHOWN).collect();
    let more = if shown.len() < remark.text.len() { "…" } else { "" };
    format!("{}:{}: `{shown}{more}` {}\n", remark.path, remark.line, remark.what.as_str())
}

/// Deletes the files that are catalogs now, if that is wanted, and says what there is.
fn conclude(options: &Import, imported: &[Imported]) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let is_kept = |imported: &&Imported| !imported.refused.is_empty() || (imported.loses_texts() && !options.force);
    let (kept, replaced): (Vec<&Imported>, Vec<&Imported>) = imported.iter().partition(is_kept);
    if options.replace {
        replaced.iter().try_for_each(|imported| rewrite::remove(&scope.folder.site, &imported.file))?;
        kept.iter().for_each(|imported| terminal::remark(&why_kept(imported)));
    }
    if !scope.quiet {
        let texts = imported.iter().map(|imported| imported.texts).sum();
        let odd = imported.iter().map(|imported| imported.remarks.len()).sum();
        let next = match (imported.is_empty(), options.replace) {
            (true, _) => "there is no translated file".to_owned(),
            (false, true) if kept.is_empty() => "the files are deleted; their catalogs are built now".to_owned(),
            (false, true) => format!("{} deleted; their catalogs are built now", count(replaced.len(), "file")),
            (false, false) => "a file goes before its catalog: with --replace the files are deleted".to_owned(),
        };
        let what =
            format!("{} of {}, {} to look at; {next}\n", count(texts, "translation"), count(imported.len(), "file"), count(odd, "text"));
        terminal::remark(&what);
    }
    Ok(if options.replace && !kept.is_empty() { Outcome::Problems } else { Outcome::Clean })
}

/// Why a file is not deleted.
fn why_kept(imported: &Imported) -> String {
    let lost = imported.remarks.iter().filter(|remark| remark.what.is_left_out()).count();
    let why = match lost {
        0 => "its catalog cannot be read".to_owned(),
        lost => format!("{} of it would be lost, which no catalog has; --force deletes it all the same", count(lost, "text")),
    };
    format!("{}: kept: {why}\n", imported.file)
}

/// Takes what agencies sent back.
fn take_back(options: &Import, project: &Project, locales: &[Locale]) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for path in &options.from {
        files.extend(disk::read_files(path, xliff::EXTENSION)?);
    }
    if files.is_empty() {
        return Err(format!("there are no `.{}` files", xliff::EXTENSION).into());
    }
    let texts: Vec<String> = files.iter().map(|(_, text)| text.clone()).collect();
    let returned = project.take_xliff(&texts, locales);
    let errors = tell(&files, &returned);
    write(scope, &returned.changes, errors > 0 || !returned.refused.is_empty())?;
    if !scope.quiet {
        terminal::remark(&format!("{} of {} changed\n", count(returned.entries, "translation"), count(files.len(), "file")));
    }
    let outcome = if errors == 0 { Outcome::Clean } else { Outcome::Problems };
    Ok(worse(left_alone(project, &returned.refused)?, outcome))
}

/// Says what is wrong with files, at its line; how much of it is an error.
fn tell(files: &[(PathBuf, String)], returned: &Returned) -> usize {
    let mut errors = returned.strangers.len();
    for (number, what) in &returned.strangers {
        let (path, _) = &files[*number];
        terminal::remark(&format!("{}: {what}\n", path.display()));
    }
    for (number, diagnostic) in &returned.diagnostics {
        let (path, text) = &files[*number];
        let (line, column) = line_and_column(text, diagnostic.span.start as usize);
        let severity = diagnostic.code.severity;
        errors += usize::from(severity == Severity::Error);
        let place = path.display();
        terminal::remark(&format!("{place}:{line}:{column}: {}[{}] {}\n", severity.as_str(), diagnostic.code.id, diagnostic.message));
    }
    errors
}
