//! What is the same in all languages: code and numbers.

use super::{check_only, translations::both};
use expect_test::{Expect, expect};

#[test]
fn code_is_the_same_in_all_languages_but_for_its_words() {
    let told = |english: &str, french: &str, expected: Expect| {
        let block = |code: &str| format!("Type:\n\n> ```sh\n> {}\n> ```\n", code.replace('\n', "\n> "));
        check_only(&["locale-code"], &both(&block(english), &block(french)), expected);
    };
    told(
        "# Ask.\nssh -p 22 user@your.example\nls -l",
        "# Demandez.\nssh -p 2222 moi@votre.example\nls -l",
        expect![[r#"
            content/a/guide.fr.md:8:3 ‹ssh -p 2222 moi@votre.example› locale-code: this code differs from that of the source
              content/a/guide.en.md:8:3 ‹ssh -p 22 user@your.example› `en`: the code there
        "#]],
    );
    told(
        "cd /tmp\nls",
        "cd /tmp\nls\nrm -r x",
        expect![[r#"
            content/a/guide.fr.md:9:3 ‹rm -r x› locale-code: this code differs from that of the source
              content/a/guide.en.md:8:3 ‹ls› `en`: the code there
        "#]],
    );
    told(
        "# Ask, all 993.\necho \"Hello 12\" <name> # now\nssh user@your.example",
        "# Demandez 143.\necho \"Bonjour 13\" <nom>\nssh moi@votre-domaine.fr",
        expect![[""]],
    );
    check_only(&["locale-code"], &both("```text\nAll 12\n```\n", "```text\nTout 13\n```\n"), expect![[""]]);
}

#[test]
fn blocks_without_a_language_are_the_same_but_for_words() {
    let block = |code: &str| format!("Type:\n\n```\n{code}\n```\n\n> [!api]\n>\n> @api {{v1}} /me GET /me/bill\n>\n");
    let call = block("MX 5 mx1.example").replace("GET", "POST");
    check_only(
        &["locale-code"],
        &both(&block("MX 5 mx1.example\nyour name 12"), &block("MX 50 mx1.example\nvotre nom 13")),
        expect![[r#"
            content/a/guide.fr.md:7:1 ‹MX 50 mx1.example› locale-code: this code differs from that of the source
              content/a/guide.en.md:7:1 ‹MX 5 mx1.example› `en`: the code there
        "#]],
    );
    check_only(
        &["locale-code"],
        &both(&block("MX 5 mx1.example"), &call),
        expect![[r#"
        content/a/guide.fr.md:12:3 ‹@api {v1} /me POST /me/bill› locale-code: this call differs from that of the source
          content/a/guide.en.md:12:3 ‹@api {v1} /me GET /me/bill› `en`: the call there
    "#]],
    );
}

#[test]
fn numbers_are_the_same_in_all_languages() {
    let told = |english: &str, french: &str, expected: Expect| check_only(&["locale-number"], &both(english, french), expected);
    told(
        "All goes after 30 days, or 1,000 of 12.5.\n",
        "Tout part après 60 jours, ou 10 000 de 12,5.\n",
        expect![[r#"
        content/a/guide.fr.md:4:17 ‹60› locale-number: `60` here, in the source `30`
          content/a/guide.en.md:4:16 ‹30› `en`: the number there
        content/a/guide.fr.md:4:30 ‹10 000› locale-number: `10 000` here, in the source `1,000`
          content/a/guide.en.md:4:28 ‹1,000› `en`: the number there
    "#]],
    );
    told(
        "|A|B|\n|-|-|\n|Limit|`512M`|\n",
        "|A|B|\n|-|-|\n|Limite|`256M`|\n",
        expect![[r#"
        content/a/guide.fr.md:6:9 ‹`256M`› locale-number: `256M` here, in the source `512M`
          content/a/guide.en.md:6:8 ‹`512M`› `en`: the number there
    "#]],
    );
    told(
        "Version 3.8 or `a12`.\n",
        "Version 3.6 ou `b13`.\n",
        expect![[r#"
        content/a/guide.fr.md:4:9 ‹3.6› locale-number: `3.6` here, in the source `3.8`
          content/a/guide.en.md:4:9 ‹3.8› `en`: the number there
    "#]],
    );
    // Other units, dates, times, currencies, telephones and years beside other numbers, or in what has more of them, say nothing.
    for (english, french) in [
        ("After 24 hours, 90 minutes.", "Après 1440 minutes, 5400 secondes."),
        ("On 12/31/2024 at 10:45.", "Le 31/12/2024 à 22:45."),
        ("Call +44 333 370 0425.", "Appelez le +33 9 72 10 10 07."),
        ("It costs $12 a month.", "Cela coûte 15 € par mois."),
        ("At 10 pm.", "À 22 heures."),
        ("Since 2019.", "Depuis 15 ans."),
        ("Of version 1.2.3.", "De la version 23."),
        ("Ports 993 and 465.", "Ports 995, 587 et 25."),
    ] {
        told(&format!("{english}\n"), &format!("{french}\n"), expect![[""]]);
    }
    // A number that stands elsewhere in the section was moved.
    told("A 44.\n\n- B 55.\n", "A 55.\n\n- B 44.\n", expect![[""]]);
    let port = "- **Outgoing server (SMTP)**: smtp.example.com\n- **Port**: 465\n";
    told(port, &port.replace("465", "587"), expect![[""]]);
}

#[test]
fn numbers_of_a_catalog_are_compared() {
    check_only(
        &["locale-number"],
        "-- polyguide.yaml --\nsource_locale: en\nlocales: { en: {}, fr: {} }\n-- content/a/guide.en.md --\n---\ntitle: A\n---\n\nAfter 30 \
         days.\n-- locales/fr/guides/a.po --\nmsgid \"A\"\nmsgstr \"A\"\n\nmsgid \"After 30 days.\"\nmsgstr \"Après 60 jours.\"\n",
        expect![[r#"
            locales/fr/guides/a.po:5:15 ‹60› locale-number: `60` here, in the source `30`
              content/a/guide.en.md:5:7 ‹30› `en`: the number there
        "#]],
    );
}
