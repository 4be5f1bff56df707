//! Reads guides, each by itself.

use super::{
    Corpus,
    config::Config,
    document::{self, Document, Seen, Unread},
    find::Found,
    includes::Includes,
    messages::Messages,
    yaml,
};
use crate::{
    diagnostic::{Diagnostic, FILE_TOO_LARGE},
    draft::{Scratch, Setting, Texts, code::Highlighter},
    locale::{Locale, direction},
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
        see: &(impl Fn(&Seen) -> T + Sync),
    ) -> Vec<Read<T>> {
        let reader = Reader { tree, corpus, toolbox: self };
        let read = |scratch: &mut Scratch, found: &Found| {
            let read = reader.read(found, scratch, see);
            progress.step();
            read
        };
        found.par_iter().map_init(Scratch::default, read).collect()
    }

    /// Forgets what no document holds any more.
    pub(super) fn forget_unused(&self) {
        self.highlighter.forget_unused();
    }
}

struct Reader<'a> {
    tree: &'a SourceTree,
    corpus: &'a Corpus,
    toolbox: &'a Toolbox,
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
        let Some(texts) = self.toolbox.texts.get(&found.locale) else { return (None, Vec::new()) };
        let Corpus { config, services, vocabulary, .. } = self.corpus;
        let chain = config.chain(&found.locale);
        let includes = Includes { tree: self.tree, content: &config.content, chain: &chain };
        let setting = Setting { services, vocabulary, texts, highlighter: &self.toolbox.highlighter };
        let unread = Unread { file: found.file, folder: &found.folder, kind: found.kind, locale: &found.locale, text };
        let (document, noted, diagnostics) = document::read(unread, includes, setting, scratch, see);
        (Some((document, noted)), diagnostics)
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
