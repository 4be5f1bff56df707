//! Links whose text tells nothing, and fragments that lost their beginning.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, LINK_BROKEN_FRAGMENT, LINK_VAGUE_TEXT},
    dialect::{
        plain_text,
        tree::{Inline, InlineKind},
    },
};

pub const RULE: Rule = Rule { codes: &[&LINK_VAGUE_TEXT, &LINK_BROKEN_FRAGMENT], check: Check::Guide(check) };

/// Texts that could stand on any link.
const VAGUE: &[&str] = &[
    "ici",
    "cliquez ici",
    "cliquer ici",
    "ce lien",
    "ce guide",
    "cette page",
    "lien",
    "here",
    "click here",
    "this link",
    "this page",
    "link",
    "hier",
    "hier klicken",
    "diesen link",
    "dieser link",
    "diesem link",
    "diese seite",
    "aquí",
    "haga clic aquí",
    "este enlace",
    "esta página",
    "qui",
    "clicca qui",
    "questo link",
    "questa pagina",
    "tutaj",
    "kliknij tutaj",
    "ten link",
    "tym linkiem",
    "aqui",
    "clique aqui",
    "este link",
    "esta ligação",
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    guide.passages.iter().for_each(|passage| inlines(passage.inlines, found));
}

fn inlines(all: &[Inline], found: &mut Vec<Diagnostic>) {
    for inline in all {
        match &inline.kind {
            InlineKind::Link { address, inlines: inside, .. } => {
                found.extend(vague(inline, inside));
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

fn vague(link: &Inline, inside: &[Inline]) -> Option<Diagnostic> {
    let text = plain_text(inside);
    let is_vague = text.len() < 24 && VAGUE.contains(&text.trim().to_lowercase().as_str());
    is_vague.then(|| {
        let message = format!("`{}` does not tell where the link leads", text.trim());
        Diagnostic::new(&LINK_VAGUE_TEXT, link.span, message).help("let the text name the page that it leads to")
    })
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
