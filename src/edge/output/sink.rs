//! The sink that writes to a folder.

use super::{
    Error, OWN_FOLDER, aside,
    folders::{Age, Folders},
    links::Links,
    manifest::{self, Manifest},
    same,
    scratch::Scratch,
    sets::{self, Set},
    shards::Shards,
};
use crate::{
    path::OutputPath,
    sink::{Sink, written_twice},
    source::SourceTree,
    text::FileId,
};
use std::{
    collections::HashSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// Writes to a folder what is not there yet. See [`super`] for how it survives an interruption.
#[derive(Debug)]
pub struct FolderSink {
    out: PathBuf,
    own: PathBuf,
    /// A folder that nobody looks at, where all is made if the output folder is empty: no file needs a journal or a second
    /// name there, and all are put in place when they are whole.
    aside: Option<PathBuf>,
    /// The files of earlier builds.
    known: HashSet<OutputPath>,
    /// The manifest of the last build, whose open file is the lock.
    manifest: (String, File),
    /// The files of this build.
    given: Shards<()>,
    folders: Folders,
    scratch: Scratch,
    written: AtomicUsize,
    removed: AtomicUsize,
}

/// What a build did to its output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were there and were not touched.
    pub unchanged: usize,
    /// Files of earlier builds that were deleted.
    pub removed: usize,
}

/// Where a file goes.
struct Target {
    file: PathBuf,
    /// Whether something can be there already.
    may_exist: bool,
}

impl FolderSink {
    pub(super) fn new(
        out: PathBuf,
        own: PathBuf,
        known: HashSet<OutputPath>,
        manifest: (String, File),
        empty: bool,
    ) -> Result<Self, Error> {
        let scratch = Scratch::new(&own)?;
        let aside = empty.then(|| scratch.aside()).transpose()?;
        let (place, age) = aside.clone().map_or_else(|| (out.clone(), Age::Old), |aside| (aside, Age::New));
        let folders = Folders::new(place, age);
        let (written, removed) = Default::default();
        Ok(Self { out, own, aside, known, manifest, given: Shards::new(), folders, scratch, written, removed })
    }

    /// Ends the build: deletes the files of earlier builds that this one did not give, and the folders that are empty
    /// then, and notes which files there are now.
    ///
    /// # Errors
    /// Where something cannot be deleted or written; the next build does the rest.
    pub fn finish(self) -> Result<Written, Error> {
        self.remove_stale()?;
        sets::forget(&self.own, |path| self.given.get(path.as_str()).is_some());
        let paths = self.given.into_paths().filter_map(|path| OutputPath::parse(&path)).collect();
        let manifest = Manifest { paths };
        if let Some(aside) = &self.aside {
            aside::put_in_place(aside, &self.out, || self.scratch.note_all(&manifest.paths))?;
        }
        self.scratch.remove_folder()?;
        let (given, written) = (manifest.paths.len(), self.written.into_inner());
        let text = manifest.to_text();
        // The new manifest is locked like the old one, until the last thing is done.
        let _locked = if text == self.manifest.0 { None } else { Some(manifest::write(&self.own, &text)?) };
        self.scratch.remove_journal()?;
        Ok(Written { written, unchanged: given.saturating_sub(written), removed: self.removed.into_inner() })
    }

    fn remove_stale(&self) -> Result<(), Error> {
        let mut stale: Vec<&str> = self.known.iter().map(OutputPath::as_str).filter(|path| self.given.get(path).is_none()).collect();
        stale.sort_unstable();
        for path in stale {
            self.remove(path)?;
            self.remove_empty_folders(path, "");
        }
        Ok(())
    }

    /// Deletes a file of an earlier build, if it is still there. A folder that took its place stays.
    fn remove(&self, path: &str) -> Result<(), Error> {
        let file = self.out.join(path);
        match fs::remove_file(&file) {
            Ok(()) => _ = self.removed.fetch_add(1, Ordering::Relaxed),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            Err(_) if file.is_dir() => {}
            Err(error) => return Err(Error::io("delete", &file)(error)),
        }
        Ok(())
    }

    /// Deletes the folders between `top` and `path` up to the first that something lies in; that one cannot be deleted.
    fn remove_empty_folders(&self, path: &str, top: &str) {
        let mut folder = path;
        while let Some((parent, _)) = folder.rsplit_once('/').filter(|(parent, _)| parent.starts_with(top)) {
            if fs::remove_dir(self.out.join(parent)).is_err_and(|error| error.kind() != io::ErrorKind::NotFound) {
                break;
            }
            folder = parent;
        }
    }

    /// Makes sure that `path` is given once, that an interruption will not lose sight of it, and that its folder is there.
    fn claim(&self, path: &OutputPath) -> io::Result<Target> {
        let text = path.as_str();
        let folder = text.rsplit_once('/').map_or("", |(folder, _)| folder);
        if text.split('/').next() == Some(OWN_FOLDER) {
            return Err(Error::refused(&self.out.join(text), "lies in the folder that polyguide keeps for itself").into());
        }
        if !self.given.insert(text, ()) {
            return Err(written_twice(path));
        }
        if self.aside.is_none() && !self.known.contains(path) {
            self.scratch.note(path)?;
        }
        let age = self.folders.make(folder, |folder| self.clear_file(folder))?;
        let place = self.aside.as_ref().unwrap_or(&self.out);
        Ok(Target { file: place.join(text), may_exist: age == Age::Old })
    }

    /// Puts the file that `make` makes at `target`, in one step.
    fn place(&self, path: &OutputPath, target: &Target, make: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let failed = |error: io::Error| io::Error::from(Error::io("write", &self.out.join(path.as_str()))(error));
        self.written.fetch_add(1, Ordering::Relaxed);
        if self.aside.is_some() {
            return make(&target.file).map_err(failed);
        }
        let new = self.scratch.file();
        make(&new).map_err(failed)?;
        if let Err(error) = fs::rename(&new, &target.file) {
            if !target.file.is_dir() {
                return Err(failed(error));
            }
            self.clear_folder(path.as_str())?;
            fs::rename(&new, &target.file).map_err(failed)?;
        }
        Ok(())
    }

    /// Takes a file of an earlier build out of the way of a folder.
    fn clear_file(&self, path: &str) -> io::Result<()> {
        let known = OutputPath::parse(path).is_some_and(|path| self.known.contains(&path));
        if !known || self.given.get(path).is_some() {
            return Err(Error::refused(&self.out.join(path), "is a file, and pages go into a folder of that name").into());
        }
        Ok(self.remove(path)?)
    }

    /// Takes a folder out of the way of a file, if all that lies in it is of earlier builds.
    fn clear_folder(&self, path: &str) -> io::Result<()> {
        let inside = format!("{path}/");
        if !self.given.any_below(&inside) {
            for file in self.known.iter().filter(|file| file.as_str().starts_with(&inside)) {
                self.remove(file.as_str())?;
                self.remove_empty_folders(file.as_str(), path);
            }
        }
        if self.out.join(path).is_dir() {
            return Err(Error::refused(&self.out.join(path), "is a folder, and a file of that name is to be written").into());
        }
        Ok(())
    }
}

impl FolderSink {
    /// Puts the file that many sites have at `path`, which lies in the folder of `links`.
    pub(super) fn share(&self, path: &OutputPath, links: &Links) -> io::Result<()> {
        let target = self.claim(path)?;
        if target.may_exist && links.is_shared(path, &target.file) {
            return Ok(());
        }
        self.place(path, &target, |new| links.put(path, new))
    }

    /// Puts the note of a set that many sites have.
    pub(super) fn share_set(&self, name: &str, links: &Links) -> io::Result<()> {
        Ok(sets::share(&links.own_folder(), &self.own, name, &self.scratch.file())?)
    }
}

impl Sink for FolderSink {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        let target = self.claim(path)?;
        if target.may_exist && same::bytes(&target.file, bytes) {
            return Ok(());
        }
        self.place(path, &target, |new| fs::write(new, bytes))
    }

    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        let Some(source) = tree.location(file) else { return self.write(path, &tree.read(file)?) };
        let mut open = File::open(&source).map_err(|error| io::Error::from(Error::io("read", &source)(error)))?;
        let target = self.claim(path)?;
        if target.may_exist && same::files(&target.file, &source) {
            return Ok(());
        }
        // Not `fs::copy`, which would also copy the permissions: a page must not be closed because its picture's source is.
        self.place(path, &target, |new| io::copy(&mut open, &mut File::create(new)?).map(drop))
    }

    fn keep_set(&self, name: &str, seal: u64) -> io::Result<Option<Vec<OutputPath>>> {
        let set = Set::read(&self.own, name).filter(|set| set.seal == seal && set.is_whole(&self.out));
        let Some(set) = set else { return Ok(None) };
        let paths = set.files.into_iter().map(|(_, path)| self.claim(&path).map(|_| path));
        paths.collect::<io::Result<_>>().map(Some)
    }

    fn write_set(&self, name: &str, seal: u64, files: &[(OutputPath, Vec<u8>)]) -> io::Result<()> {
        files.iter().try_for_each(|(path, bytes)| self.write(path, bytes))?;
        Ok(Set::new(seal, files).write(&self.own, name, &self.scratch.file())?)
    }
}
