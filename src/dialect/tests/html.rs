//! Raw HTML, comments and entities.

use super::{check, understand};
use expect_test::expect;

#[test]
fn comments_and_control_panel() {
    check(
        "<style>\n.h-500 { max-width: 500px; }\n\n.w-400 { max-width: 400px }\n</style>\n\n<!-- CP-NAV-START:web -->\n---\n\n### Access\n\n- **Link:** [x](/links/x)\n- `A`{.action} > `B`{.action}\n\n---\n<!-- CP-NAV-END:web -->\n\n<!-- CP-STEPS-START:a -->\n> [!primary]\n> x\n<!-- CP-STEPS-END:b -->\n\ntext <!-- gone --> text\n<!-- never closed\n",
        expect![[r#"
            control-panel web
              h3 Access
              ul
                - __Link:__ (x→/links/x)
                - [A] > [B]
            callout primary
              p x
            p text  text⏎never closed
            2:1: size-class-mismatch
            21:1: marker-key-mismatch
            24:1: comment-unclosed
        "#]],
    );
}

#[test]
fn html() {
    check(
        "<center>\n**bold** text\n</center>\n\n<details>\n<summary>Title <b>x</b></summary>\n\nInside **bold**.\n\n</details>\n\nH<sub>2</sub>O <i class=\"icons-ellipsis icons-blue\"></i> <container> x<sup>1 y</br>z\n\n<iframe class=\"video\" src=\"https://www.youtube-nocookie.com/embed/x\" onload=\"y\"></iframe>\n\n<script>alert(1)</script>\n\n<br>\nAfter **a** break\n",
        expect![[r#"
            p __bold__ text
            details Title __x__
              p Inside __bold__.
            p H<sub 2>O icon:ellipsis ‹<container>› x<sup 1 y↵z>
            video https://www.youtube-nocookie.com/embed/x
            p After __a__ break
            12:58: placeholder-raw-tag
            12:71: html-unclosed
            12:79: html-bad-br
            16:1: html-script
        "#]],
    );
}

#[test]
fn html_tables() {
    check(
        "<table border=\"1\">\n  <tr><th>A</th></tr>\n\n  <tr><td rowspan=2>**b** <img src=\"images/x.png\"></td></tr>\n</table>\n\nText\n",
        expect![[r#"
            <table>
              <tbody>
                <tr>
                  <th>
                    - A
                <tr>
                  <td>
                    - __b__ !(images/x.png||)
            p Text
        "#]],
    );
}

#[test]
fn html_inside_html_inside_html_ends() {
    for text in [
        "<style->\n{</style>",
        "<table><r></>\n*</table>",
        "<div>\n<div>*<div>`<x>`*\n</table>\n\n</p>*a*",
        "<details><summary>{.a</details>",
    ] {
        understand(text);
    }
}

#[test]
fn garbage_entities_are_left_out() {
    check(
        "a&#5;b &nbsp;c &#174;\n",
        expect![[r#"
        p ab  c ®
    "#]],
    );
}

#[test]
fn what_is_wrong_in_raw_html_is_said_at_its_tag() {
    check(
        "a\n\n<div>b</div>\n\nc\n\n<div><b>d <x>e</div>\n\nf <u>g <y>h\n",
        expect![[r#"
            p a
            p b
            p c
            p __d <x>e__
            p f <u g ‹<y>›h>
            7:6: html-unclosed
            7:11: placeholder-raw-tag
            9:3: html-unclosed
            9:8: placeholder-raw-tag
        "#]],
    );
}

#[test]
fn lists_keep_their_numbering() {
    check(
        "<ol type=\"a\" start=\"3\"><li>x</li></ol>\n\n<ol type=\"url(x)\"><li>y</li></ol>\n",
        expect![[r#"
            ol 3 a
              - x
            ol 1
              - y
        "#]],
    );
}

#[test]
fn markdown_between_blank_lines_of_cells() {
    check(
        "<table>\n<tr>\n<td>\n\nOne **b**.\n\n```sh\nx\n\n<td>\n```\n\n- c\n  1. d\n</td>\n\n<td>\n\n> [!primary]\n> e\n\n</td></tr>\n</table>\n\n> <ol>\n>   <li>f\n>\n>       - g\n>         - h\n>\n>   </li>\n>   <li>i</li>\n> </ol>\n>\n> j\n",
        expect![[r#"
            <table>
              <tbody>
                <tr>
                  <td>
                    p One __b__.
                    code sh "x\n\n<td>\n"
                    ul
                      - c
                      ol 1
                        - d
                  <td>
                    callout primary
                      p e
            quote
              ol 1
                p f
                ul
                  - g
                  ul
                    - h
                - i
              p j
        "#]],
    );
}

#[test]
fn cells_of_lines_alone() {
    check(
        "<table>\n<tr>\n\n<td>a</td>\n\n<td>**b**</td>\n\n</tr>\n</table>\nc\n\n<table><tr><td>\n\nd\n\n</td></tr></table>\n\ne\n",
        expect![[r#"
            <table>
              <tbody>
                <tr>
                  <td>
                    - a
                  <td>
                    - __b__
            p c
            <table>
              <tbody>
                <tr>
                  <td>
                    - d
            p e
        "#]],
    );
}

#[test]
fn code_with_blank_lines_in_raw_html() {
    check(
        "<details>\n<summary>S</summary>\n    <pre><code>\na\n\n*b*\n</code></pre>\nc\n</details>\n\n> <table><tr><td>\n> <pre>\n> d\n>\n> e\n> </pre>\n>\n> - f\n>\n> </td></tr></table>\n",
        expect![[r#"
            details S
              code  "a\n\n*b*\n"
              p c
            quote
              <table>
                <tbody>
                  <tr>
                    <td>
                      code  "d\n\ne\n"
                      ul
                        - f
        "#]],
    );
}

#[test]
fn quotes_in_attributes_of_pictures() {
    check(
        "<img src='i/a.png' alt='Résultat de l'outil' class=\"thumbnail\"/>\n\n<IMG SRC=\"i/a.png\" ALT=\"Result of \"ipconfig\" command\">\n",
        expect![[r#"
            p !(i/a.png|Résultat de l'outil|thumbnail)
            p !(i/a.png|Result of "ipconfig" command|)
            1:25: image-quote-in-alt
            3:25: image-quote-in-alt
        "#]],
    );
}
