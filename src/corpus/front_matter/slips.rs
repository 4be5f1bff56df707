//! Slips in and around front matter: small files in, what was understood and what was said out.

use super::tests::check;
use expect_test::expect;

#[test]
fn delimiters_that_are_missing_or_mistyped() {
    check(
        "title: A b\nupdated: 2026-01-02\n---\nC\n",
        expect![[r#"
        title: A b <A b>
        updated: 2026-01-02 <2026-01-02>
        body: "C\n"
        fm-delimiter <>: no line `---` stands above the front matter [ -> ---\n]
    "#]],
    );
    check(
        "\n  \n–--\ntitle: A\n----\n\nB\n",
        expect![[r#"
            title: A <A>
            body: "\nB\n"
            fm-blank-before <\n  \n>: the front matter does not begin in the first line [\n  \n -> ]
            fm-delimiter <–-->: this line is meant as `---` [–-- -> ---]
            fm-delimiter <---->: this line is meant as `---` [---- -> ---]
        "#]],
    );
    // A heading, a rule and a sentence with a colon are none.
    check(
        "Title: a\n---\n\nB\n",
        expect![[r#"
        body: "Title: a\n---\n\nB\n"
        fm-missing <>: the file has no front matter
    "#]],
    );
    check(
        "---\nSome prose.\n\n---\ntitle: b\n",
        expect![[r#"
        body: "---\nSome prose.\n\n---\ntitle: b\n"
        fm-missing <>: the file has no front matter
    "#]],
    );
}

#[test]
fn a_comment_or_a_stray_line_before_the_first_key() {
    check(
        "---\n<!-- a -->\ntitle: B\n---\nC\n",
        expect![[r#"
        title: B <B>
        body: "C\n"
        fm-yaml <<!-- a -->>: a line of the front matter has no key
    "#]],
    );
}

#[test]
fn values_that_yaml_would_lose() {
    check(
        "---\ntitle: &A b\nexcerpt: #C d\nsection: !e f\norder: 1 # first\nupdated: 2026-01-02\n---\n",
        expect![[r##"
        title: &A b <&A b>
        excerpt: #C d <#C d>
        updated: 2026-01-02 <2026-01-02>
        section: !e f
        order: Number(1.0)
        body: ""
        fm-value <&A b>: YAML does not take the value of `title` for a text [ &A b ->  \"&A b\"]
        fm-value <#C d>: YAML does not take the value of `excerpt` for a text [ #C d ->  \"#C d\"]
        fm-value <!e f>: YAML does not take the value of `section` for a text [ !e f ->  \"!e f\"]
    "##]],
    );
    check(
        "---\ntitle: A # b\nexcerpt: \"c # d\" # e\nslug: # f\n---\n",
        expect![[r#"
        title: A <A>
        excerpt: c # d <\"c # d\">
        body: ""
        fm-value <# b>: what follows the `#` is no part of `title`
    "#]],
    );
}

#[test]
fn keys_without_a_colon() {
    check(
        "---\ntitle = A b\norder: 1\nexcerpt： \"C\"\nupdated 2026-01-02\nsection of it\n---\n",
        expect![[r#"
            title: A b <A b>
            excerpt: C <\"C\">
            updated: 2026-01-02 <2026-01-02>
            order: Number(1.0)
            body: ""
            fm-value <title = A b>: no colon follows the key `title` [ = A b -> : \"A b\"]
            fm-value <excerpt： \"C\">: no colon follows the key `excerpt` [： \"C\" -> : \"C\"]
            fm-value <updated 2026-01-02>: no colon follows the key `updated` [ 2026-01-02 -> : \"2026-01-02\"]
            fm-yaml <section of it>: a line of the front matter has no key
        "#]],
    );
}

#[test]
fn keys_that_are_indented_by_mistake() {
    check(
        "---\ntitle: A\n excerpt: B\n\tupdated: 2026-01-02\norder: 1\n---\n",
        expect![[r#"
        title: A <A>
        excerpt: B <B>
        updated: 2026-01-02 <2026-01-02>
        order: Number(1.0)
        body: ""
        fm-yaml < >: a space before this key makes it a part of the value above [  -> ]
        fm-yaml <\t>: a space before this key makes it a part of the value above [\t -> ]
    "#]],
    );
    check(
        "---\ntitle: A\nroutes:\n  canonical: https://example.net/\naliases:\n  - title: b\n---\n",
        expect![[r#"
        title: A <A>
        canonical: https://example.net/
        body: ""
        fm-value <title: b>: an alias must be an address
    "#]],
    );
}
