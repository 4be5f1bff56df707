//! The files of a site: names in memory, bytes on request, no meaning.

use crate::{path::SourcePath, text::FileId};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;
use std::{
    collections::BTreeMap,
    io,
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
};

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

/// What became of a site's files since they were last looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new.
    pub added: Vec<SourcePath>,
    /// Files that are gone.
    pub removed: Vec<SourcePath>,
    /// Files whose bytes may be others.
    pub modified: Vec<SourcePath>,
    /// What lies in the folder and cannot be taken in, if that was looked at again.
    pub refused: Option<Vec<Refused>>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.files().next().is_none() && self.refused.is_none()
    }

    /// Whether there are other files than before.
    pub fn moves_files(&self) -> bool {
        !self.added.is_empty() || !self.removed.is_empty() || self.refused.is_some()
    }

    /// All files that changed in whatever way.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        self.added.iter().chain(&self.removed).chain(&self.modified)
    }
}

/// All files of a site. A [`FileId`] stays the same for as long as the tree lives, whatever comes and goes. A clone reads the same files.
#[derive(Clone)]
pub struct SourceTree {
    /// By id, those that are gone among them.
    paths: Vec<SourcePath>,
    /// Those that are there, sorted by path.
    order: Vec<FileId>,
    ids: FxHashMap<SourcePath, FileId>,
    /// The ids of files that are gone: most come back, as editors replace files.
    gone: FxHashMap<SourcePath, FileId>,
    files: Arc<dyn Files>,
    refused: Vec<Refused>,
}

impl SourceTree {
    /// What people call the whole site, where something is said of none of its files.
    pub const WHOLE: &str = "the site";

    /// The files at `paths`, whose bytes `files` gives; `refused` is what lies there and was not taken.
    pub fn new(mut paths: Vec<SourcePath>, files: Box<dyn Files>, refused: Vec<Refused>) -> Self {
        paths.par_sort_unstable();
        paths.dedup();
        let ids = paths.iter().enumerate().map(|(at, path)| (path.clone(), FileId(at as u32))).collect();
        let order = (0..paths.len()).map(|at| FileId(at as u32)).collect();
        Self { paths, order, ids, gone: FxHashMap::default(), files: Arc::from(files), refused }
    }

    /// Takes over what changed.
    pub fn apply(&mut self, changes: &Changes) {
        changes.removed.iter().for_each(|path| self.remove(path));
        changes.added.iter().for_each(|path| self.add(path));
        if let Some(refused) = &changes.refused {
            self.refused.clone_from(refused);
        }
    }

    fn remove(&mut self, path: &SourcePath) {
        let Some(id) = self.ids.remove(path) else { return };
        self.order.retain(|known| *known != id);
        self.gone.insert(path.clone(), id);
    }

    fn add(&mut self, path: &SourcePath) {
        if self.ids.contains_key(path) {
            return;
        }
        let id = self.gone.remove(path).unwrap_or_else(|| {
            self.paths.push(path.clone());
            FileId((self.paths.len() - 1) as u32)
        });
        let place = self.order.partition_point(|known| self.path(*known) < path);
        self.order.insert(place, id);
        self.ids.insert(path.clone(), id);
    }

    /// A tree in memory: what tests are made of.
    pub fn from_memory<P: AsRef<str>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let files: BTreeMap<SourcePath, Vec<u8>> =
            files.into_iter().filter_map(|(path, bytes)| Some((SourcePath::parse(path.as_ref())?, bytes.into()))).collect();
        Self::new(files.keys().cloned().collect(), Box::new(Memory(files)), Vec::new())
    }

    /// The tree with files added to it, or with other bytes in them.
    pub fn with(self, files: BTreeMap<SourcePath, Vec<u8>>) -> Self {
        self.under(&Layer::new(files))
    }

    /// The tree with the files of a layer over its own.
    pub fn under(mut self, layer: &Layer) -> Self {
        self.apply(&Changes { added: layer.files().keys().cloned().collect(), ..Changes::default() });
        let files = Arc::new(Overlay { layer: layer.clone(), below: self.files });
        Self { files, ..self }
    }

    /// Every file with its id, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourcePath)> {
        self.order.iter().map(|id| (*id, self.path(*id)))
    }

    /// The files in a folder and the folders in it, sorted by path; all files for the empty folder.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &SourcePath> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let start = self.order.partition_point(|id| self.path(*id).as_str() < prefix.as_str());
        self.order[start..].iter().map(|id| self.path(*id)).take_while(move |path| path.as_str().starts_with(&prefix))
    }

    /// How many files.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
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

    /// The id by which diagnostics name what was refused, by its place in [`SourceTree::refused`]; the one behind them all
    /// stands for the whole site.
    pub fn refused_id(&self, at: usize) -> FileId {
        FileId((self.paths.len() + at) as u32)
    }

    /// What people call what an id stands for.
    pub fn name(&self, id: FileId) -> &str {
        let at = id.0 as usize;
        let refused = || self.refused.get(at - self.paths.len()).map_or(Self::WHOLE, |refused| &refused.path);
        self.paths.get(at).map_or_else(refused, SourcePath::as_str)
    }

    /// Whether an id stands for a file that is there.
    pub fn holds(&self, id: FileId) -> bool {
        self.paths.get(id.0 as usize).is_some_and(|path| self.ids.contains_key(path))
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

/// Files that are laid over those of a tree, and may be others later.
#[derive(Clone, Debug, Default)]
pub struct Layer(Arc<RwLock<BTreeMap<SourcePath, Vec<u8>>>>);

impl Layer {
    /// A layer of these files.
    pub fn new(files: BTreeMap<SourcePath, Vec<u8>>) -> Self {
        Self(Arc::new(RwLock::new(files)))
    }

    fn files(&self) -> RwLockReadGuard<'_, BTreeMap<SourcePath, Vec<u8>>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a file is one of its own.
    pub fn holds(&self, path: &SourcePath) -> bool {
        self.files().contains_key(path)
    }

    /// Puts other files in place of those that it has, and tells which changed.
    pub fn replace(&self, files: BTreeMap<SourcePath, Vec<u8>>) -> Changes {
        let mut changes = Changes::default();
        let mut own = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (path, bytes) in &files {
            match own.get(path) {
                None => changes.added.push(path.clone()),
                Some(before) if before != bytes => changes.modified.push(path.clone()),
                Some(_) => {}
            }
        }
        changes.removed = own.keys().filter(|path| !files.contains_key(*path)).cloned().collect();
        *own = files;
        changes
    }
}

/// Files under those of a layer.
struct Overlay {
    layer: Layer,
    below: Arc<dyn Files>,
}

impl Files for Overlay {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let own = self.layer.files().get(path).cloned();
        own.map_or_else(|| self.below.read(path), Ok)
    }

    fn location(&self, path: &SourcePath) -> Option<PathBuf> {
        if self.layer.holds(path) { None } else { self.below.location(path) }
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

    #[test]
    fn ids_stay_whatever_comes_and_goes() {
        let path = |text| SourcePath::parse(text).unwrap();
        let mut tree = SourceTree::from_memory([("b.md", "B"), ("d.md", "D")]);
        let (b, d) = (tree.find_text("b.md").unwrap(), tree.find_text("d.md").unwrap());
        tree.apply(&Changes { added: vec![path("c.md"), path("a.md")], removed: vec![path("b.md")], ..Changes::default() });
        let paths = |tree: &SourceTree| tree.iter().map(|(_, path)| path.to_string()).collect::<Vec<_>>();
        assert_eq!(paths(&tree), ["a.md", "c.md", "d.md"]);
        assert_eq!((tree.find_text("d.md"), tree.find_text("b.md"), tree.len()), (Some(d), None, 3));
        assert_eq!((tree.name(b), tree.holds(b), tree.name(tree.refused_id(0))), ("b.md", false, "the site"));
        tree.apply(&Changes { added: vec![path("b.md")], ..Changes::default() });
        assert_eq!((tree.find_text("b.md"), paths(&tree)), (Some(b), vec!["a.md".into(), "b.md".into(), "c.md".into(), "d.md".into()]));
    }
}
