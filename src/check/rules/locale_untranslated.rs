//! Texts of a translation that are still in the language of its source.

use crate::{
    check::{
        Check, Rule,
        structure::{Kind, Outline},
        translations::Compared,
    },
    diagnostic::{Diagnostic, LOCALE_UNTRANSLATED},
    text::Span,
    words,
};
use rustc_hash::FxHashMap;

pub const RULE: Rule = Rule { codes: &[&LOCALE_UNTRANSLATED], check: Check::Translation(check) };

/// So many long texts must be alike before all of a page counts as untranslated.
const FEW: usize = 3;

/// A longer text and where it stands.
type Text = (u32, Span);

fn texts(outline: &Outline) -> impl Iterator<Item = Text> {
    outline.0.iter().filter(|node| node.kind == Kind::Text).map(|node| (node.key, node.span))
}

fn check(compared: &mut Compared, found: &mut Vec<Diagnostic>) {
    let Compared { source, own, .. } = compared;
    if source.document.locale.same_language(&own.document.locale) {
        return;
    }
    let originals: FxHashMap<u32, Span> = texts(source.outline()).collect();
    let all: Vec<Text> = texts(own.outline()).collect();
    let runs = runs(&all, |(key, span)| originals.get(&key).is_some_and(|original| original.file != span.file));
    let count: usize = runs.iter().map(|run| run.len()).sum();
    let mut diagnostic = |run: &&[Text], message: String| {
        let original = originals.get(&run[0].0).copied().unwrap_or(run[0].1);
        Diagnostic::new(&LOCALE_UNTRANSLATED, own.texts.first_line(run[0].1), message)
            .related(source.texts.first_line(original), format!("`{}`: the same text", source.document.locale))
            .help("translate it")
    };
    if count >= FEW && count * 2 > all.len() {
        let message = format!("{} of {} here are still in the source's language", count, words::count(all.len(), "longer text"));
        found.extend(runs.first().map(|run| diagnostic(run, message)));
        return;
    }
    let message = |run: &&[Text]| match run.len() {
        1 => "this text is still in the source's language".to_owned(),
        count => format!("{} from here on are still in the source's language", words::count(count, "text")),
    };
    found.extend(runs.iter().map(|run| diagnostic(run, message(run))));
}

/// The stretches of texts that are as wanted.
fn runs(all: &[Text], is_wanted: impl Fn(Text) -> bool) -> Vec<&[Text]> {
    all.chunk_by(|one, other| is_wanted(*one) == is_wanted(*other)).filter(|run| is_wanted(run[0])).collect()
}
