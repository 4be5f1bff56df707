//! The reader's or customer's values in texts.

use crate::{
    dialect::tree::{Address, AddressPart, Condition, ParameterId},
    draft::WhenForm,
    html::{escape, escape_into, escaped},
    service::{HostPart, Service, Values, marks},
    site::Site,
};
use std::{borrow::Cow, collections::BTreeSet};

/// The values that the build fixes, and the marks of those that it leaves to the reader.
pub struct Personal<'a> {
    site: &'a Site,
    /// By service and parameter.
    values: Vec<Vec<Option<&'a str>>>,
    has_marks: bool,
}

impl<'a> Personal<'a> {
    pub fn new(site: &'a Site, values: &'a Values) -> Self {
        let of_service = |service: &'a crate::service::Service| {
            service.parameters.iter().map(|parameter| values.get(&service.id, &parameter.name)).collect()
        };
        let values: Vec<Vec<Option<&str>>> = site.services().iter().map(of_service).collect();
        let has_marks = values.iter().flatten().flatten().any(|value| marks::is_in(value));
        Self { site, values, has_marks }
    }

    /// Whether marks stand for the values of many sites.
    pub fn has_marks(&self) -> bool {
        self.has_marks
    }

    /// Whether a text has marks in it that stand for the values of many sites: then nobody may look into it.
    pub fn is_marked(&self, text: &str) -> bool {
        self.has_marks && marks::is_in(text)
    }

    /// The value that the build fixes for a parameter.
    pub fn value(&self, parameter: ParameterId) -> Option<&'a str> {
        self.values.get(parameter.service as usize)?.get(parameter.parameter as usize).copied().flatten()
    }

    /// `email-pro.server`.
    pub fn name(&self, parameter: ParameterId) -> String {
        let [service, name] = self.names(parameter);
        format!("{service}.{name}")
    }

    /// Writes [`Self::name`] as HTML.
    fn name_into(&self, parameter: ParameterId, out: &mut String) {
        let [service, name] = self.names(parameter);
        escape_into(service, out);
        out.push('.');
        escape_into(name, out);
    }

    /// The names of a parameter's service and its own.
    fn names(&self, parameter: ParameterId) -> [&'a str; 2] {
        let service = self.site.services().get(parameter.service as usize);
        let name = service.and_then(|service| service.parameters.get(parameter.parameter as usize)).map_or("", |known| &known.name);
        [service.map_or("", |service| &service.id), name]
    }

    fn mark(&self, parameter: ParameterId) -> &'a str {
        let service = self.site.services().get(parameter.service as usize);
        service.and_then(|service| service.parameters.get(parameter.parameter as usize)).map_or("?", |parameter| &parameter.mark)
    }

    /// The value, or its mark, as plain text.
    pub fn text(&self, parameter: ParameterId) -> &'a str {
        self.value(parameter).unwrap_or_else(|| self.mark(parameter))
    }

    /// Writes the value, or its mark as an element that a script can fill.
    pub fn mark_into(&self, parameter: ParameterId, out: &mut String) {
        match self.value(parameter) {
            Some(value) => escape_into(value, out),
            None => {
                out.push_str("<span class=\"parameter\" data-parameter=\"");
                self.name_into(parameter, out);
                out.push_str("\">");
                escape_into(self.mark(parameter), out);
                out.push_str("</span>");
            }
        }
    }

    /// Whether a text on a condition is shown for sure, not at all, or as the reader's values are.
    pub fn holds(&self, condition: Condition) -> Option<bool> {
        self.value(condition.parameter).map(|_| condition.known)
    }

    /// Writes the attributes of an element that a script shows and hides as the reader's values are.
    pub fn condition_into(&self, condition: Condition, out: &mut String) {
        if self.holds(condition).is_some() {
            return;
        }
        let (word, hidden) = if condition.known { ("known", " hidden") } else { ("unknown", "") };
        out.push_str(" data-when=\"");
        out.push_str(word);
        out.push(':');
        self.name_into(condition.parameter, out);
        out.push('"');
        out.push_str(hidden);
    }

    /// Writes the start of a text on a condition, unless the build decides whether it holds.
    pub fn when_start_into(&self, condition: Condition, form: WhenForm, out: &mut String) {
        let start = match form {
            WhenForm::Blocks => "<div",
            WhenForm::Inlines => "<span",
            WhenForm::Element => return,
        };
        if self.holds(condition).is_none() {
            out.push_str(start);
            self.condition_into(condition, out);
            out.push('>');
        }
    }

    /// Writes its end.
    pub fn when_end_into(&self, condition: Condition, form: WhenForm, out: &mut String) {
        if self.holds(condition).is_none() {
            out.push_str(match form {
                WhenForm::Blocks => "</div>\n",
                WhenForm::Inlines => "</span>",
                WhenForm::Element => "",
            });
        }
    }

    /// A service's host, with `write` for each parameter.
    fn host(&self, service: u16, mut write: impl FnMut(ParameterId) -> String) -> String {
        let Some(known) = self.site.services().get(service as usize) else { return String::new() };
        let part = |part: &HostPart| match part {
            HostPart::Literal(text) => text.clone(),
            HostPart::Parameter(index) => write(ParameterId { service, parameter: *index as u16 }),
        };
        known.host.parts.iter().map(part).collect()
    }

    /// A service's host with values or marks.
    pub fn host_text(&self, service: u16) -> String {
        self.host(service, |parameter| self.text(parameter).to_owned())
    }

    /// A service's host with the names of parameters whose value is unknown in braces: `pro{email-pro.server}.mail.ovh.net`.
    pub fn host_template(&self, service: u16) -> String {
        self.host(service, |parameter| self.value(parameter).map_or_else(|| format!("{{{}}}", self.name(parameter)), str::to_owned))
    }

    /// Whether all values that a text needs are fixed.
    pub fn is_complete(&self, address: &Address) -> bool {
        address.parts.iter().all(|part| match part {
            AddressPart::Text(_) => true,
            AddressPart::Host(service) => self.has_values(*service, |data| data.host.parameters().collect()),
        })
    }

    /// Whether all values that the hosts of a service's servers need are fixed.
    pub fn has_all_hosts(&self, service: u16) -> bool {
        self.has_values(service, Service::host_parameters)
    }

    fn has_values(&self, service: u16, parameters: impl Fn(&Service) -> BTreeSet<usize>) -> bool {
        let data = self.site.services().get(service as usize);
        let known = |index: &usize| self.value(ParameterId { service, parameter: *index as u16 }).is_some();
        data.is_some_and(|data| parameters(data).iter().all(known))
    }

    /// An address or alternative text with `host` for each service's host.
    pub fn fill(&self, address: &Address, host: impl Fn(u16) -> String) -> String {
        address
            .parts
            .iter()
            .map(|part| match part {
                AddressPart::Text(text) => text.to_string(),
                AddressPart::Host(service) => host(*service),
            })
            .collect()
    }

    /// A plain text, such as a title, whose hosts have their values where those are fixed.
    pub fn plain<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.site.corpus.vocabulary.may_hold_host(text) {
            return text.into();
        }
        self.replaced(text, |service| self.host_text(service), |text| text.to_owned()).into()
    }

    /// A plain text with the names of open values in braces, if it holds any: what a script makes a title from.
    pub fn template(&self, text: &str) -> Option<String> {
        if !self.site.corpus.vocabulary.may_hold_host(text) {
            return None;
        }
        let template = self.replaced(text, |service| self.host_template(service), str::to_owned);
        (template != *self.plain(text)).then_some(template)
    }

    /// The values that the hosts of a plain text need, and that the build leaves open.
    pub fn open_in(&self, text: &str) -> Vec<ParameterId> {
        if !self.site.corpus.vocabulary.may_hold_host(text) {
            return Vec::new();
        }
        let hosts = self.site.corpus.vocabulary.find_hosts(text).into_iter().filter(|found| !found.mark.is_empty());
        let parameters = hosts.flat_map(|found| {
            let known = self.site.services().get(found.service as usize).map(|service| service.host.parameters().collect::<Vec<_>>());
            known.unwrap_or_default().into_iter().map(move |index| ParameterId { service: found.service, parameter: index as u16 })
        });
        parameters.filter(|parameter| self.value(*parameter).is_none()).collect()
    }

    /// A plain text as HTML, its hosts with marks that a script can fill.
    pub fn html<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.site.corpus.vocabulary.may_hold_host(text) {
            return escaped(text);
        }
        let host = |service| {
            let mut out = String::from("<span class=\"host\">");
            out.push_str(&self.host(service, |parameter| {
                let mut mark = String::new();
                self.mark_into(parameter, &mut mark);
                mark
            }));
            out.push_str("</span>");
            out
        };
        self.replaced(text, host, escape).into()
    }

    fn replaced(&self, text: &str, host: impl Fn(u16) -> String, other: impl Fn(&str) -> String) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for found in self.site.corpus.vocabulary.find_hosts(text).into_iter().filter(|found| !found.mark.is_empty()) {
            out.push_str(&other(&text[from..found.start]));
            out.push_str(&host(found.service));
            from = found.end;
        }
        out.push_str(&other(&text[from..]));
        out
    }
}
