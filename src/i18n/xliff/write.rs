//! Writes XLIFF: the same catalog is the same bytes.

use super::{
    NAMESPACE,
    tagged::{Code, Piece, tag},
};
use crate::corpus::catalog::{Catalog, Entry, State};
use quick_xml::escape::escape;
use std::fmt::Write;

/// A catalog that is given away.
pub struct Exchange<'c> {
    /// The path of the catalog below the site's folder.
    pub path: &'c str,
    /// The path of the guide's file in the language of the source.
    pub source_file: &'c str,
    /// The language of the source, a BCP 47 tag.
    pub source_language: &'c str,
    /// The language of the translation, a BCP 47 tag.
    pub target_language: &'c str,
    /// The catalog.
    pub catalog: &'c Catalog,
}

/// The text of a file, or nothing if there is nothing to translate.
pub fn write(exchange: &Exchange) -> Option<String> {
    exchange.catalog.live().next()?;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (source, target) = (escape(exchange.source_language), escape(exchange.target_language));
    _ = writeln!(out, "<xliff xmlns=\"{NAMESPACE}\" version=\"2.1\" srcLang=\"{source}\" trgLang=\"{target}\">");
    _ = writeln!(out, "<file id=\"guide\" original=\"{}\">", escape(exchange.source_file));
    _ = writeln!(out, "<skeleton href=\"{}\"/>", escape(exchange.path));
    exchange.catalog.live().enumerate().for_each(|(at, entry)| unit(&mut out, at, entry));
    out.push_str("</file>\n</xliff>\n");
    Some(out)
}

/// What the file says of a source text: the reader of the file that comes back compares it.
pub fn source_of(text: &str) -> Vec<Piece> {
    tag(text, &mut Vec::new())
}

/// The codes of an entry: those of its text, and those that its translation has besides.
pub fn codes_of(source: &str, translation: &str) -> (Vec<Code>, Vec<Piece>, Vec<Piece>) {
    let mut codes = Vec::new();
    let source = tag(source, &mut codes);
    let target = tag(translation, &mut codes);
    (codes, source, target)
}

fn unit(out: &mut String, at: usize, entry: &Entry) {
    let (codes, source, target) = codes_of(&entry.source, &entry.translation);
    // Ids of entries may hold what an XML name token may not, so the id is a number and the name is the entry's.
    _ = writeln!(out, "<unit id=\"u{}\" name=\"{}\">", at + 1, escape(entry.id.as_str()));
    notes(out, entry);
    if !codes.is_empty() {
        out.push_str("<originalData>\n");
        for code in &codes {
            _ = writeln!(out, "<data id=\"d{}\">{}</data>", code.id, escape(code.open.as_str()));
            if let Some(close) = &code.close {
                _ = writeln!(out, "<data id=\"e{}\">{}</data>", code.id, escape(close.as_str()));
            }
        }
        out.push_str("</originalData>\n");
    }
    let state = if entry.state() == State::Translated { "translated" } else { "initial" };
    _ = writeln!(out, "<segment state=\"{state}\">");
    content(out, "source", &source, &codes);
    if entry.state() != State::Missing {
        content(out, "target", &target, &codes);
    }
    out.push_str("</segment>\n</unit>\n");
}

fn notes(out: &mut String, entry: &Entry) {
    let places = entry.places.iter().map(|place| ("location", place.as_str()));
    let said = entry.notes.iter().map(|note| ("context", note.as_str()));
    let previous = entry.previous.iter().map(|text| ("previous-source", text.as_str()));
    let comments = entry.comments.iter().map(|comment| ("comment", comment.as_str()));
    let all: Vec<(&str, &str)> = said.chain(places).chain(previous).chain(comments).filter(|(_, text)| !text.trim().is_empty()).collect();
    if all.is_empty() {
        return;
    }
    out.push_str("<notes>\n");
    for (category, text) in all {
        _ = writeln!(out, "<note category=\"{category}\">{}</note>", escape(text));
    }
    out.push_str("</notes>\n");
}

/// A text, whose white space counts.
fn content(out: &mut String, name: &str, pieces: &[Piece], codes: &[Code]) {
    _ = write!(out, "<{name} xml:space=\"preserve\">");
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(&escape(text.as_str())),
            Piece::Alone(id) => {
                let shown = codes.iter().find(|code| code.id == *id).map_or("", |code| &code.open);
                _ = write!(out, "<ph id=\"{id}\" dataRef=\"d{id}\" disp=\"{}\"/>", escape(shown));
            }
            Piece::Open(id) => _ = write!(out, "<pc id=\"{id}\" dataRefStart=\"d{id}\" dataRefEnd=\"e{id}\">"),
            Piece::Close(_) => out.push_str("</pc>"),
        }
    }
    _ = writeln!(out, "</{name}>");
}
