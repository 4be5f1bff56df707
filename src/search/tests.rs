use super::*;
use crate::{
    corpus::Corpus,
    progress::NoProgress,
    sink::MemorySink,
    site::{Selection, resolve},
};
use std::collections::BTreeMap;

const CONFIG: (&str, &str) = (
    "polyguide.yaml",
    "title: Mail\nsource_locale: en-gb\nlocales:\n  en-gb: { lang: en-GB }\n  fr-fr: { fallback: [en-gb], lang: fr-FR }\n",
);

const GUIDE: &str = "---\ntitle: Set up pro?.mail.ovh.net\nexcerpt: In short\n---\n\nFirst <!-- unknown: email-pro.server -->replace it<!-- /unknown -->\
    <!-- known: email-pro.server -->it is yours<!-- /known -->.\n\n## Type the server {#s}\n\n![Its form](x.png)\nIt is `pro?.mail.ovh.net`; see \
    [the other](/pages/mail/other).\n\n### Ports\n\n| a | b |\n|---|---|\n| 993 | yes |\n";

const OTHER: &str = "---\ntitle: Other\n---\n\nA < B & C.\n";

/// Does `task` with the search of a site that holds these files.
fn with<T>(files: &[(&str, &str)], settings: &[&str], task: impl FnOnce(&Searcher) -> T) -> T {
    let tree = SourceTree::from_memory(files.iter().copied());
    let (corpus, _) = Corpus::read(&tree, &NoProgress);
    let (site, _) = resolve(corpus, &tree, &Selection::default());
    let values = Values::parse(settings, site.services()).unwrap();
    let personal = Personal::new(&site, &values);
    task(&Searcher { site: &site, tree: &tree, personal: &personal, sink: &MemorySink::default(), progress: &NoProgress })
}

fn site() -> [(&'static str, &'static str); 4] {
    [
        CONFIG,
        ("content/mail/setup/guide.en-gb.md", GUIDE),
        ("content/mail/other/guide.en-gb.md", OTHER),
        ("content/mail/index.en-gb.md", "---\ntitle: All mail\n---\n"),
    ]
}

/// The entries of a locale.
fn entries(settings: &[&str], locale: usize) -> Vec<Entry> {
    with(&site(), settings, |searcher| searcher.entries(LocaleId::new(locale)))
}

fn html(entries: &[Entry], url: &str) -> String {
    entries.iter().find(|entry| entry.url == url).map(|entry| entry.html.clone()).unwrap_or_default()
}

#[test]
fn a_page_is_its_title_path_headings_and_text() {
    let expected = "<html><body><h1 data-pagefind-ignore data-pagefind-meta=\"title\" data-pagefind-filter=\"language:en-GB\">Set up pro?.mail.ovh.net</h1>\n\
        <p data-pagefind-ignore data-pagefind-meta=\"path\">All mail</p>\n\
        In short.\nFirst replace it.\n<h2 id=\"type-the-server\">Type the server</h2>\nIt is pro?.mail.ovh.net; see the other.\n\
        <h3 id=\"ports\">Ports</h3>\na.\nb.\n993.\nyes.\n</body></html>";
    assert_eq!(html(&entries(&[], 0), "en-gb/mail/setup/"), expected);
}

#[test]
fn values_of_the_build_are_in_the_text() {
    let text = html(&entries(&["email-pro.server=3"], 0), "en-gb/mail/setup/");
    assert!(
        text.contains("It is pro3.mail.ovh.net;") && text.contains("First it is yours.") && text.contains("Set up pro3.mail"),
        "{text}"
    );
}

#[test]
fn a_page_in_another_language_says_so() {
    let text = html(&entries(&[], 1), "fr-fr/mail/other/");
    assert!(text.contains("data-pagefind-filter=\"language:en-GB\"") && text.contains("A &lt; B &amp; C."), "{text}");
}

#[test]
fn hidden_pages_are_left_out() {
    let files = [CONFIG, ("content/a/guide.en-gb.md", "---\ntitle: A\nhidden: true\n---\n\nText.\n"), ("content/b/guide.en-gb.md", OTHER)];
    let urls = with(&files, &[], |searcher| searcher.entries(LocaleId::new(0)).into_iter().map(|entry| entry.url).collect::<Vec<_>>());
    assert!(urls.contains(&"en-gb/b/".to_owned()) && !urls.contains(&"en-gb/a/".to_owned()), "{urls:?}");
}

#[test]
fn open_hosts_are_told_in_parts() {
    let hosts_with = |settings: &[&str]| with(&site(), settings, |searcher| hosts(searcher.site, searcher.personal).to_string());
    assert_eq!(hosts_with(&[]), r#"[["pro",["?","email-pro.server"],".mail.ovh.net"]]"#);
    assert_eq!(hosts_with(&["email-pro.server=3"]), "[]");
}

/// The files of the whole search, made by so many threads.
fn files(threads: usize) -> BTreeMap<OutputPath, Vec<u8>> {
    let tree = SourceTree::from_memory(site());
    let (corpus, _) = Corpus::read(&tree, &NoProgress);
    let (site, _) = resolve(corpus, &tree, &Selection::default());
    let sink = MemorySink::default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| write(&site, &tree, &Values::default(), &sink, &NoProgress)).unwrap();
    sink.into_files()
}

#[test]
fn an_index_is_the_same_every_time() {
    let one = files(1);
    assert_eq!(one, files(2));
    assert_eq!(one, files(5));
    let names: Vec<&str> = one.keys().filter_map(|path| path.as_str().rsplit_once("/fr-fr/").map(|(_, name)| name)).collect();
    for needed in ["pagefind-entry.json", "pagefind-worker.js", "wasm.fr.pagefind"] {
        assert!(names.contains(&needed), "{names:?}");
    }
    assert!(!names.iter().any(|name| name.contains("ui") || name.contains("highlight") || name.contains("unknown")), "{names:?}");
    let entry =
        one.iter().find(|(path, _)| path.as_str().ends_with("fr-fr/pagefind-entry.json")).map(|(_, bytes)| String::from_utf8_lossy(bytes));
    assert!(entry.is_some_and(|entry| entry.contains(&format!("\"version\":\"{}\"", index::VERSION)) && entry.contains("\"fr\":")));
}

/// Keeps every set whose seal it has seen.
#[derive(Default)]
struct Shelf(Mutex<Vec<(String, u64)>>, Mutex<Vec<String>>);

impl Sink for Shelf {
    fn write(&self, _path: &OutputPath, _bytes: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn keep_set(&self, name: &str, seal: u64) -> io::Result<Option<Vec<OutputPath>>> {
        Ok(self.0.lock().unwrap().contains(&(name.to_owned(), seal)).then(Vec::new))
    }

    fn write_set(&self, name: &str, seal: u64, _files: &[(OutputPath, Vec<u8>)]) -> io::Result<()> {
        self.1.lock().unwrap().push(name.to_owned());
        self.0.lock().unwrap().push((name.to_owned(), seal));
        Ok(())
    }
}

/// Writes the search of a site with `french` as a guide's text, and returns the indexes that were made.
fn made(shelf: &Shelf, french: &str, settings: &[&str]) -> Vec<String> {
    let files: Vec<_> = site().into_iter().chain([("content/mail/setup/guide.fr-fr.md", french)]).collect();
    let tree = SourceTree::from_memory(files);
    let (corpus, _) = Corpus::read(&tree, &NoProgress);
    let (site, _) = resolve(corpus, &tree, &Selection::default());
    write(&site, &tree, &Values::parse(settings, site.services()).unwrap(), shelf, &NoProgress).unwrap();
    let mut made = std::mem::take(&mut *shelf.1.lock().unwrap());
    made.sort();
    made
}

#[test]
fn only_the_index_of_changed_texts_is_made_again() {
    let shelf = Shelf::default();
    assert_eq!(made(&shelf, "---\ntitle: Un\n---\n\nTexte.\n", &[]), ["search-en-gb", "search-fr-fr"]);
    assert!(made(&shelf, "---\ntitle: Un\n---\n\nTexte.\n", &[]).is_empty());
    assert_eq!(made(&shelf, "---\ntitle: Un\n---\n\nTexte neuf.\n", &[]), ["search-fr-fr"]);
    assert_eq!(made(&shelf, "---\ntitle: Deux\n---\n\nTexte neuf.\n", &[]), ["search-fr-fr"]);
    assert_eq!(
        made(&shelf, "---\ntitle: Deux\n---\n\nTexte neuf.\n", &["email-pro.server=3"]),
        ["search-en-gb"],
        "the French text holds no host"
    );
}
