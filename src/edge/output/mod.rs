//! The output folder: written file by file, each whole or not at all, and only where something changed.
//!
//! `OUT/.polyguide/` holds what polyguide knows about the folder: `manifest`, the files of the last finished build, and
//! while a build runs `journal`, the files that it adds, and `new/`, files that are not whole yet. Both are gone when it
//! is finished. A build that was interrupted leaves them, so that the next one knows what is its own. What goes into an
//! empty folder is made in `new/` as a whole. `sets/` notes what files that are costly to make were made of, so that the
//! next build can keep them.

#![expect(clippy::disallowed_methods, reason = "writing to the disk is what this room is for")]

mod aside;
mod folders;
mod links;
mod lock;
mod manifest;
mod new_site;
mod same;
mod scratch;
mod sets;
mod shards;
mod sink;
mod sites;

pub use sink::{FolderSink, Written};
pub use sites::{Done, Sites, SitesWriter};

use super::Error;
use crate::path::OutputPath;
use manifest::Manifest;
use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// The folder inside the output folder that is polyguide's own.
const OWN_FOLDER: &str = ".polyguide";

/// What every folder holds that was written to; [`manifest::NAME`] in [`OWN_FOLDER`].
pub const MANIFEST: &str = ".polyguide/manifest";

/// A folder that may be written to. Nothing is written before [`Output::begin`].
#[derive(Debug)]
pub struct Output {
    out: PathBuf,
    /// The files that are polyguide's, those of an interrupted build among them.
    known: HashSet<OutputPath>,
    /// The text of the manifest, and its file, locked against a second build.
    manifest: Option<(String, File)>,
    /// Whether nothing lies in the folder.
    empty: bool,
}

impl Output {
    /// Looks whether `out` may be the output folder of the site at `site`: it is not there, empty, or made by polyguide.
    ///
    /// # Errors
    /// Where it is anything else, another build is writing to it, or it cannot be read.
    pub fn open(out: &Path, site: &Path) -> Result<Self, Error> {
        let fresh = Self { out: out.to_owned(), known: HashSet::new(), manifest: None, empty: true };
        match fs::metadata(out) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(fresh),
            Err(error) => return Err(Error::io("read the folder", out)(error)),
            Ok(metadata) if !metadata.is_dir() => return Err(Error::refused(out, "is no folder; give another with `--out`")),
            Ok(_) => refuse_site(out, site)?,
        }
        match read_manifest(out)? {
            Some((text, file)) => fresh.known(text, file),
            None if sites::are_in(out) => Err(Error::refused(out, "holds the sites of `build --each`; give another folder with `--out`")),
            None if is_empty(out)? => Ok(fresh),
            None => Err(Error::refused(
                out,
                "is not empty and was not made by polyguide, which would delete what it does not know; \
                 empty it or give another folder with `--out`",
            )),
        }
    }

    /// Makes the folder and takes it for this build.
    ///
    /// # Errors
    /// Where it cannot be written to, or another build was faster.
    pub fn begin(mut self) -> Result<FolderSink, Error> {
        let own = self.out.join(OWN_FOLDER);
        fs::create_dir_all(&own).map_err(Error::io("make the folder", &own))?;
        // From now on the folder is known to be ours, even if nothing else is ever written.
        let manifest = match self.manifest.take() {
            Some(manifest) => Some(manifest),
            None => manifest::create(&own, &self.out)?,
        };
        if let Some(manifest) = manifest {
            return FolderSink::new(self.out, own, self.known, manifest, self.empty);
        }
        // Another build came since this one looked at the folder, and has ended.
        let (text, file) = read_manifest(&self.out)?.ok_or_else(|| Error::refused(&own, "was removed during the build"))?;
        self.known(text, file)?.begin()
    }

    fn known(mut self, text: String, file: File) -> Result<Self, Error> {
        // A build that was stopped at its very first step leaves an empty one.
        let manifest = if text.is_empty() { Some(Manifest::default()) } else { Manifest::parse(&text) };
        let Some(manifest) = manifest else {
            return Err(Error::refused(
                &self.out,
                "was made by another version of polyguide; empty it or give another folder with `--out`",
            ));
        };
        self.known = manifest.paths.into_iter().chain(scratch::read_journal(&self.out.join(OWN_FOLDER))?).collect();
        self.empty = self.known.is_empty() && is_empty(&self.out)?;
        self.manifest = Some((text, file));
        Ok(self)
    }
}

/// Refuses a folder whose stale files would be the site itself.
fn refuse_site(out: &Path, site: &Path) -> Result<(), Error> {
    let real = |path: &Path| fs::canonicalize(path).map_err(Error::io("read the folder", path));
    if real(site)?.starts_with(real(out)?) {
        return Err(Error::refused(out, "is the folder of the site or holds it; give another with `--out`"));
    }
    Ok(())
}

/// Whether `out` holds nothing but our own folder, which a build that was stopped very early leaves.
fn is_empty(out: &Path) -> Result<bool, Error> {
    let failed = Error::io("read the folder", out);
    let names: io::Result<Vec<_>> = fs::read_dir(out).and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect());
    Ok(names.map_err(failed)?.iter().all(|name| name == OWN_FOLDER))
}

/// The manifest of `out` and its file, locked for as long as it is open.
fn read_manifest(out: &Path) -> Result<Option<(String, File)>, Error> {
    let path = out.join(OWN_FOLDER).join(manifest::NAME);
    let Some(mut file) = lock::open(&path, out)? else { return Ok(None) };
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(Error::io("read", &path))?;
    Ok(Some((text, file)))
}

#[cfg(test)]
mod tests;
