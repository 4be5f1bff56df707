//! A server on this machine answers as servers do.

use super::*;
use crate::progress::NoProgress;
use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tempfile::TempDir;

/// A server, and the requests that it was sent.
struct Server {
    address: SocketAddr,
    log: Arc<Mutex<Vec<String>>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Server {
    /// Serves until the test ends.
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self { address: listener.local_addr().unwrap(), log: Arc::default(), most_at_once: Arc::default() };
        let (log, most, now) = (Arc::clone(&server.log), Arc::clone(&server.most_at_once), Arc::new(AtomicUsize::new(0)));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (log, most, now) = (Arc::clone(&log), Arc::clone(&most), Arc::clone(&now));
                thread::spawn(move || {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    answer(&stream, &log);
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn ask(&self, path: &str) -> Answer {
        Asker::new().ask(&self.url(path))
    }

    fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

fn answer(mut stream: &TcpStream, log: &Mutex<Vec<String>>) {
    let lines: Vec<String> = BufReader::new(stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let request = lines.first().cloned().unwrap_or_default().replace(" HTTP/1.1", "");
    let times = log.lock().map_or(0, |mut log| {
        log.push(request.clone());
        log.iter().filter(|other| **other == request).count()
    });
    let (method, path) = request.split_once(' ').unwrap_or_default();
    let status = match path {
        "/gone" => "410 Gone",
        "/moved" => "301 Moved Permanently\r\nLocation: /there",
        "/moved-on" => "308 Permanent Redirect\r\nLocation: moved",
        "/for-now" => "302 Found\r\nLocation: /there",
        "/round" => "301 Moved Permanently\r\nLocation: /round",
        "/to-nothing" => "301 Moved Permanently\r\nLocation: /gone",
        "/no-head" if method == "HEAD" => "405 Method Not Allowed",
        "/busy" if times < 2 => "429 Too Many Requests\r\nRetry-After: 0",
        "/patience" => "429 Too Many Requests\r\nRetry-After: 3600",
        "/closed" => "403 Forbidden",
        _ => "200 OK",
    };
    _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

#[test]
fn servers_say_what_became_of_a_page() {
    let server = Server::start();
    assert_eq!(server.ask("/there"), Answer::Alive);
    assert_eq!(server.ask("/gone"), Answer::Dead(410));
    assert_eq!(server.ask("/moved"), Answer::Moved(server.url("/there")));
    assert_eq!(server.ask("/moved-on"), Answer::Moved(server.url("/there")));
    assert_eq!(server.ask("/for-now"), Answer::Alive, "the address stays the right one");
    assert_eq!(server.ask("/to-nothing"), Answer::Dead(410));
    assert_eq!(server.ask("/closed"), Answer::Unreachable("it answers 403".into()));
    assert_eq!(server.ask("/round"), Answer::Unreachable("more than 10 redirects".into()));
}

#[test]
fn head_is_asked_first_and_get_where_that_is_refused() {
    let server = Server::start();
    assert_eq!((server.ask("/there"), server.ask("/no-head")), (Answer::Alive, Answer::Alive));
    assert_eq!(server.requests(), ["HEAD /there", "HEAD /no-head", "GET /no-head"]);
}

#[test]
fn a_busy_server_is_asked_again_and_one_that_wants_to_be_left_alone_is_not() {
    let server = Server::start();
    assert_eq!(server.ask("/busy"), Answer::Alive);
    assert_eq!(server.requests(), ["HEAD /busy", "HEAD /busy"]);
    assert_eq!(server.ask("/patience"), Answer::Unreachable("it answers 429".into()));
    assert_eq!(server.requests().len(), 3);
}

#[test]
fn nobody_answers() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let answer = Asker::new().ask(&format!("http://{address}/"));
    assert!(matches!(&answer, Answer::Unreachable(reason) if reason.contains("refused")), "{answer:?}");
}

#[test]
fn answers_are_kept_and_few_of_a_server_are_asked_at_once() {
    let (server, site) = (Server::start(), TempDir::new().unwrap());
    let addresses: Vec<String> = (0..20).map(|at| server.url(&format!("/{at}"))).collect();
    let ask = || super::ask(site.path(), addresses.iter().map(String::as_str), &NoProgress).unwrap();
    let answers = ask();
    assert!(answers.len() == 20 && answers.values().all(|answer| *answer == Answer::Alive));
    assert_eq!(server.requests().len(), 20);
    assert!(server.most_at_once.load(Ordering::SeqCst) <= PER_HOST + 1, "one may still be closing");
    assert_eq!((ask(), server.requests().len()), (answers, 20), "nobody is asked again");
    assert_eq!(std::fs::read_to_string(site.path().join(".polyguide/.gitignore")).unwrap(), "*\n");
}

#[test]
fn each_server_has_its_queues() {
    let queues = queues(&["https://a/1", "https://b/1", "https://a/2", "https://a/3"]);
    assert_eq!(queues, [vec!["https://a/3"], vec!["https://b/1"], vec!["https://a/1", "https://a/2"]]);
}
