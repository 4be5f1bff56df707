//! The places on pages that links lead to.

use crate::{
    dialect::tree::Text,
    site::{DocumentId, Site},
};
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// The places of all documents; those of one are put in order when a link first asks for one of them.
pub struct Places<'a> {
    pub site: &'a Site,
    by_document: Vec<DocumentPlaces<'a>>,
}

#[derive(Default)]
struct DocumentPlaces<'a> {
    ids: OnceLock<FxHashSet<&'a str>>,
    /// Ids of older renderers, which are seldom asked for and take long to make.
    legacy: OnceLock<FxHashSet<Text>>,
}

impl<'a> Places<'a> {
    pub fn new(site: &'a Site) -> Self {
        Self { site, by_document: site.corpus.documents.iter().map(|_| DocumentPlaces::default()).collect() }
    }

    /// Whether a document has a place of this name. The empty name is its top.
    pub fn has(&self, id: DocumentId, name: &str) -> bool {
        let (facts, places) = (&self.site.document(id).facts, &self.by_document[id.index()]);
        let ids = || facts.ids().chain(self.site.paired_ids(id).map(|(_, id)| id)).collect();
        let legacy = || facts.headings.iter().flat_map(|heading| heading.legacy_ids()).collect();
        // Every page has a top (HTML standard, "find a potential indicated element").
        name.is_empty()
            || name.eq_ignore_ascii_case("top")
            || places.ids.get_or_init(ids).contains(name)
            || places.legacy.get_or_init(legacy).contains(name)
    }
}
