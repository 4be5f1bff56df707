//! Writes PO files: the same catalog is the same bytes, one line for each text, as `msgcat --no-wrap` has it. What a file says
//! already stands there as its program wrote it, since programs for translators wrap lines each in its own way, and a change
//! of one entry must not be one of all.

use super::{
    Catalog, Entry,
    read::{meaning, strings},
};
use crate::text::FileId;
use std::{fmt::Write, ops::Range};

impl Catalog {
    /// The file's text.
    pub fn to_text(&self) -> String {
        self.to_text_over("")
    }

    /// The file's text, where entries and strings that say what they say in `before`, which they were read from, are
    /// written as they stand there.
    pub fn to_text_over(&self, before: &str) -> String {
        let mut out = String::new();
        let is_same = |read: Self| (read.header, read.comments, read.is_template) == self.head();
        match written(before, &self.written.whole).filter(|text| is_same(Self::parse(FileId(0), text).0)) {
            Some(text) => _ = writeln!(out, "{text}"),
            None => self.write_header(&mut out),
        }
        let (live, obsolete): (Vec<&Entry>, Vec<&Entry>) = self.entries.iter().partition(|entry| !entry.is_obsolete);
        live.into_iter().chain(obsolete).for_each(|entry| write(&mut out, entry, before));
        out
    }

    /// All that its header says.
    fn head(&self) -> (Vec<(String, String)>, Vec<String>, bool) {
        (self.header.clone(), self.comments.clone(), self.is_template)
    }

    fn write_header(&self, out: &mut String) {
        self.comments.iter().for_each(|comment| line(out, "#", comment));
        if self.is_template {
            out.push_str("#, fuzzy\n");
        }
        out.push_str("msgid \"\"\n");
        let header: String = self.header.iter().map(|(name, value)| format!("{}\n", format!("{name}: {value}").trim_end())).collect();
        string(out, "", "msgstr", &header);
    }
}

/// What stands in a place of a file, if anything does.
fn written<'b>(before: &'b str, place: &Range<usize>) -> Option<&'b str> {
    before.get(place.clone()).filter(|text| !text.is_empty())
}

fn write(out: &mut String, entry: &Entry, before: &str) {
    out.push('\n');
    let is_same = |text: &&str| Catalog::parse(FileId(0), text).0.entries == std::slice::from_ref(entry);
    if let Some(text) = written(before, &entry.written.whole).filter(is_same) {
        _ = writeln!(out, "{text}");
        return;
    }
    entry.comments.iter().for_each(|comment| line(out, "#", comment));
    entry.notes.iter().for_each(|note| line(out, "#.", note));
    entry.places.iter().for_each(|place| line(out, "#:", place));
    let fuzzy = entry.is_fuzzy.then_some("fuzzy");
    let flags: Vec<&str> = fuzzy.into_iter().chain(entry.flags.iter().map(String::as_str)).collect();
    if !flags.is_empty() {
        line(out, "#,", &flags.join(", "));
    }
    let prefix = if entry.is_obsolete { "#~ " } else { "" };
    let mut put = |prefix: &str, keyword: &str, text: &str, place: &Range<usize>| match written(before, place)
        .filter(|written| meaning(written).as_deref() == Some(text))
    {
        Some(written) => as_written(out, prefix, keyword, written),
        None => string(out, prefix, keyword, text),
    };
    if let Some(previous) = &entry.previous {
        put(if entry.is_obsolete { "#~| " } else { "#| " }, "msgid", previous, &entry.written.previous);
    }
    if !entry.id.is_empty() {
        put(prefix, "msgctxt", &entry.id, &entry.written.id);
    }
    put(prefix, "msgid", &entry.source, &entry.written.source);
    let (texts, translations): (Vec<_>, Vec<_>) = entry.plurals.iter().partition(|(keyword, _)| keyword == "msgid_plural");
    texts.into_iter().for_each(|(keyword, text)| put(prefix, keyword, text, &(0..0)));
    let keyword = if entry.plurals.is_empty() { "msgstr" } else { "msgstr[0]" };
    put(prefix, keyword, &entry.translation, &entry.written.translation);
    translations.into_iter().for_each(|(keyword, text)| put(prefix, keyword, text, &(0..0)));
}

/// A keyword with its string in the lines that it has already.
fn as_written(out: &mut String, prefix: &str, keyword: &str, written: &str) {
    _ = write!(out, "{prefix}{keyword} ");
    for (at, line) in strings(written).enumerate() {
        _ = writeln!(out, "{}{line}", if at == 0 { "" } else { prefix });
    }
}

fn line(out: &mut String, mark: &str, text: &str) {
    out.push_str(format!("{mark} {text}").trim_end());
    out.push('\n');
}

/// A keyword with its string, a line for each line of the text.
fn string(out: &mut String, prefix: &str, keyword: &str, text: &str) {
    _ = write!(out, "{prefix}{keyword} ");
    let inner = text.trim_end_matches('\n');
    if inner.contains('\n') || (keyword == "msgstr" && text.contains('\n')) {
        out.push_str("\"\"\n");
        for line in text.split_inclusive('\n') {
            _ = writeln!(out, "{prefix}\"{}\"", escaped(line));
        }
    } else {
        _ = writeln!(out, "\"{}\"", escaped(text));
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '"' | '\\' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
    out
}
