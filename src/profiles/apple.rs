//! Apple's configuration profiles (`com.apple.mail.managed`): an account for iPhone, iPad and Mac.

use super::{
    Account, Form, Format, Lookup, Reader, single,
    template::{ADDRESS, Template, identity, slot},
};
use crate::service::{Authentication, Endpoint, Protocol, Security};
use plist::{Dictionary, Value, XmlWriteOptions};

pub(super) const FORMAT: Format = Format {
    name: "apple",
    ending: ".mobileconfig",
    media_type: "application/x-apple-aspen-config",
    reader: Reader::Device,
    template,
    form: Form::Text,
    lookup: Lookup::Never,
    says_starttls: false,
};

fn template(account: &Account) -> Option<Template> {
    let (incoming, outgoing) = single(account, &[Protocol::Imap, Protocol::Pop3])?;
    let hosts = vec![account.host(incoming), account.host(outgoing)];
    // Another server, or another address, is another account: a profile with the same name would replace the first.
    let own = if account.has_address { slot(ADDRESS) } else { hosts[0].clone() };
    let name = format!("polyguide.{}.{own}", account.service.id);
    let mail = mail(account, incoming, outgoing, &format!("{name}.mail"))?;
    let consent = account.texts.consent.iter().map(|(language, text)| (language.clone(), Value::from(text.as_str())));
    let mut profile = Dictionary::new();
    profile.insert("ConsentText".into(), Value::Dictionary(consent.collect()));
    profile.insert("PayloadContent".into(), Value::Array(vec![Value::Dictionary(mail)]));
    profile.insert("PayloadDescription".into(), account.texts.description.as_str().into());
    profile.insert("PayloadOrganization".into(), account.texts.organization.as_str().into());
    profile.insert("PayloadRemovalDisallowed".into(), false.into());
    profile.insert("PayloadScope".into(), "User".into());
    head(&mut profile, "Configuration", &name, &account.texts.name);
    Some(Template::new(xml(Value::Dictionary(profile))?, hosts))
}

fn mail(account: &Account, incoming: &Endpoint, outgoing: &Endpoint, name: &str) -> Option<Dictionary> {
    let mut mail = Dictionary::new();
    let kind = if incoming.protocol == Protocol::Imap { "EmailTypeIMAP" } else { "EmailTypePOP" };
    mail.insert("EmailAccountDescription".into(), account.texts.name.as_str().into());
    mail.insert("EmailAccountType".into(), kind.into());
    if account.has_address {
        mail.insert("EmailAddress".into(), slot(ADDRESS).into());
    }
    server(&mut mail, account, "Incoming", incoming)?;
    server(&mut mail, account, "Outgoing", outgoing)?;
    mail.insert("OutgoingPasswordSameAsIncomingPassword".into(), true.into());
    head(&mut mail, "com.apple.mail.managed", name, &account.texts.name);
    Some(mail)
}

/// Without a user name and a password, the device asks for them. Its own default for SSL is none at all.
fn server(mail: &mut Dictionary, account: &Account, way: &str, endpoint: &Endpoint) -> Option<()> {
    mail.insert(format!("{way}MailServerAuthentication"), authentication(endpoint.authentication)?.into());
    mail.insert(format!("{way}MailServerHostName"), account.host(endpoint).into());
    mail.insert(format!("{way}MailServerPortNumber"), endpoint.port.into());
    mail.insert(format!("{way}MailServerUseSSL"), (endpoint.security != Security::Plain).into());
    if let Some(username) = account.username(endpoint) {
        mail.insert(format!("{way}MailServerUsername"), username.into());
    }
    Some(())
}

fn head(payload: &mut Dictionary, kind: &str, name: &str, shown: &str) {
    payload.insert("PayloadDisplayName".into(), shown.into());
    payload.insert("PayloadIdentifier".into(), name.into());
    payload.insert("PayloadType".into(), kind.into());
    payload.insert("PayloadUUID".into(), identity(name).into());
    payload.insert("PayloadVersion".into(), 1.into());
}

/// The format has no word for a sign-in by OAuth.
fn authentication(authentication: Authentication) -> Option<&'static str> {
    match authentication {
        Authentication::Password => Some("EmailAuthPassword"),
        Authentication::EncryptedPassword => Some("EmailAuthCRAMMD5"),
        Authentication::OAuth2 => None,
    }
}

fn xml(mut value: Value) -> Option<String> {
    if let Value::Dictionary(profile) = &mut value {
        profile.sort_keys();
    }
    let mut out = Vec::new();
    value.to_writer_xml_with_options(&mut out, &XmlWriteOptions::default()).ok()?;
    let mut text = String::from_utf8(out).ok()?;
    text.push('\n');
    Some(text)
}
