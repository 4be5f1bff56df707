//! The words of an acronym whose first letters are bold: `**I**nternet **M**essage **A**ccess **P**rotocol`.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        prose::{Mark, Passage},
    },
    diagnostic::{ACRONYM_EXPANSION, Diagnostic},
    text::Span,
    words::and,
};
use std::ops::Range;

pub const RULE: Rule = Rule { codes: &[&ACRONYM_EXPANSION], check: Check::Guide(check) };

/// What acronyms stand for. IMAP was "interactive" before 1990, and some still call it so.
const ACRONYMS: &[&[&str]] = &[
    &["Post", "Office", "Protocol"],
    &["Internet", "Message", "Access", "Protocol"],
    &["Interactive", "Message", "Access", "Protocol"],
    &["Interactive", "Mail", "Access", "Protocol"],
    &["Simple", "Mail", "Transfer", "Protocol"],
    &["File", "Transfer", "Protocol"],
    &["Hypertext", "Transfer", "Protocol"],
    &["Domain", "Name", "System"],
    &["Secure", "Sockets", "Layer"],
    &["Transport", "Layer", "Security"],
    &["Virtual", "Private", "Server"],
    &["Virtual", "Private", "Network"],
    &["Secure", "Shell"],
    &["Sender", "Policy", "Framework"],
    &["DomainKeys", "Identified", "Mail"],
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for passage in &guide.passages {
        let words = initial_words(passage);
        for run in runs(passage, &words) {
            found.extend(misspelled(guide, passage, run));
        }
    }
}

/// The words whose first letter alone is bold.
fn initial_words(passage: &Passage) -> Vec<Range<usize>> {
    let initials = passage.marks.iter().filter(|(mark, range)| {
        *mark == Mark::Strong
            && range.len() <= char::MAX.len_utf8()
            && passage.text[range.clone()].chars().count() == 1
            && passage.text[range.clone()].starts_with(char::is_uppercase)
    });
    let end = |start: usize| {
        passage.text[start..].find(|letter: char| !letter.is_alphanumeric()).map_or(passage.text.len(), |length| start + length)
    };
    initials.map(|(_, range)| range.start..end(range.start)).filter(|word| word.len() > 1).collect()
}

/// Words that follow on each other.
fn runs<'w>(passage: &Passage, words: &'w [Range<usize>]) -> Vec<&'w [Range<usize>]> {
    words.chunk_by(|one, other| passage.text.get(one.end..other.start).is_some_and(|gap| gap.trim().is_empty() || gap == "-")).collect()
}

/// What is wrong with the words of an acronym, if they are nearly those of one that is known.
fn misspelled(guide: &Guide, passage: &Passage, run: &[Range<usize>]) -> Option<Diagnostic> {
    let (first, last) = (run.first()?, run.last()?);
    let written: Vec<&str> = run.iter().map(|word| &passage.text[word.clone()]).collect();
    let same_initials =
        |known: &&&[&str]| known.len() == written.len() && known.iter().zip(&written).all(|(known, word)| known.get(..1) == word.get(..1));
    let distance = |known: &&&[&str]| known.iter().zip(&written).map(|(known, word)| strsim::levenshtein(known, word)).sum::<usize>();
    let known = ACRONYMS.iter().filter(same_initials).min_by_key(distance)?;
    let wrong: Vec<(&str, &str)> =
        written.iter().copied().zip(known.iter().copied()).filter(|(word, known)| !word.eq_ignore_ascii_case(known)).collect();
    // Another language has words of its own for the whole of it.
    let is_far = |(word, known): &(&str, &str)| strsim::levenshtein(word, known) * 3 > known.len();
    if wrong.is_empty() || wrong.len() == written.len() || wrong.iter().any(is_far) {
        return None;
    }
    let span = passage.span(guide, first.start..last.end)?;
    let (words, meant): (Vec<&str>, Vec<&str>) = wrong.into_iter().unzip();
    let message = format!("the acronym means {}, and not {}", and(&meant), and(&words));
    let fixed: Vec<String> = known.iter().map(|word| format!("**{}**{}", &word[..1], &word[1..])).collect();
    // The place begins inside of the first bold letter, and the fix with its asterisks.
    let start = span.start - u32::from(guide.text.get(..span.start as usize)?.ends_with("**")) * 2;
    Some(Diagnostic::new(&ACRONYM_EXPANSION, span, message).unsafe_fix(Span { start, ..span }, fixed.join(" ")))
}
