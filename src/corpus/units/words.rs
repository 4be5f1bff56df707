//! What in a unit is for translators: words, besides code, addresses, hosts and marks.

use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What is no text: HTML and comments, code but for labels to click, addresses of links and pictures, attribute lists,
/// includes, addresses and hosts.
static NO_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    let parts = [
        r"<!--.*?-->",
        r"</?[A-Za-z][^<>]*>",
        r"<[^<>\s]+>",
        r"``[^`].*?``|`(?P<label>[^`]*)`\{\.action\}|`[^`]*`",
        r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\]]*\]",
        r"\{ ?[.#:!][^{}]*\}|\[\[fragment:[^\]]*\]\]|\[![A-Za-z-]+\]",
        r"[a-z][a-z0-9+.-]*://[^\s<>]*",
        r"(?:[\p{L}\d_?*-]+\.)+\p{L}{2,}(?:[/:][^\s<>]*)?|[\w.+-]+@[\w.-]+",
    ];
    Regex::new(&parts.join("|")).expect("the pattern is one")
});

/// A unit's text without markup.
pub fn plain(text: &str) -> String {
    static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"<!--.*?-->|</?[A-Za-z][^<>]*>|\{ ?[.#:][^{}]*\}|!\[|\]\([^()]*\)|[*`\[]";
        Regex::new(pattern).expect("the pattern is one")
    });
    MARKUP.replace_all(text, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Only what is to be translated: a space for each code, address and the like.
pub fn translatable(text: &str) -> String {
    NO_TEXT.replace_all(text, |found: &Captures| found.name("label").map_or(" ", |label| label.as_str()).to_owned()).into_owned()
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
    }
}
