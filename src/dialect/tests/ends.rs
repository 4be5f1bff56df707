//! Ends of blocks that are not where they should be: of code and of details.

use super::check;
use expect_test::expect;

#[test]
fn a_fence_behind_the_last_line_of_code() {
    check(
        "```bash\nls -l\nls```\n\nText **after**.\n\n```\nb\n```\n",
        expect![[r#"
        code bash "ls -l\nls\n"
        p Text __after__.
        code  "b\n"
        3:3: fence-unclosed
    "#]],
    );
    check(
        "> ```\n> a```\n\nb\n",
        expect![[r#"
        quote
          code  "a\n"
        p b
        2:4: fence-unclosed
    "#]],
    );
}

#[test]
fn a_fence_behind_a_line_of_code_that_is_closed_below() {
    check(
        "```bash\necho ```\nls\n```\n",
        expect![[r#"
        code bash "echo ```\nls\n"
    "#]],
    );
}

#[test]
fn a_fence_that_opens_in_code() {
    check(
        "```bash\nls\n``\n\nText\n\n```yaml\na: 1\n```\n\n````md\n```bash\nls\n```\n````\n",
        expect![[r#"
        code bash "ls\n``\n\nText\n\n```yaml\na: 1\n"
        code md "```bash\nls\n```\n"
        7:1: fence-unclosed
    "#]],
    );
}

#[test]
fn an_end_of_details_that_is_indented() {
    check(
        "/// details | U\n\n- a\n\n    ///\n\ntext\n\n/// details | V\n\n- b\n\n  ///\n\n/// details | W\n\nc\n\n    ///\n",
        expect![[r#"
            details U
              ul
                - a
            p text
            details V
              ul
                - b
            details W
              p c
            5:5: list-indent
            13:3: list-indent
            19:5: list-indent
        "#]],
    );
    check(
        "> [!primary]\n>\n> /// details | U\n>\n> - a\n>\n>   ///\n>\n> b\n",
        expect![[r#"
        callout primary
          details U
            ul
              - a
          p b
        7:5: list-indent
    "#]],
    );
}
