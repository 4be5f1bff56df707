//! What stands around every page of a locale: made once, and shared by all its pages.

use super::{
    Renderer, alphabet,
    bundles::{Bundle, Bundles},
};
use crate::{
    corpus::{messages::Arg, translator::Translator},
    locale::Locale,
    path::Route,
    personal::Personal,
    search,
    service::marks,
    site::{LocaleId, Site},
};
use std::collections::BTreeMap;
use tera::Value;

/// For each locale, in the site's order.
pub struct Chrome {
    locales: Vec<LocaleChrome>,
}

/// What all pages of a locale share.
pub struct LocaleChrome {
    /// The interface texts without variables, by id with `_` for `-`.
    pub texts: Value,
    /// The locale itself: `tag`, `lang`, `dir`, `name`.
    pub locale: Value,
    /// The text for `home`.
    pub home: String,
    /// The notice of a page shown in another language, by that language's locale.
    pub notices: BTreeMap<LocaleId, String>,
    /// The notice of a page that a machine translated.
    pub machine_notice: String,
    /// Who translated a page, where no notice says so.
    translators: [(Translator, String); 2],
    /// The notice of a page with passages that are older than the original.
    pub stale_notice: String,
    /// The notice of a page with passages that are still those of the original.
    pub behind_notice: String,
    /// The words of their links to the original.
    pub original: String,
    /// The script of its pages, with the interface texts that it shows.
    pub page_script: Bundle,
    /// The script of its search, with texts and hosts.
    pub search_script: Bundle,
    /// The script that tells of values from a link, with its texts.
    pub link_script: Bundle,
    /// The address of its alphabetical index.
    pub alphabet: Route,
}

impl LocaleChrome {
    /// Who translated a page, for readers, unless a notice says so.
    pub fn translator(&self, translator: Translator) -> Option<&str> {
        self.translators.iter().find(|(known, _)| *known == translator).map(|(_, text)| text.as_str())
    }
}

impl Chrome {
    pub fn new(site: &Site, personal: &Personal, bundles: &Bundles) -> Self {
        let ids = (0..site.locales.len()).map(LocaleId::new);
        let hosts = search::hosts(site, personal).to_string();
        Self { locales: ids.map(|id| locale_chrome(site, bundles, &hosts, id)).collect() }
    }

    /// Whether marks of values stand in a script.
    pub fn holds_marks(&self) -> bool {
        self.locales.iter().any(|locale| marks::is_in(&locale.search_script.text))
    }

    pub fn of(&self, locale: LocaleId) -> &LocaleChrome {
        &self.locales[locale.index()]
    }
}

fn locale_chrome(site: &Site, bundles: &Bundles, hosts: &str, id: LocaleId) -> LocaleChrome {
    let own = site.locale(id);
    let messages = &site.corpus.messages;
    let get = |text: &str| messages.get(&own.chain, text, &[]).value;
    let notice = |other: usize| {
        let other = LocaleId::new(other);
        let (asked, given) = language_names(&own.intl, &own.locale, &site.locale(other).locale);
        let text = messages.get(&own.chain, "fallback-notice", &[("asked", Arg::Text(&asked)), ("given", Arg::Text(&given))]);
        (other, text.value)
    };
    LocaleChrome {
        texts: Value::from_serializable(&messages.static_texts(&own.chain)),
        locale: Value::from_serializable(&BTreeMap::from([
            ("tag", own.locale.as_str()),
            ("lang", own.lang.as_str()),
            ("dir", own.dir),
            ("name", own.name.as_str()),
        ])),
        home: get("home"),
        notices: (0..site.locales.len()).map(notice).collect(),
        machine_notice: get("machine-translated"),
        translators: [(Translator::Human, get("translated-human")), (Translator::Reviewed, get("translated-reviewed"))],
        stale_notice: get("stale-notice"),
        behind_notice: get("behind-notice"),
        original: get("stale-original"),
        page_script: bundles.page.bundle(get, ""),
        search_script: bundles.search.bundle(get, &format!("const hosts={hosts};\n")),
        link_script: bundles.link.bundle(get, ""),
        alphabet: alphabet::route(site, id),
    }
}

/// What two languages are called, without their regions where the languages alone tell them apart.
fn language_names(intl: &crate::intl::Intl, asked: &Locale, given: &Locale) -> (String, String) {
    let name = |locale: &Locale| {
        if asked.same_language(given) { intl.language_name(locale.as_str()) } else { intl.language_name(locale.language()) }
    };
    (name(asked), name(given))
}

impl Renderer<'_> {
    /// An interface text for readers of a locale.
    pub(super) fn message(&self, locale: LocaleId, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.site.corpus.messages.get(&self.site.locale(locale).chain, id, args).value
    }
}
