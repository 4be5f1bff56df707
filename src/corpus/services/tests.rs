//! Small descriptions in, services and what was said out.

use super::*;
use crate::{
    service::{Authentication, Endpoint, HostPart, HostTemplate, Username},
    text::line_and_column,
};
use expect_test::{Expect, expect};
use std::fmt::Write;

const EMAIL_PRO: &str = include_str!("../../../data/services/email-pro.yaml");
const EXCHANGE: &str = include_str!("../../../data/services/exchange.yaml");

/// The service in short.
fn show(service: &Service, out: &mut String) {
    let host = |host: &HostTemplate| {
        host.parts.iter().fold(String::new(), |out, part| match part {
            HostPart::Literal(text) => out + text,
            HostPart::Parameter(index) => out + "{" + &index.to_string() + "}",
        })
    };
    writeln!(out, "{} {:?} {}", service.id, service.names, host(&service.host)).unwrap();
    for parameter in &service.parameters {
        writeln!(
            out,
            "  {}: {}, {:?}, {:?}",
            parameter.name,
            parameter.grammar.describe(),
            parameter.mark,
            parameter.find.as_ref().map(|id| &id.value)
        )
        .unwrap();
    }
    for Endpoint { direction, protocol, port, security, host: own, authentication, username } in &service.endpoints {
        let own = own.as_ref().map(host).unwrap_or_default();
        writeln!(out, "  {} {} {port} {} {own}", direction.as_str(), protocol.as_str(), security.as_str()).unwrap();
        if (*authentication, *username) != (Authentication::Password, Username::Address) {
            writeln!(out, "    {} {}", authentication.as_str(), username.as_str()).unwrap();
        }
    }
    if !(service.domains.is_empty() && service.documentation.is_empty() && service.profiles.is_none()) {
        writeln!(out, "  {:?} {:?} {:?}", service.domains, service.documentation, service.profiles).unwrap();
    }
}

#[track_caller]
fn check(yaml: &str, expected: Expect) {
    let (service, diagnostics) = parse("mail", FileId(0), yaml);
    let mut out = String::new();
    service.iter().for_each(|service| show(service, &mut out));
    for found in diagnostics {
        let (line, column) = line_and_column(yaml, found.span.start as usize);
        writeln!(out, "{line}:{column} {}: {} ({})", found.code.id, found.message, found.help.unwrap_or_default()).unwrap();
    }
    expected.assert_eq(&out);
}

#[test]
fn the_bundled_services_have_no_mistakes() {
    check(
        EMAIL_PRO,
        expect![[r#"
        mail {`ar`: "Email Pro", `de-de`: "E-Mail Pro", `en-gb`: "Email Pro", `es-es`: "Email Pro", `fr-fr`: "E-mail Pro", `it-it`: "Email Pro", `pl-pl`: "E-mail Pro", `pt-pt`: "E-mail Pro"} pro{0}.mail.ovh.net
          server: a whole number from 1 to 99, "?", Some("find-server-number")
          incoming imap 993 tls 
          incoming pop3 995 tls 
          outgoing smtp 587 starttls 
    "#]],
    );
    check(
        EXCHANGE,
        expect![[r#"
        mail {`ar`: "Exchange", `de-de`: "Exchange", `en-gb`: "Exchange", `es-es`: "Exchange", `fr-fr`: "Exchange", `it-it`: "Exchange", `pl-pl`: "Exchange", `pt-pt`: "Exchange"} ex{0}.mail.ovh.net
          server: a whole number from 1 to 99, "?", Some("find-server-number")
          incoming activesync 443 tls 
          incoming imap 993 tls 
          incoming pop3 995 tls 
          outgoing smtp 587 starttls 
    "#]],
    );
}

#[test]
fn every_kind_of_parameter() {
    check(
        "name: { en: Mail }\nparameters:\n  a: { choice: [eu, ca], mark: XX }\n  b: { domain }\n  c: { email: true }\n  d: { pattern: 'a|ab' }\n  e: domain\nhost: Mail.{a}.{b}\nendpoints:\n- { direction: outgoing, protocol: smtp, port: 25, security: none, host: '{e}' }\n",
        expect![[r#"
            mail {`en`: "Mail"} mail.{0}.{1}
              a: `eu` or `ca`, "XX", None
              b: a domain name such as `example.net`, "?", None
              c: an address such as `name@example.net`, "?", None
              d: a text that matches `^(?:a|ab)$`, "?", None
              e: a domain name such as `example.net`, "?", None
              outgoing smtp 25 none {4}
        "#]],
    );
    let (service, _) = parse("mail", FileId(0), "parameters: { d: { pattern: 'a|ab' } }\nhost: a.b\n");
    assert!(service.unwrap().parameters[0].grammar.allows("ab"), "a pattern matches from end to end");
}

#[test]
fn mistakes_in_parameters_are_said_at_their_line() {
    check(
        "name: { en: Mail }\nparameters:\n  Bad: { domain }\n  a: { integer: [9, 1] }\n  b: { integer: 5 }\n  c: { choice: [] }\n  d: { pattern: '(' }\n  e: { pattern: 'a)|(b' }\n  f: { integer: [1, 9], mark: '' }\n  g: { integer: [1, 9], mark: 5, where: 'see there' }\n  h: { mark: \"?\" }\n  i: { domain: no }\n  j: { domain, email }\n  k: phone\n  l: { integr: [1, 2] }\n  m: { pattern: '\\bx' }\nhost: mail.example.net\nendpoints: []\n",
        expect![[r#"
            mail {`en`: "Mail"} mail.example.net
              f: a whole number from 1 to 9, "?", None
              g: a whole number from 1 to 9, "?", None
              j: a domain name such as `example.net`, "?", None
            3:3 service-data: `Bad` is no name for a parameter (use small letters, digits, `-` and `_`)
            4:17 service-data: no number lies between 9 and 1 (write `[1, 9]`)
            5:17 service-data: `integer` must be two whole numbers (write the first and the last: `[1, 99]`)
            6:8 service-data: `choice` must be a list of texts (write `[eu, ca]`)
            7:17 service-data: `(` is no pattern: unclosed group (patterns are regular expressions, such as `[a-z]+[0-9]`)
            8:17 service-data: `a)|(b` is no pattern: unopened group (patterns are regular expressions, such as `[a-z]+[0-9]`)
            9:25 service-data: the mark is empty (write its value after the colon)
            10:31 service-data: the mark `5` is itself an allowed value (use a sign that no value has, such as `?`)
            10:41 service-data: `see there` is no name of a message (such as `find-server-number`)
            11:3 service-data: the parameter does not say what is allowed (add `integer`, `choice`, `domain`, `email` or `pattern`)
            12:16 service-data: `domain` must be `true` (write `domain: true`)
            13:16 service-data: `domain` and `email` exclude each other (keep one of them; the first one counts)
            14:6 service-data: unknown kind `phone` (allowed: `domain` or `email`)
            15:3 service-data: the parameter does not say what is allowed (add `integer`, `choice`, `domain`, `email` or `pattern`)
            15:8 service-data: unknown key `integr` (did you mean `integer`?)
            16:17 service-data: `\bx` means something else in browsers (leave out `\b`, `\B`, `\<`, `\>` and the flag `m`: what is typed is matched from end to end)
        "#]],
    );
}

#[test]
fn mistakes_in_hosts_are_said_at_their_line() {
    for host in [
        "pro{sever}.example.net",
        "pro{server",
        "pro_{server}.example.net",
        "localhost",
        "a..b",
        "{mail}.net",
        "-{size}.net",
        "",
        "x y.net",
    ] {
        let yaml = format!(
            "name: {{ en: Mail }}\nparameters: {{ server: {{ integer: [1, 9] }}, mail: email, size: {{ choice: [s, l_x] }} }}\nhost: \"{host}\"\nendpoints: []\n"
        );
        let (service, diagnostics) = parse("mail", FileId(0), &yaml);
        assert!(service.is_none(), "{host}");
        assert_eq!(diagnostics.len(), 1, "{host}: {diagnostics:?}");
        assert_eq!(line_and_column(&yaml, diagnostics[0].span.start as usize).0, 3, "{host}");
    }
    check(
        "name: { en: Mail }\nparameters: { server: { integer: [9, 1] } }\nhost: 'pro{server}.example.net'\nendpoints: []\n",
        expect![[r#"
            2:34 service-data: no number lies between 9 and 1 (write `[1, 9]`)
        "#]],
    );
    check(
        "name: { en: Mail }\nhost: 'pro{server}.example.net'\nendpoints: []\n",
        expect![[r#"
        2:7 service-data: unknown parameter `server` (describe it in `parameters`)
    "#]],
    );
}

#[test]
fn mistakes_in_endpoints_are_said_at_their_line() {
    check(
        "name: { en: Mail }\nhost: mail.example.net\nendpoints:\n- { direction: incoming, protocol: imap, port: 0, security: tls }\n- { direction: in, protocol: pop, port: 65536, security: ssl }\n- { protocol: imap, port: 993, security: tls, hots: x }\n- { direction: outgoing, protocol: imap, port: 993, security: tls }\n- { direction: incoming, protocol: imap, port: 993, security: tls }\n- { direction: incoming, protocol: imap, port: 993, security: tls }\n- x\n-\n- { direction: incoming, protocol: imap, port: 993, security: tls, host: a_b.net }\n",
        expect![[r#"
            mail {`en`: "Mail"} mail.example.net
              incoming imap 993 tls 
            4:48 service-data: `0` is no port (write a whole number from 1 to 65535)
            5:16 service-data: unknown direction `in` (allowed: `incoming` or `outgoing`)
            5:30 service-data: unknown protocol `pop` (did you mean `pop3`?)
            5:41 service-data: `65536` is no port (write a whole number from 1 to 65535)
            5:58 service-data: unknown security `ssl` (allowed: `tls`, `starttls` or `none`)
            6:3 service-data: the endpoint has no `direction` (add `direction: …`)
            6:47 service-data: unknown key `hots` (did you mean `host`?)
            7:3 service-data: `imap` is incoming, not outgoing (mail is fetched by `imap` and `pop3`, and sent by `smtp`)
            9:3 service-data: the endpoint stands twice (keep one of them)
            10:3 service-data: an endpoint must be a mapping (write lines like `key: value`)
            11:2 service-data: the endpoint is empty (remove it, or write its `direction`, `protocol`, `port` and `security`)
            12:74 service-data: `a_b.net` is no host name (write labels of letters, digits and hyphens, with dots)
        "#]],
    );
}

#[test]
fn what_is_missing_is_said() {
    check(
        "parameters: {}\n",
        expect![[r#"
            1:1 service-data: the service has no `name` (add a line `name: …`)
            1:1 service-data: the service has no `host` (add a line `host: …`)
            1:1 service-data: the service has no `endpoints` (add a line `endpoints: …`)
        "#]],
    );
    check(
        "name: Mail\nhost: mail.example.net\nendpoints: x\nendpoint: y\n",
        expect![[r#"
            mail {} mail.example.net
            1:7 service-data: `name` must be a mapping (write lines like `key: value`)
            3:12 service-data: `endpoints` must be a list (begin each with `-`)
            4:1 service-data: unknown key `endpoint` (did you mean `endpoints`?)
        "#]],
    );
    check(
        "name: { en: '', e_n: x, fr: [x] }\nhost: [a.b]\nendpoints: []\n",
        expect![[r#"
            1:9 service-data: the name in `en` is empty (write its value after the colon)
            1:17 service-data: `e_n` is no locale (write `name: { en-gb: … }`)
            1:29 service-data: `fr` must be a text (put it in quotes if it begins with a bracket)
            2:7 service-data: `host` must be a text (put it in quotes if it begins with a bracket)
        "#]],
    );
}

#[test]
fn a_half_typed_file_says_only_that() {
    check(
        "name: { en: Mail }\nparameters:\n  server: { integer: [1, 9], mark: ? }\nhost: ex{server}.net\n",
        expect![[r#"
        3:36 service-data: not valid YAML: unexpected EOF while parsing an implicit flow mapping (put the `?` in quotes)
    "#]],
    );
    check(
        "name: { en: Mail }\nhost: mail.example.net\nendpoints:\n- { direction: incoming,\n",
        expect![[r#"
            mail {`en`: "Mail"} mail.example.net
            4:3 service-data: not valid YAML: unclosed bracket `{` (close it, or put the value in quotes)
        "#]],
    );
}

#[test]
fn the_site_replaces_bundled_services() {
    let own = "name: { en: Own }\nhost: own.example.net\nendpoints: []\n";
    let tree = SourceTree::from_memory([
        ("data/services/email-pro.yaml", own),
        ("data/services/exchange.yaml", "host: 1\n"),
        ("data/services/zimbra.yaml", own),
        ("data/services/Bad.yaml", own),
        ("data/services/sub/x.yaml", own),
        ("data/services/mx.yml", own),
        ("data/services/README.md", own),
    ]);
    let (services, diagnostics) = read_all(&tree, &[("exchange", EXCHANGE), ("email-pro", EMAIL_PRO)]);
    let found: Vec<(&str, &str)> = services.iter().map(|service| (&*service.id, service.name(&[]))).collect();
    assert_eq!(found, [("email-pro", "Own"), ("exchange", "Exchange"), ("zimbra", "Own")]);
    let said: Vec<String> = diagnostics.iter().map(|found| format!("{}: {}", tree.path(found.span.file), found.message)).collect();
    assert_eq!(
        said,
        [
            "data/services/Bad.yaml: `Bad` is no name for a service",
            "data/services/exchange.yaml: the service has no `name`",
            "data/services/exchange.yaml: the service has no `endpoints`",
            "data/services/exchange.yaml: `1` is no host name",
            "data/services/mx.yml: `data/services/mx.yml` is not read",
            "data/services/sub/x.yaml: `sub/x` is no name for a service",
        ]
    );
}

#[test]
fn what_files_say_besides() {
    check(
        "name: { en: Mail }\nhost: mail.example.net\ndomains: Example.net\ndocumentation: { en: https://example.net/mail, de: '' , fr: mail, x_y: https://a.b }\nprofiles: [apple, applee]\nendpoints:\n- { direction: incoming, protocol: imap, port: 143, security: starttls, username: local-part, authentication: oauth2 }\n- { direction: outgoing, protocol: smtp, port: 465, security: tls, username: name }\n- { direction: outgoing, protocol: smtp, port: 465, security: tls, authentication: passwort }\n",
        expect![[r#"
            mail {`en`: "Mail"} mail.example.net
              incoming imap 143 starttls 
                oauth2 local-part
              ["example.net"] {`en`: "https://example.net/mail"} Some(["apple"])
            4:48 service-data: the address in `de` is empty (write its value after the colon)
            4:61 service-data: `mail` is no address of the web (begin it with `https://`)
            4:67 service-data: `x_y` is no locale (write `documentation: { en-gb: https://… }`)
            5:19 service-data: unknown format `applee` (did you mean `apple`?)
            8:78 service-data: unknown username `name` (allowed: `address` or `local-part`)
            9:84 service-data: unknown authentication `passwort` (did you mean `password`?)
        "#]],
    );
    check(
        "name: { en: Mail }\nhost: mail.example.net\ndomains: [a.b, 'a b', a.b]\nprofiles: []\nendpoints: []\n",
        expect![[r#"
        mail {`en`: "Mail"} mail.example.net
          ["a.b"] {} Some([])
        3:16 service-data: `a b` is no domain (write what stands behind the `@`: `[example.net]`)
        3:23 service-data: the domain `a.b` stands twice (keep one of them)
    "#]],
    );
}

#[test]
fn what_no_format_can_say_is_told_at_its_line() {
    let data = "name: { en: Mail }\nhost: mail.example.net\nendpoints:\n";
    check(
        &format!(
            "{data}- {{ direction: incoming, protocol: imap, port: 0, security: tls }}\n- {{ direction: incoming, protocol: imap, port: 993, security: ssl }}\n- {{ direction: incoming, protocol: imap, port: 993, security: tls, host: 'mail_1' }}\n"
        ),
        expect![[r#"
            mail {`en`: "Mail"} mail.example.net
            4:48 service-data: `0` is no port (write a whole number from 1 to 65535)
            5:63 service-data: unknown security `ssl` (allowed: `tls`, `starttls` or `none`)
            6:74 service-data: `mail_1` is no host name (write labels of letters, digits and hyphens, with dots)
        "#]],
    );
}

#[test]
fn a_message_that_readers_have_not_is_told() {
    let read = |french: &str| {
        let files = [
            ("polyguide.yaml", "source_locale: en-gb\nlocales: { en-gb: {}, fr-fr: {} }\n"),
            (
                "data/services/mail.yaml",
                "name: { en-gb: Mail }\nparameters: { server: { integer: [1, 9], where: no-such-message } }\nhost: 'm{server}.example.net'\nendpoints:\n- { direction: incoming, protocol: imap, port: 993, security: tls }\n",
            ),
            ("locales/fr-fr/own.ftl", french),
        ];
        let tree = SourceTree::from_memory(files);
        let (_, diagnostics) = crate::corpus::Corpus::read(&tree, &crate::progress::NoProgress);
        let of_service = diagnostics.into_iter().filter(|found| found.code == &SERVICE_DATA);
        let told = of_service.map(|found| format!("{} {}", &files[1].1[found.span.range()], found.message));
        told.collect::<Vec<_>>()
    };
    assert_eq!(read(""), ["no-such-message there is no message `no-such-message`"]);
    assert_eq!(read("no-such-message = Voyez là\n"), ["no-such-message there is no message `no-such-message` for readers of `en-gb`"]);
}

#[test]
fn services_whose_hosts_are_not_recognized_are_told() {
    let path = |at: usize| format!("data/services/mail-{at:03}.yaml");
    let text = |at: usize| {
        format!(
            "name: {{ en: Mail }}\nhost: mail{at}.example.net\nendpoints:\n- {{ direction: incoming, protocol: imap, port: 993, security: tls }}\n"
        )
    };
    let told = |count: usize| {
        let tree = SourceTree::from_memory((0..count).map(|at| (path(at), text(at))));
        let (services, diagnostics) = read_all(&tree, &[]);
        assert_eq!(services.len(), count);
        diagnostics.iter().map(|found| format!("{}: {}", tree.path(found.span.file), found.message)).collect::<Vec<_>>()
    };
    assert!(told(256).is_empty());
    assert_eq!(told(258), ["data/services/mail-256.yaml: hosts of `mail-256`, and of all services behind it by name, are not recognized"]);
}
