//! `polyguide check` as it is called.

#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

/// Runs the program in `folder` and returns its exit code and what it printed on both streams.
fn run(folder: &Path, arguments: &str) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_polyguide"));
    let Output { status, stdout, stderr } = program.args(arguments.split(' ')).current_dir(folder).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// A folder with the files of a text in which a line `-- path --` begins each.
fn site(fixture: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in fixture.split("-- ").skip(1).filter_map(|file| file.split_once(" --\n")) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const TWO_LOCALES: &str = "\
-- a/guide.en.md --
---
title: A
---

> [!Primary]
> Text.

![Window](window.png)
-- a/guide.fr.md --
---
title: A
---

Texte </br> ici.
";

#[test]
fn findings_are_lines_with_their_places_and_severities() {
    let (code, stdout, stderr) = run(site(TWO_LOCALES).path(), "check --format short");
    let expected = "a/guide.en.md:5:5: note[callout-case] `Primary` is written in upper case\n\
                    a/guide.en.md:8:1: error[image-missing] there is no picture `window.png`\n\
                    a/guide.fr.md:5:7: warning[html-bad-br] `</br>` is no line break\n";
    assert_eq!((code, &*stdout, &*stderr), (1, expected, "1 error, 1 warning, 1 note\n"));
}

#[test]
fn a_locale_is_looked_at_by_itself() {
    let folder = site(TWO_LOCALES);
    let (code, stdout, _) = run(folder.path(), "check --format short --locale fr");
    assert_eq!((code, stdout.lines().count()), (0, 1), "{stdout}");
    let (code, stdout, _) = run(folder.path(), "check --format short --locale fr --strict --quiet");
    assert!(code == 1 && stdout.contains("error[html-bad-br]"), "{stdout}");
    let (code, _, stderr) = run(folder.path(), "check --locale de");
    assert!(code == 2 && stderr.contains("this site has no locale `de`"), "{stderr}");
}

#[test]
fn nothing_is_written() {
    let folder = site(TWO_LOCALES);
    run(folder.path(), "check");
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a"]);
}
