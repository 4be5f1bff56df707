//! Which edits are applied together.

use super::Change;
use crate::{
    diagnostic::{Diagnostic, Edit, Edits},
    source::SourceTree,
    text::FileId,
};
use std::collections::BTreeMap;

/// Edits that do not touch each other.
#[derive(Default)]
pub struct Plan<'a> {
    edits: Edits<'a>,
    /// How many findings they mend.
    pub mended: usize,
}

impl<'a> Plan<'a> {
    /// The fixes of findings in their order, but for those that touch an earlier one.
    pub fn new(tree: &SourceTree, diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Self {
        let mut plan = Self::default();
        for diagnostic in diagnostics {
            let is_there = |edit: &Edit| (edit.span.file.0 as usize) < tree.len();
            if diagnostic.fix.iter().all(is_there) && plan.edits.take(&diagnostic.fix) {
                plan.mended += 1;
            }
        }
        plan
    }

    /// The texts that they make, where these are other than before.
    pub fn texts(&self, tree: &SourceTree) -> BTreeMap<FileId, Change> {
        let change = |(file, edits): (FileId, &[&Edit])| {
            let before = String::from_utf8(tree.read(file).ok()?).ok()?;
            let after = apply(&before, edits)?;
            (after != before).then_some((file, Change { before, after }))
        };
        self.edits.by_file().filter_map(change).collect()
    }
}

/// A text after edits that lie apart from each other; none where one does not fit it.
fn apply(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.span);
    let line_end = line_end(text);
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(from..range.start)?);
        text.get(range.clone())?;
        if line_end != "\n" && edit.replacement.contains('\n') {
            out.push_str(&edit.replacement.replace("\r\n", "\n").replace('\n', line_end));
        } else {
            out.push_str(&edit.replacement);
        }
        from = range.end;
    }
    out.push_str(text.get(from..)?);
    Some(out)
}

/// How the lines of a text end.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") {
        "\r\n"
    } else if text.contains('\r') && !text.contains('\n') {
        "\r"
    } else {
        "\n"
    }
}
