//! What is known of a site's folder, to be compared with what lies there now.

use crate::{
    edge::disk::{self, Scan},
    path::SourcePath,
    source::{Changes, Refused},
};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The files and folders that were seen last.
#[derive(Debug, Default)]
pub struct Known {
    files: HashSet<SourcePath>,
    /// What the site calls each folder; a folder that symbolic links lead to has several names.
    folders: HashMap<PathBuf, Vec<String>>,
    /// What the site calls files that symbolic links lead to.
    linked: HashMap<PathBuf, Vec<String>>,
    refused: Vec<Refused>,
}

/// What lies at a place where something happened.
#[derive(Debug, PartialEq, Eq)]
pub enum Seen {
    /// What lay there before, or nothing of ours.
    Nothing,
    /// A file that was known.
    Modified(SourcePath),
    /// A file that was not.
    Added(SourcePath),
    /// Nothing, where a file was known.
    Removed(SourcePath),
    /// A folder that came or went, or something that only a look at the whole can judge.
    Moved,
}

impl Known {
    /// Takes over all that lies in the folder.
    pub fn take(&mut self, scan: &Scan) {
        self.files = scan.paths.iter().cloned().collect();
        self.refused.clone_from(&scan.refused);
        self.take_folders(scan);
    }

    /// Takes over the folders.
    pub fn take_folders(&mut self, scan: &Scan) {
        self.folders = by_place(&scan.folders);
        self.linked = by_place(&scan.linked);
    }

    /// Takes over changes of files.
    pub fn apply(&mut self, changes: &Changes) {
        changes.removed.iter().for_each(|path| _ = self.files.remove(path));
        self.files.extend(changes.added.iter().cloned());
    }

    /// The folders that are new, or lie at or below one that `moved`.
    pub fn fresh_folders<'s>(&self, scan: &'s Scan, moved: &[String]) -> impl Iterator<Item = &'s PathBuf> {
        scan.folders.iter().filter(|(place, name)| !self.folders.contains_key(place) || is_in(name, moved)).map(|(place, _)| place)
    }

    /// The folders that are gone.
    pub fn gone_folders(&self, scan: &Scan) -> Vec<PathBuf> {
        let there: HashSet<&PathBuf> = scan.folders.iter().map(|(place, _)| place).collect();
        self.folders.keys().filter(|place| !there.contains(place)).cloned().collect()
    }

    /// What the site calls a place.
    pub fn names(&self, place: &Path) -> Vec<String> {
        let name = place.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let inside = |folder: &String| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let folders = place.parent().and_then(|parent| self.folders.get(parent));
        folders.into_iter().flatten().map(inside).chain(self.linked.get(place).into_iter().flatten().cloned()).collect()
    }

    /// What lies at a place now, which the site calls `name`. `came` says that something came to it or went from it.
    pub fn look(&self, place: &Path, name: &str, came: bool) -> Seen {
        let known = SourcePath::parse(name).filter(|path| self.files.contains(path));
        match fs::symlink_metadata(place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.look_at_nothing(place, known),
            Err(_) => Seen::Moved,
            Ok(found) if found.is_file() => match (known, SourcePath::parse(name)) {
                (Some(path), _) => Seen::Modified(path),
                (None, Some(path)) => Seen::Added(path),
                (None, None) => Seen::Moved,
            },
            Ok(found) if found.is_dir() => self.look_at_folder(place, came),
            Ok(_) => Seen::Moved,
        }
    }

    fn look_at_nothing(&self, place: &Path, known: Option<SourcePath>) -> Seen {
        let is_refused = || self.refused.iter().any(|refused| place.ends_with(&refused.path));
        match known {
            Some(path) => Seen::Removed(path),
            None if self.folders.contains_key(place) || is_refused() => Seen::Moved,
            None => Seen::Nothing,
        }
    }

    fn look_at_folder(&self, place: &Path, came: bool) -> Seen {
        let is_news = came || !self.folders.contains_key(place);
        if is_news && !disk::is_of_tools(place) { Seen::Moved } else { Seen::Nothing }
    }

    /// Compares all that lies in the folder with what was known, and takes it over. Besides the files that were `seen` to be
    /// modified, those in folders that `moved` count as modified, and those that were written since a time.
    pub fn compare(&mut self, scan: &Scan, seen: &Changes, moved: &[String], since: Option<SystemTime>) -> Changes {
        let there: HashSet<&SourcePath> = scan.paths.iter().collect();
        let is_modified = |path: &&SourcePath| {
            self.files.contains(*path)
                && (seen.modified.contains(path) || is_in(path.as_str(), moved) || since.is_some_and(|since| self.is_newer(path, since)))
        };
        let changes = Changes {
            added: scan.paths.iter().filter(|path| !self.files.contains(*path)).cloned().collect::<BTreeSet<_>>().into_iter().collect(),
            removed: self.files.iter().filter(|path| !there.contains(path)).cloned().collect::<BTreeSet<_>>().into_iter().collect(),
            modified: scan.paths.iter().filter(is_modified).cloned().collect(),
            refused: (scan.refused != self.refused).then(|| scan.refused.clone()),
        };
        self.take(scan);
        changes
    }

    fn is_newer(&self, path: &SourcePath, since: SystemTime) -> bool {
        let folder = self.folders.iter().find(|(_, names)| names.iter().any(|name| name == path.folder()));
        let place = folder.map(|(place, _)| place.join(path.name()));
        place.and_then(|place| fs::metadata(place).ok()).is_none_or(|found| changed(&found).is_none_or(|changed| changed >= since))
    }
}

/// When a file was written, or came to its name.
fn changed(found: &Metadata) -> Option<SystemTime> {
    #[cfg(unix)]
    {
        use std::{os::unix::fs::MetadataExt, time::Duration};
        let seconds = u64::try_from(found.ctime()).ok()?;
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
    }
    #[cfg(not(unix))]
    found.modified().ok()
}

/// Whether a path lies at or below one of `folders`.
fn is_in(path: &str, folders: &[String]) -> bool {
    folders.iter().any(|folder| path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

fn by_place(names: &[(PathBuf, String)]) -> HashMap<PathBuf, Vec<String>> {
    let mut found: HashMap<PathBuf, Vec<String>> = HashMap::new();
    for (place, name) in names {
        found.entry(place.clone()).or_default().push(name.clone());
    }
    found
}
