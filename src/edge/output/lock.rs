//! One build at a time in a folder: what a build has open, no other can lock.
//!
//! The system gives a lock back however the program ends. Some file systems have no locks: then there is none.

use super::{Error, links::is_one};
use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

/// How often a file is opened again that another took the place of. Where files have another number each time, once is enough.
const TRIES: usize = 5;

/// Locks a file of `out`.
///
/// # Errors
/// Where another build has locked it.
pub fn lock(file: &File, out: &Path) -> Result<(), Error> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            Err(Error::refused(out, "is being written to by another build; wait until it ends, or give another folder with `--out`"))
        }
        _ => Ok(()),
    }
}

/// Opens and locks a file of `out`, if it is there.
///
/// # Errors
/// Where another build has locked it, or it cannot be opened.
pub fn open(path: &Path, out: &Path) -> Result<Option<File>, Error> {
    let mut tries = 0;
    loop {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(Error::io("read", path)(error)),
        };
        lock(&file, out)?;
        tries += 1;
        // The build that had it until just now may have put another in its place.
        if tries == TRIES || is_at(&file, path) {
            return Ok(Some(file));
        }
    }
}

/// Whether an open file is still the one at a path.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => is_one(&open, &there),
        _ => false,
    }
}
