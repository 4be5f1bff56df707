//! PO files in, what they mean out; guides and catalogs in, pages out.

mod written;

use super::*;
use crate::{
    corpus::Corpus,
    diagnostic::Diagnostic,
    progress::NoProgress,
    source::SourceTree,
    text::{FileId, line_and_column},
};
use expect_test::{Expect, expect};

/// A file as several programs write them.
const FILE: &str = r##"# Ours.
msgid ""
msgstr ""
"Language: fr\n"
"X-Other:  kept \n"

# noted
#. paragraph
#: a.md:3 a.md:9
#, fuzzy, c-format
#| msgid "Old "
#| "text"
msgctxt "paragraph-1"
msgid "New "
"text"
msgstr "Nou\"veau \\ "
"texte"

#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgstr "Parti"
"##;

fn parse(text: &str) -> Catalog {
    let (catalog, diagnostics) = Catalog::parse(FileId(0), text);
    assert_eq!(diagnostics, []);
    catalog
}

#[test]
fn entries_are_read_with_all_that_belongs_to_them() {
    let catalog = parse(FILE);
    assert_eq!(
        (catalog.field("language"), catalog.field("X-Other"), &catalog.comments[..]),
        (Some("fr"), Some("kept"), &["Ours.".to_owned()][..])
    );
    let expected = Entry {
        comments: vec!["noted".into()],
        notes: vec!["paragraph".into()],
        places: vec!["a.md:3 a.md:9".into()],
        flags: vec!["c-format".into()],
        is_fuzzy: true,
        previous: Some("Old text".into()),
        id: "paragraph-1".into(),
        source: "New text".into(),
        translation: "Nou\"veau \\ texte".into(),
        ..Entry::default()
    };
    assert_eq!(catalog.entries[0], expected);
    assert_eq!((catalog.entries[1].is_obsolete, &*catalog.entries[1].translation), (true, "Parti"));
}

#[test]
fn places_lead_into_the_strings_of_the_file() {
    let written = &parse(FILE).entries[0].written;
    let spans: Vec<&str> = written.pieces.iter().map(|piece| &FILE[piece.origin..piece.origin + piece.replaces.unwrap_or(3)]).collect();
    assert_eq!(spans, ["Nou", "\\\"", "vea", "\\\\", " \"\n", "tex"]);
    assert!(FILE[written.translation.clone()].starts_with("\"Nou") && FILE[written.translation.clone()].ends_with("texte\""));
}

#[test]
fn what_is_written_is_read_as_the_same_and_written_as_the_same() {
    let catalog = parse(FILE);
    let text = catalog.to_text();
    assert_eq!(parse(&text), catalog);
    assert_eq!(parse(&text).to_text(), text);
    assert_eq!(parse(&text.replace('\n', "\r\n")), catalog);
}

#[test]
fn what_means_nothing_is_told_and_the_rest_is_read() {
    let text =
        "msgid \"a\"\nmsgstr \"b\n\nmsg \"c\"\n\nmsgid \"d\"\nmsgstr \"e\"\n\nmsgid \"d\"\nmsgstr \"f\"\n\nmsgid \"x\\q\"\nmsgstr \"\"\n";
    let (catalog, diagnostics) = Catalog::parse(FileId(0), text);
    let told: Vec<String> =
        diagnostics.iter().map(|told| format!("{} {}", line_and_column(text, told.span.start as usize).0, told.code.id)).collect();
    assert_eq!(told, ["2 catalog-syntax", "4 catalog-syntax", "12 catalog-syntax", "10 catalog-duplicate"]);
    assert_eq!(catalog.entries.len(), 4);
}

const CONFIG: &str = "source_locale: en-gb\nlocales: { en-gb: {}, fr-fr: {}, ar: {} }\n";
const GUIDE: &str = "---\ntitle: Mail\n---\n\n## First steps\n\n> [!primary]\n>\n> Choose port 993\n> on pro?.mail.ovh.net.\n\n- Press `Save`{.action}.\n- 993\n";

/// A catalog of texts and their translations.
fn catalog(pairs: &[(&str, &str)]) -> String {
    let entry = |(at, (source, translation)): (usize, &(&str, &str))| Entry {
        id: format!("u{at}"),
        source: (*source).into(),
        translation: (*translation).into(),
        ..Entry::default()
    };
    Catalog { entries: pairs.iter().enumerate().map(entry).collect(), ..Catalog::default() }.to_text()
}

/// The page of a catalog in a language, as its draft has it, and what is wrong.
fn page(locale: &str, guide: &str, po: &str) -> (Option<String>, Vec<String>) {
    let path = format!("locales/{locale}/guides/a.po");
    let tree = SourceTree::from_memory([("polyguide.yaml", CONFIG), ("content/a/guide.en-gb.md", guide), (&path, po)]);
    let (corpus, diagnostics) = Corpus::read(&tree, &NoProgress);
    let line = |told: &Diagnostic| {
        let text = String::from_utf8(tree.read(told.span.file).unwrap()).unwrap();
        let (line, column) = line_and_column(&text, told.span.start as usize);
        format!("{}:{line}:{column} {}: {}", tree.path(told.span.file), told.code.id, told.message)
    };
    let document = corpus.documents.iter().find(|document| document.locale.as_str() == locale);
    (document.map(|document| format!("{} | {}", document.title(), document.draft.html)), diagnostics.iter().map(line).collect())
}

const FRENCH: &[(&str, &str)] = &[
    ("Mail", "Le courrier : l'essentiel"),
    ("First steps", "Premiers pas"),
    ("Choose port 993 on pro?.mail.ovh.net.", "Choisissez le port 993 sur pro?.mail.ovh.net."),
    ("Press `Save`{.action}.", "Appuyez sur `Enregistrer`{.action}."),
];

#[track_caller]
fn check(locale: &str, pairs: &[(&str, &str)], expected: Expect) {
    let (page, told) = page(locale, GUIDE, &catalog(pairs));
    expected.assert_eq(&format!("{}\n{}", page.unwrap_or("no page".into()), told.join("\n")));
}

#[test]
fn of_code_its_comments_are_translated_and_nothing_else() {
    let guide = "---\ntitle: Mail\n---\n\n> ```sh\n> # List all\n> ls -l # all of them\n> ```\n";
    let french = [("Mail", "Courrier"), ("List all", "Tout lister"), ("all of them", "ls #")];
    let text = crate::corpus::units::SourceText::read(FileId(0), guide, &crate::dialect::vocabulary::Vocabulary::new(&[]));
    let woven = weave(&text, &parse(&catalog(&french)), FileId(1)).assembled.text;
    assert_eq!(woven, "---\ntitle: Courrier\n---\n\n> ```sh\n> # Tout lister\n> ls -l # ls #\n> ```\n");
    assert_eq!(page("fr-fr", guide, &catalog(&french)).1, Vec::<String>::new());
    let synced = Synced::of(&text);
    assert_eq!(synced.texts.len(), 2, "comments are part of their code, as ever");
    assert!(synced.drift(&text).is_none());
}

#[test]
fn a_guide_is_put_together_from_its_text_and_a_catalog() {
    check(
        "fr-fr",
        FRENCH,
        expect![[r#"
        Le courrier : l'essentiel | <h2 id="premiers-pas">Premiers pas</h2>
        <aside class="callout" role="note" data-callout="primary"><p class="callout-title">Information</p>
        <p>Choisissez le port 993 sur <span class="host">pro.mail.ovh.net</span>.</p>
        </aside>
        <ul>
        <li>Appuyez sur <span class="action">Enregistrer</span>.</li>
        <li>993</li>
        </ul>

    "#]],
    );
}

#[test]
fn what_is_not_translated_is_in_its_own_language() {
    check(
        "ar",
        &[("Mail", "البريد"), FRENCH[2]],
        expect![[r#"
        البريد | <h2 id="first-steps" lang="en-GB" dir="ltr">First steps</h2>
        <aside class="callout" role="note" data-callout="primary"><p class="callout-title">معلومات</p>
        <p>Choisissez le port 993 sur <span class="host">pro.mail.ovh.net</span>.</p>
        </aside>
        <ul>
        <li><span lang="en-GB" dir="ltr">Press <span class="action">Save</span>.</span></li>
        <li>993</li>
        </ul>

    "#]],
    );
}

#[test]
fn fragments_in_another_language_say_so() {
    let config = "title: A\nsource_locale: en\nlocales:\n  en: {}\n  en-ie: { fallback: [en] }\n  ar: { fallback: [en] }\n";
    let guide = "---\ntitle: A\n---\n\nOwn.\n\n[[fragment:f]]\n";
    let tree = SourceTree::from_memory([
        ("polyguide.yaml", config),
        ("content/a/guide.en.md", guide),
        ("content/a/guide.en-ie.md", guide),
        ("content/a/guide.ar.md", guide),
        ("fragments/f.en.md", "First.\n\n- Second\n"),
    ]);
    let (corpus, _) = Corpus::read(&tree, &NoProgress);
    let drafts = corpus.documents.iter().map(|document| format!("{}: {}", document.locale, document.draft.html.replace('\n', " ")));
    expect![[r#"
        ar: <p>Own.</p> <p lang="en" dir="ltr">First.</p> <ul> <li><span lang="en" dir="ltr">Second</span></li> </ul> 
        en: <p>Own.</p> <p>First.</p> <ul> <li>Second</li> </ul> 
        en-ie: <p>Own.</p> <p>First.</p> <ul> <li>Second</li> </ul> "#]]
    .assert_eq(&drafts.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_is_not_sure_is_not_shown() {
    let fuzzy = catalog(FRENCH).replace("msgctxt \"u1\"", "#, fuzzy\nmsgctxt \"u1\"");
    let (html, _) = page("fr-fr", GUIDE, &fuzzy);
    let html = html.unwrap();
    assert!(html.contains("<h2 id=\"first-steps\" lang=\"en-GB\">") && !html.contains("Premiers pas"), "{html}");
}

#[test]
fn a_guide_of_which_too_little_is_translated_is_none() {
    check(
        "fr-fr",
        &[],
        expect![[r#"
        no page
    "#]],
    );
    check(
        "fr-fr",
        &[("Mail", "")],
        expect![[r#"
        no page
    "#]],
    );
    let limited = CONFIG.to_owned() + "max_untranslated: 70\n";
    let told = |pairs: &[(&str, &str)]| {
        let po = catalog(pairs);
        let tree = SourceTree::from_memory([
            ("polyguide.yaml", &*limited),
            ("content/a/guide.en-gb.md", GUIDE),
            ("locales/fr-fr/guides/a.po", &po),
        ]);
        let (corpus, diagnostics) = Corpus::read(&tree, &NoProgress);
        (corpus.documents.len(), diagnostics.into_iter().map(|told| told.message).collect::<Vec<_>>())
    };
    assert_eq!(told(&FRENCH[..2]), (2, vec![]));
    let (documents, messages) = told(&FRENCH[..1]);
    assert_eq!((documents, messages.len()), (1, 1));
    assert!(messages[0].starts_with("75 % of this guide is not translated"), "{messages:?}");
}

#[test]
fn what_a_translation_breaks_is_told_at_its_entry() {
    let (_, told) = page(
        "fr-fr",
        GUIDE,
        &catalog(&[FRENCH[0], FRENCH[1], (FRENCH[2].0, "Choisissez **le port 995 sur pro***?*.mail.ovh.net."), FRENCH[3]]),
    );
    expect![[r#"
        locales/fr-fr/guides/a.po:14:8 translation-atom: this translation has the number `995` where its source has the number `993`
        locales/fr-fr/guides/a.po:14:20 bold-unclosed: `**` has no partner and is left out
        locales/fr-fr/guides/a.po:14:38 placeholder-broken-emphasis: the emphasis around this placeholder is not in balance"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn entries_that_lack_a_line_or_have_one_twice_are_told() {
    let entry = |lines: &[&str]| {
        let all = [&["msgctxt \"a\"", "msgid \"A\"", "msgstr \"1\"", ""][..], lines, &["", "msgctxt \"c\"", "msgid \"C\"", "msgstr \"3\""]]
            .concat();
        let (catalog, found) = Catalog::parse(FileId(0), &all.join("\n"));
        let entries: Vec<String> =
            catalog.entries.iter().map(|entry| format!("{}:{}:{}", entry.id, entry.source, entry.translation)).collect();
        (entries.join(" "), found.into_iter().map(|found| found.message).collect::<Vec<_>>().join("; "))
    };
    let (id, source, translation) = ("msgctxt \"b\"", "msgid \"B\"", "msgstr \"2\"");
    let twice = "an entry says this once: it stands twice, or lines between two entries are missing";
    for (lines, entries, told) in [
        (&[id, source, translation][..], "a:A:1 b:B:2 c:C:3", ""),
        (&[id, source, source, translation], "a:A:1 b:B:2 c:C:3", twice),
        (&[id, source, translation, translation], "a:A:1 b:B:2 c:C:3", twice),
        (&[id, source], "a:A:1 c:C:3", "this entry has no `msgstr`"),
        (&[id], "a:A:1 c:C:3", "this entry has no `msgid`"),
        (&["# A note."], "a:A:1 c:C:3", ""),
        (&[translation], "a:A:1 c:C:3", twice),
    ] {
        assert_eq!(entry(lines), (entries.to_owned(), told.to_owned()), "{lines:?}");
    }
}

#[test]
fn catalogs_that_translate_nothing_are_told() {
    let po = catalog(FRENCH);
    let files = [
        ("polyguide.yaml", CONFIG),
        ("content/a/guide.en-gb.md", GUIDE),
        ("content/a/guide.fr-fr.md", GUIDE),
        ("locales/fr-fr/guides/a.po", &po),
        ("locales/fr-fr/guides/b.po", &po),
        ("locales/de-de/guides/a.po", &po),
    ];
    let tree = SourceTree::from_memory(files);
    let (corpus, diagnostics) = Corpus::read(&tree, &NoProgress);
    let told: Vec<String> =
        diagnostics.iter().map(|told| format!("{}: {} {}", tree.path(told.span.file), told.code.id, told.message)).collect();
    assert_eq!(corpus.documents.len(), 2);
    expect![[r#"
        locales/de-de/guides/a.po: locale-unknown `de-de` is no locale of this site
        locales/fr-fr/guides/a.po: catalog-orphan this catalog is not used: `content/a/guide.fr-fr.md` is the guide in `fr-fr`
        locales/fr-fr/guides/b.po: catalog-orphan this catalog translates nothing: there is no `content/b/guide.en-gb.md`"#]]
    .assert_eq(&told.join("\n"));
}

/// Ways in which translations break: the text, and what became of it.
const BROKEN: &[(&str, &str)] = &[
    ("Type pro?.mail.ovh.net.", "Tapez le nom."),
    ("Type pro?.mail.ovh.net.", "Tapez pro?.mail.ovh.ne."),
    ("Type pro?.mail.ovh.net.", "Tapez pro.mail.ovh.net."),
    ("Type pro?.mail.ovh.net.", "Tapez pro***?*.mail.ovh.net."),
    ("Type pro?.mail.ovh.net.", "Tapez pro ?.mail.ovh.net."),
    ("Port 993 is right.", "Le port 995 est juste."),
    ("Port 993 is right.", "Le port est juste."),
    ("Press `Save`{.action}.", "Appuyez sur `Enregistrer`{.action."),
    ("Press `Save`{.action}.", "Appuyez sur `Enregistrer`."),
    ("Press `Save`{.action}.", "Appuyez sur `Enregistrer`{.aktion}."),
    ("Press `Save`{.action}.", "Appuyez sur Enregistrer{.action}."),
    ("See [it](/pages/mail/a).", "Voir [cela](/pages/courrier/a)."),
    ("See [it](/pages/mail/a).", "Voir cela."),
    ("See [it](/pages/mail/a).", "Voir [cela](/pages/mail/a."),
    ("See [it](/pages/mail/a).", "Voir [cela] (/pages/mail/a)."),
    ("It is ![a phone](images/a.png){.thumbnail .w-400} here.", "Il est ![un téléphone](images/b.png){.thumbnail .w-400} ici."),
    ("It is ![a phone](images/a.png){.thumbnail .w-400} here.", "Il est ici."),
    ("It is ![a phone](images/a.png){.thumbnail .w-400} here.", "Il est ![un téléphone](images/a.png){.thumbnail .w-400 ici."),
    ("Run `ls -l` now.", "Lancez `ls -a`."),
    ("Run `ls -l` now.", "Lancez ls."),
    ("Run `ls -l` now.", "Lancez `ls -l."),
    ("Take **care** of it.", "Prenez-en **soin."),
    ("It is STARTTLS there.", "C'est SSL."),
    ("Type `<user@domain>` there.", "Tapez `<utilisateur@domaine>`."),
    ("It is the 2<sup>nd</sup> one.", "C'est le 2<sup>e."),
    ("A <!-- unknown: email-pro.server -->number<!-- /unknown --> here.", "Un <!-- unknown: email-pro.server -->nombre ici."),
    ("A <!-- unknown: email-pro.server -->number<!-- /unknown --> here.", "Un nombre ici."),
    ("See [[fragment:note]] there.", "Voir [[fragment:notiz]]."),
    ("The <a name=\"x\"></a>place.", "La place."),
    ("Write to me@example.net now.", "Écrivez à moi@example.net."),
    ("Open https://example.net/a/b now.", "Ouvrez https://example.net/a/c."),
    ("One line.<br>Two lines.", "Une ligne.</br>Deux lignes."),
];

#[test]
fn a_translation_broken_in_whatever_way_is_told_at_its_line() {
    for (source, translation) in BROKEN {
        let guide = format!("---\ntitle: Mail\n---\n\nFirst.\n\n{source}\n");
        let po = catalog(&[FRENCH[0], ("First.", "D'abord."), (source, translation)]);
        let line = po.lines().position(|line| line.starts_with("msgid") && line.contains(&source[..6])).unwrap() + 2;
        let (page, told) = page("fr-fr", &guide, &po);
        assert!(told.iter().any(|told| told.starts_with(&format!("locales/fr-fr/guides/a.po:{line}:"))), "{translation}: {told:?}");
        assert!(page.is_some());
    }
}

#[test]
fn a_translation_in_its_own_words_is_right() {
    for (source, translation) in [
        ("Replace the “?” in pro?.mail.ovh.net with your number.", "Dans pro**?**.mail.ovh.net, mettez votre numéro à la place du « ? »."),
        ("Press `Save`{.action}, then `Go on`{.action}.", "`Continuer`{.action} vient après `Enregistrer`{.action}."),
        ("**Take** care, the port is 993.", "Attention : le port *993* est le bon, 993."),
        ("See [it](/pages/a) and [that](/pages/b).", "Voir [ceci](/pages/b) et [cela](/pages/a)."),
    ] {
        let guide = format!("---\ntitle: Mail\n---\n\n{source}\n");
        let (_, told) = page("fr-fr", &guide, &catalog(&[FRENCH[0], (source, translation)]));
        assert_eq!(told, Vec::<String>::new(), "{translation}");
    }
}
