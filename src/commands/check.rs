//! `polyguide check`.

mod known;
mod mend;
mod scope;

use super::{Failure, Outcome, with_jobs};
use crate::{
    check::{Findings, all_findings, all_findings_with, external},
    cli::Check,
    diagnostic::{Diagnostic, LOCALE_STALE, Levels, Severity},
    edge::{
        disk, git,
        terminal::{self, Found, Meter},
        web,
    },
    explain::Explanation,
    fix::Fixes,
    progress::Progress,
    report::{Report, Style},
    site::Site,
    source::SourceTree,
    words::count,
};
use known::Known;
use scope::Scope;
use std::borrow::Cow;

/// Finds what is wrong with a site, on as many threads as were asked for.
pub fn run(options: &Check) -> Result<Outcome, Failure> {
    match &options.explain {
        Some(code) => explain(code),
        None => with_jobs(options.running.jobs, || check(options)),
    }
}

/// Says what a kind of mistake means, instead of looking for any.
fn explain(code: &str) -> Result<Outcome, Failure> {
    let style = Style::of_stdout();
    terminal::say(&Explanation::find(code)?.to_terminal(style.width, style.color))?;
    Ok(Outcome::Clean)
}

fn check(options: &Check) -> Result<Outcome, Failure> {
    let meter = Meter::new(options.running.quiet);
    meter.phase("read", 0);
    let changed = options.changed_since.as_ref().map(|revision| git::changed_since(&options.folder.site, revision)).transpose()?;
    let tree = disk::read_tree(&options.folder.site, &super::build::default_out(&options.folder.site))?;
    let scope = Scope { locales: &options.locales.locale, changed };
    let look = |tree: &SourceTree| look(options, &scope, tree, &meter);
    let mut mended = match (options.fix || options.diff).then_some(if options.with_unsafe { Fixes::All } else { Fixes::Safe }) {
        Some(fixes) => mend::mend(options, tree, fixes, &look)?,
        None => mend::Mended { findings: look(&tree)?, tree, remark: None, is_over: None },
    };
    drop(meter.finish());
    let outcome = match mended.is_over {
        Some(outcome) => outcome,
        None => conclude(options, &mended.tree, &mut mended.findings, mended.remark)?,
    };
    // The program ends now: giving back the memory of a large site piece by piece would only take time.
    std::mem::forget((mended.findings, mended.tree));
    Ok(outcome)
}

/// What is wrong with the part of a site that was asked for.
fn look(options: &Check, scope: &Scope, tree: &SourceTree, meter: &Meter) -> Result<Findings, Failure> {
    let mut findings = if options.external {
        let ask = |site: &Site, tree: &SourceTree| -> Result<_, Failure> {
            let addresses = external::addresses(site, tree);
            let answers = web::ask(&options.folder.site, addresses.keys().map(String::as_str), meter)?;
            Ok(external::diagnostics(tree, &addresses, &answers))
        };
        all_findings_with(tree, meter, &ask)?
    } else {
        all_findings(tree, meter)?
    };
    scope.retain(&mut findings, tree)?;
    Ok(findings)
}

/// Shows what was found, and says how the check ended.
fn conclude(options: &Check, tree: &SourceTree, findings: &mut Findings, mended: Option<String>) -> Result<Outcome, Failure> {
    let configured = findings.site.corpus.config.severities.clone();
    let levels = Levels { in_check: true, strict: options.running.strict, configured };
    let known = Known::read(options, tree, std::mem::take(&mut findings.open))?;
    let found = Found::count(known.new.iter().map(|diagnostic| levels.severity(diagnostic)));
    let mut shown = Cow::Borrowed(&known.new[..]);
    if options.running.quiet {
        shown.to_mut().retain(|diagnostic| levels.severity(diagnostic) == Severity::Error);
    }
    let report = Report {
        tree,
        levels: &levels,
        style: Style::of_stdout(),
        shown: &shown,
        allowed: &findings.allowed,
        known: known.known.as_deref(),
        site: &options.folder.site.to_string_lossy().replace('\\', "/"),
    };
    if options.statistics {
        terminal::statistics(&report)?;
    } else {
        terminal::report(options.format, &report)?;
    }
    if !options.running.quiet {
        let fixable = known.new.iter().filter(|diagnostic| Fixes::Safe.mend(diagnostic)).count();
        let fixable = (fixable > 0).then(|| format!("{} can be mended with --fix", count(fixable, "finding")));
        let lines = [mended, Some(found.to_text()), fixable].into_iter().flatten().chain(known.remarks);
        terminal::remark(&lines.map(|line| line + "\n").collect::<String>());
    }
    let is_too_stale = too_stale(options, &known.new);
    // Back to where they are from, which is not given back piece by piece either.
    findings.open = known.new;
    Ok(if found.errors == 0 && !is_too_stale { Outcome::Clean } else { Outcome::Problems })
}

/// Whether more texts are stale than may be.
fn too_stale(options: &Check, found: &[Diagnostic]) -> bool {
    let Some(most) = options.max_stale else { return false };
    let stale = found.iter().filter(|diagnostic| diagnostic.code == &LOCALE_STALE).count();
    if stale > most {
        terminal::remark(&format!("{} stale; --max-stale allows {most}\n", count_are(stale)));
    }
    stale > most
}

fn count_are(stale: usize) -> String {
    format!("{} {}", count(stale, "text"), if stale == 1 { "is" } else { "are" })
}
