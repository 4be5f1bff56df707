//! `polyguide i18n extract`.

use super::{Failure, Outcome, tree, write};
use crate::{cli::Extract, i18n::Project};

/// Writes the templates of all guides.
pub fn run(options: &Extract) -> Result<Outcome, Failure> {
    let tree = tree(&options.scope)?;
    let project = Project::open(&tree);
    project.targets(&options.scope.locale)?;
    write(&options.scope, &project.extract())?;
    Ok(Outcome::Clean)
}
