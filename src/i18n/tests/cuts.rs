//! Texts that are cut otherwise than they were: by authors, or by other rules.

use super::*;
use crate::corpus::catalog::Entry;

/// The catalog that other rules of taking guides apart would have made: with texts that are now several, one, or written with
/// other marks.
fn by_other_rules(catalog: &Catalog, texts: &[(&str, &str)]) -> Catalog {
    let entry = |(at, (source, translation)): (usize, &(&str, &str))| Entry {
        id: format!("other-{at}"),
        source: (*source).into(),
        translation: (*translation).into(),
        ..Default::default()
    };
    Catalog { entries: texts.iter().enumerate().map(entry).collect(), ..catalog.clone() }
}

#[test]
fn a_change_of_the_rules_by_which_guides_are_taken_apart_loses_no_translation() {
    let guide = "---\ntitle: Mail\n---\n\nA. B?<br>C\n\n- One\n- *Two* of `x`\n- *Three* more\n\nTell me. And then go.\n";
    let template = template_of(guide, None);
    let old = by_other_rules(
        &merged(&template, None),
        &[
            ("Mail", "Courrier"),
            ("A. B?", "Ah. Bé ?"),
            ("C", "Cé"),
            ("- One<br>- *Two* of `x`", "- Un<br>- *Deux* de `x`"),
            ("_Three_ more", "_Trois_ de plus"),
            ("Tell me.", "Dites-moi."),
            ("And then go.", "Puis allez-y."),
        ],
    );
    let new = merged(&template, Some(&old));
    let told: String = new.entries.iter().map(|entry| format!("{:?}: {} = {}\n", entry.state(), entry.source, entry.translation)).collect();
    expect![[r#"
        Translated: Mail = Courrier
        Translated: A. B?<br>C = Ah. Bé ?<br>Cé
        Translated: One = Un
        Translated: *Two* of `x` = *Deux* de `x`
        Translated: *Three* more = _Trois_ de plus
        Translated: Tell me. And then go. = Dites-moi. Puis allez-y.
    "#]]
    .assert_eq(&told);
    assert!(new.live().count() == new.entries.len(), "nothing is left over");
    let back = merged(
        &Catalog { entries: old.entries.iter().map(|entry| Entry { translation: String::new(), ..entry.clone() }).collect(), ..template },
        Some(&new),
    );
    assert!(back.live().all(|entry| entry.state() != State::Missing), "{}", back.to_text());
}

#[test]
fn an_author_may_divide_and_join_texts() {
    let edit = |from: &str, to: &str| {
        let guide = "---\ntitle: Mail\n---\n\nOne thing. Another!\n\nA **third**.\n\nA [fourth](/a).\n";
        changed(guide, &guide.replace(from, to))
    };
    let edits = [
        ("divided by sentences", edit("thing. Another", "thing.\n\nAnother")),
        ("joined", edit("Another!\n\nA", "Another! A")),
        ("emphasis", edit("**third**", "third")),
        ("another link", edit("(/a)", "(/b)")),
    ];
    let told: String = edits.iter().map(|(what, told)| format!("# {what}\n{told}")).collect();
    expect![[r#"
        # divided by sentences
        Fuzzy paragraph-one-thing-another: `One thing.` = `(One thing.` (was `One thing. Another!`)
        Fuzzy paragraph-another: `Another!` = `Another!)` (was `One thing. Another!`)
        # joined
        # emphasis
        # another link
        Fuzzy paragraph-a-fourth: `A [fourth](/b).` = `(A [fourth](/a).)` (was `A [fourth](/a).`)
    "#]]
    .assert_eq(&told);
}
