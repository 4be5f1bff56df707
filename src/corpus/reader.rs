//! Reads guides, each by itself.

use super::{
    Corpus,
    config::Config,
    document::{self, Document, Unread},
    find::Found,
    includes::Includes,
    messages::Messages,
    yaml,
};
use crate::{
    diagnostic::{Diagnostic, FILE_TOO_LARGE},
    draft::{Scratch, Setting, Texts, code::Highlighter},
    locale::Locale,
    progress::Progress,
    service::Service,
    source::SourceTree,
    text::Span,
};
use rayon::prelude::*;
use std::collections::HashMap;

/// A longer guide is a mistake, such as a log file under a guide's name; its tree would take all memory.
const MAX_GUIDE_BYTES: usize = 8 << 20;

/// What guides are read with, besides the corpus: made once, and again when configuration, services or interface texts change.
pub struct Toolbox {
    texts: HashMap<Locale, Texts>,
    highlighter: Highlighter,
}

/// What reading one file gave.
pub(super) type Read = (Option<Document>, Vec<Diagnostic>);

impl Toolbox {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let texts = texts_by_locale(&corpus.config, &corpus.services, &corpus.messages);
        Self { texts, highlighter: Highlighter::default() }
    }

    /// Reads files, in parallel; what each gave, in their order.
    pub(super) fn read(&self, tree: &SourceTree, corpus: &Corpus, found: &[Found], progress: &dyn Progress) -> Vec<Read> {
        let reader = Reader { tree, corpus, toolbox: self };
        let read = |scratch: &mut Scratch, found: &Found| {
            let read = reader.read(found, scratch);
            progress.step();
            read
        };
        let read = found.par_iter().map_init(Scratch::default, read).collect();
        // What was coloured is for the other languages of a guide, which were read now.
        self.highlighter.forget();
        read
    }
}

struct Reader<'a> {
    tree: &'a SourceTree,
    corpus: &'a Corpus,
    toolbox: &'a Toolbox,
}

impl Reader<'_> {
    fn read(&self, found: &Found, scratch: &mut Scratch) -> Read {
        match yaml::bytes(self.tree, found.file) {
            Ok(bytes) => self.understand(found, &bytes, scratch),
            Err(diagnostic) => (None, vec![diagnostic]),
        }
    }

    fn understand(&self, found: &Found, bytes: &[u8], scratch: &mut Scratch) -> Read {
        let text = match yaml::text(bytes, self.tree, found.file) {
            Ok(text) => text,
            Err(diagnostic) => return (None, vec![diagnostic]),
        };
        if text.len() > MAX_GUIDE_BYTES {
            let message = format!("this guide has {} MB and is left out: {} MB is the most", text.len() >> 20, MAX_GUIDE_BYTES >> 20);
            return (None, vec![Diagnostic::new(&FILE_TOO_LARGE, Span::top(found.file), message).help("split it into several guides")]);
        }
        let Some(texts) = self.toolbox.texts.get(&found.locale) else { return (None, Vec::new()) };
        let Corpus { config, services, vocabulary, .. } = self.corpus;
        let chain = config.chain(&found.locale);
        let includes = Includes { tree: self.tree, content: &config.content, chain: &chain };
        let setting = Setting { services, vocabulary, texts, highlighter: &self.toolbox.highlighter };
        let unread = Unread { file: found.file, folder: &found.folder, kind: found.kind, locale: &found.locale, text };
        let (document, diagnostics) = document::read(unread, includes, setting, scratch);
        (Some(document), diagnostics)
    }
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
