//! Lists that go on, and what belongs to their items.

use super::{check, understand};
use expect_test::expect;

#[test]
fn numbers_directly_below_a_text_go_on() {
    check(
        "1. One\n\n![a](i/a.png)\n2. Two\n\nText:\n2. b\n3. c\n\n> 1. q\n>\n> text\n> 2. r\n\nIt was\n2023. In\n4. x\n",
        expect![[r#"
            ol 1
              - One
            p !(i/a.png|a|)
            ol 2
              - Two
            p Text:
            ol 2
              - b
              - c
            quote
              ol 1
                - q
              p text
              ol 2
                - r
            p It was⏎2023. In
            ol 4
              - x
            4:1: list-glued
            7:1: list-glued
            13:3: list-glued
            17:1: list-glued
        "#]],
    );
}

#[test]
fn what_is_indented_too_little_belongs_to_its_item() {
    check(
        "1. Do:\n  - a\n    more\n    - b\n\n  ```sh\n  x\n  ```\n\n2. Then\n  1. c\n9. Nine\n10. Ten\n   - d\n\n     e\n\n   ![f](i/f.png)\n\n   Text\n11. g\n",
        expect![[r#"
            ol 1
              p Do:
              ul
                - a⏎more
                ul
                  - b
              code sh "x\n"
              p Then
              ol 1
                - c
              p Nine
              p Ten
              ul
                p d
                p e
              p !(i/f.png|f|)
              p Text
              p g
            2:1: list-indent
            11:1: list-indent
            14:1: list-indent
        "#]],
    );
}

#[test]
fn what_is_moved_ends_with_its_item() {
    check(
        "1. Do:\n  - a\n\ntext\n\n1. One\n  ```sh\ncode further left\n  ```\n2. Two\n - b\n\n> 1. q\n>   - r\n> 2. s\n\n-   wide\n  - c\n\n1. d\n\n  text\n",
        expect![[r#"
            ol 1
              - Do:
              ul
                - a
            p text
            ol 1
              - One
            code sh "code further left\n"
            ol 2
              - Two
            ul
              - b
            quote
              ol 1
                - q
                ul
                  - r
                - s
            ul
              - wide
              ul
                - c
            ol 1
              - d
            p text
            2:1: list-indent
            14:3: list-indent
            18:1: list-indent
        "#]],
    );
}

#[test]
fn the_fix_of_what_is_indented_too_little_moves_all_its_lines() {
    let text = "1. Do:\n  - a\n    - b\n\n    ```sh\n    x\n    ```\n2. Then\n";
    let (outline, diagnostics) = understand(text);
    let mut fixed = text.to_owned();
    for edit in diagnostics.iter().flat_map(|found| &found.fix).rev() {
        fixed.replace_range(edit.span.range(), &edit.replacement);
    }
    expect![[r#"
        1. Do:
           - a
             - b

             ```sh
             x
             ```
        2. Then
    "#]]
    .assert_eq(&fixed);
    let (again, left) = understand(&fixed);
    assert_eq!(again, outline);
    assert!(left.is_empty());
}

#[test]
fn what_a_tab_indents_too_little_is_moved_behind_the_tab() {
    check(
        "   * a\n\t- b\n\n  10. c\n\t> [!primary]\n\t> d\n",
        expect![[r#"
        ul
          - a
          ul
            - b
        ol 10
          - c
          callout primary
            p d
        2:1: list-indent
        5:1: callout-indent
    "#]],
    );
}

#[test]
fn items_that_drift_to_the_right_stay_items() {
    check(
        "  - a\n   - b\n    - c\n     - d\n",
        expect![[r#"
        ul
          - a
          - b
          ul
            - c
            - d
        3:1: list-indent
    "#]],
    );
}

#[test]
fn what_is_indented_too_little_in_a_quote() {
    check(
        "> 1. one\n>   ```\n>   a\n>\n>    b\n>   ```\n> 2. two\n> \t- x\n> \t- y\n>\n> \t  z\n>\n> 3. three\n>   ```\n> c\n>   ```\n",
        expect![[r#"
            quote
              ol 1
                p one
                code  "a\n\n b\n"
                p two
                ul
                  p x
                  p y
                  p z
                p three
              code  "c\n"
            2:3: list-indent
            8:3: list-indent
        "#]],
    );
}

#[test]
fn code_of_items_that_is_indented_too_little() {
    check(
        "1. one\n   ```\n   cat <<EOF\na\n  b\n\n   EOF\n   ```\n2. two\n\n   ```\n   c\n```\n3. three\n\n> - ```\n>   d\n> ```\n> - e\n\n- ```\n  f\n\ntext\n\n```\ng\n```\n",
        expect![[r#"
            ol 1
              p one
              code  "cat <<EOF\na\n  b\n\nEOF\n"
              p two
              code  "c\n"
              p three
            quote
              ul
                code  "d\n"
                - e
            ul
              code  "f\n\n"
            p text
            code  "g\n"
            4:1: list-indent
            13:1: list-indent
            18:3: list-indent
            21:3: fence-unclosed
        "#]],
    );
}

#[test]
fn texts_of_items_that_are_indented_like_code() {
    check(
        "- e\n\n      para with **bold** `x`{.action}\n\n- f\n\n      code(1)\n\n1. g\n\n       ![a](i/a.png)\n",
        expect![[r#"
        ul
          p e
          p para with __bold__ [x]
          p f
          code  "code(1)\n"
        ol 1
          p g
          p !(i/a.png|a|)
        3:7: list-indent
        11:8: list-indent
    "#]],
    );
}

#[test]
fn marks_of_lists_without_a_space() {
    check(
        "- un deux\n-trois quatre\n- cinq\n\n1. a\n2.deux mots\n3. c\n\nText:\n-**A** : b\n-**C** : d\n",
        expect![[r#"
            ul
              - un deux
              - trois quatre
              - cinq
            ol 1
              - a
              - deux mots
              - c
            p Text:
            ul
              - __A__ : b
              - __C__ : d
            2:1: list-bullet
            6:1: list-bullet
            10:1: list-bullet
            11:1: list-bullet
        "#]],
    );
    check(
        "– first of all\n– then this\n\n– an aside\n\nUse it\n-p for a port\n\nVersion\n2.x is old\n\n- option\n-v for more\n",
        expect![[r#"
            ul
              - first of all
              - then this
            p – an aside
            p Use it⏎-p for a port
            p Version⏎2.x is old
            ul
              - option⏎-v for more
            1:1: list-bullet
            2:1: list-bullet
        "#]],
    );
}
