//! `polyguide build --each`: a site for each of many.

use super::{Build, Did, Failure, Meter, Outcome, Understood, conclude, drawing, refuse, understand};
use crate::{
    commands::locales::check_locales,
    diagnostic::Diagnostic,
    each::{
        Plan, Row, Rows,
        rows::{self, Known},
    },
    edge::{
        disk,
        output::{Done, Sites, SitesWriter},
        terminal,
    },
    progress::Progress,
    service::Values,
    site::Site,
    words::count,
};
use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

/// Builds the sites of a file or of a range.
pub fn build(options: &Build, out: PathBuf, meter: Meter) -> Result<Outcome, Failure> {
    let sites = Sites::open(&out, &options.folder.site)?;
    let mut understood = understand(options, &out, &meter)?;
    Plan::mark_name(&mut understood.site);
    // Everything that can be wrong with the sites is found before anything is written.
    let (fixed, rows) = match wanted(options, &understood.site) {
        Ok(wanted) => wanted,
        Err(Wrong::Rows(message)) => {
            drop(meter);
            return Err(message.into());
        }
        Err(Wrong::Options(message)) => return Err(refuse(meter, &understood, message)),
    };
    sites.check(rows.rows.iter().map(|row| row.name.as_str()))?;
    let stale = sites.stale(&rows.rows.iter().map(|row| row.name.as_str()).collect());
    let mut writer = sites.begin(rows.rows.iter().map(|row| row.name.as_str()), options.each.copy)?;
    let plan = make_plan(&understood, &fixed, &rows, &mut writer, &meter)?;
    let mut did = write_all(&plan, &rows, &writer, &meter)?;
    meter.phase("tidy", 0);
    if options.each.prune {
        stale.iter().try_for_each(|name| writer.remove(name))?;
        did.removed = stale.len();
    } else {
        did.stale = stale;
    }
    writer.finish()?;
    let report = plan.report.clone();
    drop(plan);
    conclude(options, understood, &report, Did::Sites(did, out), meter)
}

/// Why sites cannot be written.
enum Wrong {
    /// The command line does not fit the site.
    Options(String),
    /// The file of sites has mistakes, which were shown.
    Rows(String),
}

impl From<String> for Wrong {
    fn from(message: String) -> Self {
        Self::Options(message)
    }
}

/// The values that all sites have, and the sites.
fn wanted(options: &Build, site: &Site) -> Result<(Values, Rows), Wrong> {
    check_locales(&options.locales.locale, site)?;
    let of_site = site.services_in_use();
    let fixed = Values::chosen(&options.fixed.set, options.fixed.server.as_deref(), site.services(), &of_site)?;
    let known = Known { services: site.services(), of_site: &of_site, fixed: &fixed };
    let rows = match (&options.each.each, &options.each.each_range) {
        (Some(file), _) => read(options, site, file, &known)?,
        (None, Some(range)) => rows::range(range, &known)?,
        (None, None) => Rows::default(),
    };
    Ok((fixed, rows))
}

/// The sites of a file, or all that is wrong with it, drawn.
fn read(options: &Build, site: &Site, file: &Path, known: &Known) -> Result<Rows, Wrong> {
    let tree = disk::read_file(file).map_err(|error| Wrong::Rows(error.to_string()))?;
    let Some((id, path)) = tree.iter().next() else { return Ok(Rows::default()) };
    rows::read(&tree, id, known).map_err(|wrong: Vec<Diagnostic>| {
        terminal::print(&drawing(options, site), &tree, &wrong);
        Wrong::Rows(format!("`{path}` has {}; nothing was written", count(wrong.len(), "mistake")))
    })
}

/// Renders what the sites have in common.
fn make_plan<'a>(
    understood: &'a Understood,
    fixed: &'a Values,
    rows: &'a Rows,
    writer: &mut SitesWriter,
    meter: &Meter,
) -> Result<Plan<'a>, Failure> {
    let store = writer.store()?;
    let plan = Plan::make((&understood.site, &understood.tree), fixed, &rows.columns, &store, meter)?;
    let written = store.finish()?;
    if written.written + written.removed > 0 {
        writer.forget_done()?;
    }
    Ok(plan)
}

/// Writes all sites; those that repeat the values of another come last.
fn write_all(plan: &Plan, rows: &Rows, writer: &SitesWriter, meter: &Meter) -> io::Result<terminal::Sites> {
    let seal = plan.seal();
    let (mut firsts, mut repeats) = (Vec::new(), Vec::new());
    let mut by_values: HashMap<&[String], &Row> = HashMap::new();
    for row in &rows.rows {
        match by_values.get(row.values.as_slice()).filter(|_| !plan.depends_on_name()) {
            Some(first) => repeats.push((row, *first)),
            None => {
                by_values.insert(&row.values, row);
                firsts.push(row);
            }
        }
    }
    meter.phase("sites", rows.rows.len());
    let tally = Tally::new(meter);
    let write = |row: &Row| {
        let seal = plan.seal_of(row, seal);
        tally.count(writer.is_done(&row.name, seal), || writer.write(&row.name, seal, |sink| plan.write(row, sink)))
    };
    let repeat = |(row, first): &(&Row, &Row)| {
        let seal = plan.seal_of(row, seal);
        tally.count(writer.is_done(&row.name, seal), || writer.repeat(&row.name, seal, &first.name))
    };
    in_parallel(&firsts, |row| write(row))?;
    in_parallel(&repeats, repeat)?;
    Ok(tally.into_sites(rows.rows.len()))
}

/// Adds up what was done.
struct Tally<'m> {
    meter: &'m Meter,
    files: Mutex<Done>,
    kept: AtomicUsize,
}

impl<'m> Tally<'m> {
    fn new(meter: &'m Meter) -> Self {
        Self { meter, files: Mutex::default(), kept: AtomicUsize::new(0) }
    }

    fn count(&self, is_done: bool, write: impl FnOnce() -> io::Result<Done>) -> io::Result<()> {
        if is_done {
            self.kept.fetch_add(1, Ordering::Relaxed);
        } else {
            let done = write()?;
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            *files = files.plus(done);
        }
        self.meter.step();
        Ok(())
    }

    fn into_sites(self, count: usize) -> terminal::Sites {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        terminal::Sites { count, kept: self.kept.into_inner(), files, ..terminal::Sites::default() }
    }
}

/// Does `work` for each item, on as many threads as are wanted; the first that fails ends it. They are threads of our own: one
/// of rayon that waits for others in the middle of a site would take up the next.
fn in_parallel<T: Sync>(items: &[T], work: impl Fn(&T) -> io::Result<()> + Sync) -> io::Result<()> {
    let (next, has_failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let run = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)).filter(|_| !has_failed.load(Ordering::Relaxed)) {
            work(item).inspect_err(|_| has_failed.store(true, Ordering::Relaxed))?;
        }
        Ok(())
    };
    let threads = rayon::current_num_threads().min(items.len());
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        let ended =
            running.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(io::Error::other("a site could not be written"))));
        ended.fold(Ok(()), io::Result::and)
    })
}
