//! Settings that a guide tells, and how it labels them.

use super::{check, check_body, check_only, right};
use expect_test::expect;

#[test]
fn odd_pairs_of_port_and_security() {
    check(
        "-- a/guide.en.md --\n---\ntitle: A\n---\n\n\
         |Type|Server|Port|Security|\n|-|-|-|-|\n|SMTP|smtp.example.net|465|STARTTLS|\n|POP|pop.example.net|993|SSL/TLS|\n|IMAP|imap.example.net|993|SSL/TLS|\n",
        expect![[r#"
            a/guide.en.md:7:24 ‹465› settings-odd-pair: port 465 goes with `SSL/TLS`
              a/guide.en.md:7:28 ‹STARTTLS› `STARTTLS` here
            a/guide.en.md:8:22 ‹993› settings-odd-pair: port 993 is that of `imap`, not of `pop3`
        "#]],
    );
}

#[test]
fn a_label_of_the_other_direction() {
    check_body(
        "fr",
        "|Information|Description|\n|-|-|\n|Serveur (entrant)|smtp.example.net|\n|Port|465|\n|Type de sécurité|SSL/TLS|\n",
        expect![[r#"
            a/guide.fr.md:7:2 ‹Serveur (entrant)› settings-label-direction: this label says incoming, and the server is for outgoing mail
        "#]],
    );
    check_body(
        "en",
        "- **Outgoing server (IMAP)**: mail.example.net\n- **Port**: 993\n",
        expect![[r#"
        a/guide.en.md:5:3 ‹**Outgoing server (IMAP)**› settings-label-direction: this label says outgoing, and the server is for incoming mail
    "#]],
    );
    right("fr", "|Information|Description|\n|-|-|\n|Serveur (sortant)|smtp.example.net|\n|Port|465|\n");
    right("en", "Incoming mail: your own smtp.example.net is not asked.\n");
}

#[test]
fn one_region_under_two_names() {
    check_body(
        "en",
        "|A|B|\n|-|-|\n|Server **EUROPE**|imap.example.net|\n|Server **AMERICA**|imap.example.ca|\n\n\
         |A|B|\n|-|-|\n|Server **EUROPE**|imap.example.net|\n|Server **CANADA**|imap.example.ca|\n",
        expect![[r#"
            a/guide.en.md:13:9 ‹**CANADA**› settings-label-mixed: the region of `imap.example.ca` is called `CANADA` here, and `AMERICA` elsewhere
              a/guide.en.md:8:9 ‹**AMERICA**› `AMERICA` here
        "#]],
    );
}

#[test]
fn a_label_that_stands_twice() {
    check_body(
        "en",
        "- **Incoming server (IMAP)**: 993\n- **Encryption**: SSL/TLS\n- **Outgoing server (SMTP)**: 587\n- **Encryption**: STARTTLS\n",
        expect![[r#"
            a/guide.en.md:8:3 ‹**Encryption**› settings-duplicate-label: the label `encryption` stands twice in this list
              a/guide.en.md:6:3 ‹**Encryption**› first here
        "#]],
    );
    right("en", "- **Incoming server (IMAP)**: 993\n- **Encryption**: SSL/TLS\n");
}

#[test]
fn advice_to_accept_all_certificates() {
    let texts = [
        ("fr", "Type de sécurité : SSL/TLS (accepter tous les certificats)."),
        ("en", "Security type: SSL/TLS (accept all certificates)."),
        ("de", "Sicherheitstyp: SSL/TLS (alle Zertifikate akzeptieren)."),
        ("es", "Tipo de seguridad: SSL/TLS (aceptar todos los certificados)."),
        ("it", "Tipo di sicurezza: SSL/TLS (accetta tutti i certificati)."),
        ("pl", "Typ zabezpieczeń: SSL/TLS (akceptuj wszystkie certyfikaty)."),
        ("pt", "Tipo de segurança: SSL/TLS (aceitar todos os certificados)."),
    ];
    let guides = texts.map(|(language, text)| format!("-- a/guide.{language}.md --\n---\ntitle: A\n---\n\n{text}\n"));
    check(
        &guides.concat(),
        expect![[r#"
        a/guide.de.md:5:26 ‹alle Zertifikate akzeptieren› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
        a/guide.en.md:5:25 ‹accept all certificates› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
        a/guide.es.md:5:29 ‹aceptar todos los certificados› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
        a/guide.fr.md:5:29 ‹accepter tous les certificats› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
        a/guide.it.md:5:29 ‹accetta tutti i certificati› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
        a/guide.pl.md:5:28 ‹akceptuj wszystkie certyfikaty› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
        a/guide.pt.md:5:29 ‹aceitar todos os certificados› settings-unverified-certificate: whoever accepts all certificates may send the password to anyone
    "#]],
    );
}

#[test]
fn advice_to_do_without_encryption() {
    let texts = [
        ("fr", "Décochez `Utiliser SSL`{.action}."),
        ("en", "In **Security**, choose `No encryption`{.action}. Then disable the SSL option."),
        ("de", "Wählen Sie keine Verschlüsselung."),
        ("es", "Desactive el cifrado SSL."),
        ("it", "Seleziona `Nessuna crittografia`{.action}."),
        ("pl", "Wyłącz Szyfrowanie, czyli ssl."),
        ("pt", "Desmarque a opção SSL/TLS."),
    ];
    let guides = texts.map(|(language, text)| format!("-- a/guide.{language}.md --\n---\ntitle: A\n---\n\n{text}\n"));
    check_only(
        &["settings-unencrypted"],
        &guides.concat(),
        expect![[r#"
        a/guide.de.md:5:1 ‹Wählen Sie keine Verschlüsselung› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.en.md:5:25 ‹`No encryption`› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.en.md:5:56 ‹disable the SSL› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.es.md:5:1 ‹Desactive el cifrado› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.fr.md:5:10 ‹`Utiliser SSL`› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.it.md:5:11 ‹`Nessuna crittografia`› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.pl.md:5:1 ‹Wyłącz Szyfrowanie› settings-unencrypted: whoever follows this sends mail and passwords without encryption
        a/guide.pt.md:5:1 ‹Desmarque a opção SSL/TLS› settings-unencrypted: whoever follows this sends mail and passwords without encryption
    "#]],
    );
    for (language, text) in [
        ("en", "If you turn off SSL, everybody can read your mail. Never choose `No encryption`{.action}. Choose `SSL`{.action}."),
        ("fr", "Ne décochez pas `Utiliser SSL`{.action}. Cochez `SSL`{.action}, et sélectionnez le chiffrement SSL."),
        ("de", "Schalten Sie SSL ein. Deaktivieren Sie die Synchronisierung, nicht die Verschlüsselung."),
        ("es", "Seleccione `SSL`{.action}. Desactive el antivirus."),
        ("en", "Disable TLS 1.0 and SSL v3. Use `0` to disable TLS session caching. Disable DNS over TLS."),
        ("fr", "Désactivez TLS 1.0, puis SSL 3.0."),
    ] {
        right(language, &format!("{text}\n"));
    }
}

#[test]
fn a_warning_is_no_advice() {
    for (language, text) in [
        ("fr", "Ne choisissez jamais « accepter tous les certificats »."),
        ("en", "Never choose `Accept all certificates`{.action}."),
        ("en", "Don’t accept all certificates."),
        ("en", "Do 'not' accept all certificates."),
        ("de", "Wählen Sie nie `Alle Zertifikate akzeptieren`{.action}."),
        ("pl", "Nigdy nie wybieraj opcji `Akceptuj wszystkie certyfikaty`{.action}."),
        ("it", "Non scegliere `Accetta tutti i certificati`{.action}."),
    ] {
        right(language, &format!("{text}\n"));
    }
}

#[test]
fn settings_without_encryption() {
    let table = |port: &str, security: &str| format!("|Type|Server|Port|Security|\n|-|-|-|-|\n|SMTP|smtp.example.net|{port}|{security}|\n");
    check_body(
        "en",
        &table("587", "None"),
        expect![[r#"
            a/guide.en.md:7:28 ‹None› settings-unencrypted: mail and password travel without encryption
        "#]],
    );
    check_body(
        "en",
        &table("25", ""),
        expect![[r#"
        a/guide.en.md:7:24 ‹25› settings-unencrypted: port 25 is for servers among themselves: many networks block it, and few encrypt it
    "#]],
    );
    right("en", &table("587", "STARTTLS"));
    right("en", "|Type|Server|Port|Security|\n|-|-|-|-|\n|IMAP|imap.example.net|993|SSL/TLS|\n|IMAP|imap.example.net|143|None|\n");
}

#[test]
fn a_right_translation_of_a_source_that_is_odd() {
    let guide = |port: u16| format!("---\ntitle: A\n---\n\n|Protocol|Server|Port|\n|-|-|-|\n|POP|pop.example.net|{port}|\n");
    check(
        &format!(
            "-- polyguide.yaml --\nsource_locale: fr\nlocales: {{fr: {{}}, en: {{}}}}\n-- content/a/guide.fr.md --\n{}-- content/a/guide.en.md --\n{}",
            guide(993),
            guide(995)
        ),
        expect![[r#"
            content/a/guide.fr.md:7:22 ‹993› settings-odd-pair: port 993 is that of `imap`, not of `pop3`
            content/a/guide.fr.md:5:11 ‹Server› translation-residue: `Server` is English
        "#]],
    );
}
