//! Asterisks that are no emphasis: they are shown.

use super::check;
use expect_test::expect;

#[test]
fn asterisks_of_codes_to_dial() {
    check(
        "Press *, then 1.\n\nDial **21*number#.\n\n- *21* : forward\n- *#21# : state\n- **21*<number># : set\n- **61** is bold, `*#22#` is code\n",
        expect![[r#"
            p Press *, then 1.
            p Dial **21*number#.
            ul
              - *21* : forward
              - *#21# : state
              - **21*‹<number>›# : set
              - __61__ is bold, `*#22#` is code
            3:6: emphasis-unmeant
            5:3: emphasis-unmeant
            6:3: emphasis-unmeant
            7:3: emphasis-unmeant
            7:8: placeholder-raw-tag
        "#]],
    );
    // Without a code that is surely one, emphasis is emphasis.
    check(
        "- *21* days\n- *a *, b\n",
        expect![[r#"
        ul
          - _21_ days
          - _a _, b
        2:3: bold-flanking
    "#]],
    );
}

#[test]
fn asterisks_that_hide_letters() {
    check(
        "It was sent to jo***@example.com, from ns***.example.net and vps-*****.example.net.\n\n| A | B |\n|---|---|\n| a | ***** |\n| u | abc**** |\n| `x***@a.b` | **b***** |\n\nabc*** and def*** or ***both***.\n",
        expect![[r#"
            p It was sent to jo***@example.com, from ns***.example.net and vps-*****.example.net.
            table 3x2 head
              - A
              - B
              - a
              - *****
              - u
              - abc****
              - `x***@a.b`
              - __b__
            p abc*** and def*** or ___both___.
            1:18: emphasis-unmeant
            1:42: emphasis-unmeant
            1:66: emphasis-unmeant
            7:21: bold-unclosed
        "#]],
    );
}

#[test]
fn asterisks_of_wildcards_in_a_sentence() {
    check(
        "Allow D:\\*.*, and run it with */5 * * * *, please.\n\nThe size is a*b\n\nNot *a, *b and c*d.\n",
        expect![[r#"
        p Allow D:\*.*, and run it with */5 * * * *, please.
        p The size is a*b
        p Not a, _b and c_d.
        1:9: path-backslash
        5:5: bold-unclosed
    "#]],
    );
}
