//! Addresses of the web that guides link to, and what their servers' answers mean. Who asks is not known here.

use crate::{
    diagnostic::{Code, Diagnostic, EXTERNAL_DEAD, EXTERNAL_MOVED, EXTERNAL_UNREACHABLE},
    site::{DocumentId, LocaleId, Site, links::Target},
    source::SourceTree,
    text::Span,
};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What came of asking an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The page is there.
    Alive,
    /// The page has another address for good.
    Moved(String),
    /// The server says that there is no page.
    Dead(u16),
    /// Nobody knows: the server refuses, fails or does not answer.
    Unreachable(String),
}

/// The kinds of mistakes that only the web knows of.
pub const CODES: [&Code; 3] = [&EXTERNAL_DEAD, &EXTERNAL_MOVED, &EXTERNAL_UNREACHABLE];

/// Where addresses stand in a site, sorted; each without what names a place on the page.
pub type Addresses = BTreeMap<String, Vec<Span>>;

/// The addresses of the web in the guides and link files of a site, but for those that the configuration leaves out.
pub fn addresses(site: &Site, tree: &SourceTree) -> Addresses {
    let documents = (0..site.corpus.documents.len()).into_par_iter();
    let found: Vec<(String, Span)> = documents.flat_map_iter(|at| of_document(site, tree, DocumentId::new(at))).collect();
    let files = &site.corpus.link_files;
    let entries = files.keys().flat_map(|key| files.entries(key)).map(|entry| (entry.address.clone(), entry.span));
    let mut addresses = Addresses::new();
    for (address, span) in found.into_iter().chain(entries) {
        let page = address.split('#').next().unwrap_or_default();
        let is_web = page.starts_with("https://") || page.starts_with("http://");
        if is_web && !site.corpus.config.external_ignore.iter().any(|start| page.starts_with(start)) {
            addresses.entry(page.to_owned()).or_default().push(span);
        }
    }
    addresses.values_mut().for_each(|spans| {
        spans.sort();
        spans.dedup();
    });
    addresses
}

/// The addresses that a document itself names; those of link files are told once, where they stand.
fn of_document<'a>(site: &'a Site, tree: &'a SourceTree, id: DocumentId) -> impl Iterator<Item = (String, Span)> + 'a {
    let document = site.document(id);
    let locale = site.locales.iter().position(|known| known.locale == document.locale).map_or_else(|| site.source_locale(), LocaleId::new);
    document.facts.links.iter().enumerate().filter_map(move |(number, link)| {
        let is_own = link.to.address.as_text().is_some_and(|address| address.contains("//") || address.starts_with('{'));
        match site.target(id, number as u32, link, locale, tree) {
            Target::External(address) if is_own => Some((address, link.span)),
            _ => None,
        }
    })
}

/// What is wrong with addresses, by the answers of their servers.
pub fn diagnostics(tree: &SourceTree, addresses: &Addresses, answers: &BTreeMap<String, Answer>) -> Vec<Diagnostic> {
    let answered = addresses.iter().filter_map(|(address, spans)| Some((address, spans, answers.get(address)?)));
    answered.flat_map(|(address, spans, answer)| spans.iter().filter_map(|span| diagnostic(tree, address, *span, answer))).collect()
}

/// What is wrong with an address at one of its places; nothing where its page is there.
fn diagnostic(tree: &SourceTree, address: &str, span: Span, answer: &Answer) -> Option<Diagnostic> {
    Some(match answer {
        Answer::Dead(status) => Diagnostic::new(&EXTERNAL_DEAD, span, format!("`{address}` answers {status}: there is no page"))
            .help("link to where its content went, or remove the link"),
        Answer::Moved(to) => {
            let moved = Diagnostic::new(&EXTERNAL_MOVED, span, format!("`{address}` has moved to `{to}` for good"));
            let moved = moved.help("link to the new address");
            match place(tree, span, address) {
                Some(place) => moved.unsafe_fix(place, to),
                None => moved,
            }
        }
        Answer::Alive => return None,
        Answer::Unreachable(reason) => Diagnostic::new(&EXTERNAL_UNREACHABLE, span, format!("`{address}` cannot be asked: {reason}"))
            .help("open it in a browser; list it in `check.external.ignore` if programs are not let in"),
    })
}

/// Where an address stands in a link's text, if it is written there as it is, and once.
fn place(tree: &SourceTree, span: Span, address: &str) -> Option<Span> {
    let bytes = tree.read(span.file).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?.get(span.range())?;
    let ends = |at: usize| !text[at + address.len()..].starts_with(|letter: char| letter.is_alphanumeric() || "/?&=-_.%".contains(letter));
    let mut found = text.match_indices(address).map(|(at, _)| at).filter(|at| ends(*at));
    let start = span.range().start + found.next()?;
    found.next().is_none().then(|| Span::new(span.file, start..start + address.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::Corpus,
        progress::NoProgress,
        site::{Selection, resolve},
        text::line_and_column,
    };
    use expect_test::{Expect, expect};

    const GUIDE: &str = "---\ntitle: A\n---\n\n[a](https://a.example/x#top) and [b](//b.example/), [c](/links/c), [d](/pages/a).\n\n<https://a.example/x>\n\n[e](https://login.example/x) [f](mailto:a@b.example)\n";

    /// Holds what is said of the addresses of a site, if all are answered alike, with what fixes replace.
    #[track_caller]
    fn check(answer: &Answer, expected: Expect) {
        let config = "content: ''\ncheck: { external: { ignore: 'https://login.example/' } }\n";
        let tree =
            SourceTree::from_memory([("a/guide.en.md", GUIDE), ("links/c", "- [en](https://c.example/)\n"), ("polyguide.yaml", config)]);
        let (site, _) = resolve(Corpus::read(&tree, &NoProgress).0, &tree, &Selection::default());
        let addresses = addresses(&site, &tree);
        let answers = addresses.keys().map(|address| (address.clone(), answer.clone())).collect();
        let mut lines = String::new();
        for found in diagnostics(&tree, &addresses, &answers) {
            let text = String::from_utf8(tree.read(found.span.file).unwrap()).unwrap();
            let (line, column) = line_and_column(&text, found.span.range().start);
            let fix: String = found.fix.iter().map(|edit| format!(" [{} -> {}]", &text[edit.span.range()], edit.replacement)).collect();
            lines += &format!("{}:{line}:{column} {}: {}{fix}\n", tree.path(found.span.file), found.code.id, found.message);
        }
        expected.assert_eq(&lines);
    }

    #[test]
    fn each_place_of_an_address_is_told() {
        check(
            &Answer::Dead(404),
            expect![[r#"
            a/guide.en.md:5:1 external-dead: `https://a.example/x` answers 404: there is no page
            a/guide.en.md:7:1 external-dead: `https://a.example/x` answers 404: there is no page
            a/guide.en.md:5:34 external-dead: `https://b.example/` answers 404: there is no page
            links/c:1:8 external-dead: `https://c.example/` answers 404: there is no page
        "#]],
        );
    }

    #[test]
    fn a_moved_page_can_be_linked_anew() {
        check(
            &Answer::Moved("https://new.example/".into()),
            expect![[r#"
            a/guide.en.md:5:1 external-moved: `https://a.example/x` has moved to `https://new.example/` for good [https://a.example/x -> https://new.example/]
            a/guide.en.md:7:1 external-moved: `https://a.example/x` has moved to `https://new.example/` for good [https://a.example/x -> https://new.example/]
            a/guide.en.md:5:34 external-moved: `https://b.example/` has moved to `https://new.example/` for good
            links/c:1:8 external-moved: `https://c.example/` has moved to `https://new.example/` for good [https://c.example/ -> https://new.example/]
        "#]],
        );
    }

    #[test]
    fn a_page_that_is_there_is_no_finding() {
        check(&Answer::Alive, expect![""]);
    }
}
