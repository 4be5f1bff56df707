//! Reads PO files, as gettext, Poedit and Weblate write them.

use super::{Catalog, Entry, TRANSLATION, Written};
use crate::{
    diagnostic::{CATALOG_DUPLICATE, CATALOG_SYNTAX, CATALOG_TRANSLATOR, Diagnostic},
    dialect::source::Piece,
    text::{FileId, Span},
};
use std::{collections::HashMap, ops::Range};

impl Catalog {
    /// What a PO file says. Always a value; lines that mean nothing are left out, and told.
    pub fn parse(file: FileId, text: &str) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader { file, catalog: Self::default(), open: Open::default(), line: 0..0, diagnostics: Vec::new() };
        let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        for line in text[start..].split_inclusive('\n') {
            reader.line(line.trim_end_matches(['\n', '\r']), start);
            start += line.len();
        }
        reader.close();
        reader.duplicates();
        (reader.catalog, reader.diagnostics)
    }
}

/// An entry that is being read.
#[derive(Default)]
struct Open {
    entry: Entry,
    /// The string that further lines go on with.
    field: Option<Field>,
    /// Where its first keyword stands.
    keyword: Option<Range<usize>>,
    has_id: bool,
    has_source: bool,
    has_translation: bool,
    /// A second translation, which is told.
    ignored: String,
    previous_id: String,
    is_begun: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Source,
    Translation,
    Previous,
    PreviousId,
    Plural,
    Ignored,
}

struct Reader {
    file: FileId,
    catalog: Catalog,
    open: Open,
    /// Where the line stands that is being read.
    line: Range<usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn line(&mut self, line: &str, start: usize) {
        let text = line.trim_start();
        let at = start + line.len() - text.len();
        self.line = start..start + line.len();
        match text.as_bytes() {
            [] => return,
            [b'#', b'~', ..] => {
                let inner = text[2..].trim_start();
                let at = at + text.len() - inner.len();
                match inner.strip_prefix('|') {
                    Some(previous) => self.previous(previous.trim_start(), at + inner.len() - previous.trim_start().len()),
                    None => self.message(inner, at, true),
                }
            }
            [b'#', b'|', ..] => {
                let inner = text[2..].trim_start();
                self.previous(inner, at + text.len() - inner.len());
            }
            [b'#', ..] => self.comment(text),
            _ => self.message(text, at, false),
        }
        if self.open.is_begun {
            self.open.entry.written.whole.end = self.line.end;
        }
    }

    fn comment(&mut self, text: &str) {
        self.begin();
        let entry = &mut self.open.entry;
        let rest = |text: &str| text[2..].trim().to_owned();
        match text.as_bytes().get(1) {
            Some(b'.') => entry.notes.push(rest(text)),
            Some(b':') => entry.places.push(rest(text)),
            Some(b',') => {
                for flag in text[2..].split(',').map(str::trim).filter(|flag| !flag.is_empty()) {
                    match flag {
                        "fuzzy" => entry.is_fuzzy = true,
                        flag => entry.flags.push(flag.to_owned()),
                    }
                }
            }
            _ => entry.comments.push(text[1..].strip_prefix(' ').unwrap_or(&text[1..]).trim_end().to_owned()),
        }
        self.open.field = None;
    }

    /// Starts a new entry where the one before is complete.
    fn begin(&mut self) {
        if self.open.has_translation {
            self.close();
        }
        if !self.open.is_begun {
            self.open.entry.written.whole = self.line.clone();
        }
        self.open.is_begun = true;
    }

    fn previous(&mut self, text: &str, at: usize) {
        self.begin();
        let (field, rest) = match split(text) {
            ("msgid", rest) => (Field::Previous, rest),
            ("msgctxt", rest) => (Field::PreviousId, rest),
            ("msgid_plural", rest) => (Field::Ignored, rest),
            _ => return self.go_on(text, at),
        };
        if field == Field::Previous {
            self.open.entry.previous = Some(String::new());
        }
        self.open.field = Some(field);
        self.go_on(rest, at + text.len() - rest.len());
    }

    fn message(&mut self, text: &str, at: usize, is_obsolete: bool) {
        if text.starts_with('"') {
            return self.go_on(text, at);
        }
        let (keyword, rest) = split(text);
        let field = match keyword {
            "msgctxt" => Field::Id,
            "msgid" => Field::Source,
            "msgstr" | "msgstr[0]" => Field::Translation,
            "msgid_plural" => Field::Plural,
            _ if keyword.starts_with("msgstr[") => Field::Plural,
            _ => return self.complain(at..at + text.len(), "this line means nothing in a PO file"),
        };
        if matches!(field, Field::Id | Field::Source) {
            self.begin();
        }
        let place = at..at + keyword.len();
        let field = self.once(field, &place);
        self.open.keyword.get_or_insert(place);
        self.open.has_id |= field == Field::Id;
        self.open.entry.is_obsolete |= is_obsolete;
        self.open.has_source |= field == Field::Source;
        self.open.has_translation |= field == Field::Translation;
        self.open.field = Some(field);
        if field == Field::Plural {
            self.open.entry.plurals.push((keyword.to_owned(), String::new()));
        }
        self.go_on(rest, at + text.len() - rest.len());
    }

    /// The field that a keyword stands for, if an entry says nothing twice: an identifier ends an entry that lacks its
    /// translation, of two texts the last counts, of two translations the first.
    fn once(&mut self, field: Field, place: &Range<usize>) -> Field {
        let open = &mut self.open;
        match field {
            Field::Id if open.has_id || open.has_source => {
                self.close();
                self.begin();
                return field;
            }
            Field::Source if open.has_source => {
                open.entry.source.clear();
                open.entry.written.source = 0..0;
            }
            Field::Translation if open.has_translation => {}
            _ => return field,
        }
        self.complain(place.clone(), "an entry says this once: it stands twice, or lines between two entries are missing");
        if field == Field::Translation { Field::Ignored } else { field }
    }

    /// A string that goes on with the open field.
    fn go_on(&mut self, text: &str, at: usize) {
        let text = text.trim_end();
        let Some(field) = self.open.field else {
            return self.complain(at..at + text.len(), "this string belongs to nothing");
        };
        let file = self.file;
        let entry = &mut self.open.entry;
        let mut pieces = Vec::new();
        let target = match field {
            Field::Id => &mut entry.id,
            Field::Source => &mut entry.source,
            Field::Translation => &mut entry.translation,
            Field::Previous => entry.previous.get_or_insert_default(),
            Field::PreviousId => &mut self.open.previous_id,
            Field::Plural => entry.plurals.last_mut().map_or(&mut self.open.ignored, |(_, text)| text),
            Field::Ignored => &mut self.open.ignored,
        };
        let is_whole = unquote(text, at, file, target, &mut pieces);
        let written = &mut entry.written;
        if field == Field::Translation {
            written.pieces.append(&mut pieces);
        }
        let place = match field {
            Field::Id => Some(&mut written.id),
            Field::Source => Some(&mut written.source),
            Field::Translation => Some(&mut written.translation),
            Field::Previous => Some(&mut written.previous),
            _ => None,
        };
        if let Some(place) = place {
            *place = if place.end == 0 { at } else { place.start }..at + text.len();
        }
        if !is_whole {
            self.complain(at..at + text.len(), "this is no string in double quotes, or one with an unknown escape");
        }
    }

    fn close(&mut self) {
        let Open { entry, keyword, has_source, has_translation, .. } = std::mem::take(&mut self.open);
        if !has_source || !has_translation {
            let lacks = if has_source { "this entry has no `msgstr`" } else { "this entry has no `msgid`" };
            return keyword.into_iter().for_each(|place| self.complain(place, lacks));
        }
        if entry.source.is_empty() && entry.id.is_empty() && !entry.is_obsolete {
            self.catalog.is_template = entry.is_fuzzy;
            self.catalog.comments = entry.comments;
            let fields = entry.translation.lines().filter_map(|line| line.split_once(':'));
            self.catalog.header = fields.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect();
            self.translator(&entry.written);
            self.catalog.written = entry.written;
        } else {
            self.catalog.entries.push(entry);
        }
    }

    /// A word for who translated that is none.
    fn translator(&mut self, header: &Written) {
        let Some(word) = self.catalog.field(TRANSLATION).filter(|word| !word.is_empty() && self.catalog.translator().is_none()) else {
            return;
        };
        let message = format!("`{TRANSLATION}: {word}` says not who translated");
        let unknown = Diagnostic::new(&CATALOG_TRANSLATOR, Span::new(self.file, header.translation.clone()), message);
        self.diagnostics.push(unknown.help("write `human`, `machine` or `reviewed`"));
    }

    fn complain(&mut self, range: Range<usize>, message: &str) {
        let help = "edit catalogs with a program for translators such as Poedit, and run `msgfmt --check` on what was edited by hand";
        self.diagnostics.push(Diagnostic::new(&CATALOG_SYNTAX, Span::new(self.file, range), message).help(help));
    }

    /// Two entries of the same text and id: gettext refuses the file, and of their translations one would be lost.
    fn duplicates(&mut self) {
        let mut known: HashMap<(&str, &str), &Written> = HashMap::new();
        let mut found = Vec::new();
        for entry in self.catalog.live() {
            if let Some(first) = known.insert((&entry.id, &entry.source), &entry.written) {
                let place = |written: &Written| Span::new(self.file, written.translation.clone());
                let message = format!("the entry `{}` stands twice", entry.id);
                let duplicate = Diagnostic::new(&CATALOG_DUPLICATE, place(&entry.written), message);
                found.push(duplicate.help("keep the one with the better translation").related(place(first), "first here"));
            }
        }
        self.diagnostics.extend(found);
    }
}

/// A line's keyword and the string after it.
fn split(text: &str) -> (&str, &str) {
    let end = text.find([' ', '\t', '"']).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start())
}

/// What a string means that goes on over lines, if it is one; each line may begin with the mark of an obsolete entry or of a text
/// before.
pub(super) fn meaning(written: &str) -> Option<String> {
    let mut text = String::new();
    let is_whole = strings(written).all(|line| unquote(line, 0, FileId(0), &mut text, &mut Vec::new()));
    is_whole.then_some(text)
}

/// The lines of such a string without their marks.
pub(super) fn strings(written: &str) -> impl Iterator<Item = &str> {
    let lines = written.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| line.find('"').map_or("", |start| line[start..].trim_end()))
}

/// Appends what a string in quotes means, and where its bytes came from. Whether all of it was understood.
fn unquote(text: &str, at: usize, file: FileId, target: &mut String, pieces: &mut Vec<Piece>) -> bool {
    let Some(inside) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|_| text.len() > 1) else { return false };
    let at = at + 1;
    let (mut from, mut is_whole) = (0, true);
    let mut push = |target: &mut String, range: Range<usize>, meaning: Option<char>| {
        let replaces = meaning.map(|_| range.len());
        if !range.is_empty() {
            pieces.push(Piece { start: target.len(), file, origin: at + range.start, replaces });
        }
        match meaning {
            Some(letter) => target.push(letter),
            None => target.push_str(&inside[range]),
        }
    };
    while let Some(found) = inside[from..].find(['\\', '"']) {
        let place = from + found;
        push(target, from..place, None);
        let escaped = inside[place..].chars().nth(1).filter(|_| inside[place..].starts_with('\\'));
        let meaning = escaped.and_then(|letter| match letter {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '"' | '\\' => Some(letter),
            _ => None,
        });
        let length = if meaning.is_some() { 2 } else { 1 };
        is_whole &= meaning.is_some();
        push(target, place..place + length, meaning.or(inside[place..].chars().next()));
        from = place + length;
    }
    push(target, from..inside.len(), None);
    is_whole
}
