//! The files of a site: names in memory, bytes on request, no meaning.

use crate::{path::SourcePath, text::FileId};
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, io, path::PathBuf};

/// Gives the bytes of files: a folder on disk, or memory.
pub trait Files: Sync + Send {
    /// The bytes of the file at `path`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>>;

    /// Where the file lies on disk, if it does: it can be copied from there without passing through memory.
    fn location(&self, _path: &SourcePath) -> Option<PathBuf> {
        None
    }
}

/// Something that lies in a site's folder and was not taken in, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which file or folder.
    pub path: String,
    /// Why, as it is said to the author.
    pub reason: String,
}

impl Refused {
    /// The reason of a symbolic link whose target is not below the site's folder.
    pub const OUTSIDE: &str = "it is a symbolic link that leads out of the site";
}

/// All files of a site, sorted by path. [`FileId`]s are places in this list.
pub struct SourceTree {
    paths: Vec<SourcePath>,
    ids: FxHashMap<SourcePath, FileId>,
    files: Box<dyn Files>,
    refused: Vec<Refused>,
}

impl SourceTree {
    /// The files at `paths`, whose bytes `files` gives; `refused` is what lies there and was not taken.
    pub fn new(mut paths: Vec<SourcePath>, files: Box<dyn Files>, refused: Vec<Refused>) -> Self {
        paths.sort();
        paths.dedup();
        let ids = paths.iter().enumerate().map(|(at, path)| (path.clone(), FileId(at as u32))).collect();
        Self { paths, ids, files, refused }
    }

    /// A tree in memory: what tests are made of.
    pub fn from_memory<P: AsRef<str>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let files: BTreeMap<SourcePath, Vec<u8>> =
            files.into_iter().filter_map(|(path, bytes)| Some((SourcePath::parse(path.as_ref())?, bytes.into()))).collect();
        Self::new(files.keys().cloned().collect(), Box::new(Memory(files)), Vec::new())
    }

    /// The tree with other bytes in some of its files.
    pub fn with(self, bytes: BTreeMap<SourcePath, Vec<u8>>) -> Self {
        let files = Box::new(Overlay { bytes, below: self.files });
        Self { files, ..self }
    }

    /// Every file with its id, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourcePath)> {
        self.paths.iter().enumerate().map(|(at, path)| (FileId(at as u32), path))
    }

    /// The files in a folder and the folders in it, sorted by path; all files for the empty folder.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &SourcePath> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let start = self.paths.partition_point(|path| path.as_str() < prefix.as_str());
        self.paths[start..].iter().take_while(move |path| path.as_str().starts_with(&prefix))
    }

    /// How many files.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The file's path.
    pub fn path(&self, id: FileId) -> &SourcePath {
        &self.paths[id.0 as usize]
    }

    /// The file at `path`, if there is one.
    pub fn find(&self, path: &SourcePath) -> Option<FileId> {
        self.ids.get(path).copied()
    }

    /// The file at the path that `text` spells.
    pub fn find_text(&self, text: &str) -> Option<FileId> {
        self.find(&SourcePath::parse(text)?)
    }

    /// What lies in the folder and was not taken in.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read(&self, id: FileId) -> io::Result<Vec<u8>> {
        self.files.read(self.path(id))
    }

    /// Where the file lies on disk, if it does.
    pub fn location(&self, id: FileId) -> Option<PathBuf> {
        self.files.location(self.path(id))
    }
}

struct Memory(BTreeMap<SourcePath, Vec<u8>>);

impl Files for Memory {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// Files of which some hold other bytes.
struct Overlay {
    bytes: BTreeMap<SourcePath, Vec<u8>>,
    below: Box<dyn Files>,
}

impl Files for Overlay {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.bytes.get(path).map_or_else(|| self.below.read(path), |bytes| Ok(bytes.clone()))
    }

    fn location(&self, path: &SourcePath) -> Option<PathBuf> {
        if self.bytes.contains_key(path) { None } else { self.below.location(path) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_path() {
        let tree = SourceTree::from_memory([("b.md", "B"), ("a/c.md", "C")]);
        let id = tree.find_text("b.md").unwrap();
        assert_eq!(tree.path(id).as_str(), "b.md");
        assert_eq!(tree.read(id).unwrap(), b"B");
        assert_eq!(tree.find_text("c.md"), None);
    }

    #[test]
    fn a_folder_has_the_files_below_it() {
        let tree = SourceTree::from_memory(["a.md", "a/b.md", "a/c/d.md", "a-b/c.md", "b.md"].map(|path| (path, "")));
        let below = |folder| tree.below(folder).map(SourcePath::as_str).collect::<Vec<_>>();
        assert_eq!(below("a"), ["a/b.md", "a/c/d.md"]);
        assert_eq!((below("").len(), below("c").len()), (5, 0));
    }
}
