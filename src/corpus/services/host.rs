//! Host names with places for values.

use super::parameters::Parameters;
use crate::{
    corpus::{fields::Fields, yaml::Entry},
    service::{Grammar, HostPart, HostTemplate, Parameter},
    text::Spanned,
    words,
};

/// The template that a field holds, with `parameters` in braces. Nothing where it can never be a host name.
pub(super) fn read(fields: &mut Fields, entry: &Entry, parameters: &Parameters) -> Option<HostTemplate> {
    let text = fields.required_text(entry, "the host")?;
    let template = parse(fields, &text, parameters)?;
    let parameters = &parameters.usable;
    for part in &template.parts {
        let HostPart::Parameter(index) = part else { continue };
        let Some(parameter) = parameters.get(*index) else { continue };
        if matches!(parameter.grammar, Grammar::Email) {
            let message = format!("`{{{}}}` is an email address, which no host name holds", parameter.name);
            fields.report(text.span, message, "use a parameter that is a number, a choice or a domain");
            return None;
        }
    }
    for sample in samples(&template, parameters) {
        if !Grammar::Domain.allows(&sample) {
            fields.report(text.span, format!("`{sample}` is no host name"), "write labels of letters, digits and hyphens, with dots");
            return None;
        }
    }
    Some(template)
}

fn parse(fields: &mut Fields, text: &Spanned<String>, parameters: &Parameters) -> Option<HostTemplate> {
    let mut parts = Vec::new();
    let mut rest = &*text.value;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            fields.report(text.span, "a `{` is never closed", "write a parameter like `{server}`");
            return None;
        };
        let Some(index) = parameters.usable.iter().position(|parameter| parameter.name == name) else {
            unknown_parameter(fields, text, name, parameters);
            return None;
        };
        push_literal(&mut parts, literal);
        parts.push(HostPart::Parameter(index));
        rest = after;
    }
    push_literal(&mut parts, rest);
    Some(HostTemplate { parts })
}

fn unknown_parameter(fields: &mut Fields, text: &Spanned<String>, name: &str, parameters: &Parameters) {
    if parameters.broken.iter().any(|broken| broken == name) {
        return;
    }
    let names: Vec<&str> = parameters.usable.iter().map(|parameter| &*parameter.name).collect();
    let help = if names.is_empty() { "describe it in `parameters`".to_owned() } else { words::did_you_mean(name, &names) };
    fields.report(text.span, format!("unknown parameter `{name}`"), help);
}

fn push_literal(parts: &mut Vec<HostPart>, text: &str) {
    if !text.is_empty() {
        parts.push(HostPart::Literal(text.to_ascii_lowercase()));
    }
}

/// The host with values that stand for all others: each choice once, and else one that is allowed nearly everywhere.
fn samples(template: &HostTemplate, parameters: &[Parameter]) -> Vec<String> {
    let choices = |index: usize| match parameters.get(index).map(|parameter| &parameter.grammar) {
        Some(Grammar::Choice(choices)) => &choices[..],
        _ => &[],
    };
    let sample = |index: usize, round: usize| match parameters.get(index).map(|parameter| &parameter.grammar) {
        Some(Grammar::Choice(choices)) => choices.get(round).or(choices.first()).map_or("a", |choice| choice),
        Some(Grammar::Domain | Grammar::Email) => "example.net",
        _ => "1",
    };
    let rounds = template.parameters().map(|index| choices(index).len()).max().unwrap_or(0).max(1);
    (0..rounds).map(|round| template.fill(|index| sample(index, round))).collect()
}
