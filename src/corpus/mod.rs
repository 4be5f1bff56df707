//! What each file of a site says: always a value, with the author's mistakes beside it.

pub mod address;
mod body;
pub mod catalog;
pub mod config;
pub mod document;
pub mod fields;
mod find;
pub mod front_matter;
pub mod glossary;
mod heads;
pub mod includes;
pub mod link_files;
pub mod messages;
pub mod meta;
pub mod navigation;
mod reader;
pub mod services;
mod slices;
pub mod static_files;
pub mod translator;
pub mod units;
mod update;
mod written_date;
pub mod yaml;

pub use reader::{Purpose, Toolbox};
pub use update::Update;

use crate::{
    bundled,
    diagnostic::{CONFIG, Diagnostic, FILE_OUTSIDE, FILE_UNREADABLE, Findings, LOCALE_UNKNOWN},
    dialect::vocabulary::Vocabulary,
    progress::Progress,
    service::Service,
    source::{Refused, SourceTree},
    text::Span,
};
use config::Config;
use document::{Document, Seen};
pub use find::Found;
use find::find;
use link_files::LinkFiles;
use messages::Messages;
use meta::Meta;
use navigation::NavigationSource;
use rayon::slice::ParallelSliceMut;
use std::collections::BTreeMap;

/// What all files say, each by itself.
pub struct Corpus {
    /// The site's configuration.
    pub config: Config,
    /// The services, sorted by id.
    pub services: Vec<Service>,
    /// What their hosts and parameters mean in texts.
    pub vocabulary: Vocabulary,
    /// The interface texts.
    pub messages: Messages,
    /// The addresses that `/links/KEY` stands for.
    pub link_files: LinkFiles,
    /// The navigation that the team wrote, if it did.
    pub navigation: Option<NavigationSource>,
    /// The metadata of guides by their folder below the content folder.
    pub metas: BTreeMap<String, Meta>,
    /// The files of guides and landing pages, sorted by folder, kind and locale.
    pub documents: Vec<Document>,
}

/// Everything but the guides: few files, read in an instant.
struct Frame {
    corpus: Corpus,
    /// The files of guides and landing pages, in the order of the documents that they become.
    found: Vec<Found>,
    diagnostics: Vec<Diagnostic>,
}

/// A corpus that can be read again in parts.
pub struct Opened<T> {
    /// What all files say.
    pub corpus: Corpus,
    /// What was noted of each document, in their order.
    pub noted: Vec<T>,
    /// What guides are read with.
    pub toolbox: Toolbox,
    /// What was found in each file.
    pub findings: Findings,
}

/// A corpus without its documents, and the files that they would be read from.
pub struct Unparsed {
    /// Everything but the guides.
    pub corpus: Corpus,
    /// The files of guides and landing pages that are no catalogs.
    pub pages: Vec<Found>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Corpus {
    /// Reads everything but the guides, and finds where these are.
    pub fn read_unparsed(tree: &SourceTree) -> Unparsed {
        let Frame { corpus, found, diagnostics } = Frame::read(tree);
        Unparsed { corpus, pages: found.into_iter().filter(|page| page.source.is_none()).collect(), diagnostics }
    }

    /// Reads everything: first configuration, services and interface texts, then all guides in parallel.
    pub fn read(tree: &SourceTree, progress: &dyn Progress) -> (Self, Vec<Diagnostic>) {
        let (corpus, _, diagnostics) = Self::read_with(tree, progress, Purpose::Pages, &|_: &Seen| ());
        (corpus, diagnostics)
    }

    /// The same; `see` is shown each document while its tree is there, and what it notes comes in the order of
    /// [`Corpus::documents`].
    pub fn read_with<T: Send>(
        tree: &SourceTree,
        progress: &dyn Progress,
        purpose: Purpose,
        see: &(impl Fn(&Seen) -> T + Sync),
    ) -> (Self, Vec<T>, Vec<Diagnostic>) {
        let Opened { corpus, noted, findings, .. } = Self::open(tree, progress, purpose, see);
        (corpus, noted, findings.into_all())
    }

    /// The same, so that it can be read again in parts.
    pub fn open<T: Send>(tree: &SourceTree, progress: &dyn Progress, purpose: Purpose, see: &(impl Fn(&Seen) -> T + Sync)) -> Opened<T> {
        let Frame { mut corpus, found, diagnostics } = Frame::read(tree);
        let toolbox = Toolbox::new(&corpus);
        let mut findings = Findings::default();
        findings.general = diagnostics;
        progress.phase("parse", found.len());
        let mut noted = Vec::with_capacity(found.len());
        let read = toolbox.read(tree, &corpus, &found, progress, purpose, see);
        // Collected from what it is made of, so that the documents stay in the memory they are in.
        let documents = read.into_iter().zip(&found).filter_map(|((document, diagnostics), found)| {
            findings.add(found.file, diagnostics);
            let (document, note) = document?;
            noted.push(note);
            Some(document)
        });
        corpus.documents = documents.collect();
        Opened { corpus, noted, toolbox, findings }
    }
}

impl Frame {
    fn read(tree: &SourceTree) -> Self {
        let mut diagnostics = refused(tree);
        let (config, more) = config::read(tree);
        diagnostics.extend(more);
        let (services, more) = services::read_all(tree, &bundled::services());
        diagnostics.extend(more);
        let (messages, more) = Messages::read(tree, &bundled::messages());
        diagnostics.extend(more);
        diagnostics.extend(services::without_message(&services, &config, &messages));
        let (link_files, more) = LinkFiles::read(tree);
        diagnostics.extend(more);
        let (navigation, more) = navigation::read(tree, &config.content);
        diagnostics.extend(more);
        let (mut found, metas) = find(tree, &config, &mut diagnostics);
        found.par_sort_by(|one, other| one.place().cmp(&other.place()));
        if found.is_empty() && !diagnostics.iter().any(|diagnostic| diagnostic.code == &LOCALE_UNKNOWN) {
            diagnostics.push(no_guides(tree, &config));
        }
        let vocabulary = Vocabulary::new(&services);
        let corpus = Corpus { config, services, vocabulary, messages, link_files, navigation, metas, documents: Vec::new() };
        Self { corpus, found, diagnostics }
    }
}

/// A site without guides: most often its content lies in another folder.
fn no_guides(tree: &SourceTree, config: &Config) -> Diagnostic {
    let (place, help) = if config.content.is_empty() {
        (
            "this folder".to_owned(),
            "write guides to `<folder>/guide.<locale>.md`, or begin with those that `polyguide new DIR` writes".to_owned(),
        )
    } else {
        let folder = &config.content;
        let help = format!("write guides to `{folder}/<folder>/guide.{}.md`, or name their folder with `content`", config.source_locale);
        (format!("the folder `{folder}`"), help)
    };
    let file = tree.find_text(config::FILE).unwrap_or_else(|| tree.refused_id(tree.refused().len()));
    Diagnostic::new(&CONFIG, Span::top(file), format!("{place} holds no guides")).help(help)
}

/// What lies in the folder and was not taken in, said of the file itself.
fn refused(tree: &SourceTree) -> Vec<Diagnostic> {
    let diagnostic = |(at, refused): (usize, &Refused)| {
        let file = tree.refused_id(at);
        let code = if refused.reason == Refused::OUTSIDE { &FILE_OUTSIDE } else { &FILE_UNREADABLE };
        Diagnostic::new(code, Span::top(file), format!("`{}` is left out: {}", refused.path, refused.reason))
    };
    tree.refused().iter().enumerate().map(diagnostic).collect()
}
