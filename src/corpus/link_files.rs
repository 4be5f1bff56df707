//! The files below `links`: for each key (`control-panel/web-email-pro`) an address in each locale.

mod address;

use super::{slices::place, yaml};
use crate::{
    diagnostic::{Diagnostic, LINKFILE_BAD_LINE},
    locale::Locale,
    source::SourceTree,
    text::{FileId, Span},
    words,
};
use std::collections::BTreeMap;

/// The folder of the link files, beside the site's configuration.
pub const FOLDER: &str = "links";

/// The addresses of all keys.
#[derive(Clone, Debug, Default)]
pub struct LinkFiles(BTreeMap<String, Vec<LinkEntry>>);

/// A line of a link file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkEntry {
    /// For readers of this locale.
    pub locale: Locale,
    /// `http`, `https`, `mailto` or `tel`, and not empty after that.
    pub address: String,
    /// Where the address stands.
    pub span: Span,
}

/// What a key stands for in a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolvedLink<'a> {
    /// The address.
    pub address: &'a str,
    /// The locale for which the address was written.
    pub locale: &'a Locale,
    /// The key that was found.
    pub key: &'a str,
    /// Whether the key is not the one that was asked for but the only one that can be meant: the author should write `key`.
    pub guessed: bool,
}

impl LinkFiles {
    /// Reads every file below [`FOLDER`] whose name does not end in `.md`, so that a `README.md` may lie there.
    /// A line that cannot be read, or whose address is broken, is left out and reported.
    pub fn read(tree: &SourceTree) -> (Self, Vec<Diagnostic>) {
        let mut files = BTreeMap::new();
        let mut diagnostics = Vec::new();
        for (id, path) in tree.iter() {
            let Some(key) = path.below(FOLDER).filter(|key| !key.ends_with(".md")) else { continue };
            match yaml::load(tree, id) {
                Ok(text) => {
                    let (entries, wrong) = parse(id, &text);
                    diagnostics.extend(wrong);
                    if !entries.is_empty() {
                        files.insert(key.to_owned(), entries);
                    }
                }
                Err(unreadable) => diagnostics.push(unreadable),
            }
        }
        (Self(files), diagnostics)
    }

    /// The address of `key` for a reader whose locale is the first of `chain` and whose fallbacks are the others: of
    /// the first locale of the chain that has one, of another region of the reader's language, in English, any.
    /// A key that does not exist stands for the only one that differs in case or ends in it, if there is one.
    pub fn resolve(&self, key: &str, chain: &[Locale]) -> Option<ResolvedLink<'_>> {
        let key = key.trim_matches('/');
        let (found, entries) = self.0.get_key_value(key).or_else(|| self.guess(key))?;
        let entry = entry_for(entries, chain)?;
        Some(ResolvedLink { address: &entry.address, locale: &entry.locale, key: found, guessed: found != key })
    }

    /// The lines of `key`'s file.
    pub fn entries(&self, key: &str) -> &[LinkEntry] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// All keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The key that `key` was probably meant to be.
    pub fn nearest(&self, key: &str) -> Option<&str> {
        words::nearest(key.trim_matches('/'), self.keys())
    }

    fn guess(&self, key: &str) -> Option<(&String, &Vec<LinkEntry>)> {
        let same_but_case = |other: &str| other.eq_ignore_ascii_case(key);
        let longer = |other: &str| !key.is_empty() && other.strip_suffix(key).is_some_and(|rest| rest.ends_with('/'));
        self.only(same_but_case).or_else(|| self.only(longer))
    }

    fn only(&self, fits: impl Fn(&str) -> bool) -> Option<(&String, &Vec<LinkEntry>)> {
        let mut fitting = self.0.iter().filter(|(key, _)| fits(key));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    }
}

fn entry_for<'a>(entries: &'a [LinkEntry], chain: &[Locale]) -> Option<&'a LinkEntry> {
    let exact = |locale: &Locale| entries.iter().find(|entry| entry.locale == *locale);
    let region = || any_region(entries, chain.first()?.language());
    chain.iter().find_map(exact).or_else(region).or_else(|| any_region(entries, "en")).or_else(|| entries.first())
}

/// The entry for the language itself, for the region it is named after (`fr-fr`; `en-gb`), or the first of any region.
fn any_region<'a>(entries: &'a [LinkEntry], language: &str) -> Option<&'a LinkEntry> {
    let rank = |entry: &LinkEntry| match entry.locale.as_str().strip_prefix(language).unwrap_or_default() {
        "" => 0,
        region if region.strip_prefix('-') == Some(if language == "en" { "gb" } else { language }) => 1,
        _ => 2,
    };
    entries.iter().filter(|entry| entry.locale.language() == language).min_by_key(|entry| rank(entry))
}

fn parse(file: FileId, text: &str) -> (Vec<LinkEntry>, Vec<Diagnostic>) {
    let mut entries = Vec::new();
    let mut diagnostics = Vec::new();
    for line in text.lines() {
        let line = line.trim_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
        if line.is_empty() {
            continue;
        }
        let Some((locale, address)) = split_line(line) else {
            diagnostics.push(bad_line(Span::new(file, place(text, line))));
            continue;
        };
        let (locale_span, span) = (Span::new(file, place(text, locale)), Span::new(file, place(text, address)));
        let Some(locale) = Locale::parse(locale) else {
            let message = format!("`{locale}` is no locale");
            diagnostics.push(Diagnostic::new(&LINKFILE_BAD_LINE, locale_span, message).help("write it like `fr-fr` or `en`"));
            continue;
        };
        let (address, wrong) = address::check(address, span);
        diagnostics.extend(wrong);
        let Some(address) = address else { continue };
        match entries.iter().find(|entry: &&LinkEntry| entry.locale == locale) {
            Some(first) => diagnostics.push(twice(&locale, locale_span, first.span)),
            None => entries.push(LinkEntry { locale, address, span }),
        }
    }
    if entries.is_empty() && diagnostics.is_empty() {
        diagnostics.push(Diagnostic::new(&LINKFILE_BAD_LINE, Span::top(file), "the link file has no line").help(HOW));
    }
    (entries, diagnostics)
}

const HOW: &str = "write lines like `- [fr-fr](https://example.net/fr/)`";

fn bad_line(span: Span) -> Diagnostic {
    Diagnostic::new(&LINKFILE_BAD_LINE, span, "this line is not `- [locale](address)`").help(HOW)
}

fn twice(locale: &Locale, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&LINKFILE_BAD_LINE, span, format!("the locale `{locale}` stands twice"))
        .help("keep one of the lines; the first one counts")
        .related(first, "the address that counts")
}

/// Locale and address of `- [locale](address)`.
fn split_line(line: &str) -> Option<(&str, &str)> {
    let link = line.strip_prefix(['-', '*', '+'])?.trim_start().strip_prefix('[')?.strip_suffix(')')?;
    let (locale, address) = link.split_once("](")?;
    Some((locale.trim(), address.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let (entries, diagnostics) = parse(FileId(0), text);
        let mut out = String::new();
        for entry in entries {
            writeln!(out, "{} -> {} <{}>", entry.locale, entry.address, &text[entry.span.range()]).unwrap();
        }
        for found in diagnostics {
            let fix: Vec<String> = found.fix.iter().map(|edit| format!(" fix@{}: {:?}", edit.span.start, edit.replacement)).collect();
            writeln!(out, "{} <{}> {}{}", found.code.id, &text[found.span.range()], found.message, fix.concat()).unwrap();
        }
        expected.assert_eq(&out);
    }

    fn files(text: &str) -> LinkFiles {
        LinkFiles::read(&SourceTree::from_memory([
            ("links/console", text),
            ("links/web/mail", "- [en-gb](https://example.net/mail)"),
            ("links/old/help", "- [en-gb](https://example.net/old)"),
            ("links/new/help", "- [en-gb](https://example.net/new)"),
            ("links/README.md", "About these files."),
            ("content/links/no", "- [en-gb](https://example.net/no)"),
        ]))
        .0
    }

    #[track_caller]
    fn address(text: &str, chain: &[&str]) -> String {
        let chain: Vec<Locale> = chain.iter().filter_map(|label| Locale::parse(label)).collect();
        files(text).resolve("console", &chain).map_or("none".into(), |link| link.address.trim_start_matches("tel:").to_owned())
    }

    #[test]
    fn lines_are_read_whatever_their_ends() {
        check(
            "\u{feff}- [fr-fr](https://example.net/?a=(b))\r\n\r\n  * [EN](mailto:help@example.net) \n-[de-de](tel:+491)",
            expect![[r#"
                fr-fr -> https://example.net/?a=(b) <https://example.net/?a=(b)>
                en -> mailto:help@example.net <mailto:help@example.net>
                de-de -> tel:+491 <tel:+491>
            "#]],
        );
    }

    #[test]
    fn what_is_no_line_is_left_out() {
        check(
            "- [fr-fr](tel:1)\nsome text\n- [fr_FR](tel:2)\n- [fr-FR](tel:3)\n- [de-de] (tel:4)\n",
            expect![[r#"
                fr-fr -> tel:1 <tel:1>
                linkfile-bad-line <some text> this line is not `- [locale](address)`
                linkfile-bad-line <fr_FR> `fr_FR` is no locale
                linkfile-bad-line <fr-FR> the locale `fr-fr` stands twice
                linkfile-bad-line <- [de-de] (tel:4)> this line is not `- [locale](address)`
            "#]],
        );
        check("\n", expect!["linkfile-bad-line <> the link file has no line\n"]);
    }

    #[test]
    fn a_locale_finds_its_address() {
        let text = "- [en-au](tel:au)\n- [fr-ca](tel:ca)\n- [en-gb](tel:gb)\n- [fr-fr](tel:fr)\n- [pl-pl](tel:pl)\n";
        assert_eq!(address(text, &["fr-ca", "fr-fr"]), "ca");
        assert_eq!(address(text, &["de-de", "pl-pl", "fr-fr"]), "pl", "the chain before the language");
        assert_eq!(address(text, &["fr-be"]), "fr", "another region");
        assert_eq!(address(text, &["en-ie"]), "gb");
        assert_eq!(address(text, &["nl-nl"]), "gb", "English");
        assert_eq!(address("- [pl-pl](tel:pl)\n- [de-de](tel:de)", &["nl-nl"]), "pl", "the first");
        assert_eq!(address("- [pl-pl](tel:pl)\n", &[]), "pl");
        assert_eq!(address("", &["nl-nl"]), "none");
    }

    #[test]
    fn a_key_is_guessed_only_where_one_can_be_meant() {
        let files = files("- [en](tel:1)");
        let found = |key: &str| files.resolve(key, &[]).map(|link| (link.key, link.guessed));
        assert_eq!(found("web/mail"), Some(("web/mail", false)));
        assert_eq!(found("/web/mail/"), Some(("web/mail", false)));
        assert_eq!(found("mail"), Some(("web/mail", true)));
        assert_eq!(found("Web/Mail"), Some(("web/mail", true)));
        assert_eq!(found("help"), None, "two keys end in it");
        assert_eq!(found("ail"), None, "only whole parts count");
        assert_eq!(found(""), None);
        assert_eq!(files.nearest("web/mial"), Some("web/mail"));
        assert_eq!(files.keys().collect::<Vec<_>>(), ["console", "new/help", "old/help", "web/mail"]);
    }

    #[test]
    fn unreadable_bytes_are_said() {
        let tree = SourceTree::from_memory([("links/a", vec![b'-', 0xff])]);
        let (files, diagnostics) = LinkFiles::read(&tree);
        assert_eq!((files.keys().count(), diagnostics[0].code.id), (0, "file-encoding"));
    }
}
