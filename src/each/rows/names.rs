//! What a site's folder may be called: a name that is the same on every disk, in every address and in a shell.

/// The names that Windows keeps for devices, whatever follows their first dot.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The longest name, in bytes: what a part of a domain may have.
const MAX: usize = 63;

/// What is wrong with a name.
pub fn fault(name: &str) -> Option<String> {
    let is_sign = |letter: char| letter.is_alphanumeric() || "-_.@+".contains(letter);
    let fault = if name.is_empty() {
        "a site has no name".into()
    } else if let Some(sign) = name.chars().find(|letter| !is_sign(*letter)) {
        format!("`{}` is no name of a folder: it holds `{}`", name.escape_debug(), sign.escape_debug())
    } else if !name.starts_with(char::is_alphanumeric) {
        format!("`{name}` is no name of a folder: it does not begin with a letter or a digit")
    } else if name.ends_with('.') {
        format!("`{name}` is no name of a folder: it ends in a dot")
    } else if name.len() > MAX {
        format!("`{name}` is no name of a folder: it is longer than {MAX} bytes")
    } else if is_reserved(name) {
        format!("`{name}` is no name of a folder: Windows keeps it for a device")
    } else {
        return None;
    };
    Some(fault)
}

/// What is the same for names that some disks do not tell apart.
pub fn folded(name: &str) -> String {
    name.to_uppercase().to_lowercase()
}

fn is_reserved(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    let is_port = |device: &str| stem.strip_prefix(device).is_some_and(|port| matches!(port.as_bytes(), [b'0'..=b'9']));
    RESERVED.contains(&stem) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_folders() {
        for name in ["acme", "1", "Société-7", "a.example.net", "x@y_z+1", "console", "com10", &"a".repeat(63)] {
            assert_eq!(fault(name), None, "{name}");
        }
        for name in
            ["", ".", "..", "../a", "a/b", "a\\b", "/", ".polyguide", "-a", "a.", "a b", " a", "a\0", "con", "NUL.txt", "Com1", "lpt9.a"]
        {
            assert!(fault(name).is_some(), "{name}");
        }
        assert!(fault(&"a".repeat(64)).is_some() && fault("e\u{301}").is_some() && fault("\u{202e}a").is_some());
    }

    #[test]
    fn case_does_not_tell_names_apart() {
        assert_eq!(folded("STRASSE"), folded("straße"));
        assert_eq!(folded("Éa"), folded("éA"));
    }
}
