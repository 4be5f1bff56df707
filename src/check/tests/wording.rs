//! Spaces, spelling, names, and words of another language.

use super::{check, check_body, check_only, right};
use expect_test::{Expect, expect};

#[test]
fn double_spaces_and_spaces_before_signs() {
    check_body(
        "en",
        "Open  the menu , then `Save`{.action} .\n\nA ( small ) thing : this ! And that ?\n",
        expect![[r#"
        a/guide.en.md:5:5 ‹  › typo-space: two spaces stand in a row
        a/guide.en.md:5:15 ‹ ,› typo-space: a space stands before the `,`
        a/guide.en.md:5:38 ‹ .› typo-space: a space stands before the `.`
        a/guide.en.md:7:4 ‹ s› typo-space: a space stands after the parenthesis opens
        a/guide.en.md:7:10 ‹ )› typo-space: a space stands before the parenthesis closes
        a/guide.en.md:7:18 ‹ :› typo-space: a space stands before the `:`
        a/guide.en.md:7:25 ‹ !› typo-space: a space stands before the `!`
        a/guide.en.md:7:36 ‹ ?› typo-space: a space stands before the `?`
    "#]],
    );
    right("es", "Escriba **?** en el cuadro, y *:* al final.\n");
    right("en", "One  \ntwo. `a  b` and (a) … ok. Files such as .htaccess or ... are fine.\n");
    right("fr", "Un point « . » ou « , » seul.\n");
    right("en", "Thanks :) and the ? operator, or a missing ) in it. See (this).\n");
    right("en", "```text\na  b , c\n```\n\n| a   | b |\n|-----|---|\n| c   | d |\n");
}

#[test]
fn missing_spaces_after_signs() {
    check_body(
        "en",
        "This ends.Then begins one,two words.\n\nPort 993(IMAP) and **IMAP**(the *newer* one).\n",
        expect![[r#"
        a/guide.en.md:5:10 ‹.› typo-space: no space follows the `.`
        a/guide.en.md:5:26 ‹,› typo-space: no space follows the `,`
        a/guide.en.md:7:9 ‹(› typo-space: no space stands before the parenthesis
        a/guide.en.md:7:28 ‹(› typo-space: no space stands before the parenthesis
    "#]],
    );
    right("en", "See example.net, Node.js, rw,sync,hard and file(s) or e.g. this; 1,000 and 3.5 of OVHcloud.com.\n");
    right("en", "Use net.BlockList, net.Server() and http.ClientRequest.\n");
    right("fr", "Voir date(Europe/Paris vite).Hour ou « v=spf1 mx mx:example.com ~all ».\n");
    right("de", "Die Nutzer(innen) öffnen das **Server**menü. Der `Konto`{.action}-Dialog.\n");
}

#[test]
fn words_that_stick_to_marks() {
    check_body(
        "fr",
        "La fenêtre **Paramètres du serveur**apparaît.\n\nCliquez sur`Suivant`{.action}puis sur [ce bouton rouge](https://example.net)ensuite.\n",
        expect![[r#"
            a/guide.fr.md:5:37 ‹apparaît› typo-space: this word sticks to the bold text before it
            a/guide.fr.md:7:77 ‹ensuite› typo-space: this word sticks to the link before it
            a/guide.fr.md:7:30 ‹puis› typo-space: this word sticks to the control before it
            a/guide.fr.md:7:9 ‹sur› typo-space: this word sticks to the control after it
        "#]],
    );
    right("en", "**auto**matic [host](https://example.net)s, the **P**ost and `OK`{.action}s.\n");
}

#[test]
fn two_small_words_without_a_space() {
    check_body(
        "fr",
        "Depuisla fenêtre.\n",
        expect![[r#"
        a/guide.fr.md:5:1 ‹Depuisla› typo-space: two words stand here without a space
    "#]],
    );
    check_body(
        "en",
        "Go on withthe next one.\n",
        expect![[r#"
        a/guide.en.md:5:7 ‹withthe› typo-space: two words stand here without a space
    "#]],
    );
    right("en", "Within the theme, otherwise from there.\n");
    right("de", "Die Nummer stimmt mit der Anzeige überein.\n");
}

#[test]
fn spaces_of_the_french() {
    check_body(
        "fr",
        "Exemple: ceci; cela! Quoi? «oui» et « non».\n",
        expect![[r#"
            a/guide.fr.md:5:28 ‹«oui»› typo-space: no space stands inside of `« »`, as French wants it
            a/guide.fr.md:5:37 ‹« non»› typo-space: no space stands inside of `« »`, as French wants it
            a/guide.fr.md:5:8 ‹:› typo-space: no space stands before the `:`, as French wants it
            a/guide.fr.md:5:14 ‹;› typo-space: no space stands before the `;`, as French wants it
            a/guide.fr.md:5:20 ‹!› typo-space: no space stands before the `!`, as French wants it
            a/guide.fr.md:5:26 ‹?› typo-space: no space stands before the `?`, as French wants it
        "#]],
    );
    right("fr", "Exemple : ceci ; cela ! « oui » à 12:30, https://example.net:8080 et C:\\dossier.\n");
    check_body(
        "fr-ca",
        "Exemple: ceci; cela! Quoi?\n",
        expect![[r#"
            a/guide.fr-ca.md:5:8 ‹:› typo-space: no space stands before the `:`, as French wants it
        "#]],
    );
    check_body(
        "es",
        "Pulse « aquí ».\n",
        expect![[r#"
            a/guide.es.md:5:7 ‹« aquí »› typo-space: spaces stand inside of `« »`, as no language but French wants them
        "#]],
    );
}

#[test]
fn quotations_that_words_stick_to() {
    check_body(
        "de",
        "Ersetzen Sie \"**x**\"durch die Nummer.\n",
        expect![[r#"
        a/guide.de.md:5:21 ‹d› typo-space: no space follows the quotation
    "#]],
    );
    right("en", "A \"quoted\" word, and 19\" racks with 21\"wide shelves.\n");
}

#[test]
fn words_that_stand_twice() {
    check_body(
        "en",
        "Open the the menu, and the\n**the** one.\n",
        expect![[r#"
        a/guide.en.md:5:6 ‹the the› word-doubled: `the` stands twice
        a/guide.en.md:5:24 ‹the
        **the› word-doubled: `the` stands twice
    "#]],
    );
    right("fr", "Nous vous vous demandons si nous nous trompons.\n");
    right("de", "Das sind die, die die Daten lesen.\n");
    right("en", "We know that that had had no effect: XX XX, 1 1.\n");
    right("en", "A very very long name: shrink_to to not grow, with with(), URL url.path and the \"the the\" of it.\n");
    right("de", "Die Daten sollen gelesen werden werden.\n");
    right("pl", "liczba Liczba wierszy.\n");
}

#[test]
fn misspelled_words() {
    check_body(
        "en",
        "Click the buton, wether you whant or not.\n\n![create instace](images/x.png)\n\nPress `Snaphot`{.action}.\n",
        expect![[r#"
            a/guide.en.md:5:11 ‹buton› spelling: `buton` is misspelled: `button` is meant
            a/guide.en.md:5:18 ‹wether› spelling: `wether` is misspelled: `whether` is meant
            a/guide.en.md:5:29 ‹whant› spelling: `whant` is misspelled: `want` is meant
            a/guide.en.md:9:7 ‹`Snaphot`› spelling: `Snaphot` is misspelled: `Snapshot` is meant
            a/guide.en.md:7:1 ‹![create instace](images/x.png)› spelling: `instace` is misspelled: `instance` is meant
        "#]],
    );
    check_body(
        "fr",
        "Le compte, un compte, ce compte : votre comtpe sur smarphone. AMERIQUE.\n",
        expect![[r#"
        a/guide.fr.md:5:41 ‹comtpe› spelling: `comtpe` is misspelled: `compte` is meant
        a/guide.fr.md:5:52 ‹smarphone› spelling: `smarphone` is misspelled: `smartphone` is meant
        a/guide.fr.md:5:63 ‹AMERIQUE› spelling: `AMERIQUE` is misspelled: `AMÉRIQUE` is meant
    "#]],
    );
    right("en", "Use `buton`, /path/buton and buton@example.net, or the CLI.\n");
    right("fr", "La page du compte, les comptes, un compte, ce compte, un comté.\n");
}

#[test]
fn the_title_is_read_too() {
    check(
        "-- a/guide.en.md --\n---\ntitle: Configue it\nexcerpt: Find out wether to do it\n---\n\nText.\n",
        expect![[r#"
            a/guide.en.md:2:8 ‹Configue it› spelling: `Configue` is misspelled: `Configure` is meant
            a/guide.en.md:3:10 ‹Find out wether to do it› spelling: `wether` is misspelled: `whether` is meant
        "#]],
    );
}

#[test]
fn spanish_marks_that_open() {
    check_body(
        "es",
        "Ya ha configurado su dirección! Puede empezar. Que es un dominio?\n",
        expect![[r#"
        a/guide.es.md:5:31 ‹!› typo-opening-mark: no `¡` opens what this `!` closes
        a/guide.es.md:5:65 ‹?› typo-opening-mark: no `¿` opens what this `?` closes
    "#]],
    );
    right("es", "¡Ya está! Si no, ¿qué hago? Yahoo! y https://x.example/?a son nombres.\n");
}

#[test]
fn signs_that_are_listed_and_names_with_one() {
    right("en", "It must contain one of the characters ! ? * $ % & or #.\n");
    right("fr", "Joomla!, WordPress et Yahoo! conviennent.\n");
    right("it", "Segui questa guida passo passo.\n");
    right("pl", "Pojawi się komunikat „Pole »Nazwa« jest puste”.\n");
    right("es", "Consulte la sección [«Más información»](#mas) de esta página.\n\n## Más información <a name=\"mas\"></a>\n\nTexto.\n");
}

#[test]
fn names_as_their_owners_spell_them() {
    check_body(
        "en",
        "Openstack and Wordpress on ovhcloud.\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹Openstack› name-spelling: `Openstack` is spelled `OpenStack`
        a/guide.en.md:5:15 ‹Wordpress› name-spelling: `Wordpress` is spelled `WordPress`
        a/guide.en.md:5:28 ‹ovhcloud› name-spelling: `ovhcloud` is spelled `OVHcloud`
    "#]],
    );
    check_body(
        "fr",
        "E-mail Pro, E-mail Pro et Email Pro ; MX Plan.\n",
        expect![[r#"
        a/guide.fr.md:5:27 ‹Email Pro› name-spelling: this page calls it `E-mail Pro` elsewhere, and here `Email Pro`
          a/guide.fr.md:5:1 ‹E-mail Pro› `E-mail Pro` here
    "#]],
    );
    right("en", "OpenStack at openstack.example.net, `wordpress`, /var/wordpress, MYSQL, emailpro-1 and Email Pro.\n");
}

#[test]
fn the_words_of_an_acronym() {
    check_body(
        "pt",
        "IMAP (**I**Internet **M**sage **A**ccess **P**rotocol)\n\nIMAP**(**I**Internet **M**sage **A**cess **P**rotocol)\n",
        expect![[r#"
            a/guide.pt.md:7:7 ‹(› typo-space: no space stands before the parenthesis
            a/guide.pt.md:5:9 ‹I**Internet **M**sage **A**ccess **P**rotocol› acronym-expansion: the acronym means `Internet` and `Message`, and not `IInternet` and `Msage`
            a/guide.pt.md:7:10 ‹I**Internet **M**sage **A**cess **P**rotocol› acronym-expansion: the acronym means `Internet`, `Message` and `Access`, and not `IInternet`, `Msage` and `Acess`
        "#]],
    );
    right(
        "fr",
        "**I**nteractive **M**essage **A**ccess **P**rotocol, **S**imple **M**ail **T**ransfer **P**rotocol, **P**etite **O**ption **P**rivée.\n",
    );
}

#[test]
fn sentences_of_another_language() {
    right("en", "The sum over Z is Z / Z + Z, of which Z is W times Z here.\n");
    check_body(
        "en",
        "Check it and try again. Si le problème persiste, contactez le support.\n",
        expect![[r#"
        a/guide.en.md:5:25 ‹Si le problème persiste, contactez le support› translation-residue: this text seems to be French, on a page that is English
    "#]],
    );
    check_body(
        "en",
        "Vous pouvez maintenant configurer le compte dans votre logiciel.\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹Vous pouvez maintenant configurer le compte dans votre logiciel› translation-residue: this text seems to be French, on a page that is English
    "#]],
    );
    check_body(
        "pl",
        "Kliknij przycisk.\n\nThe name of your server is visible in the tab.\n",
        expect![[r#"
        a/guide.pl.md:7:1 ‹The name of your server is visible in the tab› translation-residue: this text seems to be English, on a page that is Polish
    "#]],
    );
    check_body(
        "fr",
        "Cliquez ici.\n\nThe addresses of this server are these: look at them.\n",
        expect![[r#"
        a/guide.fr.md:7:1 ‹The addresses of this server are these: look at them› translation-residue: this text seems to be English, on a page that is French
    "#]],
    );
    right("pl", "Otwórz aplikację The Best of You and the Rest.\n\nKliknij `Accept the terms of this and that`{.action}.\n");
    right("pt", "Os dados de acesso do seu servidor para a conta.\n");
    right("es", "El servidor de correo y la cuenta de la empresa.\n");
    right("it", "È necessaria una regola sempre attiva con una clausola RETURNING.\n");
}

#[test]
fn words_of_another_language() {
    check_body(
        "pl",
        "Wpisz **complete** adres. Serwer oznacza wiadomość jako « lub ».\n\n|Username|x|\n|-|-|\n|Port|1|\n",
        expect![[r#"
            a/guide.pl.md:5:57 ‹« lub »› typo-space: spaces stand inside of `« »`, as no language but French wants them
            a/guide.pl.md:5:9 ‹complete› translation-residue: `complete` is English
            a/guide.pl.md:5:57 ‹« lub »› translation-residue: `lub` stands alone in quotation marks, where a word was meant
            a/guide.pl.md:7:2 ‹Username› translation-residue: `Username` is English
        "#]],
    );
    check_body(
        "en",
        "See the **exemple** below.\n",
        expect![[r#"
            a/guide.en.md:5:11 ‹exemple› spelling: `exemple` is misspelled: `example` is meant
            a/guide.en.md:5:11 ‹exemple› translation-residue: `exemple` is French
        "#]],
    );
    right("it", "Il **server** con la **password** *complete*.\n");
    right("de", "Benutzen Sie »apt« oder »aptitude«.\n");
    right("pt", "A mensagem **importante** e o **servidor** ou a «conta».\n");
}

#[test]
fn parentheses() {
    check_body(
        "es",
        "Un servidor dedicado() con (todo.\n\nEs dedicado.\n",
        expect![[r#"
        a/guide.es.md:5:21 ‹()› parentheses-empty: there is nothing between these parentheses
        a/guide.es.md:5:28 ‹(› typo-unbalanced: this `(` has no partner in its paragraph
    "#]],
    );
    right("en", "Call print() or a) and 1) of (this (and that)), ii) and iii) too. :)\n\nA '(' or a \")\" is a sign :-(\n");
    right("en", "Between (0, 100] and (1024, 32256] bytes, and the signs ()[].\n");
    right("es", "La función de biblioteca fnmatch() falló.\n");
    right("fr", "En minuscules entre parenthèses « () » ici.\n");
}

#[test]
fn headings_end_without_a_full_stop() {
    check_body(
        "en",
        "## Opening the console.\n\nText.\n",
        expect![[r#"
        a/guide.en.md:5:23 ‹.› heading-punctuation: a heading is no sentence
    "#]],
    );
    right("en", "## What is it?\n\n### Mail, files, etc.\n\n### And so on...\n");
}

#[test]
fn paragraphs_end_with_a_sign() {
    let finished = "This is a sentence that has an end.\n\n".repeat(4);
    check_body(
        "en",
        &format!("{finished}This one goes on and on without\n"),
        expect![[r#"
        a/guide.en.md:13:31 ‹t› sentence-unfinished: this paragraph ends without a full stop
    "#]],
    );
    right("en", &format!("{finished}[This one is a link to somewhere](https://example.net)\n\n**A heading in bold letters it is**\n"));
    right("en", "No sentence of this page ends as it should\n\nNo sentence of this page ends as it should\n");
}

#[test]
fn quotation_marks_of_other_languages_or_of_two_kinds() {
    check_body(
        "de",
        "Wählen Sie „Weiter“, “Zurück” oder \"Ende\", am 24\"-Bildschirm. Er sagt „wie \"hier\"“.\n",
        expect![[r#"
            a/guide.de.md:5:22 ‹“Zurück”› typo-quotes: `“` and `”` are quotation marks of another language
            a/guide.de.md:5:36 ‹"Ende"› typo-quotes: straight quotation marks, where others of this page are `„` and `“`
        "#]],
    );
    check_body(
        "fr",
        "Un “mot” et \"un autre\".\n",
        expect![[r#"
        a/guide.fr.md:5:4 ‹“mot”› typo-quotes: `“` and `”` are quotation marks of another language
    "#]],
    );
    check_body(
        "en",
        "Press “Next”, then \"Save\".\n",
        expect![[r#"
        a/guide.en.md:5:20 ‹"Save"› typo-quotes: straight quotation marks, where others of this page are `“` and `”`
    "#]],
    );
    right("fr", "Un \"mot\" et \"un autre\".\n");
    right("es", "«Uno» y “dos”.\n");
}

#[test]
fn headings_count_without_gaps() {
    let told = |numbers: &[&str], expected: Expect| {
        let headings: String = numbers.iter().map(|number| format!("## {number}\n\nText.\n\n")).collect();
        check_only(&["heading-step-gap"], &format!("-- content/a/guide.en.md --\n---\ntitle: A\n---\n{headings}"), expected);
    };
    told(
        &["Step 1: a", "Step 2", "Other", "Step 4 – b", "Step 4"],
        expect![[r#"
            content/a/guide.en.md:16:1 ‹## Step 4 – b› heading-step-gap: `Step 4` follows on `Step 2`
              content/a/guide.en.md:8:1 ‹## Step 2› the one before
        "#]],
    );
    told(
        &["1. a", "2. b", "2. c", "4. d"],
        expect![[r#"
            content/a/guide.en.md:12:1 ‹## 2. c› heading-step-gap: `2` follows on `2`
              content/a/guide.en.md:8:1 ‹## 2. b› the one before
        "#]],
    );
    told(&["1. a", "2. b", "7. c"], expect![[""]]);
    told(&["Step 1", "Step 2", "Step 1", "Step 2", "Windows 10", "Windows 11", "Part 2"], expect![[""]]);
}
