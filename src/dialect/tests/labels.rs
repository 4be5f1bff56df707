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

#[test]
fn a_label_without_its_first_backtick() {
    check(
        "Click on Save`{.action}, then on `Close`{.action} and `OK`{.action}.\n",
        expect![[r#"
        p Click on [Save], then on [Close] and [OK].
        1:14: code-double-backtick
    "#]],
    );
    check(
        "Choose Web Cloud`{.action} > Log in`{.action} now, and press \"Go on`{.action}\".\n\nThen Stop it now`{.action}\n",
        expect![[r#"
            p Choose [Web Cloud] > [Log in] now, and press "[Go on]".
            p Then [Stop it now]
            1:17: code-double-backtick
            1:36: code-double-backtick
            1:68: code-double-backtick
            3:17: code-double-backtick
        "#]],
    );
    check(
        "`a`, then next`{.action} or `B`{.action}, then C`{.action} and `D`{.action} in the tab’s `E`{.action}.\n",
        expect![[r#"
            p `a`, then [next] or [B], then [C] and [D] in the tab’s [E].
            1:15: code-double-backtick
            1:49: code-double-backtick
        "#]],
    );
    // Code may begin on a line above.
    check(
        "Touch `Save\nand close`{.action} or `x\n\ny`{.action}` and ``z`{.action}``.\n",
        expect![[r#"
            p Touch [Save and close] or `x
            p y and `z`{.action}`.
            4:2: action-empty
        "#]],
    );
}

#[test]
fn a_label_without_its_last_backtick_or_with_two() {
    check(
        "Click `Save{.action}.\n\nChoose `A`{.action} or `B``{.action}.\n\nClick `Save``{.action}, then `Close`{.action}.\n",
        expect![[r#"
            p Click [Save].
            p Choose [A] or [B].
            p Click [Save], then [Close].
            1:7: code-double-backtick
            3:26: code-double-backtick
            5:12: code-double-backtick
        "#]],
    );
    check(
        "Click `Save{.action}, run `ls` or `E``{.action} and `F``{.action}.\n",
        expect![[r#"
            p Click [Save], run `ls` or [E] and [F].
            1:7: code-double-backtick
            1:37: code-double-backtick
            1:55: code-double-backtick
        "#]],
    );
    // Code with lists in it is code.
    check(
        "Write `a{.action} b` or ``c`{.action}`` or `` `d{.action} ``.\n",
        expect![[r#"
            p Write `a{.action} b` or `c`{.action}` or ``d{.action}`.
        "#]],
    );
}

#[test]
fn a_list_without_its_first_brace() {
    check(
        "Click `A`.action}, then `B`{.action}. See [c](https://example.org).external}.\n\n![d](images/d.png).thumbnail .w-400}\n",
        expect![[r#"
            p Click [A], then [B]. See (c→https://example.org).
            p !(images/d.png|d|thumbnail w-400)
            1:10: attr-malformed
            1:67: attr-malformed
            3:19: attr-malformed
        "#]],
    );
    check(
        "`a`.action or `b`.foo} and [c](https://example.org).next} {d}\n",
        expect![[r#"
        p `a`.action or `b`.foo} and (c→https://example.org).next} {d}
    "#]],
    );
}

#[test]
fn code_that_goes_on_over_a_line_break() {
    check(
        "Run `ls -l\n/tmp` and click `OK`{.action}.\n\n> - `a\n>   b\n>   c` and `D`{.action}\n",
        expect![[r#"
        p Run `ls -l /tmp` and click [OK].
        quote
          ul
            - `a b c` and [D]
    "#]],
    );
    check(
        "Press `A and `B`{.action}\nor `C`{.action}.\n",
        expect![[r#"
        p Press A and [B]⏎or [C].
        1:7: code-double-backtick
    "#]],
    );
}
