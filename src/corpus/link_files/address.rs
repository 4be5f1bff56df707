//! Whether an address of a link file can be followed, and the mending of its commonest slip.

use crate::{
    diagnostic::{Diagnostic, Edit, LINKFILE_BAD_URL},
    text::Span,
    words,
};

const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// The address as it is used, and what is wrong with it. `https//` without its colon is mended wherever it stands;
/// what can be followed by nobody gives no address. `span` is where the author wrote it.
pub(super) fn check(written: &str, span: Span) -> (Option<String>, Option<Diagnostic>) {
    let (address, mended) = mend(written, span);
    match problem(&address) {
        Some(message) => (None, Some(Diagnostic::new(&LINKFILE_BAD_URL, span, message).help(help()))),
        None => (Some(address), mended),
    }
}

/// `address` with a colon in each `http//` and `https//`.
fn mend(address: &str, span: Span) -> (String, Option<Diagnostic>) {
    let slashes = address.match_indices("//").map(|(at, _)| at);
    let places: Vec<usize> = slashes.filter(|at| address.get(..*at).is_some_and(lacks_colon)).collect();
    let Some(first) = places.first() else { return (address.to_owned(), None) };
    let byte = |at: usize| span.start as usize + at;
    let word = address.get(..*first).map_or(0, |before| before.trim_end_matches(char::is_alphanumeric).len());
    let message = "an address lacks the colon of `https://`";
    let mut diagnostic = Diagnostic::new(&LINKFILE_BAD_URL, Span::new(span.file, byte(word)..byte(first + 2)), message).help("write `://`");
    let mut mended = address.to_owned();
    // From the back, so that the places before stay where they are.
    for at in places.iter().rev() {
        mended.insert(*at, ':');
        diagnostic.fix.insert(0, Edit { span: Span::new(span.file, byte(*at)..byte(*at)), replacement: ":".into() });
    }
    (mended, Some(diagnostic))
}

/// Whether a `//` after `before` must have been `://`: `https` stands there as a word.
fn lacks_colon(before: &str) -> bool {
    ["http", "https"]
        .iter()
        .any(|scheme| before.strip_suffix(scheme).is_some_and(|rest| !rest.ends_with(|char: char| char.is_alphanumeric())))
}

fn problem(address: &str) -> Option<String> {
    if let Some(bad) = address.chars().find(|char| char.is_whitespace() || char.is_control() || "<>\"`".contains(*char)) {
        return Some(format!("`{}` cannot stand in an address", bad.escape_debug()));
    }
    let Some((scheme, rest)) = address.split_once(':') else {
        return Some("the address has no scheme".into());
    };
    let scheme = scheme.to_ascii_lowercase();
    if !SCHEMES.contains(&&*scheme) {
        return Some(format!("the address begins with none of {}", words::or(SCHEMES)));
    }
    let empty = match scheme.starts_with("http") {
        true => rest.strip_prefix("//").is_none_or(|host| host.is_empty() || host.starts_with(['/', '?', '#', ':'])),
        false => rest.is_empty(),
    };
    empty.then(|| format!("nothing follows `{scheme}:` that can be followed"))
}

fn help() -> String {
    "write a whole address, like `https://example.net/`".into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    fn checked(address: &str) -> (Option<String>, Option<String>, usize) {
        let (used, wrong) = check(address, Span::new(FileId(0), 10..10 + address.len()));
        let fixes = wrong.as_ref().map_or(0, |found| found.fix.len());
        (used, wrong.map(|found| found.message), fixes)
    }

    #[test]
    fn good_addresses_stay() {
        for good in [
            "https://example.net",
            "HTTPS://example.net/#/web/mail?a=https://example.org/&b=(c)",
            "https://example.net/a//b",
            "https://münchen.example/ö",
            "http://[::1]:80/",
            "mailto:a@example.net?subject=x",
            "mailto:?subject=x",
            "tel:+33123",
            "https://example.net/myhttps//x",
        ] {
            assert_eq!(checked(good), (Some(good.into()), None, 0));
        }
    }

    #[test]
    fn a_lost_colon_is_mended_and_said() {
        let (used, wrong, fixes) = checked("https//example.net/?from=https//a.example&to=http//b");
        assert_eq!(used.as_deref(), Some("https://example.net/?from=https://a.example&to=http://b"));
        assert_eq!((wrong.as_deref(), fixes), (Some("an address lacks the colon of `https://`"), 3));
        let found = check("tel:https//x", Span::new(FileId(0), 10..22)).1.unwrap();
        assert_eq!((found.span.range(), found.fix[0].span.range()), (14..21, 19..19));
    }

    #[test]
    fn what_leads_nowhere_is_left_out() {
        for (bad, message) in [
            ("", "the address has no scheme"),
            ("www.example.net/x", "the address has no scheme"),
            ("/pages/x", "the address has no scheme"),
            ("javascript:alert(1)", "the address begins with none of `http`, `https`, `mailto` or `tel`"),
            ("htps://example.net", "the address begins with none of `http`, `https`, `mailto` or `tel`"),
            ("https:/example.net", "nothing follows `https:` that can be followed"),
            ("https:///x", "nothing follows `https:` that can be followed"),
            ("mailto:", "nothing follows `mailto:` that can be followed"),
            ("https://a b", "` ` cannot stand in an address"),
            ("java\u{1}script:x", "`\\u{1}` cannot stand in an address"),
        ] {
            assert_eq!(checked(bad), (None, Some(message.into()), 0), "{bad:?}");
        }
    }
}
