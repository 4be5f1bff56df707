//! Writes PO files: the same catalog is the same bytes, one line for each text, as `msgcat --no-wrap` has it.

use super::{Catalog, Entry};
use std::fmt::Write;

impl Catalog {
    /// The file's text.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.comments.iter().for_each(|comment| line(&mut out, "#", comment));
        if self.is_template {
            out.push_str("#, fuzzy\n");
        }
        out.push_str("msgid \"\"\n");
        let header: String = self.header.iter().map(|(name, value)| format!("{}\n", format!("{name}: {value}").trim_end())).collect();
        string(&mut out, "", "msgstr", &header);
        let (live, obsolete): (Vec<&Entry>, Vec<&Entry>) = self.entries.iter().partition(|entry| !entry.is_obsolete);
        live.into_iter().chain(obsolete).for_each(|entry| write(&mut out, entry));
        out
    }
}

fn write(out: &mut String, entry: &Entry) {
    out.push('\n');
    entry.comments.iter().for_each(|comment| line(out, "#", comment));
    entry.notes.iter().for_each(|note| line(out, "#.", note));
    entry.places.iter().for_each(|place| line(out, "#:", place));
    let fuzzy = entry.is_fuzzy.then_some("fuzzy");
    let flags: Vec<&str> = fuzzy.into_iter().chain(entry.flags.iter().map(String::as_str)).collect();
    if !flags.is_empty() {
        line(out, "#,", &flags.join(", "));
    }
    let prefix = if entry.is_obsolete { "#~ " } else { "" };
    if let Some(previous) = &entry.previous {
        let prefix = if entry.is_obsolete { "#~| " } else { "#| " };
        string(out, prefix, "msgid", previous);
    }
    if !entry.id.is_empty() {
        string(out, prefix, "msgctxt", &entry.id);
    }
    string(out, prefix, "msgid", &entry.source);
    string(out, prefix, "msgstr", &entry.translation);
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
