//! `polyguide serve`.

use super::{Failure, Outcome, build::default_out, locales::check_locales};
use crate::{
    cli::Serve,
    diagnostic::Levels,
    edge::{
        disk,
        http::{self, Port},
        open,
        terminal::{self, Meter},
        watch::Watch,
    },
    i18n::pretence::Pretence,
    preview::Preview,
    report::{Drawing, Style},
    site::Selection,
    source::{Changes, SourceTree},
    words::{count, thousands},
    workspace::{Applied, Wishes, Workspace},
};
use std::{sync::Arc, thread};
use tokio::sync::watch;

/// Shows a site until the user ends it.
pub fn run(options: &Serve) -> Result<Outcome, Failure> {
    let port = Port::take(options.port)?;
    let address = port.address();
    let out = default_out(&options.folder.site);
    let (watch, mut tree) = Watch::begin(&options.folder.site, &out)?;
    let mut pretence = None;
    if let Some(pseudo) = options.made_up.pseudo {
        let made_up = pretence.insert(Pretence::new(disk::read_tree(&options.folder.site, &out)?, pseudo.into())?);
        tree = made_up.over(tree);
    }
    let preview = Arc::new(Preview::new(open_site(options, tree, &address)?));
    terminal::say(&greeting(&preview, &address));
    let (sender, revisions) = watch::channel(preview.revision());
    let watched = Arc::clone(&preview);
    thread::spawn(move || follow(watch, pretence, &watched, &sender));
    if options.open {
        open::in_browser(&address);
    }
    http::serve(port, preview, revisions)?;
    Ok(Outcome::Clean)
}

/// Reads the site as the command line wants it. It stands at `address`, whatever its configuration says.
fn open_site(options: &Serve, tree: SourceTree, address: &str) -> Result<Workspace, Failure> {
    let meter = Meter::new(false);
    let selection = Selection { locales: options.locales.locale.clone(), base_url: Some(address.to_owned()), without_search: false };
    let wishes = Wishes { selection, set: options.fixed.set.clone(), server: options.fixed.server.clone() };
    let (workspace, fits) = Workspace::open(tree, wishes, &meter);
    meter.finish();
    match fits.and_then(|()| check_locales(&options.locales.locale, workspace.site())) {
        Ok(()) => Ok(workspace),
        Err(message) => {
            let drawing = Drawing { style: Style::of_stderr(), levels: Levels::default() };
            let causes = workspace.diagnostics().into_iter().map(|found| found.into_owned()).collect();
            super::build::print_causes(&drawing, workspace.tree(), causes);
            Err(message.into())
        }
    }
}

/// Takes over what changes, and what is made up of it, for as long as the system tells of it.
fn follow(watch: Watch, mut pretence: Option<Pretence>, preview: &Preview, revisions: &watch::Sender<u64>) {
    for changes in watch {
        let applied = match &mut pretence {
            Some(pretence) => preview.apply(&pretence.follow(&changes)),
            None => preview.apply(&changes),
        };
        revisions.send_replace(preview.revision());
        terminal::say(&news(preview, &changes, &applied));
    }
    terminal::complain("the system no longer tells of changes; start `polyguide serve` again");
}

fn greeting(preview: &Preview, address: &str) -> String {
    let pages = preview.workspace().site().pages.len();
    format!("{address}  {} pages, {}\n{address}_polyguide/  what is wrong, and all guides; Ctrl+C ends\n", thousands(pages), wrong(preview))
}

/// A line for a burst of changes.
fn news(preview: &Preview, changes: &Changes, applied: &Applied) -> String {
    let mut files = changes.files();
    let first = files.next().map_or_else(|| "the site's folder".to_owned(), ToString::to_string);
    let more = match files.count() {
        0 => String::new(),
        more => format!(" and {}", count(more, "other")),
    };
    format!("{first}{more}: {} read, {}\n", count(applied.parsed.len(), "guide"), wrong(preview))
}

/// How much is wrong with the site.
fn wrong(preview: &Preview) -> String {
    let counts = preview.counts();
    format!("{}, {}, {}", count(counts.errors, "error"), count(counts.warnings, "warning"), count(counts.notes, "note"))
}
