//! What of a text is markup: codes that translators leave as they are, and agencies see as tags, and the text between them.

use regex::Regex;
use std::{ops::Range, sync::LazyLock};

/// A part of a text, in its order. Put together again they are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// What is translated.
    Text(&'t str),
    /// A code that stands by itself: a picture's address, code, a host, an attribute list.
    Alone(&'t str),
    /// A code that begins what a later one ends: `**`, `[`. The number says which.
    Open(usize, &'t str),
    /// The end of what the code of that number began.
    Close(usize, &'t str),
}

impl<'t> Part<'t> {
    /// The bytes that it stands for.
    pub fn as_str(&self) -> &'t str {
        match self {
            Self::Text(text) | Self::Alone(text) | Self::Open(_, text) | Self::Close(_, text) => text,
        }
    }
}

/// What a lexeme is, before codes find their partners.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Alone,
    Open(Pair),
    Close(Pair),
    /// The same at both ends.
    Both(Pair),
}

/// What belongs together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Strong,
    Emphasis,
    Strike,
    Link,
    Picture,
    /// An element, by a number for its name.
    Element(u64),
}

/// Everything that is no text, by groups that say what it is; the first that fits counts.
static LEXEMES: LazyLock<Regex> = LazyLock::new(|| {
    let list = r"(?:\{ ?[.#:][^{}]*\})?";
    let parts = [
        r"(?P<escape>\\[[:punct:]])".to_owned(),
        r"(?P<alone><!--.*?-->|``[^`].*?``|<br ?/?>|<[a-z][a-z0-9+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>|\[\[fragment:[^\]]*\]\]|\{!>[^!]*!\}|\[\^[^\]]+\]|\[![A-Za-z-]+\])".to_owned(),
        format!(r"(?P<label>`[^`]*`\{{ ?\.action\}})|(?P<code>`[^`]*`{list})"),
        format!(r"(?P<picture>!\[)|(?P<link_end>\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]){list})|(?P<link>\[)"),
        r"</(?P<end>[A-Za-z][A-Za-z0-9]*)\s*>|<(?P<tag>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?>|(?P<other><[^<>\s]+>|\{ ?[.#:][^{}]*\})".to_owned(),
        r"(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z][a-z0-9+.-]*://[^\s<>)\]]*|(?:[\p{L}\d][\p{L}\d_?*-]*\.)+\p{L}{2,}\b(?:[/:][^\s<>()\[\]]*[^\s<>()\[\].,;:!?*])?)".to_owned(),
        r"(?P<strong>\*\*)|(?P<emphasis>\*)|(?P<strike>~~)".to_owned(),
    ];
    Regex::new(&parts.join("|")).expect("the pattern is one")
});

/// The parts of a unit's text.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut marks: Vec<(Range<usize>, Mark)> = Vec::new();
    for found in LEXEMES.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let is = |name: &str| found.name(name).is_some();
        let mark = match () {
            () if is("escape") => continue,
            () if is("label") => {
                let tail = whole.as_str().rfind('`').unwrap_or(0);
                marks.push((whole.start()..whole.start() + 1, Mark::Open(Pair::Element(0))));
                marks.push((whole.start() + tail..whole.end(), Mark::Close(Pair::Element(0))));
                continue;
            }
            () if is("picture") => Mark::Open(Pair::Picture),
            () if is("link") => Mark::Open(Pair::Link),
            () if is("link_end") => Mark::Close(Pair::Link),
            () if is("strong") => Mark::Both(Pair::Strong),
            () if is("emphasis") => Mark::Both(Pair::Emphasis),
            () if is("strike") => Mark::Both(Pair::Strike),
            () => match (found.name("tag"), found.name("end")) {
                (Some(name), _) => Mark::Open(element(name.as_str())),
                (_, Some(name)) => Mark::Close(element(name.as_str())),
                _ => Mark::Alone,
            },
        };
        marks.push((whole.range(), mark));
    }
    assemble(text, &marks, &partners(&marks))
}

/// An element, by its name.
fn element(name: &str) -> Pair {
    Pair::Element(super::Fingerprint::of(&name.to_ascii_lowercase()).0)
}

/// For each mark the one that it belongs together with: pairs stand in each other or beside each other, never across.
fn partners(marks: &[(Range<usize>, Mark)]) -> Vec<Option<usize>> {
    let mut partners = vec![None; marks.len()];
    let mut open: Vec<(usize, Pair)> = Vec::new();
    for (at, (_, mark)) in marks.iter().enumerate() {
        let closes = match mark {
            Mark::Alone => continue,
            Mark::Open(pair) => {
                open.push((at, *pair));
                continue;
            }
            Mark::Close(Pair::Link) => open.iter().rposition(|(_, pair)| matches!(pair, Pair::Link | Pair::Picture)),
            Mark::Close(pair) | Mark::Both(pair) => open.iter().rposition(|(_, other)| other == pair),
        };
        match (closes, mark) {
            (Some(place), _) => {
                partners[open[place].0] = Some(at);
                partners[at] = Some(open[place].0);
                // What was begun inside and not ended stays alone.
                open.truncate(place);
            }
            (None, Mark::Both(pair)) => open.push((at, *pair)),
            _ => {}
        }
    }
    partners
}

fn assemble<'t>(text: &'t str, marks: &[(Range<usize>, Mark)], partners: &[Option<usize>]) -> Vec<Part<'t>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, (range, _)) in marks.iter().enumerate() {
        if from < range.start {
            parts.push(Part::Text(&text[from..range.start]));
        }
        let code = &text[range.clone()];
        parts.push(match partners[at] {
            None => Part::Alone(code),
            Some(end) if end > at => Part::Open(at, code),
            Some(start) => Part::Close(start, code),
        });
        from = range.end;
    }
    if from < text.len() {
        parts.push(Part::Text(&text[from..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part in its own brackets.
    fn shown(text: &str) -> String {
        let show = |part: &Part| match part {
            Part::Text(text) => (*text).to_owned(),
            Part::Alone(code) => format!("⟦{code}⟧"),
            Part::Open(_, code) => format!("⟨{code}|"),
            Part::Close(_, code) => format!("|{code}⟩"),
        };
        let parts = parts(text);
        assert_eq!(parts.iter().map(Part::as_str).collect::<String>(), text);
        parts.iter().map(show).collect()
    }

    #[test]
    fn markup_is_codes_and_words_are_text() {
        for (text, expected) in [
            ("Press `Save`{.action}, then **go on**.", "Press ⟨`|Save|`{.action}⟩, then ⟨**|go on|**⟩."),
            ("See [the *guide*](/pages/a_(b)){.external}!", "See ⟨[|the ⟨*|guide|*⟩|](/pages/a_(b)){.external}⟩!"),
            ("![A phone](a.png){.thumbnail}", "⟨![|A phone|](a.png){.thumbnail}⟩"),
            ("Type `ls -l` on pro?.mail.ovh.net<br>now", "Type ⟦`ls -l`⟧ on ⟦pro?.mail.ovh.net⟧⟦<br>⟧now"),
            ("pro**?**.mail.ovh.net is **yours**", "⟦pro**?**.mail.ovh.net⟧ is ⟨**|yours|**⟩"),
            ("<kbd>Ctrl</kbd> and <kbd>C", "⟨<kbd>|Ctrl|</kbd>⟩ and ⟦<kbd>⟧C"),
            ("2 \\* 3 and <https://example.net/a> [[fragment:x]]", "2 \\* 3 and ⟦<https://example.net/a>⟧ ⟦[[fragment:x]]⟧"),
            ("Write to me@example.net, at example.net/a.", "Write to ⟦me@example.net⟧, at ⟦example.net/a⟧."),
            ("[!primary] Note[^1]", "⟦[!primary]⟧ Note⟦[^1]⟧"),
            ("**a *b** c*", "⟨**|a ⟦*⟧b|**⟩ c⟦*⟧"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }
}
