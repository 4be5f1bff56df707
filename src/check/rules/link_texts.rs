//! Fragments of links that lost their beginning.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, LINK_BROKEN_FRAGMENT},
    dialect::tree::{Inline, InlineKind},
};

pub const RULE: Rule = Rule { codes: &[&LINK_BROKEN_FRAGMENT], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    guide.passages.iter().for_each(|passage| inlines(passage.inlines, found));
}

fn inlines(all: &[Inline], found: &mut Vec<Diagnostic>) {
    for inline in all {
        match &inline.kind {
            InlineKind::Link { address, .. } => {
                found.extend(address.as_text().and_then(|address| broken_fragment(inline, address)));
            }
            InlineKind::Strong(inside)
            | InlineKind::Emphasis(inside)
            | InlineKind::Element { inlines: inside, .. }
            | InlineKind::When { inlines: inside, .. } => inlines(inside, found),
            _ => {}
        }
    }
}

/// Help pages keep in `#zippy=` which answers are open, by names that begin with a letter.
fn broken_fragment(link: &Inline, address: &str) -> Option<Diagnostic> {
    let (_, name) = address.split_once("#zippy=")?;
    let name = name.trim_start_matches("%2C").trim_start_matches("%2c").trim_start_matches(',');
    (name.is_empty() || name.starts_with('-')).then(|| {
        Diagnostic::new(&LINK_BROKEN_FRAGMENT, link.span, format!("the fragment `#zippy={name}` has lost its beginning"))
            .help("copy the address again from the page it leads to, or leave the fragment out")
    })
}
