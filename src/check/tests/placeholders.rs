//! Placeholders and what is said of them.

use super::{check_body, right};
use expect_test::expect;

const HOST: &str = "pro?.mail.ovh.net";

#[test]
fn a_mark_wants_an_explanation() {
    check_body(
        "en",
        &format!("Type {HOST} there.\n"),
        expect![[r#"
            a/guide.en.md:5:6 ‹pro?.mail.ovh.net› placeholder-unexplained: nothing on this page tells what the mark in the host of `email-pro` stands for
        "#]],
    );
    right("en", &format!("Type {HOST} there. Replace the \"?\" with the number of your server.\n"));
    right("en", &format!("Type {HOST} there. Replace the ? with the number of your server.\n"));
    right("de", &format!("Geben Sie {HOST} ein. Das ? muss durch die Nummer Ihres Servers ersetzt werden.\n"));
    right("fr", &format!("Saisissez {HOST} (remplacez « ? » par le numéro de votre serveur).\n"));
}

#[test]
fn an_explanation_wants_a_mark() {
    check_body(
        "en",
        "Replace the \"?\" with the number of your server.\n",
        expect![[r#"
        a/guide.en.md:5:14 ‹?› placeholder-unexplained: this tells to replace a `?`, and no `?` stands on this page
    "#]],
    );
    right("en", "What does \"?\" mean? The host is x?.example.net, where you replace \"?\".\n");
}

#[test]
fn an_explanation_comes_first() {
    check_body(
        "en",
        &format!("Type {HOST} there.\n\nReplace the \"?\" with the number of your server.\n"),
        expect![[r#"
            a/guide.en.md:5:6 ‹pro?.mail.ovh.net› placeholder-explained-late: the mark in this host is explained only further down
              a/guide.en.md:7:1 ‹Replace the "?" with the number of your server.› the explanation
        "#]],
    );
}

#[test]
fn an_instruction_the_wrong_way_round() {
    check_body(
        "es",
        &format!("Escriba {HOST} (sustituya el número de servidor por \"?\").\n"),
        expect![[r#"
        a/guide.es.md:5:65 ‹?› placeholder-inverted-instruction: this tells to replace the value by the `?`, and not the `?` by the value
    "#]],
    );
    check_body(
        "fr",
        &format!("Saisissez {HOST} (remplacez le numéro par « ? »).\n"),
        expect![[r#"
        a/guide.fr.md:5:56 ‹?› placeholder-inverted-instruction: this tells to replace the value by the `?`, and not the `?` by the value
    "#]],
    );
    right("es", &format!("Escriba {HOST} (sustituya \"?\" por el número de su servidor).\n"));
    right("de", &format!("Geben Sie {HOST} ein (ersetzen Sie \"?\" durch die Nummer Ihres Servers).\n"));
    right("pl", &format!("Wpisz {HOST} (zastąp \"?\" numerem serwera).\n"));
}

#[test]
fn a_number_where_a_mark_should_be() {
    let explained = format!("Type {HOST}; replace \"?\" with your number.\n\n");
    check_body(
        "en",
        &format!("{explained}Then type pro1.mail.ovh.net again.\n"),
        expect![[r#"
            a/guide.en.md:7:11 ‹pro1.mail.ovh.net› placeholder-literal-number: `pro1.mail.ovh.net` is the host of some readers only
              a/guide.en.md:5:6 ‹pro?.mail.ovh.net› with its mark here
        "#]],
    );
    right("en", &format!("{explained}For example, it may be pro1.mail.ovh.net.\n"));
}

#[test]
fn marks_of_one_page_are_written_alike() {
    check_body(
        "en",
        &format!("Replace \"?\" in {HOST}.\n\nType {HOST}.\n\nType pro**?**.mail.ovh.net.\n"),
        expect![[r#"
            a/guide.en.md:9:6 ‹pro**?**.mail.ovh.net› placeholder-mixed-notation: the mark of this placeholder is plain elsewhere on the page
              a/guide.en.md:5:16 ‹pro?.mail.ovh.net› as here
        "#]],
    );
    right("en", "Replace \"?\" in pro**?**.mail.ovh.net.\n\nType pro**?**.mail.ovh.net.\n");
}

#[test]
fn a_mark_in_code_cannot_be_bold() {
    right("en", "Replace \"?\" in pro**?**.mail.ovh.net.\n\nType `https://pro?.mail.ovh.net/`.\n");
}
