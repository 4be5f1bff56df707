//! Real files in a real folder, changed as editors and people change them.

use super::*;
use std::{fs, thread};
use tempfile::TempDir;

/// A watched site.
struct Site {
    root: TempDir,
    watch: Watch,
}

impl Site {
    fn new(files: &[&str]) -> Self {
        let root = TempDir::new().unwrap();
        for file in files {
            write(root.path(), file, "");
        }
        let (watch, tree) = Watch::begin(root.path(), &root.path().join("public")).unwrap();
        assert_eq!(tree.len(), files.iter().filter(|file| !file.starts_with("public/") && !file.contains("node_modules")).count());
        Self { root, watch }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.root.path().join(file)
    }

    fn write(&self, file: &str, text: &str) {
        write(self.root.path(), file, text);
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// The changes of the next burst, as `+added -removed ~modified`. Whatever came late is of the same burst to a test.
    fn changes(&mut self) -> String {
        let mut all = Changes::default();
        // A mark that no other change makes says that everything before it was seen.
        let marks = thread::spawn({
            let mark = self.path("zz-mark");
            move || {
                thread::sleep(QUIET * 3);
                fs::write(mark, "").unwrap();
            }
        });
        loop {
            let changes = self.watch.next().unwrap();
            let is_over = changes.files().any(|path| path.as_str() == "zz-mark");
            all.added.extend(changes.added);
            all.removed.extend(changes.removed);
            all.modified.extend(changes.modified);
            if is_over {
                break;
            }
        }
        marks.join().unwrap();
        let named = |sign: char, paths: &[crate::path::SourcePath]| -> Vec<String> {
            let names: BTreeSet<&str> = paths.iter().map(|path| path.as_str()).filter(|name| *name != "zz-mark").collect();
            names.into_iter().map(|name| format!("{sign}{name}")).collect()
        };
        [named('+', &all.added), named('-', &all.removed), named('~', &all.modified)].concat().join(" ")
    }
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_save_is_one_change_however_an_editor_does_it() {
    let mut site = Site::new(&["content/a.md", "content/b.md"]);
    site.write("content/a.md", "in place");
    assert_eq!(site.changes(), "~content/a.md");
    site.write("content/.a.md.tmp", "beside, then renamed");
    site.rename("content/.a.md.tmp", "content/a.md");
    assert_eq!(site.changes(), "~content/a.md");
    site.write("content/4913", "");
    fs::remove_file(site.path("content/4913")).unwrap();
    site.rename("content/a.md", "content/a.md~");
    site.write("content/a.md", "the old one beside it");
    fs::remove_file(site.path("content/a.md~")).unwrap();
    assert_eq!(site.changes(), "~content/a.md");
}

#[test]
fn files_and_folders_come_and_go() {
    let mut site = Site::new(&["content/a/x.md", "content/b.md"]);
    site.write("content/new/deep/y.md", "");
    assert_eq!(site.changes(), "+content/new/deep/y.md");
    site.write("content/new/deep/y.md", "watched, too");
    assert_eq!(site.changes(), "~content/new/deep/y.md");
    site.rename("content/a", "content/c");
    assert_eq!(site.changes(), "+content/c/x.md -content/a/x.md");
    site.write("content/c/x.md", "still watched");
    assert_eq!(site.changes(), "~content/c/x.md");
    fs::remove_dir_all(site.path("content/new")).unwrap();
    fs::remove_file(site.path("content/b.md")).unwrap();
    assert_eq!(site.changes(), "-content/b.md -content/new/deep/y.md");
}

#[test]
fn a_folder_in_the_place_of_another_is_read_again() {
    let mut site = Site::new(&["content/a/x.md", "other/x.md"]);
    site.rename("content/a", "old");
    site.rename("other", "content/a");
    assert_eq!(site.changes(), "+old/x.md -other/x.md ~content/a/x.md");
}

#[test]
fn what_is_not_read_is_not_seen() {
    let mut site = Site::new(&["content/a.md", "public/.polyguide/manifest", "public/index.html", "node_modules/x/y.md"]);
    site.write("public/index.html", "built");
    site.write("node_modules/x/y.md", "installed");
    site.write(".git/index", "committed");
    site.write(".next.md", "a copy of an editor's");
    fs::read(site.path("content/a.md")).unwrap();
    assert_eq!(site.changes(), "");
}

#[cfg(unix)]
#[test]
fn what_links_lead_to_has_all_its_names() {
    let mut site = Site::new(&["content/fr/a.md"]);
    std::os::unix::fs::symlink("fr", site.path("content/ca")).unwrap();
    std::os::unix::fs::symlink("fr/a.md", site.path("content/b.md")).unwrap();
    assert_eq!(site.changes(), "+content/b.md +content/ca/a.md");
    site.write("content/fr/a.md", "new");
    assert_eq!(site.changes(), "~content/b.md ~content/ca/a.md ~content/fr/a.md");
}

#[test]
fn events_that_were_lost_are_made_up_for() {
    let mut site = Site::new(&["content/a.md", "content/b.md"]);
    let old = Changes::default();
    let scan = disk::scan(site.root.path(), Path::new("public")).unwrap();
    let all = site.watch.known.compare(&scan, &old, &[], Some(SystemTime::now() - STAMP * 10));
    assert_eq!(all.modified.len(), 2);
    let later = site.watch.known.compare(&scan, &old, &[], Some(SystemTime::now() + STAMP * 10));
    assert!(later.is_empty(), "{later:?}");
}
