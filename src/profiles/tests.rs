//! A service in, files out.

use super::*;
use crate::service::{Authentication, Grammar, HostPart, HostTemplate, Parameter, Service, Username, Values};
use expect_test::{Expect, expect, expect_file};

fn service() -> Service {
    let part = |text: &str| HostPart::Literal(text.into());
    Service {
        id: "pens".into(),
        names: ["en-gb", "de-de"].map(|tag| (crate::locale::Locale::parse(tag).unwrap(), "Pens & Mail".to_owned())).into(),
        parameters: vec![Parameter { name: "server".into(), grammar: Grammar::Integer(1, 99), mark: "?".into(), find: None }],
        host: HostTemplate { parts: vec![part("pen"), HostPart::Parameter(0), part(".mail.example.net")] },
        endpoints: vec![
            Endpoint::new(Direction::Incoming, Protocol::ActiveSync, 443, Security::Tls),
            Endpoint::new(Direction::Incoming, Protocol::Imap, 993, Security::Tls),
            Endpoint::new(Direction::Incoming, Protocol::Pop3, 995, Security::Tls),
            Endpoint::new(Direction::Outgoing, Protocol::Smtp, 587, Security::StartTls),
        ],
        ..Service::default()
    }
}

fn texts() -> Texts {
    Texts {
        name: "Pens & Mail".into(),
        organization: "Guides <of> Pens".into(),
        description: "Sets up your account.".into(),
        consent: vec![("default".into(), "No password.".into()), ("de".into(), "Kein Passwort.".into())],
        guides: vec![Guide { lang: "de-DE".into(), url: "https://example.net/a?b&c".into(), title: "Stifte".into() }],
    }
}

fn write(name: &str, service: &Service, set: &[&str], address: Option<&str>) -> Option<String> {
    let values = Values::parse(set, std::slice::from_ref(service)).unwrap();
    let account = Account { service, texts: &texts(), has_address: address.is_some() };
    format(name).unwrap().write(&account, &Filled { values: &values, address, site: None })
}

#[track_caller]
fn check(name: &str, address: Option<&str>, expected: Expect) {
    expected.assert_eq(&write(name, &service(), &["pens.server=3"], address).unwrap_or_default());
}

#[test]
fn autoconfig_names_all_servers() {
    check(
        "autoconfig",
        None,
        expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <clientConfig version="1.1">
              <emailProvider id="mail.example.net">
                <domain>mail.example.net</domain>
                <displayName>Pens &amp; Mail</displayName>
                <displayShortName>Pens &amp; Mail</displayShortName>
                <incomingServer type="imap">
                  <hostname>pen3.mail.example.net</hostname>
                  <port>993</port>
                  <socketType>SSL</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </incomingServer>
                <incomingServer type="pop3">
                  <hostname>pen3.mail.example.net</hostname>
                  <port>995</port>
                  <socketType>SSL</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </incomingServer>
                <outgoingServer type="smtp">
                  <hostname>pen3.mail.example.net</hostname>
                  <port>587</port>
                  <socketType>STARTTLS</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </outgoingServer>
                <documentation url="https://example.net/a?b&amp;c">
                  <descr lang="de">Stifte</descr>
                </documentation>
              </emailProvider>
            </clientConfig>
        "#]],
    );
}

#[test]
fn a_profile_of_apple_asks_for_address_and_password() {
    let profile = write("apple", &service(), &["pens.server=3"], None).unwrap_or_default();
    expect_file!["expected/apple.mobileconfig"].assert_eq(&profile);
}

#[test]
fn a_profile_of_apple_with_an_address_signs_in_by_it() {
    let with = write("apple", &service(), &["pens.server=3"], Some("a@example.net")).unwrap();
    assert_eq!(with.matches("<string>a@example.net</string>").count(), 3);
    let uuids = |text: &str| -> Vec<String> {
        text.split("<key>PayloadUUID</key>").skip(1).map(|rest| rest.split(['<', '>']).nth(2).unwrap().to_owned()).collect()
    };
    let other = write("apple", &service(), &["pens.server=3"], Some("b@example.net")).unwrap();
    assert!(uuids(&with).len() == 2 && uuids(&with)[0] != uuids(&with)[1] && uuids(&with)[0] != uuids(&other)[0], "{with}");
}

#[test]
fn autodiscover_writes_out_what_would_be_unsafe() {
    check(
        "autodiscover",
        Some("a@example.net"),
        expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
          <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
            <Account>
              <AccountType>email</AccountType>
              <Action>settings</Action>
              <Protocol>
                <Type>IMAP</Type>
                <Server>pen3.mail.example.net</Server>
                <Port>993</Port>
                <LoginName>a@example.net</LoginName>
                <DomainRequired>off</DomainRequired>
                <SPA>off</SPA>
                <SSL>on</SSL>
                <Encryption>SSL</Encryption>
                <AuthRequired>on</AuthRequired>
              </Protocol>
              <Protocol>
                <Type>POP3</Type>
                <Server>pen3.mail.example.net</Server>
                <Port>995</Port>
                <LoginName>a@example.net</LoginName>
                <DomainRequired>off</DomainRequired>
                <SPA>off</SPA>
                <SSL>on</SSL>
                <Encryption>SSL</Encryption>
                <AuthRequired>on</AuthRequired>
              </Protocol>
              <Protocol>
                <Type>SMTP</Type>
                <Server>pen3.mail.example.net</Server>
                <Port>587</Port>
                <LoginName>a@example.net</LoginName>
                <DomainRequired>off</DomainRequired>
                <SPA>off</SPA>
                <SSL>on</SSL>
                <Encryption>TLS</Encryption>
                <AuthRequired>on</AuthRequired>
                <UsePOPAuth>on</UsePOPAuth>
                <SMTPLast>off</SMTPLast>
              </Protocol>
            </Account>
          </Response>
        </Autodiscover>
    "#]],
    );
}

#[test]
fn a_zone_says_what_is_not_offered() {
    check(
        "dns",
        None,
        expect![[r#"
        _imaps._tcp	IN	SRV	0 1 993 pen3.mail.example.net.
        _imap._tcp	IN	SRV	0 0 0 .
        _pop3s._tcp	IN	SRV	1 1 995 pen3.mail.example.net.
        _pop3._tcp	IN	SRV	0 0 0 .
        _submissions._tcp	IN	SRV	0 0 0 .
        _submission._tcp	IN	SRV	0 1 587 pen3.mail.example.net.
    "#]],
    );
}

#[test]
fn json_holds_all() {
    check(
        "json",
        None,
        expect![[r#"
        {
          "domains": [],
          "guides": [
            {
              "lang": "de-DE",
              "title": "Stifte",
              "url": "https://example.net/a?b&c"
            }
          ],
          "incoming": [
            {
              "authentication": "password",
              "host": "pen3.mail.example.net",
              "port": 443,
              "protocol": "activesync",
              "security": "tls",
              "username": "address"
            },
            {
              "authentication": "password",
              "host": "pen3.mail.example.net",
              "port": 993,
              "protocol": "imap",
              "security": "tls",
              "username": "address"
            },
            {
              "authentication": "password",
              "host": "pen3.mail.example.net",
              "port": 995,
              "protocol": "pop3",
              "security": "tls",
              "username": "address"
            }
          ],
          "names": {
            "de-de": "Pens & Mail",
            "en-gb": "Pens & Mail"
          },
          "outgoing": [
            {
              "authentication": "password",
              "host": "pen3.mail.example.net",
              "port": 587,
              "protocol": "smtp",
              "security": "starttls",
              "username": "address"
            }
          ],
          "service": "pens",
          "version": 1
        }
    "#]],
    );
}

#[test]
fn a_qr_code_needs_an_address() {
    assert_eq!(write("qr", &service(), &["pens.server=3"], None), None);
    let values = Values::parse(&["pens.server=3"], &[service()]).unwrap();
    let account = Account { service: &service(), texts: &texts(), has_address: true };
    let said = (format("qr").unwrap().template)(&account).unwrap().fill(&Filled {
        values: &values,
        address: Some("a.b+c@example.net"),
        site: None,
    });
    expect![[r#"[1,[1,1],[0,"pen3.mail.example.net",993,3,1,"a.b+c@example.net"],[[[0,"pen3.mail.example.net",587,2,1,"a.b+c@example.net"],["a.b+c@example.net","a.b+c@example.net"]]]]"#]].assert_eq(&said.unwrap());
}

#[test]
fn what_is_not_known_or_no_host_gives_no_file() {
    let mut wild = service();
    wild.parameters[0].grammar = Grammar::Pattern(regex::Regex::new("(?s).*").unwrap());
    for format in FORMATS {
        assert_eq!(write(format.name, &service(), &[], Some("a@example.net")), None, "{}", format.name);
        for hostile in ["x</string>", "x\n_evil", "3.evil.example/", "\u{E000}pens.server\u{E001}", "a b", "-"] {
            let set = format!("pens.server={hostile}");
            assert_eq!(write(format.name, &wild, &[&set], Some("a@example.net")), None, "{} {hostile}", format.name);
        }
        for address in ["", "a", "a@b", "a\"@example.net", "a@example.net\"", "<a>@example.net"] {
            let account = Account { service: &service(), texts: &texts(), has_address: true };
            let values = Values::parse(&["pens.server=3"], &[service()]).unwrap();
            let template = (format.template)(&account).unwrap();
            let needs_address = template.text.contains(ADDRESS);
            assert!(
                !needs_address || template.fill(&Filled { values: &values, address: Some(address), site: None }).is_none(),
                "{}",
                format.name
            );
        }
    }
}

#[test]
fn a_format_without_words_for_a_service_gives_no_file() {
    let mut sign_in = service();
    sign_in.endpoints.iter_mut().for_each(|endpoint| endpoint.authentication = Authentication::OAuth2);
    let has = |service: &Service, name: &str| write(name, service, &["pens.server=3"], Some("a@example.net")).is_some();
    assert!(!has(&sign_in, "apple") && !has(&sign_in, "autodiscover"));
    assert!(has(&sign_in, "autoconfig") && has(&sign_in, "qr") && has(&sign_in, "json"));
    let mut without_mail = service();
    without_mail.endpoints.truncate(1);
    assert_eq!(FORMATS.iter().filter(|format| has(&without_mail, format.name)).map(|format| format.name).collect::<Vec<_>>(), ["json"]);
}

#[test]
fn sign_ins_by_part_of_an_address() {
    let mut local = service();
    local.endpoints.iter_mut().for_each(|endpoint| endpoint.username = Username::LocalPart);
    let wrote = |name: &str| write(name, &local, &["pens.server=3"], Some("user@example.net")).unwrap();
    assert!(wrote("autoconfig").contains("<username>%EMAILLOCALPART%</username>"));
    assert!(wrote("autodiscover").contains("<LoginName>user</LoginName>"));
    assert!(wrote("apple").contains("<string>user</string>"));
}

#[test]
fn the_only_format_that_has_no_word_for_an_upgrade_is_told_of() {
    let texts = texts();
    let mut service = service();
    assert!(upgrades(&Account { service: &service, texts: &texts, has_address: false }));
    service.endpoints[3].security = Security::Tls;
    assert!(!upgrades(&Account { service: &service, texts: &texts, has_address: false }));
}

/// Reads a code as a scanner does, from a picture of it.
fn scan(svg: &str) -> String {
    let size: usize = svg.split(['"', ' ']).skip_while(|word| *word != "viewBox=").nth(3).unwrap().parse().unwrap();
    let mut dark = vec![false; size * size];
    for run in svg.split('M').skip(1) {
        let numbers: Vec<usize> = run.split(|letter: char| !letter.is_ascii_digit()).filter_map(|word| word.parse().ok()).take(3).collect();
        let [x, y, length] = numbers[..] else { continue };
        if length < size {
            dark[y * size + x..][..length].fill(true);
        }
    }
    let scale = 4;
    let shade = |x: usize, y: usize| if dark[y / scale * size + x / scale] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(size * scale, size * scale, shade);
    picture.detect_grids()[0].decode().unwrap().1
}

#[test]
fn another_program_reads_the_code() {
    let code = write("qr", &service(), &["pens.server=3"], Some("user@example.net")).unwrap();
    let read: serde_json::Value = serde_json::from_str(&scan(&code)).unwrap();
    let (login, host) = ("user@example.net", "pen3.mail.example.net");
    // As thunderbird-android describes it in `feature/migration/qrcode/qr-code-format.md`.
    let described = serde_json::json!([1, [1, 1], [0, host, 993, 3, 1, login], [[[0, host, 587, 2, 1, login], [login, login]]]]);
    assert_eq!(read, described);
    for length in [1, 40, 200, 800, 1500] {
        let text = "0123456789".repeat(150)[..length].to_owned();
        assert_eq!(scan(&svg(&text).unwrap()), text);
    }
    assert_eq!(svg(&"a".repeat(3000)), None, "too much for any code");
}
