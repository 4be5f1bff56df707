//! `polyguide i18n status`.

use super::{Failure, Outcome, open, tree};
use crate::{
    cli::{I18nStatus, StatusFormat},
    edge::{rewrite, terminal},
    i18n::status,
};

/// Tells what is translated.
pub fn run(options: &I18nStatus) -> Result<Outcome, Failure> {
    let scope = &options.scope;
    let tree = tree(scope)?;
    let (project, locales) = open(scope, &tree)?;
    let status = project.status(&locales);
    if let Some(file) = &options.html {
        rewrite::replace(file, status::html(&status).as_bytes())?;
    }
    match (options.format, options.html.is_some() && scope.quiet) {
        (_, true) => {}
        (StatusFormat::Table, _) => terminal::say(&status::table(&status))?,
        (StatusFormat::Json, _) => terminal::say(&status::json(&status))?,
    }
    Ok(Outcome::Clean)
}
