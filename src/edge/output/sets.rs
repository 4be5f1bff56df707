//! Sets of files that are costly to make: which files they are, and what they were made of.
//!
//! `OUT/.polyguide/sets/<name>` holds a header, the seal of what the files were made of, and the hash and path of each. A note
//! may be deleted at any time: its files are made again. One that tells lies harms nobody, as each file is looked at.

use super::Error;
use crate::path::OutputPath;
use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
};

/// The first line, with the version of the format.
const HEADER: &str = "polyguide set 1";

/// The folder of the notes in [`super::OWN_FOLDER`].
const FOLDER: &str = "sets";

/// The note of a set of files.
#[derive(Debug, PartialEq, Eq)]
pub struct Set {
    /// Stands for what the files are made of.
    pub seal: u64,
    /// The files with the hashes of their bytes.
    pub files: Vec<(u64, OutputPath)>,
}

impl Set {
    /// The set of these files.
    pub fn new(seal: u64, files: &[(OutputPath, Vec<u8>)]) -> Self {
        Self { seal, files: files.iter().map(|(path, bytes)| (hash(bytes), path.clone())).collect() }
    }

    /// The note called `name`, if there is one.
    pub fn read(own: &Path, name: &str) -> Option<Self> {
        Self::parse(&fs::read_to_string(file(own, name)).ok()?)
    }

    /// Whether every file is below `out` as it was.
    pub fn is_whole(&self, out: &Path) -> bool {
        self.files.iter().all(|(known, path)| fs::read(out.join(path.as_str())).is_ok_and(|bytes| hash(&bytes) == *known))
    }

    /// Puts the note in its place, at once.
    pub fn write(&self, own: &Path, name: &str, new: &Path) -> Result<(), Error> {
        let path = file(own, name);
        let folder = path.parent().unwrap_or(own);
        fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
        fs::write(new, self.to_text()).and_then(|()| fs::rename(new, &path)).map_err(Error::io("write", &path))
    }

    fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| u64::from_str_radix(text, 16).ok();
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (header, seal) = (lines.next()?, number(lines.next()?)?);
        let entry = |line: &str| line.split_once(' ').and_then(|(hash, path)| Some((number(hash)?, OutputPath::parse(path)?)));
        (header == HEADER).then(|| Some(Self { seal, files: lines.map(entry).collect::<Option<_>>()? }))?
    }

    fn to_text(&self) -> String {
        let files = self.files.iter().map(|(hash, path)| format!("{hash:016x} {path}\n"));
        format!("{HEADER}\n{:016x}\n", self.seal) + &files.collect::<String>()
    }
}

/// Puts the note called `name` of the folder `from` into that of `own`, at once.
pub fn share(from: &Path, own: &Path, name: &str, new: &Path) -> Result<(), Error> {
    let source = file(from, name);
    let text = fs::read(&source).map_err(Error::io("read", &source))?;
    let path = file(own, name);
    if fs::read(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(own);
    fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
    fs::write(new, text).and_then(|()| fs::rename(new, &path)).map_err(Error::io("write", &path))
}

/// The names of all notes.
pub fn names(own: &Path) -> Vec<String> {
    let entries = fs::read_dir(own.join(FOLDER)).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// Deletes the notes of sets that a build did not give; what cannot be deleted harms nobody.
pub fn forget(own: &Path, is_given: impl Fn(&OutputPath) -> bool) {
    for entry in fs::read_dir(own.join(FOLDER)).into_iter().flatten().flatten() {
        let set = fs::read_to_string(entry.path()).ok().and_then(|text| Set::parse(&text));
        if !set.is_some_and(|set| set.files.iter().all(|(_, path)| is_given(path))) {
            _ = fs::remove_file(entry.path());
        }
    }
    // Only an empty folder can go.
    _ = fs::remove_dir(own.join(FOLDER));
}

fn file(own: &Path, name: &str) -> PathBuf {
    own.join(FOLDER).join(name)
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_comes_back_as_it_was_or_not_at_all() {
        let path = |text| OutputPath::parse(text).unwrap();
        let set = Set::new(7, &[(path("a/b c"), b"1".to_vec()), (path("d"), Vec::new())]);
        let text = set.to_text();
        assert_eq!(Set::parse(&text), Some(set));
        for broken in
            [&text[..text.len() - 1], &text[..text.len() - 3], &text.replace(HEADER, "polyguide set 2"), &text.replace("a/b", "../b")]
        {
            assert_eq!(Set::parse(broken), None, "{broken}");
        }
    }
}
