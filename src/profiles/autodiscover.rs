//! Outlook's Autodiscover as plain XML (POX): the servers of a domain, as the versions of Outlook read it that ask for it.

use super::{Account, Form, Format, Lookup, Reader, template::Template};
use crate::service::{Authentication, Direction, Endpoint, Protocol, Security};
use quick_xml::escape::escape;
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "autodiscover",
    ending: ".autodiscover.xml",
    media_type: "application/xml",
    reader: Reader::Domain,
    template,
    form: Form::Text,
    lookup: Lookup::PostTo("autodiscover/autodiscover.xml"),
    says_starttls: true,
};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<Autodiscover xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006\">
  <Response xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a\">
    <Account>
      <AccountType>email</AccountType>
      <Action>settings</Action>
";
const TAIL: &str = "    </Account>\n  </Response>\n</Autodiscover>\n";

fn template(account: &Account) -> Option<Template> {
    let endpoints: Vec<&Endpoint> = account.service.endpoints.iter().filter(|endpoint| is_sayable(endpoint)).collect();
    let goes = |way: Direction| endpoints.iter().any(|endpoint| endpoint.direction == way);
    if !goes(Direction::Incoming) || !goes(Direction::Outgoing) {
        return None;
    }
    let mut out = HEAD.to_owned();
    endpoints.iter().for_each(|endpoint| protocol(&mut out, account, endpoint));
    out.push_str(TAIL);
    Some(Template::new(out, endpoints.iter().map(|endpoint| account.host(endpoint)).collect()))
}

/// Of authentications the format knows a password and SPA, which is Microsoft's own.
fn is_sayable(endpoint: &Endpoint) -> bool {
    matches!(endpoint.protocol, Protocol::Imap | Protocol::Pop3 | Protocol::Smtp) && endpoint.authentication == Authentication::Password
}

/// All that has a default is written out: SPA would be on. `Encryption` counts for Outlook 2010 and later, `SSL` for those before.
fn protocol(out: &mut String, account: &Account, endpoint: &Endpoint) {
    out.push_str("      <Protocol>\n");
    let mut line = |name: &str, text: &str| _ = writeln!(out, "        <{name}>{}</{name}>", escape(text));
    line("Type", &endpoint.protocol.as_str().to_uppercase());
    line("Server", &account.host(endpoint));
    line("Port", &endpoint.port.to_string());
    if let Some(username) = account.username(endpoint) {
        line("LoginName", &username);
    }
    line("DomainRequired", "off");
    line("SPA", "off");
    line("SSL", if endpoint.security == Security::Plain { "off" } else { "on" });
    line("Encryption", encryption(endpoint.security));
    line("AuthRequired", "on");
    if endpoint.protocol == Protocol::Smtp {
        line("UsePOPAuth", "on");
        line("SMTPLast", "off");
    }
    out.push_str("      </Protocol>\n");
}

/// `TLS` is what Outlook calls STARTTLS.
fn encryption(security: Security) -> &'static str {
    match security {
        Security::Tls => "SSL",
        Security::StartTls => "TLS",
        Security::Plain => "None",
    }
}
