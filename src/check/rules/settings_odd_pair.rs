//! A port with a protocol or a security that is not usual there: POP at 993, 465 with STARTTLS.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, SETTINGS_ODD_PAIR},
    service::{Protocol, Security},
    settings::Fact,
};

pub const RULE: Rule = Rule { codes: &[&SETTINGS_ODD_PAIR], check: Check::Guide(check) };

/// What is spoken at the usual ports of mail, and how it is secured where there is one way (RFC 8314, section 3).
const USUAL: &[(u16, Protocol, Option<Security>)] = &[
    (993, Protocol::Imap, Some(Security::Tls)),
    (143, Protocol::Imap, None),
    (995, Protocol::Pop3, Some(Security::Tls)),
    (110, Protocol::Pop3, None),
    (465, Protocol::Smtp, Some(Security::Tls)),
    (587, Protocol::Smtp, Some(Security::StartTls)),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    found.extend(guide.settings.facts.iter().filter_map(odd));
}

/// Whether a setting is odd by itself.
pub fn is_odd(fact: &Fact) -> bool {
    odd(fact).is_some()
}

fn odd(fact: &Fact) -> Option<Diagnostic> {
    let port = fact.port.value;
    let (_, protocol, security) = USUAL.iter().find(|(usual, ..)| *usual == port)?;
    if let Some(said) = fact.protocol.filter(|said| said != protocol) {
        let message = format!("port {port} is that of `{}`, not of `{}`", protocol.as_str(), said.as_str());
        return Some(Diagnostic::new(&SETTINGS_ODD_PAIR, fact.port.span, message).help("compare the port with the server's data"));
    }
    let (usual, said) = (security.as_ref()?, fact.security.as_ref()?);
    // What is not encrypted at all is told of by itself.
    (said.value != *usual && said.value != Security::Plain).then(|| {
        let message = format!("port {port} goes with `{}`", usual.label());
        Diagnostic::new(&SETTINGS_ODD_PAIR, fact.port.span, message)
            .related(said.span, format!("`{}` here", said.value.label()))
            .help("compare both with the server's data")
    })
}
