//! What `polyguide profiles` writes, read by programs that others wrote, and held against the schema of our own format.

#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

#[path = "support/program.rs"]
mod program;

use pimconf::autoconfig::types::{AuthenticationType, Autoconfig, SecurityType, ServerType};
use program::run_aloud;
use serde_json::Value;
use std::{fs, path::Path};
use tempfile::TempDir;

const ADDRESS: &str = "user@example.com";

/// A small site with two services that differ in all that the data can say.
fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join("site").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "polyguide.yaml",
        "title: Pens\nsource_locale: en-gb\nbase_url: https://guides.example.org/\nlocales: { en-gb: {}, de-de: {} }\n",
    );
    write("content/pens/guide.en-gb.md", "---\ntitle: Pens & more\n---\n\n> [!settings] pens\n\n> [!settings] inks\n");
    write("content/pens/guide.de-de.md", "---\ntitle: Stifte\n---\n\n> [!settings] pens\n");
    write(
        "data/services/pens.yaml",
        "name: { en-gb: Pens <Mail>, de-de: Stiftpost }\nparameters: { server: { integer: [1, 9] } }\nhost: 'pen{server}.example.net'\nendpoints:\n- { direction: incoming, protocol: imap, port: 993, security: tls }\n- { direction: incoming, protocol: pop3, port: 110, security: starttls, username: local-part, authentication: encrypted-password }\n- { direction: outgoing, protocol: smtp, port: 587, security: starttls, host: out.example.net }\n",
    );
    write(
        "data/services/inks.yaml",
        "name: { en-gb: Inks }\nhost: ink.example.net\ndomains: [ink.example, inks.example]\ndocumentation: { en-gb: 'https://ink.example/help?a&b' }\nendpoints:\n- { direction: incoming, protocol: imap, port: 993, security: tls, authentication: oauth2 }\n- { direction: outgoing, protocol: smtp, port: 465, security: tls, authentication: oauth2 }\n",
    );
    folder
}

/// Runs the command; its exit code and all that it said.
fn run(folder: &Path, options: &str) -> (i32, String) {
    run_aloud(folder, &format!("profiles site --out out {options}"))
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("out").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn paths(folder: &Path) -> Vec<String> {
    let out = folder.join("out");
    let files = walkdir::WalkDir::new(&out).sort_by_file_name().into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
    let paths = files.map(|file| file.path().strip_prefix(&out).unwrap().to_str().unwrap().to_owned());
    paths.filter(|path| !path.starts_with(".polyguide")).collect()
}

#[test]
fn each_service_has_a_folder_that_a_web_server_can_serve() {
    let folder = site();
    let (code, said) = run(folder.path(), "--set pens.server=3 --locale en-gb");
    assert_eq!((code, &*said), (0, "left out: QR codes, which need `--address`\nwrote 15 files to `out`\n"));
    let names = |service: &str, formats: &[&str]| -> Vec<String> {
        formats.iter().map(|format| format!("{service}/en-gb/{service}{format}")).collect()
    };
    let mut expected = names("inks", &[".autoconfig.xml", ".json", ".zone"]);
    expected.extend(names("pens", &[".autoconfig.xml", ".autodiscover.xml", ".json", ".mobileconfig", ".zone"]));
    for service in ["inks", "pens"] {
        for place in [".well-known/autoconfig/mail/config-v1.1.xml", "mail/config-v1.1.xml", "nginx.conf"] {
            expected.push(format!("{service}/{place}"));
        }
    }
    // Autodiscover of `inks` has no word for its sign-in.
    expected.push("pens/autodiscover/autodiscover.xml".into());
    expected.sort();
    let mut found = paths(folder.path());
    found.sort();
    assert_eq!(found, expected);
    let (code, _) = run(folder.path(), "--set pens.server=3 --locale en-gb --service pens --format dns");
    assert_eq!((code, paths(folder.path())), (0, vec!["pens/en-gb/pens.zone".to_owned(), "pens/nginx.conf".to_owned()]));
}

#[test]
fn what_cannot_be_written_is_said_before_anything_is() {
    let folder = site();
    for (options, message) in [
        ("--set pens.server=10", "allowed: a whole number from 1 to 9"),
        ("--service pens", "nothing to write: `pens`, which needs `--set pens.server=…`"),
        ("--service pen", "unknown service `pen`; did you mean `pens`?"),
        ("--locale fr-fr --set pens.server=1", "this site has no locale `fr-fr`"),
    ] {
        let (code, said) = run(folder.path(), options);
        assert!(code == 2 && said.contains(message), "{options}: {said}");
        assert!(!folder.path().join("out").exists(), "{options}");
    }
    let (code, said) = run(folder.path(), "");
    assert!(code == 0 && said.contains("left out: `pens`, which needs `--set pens.server=…`"), "{said}");
}

#[test]
fn another_program_reads_autoconfig() {
    let folder = site();
    run(folder.path(), "--set pens.server=3 --domain pens.example");
    let config: Autoconfig = serde_xml_rs::from_str(&read(folder.path(), "pens/mail/config-v1.1.xml")).unwrap();
    let provider = config.email_provider;
    assert_eq!((&*config.version, &*provider.id, provider.domain), ("1.1", "pens.example", vec!["pens.example".to_owned()]));
    assert_eq!(provider.display_name.as_deref(), Some("Pens <Mail>"));
    let [imap, pop] = &provider.incoming_server[..] else { panic!("two servers for incoming mail") };
    let [smtp] = &provider.outgoing_server[..] else { panic!("one server for outgoing mail") };
    assert!(matches!((&imap.r#type, &pop.r#type, &smtp.r#type), (ServerType::Imap, ServerType::Pop3, ServerType::Smtp)));
    assert_eq!(
        (imap.hostname.as_deref(), imap.port, imap.username.as_deref()),
        (Some("pen3.example.net"), Some(993), Some("%EMAILADDRESS%"))
    );
    assert_eq!(
        (pop.hostname.as_deref(), pop.port, pop.username.as_deref()),
        (Some("pen3.example.net"), Some(110), Some("%EMAILLOCALPART%"))
    );
    assert_eq!((smtp.hostname.as_deref(), smtp.port), (Some("out.example.net"), Some(587)));
    assert!(matches!(imap.socket_type, Some(SecurityType::Tls)) && matches!(smtp.socket_type, Some(SecurityType::Starttls)));
    assert!(matches!(imap.authentication[..], [AuthenticationType::PasswordCleartext]));
    assert!(matches!(pop.authentication[..], [AuthenticationType::PasswordEncrypted]));
    let urls: Vec<&str> = provider.documentation.iter().map(|guide| &*guide.url).collect();
    assert_eq!(urls, ["https://guides.example.org/en-gb/pens/", "https://guides.example.org/de-de/pens/"]);
    let inks: Autoconfig = serde_xml_rs::from_str(&read(folder.path(), "inks/mail/config-v1.1.xml")).unwrap();
    assert!(matches!(inks.email_provider.incoming_server[0].authentication[..], [AuthenticationType::OAuth2]));
    assert_eq!(inks.email_provider.documentation[0].url, "https://ink.example/help?a&b");
}

#[test]
fn json_is_as_its_schema_says() {
    let folder = site();
    run(folder.path(), &format!("--set pens.server=3 --address {ADDRESS}"));
    let schema: Value = serde_json::from_str(include_str!("../docs/profile.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in ["inks/en-gb/inks.json", "pens/en-gb/pens.json", "pens/de-de/pens.json"] {
        let profile: Value = serde_json::from_str(&read(folder.path(), path)).unwrap();
        let mistakes: Vec<String> = validator.iter_errors(&profile).map(|error| error.to_string()).collect();
        assert_eq!(mistakes, Vec::<String>::new(), "{path}");
    }
    let mut wrong: Value = serde_json::from_str(&read(folder.path(), "pens/en-gb/pens.json")).unwrap();
    assert_eq!(wrong["incoming"][1]["login"], "user");
    wrong["incoming"][0]["port"] = 0.into();
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn files_are_the_same_each_time_and_in_the_language_of_their_readers() {
    let (one, other) = (site(), site());
    let options = format!("--set pens.server=3 --address {ADDRESS}");
    run(one.path(), &options);
    run(other.path(), &options);
    assert!(paths(one.path()).len() > 20 && paths(one.path()) == paths(other.path()));
    for path in paths(one.path()) {
        assert_eq!(read(one.path(), &path), read(other.path(), &path), "{path}");
    }
    let german = read(one.path(), "pens/de-de/pens.mobileconfig");
    assert!(german.contains("<string>Stiftpost</string>") && german.contains("Ein Passwort ist nicht enthalten"), "{german}");
}

#[test]
fn where_nothing_can_be_written_the_reason_is_said() {
    let folder = site();
    let (code, said) = run(folder.path(), "--set pens.server=3 --format qr");
    assert_eq!((code, said.contains("nothing to write: QR codes, which need `--address`")), (2, true), "{said}");
    assert!(!folder.path().join("out").exists(), "{said}");
    let (code, said) = run(folder.path(), "--set pens.server=3 --format json --locale en-gb --service inks");
    assert_eq!((code, said.contains("nothing to write")), (0, false), "{said}");
}
