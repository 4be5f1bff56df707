//! What in a unit is for translators: words, besides code, addresses, hosts and marks.

use super::markup::{Part, parts};

/// A unit's text without markup: what is heard of it.
pub fn plain(text: &str) -> String {
    let heard = |part: &Part| match part {
        Part::Text(text) => (*text).to_owned(),
        Part::Alone(code) => heard(code),
        Part::Open(..) | Part::Close(..) => String::new(),
    };
    let plain: String = parts(text).iter().map(heard).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is heard of something that stands by itself: code, addresses and names of shared texts, and nothing of all else.
fn heard(code: &str) -> String {
    match code.as_bytes() {
        [b'`', ..] => code.trim_start_matches('`').split('`').next().unwrap_or_default().to_owned(),
        [b'[', b'[', ..] => code.trim_matches(['[', ']']).to_owned(),
        _ if code.starts_with(char::is_alphanumeric) => code.replace('*', ""),
        _ => String::new(),
    }
}

/// Only what is to be translated: a space for each code, address and the like.
pub fn translatable(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for part in parts(text) {
        match part {
            Part::Text(text) => words.push_str(text),
            Part::Alone(_) => words.push(' '),
            Part::Open(..) | Part::Close(..) => {}
        }
    }
    words
}

/// Whether there is anything to translate.
pub fn holds_words(text: &str) -> bool {
    // Most texts begin with a word, and need no closer look.
    let plain_start = text.split([' ', '.']).next().is_some_and(|word| word.len() > 1 && word.chars().all(char::is_alphabetic));
    plain_start && text.contains(' ') || translatable(text).chars().any(char::is_alphabetic)
}

/// How many words there are to translate.
pub fn count(text: &str) -> usize {
    translatable(text).split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_are_offered() {
        let nothing = [
            "993",
            "`993`",
            "`imap.example.net`",
            "pro?.mail.ovh.net",
            "pro**?**.mail.ovh.net",
            "https://example.net/a",
            "![](images/a.png)",
            "![](a.png){.thumbnail}",
            "<br>",
            "[[fragment:support-scope]]",
            "{!> a/b.md !}",
            "`<user@domain>`",
            "a@example.net",
            "<!-- a -->",
            "—",
        ];
        for text in nothing {
            assert!(!holds_words(text), "{text}");
        }
        for text in ["IMAP", "`Save`{.action}", "![A phone](a.png)", "[Go on](https://a.example/b)", "Port 993", "Порт", "设置"] {
            assert!(holds_words(text), "{text}");
        }
    }

    #[test]
    fn words_are_counted_without_code_and_addresses() {
        assert_eq!(count("Press `Save`{.action}, then `ls -l` on pro?.mail.ovh.net, see [the guide](/pages/a-b)."), 7);
        assert_eq!(plain("**Set up** `Mail`{.action} on [it](a)"), "Set up Mail on it");
        assert_eq!(plain("[[fragment:a]] pro**?**.mail.ovh.net `* OK`[^1]<br>"), "fragment:a pro?.mail.ovh.net * OK");
    }
}
