//! Links whose addresses say too little, or nothing that their texts do not say.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Signs, prose::plain_text},
    diagnostic::{Diagnostic, LINK_BARE, LINK_BROKEN_FRAGMENT, LINK_NOWHERE},
    dialect::tree::{Inline, InlineKind},
};

pub const RULE: Rule = Rule { codes: &[&LINK_BROKEN_FRAGMENT, &LINK_NOWHERE, &LINK_BARE], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    guide.with_signs(Signs::LINK).for_each(|passage| inlines(guide, passage.inlines, found));
}

fn inlines(guide: &Guide, all: &[Inline], found: &mut Vec<Diagnostic>) {
    for inline in all {
        match &inline.kind {
            InlineKind::Link { to, inlines: text } => {
                let Some(address) = to.address.as_text().map(str::trim) else { continue };
                found.extend(broken_fragment(inline, address));
                found.extend(nowhere(inline, address));
                found.extend(bare(guide, inline, address, text));
            }
            InlineKind::Strong(inside)
            | InlineKind::Emphasis(inside)
            | InlineKind::Element { inlines: inside, .. }
            | InlineKind::When { inlines: inside, .. } => inlines(guide, inside, found),
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

/// A link to the top of its own page: what is written where an address is still to come.
fn nowhere(link: &Inline, address: &str) -> Option<Diagnostic> {
    matches!(address, "" | "#" | "./#" | "./##" | "." | "./").then(|| {
        let what = if address.is_empty() { "an empty address".to_owned() } else { format!("`{address}`") };
        Diagnostic::new(&LINK_NOWHERE, link.span, format!("{what} leads to the top of this very page"))
            .help("write the address that was meant, or only the text")
    })
}

/// A link that repeats its address as its text, letter by letter.
fn bare(guide: &Guide, link: &Inline, address: &str, text: &[Inline]) -> Option<Diagnostic> {
    let is_same = address.starts_with("http") && plain_text(text) == address;
    (is_same && guide.source_at(link.span) == format!("[{address}]({address})")).then(|| {
        Diagnostic::new(&LINK_BARE, link.span, "the address stands here twice")
            .help(format!("write `<{address}>`, or a text that says what is there"))
            .fix(link.span, format!("<{address}>"))
    })
}
