//! `polyguide check` as it is called.

#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

#[path = "support/program.rs"]
mod program;

use program::run;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::Path,
    process::Command,
    thread,
};
use tempfile::TempDir;

/// A folder with the files of a text in which a line `-- path --` begins each.
fn site(fixture: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in format!("\n{fixture}").split("\n-- ").filter_map(|file| file.split_once(" --\n")) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.trim_end().to_owned() + "\n").unwrap();
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

![The settings of the account](window.png)
-- b/guide.fr.md --
---
title: B
---

Texte </br> ici.
";

#[test]
fn findings_are_lines_with_their_places_and_severities() {
    let (code, stdout, stderr) = run(site(TWO_LOCALES).path(), "check --format short");
    let expected = "a/guide.en.md:5:5: note[callout-case] `Primary` is not in lower case\n\
                    a/guide.en.md:8:1: error[image-missing] there is no picture `window.png`\n\
                    b/guide.fr.md:5:7: warning[html-bad-br] `</br>` is no line break\n";
    assert_eq!((code, &*stdout, &*stderr), (1, expected, "1 error, 1 warning, 1 note\n2 findings can be mended with --fix\n"));
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
    assert_eq!(names.len(), 2, "the two folders of guides");
}

/// The text of a file.
fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

#[test]
fn fixing_mends_what_is_safe_and_shows_the_rest() {
    let folder = site(TWO_LOCALES);
    let (code, stdout, stderr) = run(folder.path(), "check --fix --format short");
    assert_eq!((code, stdout.lines().count()), (1, 1), "{stdout}");
    assert!(
        stdout.contains("image-missing") && stderr.starts_with("mended 2 findings in 2 files\n1 error, 0 warnings, 0 notes\n"),
        "{stderr}"
    );
    assert!(read(&folder, "a/guide.en.md").contains("> [!primary]\n") && read(&folder, "b/guide.fr.md").contains("Texte <br> ici."));
    let (_, _, stderr) = run(folder.path(), "check --fix --format short");
    assert!(stderr.starts_with("mended 0 findings in 0 files\n"), "{stderr}");
}

#[test]
fn a_diff_says_what_fixing_would_do_and_does_nothing() {
    let folder = site(TWO_LOCALES);
    let (code, stdout, stderr) = run(folder.path(), "check --diff --locale fr");
    let expected = "--- a/b/guide.fr.md\n+++ b/b/guide.fr.md\n@@ -2,4 +2,4 @@\n title: B\n ---\n \n-Texte </br> ici.\n+Texte <br> ici.\n";
    assert_eq!((code, &*stdout, &*stderr), (1, expected, "--fix would mend 1 finding in 1 file\n"));
    assert!(read(&folder, "b/guide.fr.md").contains("</br>"));
    run(folder.path(), "check --fix");
    assert_eq!(run(folder.path(), "check --diff --quiet"), (0, String::new(), String::new()));
}

#[test]
fn a_baseline_hides_what_is_known_and_nothing_new() {
    let folder = site(TWO_LOCALES);
    let (code, stdout, stderr) = run(folder.path(), "check --write-baseline");
    assert_eq!((code, &*stdout), (0, ""));
    assert!(stderr.contains("wrote 3 findings to `./polyguide-baseline.json`"), "{stderr}");
    let text = read(&folder, "polyguide-baseline.json");
    let (code, stdout, stderr) = run(folder.path(), "check --format short");
    assert_eq!((code, &*stdout, &*stderr), (0, "", "0 errors, 0 warnings, 0 notes\n3 findings of the baseline not shown\n"));
    fs::write(folder.path().join("b/guide.fr.md"), "---\ntitle: B\n---\n\nUn.\n\n![Les réglages du compte](autre.png)\n").unwrap();
    let (code, stdout, stderr) = run(folder.path(), "check --format short");
    assert!(code == 1 && stdout.lines().count() == 1 && stdout.contains("autre.png"), "{stdout}");
    assert!(stderr.contains("1 finding of the baseline is mended; run --write-baseline"), "{stderr}");
    fs::write(folder.path().join("polyguide-baseline.json"), &text[1..]).unwrap();
    let (code, _, stderr) = run(folder.path(), "check");
    assert!(code == 2 && stderr.contains("is no baseline"), "{stderr}");
    let (code, _, stderr) = run(folder.path(), "check --baseline none.json");
    assert!(code == 2 && stderr.contains("there is no baseline `none.json`"), "{stderr}");
}

/// Runs git in a folder.
fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").arg("-C").arg(folder).args(identity).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn only_what_changed_in_git_is_looked_at() {
    let folder = TempDir::new().unwrap();
    let repository = folder.path();
    let (code, _, stderr) = run(repository, "check --changed-since HEAD");
    assert!(code == 2 && stderr.contains("is in no git repository"), "{stderr}");
    fs::create_dir_all(repository.join("docs/a")).unwrap();
    fs::create_dir_all(repository.join("docs/b é")).unwrap();
    let guide = |text: &str| format!("---\ntitle: A\n---\n\n{text}\n");
    fs::write(repository.join("docs/a/guide.en.md"), guide("a </br> b")).unwrap();
    git(repository, &["init", "-q", "-b", "main"]);
    git(repository, &["add", "."]);
    git(repository, &["commit", "-q", "-m", "one"]);
    let found = |options: &str| run(repository, &format!("check docs --format short --changed-since {options}")).1;
    assert_eq!(found("HEAD"), "", "nothing has changed");
    fs::write(repository.join("docs/b é/guide.en.md"), guide("c </br> d").replace("title: A", "title: B")).unwrap();
    assert!(found("HEAD").starts_with("docs/b é/guide.en.md:5:3: warning[html-bad-br]"), "git does not know it yet: {}", found("HEAD"));
    git(repository, &["add", "."]);
    git(repository, &["commit", "-q", "-m", "two"]);
    assert_eq!((found("HEAD").lines().count(), found("HEAD~1").lines().count()), (0, 1));
    fs::write(repository.join("docs/a/guide.en.md"), guide("a </br> b!")).unwrap();
    assert_eq!(found("main~1").lines().count(), 2);
    for revision in ["nowhere", "--output=x"] {
        let (code, _, stderr) = run(repository, &format!("check docs --changed-since={revision}"));
        assert!(code == 2 && stderr.contains(&format!("has no revision `{revision}`")), "{stderr}");
    }
}

#[test]
fn statistics_count_by_kind() {
    let (code, stdout, _) = run(site(TWO_LOCALES).path(), "check --statistics");
    assert_eq!(code, 1);
    assert!(stdout.contains("\nhtml-bad-br    warning          1         1         1\n"), "{stdout}");
}

#[test]
fn the_configuration_sets_severities() {
    let folder = site(TWO_LOCALES);
    let config =
        "content: .\nlocales: { en: {}, fr: {} }\ncheck:\n  severity: { image-missing: off, callout-case: error, html-bad-brr: off }\n";
    fs::write(folder.path().join("polyguide.yaml"), config).unwrap();
    let (code, stdout, _) = run(folder.path(), "check --format short");
    assert!(code == 1 && !stdout.contains("[image-missing]") && stdout.contains("error[callout-case]"), "{stdout}");
    assert!(stdout.contains("polyguide.yaml:4:56: error[config] `html-bad-brr` is no kind of mistake"), "{stdout}");
    let (code, _, stderr) = run(folder.path(), "build");
    assert!(code == 1 && !stderr.contains("[image-missing]") && stderr.contains("error[callout-case]"), "{stderr}");
}

#[test]
fn what_is_allowed_in_place_is_not_shown_and_no_comment_reaches_a_page() {
    let folder = site(
        "-- a/guide.en.md --\n---\ntitle: A\n---\n\nText.\n\n<!-- polyguide: allow callout-case: a style -->\n> [!Primary]\n> Text.\n>\n         \n> [!tabs]\n> One\n>> <!-- polyguide: allow html-bad-br: so -->\n>> a </br> b\n> Two\n>> c <!-- polyguide: allow image-missing: none -->\n",
    );
    let (code, stdout, stderr) = run(folder.path(), "check --format short");
    assert_eq!(code, 0);
    assert_eq!(stdout, "a/guide.en.md:17:28: warning[allow-unused] there is no `image-missing` to allow here\n", "{stderr}");
    let (code, stdout, _) = run(folder.path(), "build");
    assert!(code == 0 && stdout.contains("0 errors, 0 warnings, 0 notes"), "{stdout}");
    assert!(!read(&folder, "public/en/a/index.html").contains("polyguide: allow"));
}

#[test]
fn a_code_is_explained() {
    let folder = TempDir::new().unwrap();
    let (code, stdout, _) = run(folder.path(), "check --explain html-bad-br");
    assert!(code == 0 && stdout.contains("A line break is misspelled"), "{stdout}");
    let (code, _, stderr) = run(folder.path(), "check --explain html-bad-brr");
    assert!(code == 2 && stderr.contains("html-bad-br"), "{stderr}");
}

#[test]
fn formats_for_programs_are_whole_where_nothing_is_found() {
    let folder = site("-- a/guide.en.md --\n---\ntitle: A\n---\n\nText.\n");
    let (code, stdout, _) = run(folder.path(), "check --format json");
    assert_eq!((code, &*stdout), (0, "{\"version\":1,\"site\":\".\",\"diagnostics\":[\n]}\n"));
    let (code, stdout, _) = run(folder.path(), "check --format sarif");
    let log: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert!(code == 0 && log["runs"][0]["results"].as_array().unwrap().is_empty());
    assert_eq!(run(folder.path(), "check --format github").1, "");
}

#[test]
fn the_schema_of_the_configuration_is_printed() {
    let (code, stdout, _) = run(TempDir::new().unwrap().path(), "schema");
    let schema: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert!(code == 0 && schema["properties"]["check"]["properties"]["severity"].is_object());
}

/// A server on this machine that has moved `/old` to `/new` and knows nothing of `/gone`; where it is.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let request = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
            let status = match request.split(' ').nth(1) {
                Some("/old") => "301 Moved Permanently\r\nLocation: /new",
                Some("/gone") => "404 Not Found",
                _ => "200 OK",
            };
            _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    address
}

#[test]
fn the_web_is_asked_only_on_request_and_moved_links_are_written_anew() {
    let web = server();
    let text = format!("[a]({web}/old), [b]({web}/gone), [c]({web}/new)");
    let folder = site(&format!("-- a/guide.en.md --\n---\ntitle: A\n---\n\n{text}\n"));
    assert_eq!(run(folder.path(), "check --format short").1, "", "nobody is asked");
    assert!(!folder.path().join(".polyguide").exists());
    let (code, stdout, stderr) = run(folder.path(), "check --external --format short");
    let expected = format!(
        "a/guide.en.md:5:1: note[external-moved] `{web}/old` has moved to `{web}/new` for good\n\
         a/guide.en.md:5:{}: warning[external-dead] `{web}/gone` answers 404: there is no page\n",
        text.find("[b]").unwrap() + 1
    );
    assert_eq!((code, stdout), (0, expected), "{stderr}");
    run(folder.path(), "check --external --fix --unsafe");
    assert!(read(&folder, "a/guide.en.md").contains(&format!("[a]({web}/new), [b]({web}/gone)")));
}
