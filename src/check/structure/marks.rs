//! What is alike in a guide and its translation: the names of pictures, code, numbers, targets of links.

use crate::{dialect::tree::CodePart, locale::Locale};
use std::borrow::Cow;

/// The name of a picture's file without the tag of the page's language: `login` of `images/login-fr.png`.
pub fn picture(address: &str, locale: &Locale) -> String {
    let name = address.rsplit('/').next().unwrap_or(address).to_lowercase();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let is_tag = |part: &&str| *part == locale.language() || *part == locale.as_str();
    stem.split(['-', '_', '.']).filter(|part| !is_tag(part)).collect::<Vec<_>>().join("-")
}

/// A code span without what its reader shall replace.
pub fn code(parts: &[CodePart]) -> Cow<'_, str> {
    if let [CodePart::Text(text)] = parts {
        return Cow::Borrowed(text);
    }
    parts
        .iter()
        .map(|part| match part {
            CodePart::Text(text) => text.to_string(),
            CodePart::Host(host) => format!("host {}", host.service),
        })
        .collect()
}

/// Whether a code span is `<name>`: what one text writes as code may stand in another as it is.
pub fn is_placeholder(parts: &[CodePart]) -> bool {
    let [CodePart::Text(text)] = parts else { return false };
    let name = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    name.is_some_and(|name| name.starts_with(char::is_alphabetic) && !name.contains(['<', '>']))
}

/// Calls `visit` with each number of at least two digits and each word of three capitals: ports, versions, `IMAP`. What
/// stands inside of a number, which is another sign in each language, is left out: `1,000` and `1 000` are `1000`.
pub fn words(text: &str, visit: &mut impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut from = 0;
    // Digits and capitals are rare: nothing else of a text is looked at.
    while let Some(at) = first(&bytes[from..]).map(|offset| from + offset) {
        if bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase) {
            from = at + 1;
            continue;
        }
        let start = bytes[from..at].iter().rposition(|byte| !is_in_word(*byte)).map_or(from, |before| from + before + 1);
        let end = bytes[at..].iter().position(|byte| !is_in_word(*byte)).map_or(bytes.len(), |length| at + length);
        let after_number = at + number(&text[at..]);
        let is_in_word = || text[..at].ends_with(char::is_alphanumeric) || text[after_number..].starts_with(char::is_alphanumeric);
        let is_parted = text[at..after_number].contains(|letter: char| !letter.is_ascii_digit());
        if is_parted && !is_in_word() {
            visit(&digits(&text[at..after_number]));
            from = after_number;
        } else {
            text[start..end].split(|letter: char| !letter.is_alphanumeric()).filter(|part| is_mark(part)).for_each(&mut *visit);
            from = end;
        }
    }
}

/// How many bytes of the beginning of a text are a number: digits with single points, commas or apostrophes between them, and
/// with spaces between groups of three.
pub fn number(text: &str) -> usize {
    let digits = |at: usize| text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (mut last, mut end) = (digits(0), digits(0));
    while let Some(separator) = text[end..].chars().next().filter(|_| end > 0) {
        let next = digits(end + separator.len_utf8());
        let joins = match separator {
            '.' | ',' | '\'' | '’' => next > 0,
            ' ' | '\u{a0}' | '\u{202f}' => next == 3 && last <= 3,
            _ => false,
        };
        if !joins {
            break;
        }
        last = next;
        end += separator.len_utf8() + next;
    }
    end
}

/// The digits of a text.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The first digit or capital.
fn first(bytes: &[u8]) -> Option<usize> {
    const PORTION: usize = 32;
    // Without an exit inside, the processor looks at all bytes of a portion at once.
    let has_some = |bytes: &[u8]| bytes.iter().fold(false, |some, byte| some | may_begin(*byte));
    let portion = bytes.chunks(PORTION).position(has_some)? * PORTION;
    bytes[portion..].iter().position(|byte| may_begin(*byte)).map(|at| portion + at)
}

fn may_begin(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_uppercase()
}

/// Whether a byte is a letter or a digit, or a part of a character that may be one.
fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

fn is_mark(word: &str) -> bool {
    let all = |is: fn(&u8) -> bool| word.bytes().all(|byte| is(&byte));
    word.len() >= 2 && all(u8::is_ascii_digit) || word.len() >= 3 && all(u8::is_ascii_uppercase)
}

/// The guide or key that an address leads to, or `#` for the same page; none for addresses that may differ by language.
pub fn target(address: &str) -> Option<String> {
    if address.starts_with(['#', '.']) && address.trim_start_matches(['.', '/']).starts_with('#') {
        return Some("#".to_owned());
    }
    let path = address.split(['#', '?']).next().unwrap_or(address).trim().trim_matches('/');
    let is_internal = ["pages/", "guides/", "links/", "products/"].iter().any(|start| path.starts_with(start));
    is_internal.then(|| path.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_all_languages_have_one_name() {
        let french = Locale::parse("fr-fr").unwrap();
        assert_eq!(picture("images/Login-fr.png", &french), "login");
        assert_eq!(picture("../x/fr_login_2.png", &french), "login-2");
        assert_eq!(picture("images/login-en.png", &french), "login-en");
    }

    #[test]
    fn words_that_are_not_translated() {
        let mut found = Vec::new();
        words("Port 993, SSL/TLS, an I, v2 and 7 days", &mut |word| found.push(word.to_owned()));
        assert_eq!(found, ["993", "SSL", "TLS"]);
        found.clear();
        words("les–993–995 aIMAP éIMAP ÉIMAP xSSL»TLS", &mut |word| found.push(word.to_owned()));
        assert_eq!(found, ["993", "995", "TLS"]);
        found.clear();
        words(
            "1 000, 1.000 or 1\u{202f}000 in 3.8, 192.0.2.1 and 2016 365 at 10 20:30 of 12,5 (€10.00, 1\u{202f}000\u{a0}€).",
            &mut |word| found.push(word.to_owned()),
        );
        assert_eq!(found, ["1000", "1000", "1000", "38", "192021", "2016", "365", "10", "20", "30", "125", "1000", "1000"]);
        found.clear();
        words("Ab993 Aé–993 9a99 is A–IMAP, after a long run of small letters and nothing else: AaBB12 587X 587", &mut |word| {
            found.push(word.to_owned());
        });
        assert_eq!(found, ["993", "IMAP", "587"]);
    }

    #[test]
    fn only_targets_inside_the_site_are_alike() {
        assert_eq!(target("/pages/a/B#c").as_deref(), Some("pages/a/b"));
        assert_eq!(target("links/manager").as_deref(), Some("links/manager"));
        assert_eq!(target("#zu-hause"), target("./#at-home"));
        assert_eq!(target("https://example.net/fr/"), None);
    }
}
