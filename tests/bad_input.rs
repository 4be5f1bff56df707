//! Input that is wrong: each mistake is named, nothing hangs or falls over, and the rest of the site is built.

mod support;

use polyguide::{check, check::baseline::Baseline, progress::NoProgress, source::SourceTree};
use support::{Built, build_texts, leaks, main_of, visible, words};

const CONFIG: &str = "title: Pens\nsource_locale: en-gb\nlocales:\n  en-gb: {}\n  fr-fr: {}\n";
const GOOD: (&str, &str) = ("content/good/guide.en-gb.md", "---\ntitle: Good\n---\n\nAll is well.\n");

/// A site with one good guide besides `files`; its configuration is the usual one, if `files` have none.
#[track_caller]
fn build(files: &[(&str, &str)]) -> Built {
    let mut all = vec![("polyguide.yaml", CONFIG), GOOD];
    all.retain(|(path, _)| files.iter().all(|(other, _)| other != path));
    all.extend(files);
    let built = build_texts(&all, &[]);
    check::findings(&SourceTree::from_memory(all), &NoProgress).expect("the rules end, whatever they see");
    assert!(main_of(built.file("en-gb/good/index.html")).contains("All is well."), "the rest is built");
    built
}

/// A site whose other guide has this body.
#[track_caller]
fn build_body(body: &str) -> Built {
    build(&[("content/bad/guide.en-gb.md", &format!("---\ntitle: Bad\n---\n\n{body}"))])
}

#[track_caller]
fn check(files: &[(&str, &str)], findings: &[&str]) {
    assert_eq!(build(files).findings(), findings);
}

/// What is found in a body, whose first line is the fifth of its file.
#[track_caller]
fn check_body(body: &str, findings: &[&str]) {
    let built = build_body(body);
    let found: Vec<String> =
        built.findings().iter().map(|finding| finding.trim_start_matches("content/bad/guide.en-gb.md:").to_owned()).collect();
    assert_eq!(found, findings);
}

/// Whether each body ends, with its pages.
#[track_caller]
fn survives(bodies: &[String]) {
    for body in bodies {
        let built = build_body(body);
        assert!(built.files.contains_key("en-gb/bad/index.html"), "{}", body.chars().take(40).collect::<String>());
    }
}

#[test]
fn broken_yaml() {
    check(&[("polyguide.yaml", "title: [Pens\nsource_locale: en-gb\n")], &["polyguide.yaml:1:8: config"]);
    check(&[("content/good/meta.yaml", "id: [1\n")], &["content/good/meta.yaml:1:5: meta-yaml-error"]);
    check(&[("data/services/pens.yaml", "name: {\n")], &["data/services/pens.yaml:1:7: service-data"]);
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: \"Bad\n---\n\nText.\n")], &["content/bad/guide.en-gb.md:2:8: fm-value"]);
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: Bad\n\nText.\n")], &["content/bad/guide.en-gb.md:1:1: fm-unclosed"]);
}

#[test]
fn names_and_addresses_that_clash() {
    let text = "---\ntitle: Bad\n---\n\nText.\n";
    check(&[("content/bad/guide.en-gx.md", text)], &["content/bad/guide.en-gx.md:1:1: locale-unknown"]);
    let two = build(&[("content/bad/guide.EN-GB.md", text), ("content/bad/guide.en-gb.md", text)]).findings();
    assert!(matches!(&two[..], [one] if one.ends_with(": file-duplicate")), "{two:?}");
    let same = build(&[("content/second/guide.en-gb.md", "---\ntitle: Bad\nslug: good\n---\n\nText.\n")]).findings();
    assert!(same.iter().any(|finding| finding.ends_with(": route-duplicate")), "{same:?}");
    let outside = build(&[("content/bad/guide.en-gb.md", "---\ntitle: Bad\nslug: ../../good\n---\n\nText.\n")]);
    assert_eq!(outside.findings(), ["content/bad/guide.en-gb.md:3:7: route-invalid"]);
    assert!(outside.files.keys().all(|path| !path.contains("..")));
}

#[test]
fn addresses_with_spaces_are_whole_where_programs_read_them() {
    let config = format!("{CONFIG}base_url: https://pens.example/\n");
    let guide = "---\ntitle: Bad\nslug: b é\n---\n\nText.\n";
    let built = build(&[("polyguide.yaml", &config), ("content/bad/guide.en-gb.md", guide), ("content/bad/guide.fr-fr.md", guide)]);
    let address = "https://pens.example/en-gb/b%20%C3%A9/";
    let page = built.file("en-gb/b é/index.html");
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{page}");
    assert!(page.contains(&format!("hreflang=\"en-GB\" href=\"{address}\">")), "{page}");
    assert!(built.file("sitemap.xml").contains(&format!("<loc>{address}</loc>")) && !built.file("sitemap.xml").contains("b é"));
}

#[test]
fn fallbacks_in_a_circle() {
    let config = "title: Pens\nsource_locale: en-gb\nlocales:\n  en-gb:\n    fallback: [fr-fr]\n  fr-fr:\n    fallback: [en-gb]\n";
    check(&[("polyguide.yaml", config)], &["polyguide.yaml:7:16: locale-fallback-cycle"]);
}

#[test]
fn links_to_nothing() {
    check_body(
        "[a](/pages/nowhere) [b](/links/nothing) [c](/pages/good#none) [d](#none) [e](javascript:x)\n",
        &["5:1: link-dead-page", "5:21: link-unknown-key", "5:41: anchor-unknown", "5:63: anchor-unknown", "5:74: link-unsafe"],
    );
}

#[test]
fn pictures_that_would_run_a_program_are_text() {
    let addresses =
        ["javascript://example.com/%0aalert(1)", "VBScript://x", "data:text/html;base64,PGI+", "data:image/svg+xml;base64,PGI+"];
    for address in addresses {
        let built = build_body(&format!("![Name]({address})\n"));
        let main = main_of(built.file("en-gb/bad/index.html"));
        assert_eq!(built.findings(), ["content/bad/guide.en-gb.md:5:1: link-unsafe"], "{address}");
        assert!(main.contains("<span class=\"missing-image\">Name</span>") && !main.contains(address), "{address}: {main}");
    }
}

#[test]
fn what_dead_links_mean_is_looked_for_once_and_not_for_ever() {
    let links = |from: usize| (from..from + 150).map(|at| format!("[a](/pages/a-good-guide-{at})\n\n")).collect::<String>();
    let page = |from| format!("---\ntitle: Bad\n---\n\n{}", links(from));
    let built = build(&[
        ("content/bad/one/guide.en-gb.md", &page(0)),
        ("content/bad/two/guide.en-gb.md", &page(0)),
        ("content/bad/zzz/guide.en-gb.md", &page(150)),
        ("content/a-good-guide/guide.en-gb.md", "---\ntitle: Good\n---\n\nText.\n"),
    ]);
    let help =
        |found: &&polyguide::diagnostic::Diagnostic| found.help.iter().any(|help| help.contains("did you mean `/pages/a-good-guide`"));
    let dead = built.diagnostics.iter().filter(|found| found.code.id == "link-dead-page");
    assert_eq!(dead.clone().count(), 450, "every link is reported");
    assert_eq!(dead.filter(help).count(), 350, "150 names on two pages, and the first 50 of the third");
}

#[test]
fn blocks_that_are_never_closed() {
    check_body("```bash\necho\n\nText.\n", &["5:1: fence-unclosed"]);
    check_body("Before.\n\n<!-- Open\n\nText.\n", &["7:1: comment-unclosed"]);
    check_body("/// details | Title\n\nText.\n", &["5:1: details-unclosed"]);
    check_body("> [!warning]\n> Text.", &[]);
    check_body("> [!tabs]\n> One\n>> Text.", &[]);
    check_body("<style>\np { color: red }\n\nText.\n", &["5:1: html-unclosed"]);
    check_body("<table><tr><td>Text.\n\nMore.\n", &["5:1: html-unclosed"]);
    check_body("<!-- unknown: email-pro.server -->\n\nText.\n", &["5:1: marker-unclosed"]);
    for body in
        ["```\nText.", "<!-- \n\nText.", "/// details | T\n\nText.", "<style>\n\nText.", "<table><tr><td>Text.", "> [!tabs]\n> A\n>> Text."]
    {
        assert!(words(&visible(&main_of(build_body(body).file("en-gb/bad/index.html")))).contains("Text"), "nothing is lost: {body}");
    }
}

#[test]
fn what_nests_too_deep_is_said_and_ends() {
    let deep = |part: &str| part.repeat(10_000);
    let blocks = [deep(">") + " Text.", deep("> ") + "Text.", deep("- ") + "Text.", deep("1. ") + "Text.", deep("> - ") + "Text."];
    let html = ["<div>", "<div>\n", "<div>\n\n", "a <span>", "<b>", "<pre>\n", "<details>\n\n", "> <div>\n", "<ul><li>", "<table><tr><td>"];
    let markers = ["/// details | Title\n\n", "<!-- unknown: email-pro.server -->\n\n", "<!-- CP-NAV-START:a -->\n\n"];
    let repeated = html.into_iter().chain(markers).map(|part| deep(part) + "\n\nText.");
    for body in blocks.into_iter().chain(repeated) {
        let built = build_body(&body);
        let start: String = body.chars().take(30).collect();
        let text = words(&visible(&main_of(built.file("en-gb/bad/index.html"))));
        assert!(text.contains("Text"), "{start}: the text is there");
        let is_said = |code: &str| ["nesting-too-deep", "html-unclosed"].contains(&code);
        assert!(built.diagnostics.iter().any(|found| is_said(found.code.id)), "{start}: it is said");
    }
}

/// Each of these took a time that grows with the square of its length, or overflowed the stack.
#[test]
fn many_of_the_same_take_a_time_that_grows_with_their_number() {
    const PARTS: &[&str] = &[
        "<table>\n",
        "<!--\n\n",
        "<!-- ",
        "{",
        "{.",
        "a { ",
        "{.action}",
        "`a`{.action} ",
        "`",
        "` a `` b ",
        "*",
        "a** ",
        "**a* ",
        "*a **b ",
        "[",
        "![",
        "](",
        "[a](",
        "[a](b) ",
        "<",
        "<a b=\"",
        "<style>\n",
        "</br>",
        "> a\n",
        "> [!primary]\n",
        "|",
        "| a | b |\n",
        "/// details\n",
        "///\n",
        "{!> ",
        "[[fragment:",
        "[[fragment:a]] ",
        "pro?.mail.ovh.net ",
        "pro***?*.mail.ovh.net ",
        "[^1]: a\n\n",
        "#",
        "\\",
        "&",
        "~~a ",
    ];
    survives(&PARTS.iter().map(|part| part.repeat(4_000)).collect::<Vec<_>>());
    let abbreviations: String = (0..2_000).map(|at| format!("*[A{at}]: b\n")).collect();
    let footnotes: String = (0..4_000).map(|at| format!("a[^{at}]\n\n[^{at}]: b\n\n")).collect();
    let steps: String = (0..400).map(|at| format!("{}- a\n", "  ".repeat(at))).collect();
    survives(&[format!("{abbreviations}\n{}", "A1 A2 ".repeat(2_000)), footnotes, steps]);
}

/// Most of these took `check` a time that grows with the square of their length, up to minutes.
#[test]
fn many_of_the_same_are_checked_in_a_time_that_grows_with_their_number() {
    let parts = [
        ("", "pro?x and ", 50_000),
        ("", "pro?.mail.ovh.net ", 20_000),
        ("", "Replace the **?** by it ", 20_000),
        ("", "aa.", 50_000),
        ("", "aaaa(Bb ", 20_000),
        ("", "aaaa(Bbb)", 20_000),
        ("", "a  ", 50_000),
        ("", "**a** , ", 20_000),
        ("", "<style></style>\n\n", 10_000),
        ("<table> ", "`<td>` ", 20_000),
        ("", "`` ` ", 20_000),
        ("", "```\n~~~\n", 20_000),
        ("", "<!-- polyguide: allow html-bad-br: so -->\n", 20_000),
        ("a\n\n", "<!-- polyguide: allow html-bad-br: so -->\n", 20_000),
        ("a\n\n", "<!-- polyguide: allow html-bad-br: so --> </br>\n\n", 5_000),
        ("|Type|Server|Port|Security|\n|-|-|-|-|\n", "|IMAP|imap.example.net|143|none|\n", 20_000),
    ];
    for (start, part, times) in parts {
        let body = format!("---\ntitle: Bad\n---\n\n{start}{}", part.repeat(times));
        let tree = SourceTree::from_memory([("polyguide.yaml", CONFIG), ("content/bad/guide.en-gb.md", &body)]);
        let (_, found) = check::findings(&tree, &NoProgress).expect("the rules end, whatever they see");
        assert_eq!(Baseline::of(&tree, &found).len(), found.len(), "{part}");
    }
}

#[test]
fn a_large_file_ends() {
    let paragraph = "Some *words* in a `paragraph` with **weight** and a [link](/pages/good).\n\n- One\n- Two\n\n";
    let built = build_body(&paragraph.repeat(2_000_000 / paragraph.len()));
    assert!(built.findings().is_empty());
}

#[test]
fn a_file_that_is_no_guide_by_its_size_is_left_out() {
    let text = format!("---\ntitle: Bad\n---\n\n{}", "Words and more words.\n".repeat(500_000));
    check(&[("content/bad/guide.en-gb.md", &text)], &["content/bad/guide.en-gb.md:1:1: file-too-large"]);
}

#[test]
fn line_ends_and_marks_at_the_start_change_nothing() {
    let text = "---\ntitle: Bad\n---\n\n## One\n\n> [!warning]\n> Two\n>\n> > Three\n\n> [!tabs]\n> A\n>> B\n>>\n> C\n>> D\n\n| a | b |\n|---|---|\n| `c|d` | e |\n\n```bash\nf\n```\n\n/// details | G\n\nH\n\n///\n";
    let seen = |text: &str| {
        let built = build(&[("content/bad/guide.en-gb.md", text)]);
        assert!(leaks(&main_of(built.file("en-gb/bad/index.html"))).is_empty());
        words(&visible(&main_of(built.file("en-gb/bad/index.html"))))
    };
    let expected = seen(text);
    assert!(expected.contains("Three") && expected.ends_with('H') || expected.contains(" H"), "{expected}");
    assert_eq!(seen(&text.replace('\n', "\r\n")), expected);
    assert_eq!(seen(&format!("\u{feff}{text}")), expected);
    assert_eq!(seen(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), expected);
}

#[test]
fn guides_with_nothing_in_them() {
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: Only\n---\n")], &[]);
    check(&[("content/bad/guide.en-gb.md", "")], &["content/bad/guide.en-gb.md:1:1: fm-missing"]);
    let built = build(&[("content/bad/guide.en-gb.md", "---\ntitle: '<b>*Bold*</b> & <script>x</script>'\n---\n\nText.\n")]);
    assert!(built.pages().all(|(_, page)| !page.contains("<script>x") && !page.contains("<b>*Bold")), "a title is text");
}

#[test]
fn a_site_without_guides_says_where_they_are_looked_for() {
    let built = build_texts(&[("polyguide.yaml", CONFIG)], &[]);
    assert_eq!(built.findings(), ["polyguide.yaml:1:1: config"]);
    assert!(built.diagnostics[0].message.contains("the folder `content` holds no guides") && built.files.contains_key("index.html"));
    let empty = build_texts(&[], &[]);
    assert!(matches!(&empty.diagnostics[..], [one] if one.message == "this folder holds no guides"));
}

/// What only a disk can hold: bytes that are no text, links, files that nobody may read.
#[cfg(unix)]
#[test]
fn odd_files() {
    #![expect(clippy::disallowed_methods, reason = "the program is run on a folder on disk")]
    use std::{fs, os::unix::fs::symlink, process::Command};
    let root = tempfile::TempDir::new().unwrap();
    let site = root.path().join("site");
    let write = |path: &str, bytes: &[u8]| {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("polyguide.yaml", CONFIG.as_bytes());
    write(GOOD.0, GOOD.1.as_bytes());
    write("content/bytes/guide.en-gb.md", b"---\ntitle: \xff\n---\n\nText.\n");
    fs::write(root.path().join("secret.md"), "---\ntitle: Secret\n---\n\nHidden.\n").unwrap();
    fs::create_dir_all(site.join("content/out")).unwrap();
    symlink(root.path().join("secret.md"), site.join("content/out/guide.en-gb.md")).unwrap();
    symlink("..", site.join("content/out/loop")).unwrap();
    fs::create_dir_all(site.join("content/gone")).unwrap();
    symlink("nowhere.md", site.join("content/gone/guide.en-gb.md")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_polyguide")).args(["build", "site"]).current_dir(root.path()).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    for said in [
        "error[file-encoding]",
        "error[file-outside]",
        "error[file-unreadable]",
        "content/bytes/guide.en-gb.md:2:8",
        "content/out/loop",
        "content/gone/guide.en-gb.md",
    ] {
        assert!(stderr.contains(said), "{said}: {stderr}");
    }
    assert!(site.join("public/en-gb/good/index.html").is_file() && !site.join("public/en-gb/out/guide").exists());
    assert!(!stderr.contains("Hidden"));
}
