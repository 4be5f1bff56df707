//! What of a site is translated, what is stale, and what is to do.

mod html;
mod json;
mod table;

pub use html::html;
pub use json::json;
pub use table::table;

use super::project::{GuideFiles, Project};
use crate::{
    corpus::{
        catalog::{Catalog, State, Synced, states},
        front_matter, messages,
        translator::Translator,
        units::{SourceText, count_words},
        yaml,
    },
    locale::Locale,
    text::FileId,
};
use rayon::prelude::*;

/// What is translated of all guides into some locales.
pub struct Status {
    /// What the site is called.
    pub title: String,
    /// The locales, in the order of the configuration.
    pub locales: Vec<LocaleStatus>,
    /// Where a file can be edited, with `{path}` in it.
    pub edit_url: Option<String>,
}

/// What is translated of all guides into a locale.
pub struct LocaleStatus {
    /// The locale.
    pub locale: Locale,
    /// The guides, sorted by path.
    pub guides: Vec<GuideStatus>,
}

/// What is translated of a guide into a locale.
#[derive(Clone, Debug)]
pub struct GuideStatus {
    /// The guide's folder below the content folder.
    pub folder: String,
    /// What holds the translation.
    pub held: Held,
    /// How many of its texts are in which state.
    pub counts: Counts,
    /// The locale of the same language whose text stands in, where one does.
    pub covered_by: Option<Locale>,
    /// The file in which something is to do: the translation's, or the source's where there is none.
    pub file: String,
    /// The line of the first text to work on, from 1.
    pub line: usize,
    /// The address of the page.
    pub page: String,
    /// Who translated it, where that is known: `human`, `machine` or `reviewed`.
    pub translated_by: Option<&'static str>,
}

/// What holds a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// A file.
    File,
    /// A catalog.
    Catalog,
    /// Nothing yet.
    Nothing,
    /// Nothing: readers are shown what another region of their language has.
    Fallback,
    /// Nothing, on purpose.
    Absent,
    /// Fluent files: these are the interface texts, and no guide.
    Messages,
}

impl Held {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Catalog => "catalog",
            Self::Nothing => "nothing",
            Self::Fallback => "fallback",
            Self::Absent => "absent",
            Self::Messages => "messages",
        }
    }
}

/// How many texts are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Translated, and as far as is known up to date.
    pub translated: usize,
    /// Translated from a text that is another by now.
    pub stale: usize,
    /// Translated, but not surely.
    pub fuzzy: usize,
    /// Not translated.
    pub missing: usize,
    /// Guides without a text in the locale, for which that of another region of its language stands in.
    pub covered: usize,
    /// Guides that are switched off for the locale.
    pub absent: usize,
    /// How many words are to be translated or looked at.
    pub words: usize,
}

impl Counts {
    /// Those of several guides together.
    pub fn sum(counts: impl Iterator<Item = Self>) -> Self {
        counts.fold(Self::default(), |one, other| Self {
            translated: one.translated + other.translated,
            stale: one.stale + other.stale,
            fuzzy: one.fuzzy + other.fuzzy,
            missing: one.missing + other.missing,
            covered: one.covered + other.covered,
            absent: one.absent + other.absent,
            words: one.words + other.words,
        })
    }

    /// How many texts there are.
    pub fn texts(self) -> usize {
        self.translated + self.stale + self.fuzzy + self.missing
    }
}

impl GuideStatus {
    /// The section of the site that the guide stands in: the folder around its own. The interface texts are one of their own.
    pub fn section(&self) -> &str {
        if self.held == Held::Messages {
            return "interface texts";
        }
        self.folder.rsplit_once('/').map_or("", |(section, _)| section)
    }
}

impl LocaleStatus {
    /// The guides by section, in order.
    pub fn sections(&self) -> Vec<(&str, Vec<&GuideStatus>)> {
        let mut sections: Vec<(&str, Vec<&GuideStatus>)> = Vec::new();
        let mut guides: Vec<&GuideStatus> = self.guides.iter().collect();
        guides.sort_by_key(|guide| (guide.held == Held::Messages, guide.section(), guide.folder.as_str()));
        for guide in guides {
            match sections.last_mut() {
                Some((section, guides)) if *section == guide.section() => guides.push(guide),
                _ => sections.push((guide.section(), vec![guide])),
            }
        }
        sections
    }
}

impl Project<'_> {
    /// What is translated into locales.
    pub fn status(&self, locales: &[Locale]) -> Status {
        let of_guide = |guide: &GuideFiles| {
            let source = self.source(guide);
            locales.iter().map(|locale| source.as_ref().map(|source| self.guide_status(guide, locale, source))).collect()
        };
        let mut guides: Vec<Vec<Option<GuideStatus>>> = self.guides.par_iter().map(of_guide).collect();
        let of_locale = |(at, locale): (usize, &Locale)| {
            let messages = self.is_whole.then(|| self.messages_status(locale));
            let guides = guides.iter_mut().filter_map(|guide| guide[at].take()).chain(messages).collect();
            LocaleStatus { locale: locale.clone(), guides }
        };
        let locales = locales.iter().enumerate().map(of_locale).collect();
        Status { title: self.corpus.config.title.clone(), locales, edit_url: self.corpus.config.edit_url.clone() }
    }

    /// How many of the interface texts a locale has.
    fn messages_status(&self, locale: &Locale) -> GuideStatus {
        let corpus = &self.corpus;
        let source = &corpus.config.source_locale;
        let mut counts = Counts::default();
        for (id, is_there) in corpus.messages.shown_in(locale, source) {
            counts.translated += usize::from(is_there);
            counts.missing += usize::from(!is_there);
            if !is_there {
                counts.words += count_words(&corpus.messages.get(std::slice::from_ref(source), id, &[]).value);
            }
        }
        let (folder, base) = (messages::FOLDER, corpus.config.base_url.as_deref().unwrap_or("/"));
        GuideStatus {
            folder: String::new(),
            held: Held::Messages,
            counts,
            covered_by: None,
            file: format!("{folder}/{locale}"),
            line: 1,
            page: format!("{base}{locale}/"),
            translated_by: None,
        }
    }

    fn guide_status(&self, guide: &GuideFiles, locale: &Locale, source: &SourceText) -> GuideStatus {
        let mut status = GuideStatus {
            folder: guide.path.folder.clone(),
            held: Held::Nothing,
            counts: Counts::default(),
            covered_by: None,
            file: self.tree.path(guide.source).to_string(),
            line: 1,
            page: self.address(guide, source, locale),
            translated_by: None,
        };
        if self.is_absent(guide, locale) {
            (status.held, status.counts.absent) = (Held::Absent, 1);
        } else if let Some(file) = guide.file(locale) {
            (status.held, status.file) = (Held::File, self.tree.path(file).to_string());
            let text = yaml::load(self.tree, file).ok();
            if self.is_copy(guide, locale, text.as_deref()) {
                of_nothing(source, &mut status);
            } else {
                let synced = self.text(&guide.path.sync(locale)).map(|(_, text)| Synced::parse(&text));
                of_file(source, synced.as_ref(), &mut status);
            }
            status.translated_by = text.and_then(|text| translator(file, &text)).map(Translator::as_str);
        } else if let Some((catalog, text)) = self.catalog(&guide.path.catalog(locale)) {
            (status.held, status.file) = (Held::Catalog, guide.path.catalog(locale));
            of_catalog(source, &catalog, &text, &mut status);
        } else if let Some(region) = self.covering(guide, locale) {
            (status.held, status.counts.covered, status.covered_by) = (Held::Fallback, 1, Some(region));
        } else {
            of_nothing(source, &mut status);
        }
        status
    }

    /// The locale of the same language that a guide without a text in `locale` falls back to. It need not have a text either: what
    /// is to do is to be done there, once for all regions, and is counted there.
    fn covering(&self, guide: &GuideFiles, locale: &Locale) -> Option<Locale> {
        let config = &self.corpus.config;
        let chain = config.chain(locale).into_iter().skip(1).filter(|other| !self.is_absent(guide, other));
        let has_text = |other: &Locale| {
            *other == config.source_locale || guide.file(other).is_some() || self.tree.find_text(&guide.path.catalog(other)).is_some()
        };
        let is_region = |other: &Locale| other.same_language(locale);
        let regions: Vec<Locale> = chain.take_while(|other| is_region(other) || !has_text(other)).filter(is_region).collect();
        regions.iter().find(|region| has_text(region)).or(regions.last()).cloned()
    }

    /// Whether the file of another language is nothing but a copy of the source, which somebody is about to translate.
    fn is_copy(&self, guide: &GuideFiles, locale: &Locale, text: Option<&str>) -> bool {
        let is_regional = locale.same_language(&self.corpus.config.source_locale);
        !is_regional && text.is_some() && text == yaml::load(self.tree, guide.source).ok().as_deref()
    }
}

/// All texts are missing.
fn of_nothing(source: &SourceText, status: &mut GuideStatus) {
    status.counts.missing = source.offered().count();
    status.counts.words = source.offered().map(|(_, unit)| count_words(&unit.text)).sum();
}

/// A file is translated as far as nothing else is known.
fn of_file(source: &SourceText, synced: Option<&Synced>, status: &mut GuideStatus) {
    let drift = synced.map(|synced| synced.drift(source)).unwrap_or_default();
    let changed: Vec<usize> = drift.changed.into_iter().filter(|at| source.units[*at].is_offered).collect();
    status.counts.stale = changed.len() + drift.gone.len();
    status.counts.translated = source.offered().count() - changed.len();
    status.counts.words = changed.iter().map(|at| count_words(&source.units[*at].text)).sum();
}

fn of_catalog(source: &SourceText, catalog: &Catalog, text: &str, status: &mut GuideStatus) {
    let mut first = None;
    for (unit, state) in source.units.iter().zip(states(source, catalog)) {
        let Some((state, entry)) = state else { continue };
        match (state, entry) {
            (State::Translated, _) => status.counts.translated += 1,
            (State::Fuzzy, Some(entry)) if entry.previous.is_some() => status.counts.stale += 1,
            (State::Fuzzy, _) => status.counts.fuzzy += 1,
            (State::Missing, _) => status.counts.missing += 1,
        }
        if state != State::Translated {
            status.counts.words += count_words(&unit.text);
            first = first.or(entry.map(|entry| entry.written.translation.start));
        }
    }
    status.line = first.map_or(1, |at| text[..at].matches('\n').count() + 1);
    status.translated_by = catalog.translator().map(Translator::as_str);
}

/// Who translated a file: its front matter says so, or a banner at its top.
fn translator(file: FileId, text: &str) -> Option<Translator> {
    const MAX_BANNER: usize = 3000;
    let top = &text[..text.floor_char_boundary(MAX_BANNER)];
    front_matter::read(file, text).0.translation.or_else(|| top.contains("SYSTRAN").then_some(Translator::Machine))
}
