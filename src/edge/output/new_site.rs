//! A site that is new: made beside its place, and put there as a whole when it is finished.

use super::{
    Error, OWN_FOLDER,
    folders::{Age, Folders},
    links::Links,
    manifest::{self, Manifest},
    sets::{self, Set},
    shards::Shards,
    sites::Done,
};
use crate::{
    path::OutputPath,
    sink::{Sink, SiteSink, written_twice},
    source::SourceTree,
    text::FileId,
};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// Writes to a folder that nobody looks at yet, so that no file needs a journal or a second name.
#[derive(Debug)]
pub struct NewSite {
    folder: PathBuf,
    own: PathBuf,
    links: Links,
    given: Shards<()>,
    folders: Folders,
    written: AtomicUsize,
}

impl NewSite {
    /// Begins to make a site in `folder`, which is not there.
    pub fn begin(folder: PathBuf, links: Links) -> Result<Self, Error> {
        let own = folder.join(OWN_FOLDER);
        fs::create_dir_all(&own).map_err(Error::io("make the folder", &own))?;
        let folders = Folders::new(folder.clone(), Age::New);
        Ok(Self { folder, own, links, given: Shards::new(), folders, written: AtomicUsize::new(0) })
    }

    /// Puts the finished site to `place`, where nothing or an empty folder is.
    pub fn finish(self, place: &Path) -> Result<Done, Error> {
        let paths = self.given.into_paths().filter_map(|path| OutputPath::parse(&path)).collect();
        let manifest = Manifest { paths };
        manifest::write(&self.own, &manifest.to_text())?;
        fs::rename(&self.folder, place).map_err(Error::io("write", place))?;
        let (files, written) = (manifest.paths.len(), self.written.into_inner());
        Ok(Done { written, shared: files.saturating_sub(written), ..Done::default() })
    }

    fn claim(&self, path: &OutputPath) -> io::Result<PathBuf> {
        let text = path.as_str();
        if !self.given.insert(text, ()) {
            return Err(written_twice(path));
        }
        let folder = text.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.folders.make(folder, |_| Err(written_twice(path)))?;
        Ok(self.folder.join(text))
    }

    fn count(&self) {
        self.written.fetch_add(1, Ordering::Relaxed);
    }
}

impl Sink for NewSite {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        let file = self.claim(path)?;
        self.count();
        fs::write(&file, bytes).map_err(|error| Error::io("write", &file)(error).into())
    }

    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        let Some(source) = tree.location(file) else { return self.write(path, &tree.read(file)?) };
        let mut open = File::open(&source).map_err(|error| io::Error::from(Error::io("read", &source)(error)))?;
        let target = self.claim(path)?;
        self.count();
        let copied = File::create(&target).and_then(|mut new| io::copy(&mut open, &mut new));
        copied.map(drop).map_err(|error| Error::io("write", &target)(error).into())
    }

    fn write_set(&self, name: &str, seal: u64, files: &[(OutputPath, Vec<u8>)]) -> io::Result<()> {
        files.iter().try_for_each(|(path, bytes)| self.write(path, bytes))?;
        Ok(Set::new(seal, files).write(&self.own, name, &self.own.join(format!("new-{name}")))?)
    }
}

impl SiteSink for NewSite {
    fn share(&self, path: &OutputPath) -> io::Result<()> {
        let file = self.claim(path)?;
        self.links.put(path, &file).map_err(|error| Error::io("write", &file)(error).into())
    }

    fn share_same(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        if self.links.holds(path, bytes) { self.share(path) } else { self.write(path, bytes) }
    }

    fn share_set(&self, name: &str) -> io::Result<()> {
        Ok(sets::share(&self.links.own_folder(), &self.own, name, &self.own.join(format!("new-{name}")))?)
    }
}
