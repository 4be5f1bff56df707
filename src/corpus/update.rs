//! Reads again what changed, and nothing else.

use super::{
    Corpus, Frame, Purpose, Toolbox,
    catalog::CatalogPath,
    config::FILE as CONFIG_FILE,
    document::Seen,
    find::{self, Found},
    link_files, messages, navigation, services,
};
use crate::{
    diagnostic::Findings,
    path::SourcePath,
    progress::NoProgress,
    source::{Changes, SourceTree},
    text::FileId,
};
use std::collections::{BTreeSet, HashSet};

/// What was read again.
#[derive(Debug, Default)]
pub struct Update {
    /// The guides' files that were parsed, sorted.
    pub parsed: Vec<FileId>,
    /// Whether other guides or pages may see a difference. If not, only bodies and places changed.
    pub means_other: bool,
}

impl Corpus {
    /// Takes over what changed in the files of `tree`, which has the changes already. `findings` are kept true.
    pub fn update(&mut self, tree: &SourceTree, changes: &Changes, toolbox: &mut Toolbox, findings: &mut Findings) -> Update {
        let mut stale = self.stale(tree, changes);
        let mut update = Update { parsed: Vec::new(), means_other: false };
        if changes.moves_files() || changes.modified.iter().any(|path| self.is_of_frame(path)) {
            update.means_other = true;
            let found = self.update_frame(tree, changes, toolbox, findings);
            let known: HashSet<FileId> = self.documents.iter().map(|document| document.file).collect();
            stale.extend(found.iter().map(|found| found.file).filter(|file| !known.contains(file)));
        }
        let config = &self.config;
        let page = |file: &FileId| tree.holds(*file).then(|| find::page(*file, tree, config)).flatten();
        let found: Vec<Found> = stale.iter().filter_map(page).collect();
        update.parsed = found.iter().map(|found| found.file).collect();
        update.means_other |= self.read_again(tree, &found, toolbox, findings);
        update
    }

    /// The guides that changed, and those that include what changed.
    fn stale(&self, tree: &SourceTree, changes: &Changes) -> BTreeSet<FileId> {
        let mut stale: BTreeSet<FileId> = changes.modified.iter().filter_map(|path| tree.find(path)).collect();
        let modified = stale.clone();
        let moved = changes.added.iter().chain(&changes.removed).any(|path| path.name().ends_with(".md"));
        let is_stale = |included: &[FileId]| moved || included.iter().any(|file| modified.contains(file));
        let including = self.documents.iter().filter(|document| document.included.as_deref().is_some_and(is_stale));
        stale.extend(including.map(|document| document.file));
        stale.extend(modified.iter().flat_map(|file| self.catalogs_of(*file, tree)));
        stale.extend(changes.files().filter_map(|path| self.noted_by(path, tree)));
        stale
    }

    /// The catalogs that translate a file.
    fn catalogs_of(&self, file: FileId, tree: &SourceTree) -> Vec<FileId> {
        let page = find::page(file, tree, &self.config).filter(|page| page.source.is_none() && page.locale == self.config.source_locale);
        let Some(Found { folder, kind, .. }) = page else { return Vec::new() };
        let path = CatalogPath { folder, kind };
        let locales = || self.config.locales.iter().map(|known| &known.locale);
        let catalogs = locales().filter_map(|locale| tree.find_text(&path.catalog(locale)));
        // Files are marked where they are older than their source, if readers are to know.
        let files = locales().filter(|_| self.config.stale_notice).filter_map(|locale| tree.find_text(&path.file(locale, &self.config)));
        catalogs.chain(files).collect()
    }

    /// The translated files of which a file notes what they were made from, if that shows on pages.
    fn noted_by(&self, path: &SourcePath, tree: &SourceTree) -> Option<FileId> {
        let (locale, guide) = CatalogPath::parse_sync(path).filter(|_| self.config.stale_notice)?;
        tree.find_text(&guide.file(&locale, &self.config))
    }

    /// Whether a file says something for all guides, or is the metadata of one.
    fn is_of_frame(&self, path: &SourcePath) -> bool {
        self.is_for_guides(path)
            || path.below(link_files::FOLDER).is_some()
            || navigation::is_source(path, &self.config.content)
            || find::is_meta(path, &self.config)
    }

    /// Whether a file decides how guides are read.
    fn is_for_guides(&self, path: &SourcePath) -> bool {
        path.as_str() == CONFIG_FILE
            || path.below(services::FOLDER).is_some()
            || path.below(messages::FOLDER).is_some_and(|below| below.ends_with(messages::EXTENSION))
    }

    /// Reads everything but guides again, and forgets guides that are gone or have to be read differently.
    fn update_frame(&mut self, tree: &SourceTree, changes: &Changes, toolbox: &mut Toolbox, findings: &mut Findings) -> Vec<Found> {
        let mut documents = std::mem::take(&mut self.documents);
        let Frame { corpus, found, diagnostics } = Frame::read(tree);
        let is_same = corpus.config == self.config && !changes.files().any(|path| path.as_str() != CONFIG_FILE && self.is_for_guides(path));
        *self = corpus;
        findings.general = diagnostics;
        if is_same {
            let there: HashSet<FileId> = found.iter().map(|found| found.file).collect();
            documents.retain(|document| there.contains(&document.file));
            findings.retain(|file| there.contains(&file));
            self.documents = documents;
        } else {
            *toolbox = Toolbox::new(self);
            findings.retain(|_| false);
        }
        found
    }

    /// Reads guides and puts them in the place of what they were; whether other guides or pages may see a difference.
    fn read_again(&mut self, tree: &SourceTree, found: &[Found], toolbox: &Toolbox, findings: &mut Findings) -> bool {
        let read = toolbox.read(tree, self, found, &NoProgress, Purpose::Pages, &|_: &Seen| ());
        let mut means_other = false;
        let mut new = Vec::new();
        for (found, (document, diagnostics)) in found.iter().zip(read) {
            findings.replace(found.file, diagnostics);
            let place = self.documents.iter().position(|known| known.file == found.file);
            match (place, document.map(|(document, ())| document)) {
                (Some(place), Some(document)) => {
                    means_other |= !self.documents[place].means_the_same(&document);
                    self.documents[place] = document;
                }
                (Some(place), None) => {
                    means_other = true;
                    self.documents.remove(place);
                }
                (None, document) => new.extend(document),
            }
        }
        means_other |= !new.is_empty();
        if !new.is_empty() {
            self.documents.extend(new);
            self.documents.sort_by(|one, other| one.place().cmp(&other.place()));
        }
        toolbox.forget_unused();
        means_other
    }
}
