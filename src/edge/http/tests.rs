//! Requests over the loopback, as bytes, so that they can be as wrong as they like.

use super::*;
use crate::{
    path::SourcePath,
    progress::NoProgress,
    source::{Changes, Files, SourceTree},
    workspace::{Wishes, Workspace},
};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    sync::Mutex,
    thread::{self, JoinHandle},
};
use tokio::sync::oneshot;

#[derive(Clone, Default)]
struct Shelf(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Files for Shelf {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.0.lock().unwrap().get(path.as_str()).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// A server that runs while a test does.
struct Running {
    shelf: Shelf,
    preview: Arc<Preview>,
    revisions: watch::Sender<u64>,
    port: u16,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<Result<(), Error>>>,
}

const GUIDE: &str = "content/mail/a/guide.en.md";

impl Running {
    fn new() -> Self {
        let shelf = Shelf::default();
        let files: [(&str, &[u8]); 6] = [
            ("polyguide.yaml", b"title: Guides\nbase_url: https://example.org/docs/\nsource_locale: en\nlocales: { en: {}, de: {} }\n"),
            (GUIDE, b"---\ntitle: Alpha\naliases: [old]\n---\n\n![x](caf\xc3\xa9.png) [dead](/pages/nowhere) [file](x.pdf) **Mail**\n"),
            ("content/mail/a/caf\u{e9}.png", b"\x89PNG"),
            ("content/mail/a/x.pdf", b"%PDF"),
            ("content/mail/a/secret.txt", b"nobody links this"),
            ("static/icon.ico", b"icon"),
        ];
        shelf.0.lock().unwrap().extend(files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
        let paths = shelf.0.lock().unwrap().keys().filter_map(|path| SourcePath::parse(path)).collect();
        let tree = SourceTree::new(paths, Box::new(shelf.clone()), Vec::new());
        let port = Port::take(Some(0)).unwrap();
        let mut wishes = Wishes::default();
        wishes.selection.base_url = Some(port.address());
        let preview = Arc::new(Preview::new(Workspace::open(tree, wishes, &NoProgress).0));
        let ((revisions, receiver), (end, ended)) = (watch::channel(0), oneshot::channel());
        let (number, served) = (port.number, Arc::clone(&preview));
        let thread = thread::spawn(move || serve_until(port, served, receiver, async { _ = ended.await }));
        Self { shelf, preview, revisions, port: number, end: Some(end), thread: Some(thread) }
    }

    /// Sends a request as it is; the status, the headers in lower case, and the body.
    fn send(&self, request: &str) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        (head[9..12].parse().unwrap(), head.to_lowercase(), bytes[end + 4..].to_vec())
    }

    fn get(&self, path: &str) -> (u16, String, Vec<u8>) {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    fn text(&self, path: &str) -> String {
        let (status, _, body) = self.get(path);
        assert_eq!(status, 200, "{path}");
        String::from_utf8(body).unwrap()
    }

    fn edit(&self, path: &str, text: &str) {
        self.shelf.0.lock().unwrap().insert(path.into(), text.into());
        self.preview.apply(&Changes { modified: vec![SourcePath::parse(path).unwrap()], ..Changes::default() });
        self.revisions.send_replace(self.preview.revision());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        _ = self.end.take().map(|end| end.send(()));
        let ended = self.thread.take().map(|thread| thread.join().unwrap());
        assert!(ended.is_some_and(|ended| ended.is_ok()), "the server ends without a failure");
    }
}

#[test]
fn pages_and_files_have_their_types() {
    let running = Running::new();
    let bundle = running
        .text("/en/mail/a/")
        .split("href=\"")
        .find_map(|part| part.split('"').next().filter(|link| link.contains("assets/css")))
        .unwrap()
        .to_owned();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/en/mail/a/", "text/html; charset=utf-8"),
        ("/en/mail/a/index.html", "text/html; charset=utf-8"),
        ("/en/old/", "text/html; charset=utf-8"),
        ("/media/mail/a/caf%C3%A9.png", "image/png"),
        ("/media/mail/a/x.pdf", "application/pdf"),
        ("/icon.ico", "image/x-icon"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        (bundle.trim_start_matches("../../..").trim_start_matches(".."), "text/css; charset=utf-8"),
        ("/_polyguide/author.js", "text/javascript; charset=utf-8"),
        ("/_polyguide/author.css", "text/css; charset=utf-8"),
        ("/_polyguide/", "text/html; charset=utf-8"),
        ("/_polyguide/guides/", "text/html; charset=utf-8"),
        ("/_polyguide/page.json?path=/en/mail/a/", "application/json"),
    ] {
        let (status, headers, _) = running.get(path);
        assert_eq!(status, 200, "{path}");
        assert!(headers.contains(&format!("content-type: {kind}")), "{path}: {headers}");
        assert!(
            headers.contains("content-security-policy: default-src 'none'") && headers.contains("cache-control: no-cache"),
            "{headers}"
        );
    }
}

#[test]
fn what_no_build_writes_is_not_there() {
    let running = Running::new();
    for path in [
        "/media/mail/a/secret.txt",
        "/media/mail/a/guide.en.md",
        "/polyguide.yaml",
        "/css/base.css",
        "/_headers",
        "/_redirects",
        "/_nginx.conf",
        "/_polyguide/x",
    ] {
        assert_eq!(running.get(path).0, 404, "{path}");
    }
}

#[test]
fn an_unknown_address_is_answered_in_its_language() {
    let running = Running::new();
    let (status, _, body) = running.get("/de/nichts/");
    let body = String::from_utf8(body).unwrap();
    assert_eq!(status, 404);
    assert!(body.contains("<html lang=\"de\"") && body.contains("author.js"), "{body}");
    assert!(body.contains("href=\"/de/\""), "links start at this server's root, whatever `base_url` says: {body}");
    assert!(String::from_utf8(running.get("/nothing").2).unwrap().contains("<html lang=\"en\""));
}

#[test]
fn a_folder_without_its_slash_leads_to_it() {
    let (status, headers, _) = Running::new().get("/en/mail/a");
    assert!(status == 307 && headers.contains("location: /en/mail/a/"), "{headers}");
}

#[test]
fn other_hosts_are_refused() {
    let running = Running::new();
    let status = |hosts: &str| running.send(&format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n")).0;
    let port = running.port;
    assert_eq!(status(&format!("Host: 127.0.0.1:{port}\r\n")), 200);
    assert_eq!(status(&format!("Host: [::1]:{port}\r\n")), 200);
    for hosts in [
        format!("Host: evil.example:{port}\r\n"),
        "Host: localhost\r\n".into(),
        String::new(),
        format!("Host: localhost:{port}\r\nHost: evil.example\r\n"),
    ] {
        assert!(matches!(status(&hosts), 400 | 403), "{hosts}");
    }
    let other = format!("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    assert_eq!(running.send(&other).0, 403);
}

#[test]
fn nothing_leads_out_of_the_site() {
    let running = Running::new();
    for path in ["/../Cargo.toml", "/en/../../x", "/%2e%2e/x", "/media/..%2f..%2fpolyguide.yaml", "/a%5c..%5cb", "/%00", "/%ff", "//x"] {
        assert_eq!(running.get(path).0, 400, "{path}");
    }
}

#[test]
fn pages_can_only_be_read() {
    let running = Running::new();
    let ask = |method: &str| running.send(&format!("{method} / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", running.port));
    assert_eq!(ask("POST").0, 405);
    let (status, _, body) = ask("HEAD");
    assert_eq!((status, body.len()), (200, 0));
}

#[test]
fn browsers_are_told_of_a_change() {
    let running = Running::new();
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, running.port)).unwrap();
    stream.write_all(format!("GET /_polyguide/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", running.port).as_bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap).filter(|line| line.starts_with("data:"));
    assert_eq!(lines.next().unwrap(), "data: 0");
    let state = || serde_json::from_str::<serde_json::Value>(&running.text("/_polyguide/page.json?path=/en/mail/a/")).unwrap();
    let before = state();
    running.edit(GUIDE, "---\ntitle: Alpha\n---\n\nNew words.\n");
    assert_eq!(lines.next().unwrap(), "data: 1");
    let after = state();
    assert_ne!(before["seal"], after["seal"]);
    let codes =
        |state: &serde_json::Value| state["page"].as_array().unwrap().iter().map(|found| found["code"].to_string()).collect::<Vec<_>>();
    assert_eq!((codes(&before).len(), codes(&after).len()), (2, 0), "{before}");
    assert!(running.text("/en/mail/a/").contains("New words."));
    assert_eq!(running.text("/en/mail/a/").split("data-seal=\"").nth(1).unwrap().get(..16), after["seal"].as_str());
}

#[test]
fn lists_say_after_which_change_they_were_made() {
    let running = Running::new();
    let lists = ["/_polyguide/", "/_polyguide/guides/"];
    lists.iter().for_each(|list| assert!(running.text(list).contains("data-revision=\"0\"")));
    running.edit("content/mail/a/guide.en.md", "# Other words");
    lists.iter().for_each(|list| assert!(running.text(list).contains("data-revision=\"1\"")));
}

#[test]
fn a_picture_or_a_page_elsewhere_changes_a_seal_only_if_it_is_seen() {
    let running = Running::new();
    let seal =
        || serde_json::from_str::<serde_json::Value>(&running.text("/_polyguide/page.json?path=/en/mail/a/")).unwrap()["seal"].clone();
    let first = seal();
    running.edit("content/index.md", "");
    assert_eq!(seal(), first);
    running.edit("content/mail/a/caf\u{e9}.png", "other");
    assert_ne!(seal(), first);
}

#[test]
fn the_search_is_there_when_someone_searches() {
    let running = Running::new();
    let folder = format!("/{}", crate::search::folder(running.preview.workspace().site(), crate::site::LocaleId::new(0)));
    let entry = running.text(&format!("{folder}pagefind-entry.json"));
    assert!(entry.contains("\"version\""), "{entry}");
    assert_eq!(running.get(&format!("{folder}pagefind-worker.js")).0, 200);
    running.edit(GUIDE, "---\ntitle: Alpha\n---\n\nWords that no index had, and more of them.\n");
    assert_ne!(running.text(&format!("{folder}pagefind-entry.json")), entry);
}

#[test]
fn a_broken_template_is_shown_and_mended() {
    let running = Running::new();
    let added = Changes { added: vec![SourcePath::parse("templates/guide.html").unwrap()], ..Changes::default() };
    running.shelf.0.lock().unwrap().insert("templates/guide.html".into(), b"<p>{{ page.nosuch.thing }}</p>".to_vec());
    running.preview.apply(&added);
    let (status, _, body) = running.get("/en/mail/a/");
    let body = String::from_utf8(body).unwrap();
    assert!(status == 500 && body.contains("author.js"), "{status} {body}");
    assert!(running.text("/_polyguide/page.json?path=/en/mail/a/").contains("\"code\":\"template\""));
    assert!(running.text("/_polyguide/").contains("templates/guide.html"));
    running.edit("templates/guide.html", "<p>mended</p>");
    assert!(running.text("/en/mail/a/").contains("mended"));
}

#[test]
fn a_port_that_is_taken_is_said() {
    let taken = Port::take(Some(0)).unwrap();
    let message = Port::take(Some(taken.number)).err().unwrap().to_string();
    assert!(message.starts_with(&format!("cannot listen at `127.0.0.1:{}`: ", taken.number)), "{message}");
    assert!(message.contains("--port"), "{message}");
}
