//! `polyguide serve`.

use super::{Failure, Outcome, build::default_out, causes, locales::check_locales};
use crate::{
    cli::Serve,
    edge::{
        disk,
        http::{self, Port},
        open,
        terminal::{self, Meter},
        watch::Watch,
    },
    i18n::pretence::Pretence,
    preview::Preview,
    progress::NoProgress,
    site::Selection,
    source::{Changes, SourceTree},
    words::count,
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
    let wishes = wishes(options, &address);
    let (preview, unread) = match Workspace::ahead(&tree, &wishes) {
        Some(workspace) => (Preview::ahead(fitting(options, workspace, Ok(()))?), Some(tree)),
        None => (Preview::new(open_site(options, tree, wishes.clone())?), None),
    };
    let preview = Arc::new(preview);
    announce(&greeting(&preview, &address, unread.is_none()));
    let (sender, revisions) = watch::channel(preview.revision());
    let watched = Arc::clone(&preview);
    thread::spawn(move || {
        if let Some(tree) = unread {
            read_rest(tree, wishes, &watched);
            sender.send_replace(watched.revision());
        }
        follow(watch, pretence, &watched, &sender);
    });
    if options.open {
        open::in_browser(&address);
    }
    http::serve(port, preview, revisions)?;
    Ok(Outcome::Clean)
}

/// What the command line asks of the site. It stands at `address`, whatever its configuration says.
fn wishes(options: &Serve, address: &str) -> Wishes {
    let selection =
        Selection { locales: options.made_up.among(&options.locales.locale), base_url: Some(address.to_owned()), without_search: false };
    Wishes { selection, set: options.fixed.set.clone(), server: options.fixed.server.clone() }
}

/// Reads the site.
fn open_site(options: &Serve, tree: SourceTree, wishes: Wishes) -> Result<Workspace, Failure> {
    let meter = Meter::new(false);
    let (workspace, fits) = Workspace::open(tree, wishes, &meter);
    meter.finish();
    fitting(options, workspace, fits)
}

/// A site that is as the command line wants it, or what is wrong with it.
fn fitting(options: &Serve, workspace: Workspace, fits: Result<(), String>) -> Result<Workspace, Failure> {
    match fits.and_then(|()| check_locales(&options.locales.locale, workspace.site())) {
        Ok(()) => Ok(workspace),
        Err(message) => {
            let found = workspace.diagnostics().into_iter().map(|found| found.into_owned()).collect();
            causes::print(workspace.site(), workspace.tree(), found);
            Err(message.into())
        }
    }
}

/// Reads all of a site that is shown already, on threads of its own, so that whoever asks for a page need not wait for them.
fn read_rest(tree: SourceTree, wishes: Wishes, preview: &Preview) {
    let read = || Workspace::open(tree, wishes, &NoProgress);
    let (workspace, _) = match rayon::ThreadPoolBuilder::new().build() {
        Ok(threads) => threads.install(read),
        Err(_) => read(),
    };
    preview.complete(workspace);
    announce(&format!("all is read: {}\n", wrong(preview)));
}

/// Takes over what changes, and what is made up of it, for as long as the system tells of it.
fn follow(watch: Watch, mut pretence: Option<Pretence>, preview: &Preview, revisions: &watch::Sender<u64>) {
    for changes in watch {
        let applied = match &mut pretence {
            Some(pretence) => preview.apply(&pretence.follow(&changes)),
            None => preview.apply(&changes),
        };
        revisions.send_replace(preview.revision());
        announce(&news(preview, &changes, &applied));
    }
    terminal::complain("the system no longer tells of changes; start `polyguide serve` again");
}

/// Tells what happens. The site is shown whether or not the words can be written anywhere.
fn announce(text: &str) {
    _ = terminal::say(text);
}

fn greeting(preview: &Preview, address: &str, is_read: bool) -> String {
    let pages = preview.workspace().site().pages.len();
    let state = if is_read { wrong(preview) } else { "which are being read".to_owned() };
    format!("{address}  {}, {state}\n{address}_polyguide/  what is wrong, and all guides; Ctrl+C ends\n", count(pages, "page"))
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
