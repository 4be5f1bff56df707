//! Reads XLIFF as programs of agencies write it: segments may be split, attributes added, codes moved.

use super::{
    tagged::{Piece, untag},
    write::codes_of,
};
use crate::{
    diagnostic::{Diagnostic, XLIFF_CODE, XLIFF_SYNTAX},
    text::{FileId, Span},
};
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Translated {
    /// The catalog that it was made from, below the site's folder; empty where a program left that out.
    pub catalog: String,
    /// The guide's file in the language of the source, below the site's folder.
    pub original: String,
    /// The language of the translations, a BCP 47 tag; empty where it is not said.
    pub language: String,
    /// Where it begins.
    pub at: usize,
    /// The translations, in order.
    pub targets: Vec<Target>,
}

/// A translation.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The entry that it is of.
    pub id: String,
    /// The text that it was made from.
    pub source: Vec<Piece>,
    /// What it says.
    pub pieces: Vec<Piece>,
    /// Whether its translator is done with it.
    pub is_done: bool,
    /// Where its unit begins.
    pub span: Span,
}

impl Target {
    /// The translation as the catalog has it: codes are those of the entry's own text.
    ///
    /// # Errors
    /// Where it has a code that the text does not have.
    pub fn text(&self, source: &str, known: &str) -> Result<String, Diagnostic> {
        let (codes, ..) = codes_of(source, known);
        untag(&self.pieces, &codes).map_err(|id| {
            let message = format!("this translation has a code `{id}` that its text does not have");
            Diagnostic::new(&XLIFF_CODE, self.span, message).help("take the codes of the source text, each as often as it stands there")
        })
    }
}

/// Reads the files in a text: one for each `<file>`.
pub fn read(file: FileId, text: &str) -> (Vec<Translated>, Vec<Diagnostic>) {
    let mut reader = Reader::from_str(text);
    let mut state = State { file, ..State::default() };
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => state.event(event, at),
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(at).min(text.len());
                let diagnostic = Diagnostic::new(&XLIFF_SYNTAX, Span::new(file, at..at), format!("not valid XML: {error}"));
                state.diagnostics.push(diagnostic.help("export the file again, or ask who made it to mend it"));
                break;
            }
        }
    }
    state.finish(text)
}

/// Which text is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Source,
    Target,
}

struct State {
    file: FileId,
    files: Vec<Translated>,
    unit: Option<Target>,
    has_target: bool,
    field: Option<Field>,
    /// What stands between two segments, as long as it has no translation of its own.
    between: Option<Vec<Piece>>,
    open: Vec<String>,
    version: Option<String>,
    language: String,
    diagnostics: Vec<Diagnostic>,
}

impl Default for State {
    fn default() -> Self {
        let (files, open, diagnostics, language) = Default::default();
        let (unit, field, between, version) = Default::default();
        Self { file: FileId(0), files, unit, has_target: false, field, between, open, version, language, diagnostics }
    }
}

impl State {
    fn event(&mut self, event: Event, at: usize) {
        match event {
            Event::Start(element) => self.start(&element, at, false),
            Event::Empty(element) => self.start(&element, at, true),
            Event::End(element) => self.end(element.local_name().as_ref()),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().ok().flatten().map(String::from);
                let text = letter.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                self.text(&text.unwrap_or_default());
            }
            _ => {}
        }
    }

    fn start(&mut self, element: &BytesStart, at: usize, is_empty: bool) {
        let attribute = |name: &str| attribute(element, name);
        match element.local_name().as_ref() {
            "xliff" => {
                self.version = attribute("version");
                self.language = attribute("trgLang").unwrap_or_default();
            }
            "file" => {
                let original = attribute("original").unwrap_or_default();
                self.files.push(Translated { original, language: self.language.clone(), at, ..Translated::default() });
            }
            "skeleton" => {
                if let Some(file) = self.files.last_mut() {
                    file.catalog = attribute("href").unwrap_or_default();
                }
            }
            "unit" => {
                let id = attribute("name").or_else(|| attribute("id")).unwrap_or_default();
                self.has_target = false;
                self.unit = Some(Target { id, source: Vec::new(), pieces: Vec::new(), is_done: true, span: Span::new(self.file, at..at) });
            }
            "segment" => {
                let is_done = attribute("state").is_some_and(|state| state != "initial");
                if let Some(unit) = &mut self.unit {
                    unit.is_done &= is_done;
                }
            }
            "ignorable" => self.between = Some(Vec::new()),
            "source" => self.field = (!is_empty).then_some(Field::Source),
            "target" => {
                self.has_target = true;
                self.between = None;
                self.field = (!is_empty).then_some(Field::Target);
            }
            "ph" => self.piece(Piece::Alone(attribute("id").unwrap_or_default())),
            "pc" => {
                let id = attribute("id").unwrap_or_default();
                self.piece(Piece::Open(id.clone()));
                if is_empty { self.piece(Piece::Close(id)) } else { self.open.push(id) }
            }
            "sc" => self.piece(Piece::Open(attribute("id").unwrap_or_default())),
            "ec" => self.piece(Piece::Close(attribute("startRef").or_else(|| attribute("id")).unwrap_or_default())),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "source" | "target" => self.field = None,
            "ignorable" => {
                let between = self.between.take().unwrap_or_default();
                if let Some(unit) = &mut self.unit {
                    between.into_iter().for_each(|piece| add(&mut unit.pieces, piece));
                }
            }
            "pc" => {
                if let Some(id) = self.open.pop() {
                    self.piece(Piece::Close(id));
                }
            }
            "unit" => {
                let unit = self.unit.take().filter(|unit| self.has_target && !unit.pieces.is_empty());
                if let Some(file) = self.files.last_mut() {
                    file.targets.extend(unit);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.piece(Piece::Text(text.to_owned()));
        }
    }

    fn piece(&mut self, piece: Piece) {
        let Some((unit, field)) = self.unit.as_mut().zip(self.field) else { return };
        if let Some(between) = &mut self.between {
            add(between, piece.clone());
        }
        match field {
            Field::Source => add(&mut unit.source, piece),
            Field::Target => add(&mut unit.pieces, piece),
        }
    }

    fn finish(mut self, text: &str) -> (Vec<Translated>, Vec<Diagnostic>) {
        let place = Span::new(self.file, 0..text.find('\n').unwrap_or(text.len()));
        match &self.version {
            Some(version) if version.starts_with("2.") => {}
            Some(version) => self.diagnostics.push(
                Diagnostic::new(&XLIFF_SYNTAX, place, format!("this is XLIFF {version}, and 2.0 to 2.2 are read"))
                    .help("have it exported as XLIFF 2.1"),
            ),
            None if self.diagnostics.is_empty() => {
                self.diagnostics
                    .push(Diagnostic::new(&XLIFF_SYNTAX, place, "this is no XLIFF file").help("give a file that `i18n export` wrote"));
            }
            None => {}
        }
        (self.files, self.diagnostics)
    }
}

/// Adds a piece; texts that follow on each other are one.
fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), &piece) {
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(text),
        _ => pieces.push(piece),
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
