//! The address of a request: to a tidy path below the site's root, or to nothing.

use crate::path::{OutputPath, decoded};

/// What an address names.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    /// The site's root or a folder of it, with its last slash: `fr-fr/mail/`.
    Folder(String),
    /// A file, or a folder whose last slash is missing.
    File(OutputPath),
}

/// Reads the path of a URL. There is none where a part is `.`, `..` or empty, however it is spelled, and where it holds a
/// `\`, a control character or bytes that are not UTF-8.
pub fn parse(path: &str) -> Option<Address> {
    let decoded = decoded(path.strip_prefix('/')?)?;
    if decoded.is_empty() {
        return Some(Address::Folder(decoded));
    }
    match decoded.strip_suffix('/') {
        Some(folder) => OutputPath::parse(folder).map(|_| Address::Folder(decoded)),
        None => OutputPath::parse(&decoded).map(Address::File),
    }
}

/// The value of a parameter in the query of a URL, decoded; empty where it is missing.
pub fn parameter(query: &str, name: &str) -> String {
    let value = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(known, _)| *known == name);
    value.and_then(|(_, value)| decoded(&value.replace('+', " "))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidy_addresses_are_read() {
        let folder = |text: &str| Some(Address::Folder(text.to_owned()));
        let file = |text| OutputPath::parse(text).map(Address::File);
        assert_eq!(parse("/"), folder(""));
        assert_eq!(parse("/fr-fr/mail/"), folder("fr-fr/mail/"));
        assert_eq!(parse("/media/caf%C3%A9%20x.png"), file("media/café x.png"));
        assert_eq!(parse("/a/%252e%252e"), file("a/%2e%2e"), "decoded once");
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for wrong in [
            "",
            "x",
            "//",
            "/..",
            "/../x",
            "/a/../b",
            "/a/..",
            "/a/./b",
            "/%2e%2e/x",
            "/a/%2E%2e",
            "/a%2f..%2fb",
            "/a/..%2f",
            "/a\\..\\b",
            "/a%5c..",
            "/%00",
            "/%0a",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/%ff",
            "/a//b",
            "/.//",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn parameters_are_decoded() {
        assert_eq!(parameter("a=1&b=x+y%2Fz", "b"), "x y/z");
        assert_eq!(parameter("a=1", "b"), "");
        assert_eq!(parameter("b=%ff", "b"), "");
    }
}
