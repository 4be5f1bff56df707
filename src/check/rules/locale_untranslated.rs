//! Texts of a translation that are still in the language of its source.

use crate::{
    check::{
        Check, Rule, Whole,
        structure::{Kind, Outline},
        translations::Translation,
    },
    diagnostic::{Diagnostic, LOCALE_UNTRANSLATED},
    site::links::mend::Texts,
    text::Span,
    words,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

pub const RULE: Rule = Rule { codes: &[&LOCALE_UNTRANSLATED], check: Check::Site(check) };

/// So many long texts must be alike before all of a page counts as untranslated.
const FEW: usize = 3;

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let of_translation = |translation: &Translation| findings(whole, translation);
    found.par_extend(whole.translations().par_iter().flat_map_iter(of_translation));
}

/// A longer text and where it stands.
type Text = (u32, Span);

fn texts(outline: &Outline) -> impl Iterator<Item = Text> {
    outline.0.iter().filter(|node| node.kind == Kind::Text).map(|node| (node.key, node.span))
}

fn findings(whole: &Whole, translation: &Translation) -> Vec<Diagnostic> {
    let (source, own) = whole.documents(translation);
    if source.locale.same_language(&own.locale) {
        return Vec::new();
    }
    let originals: FxHashMap<u32, Span> = texts(&whole.notes(translation.source).outline).collect();
    let all: Vec<Text> = texts(&whole.notes(translation.own).outline).collect();
    let runs = runs(&all, |(key, span)| originals.get(&key).is_some_and(|original| original.file != span.file));
    let count: usize = runs.iter().map(|run| run.len()).sum();
    let mut texts = Texts::new(whole.tree);
    let mut diagnostic = |run: &&[Text], message: String| {
        let original = originals.get(&run[0].0).copied().unwrap_or(run[0].1);
        Diagnostic::new(&LOCALE_UNTRANSLATED, texts.first_line(run[0].1), message)
            .related(texts.first_line(original), format!("`{}`: the same text", source.locale))
            .help("translate it")
    };
    if count >= FEW && count * 2 > all.len() {
        let message = format!("{} of {} here are still in the source's language", count, words::count(all.len(), "longer text"));
        return runs.first().map(|run| diagnostic(run, message)).into_iter().collect();
    }
    let message = |run: &&[Text]| match run.len() {
        1 => "this text is still in the source's language".to_owned(),
        count => format!("{} from here on are still in the source's language", words::count(count, "text")),
    };
    runs.iter().map(|run| diagnostic(run, message(run))).collect()
}

/// The stretches of texts that are as wanted.
fn runs(all: &[Text], is_wanted: impl Fn(Text) -> bool) -> Vec<&[Text]> {
    all.chunk_by(|one, other| is_wanted(*one) == is_wanted(*other)).filter(|run| is_wanted(run[0])).collect()
}
