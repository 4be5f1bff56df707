//! Translations of texts that are cut otherwise than they were: two that are one now, one that is several, or one whose markup
//! is written another way. So authors may divide a paragraph, and Polyguide may learn to divide guides better, without a
//! translation being lost.

use crate::corpus::{
    catalog::{Entry, State},
    units::{
        markup::{Part, parts},
        plain_text,
    },
};
use regex::Regex;
use std::sync::LazyLock;

/// Among so many texts on either side each is compared with each.
const MAX_COMPARED: usize = 400;

/// What a new text has of old ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recut {
    /// The old texts, by their places.
    pub from: Vec<usize>,
    /// What translators made of it.
    pub translation: String,
    /// Whether a translator has to look if it is right.
    pub is_fuzzy: bool,
    /// The text that it was made from, if that is another and it is not sure to be right.
    pub previous: Option<String>,
}

/// A text that has no counterpart yet.
struct Left<'a> {
    at: usize,
    text: &'a str,
    letters: String,
}

/// For each new text that `pairs` has no old one for, and that is made of old ones that nothing else is paired with, what it
/// has of them. Texts follow on each other in `new` and `old` as in their files.
pub fn recut(new: &[Entry], old: &[&Entry], pairs: &[Option<usize>]) -> Vec<(usize, Recut)> {
    let mut taken = vec![false; old.len()];
    pairs.iter().flatten().for_each(|at| taken[*at] = true);
    let is_open = |at: &usize| pairs[*at].is_none();
    let open: Vec<Left> = (0..new.len()).filter(is_open).take(MAX_COMPARED).map(|at| left(at, &new[at].source)).collect();
    let is_left = |at: &usize| !taken[*at] && old[*at].state() != State::Missing;
    let left: Vec<Left> = (0..old.len()).filter(is_left).take(MAX_COMPARED).map(|at| left(at, &old[at].source)).collect();
    let mut found = Vec::new();
    for text in &open {
        if let Some(run) = run(text, &left).filter(|run| run.iter().all(|part| !taken[part.at])) {
            let made = if run.len() > 1 { joined(text, run, old) } else { respelled(text, &run[0], old) };
            found.extend(made.map(|made| (text.at, made)));
            run.iter().for_each(|part| taken[part.at] = true);
        }
    }
    for text in left.iter().filter(|text| !taken[text.at]) {
        if let Some(run) =
            run(text, &open).filter(|run| run.len() > 1 && !run.iter().any(|part| found.iter().any(|(at, _)| *at == part.at)))
        {
            found.extend(divided(text, run, old[text.at]).into_iter().flatten());
        }
    }
    found
}

fn left(at: usize, text: &str) -> Left<'_> {
    let shown = |part: &Part| if part.as_str().starts_with('<') { "" } else { part.as_str() }.to_owned();
    let letters = parts(text).iter().map(shown).collect::<String>();
    Left { at, text, letters: letters.chars().filter(|letter| letter.is_alphanumeric()).collect() }
}

/// The texts of `among` that follow on each other and have together just the letters of `text`.
fn run<'l, 'a>(text: &Left, among: &'l [Left<'a>]) -> Option<&'l [Left<'a>]> {
    let starts = (0..among.len()).filter(|at| !among[*at].letters.is_empty() && text.letters.starts_with(&among[*at].letters));
    let run_from = |start: usize| {
        let mut rest = text.letters.as_str();
        for (count, part) in among[start..].iter().enumerate() {
            let follows = part.at == among[start].at + count && !part.letters.is_empty();
            rest = rest.strip_prefix(part.letters.as_str()).filter(|_| follows)?;
            if rest.is_empty() {
                return Some(&among[start..=start + count]);
            }
        }
        None
    };
    starts.filter_map(run_from).next()
}

/// A text whose words and codes are those of an old one: only emphasis is another.
fn respelled(text: &Left, part: &Left, old: &[&Entry]) -> Option<Recut> {
    let codes = |text: &str| {
        let is_code = |part: &Part| !matches!(part, Part::Text(_)) && part.as_str().chars().any(|letter| !"*_~".contains(letter));
        let mut codes: Vec<String> = parts(text).iter().filter(|part| is_code(part)).map(|part| part.as_str().to_owned()).collect();
        codes.sort();
        codes
    };
    let own = old[part.at];
    let words = |text: &str| plain_text(text).replace('_', "");
    let is_same = words(text.text) == words(part.text) && codes(text.text) == codes(part.text) && !own.is_fuzzy;
    is_same.then(|| Recut { from: vec![part.at], translation: own.translation.clone(), is_fuzzy: false, previous: None })
}

/// One text of several: their translations, with what stands between the texts between them.
fn joined(text: &Left, run: &[Left], old: &[&Entry]) -> Option<Recut> {
    let texts: Vec<&str> = run.iter().map(|part| part.text).collect();
    let between = between(text.text, &texts)?;
    let translations = run.iter().map(|part| old[part.at].translation.as_str());
    let (start, end) = (text.text.find(texts[0])?, text.text.rfind(texts[texts.len() - 1])? + texts[texts.len() - 1].len());
    let following = between.iter().copied().chain([&text.text[end..]]);
    let inside: String = translations.zip(following).flat_map(|(translation, following)| [translation, following]).collect();
    let translation = format!("{}{inside}", &text.text[..start]);
    let is_fuzzy = run.iter().any(|part| old[part.at].is_fuzzy);
    Some(Recut { from: run.iter().map(|part| part.at).collect(), translation, is_fuzzy, previous: None })
}

/// Several texts of one: its translation, divided where what stands between the texts stands in it, or else by sentences, which
/// a translator has to look at.
fn divided(text: &Left, run: &[Left], own: &Entry) -> Option<Vec<(usize, Recut)>> {
    let texts: Vec<&str> = run.iter().map(|part| part.text).collect();
    let between = between(text.text, &texts)?;
    // What the text began with, such as a dash, belongs to none of the parts.
    let start = &text.text[..text.text.find(texts[0])?];
    let translation = own.translation.strip_prefix(start).unwrap_or(&own.translation);
    let by_marks = at_marks(translation, &between);
    let is_sure = by_marks.is_some() && !own.is_fuzzy;
    let translations = by_marks.or_else(|| by_sentences(translation, &texts))?;
    let recut = |(part, translation): (&Left, &str)| {
        let previous = (!is_sure).then(|| own.previous.clone().unwrap_or_else(|| own.source.clone()));
        (part.at, Recut { from: vec![text.at], translation: translation.to_owned(), is_fuzzy: !is_sure, previous })
    };
    Some(run.iter().zip(translations).map(recut).collect())
}

/// What stands in a text between the texts that it is made of.
fn between<'t>(text: &'t str, parts: &[&str]) -> Option<Vec<&'t str>> {
    let (mut between, mut end) = (Vec::new(), 0);
    for (at, part) in parts.iter().enumerate() {
        let start = end + text[end..].find(part)?;
        if at > 0 {
            between.push(&text[end..start]);
        }
        end = start + part.len();
    }
    Some(between)
}

/// The parts of a translation between marks such as `<br>`, each of which it has as often as its source.
fn at_marks<'t>(translation: &'t str, between: &[&str]) -> Option<Vec<&'t str>> {
    let (mut parts, mut rest) = (Vec::new(), translation);
    for mark in between.iter().map(|mark| mark.trim()) {
        let is_certain =
            !mark.is_empty() && translation.matches(mark).count() == between.iter().filter(|other| other.trim() == mark).count();
        let (part, after) = rest.split_once(mark).filter(|_| is_certain)?;
        parts.push(part.trim());
        rest = after;
    }
    parts.push(rest.trim());
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

/// The parts of a translation that have as many sentences as the texts, if it has as many as these together.
fn by_sentences<'t>(translation: &'t str, texts: &[&str]) -> Option<Vec<&'t str>> {
    static END: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"[.!?:…؟。]["'”»)*]*(?:\s+|$)"#).expect("the pattern is one"));
    let ends: Vec<usize> = END.find_iter(translation).map(|end| end.end()).collect();
    let counts: Vec<usize> = texts.iter().map(|text| END.find_iter(text).count()).collect();
    if counts.contains(&0) || counts.iter().sum::<usize>() != ends.len() {
        return None;
    }
    let (mut parts, mut start, mut sentences) = (Vec::new(), 0, 0);
    for count in counts {
        sentences += count;
        parts.push(translation[start..ends[sentences - 1]].trim());
        start = ends[sentences - 1];
    }
    Some(parts)
}
