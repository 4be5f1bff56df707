//! Markers of blocks that are mistyped, and labels of tabs and questions that are written as items.

use super::check;
use expect_test::expect;

#[test]
fn markers_that_would_be_links() {
    check(
        "> [!warning]: Important\n>\n> a\n\n> [!warning]\n>\n> b\n\n> [!primary](Note)\n>\n> c\n\n> [!primary]:\n> d\n",
        expect![[r#"
            callout warning Important
              p a
            callout warning
              p b
            callout primary Note
              p c
            callout primary
              p d
            1:13: callout-unknown-type
            1:13: callout-title-on-marker
            9:13: callout-unknown-type
            9:13: callout-title-on-marker
            13:13: callout-unknown-type
        "#]],
    );
}

#[test]
fn markers_in_other_languages_and_brackets() {
    check(
        "> [!primär]\n> a\n\n> [!atenção]\n> b\n\n> [!Przykład]\n> c\n\n> [ !warning]\n> d\n\n> (!primary)\n> e\n\n> !warning\n> g\n\n> !Warning! a text\n\n> ![warning]\n> h\n\n> ! [success]\n> i\n\n> **[!alert]**\n> j\n\n> ![warning](a.png)\n> k\n",
        expect![[r#"
            callout primary
              p a
            callout warning
              p b
            callout primary
              p c
            callout warning
              p d
            callout primary
              p e
            callout warning
              p g
            quote
              p !Warning! a text
            callout warning
              p h
            callout success
              p i
            callout alert
              p j
            quote
              p !(a.png|warning|)⏎k
            1:5: callout-unknown-type
            4:5: callout-unknown-type
            7:5: callout-unknown-type
            10:3: callout-unknown-type
            13:3: callout-unknown-type
            13:3: callout-unknown-type
            16:3: callout-unknown-type
            16:3: callout-unknown-type
            21:3: callout-unknown-type
            24:3: callout-unknown-type
            27:3: callout-unknown-type
            27:3: callout-unknown-type
        "#]],
    );
}

#[test]
fn labels_that_are_written_as_items() {
    check(
        "> [!tabs]\n> 1. Install\n>> text one\n> 2. Configure\n>> text two\n> - Windows\n>> c\n\n> [!faq]\n> - What?\n>> That.\n> 1. Who?\n>> We.\n",
        expect![[r#"
            Alternatives
              [1. Install]
                p text one
              [2. Configure]
                p text two
              [Windows]
                p c
            faq
              [What?]
                p That.
              [1. Who?]
                p We.
        "#]],
    );
}

#[test]
fn answers_at_the_depth_of_their_questions() {
    check(
        "> [!faq]\n>\n> One?\n>\n> A **b**.\n>\n> More.\n>\n> Two?\n>\n> C.\n",
        expect![[r#"
        faq
          [One?]
            p A __b__.
            p More.
          [Two?]
            p C.
        5:3: faq-lost-answer
        7:3: faq-lost-answer
        11:3: faq-lost-answer
    "#]],
    );
}
