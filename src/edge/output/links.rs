//! Files that many sites have: one file on the disk, with a name in each of their folders.
//!
//! Nothing is ever written into such a file: a build that has other bytes for one of its names puts a new file there.

use super::{OWN_FOLDER, same};
use crate::path::OutputPath;
use std::{
    fs::{self, File, Metadata},
    io,
    path::{Path, PathBuf},
};

/// The folder that such files lie in first, and how they come to others.
#[derive(Clone, Debug)]
pub struct Links {
    /// Where they lie.
    pub from: PathBuf,
    /// Whether each site has files of its own.
    pub copies: bool,
}

impl Links {
    /// Puts the file at `path` to `new`, where nothing is.
    pub fn put(&self, path: &OutputPath, new: &Path) -> io::Result<()> {
        let source = self.file(path);
        // Some disks have no links, and all have a limit for how many names a file may have: then it is copied.
        if !self.copies && fs::hard_link(&source, new).is_ok() {
            return Ok(());
        }
        io::copy(&mut File::open(source)?, &mut File::create(new)?).map(drop)
    }

    /// Whether `file` is the file at `path` already, or a copy that is nobody else's.
    pub fn is_shared(&self, path: &OutputPath, file: &Path) -> bool {
        let source = self.file(path);
        let (Ok(one), Ok(other)) = (fs::symlink_metadata(&source), fs::symlink_metadata(file)) else { return false };
        if self.copies { !has_other_names(&other) && same::files(file, &source) } else { is_one(&one, &other) }
    }

    /// Whether the file at `path` holds `bytes`.
    pub fn holds(&self, path: &OutputPath, bytes: &[u8]) -> bool {
        same::bytes(&self.file(path), bytes)
    }

    /// What polyguide knows of the folder.
    pub fn own_folder(&self) -> PathBuf {
        self.from.join(OWN_FOLDER)
    }

    fn file(&self, path: &OutputPath) -> PathBuf {
        self.from.join(path.as_str())
    }
}

/// Whether both are of one file.
#[cfg(unix)]
pub fn is_one(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// What cannot be known is linked again, which changes nothing but the time it takes.
#[cfg(not(unix))]
pub fn is_one(_one: &Metadata, _other: &Metadata) -> bool {
    false
}

#[cfg(unix)]
fn has_other_names(file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.nlink() > 1
}

#[cfg(not(unix))]
fn has_other_names(_file: &Metadata) -> bool {
    true
}
