//! Values that are fixed for a whole build: `--set email-pro.server=3`.

use super::{Parameter, ParameterName, Service};
use crate::words::{allowed, or};
use std::borrow::Cow;

/// Values by service and parameter, each allowed by its parameter's grammar. An argument of `render`, never part of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<Fixed>);

/// One value. There are a handful, so that a list is searched faster than a map.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fixed {
    service: String,
    parameter: String,
    value: String,
}

impl Values {
    /// Reads settings of the form `email-pro.server=3` against all services that are known.
    ///
    /// # Errors
    /// What is wrong with the first setting that cannot be taken, and what is allowed.
    pub fn parse<S: AsRef<str>>(settings: &[S], services: &[Service]) -> Result<Self, String> {
        let mut values = Self::default();
        for setting in settings {
            let (service, parameter, value) = split(setting.as_ref())?;
            let service = find_service(service, services)?;
            values.fix(service, find_parameter(parameter, service)?, value)?;
        }
        Ok(values)
    }

    /// Reads a value whose service was not named (`--server 3`): it belongs to the only service of the site that has
    /// such a parameter.
    ///
    /// # Errors
    /// Where no service of the site, or several, have the parameter, or the value is not allowed.
    pub fn bare(name: &str, value: &str, of_site: &[&Service]) -> Result<Self, String> {
        let having: Vec<(&Service, &Parameter)> = of_site.iter().filter_map(|service| Some((*service, service.parameter(name)?))).collect();
        match having[..] {
            [(service, parameter)] => {
                let mut values = Self::default();
                values.fix(service, parameter, value)?;
                Ok(values)
            }
            [] => Err(format!("no guide of this site uses a service with a parameter `{name}`{}", parameters_of(of_site))),
            _ => {
                let settings: Vec<String> = having.iter().map(|(service, _)| format!("--set {}.{name}={value}", service.id)).collect();
                Err(format!("several services of this site have a parameter `{name}`: write {}", or(&settings)))
            }
        }
    }

    /// The values of a command line: settings, and a `server` whose service was not named.
    ///
    /// # Errors
    /// Those of [`Values::parse`], [`Values::bare`] and [`Values::with`].
    pub fn chosen<S: AsRef<str>>(settings: &[S], server: Option<&str>, services: &[Service], of_site: &[&Service]) -> Result<Self, String> {
        let values = Self::parse(settings, services)?;
        match server {
            Some(server) => values.with(Self::bare("server", server, of_site)?),
            None => Ok(values),
        }
    }

    /// Both together.
    ///
    /// # Errors
    /// Where they give one parameter two values.
    pub fn with(mut self, other: Self) -> Result<Self, String> {
        for Fixed { service, parameter, value } in other.0 {
            self.insert(service, parameter, value)?;
        }
        Ok(self)
    }

    /// These values, and those of `names`, which are allowed: who read them has looked.
    pub fn plus<'v>(&self, names: &[ParameterName], values: impl IntoIterator<Item = Cow<'v, str>>) -> Self {
        let more = names.iter().zip(values).map(|(name, value)| Fixed {
            service: name.service.clone(),
            parameter: name.parameter.clone(),
            value: value.into_owned(),
        });
        Self(self.0.iter().cloned().chain(more).collect())
    }

    /// The value of a parameter, where it is fixed.
    pub fn get(&self, service: &str, parameter: &str) -> Option<&str> {
        self.0.iter().find(|fixed| fixed.parameter == parameter && fixed.service == service).map(|fixed| &*fixed.value)
    }

    /// Whether nothing is fixed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn fix(&mut self, service: &Service, parameter: &Parameter, value: &str) -> Result<(), String> {
        allow(service, parameter, value)?;
        self.insert(service.id.clone(), parameter.name.clone(), value.to_owned())
    }

    fn insert(&mut self, service: String, parameter: String, value: String) -> Result<(), String> {
        match self.get(&service, &parameter) {
            Some(known) if known == value => {}
            Some(known) => return Err(format!("`{service}.{parameter}` has two values, `{known}` and `{value}`")),
            None => self.0.push(Fixed { service, parameter, value }),
        }
        Ok(())
    }
}

/// Whether a parameter can have a value; what is allowed if it cannot.
pub(super) fn allow(service: &Service, parameter: &Parameter, value: &str) -> Result<(), String> {
    if parameter.grammar.allows(value) {
        return Ok(());
    }
    let grammar = parameter.grammar.describe();
    Err(format!("`{value}` is no value of `{}.{}`; allowed: {grammar}", service.id, parameter.name))
}

/// The parts of `email-pro.server=3`. A parameter's name has no dot; its value may have any character.
fn split(setting: &str) -> Result<(&str, &str, &str), String> {
    setting
        .split_once('=')
        .and_then(|(name, value)| name.rsplit_once('.').map(|(service, parameter)| (service, parameter, value)))
        .filter(|(service, parameter, _)| !service.is_empty() && !parameter.is_empty())
        .ok_or_else(|| format!("`{setting}` is not of the form `SERVICE.PARAMETER=VALUE`, such as `email-pro.server=3`"))
}

pub(super) fn find_service<'a>(id: &str, services: &'a [Service]) -> Result<&'a Service, String> {
    services.iter().find(|service| service.id == id).ok_or_else(|| {
        let ids: Vec<&str> = services.iter().map(|service| &*service.id).collect();
        format!("unknown service `{id}`; {}", allowed(id, &ids))
    })
}

pub(super) fn find_parameter<'a>(name: &str, service: &'a Service) -> Result<&'a Parameter, String> {
    service.parameter(name).ok_or_else(|| {
        let names: Vec<&str> = service.parameters.iter().map(|parameter| &*parameter.name).collect();
        match names[..] {
            [] => format!("the service `{}` has no parameters", service.id),
            _ => format!("the service `{}` has no parameter `{name}`; {}", service.id, allowed(name, &names)),
        }
    })
}

/// `; allowed: ...`, where there is anything.
fn parameters_of(services: &[&Service]) -> String {
    let names: Vec<String> = services
        .iter()
        .flat_map(|service| service.parameters.iter().map(move |parameter| format!("{}.{}", service.id, parameter.name)))
        .collect();
    match names[..] {
        [] => String::new(),
        _ => format!("; allowed: {}", or(&names)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::{Grammar, HostPart, HostTemplate};

    fn service(id: &str, parameters: &[&str]) -> Service {
        let parameter = |name: &&str| Parameter { name: (*name).into(), grammar: Grammar::Integer(1, 99), mark: "?".into(), find: None };
        Service {
            id: id.into(),
            names: Default::default(),
            parameters: parameters.iter().map(parameter).collect(),
            host: HostTemplate { parts: vec![HostPart::Literal("mail.example.net".into())] },
            endpoints: Vec::new(),
            domains: Vec::new(),
            documentation: Default::default(),
            profiles: None,
        }
    }

    fn services() -> Vec<Service> {
        vec![service("email-pro", &["server", "zone"]), service("exchange", &["server"]), service("plain", &[])]
    }

    fn error(setting: &str) -> String {
        Values::parse(&[setting], &services()).unwrap_err()
    }

    #[test]
    fn a_setting_fixes_a_value() {
        let values = Values::parse(&["email-pro.server=3", "exchange.server=7"], &services()).unwrap();
        assert_eq!(values.get("email-pro", "server"), Some("3"));
        assert_eq!(values.get("exchange", "server"), Some("7"));
        assert_eq!(values.get("email-pro", "zone"), None);
        assert!(!values.is_empty() && Values::default().is_empty());
    }

    #[test]
    fn an_error_names_what_is_allowed() {
        let cases = [
            ("nosuch.server=3", "unknown service `nosuch`; allowed: `email-pro`, `exchange` or `plain`"),
            ("emailpro.server=3", "unknown service `emailpro`; did you mean `email-pro`? (allowed: `email-pro`, `exchange` or `plain`)"),
            ("exchange.serveur=3", "the service `exchange` has no parameter `serveur`; did you mean `server`?"),
            ("email-pro.number=3", "the service `email-pro` has no parameter `number`; allowed: `server` or `zone`"),
            ("plain.server=3", "the service `plain` has no parameters"),
            ("email-pro.server=abc", "`abc` is no value of `email-pro.server`; allowed: a whole number from 1 to 99"),
            ("email-pro.server=100", "`100` is no value of `email-pro.server`; allowed: a whole number from 1 to 99"),
            ("email-pro.server=", "`` is no value of `email-pro.server`; allowed: a whole number from 1 to 99"),
        ];
        for (setting, expected) in cases {
            assert_eq!(error(setting), expected, "{setting}");
        }
        for formless in ["", "server", "server=3", ".server=3", "email-pro.=3", "email-pro.server"] {
            assert!(error(formless).contains("is not of the form `SERVICE.PARAMETER=VALUE`"), "{formless}");
        }
    }

    #[test]
    fn a_parameter_has_one_value() {
        let twice = Values::parse(&["email-pro.server=3", "email-pro.server=4"], &services());
        assert_eq!(twice.unwrap_err(), "`email-pro.server` has two values, `3` and `4`");
        let same = Values::parse(&["email-pro.server=3", "email-pro.server=3"], &services());
        assert_eq!(same.unwrap().get("email-pro", "server"), Some("3"));
    }

    #[test]
    fn a_bare_value_goes_to_the_only_service_that_has_it() {
        let all = services();
        let values = Values::bare("server", "3", &[&all[0], &all[2]]).unwrap();
        assert_eq!(values.get("email-pro", "server"), Some("3"));
        assert_eq!(
            Values::bare("server", "3", &[&all[0], &all[1]]).unwrap_err(),
            "several services of this site have a parameter `server`: write `--set email-pro.server=3` or `--set exchange.server=3`"
        );
        assert_eq!(Values::bare("server", "3", &[]).unwrap_err(), "no guide of this site uses a service with a parameter `server`");
        assert_eq!(
            Values::bare("number", "3", &[&all[1]]).unwrap_err(),
            "no guide of this site uses a service with a parameter `number`; allowed: `exchange.server`"
        );
        assert!(Values::bare("server", "0", &[&all[0]]).unwrap_err().contains("a whole number from 1 to 99"));
    }

    #[test]
    fn both_ways_together_must_agree() {
        let all = services();
        let set = || Values::parse(&["email-pro.server=3"], &all).unwrap();
        assert!(set().with(Values::bare("server", "4", &[&all[0]]).unwrap()).is_err());
        assert_eq!(set().with(Values::bare("server", "3", &[&all[0]]).unwrap()).unwrap(), set());
    }
}
