//! What a server is told: headers for hosts that read `_headers`, and the same for nginx, with pages for unknown addresses.

use super::{Renderer, safety::CONTENT_SECURITY_POLICY, special::put};
use crate::sink::Sink;
use std::io;

/// Headers of every file. The policy stands in each page, too; that it may not be framed can only be said in a header.
const HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];
/// A bundle's name holds a hash of its text, so it is kept for a year; all else is asked for again.
const KEPT: &str = "public, max-age=31536000, immutable";
const ASKED_AGAIN: &str = "no-cache";
/// What no server knows by itself: phones of Apple open a profile by its type.
const APPLE: (&str, &str) = (".mobileconfig", "application/x-apple-aspen-config");

/// Writes `_headers` and `_nginx.conf`.
pub(super) fn write(renderer: &Renderer, sink: &dyn Sink) -> io::Result<()> {
    let root = renderer.site.base_url.as_deref().map_or("/", path_of);
    let locales: Vec<&str> = renderer.site.selected_locales().map(|locale| renderer.site.locale(locale).locale.as_str()).collect();
    let has_profiles = renderer.setups.has_files();
    put(sink, "_headers", headers(root, has_profiles).as_bytes())?;
    put(sink, "_nginx.conf", nginx(root, &locales, has_profiles).as_bytes())
}

/// The path of an address: `/docs/` of `https://example.org/docs/`.
pub(super) fn path_of(address: &str) -> &str {
    let after_scheme = address.find("://").map_or(0, |at| at + 3);
    address[after_scheme..].find('/').map_or("/", |at| &address[after_scheme + at..])
}

/// The form that several static hosts read: a pattern of paths, and indented headers.
fn headers(root: &str, has_profiles: bool) -> String {
    let all: String = HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let profiles = format!("{root}profiles/*{}\n  Content-Type: {}\n", APPLE.0, APPLE.1);
    format!("{root}*\n{all}{root}assets/*\n  Cache-Control: {KEPT}\n{}", if has_profiles { &profiles } else { "" })
}

/// Goes into a `server` block of nginx, whose own `root` says where the files lie.
fn nginx(root: &str, locales: &[&str], has_profiles: bool) -> String {
    let own: String = HEADERS.iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect();
    let location = |path: &str, cache: &str, more: &str| {
        format!("location {path} {{\n{own}    add_header Cache-Control \"{cache}\" always;\n{more}}}\n")
    };
    let page = |folder: &str| format!("    index index.html;\n    error_page 404 {folder}404.html;\n");
    let mut text = String::from("# Include this in a `server` block of nginx, whose `root` is the folder that serves `/`.\n");
    text.push_str(&location(&format!("^~ {root}assets/"), KEPT, &page(root)));
    for locale in locales {
        let folder = format!("{root}{locale}/");
        text.push_str(&location(&folder, ASKED_AGAIN, &page(&folder)));
    }
    text.push_str(&location(root, ASKED_AGAIN, &page(root)));
    if has_profiles {
        let kind = format!("    types {{ }}\n    default_type {};\n", APPLE.1);
        text.push_str(&location(&format!("~ ^{}profiles/.+{}$", regex::escape(root), regex::escape(APPLE.0)), ASKED_AGAIN, &kind));
    }
    for hidden in ["_headers", "_nginx.conf", ".polyguide"] {
        text.push_str(&format!("location ^~ {root}{hidden} {{ return 404; }}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_the_site() {
        assert_eq!(path_of("https://example.org/docs/"), "/docs/");
        assert_eq!(path_of("https://example.org/"), "/");
        assert_eq!(path_of("https://example.org"), "/");
    }

    #[test]
    fn hashed_files_are_kept_and_others_asked_for_again() {
        let text = nginx("/docs/", &["de-de"], false);
        let cache = |location: &str| text[text.find(location).unwrap()..].split('\n').find(|line| line.contains("Cache-Control")).unwrap();
        assert!(cache("location ^~ /docs/assets/").contains("immutable"));
        assert!(cache("location /docs/de-de/").contains("no-cache"));
        assert!(text.contains("error_page 404 /docs/de-de/404.html;"));
        assert!(headers("/", false).ends_with("\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }

    #[test]
    fn what_servers_are_told_fits_the_path_of_the_site() {
        let paths = |text: &str| text.lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(paths(&headers("/docs/", true)), ["/docs/*", "/docs/assets/*", "/docs/profiles/*.mobileconfig"]);
        assert!(nginx("/a.b+(c)/", &[], true).contains(r"location ~ ^/a\.b\+\(c\)/profiles/.+\.mobileconfig$ {"));
    }

    #[test]
    fn headers_hold_no_quotes_that_would_end_them() {
        assert!(HEADERS.iter().all(|(_, value)| !value.contains(['"', '\n', ';', '$']) || *value == CONTENT_SECURITY_POLICY));
        assert!(!CONTENT_SECURITY_POLICY.contains(['"', '\n', '$']));
    }
}
