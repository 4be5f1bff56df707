//! A host with a mark that nothing explains, or explains too late; an explanation of a mark that stands nowhere.

use super::lone_marks;
use crate::{
    check::{
        guide::Guide,
        lexicon::Signs,
        prose::{CODE, Passage},
    },
    diagnostic::{Diagnostic, PLACEHOLDER_EXPLAINED_LATE, PLACEHOLDER_UNEXPLAINED},
    dialect::instructions::replace_word,
    text::Span,
};

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(first) = guide.hosts.first() else { return without_host(guide, found) };
    let Some(name) = guide.setting.services.get(first.service as usize).map(|service| &service.id) else { return };
    let explanation = guide.explanations.iter().copied().chain(sentences(guide)).min();
    match explanation {
        None => {
            let message = format!("nothing on this page tells what the mark in the host of `{name}` stands for");
            let help = "say before it what to put there, and where to find it";
            found.push(Diagnostic::new(&PLACEHOLDER_UNEXPLAINED, first.span, message).help(help));
        }
        Some((passage, place)) if passage > first.passage => {
            let message = "the mark in this host is explained only further down";
            found.push(
                Diagnostic::new(&PLACEHOLDER_EXPLAINED_LATE, first.span, message)
                    .related(place, "the explanation")
                    .help("move the explanation above it"),
            );
        }
        Some(_) => {}
    }
}

/// The sentences that tell to replace a mark, with the numbers of their passages.
fn sentences(guide: &Guide) -> Vec<(usize, Span)> {
    let tells = |(number, passage): (usize, &Passage)| {
        let mark = lone_marks(passage).into_iter().find(|mark| {
            let sentence = &passage.text[passage.sentence(mark.start)];
            replace_word(&sentence.to_lowercase()).is_some()
        })?;
        Some((number, passage.span(guide, mark)?))
    };
    guide.passages.iter().enumerate().filter_map(tells).collect()
}

/// The host may be of a service that is not known, in text or in code.
fn without_host(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let is_host =
        |text: &str| text.match_indices("?.").any(|(at, _)| text[at + 2..].starts_with(|letter: char| letter.is_ascii_lowercase()));
    let has_host =
        || guide.passages.iter().any(|passage| is_host(&passage.text) || passage.labels.iter().any(|label| is_host(&label.text)));
    for passage in guide.with_signs(Signs::QUESTION) {
        let Some(mark) = lone_marks(passage).into_iter().next() else { continue };
        let sentence = passage.sentence(mark.start);
        if replace_word(&passage.text[sentence].to_lowercase()).is_none()
            || passage.text.contains(CODE)
            || has_host()
            || is_host(guide.text)
        {
            continue;
        }
        if let Some(span) = passage.span(guide, mark) {
            let message = "this tells to replace a `?`, and no `?` stands on this page";
            found.push(
                Diagnostic::new(&PLACEHOLDER_UNEXPLAINED, span, message).help("write the host with its mark, or leave the sentence out"),
            );
        }
        return;
    }
}
