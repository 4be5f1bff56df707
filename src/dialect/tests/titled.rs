//! Blocks between lines of slashes or colons, and how other dialects write callouts.

use super::check;
use expect_test::expect;

#[test]
fn colons_are_callouts_and_details() {
    check(
        ":::info\nRead **this**.\n:::\n\n::: warning Take care\n- a\n:::\nText\n:::tip[Well *done*]\nb\n:::\n\n:::details{title=\"More\"}\nc\n:::\n",
        expect![[r#"
            callout info
              p Read __this__.
            callout warning Take care
              ul
                - a
            p Text
            callout success Well _done_
              p b
            details More
              p c
        "#]],
    );
}

#[test]
fn colons_stand_in_each_other_in_items_and_in_quotes() {
    check(
        "::::danger\n:::note\na\n:::\nb\n::::\n\n- c\n\n  :::caution\n  d\n  - e\n  :::\n\n- f\n\n> :::tip\n> g\n> :::\n\nh\n",
        expect![[r#"
            callout alert
              callout primary
                p a
              p b
            ul
              p c
              callout alert
                p d
                ul
                  - e
              p f
            quote
              callout success
                p g
            p h
        "#]],
    );
}

#[test]
fn colons_with_a_wrong_name_or_without_an_end() {
    check(
        ":::warnning[A]\nb\n:::\n\n:::\n\n:::foo\n\n:::success\nc\n",
        expect![[r#"
        callout warning A
          p b
        p :::
        p :::foo
        callout success
          p c
        1:4: callout-unknown-type
        9:1: details-unclosed
    "#]],
    );
}

#[test]
fn slashes_are_callouts_where_they_name_one() {
    check(
        "/// note | A *title*\na\n///\n\n/// warning\nb\n///\n\n/// admonition | C\nc\n///\n\n/// warning signs\nd\n///\n",
        expect![[r#"
            callout primary A _title_
              p a
            callout warning
              p b
            callout primary C
              p c
            details warning signs
              p d
        "#]],
    );
}

#[test]
fn options_of_details_are_no_text() {
    check(
        "/// details | A\n    type: note\n    open: true\n\nb\n///\n\n> /// details | C\n>     open: True\n>\n> d\n> ///\n\n/// details | E\n\n    open: true\n///\n",
        expect![[r#"
            details A
              p b
            quote
              details C
                p d
            details E
              code  "open: true\n"
        "#]],
    );
}

#[test]
fn markers_in_comments_are_none() {
    check(
        "<!-- > [!tabs] here\n> **A** -->\n\nb\n",
        expect![[r#"
        p b
    "#]],
    );
}

#[test]
fn callouts_of_other_dialects_are_told() {
    check(
        "!!! note \"Title\"\n    Text.\n\n??? warning\n    b\n\n!!! Now\n",
        expect![[r#"
        p !!! note "Title"⏎Text.
        p ??? warning⏎b
        p !!! Now
        1:1: callout-unknown-type
        4:1: callout-unknown-type
    "#]],
    );
}
