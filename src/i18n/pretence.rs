//! A pseudo-locale of a site that changes: what is made up follows what is written.

use super::{
    Project,
    pseudo::{Pseudo, files},
};
use crate::{
    path::SourcePath,
    source::{Changes, Layer, SourceTree},
};

/// A site with a pseudo-locale.
pub struct Pretence {
    pseudo: Pseudo,
    /// The site without it.
    written: SourceTree,
    /// What is made up.
    made_up: Layer,
}

impl Pretence {
    /// Makes up a locale of a site.
    ///
    /// # Errors
    /// Where the site cannot have one.
    pub fn new(written: SourceTree, pseudo: Pseudo) -> Result<Self, String> {
        let made_up = Layer::new(files(&Project::open(&written), pseudo)?);
        Ok(Self { pseudo, written, made_up })
    }

    /// A tree of the site's files with what is made up over them.
    pub fn over(&self, tree: SourceTree) -> SourceTree {
        tree.under(&self.made_up)
    }

    /// What changes once the site's files did.
    pub fn follow(&mut self, changes: &Changes) -> Changes {
        self.written.apply(changes);
        // A configuration that says nothing while it is being edited leaves what was made up before.
        let made_up = files(&Project::open(&self.written), self.pseudo);
        let more = made_up.map_or_else(|_| Changes::default(), |files| self.made_up.replace(files));
        let open = |paths: &[SourcePath]| paths.iter().filter(|path| !self.made_up.holds(path)).cloned().collect::<Vec<_>>();
        Changes {
            added: [open(&changes.added), more.added].concat(),
            removed: [open(&changes.removed), more.removed].concat(),
            modified: [open(&changes.modified), more.modified].concat(),
            refused: changes.refused.clone(),
        }
    }
}
