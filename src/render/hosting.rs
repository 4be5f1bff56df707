//! What a server is told: headers and redirects for hosts that read `_headers` and `_redirects`, and the same for nginx, with
//! pages for unknown addresses.

use super::{Renderer, safety::CONTENT_SECURITY_POLICY, special::put};
use crate::{path::encoded, sink::Sink};
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

/// Redirects of longer addresses are left to their pages: nginx does not start with a longer word in its configuration.
const LONGEST: usize = 1_500;

/// An address that leads to another, both as they stand below the root of the site.
type Redirect<'a> = (&'a str, &'a str);

/// Writes `_headers` and `_nginx.conf`, and `_redirects` where there are some.
pub(super) fn write(renderer: &Renderer, sink: &dyn Sink) -> io::Result<()> {
    let root = renderer.site.base_url.as_deref().map_or("/", path_of);
    let locales: Vec<&str> = renderer.site.selected_locales().map(|locale| renderer.site.locale(locale).locale.as_str()).collect();
    let has_profiles = renderer.setups.has_files();
    put(sink, "_headers", headers(root, has_profiles).as_bytes())?;
    let redirects = redirects(renderer);
    if !redirects.is_empty() {
        put(sink, "_redirects", rules(root, &redirects).as_bytes())?;
    }
    put(sink, "_nginx.conf", nginx(root, &locales, has_profiles, &redirects).as_bytes())
}

/// The redirects that a server can answer by itself, sorted.
fn redirects<'a>(renderer: &Renderer<'a>) -> Vec<Redirect<'a>> {
    let site = renderer.site;
    // Where a file of the site's own lies, nobody is sent away from it.
    let shown = site.redirects.iter().filter(|(from, _)| renderer.own_file(&from.file()).is_none());
    let addresses = shown.map(|(from, page)| (from.as_str(), site.page(*page).route.as_str()));
    addresses.filter(|(from, to)| encoded(from).len().max(encoded(to).len()) <= LONGEST).collect()
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

/// The form that several static hosts read: a line for each redirect. It stands there twice, as the hosts disagree: Netlify
/// prefers the page at the address unless there is a `!`, and takes the first line; Cloudflare Pages always prefers the redirect,
/// and passes over lines with a `!`.
fn rules(root: &str, redirects: &[Redirect]) -> String {
    let mut text = String::from("# Each redirect stands here twice: first for Netlify, then for Cloudflare Pages.\n");
    for (from, to) in redirects {
        let rule = format!("{root}{} {root}{} 301", encoded(from), encoded(to));
        text.push_str(&format!("{rule}!\n{rule}\n"));
    }
    text
}

/// The same for nginx. A browser keeps a redirect for good if it is not told otherwise, and a page may come back to its old
/// address. The server may stand behind another, so that it cannot know the scheme and the port that readers see.
fn nginx_redirects(root: &str, redirects: &[Redirect]) -> String {
    let rule = |(from, to): &Redirect| {
        let (from, to) = (quoted(&format!("{root}{from}")), quoted(&format!("{root}{}$is_args$args", encoded(to))));
        format!("location = {from} {{ absolute_redirect off; add_header Cache-Control \"{ASKED_AGAIN}\" always; return 301 {to}; }}\n")
    };
    redirects.iter().map(rule).collect()
}

/// A word of nginx's configuration that may hold spaces, braces and semicolons.
fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Goes into a `server` block of nginx, whose own `root` says where the files lie.
fn nginx(root: &str, locales: &[&str], has_profiles: bool, redirects: &[Redirect]) -> String {
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
    text.push_str(&nginx_redirects(root, redirects));
    for hidden in ["_headers", "_redirects", "_nginx.conf", ".polyguide"] {
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
        let text = nginx("/docs/", &["de-de"], false, &[]);
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
        assert!(nginx("/a.b+(c)/", &[], true, &[]).contains(r"location ~ ^/a\.b\+\(c\)/profiles/.+\.mobileconfig$ {"));
    }

    #[test]
    fn redirects_are_rules_for_each_host() {
        assert_eq!(
            rules("/docs/", &[("de/alt/", "de/neu/")]).lines().skip(1).collect::<Vec<_>>(),
            ["/docs/de/alt/ /docs/de/neu/ 301!", "/docs/de/alt/ /docs/de/neu/ 301"]
        );
        let text = nginx("/docs/", &[], false, &[("de/alt/", "de/neu/")]);
        let rule = text.lines().find(|line| line.starts_with("location = ")).unwrap();
        assert!(
            rule.starts_with("location = \"/docs/de/alt/\" {") && rule.ends_with("return 301 \"/docs/de/neu/$is_args$args\"; }"),
            "{rule}"
        );
    }

    #[test]
    fn no_address_ends_a_rule() {
        let odd = [("fr/a b;}/", "fr/é $x'/"), ("fr/a\"b\\/", "fr/#/")];
        assert_eq!(
            rules("/", &odd).lines().skip(1).step_by(2).collect::<Vec<_>>(),
            ["/fr/a%20b%3B%7D/ /fr/%C3%A9%20%24x%27/ 301!", "/fr/a%22b%5C/ /fr/%23/ 301!"]
        );
        let text = nginx_redirects("/", &odd);
        let words: Vec<&str> =
            text.lines().flat_map(|line| [line.split(" { ").next().unwrap(), line.split("return ").nth(1).unwrap()]).collect();
        assert_eq!(
            words,
            [
                r#"location = "/fr/a b;}/""#,
                r#"301 "/fr/%C3%A9%20%24x%27/$is_args$args"; }"#,
                r#"location = "/fr/a\"b\\/""#,
                r#"301 "/fr/%23/$is_args$args"; }"#,
            ]
        );
    }

    #[test]
    fn headers_hold_no_quotes_that_would_end_them() {
        assert!(HEADERS.iter().all(|(_, value)| !value.contains(['"', '\n', ';', '$']) || *value == CONTENT_SECURITY_POLICY));
        assert!(!CONTENT_SECURITY_POLICY.contains(['"', '\n', '$']));
    }
}
