//! Texts of a catalog on their way back to its bytes. A text may stand there in several strings, and hold a `\` before a quotation
//! mark, so that it is nowhere in one piece.

use crate::{
    corpus::document::Seen,
    dialect::source::{Piece, Source},
    text::FileId,
};

/// Where the bytes of a catalog are in the text that was put together from it.
pub struct Strings<'a> {
    source: &'a Source<'a>,
    catalog: FileId,
    /// The pieces that came from the catalog, by their places there.
    pieces: Vec<usize>,
}

impl<'a> Strings<'a> {
    /// Those of a document; none where it is no catalog.
    pub fn new(seen: &Seen<'a>) -> Option<Self> {
        seen.document.catalog.as_ref()?;
        let (source, catalog) = (seen.source, seen.document.file);
        let mut pieces: Vec<usize> = (0..source.pieces.len()).filter(|at| source.pieces[*at].file == catalog).collect();
        pieces.sort_by_key(|at| source.pieces[*at].origin);
        Some(Self { source, catalog, pieces })
    }

    /// The parts of a text that begins at a byte of the catalog, each with the byte that it begins at there. What is written
    /// otherwise in the catalog is cut letter by letter, each at the same place.
    pub fn parts(&self, text: &str, origin: usize) -> Option<Vec<(usize, Option<usize>)>> {
        let start = self.place(origin)?;
        let range = start..start + text.len();
        self.source.text.get(range.clone()).filter(|woven| *woven == text)?;
        let all = &self.source.pieces;
        let first = all.partition_point(|piece| piece.start <= start).checked_sub(1)?;
        let mut parts = Vec::new();
        for (at, piece) in all.iter().enumerate().skip(first).take_while(|(_, piece)| piece.start < range.end) {
            let from = piece.start.max(start);
            let end = all.get(at + 1).map_or(range.end, |next| next.start.min(range.end));
            if piece.file == self.catalog && piece.replaces.is_some() {
                let letters = text[from - start..end - start].char_indices();
                parts.extend(letters.map(|(letter, _)| (from - start + letter, Some(piece.origin))));
            } else {
                parts.push((from - start, (piece.file == self.catalog).then(|| piece.origin + from - piece.start)));
            }
        }
        Some(parts)
    }

    /// Where the text begins that came from a byte of the catalog.
    fn place(&self, origin: usize) -> Option<usize> {
        let at = self.pieces.partition_point(|at| self.source.pieces[*at].origin <= origin).checked_sub(1)?;
        let piece: &Piece = &self.source.pieces[self.pieces[at]];
        Some(if piece.replaces.is_some() { piece.start } else { piece.start + origin - piece.origin })
    }
}
