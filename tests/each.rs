//! Many sites at once: each is what a build of its own writes, whatever its values and however often the build is interrupted.

#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

#[path = "support/program.rs"]
mod program;

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::MetadataExt,
    path::Path,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

const CONFIG: &str = "title: Pens, inks and papers of all kinds\nsource_locale: en-gb\nlocales:\n  en-gb: {}\n  fr-fr: {}\n";

const PENS: &str = "\
name: { en-gb: Pens }
parameters:
  server: { integer: [1, 999], mark: \"?\" }
host: \"pen{server}.example.net\"
endpoints:
  - { direction: incoming, protocol: imap, port: 993, security: tls }
";

const INKS: &str = "\
name: { en-gb: Inks }
parameters:
  colour: { pattern: \"[a-z&']{1,9}\", mark: \"X\" }
  tone: { choice: [dark, light], mark: \"Y\" }
host: \"{colour}-{tone}.ink.example.net\"
endpoints:
  - { direction: incoming, protocol: imap, port: 993, security: tls }
";

/// Its title holds a value, whose length decides whether the window's title names the site, and whose digits decide its place.
const TITLED: &str = "\
---
title: Where pen?.example.net writes
excerpt: All about pen?.example.net
---

## The host pen?.example.net

Use `pen?.example.net`, [its page](https://pen?.example.net/a), <!-- unknown: pens.server -->your own<!-- /unknown -->.

> [!settings] pens

```bash
ping pen?.example.net
```
";

/// A site whose pages hold no value, one, or several.
fn new_site() -> TempDir {
    let root = TempDir::new().unwrap();
    let guide = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n\n## Ink\n\n{body}\n");
    for (path, text) in [
        ("polyguide.yaml", CONFIG.to_owned()),
        ("data/services/pens.yaml", PENS.to_owned()),
        ("data/services/inks.yaml", INKS.to_owned()),
        ("content/mail/blue/guide.en-gb.md", TITLED.to_owned()),
        ("content/mail/green/guide.en-gb.md", guide("Where pen5.example.net writes", "See [blue](/pages/mail/blue).")),
        ("content/mail/red/guide.en-gb.md", guide("Red", "The host `X-Y.ink.example.net`, not `pen?.example.net`.")),
        ("content/mail/red/guide.fr-fr.md", guide("Rouge", "Rien.")),
        ("content/paper/white/guide.en-gb.md", guide("White", "![](images/sheet.svg)")),
        ("content/paper/white/images/sheet.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>".to_owned()),
    ] {
        put(&root, &format!("site/{path}"), &text);
    }
    root
}

fn put(root: &TempDir, path: &str, text: &str) {
    let path = root.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn program(root: &TempDir, options: &str) -> Command {
    program::program(root.path(), &format!("build site {options}"))
}

#[track_caller]
fn build(root: &TempDir, options: &str) -> String {
    program::succeed(root.path(), &format!("build site {options}"))
}

/// All files below a folder with their bytes, those that polyguide keeps for itself among them.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    entries(folder).into_iter().map(|(path, entry)| (path, fs::read(entry.path()).unwrap())).collect()
}

fn entries(folder: &Path) -> BTreeMap<String, walkdir::DirEntry> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    entries.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned(), entry)).collect()
}

/// How many files of a folder have other names as well.
fn linked(folder: &Path) -> usize {
    entries(folder).values().filter(|entry| entry.metadata().unwrap().nlink() > 1).count()
}

#[track_caller]
fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, what: &str) {
    let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(one), paths(other), "{what}");
    for (path, bytes) in one {
        assert!(other[path] == *bytes, "{what}: {path} differs");
    }
}

/// Builds the sites of `rows` at once and one by one.
#[track_caller]
fn assert_sites_are_alike(root: &TempDir, columns: &[&str], rows: &[&[&str]], options: &str) {
    let lines = rows.iter().map(|row| format!("\"{}\"\n", row.join("\",\"")));
    put(root, "rows.csv", &format!("name,{}\n{}", columns.join(","), lines.collect::<String>()));
    build(root, &format!("--each rows.csv --out sites {options}"));
    for row in rows {
        let settings: String = columns.iter().zip(&row[1..]).map(|(column, value)| format!(" --set {column}={value}")).collect();
        let options = options.replace("{name}", row[0]).replace("--copy", "");
        _ = fs::remove_dir_all(root.path().join("alone"));
        build(root, &format!("--out alone {options}{settings}"));
        let (site, alone) = (files(&root.path().join("sites").join(row[0])), files(&root.path().join("alone")));
        assert_same(&site, &alone, &format!("{} {options}", row.join(" ")));
    }
}

const ROWS: &[&[&str]] =
    &[&["acme", "3", "blue", "dark"], &["beta", "17", "blue", "light"], &["gamma", "999", "red", "dark"], &["again", "3", "blue", "dark"]];
const COLUMNS: &[&str] = &["pens.server", "inks.colour", "inks.tone"];

#[test]
fn each_site_is_what_a_build_of_its_own_writes() {
    let root = new_site();
    assert_sites_are_alike(&root, COLUMNS, ROWS, "");
    let sites = root.path().join("sites");
    assert!(linked(&sites.join("acme")) > 20, "files without values are shared");
    let page = |site: &str| fs::metadata(sites.join(site).join("en-gb/mail/red/index.html")).unwrap();
    assert!(page("acme").ino() != page("beta").ino() && page("acme").ino() == page("again").ino(), "equal values give equal files");
    assert_sites_are_alike(&root, COLUMNS, ROWS, "--no-search");
    assert_sites_are_alike(&root, COLUMNS, ROWS, "--locale fr-fr");
}

#[test]
fn each_site_may_have_an_address_of_its_own() {
    let root = new_site();
    assert_sites_are_alike(&root, COLUMNS, ROWS, "--base-url https://example.org/{name}/docs");
    let map = fs::read_to_string(root.path().join("sites/beta/sitemap.xml")).unwrap();
    assert!(map.contains("<loc>https://example.org/beta/docs/en-gb/mail/red/</loc>"), "{map}");
    assert_sites_are_alike(&root, COLUMNS, ROWS, "--base-url https://{name}.example.org");
    let Output { status, stderr, .. } = program(&root, "--base-url https://{name}.example.org").output().unwrap();
    assert!(status.code() == Some(2) && String::from_utf8_lossy(&stderr).contains("--each"), "a site for all has no name");
}

#[test]
fn values_that_are_escaped_are_right() {
    let root = new_site();
    assert_sites_are_alike(
        &root,
        COLUMNS,
        &[&["plain", "3", "blue", "dark"], &["odd", "4", "a&b'c", "dark"]],
        "--base-url https://{name}.example.org",
    );
    let page = fs::read_to_string(root.path().join("sites/odd/en-gb/mail/red/index.html")).unwrap();
    assert!(page.contains("a&amp;b'c"), "{page}");
}

#[test]
fn hosts_may_keep_open_values() {
    let root = new_site();
    assert_sites_are_alike(&root, &["inks.tone"], &[&["acme", "dark"], &["beta", "light"]], "");
}

#[test]
fn templates_of_a_site_may_look_into_values() {
    let root = new_site();
    let template = "{% if \"17\" in page.title %}seventeen{% endif %}{{ page.body | safe }}<a href=\"{{ page.canonical }}\">";
    put(&root, "site/templates/guide.html", template);
    assert_sites_are_alike(&root, COLUMNS, ROWS, "--no-search");
    let page = |site: &str| fs::read_to_string(root.path().join("sites").join(site).join("en-gb/mail/blue/index.html")).unwrap();
    assert!(page("beta").starts_with("seventeen") && !page("acme").contains("seventeen"));
    assert!(linked(&root.path().join("sites/acme")) > 10);
}

#[test]
fn copies_are_the_same_trees() {
    let root = new_site();
    assert_sites_are_alike(&root, COLUMNS, ROWS, "");
    let before = files(&root.path().join("sites/acme"));
    assert_sites_are_alike(&root, COLUMNS, ROWS, "--copy");
    assert_eq!(linked(&root.path().join("sites")), 0);
    assert_same(&before, &files(&root.path().join("sites/acme")), "copied");
    assert_sites_are_alike(&root, COLUMNS, ROWS, "");
    assert!(linked(&root.path().join("sites/acme")) > 20, "and back");
}

#[test]
fn no_build_writes_into_a_file_that_sites_share() {
    let root = new_site();
    assert_sites_are_alike(&root, COLUMNS, ROWS, "");
    let before = files(&root.path().join("sites/beta"));
    put(&root, "site/content/paper/white/guide.en-gb.md", "---\ntitle: Whiter\n---\n\n## Ink\n\nOther.\n");
    put(&root, "site/content/paper/white/images/sheet.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"3\"/>");
    build(&root, "--out sites/acme --server 3");
    assert_same(&before, &files(&root.path().join("sites/beta")), "a build of one site leaves the others");
    assert_sites_are_alike(&root, COLUMNS, ROWS, "");
    let second = build(&root, "--each rows.csv --out sites");
    assert!(second.contains("  0 written, 0 shared, ") && second.contains(" unchanged, 0 removed"), "{second}");
}

#[test]
fn nothing_is_written_where_a_row_is_wrong() {
    let root = new_site();
    put(&root, "rows.csv", "name,pens.server\nacme,3\n../evil,3\nbeta,1000\n");
    let Output { status, stderr, .. } = program(&root, "--each rows.csv --out sites").output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(2));
    for part in ["rows.csv:3:1", "rows.csv:4:6", "error: `rows.csv` has 2 mistakes; nothing was written"] {
        assert!(stderr.contains(part), "{stderr}");
    }
    assert!(!root.path().join("sites").exists());
}

#[test]
fn folders_of_others_are_refused() {
    let root = new_site();
    put(&root, "rows.csv", "name,pens.server\nacme,3\nbeta,4\n");
    let refused = |options: &str, reason: &str| {
        let Output { status, stderr, .. } = program(&root, options).output().unwrap();
        let stderr = String::from_utf8(stderr).unwrap();
        assert!(status.code() == Some(2) && stderr.contains(reason), "{options}: {stderr}");
    };
    put(&root, "own/thesis.txt", "years of work");
    refused("--each rows.csv --out own", "is not empty and holds no sites of `build --each`");
    build(&root, "--out one");
    refused("--each rows.csv --out one", "holds a site that is one for all");
    build(&root, "--each rows.csv --out sites");
    refused("--out sites", "holds the sites of `build --each`");
    refused("--each rows.csv --out site", "is the folder of the site or holds it");
    put(&root, "sites/gamma/thesis.txt", "years of work");
    put(&root, "more.csv", "name,pens.server\ngamma,3\nacme,9\n");
    let before = files(&root.path().join("sites"));
    refused("--each more.csv --out sites", "gamma` is not empty and was not made by polyguide");
    assert_same(&before, &files(&root.path().join("sites")), "nothing was written");
}

#[test]
fn a_site_that_is_no_longer_wanted_stays_until_it_is_pruned() {
    let root = new_site();
    let said = build(&root, "--each-range pens.server=1..12 --out sites --no-search");
    assert!(said.contains("  sites  12 in `sites`"), "{said}");
    let before = files(&root.path().join("sites/12"));
    let said = build(&root, "--each-range pens.server=1..5 --out sites --no-search");
    assert!(said.contains("  stale  `10`, `11`, `12`, `6`, `7` and 2 others of earlier builds; `--prune` deletes them"), "{said}");
    assert_same(&before, &files(&root.path().join("sites/12")), "it is as it was");
    put(&root, "sites/6/own.txt", "someone's own");
    let said = build(&root, "--each-range pens.server=1..5 --out sites --no-search --prune");
    assert!(said.contains("  sites  5, 7 removed in `sites`"), "{said}");
    assert_eq!(files(&root.path().join("sites/6")).keys().collect::<Vec<_>>(), ["own.txt"]);
    let names: Vec<_> = fs::read_dir(root.path().join("sites")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 7, "five sites, what someone put there, and our own folder: {names:?}");
}

#[test]
fn an_interrupted_build_goes_on_where_it_stopped() {
    let root = new_site();
    let rows: String = (0..300).map(|at| format!("c{at},{},blue,dark\n", at + 1)).collect();
    put(&root, "rows.csv", &format!("name,{}\n{rows}", COLUMNS.join(",")));
    let options = "--each rows.csv --no-search --jobs 2";
    build(&root, &format!("{options} --out whole"));
    let whole = files(&root.path().join("whole"));
    let out = root.path().join("sites");
    let sites = || fs::read_dir(&out).into_iter().flatten().count();
    let mut interrupted = 0;
    for seen in [0, 1, 2, 10, 25, 60, 90, 150, 200, 250] {
        let mut running = program(&root, &format!("{options} --out sites")).stdout(Stdio::null()).spawn().unwrap();
        while sites() < seen + 1 && running.try_wait().unwrap().is_none() {}
        running.kill().unwrap();
        running.wait().unwrap();
        interrupted += usize::from(out.join(".polyguide/done").exists());
    }
    assert!(interrupted > 0, "the builds were faster than their end");
    let said = build(&root, &format!("{options} --out sites"));
    assert!(said.contains(" finished before"), "{said}");
    assert_same(&whole, &files(&out), "after ten interruptions");
}

#[test]
fn what_changed_since_an_interruption_is_not_kept() {
    let root = new_site();
    let rows: String = (0..100).map(|at| format!("c{at},{},blue,dark\n", at + 1)).collect();
    put(&root, "rows.csv", &format!("name,{}\n{rows}", COLUMNS.join(",")));
    let out = root.path().join("sites");
    let mut running = program(&root, "--each rows.csv --no-search --out sites").stdout(Stdio::null()).spawn().unwrap();
    while fs::read_dir(&out).into_iter().flatten().count() < 4 && running.try_wait().unwrap().is_none() {}
    running.kill().unwrap();
    running.wait().unwrap();
    put(
        &root,
        "site/content/paper/white/images/sheet.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><g/></svg>",
    );
    let red = "---\ntitle: Red\n---\n\n## Ink\n\nThe other host `X-Y.ink.example.net`.\n";
    put(&root, "site/content/mail/red/guide.en-gb.md", red);
    build(&root, "--each rows.csv --no-search --out sites");
    build(&root, "--each rows.csv --no-search --out whole");
    assert_same(&files(&root.path().join("whole")), &files(&out), "of what there is now");
}
