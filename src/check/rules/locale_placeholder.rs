//! Values that a translation does not let its reader fill in, while its source does: `pro.mail.ovh.net` for
//! `pro?.mail.ovh.net`.

use crate::{
    check::{
        Check, Rule,
        structure::{Kind, Node, Outline},
        translations::Compared,
    },
    diagnostic::{Diagnostic, LOCALE_PLACEHOLDER},
};

pub const RULE: Rule = Rule { codes: &[&LOCALE_PLACEHOLDER], check: Check::Translation(check) };

fn check(compared: &mut Compared, found: &mut Vec<Diagnostic>) {
    let (source, own) = (compared.source.outline(), compared.own.outline());
    let total = |outline: &Outline| outline.0.iter().filter(|node| node.kind == Kind::Placeholder).count();
    if total(own) >= total(source) {
        return;
    }
    for (at, other) in &compared.pairs {
        let Some(lost) = lost(source, *at, own.nodes(*other)) else { continue };
        let host = u16::try_from(lost.key).ok().and_then(|service| compared.site.corpus.vocabulary.shown_host(service));
        let name = host.map_or_else(|| compared.source.texts.at(lost.span).replace('`', ""), str::to_owned);
        let message = format!("the source has the placeholder `{name}` here");
        found.push(
            Diagnostic::new(&LOCALE_PLACEHOLDER, compared.own.texts.first_line(own.0[*other].span), message)
                .related(lost.span, format!("`{}`: the placeholder", compared.source.document.locale))
                .help("copy it from the source: readers fill it in there"),
        );
    }
}

/// A placeholder right in a thing of the source that the thing's translation has nowhere.
fn lost<'o>(source: &'o Outline, at: usize, own: &[Node]) -> Option<&'o Node> {
    let mut placeholders = source.children(Some(at)).map(|child| &source.0[child]).filter(|node| node.kind == Kind::Placeholder);
    placeholders.find(|placeholder| !own.iter().any(|node| node.kind == Kind::Placeholder && node.key == placeholder.key))
}
