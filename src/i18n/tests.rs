//! Guides and catalogs in, catalogs out.

mod care;
mod coverage;
mod cuts;
mod export;

use super::*;
use crate::{
    bundled,
    corpus::{
        catalog::{Catalog, State},
        services,
        units::SourceText,
    },
    diagnostic::Diagnostic,
    dialect::vocabulary::Vocabulary,
    i18n::template::About,
    locale::Locale,
    source::SourceTree,
    text::FileId,
};
use expect_test::expect;
use proptest::prelude::*;

fn vocabulary() -> Vocabulary {
    let (services, _) = services::read_all(&SourceTree::from_memory([("a", "")]), &bundled::services());
    Vocabulary::new(&services)
}

fn template_of(guide: &str, before: Option<&Catalog>) -> Catalog {
    let locale = &Locale::parse("en-gb").unwrap();
    let about = About { title: "Guides", locale, file: "content/a/guide.en-gb.md", page: "https://guides.example.org/en-gb/a/" };
    template(&SourceText::read(FileId(0), guide, &vocabulary()), &about, before)
}

fn merged(template: &Catalog, before: Option<&Catalog>) -> Catalog {
    merge(template, before, &Locale::parse("fr-fr").unwrap(), Merge::default()).0
}

/// A catalog in which every text is translated as itself in brackets.
fn translated(guide: &str) -> Catalog {
    let mut catalog = merged(&template_of(guide, None), None);
    catalog.entries.iter_mut().for_each(|entry| entry.translation = format!("({})", entry.source));
    catalog
}

const GUIDE: &str = "---\ntitle: Mail\n---\n\n## Set up\n\nChoose port 993.\n\n- Yes\n- No\n- Yes\n";

#[test]
fn a_template_tells_translators_all_they_need() {
    let template = template_of("---\ntitle: Mail\n---\n\n## Set up\n\n- Yes\n- Yes\n\n```sh\nls # all\n```\n", None).to_text();
    expect![[r##"
        #, fuzzy
        msgid ""
        msgstr ""
        "Project-Id-Version: Guides\n"
        "Report-Msgid-Bugs-To:\n"
        "PO-Revision-Date:\n"
        "Last-Translator:\n"
        "Language-Team:\n"
        "Language: en_GB\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"

        #. title of the page
        #. https://guides.example.org/en-gb/a/
        #: content/a/guide.en-gb.md:2
        msgctxt "title-mail"
        msgid "Mail"
        msgstr ""

        #. heading of level 2
        #. https://guides.example.org/en-gb/a/
        #: content/a/guide.en-gb.md:5
        msgctxt "heading-set-up"
        msgid "Set up"
        msgstr ""

        #. Set up
        #. item of a list
        #. https://guides.example.org/en-gb/a/
        #: content/a/guide.en-gb.md:7
        msgctxt "item-yes"
        msgid "Yes"
        msgstr ""

        #. Set up
        #. item of a list
        #. https://guides.example.org/en-gb/a/
        #: content/a/guide.en-gb.md:8
        msgctxt "item-yes-c3f0"
        msgid "Yes"
        msgstr ""

        #. Set up
        #. comment in code
        #. https://guides.example.org/en-gb/a/
        #: content/a/guide.en-gb.md:11
        msgctxt "comment-all"
        msgid "all"
        msgstr ""
    "##]]
    .assert_eq(&template);
}

#[test]
fn a_catalog_begins_as_its_template() {
    let catalog = merged(&template_of(GUIDE, None), None);
    assert_eq!(catalog.field("Language"), Some("fr_FR"));
    assert!(!catalog.is_template && catalog.entries.iter().all(|entry| entry.state() == State::Missing));
}

/// What a catalog of `before` says once the guide is `after`: each entry whose state or id is not that of before.
fn changed(before: &str, after: &str) -> String {
    let (old_template, old) = (template_of(before, None), translated(before));
    let new = merged(&template_of(after, Some(&old_template)), Some(&old));
    let ids: Vec<&str> = old.entries.iter().map(|entry| entry.id.as_str()).collect();
    let line = |entry: &crate::corpus::catalog::Entry| {
        let is_same = ids.contains(&&*entry.id) && entry.state() == State::Translated && !entry.is_obsolete;
        let previous = entry.previous.as_ref().map_or(String::new(), |previous| format!(" (was `{previous}`)"));
        let state = if entry.is_obsolete { "Obsolete".into() } else { format!("{:?}", entry.state()) };
        (!is_same).then(|| format!("{state} {}: `{}` = `{}`{previous}\n", entry.id, entry.source, entry.translation))
    };
    new.entries.iter().filter_map(line).collect()
}

#[test]
fn only_what_was_touched_changes() {
    let edit = |from: &str, to: &str| changed(GUIDE, &GUIDE.replace(from, to));
    let edits = [
        ("a port", edit("993", "995")),
        ("a step more", edit("- No\n", "- No\n- Perhaps\n")),
        ("a step less", edit("- No\n", "")),
        ("a text that stands twice, once less", edit("- Yes\n- No\n", "- No\n")),
        ("swapped", edit("- Yes\n- No\n", "- No\n- Yes\n")),
        (
            "moved",
            edit("Choose port 993.\n\n", "")
                + &changed(GUIDE, "---\ntitle: Mail\n---\n\nChoose port 993.\n\n## Set up\n\n- Yes\n- No\n- Yes\n"),
        ),
        ("other line breaks", edit("Choose port", "Choose\nport")),
    ];
    let told: String = edits.iter().map(|(what, told)| format!("# {what}\n{told}")).collect();
    expect![[r#"
        # a port
        Fuzzy paragraph-choose-port-993: `Choose port 995.` = `(Choose port 993.)` (was `Choose port 993.`)
        # a step more
        Missing item-perhaps: `Perhaps` = ``
        # a step less
        Obsolete item-no: `No` = `(No)`
        # a text that stands twice, once less
        Obsolete item-yes: `Yes` = `(Yes)`
        # swapped
        # moved
        Obsolete paragraph-choose-port-993: `Choose port 993.` = `(Choose port 993.)`
        # other line breaks
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_text_that_comes_back_has_its_translation_again() {
    let without = GUIDE.replace("Choose port 993.\n\n", "");
    let old = translated(GUIDE);
    let less = merged(&template_of(&without, None), Some(&old));
    assert_eq!(less.entries.iter().filter(|entry| entry.is_obsolete).count(), 1);
    let again = merged(&template_of(GUIDE, None), Some(&less));
    assert!(again.entries.iter().all(|entry| entry.state() == State::Translated && !entry.is_obsolete));
    let other = merged(&template_of(&GUIDE.replace("993", "143"), None), Some(&old));
    let back = merged(&template_of(GUIDE, None), Some(&other));
    assert_eq!(back.to_text(), old.to_text(), "a change that is taken back leaves no trace");
}

#[test]
fn slips_of_the_source_can_be_mended_without_a_translator() {
    let old = translated(GUIDE);
    let template = template_of(&GUIDE.replace("Choose port", "Chose port"), None);
    let (new, tally) = merge(&template, Some(&old), &Locale::parse("fr-fr").unwrap(), Merge { typos: true });
    assert!(new.entries.iter().all(|entry| entry.state() == State::Translated && entry.previous.is_none()));
    assert_eq!(tally, Tally { changed: 1, ..Tally::default() });
}

/// What each text of a guide is paired with in a file that was translated otherwise.
fn paired(source: &str, translation: &str) -> String {
    let vocabulary = vocabulary();
    let [source, translation] = [source, translation].map(|text| SourceText::read(FileId(0), text, &vocabulary));
    let found = crate::corpus::units::align(&source, &translation, &vocabulary);
    let line = |(at, pair): (usize, &Option<usize>)| {
        let moved = if found.moved.contains(&at) { " (moved)" } else { "" };
        format!("{} = {}{moved}\n", source.units[at].text, pair.map_or("", |pair| &translation.units[pair].text))
    };
    found.pairs.iter().enumerate().map(line).collect()
}

#[test]
fn texts_are_paired_without_a_dictionary() {
    let english = "## Start\n\nGo on.\n\n1. Press `Save`{.action}.\n2. Choose port 993.\n3. Open [it](/pages/a).\n\n| A | 143 |\n|---|---|\n| Server | `a.example.net` |\n\n## End\n\nThat is all.\n";
    let german = "## Anfang\n\nZuerst ein Satz, den niemand brauchte, und noch einer.\n\nWeiter.\n\n1. Öffnen Sie [es](/pages/a).\n2. Wählen Sie Port 993.\n3. Drücken Sie `Speichern`{.action}.\n\n## Schluss\n\nDas ist alles.\n";
    expect![[r#"
        Start = Anfang
        Go on. = Weiter.
        Press `Save`{.action}. = Drücken Sie `Speichern`{.action}. (moved)
        Choose port 993. = Wählen Sie Port 993.
        Open [it](/pages/a). = Öffnen Sie [es](/pages/a). (moved)
        A = 
        143 = 
        Server = 
        `a.example.net` = 
        End = Schluss
        That is all. = Das ist alles.
    "#]]
    .assert_eq(&paired(english, german));
}

#[test]
fn code_is_paired_whatever_the_language_of_its_comments() {
    let english = "Now:\n\n```sh\n# First\na\n```\n\n```sh\n# Second\nb\n```\n";
    let german = "Jetzt:\n\n```sh\n# Zweitens\nb\n```\n";
    expect![[r#"
        Now: = Jetzt:
        ```sh⏎# First⏎a⏎``` = 
        First = 
        ```sh⏎# Second⏎b⏎``` = ```sh⏎# Zweitens⏎b⏎```
        Second = Zweitens
    "#]]
    .assert_eq(&paired(english, german).replace("\n#", "⏎#").replace("\na\n", "⏎a⏎").replace("\nb\n", "⏎b⏎"));
}

#[test]
fn what_translators_wrote_around_a_translation_stays() {
    let text = translated(GUIDE).to_text().replace("#. title of the page", "# Ask the boss.\n#. title of the page\n#, no-wrap");
    let old = Catalog::parse(FileId(0), &text).0;
    let new = merged(&template_of(&GUIDE.replace("993", "995"), None), Some(&old));
    assert_eq!((&new.entries[0].comments[..], &new.entries[0].flags[..]), (&["Ask the boss.".to_owned()][..], &["no-wrap".to_owned()][..]));
}

/// A guide of many blocks, each with a number.
fn guide_of(blocks: &[u16]) -> String {
    let block = |number: &u16| match number % 4 {
        0 => format!("## Part {number}\n\n"),
        1 => format!("The paragraph {number} tells something of its own about {}.\n\n", number * 7),
        2 => format!("- the item {number} of a list\n\n"),
        _ => format!("> [!primary]\n>\n> Take care of {number}, whatever comes.\n\n"),
    };
    format!("---\ntitle: Many\n---\n\n{}", blocks.iter().map(block).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is cut, moved, doubled or put in: every text that is still there has its translation.
    #[test]
    fn no_translation_of_an_untouched_block_is_ever_lost(
        blocks in proptest::collection::vec(0u16..300, 1..80),
        edits in proptest::collection::vec((0usize..100, 0usize..100, 0u16..600, 0u8..4), 0..12),
    ) {
        let before = guide_of(&blocks);
        let mut edited = blocks;
        for (at, to, number, what) in edits {
            let (at, to) = (at % (edited.len() + 1), to % (edited.len() + 1));
            match what {
                0 => edited.insert(at, number),
                1 if at < edited.len() => _ = edited.remove(at),
                2 if at < edited.len() && to < edited.len() => edited.swap(at, to),
                _ if at < edited.len() => edited[at] = number,
                _ => {}
            }
        }
        let old = translated(&before);
        let new = merged(&template_of(&guide_of(&edited), Some(&template_of(&before, None))), Some(&old));
        let count = |catalog: &Catalog, source: &str| catalog.live().filter(|entry| entry.source == source).count();
        for entry in new.live() {
            let translated = new.live().filter(|other| other.source == entry.source && other.state() == State::Translated).count();
            prop_assert!(translated >= count(&old, &entry.source).min(count(&new, &entry.source)), "{}", entry.source);
        }
        let mut ids: Vec<&str> = new.live().map(|entry| entry.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), new.live().count());
    }
}

/// A site in which a guide has a file, a catalog, nothing, and is switched off.
fn project_files() -> Vec<(&'static str, String)> {
    let po = translated(GUIDE).to_text().replace("(No)", "").replace("msgctxt \"item-yes\"", "#, fuzzy\nmsgctxt \"item-yes\"");
    vec![
        (
            "polyguide.yaml",
            "title: Guides\nsource_locale: en-gb\nlocales: { en-gb: {}, fr-fr: {}, de-de: {}, it-it: {}, pl-pl: {} }\n".into(),
        ),
        ("content/mail/a/guide.en-gb.md", GUIDE.into()),
        ("content/mail/a/guide.fr-fr.md", GUIDE.replace("Choose", "Choisir")),
        ("content/mail/a/meta.yaml", "disable_languages: [pl-pl]\n".into()),
        ("locales/de-de/guides/mail/a.po", po),
    ]
}

fn with_project<T>(files: &[(&str, String)], look: impl FnOnce(&Project) -> T) -> T {
    let tree = SourceTree::from_memory(files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec())));
    look(&Project::open(&tree))
}

#[test]
fn a_status_tells_what_is_done_and_what_is_to_do() {
    let mut files = project_files();
    let noted = with_project(&files, |project| project.sync(&project.targets(&[]).unwrap(), false));
    let change = noted.into_iter().find_map(|noted| noted.change).unwrap();
    assert_eq!(change.path.as_str(), "locales/fr-fr/guides/mail/a.sync");
    files.push(("locales/fr-fr/guides/mail/a.sync", change.after));
    files[1].1 = GUIDE.replace("port 993", "the port 993");
    let (table, json, html) = with_project(&files, |project| {
        let status = project.status(&project.targets(&[]).unwrap());
        (status::table(&status), status::json(&status), status::html(&status))
    });
    // How many interface texts there are is no matter of this test.
    let is_of_guides = |line: &&str| !line.contains(" interface texts ") && !line.contains(" all ");
    let of_guides: String = table.lines().filter(is_of_guides).map(|line| format!("{line}\n")).collect();
    expect![[r#"
        locale  section          translated  stale  fuzzy  missing  covered  absent  words to do
        fr-fr   mail                      5      1      0        0        0       0            3
        de-de   mail                      3      0      1        2        0       0            5
        it-it   mail                      0      0      0        6        0       0            9
        pl-pl   mail                      0      0      0        0        0       1            0
    "#]]
    .assert_eq(&of_guides);
    assert!(table.contains("\nfr-fr   interface texts "), "{table}");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let texts = &json["locales"][0]["sections"][1];
    assert_eq!((texts["section"].as_str(), texts["guides"][0]["held_by"].as_str()), (Some("interface texts"), Some("messages")));
    let guide = &json["locales"][1]["sections"][0]["guides"][0];
    assert_eq!((guide["held_by"].as_str(), guide["file"].as_str()), (Some("catalog"), Some("locales/de-de/guides/mail/a.po")));
    assert!(guide["line"].as_u64().unwrap() > 1 && guide["page"] == "/de-de/mail/a/", "{guide}");
    assert!(html.contains("<code>content/mail/a/guide.fr-fr.md:1</code> (<a href=\"/fr-fr/mail/a/\">page</a>): 1 stale"), "{html}");
}

#[test]
fn a_translation_whose_source_changed_is_noted_only_when_its_translator_says_so() {
    let mut files = project_files();
    let sync = |files: &[(&str, String)], confirmed| {
        with_project(files, |project| project.sync(&project.targets(&[]).unwrap(), confirmed)).remove(0)
    };
    let first = sync(&files, false).change.unwrap();
    files.push(("locales/fr-fr/guides/mail/a.sync", first.after));
    assert!(sync(&files, true).change.is_none(), "nothing changed");
    files[1].1 = GUIDE.replace("- No\n", "- Never\n");
    let stale = sync(&files, false);
    assert_eq!((stale.stale, stale.change), (1, None));
    let confirmed = sync(&files, true).change.unwrap();
    assert!(confirmed.after.contains("item Never") && !confirmed.after.contains("item No\n"), "{}", confirmed.after);
}

#[test]
fn catalogs_are_made_where_they_are_wanted() {
    let files = project_files();
    let paths = |creates: bool, locale: &str| {
        let locale = Locale::parse(locale).unwrap();
        let updated = with_project(&files, |project| project.update(&[locale], creates, Merge::default()));
        updated
            .into_iter()
            .filter_map(|updated| Some(updated.change?.path.to_string()))
            .filter(|path| path.ends_with(".po"))
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(true, "it-it"), ["locales/it-it/guides/mail/a.po"]);
    assert_eq!(paths(false, "it-it"), Vec::<String>::new(), "nobody asked for it");
    assert_eq!(paths(true, "fr-fr"), Vec::<String>::new(), "there is a file");
    assert_eq!(paths(true, "pl-pl"), Vec::<String>::new(), "it is absent on purpose");
}
