//! Places as programs want them: lines, columns and offsets at once.

use super::sources::Sources;
use crate::{
    diagnostic::Diagnostic,
    source::SourceTree,
    text::{FileId, Span},
};
use std::collections::BTreeSet;

/// A place in a text. Lines and columns count from 1, offsets from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// The column, in code units of UTF-16.
    pub utf16: usize,
    /// The byte of the file.
    pub offset: usize,
}

impl Position {
    /// The top of a file that has no text.
    const TOP: Self = Self { line: 1, column: 1, utf16: 1, offset: 0 };
}

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The file's path in the site.
    pub file: String,
    /// Where it starts.
    pub start: Position,
    /// Just after its end.
    pub end: Position,
}

/// Finds places of diagnostics.
pub struct Places<'a>(Sources<'a>);

impl<'a> Places<'a> {
    /// Of diagnostics in the files of `tree`.
    pub fn new(tree: &'a SourceTree) -> Self {
        Self(Sources::new(tree))
    }

    /// Reads the files that a diagnostic points into.
    pub fn load(&mut self, diagnostic: &Diagnostic) {
        let related = diagnostic.related.iter().map(|(span, _)| span.file);
        let edited = diagnostic.fix.iter().map(|edit| edit.span.file);
        let files: BTreeSet<FileId> = [diagnostic.span.file].into_iter().chain(related).chain(edited).collect();
        self.0.load(&files.into_iter().collect::<Vec<_>>());
    }

    /// Reads the file that a place is in.
    pub fn load_file(&mut self, span: Span) {
        self.0.load(&[span.file]);
    }

    /// The file, the line and the column where a span starts that was loaded.
    pub fn start(&self, span: Span) -> (&str, usize, usize) {
        let Some(shown) = self.0.get(span.file) else { return ("", 1, 1) };
        let (line, column) = shown.source.as_ref().map_or((1, 1), |source| source.place(span.start as usize));
        (&shown.name, line, column)
    }

    /// Where a span of the diagnostic lies that was loaded.
    pub fn region(&self, span: Span) -> Region {
        let shown = self.0.get(span.file);
        let position = |offset: usize| {
            let Some(source) = shown.and_then(|shown| shown.source.as_ref()) else { return Position::TOP };
            let offset = source.text.floor_char_boundary(offset);
            let (line, before) = source.before(offset);
            Position { line: line + 1, column: before.chars + 1, utf16: before.utf16 + 1, offset }
        };
        let range = span.range();
        Region { file: shown.map_or_else(String::new, |shown| shown.name.clone()), start: position(range.start), end: position(range.end) }
    }
}
