//! Links of a translation that lead elsewhere than those of its source, or are not there.

use crate::{
    check::{
        Check, Rule,
        structure::{Kind, Node, Outline},
        translations::Compared,
    },
    diagnostic::{Diagnostic, LOCALE_LINKS},
    site::links::mend::Texts,
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&LOCALE_LINKS], check: Check::Translation(check) };

fn check(compared: &mut Compared, found: &mut Vec<Diagnostic>) {
    let (source, own) = (compared.source.outline(), compared.own.outline());
    let (targets, own_targets) = (targets(source), targets(own));
    if targets == own_targets {
        return;
    }
    let (texts, own_texts) = (&mut compared.source.texts, &mut compared.own.texts);
    for &(at, other) in &compared.pairs {
        let (all, own_all) = (own_links(source, at), own_links(own, other));
        let missing: Vec<&Node> =
            all.iter().filter(|link| link.key != 0 && own_targets.binary_search(&link.key).is_err()).copied().collect();
        let is_extra = |link: &&&Node| link.key != 0 && !all.iter().any(|other| other.key == link.key);
        let extra: Vec<&Node> = own_all.iter().filter(is_extra).copied().collect();
        let label = format!("`{}`: the link there", compared.source.document.locale);
        if let ([missing], [extra]) = (&missing[..], &extra[..]) {
            let message = format!("this link leads to `{}`, in the source to `{}`", address(extra, own_texts), address(missing, texts));
            let diagnostic = Diagnostic::new(&LOCALE_LINKS, extra.span, message).related(missing.span, label);
            found.push(diagnostic.help("let both lead to the same page"));
        } else if own_all.len() < all.len() {
            let place = head(own, other, &own_all);
            for link in missing {
                let message = format!("the source has a link to `{}` here", address(link, texts));
                let diagnostic = Diagnostic::new(&LOCALE_LINKS, place, message).related(link.span, label.clone());
                found.push(diagnostic.help("let a word of this text lead there, too"));
            }
        }
    }
}

/// All pages and keys that a guide links to, sorted.
fn targets(outline: &Outline) -> Vec<u32> {
    let links = outline.0.iter().filter(|node| node.kind == Kind::Link && node.key != 0);
    let mut targets: Vec<u32> = links.map(|node| node.key).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

/// The links in a thing that are in none of the things inside of it.
fn own_links(outline: &Outline, at: usize) -> Vec<&Node> {
    outline.children(Some(at)).map(|child| &outline.0[child]).filter(|node| node.kind == Kind::Link).collect()
}

/// Where a link is missed: in the first longer text of the thing, or at its head.
fn head(outline: &Outline, at: usize, links: &[&Node]) -> Span {
    let mut children = outline.children(Some(at)).map(|child| &outline.0[child]);
    let text = children.find(|node| node.kind == Kind::Text).map(|node| node.span);
    links.first().map(|link| link.span).or(text).unwrap_or(outline.0[at].span)
}

/// The address of a link as it is written.
fn address(link: &Node, texts: &mut Texts) -> String {
    let text = texts.at(link.span);
    let written = text.rsplit_once("](").map_or(text, |(_, rest)| rest);
    written.split([')', ' ', '"']).next().unwrap_or(written).trim_matches(['<', '>']).to_owned()
}
