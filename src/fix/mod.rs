//! Applies the fixes of findings until none is left to apply: texts in, texts out.

mod plan;
#[cfg(test)]
mod tests;

use crate::{
    check::Findings,
    diagnostic::{Diagnostic, Safety},
    path::SourcePath,
    source::SourceTree,
    text::FileId,
};
use plan::Plan;
use std::collections::BTreeMap;

/// A fix may uncover a mistake that has a fix of its own. Real texts come to rest after two or three rounds.
const MAX_ROUNDS: usize = 24;

/// Which fixes are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixes {
    /// Those that change nothing that readers see.
    Safe,
    /// All.
    All,
}

impl Fixes {
    /// Whether a finding has a fix that is applied.
    pub fn mend(self, diagnostic: &Diagnostic) -> bool {
        !diagnostic.fix.is_empty() && (self == Self::All || diagnostic.safety == Safety::Safe)
    }
}

/// The text of a file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// A site after all fixes.
pub struct Fixed {
    /// Its files, with the changes.
    pub tree: SourceTree,
    /// What is still wrong with it.
    pub findings: Findings,
    /// What changed, by path.
    pub changes: BTreeMap<SourcePath, Change>,
    /// How many findings were mended.
    pub mended: usize,
}

/// Applies the fixes of what `look` finds, in rounds: of overlapping edits the first wins, and the next round sees what is
/// left of the others. Nothing is written.
///
/// # Errors
/// Those of `look`.
pub fn fix<E>(tree: SourceTree, fixes: Fixes, look: &dyn Fn(&SourceTree) -> Result<Findings, E>) -> Result<Fixed, E> {
    let findings = look(&tree)?;
    let mut fixed = Fixed { tree, findings, changes: BTreeMap::new(), mended: 0 };
    for _ in 0..MAX_ROUNDS {
        let plan = Plan::new(&fixed.tree, fixed.findings.open.iter().filter(|diagnostic| fixes.mend(diagnostic)));
        let texts = plan.texts(&fixed.tree);
        if texts.is_empty() {
            break;
        }
        let mended = fixed.mended + plan.mended;
        fixed = Fixed { mended, ..fixed.with(texts) };
        fixed.findings = look(&fixed.tree)?;
    }
    fixed.changes.retain(|_, change| change.before != change.after);
    Ok(fixed)
}

impl Fixed {
    /// With the texts of a round. The findings are those of before.
    fn with(mut self, texts: BTreeMap<FileId, Change>) -> Self {
        let mut bytes = BTreeMap::new();
        for (file, Change { before, after }) in texts {
            let path = self.tree.path(file).clone();
            bytes.insert(path.clone(), after.clone().into_bytes());
            self.changes.entry(path).or_insert(Change { before, after: String::new() }).after = after;
        }
        self.tree = self.tree.with(bytes);
        self
    }
}
