//! A folder of many sites, each in a folder of its name.
//!
//! `OUT/.polyguide/` holds `sites`, the names of all that polyguide made; `shared/`, the files that all of them have; and while
//! a build runs `done`, the sites that are finished with what they were made of, and `new/`, sites that are not whole yet. Each
//! site is a folder as a build of its own makes it.

use super::{
    Error, OWN_FOLDER, Output, is_empty,
    links::Links,
    lock, manifest,
    new_site::NewSite,
    refuse_site,
    scratch::remove_all,
    sets,
    sink::{FolderSink, Written},
};
use crate::{
    path::OutputPath,
    sink::{Sink, SiteSink},
    source::SourceTree,
    text::FileId,
};
use std::{
    collections::{BTreeSet, HashMap},
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// The list of sites in the folder that is polyguide's own.
const LIST: &str = "sites";
/// Its first line, with the version of the format.
const HEADER: &str = "polyguide sites 1";
/// The files that all sites have.
const SHARED: &str = "shared";
/// Sites that are not whole yet.
const NEW: &str = "new";
/// The sites that an unfinished build finished.
const DONE: &str = "done";

/// A folder that sites may be written to. Nothing is written before [`Sites::begin`].
#[derive(Debug)]
pub struct Sites {
    out: PathBuf,
    site: PathBuf,
    /// The names of the sites that are there.
    known: BTreeSet<String>,
}

/// What became of the files of a site, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that other sites have as well.
    pub shared: usize,
    /// Files that were there and were not touched.
    pub unchanged: usize,
    /// Files of earlier builds that were deleted.
    pub removed: usize,
}

impl Done {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            written: self.written + other.written,
            shared: self.shared + other.shared,
            unchanged: self.unchanged + other.unchanged,
            removed: self.removed + other.removed,
        }
    }
}

/// Writes sites, from many threads at once.
#[derive(Debug)]
pub struct SitesWriter {
    out: PathBuf,
    site: PathBuf,
    own: PathBuf,
    known: BTreeSet<String>,
    /// What an unfinished build finished.
    done: HashMap<String, u64>,
    /// What this one finishes; the open file is the lock.
    journal: File,
    next: AtomicUsize,
    copies: bool,
}

/// Whether sites lie in `out`.
pub fn are_in(out: &Path) -> bool {
    out.join(OWN_FOLDER).join(LIST).is_file()
}

impl Sites {
    /// Looks whether sites of the site at `site` may be written to `out`: it is not there, empty, or holds such sites.
    ///
    /// # Errors
    /// Where it is anything else, another build is writing to it, or it cannot be read.
    pub fn open(out: &Path, site: &Path) -> Result<Self, Error> {
        let (out, site) = (out.to_owned(), site.to_owned());
        match fs::metadata(&out) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self { out, site, known: BTreeSet::new() }),
            Err(error) => return Err(Error::io("read the folder", &out)(error)),
            Ok(metadata) if !metadata.is_dir() => return Err(Error::refused(&out, "is no folder; give another with `--out`")),
            Ok(_) => refuse_site(&out, &site)?,
        }
        if let Some(known) = read_list(&out)? {
            lock::open(&out.join(OWN_FOLDER).join(DONE), &out)?;
            return Ok(Self { out, site, known });
        }
        if out.join(super::MANIFEST).is_file() {
            return Err(Error::refused(&out, "holds a site that is one for all; give another folder with `--out`"));
        }
        if !is_empty(&out)? {
            return Err(Error::refused(&out, "is not empty and holds no sites of `build --each`; give another folder with `--out`"));
        }
        Ok(Self { out, site, known: BTreeSet::new() })
    }

    /// Looks whether each site may be written to the folder of its name.
    ///
    /// # Errors
    /// Where something of others lies there.
    pub fn check<'n>(&self, mut names: impl Iterator<Item = &'n str>) -> Result<(), Error> {
        names.try_for_each(|name| {
            let folder = self.out.join(name);
            if folder.exists() { Output::open(&folder, &self.site).map(drop) } else { Ok(()) }
        })
    }

    /// The sites of earlier builds that are not among `names`.
    pub fn stale(&self, names: &BTreeSet<&str>) -> Vec<String> {
        self.known.iter().filter(|name| !names.contains(name.as_str()) && self.out.join(name).is_dir()).cloned().collect()
    }

    /// Takes the folder for this build of `names`. With `copies`, sites have no file in common.
    ///
    /// # Errors
    /// Where it cannot be written to, or another build was faster.
    pub fn begin<'n>(self, names: impl Iterator<Item = &'n str>, copies: bool) -> Result<SitesWriter, Error> {
        let own = self.out.join(OWN_FOLDER);
        fs::create_dir_all(&own).map_err(Error::io("make the folder", &own))?;
        let (done, journal) = open_journal(&own.join(DONE))?;
        lock::lock(&journal, &self.out)?;
        // From now on all of them are known to be ours, however the build ends; so are those of a build that came since this one
        // looked at the folder, and has ended.
        let mut known = self.known;
        known.extend(read_list(&self.out)?.unwrap_or_default());
        known.extend(names.map(str::to_owned));
        write_list(&own, &known)?;
        remove_all(&own.join(NEW))?;
        fs::create_dir(own.join(NEW)).map_err(Error::io("make the folder", &own.join(NEW)))?;
        Ok(SitesWriter { out: self.out, site: self.site, own, known, done, journal, next: AtomicUsize::new(0), copies })
    }
}

impl SitesWriter {
    /// The folder of the files that all sites have, which are written before the sites.
    ///
    /// # Errors
    /// Where it cannot be written to.
    pub fn store(&self) -> Result<FolderSink, Error> {
        Output::open(&self.own.join(SHARED), &self.site)?.begin()
    }

    /// Forgets which sites an unfinished build finished: the files that all sites have are no longer the same.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub fn forget_done(&mut self) -> Result<(), Error> {
        self.done.clear();
        self.journal.set_len(0).map_err(Error::io("write", &self.own.join(DONE)))
    }

    /// Whether an unfinished build finished a site of this seal.
    pub fn is_done(&self, name: &str, seal: u64) -> bool {
        self.done.get(name) == Some(&seal) && self.out.join(name).join(super::MANIFEST).is_file()
    }

    /// Writes the site `name` with what `write` gives, and notes that it is finished.
    ///
    /// # Errors
    /// Where something cannot be written.
    pub fn write(&self, name: &str, seal: u64, write: impl FnOnce(&dyn SiteSink) -> io::Result<()>) -> io::Result<Done> {
        let links = Links { from: self.own.join(SHARED), copies: self.copies };
        self.put(name, seal, links, write)
    }

    /// Writes the site `name` with the files of `other`, which has the same.
    ///
    /// # Errors
    /// Where something cannot be written.
    pub fn repeat(&self, name: &str, seal: u64, other: &str) -> io::Result<Done> {
        let links = Links { from: self.out.join(other), copies: self.copies };
        let paths = manifest::read(&links.own_folder())?;
        let sets = sets::names(&links.own_folder());
        self.put(name, seal, links, |sink| {
            paths.iter().try_for_each(|path| sink.share(path))?;
            sets.iter().try_for_each(|set| sink.share_set(set))
        })
    }

    fn put(&self, name: &str, seal: u64, links: Links, write: impl FnOnce(&dyn SiteSink) -> io::Result<()>) -> io::Result<Done> {
        let place = self.out.join(name);
        let done = if place.join(OWN_FOLDER).exists() {
            let sink = OldSite { sink: Output::open(&place, &self.site)?.begin()?, links };
            write(&sink)?;
            let Written { written, unchanged, removed } = sink.sink.finish()?;
            Done { written, unchanged, removed, shared: 0 }
        } else {
            let folder = self.own.join(NEW).join(self.next.fetch_add(1, Ordering::Relaxed).to_string());
            let sink = NewSite::begin(folder, links)?;
            write(&sink)?;
            sink.finish(&place)?
        };
        let line = format!("{seal:016x} {name}\n");
        (&self.journal).write_all(line.as_bytes()).map_err(Error::io("write", &self.own.join(DONE)))?;
        Ok(done)
    }

    /// Deletes a site of earlier builds; what others put into its folder stays.
    ///
    /// # Errors
    /// Where something cannot be deleted.
    pub fn remove(&mut self, name: &str) -> Result<(), Error> {
        let place = self.out.join(name);
        if place.join(OWN_FOLDER).is_dir() {
            Output::open(&place, &self.site)?.begin()?.finish()?;
            let own = place.join(OWN_FOLDER);
            fs::remove_dir_all(&own).map_err(Error::io("delete", &own))?;
        }
        // Only an empty folder can go.
        _ = fs::remove_dir(&place);
        self.known.remove(name);
        Ok(())
    }

    /// Ends the build.
    ///
    /// # Errors
    /// Where something cannot be deleted or written; the next build does the rest.
    pub fn finish(self) -> Result<(), Error> {
        let known: BTreeSet<String> = self.known.iter().filter(|name| self.out.join(name).is_dir()).cloned().collect();
        write_list(&self.own, &known)?;
        remove_all(&self.own.join(NEW))?;
        if self.copies {
            remove_all(&self.own.join(SHARED))?;
        }
        let done = self.own.join(DONE);
        fs::remove_file(&done).map_err(Error::io("delete", &done))
    }
}

/// A site that is there already: only what differs is written.
struct OldSite {
    sink: FolderSink,
    links: Links,
}

impl Sink for OldSite {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        self.sink.write(path, bytes)
    }

    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        self.sink.copy(tree, file, path)
    }

    fn keep_set(&self, name: &str, seal: u64) -> io::Result<Option<Vec<OutputPath>>> {
        self.sink.keep_set(name, seal)
    }

    fn write_set(&self, name: &str, seal: u64, files: &[(OutputPath, Vec<u8>)]) -> io::Result<()> {
        self.sink.write_set(name, seal, files)
    }
}

impl SiteSink for OldSite {
    fn share(&self, path: &OutputPath) -> io::Result<()> {
        self.sink.share(path, &self.links)
    }

    fn share_same(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        if self.links.holds(path, bytes) { self.share(path) } else { self.write(path, bytes) }
    }

    fn share_set(&self, name: &str) -> io::Result<()> {
        self.sink.share_set(name, &self.links)
    }
}

/// The names of the sites in `out`, if it holds any.
fn read_list(out: &Path) -> Result<Option<BTreeSet<String>>, Error> {
    let path = out.join(OWN_FOLDER).join(LIST);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(Error::io("read", &path)(error)),
    };
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(Error::refused(out, "was made by another version of polyguide; empty it or give another folder with `--out`"));
    }
    // Nothing but a folder in this one may ever be deleted.
    let is_name = |name: &&str| OutputPath::parse(name).is_some() && !name.contains('/') && !name.starts_with('.');
    Ok(Some(lines.filter(is_name).map(str::to_owned).collect()))
}

fn write_list(own: &Path, names: &BTreeSet<String>) -> Result<(), Error> {
    let (path, new) = (own.join(LIST), own.join("sites.new"));
    let text: String = std::iter::once(HEADER).chain(names.iter().map(String::as_str)).map(|line| format!("{line}\n")).collect();
    if fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(&new, text).and_then(|()| fs::rename(&new, &path)).map_err(Error::io("write", &path))
}

/// What an unfinished build noted. Its last line may not be whole.
fn open_journal(path: &Path) -> Result<(HashMap<String, u64>, File), Error> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Error::io("read", path)(error)),
        text => text.unwrap_or_default(),
    };
    let entry = |line: &str| {
        let (seal, name) = line.strip_suffix('\n')?.split_once(' ')?;
        Some((name.to_owned(), u64::from_str_radix(seal, 16).ok()?))
    };
    let done = text.split_inclusive('\n').filter_map(entry).collect();
    let mut file = File::options().append(true).create(true).open(path).map_err(Error::io("write", path))?;
    if !text.is_empty() && !text.ends_with('\n') {
        file.write_all(b"\n").map_err(Error::io("write", path))?;
    }
    Ok((done, file))
}
