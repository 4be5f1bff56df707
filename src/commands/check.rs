//! `polyguide check`.

use super::{Failure, Outcome, unknown_locale, with_jobs};
use crate::{
    Site,
    check::findings,
    cli::Check,
    diagnostic::{Diagnostic, Levels, Severity},
    edge::{
        disk,
        terminal::{self, Found, Meter},
    },
    locale::Locale,
    progress::Progress,
    report::{Report, Style},
    source::SourceTree,
    text::FileId,
};
use std::collections::HashMap;

/// Finds what is wrong with a site, on as many threads as were asked for.
pub fn run(options: &Check) -> Result<Outcome, Failure> {
    with_jobs(options.jobs, || check(options))
}

fn check(options: &Check) -> Result<Outcome, Failure> {
    let meter = Meter::new(options.quiet);
    meter.phase("read", 0);
    let tree = disk::read_tree(&options.site, &super::build::default_out(&options.site))?;
    let (site, mut diagnostics) = findings(&tree, &meter)?;
    check_locales(&options.locale, &site)?;
    let levels = Levels { in_check: true, strict: options.strict, ..Levels::default() };
    retain_locales(&mut diagnostics, &options.locale, &site);
    let outcome = conclude(options, &tree, diagnostics, &levels, meter);
    // The program ends now: giving back the memory of a large site piece by piece would only take time.
    std::mem::forget((site, tree));
    Ok(outcome)
}

fn check_locales(asked: &[Locale], site: &Site) -> Result<(), String> {
    let known = site.locales();
    asked.iter().find(|locale| !known.contains(locale)).map_or(Ok(()), |unknown| Err(unknown_locale(unknown, &known)))
}

/// Leaves out what is found in the texts of locales that were not asked for.
fn retain_locales(diagnostics: &mut Vec<Diagnostic>, asked: &[Locale], site: &Site) {
    if asked.is_empty() {
        return;
    }
    let locales: HashMap<FileId, &Locale> = site.corpus.documents.iter().map(|document| (document.file, &document.locale)).collect();
    diagnostics.retain(|diagnostic| locales.get(&diagnostic.span.file).is_none_or(|locale| asked.contains(locale)));
}

/// Shows what was found, and says how the check ended.
fn conclude(options: &Check, tree: &SourceTree, mut diagnostics: Vec<Diagnostic>, levels: &Levels, meter: Meter) -> Outcome {
    meter.finish();
    let found = Found::count(diagnostics.iter().map(|diagnostic| levels.severity(diagnostic)));
    diagnostics.retain(|diagnostic| !options.quiet || levels.severity(diagnostic) == Severity::Error);
    let report = Report { tree, levels, style: Style::of_stdout(), shown: &diagnostics };
    terminal::report(options.format, &report);
    if !options.quiet {
        terminal::remark(&format!("{}\n", found.to_text()));
    }
    if found.errors == 0 { Outcome::Clean } else { Outcome::Problems }
}
