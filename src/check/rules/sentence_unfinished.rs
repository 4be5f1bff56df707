//! Paragraphs that end without a sign, on a page whose other paragraphs have one.

use crate::{
    check::{
        Check, Rule,
        guide::Guide,
        lexicon::Signs,
        prose::{ACTION, CODE, Mark, Passage, Role},
    },
    diagnostic::{Diagnostic, SENTENCE_UNFINISHED},
};

pub const RULE: Rule = Rule { codes: &[&SENTENCE_UNFINISHED], check: Check::Guide(check) };

/// With fewer words it may be a caption.
const FEWEST_WORDS: usize = 6;
/// With fewer words a paragraph that is bold from end to end may be a heading.
const FEWEST_BOLD_WORDS: usize = 10;
/// So many paragraphs tell how a page ends them.
const FEWEST_PARAGRAPHS: usize = 3;

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let paragraphs: Vec<&Passage> = guide.passages.iter().filter(|passage| is_sentence(passage)).collect();
    let finished = paragraphs.iter().filter(|passage| !is_open(passage)).count();
    if finished < FEWEST_PARAGRAPHS || finished * 3 < paragraphs.len() * 2 {
        return;
    }
    for passage in paragraphs.into_iter().filter(|passage| is_open(passage)) {
        let text = passage.text.trim_end();
        let Some(last) = text.chars().next_back() else { continue };
        if let Some(span) = passage.span(guide, text.len() - last.len_utf8()..text.len()) {
            found.push(Diagnostic::new(&SENTENCE_UNFINISHED, span, "this paragraph ends without a full stop").help("end the sentence"));
        }
    }
}

/// A paragraph of the page itself that is more than a link or a picture.
fn is_sentence(passage: &Passage) -> bool {
    let is_link = |(mark, range): &(Mark, std::ops::Range<usize>)| *mark == Mark::Link && range.len() * 2 > passage.text.len();
    let is_bold = passage.marks.iter().any(|(mark, range)| *mark == Mark::Strong && range.len() == passage.text.len());
    passage.role == Role::Paragraph
        && passage.is_running
        && passage.words.len() >= if is_bold { FEWEST_BOLD_WORDS } else { FEWEST_WORDS }
        && passage.text.starts_with(char::is_uppercase)
        && !passage.signs.any(Signs::THING)
        && !passage.marks.iter().any(is_link)
}

fn is_open(passage: &Passage) -> bool {
    passage.text.trim_end().ends_with(|letter: char| letter.is_alphabetic() || matches!(letter, ACTION | CODE))
}
