//! Blocks that hold others: callouts, tabs, questions, calls, details.

use super::check;
use expect_test::expect;

#[test]
fn callouts() {
    check(
        "> [!primary]\n>\n> One.\n>\n\n> [!WARNING] **Title**\n> Two.\n\n>[!tip]\n>Three.\n\n> Just a quote.\n",
        expect![[r#"
        callout primary
          p One.
        callout warning Title
          p Two.
        callout success
          p Three.
        quote
          p Just a quote.
        6:5: callout-case
        6:13: callout-title-on-marker
        9:4: callout-unknown-type
    "#]],
    );
}

#[test]
fn lazy_lines_of_a_callout() {
    check(
        "> [!primary]\n>\nLazy after a blank line.\n>\n\n> [!alert]\n> First\nlazy.\n## Heading\n",
        expect![[r#"
        callout primary
          p Lazy after a blank line.
        callout alert
          p First⏎lazy.
        h2 Heading
        3:1: callout-lazy-line
        8:1: callout-lazy-line
    "#]],
    );
}

#[test]
fn glued_callouts() {
    check(
        "Text\n> [!primary]\n> One.\n> [!warning]\n> Two.\n",
        expect![[r#"
        p Text
        callout primary
          p One.
        callout warning
          p Two.
        2:3: callout-glued
        4:3: callout-glued
    "#]],
    );
}

#[test]
fn steps_in_tabs() {
    check(
        "> [!tabs]\n> **Step 1**\n>> Click `Next`{.action}.<br><br>\n>> ![a](images/a.png){.thumbnail .h-600}\n> **Step 2**\n>>\n>> - One\n>> - Two\n> **Step 4**\n>>Last.\n",
        expect![[r#"
            Steps
              [Step 1]
                p Click [Next].
                p !(images/a.png|a|thumbnail h-600)
              [Step 2]
                ul
                  - One
                  - Two
              [Step 4]
                p Last.
            9:3: tabs-step-gap
        "#]],
    );
}

#[test]
fn alternatives_in_tabs() {
    check(
        "> [!tabs]\n> Windows\n>> One.\n>\n> Linux  \n>> > [!primary]\n>> >\n>> > Inside.\n>>\n>> After.\nGlued.\n",
        expect![[r#"
        Alternatives
          [Windows]
            p One.
          [Linux]
            callout primary
              p Inside.
            p After.
        p Glued.
        4:1: tabs-blank-separator
        11:1: tabs-glued-line
    "#]],
    );
}

#[test]
fn callouts_at_the_wrong_depth_in_a_tab() {
    check(
        "> [!tabs]\n> A\n>>\n>> [!primary]\n>> One.\n>>\n>> Two.\n> B\n>> [!warning]\n>> >\n>> Three.\n>> > Four.\n",
        expect![[r#"
        Alternatives
          [A]
            callout primary
              p One.
            p Two.
          [B]
            callout warning
              p Three.⏎Four.
        4:4: callout-depth
        9:4: callout-depth
    "#]],
    );
}

#[test]
fn questions_and_calls() {
    check(
        "> [!faq]\n>\n> API:\n>\n>> > [!api]\n>> >\n>> > @api {v1} /storage POST /storage/{id}\n>> >\n>>\n>\n> **Why**? <a name=\"why\"></a>\n>>Because.\n> How:\n>> > **name** *\n>> >\n>> >> Its meaning\n",
        expect![[r#"
            faq
              [API:]
                api v1 /storage POST /storage/{id}
              [__Why__?] #why
                p Because.
              [How:]
                quote
                  p __name__ *
                  quote
                    p Its meaning
            12:3: faq-lost-answer
        "#]],
    );
}

#[test]
fn api_lines_that_are_none() {
    check(
        "> [!api]\n>\n> @api {v1} /a FETCH /b\n> @api nothing\n",
        expect![[r#"
            api v1 /a FETCH /b
            p @api nothing
            3:3: api-method
            3:3: api-section-mismatch
            4:3: api-unparsable
        "#]],
    );
}

#[test]
fn details() {
    check(
        "/// details | A **bold** title\n\nInside.\n\n> [!primary]\n> Note.\n\n- a\n///\n\nAfter.\n\n///\n\n/// details\nOpen.\n",
        expect![[r#"
            details A __bold__ title
              p Inside.
              callout primary
                p Note.
              ul
                - a
            p After.
            details 
              p Open.
            13:1: details-stray
            15:1: details-no-title
            15:1: details-unclosed
        "#]],
    );
}

#[test]
fn blank_lines_between_tabs_and_questions() {
    check(
        "> [!tabs]\n> A\n>> a\n\n> **B**\n>> b\n\n> quote\n\n- c\n\n  > [!faq]\n  >\n  > D?\n  >> d\n\n  > E?\n  > > e\n\n> [!tabs]\n> F\n>> f\n\n> [!primary]\n>> g\n",
        expect![[r#"
            Alternatives
              [A]
                p a
              [B]
                p b
            quote
              p quote
            ul
              p c
              faq
                [D?]
                  p d
                [E?]
                  p e
            Alternatives
              [F]
                p f
            callout primary
              quote
                p g
            5:1: tabs-blank-separator
            17:1: tabs-blank-separator
        "#]],
    );
}

#[test]
fn headings_as_labels() {
    check(
        "> [!tabs]\n> ### A <a name=\"a\"></a>\n>> a\n> ### B {#b}\n>> b\n\n> [!faq]\n> #### C?\n>> c\n",
        expect![[r#"
        Alternatives
          [A] #a
            p a
          [B] #b
            p b
        faq
          [C?]
            p c
        2:3: heading-skip
    "#]],
    );
}

#[test]
fn details_without_a_bar() {
    check(
        "/// Details Title **b**\na\n///\n\n//// Other\nc\n////\n\n/// DETAILS | d\n///\n\n/// details\n///\n",
        expect![[r#"
        details Title __b__
          p a
        details Other
          p c
        details d
        details 
        12:1: details-no-title
    "#]],
    );
}

#[test]
fn slides_without_a_picture() {
    check(
        "> [!carousel]\n> - ![a](i/a.png) b\n> - c\n> - ![d](i/d.png)\n",
        expect![[r#"
        carousel i/a.png=b↵c i/d.png=
    "#]],
    );
}
