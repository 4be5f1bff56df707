//! Where finished files go. Those who make them know no other outside.

use crate::{path::OutputPath, source::SourceTree, text::FileId};
use std::{
    collections::BTreeMap,
    io,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Takes finished files, from many threads at once. A path is given once: what stands at a path may not depend on which
/// thread came last.
pub trait Sink: Sync {
    /// Puts `bytes` at `path`.
    ///
    /// # Errors
    /// Where that fails, or `path` was given before.
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()>;

    /// Puts a file of the site at `path` as it is. A sink on disk copies it there without reading it into memory.
    ///
    /// # Errors
    /// Where the file cannot be read, and those of [`Sink::write`].
    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        self.write(path, &tree.read(file)?)
    }

    /// Keeps the files that an earlier build put with [`Sink::write_set`] under this name and seal, if all of them are still
    /// as they were, and says which they are. A sink that remembers nothing keeps nothing.
    ///
    /// # Errors
    /// Those of [`Sink::write`].
    fn keep_set(&self, _name: &str, _seal: u64) -> io::Result<Option<Vec<OutputPath>>> {
        Ok(None)
    }

    /// Puts files that were costly to make of what `seal` stands for. The next build can ask to keep them.
    ///
    /// # Errors
    /// Those of [`Sink::write`].
    fn write_set(&self, _name: &str, _seal: u64, files: &[(OutputPath, Vec<u8>)]) -> io::Result<()> {
        files.iter().try_for_each(|(path, bytes)| self.write(path, bytes))
    }
}

/// Takes the files of one of many sites, which have files in common.
pub trait SiteSink: Sink {
    /// Puts the file that all sites have at `path`.
    ///
    /// # Errors
    /// Those of [`Sink::write`].
    fn share(&self, path: &OutputPath) -> io::Result<()>;

    /// The same, if it holds `bytes`; else puts these.
    ///
    /// # Errors
    /// Those of [`Sink::write`].
    fn share_same(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()>;

    /// Remembers what files that all sites have were made of, as [`Sink::write_set`] does.
    ///
    /// # Errors
    /// Those of [`Sink::write`].
    fn share_set(&self, name: &str) -> io::Result<()>;
}

/// Files in memory: what tests look at.
#[derive(Debug, Default)]
pub struct MemorySink(Mutex<BTreeMap<OutputPath, Vec<u8>>>);

impl MemorySink {
    /// All files, by path.
    pub fn into_files(self) -> BTreeMap<OutputPath, Vec<u8>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// The text of the file at `path`, if it is there and is text.
    pub fn text(&self, path: &str) -> Option<String> {
        let path = OutputPath::parse(path)?;
        String::from_utf8(self.files().get(&path)?.clone()).ok()
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> Vec<String> {
        self.files().keys().map(ToString::to_string).collect()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<OutputPath, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for MemorySink {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        match self.files().insert(path.clone(), bytes.to_vec()) {
            Some(_) => Err(written_twice(path)),
            None => Ok(()),
        }
    }
}

/// Keeps nothing: for those who want to know what goes wrong on the way.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSink;

impl Sink for NoSink {
    fn write(&self, _path: &OutputPath, _bytes: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn copy(&self, _tree: &SourceTree, _file: FileId, _path: &OutputPath) -> io::Result<()> {
        Ok(())
    }
}

/// The error of a path that was given twice.
pub fn written_twice(path: &OutputPath) -> io::Error {
    io::Error::new(io::ErrorKind::AlreadyExists, format!("`{path}` was written twice in one build"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_kept_by_path() {
        let (sink, tree) = (MemorySink::default(), SourceTree::from_memory([("a.svg", "<svg/>")]));
        let path = |text| OutputPath::parse(text).unwrap();
        sink.write(&path("b/index.html"), b"B").unwrap();
        sink.copy(&tree, tree.find_text("a.svg").unwrap(), &path("a.svg")).unwrap();
        assert_eq!(sink.paths(), ["a.svg", "b/index.html"]);
        assert_eq!(sink.text("a.svg").as_deref(), Some("<svg/>"));
        assert!(sink.write(&path("a.svg"), b"other").is_err(), "the second of two threads must not win");
    }
}
