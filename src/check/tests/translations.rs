//! Translations beside their sources.

use super::check_only;
use crate::{
    corpus::{catalog::Synced, units::SourceText},
    dialect::vocabulary::Vocabulary,
    text::FileId,
};
use expect_test::{Expect, expect};

/// A guide in English and French.
pub fn both(english: &str, french: &str) -> String {
    format!(
        "-- polyguide.yaml --\nsource_locale: en\nlocales:\n  en: {{}}\n  fr: {{}}\n-- content/a/guide.en.md --\n---\ntitle: A\n---\n{english}\
         -- content/a/guide.fr.md --\n---\ntitle: A\n---\n{french}"
    )
}

#[test]
fn a_missing_step_is_one_finding_at_its_place() {
    let english = "> [!tabs]\n> **Step 1**\n>> Open it.\n>>\n>> ![](images/open.png)\n>>\n> **Step 2**\n>> Type 993.\n>>\n> **Step 3**\n>> Close it.\n>>\n>> ![](images/close.png)\n";
    let french =
        "> [!tabs]\n> **Étape 1**\n>> Ouvrez.\n>>\n>> ![](images/open.png)\n>>\n> **Étape 2**\n>> Fermez.\n>>\n>> ![](images/close.png)\n";
    check_only(
        &["locale-structure"],
        &both(english, french),
        expect![[r#"
            content/a/guide.fr.md:5:3 ‹**Étape 1**› locale-structure: below this, a step of the source is missing: `Step 2`
              content/a/guide.en.md:10:3 ‹**Step 2**› `en`: what is missing
        "#]],
    );
}

#[test]
fn what_was_moved_is_neither_missing_nor_extra() {
    let part = |heading: &str, numbers: &str| format!("## {heading}\n\n{numbers}\n\n![](images/{numbers}.png)\n\n");
    let english = [part("One", "11, 12, 13, 14"), part("Two", "21, 22, 23, 24"), part("Three", "31, 32, 33, 34")].concat();
    let french = [part("Un", "11, 12, 13, 14"), part("Trois", "31, 32, 33, 34"), part("Deux", "21, 22, 23, 24")].concat();
    check_only(
        &["locale-structure"],
        &both(&english, &french),
        expect![[r#"
            content/a/guide.fr.md:10:1 ‹## Trois› locale-structure: this section stands at another place than in the source
              content/a/guide.en.md:16:1 ‹## Three› `en`: there it stands here
        "#]],
    );
}

#[test]
fn levels_types_columns_and_rows_are_compared() {
    check_only(
        &["locale-structure"],
        &both(
            "## One\n\n> [!warning]\n>\n> Care.\n\n|A|B|\n|-|-|\n|IMAP|1|\n|SMTP|3|\n\n## Two\n\n|A|B|\n|-|-|\n|IMAP|1|\n|HTTP|2|\n|SMTP|3|\n",
            "### Un\n\n> [!primary]\n>\n> Gare.\n\n|A|B|C|\n|-|-|-|\n|IMAP|1|x|\n|SMTP|3|x|\n\n## Deux\n\n|A|B|\n|-|-|\n|IMAP|1|\n|SMTP|3|\n",
        ),
        expect![[r#"
            content/a/guide.fr.md:4:1 ‹### Un› locale-structure: this heading has the level 3, in the source 2
              content/a/guide.en.md:4:1 ‹## One› `en`: the same there
            content/a/guide.fr.md:6:1 ‹> [!primary]› locale-structure: this callout has the type `primary`, in the source `warning`
              content/a/guide.en.md:6:1 ‹> [!warning]› `en`: the same there
            content/a/guide.fr.md:10:1 ‹|A|B|C|› locale-structure: this table has 3 columns, in the source 2
              content/a/guide.en.md:10:1 ‹|A|B|› `en`: the same there
            content/a/guide.fr.md:19:2 ‹IMAP|1› locale-structure: below this, a table row of the source is missing: `HTTP|2`
              content/a/guide.en.md:20:2 ‹HTTP|2› `en`: what is missing
        "#]],
    );
}

#[test]
fn paragraphs_may_be_split_and_lists_indented() {
    check_only(
        &["locale-structure"],
        &both(
            "One two. Three four.\n\n1. Run it:\n\n    ```bash\n    ls\n    ```\n2. Look.\n",
            "Un deux.\n\nTrois quatre.\n\n1. Lancez :\n\n```bash\nls\n```\n\n2. Regardez.\n",
        ),
        expect![""],
    );
}

#[test]
fn a_text_that_was_made_from_another_one_is_one_finding() {
    let items = |count: usize, word: &str| -> String {
        (0..12)
            .map(|section| format!("## {word} {section}\n\n{}", format!("- {word}\n").repeat(count)) + "\n> [!primary]\n>\n> x\n\n")
            .collect()
    };
    let english = items(1, "Word");
    let french = items(2, "Mot").replace("> [!primary]\n>\n> x\n", "");
    check_only(
        &["locale-structure"],
        &both(&english, &french),
        expect![[r#"
            content/a/guide.fr.md:2:8 ‹A› locale-structure: this text is built otherwise than in the source: 12 callouts are missing; 12 list items are not in the source
              content/a/guide.en.md:2:8 ‹A› `en`: the source
        "#]],
    );
}

#[test]
fn what_stands_before_all_headings_is_the_same_section_however_little_is_alike() {
    let paragraphs =
        |from: u32, to: u32| -> String { (from..to).map(|number| format!("Port {number}{number} of `code{number}`.\n\n")).collect() };
    check_only(&["locale-structure"], &both(&paragraphs(10, 30), &paragraphs(40, 50)), expect![[r#""#]]);
}

#[test]
fn texts_for_other_regions_are_compared_with_the_first_of_their_language() {
    check_only(
        &["locale-structure", "locale-untranslated"],
        "-- polyguide.yaml --\nsource_locale: fr-fr\nlocales:\n  fr-fr: {}\n  en-gb: {}\n  en-ie: {}\n\
         -- content/a/guide.fr-fr.md --\n---\ntitle: A\n---\n- un\n- deux\n\
         -- content/a/guide.en-gb.md --\n---\ntitle: A\n---\n- one\n\nOne two three four five six seven eight words.\n\
         -- content/a/guide.en-ie.md --\n---\ntitle: A\n---\n- one\n\nOne two three four five six seven eight words.\n",
        expect![[r#"
            content/a/guide.en-gb.md:4:1 ‹- one› locale-structure: below this, a list item of the source is missing: `deux`
              content/a/guide.fr-fr.md:5:1 ‹- deux› `fr-fr`: what is missing
        "#]],
    );
}

#[test]
fn a_placeholder_may_stand_as_it_is_or_as_code() {
    let of = |english: &str, french: &str, expected: Expect| {
        check_only(&["locale-placeholder", "locale-structure"], &both(english, french), expected)
    };
    of("- Type <name> here.\n- Then go.\n", "- Saisissez `<nom>` ici.\n- Continuez.\n", expect![""]);
    of("- Type `<name>` here.\n- Then go.\n", "- Saisissez <nom> ici.\n- Continuez.\n", expect![""]);
    of(
        "- Type <name> here.\n- Then go.\n",
        "- Saisissez votre nom ici.\n- Continuez.\n",
        expect![[r#"
        content/a/guide.fr.md:4:1 ‹- Saisissez votre nom ici.› locale-placeholder: the source has the placeholder `<name>` here
          content/a/guide.en.md:4:8 ‹<name>› `en`: the placeholder
    "#]],
    );
}

#[test]
fn links_that_changed_or_went() {
    check_only(
        &["locale-links"],
        &both(
            "See [b](/pages/b).\n\n- See [c](/pages/c#x) and [out](https://example.net/en/).\n",
            "Voir [d](/pages/d).\n\n- Voir c et [dehors](https://example.net/fr/).\n",
        ),
        expect![[r#"
            content/a/guide.fr.md:4:6 ‹[d](/pages/d)› locale-links: this link leads to `/pages/d`, in the source to `/pages/b`
              content/a/guide.en.md:4:5 ‹[b](/pages/b)› `en`: the link there
            content/a/guide.fr.md:6:13 ‹[dehors](https://example.net/fr/)› locale-links: the source has a link to `/pages/c#x` here
              content/a/guide.en.md:6:7 ‹[c](/pages/c#x)› `en`: the link there
        "#]],
    );
}

#[test]
fn texts_that_were_left() {
    let long = "Choose a password that nobody can guess and write it down nowhere.";
    check_only(
        &["locale-untranslated"],
        &both(
            &format!("{long}\n\nOpen the window.\n\nA second text with more than seven words in it.\n"),
            &format!("{long}\n\nOpen the window.\n\nUn second texte avec plus de sept mots là-dedans.\n"),
        ),
        expect![[r#"
            content/a/guide.fr.md:4:1 ‹Choose a password that nobody can guess and write it down nowhere.› locale-untranslated: this text is still in the source's language
              content/a/guide.en.md:4:1 ‹Choose a password that nobody can guess and write it down nowhere.› `en`: the same text
        "#]],
    );
}

#[test]
fn settings_that_differ() {
    let text = |port: u16, security: &str| {
        format!("|Type|Server|Port|Security|\n|-|-|-|-|\n|SMTP|smtp.example.net|{port}|{security}|\n|IMAP|imap.example.net|993|SSL/TLS|\n")
    };
    let site = both(&text(465, "SSL/TLS"), &text(587, "STARTTLS"));
    check_only(
        &["settings-locale-drift"],
        &site,
        expect![[r#"
            content/a/guide.fr.md:6:24 ‹587› settings-locale-drift: the port is 587 here, in the source 465
              content/a/guide.en.md:6:24 ‹465› `en`: port 465
        "#]],
    );
    check_only(
        &["settings-locale-drift"],
        &both(&text(465, "SSL/TLS"), &text(465, "STARTTLS")),
        expect![[r#"
            content/a/guide.fr.md:6:28 ‹STARTTLS› settings-locale-drift: the security is `STARTTLS` here, in the source `SSL/TLS`
              content/a/guide.en.md:6:28 ‹SSL/TLS› `en`: `SSL/TLS`
        "#]],
    );
}

/// The file that notes what a translation of this source was made from.
fn synced(source: &str) -> String {
    let text = SourceText::read(FileId(0), source, &Vocabulary::new(&[]));
    Synced::of(&text).to_text("a/guide.en.md", "a/guide.fr.md")
}

#[test]
fn what_changed_in_a_source_since_it_was_translated_is_told_by_content() {
    let before = "---\ntitle: A\nupdated: 2026-01-01\n---\n\nOne.\n\n- Two\n- Three\n";
    let french = "---\ntitle: A\nupdated: 2025-01-01\n---\n\nUn.\n\n- Deux\n- Trois\n";
    let site = |source: &str, synced: &str| {
        let config = "source_locale: en\nlocales: { en: {}, fr: {} }\ncontent: .\n";
        format!(
            "-- polyguide.yaml --\n{config}-- a/guide.en.md --\n{source}-- a/guide.fr.md --\n{french}-- locales/fr/guides/a.sync --\n{synced}"
        )
    };
    let check = |source: &str, expected: Expect| check_only(&["locale-stale"], &site(source, &synced(before)), expected);
    check(before, expect![[""]]);
    check(
        &before.replace("One.\n", "One,\nmore or less.\n"),
        expect![[r#"
        a/guide.fr.md:6:1 ‹Un.› locale-stale: the source of this paragraph changed since it was translated
          a/guide.en.md:6:1 ‹One,
        more or less.› the text as it is now
    "#]],
    );
    check(
        &before.replace("- Two\n", ""),
        expect![[r#"
        a/guide.fr.md:1:1 ‹› locale-stale: a text is gone from the source since this translation was made: `item Two`
    "#]],
    );
    check(
        &before.replace("- Three\n", "- Three\n- Four\n"),
        expect![[r#"
            a/guide.fr.md:1:1 ‹› locale-stale: this translation lacks what was added to its source: item of a list
              a/guide.en.md:10:3 ‹Four› the text as it is now
        "#]],
    );
    check(&before.replace("- Two\n- Three\n", "- Three\n- Two\n"), expect![[""]]);
}

#[test]
fn translations_in_catalogs_are_stale_where_they_are_fuzzy() {
    check_only(
        &["locale-stale"],
        "-- polyguide.yaml --\nsource_locale: en\nlocales: { en: {}, fr: {} }\n-- content/a/guide.en.md --\n---\ntitle: A\n---\n\nTwo.\n\
         -- locales/fr/guides/a.po --\nmsgid \"A\"\nmsgstr \"A\"\n\n#, fuzzy\n#| msgid \"One.\"\nmsgid \"Two.\"\nmsgstr \"Un.\"\n",
        expect![[r#"
            locales/fr/guides/a.po:7:8 ‹"Un."› locale-stale: the source of this translation changed since it was made
        "#]],
    );
}

#[test]
fn catalogs_are_stale_where_the_guide_has_other_texts_by_now() {
    let told = |guide: &str, expected: Expect| {
        let site = format!(
            "-- polyguide.yaml --\nsource_locale: en\nlocales: {{ en: {{}}, fr: {{}} }}\n-- content/a/guide.en.md --\n---\ntitle: A\n---\n\n{guide}\n\
             -- locales/fr/guides/a.po --\nmsgid \"A\"\nmsgstr \"A\"\n\nmsgid \"One.\"\nmsgstr \"Un.\"\n\nmsgid \"Two.\"\nmsgstr \"\"\n\n\
             #~ msgid \"Three.\"\n#~ msgstr \"Trois.\"\n"
        );
        check_only(&["locale-stale"], &site, expected);
    };
    told("One.\n\nTwo.", expect![[""]]);
    told("Two.\n\nOne.", expect![[""]]);
    told(
        "One!\n\nTwo.\n\nThree.",
        expect![[r#"
        locales/fr/guides/a.po:5:8 ‹"Un."› locale-stale: the guide has no such text any more: it changed, or is gone
        locales/fr/guides/a.po:1:1 ‹› locale-stale: this catalog lacks 2 texts of the guide as it is now
          content/a/guide.en.md:5:1 ‹One!› the first of them
    "#]],
    );
    told("One.", expect![[""]]);
}

const STEPS: &str = "-- polyguide.yaml --\nsource_locale: en\nlocales: { en: {}, fr: {} }\n-- content/a/guide.en.md --\n---\ntitle: A\n---\n\n## Do it\n\n\
                     > [!tabs]\n> **Step 1**\n>> One.\n>>\n> **Step 2**\n>> Two.\n>>\n> **Step 3**\n>> Three.\n-- locales/fr/guides/a.po --\n";

fn labels(labels: [&str; 3]) -> String {
    let entry = |(at, label): (usize, &str)| format!("msgid \"Step {}\"\nmsgstr \"{label}\"\n\n", at + 1);
    let texts = [("A", "A"), ("Do it", "Faites"), ("One.", "Un."), ("Two.", "Deux."), ("Three.", "Trois.")];
    let texts: String = texts.map(|(text, translation)| format!("msgid \"{text}\"\nmsgstr \"{translation}\"\n\n")).concat();
    STEPS.to_owned() + &texts + &labels.into_iter().enumerate().map(entry).collect::<String>()
}

#[test]
fn labels_of_a_catalog_are_told_at_their_entries() {
    let codes = ["tabs-step-gap", "tabs-duplicate-label", "tabs-step-label", "locale-structure"];
    check_only(&codes, &labels(["Étape 1", "Étape 2", "Étape 3"]), expect![[""]]);
    check_only(
        &codes,
        &labels(["Étape 1", "Étape 3", "Étape 3"]),
        expect![[r#"
        locales/fr/guides/a.po:20:8 ‹"Étape 3"› tabs-step-gap: step 3 follows on step 1
        locales/fr/guides/a.po:23:8 ‹"Étape 3"› tabs-duplicate-label: the label `Étape 3` stands twice
          locales/fr/guides/a.po:20:8 ‹"Étape 3"› first here
        locales/fr/guides/a.po:23:8 ‹"Étape 3"› tabs-step-gap: step 3 follows on step 3
    "#]],
    );
    check_only(
        &codes,
        &labels(["Étape 1", "Schritt 2", "Étape 3"]),
        expect![[r#"
        locales/fr/guides/a.po:20:8 ‹"Schritt 2"› tabs-step-label: `Schritt` is the odd one out: the other steps are called `Étape`
    "#]],
    );
    check_only(
        &codes,
        &labels(["Linux", "Linux", "Windows"]),
        expect![[r#"
            locales/fr/guides/a.po:20:8 ‹"Linux"› tabs-duplicate-label: the label `Linux` stands twice
              content/a/guide.en.md:7:3 ‹[!tabs]
            > › first here
            locales/fr/guides/a.po:5:9 ‹Faites› locale-structure: below this, 3 steps of the source are missing, from `Step 1` on
              content/a/guide.en.md:8:3 ‹**Step 1**› `en`: what is missing
            locales/fr/guides/a.po:17:8 ‹"Linux"› locale-structure: 3 tabs from here on are not in the source
              content/a/guide.en.md:5:1 ‹## Do it› `en`: there it would come after this
        "#]],
    );
    check_only(
        &codes,
        &labels(["Schritt 1", "Schritt 2", "Schritt 3"]),
        expect![[r#"
        locales/fr/guides/a.po:17:9 ‹Schritt 1› tabs-step-label: these steps are called `Schritt`, which is another language than the page's
    "#]],
    );
}
