//! One address: HEAD, then GET where a server does not like HEAD; again after a while where it is busy; redirects by hand, as
//! it matters which are for good.

use crate::check::external::Answer;
use std::{thread, time::Duration};
use ureq::{
    Agent,
    http::{Response, StatusCode, header},
};

/// How long one request may take.
const TIMEOUT: Duration = Duration::from_secs(20);
/// The pauses before a busy server is asked again.
const PAUSES: &[Duration] = &[Duration::from_millis(400), Duration::from_millis(1600)];
/// A server that wants a longer pause is not asked again.
const MAX_PAUSE: Duration = Duration::from_secs(10);
/// More redirects than this lead nowhere.
const MAX_REDIRECTS: usize = 10;

/// Who asks.
pub struct Asker {
    agent: Agent,
}

/// What a server says to one request.
enum Reply {
    Status(StatusCode),
    Redirect { to: String, for_good: bool },
    Failed(String),
}

impl Asker {
    pub fn new() -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(TIMEOUT))
            .user_agent(concat!("polyguide/", env!("CARGO_PKG_VERSION"), " (checks links)"));
        Self { agent: config.build().into() }
    }

    /// Asks until it is clear whether the page is there.
    pub fn ask(&self, address: &str) -> Answer {
        let (mut at, mut for_good) = (address.to_owned(), true);
        for _ in 0..=MAX_REDIRECTS {
            match self.patiently(&at) {
                Reply::Redirect { to, for_good: this } => {
                    for_good &= this;
                    at = to;
                }
                Reply::Status(status) => return verdict(status, (at != address && for_good).then_some(at)),
                Reply::Failed(reason) => return Answer::Unreachable(reason),
            }
        }
        Answer::Unreachable(format!("more than {MAX_REDIRECTS} redirects"))
    }

    /// Asks again after a pause where the server is busy or the line was bad.
    fn patiently(&self, address: &str) -> Reply {
        for pause in PAUSES {
            let (reply, wanted) = self.once(address);
            let is_passing = match &reply {
                Reply::Status(status) => status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS,
                Reply::Redirect { .. } => false,
                Reply::Failed(_) => true,
            };
            let pause = wanted.unwrap_or(*pause);
            if !is_passing || pause > MAX_PAUSE {
                return reply;
            }
            thread::sleep(pause);
        }
        self.once(address).0
    }

    /// HEAD, and GET where that is not what the server wanted. With the pause that it asks for.
    fn once(&self, address: &str) -> (Reply, Option<Duration>) {
        let reply = |response: Result<Response<ureq::Body>, ureq::Error>| match response {
            Ok(response) => (of(address, &response), pause(&response)),
            Err(error) => (Reply::Failed(reason(&error)), None),
        };
        let head = reply(self.agent.head(address).call());
        match &head.0 {
            Reply::Status(status) if !status.is_success() && *status != StatusCode::TOO_MANY_REQUESTS => {
                reply(self.agent.get(address).call())
            }
            _ => head,
        }
    }
}

fn of<T>(address: &str, response: &Response<T>) -> Reply {
    let status = response.status();
    let target = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).filter(|_| status.is_redirection());
    match target.and_then(|target| join(address, target)) {
        Some(to) => Reply::Redirect { to, for_good: matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT) },
        None => Reply::Status(status),
    }
}

/// What a last status means, if permanent redirects led to `moved`.
fn verdict(status: StatusCode, moved: Option<String>) -> Answer {
    match (status, moved) {
        (StatusCode::NOT_FOUND | StatusCode::GONE, _) => Answer::Dead(status.as_u16()),
        _ if !status.is_success() => Answer::Unreachable(format!("it answers {}", status.as_u16())),
        (_, Some(to)) => Answer::Moved(to),
        (_, None) => Answer::Alive,
    }
}

/// The pause that a busy server asks for.
fn pause<T>(response: &Response<T>) -> Option<Duration> {
    let seconds = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// The address that a redirect names, which may be relative (RFC 3986, section 5.2, as far as servers use it).
fn join(base: &str, target: &str) -> Option<String> {
    let target = target.split('#').next().unwrap_or_default();
    if target.starts_with("https://") || target.starts_with("http://") {
        return Some(target.to_owned());
    }
    let (scheme, rest) = base.split_once("://")?;
    if target.starts_with("//") {
        return Some(format!("{scheme}:{target}"));
    }
    if target.contains("://") {
        return None;
    }
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    if target.starts_with('/') {
        return Some(format!("{scheme}://{host}{target}"));
    }
    let path = path.split('?').next().unwrap_or_default();
    let folder = path.rfind('/').map_or("/", |at| &path[..=at]);
    Some(format!("{scheme}://{host}{folder}{target}"))
}

/// Why there was no answer, in lower case.
fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::HostNotFound => "there is no such host".into(),
        ureq::Error::Timeout(_) => format!("no answer within {} seconds", TIMEOUT.as_secs()),
        ureq::Error::Io(error) => crate::edge::reason(error),
        other => other.to_string(),
    }
}
