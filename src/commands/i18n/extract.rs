//! `polyguide i18n extract`.

use super::{Failure, Outcome, open, tree, write};
use crate::cli::Extract;

/// Writes the templates of all guides.
pub fn run(options: &Extract) -> Result<Outcome, Failure> {
    let tree = tree(&options.scope)?;
    let (project, _) = open(&options.scope, &tree)?;
    write(&options.scope, &project.extract(), false)?;
    Ok(Outcome::Clean)
}
