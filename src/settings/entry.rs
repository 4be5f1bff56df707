//! Labels with values: `**Port** : 993`, a row of a table, a line between two breaks.

use super::{
    line::{HOST, Line, Part},
    words::{Meaning, Meanings},
};

/// A label with more letters than this is a sentence.
const LONGEST_LABEL: usize = 80;

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A port.
    Port,
    /// A security.
    Security,
    /// A protocol or a direction.
    Kind,
    /// A host; some guides write the port there.
    Host,
    /// Nothing, but it names a protocol or a direction: `IMAP: 993`.
    Bare,
    /// Something else.
    Other,
}

impl Key {
    /// What a label with these meanings asks for. The first that fits counts: the "port of the server" is a port, the
    /// "type of security" a security, and the "user of the server" none of these.
    pub fn of(meanings: Meanings) -> Self {
        let has = |meaning| meanings.has(meaning);
        match () {
            () if has(Meaning::Account) => Self::Other,
            () if has(Meaning::Port) => Self::Port,
            () if has(Meaning::Security) || has(Meaning::Encryption) => Self::Security,
            () if has(Meaning::Kind) => Self::Kind,
            () if has(Meaning::Server) => Self::Host,
            () if meanings.direction().is_some() || meanings.protocol().is_some() => Self::Bare,
            () => Self::Other,
        }
    }
}

/// A label and its value.
#[derive(Clone, Debug)]
pub struct Entry<'l> {
    /// What the label says.
    pub label: Meanings,
    /// What it asks for.
    pub key: Key,
    /// What follows.
    pub value: Part<'l>,
}

impl<'l> Entry<'l> {
    /// The entry of a label and a value that stand apart.
    pub fn new(label: &str, value: Part<'l>) -> Self {
        let is_label = label.chars().count() <= LONGEST_LABEL;
        let label = if is_label { Meanings::of(label) } else { Meanings::default() };
        Self { label, key: Key::of(label), value }
    }

    /// The entry that a line is: its label ends with a colon, else where emphasis begins or ends, else before the first
    /// number or host.
    pub fn of_line(line: &'l Line) -> Self {
        let all = line.all();
        let text = all.text();
        let (end, start) = match (colon(text), all.first_change()) {
            (Some(colon), _) => (colon, colon + 1),
            (None, Some(change)) => (change, change),
            (None, None) => {
                let start = words(text).find(|(_, word)| is_value(word)).map_or(text.len(), |(start, _)| start);
                (start, start)
            }
        };
        let (label, value) = all.cut(end, start);
        Self::new(label.text(), value)
    }
}

/// The words of a text and where they start.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(move |word| (start(word), word))
}

/// Whether a word is a number or a host.
fn is_value(word: &str) -> bool {
    let is_host = || word.contains(HOST) || word.trim_end_matches('.').contains('.');
    word.starts_with(|letter: char| letter.is_ascii_digit()) || is_host()
}

/// Where the colon after the label stands. The one in `host:993` and `https://` is none.
fn colon(text: &str) -> Option<usize> {
    text.match_indices(':').map(|(at, _)| at).find(|at| {
        let (before, after) = (&text[..*at], &text[at + 1..]);
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let follows_host = word.ends_with(HOST) || (word.contains('.') && after.starts_with(|letter: char| letter.is_ascii_digit()));
        !follows_host && !after.starts_with("//")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialect::tree::{Inline, InlineKind},
        text::{FileId, Span},
    };

    fn inline(kind: InlineKind) -> Inline {
        Inline { span: Span::new(FileId(0), 0..0), kind }
    }

    fn plain(text: &str) -> Inline {
        inline(InlineKind::Text(text.into()))
    }

    fn strong(text: &str) -> Inline {
        inline(InlineKind::Strong(vec![plain(text)]))
    }

    #[track_caller]
    fn check(inlines: &[Inline], key: Key, value: &str) {
        let line = Line::joined([inlines]);
        let entry = Entry::of_line(&line);
        assert_eq!((entry.key, entry.value.text().trim()), (key, value));
    }

    #[test]
    fn a_label_ends_in_one_of_three_ways() {
        check(&[strong("Port"), plain(" : 993.")], Key::Port, "993.");
        check(&[plain("Port : "), strong("993")], Key::Port, "993");
        check(&[plain("Port "), strong("993")], Key::Port, "993");
        check(&[strong("Port"), plain(" 993")], Key::Port, "993");
        check(&[plain("Port 993")], Key::Port, "993");
        check(&[strong("Server:"), plain(" mail.example.net:993")], Key::Host, "mail.example.net:993");
        check(&[plain("Servidor entrante mail.example.net:993")], Key::Host, "mail.example.net:993");
    }

    #[test]
    fn a_label_asks_for_one_thing() {
        let key = |label: &str| Key::of(Meanings::of(label));
        assert_eq!(key("porta del server in entrata"), Key::Port);
        assert_eq!(key("utiliser le type de connexion chiffrée suivant"), Key::Security);
        assert_eq!(key("typ zabezpieczeń"), Key::Security);
        assert_eq!(key("server-typ"), Key::Kind);
        assert_eq!(key("tipo de cuenta"), Key::Kind);
        assert_eq!(key("posteingangsserver"), Key::Host);
        assert_eq!(key("nom d'utilisateur imap"), Key::Other);
        assert_eq!(key("smtp"), Key::Bare);
        assert_eq!(key("versions"), Key::Other);
    }

    #[test]
    fn a_sentence_is_no_label() {
        let long = "If the server asks for a port and you do not know which one of the many is meant, look it up";
        check(&[plain(long), plain(": 993")], Key::Other, "993");
    }
}
