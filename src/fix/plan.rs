//! Which edits are applied together.

use super::Change;
use crate::{
    diagnostic::{Diagnostic, Edit},
    source::SourceTree,
    text::FileId,
};
use std::collections::BTreeMap;

/// Edits that do not touch each other, by file.
#[derive(Default)]
pub struct Plan<'a> {
    edits: BTreeMap<FileId, Vec<&'a Edit>>,
    /// Where those of a file start and end.
    taken: BTreeMap<FileId, BTreeMap<u32, u32>>,
    /// How many findings they mend.
    pub mended: usize,
}

impl<'a> Plan<'a> {
    /// The fixes of findings in their order, but for those that touch an earlier one. A fix is applied as a whole or not at all.
    pub fn new(tree: &SourceTree, diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Self {
        let mut plan = Self::default();
        for diagnostic in diagnostics {
            let is_free = |edit: &Edit| (edit.span.file.0 as usize) < tree.len() && plan.is_free(edit);
            if is_whole(&diagnostic.fix) && diagnostic.fix.iter().all(is_free) {
                plan.take(&diagnostic.fix);
                plan.mended += 1;
            }
        }
        plan
    }

    /// Whether an edit touches none that was taken.
    fn is_free(&self, edit: &Edit) -> bool {
        let Some(taken) = self.taken.get(&edit.span.file) else { return true };
        taken.range(..=edit.span.end).next_back().is_none_or(|(_, end)| *end < edit.span.start)
    }

    fn take(&mut self, edits: &'a [Edit]) {
        for edit in edits {
            self.edits.entry(edit.span.file).or_default().push(edit);
            let taken = self.taken.entry(edit.span.file).or_default();
            let end = taken.entry(edit.span.start).or_default();
            *end = edit.span.end.max(*end);
        }
    }

    /// The texts that they make, where these are other than before.
    pub fn texts(&self, tree: &SourceTree) -> BTreeMap<FileId, Change> {
        let change = |(file, edits): (&FileId, &Vec<&Edit>)| {
            let before = String::from_utf8(tree.read(*file).ok()?).ok()?;
            let after = apply(&before, edits)?;
            (after != before).then_some((*file, Change { before, after }))
        };
        self.edits.iter().filter_map(change).collect()
    }
}

/// Whether the edits of a fix lie apart from each other.
fn is_whole(fix: &[Edit]) -> bool {
    let mut spans: Vec<_> = fix.iter().map(|edit| edit.span).collect();
    spans.sort();
    spans.windows(2).all(|pair| matches!(pair, [one, other] if one.file != other.file || one.end <= other.start))
}

/// A text after edits that lie apart from each other; none where one does not fit it.
fn apply(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.span);
    let has_crlf = text.contains("\r\n");
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(from..range.start)?);
        text.get(range.clone())?;
        if has_crlf && edit.replacement.contains('\n') {
            out.push_str(&edit.replacement.replace("\r\n", "\n").replace('\n', "\r\n"));
        } else {
            out.push_str(&edit.replacement);
        }
        from = range.end;
    }
    out.push_str(text.get(from..)?);
    Some(out)
}
