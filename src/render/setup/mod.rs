//! "Set up this device": for a service's table the files that hold its settings.
//!
//! Where the build knows the values, they are files of the site. Else the reader's browser makes them, from the templates
//! in a script that is loaded when the reader unfolds the box: the same bytes, and no value leaves the page.

mod markup;
#[cfg(test)]
mod tests;
mod words;

pub use words::texts;

use super::{
    Renderer, Shaped,
    bundles::{Bundle, Bundles},
};
use crate::{
    path::OutputPath,
    personal::Personal,
    profiles::{Account, FORMATS, Filled, Format, SITE, Template, Texts},
    service::{Service, Values},
    sink::Sink,
    site::{LocaleId, Site},
};
use markup::Piece;
use serde_json::{Map, Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

/// Where the files lie in the output.
const FOLDER: &str = "profiles/";

/// The boxes of a site, made once. A site without tables of settings has none. No script holds a value, so that all sites of
/// many customers have the same ones.
#[derive(Default)]
pub struct Setups {
    /// For a locale and the number of a service.
    pieces: BTreeMap<(LocaleId, u16), Piece>,
    /// The script of each locale.
    scripts: BTreeMap<LocaleId, Bundle>,
    /// What becomes of each file, by its path in the output.
    files: BTreeMap<String, (&'static Format, Template)>,
}

/// A service for readers of a locale.
struct Offer<'a> {
    site: &'a Site,
    locale: LocaleId,
    service: &'a Service,
    formats: Vec<&'static Format>,
    /// Whether the build knows all values of its hosts.
    is_complete: bool,
    texts: Texts,
}

impl Setups {
    pub fn new(site: &Site, values: &Values, personal: &Personal, bundles: &Bundles) -> Self {
        let mut setups = Self::default();
        let used: BTreeSet<u16> = site.corpus.documents.iter().flat_map(|document| &document.facts.setups).copied().collect();
        if used.is_empty() {
            return setups;
        }
        for locale in site.selected_locales() {
            let mut services = Map::new();
            for number in &used {
                let Some(service) = site.services().get(*number as usize) else { continue };
                let Some(offer) = Offer::new(site, locale, *number, service, personal) else { continue };
                setups.files.extend(offer.files());
                services.insert(service.id.clone(), offer.data());
                setups.pieces.insert((locale, *number), offer.piece(&known(service, &filled(site, values))));
            }
            if !services.is_empty() {
                let constants = format!("const services={};\n", Value::Object(services));
                let chain = &site.locale(locale).chain;
                let script = bundles.setup.bundle(|id| site.corpus.messages.get(chain, id, &[]).value, &constants);
                setups.scripts.insert(locale, script);
            }
        }
        setups
    }

    /// The scripts, one for each locale.
    pub fn scripts(&self) -> impl Iterator<Item = &Bundle> {
        self.scripts.values()
    }

    /// Whether the site has files of this kind.
    pub fn has_files(&self) -> bool {
        !self.files.is_empty()
    }
}

impl<'a> Offer<'a> {
    /// None where no format has words for the service, or its data want none.
    fn new(site: &'a Site, locale: LocaleId, number: u16, service: &'a Service, personal: &Personal) -> Option<Self> {
        let texts = texts(site, locale, number);
        let is_wanted = |format: &&Format| service.profiles.as_ref().is_none_or(|wanted| wanted.iter().any(|name| name == format.name));
        let can = |format: &&Format| (format.template)(&Account { service, texts: &texts, has_address: true }).is_some();
        let formats: Vec<&Format> = FORMATS.iter().filter(is_wanted).filter(can).collect();
        let is_complete = personal.has_all_hosts(number);
        (!formats.is_empty()).then_some(Self { site, locale, service, formats, is_complete, texts })
    }

    fn account(&self, has_address: bool) -> Account<'_> {
        Account { service: self.service, texts: &self.texts, has_address }
    }

    fn path(&self, format: &Format) -> String {
        format!("{FOLDER}{}/{}{}", self.site.locale(self.locale).locale, self.service.id, format.ending)
    }

    /// The files of the site, where the build knows the values.
    fn files(&self) -> Vec<(String, (&'static Format, Template))> {
        let formats = self.formats.iter().filter(|_| self.is_complete);
        formats.filter_map(|format| Some((self.path(format), (*format, (format.template)(&self.account(false))?)))).collect()
    }

    /// What the script knows: words, and for each format its template without and with the reader's address.
    fn data(&self) -> Value {
        let json = |template: Option<Template>| template.map(|it| json!({ "text": it.text, "hosts": it.hosts }));
        let of = |format: &&'static Format| {
            let both = [false, true].map(|has_address| json((format.template)(&self.account(has_address))));
            (format.name.to_owned(), json!({ "ending": format.ending, "type": format.media_type, "templates": both }))
        };
        json!({ "words": self.words(), "formats": self.formats.iter().map(of).collect::<Map<String, Value>>() })
    }
}

/// What the build knows of a service, for its script.
fn known(service: &Service, filled: &Filled) -> Map<String, Value> {
    let parameters = service.parameters.iter().map(|parameter| format!("{}.{}", service.id, parameter.name));
    let slots = parameters.chain([SITE.to_owned()]);
    slots.filter_map(|slot| Some((slot.clone(), filled.get(&slot)?.into_owned().into()))).collect()
}

fn filled<'a>(site: &'a Site, values: &'a Values) -> Filled<'a> {
    Filled { values, address: None, site: site.base_url.as_deref() }
}

impl Renderer<'_> {
    /// Writes the files of the site that hold settings. One whose value is a mark now is made for each site.
    pub(super) fn write_profiles(&self, sink: &dyn Sink) -> io::Result<()> {
        for (at, path) in self.setups.files.keys().enumerate() {
            match (self.profile(path), OutputPath::parse(path)) {
                (Some(text), Some(path)) => sink.write(&path, text.as_bytes())?,
                _ if self.personal.has_marks() => self.leave_out(Shaped::Profile(at as u32)),
                _ => {}
            }
        }
        Ok(())
    }

    /// The file at a path of the output.
    pub(super) fn profile(&self, path: &str) -> Option<String> {
        let (format, template) = self.setups.files.get(path)?;
        format.fill(template, &filled(self.site, self.values))
    }

    /// The file with this number, and where it goes.
    pub(super) fn numbered_profile(&self, at: u32) -> Option<(OutputPath, Vec<u8>)> {
        let path = self.setups.files.keys().nth(at as usize)?;
        Some((OutputPath::parse(path)?, self.profile(path)?.into_bytes()))
    }

    /// Writes the box of a service on a page.
    pub(super) fn setup(&self, page: &crate::site::Page, service: u16, out: &mut String) {
        let (piece, script) = (self.setups.pieces.get(&(page.locale, service)), self.setups.scripts.get(&page.locale));
        if let (Some(piece), Some(script)) = (piece, script) {
            let own = self.site.locale(page.locale);
            let is_other = self.site.locale(self.site.given_locale(page)).lang != own.lang;
            let attributes = if is_other { format!(" lang=\"{}\" dir=\"{}\"", own.lang, own.dir) } else { String::new() };
            piece.write(&attributes, &page.route.relative(&script.path), &|path| page.route.relative(path), out);
        }
    }
}
