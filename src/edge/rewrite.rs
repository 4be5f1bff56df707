//! Changes files of a site in place: each is whole at every moment, and none outside the site is touched.

#![expect(clippy::disallowed_methods, reason = "writing to disk is what this room is for")]

use super::Error;
use crate::path::SourcePath;
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The text of a file before and after.
#[derive(Clone, Copy, Debug)]
pub struct Rewrite<'a> {
    /// Which file.
    pub path: &'a SourcePath,
    /// What it must hold now.
    pub before: &'a str,
    /// What it is to hold.
    pub after: &'a str,
}

/// Changes files below `root`. A file that is reached by two paths is changed once. Permissions stay.
///
/// # Errors
/// Where a file lies outside `root` or does not hold what was read before, in which case none is changed; or the machine fails.
pub fn rewrite<'a>(root: &Path, changes: impl IntoIterator<Item = Rewrite<'a>>) -> Result<(), Error> {
    let real_root = fs::canonicalize(root).map_err(Error::io("read the folder", root))?;
    let mut targets: BTreeMap<PathBuf, &str> = BTreeMap::new();
    for change in changes {
        let path = root.join(change.path.as_str());
        let real = fs::canonicalize(&path).map_err(Error::io("read", &path))?;
        if !real.starts_with(&real_root) {
            return Err(Error::refused(&path, "lies outside the site, where nothing is changed"));
        }
        if fs::read(&real).map_err(Error::io("read", &path))? != change.before.as_bytes() {
            return Err(Error::refused(&path, "was changed in the meantime; nothing was written, run it again"));
        }
        targets.entry(real).or_insert(change.after);
    }
    targets.iter().try_for_each(|(path, text)| replace(path, text.as_bytes()))
}

/// Makes a folder, if it is not there.
///
/// # Errors
/// Where the machine fails.
pub fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))
}

/// Writes a file below `root`, and the folders that it lies in.
///
/// # Errors
/// Where it would lie outside `root`, or the machine fails; what was there before is still whole.
pub fn put(root: &Path, path: &SourcePath, text: &str) -> Result<(), Error> {
    let real_root = fs::canonicalize(root).map_err(Error::io("read the folder", root))?;
    let target = root.join(path.as_str());
    let folder = target.parent().unwrap_or(root);
    // A folder that is there may be a link that leads out of the site; those that are made are none.
    let there = folder.ancestors().find(|folder| folder.exists()).unwrap_or(root);
    let there = if there.as_os_str().is_empty() { root } else { there };
    let real = fs::canonicalize(there).map_err(Error::io("read the folder", there))?;
    let is_link = fs::symlink_metadata(&target).is_ok_and(|metadata| metadata.is_symlink());
    if !real.starts_with(&real_root) || is_link {
        return Err(Error::refused(&target, "lies outside the site, where nothing is changed"));
    }
    fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
    replace(&target, text.as_bytes())
}

/// Deletes a file below `root`.
///
/// # Errors
/// Where it lies outside `root`, or the machine fails.
pub fn remove(root: &Path, path: &SourcePath) -> Result<(), Error> {
    let real_root = fs::canonicalize(root).map_err(Error::io("read the folder", root))?;
    let target = root.join(path.as_str());
    let real = fs::canonicalize(&target).map_err(Error::io("read", &target))?;
    if !real.starts_with(&real_root) {
        return Err(Error::refused(&target, "lies outside the site, where nothing is changed"));
    }
    fs::remove_file(&target).map_err(Error::io("delete", &target))
}

/// Writes a file beside the one at `path`, and puts it in its place.
///
/// # Errors
/// Where the machine fails; what was there before is still whole.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = path.with_file_name(format!(".{name}.polyguide-{}", std::process::id()));
    let write = || -> io::Result<()> {
        let mut file = File::create(&new)?;
        file.write_all(bytes)?;
        if let Ok(metadata) = fs::metadata(path) {
            fs::set_permissions(&new, metadata.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&new, path)
    };
    write().map_err(|error| {
        _ = fs::remove_file(&new);
        Error::io("write", path)(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn change(root: &TempDir, path: &str, before: &str) -> Result<(), Error> {
        let path = SourcePath::parse(path).unwrap();
        rewrite(root.path(), [Rewrite { path: &path, before, after: "after" }])
    }

    #[test]
    fn a_file_is_changed_only_if_it_is_what_was_read() {
        let root = TempDir::new().unwrap();
        fs::write(root.path().join("a.md"), "before").unwrap();
        let error = change(&root, "a.md", "other").unwrap_err().to_string();
        assert!(error.contains("was changed in the meantime"), "{error}");
        assert_eq!(fs::read_to_string(root.path().join("a.md")).unwrap(), "before");
        change(&root, "a.md", "before").unwrap();
        assert_eq!(fs::read_to_string(root.path().join("a.md")).unwrap(), "after");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_new_file_comes_with_its_folders() {
        let root = TempDir::new().unwrap();
        let path = SourcePath::parse("a/b/c.po").unwrap();
        put(root.path(), &path, "one").unwrap();
        put(root.path(), &path, "two").unwrap();
        assert_eq!(fs::read_to_string(root.path().join("a/b/c.po")).unwrap(), "two");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_nothing_outside_is_touched() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (root, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        fs::write(outside.path().join("a.md"), "before").unwrap();
        symlink(outside.path().join("a.md"), root.path().join("link.md")).unwrap();
        let error = change(&root, "link.md", "before").unwrap_err().to_string();
        assert!(error.contains("lies outside the site"), "{error}");
        assert_eq!(fs::read_to_string(outside.path().join("a.md")).unwrap(), "before");

        fs::write(root.path().join("b.md"), "before").unwrap();
        fs::set_permissions(root.path().join("b.md"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("b.md", root.path().join("inside.md")).unwrap();
        change(&root, "inside.md", "before").unwrap();
        let metadata = fs::metadata(root.path().join("b.md")).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(root.path().join("inside.md")).unwrap().is_symlink(), "a link stays one");
        assert_eq!(fs::read_to_string(root.path().join("b.md")).unwrap(), "after");
    }
}
