//! `pro1.mail.example.net` where the page writes `pro?.mail.example.net` elsewhere: not every reader's host.

use crate::{
    check::{guide::Guide, prose::Passage},
    diagnostic::{Diagnostic, PLACEHOLDER_LITERAL_NUMBER},
    service::{HostPart, Parameter, Service},
    text::Span,
};
use memchr::memmem::Finder;

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
        let Some(form) = Form::of(service) else { continue };
        for passage in guide.holding(&form.last) {
            for (start, end) in form.filled(&passage.text) {
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

/// How the host of a service with one parameter is written.
struct Form<'s> {
    first: &'s str,
    parameter: &'s Parameter,
    last: Finder<'s>,
}

impl<'s> Form<'s> {
    fn of(service: &'s Service) -> Option<Self> {
        let [HostPart::Literal(first), HostPart::Parameter(index), HostPart::Literal(last)] = &service.host.parts[..] else { return None };
        Some(Self { first, parameter: service.parameters.get(*index)?, last: Finder::new(last) })
    }

    /// The places of hosts with a value.
    fn filled(&self, text: &str) -> Vec<(usize, usize)> {
        let place = |at: usize| {
            let digits = text[..at].chars().rev().take_while(char::is_ascii_alphanumeric).count();
            let word = &text[at - digits..at];
            let value = word.strip_prefix(self.first).filter(|value| self.parameter.grammar.allows(value))?;
            (!value.is_empty() && *value != self.parameter.mark).then_some((at - digits, at + self.last.needle().len()))
        };
        self.last.find_iter(text.as_bytes()).filter_map(place).collect()
    }
}
