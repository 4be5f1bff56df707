//! Reads guides, each by itself.

use super::{
    Corpus,
    catalog::{self, Catalog, CatalogPath, Share, Synced},
    config::{self, Config},
    document::{self, Document, Origin, Seen, Translated, Unread},
    find::{self, Found},
    includes::Includes,
    messages::Messages,
    units::{SourceText, align},
    yaml,
};
use crate::{
    diagnostic::{CATALOG_SHARE, Diagnostic, FILE_TOO_LARGE},
    dialect::vocabulary::Vocabulary,
    draft::{Foreign, Scratch, Setting, Texts, code::Highlighter},
    locale::{Locale, direction},
    progress::Progress,
    service::Service,
    source::SourceTree,
    text::{FileId, Span},
};
use rayon::prelude::*;
use std::{
    collections::HashMap,
    ops::Range,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// So many files are read in a row at most: a thread that is done finds others to read, until the end.
const IN_A_ROW: usize = 32;

/// A longer guide is a mistake, such as a log file under a guide's name; its tree would take all memory.
const MAX_GUIDE_BYTES: usize = 8 << 20;

/// What guides are read with, besides the corpus: made once, and again when configuration, services or interface texts change.
pub struct Toolbox {
    texts: HashMap<Locale, Texts>,
    highlighter: Highlighter,
}

/// What documents are read for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Pages are made of them.
    Pages,
    /// Rules look at them, and no draft of them is written. They are read locale by locale, so that what is known of the words of
    /// one is at hand.
    Rules,
}

/// A document with what was noted of it, unless it could not be read, and its author's mistakes.
pub(super) type Read<T> = (Option<(Document, T)>, Vec<Diagnostic>);

impl Toolbox {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let texts = texts_by_locale(&corpus.config, &corpus.services, &corpus.messages);
        Self { texts, highlighter: Highlighter::default() }
    }

    /// Reads files, in parallel; what each gave, in their order. `see` is shown each document while its tree is there.
    pub(super) fn read<T: Send>(
        &self,
        tree: &SourceTree,
        corpus: &Corpus,
        found: &[Found],
        progress: &dyn Progress,
        purpose: Purpose,
        see: &(impl Fn(&Seen) -> T + Sync),
    ) -> Vec<Read<T>> {
        let reader = Reader { tree, corpus, toolbox: self, sources: Sources::default() };
        let read = |scratch: &mut Scratch, found: &Found| {
            let read = reader.read(found, scratch, see);
            progress.step();
            read
        };
        match purpose {
            Purpose::Pages => found.par_iter().with_max_len(IN_A_ROW).map_init(Scratch::default, read).collect(),
            Purpose::Rules => by_locale(found, read),
        }
    }

    /// Reads some documents of a corpus once more for who did not see their trees, in parallel: what was noted of each, if its
    /// file can still be read. Nothing where it is over before.
    pub fn look<T: Send>(
        &self,
        tree: &SourceTree,
        corpus: &Corpus,
        some: Range<usize>,
        is_over: &(dyn Fn() -> bool + Sync),
        see: &(impl Fn(&Seen) -> T + Sync),
    ) -> Option<Vec<Option<T>>> {
        let reader = Reader { tree, corpus, toolbox: self, sources: Sources::default() };
        let look = |scratch: &mut Scratch, document: &Document| {
            let found = find::page(document.file, tree, &corpus.config);
            (!is_over()).then(|| found.and_then(|found| reader.read(&found, scratch, see).0).map(|(_, noted)| noted))
        };
        corpus.documents[some].par_iter().with_max_len(IN_A_ROW).map_init(Scratch::for_facts, look).collect()
    }

    /// Forgets what no document holds any more.
    pub(super) fn forget_unused(&self) {
        self.highlighter.forget_unused();
    }
}

/// Reads files locale by locale; what each gave, in the order of the files.
fn by_locale<T: Send>(found: &[Found], read: impl Fn(&mut Scratch, &Found) -> T + Sync) -> Vec<T> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by(|one, other| found[*one].locale.cmp(&found[*other].locale));
    let numbered = |scratch: &mut Scratch, at| (at, read(scratch, &found[at]));
    let mut all: Vec<(usize, T)> = order.into_par_iter().with_max_len(IN_A_ROW).map_init(Scratch::for_facts, numbered).collect();
    all.par_sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, read)| read).collect()
}

struct Reader<'a> {
    tree: &'a SourceTree,
    corpus: &'a Corpus,
    toolbox: &'a Toolbox,
    sources: Sources,
}

impl Reader<'_> {
    fn read<T>(&self, found: &Found, scratch: &mut Scratch, see: &impl Fn(&Seen) -> T) -> Read<T> {
        match yaml::bytes(self.tree, found.file) {
            Ok(bytes) => match found.source {
                Some(source) => self.translate(found, source, &bytes, scratch, see),
                None => self.understand(found, &bytes, scratch, see),
            },
            Err(diagnostic) => (None, vec![left_out(diagnostic)]),
        }
    }

    fn understand<T>(&self, found: &Found, bytes: &[u8], scratch: &mut Scratch, see: &impl Fn(&Seen) -> T) -> Read<T> {
        let text = match yaml::text(bytes, self.tree, found.file) {
            Ok(text) => text,
            Err(diagnostic) => return (None, vec![left_out(diagnostic)]),
        };
        if text.len() > MAX_GUIDE_BYTES {
            let message = format!("this guide has more than {} MB", MAX_GUIDE_BYTES >> 20);
            let too_large = Diagnostic::new(&FILE_TOO_LARGE, Span::top(found.file), message).help("split it into several guides");
            return (None, vec![left_out(too_large)]);
        }
        let stale = self.stale(found, text);
        let foreign = Foreign { spans: &stale, attributes: " data-stale", files: &[] };
        self.document(found, text, None, foreign, scratch, see)
    }

    /// Where the texts of a translated file stand whose source changed since they were translated, if readers are to know.
    fn stale(&self, found: &Found, text: &str) -> Vec<Span> {
        let Corpus { config, vocabulary, .. } = self.corpus;
        if !config.stale_notice || found.locale == config.source_locale {
            return Vec::new();
        }
        let path = CatalogPath { folder: found.folder.clone(), kind: found.kind };
        let load = |path: String| self.tree.find_text(&path).and_then(|file| yaml::load(self.tree, file).ok());
        let source =
            self.tree.find_text(&path.file(&config.source_locale, config)).and_then(|file| self.sources.get(file, self.tree, vocabulary));
        let Some((source, synced)) = source.zip(load(path.sync(&found.locale))) else { return Vec::new() };
        let changed = Synced::parse(&synced).drift(&source).changed;
        if changed.is_empty() {
            return Vec::new();
        }
        let translation = SourceText::read(found.file, text, vocabulary);
        let (places, pairs) = (translation.source(), align(&source, &translation, vocabulary).pairs);
        let place = |at: usize| Some(places.span(translation.units[pairs[at]?].range.clone()));
        let mut stale: Vec<Span> = changed.into_iter().filter_map(place).collect();
        stale.sort();
        stale
    }

    /// Puts together a guide from the text that it was written in first and a catalog.
    fn translate<T>(&self, found: &Found, source: FileId, bytes: &[u8], scratch: &mut Scratch, see: &impl Fn(&Seen) -> T) -> Read<T> {
        let text = match yaml::text(bytes, self.tree, found.file) {
            Ok(text) => text,
            Err(diagnostic) => return (None, vec![diagnostic]),
        };
        // A source that cannot be read says so itself.
        let Some(source_text) = self.sources.get(source, self.tree, &self.corpus.vocabulary) else { return (None, Vec::new()) };
        let (catalog, mut diagnostics) = Catalog::parse(found.file, text);
        let woven = catalog::weave(&source_text, &catalog, found.file);
        diagnostics.extend(catalog::faults(&source_text, &catalog, found.file, &self.corpus.vocabulary));
        if self.is_too_little(woven.share) {
            diagnostics.extend(self.too_little(found, woven.share));
            return (None, diagnostics);
        }
        let lang = self.lang_attributes(&self.corpus.config.source_locale, &found.locale);
        let foreign = Foreign { spans: &woven.foreign, attributes: &lang, files: &[] };
        let translator = catalog.translator();
        let title_attributes = woven.is_title_foreign.then(|| lang.as_str().into());
        let translated = Translated { source, share: woven.share, title_attributes };
        let origin = Origin { file_text: text, pieces: &woven.assembled.pieces, translated, translator };
        let (document, more) = self.document(found, &woven.assembled.text, Some(origin), foreign, scratch, see);
        diagnostics.extend(more);
        (document, diagnostics)
    }

    /// Whether a guide is shown in another language, though it has a catalog.
    fn is_too_little(&self, share: Share) -> bool {
        share.translated == 0 || share.percent_left() > self.corpus.config.max_untranslated
    }

    /// Why it is, where somebody has begun to translate it.
    fn too_little(&self, found: &Found, share: Share) -> Option<Diagnostic> {
        if share.translated + share.fuzzy == 0 {
            return None;
        }
        let limit = self.corpus.config.max_untranslated;
        let left = share.percent_left();
        let message = format!("{left} % of this guide is not translated into `{}`, so readers are shown another language", found.locale);
        let help = format!("translate more of it; `max_untranslated` in `{}` is {limit}", config::FILE);
        Some(Diagnostic::new(&CATALOG_SHARE, Span::top(found.file), message).help(help))
    }

    /// What elements say of a text in the language of one locale on a page of another.
    fn lang_attributes(&self, given: &Locale, locale: &Locale) -> String {
        let config = &self.corpus.config;
        let lang = |locale: &Locale| config.locale(locale).map_or_else(|| locale.tag(), |known| known.lang.clone());
        let given = lang(given);
        let dir = direction(&given);
        let dir = if dir == direction(&lang(locale)) { String::new() } else { format!(" dir=\"{dir}\"") };
        format!(" lang=\"{given}\"{dir}")
    }

    fn document<T>(
        &self,
        found: &Found,
        text: &str,
        origin: Option<Origin>,
        foreign: Foreign,
        scratch: &mut Scratch,
        see: &impl Fn(&Seen) -> T,
    ) -> Read<T> {
        let Some(texts) = self.toolbox.texts.get(&found.locale) else { return (None, Vec::new()) };
        let Corpus { config, services, vocabulary, .. } = self.corpus;
        let chain = config.chain(&found.locale);
        let attributes = |given: &Locale| self.lang_attributes(given, &found.locale);
        let includes = Includes { tree: self.tree, content: &config.content, chain: &chain, attributes: &attributes };
        let setting = Setting { services, vocabulary, texts, highlighter: &self.toolbox.highlighter, foreign };
        let is_stale = config.stale_notice && !foreign.spans.is_empty();
        let unread = Unread { file: found.file, folder: &found.folder, kind: found.kind, locale: &found.locale, text, origin, is_stale };
        let (document, noted, diagnostics) = document::read(unread, includes, setting, scratch, see);
        (Some((document, noted)), diagnostics)
    }
}

/// The texts of guides that catalogs translate: each is taken apart once for all languages.
#[derive(Default)]
struct Sources(Mutex<HashMap<FileId, Arc<Once>>>);

/// A text that is taken apart when it is first asked for; none where its file cannot be read.
type Once = OnceLock<Option<Arc<SourceText>>>;

impl Sources {
    fn get(&self, file: FileId, tree: &SourceTree, vocabulary: &Vocabulary) -> Option<Arc<SourceText>> {
        let cell = Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(file).or_default());
        cell.get_or_init(|| yaml::load(tree, file).ok().map(|text| Arc::new(SourceText::read(file, &text, vocabulary)))).clone()
    }
}

/// The interface texts that stand inside guides, for each locale that guides are written in.
fn texts_by_locale(config: &Config, services: &[Service], messages: &Messages) -> HashMap<Locale, Texts> {
    let texts = |locale: &Locale| {
        let chain = config.chain(locale);
        let names: Vec<&str> = services.iter().map(|service| service.name(&chain)).collect();
        let given = messages.get(&chain, "callout-primary", &[]).given;
        let lang = if given.same_language(locale) { String::new() } else { format!(" lang=\"{}\"", given.tag()) };
        let texts = Texts::new(lang, &names, |id, service| match service {
            Some(name) => messages.get(&chain, id, &[("service", name.into())]).value,
            None => messages.get(&chain, id, &[]).value,
        });
        Texts { is_right_to_left: direction(&locale.tag()) == "rtl", ..texts }
    };
    config.locales.iter().map(|known| (known.locale.clone(), texts(&known.locale))).collect()
}

/// Says what follows for the readers of a guide whose file cannot be used.
fn left_out(mut diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.message.push_str(", so its page is left out");
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::NoProgress;

    #[test]
    fn rules_get_the_facts_that_pages_are_made_with_and_no_drafts() {
        let guide = "---\ntitle: A\n---\n\n## One {#uno}\n\nSee [two](#two) and pro?.mail.ovh.net.[^1]\n\n![x](images/x.png)\n\n> [!settings] email-pro imap\n\n\
             ```bash\nping pro?.mail.ovh.net\n```\n\n|a|b|\n|-|-|\n|IMAP|993|\n\n### Two\n\n[^1]: Note.\n";
        let tree = SourceTree::from_memory([("a/guide.en-gb.md", guide)]);
        let read = |purpose| {
            let (corpus, ..) = Corpus::read_with(&tree, &NoProgress, purpose, &|_: &Seen| ());
            let document = corpus.documents.into_iter().next().unwrap();
            (format!("{:#?}", document.facts), document.draft.html.len())
        };
        let ((facts, length), (of_rules, nothing)) = (read(Purpose::Pages), read(Purpose::Rules));
        assert!(facts.contains("uno") && facts.contains("x.png") && length > 100, "{facts}");
        assert_eq!((of_rules, nothing), (facts, 0));
    }
}
