//! The server of `serve`: for this machine alone, and for whoever is at it.

mod guard;

use crate::{
    edge::Error,
    preview::{Answer, OWN, Preview},
    render::CONTENT_SECURITY_POLICY,
};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{
        HeaderValue, Method, StatusCode,
        header::{self, HeaderName},
    },
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{Stream, stream};
use std::{
    convert::Infallible,
    future::Future,
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    sync::Arc,
    time::Duration,
};
use tokio::{net::TcpListener as Listener, sync::watch};

/// The port where none is asked for.
pub const PORT: u16 = 4000;
/// So many ports after it are tried where it is taken.
const TRIES: u16 = 100;

/// Of every answer. Nothing is kept, since everything may change; and no other site may look at or frame this one.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-cache"),
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// A port of this machine that nobody else answers at.
pub struct Port {
    listener: TcpListener,
    number: u16,
}

impl Port {
    /// Takes the port that was asked for, or the first free one from [`PORT`] on.
    ///
    /// # Errors
    /// Where the port is taken, or none is free.
    pub fn take(asked: Option<u16>) -> Result<Self, Error> {
        let tried = asked.map_or(PORT..=PORT + TRIES, |port| port..=port);
        let mut last = io::Error::other("no port is free");
        for port in tried {
            match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
                Ok(listener) => return Self::new(listener),
                Err(error) => last = error,
            }
        }
        let help = if asked.is_some() { "; give another with `--port`, or none for the next that is free" } else { "" };
        let address = format!("127.0.0.1:{}", asked.unwrap_or(PORT));
        let reason = io::Error::other(format!("{}{help}", super::reason(&last)));
        Err(Error::io("listen at", Path::new(&address))(reason))
    }

    fn new(listener: TcpListener) -> Result<Self, Error> {
        let failed = |error| Error::io("listen at", Path::new("127.0.0.1"))(error);
        listener.set_nonblocking(true).map_err(failed)?;
        let number = listener.local_addr().map_err(failed)?.port();
        Ok(Self { listener, number })
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.number)
    }
}

/// What requests are answered with.
#[derive(Clone)]
struct Server {
    preview: Arc<Preview>,
    revisions: watch::Receiver<u64>,
    port: u16,
}

/// Answers requests until the user ends it (Ctrl+C), or the system refuses to go on. Browsers that wait for changes are told
/// of each revision that comes.
///
/// # Errors
/// Where the system refuses to go on.
pub fn serve(port: Port, preview: Arc<Preview>, revisions: watch::Receiver<u64>) -> Result<(), Error> {
    serve_until(port, preview, revisions, async {
        // Where the system cannot tell of Ctrl+C, it ends the program itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

fn serve_until(port: Port, preview: Arc<Preview>, revisions: watch::Receiver<u64>, end: impl Future<Output = ()>) -> Result<(), Error> {
    let failed = |error| Error::io("serve at", Path::new("127.0.0.1"))(error);
    // Pages are made on threads of their own; one is enough to take requests.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let server = Server { preview, revisions, port: port.number };
    let ended = runtime.block_on(async {
        let listener = Listener::from_std(port.listener)?;
        let router = Router::new().fallback(answer).with_state(server);
        tokio::select! {
            served = axum::serve(listener, router) => served,
            () = end => Ok(()),
        }
    });
    // Nobody waits for browsers that wait for changes, nor for an index that is being made.
    runtime.shutdown_background();
    ended.map_err(failed)
}

async fn answer(State(server): State<Server>, request: Request) -> Response {
    if !guard::is_own_host(request.headers(), request.uri(), server.port) {
        return respond(Answer::text(403, "This server answers this machine alone, by the names 127.0.0.1 and localhost.\n"));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return respond(Answer::text(405, "Pages can only be read.\n"));
    }
    let (path, query) = (request.uri().path().to_owned(), request.uri().query().unwrap_or_default().to_owned());
    if path.strip_prefix('/').and_then(|path| path.strip_prefix(OWN)) == Some("events") {
        return with_headers(
            Sse::new(events(server.revisions)).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))).into_response(),
        );
    }
    let made = tokio::task::spawn_blocking(move || server.preview.answer(&path, &query)).await;
    respond(made.unwrap_or_else(|_| Answer::text(500, "The page could not be made.\n")))
}

/// The revision of the site, now and after each change.
fn events(revisions: watch::Receiver<u64>) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold((revisions, true), |(mut revisions, is_first)| async move {
        if !is_first {
            revisions.changed().await.ok()?;
        }
        let revision = *revisions.borrow_and_update();
        Some((Ok(Event::default().data(revision.to_string())), (revisions, false)))
    })
}

fn respond(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.kind));
    if let Some(location) = answer.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    with_headers(response)
}

fn with_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests;
