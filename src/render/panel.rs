//! The fields in which a reader types their own values.

use super::{Renderer, view::PageView};
use crate::{
    corpus::{document::Document, messages::Arg},
    dialect::tree::ParameterId,
    html::escape,
    personal::Personal,
    service::{Grammar, HostPart, Parameter, Service, pattern},
    site::{LocaleId, Site},
};
use serde::Serialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tera::Value;

/// A field of the panel.
#[derive(Serialize)]
struct Field {
    id: String,
    key: String,
    service: String,
    label: String,
    hint: Option<String>,
    allowed: String,
    kind: &'static str,
    min: Option<i64>,
    max: Option<i64>,
    choices: Vec<String>,
    pattern: Option<String>,
    mark: String,
    sample_before: String,
    sample_after: String,
    value: Option<String>,
}

/// The fields of all values in all locales, and the grammars of all values, made once.
pub struct Fields {
    fields: BTreeMap<(LocaleId, ParameterId), Value>,
    grammars: BTreeMap<ParameterId, String>,
    /// The values in titles and descriptions, which stand on other pages, too.
    in_titles: Vec<ParameterId>,
}

impl Fields {
    pub fn new(site: &Site, personal: &Personal) -> Self {
        let maker = Maker { site, personal };
        let mut fields = BTreeMap::new();
        for locale in site.selected_locales() {
            for (at, service) in site.services().iter().enumerate() {
                for parameter in 0..service.parameters.len() {
                    let id = ParameterId { service: at as u16, parameter: parameter as u16 };
                    fields.extend(maker.field(id, locale).map(|field| ((locale, id), Value::from_serializable(&field))));
                }
            }
        }
        let ids: BTreeSet<ParameterId> = fields.keys().map(|(_, id)| *id).collect();
        let grammars = ids.into_iter().filter_map(|id| Some((id, grammar_entry(site, personal, id)?))).collect();
        Self { fields, grammars, in_titles: in_titles(site, personal) }
    }

    /// Whether no service of the site has a value that a reader may type.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

impl Renderer<'_> {
    /// The values that a document uses and the build leaves open: each has a field.
    pub(super) fn panel(&self, document: &Document) -> Vec<ParameterId> {
        self.open(document).collect()
    }

    pub(super) fn panel_values(&self, view: &PageView, locale: LocaleId) -> Vec<Value> {
        view.panel.iter().filter_map(|parameter| self.fields.fields.get(&(locale, *parameter)).cloned()).collect()
    }

    /// What may be typed for each of these values, and for those in titles, as JSON: the script that fills stored values in runs before the panel is read.
    pub(super) fn grammars(&self, document: Option<&Document>) -> Option<String> {
        let mut open: Vec<ParameterId> = document.into_iter().flat_map(|document| self.open(document)).collect();
        open.extend(self.fields.in_titles.iter().filter(|parameter| !open.contains(parameter)).copied().collect::<Vec<_>>());
        let entries: Vec<&str> = open.iter().filter_map(|parameter| self.fields.grammars.get(parameter)).map(String::as_str).collect();
        (!entries.is_empty()).then(|| format!("{{{}}}", entries.join(",")))
    }

    fn open(&self, document: &Document) -> impl Iterator<Item = ParameterId> {
        document.facts.parameters.iter().copied().filter(|parameter| self.personal.value(*parameter).is_none())
    }
}

/// The open values in titles and descriptions: on most sites none.
fn in_titles(site: &Site, personal: &Personal) -> Vec<ParameterId> {
    let mut found = BTreeSet::new();
    for page in &site.pages {
        let excerpt = page.document.and_then(|id| site.document(id).front.excerpt.as_ref());
        found.extend(personal.open_in(&site.title(page)));
        found.extend(excerpt.into_iter().flat_map(|excerpt| personal.open_in(&excerpt.value)));
    }
    found.into_iter().collect()
}

/// `"email-pro.server":{"integer":[1,99]}`.
fn grammar_entry(site: &Site, personal: &Personal, id: ParameterId) -> Option<String> {
    let parameter = site.services().get(id.service as usize)?.parameters.get(id.parameter as usize)?;
    let grammar = match &parameter.grammar {
        Grammar::Integer(min, max) => json!({ "integer": [min, max] }),
        Grammar::Choice(choices) => json!({ "choice": choices }),
        Grammar::Domain => json!({ "domain": true }),
        Grammar::Email => json!({ "email": true }),
        Grammar::Pattern(pattern) => json!({ "pattern": pattern::for_browsers(pattern.as_str())? }),
    };
    Some(format!("{}:{grammar}", json!(personal.name(id))))
}

struct Maker<'a> {
    site: &'a Site,
    personal: &'a Personal<'a>,
}

impl Maker<'_> {
    fn message(&self, locale: LocaleId, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.site.corpus.messages.get(&self.site.locale(locale).chain, id, args).value
    }

    fn field(&self, id: ParameterId, locale: LocaleId) -> Option<Field> {
        let service = self.site.services().get(id.service as usize)?;
        let parameter = service.parameters.get(id.parameter as usize)?;
        let name = self.personal.name(id);
        let label_id = format!("parameter-{}", parameter.name);
        let chain = &self.site.locale(locale).chain;
        let has_label = self.site.corpus.messages.has(chain, &label_id);
        let (before, after) = sample(service, id.parameter as usize);
        let (kind, min, max, choices, pattern) = match &parameter.grammar {
            Grammar::Integer(min, max) => ("integer", Some(*min), Some(*max), Vec::new(), None),
            Grammar::Choice(choices) => ("choice", None, None, choices.clone(), None),
            Grammar::Domain => ("domain", None, None, Vec::new(), None),
            Grammar::Email => ("email", None, None, Vec::new(), None),
            Grammar::Pattern(pattern) => ("pattern", None, None, Vec::new(), pattern::for_browsers(pattern.as_str())),
        };
        Some(Field {
            key: name.replace('.', "-"),
            id: name,
            service: service.name(chain).to_owned(),
            label: if has_label { self.message(locale, &label_id, &[]) } else { parameter.name.clone() },
            hint: parameter.find.as_ref().map(|find| escape(&self.message(locale, &find.value, &[]))),
            allowed: self.allowed(parameter, locale),
            kind,
            min,
            max,
            choices,
            pattern,
            mark: parameter.mark.clone(),
            sample_before: before,
            sample_after: after,
            value: None,
        })
    }

    fn allowed(&self, parameter: &Parameter, locale: LocaleId) -> String {
        match &parameter.grammar {
            Grammar::Integer(min, max) => self.message(
                locale,
                "parameter-allowed-integer",
                &[("min", min.to_string().as_str().into()), ("max", max.to_string().as_str().into())],
            ),
            Grammar::Choice(choices) => {
                let list = self.site.locale(locale).intl.or(choices);
                self.message(locale, "parameter-allowed-choice", &[("choices", list.as_str().into())])
            }
            Grammar::Domain => self.message(locale, "parameter-allowed-domain", &[]),
            Grammar::Email => self.message(locale, "parameter-allowed-email", &[]),
            Grammar::Pattern(_) => self.message(locale, "parameter-allowed-pattern", &[]),
        }
    }
}

/// What stands before and after a parameter in its service's host; other parameters show their marks.
fn sample(service: &Service, parameter: usize) -> (String, String) {
    let Some(at) = service.host.parts.iter().position(|part| *part == HostPart::Parameter(parameter)) else { return Default::default() };
    let text = |part: &HostPart| match part {
        HostPart::Literal(text) => text.clone(),
        HostPart::Parameter(index) => service.parameters.get(*index).map_or_else(String::new, |parameter| parameter.mark.clone()),
    };
    (service.host.parts[..at].iter().map(text).collect(), service.host.parts[at + 1..].iter().map(text).collect())
}
