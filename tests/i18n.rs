//! The commands for translators, as they are called.

#![expect(clippy::disallowed_methods, reason = "the program is run on folders on disk")]

#[path = "support/program.rs"]
mod program;

use program::run_aloud as run;
use std::fs;
use tempfile::TempDir;

/// The site that `polyguide new` writes: a guide and a landing page in English and French.
fn new_site() -> TempDir {
    let folder = TempDir::new().unwrap();
    assert_eq!(run(folder.path(), "new .").0, 0);
    folder
}

#[test]
fn a_translation_from_the_first_catalog_to_the_page() {
    let folder = new_site();
    let root = folder.path();
    let config = root.join("polyguide.yaml");
    let with_german = fs::read_to_string(&config).unwrap().replace("locales:\n", "locales:\n  de-de: {}\n");
    fs::write(&config, with_german).unwrap();
    let (code, said) = run(root, "i18n update --locale de-de");
    assert!(code == 0 && said.contains("locales/de-de/guides/mail/phone.po: 17 new\n") && said.contains("wrote 4 new files"), "{said}");
    assert_eq!(run(root, "i18n update --locale de-de"), (0, "everything is up to date\n".into()));

    let catalog = root.join("locales/de-de/guides/mail/phone.po");
    let text = fs::read_to_string(&catalog).unwrap();
    let at = text.find("msgctxt \"title-").unwrap();
    let translated = text[..at].to_owned() + &text[at..].replacen("msgstr \"\"", "msgstr \"Post auf dem Telefon\"", 1);
    fs::write(&catalog, translated).unwrap();
    assert_eq!(run(root, "build --quiet").0, 0);
    let page = fs::read_to_string(root.join("public/de-de/mail/phone/index.html")).unwrap();
    assert!(
        page.contains("<html lang=\"de-DE\"") && page.contains("Post auf dem Telefon") && page.contains("<p lang=\"en-GB\">"),
        "{page}"
    );

    let (_, table) = run(root, "i18n status --locale de-de");
    assert!(table.lines().any(|line| line.split_whitespace().take(6).eq(["de-de", "mail", "1", "0", "0", "16"])), "{table}");
    let (code, said) = run(root, "i18n export --locale de-de");
    assert!(code == 0 && said.contains("19 texts without a translation"), "{said}");
    assert!(fs::read_to_string(root.join("content/mail/phone/guide.de-de.md")).unwrap().contains("title: Post auf dem Telefon"));
}

#[test]
fn files_become_catalogs_and_the_pages_stay() {
    let folder = new_site();
    let root = folder.path();
    run(root, "build --quiet");
    let page = || fs::read_to_string(root.join("public/fr-fr/mail/phone/index.html")).unwrap();
    let before = page();
    let (code, said) = run(root, "i18n import --locale fr-fr --replace");
    assert!(code == 0 && said.contains("20 translations of 2 files, 0 texts to look at"), "{said}");
    assert!(!root.join("content/mail/phone/guide.fr-fr.md").exists());
    assert_eq!(run(root, "build --strict --quiet"), (0, String::new()));
    assert_eq!(page(), before);
}

/// A site with German catalogs.
fn german_site() -> TempDir {
    let folder = new_site();
    let config = folder.path().join("polyguide.yaml");
    fs::write(&config, fs::read_to_string(&config).unwrap().replace("locales:\n", "locales:\n  de-de: {}\n")).unwrap();
    assert_eq!(run(folder.path(), "i18n update --locale de-de").0, 0);
    folder
}

#[test]
fn a_catalog_that_cannot_be_read_is_left_alone_and_told() {
    let folder = german_site();
    let root = folder.path();
    let catalog = root.join("locales/de-de/guides/mail/phone.po");
    let broken = [fs::read(&catalog).unwrap(), b"# caf\xe9\n".to_vec()].concat();
    fs::write(&catalog, &broken).unwrap();
    for arguments in ["i18n update --locale de-de", "i18n update"] {
        let (code, said) = run(root, arguments);
        assert!(code == 1 && said.contains("is not UTF-8") && said.contains("1 catalog left alone"), "{code} {said}");
        assert!(!said.contains("everything is up to date"), "{said}");
        assert_eq!(fs::read(&catalog).unwrap(), broken);
    }
}

#[test]
fn a_catalog_that_is_not_exported_is_told() {
    let folder = german_site();
    let root = folder.path();
    let catalog = root.join("locales/de-de/guides/mail/phone.po");
    let whole = fs::read_to_string(&catalog).unwrap();
    fs::write(&catalog, whole.replacen("msgid \"Choose", "msgid Choose", 1).replacen("msgstr \"\"\n\n", "msgstr \"\n\n", 1)).unwrap();
    fs::write(root.join("locales/de-de/guides/gone.po"), &whole).unwrap();
    for arguments in ["i18n export", "i18n export --format xliff"] {
        let (code, said) = run(root, arguments);
        assert!(code == 1 && said.contains("locales/de-de/guides/mail/phone.po:"), "{code} {said}");
        assert!(said.contains("1 file not exported: what cannot be read of it would be missing; mend it, and run this again"), "{said}");
        assert!(said.contains("locales/de-de/guides/gone.po") && said.contains("this catalog translates nothing"), "{said}");
        assert!(!said.contains("everything is up to date"), "{said}");
    }
    assert!(!root.join("content/mail/phone/guide.de-de.md").exists() && root.join("xliff/de-de/mail/index.xlf").exists());
}

#[test]
fn a_guide_that_moved_keeps_its_catalog() {
    let folder = german_site();
    let root = folder.path();
    fs::rename(root.join("content/mail/phone"), root.join("content/mail/handy")).unwrap();
    let before = fs::read_to_string(root.join("locales/de-de/guides/mail/phone.po")).unwrap();
    let translated = before.replacen("msgstr \"\"\n\n", "msgstr \"Übersetzt\"\n\n", 1);
    fs::write(root.join("locales/de-de/guides/mail/phone.po"), translated).unwrap();
    let (code, said) = run(root, "i18n update --locale de-de");
    assert!(code == 0 && said.contains("handy.po: moved from locales/de-de/guides/mail/phone.po, as its guide was"), "{said}");
    assert!(fs::read_to_string(root.join("locales/de-de/guides/mail/handy.po")).unwrap().contains("Übersetzt"));
    for gone in ["locales/de-de/guides/mail/phone.po", "locales/templates/guides/mail/phone.pot"] {
        assert!(!root.join(gone).exists(), "{gone}");
    }
}

#[test]
fn a_guide_that_moved_keeps_what_was_noted_of_its_translation() {
    for command in ["update", "sync"] {
        let folder = new_site();
        let root = folder.path();
        assert_eq!(run(root, "i18n sync").0, 0);
        let guide = root.join("content/mail/phone/guide.en-gb.md");
        fs::write(&guide, fs::read_to_string(&guide).unwrap() + "\nOne more thing.\n").unwrap();
        fs::rename(root.join("content/mail/phone"), root.join("content/mail/handy")).unwrap();
        let (_, said) = run(root, &format!("i18n {command}"));
        assert!(said.contains("handy.sync: moved from locales/fr-fr/guides/mail/phone.sync, as its guide was"), "{command}: {said}");
        assert!(!root.join("locales/fr-fr/guides/mail/phone.sync").exists());
        let (code, said) = run(root, "i18n sync");
        assert!(code == 1 && said.contains("1 text of the source changed"), "{command}: {said}");
    }
}

#[test]
fn a_file_with_texts_that_no_catalog_has_is_not_deleted() {
    let folder = new_site();
    let root = folder.path();
    let file = root.join("content/mail/phone/guide.fr-fr.md");
    let text =
        fs::read_to_string(&file).unwrap() + "\n## Bon à savoir\n\nCeci n'est écrit qu'en français.\n\n| A | B |\n|---|---|\n| C | D |\n";
    fs::write(&file, text).unwrap();
    let (code, said) = run(root, "i18n import --locale fr-fr --replace");
    assert!(code == 1 && said.contains("content/mail/phone/guide.fr-fr.md: kept: ") && file.exists(), "{said}");
    assert!(!root.join("content/mail/index.fr-fr.md").exists(), "the other file has all its texts in its catalog");
    assert_eq!(run(root, "i18n import --locale fr-fr --replace --force").0, 0);
    assert!(!file.exists());
}

#[test]
fn what_is_stale_can_fail_a_check() {
    let folder = new_site();
    let root = folder.path();
    assert_eq!(run(root, "i18n sync").0, 0);
    assert_eq!(run(root, "check --max-stale 0").0, 0);
    let guide = root.join("content/mail/phone/guide.en-gb.md");
    let text = fs::read_to_string(&guide).unwrap();
    fs::write(&guide, text + "\nOne more thing.\n").unwrap();
    let (code, said) = run(root, "check --max-stale 0");
    assert!(code == 1 && said.contains("1 text is stale; --max-stale allows 0"), "{said}");
    assert_eq!(run(root, "check --max-stale 1").0, 0);
    assert_eq!(run(root, "i18n sync").0, 1, "nobody said that it is up to date");
    assert_eq!(run(root, "i18n sync --guide mail/phone").0, 0);
    assert_eq!(run(root, "check --max-stale 0").0, 0);
}

#[test]
fn what_is_not_there_is_named() {
    let folder = new_site();
    for (arguments, reason) in [
        ("i18n update --locale de-de", "this site has no locale `de-de`"),
        ("i18n update --locale en-gb", "`en-gb` is the locale that guides are written in first"),
        ("i18n export --out x", "`--out` is for `--format xliff`"),
        ("i18n sync --guide mail/phones", "there is no guide in `mail/phones`; did you mean `mail/phone`?"),
    ] {
        let (code, said) = run(folder.path(), arguments);
        assert!(code == 2 && said.contains(reason), "{said}");
    }
}

#[test]
fn readers_and_programs_are_told_who_translated_and_what_is_behind() {
    let folder = new_site();
    let root = folder.path();
    let page = || {
        assert_eq!(run(root, "build --quiet").0, 0);
        fs::read_to_string(root.join("public/fr-fr/mail/phone/index.html")).unwrap()
    };
    let file = root.join("content/mail/phone/guide.fr-fr.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(!page().contains("name=\"translation\""));
    for (word, badge) in [("human", "Traduction humaine"), ("reviewed", "relue par une personne"), ("machine", "data-notice=\"machine\"")] {
        fs::write(&file, text.replacen("---\n", &format!("---\ntranslation: {word}\n"), 1)).unwrap();
        let page = page();
        assert!(page.contains(&format!("<meta name=\"translation\" content=\"{word}\">")) && page.contains(badge), "{word}: {page}");
        assert_eq!(page.contains("class=\"translator\""), word != "machine");
        assert!(run(root, "i18n status --format json").1.contains(&format!("\"translated_by\": \"{word}\"")), "{word}");
    }
    let before = page();
    assert_eq!(run(root, "i18n import --locale fr-fr --replace").0, 0);
    assert_eq!(page(), before, "a catalog says it as well");
    assert!(
        run(root, "i18n export --locale fr-fr").0 == 0 && fs::read_to_string(&file).unwrap().starts_with("---\ntranslation: machine\n")
    );
    fs::remove_file(&file).unwrap();

    let config = root.join("polyguide.yaml");
    fs::write(&config, fs::read_to_string(&config).unwrap() + "stale_notice: true\n").unwrap();
    assert!(!page().contains("data-notice=\"stale\""));
    let guide = root.join("content/mail/phone/guide.en-gb.md");
    fs::write(&guide, fs::read_to_string(&guide).unwrap() + "\nOne more thing.\n").unwrap();
    let behind = page();
    assert!(behind.contains("<p lang=\"en-GB\">One more thing.</p>") && behind.contains("data-notice=\"stale\""), "{behind}");
    assert!(
        behind.contains("pas encore traduits. <a href=\"../../../en-gb/mail/phone/\" hreflang=\"en-GB\">Lire l’original</a>"),
        "{behind}"
    );
}

#[test]
fn what_was_only_copied_is_not_translated() {
    let folder = new_site();
    let root = folder.path();
    let file = root.join("content/mail/phone/guide.fr-fr.md");
    let status = || {
        let (_, table) = run(root, "i18n status --locale fr-fr");
        table.lines().find(|line| line.contains(" mail ")).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(status(), "fr-fr mail 17 0 0 0 0 0 0");
    let french = fs::read_to_string(&file).unwrap();
    fs::copy(root.join("content/mail/phone/guide.en-gb.md"), &file).unwrap();
    assert!(status().starts_with("fr-fr mail 0 0 0 17 0"), "{}", status());

    fs::write(&file, french).unwrap();
    assert_eq!(run(root, "i18n import --locale fr-fr --replace").0, 0);
    let catalog = root.join("locales/fr-fr/guides/mail/phone.po");
    let text = fs::read_to_string(&catalog).unwrap();
    let at = text.find("msgctxt \"paragraph-").unwrap();
    let (start, end) = (at + text[at..].find("msgstr ").unwrap(), at + text[at..].find("\n\n").unwrap());
    fs::write(&catalog, format!("{}msgstr \"\"{}", &text[..start], &text[end..])).unwrap();
    let before = status();
    assert!(before.starts_with("fr-fr mail 16 0 0 1 0"), "{before}");
    assert_eq!(run(root, "i18n export --locale fr-fr").0, 0);
    fs::remove_file(&catalog).unwrap();
    let (_, said) = run(root, "i18n import --locale fr-fr --replace");
    assert!(said.contains("is the same as in the source, and is taken as not translated"), "{said}");
    assert_eq!(status(), before);
}
