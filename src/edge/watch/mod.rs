//! What changes in a site's folder, as the system tells it: bursts of events made into changes of files.
//!
//! Each folder that is read is watched by itself, so that others cost nothing. What an event says counts little, since
//! editors save in many ways: it only says where to look, and what lies there when a burst is over is compared with what
//! was known.

#![expect(clippy::disallowed_methods, reason = "the disk and the clock are asked here")]

mod known;

use super::{
    Error,
    disk::{self, Scan},
};
use crate::source::{Changes, SourceTree};
use known::{Known, Seen};
use notify::{
    Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode, ModifyKind},
};
use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant, SystemTime},
};

/// A burst is over when so long nothing came: a save is a handful of calls in a row.
const QUIET: Duration = Duration::from_millis(10);
/// A burst that goes on is looked at after this.
const MAX_BURST: Duration = Duration::from_millis(250);
/// How exactly file systems know when a file was written.
const STAMP: Duration = Duration::from_secs(2);

/// Watches a site's folder.
pub struct Watch {
    root: PathBuf,
    out: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    known: Known,
    /// When the last burst began.
    since: SystemTime,
}

/// Where something happened.
#[derive(Debug, Default)]
struct Burst {
    paths: BTreeSet<PathBuf>,
    /// Those that something came to or went from, as a whole.
    moved: BTreeSet<PathBuf>,
    /// Whether the system lost events.
    lost: bool,
}

impl Watch {
    /// Begins to watch the folder `root`, in which `out` is not read; with its files as they are now.
    ///
    /// # Errors
    /// Where the folder cannot be read or watched.
    pub fn begin(root: &Path, out: &Path) -> Result<(Self, SourceTree), Error> {
        let (sender, events) = mpsc::channel();
        let handler = move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, is_of_interest) {
                // Nobody listens only when all is over.
                _ = sender.send(event);
            }
        };
        let watcher = RecommendedWatcher::new(handler, Config::default()).map_err(|error| cannot_watch(root, error))?;
        let since = SystemTime::now();
        let mut watch = Self { root: root.to_owned(), out: out.to_owned(), watcher, events, known: Known::default(), since };
        let scan = watch.look(&[])?;
        watch.known.take(&scan);
        Ok((watch, scan.into_tree(root)))
    }

    fn burst(&self) -> Option<Burst> {
        let mut burst = Burst::default();
        burst.add(self.events.recv().ok()?);
        let end = Instant::now() + MAX_BURST;
        while let Ok(event) = self.events.recv_timeout(QUIET.min(end.saturating_duration_since(Instant::now()))) {
            burst.add(event);
        }
        Some(burst)
    }

    fn changes(&mut self, burst: &Burst, since: SystemTime) -> Changes {
        let mut changes = Changes::default();
        let mut moved = Vec::new();
        for path in &burst.paths {
            for name in self.known.names(path) {
                match self.known.look(path, &name, burst.moved.contains(path)) {
                    Seen::Nothing => {}
                    Seen::Modified(path) => changes.modified.push(path),
                    Seen::Added(path) => changes.added.push(path),
                    Seen::Removed(path) => changes.removed.push(path),
                    Seen::Moved => moved.push(name),
                }
            }
        }
        if moved.is_empty() && !burst.lost {
            self.known.apply(&changes);
            return changes;
        }
        self.look(&moved)
            .map_or_else(|_| Changes::default(), |scan| self.known.compare(&scan, &changes, &moved, burst.lost.then_some(since - STAMP)))
    }

    /// Looks at the whole folder, and watches the folders in it that are new, or lie at or below one that `moved`.
    fn look(&mut self, moved: &[String]) -> Result<Scan, Error> {
        let mut moved = moved;
        loop {
            let scan = disk::scan(&self.root, &self.out)?;
            let fresh: Vec<PathBuf> = self.known.fresh_folders(&scan, moved).cloned().collect();
            let gone: Vec<PathBuf> = self.known.gone_folders(&scan);
            if fresh.is_empty() && gone.is_empty() {
                return Ok(scan);
            }
            self.watch(&fresh, &gone)?;
            // What came into a folder before it was watched is seen by looking once more.
            self.known.take_folders(&scan);
            moved = &[];
        }
    }

    fn watch(&mut self, fresh: &[PathBuf], gone: &[PathBuf]) -> Result<(), Error> {
        let mut paths = self.watcher.paths_mut();
        for folder in gone {
            // The system has mostly seen for itself that it is gone.
            _ = paths.remove(folder);
        }
        for folder in fresh {
            match paths.add(folder, RecursiveMode::NonRecursive) {
                // It came and went.
                Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                added => added.map_err(|error| cannot_watch(folder, error))?,
            }
        }
        paths.commit().map_err(|error| cannot_watch(&self.root, error))
    }
}

/// Each burst of changes; the end comes where the system watches no longer.
impl Iterator for Watch {
    type Item = Changes;

    fn next(&mut self) -> Option<Changes> {
        loop {
            let burst = self.burst()?;
            let since = std::mem::replace(&mut self.since, SystemTime::now());
            let changes = self.changes(&burst, since);
            if !changes.is_empty() {
                return Some(changes);
            }
        }
    }
}

impl Burst {
    fn add(&mut self, event: notify::Result<Event>) {
        let Ok(event) = event else { return self.lost = true };
        self.lost |= event.need_rescan();
        let is_whole = matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        for path in event.paths.into_iter().filter(|path| !is_temporary(path)) {
            if is_whole {
                self.moved.insert(path.clone());
            }
            self.paths.insert(path);
        }
    }
}

/// Whether an event may be about a change: reading is none, and what we read ourselves would be told, too.
fn is_of_interest(event: &Event) -> bool {
    let is_reading = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
    event.need_rescan() || (!is_reading && (event.paths.is_empty() || !event.paths.iter().all(|path| is_temporary(path))))
}

/// Whether a name is one of those that editors give to copies that come and go, or is of a dot folder.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.as_encoded_bytes()).unwrap_or_default();
    name.starts_with(b".") || name.ends_with(b"~")
}

fn cannot_watch(path: &Path, error: notify::Error) -> Error {
    let source = match error.kind {
        notify::ErrorKind::Io(error) => error,
        notify::ErrorKind::MaxFilesWatch => io::Error::other(
            "the system's limit of watched folders is reached; raise it (on Linux: `sysctl fs.inotify.max_user_watches=524288`)",
        ),
        _ => io::Error::other(error.to_string()),
    };
    Error::io("watch the folder", path)(source)
}

#[cfg(test)]
mod tests;
