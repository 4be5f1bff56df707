//! The name of a parameter, as people write it: `email-pro.server`, or `server` where that says enough.

use super::{
    Grammar, Service,
    values::{allow, find_parameter, find_service},
};
use crate::words::{allowed, or};
use std::fmt;

/// A parameter of a service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterName {
    /// The service's id: `email-pro`.
    pub service: String,
    /// The parameter's name: `server`.
    pub parameter: String,
}

impl ParameterName {
    /// Finds the parameter of a name with its service, or of one that only one service of the site has.
    ///
    /// # Errors
    /// Where there is none, or several; with what is allowed.
    pub fn find(text: &str, services: &[Service], of_site: &[&Service]) -> Result<Self, String> {
        if let Some((id, name)) = text.rsplit_once('.') {
            let service = find_service(id, services)?;
            return Ok(Self::of(service, &find_parameter(name, service)?.name));
        }
        let having: Vec<Self> =
            of_site.iter().filter(|service| service.parameter(text).is_some()).map(|service| Self::of(service, text)).collect();
        match &having[..] {
            [only] => Ok(only.clone()),
            [] => Err(unknown(text, of_site)),
            several => Err(format!("several services of this site have a parameter `{text}`: write {}", or(&texts(several)))),
        }
    }

    fn of(service: &Service, parameter: &str) -> Self {
        Self { service: service.id.clone(), parameter: parameter.to_owned() }
    }

    /// Whether the parameter can have a value.
    ///
    /// # Errors
    /// What is allowed, if it cannot.
    pub fn allows(&self, value: &str, services: &[Service]) -> Result<(), String> {
        let service = find_service(&self.service, services)?;
        allow(service, find_parameter(&self.parameter, service)?, value)
    }

    /// What the parameter's values may be.
    pub fn grammar<'s>(&self, services: &'s [Service]) -> Option<&'s Grammar> {
        let service = services.iter().find(|service| service.id == self.service)?;
        service.parameter(&self.parameter).map(|parameter| &parameter.grammar)
    }
}

impl fmt::Display for ParameterName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.service, self.parameter)
    }
}

fn unknown(text: &str, of_site: &[&Service]) -> String {
    let all = of_site.iter().flat_map(|service| service.parameters.iter().map(|parameter| ParameterName::of(service, &parameter.name)));
    let all = texts(&all.collect::<Vec<_>>());
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    match all[..] {
        [] => "no guide of this site uses a service with parameters".into(),
        _ => format!("`{text}` is no parameter of this site; {}", allowed(text, &all)),
    }
}

fn texts(names: &[ParameterName]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
