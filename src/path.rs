//! Paths and addresses, each parsed once through one door.

use std::fmt;

/// Whether `text` has tidy parts between its slashes.
fn is_tidy(text: &str) -> bool {
    let is_odd = |byte: u8| (byte < b' ') | (byte == b'\\') | (byte > b'~');
    let may_hold_odd = text.bytes().fold(false, |any, byte| any | is_odd(byte));
    let mut start = 0;
    let mut is_part = |end: usize| {
        let part = &text.as_bytes()[start..end];
        start = end + 1;
        !matches!(part, b"" | b"." | b"..")
    };
    memchr::memchr_iter(b'/', text.as_bytes()).chain([text.len()]).all(&mut is_part)
        && !(may_hold_odd && text.contains(|letter: char| letter == '\\' || letter.is_control()))
}

/// What names of files with pictures end in, in lower case.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"];

/// Whether a name or an address is that of a file with a picture, as its end says.
pub fn is_picture(name: &str) -> bool {
    let end = memchr::memrchr(b'.', name.as_bytes()).map_or("", |at| &name[at + 1..]);
    PICTURES.iter().any(|known| known.eq_ignore_ascii_case(end))
}

/// A text in which `%C3%A9` is `é`. There is none where that is not UTF-8, or what follows a `%` is no number.
pub fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let (number, rest) = part.split_at_checked(2).filter(|(number, _)| number.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(number, 16).ok()?);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok()
}

/// An address in which nothing means anything but slashes (RFC 3986, section 3.3).
pub fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// How many bytes two texts begin with alike.
pub fn common_prefix(one: &str, other: &str) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let eights = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0).take_while(|(one, other)| one == other).count() * 8;
    eights + one[eights..].iter().zip(&other[eights..]).take_while(|(one, other)| one == other).count()
}

/// Where a source file lives: relative to the site's folder, `/`-separated, no `.` or `..`, no `\`, no control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(String);

impl SourcePath {
    /// The path that `text` spells, if it is tidy.
    pub fn parse(text: &str) -> Option<Self> {
        is_tidy(text).then(|| Self(text.to_owned()))
    }

    /// `relative`, seen from `folder` (a tidy path, or empty for the site's folder), with `.` and `..` resolved.
    /// `None` where it would leave the site.
    pub fn resolve(folder: &str, relative: &str) -> Option<Self> {
        let mut path = String::with_capacity(folder.len() + 1 + relative.len());
        let push = |part: &str, path: &mut String| {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(part);
        };
        folder.split('/').filter(|part| !part.is_empty()).for_each(|part| push(part, &mut path));
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." if path.is_empty() => return None,
                ".." => path.truncate(path.rfind('/').unwrap_or(0)),
                part => push(part, &mut path),
            }
        }
        is_tidy(&path).then_some(Self(path))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds the file; empty for the site's folder.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The part of the path below `folder`, if it is there. An empty `folder` holds everything.
    pub fn below(&self, folder: &str) -> Option<&str> {
        if folder.is_empty() {
            return Some(&self.0);
        }
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Where a finished file goes, relative to the output folder; as tidy as a [`SourcePath`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(String);

impl OutputPath {
    /// The path that `text` spells, if it is tidy.
    pub fn parse(text: &str) -> Option<Self> {
        SourcePath::parse(text).map(|path| Self(path.0))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The address of a page below the site's root: empty, or tidy parts each followed by `/` (`fr-fr/mail/android/`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

impl Route {
    /// The route with the parts of `text`, which may start or end in slashes. `None` where a part is not tidy.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches('/');
        if text.is_empty() {
            return Some(Self(String::new()));
        }
        SourcePath::parse(text).map(|path| Self(path.0 + "/"))
    }

    /// The site's root.
    pub fn root() -> Self {
        Self(String::new())
    }

    /// The route as text: empty, or ending in `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many folders deep the route is.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'/').count()
    }

    /// The file that a server answers with.
    pub fn file(&self) -> OutputPath {
        OutputPath(format!("{}index.html", self.0))
    }

    /// Writes the address of `target` (a route or a file below the root) as seen from this page.
    pub fn relative_into(&self, target: &str, out: &mut String) {
        let same = common_prefix(&self.0, target);
        let shared = memchr::memrchr(b'/', &self.0.as_bytes()[..same]).map_or(0, |at| at + 1);
        let climbs = self.0.as_bytes()[shared..].iter().filter(|byte| **byte == b'/').count();
        let rest = &target[shared..];
        for _ in 0..climbs {
            out.push_str("../");
        }
        // A colon in the first part would make it a scheme.
        let looks_absolute = || memchr::memchr2(b'/', b':', rest.as_bytes()).is_some_and(|at| rest.as_bytes()[at] == b':');
        if climbs == 0 && (rest.is_empty() || looks_absolute()) {
            out.push_str("./");
        }
        out.push_str(rest);
    }

    /// The address of `target` as seen from this page.
    pub fn relative(&self, target: &str) -> String {
        let mut out = String::with_capacity(target.len() + 12);
        self.relative_into(target, &mut out);
        out
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tidy_paths_pass() {
        assert!(SourcePath::parse("a/b.md").is_some());
        for untidy in ["", "/a", "a//b", "a/../b", "./a", "a\\b", "a/", "a\nb", "a\0"] {
            assert_eq!(SourcePath::parse(untidy), None, "{untidy}");
        }
    }

    #[test]
    fn nothing_resolves_out_of_the_site() {
        let resolve = |folder, relative| SourcePath::resolve(folder, relative).map(|path| path.0);
        assert_eq!(resolve("a/b", "./images/x.png").as_deref(), Some("a/b/images/x.png"));
        assert_eq!(resolve("a/b", "../x").as_deref(), Some("a/x"));
        assert_eq!(resolve("a", "../../x"), None);
        assert_eq!(resolve("a/", ".././x//y").as_deref(), Some("x/y"), "empty parts are none");
        assert_eq!(resolve("", ".."), None);
        assert_eq!(resolve("a", "b\u{85}c"), None);
    }

    #[test]
    fn links_are_relative() {
        let route = |text| Route::parse(text).unwrap();
        assert_eq!(route("fr/a/b").relative("fr/a/c/"), "../c/");
        assert_eq!(route("fr/a/b").relative("fr/a/b/"), "./");
        assert_eq!(route("fr/a").relative("de/"), "../../de/");
        assert_eq!(route("").relative("fr/"), "fr/");
        assert_eq!(route("fr").relative(""), "../");
        assert_eq!(route("ab").relative("a/"), "../a/", "a shared prefix is no shared folder");
    }
}
