//! `polyguide build`.

mod each;

use super::{Failure, Outcome, causes, locales::check_locales, with_jobs};
use crate::{
    Corpus, Report, Selection, Site,
    check::allow::{self, Allow},
    cli::Build,
    corpus::{Purpose, address::NAME, document::Seen},
    diagnostic::{self, Diagnostic, Levels, Severity},
    edge::{
        disk,
        output::Output,
        terminal::{self, Did, Found, Meter, Summary},
    },
    i18n::{Project, pseudo},
    progress::Progress,
    render,
    report::{Drawing, Style},
    resolve, search,
    service::Values,
    source::SourceTree,
    text::FileId,
};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// Builds a site, on as many threads as were asked for.
pub fn run(options: &Build) -> Result<Outcome, Failure> {
    with_jobs(options.running.jobs, || build(options))
}

/// A site that is read and understood, and what was found on the way.
struct Understood {
    tree: SourceTree,
    site: Site,
    allows: Vec<Vec<Allow>>,
    documents: HashSet<FileId>,
    diagnostics: Vec<Diagnostic>,
}

fn build(options: &Build) -> Result<Outcome, Failure> {
    let out = options.out.clone().unwrap_or_else(|| default_out(&options.folder.site));
    let meter = Meter::new(options.running.quiet);
    meter.phase("read", 0);
    if options.each.is_wanted() {
        return each::build(options, out, meter);
    }
    let output = Output::open(&out, &options.folder.site)?;
    let understood = understand(options, &out, &meter)?;
    let Understood { tree, site, .. } = &understood;
    // Everything that can be wrong with the command line is found before anything is written.
    let values = match check(options, site) {
        Ok(values) => values,
        Err(message) => return Err(refuse(meter, &understood, message)),
    };
    if site.corpus.documents.is_empty() {
        return nothing(options, understood, meter);
    }
    let sink = output.begin()?;
    let report = render(site, tree, &values, &sink, &meter)?;
    if site.has_search {
        search::write(site, tree, &values, &sink, &meter)?;
    }
    meter.phase("tidy", 0);
    let written = sink.finish()?;
    conclude(options, understood, &report, Did::Site(written, out), meter)
}

/// Reads a site and what its files mean together.
fn understand(options: &Build, out: &Path, meter: &Meter) -> Result<Understood, Failure> {
    let tree = with_pseudo(disk::read_tree(&options.folder.site, out)?, options)?;
    let see = |seen: &Seen| allow::in_markdown(seen.document.file, seen.text, seen.start);
    let (corpus, allows, mut diagnostics) = Corpus::read_with(&tree, meter, Purpose::Pages, &see);
    let documents = corpus.documents.iter().map(|document| document.file).collect();
    meter.phase("resolve", 0);
    let selection = Selection {
        locales: options.made_up.among(&options.locales.locale),
        base_url: options.base_url.clone(),
        without_search: options.no_search,
    };
    let (site, more) = resolve(corpus, &tree, &selection);
    diagnostics.extend(more);
    Ok(Understood { tree, site, allows, documents, diagnostics })
}

/// Ends a build whose command line does not fit the site, with the mistakes that may be why.
fn refuse(meter: Meter, understood: &Understood, message: String) -> Failure {
    drop(meter);
    causes::print(&understood.site, &understood.tree, understood.diagnostics.clone());
    message.into()
}

/// The site with a pseudo-locale, if one is wanted.
fn with_pseudo(tree: SourceTree, options: &Build) -> Result<SourceTree, Failure> {
    let Some(pseudo) = options.made_up.pseudo else { return Ok(tree) };
    let files = pseudo::files(&Project::open(&tree), pseudo.into())?;
    Ok(tree.with(files))
}

/// `public` in the site's folder.
pub fn default_out(site: &Path) -> PathBuf {
    if site == Path::new(".") { "public".into() } else { site.join("public") }
}

/// The values of the command line, and whether its locales are the site's.
fn check(options: &Build, site: &Site) -> Result<Values, String> {
    check_locales(&options.locales.locale, site)?;
    if site.base_url.as_deref().is_some_and(|url| url.contains(NAME)) {
        return Err("`{name}` in the base URL stands for the names of `--each`".into());
    }
    Values::chosen(&options.fixed.set, options.fixed.server.as_deref(), site.services(), &site.services_in_use())
}

fn drawing(options: &Build, site: &Site) -> Drawing {
    let configured = site.corpus.config.severities.clone();
    Drawing { style: Style::of_stderr(), levels: Levels { strict: options.running.strict, in_check: false, configured } }
}

/// The findings that neither a comment in place allows nor the configuration switches off, in their order.
fn not_allowed(
    tree: &SourceTree,
    drawing: &Drawing,
    diagnostics: Vec<Diagnostic>,
    mut allows: Vec<Allow>,
    documents: &HashSet<FileId>,
) -> Vec<Diagnostic> {
    allows.extend(allow::beside(tree, &diagnostics, documents));
    let mut open = allow::settle(diagnostics, &allows, &|_| true).open;
    open.retain(|diagnostic| drawing.levels.of(diagnostic.code).is_some());
    diagnostic::sort(&mut open);
    open
}

/// Ends a build that has nothing to write: most often the folder is not the one that was meant.
fn nothing(options: &Build, understood: Understood, meter: Meter) -> Result<Outcome, Failure> {
    drop(meter);
    let Understood { tree, site, allows, documents, diagnostics } = understood;
    let drawing = drawing(options, &site);
    terminal::print(&drawing, &tree, &not_allowed(&tree, &drawing, diagnostics, allows.concat(), &documents));
    terminal::remark("there is no guide, so nothing was written\n");
    Ok(Outcome::Problems)
}

/// Shows what was found and done, and says how the build ended.
fn conclude(options: &Build, understood: Understood, report: &Report, did: Did, meter: Meter) -> Result<Outcome, Failure> {
    let Understood { tree, site, allows, documents, mut diagnostics } = understood;
    diagnostics.extend(report.diagnostics.iter().cloned());
    let drawing = drawing(options, &site);
    let diagnostics = not_allowed(&tree, &drawing, diagnostics, allows.concat(), &documents);
    let phases = meter.finish();
    let found = Found::count(diagnostics.iter().map(|diagnostic| drawing.levels.severity(diagnostic)));
    let is_shown = |diagnostic: &&Diagnostic| !options.running.quiet || drawing.levels.severity(diagnostic) == Severity::Error;
    terminal::print(&drawing, &tree, diagnostics.iter().filter(is_shown));
    if !options.running.quiet {
        terminal::say(&Summary { pages: report.pages.clone(), did, found, phases }.to_text())?;
    }
    // The program ends now: giving back the memory of a large site piece by piece would only take time.
    std::mem::forget((site, tree, diagnostics));
    Ok(if found.errors == 0 { Outcome::Clean } else { Outcome::Problems })
}
