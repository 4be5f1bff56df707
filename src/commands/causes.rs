//! The mistakes in a site's data that may be why a command line does not fit the site.

use crate::{
    Site,
    diagnostic::{self, CONFIG, Diagnostic, Levels, SERVICE_DATA},
    edge::terminal,
    report::{Drawing, Style},
    source::SourceTree,
};

/// Draws those of a site's `diagnostics` that may be the cause.
pub fn print(site: &Site, tree: &SourceTree, mut diagnostics: Vec<Diagnostic>) {
    diagnostics.retain(|found| [&CONFIG, &SERVICE_DATA].contains(&found.code));
    diagnostic::sort(&mut diagnostics);
    let levels = Levels { strict: false, in_check: false, configured: site.corpus.config.severities.clone() };
    terminal::print(&Drawing { style: Style::of_stderr(), levels }, tree, &diagnostics);
}
