//! Boxes of the control panel whose marks are not as they should be.

use super::check;
use expect_test::expect;

#[test]
fn a_box_that_is_never_closed_ends_behind_its_second_line() {
    check(
        "<!-- CP-NAV-START:a -->\n---\n\n### Access\n\n- b\n\n---\n\n## H\n\nc\n",
        expect![[r#"
        control-panel a
          h3 Access
          ul
            - b
        h2 H
        p c
        1:1: marker-unclosed
    "#]],
    );
}

#[test]
fn a_box_that_is_never_closed_ends_before_a_heading_that_is_none_of_its_own() {
    check(
        "<!-- CP-NAV-START:a -->\n\n### Access\n\n- b\n\n## H\n\nc\n",
        expect![[r#"
        control-panel a
          h3 Access
          ul
            - b
        h2 H
        p c
        1:1: marker-unclosed
    "#]],
    );
}

#[test]
fn a_box_that_is_opened_twice_is_one_box() {
    check(
        "<!-- CP-NAV-START:a -->\n<!-- CP-NAV-START:b -->\n---\n\n### Access\n\n---\n<!-- CP-NAV-END:b -->\n\n## H\n",
        expect![[r#"
        control-panel b
          h3 Access
        h2 H
        1:1: marker-unclosed
    "#]],
    );
}

#[test]
fn bold_text_in_elements_is_counted_as_elsewhere() {
    check(
        "<ul><li>**Nom :**valeur</li></ul>\n\n<p>Texte : **« A »**suite</p>\n",
        expect![[r#"
        ul
          - __Nom :__valeur
        p Texte : __« A »__suite
        1:9: bold-flanking
        3:12: bold-flanking
    "#]],
    );
}
