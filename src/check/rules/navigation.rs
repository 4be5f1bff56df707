//! The navigation: equal labels, guides that are listed twice or nowhere, labels that nobody translated.

use crate::{
    check::{Check, Rule, Whole},
    corpus::{
        document::DocumentKind,
        navigation::{NavItem, NavTarget, NavigationSource},
    },
    diagnostic::{Diagnostic, NAV_LABEL, NAV_ORPHAN, NAV_TRANSLATION, NAV_TWICE},
    site::{DocumentId, GuideId, links::Target},
    text::Span,
    words,
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule { codes: &[&NAV_LABEL, &NAV_TWICE, &NAV_TRANSLATION, &NAV_ORPHAN], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let Some(navigation) = &whole.site.corpus.navigation else { return };
    labels(&navigation.roots, found);
    products(&navigation.roots, found);
    translations(navigation, found);
    orphans(whole, navigation, found);
}

fn labels(items: &[NavItem], found: &mut Vec<Diagnostic>) {
    let mut first: FxHashMap<String, &NavItem> = FxHashMap::default();
    for item in items {
        if let Some(earlier) = first.get(&item.label.to_lowercase()).filter(|earlier| earlier.target != item.target) {
            let message = format!("two entries here are called `{}`", item.label);
            let diagnostic = Diagnostic::new(&NAV_LABEL, item.span, message).related(earlier.span, "the other one");
            found.push(diagnostic.help("say in each label what sets it apart"));
        }
        first.entry(item.label.to_lowercase()).or_insert(item);
        labels(&item.children, found);
    }
}

/// The same guide may stand in several products, but not twice in one.
fn products(items: &[NavItem], found: &mut Vec<Diagnostic>) {
    for item in items {
        let has_products = item.children.iter().any(|child| matches!(child.target, NavTarget::Product(_)));
        if has_products || matches!(item.target, NavTarget::None) && item.children.iter().any(|child| !child.children.is_empty()) {
            products(&item.children, found);
        } else {
            twice(item, &mut FxHashMap::default(), found);
        }
    }
}

fn twice<'n>(item: &'n NavItem, first: &mut FxHashMap<&'n str, Span>, found: &mut Vec<Diagnostic>) {
    for child in &item.children {
        if let NavTarget::Guide(path) = &child.target {
            match first.get(path.as_str()) {
                Some(earlier) => {
                    let message = format!("the guide `{path}` is listed twice in this section");
                    let diagnostic = Diagnostic::new(&NAV_TWICE, child.span, message).related(*earlier, "the first time");
                    found.push(diagnostic.help("remove one of the entries"));
                }
                None => _ = first.insert(path, child.span),
            }
        }
        twice(child, first, found);
    }
}

fn references(items: &[NavItem], out: &mut BTreeSet<String>) {
    for item in items {
        out.extend(item.reference());
        references(&item.children, out);
    }
}

/// Translations are many, so each file is one finding.
fn translations(navigation: &NavigationSource, found: &mut Vec<Diagnostic>) {
    let mut all = BTreeSet::new();
    references(&navigation.roots, &mut all);
    for (language, labels) in &navigation.labels {
        let mut unknown: Vec<(&str, Span)> =
            labels.iter().filter(|(reference, _)| !all.contains(*reference)).map(|(reference, label)| (&**reference, label.span)).collect();
        unknown.sort_by_key(|(_, span)| *span);
        if let Some((first, span)) = unknown.first() {
            let message = match unknown.len() {
                1 => format!("`{first}` is no entry of the navigation"),
                count => format!("`{first}` is no entry of the navigation, nor are {}", words::count(count - 1, "other")),
            };
            found.push(Diagnostic::new(&NAV_TRANSLATION, *span, message).help("remove what the navigation no longer has"));
        }
        let is_missing = |reference: &&String| !labels.contains_key(*reference);
        let missing: Vec<&String> = all.iter().filter(is_missing).collect();
        let Some((first, file)) = missing.first().zip(labels.values().next().map(|label| label.span.file)) else { continue };
        let message = match missing.len() {
            1 => format!("`{first}` has no label in `{language}`"),
            count => format!("`{first}` and {} have no label in `{language}`", words::count(count - 1, "other")),
        };
        found.push(Diagnostic::new(&NAV_TRANSLATION, Span::top(file), message).help("add lines `reference: Label`"));
    }
}

fn listed<'n>(items: &'n [NavItem], out: &mut FxHashSet<&'n str>) {
    for item in items {
        if let NavTarget::Guide(path) = &item.target {
            out.insert(path.trim_matches('/'));
        }
        out.extend(item.landing.as_deref());
        listed(&item.children, out);
    }
}

/// Guides that readers find by the search alone.
fn orphans(whole: &Whole, navigation: &NavigationSource, found: &mut Vec<Diagnostic>) {
    let mut in_navigation = FxHashSet::default();
    listed(&navigation.roots, &mut in_navigation);
    let linked = linked(whole);
    for (at, guide) in whole.site.guides.iter().enumerate() {
        let known = in_navigation.contains(guide.folder.as_str()) || linked.contains(&GuideId::new(at));
        let documents = || guide.documents.iter().map(|(_, id)| whole.site.document(*id));
        if known || guide.kind != DocumentKind::Guide || documents().any(|document| document.front.hidden) {
            continue;
        }
        let source = &whole.site.locale(whole.site.source_locale()).locale;
        let Some(document) = documents().find(|document| document.locale == *source).or(documents().next()) else { continue };
        let place = document.front.title.as_ref().map_or(Span::top(document.file), |title| title.span);
        let message = "this guide stands in no navigation, and no other guide links to it";
        found.push(Diagnostic::new(&NAV_ORPHAN, place, message).help("add it to `index.md`, or say `hidden: true`"));
    }
}

/// The guides that others link to.
fn linked(whole: &Whole) -> FxHashSet<GuideId> {
    let site = whole.site;
    let of_guide = |(at, guide): (usize, &crate::site::Guide)| -> Vec<GuideId> {
        let mut targets = Vec::new();
        for (locale, id) in &guide.documents {
            targets.extend(targets_of(whole, *id, *locale).filter(|target| target.index() != at));
        }
        targets
    };
    site.guides.par_iter().enumerate().flat_map_iter(of_guide).collect()
}

fn targets_of<'a>(whole: &'a Whole<'a>, id: DocumentId, locale: crate::site::LocaleId) -> impl Iterator<Item = GuideId> + 'a {
    let links = whole.site.document(id).facts.links.iter().enumerate();
    links.filter_map(move |(number, link)| match whole.site.target(id, number as u32, link, locale, whole.tree) {
        Target::Guide { guide, .. } => Some(guide),
        _ => None,
    })
}
