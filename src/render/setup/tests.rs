//! A site in, the boxes and files of its pages out.

use crate::{
    corpus::Corpus,
    progress::NoProgress,
    render::render,
    service::Values,
    sink::MemorySink,
    site::{Selection, resolve},
    source::SourceTree,
};

const SERVICE: &str = "name: { en-gb: Pens }\nparameters: { server: { integer: [1, 9] } }\nhost: 'pen{server}.example.net'\nendpoints:\n- { direction: incoming, protocol: imap, port: 993, security: tls }\n- { direction: outgoing, protocol: smtp, port: 587, security: starttls }\n";
const PAGE: &str = "en-gb/a/index.html";

fn built(guide: &str, service: &str, set: &[&str]) -> MemorySink {
    let guide = format!("---\ntitle: A\n---\n\n{guide}\n");
    let config = "locales: { en-gb: {} }\n";
    let tree =
        SourceTree::from_memory([("polyguide.yaml", config), ("content/a/guide.en-gb.md", &*guide), ("data/services/pens.yaml", service)]);
    let (corpus, _) = Corpus::read(&tree, &NoProgress);
    let (site, _) = resolve(corpus, &tree, &Selection::default());
    let values = Values::parse(set, site.services()).unwrap();
    let sink = MemorySink::default();
    render(&site, &tree, &values, &sink, &NoProgress).unwrap();
    sink
}

fn page(guide: &str) -> String {
    built(guide, SERVICE, &[]).text(PAGE).unwrap()
}

/// The elements of a body in order: `t` for a table, `B` for a box, `p`, and `T` for the end of tabs.
fn order(guide: &str) -> String {
    let html = page(guide);
    let body = &html[html.find("<div class=\"prose\">").unwrap()..];
    let signs = regex::Regex::new("<(table|details data-setup|p>(?:One|Two))|</(aside)>").unwrap();
    let sign = |found: &str| match found {
        "<table" => 't',
        "</aside>" => 'c',
        _ if found.starts_with("<details") => 'B',
        _ => 'p',
    };
    signs.find_iter(body).map(|found| sign(found.as_str())).collect()
}

#[test]
fn the_box_stands_behind_the_last_table_and_outside_of_what_holds_it() {
    let written = "|Server|Port|\n|---|---|\n|pen?.example.net|993|\n";
    assert_eq!(order("> [!settings] pens\n\nOne.\n"), "tBp");
    assert_eq!(order(&format!("{written}\nOne.\n\n{written}\nTwo.\n")), "tptBp");
    assert_eq!(order("> [!warning]\n>\n> > [!settings] pens\n>\n> One.\n\nTwo.\n"), "tpcBp");
    assert_eq!(order("One.\n\npen?.example.net, port 993\n"), "p");
}

#[test]
fn a_site_without_tables_has_no_script_for_them() {
    let paths = |guide: &str, service: &str| built(guide, service, &["pens.server=3"]).paths();
    let has = |paths: &[String], part: &str| paths.iter().any(|path| path.contains(part));
    let with = paths("> [!settings] pens\n", SERVICE);
    assert!(has(&with, "assets/setup-") && has(&with, "profiles/en-gb/pens.mobileconfig"));
    for paths in [paths("pen?.example.net\n", SERVICE), paths("> [!settings] pens\n", &format!("{SERVICE}profiles: []\n"))] {
        assert!(!has(&paths, "assets/setup-") && !has(&paths, "profiles/"), "{paths:?}");
    }
}

#[test]
fn data_choose_the_formats() {
    let sink = built("> [!settings] pens\n", &format!("{SERVICE}profiles: [dns, apple]\n"), &["pens.server=3"]);
    let files: Vec<String> = sink.paths().into_iter().filter(|path| path.starts_with("profiles/")).collect();
    assert_eq!(files, ["profiles/en-gb/pens.mobileconfig", "profiles/en-gb/pens.zone"]);
    let html = sink.text(PAGE).unwrap();
    assert!(html.contains("<a href=\"../../profiles/en-gb/pens.zone\" data-format=\"dns\" download=\"pens.zone\">"), "{html}");
    assert!(!html.contains("data-setup-open") && !html.contains("data-format=\"qr\""));
}

#[test]
fn without_values_there_are_templates_and_no_files() {
    let sink = built("> [!settings] pens\n", SERVICE, &[]);
    assert!(!sink.paths().iter().any(|path| path.starts_with("profiles/")));
    let script = sink.paths().into_iter().find(|path| path.starts_with("assets/setup-")).unwrap();
    assert!(sink.text(&script).unwrap().contains("pen\u{E000}pens.server\u{E001}.example.net"));
    assert!(sink.text(PAGE).unwrap().contains("data-setup-open"));
}
