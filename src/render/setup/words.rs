//! The words that files show, from the site's texts and guides.

use crate::{
    profiles::{Guide, Texts},
    site::{Availability, LocaleId, Page, Site},
};

/// What files of a service say to readers of a locale.
pub fn texts(site: &Site, locale: LocaleId, number: u16) -> Texts {
    let Some(service) = site.services().get(number as usize) else { return Texts::default() };
    let own = site.locale(locale);
    let sentence = |locale: LocaleId| {
        let chain = &site.locale(locale).chain;
        site.corpus.messages.get(chain, "setup-profile-text", &[("service", service.name(chain).into())]).value
    };
    // Devices know languages by their codes alone, and look for `default` where theirs is not there.
    let mut consent = vec![("default".to_owned(), sentence(locale))];
    for other in site.selected_locales() {
        let language = site.locale(other).locale.language();
        if !consent.iter().any(|(known, _)| known == language) {
            consent.push((language.to_owned(), sentence(other)));
        }
    }
    Texts {
        name: service.name(&own.chain).to_owned(),
        organization: site.corpus.config.title.clone(),
        description: sentence(locale),
        consent,
        guides: guides(site, number),
    }
}

/// What the service's data name as its documentation; else the first guide that has a table of its settings, in each
/// language in which it is written.
fn guides(site: &Site, number: u16) -> Vec<Guide> {
    let Some(service) = site.services().get(number as usize) else { return Vec::new() };
    if !service.documentation.is_empty() {
        let guide = |(locale, url): (&crate::locale::Locale, &String)| Guide {
            lang: locale.as_str().to_owned(),
            url: url.clone(),
            title: service.name(std::slice::from_ref(locale)).to_owned(),
        };
        return service.documentation.iter().map(guide).collect();
    }
    let Some(base) = &site.base_url else { return Vec::new() };
    let has_table = |page: &&Page| {
        page.availability == Availability::Translated
            && !site.is_hidden(page)
            && page.document.is_some_and(|id| site.document(id).facts.setups.contains(&number))
    };
    let Some(first) = site.pages.iter().find(has_table).map(|page| page.guide) else { return Vec::new() };
    let guide = |page: &Page| Guide {
        lang: site.locale(page.locale).lang.clone(),
        url: format!("{base}{}", page.route.as_str()),
        title: site.title(page).into_owned(),
    };
    site.guide(first).pages.iter().flatten().map(|page| site.page(*page)).filter(has_table).map(guide).collect()
}
