//! A guide's text once its author's slips are mended.

use crate::{
    corpus::front_matter,
    diagnostic::{Diagnostic, Edits, Safety},
    dialect::{
        self, Parsed,
        components::Lowered,
        source::{Edited, Piece, Source, Splice, follow},
        vocabulary::Vocabulary,
    },
    text::FileId,
};

/// A repair may uncover another one; real texts come to rest after two or three rounds.
const MAX_ROUNDS: usize = 24;

/// The text of a guide's file with all repairs made that `check --fix` makes in it alone.
#[derive(Clone, Debug)]
pub struct Normalized {
    /// The text.
    pub text: String,
    /// Where its bytes came from.
    pub pieces: Vec<Piece>,
    /// The byte where the body starts.
    pub body: usize,
    /// Whether a banner says that a machine translated it.
    pub machine_translated: bool,
}

/// Mends the text of a guide's file. Also gives what its body says then, with spans of the normalized text, in the file 0.
pub fn normalize(file: FileId, text: &str, vocabulary: &Vocabulary) -> (Normalized, Parsed) {
    let (mut text, mut pieces) = without_components(file, text);
    let mut rounds = 0;
    loop {
        let (parsed, body, diagnostics) = look(&text, vocabulary);
        let edited = if rounds < MAX_ROUNDS { mended(&text, &diagnostics) } else { None };
        let Some(edited) = edited else {
            return (Normalized { text, pieces, body, machine_translated: parsed.machine_translated }, parsed);
        };
        pieces = follow(&edited.pieces(FileId(0)), edited.text.len(), FileId(0), &Source { text: &text, pieces });
        text = edited.text.as_ref().clone();
        rounds += 1;
    }
}

/// The text with what its components stand for, and where it came from: translations are Markdown.
fn without_components(file: FileId, text: &str) -> (String, Vec<Piece>) {
    let body = front_matter::read(file, text).1;
    let head = Piece { start: 0, file, origin: 0, replaces: None };
    match Lowered::of(&Source::of_file(file, &text[body..], body)) {
        Some(lowered) => {
            let after = lowered.pieces.iter().map(|piece| Piece { start: piece.start + body, ..*piece });
            (format!("{}{}", &text[..body], lowered.text), [head].into_iter().filter(|_| body > 0).chain(after).collect())
        }
        None => (text.to_owned(), vec![head]),
    }
}

/// What a text says, where its body starts, and what is wrong with it.
fn look(text: &str, vocabulary: &Vocabulary) -> (Parsed, usize, Vec<Diagnostic>) {
    let (_, body, mut diagnostics) = front_matter::read(FileId(0), text);
    let source = Source::of_file(FileId(0), &text[body..], body);
    let mut parsed = dialect::parse(&source, vocabulary);
    diagnostics.append(&mut parsed.diagnostics);
    let doubts = dialect::doubts(&source, vocabulary, &parsed.blocks, diagnostics.iter());
    diagnostics.retain(|found| !doubts.are_about(found));
    (parsed, body, diagnostics)
}

/// The text after one round of repairs, if there is anything to repair.
fn mended(text: &str, diagnostics: &[Diagnostic]) -> Option<Edited> {
    let mut edits = Edits::default();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.safety == Safety::Safe) {
        edits.take(&diagnostic.fix);
    }
    let splices = edits.by_file().flat_map(|(_, edits)| edits);
    let splices: Vec<Splice> = splices.map(|edit| Splice { range: edit.span.range(), text: edit.replacement.clone() }).collect();
    let is_whole = splices.iter().all(|splice| text.get(splice.range.clone()).is_some());
    (is_whole && !splices.is_empty()).then(|| Edited::new(text, splices)).filter(|edited| *edited.text != *text)
}
