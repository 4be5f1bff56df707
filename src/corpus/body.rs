//! The text of a guide before it is parsed.

use super::{
    document::Origin,
    includes::{Includes, Spliced, has_includes},
};
use crate::{
    diagnostic::Diagnostic,
    dialect::{
        components::Lowered,
        source::{Piece, Source, follow},
    },
    text::FileId,
};
use std::borrow::Cow;

/// The body of a guide as it is parsed: what it includes is in it, and its components are put as the dialect writes them.
pub struct Body<'t> {
    text: Cow<'t, str>,
    pieces: Vec<Piece>,
    /// The same without components, if it has any.
    pub lowered: Option<Lowered>,
    /// The files that it was put together from, if it includes any.
    pub included: Option<Box<[FileId]>>,
    /// The files of fragments that are in another language, with what elements say of it.
    pub foreign: Vec<(FileId, String)>,
    /// What is wrong with its includes and components.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'t> Body<'t> {
    /// The body that starts at the byte `start` of a file's text.
    pub fn of(file: FileId, text: &'t str, start: usize, includes: &Includes, origin: Option<&Origin>) -> Self {
        let mut body = if has_includes(&text[start..]) {
            let spliced = includes.splice(file, text, start);
            let included = Some(spliced.files());
            let Spliced { text, pieces, diagnostics, foreign } = spliced;
            Self { text: Cow::Owned(text), pieces, lowered: None, included, foreign, diagnostics }
        } else {
            let Source { text, pieces } = Source::of_file(file, &text[start..], start);
            Self { text: Cow::Borrowed(text), pieces, lowered: None, included: None, foreign: Vec::new(), diagnostics: Vec::new() }
        };
        if let Some(origin) = origin {
            body.pieces = follow(&body.pieces, body.text.len(), file, &origin.source(text));
        }
        body.lowered = Lowered::of(&body.source());
        body.diagnostics.extend(body.lowered.iter().flat_map(|lowered| lowered.diagnostics.iter().cloned()));
        body
    }

    /// What is parsed, and where its bytes came from.
    pub fn source(&self) -> Source<'_> {
        match &self.lowered {
            Some(lowered) => Source { text: &lowered.text, pieces: lowered.pieces.clone() },
            None => Source { text: &self.text, pieces: self.pieces.clone() },
        }
    }
}
