//! Files that were made in a folder aside, put in place together.

use super::Error;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Moves all that lies in `aside` to `out`, where nothing of these names may be. `note` is called before the first is moved.
///
/// # Errors
/// Where something of the name came there in the meantime, or nothing can be moved.
pub fn put_in_place(aside: &Path, out: &Path, note: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    let moves = moves(aside, out).map_err(Error::io("read the folder", aside))?;
    if let Some((_, to)) = moves.iter().find(|(_, to)| fs::symlink_metadata(to).is_ok()) {
        return Err(Error::refused(to, "was put there by someone else during the build"));
    }
    note()?;
    moves.iter().try_for_each(|(from, to)| fs::rename(from, to).map_err(Error::io("write", to)))
}

/// What lies in `aside`, and where it goes.
fn moves(aside: &Path, out: &Path) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    fs::read_dir(aside)?
        .map(|entry| {
            let entry = entry?;
            Ok((entry.path(), out.join(entry.file_name())))
        })
        .collect()
}
