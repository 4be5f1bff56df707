//! Which edits are applied together.

use super::Edit;
use crate::text::FileId;
use std::collections::BTreeMap;

/// Edits that do not touch each other, by file.
#[derive(Default)]
pub struct Edits<'a> {
    by_file: BTreeMap<FileId, Vec<&'a Edit>>,
    /// Where those of a file start and end.
    taken: BTreeMap<FileId, BTreeMap<u32, u32>>,
}

impl<'a> Edits<'a> {
    /// Takes a fix, unless one of its edits touches another: a fix is applied as a whole or not at all. Whether it was taken.
    pub fn take(&mut self, fix: &'a [Edit]) -> bool {
        let is_taken = is_whole(fix) && fix.iter().all(|edit| self.is_free(edit));
        if is_taken {
            fix.iter().for_each(|edit| self.add(edit));
        }
        is_taken
    }

    /// The edits of each file.
    pub fn by_file(&self) -> impl Iterator<Item = (FileId, &[&'a Edit])> {
        self.by_file.iter().map(|(file, edits)| (*file, &edits[..]))
    }

    fn is_free(&self, edit: &Edit) -> bool {
        let Some(taken) = self.taken.get(&edit.span.file) else { return true };
        taken.range(..=edit.span.end).next_back().is_none_or(|(_, end)| *end < edit.span.start)
    }

    fn add(&mut self, edit: &'a Edit) {
        self.by_file.entry(edit.span.file).or_default().push(edit);
        let taken = self.taken.entry(edit.span.file).or_default();
        let end = taken.entry(edit.span.start).or_default();
        *end = edit.span.end.max(*end);
    }
}

/// Whether the edits of a fix lie apart from each other.
fn is_whole(fix: &[Edit]) -> bool {
    let mut spans: Vec<_> = fix.iter().map(|edit| edit.span).collect();
    spans.sort();
    spans.windows(2).all(|pair| matches!(pair, [one, other] if one.file != other.file || one.end <= other.start))
}
