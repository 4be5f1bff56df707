//! A site's folder: names are taken in at once, bytes are read when they are asked for.

#![expect(clippy::disallowed_methods, reason = "reading the disk is what this room is for")]

use super::{Error, error::reason};
use crate::{
    path::SourcePath,
    source::{Files, Refused, SourceTree},
};
use rayon::prelude::*;
use std::{
    fs::{self, File, FileType},
    io::{self, Write},
    path::{Path, PathBuf},
};
use walkdir::{DirEntry, WalkDir};

/// How many folders are entered by symbolic links. A few links that lead into each other are enough to spell more paths
/// than a disk has files.
const MAX_LINKED_FOLDERS: usize = 4096;
/// How deep folders lie that are read at the same time: each takes some room on a thread's stack.
const MAX_DEPTH: usize = 100;

/// All files below `root`. The folder `out` and other folders that polyguide wrote, dot folders, `node_modules` and a `target`
/// beside a `Cargo.toml` are not read. Symbolic links are followed inside the site; what cannot be taken in is in
/// [`SourceTree::refused`]. Files are not opened here: one that cannot be read fails when it is.
///
/// # Errors
/// Where `root` is no folder that can be read.
pub fn read_tree(root: &Path, out: &Path) -> Result<SourceTree, Error> {
    Ok(scan(root, out)?.into_tree(root))
}

/// A file that is no part of a site, as a tree of its own.
///
/// # Errors
/// Where it cannot be read.
pub fn read_file(path: &Path) -> Result<SourceTree, Error> {
    let bytes = fs::read(path).map_err(Error::io("read", path))?;
    let spelled = path.to_str().map(|path| path.replace('\\', "/")).and_then(|path| SourcePath::parse(&path));
    let name = || path.file_name().and_then(|name| SourcePath::parse(&name.to_string_lossy()));
    Ok(SourceTree::from_memory(spelled.or_else(name).map(|path| (path.to_string(), bytes))))
}

/// What lies in a site's folder.
#[derive(Debug, Default)]
pub struct Scan {
    /// The files.
    pub paths: Vec<SourcePath>,
    /// What cannot be taken in.
    pub refused: Vec<Refused>,
    /// The folders that were entered: without symbolic links, and as the site sees them (empty for its own).
    pub folders: Vec<(PathBuf, String)>,
    /// The files that symbolic links lead to, and what the site calls them.
    pub linked: Vec<(PathBuf, String)>,
}

impl Scan {
    /// A site's folder of which nothing else is known yet.
    fn of_root(real_root: &Path) -> Self {
        Self { folders: vec![(real_root.to_owned(), String::new())], ..Self::default() }
    }

    fn add(&mut self, file: Result<SourcePath, Refused>) {
        match file {
            Ok(path) => self.paths.push(path),
            Err(refused) => self.refused.push(refused),
        }
    }

    /// Takes over what another scan found.
    fn append(&mut self, mut other: Self) {
        self.paths.append(&mut other.paths);
        self.refused.append(&mut other.refused);
        self.folders.append(&mut other.folders);
        self.linked.append(&mut other.linked);
    }

    /// The files of the site at `root`.
    pub fn into_tree(self, root: &Path) -> SourceTree {
        SourceTree::new(self.paths, Box::new(Disk(root.to_owned())), self.refused)
    }
}

/// Looks what lies below `root`; see [`read_tree`].
///
/// # Errors
/// Where `root` is no folder that can be read.
pub fn scan(root: &Path, out: &Path) -> Result<Scan, Error> {
    let real_root = real(root)?;
    fs::read_dir(root).map_err(Error::io("read the folder", root))?;
    let reader = Reader::new(root, real_root, fs::canonicalize(out).ok());
    let mut scan = reader.plain().unwrap_or_else(|| reader.walk());
    scan.refused.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(scan)
}

/// `path` without symbolic links.
fn real(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path).map_err(Error::io("read the folder", path))
}

/// What a walk through a site's folder collects.
struct Reader<'a> {
    root: &'a Path,
    real_root: PathBuf,
    /// The output folder without symbolic links, if it is there.
    out: Option<PathBuf>,
    scan: Scan,
    linked_folders: usize,
}

impl<'a> Reader<'a> {
    fn new(root: &'a Path, real_root: PathBuf, out: Option<PathBuf>) -> Self {
        Self { root, scan: Scan::of_root(&real_root), real_root, out, linked_folders: 0 }
    }

    /// What lies in a site without symbolic links, all of which can be read: its folders are read at the same time. `None` for others.
    fn plain(&self) -> Option<Scan> {
        let mut scan = Scan::of_root(&self.real_root);
        scan.append(self.plain_folder(self.root, 0)?);
        Some(scan)
    }

    /// What lies below a folder so many folders below the site's.
    fn plain_folder(&self, folder: &Path, depth: usize) -> Option<Scan> {
        let mut scan = Scan::default();
        let mut folders = Vec::new();
        for entry in fs::read_dir(folder).ok()? {
            let entry = entry.ok()?;
            let (path, kind) = (entry.path(), entry.file_type().ok()?);
            if kind.is_symlink() || depth > MAX_DEPTH {
                return None;
            } else if !kind.is_dir() {
                scan.add(self.file(&path, kind));
            } else if !self.is_never_read(&path, false) {
                scan.folders.extend(self.relative(&path).map(|name| (self.real_root.join(&name), name)));
                folders.push(path);
            }
        }
        let below = folders.par_iter().map(|folder| self.plain_folder(folder, depth + 1));
        below.collect::<Option<Vec<Scan>>>()?.into_iter().for_each(|below| scan.append(below));
        Some(scan)
    }

    /// In order of names, so that it is always the same links that are too many.
    fn walk(mut self) -> Scan {
        // Those that are compared lie in one folder, so that their paths are in the order of their names.
        let by_path = |one: &DirEntry, other: &DirEntry| one.path().as_os_str().cmp(other.path().as_os_str());
        let mut entries = WalkDir::new(self.root).min_depth(1).follow_links(true).sort_by(by_path).into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    if !self.take(&entry) && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.fail(&error),
            }
        }
        self.scan
    }

    /// Takes a file, or says whether to enter a folder.
    fn take(&mut self, entry: &DirEntry) -> bool {
        let folder = entry.file_type().is_dir();
        if folder && self.is_never_read(entry.path(), entry.path_is_symlink()) {
            return false;
        }
        if entry.path_is_symlink() {
            match self.follow(entry.path(), folder) {
                Ok(target) if !folder => self.scan.linked.extend(self.relative(entry.path()).map(|path| (target, path))),
                Ok(_) => {}
                Err(reason) => {
                    self.refuse(entry.path(), reason);
                    return false;
                }
            }
        }
        if folder {
            self.take_folder(entry)
        } else {
            let file = self.file(entry.path(), entry.file_type());
            self.scan.add(file);
        }
        true
    }

    fn take_folder(&mut self, entry: &DirEntry) {
        let Some(path) = self.relative(entry.path()) else { return };
        // Without links, the folder is where it seems to be, and the system need not be asked.
        let real = if self.linked_folders == 0 { Some(self.real_root.join(&path)) } else { fs::canonicalize(entry.path()).ok() };
        self.scan.folders.extend(real.map(|real| (real, path)));
    }

    fn file(&self, path: &Path, kind: FileType) -> Result<SourcePath, Refused> {
        // Reading from a pipe would wait for ever.
        if !kind.is_file() {
            return Err(self.refused(path, "it is neither a file nor a folder".into()));
        }
        let parsed = self.relative(path).and_then(|path| SourcePath::parse(&path));
        parsed.ok_or_else(|| self.refused(path, "its name holds a `\\`, a control character or bytes that are not UTF-8".into()))
    }

    fn is_never_read(&self, folder: &Path, is_link: bool) -> bool {
        is_of_tools(folder) || self.is_out(folder, is_link)
    }

    /// Whether it is the output folder, by whatever path; only links and folders of that name are looked at.
    fn is_out(&self, folder: &Path, is_link: bool) -> bool {
        let Some(out) = &self.out else { return false };
        let may_be = is_link || out.file_name() == folder.file_name();
        may_be && fs::canonicalize(folder).is_ok_and(|real| real.starts_with(out))
    }

    /// Where a symbolic link leads that may be followed, else why it may not.
    fn follow(&mut self, link: &Path, folder: bool) -> Result<PathBuf, String> {
        let target = fs::canonicalize(link).map_err(|error| reason(&error))?;
        let inside = target.strip_prefix(&self.real_root).map_err(|_| Refused::OUTSIDE)?;
        if inside.iter().any(|part| part == "node_modules" || part.as_encoded_bytes().starts_with(b".")) {
            return Err("it is a symbolic link into a folder that is not read".into());
        }
        self.linked_folders += usize::from(folder);
        if self.linked_folders > MAX_LINKED_FOLDERS {
            return Err(format!("more than {MAX_LINKED_FOLDERS} folders are reached by symbolic links"));
        }
        Ok(target)
    }

    fn fail(&mut self, error: &walkdir::Error) {
        let reason = match error.io_error() {
            Some(error) if error.kind() == io::ErrorKind::NotFound => "it is a symbolic link to nothing".into(),
            Some(error) => reason(error),
            None => "it is a symbolic link to a folder that holds it".into(),
        };
        self.refuse(error.path().unwrap_or(self.root), reason);
    }

    fn refuse(&mut self, path: &Path, reason: String) {
        let refused = self.refused(path, reason);
        self.scan.refused.push(refused);
    }

    fn refused(&self, path: &Path, reason: String) -> Refused {
        let inside = path.strip_prefix(self.root).unwrap_or(path);
        Refused { path: inside.to_string_lossy().replace('\\', "/"), reason }
    }

    /// `path` below the site's folder, with `/` on every system.
    fn relative(&self, path: &Path) -> Option<String> {
        // A walk puts names behind the folder's own spelling; taking paths apart would be most of its work.
        let spelled = || path.to_str()?.strip_prefix(self.root.to_str()?)?.strip_prefix('/');
        let text = spelled().or_else(|| path.strip_prefix(self.root).ok()?.to_str())?;
        Some(if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() })
    }
}

/// Whether a folder is a tool's, not the author's: a dot folder, `node_modules`, a build folder of Rust, or what an earlier
/// build of a site wrote.
pub fn is_of_tools(folder: &Path) -> bool {
    let Some(name) = folder.file_name() else { return false };
    // What lies there is published, as RFC 8615 has it: `static/.well-known/security.txt`.
    let is_well_known = name == ".well-known" && folder.parent().and_then(Path::file_name).is_some_and(|parent| parent == "static");
    (name.as_encoded_bytes().starts_with(b".") && !is_well_known)
        || name == "node_modules"
        // A guide may be about targets; only a build folder of Rust stands beside a manifest.
        || (name == "target" && folder.with_file_name("Cargo.toml").is_file())
        || folder.join(super::output::MANIFEST).is_file()
}

/// Reads files when they are asked for.
struct Disk(PathBuf);

impl Files for Disk {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        fs::read(self.0.join(path.as_str())).map_err(|error| io::Error::new(error.kind(), reason(&error)))
    }

    fn location(&self, path: &SourcePath) -> Option<PathBuf> {
        Some(self.0.join(path.as_str()))
    }
}

/// The text of a file, if it is there.
///
/// # Errors
/// Where it is there and cannot be read.
pub fn read_if_there(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", path)(error)),
    }
}

/// The text of a file, or of all files below a folder whose names end in `.extension`, sorted by path.
///
/// # Errors
/// Where it is not there, or one of them cannot be read as text.
pub fn read_files(path: &Path, extension: &str) -> Result<Vec<(PathBuf, String)>, Error> {
    let read = |path: PathBuf| match fs::read_to_string(&path) {
        Ok(text) => Ok((path, text)),
        Err(error) => Err(Error::io("read", &path)(error)),
    };
    if !path.is_dir() {
        return Ok(vec![read(path.to_owned())?]);
    }
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().flatten().map(DirEntry::into_path);
    entries.filter(|path| path.is_file() && path.extension().is_some_and(|own| own == extension)).map(read).collect()
}

/// Writes `files`, each a path with `/` and a text, to a folder that is new or empty.
///
/// # Errors
/// Where the folder holds anything, or a file cannot be written.
pub fn write_new(folder: &Path, files: &[(&str, &str)]) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
    if fs::read_dir(folder).map_err(Error::io("read the folder", folder))?.next().is_some() {
        return Err(Error::refused(folder, "is not empty; give a folder that is new or empty"));
    }
    for (path, text) in files {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(Error::io("make the folder", parent))?;
        File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(Error::io("write", &path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// A folder with `files`, each holding its own name.
    fn folder(files: &[&str]) -> TempDir {
        let root = TempDir::new().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        root
    }

    fn read(root: &TempDir) -> SourceTree {
        read_tree(root.path(), &root.path().join("public")).unwrap()
    }

    fn paths(tree: &SourceTree) -> Vec<&str> {
        tree.iter().map(|(_, path)| path.as_str()).collect()
    }

    fn refused(tree: &SourceTree) -> Vec<String> {
        tree.refused().iter().map(|refused| format!("{}: {}", refused.path, refused.reason)).collect()
    }

    #[test]
    fn files_are_sorted_and_read_on_request() {
        let root = folder(&["b.md", "a/z.md", "a/b/c.md"]);
        let tree = read(&root);
        assert_eq!(paths(&tree), ["a/b/c.md", "a/z.md", "b.md"]);
        let file = tree.find_text("a/z.md").unwrap();
        fs::write(root.path().join("a/z.md"), "later").unwrap();
        assert_eq!(tree.read(file).unwrap(), b"later");
        assert_eq!(fs::read(tree.location(file).unwrap()).unwrap(), b"later");
        fs::remove_file(root.path().join("a/z.md")).unwrap();
        assert!(tree.read(file).is_err());
    }

    #[test]
    fn folders_of_tools_are_not_read() {
        let root = folder(&[
            "content/public/guide.en.md",
            "content/target/guide.en.md",
            "content/.drafts/guide.en.md",
            "content/node_modules/x.md",
            "public/index.html",
            "Cargo.toml",
            "target/debug/x",
            ".gitignore",
        ]);
        let tree = read(&root);
        assert_eq!(paths(&tree), [".gitignore", "Cargo.toml", "content/public/guide.en.md", "content/target/guide.en.md"]);
        assert!(tree.refused().is_empty(), "what is never read is no finding");
    }

    #[test]
    fn why_a_file_cannot_be_read_is_said_as_everywhere() {
        let root = folder(&["a.md"]);
        let tree = read(&root);
        fs::remove_file(root.path().join("a.md")).unwrap();
        let error = tree.read(tree.iter().next().unwrap().0).unwrap_err();
        assert!(error.kind() == io::ErrorKind::NotFound && !error.to_string().contains("os error"), "{error}");
    }

    #[test]
    fn what_is_well_known_is_published() {
        let root = folder(&["static/.well-known/security.txt", "static/.git/config", ".well-known/a"]);
        assert_eq!(paths(&read(&root)), ["static/.well-known/security.txt"]);
    }

    #[test]
    fn a_site_may_lie_in_a_dot_folder() {
        let root = folder(&[".site/a.md"]);
        let tree = read_tree(&root.path().join(".site"), Path::new("nowhere")).unwrap();
        assert_eq!(paths(&tree), ["a.md"]);
    }

    #[test]
    fn a_site_must_be_a_folder() {
        let root = folder(&["a.md"]);
        for wrong in ["a.md", "none"] {
            let error = read_tree(&root.path().join(wrong), Path::new("public")).err().unwrap().to_string();
            assert!(error.starts_with("cannot read the folder `"), "{error}");
        }
    }

    #[test]
    fn new_files_go_only_into_an_empty_folder() {
        let root = folder(&[]);
        let site = root.path().join("a/site");
        let files = [("a.yaml", "A"), ("b/c.md", "C")];
        write_new(&site, &files).unwrap();
        assert_eq!(fs::read_to_string(site.join("b/c.md")).unwrap(), "C");
        let error = write_new(&site, &files).unwrap_err().to_string();
        assert!(error.ends_with("is not empty; give a folder that is new or empty"), "{error}");
        assert!(write_new(&site.join("a.yaml"), &files).is_err());
    }

    #[cfg(unix)]
    mod unix {
        use super::*;
        use std::os::unix::{ffi::OsStrExt, fs::symlink};

        fn link(root: &TempDir, target: impl AsRef<Path>, link: &str) {
            symlink(target, root.path().join(link)).unwrap();
        }

        #[test]
        fn links_are_followed_inside_the_site() {
            let root = folder(&["fr/a.md", "fr/images/a.png"]);
            link(&root, "a.md", "fr/b.md");
            link(&root, "fr", "ca");
            let tree = read(&root);
            assert_eq!(paths(&tree), ["ca/a.md", "ca/b.md", "ca/images/a.png", "fr/a.md", "fr/b.md", "fr/images/a.png"]);
            assert_eq!(tree.read(tree.find_text("ca/b.md").unwrap()).unwrap(), b"fr/a.md");
        }

        #[test]
        fn links_that_may_not_be_followed_are_refused() {
            let outside = folder(&["secret.md", "more/secret.md"]);
            let root = folder(&["a/b.md", ".git/config", "public/index.html"]);
            link(&root, outside.path().join("secret.md"), "a/file.md");
            link(&root, outside.path(), "a/folder");
            link(&root, "..", "a/loop");
            link(&root, "nowhere.md", "a/dangling.md");
            link(&root, "../.git/config", "a/config");
            link(&root, "../public", "a/pages");
            let tree = read(&root);
            assert_eq!(paths(&tree), ["a/b.md"]);
            let expected = [
                "a/config: it is a symbolic link into a folder that is not read",
                "a/dangling.md: it is a symbolic link to nothing",
                "a/file.md: it is a symbolic link that leads out of the site",
                "a/folder: it is a symbolic link that leads out of the site",
                "a/loop: it is a symbolic link to a folder that holds it",
            ];
            assert_eq!(refused(&tree), expected);
        }

        #[test]
        fn links_into_each_other_come_to_an_end() {
            let root = folder(&["30/a.md"]);
            for at in 0..30 {
                fs::create_dir(root.path().join(at.to_string())).unwrap();
                link(&root, format!("../{}", at + 1), &format!("{at}/x"));
                link(&root, format!("../{}", at + 1), &format!("{at}/y"));
            }
            let tree = read(&root);
            assert!(tree.find_text("30/a.md").is_some(), "the rest is there");
            assert!(refused(&tree)[0].contains("folders are reached by symbolic links"));
        }

        #[test]
        fn odd_names_and_files_are_refused() {
            let root = folder(&["a.md", "b\\c.md", "d\n.md"]);
            fs::write(root.path().join(std::ffi::OsStr::from_bytes(b"\xff.md")), "").unwrap();
            let _socket = std::os::unix::net::UnixListener::bind(root.path().join("socket")).unwrap();
            let tree = read(&root);
            assert_eq!(paths(&tree), ["a.md"]);
            assert_eq!(tree.refused().len(), 4, "{:?}", refused(&tree));
            assert!(refused(&tree).contains(&"socket: it is neither a file nor a folder".to_owned()));
        }

        #[test]
        fn a_folder_that_cannot_be_read_is_refused_and_the_rest_is_there() {
            use std::os::unix::fs::PermissionsExt;
            let root = folder(&["a.md", "closed/b.md"]);
            let closed = root.path().join("closed");
            fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
            if fs::read_dir(&closed).is_err() {
                let tree = read(&root);
                assert_eq!(paths(&tree), ["a.md"]);
                assert_eq!(refused(&tree), ["closed: permission denied"]);
            } // Else the test runs as root, to whom nothing is closed.
            fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
}
