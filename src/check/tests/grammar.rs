//! Phrases that are wrong in their language, and words that are wrong beside each other.

use super::{check_body, right};
use expect_test::expect;

#[test]
fn words_that_are_wrong_beside_each_other() {
    check_body(
        "en",
        "Enter you password. An user has it's own, and your are right.\n",
        expect![[r#"
        a/guide.en.md:5:7 ‹you password› grammar: `you password`: `your password` is meant
        a/guide.en.md:5:21 ‹An user› grammar: `An user`: `A user` is meant
        a/guide.en.md:5:33 ‹it's own› grammar: `it's own`: `its own` is meant
        a/guide.en.md:5:47 ‹your are› grammar: `your are`: `you are` is meant
    "#]],
    );
    check_body(
        "fr",
        "Toute les pages ont tout les droits. Noubliez pas : assurez vous d’être là.\n",
        expect![[r#"
        a/guide.fr.md:5:1 ‹Toute les› grammar: `Toute les`: `Toutes les` is meant
        a/guide.fr.md:5:21 ‹tout les› grammar: `tout les`: `tous les` is meant
        a/guide.fr.md:5:38 ‹Noubliez› grammar: `Noubliez`: `N’oubliez` is meant
        a/guide.fr.md:5:53 ‹assurez vous› grammar: `assurez vous`: `assurez-vous` is meant
    "#]],
    );
    check_body(
        "de",
        "Klicken sie hier. Wenn sie klicken, muß das so sein.\n",
        expect![[r#"
        a/guide.de.md:5:1 ‹Klicken sie› grammar: `Klicken sie`: `Klicken Sie` is meant
        a/guide.de.md:5:37 ‹muß› grammar: `muß`: `muss` is meant
    "#]],
    );
    right("en", "Show you password-free ways. It is more then-and-there than you would.\n");
    check_body(
        "en",
        "Don`t do it.\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹Don`t› grammar: `Don`t`: `Don’t` is meant
    "#]],
    );
    check_body(
        "fr",
        "Tout d'abords, à partir d’abords.\n",
        expect![[r#"
        a/guide.fr.md:5:6 ‹d'abords› grammar: `d'abords`: `d’abord` is meant
        a/guide.fr.md:5:25 ‹d’abords› grammar: `d’abords`: `d’abord` is meant
    "#]],
    );
    right("fr", "C’est le adressage. Surtout les pages.\n");
}

#[test]
fn phrases_that_are_wrong() {
    check_body(
        "en",
        "It is part of the list and it's order is fixed.\n",
        expect![[r#"
        a/guide.en.md:5:28 ‹it's› grammar: `it's`: `it's` is short for `it is`
    "#]],
    );
    right("en", "We like it, and it's likely that you do, and it's how we work, and it's no secret.\n");
    check_body(
        "en",
        "An overview to it's services, a earlier one and an server. You can login or can setup it, etc)\n",
        expect![[r#"
        a/guide.en.md:5:94 ‹)› typo-unbalanced: this `)` has no partner in its paragraph
        a/guide.en.md:5:91 ‹etc› grammar: `etc`: it is short for two words, and ends in a full stop
        a/guide.en.md:5:16 ‹it's› grammar: `it's`: `it's` is short for `it is`
        a/guide.en.md:5:31 ‹a› grammar: `a`: `an` stands before a vowel
        a/guide.en.md:5:49 ‹an› grammar: `an`: `a` stands before a consonant
        a/guide.en.md:5:68 ‹login› grammar: `login`: `login` is a noun
        a/guide.en.md:5:81 ‹setup› grammar: `setup`: `setup` is a noun
    "#]],
    );
    check_body(
        "fr",
        "Saisissez les informations suivante, puis appuyer sur la touche.\n\nLes e-mails ne soit pas lus. Sur Outlook ou ultérieur, Cliquez.\n",
        expect![[r#"
            a/guide.fr.md:5:28 ‹suivante› grammar: `suivante`: the noun is plural, and its adjective is not
            a/guide.fr.md:7:16 ‹soit› grammar: `soit`: the noun is plural, and its verb is not
            a/guide.fr.md:5:43 ‹appuyer› grammar: `appuyer`: the sentence began as a request, and goes on with an infinitive
            a/guide.fr.md:7:56 ‹Cliquez› grammar: `Cliquez`: a capital letter follows a comma
            a/guide.fr.md:7:34 ‹Outlook ou ultérieur› grammar: `Outlook ou ultérieur`: a version is missing that could be the earliest
        "#]],
    );
    check_body(
        "es",
        "La dirección de el servidor.\n",
        expect![[r#"
        a/guide.es.md:5:14 ‹de el› grammar: `de el`: `de el` is `del`
    "#]],
    );
    check_body(
        "it",
        "Qual'è il server?\n",
        expect![[r#"
        a/guide.it.md:5:1 ‹Qual'è› grammar: `Qual'è`: `qual è` has no apostrophe
    "#]],
    );
    right("en", "It's a one-time euro an hour, an SSH key, an nginx server. To log in, see the login page. And so on, etc.\n");
    right("fr", "Vous devez saisir puis valider. Choisissez de supprimer puis de recréer. Outlook 2016 ou ultérieur.\n");
}
