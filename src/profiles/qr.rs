//! The QR code that Thunderbird for Android scans: an account as arrays of JSON, without its password.

use super::{
    Account, Form, Format, Lookup, Reader, single,
    template::{ADDRESS, Template, slot},
};
use crate::service::{Authentication, Endpoint, Protocol, Security};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use serde_json::json;
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "qr",
    ending: ".svg",
    media_type: "image/svg+xml",
    reader: Reader::Device,
    template,
    form: Form::QrCode,
    lookup: Lookup::Never,
    says_starttls: true,
};

/// The light border, in modules, that readers of codes need.
const BORDER: i32 = 4;

/// The reader's address is needed: the format has no account without one.
fn template(account: &Account) -> Option<Template> {
    let (incoming, outgoing) = single(account, &[Protocol::Imap, Protocol::Pop3])?;
    let protocol = if incoming.protocol == Protocol::Imap { 0 } else { 1 };
    let server = |number: u8, endpoint: &Endpoint| {
        let (security, authentication) = (security(endpoint.security), authentication(endpoint.authentication));
        account
            .username(endpoint)
            .map(|username| json!([number, account.host(endpoint), endpoint.port, security, authentication, username]))
    };
    let identity = json!([slot(ADDRESS), slot(ADDRESS)]);
    let text = json!([1, [1, 1], server(protocol, incoming)?, [[server(0, outgoing)?, identity]]]).to_string();
    Some(Template::new(text, vec![account.host(incoming), account.host(outgoing)]))
}

fn security(security: Security) -> u8 {
    match security {
        Security::Plain => 0,
        Security::StartTls => 2,
        Security::Tls => 3,
    }
}

fn authentication(authentication: Authentication) -> u8 {
    match authentication {
        Authentication::Password => 1,
        Authentication::EncryptedPassword => 2,
        Authentication::OAuth2 => 6,
    }
}

/// A text as a QR code; none where it is too long for one. `static/js/setup-qr.js` gives the same bytes.
pub fn svg(text: &str) -> Option<String> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, false).ok()?;
    let size = code.size() + 2 * BORDER;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if length > 0 {
                _ = write!(path, "M{} {}h{length}v1h-{length}z", x + BORDER, y + BORDER);
            }
            x += length + 1;
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{path}\"/></svg>\n"
    ))
}
