//! Mail settings of a translation that differ from those of its source.

use super::settings_odd_pair::is_odd;
use crate::{
    check::{Check, Rule, Whole, translations::Translation},
    diagnostic::{Diagnostic, SETTINGS_LOCALE_DRIFT},
    service::{Direction, Protocol},
    settings::Fact,
};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule { codes: &[&SETTINGS_LOCALE_DRIFT], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    for translation in whole.translations() {
        findings(whole, &translation, found);
    }
}

/// What a setting is about.
type Subject<'f> = (Option<u16>, Option<Direction>, Option<Protocol>, Option<&'f str>);

fn subject(fact: &Fact) -> Subject<'_> {
    (fact.service, fact.direction, fact.protocol, fact.host.as_deref())
}

fn findings(whole: &Whole, translation: &Translation, found: &mut Vec<Diagnostic>) {
    let (source, _) = whole.documents(translation);
    let (facts, own_facts) = (&whole.notes(translation.source).settings, &whole.notes(translation.own).settings);
    let mut told = BTreeSet::new();
    for own in own_facts {
        let same: Vec<&Fact> = facts.iter().filter(|fact| subject(fact) == subject(own)).collect();
        // A source that is odd by itself is told of there, and its translation may well be right.
        let Some(first) = same.first().filter(|_| !same.iter().any(|fact| is_odd(fact))) else { continue };
        let diagnostic = if !same.iter().any(|fact| fact.port.value == own.port.value) {
            let message = format!("the port is {} here, in the source {}", own.port.value, first.port.value);
            Diagnostic::new(&SETTINGS_LOCALE_DRIFT, own.port.span, message)
                .related(first.port.span, format!("`{}`: port {}", source.locale, first.port.value))
        } else {
            let same_port = || same.iter().filter(|fact| fact.port.value == own.port.value);
            let (Some(security), Some(other)) = (&own.security, same_port().find_map(|fact| fact.security.as_ref())) else { continue };
            if same_port().filter_map(|fact| fact.security.as_ref()).any(|other| other.value == security.value) {
                continue;
            }
            let message = format!("the security is `{}` here, in the source `{}`", security.value.label(), other.value.label());
            Diagnostic::new(&SETTINGS_LOCALE_DRIFT, security.span, message)
                .related(other.span, format!("`{}`: `{}`", source.locale, other.value.label()))
        };
        if told.insert(diagnostic.span) {
            found.push(diagnostic.help("make both alike: the settings of a service are the same in all languages"));
        }
    }
}
