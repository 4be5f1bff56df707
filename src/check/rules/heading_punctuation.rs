//! Headings that end in a full stop.

use crate::{
    check::{Check, Rule, guide::Guide, prose::Role},
    diagnostic::{Diagnostic, HEADING_PUNCTUATION},
};

pub const RULE: Rule = Rule { codes: &[&HEADING_PUNCTUATION], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for passage in guide.passages.iter().filter(|passage| passage.role == Role::Heading) {
        let text = passage.text.trim_end();
        let word = text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
        // "etc." and "Inc." keep theirs, and so does "e.g.".
        let is_short = word.chars().count() <= 3 || word.contains('.');
        if !text.ends_with('.') || text.ends_with("..") || is_short {
            continue;
        }
        if let Some(span) = passage.span(guide, text.len() - 1..text.len()) {
            found.push(
                Diagnostic::new(&HEADING_PUNCTUATION, span, "a heading is no sentence").help("remove the full stop").unsafe_fix(span, ""),
            );
        }
    }
}
