//! `polyguide i18n import`.

use super::{Failure, Outcome, open, tree, write};
use crate::{
    cli::Import,
    edge::{rewrite, terminal},
    i18n::{Change, Imported, Remark},
    words::count,
};

/// How much of a text is shown.
const MAX_SHOWN: usize = 60;

/// Takes translated files into catalogs.
pub fn run(options: &Import) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    let imported = project.import(&locales);
    if !scope.quiet {
        let lines = imported.iter().flat_map(|imported| imported.remarks.iter().map(line));
        terminal::say(&lines.collect::<String>());
    }
    let changes: Vec<Change> = imported.iter().filter_map(|imported| imported.change.clone()).collect();
    write(scope, &changes)?;
    conclude(options, &imported)
}

fn line(remark: &Remark) -> String {
    let shown: String = remark.text.chars().take(MAX_SHOWN).collect();
    let more = if shown.len() < remark.text.len() { "…" } else { "" };
    format!("{}:{}: `{shown}{more}` {}\n", remark.path, remark.line, remark.what.as_str())
}

/// Deletes the files that are catalogs now, if that is wanted, and says what there is.
fn conclude(options: &Import, imported: &[Imported]) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    if options.replace {
        imported.iter().try_for_each(|imported| rewrite::remove(&scope.site, &imported.file))?;
    }
    if !scope.quiet {
        let texts = imported.iter().map(|imported| imported.texts).sum();
        let odd = imported.iter().map(|imported| imported.remarks.len()).sum();
        let next = match (imported.is_empty(), options.replace) {
            (true, _) => "there is no translated file",
            (false, true) => "the files are deleted; their catalogs are built now",
            (false, false) => "a file goes before its catalog: with --replace the files are deleted",
        };
        let what =
            format!("{} of {}, {} to look at; {next}\n", count(texts, "translation"), count(imported.len(), "file"), count(odd, "text"));
        terminal::remark(&what);
    }
    Ok(Outcome::Clean)
}
