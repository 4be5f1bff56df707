//! Translations whose source has changed since they were made: by content where that is known, else by their dates.

use crate::{
    check::{Check, Rule, Whole},
    corpus::{
        catalog::{self, Catalog, CatalogPath, Entry, State, Synced},
        document::Document,
        units::{SourceText, Unit, align},
        yaml,
    },
    diagnostic::{Diagnostic, LOCALE_STALE},
    text::{FileId, Span},
    words::count,
};
use rustc_hash::FxHashSet;
use std::{collections::HashMap, rc::Rc};

pub const RULE: Rule = Rule { codes: &[&LOCALE_STALE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let mut sources = Sources { whole, texts: HashMap::new() };
    for translation in whole.translations() {
        let (source, own) = whole.documents(&translation);
        let path = CatalogPath { folder: own.folder.clone(), kind: own.kind };
        let synced = whole.tree.find_text(&path.sync(&own.locale)).filter(|_| !translation.is_regional && source.catalog.is_none());
        match (&own.catalog, synced) {
            (Some(translated), _) => in_catalog(&mut sources, own, translated.source, found),
            (None, Some(synced)) => by_content(&mut sources, source, own, synced, found),
            (None, None) => by_date(source, own, found),
        }
    }
}

/// The texts of guides, each taken apart once.
struct Sources<'a> {
    whole: &'a Whole<'a>,
    texts: HashMap<FileId, Option<Rc<SourceText>>>,
}

impl Sources<'_> {
    fn get(&mut self, file: FileId) -> Option<Rc<SourceText>> {
        let (tree, vocabulary) = (self.whole.tree, &self.whole.site.corpus.vocabulary);
        let read = || Some(Rc::new(SourceText::read(file, &yaml::load(tree, file).ok()?, vocabulary)));
        self.texts.entry(file).or_insert_with(read).clone()
    }
}

/// The option that lets a command work on one guide.
fn only(document: &Document) -> String {
    if document.folder.is_empty() { String::new() } else { format!(" --guide {}", document.folder) }
}

/// Entries of a catalog whose text is another than the one that was translated, or that the guide does not have any more; and the
/// guide's texts that the catalog does not have yet.
fn in_catalog(sources: &mut Sources, own: &Document, source: FileId, found: &mut Vec<Diagnostic>) {
    let Ok(text) = yaml::load(sources.whole.tree, own.file) else { return };
    let Some(source) = sources.get(source) else { return };
    let (catalog, _) = Catalog::parse(own.file, &text);
    let states = catalog::states(&source, &catalog);
    let place = |entry: &Entry| entry.written.translation.start;
    let known: FxHashSet<usize> = states.iter().flatten().filter_map(|(_, entry)| entry.map(place)).collect();
    let update = format!("run `polyguide i18n update --locale {}{}`", own.locale, only(own));
    for entry in catalog.live().filter(|entry| entry.state() != State::Missing) {
        let mark = "bring it up to date and take away its mark `fuzzy`";
        let (message, help) = match (known.contains(&place(entry)), entry.state(), &entry.previous) {
            (false, ..) => ("the guide has no such text any more: it changed, or is gone", update.clone()),
            (true, State::Fuzzy, Some(_)) => ("the source of this translation changed since it was made", mark.to_owned()),
            (true, State::Fuzzy, None) => ("this translation is marked as fuzzy", mark.to_owned()),
            (true, ..) => continue,
        };
        let place = Span::new(own.file, entry.written.translation.clone());
        found.push(Diagnostic::new(&LOCALE_STALE, place, message).help(help));
    }
    let new: Vec<&Unit> =
        source.units.iter().zip(&states).filter(|(_, state)| matches!(state, Some((_, None)))).map(|(unit, _)| unit).collect();
    if let Some(first) = new.first() {
        let message = format!("this catalog lacks {} of the guide as it is now", count(new.len(), "text"));
        let place = source.source().span(first.range.clone());
        found.push(Diagnostic::new(&LOCALE_STALE, Span::top(own.file), message).help(update).related(place, "the first of them"));
    }
}

/// Texts of the source that are others than those that a file was made from.
fn by_content(sources: &mut Sources, source: &Document, own: &Document, synced: FileId, found: &mut Vec<Diagnostic>) {
    let whole = sources.whole;
    let Some(text) = sources.get(source.file) else { return };
    let Ok(synced) = yaml::load(whole.tree, synced) else { return };
    let drift = Synced::parse(&synced).drift(&text);
    let help = format!("bring the translation up to date, then run `polyguide i18n sync{}`", only(own));
    let counterparts = if drift.is_none() { Counterparts::default() } else { Counterparts::find(&text, own, whole) };
    for at in drift.changed {
        let place = text.source().span(text.units[at].range.clone());
        let what = text.units[at].kind.description();
        let (span, message) = match counterparts.of(at) {
            Some(span) => (span, format!("the source of this {what} changed since it was translated")),
            None => (Span::top(own.file), format!("this translation lacks what was added to its source: {what}")),
        };
        found.push(Diagnostic::new(&LOCALE_STALE, span, message).help(help.clone()).related(place, "the text as it is now"));
    }
    for gone in drift.gone {
        let message = format!("a text is gone from the source since this translation was made: `{gone}`");
        found.push(Diagnostic::new(&LOCALE_STALE, Span::top(own.file), message).help(help.clone()));
    }
}

/// Where the texts of a source stand in its translation.
#[derive(Default)]
struct Counterparts(Vec<Option<Span>>);

impl Counterparts {
    fn find(source: &SourceText, own: &Document, whole: &Whole) -> Self {
        let vocabulary = &whole.site.corpus.vocabulary;
        let Ok(text) = yaml::load(whole.tree, own.file) else { return Self::default() };
        let translation = SourceText::read(own.file, &text, vocabulary);
        let places = translation.source();
        let span = |pair: Option<usize>| Some(places.span(translation.units[pair?].range.clone()));
        Self(align(source, &translation, vocabulary).pairs.into_iter().map(span).collect())
    }

    fn of(&self, unit: usize) -> Option<Span> {
        self.0.get(unit).copied().flatten()
    }
}

/// Where nobody noted what a file was made from, dates are all that is known.
fn by_date(source: &Document, own: &Document, found: &mut Vec<Diagnostic>) {
    let (Some(newest), Some(updated)) = (&source.front.updated, &own.front.updated) else { return };
    if updated.value < newest.value {
        let message = format!("this text is of {}, its source `{}` of {}", updated.value, source.locale, newest.value);
        let help = "compare the texts, then write today's date here";
        found.push(Diagnostic::new(&LOCALE_STALE, updated.span, message).related(newest.span, "the source's date").help(help));
    }
}
