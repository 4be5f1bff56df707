//! `polyguide i18n`, a file for each of its commands.

mod export;
mod extract;
mod import;
mod status;
mod sync;
mod update;

use super::{Failure, Outcome};
use crate::{
    cli::{I18n, I18nCommand, Scope},
    diagnostic::{Diagnostic, FILE_UNREADABLE, Levels},
    edge::{disk, rewrite, terminal},
    i18n::{Change, Project},
    locale::Locale,
    report::{Drawing, Style},
    source::SourceTree,
    text::FileId,
    words::count,
};

/// Runs a command.
pub fn run(options: &I18n) -> Result<Outcome, Failure> {
    match &options.command {
        I18nCommand::Extract(options) => extract::run(options),
        I18nCommand::Update(options) => update::run(options),
        I18nCommand::Import(options) => import::run(options),
        I18nCommand::Export(options) => export::run(options),
        I18nCommand::Status(options) => status::run(options),
        I18nCommand::Sync(options) => sync::run(options),
    }
}

/// The files of a site.
fn tree(scope: &Scope) -> Result<SourceTree, Failure> {
    Ok(disk::read_tree(&scope.folder.site, &super::build::default_out(&scope.folder.site))?)
}

/// The guides that were asked for, and the locales.
fn open<'t>(scope: &Scope, tree: &'t SourceTree) -> Result<(Project<'t>, Vec<Locale>), Failure> {
    let mut project = Project::open(tree);
    let locales = project.targets(&scope.locales.locale)?;
    if !scope.guide.is_empty() {
        project.keep(&scope.guide)?;
    }
    Ok((project, locales))
}

/// Says why catalogs are left alone, and how a command ends that left some.
fn left_alone(project: &Project, refused: &[Diagnostic]) -> Result<Outcome, Failure> {
    unread(project, refused, |files| format!("{} left alone: what cannot be read of it would be lost", count(files, "catalog")))
}

/// Says what of files cannot be read and what that leads to, and how a command ends that met some.
fn unread(project: &Project, refused: &[Diagnostic], what: impl FnOnce(usize) -> String) -> Result<Outcome, Failure> {
    let mut files: Vec<FileId> = refused.iter().map(|diagnostic| diagnostic.span.file).collect();
    files.dedup();
    if files.is_empty() {
        return Ok(Outcome::Clean);
    }
    print(project, refused);
    let what = what(files.len());
    if refused.iter().any(|diagnostic| diagnostic.code == &FILE_UNREADABLE) {
        return Err(what.into());
    }
    terminal::remark(&format!("{what}; mend it, and run this again\n"));
    Ok(Outcome::Problems)
}

/// Shows what was found.
fn print(project: &Project, found: &[Diagnostic]) {
    let levels = Levels { in_check: true, ..Levels::default() };
    terminal::print(&Drawing { style: Style::of_stderr(), levels }, project.tree, found);
}

/// The worse of two outcomes.
fn worse(one: Outcome, other: Outcome) -> Outcome {
    if one == Outcome::Clean { other } else { one }
}

/// Writes files and says how many; that there are none only where nothing `is_left`.
fn write(scope: &Scope, changes: &[Change], is_left: bool) -> Result<(), Failure> {
    changes.iter().try_for_each(|change| rewrite::put(&scope.folder.site, &change.path, &change.after))?;
    if !scope.quiet {
        let (new, changed): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.before.is_none());
        let what = match (new.len(), changed.len()) {
            (0, 0) if is_left => return Ok(()),
            (0, 0) => "everything is up to date".to_owned(),
            (new, 0) => format!("wrote {}", count(new, "new file")),
            (0, changed) => format!("changed {}", count(changed, "file")),
            (new, changed) => format!("wrote {}, changed {}", count(new, "new file"), count(changed, "file")),
        };
        terminal::say(&format!("{what}\n"))?;
    }
    Ok(())
}
