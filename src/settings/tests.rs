//! Settings in every shape and language: a small text in, what it says out.

use super::*;
use crate::{
    dialect::{
        parse,
        source::Source,
        vocabulary::{Vocabulary, tests::services},
    },
    text::{FileId, line_and_column},
};
use expect_test::{Expect, expect};

fn found(text: &str) -> Settings {
    recognize(&parse(&Source::of_file(FileId(0), text, 0), &Vocabulary::new(&services())).blocks)
}

fn words(direction: Option<Direction>, protocol: Option<Protocol>, port: Option<u16>, security: Option<Security>) -> String {
    let words = [direction.map(Direction::as_str), protocol.map(Protocol::as_str), security.map(Security::as_str)];
    let port = port.map(|port| port.to_string());
    let all = [words[0], words[1], port.as_deref(), words[2]].map(|word| word.unwrap_or("-"));
    all.join(" ")
}

/// A line for each fact: service or host, what it is, and the bytes of port and security.
fn facts(text: &str) -> String {
    let line = |fact: &Fact| {
        let host = fact.service.map(|service| services()[service as usize].id.clone()).or(fact.host.as_deref().map(str::to_owned));
        let what = words(fact.direction, fact.protocol, Some(fact.port.value), fact.security.as_ref().map(|security| security.value));
        let bytes = |span: Span| &text[span.range()];
        let security = fact.security.as_ref().map_or("", |security| bytes(security.span));
        format!("{} {what} ‹{}› ‹{security}›\n", host.as_deref().unwrap_or("-"), bytes(fact.port.span))
    };
    found(text).facts.iter().map(line).collect()
}

/// A line for each block and each of its rows that says something.
fn marks(text: &str) -> String {
    let settings = found(text);
    let mut tables: Vec<_> = settings.tables.iter().collect();
    tables.sort_by_key(|(span, _)| **span);
    let mut out = String::new();
    for (span, Marked { service, direction, protocol, port, security, rows }) in tables {
        let show = |service: Option<u16>, what: String| {
            service.map_or(what.clone(), |service| format!("{} {what}", services()[service as usize].id))
        };
        let line = line_and_column(text, span.start as usize).0;
        out.push_str(&format!("line {line}: {}\n", show(*service, words(*direction, *protocol, *port, *security))));
        for (at, row) in rows.iter().enumerate() {
            if let Some(Row { service, direction, protocol, port, security }) = *row {
                out.push_str(&format!("  {at}: {}\n", show(service, words(direction, protocol, port, security))));
            }
        }
    }
    out
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&facts(text));
}

#[test]
fn a_row_for_each_setting() {
    let text = "- **For an IMAP account**\n\n|Field|Value|\n|---|---|\n|Username|your address|\n|Server|pro?.mail.ovh.net (put your number)|\n|Port|993|\n|Security type|SSL/TLS|\n";
    check(
        text,
        expect![[r#"
        email-pro incoming imap 993 tls ‹993› ‹SSL/TLS›
    "#]],
    );
    expect![[r#"
        line 3: email-pro incoming imap 993 tls
          1: email-pro - - - -
          2: - - 993 -
          3: - - - tls
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn a_row_for_each_server() {
    let text = "- **in POP**\n\n|Server type|Server name|Encryption|Port|\n|---|---|:-:|---|\n|Incoming|ex?.mail.ovh.net|SSL / TLS|995|\n|Outgoing|ex?.mail.ovh.net|STARTTLS|587|\n";
    check(
        text,
        expect![[r#"
        exchange incoming pop3 995 tls ‹995› ‹SSL / TLS›
        exchange outgoing smtp 587 starttls ‹587› ‹STARTTLS›
    "#]],
    );
    expect![[r#"
        line 3: exchange - - - -
          0: exchange incoming pop3 995 tls
          1: exchange outgoing smtp 587 starttls
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn rows_and_columns_in_every_language() {
    let table = |caption: &str, head: [&str; 4], rows: [&str; 2], yes: &str| {
        format!(
            "{caption}\n\n|{}|\n|---|---|---|---|\n|{}|ex?.mail.ovh.net|{yes}|993|\n|{}|ex?.mail.ovh.net|STARTTLS|587|\n",
            head.join("|"),
            rows[0],
            rows[1]
        )
    };
    for (caption, head, rows, yes) in [
        ("- **Réglages en IMAP**", ["Type de serveur", "Nom du serveur", "SSL", "Port"], ["Entrant", "Sortant"], "Oui"),
        (
            "- **Réglages en IMAP**",
            ["Type de serveur", "Nom du serveur", "Méthode de chiffrement", "Port"],
            ["Entrant", "Sortant"],
            "SSL/TLS",
        ),
        ("**IMAP settings**", ["Server type", "Server name", "Security type", "Port"], ["Incoming", "Outgoing"], "SSL/TLS"),
        (
            "IMAP-Einstellungen:",
            ["Server-Typ", "Servername", "Verschlüsselungsmethode", "Port"],
            ["Eingehend (IMAP)", "Ausgehend (SMTP)"],
            "SSL/TLS",
        ),
        ("Werte für IMAP:", ["Servertyp", "Servername", "SSL", "Port"], ["Posteingangsserver", "Postausgangsserver"], "Ja"),
        ("Valores de IMAP:", ["Tipo de servidor", "Nombre del servidor", "SSL", "Puerto"], ["Entrante", "Saliente"], "Sí"),
        ("Valori IMAP:", ["Tipo di server", "Nome del server", "Metodo di cifratura", "Porta"], ["In entrata", "In uscita"], "SSL/TLS"),
        (
            "Ustawienia IMAP:",
            ["Typ serwera", "Nazwa serwera", "Typ zabezpieczenia", "Port"],
            ["Poczta przychodząca", "Poczta wychodząca"],
            "Tak",
        ),
        ("Valores em IMAP:", ["Tipo de servidor", "Nome do servidor", "Tipo de segurança", "Porta"], ["De entrada", "De saída"], "Sim"),
        ("Instellingen voor IMAP:", ["Servertype", "Servernaam", "Beveiliging", "Poort"], ["Inkomend", "Uitgaand"], "Ja"),
        ("إعدادات IMAP:", ["نوع الخادم", "اسم الخادم", "نوع الأمان", "المنفذ"], ["الوارد", "الصادر"], "نعم"),
    ] {
        let text = table(caption, head, rows, yes);
        assert_eq!(
            facts(&text),
            format!("exchange incoming imap 993 tls ‹993› ‹{yes}›\nexchange outgoing smtp 587 starttls ‹587› ‹STARTTLS›\n"),
            "{text}"
        );
    }
}

#[test]
fn lists_in_every_language() {
    for (lead, server, port, security) in [
        ("Pour le **courrier sortant**, indiquez :", "Serveur", "Port", "Type de sécurité"),
        ("Under **Outgoing mail**, enter:", "Server", "Port", "Security"),
        ("Unter **Postausgang** eingeben:", "Server", "Port", "Sicherheitstyp"),
        ("En **Correo saliente**, escriba:", "Servidor", "Puerto", "Tipo de seguridad"),
        ("In **Posta in uscita** inserire:", "Server", "Porta", "Tipo di sicurezza"),
        ("W oknie **Poczta wychodząca** wpisz:", "Serwer", "Port", "Typ zabezpieczeń"),
        ("Em **Correio de saída**, introduza:", "Servidor", "Porta", "Tipo de segurança"),
        ("Onder **Uitgaande mail** invullen:", "Server", "Poort", "Beveiliging"),
        ("في **البريد الصادر** اكتب:", "الخادم", "المنفذ", "نوع الأمان"),
    ] {
        let expected = "email-pro outgoing smtp 8587 starttls ‹8587› ‹STARTTLS›\n";
        let list = format!("{lead}\n\n- **{server}** : pro?.mail.ovh.net\n- **{port}** : 8587.\n- **{security}** : STARTTLS\n");
        assert_eq!(facts(&list), expected, "{list}");
        let breaks = format!("{lead}<br>- {server} **pro**?**.mail.ovh.net**<br>- {port}: **8587**<br>- {security} **STARTTLS**<br>\n");
        assert_eq!(facts(&breaks), expected, "{breaks}");
        let table = format!("{lead}\n\n|A|B|\n|-|-|\n|{server}|« pro?.mail.ovh.net »|\n|{port}|« 8587 »|\n|{security}|STARTTLS|\n");
        assert_eq!(facts(&table), expected, "{table}");
    }
}

#[test]
fn ports_with_and_without_encryption() {
    check(
        "### POP\n\n|Ports|SSL activé|SSL désactivé|\n|---|---|---|\n|Entrant|995|110|\n|Sortant|465|587|\n",
        expect![[r#"
            - incoming pop3 995 tls ‹995› ‹995›
            - incoming pop3 110 - ‹110› ‹›
            - outgoing smtp 465 tls ‹465› ‹465›
            - outgoing smtp 587 - ‹587› ‹›
        "#]],
    );
    check(
        "|Server type|Server name|Port (SSL enabled)|Port (SSL disabled)|\n|---|---|---|---|\n|Incoming|SSL0.EXAMPLE.NET|993|143|\n",
        expect![[r#"
            ssl0.example.net incoming imap 993 tls ‹993› ‹993›
            ssl0.example.net incoming imap 143 - ‹143› ‹›
        "#]],
    );
}

#[test]
fn lists_with_bold_in_whatever_place() {
    check(
        "> [!tabs]\n> **IMAP**\n>>\n>> - Server : **pro**?**.mail.ovh.net** (your number)\n>> - Port : **993**\n>> - Encryption : **SSL/TLS**.\n>>\n> **POP**\n>>\n>> - **Server:** pro?.mail.ovh.net\n>> - **Port:** 995.\n>> - **Encryption:** SSL/TLS.\n",
        expect![[r#"
            email-pro incoming imap 993 tls ‹993› ‹SSL/TLS›
            email-pro incoming pop3 995 tls ‹995› ‹SSL/TLS›
        "#]],
    );
}

#[test]
fn lines_in_a_layout_table() {
    let text = "| | |\n|---|---|\n|![](images/a.png)|The window **Incoming server** asks for: <br>- **Server** : pro**?**.mail.ovh.net<br>- **Port**: 993(IMAP) or 995(POP)<br>- **Security** : SSL/TLS (accept all certificates)<br> Tap `Next`{.action}|\n|The window **Outgoing server** asks for: <br>\\- Protocol **SMTP** <br>\\- Server **pro?.mail.ovh.net** (your number)<br>\\- Port **465** <br>\\- SSL **SSL/TLS**|![](images/b.png)|\n";
    check(
        text,
        expect![[r#"
        email-pro incoming imap 993 tls ‹993› ‹SSL/TLS›
        email-pro incoming pop3 995 tls ‹995› ‹SSL/TLS›
        email-pro outgoing smtp 465 tls ‹465› ‹SSL/TLS›
    "#]],
    );
    expect![[r#"
        line 3: email-pro incoming - - tls
          0: email-pro - - - -
          2: - - - tls
        line 4: email-pro outgoing smtp 465 tls
          0: outgoing smtp - -
          1: email-pro - - - -
          2: - - 465 -
          3: - - - tls
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn labelled_lines() {
    let text = "About the server <br>\n**Account type** : choose IMAP.<br>\n**Incoming server** : ex?.mail.ovh.net<br>\n**Incoming port** : 993<br>\n**Outgoing server (SMTP)** : ex?.mail.ovh.net (your **«?»**)<br>\n**Outgoing port** : 587<br>\n";
    check(
        text,
        expect![[r#"
        exchange incoming imap 993 - ‹993› ‹›
        exchange outgoing smtp 587 - ‹587› ‹›
    "#]],
    );
    expect![[r#"
        line 1: exchange - - - -
          1: exchange incoming imap - -
          2: exchange incoming imap - -
          3: exchange incoming imap 993 -
          4: exchange outgoing smtp - -
          5: exchange outgoing smtp 587 -
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn labels_with_ports_as_values() {
    let text = "- **Incoming server** : pro?.mail.ovh.net\n- **Outgoing server** : pro?.mail.ovh.net\n\nIn the tab `Advanced`{.action}:\n\n- **Incoming server (IMAP)** : 993\n- **Use this kind of encrypted connection** : SSL/TLS\n- **Outgoing mail server (SMTP)** : 587\n- **Use this kind of encrypted connection** : STARTTLS\n";
    check(
        text,
        expect![[r#"
        email-pro incoming imap 993 tls ‹993› ‹SSL/TLS›
        email-pro outgoing smtp 587 starttls ‹587› ‹STARTTLS›
    "#]],
    );
    expect![[r#"
        line 6: email-pro - - - -
          0: incoming imap 993 tls
          1: incoming imap - tls
          2: outgoing smtp 587 starttls
          3: outgoing smtp - starttls
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn rows_for_regions() {
    let text = "- **SMTP**\n\n|Info|Value|\n|---|---|\n|Server **EUROPE** (incoming)|smtp.example.net **or** ssl0.example.net|\n|Server **AMERICA** (incoming)|smtp.example.ca|\n|Port|465|\n|Security|SSL/TLS|\n";
    check(
        text,
        expect![[r#"
        smtp.example.net outgoing smtp 465 tls ‹465› ‹SSL/TLS›
    "#]],
    );
    expect![[r#"
        line 3: outgoing smtp 465 tls
          2: - - 465 -
          3: - - - tls
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn values_in_sentences() {
    check(
        "|Campo|Descripción|\n|---|---|\n|Servidor de correo entrante|Escriba el servidor pro**?**.mail.ovh.net:993.|\n|Tipo de cuenta|Mejor **IMAP4**; también hay **POP3**.|\n|Servidor de correo saliente|Escriba el servidor pro**?**.mail.ovh.net:587.|\n",
        expect![[r#"
            email-pro incoming imap 993 - ‹Escriba el servidor pro**?**.mail.ovh.net:993.› ‹›
            email-pro outgoing smtp 587 - ‹Escriba el servidor pro**?**.mail.ovh.net:587.› ‹›
        "#]],
    );
    check(
        "Dane serwera POP (poczta przychodząca):\n\n|Informacja|Opis|\n|---|---|\n|Serwer POP|Podaj „pro**?**.mail.ovh.net”.|\n|Port|Ustaw port „995”.|\n",
        expect![[r#"
            email-pro incoming pop3 995 - ‹995› ‹›
        "#]],
    );
    check(
        "Per la sezione **Server in uscita SMTP**:\n\n- **Nome host SMTP**: il nome del server (ad esempio *pro1.mail.ovh.net*);\n- **Porta**: inserire la porta **587**;\n- **Tipo di sicurezza**: scegliere nell'elenco **StartTls**;\n- **Password SMTP**: la password.\n",
        expect![[r#"
            pro1.mail.ovh.net outgoing smtp 587 starttls ‹587› ‹StartTls›
        "#]],
    );
    check(
        "- **IMAP**: mail.example.net, port 993, SSL/TLS\n- **SMTP**: mail.example.net, port 465, SSL/TLS\n",
        expect![[r#"
        mail.example.net incoming imap 993 tls ‹993› ‹SSL/TLS›
        mail.example.net outgoing smtp 465 tls ‹465› ‹SSL/TLS›
    "#]],
    );
}

#[test]
fn a_column_for_each_server() {
    let text = "| |Incoming (IMAP)|Outgoing (SMTP)|\n|---|---|---|\n|Server|pro?.mail.ovh.net|pro?.mail.ovh.net|\n|Port|993|587|\n|Security|SSL/TLS|STARTTLS|\n";
    check(
        text,
        expect![[r#"
        email-pro incoming imap 993 tls ‹993› ‹SSL/TLS›
        email-pro outgoing smtp 587 starttls ‹587› ‹STARTTLS›
    "#]],
    );
    expect![[r#"
        line 1: email-pro - - - -
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn rows_without_a_server() {
    let text = "**IMAP**\n\n|Port|Security|Type|Server|\n|---|---|---|---|\n| | | |Europe|\n|993|SSL/TLS|Incoming|ex?.mail.ovh.net|\n";
    expect![[r#"
        line 3: exchange incoming imap 993 tls
          1: exchange incoming imap 993 tls
    "#]]
    .assert_eq(&marks(text));
}

#[test]
fn settings_in_the_cells_of_a_table() {
    check(
        "|IMAP|POP|\n|---|---|\n|Enter:<br>- Server: pro?.mail.ovh.net<br>- Port: 9930|Enter:<br>- Server: pro?.mail.ovh.net<br>- Port: 9950|\n",
        expect![[r#"
            email-pro incoming imap 9930 - ‹- Port: 9930› ‹›
            email-pro incoming pop3 9950 - ‹- Port: 9950› ‹›
        "#]],
    );
}

#[test]
fn the_nearest_text_tells_the_protocol() {
    let list = "- Server: pro?.mail.ovh.net\n- Port: 9000\n";
    for (around, protocol) in [
        (format!("### IMAP\n\nSome prose about POP.\n\nSome more, so that it is far away.\n\n{list}"), "imap"),
        (format!("### IMAP\n\n**POP settings**\n\n{list}"), "pop3"),
        (format!("/// details | Settings for POP\n\n{list}\n\n///\n"), "pop3"),
        (format!("> [!tabs]\n> **SMTP**\n>>\n>> {}\n", list.trim_end().replace('\n', "\n>> ")), "smtp"),
        (format!("1. In the window IMAP:\n\n    {}\n", list.trim_end().replace('\n', "\n    ")), "imap"),
        (format!("### IMAP\n\nChoose IMAP or POP:\n\n{list}"), "-"),
        (format!("### IMAP\n\nPOP would work too.\n\n{list}"), "imap"),
    ] {
        assert_eq!(facts(&around).split(' ').nth(2), Some(protocol), "{around}");
    }
}

#[test]
fn what_describes_no_mail_server_is_not_marked() {
    for text in [
        "|Field|Value|\n|---|---|\n|Name|web-1|\n|Security groups|default|\n|Port|8080|\n",
        "|Version|Released|\n|---|---|\n|25|2025|\n|143|2024|\n",
        "|Offer|Price|\n|---|---|\n|Server S|25 €|\n|Server M|110 €|\n",
        "|Sub-domain|Priority|Weight|Port|Target|\n|---|---|---|---|---|\n|_autodiscover._tcp|0|0|443|ex?.mail.ovh.net|\n",
        "- Sub-domain: _imaps._tcp\n- Priority: 0\n- Weight: 0\n- Port: 993\n- Server: ex?.mail.ovh.net\n",
        "|Record|Value|\n|---|---|\n|MX 25|ex?.mail.ovh.net|\n",
        "|Service|Port|Protocol|\n|---|---|---|\n|SMTP|25|TCP|\n|IMAP|993|TCP|\n",
        "|Server|Open ports|\n|---|---|\n|web1.example.net|80, 443|\n|mail1.example.net|25, 993|\n",
        "|Information|Description|\n|---|---|\n|Server|ftp.example.net|\n|Port|21|\n|Username|you|\n",
        "- Server: db.example.net\n- Port: 3306\n- User: root\n",
        "- Mail on the server pro?.mail.ovh.net\n- 25 GB of space\n- 993 messages\n",
        "- **Serveur** : pro?.mail.ovh.net\n- **Nom d'utilisateur** : votre adresse\n",
        "- **Debian** : 12\n- **Port de Brest** : 25 quais\n",
        "Port 25 is closed on this server.<br>\nUse 587.\n",
    ] {
        assert_eq!((facts(text), marks(text)), Default::default(), "{text}");
    }
}
