//! A guide in another language, put together from its text and a catalog.

use super::{Catalog, Entry, State, pair};
use crate::{
    corpus::units::{Assembled, Fingerprint, SourceText, Unit, UnitKind},
    dialect::source::{Piece, Source, follow},
    text::{FileId, Span},
};

/// What a catalog has for each of a guide's units: none for what is not offered.
pub type UnitState<'c> = Option<(State, Option<&'c Entry>)>;

/// The guide's text with translations in it.
#[derive(Clone, Debug, Default)]
pub struct Woven {
    /// The text, and where its bytes came from.
    pub assembled: Assembled,
    /// Where the texts stand in the source that are still in its language, sorted.
    pub foreign: Vec<Span>,
    /// How much of it is translated.
    pub share: Share,
    /// Whether its title is still in the source's language.
    pub is_title_foreign: bool,
}

/// How much of a guide is translated, in texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those with a translation.
    pub translated: usize,
    /// Those whose translation is not sure to be right.
    pub fuzzy: usize,
    /// Those without.
    pub missing: usize,
}

impl Share {
    /// How many there are.
    pub fn all(self) -> usize {
        self.translated + self.fuzzy + self.missing
    }

    /// How many of a hundred are shown in the language of the source.
    pub fn percent_left(self) -> usize {
        (self.fuzzy + self.missing) * 100 / self.all().max(1)
    }

    fn add(&mut self, state: State) {
        match state {
            State::Translated => self.translated += 1,
            State::Fuzzy => self.fuzzy += 1,
            State::Missing => self.missing += 1,
        }
    }
}

/// What `catalog` has for each unit of a guide.
pub fn states<'c>(source: &SourceText, catalog: &'c Catalog) -> Vec<UnitState<'c>> {
    let entries: Vec<&Entry> = catalog.live().collect();
    let old: Vec<Fingerprint> = entries.iter().map(|entry| entry.fingerprint()).collect();
    let (places, units): (Vec<usize>, Vec<&Unit>) = source.offered().unzip();
    let new: Vec<Fingerprint> = units.iter().map(|unit| unit.fingerprint()).collect();
    let mut states = vec![None; source.units.len()];
    for (place, found) in places.into_iter().zip(pair::same(&new, &old)) {
        let entry = found.map(|at| entries[at]);
        states[place] = Some((entry.map_or(State::Missing, Entry::state), entry));
    }
    states
}

/// Puts a guide together: its own text, with translations in place of the units that have one. `file` is the catalog's.
pub fn weave(source: &SourceText, catalog: &Catalog, file: FileId) -> Woven {
    let normalized = source.source();
    let mut woven = Woven::default();
    let mut from = 0;
    for (unit, state) in source.units.iter().zip(states(source, catalog)) {
        let Some((state, entry)) = state else { continue };
        woven.share.add(state);
        match entry.filter(|_| state == State::Translated) {
            Some(entry) => {
                let marks = unit.range.start - marks_before(unit, &normalized.text[from..unit.range.start])..unit.range.start;
                copy(&normalized, from..marks.start, &mut woven.assembled);
                put_as(entry, file, &normalized.text[marks], &mut woven.assembled);
                put(unit, entry, file, &mut woven.assembled);
                from = unit.range.end;
            }
            None => {
                woven.is_title_foreign |= unit.kind == UnitKind::Title;
                woven.foreign.push(normalized.span(unit.range.clone()));
            }
        }
    }
    copy(&normalized, from..normalized.text.len(), &mut woven.assembled);
    woven.foreign.sort();
    woven
}

/// Adds a part of the source's own text.
fn copy(source: &Source, range: std::ops::Range<usize>, out: &mut Assembled) {
    let cut = [Piece { start: 0, file: FileId(0), origin: range.start, replaces: None }];
    let pieces = if range.is_empty() { Vec::new() } else { follow(&cut, range.len(), FileId(0), source) };
    out.push(&source.text[range], pieces);
}

/// How many bytes at the end of `before` are the marks of a label, which stand outside of its text: a finding about the
/// label begins with them, and it is one about the translation.
fn marks_before(unit: &Unit, before: &str) -> usize {
    if unit.kind == UnitKind::Label { before.len() - before.trim_end_matches(['*', '_']).len() } else { 0 }
}

/// Adds what belongs to a translation without being written in it.
fn put_as(entry: &Entry, file: FileId, text: &str, out: &mut Assembled) {
    if !text.is_empty() {
        let place = &entry.written.translation;
        out.push(text, [Piece { start: 0, file, origin: place.start, replaces: Some(place.len()) }]);
    }
}

/// Adds a translation. Where it stands as it was written its bytes have places of their own in the catalog.
fn put(unit: &Unit, entry: &Entry, file: FileId, out: &mut Assembled) {
    let written = unit.written(&entry.translation);
    if written == entry.translation {
        out.push(&written, entry.written.pieces.iter().copied());
    } else {
        put_as(entry, file, &written, out);
    }
}
