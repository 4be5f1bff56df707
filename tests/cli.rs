//! The program as it is called.

#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

#[path = "support/program.rs"]
mod program;

use program::{program, run};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with the site that `polyguide new site` writes.
fn new_site() -> TempDir {
    let folder = TempDir::new().unwrap();
    let (code, stdout, stderr) = run(folder.path(), "new site");
    assert_eq!((code, &*stderr), (0, ""));
    assert!(stdout.contains("polyguide build site"), "{stdout}");
    folder
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

#[test]
fn a_new_site_builds_without_a_diagnostic() {
    let folder = new_site();
    let (code, stdout, stderr) = run(folder.path(), "build site --strict");
    assert_eq!((code, &*stderr), (0, ""));
    assert!(stdout.contains("0 errors, 0 warnings, 0 notes"), "{stdout}");
    assert!(folder.path().join("site/public/index.html").is_file());
    let (_, stdout, _) = run(folder.path(), "build site");
    assert!(stdout.contains("  0 written, "), "the second build writes nothing: {stdout}");
}

#[test]
fn a_quiet_build_without_errors_says_nothing() {
    let folder = new_site();
    assert_eq!(run(folder.path(), "build site --quiet --jobs 1"), (0, String::new(), String::new()));
}

#[test]
fn a_folder_without_guides_is_not_built() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    let (code, _, said) = run(folder.path(), "build empty");
    assert!(code == 1 && said.contains("this folder holds no guides") && said.contains("nothing was written"), "{said}");
    assert!(!folder.path().join("empty/public").exists());
    let (code, said, _) = run(folder.path(), "check empty --format short");
    assert!(code == 1 && said.starts_with("empty:1:1: error[config] this folder holds no guides"), "{said}");
}

#[test]
fn a_made_up_locale_is_built_beside_those_that_were_asked_for() {
    let folder = new_site();
    assert_eq!(run(folder.path(), "build site --pseudo accented --locale fr-fr --quiet").0, 0);
    let is_there = |locale: &str| folder.path().join(format!("site/public/{locale}/mail/phone/index.html")).exists();
    assert_eq!(["fr-fr", "en-xa", "en-gb"].map(is_there), [true, true, false]);
}

#[test]
fn why_an_option_is_wrong_is_said() {
    let folder = new_site();
    for (arguments, why) in [
        ("check site --max-stale x", "a whole number is needed, 0 or more"),
        ("build site --base-url ftp://a.example/", "not at `ftp://`"),
        ("build site --base-url https://a.example/{nme}/", "`{nme}` stands for nothing"),
    ] {
        let (code, _, said) = run(folder.path(), arguments);
        assert!(code == 2 && said.contains(why), "{said}");
    }
}

/// A report that lacks its end must not be taken for a whole one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_success() {
    let folder = new_site();
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for arguments in [
        "check site --format json",
        "check site --format sarif",
        "check site --statistics",
        "check --explain html-bad-br",
        "build site",
        "schema",
        "completions bash",
        "i18n status site",
        "--help",
    ] {
        let output = program(folder.path(), arguments).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}");
    }
}

#[test]
fn the_folder_of_the_call_is_the_site_where_none_is_named() {
    let folder = new_site();
    let (code, stdout, _) = run(&folder.path().join("site"), "build --out ../elsewhere");
    assert_eq!(code, 0);
    assert!(stdout.contains("`../elsewhere`") && folder.path().join("elsewhere/index.html").is_file(), "{stdout}");
}

#[test]
fn values_are_fixed_and_wrong_ones_are_named_before_anything_is_written() {
    let folder = new_site();
    for (options, message) in [
        ("--set email-pro.server=abc", "allowed: a whole number from 1 to 99"),
        ("--set email-pro.server=0", "allowed: a whole number from 1 to 99"),
        ("--set email-pro.server=100", "allowed: a whole number from 1 to 99"),
        ("--server 100", "allowed: a whole number from 1 to 99"),
        ("--set nosuch.server=3", "`email-pro`"),
        ("--set email-pro.serveur=3", "did you mean `server`?"),
        ("--set server", "SERVICE.PARAMETER=VALUE"),
        ("--locale fr-ca", "did you mean `fr-fr`? (allowed: `en-gb` or `fr-fr`)"),
    ] {
        let (code, stdout, stderr) = run(folder.path(), &format!("build site {options}"));
        assert_eq!((code, &*stdout), (2, ""), "{options}");
        assert!(stderr.starts_with("error: ") && stderr.contains(message), "{options}: {stderr}");
        assert!(!folder.path().join("site/public").exists(), "{options}");
    }
    for options in ["--set email-pro.server=3", "--server 3", "--locale fr-fr"] {
        assert_eq!(run(folder.path(), &format!("build site {options}")).0, 0, "{options}");
    }
}

#[test]
fn folders_that_could_be_lost_are_refused() {
    let folder = new_site();
    let before = files(folder.path());
    for (options, message) in [
        ("build site --out site", "is the folder of the site or holds it"),
        ("build site --out .", "is the folder of the site or holds it"),
        ("build site --out site/content", "was not made by polyguide"),
        ("build site --out site/polyguide.yaml", "is no folder"),
        ("build nowhere", "cannot read the folder `nowhere`: "),
        ("new site", "`site` is not empty"),
    ] {
        let (code, stdout, stderr) = run(folder.path(), options);
        assert_eq!((code, &*stdout), (2, ""), "{options}");
        assert!(stderr.starts_with("error: ") && stderr.contains(message), "{options}: {stderr}");
    }
    assert_eq!(files(folder.path()), before);
}

#[test]
fn help_is_worth_reading() {
    let folder = TempDir::new().unwrap();
    for (arguments, text) in [("--help", "Exit codes:"), ("build --help", "--set email-pro.server=3"), ("new --help", "Where to write it")]
    {
        let (code, stdout, _) = run(folder.path(), arguments);
        assert!(code == 0 && stdout.contains(text), "{stdout}");
    }
    assert_eq!(run(folder.path(), "--version").1, format!("polyguide {}\n", env!("CARGO_PKG_VERSION")));
    for shell in ["bash", "zsh", "fish"] {
        let (code, stdout, _) = run(folder.path(), &format!("completions {shell}"));
        assert!(code == 0 && stdout.contains("polyguide"));
    }
}
