//! Which part of a site is looked at.

use super::super::{Failure, locales::check_locales};
use crate::{check::Findings, diagnostic::Diagnostic, locale::Locale, source::SourceTree, text::FileId};
use std::collections::{BTreeSet, HashMap};

/// Only the findings of these locales and files.
pub struct Scope<'a> {
    /// The locales; all if empty. Files of none, such as the configuration, are looked at in any case.
    pub locales: &'a [Locale],
    /// The files that git says have changed, if only these are looked at.
    pub changed: Option<BTreeSet<String>>,
}

impl Scope<'_> {
    /// Leaves out all other findings.
    ///
    /// # Errors
    /// Where the site does not have one of the locales.
    pub fn retain(&self, findings: &mut Findings, tree: &SourceTree) -> Result<(), Failure> {
        check_locales(self.locales, &findings.site)?;
        let documents = findings.site.corpus.documents.iter();
        let locales: HashMap<FileId, &Locale> = documents.map(|document| (document.file, &document.locale)).collect();
        let is_asked = |diagnostic: &Diagnostic| {
            self.locales.is_empty() || locales.get(&diagnostic.span.file).is_none_or(|locale| self.locales.contains(locale))
        };
        let is_in = |diagnostic: &Diagnostic| is_asked(diagnostic) && self.has_changed(diagnostic, tree);
        findings.open.retain(is_in);
        findings.allowed.retain(|allowed| is_in(&allowed.diagnostic));
        Ok(())
    }

    /// Whether a finding is in a changed file, or another place of it is.
    fn has_changed(&self, diagnostic: &Diagnostic, tree: &SourceTree) -> bool {
        let Some(changed) = &self.changed else { return true };
        let files = [diagnostic.span.file].into_iter().chain(diagnostic.related.iter().map(|(span, _)| span.file));
        files.filter(|file| (file.0 as usize) < tree.len()).any(|file| changed.contains(tree.path(file).as_str()))
    }
}
