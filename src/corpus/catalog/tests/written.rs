//! What a file says already stays as its program wrote it.

use super::{FILE, parse};

#[test]
fn what_did_not_change_is_written_as_it_stood() {
    let catalog = parse(FILE);
    assert_eq!(catalog.to_text_over(FILE), FILE);
    let mut changed = catalog.clone();
    changed.entries[0].places = vec!["a.md:4".into()];
    changed.entries[1].translation = "Allé".into();
    let expected = FILE.replace("#: a.md:3 a.md:9", "#: a.md:4").replace("Parti", "Allé");
    assert_eq!(changed.to_text_over(FILE), expected, "the strings of an entry are as they were wrapped");
    changed.entries[0].translation.push('!');
    assert_eq!(
        changed.to_text_over(FILE),
        expected.replace("\"Nou\\\"veau \\\\ \"\n\"texte\"", "\"Nou\\\"veau \\\\ texte!\""),
        "a string that changed is one line"
    );
    changed.set_field("Language", "fr_FR");
    assert!(changed.to_text_over(FILE).contains("\"Language: fr_FR\\n\"\n\"X-Other: kept\\n\""));
}

#[test]
fn an_entry_that_became_obsolete_keeps_its_lines_and_its_further_forms() {
    let text = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\nmsgctxt \"a\"\nmsgid \"\"\n\"One \"\n\"mail\"\nmsgid_plural \"Mails\"\nmsgstr[0] \"Un\"\nmsgstr[1] \"Des\"\n";
    let mut catalog = parse(text);
    assert_eq!(catalog.to_text_over(text), text);
    catalog.entries[0].is_obsolete = true;
    let after = catalog.to_text_over(text);
    let entry =
        "#~ msgctxt \"a\"\n#~ msgid \"\"\n#~ \"One \"\n#~ \"mail\"\n#~ msgid_plural \"Mails\"\n#~ msgstr[0] \"Un\"\n#~ msgstr[1] \"Des\"\n";
    assert!(after.ends_with(entry), "{after}");
    assert_eq!(parse(&after), catalog);
}
