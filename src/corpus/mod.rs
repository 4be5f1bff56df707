//! What each file of a site says: always a value, with the author's mistakes beside it.

pub mod address;
pub mod config;
pub mod document;
pub mod fields;
pub mod front_matter;
pub mod includes;
pub mod link_files;
pub mod messages;
pub mod meta;
pub mod navigation;
pub mod services;
mod slices;
mod written_date;
pub mod yaml;

use crate::{
    bundled,
    diagnostic::{CONFIG, Diagnostic, FILE_OUTSIDE, FILE_TOO_LARGE, FILE_UNREADABLE, LOCALE_UNKNOWN},
    dialect::vocabulary::Vocabulary,
    draft::{Scratch, Setting, Texts, code::Highlighter},
    locale::Locale,
    path::SourcePath,
    progress::Progress,
    service::Service,
    source::{Refused, SourceTree},
    text::{FileId, Span},
    words,
};
use config::Config;
use document::{Document, DocumentKind, Seen, Unread};
use includes::Includes;
use link_files::LinkFiles;
use messages::Messages;
use meta::Meta;
use navigation::NavigationSource;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// A longer guide is a mistake, such as a log file under a guide's name; its tree would take all memory.
const MAX_GUIDE_BYTES: usize = 8 << 20;

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

/// A file of content that is a page.
struct Found {
    file: FileId,
    folder: String,
    kind: DocumentKind,
    locale: Locale,
}

impl Corpus {
    /// Reads everything: first configuration, services and interface texts, then all guides in parallel.
    pub fn read(tree: &SourceTree, progress: &dyn Progress) -> (Self, Vec<Diagnostic>) {
        let (corpus, _, diagnostics) = Self::read_with(tree, progress, &|_: &Seen| ());
        (corpus, diagnostics)
    }

    /// The same; `see` is shown each document while its tree is there, and what it notes comes in the order of
    /// [`Corpus::documents`].
    pub fn read_with<T: Send>(
        tree: &SourceTree,
        progress: &dyn Progress,
        see: &(impl Fn(&Seen) -> T + Sync),
    ) -> (Self, Vec<T>, Vec<Diagnostic>) {
        let mut diagnostics = refused(tree);
        let (config, more) = config::read(tree);
        diagnostics.extend(more);
        let (services, more) = services::read_all(tree, &bundled::services());
        diagnostics.extend(more);
        let (messages, more) = Messages::read(tree, &bundled::messages());
        diagnostics.extend(more);
        let (link_files, more) = LinkFiles::read(tree);
        diagnostics.extend(more);
        let (navigation, more) = navigation::read(tree, &config.content);
        diagnostics.extend(more);
        let (found, metas) = find(tree, &config, &mut diagnostics);
        if found.is_empty() && !diagnostics.iter().any(|diagnostic| diagnostic.code == &LOCALE_UNKNOWN) {
            diagnostics.push(no_guides(tree, &config));
        }
        progress.phase("parse", found.len());
        let vocabulary = Vocabulary::new(&services);
        let texts = texts_by_locale(&config, &services, &messages);
        let reader =
            Reader { tree, config: &config, services: &services, vocabulary: &vocabulary, texts, highlighter: Highlighter::default() };
        let read: Vec<Read<T>> = found
            .par_iter()
            .map_init(Scratch::default, |scratch, found| {
                let read = reader.read(found, scratch, see);
                progress.step();
                read
            })
            .collect();
        let mut documents = Vec::with_capacity(read.len());
        for (document, more) in read {
            documents.extend(document);
            diagnostics.extend(more);
        }
        documents.sort_by(|(one, _), (other, _)| (&one.folder, one.kind, &one.locale).cmp(&(&other.folder, other.kind, &other.locale)));
        let (documents, noted) = documents.into_iter().unzip();
        (Self { config, services, vocabulary, messages, link_files, navigation, metas, documents }, noted, diagnostics)
    }
}

/// A document with what was noted of it, unless it could not be read, and its author's mistakes.
type Read<T> = (Option<(Document, T)>, Vec<Diagnostic>);

/// Reads guides.
struct Reader<'a> {
    tree: &'a SourceTree,
    config: &'a Config,
    services: &'a [Service],
    vocabulary: &'a Vocabulary,
    texts: HashMap<Locale, Texts>,
    highlighter: Highlighter,
}

impl Reader<'_> {
    fn read<T>(&self, found: &Found, scratch: &mut Scratch, see: &impl Fn(&Seen) -> T) -> Read<T> {
        match yaml::bytes(self.tree, found.file) {
            Ok(bytes) => self.understand(found, &bytes, scratch, see),
            Err(diagnostic) => (None, vec![diagnostic]),
        }
    }

    fn understand<T>(&self, found: &Found, bytes: &[u8], scratch: &mut Scratch, see: &impl Fn(&Seen) -> T) -> Read<T> {
        let text = match yaml::text(bytes, self.tree, found.file) {
            Ok(text) => text,
            Err(diagnostic) => return (None, vec![diagnostic]),
        };
        if text.len() > MAX_GUIDE_BYTES {
            let message = format!("this guide has {} MB and is left out: {} MB is the most", text.len() >> 20, MAX_GUIDE_BYTES >> 20);
            return (None, vec![Diagnostic::new(&FILE_TOO_LARGE, Span::top(found.file), message).help("split it into several guides")]);
        }
        let Some(texts) = self.texts.get(&found.locale) else { return (None, Vec::new()) };
        let chain = self.config.chain(&found.locale);
        let includes = Includes { tree: self.tree, content: &self.config.content, chain: &chain };
        let setting = Setting { services: self.services, vocabulary: self.vocabulary, texts, highlighter: &self.highlighter };
        let unread = Unread { file: found.file, folder: &found.folder, kind: found.kind, locale: &found.locale, text };
        let (document, noted, diagnostics) = document::read(unread, includes, setting, scratch, see);
        (Some((document, noted)), diagnostics)
    }
}

/// A site without guides: most often its content lies in another folder.
fn no_guides(tree: &SourceTree, config: &Config) -> Diagnostic {
    let (place, help) = if config.content.is_empty() {
        ("this folder".to_owned(), "write guides to `<folder>/guide.<locale>.md`, or run `polyguide new`".to_owned())
    } else {
        let folder = &config.content;
        let help = format!("write guides to `{folder}/<folder>/guide.{}.md`, or name their folder with `content`", config.source_locale);
        (format!("the folder `{folder}`"), help)
    };
    let file = tree.find_text(config::FILE).unwrap_or(FileId((tree.len() + tree.refused().len()) as u32));
    Diagnostic::new(&CONFIG, Span::top(file), format!("{place} holds no guides")).help(help)
}

/// The interface texts that stand inside guides, for each locale that guides are written in.
fn texts_by_locale(config: &Config, services: &[Service], messages: &Messages) -> HashMap<Locale, Texts> {
    let texts = |locale: &Locale| {
        let chain = config.chain(locale);
        let names: Vec<&str> = services.iter().map(|service| service.name(&chain)).collect();
        let given = messages.get(&chain, "callout-primary", &[]).given;
        let lang = if given.same_language(locale) { String::new() } else { format!(" lang=\"{}\"", given.tag()) };
        Texts::new(lang, &names, |id, service| match service {
            Some(name) => messages.get(&chain, id, &[("service", name.into())]).value,
            None => messages.get(&chain, id, &[]).value,
        })
    };
    config.locales.iter().map(|known| (known.locale.clone(), texts(&known.locale))).collect()
}

/// What lies in the folder and was not taken in, said of the file itself.
fn refused(tree: &SourceTree) -> Vec<Diagnostic> {
    let diagnostic = |(at, refused): (usize, &Refused)| {
        let file = FileId((tree.len() + at) as u32);
        let code = if refused.reason == Refused::OUTSIDE { &FILE_OUTSIDE } else { &FILE_UNREADABLE };
        Diagnostic::new(code, Span::top(file), format!("`{}` is left out: {}", refused.path, refused.reason))
    };
    tree.refused().iter().enumerate().map(diagnostic).collect()
}

/// The pages and their metadata among the files of the content folder.
fn find(tree: &SourceTree, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Found>, BTreeMap<String, Meta>) {
    let (mut found, mut metas) = (Vec::new(), Vec::new());
    for (file, path) in tree.iter() {
        let Some(below) = path.below(&config.content) else { continue };
        let folder = below.rsplit_once('/').map_or("", |(folder, _)| folder);
        if is_outside_content(folder) && config.content.is_empty() {
            continue;
        }
        match page_name(path) {
            Some((kind, label)) => match locale_of(label, config) {
                Some(locale) => found.push(Found { file, folder: folder.to_owned(), kind, locale }),
                None => diagnostics.push(unknown_locale(label, file, config)),
            },
            None if path.name() == meta::FILE => metas.push((file, folder)),
            None => {}
        }
    }
    (found, read_metas(tree, metas, diagnostics))
}

/// The metadata in these files, by the folders that they lie in.
fn read_metas(tree: &SourceTree, files: Vec<(FileId, &str)>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Meta> {
    let read = |(file, folder): (FileId, &str)| match yaml::load(tree, file) {
        Ok(text) => {
            let (meta, more) = meta::read(file, &text);
            (Some((folder.to_owned(), meta)), more)
        }
        Err(diagnostic) => (None, vec![diagnostic]),
    };
    let mut metas = BTreeMap::new();
    for (meta, more) in files.into_par_iter().map(read).collect::<Vec<_>>() {
        metas.extend(meta);
        diagnostics.extend(more);
    }
    metas
}

/// Folders beside the configuration that hold no content, where the site's folder is the content folder.
fn is_outside_content(folder: &str) -> bool {
    let first = folder.split('/').next().unwrap_or(folder);
    matches!(first, "links" | "data" | "locales" | "templates" | "static" | "fragments")
}

/// Whether a file is a page, and the locale that its name says.
fn page_name(path: &SourcePath) -> Option<(DocumentKind, &str)> {
    let stem = path.name().strip_suffix(".md")?;
    let (kind, label) = match stem.split_once('.') {
        Some(("guide", label)) => (DocumentKind::Guide, label),
        Some(("index", label)) => (DocumentKind::Landing, label),
        None if stem == "guide" => (DocumentKind::Guide, ""),
        _ => return None,
    };
    Some((kind, label))
}

fn locale_of(label: &str, config: &Config) -> Option<Locale> {
    let locale = Locale::parse(label)?;
    config.locale(&locale).map(|known| known.locale.clone())
}

fn unknown_locale(label: &str, file: FileId, config: &Config) -> Diagnostic {
    let labels: Vec<&str> = config.locales.iter().map(|known| known.locale.as_str()).collect();
    let (message, help) = if label.is_empty() {
        ("this file's name has no locale".to_owned(), format!("name it `guide.{}.md`", config.source_locale))
    } else {
        (
            format!("`{label}` is no locale of this site"),
            format!("{} or add it to `locales` of `polyguide.yaml`", words::did_you_mean(label, &labels)),
        )
    };
    Diagnostic::new(&LOCALE_UNKNOWN, Span::top(file), message).help(help)
}
