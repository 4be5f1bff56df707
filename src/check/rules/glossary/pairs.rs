//! Texts of a guide with their translations: the entries of a catalog, or the texts of two files that stand for each other.

use crate::{
    check::Whole,
    corpus::{
        catalog::{self, Catalog, State},
        document::Document,
        units::{SourceText, Unit, align, translatable},
        yaml,
    },
    dialect::vocabulary::Vocabulary,
    source::SourceTree,
    text::{FileId, Span},
};
use regex::Regex;
use std::sync::LazyLock;

/// A text and its translation.
pub struct Pair {
    /// The text, as Markdown.
    pub source: String,
    /// Its translation.
    pub own: String,
    /// The text without code and addresses.
    pub source_words: String,
    /// The same of the translation.
    pub own_words: String,
    /// The labels of controls in the text.
    pub source_labels: Vec<String>,
    /// Those in the translation.
    pub own_labels: Vec<String>,
    /// Where the translation stands.
    pub span: Span,
    /// The bytes of its file there.
    written: String,
}

/// Where texts and translations are looked up.
pub struct Pairs<'a> {
    tree: &'a SourceTree,
    vocabulary: &'a Vocabulary,
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"`([^`]*)`\{ ?\.action\}").expect("the pattern is one"));

impl<'a> Pairs<'a> {
    pub fn new(whole: &Whole<'a>) -> Self {
        Self { tree: whole.tree, vocabulary: &whole.site.corpus.vocabulary }
    }

    /// The texts of a guide with what they are in another language.
    pub fn of(&self, source: &Document, own: &Document) -> Vec<Pair> {
        let Some(text) = self.text(own.file) else { return Vec::new() };
        if self.tree.path(own.file).as_str().ends_with(catalog::EXTENSION) {
            return of_catalog(own.file, &text);
        }
        let Some(source_text) = self.text(source.file) else { return Vec::new() };
        let (source, own_units) =
            (SourceText::read(source.file, &source_text, self.vocabulary), SourceText::read(own.file, &text, self.vocabulary));
        let places = own_units.source();
        let pair = |(source, own): (&Unit, &Option<usize>)| {
            let unit = &own_units.units[(*own).filter(|_| source.is_offered)?];
            Some(Pair::new(&source.text, &unit.text, places.span(unit.range.clone()), &text))
        };
        source.units.iter().zip(&align(&source, &own_units, self.vocabulary).pairs).filter_map(pair).collect()
    }

    fn text(&self, file: FileId) -> Option<String> {
        yaml::load(self.tree, file).ok()
    }
}

fn of_catalog(file: FileId, text: &str) -> Vec<Pair> {
    let (catalog, _) = Catalog::parse(file, text);
    let translated = catalog.live().filter(|entry| entry.state() == State::Translated);
    translated.map(|entry| Pair::new(&entry.source, &entry.translation, Span::new(file, entry.written.translation.clone()), text)).collect()
}

impl Pair {
    fn new(source: &str, own: &str, span: Span, file: &str) -> Self {
        let labels = |text: &str| LABEL.captures_iter(text).filter_map(|found| Some(found.get(1)?.as_str().to_owned())).collect();
        Self {
            source: source.to_owned(),
            own: own.to_owned(),
            source_words: translatable(source),
            own_words: translatable(own),
            source_labels: labels(source),
            own_labels: labels(own),
            span,
            written: file.get(span.range()).unwrap_or_default().to_owned(),
        }
    }

    /// Where a piece of the translation stands in its file, if it stands there once and as it is.
    pub fn place(&self, piece: &str) -> Option<Span> {
        let mut found = self.written.match_indices(piece).map(|(at, _)| self.span.start as usize + at);
        let start = found.next().filter(|_| found.next().is_none())?;
        Some(Span::new(self.span.file, start..start + piece.len()))
    }

    /// Where a name stands in the translation in other letters: `Email pro` for `Email Pro`.
    pub fn own_place_of(&self, name: &str) -> Option<Span> {
        let is_alike = |at: &usize| self.own.get(*at..at + name.len()).is_some_and(|piece| piece.eq_ignore_ascii_case(name));
        let at = (0..self.own.len()).find(is_alike)?;
        self.place(&self.own[at..at + name.len()])
    }
}
