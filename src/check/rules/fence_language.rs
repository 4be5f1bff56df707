//! Code blocks in a language that nobody can colour.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, FENCE_LANG_UNKNOWN},
    draft::code::LANGUAGES,
    text::Span,
    words::nearest,
};

pub const RULE: Rule = Rule { codes: &[&FENCE_LANG_UNKNOWN], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for (language, span) in guide.fences.iter().filter(|(language, _)| !guide.setting.highlighter.knows(language)) {
        let source = guide.source_at(*span);
        let line = source.lines().next().unwrap_or_default();
        let Some(at) = line.to_lowercase().find(&language.to_lowercase()) else { continue };
        let start = span.start as usize + at;
        let place = Span::new(span.file, start..start + language.len());
        let diagnostic = Diagnostic::new(&FENCE_LANG_UNKNOWN, place, format!("`{language}` is no language of code blocks"));
        found.push(match nearest(&language.to_lowercase(), LANGUAGES.iter().copied()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")).unsafe_fix(place, near),
            None => diagnostic.help("write `text` for what is no code"),
        });
    }
}
