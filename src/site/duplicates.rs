//! Metadata that two guides share by mistake.

use super::Site;
use crate::{
    diagnostic::{Diagnostic, META_DUPLICATE},
    text::{Span, Spanned},
};
use std::collections::BTreeMap;

impl Site {
    pub(super) fn check_metas(&self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let mut ids: BTreeMap<&str, Span> = BTreeMap::new();
        let mut slugs: BTreeMap<&str, Span> = BTreeMap::new();
        for meta in self.corpus.metas.values() {
            for (what, value, seen) in [("id", &meta.id, &mut ids), ("full_slug", &meta.full_slug, &mut slugs)] {
                let Some(Spanned { value, span }) = value else { continue };
                if let Some(first) = seen.insert(value, *span) {
                    let message = format!("another guide has the {what} `{value}`");
                    diagnostics.push(
                        Diagnostic::new(&META_DUPLICATE, *span, message).help("give each guide its own").related(first, "the other one"),
                    );
                }
            }
        }
        diagnostics
    }
}
