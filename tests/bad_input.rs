//! Input that is wrong: each mistake is named, nothing hangs or falls over, and the rest of the site is built.

mod support;

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
    check(&[("polyguide.yaml", "title: [Pens\nsource_locale: en-gb\n")], &[]);
}

#[test]
fn broken_front_matter_and_meta() {
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: \"Bad\nexcerpt: x\n---\n\nText.\n")], &[]);
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: Bad\n\nText.\n")], &[]);
    check(&[("content/good/meta.yaml", "id: [1\n")], &[]);
    check(&[("data/services/pens.yaml", "name: {\n")], &[]);
    check(&[("data/services/email-pro.yaml", "name: E-mail Pro\nhost: 3\n")], &[]);
}

#[test]
fn names_and_addresses_that_clash() {
    check(&[("content/bad/guide.en-gx.md", "---\ntitle: Bad\n---\n\nText.\n")], &[]);
    check(&[("content/good/guide.EN-GB.md", "---\ntitle: Second\n---\n\nText.\n")], &[]);
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: Bad\nslug: good\n---\n\nText.\n")], &[]);
    check(&[("content/bad/guide.en-gb.md", "---\ntitle: Bad\nslug: ../../good\n---\n\nText.\n")], &[]);
}

#[test]
fn fallbacks_in_a_circle() {
    let config = "title: Pens\nsource_locale: en-gb\nlocales:\n  en-gb:\n    fallback: [fr-fr]\n  fr-fr:\n    fallback: [en-gb]\n";
    check(&[("polyguide.yaml", config)], &[]);
}

#[test]
fn links_to_nothing() {
    check_body("[a](/pages/nowhere) [b](/links/nothing) [c](/pages/good#none) [d](#none) [e](javascript:x)\n", &[]);
}

#[test]
fn blocks_that_are_never_closed() {
    check_body("```bash\necho\n\nText.\n", &[]);
    check_body("Before.\n\n<!-- Open\n\nText.\n", &[]);
    check_body("/// details | Title\n\nText.\n", &[]);
    check_body("> [!warning]\n> Text.", &[]);
    check_body("> [!tabs]\n> One\n>> Text.", &[]);
    check_body("<style>\np { color: red }\n\nText.\n", &[]);
    check_body("<table><tr><td>Text.\n\nMore.\n", &[]);
    check_body("<!-- unknown: email-pro.server -->\n\nText.\n", &[]);
}
