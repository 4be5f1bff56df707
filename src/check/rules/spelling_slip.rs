//! Words that stand once, a letter away from a word that the site uses often: most probably a slip of the hand.

use super::spelling::is_right;
use crate::{
    check::{
        Check, Rule, Whole,
        lexicon::{Phrase, Slip, Sought, Texts},
    },
    corpus::document::Document,
    diagnostic::{Diagnostic, SPELLING, SPELLING_SLIP},
    locale::Locale,
    text::{FileId, Span},
    words::in_case_of,
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule { codes: &[&SPELLING_SLIP], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    // What is known to be misspelled was told by the rule that knows it.
    let told: BTreeSet<Span> = whole.found.iter().filter(|finding| finding.code == &SPELLING).map(|finding| finding.span).collect();
    let of_language = |language: &String| {
        let mut slips = whole.words.slips(language, &OfLanguage { whole, language });
        slips.retain(|slip| !is_right(&slip.word, language));
        slips
    };
    let slips: Vec<Slip> = whole.words.languages.par_iter().flat_map_iter(|(language, _)| of_language(language)).collect();
    found.extend(slips.into_iter().filter(|slip| !is_told(&told, slip.span)).filter_map(|slip| diagnostic(whole, &slip)));
}

/// The texts of a language.
struct OfLanguage<'w, 'a> {
    whole: &'w Whole<'a>,
    language: &'w str,
}

impl Texts for OfLanguage<'_, '_> {
    fn read(&self, file: FileId) -> Option<String> {
        String::from_utf8(self.whole.tree.read(file).ok()?).ok()
    }

    /// Those that stand at least twice in the texts of one locale: the language's other locales have the same guides.
    fn familiar(&self, sought: &Sought) -> FxHashSet<Phrase> {
        let locales = self.whole.words.languages.get(self.language).into_iter().flatten();
        locales.flat_map(|(locale, _)| self.familiar_in(locale, sought)).collect()
    }
}

impl OfLanguage<'_, '_> {
    fn familiar_in(&self, locale: &Locale, sought: &Sought) -> Vec<Phrase> {
        let texts = self.whole.site.corpus.documents.par_iter().filter(|document| document.locale == *locale);
        let count = |mut counts: FxHashMap<Phrase, u32>, document: &Document| {
            self.read(document.file).iter().for_each(|text| sought.count_in(text, &mut counts));
            counts
        };
        let both = |mut one: FxHashMap<Phrase, u32>, other: FxHashMap<Phrase, u32>| {
            other.into_iter().for_each(|(phrase, count)| *one.entry(phrase).or_default() += count);
            one
        };
        let counts = texts.fold(FxHashMap::default, count).reduce(FxHashMap::default, both);
        counts.into_iter().filter(|(_, count)| *count >= 2).map(|(phrase, _)| phrase).collect()
    }
}

/// Whether one of the places holds another.
fn is_told(told: &BTreeSet<Span>, span: Span) -> bool {
    let before = told.range(..=Span { end: u32::MAX, ..span }).next_back();
    before.is_some_and(|place| place.file == span.file && place.end >= span.end)
}

/// The finding, in the word's own case.
fn diagnostic(whole: &Whole, slip: &Slip) -> Option<Diagnostic> {
    let bytes = whole.tree.read(slip.span.file).ok()?;
    // Where markup stands inside of a word, its letters do not stand in a row.
    let text = std::str::from_utf8(&bytes).ok()?;
    let written = text.get(slip.span.range()).filter(|written| written.to_lowercase() == *slip.word)?;
    if is_option(&text[..slip.span.start as usize]) {
        return None;
    }
    let meant = in_case_of(written, &slip.meant);
    let diagnostic = Diagnostic::new(&SPELLING_SLIP, slip.span, format!("`{written}` is most probably a slip of the hand"));
    Some(diagnostic.help(format!("did you mean `{meant}`, as elsewhere in these guides?")).unsafe_fix(slip.span, meant))
}

/// Whether a text ends in the name of an option: `--echo-` before `wid`.
fn is_option(before: &str) -> bool {
    let name = before.rsplit(|letter: char| letter != '-' && !letter.is_alphanumeric()).next().unwrap_or_default();
    name.starts_with('-')
}
