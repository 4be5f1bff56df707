//! The folders of the output, each made once.

use super::{Error, shards::Shards};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How long a folder has been there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Made by this build: nothing can lie in it that this build did not put there.
    New,
    /// Older than this build, perhaps.
    Old,
}

/// Knows which folders are there.
#[derive(Debug)]
pub struct Folders {
    out: PathBuf,
    ages: Shards<Age>,
}

impl Folders {
    /// The folders in `out`, of which only itself is known.
    pub fn new(out: PathBuf, age: Age) -> Self {
        let ages = Shards::new();
        ages.insert("", age);
        Self { out, ages }
    }

    /// Sees to it that `folder` is there. `clear` takes a file out of the way that has the name of a folder.
    pub fn make(&self, folder: &str, clear: impl Fn(&str) -> io::Result<()>) -> io::Result<Age> {
        if let Some(age) = self.ages.get(folder) {
            return Ok(age);
        }
        let mut age = Age::Old;
        for end in folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]) {
            age = self.make_one(&folder[..end], &clear)?;
        }
        Ok(age)
    }

    fn make_one(&self, folder: &str, clear: impl Fn(&str) -> io::Result<()>) -> io::Result<Age> {
        if let Some(age) = self.ages.get(folder) {
            return Ok(age);
        }
        let path = self.out.join(folder);
        let age = match create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                clear(folder)?;
                create(&path)
            }
            result => result,
        };
        let age = age.map_err(Error::io("make the folder", &path))?;
        self.ages.insert(folder, age);
        Ok(age)
    }
}

/// Makes a folder whose parent is there. Fails with `AlreadyExists` where a file has its name.
fn create(path: &Path) -> io::Result<Age> {
    match fs::create_dir(path) {
        // Perhaps made by another thread just now; to call it old costs only a comparison.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(Age::Old),
        result => result.map(|()| Age::New),
    }
}
