use super::*;
use crate::{sink::Sink, source::SourceTree};
use std::{collections::BTreeMap, time::SystemTime};
use tempfile::TempDir;

/// A folder for a site and its output, beside each other.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().unwrap());
        fs::create_dir(place.site()).unwrap();
        place
    }

    fn site(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("out")
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn open(&self) -> Result<Output, Error> {
        Output::open(&self.out(), &self.site())
    }

    fn begin(&self) -> FolderSink {
        self.open().unwrap().begin().unwrap()
    }

    /// A whole build that gives `files`.
    fn build(&self, files: &[(&str, &str)]) -> Written {
        let sink = self.begin();
        give(&sink, files).unwrap();
        sink.finish().unwrap()
    }

    /// A build that is interrupted after `files`.
    fn interrupt(&self, files: &[(&str, &str)]) {
        give(&self.begin(), files).unwrap();
    }

    /// The files of the output folder, polyguide's own apart.
    fn files(&self) -> Vec<String> {
        self.all().into_keys().filter(|path| !path.starts_with(OWN_FOLDER)).collect()
    }

    /// Makes all files old, as clocks are too coarse to tell two builds of a test apart.
    fn age(&self) -> BTreeMap<String, SystemTime> {
        for path in self.all().keys() {
            let file = File::options().write(true).open(self.out().join(path)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
        self.all()
    }

    /// All files of the output folder with the time of their last change.
    fn all(&self) -> BTreeMap<String, SystemTime> {
        let entry = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(self.out()).unwrap().to_str().unwrap().to_owned();
            (path, entry.metadata().unwrap().modified().unwrap())
        };
        let entries = walkdir::WalkDir::new(self.out()).into_iter().map(Result::unwrap);
        entries.filter(|entry| entry.file_type().is_file()).map(entry).collect()
    }
}

fn give(sink: &FolderSink, files: &[(&str, &str)]) -> io::Result<()> {
    files.iter().try_for_each(|(path, text)| sink.write(&OutputPath::parse(path).unwrap(), text.as_bytes()))
}

fn written(written: usize, unchanged: usize, removed: usize) -> Written {
    Written { written, unchanged, removed }
}

#[test]
fn only_what_differs_is_written() {
    let place = Place::new();
    assert_eq!(place.build(&[("a/index.html", "A"), ("b/index.html", "B"), ("c.css", "C")]), written(3, 0, 0));
    let before = place.age();
    assert_eq!(place.build(&[("a/index.html", "A"), ("b/index.html", "B"), ("c.css", "C")]), written(0, 3, 0));
    assert_eq!(place.all(), before, "no file was touched, the manifest neither");
    assert_eq!(place.build(&[("a/index.html", "A"), ("b/index.html", "new"), ("c.css", "C")]), written(1, 2, 0));
    assert_eq!(fs::read_to_string(place.out().join("b/index.html")).unwrap(), "new");
    let after = place.all();
    assert_eq!(after["a/index.html"], before["a/index.html"]);
    assert_ne!(after["b/index.html"], before["b/index.html"]);
}

#[test]
fn stale_files_go_and_others_stay() {
    let place = Place::new();
    place.build(&[("a/b/index.html", "B"), ("a/c/index.html", "C"), ("d.css", "D")]);
    place.put("CNAME", "guides.example.net");
    place.put("a/own.txt", "someone's own");
    assert_eq!(place.build(&[("d.css", "D")]), written(0, 1, 2));
    assert_eq!(place.files(), ["CNAME", "a/own.txt", "d.css"]);
    assert!(!place.out().join("a/b").exists(), "empty folders go too");
}

#[test]
fn the_same_files_give_the_same_folder() {
    let (one, other) = (Place::new(), Place::new());
    one.build(&[("a/index.html", "A"), ("b.css", "B")]);
    other.build(&[("z/index.html", "Z")]);
    other.build(&[("b.css", "B"), ("a/index.html", "A")]);
    let names = |place: &Place| place.all().into_keys().collect::<Vec<_>>();
    assert_eq!(names(&one), [".polyguide/manifest", "a/index.html", "b.css"]);
    assert_eq!(names(&one), names(&other));
    let manifest = |place: &Place| fs::read(place.out().join(".polyguide/manifest")).unwrap();
    assert_eq!(manifest(&one), manifest(&other));
}

#[test]
fn an_interrupted_first_build_leaves_no_page() {
    let place = Place::new();
    place.interrupt(&[("a/index.html", "A"), ("gone/index.html", "of a guide that was removed before the next build")]);
    assert!(place.files().is_empty(), "a first build is put in place as a whole");
    place.put(".polyguide/new/7", "half a pa");
    place.put("CNAME", "someone's own");
    assert_eq!(place.build(&[("a/index.html", "A"), ("b/index.html", "B")]), written(2, 0, 0));
    assert_eq!(place.all().into_keys().collect::<Vec<_>>(), [".polyguide/manifest", "CNAME", "a/index.html", "b/index.html"]);
}

#[test]
fn a_first_build_that_was_interrupted_while_it_was_put_in_place_goes_on() {
    let place = Place::new();
    place.interrupt(&[]);
    place.put(".polyguide/journal", "a/index.html\nb/index.html\ngone/index.html\n");
    place.put("a/index.html", "A");
    place.put("gone/index.html", "of a guide that was removed before the next build");
    place.put("CNAME", "someone's own");
    assert_eq!(place.build(&[("a/index.html", "A"), ("b/index.html", "B")]), written(1, 1, 1));
    assert_eq!(place.files(), ["CNAME", "a/index.html", "b/index.html"]);
}

#[test]
fn what_came_to_an_empty_folder_during_the_build_stays() {
    let place = Place::new();
    let sink = place.begin();
    give(&sink, &[("a/index.html", "A"), ("b/index.html", "B")]).unwrap();
    place.put("a/thesis.md", "years of work");
    let error = sink.finish().unwrap_err().to_string();
    assert!(error.ends_with("a` was put there by someone else during the build"), "{error}");
    assert_eq!(place.files(), ["a/thesis.md"]);
    assert_eq!(place.build(&[("a/index.html", "A")]), written(1, 0, 0));
    assert_eq!(place.files(), ["a/index.html", "a/thesis.md"]);
}

#[test]
fn an_interrupted_second_build_goes_on() {
    let place = Place::new();
    place.build(&[("a/index.html", "A"), ("old/index.html", "O")]);
    place.interrupt(&[("new/index.html", "N"), ("a/index.html", "A2")]);
    place.interrupt(&[("newer/index.html", "N")]);
    assert_eq!(place.files(), ["a/index.html", "new/index.html", "newer/index.html", "old/index.html"], "nothing goes before the end");
    assert_eq!(place.build(&[("a/index.html", "A2")]), written(0, 1, 3));
    assert_eq!(place.files(), ["a/index.html"]);
}

#[test]
fn a_journal_may_end_in_half_a_line() {
    let place = Place::new();
    place.interrupt(&[]);
    place.put("own/x", "someone's own");
    place.put(".polyguide/journal", "a/index.html\nown/x");
    place.build(&[("b.css", "B")]);
    assert_eq!(place.files(), ["b.css", "own/x"]);
}

#[test]
fn a_build_that_was_stopped_at_once_leaves_a_folder_to_go_on_with() {
    let place = Place::new();
    fs::create_dir_all(place.out().join(OWN_FOLDER)).unwrap();
    assert_eq!(place.build(&[("a.css", "A")]), written(1, 0, 0));
}

#[test]
fn a_file_and_a_folder_trade_places() {
    let place = Place::new();
    place.build(&[("x/a", "file"), ("x/b/c/index.html", "page"), ("x/b/index.html", "page")]);
    assert_eq!(place.build(&[("x/a/index.html", "page"), ("x/b", "file")]), written(2, 0, 3));
    assert_eq!(place.files(), ["x/a/index.html", "x/b"]);
}

#[test]
fn what_others_made_is_not_taken_out_of_the_way() {
    let place = Place::new();
    place.build(&[("x/index.html", "X")]);
    place.put("a", "someone's own");
    place.put("x/own.txt", "someone's own");
    let error = give(&place.begin(), &[("a/index.html", "A")]).unwrap_err().to_string();
    assert!(error.ends_with("a` is a file, and pages go into a folder of that name"), "{error}");
    let error = give(&place.begin(), &[("x", "file")]).unwrap_err().to_string();
    assert!(error.ends_with("x` is a folder, and a file of that name is to be written"), "{error}");
    assert_eq!(place.files(), ["a", "x/own.txt"]);
}

#[test]
fn a_build_cannot_contradict_itself() {
    let place = Place::new();
    let sink = place.begin();
    give(&sink, &[("a", "A"), ("b/index.html", "B")]).unwrap();
    for (path, _) in [("a", ""), ("a/index.html", ""), ("b", ""), (".polyguide/manifest", "")] {
        assert!(give(&sink, &[(path, "other")]).is_err(), "{path}");
    }
    sink.finish().unwrap();
    assert_eq!(fs::read_to_string(place.out().join("a")).unwrap(), "A");
}

#[test]
fn pictures_are_copied_as_they_are() {
    let place = Place::new();
    fs::write(place.site().join("a.png"), [0, 159, 146]).unwrap();
    let tree = crate::edge::disk::read_tree(&place.site(), &place.out()).unwrap();
    let copy = |tree: &SourceTree| {
        let sink = place.begin();
        sink.copy(tree, tree.find_text("a.png").unwrap(), &OutputPath::parse("images/a.png").unwrap()).unwrap();
        sink.finish().unwrap()
    };
    assert_eq!(copy(&tree), written(1, 0, 0));
    assert_eq!(fs::read(place.out().join("images/a.png")).unwrap(), [0, 159, 146]);
    assert_eq!(copy(&tree), written(0, 1, 0));
    assert_eq!(copy(&SourceTree::from_memory([("a.png", "other")])), written(1, 0, 0), "of a tree that is not on disk");
}

#[test]
fn folders_of_others_are_refused() {
    let place = Place::new();
    place.put("thesis.md", "years of work");
    let error = place.open().unwrap_err().to_string();
    assert!(error.contains("out` is not empty and was not made by polyguide"), "{error}");
    assert_eq!(fs::read_dir(place.out()).unwrap().count(), 1, "nothing was written");
    place.put(".polyguide/manifest", "polyguide manifest 99\n");
    assert!(place.open().unwrap_err().to_string().contains("another version of polyguide"));
}

#[test]
fn a_file_is_no_output_folder() {
    let place = Place::new();
    fs::write(place.out(), "").unwrap();
    assert!(place.open().unwrap_err().to_string().ends_with("out` is no folder; give another with `--out`"));
}

#[test]
fn the_site_is_no_output_folder() {
    let place = Place::new();
    for out in [place.site(), place.site().join("../site"), place.0.path().to_owned()] {
        let error = Output::open(&out, &place.site()).unwrap_err().to_string();
        assert!(error.contains("is the folder of the site or holds it"), "{error}");
    }
    assert!(Output::open(&place.site().join("public"), &place.site()).is_ok());
}

#[test]
fn nothing_is_written_before_a_build_begins() {
    let place = Place::new();
    place.open().unwrap();
    assert!(!place.out().exists());
}

#[test]
fn two_builds_do_not_write_at_once() {
    let place = Place::new();
    let first = place.begin();
    let error = place.open().unwrap_err().to_string();
    assert!(
        error.ends_with("out` is being written to by another build; wait until it ends, or give another folder with `--out`"),
        "{error}"
    );
    first.finish().unwrap();
    place.open().unwrap();
}

#[test]
fn of_two_builds_that_looked_at_a_new_folder_one_writes() {
    let place = Place::new();
    let (one, other, third) = (place.open().unwrap(), place.open().unwrap(), place.open().unwrap());
    let first = one.begin().unwrap();
    let error = other.begin().unwrap_err().to_string();
    assert!(error.contains("is being written to by another build"), "{error}");
    give(&first, &[("a.html", "a"), ("b.html", "b")]).unwrap();
    assert_eq!(first.finish().unwrap(), written(2, 0, 0));
    // It began when the folder was empty, and knows what came since.
    let third = third.begin().unwrap();
    give(&third, &[("a.html", "a")]).unwrap();
    assert_eq!(third.finish().unwrap(), written(0, 1, 1));
    assert_eq!(place.files(), ["a.html"]);
}

#[test]
fn no_build_begins_before_another_has_ended() {
    let place = Place::new();
    place.build(&[("a.html", "a")]);
    let manifest = place.out().join(MANIFEST);
    let locked = manifest::write(manifest.parent().unwrap(), "polyguide manifest 1\nb.html\n").unwrap();
    assert!(place.open().is_err(), "the list of files is new, and its build still has something to do");
    drop(locked);
    place.open().unwrap();
}

#[test]
fn a_build_that_was_stopped_at_its_first_step_leaves_a_folder_of_ours() {
    let place = Place::new();
    place.put(MANIFEST, "");
    assert_eq!(place.build(&[("a.html", "a")]), written(1, 0, 0));
    assert_eq!(fs::read_to_string(place.out().join(MANIFEST)).unwrap(), "polyguide manifest 1\na.html\n");
}

#[test]
fn threads_share_a_sink() {
    let place = Place::new();
    let sink = place.begin();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let sink = &sink;
            scope.spawn(move || {
                for page in 0..50 {
                    give(sink, &[(&format!("a/{page}/b/{thread}/index.html"), "page")]).unwrap();
                }
            });
        }
    });
    assert_eq!(sink.finish().unwrap(), written(200, 0, 0));
    assert_eq!(place.files().len(), 200);
}
