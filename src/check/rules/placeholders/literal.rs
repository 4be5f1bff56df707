//! `pro1.mail.example.net` where the page writes `pro?.mail.example.net` elsewhere: not every reader's host.

use crate::{
    check::{guide::Guide, prose::Passage},
    diagnostic::{Diagnostic, PLACEHOLDER_LITERAL_NUMBER},
    service::{HostPart, Service},
    text::Span,
};

/// Words of a sentence that only gives an example.
const EXAMPLE: &[&str] =
    &["exempl", "example", "e.g.", "e. g.", "beispiel", "z. b.", "z.b.", "ejemplo", "esempio", "przykład", "np.", "p. ex.", "instance"];

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for service in guide.setting.services {
        let Some(host) =
            guide.hosts.iter().find(|host| guide.setting.services.get(host.service as usize).is_some_and(|known| known.id == service.id))
        else {
            continue;
        };
        for passage in &guide.passages {
            for (start, end) in filled_hosts(&passage.text, service) {
                found.extend(literal(guide, passage, start, end, host.span));
            }
        }
    }
}

fn literal(guide: &Guide, passage: &Passage, start: usize, end: usize, elsewhere: Span) -> Option<Diagnostic> {
    let sentence = passage.text[passage.sentence(start)].to_lowercase();
    if EXAMPLE.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let span = passage.span(guide, start..end)?;
    let message = format!("`{}` is the host of some readers only", &passage.text[start..end]);
    Some(
        Diagnostic::new(&PLACEHOLDER_LITERAL_NUMBER, span, message)
            .related(elsewhere, "with its mark here")
            .help("write the mark here too"),
    )
}

/// The places of a service's hosts with a value.
fn filled_hosts(text: &str, service: &Service) -> Vec<(usize, usize)> {
    let [HostPart::Literal(first), HostPart::Parameter(index), HostPart::Literal(last)] = &service.host.parts[..] else {
        return Vec::new();
    };
    let Some(parameter) = service.parameters.get(*index) else { return Vec::new() };
    let place = |(at, _): (usize, &str)| {
        let digits = text[..at].chars().rev().take_while(char::is_ascii_alphanumeric).count();
        let word = &text[at - digits..at];
        let value = word.strip_prefix(first.as_str()).filter(|value| parameter.grammar.allows(value))?;
        (!value.is_empty() && *value != parameter.mark).then_some((at - digits, at + last.len()))
    };
    text.match_indices(last.as_str()).filter_map(place).collect()
}
