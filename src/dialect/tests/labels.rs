//! Labels of an interface whose backticks or lists are mistyped.

use super::check;
use expect_test::expect;

#[test]
fn lists_in_other_brackets() {
    check(
        "Click `b`(.action) and `c`[.action].\n\n![a](i/a.png)(.thumbnail)\n\n`(.action)` (.action)\n",
        expect![[r#"
        p Click [b] and [c].
        p !(i/a.png|a|thumbnail)
        p `(.action)` (.action)
        1:10: attr-malformed
        1:27: attr-malformed
        3:14: attr-malformed
    "#]],
    );
}

#[test]
fn lists_with_a_dot_or_colon_too_many() {
    check(
        "Click `e`.{action}. Then `f`{,action}.\n\n[a](https://x.example/){.external:target=\"_blank\"}\n\nA \\{.action} b\n",
        expect![[r#"
            p Click [e]. Then [f].
            p (a→https://x.example/)
            p A  b
            1:10: attr-malformed
            1:29: attr-malformed
            3:24: attr-malformed
            5:3: attr-stray
        "#]],
    );
}

#[test]
fn a_list_below_its_label() {
    check(
        "Click `Other`\n{.action} then go.\n",
        expect![[r#"
        p Click [Other] then go.
        2:1: attr-detached
    "#]],
    );
}

#[test]
fn a_backtick_without_a_partner() {
    check(
        "Cliquez sur l'onglet `Général puis sur `Valider`{.action}.\n",
        expect![[r#"
        p Cliquez sur l'onglet Général puis sur [Valider].
        1:22: code-double-backtick
    "#]],
    );
    check(
        "`Speichern'{.action} und `Weiter`{.action} und `Z`{.action}\n",
        expect![[r#"
        p [Speichern] und [Weiter] und [Z]
        1:1: code-double-backtick
    "#]],
    );
    check(
        "`A`{.action}, `B{.action} und `C`{.action}.\n",
        expect![[r#"
        p [A], [B] und [C].
        1:15: code-double-backtick
    "#]],
    );
    check(
        "Klicken Sie auf `Back’{.action} oben.\n",
        expect![[r#"
            p Klicken Sie auf [Back] oben.
            1:22: attr-malformed
        "#]],
    );
}
