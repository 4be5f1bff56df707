//! Addresses of the web, as far as authors write them into metadata.

/// What stands for the name of a site in the address of many.
pub const NAME: &str = "{name}";

/// Whether `text` is an absolute address of the web that can stand in an attribute: `http` or `https`, a host, no
/// user, and no character that ends an attribute or an address.
pub fn is_web_address(text: &str) -> bool {
    let after = |scheme: &str| text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme)).and(text.get(scheme.len()..));
    let Some(rest) = after("https://").or_else(|| after("http://")) else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let is_host = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-' | ':' | '[' | ']');
    let is_forbidden = |character: char| character.is_whitespace() || character.is_control() || "\"'<>\\`^|".contains(character);
    authority.contains(char::is_alphanumeric) && authority.chars().all(is_host) && !text.contains(is_forbidden)
}

/// Whether a site can be published at `text`, in which `{name}` may stand for the name of one of many. The address is
/// written into the configuration of servers, where braces, semicolons and dollars have a meaning.
pub fn is_site_address(text: &str) -> bool {
    let named = text.replace(NAME, "name");
    is_web_address(&named) && !named.contains(['?', '#', '{', '}', ';', '$'])
}

/// Why a site cannot be published at `text`, and what to write instead; nothing if it can.
pub fn why_not_of_site(text: &str) -> Option<String> {
    if is_site_address(text) {
        return None;
    }
    let rest = text.replace(NAME, "");
    Some(if let Some((scheme, _)) = text.split_once("://").filter(|(scheme, _)| !["http", "https"].contains(&&*scheme.to_lowercase())) {
        format!("a site is published at `https://` or `http://`, not at `{scheme}://`")
    } else if let Some((start, end)) = rest.find('{').zip(rest.find('}')).filter(|(start, end)| start < end) {
        format!("`{}` stands for nothing; only `{NAME}` does, for the name of a site of `--each`", &rest[start..=end])
    } else if is_web_address(&text.replace(NAME, "name")) {
        "an address is needed without any of `?#{};$`, such as `https://guides.example.net/`".to_owned()
    } else {
        "an absolute address is needed without spaces and quotes, such as `https://guides.example.net/`".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_absolute_and_harmless() {
        for good in ["https://a.net", "http://localhost:8080/x/", "https://[::1]/", "https://é.example/", "HTTPS://A.net/b%20c"] {
            assert!(is_web_address(good), "{good}");
        }
        let bad = ["", "a.net", "//a.net", "ftp://a.net", "https://", "https:///x", "https://user@a.net", "javascript:alert(1)"];
        for bad in bad.into_iter().chain(["https://a.net/\"x", "https://a b/"]) {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn sites_have_an_address_each_or_one_for_all() {
        for good in ["https://a.net/", "https://{name}.a.net/", "https://a.net/{name}/"] {
            assert!(is_site_address(good), "{good}");
        }
        for bad in [
            "{name}",
            "https://{names}.a.net/",
            "https://a.net/?site={name}",
            "https://a.net/#x",
            "https://a.net/a{evil;}b",
            "https://a.net/$x;/",
            "https://a.net/a b/",
            "https://a.net/\n",
            "https://a.net/'",
        ] {
            assert!(!is_site_address(bad), "{bad}");
        }
    }

    #[test]
    fn why_an_address_is_none_is_said() {
        for (bad, why) in [
            ("ftp://a.net/", "a site is published at `https://` or `http://`, not at `ftp://`"),
            ("https://a.net/{nme}/", "`{nme}` stands for nothing; only `{name}` does, for the name of a site of `--each`"),
            ("https://a.net/{name}/?x", "an address is needed without any of `?#{};$`, such as `https://guides.example.net/`"),
            ("a.net", "an absolute address is needed without spaces and quotes, such as `https://guides.example.net/`"),
        ] {
            assert_eq!(why_not_of_site(bad).as_deref(), Some(why), "{bad}");
        }
        assert_eq!(why_not_of_site("https://{name}.a.net/"), None);
    }
}
