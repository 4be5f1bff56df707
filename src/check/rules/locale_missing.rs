//! Guides that readers of some locales get in another language, although most guides are written in theirs. A locale with
//! few texts is a new one, and its readers know.

use crate::{
    check::{Check, Rule, Whole},
    corpus::document::DocumentKind,
    diagnostic::{Diagnostic, LOCALE_MISSING},
    site::{Availability, Guide, LocaleId, Site},
    text::Span,
    words,
};

pub const RULE: Rule = Rule { codes: &[&LOCALE_MISSING], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let usual = usual(whole.site);
    found.extend(whole.site.guides.iter().filter_map(|guide| finding(whole.site, guide, &usual)));
}

/// The locales in which more than half of the guides are written.
fn usual(site: &Site) -> Vec<LocaleId> {
    let guides = || site.guides.iter().filter(|guide| guide.kind == DocumentKind::Guide);
    let total = guides().count();
    let count = |locale: LocaleId| guides().filter(|guide| guide.documents.iter().any(|(own, _)| *own == locale)).count();
    site.selected_locales().filter(|locale| count(*locale) * 2 > total).collect()
}

fn finding(site: &Site, guide: &Guide, usual: &[LocaleId]) -> Option<Diagnostic> {
    let source = site.source_locale();
    let (_, first) = guide.documents.iter().find(|(locale, _)| *locale == source).or(guide.documents.first())?;
    let document = site.document(*first);
    let pages = guide.pages.iter().flatten().map(|page| site.page(*page));
    let missing: Vec<&str> = pages
        .filter(|page| page.availability == Availability::Fallback && usual.contains(&page.locale))
        .map(|page| site.locale(page.locale).locale.as_str())
        .collect();
    if missing.is_empty() || guide.kind != DocumentKind::Guide || document.front.hidden {
        return None;
    }
    let place = document.front.title.as_ref().map_or(Span::top(document.file), |title| title.span);
    let message = format!("this guide is not translated for {}", words::and(&missing));
    let help = "translate it, or list the locales in `disable_languages` of its `meta.yaml`";
    Some(Diagnostic::new(&LOCALE_MISSING, place, message).help(help))
}
