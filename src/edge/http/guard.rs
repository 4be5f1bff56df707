//! Who may ask. A page of any site in the world can send requests to this machine, and with a name that leads here
//! (DNS rebinding) even read the answers; so a request must name this machine as people do who are at it.

use axum::http::{HeaderMap, Uri, header::HOST};

/// Whether a request names this machine and this port, in its only `Host` and, if it has one, in its address.
pub fn is_own_host(headers: &HeaderMap, uri: &Uri, port: u16) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(|host| is_own(host, port)) && uri.authority().is_none_or(|authority| is_own(authority.as_str(), port))
}

fn is_own(host: &str, port: u16) -> bool {
    let (name, given) = match host.rsplit_once(':') {
        // A part of an address of IPv6.
        Some((_, after)) if after.ends_with(']') => (host, 80),
        Some((name, number)) => (name, number.parse().unwrap_or(0)),
        None => (host, 80),
    };
    given == port && ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_named() {
        for own in ["127.0.0.1:4000", "localhost:4000", "LocalHost:4000", "[::1]:4000"] {
            assert!(is_own(own, 4000), "{own}");
        }
        for other in [
            "example.org",
            "example.org:4000",
            "localhost",
            "localhost:4001",
            "127.0.0.1",
            "localhost.example.org:4000",
            "127.0.0.1.example.org:4000",
            "[::1]",
            "[::2]:4000",
            "user@localhost:4000",
            "localhost:4000:4000",
            "localhost:x",
            "",
            ":4000",
            "0.0.0.0:4000",
            "localhost.:4000",
        ] {
            assert!(!is_own(other, 4000), "{other}");
        }
        assert!(is_own("localhost", 80) && is_own("[::1]", 80));
    }
}
