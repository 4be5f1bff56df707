//! What a running build keeps beside the pages: files that are not whole yet, and the journal of those that are new.

use super::Error;
use crate::path::OutputPath;
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// The folder and journal of a running build.
#[derive(Debug)]
pub struct Scratch {
    /// Files that are not whole yet, numbered. In the output folder, as a file can be renamed only inside its file system.
    folder: PathBuf,
    next: AtomicUsize,
    journal_path: PathBuf,
    journal: File,
}

impl Scratch {
    /// Clears away what an interrupted build left, except for its journal, which says what else it left.
    pub fn new(own: &Path) -> Result<Self, Error> {
        let (folder, journal_path) = (own.join("new"), journal_path(own));
        remove_all(&folder)?;
        fs::create_dir(&folder).map_err(Error::io("make the folder", &folder))?;
        let journal = File::options().append(true).create(true).open(&journal_path).map_err(Error::io("write", &journal_path))?;
        Ok(Self { folder, next: AtomicUsize::new(0), journal_path, journal })
    }

    /// A path that no other file has.
    pub fn file(&self) -> PathBuf {
        self.folder.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }

    /// A new folder for files that are put in place together.
    pub fn aside(&self) -> Result<PathBuf, Error> {
        let folder = self.folder.join("all");
        fs::create_dir(&folder).map_err(Error::io("make the folder", &folder))?;
        Ok(folder)
    }

    /// Notes that the build is about to put all of `paths` in place.
    pub fn note_all(&self, paths: &BTreeSet<OutputPath>) -> Result<(), Error> {
        let text: String = paths.iter().flat_map(|path| [path.as_str(), "\n"]).collect();
        (&self.journal).write_all(text.as_bytes()).map_err(Error::io("write", &self.journal_path))
    }

    /// Notes that the build is about to make `path`. A line is appended by a single call, so that threads need no lock.
    pub fn note(&self, path: &OutputPath) -> io::Result<()> {
        (&self.journal).write_all(format!("{path}\n").as_bytes()).map_err(|error| Error::io("write", &self.journal_path)(error).into())
    }

    /// Removes the folder.
    pub fn remove_folder(&self) -> Result<(), Error> {
        remove_all(&self.folder)
    }

    /// Removes the journal, which must come after the manifest.
    pub fn remove_journal(self) -> Result<(), Error> {
        drop(self.journal);
        fs::remove_file(&self.journal_path).map_err(Error::io("delete", &self.journal_path))
    }
}

fn journal_path(own: &Path) -> PathBuf {
    own.join("journal")
}

/// What an interrupted build made. Its last line may not be whole.
pub fn read_journal(own: &Path) -> Result<Vec<OutputPath>, Error> {
    let path = journal_path(own);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.split_inclusive('\n').filter_map(|line| OutputPath::parse(line.strip_suffix('\n')?)).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Error::io("read", &path)(error)),
    }
}

/// Deletes a folder with all that lies in it, if it is there.
pub fn remove_all(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io("delete", folder)(error)),
        _ => Ok(()),
    }
}
