//! Guides of which only the heads are read: that says which pages there are and what they are called, long before all bodies
//! are understood.

use super::{
    Corpus, Frame, Opened, Toolbox,
    document::{self, Document, Unread},
    find::Found,
    yaml,
};
use crate::{diagnostic::Findings, source::SourceTree};
use rayon::prelude::*;

impl Corpus {
    /// Reads everything but the bodies of guides, which [`Corpus::update`] reads as if they had changed. Nothing where guides are
    /// put together from catalogs, which have no heads of their own. What is wrong is not told.
    pub fn open_heads(tree: &SourceTree) -> Option<Opened<()>> {
        let Frame { mut corpus, found, .. } = Frame::read(tree);
        if found.iter().any(|found| found.source.is_some()) {
            return None;
        }
        corpus.documents = found.par_iter().filter_map(|found| head(tree, found)).collect();
        let toolbox = Toolbox::new(&corpus);
        Some(Opened { corpus, noted: Vec::new(), toolbox, findings: Findings::default() })
    }
}

/// The head of a guide; none where its file cannot be read.
fn head(tree: &SourceTree, found: &Found) -> Option<Document> {
    let bytes = yaml::bytes(tree, found.file).ok()?;
    let text = yaml::text(&bytes, tree, found.file).ok()?;
    let Found { file, folder, kind, locale, .. } = found;
    Some(document::read_head(Unread { file: *file, folder, kind: *kind, locale, text, is_stale: false, origin: None }))
}
