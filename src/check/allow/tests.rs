use super::*;
use crate::diagnostic::{CALLOUT_CASE, CALLOUT_GLUED, Code, HTML_BAD_BR};
use expect_test::{Expect, expect};

/// Holds which of the marks `1`, `2` … in a text are allowed, if at each there is a finding of the first kind, and what is
/// said about the comments.
#[track_caller]
fn check(path: &str, text: &str, code: &'static Code, expected: Expect) {
    let syntax = syntax(&SourcePath::parse(path).unwrap()).unwrap();
    let allows = read::in_file(syntax, FileId(0), text);
    let marks = text.match_indices(|letter: char| "①②③④⑤".contains(letter));
    let found = marks.map(|(at, mark)| Diagnostic::new(code, Span::new(FileId(0), at..at + mark.len()), mark)).collect();
    let settled = settle(found, &allows, &|code| code != "external-dead");
    let mut lines: String = settled.allowed.iter().map(|one| format!("{} allowed: {}\n", one.diagnostic.message, one.reason)).collect();
    for complaint in settled.about_comments {
        let fix = complaint.fix.iter().map(|edit| format!(" [{:?} -> {:?}]", &text[edit.span.range()], edit.replacement));
        lines += &format!("{}: {}{}\n", complaint.code.id, complaint.message, fix.collect::<String>());
    }
    expected.assert_eq(&lines);
}

#[test]
fn a_comment_is_about_the_block_that_follows() {
    check(
        "a/guide.en.md",
        "---\ntitle: A\n---\n\nOne ①.\n\n<!-- polyguide: allow callout-case: as the old\n  site had it -->\n\n> ② two\n> ③ three\n\n④ four\n",
        &CALLOUT_CASE,
        expect![[r#"
            ② allowed: as the old site had it
            ③ allowed: as the old site had it
        "#]],
    );
}

#[test]
fn in_a_quote_the_block_ends_at_a_bare_mark() {
    check(
        "a.md",
        "A\n\n> <!-- polyguide: allow callout-case: so -->\n> ①\n>\n> ②\n",
        &CALLOUT_CASE,
        expect![[r#"
        ① allowed: so
    "#]],
    );
}

#[test]
fn a_comment_in_a_line_is_about_the_line() {
    check(
        "a.md",
        "A ①\nb ② <!-- polyguide: allow html-bad-br,callout-case: so -->\nc ③\n",
        &HTML_BAD_BR,
        expect![[r#"
        ② allowed: so
        allow-unused: there is no `callout-case` to allow here
    "#]],
    );
}

#[test]
fn a_comment_before_all_blocks_is_about_the_file() {
    check(
        "guide.en.md",
        "---\ntitle: ①\n---\n<!-- a comment -->\n<!-- polyguide: allow html-bad-br: a style -->\n②\n\n③\n",
        &HTML_BAD_BR,
        expect![[r#"
            ① allowed: a style
            ② allowed: a style
            ③ allowed: a style
        "#]],
    );
}

#[test]
fn files_of_keys_have_their_own_comments() {
    check(
        "a.yaml",
        "# about\ntitle: ①\n# polyguide: allow config: so\nlocales:\n  fr: ②\nx: ③ # polyguide: allow config: the same\n",
        &crate::diagnostic::CONFIG,
        expect![[r#"
            ② allowed: so
            ③ allowed: the same
        "#]],
    );
    check(
        "a.ftl",
        "# polyguide: allow message-missing: later\n\na = ①\nb = ②\n",
        &crate::diagnostic::MESSAGE_MISSING,
        expect![[r#"
        ① allowed: later
        ② allowed: later
    "#]],
    );
    check(
        "guide.en.md",
        "---\n# polyguide: allow fm-value: so\ntitle: ①\nslug: ②\n---\n③\n",
        &crate::diagnostic::FM_VALUE,
        expect![[r#"
        ① allowed: so
    "#]],
    );
}

#[test]
fn a_comment_that_says_too_little_allows_nothing() {
    check(
        "a.md",
        "A\n\n<!-- polyguide: allow callout-glued -->\n①\n\n<!-- polyguide: allow callout-glued:  -->\n②\n",
        &CALLOUT_GLUED,
        expect![[r#"
        allow-no-reason: this comment gives no reason, and so allows nothing
        allow-no-reason: this comment gives no reason, and so allows nothing
    "#]],
    );
    check(
        "a.md",
        "A\n\n<!-- polyguide: allow: why -->\n①\n",
        &CALLOUT_GLUED,
        expect![[r#"
        allow-unknown-code: this comment names no kind of mistake
    "#]],
    );
}

#[test]
fn a_comment_of_no_use_is_deleted_with_its_line() {
    check(
        "a.md",
        "A\n\n<!-- polyguide: allow callout-glued: so -->\nB <!-- polyguide: allow html-bad-br: so -->\n",
        &CALLOUT_CASE,
        expect![[r#"
        allow-unused: there is no `callout-glued` to allow here ["<!-- polyguide: allow callout-glued: so -->\n" -> ""]
        allow-unused: there is no `html-bad-br` to allow here [" <!-- polyguide: allow html-bad-br: so -->" -> ""]
    "#]],
    );
    check(
        "a.md",
        "A\n<!-- polyguide: allow callout-glued: so -->\nB\n",
        &CALLOUT_CASE,
        expect![[r#"
        allow-unused: there is no `callout-glued` to allow here ["<!-- polyguide: allow callout-glued: so -->" -> ""]
    "#]],
    );
    check(
        "a.md",
        "A\n\n<!-- polyguide: allow calout-glued: so -->\n①\n",
        &CALLOUT_GLUED,
        expect![[r#"
        allow-unknown-code: `calout-glued` is no kind of mistake
    "#]],
    );
}

#[test]
fn an_example_in_code_is_no_comment() {
    check(
        "a.md",
        "A `<!-- polyguide: allow html-bad-br: so -->` ①\n\n```md\n<!-- polyguide: allow html-bad-br: so -->\n```\n",
        &HTML_BAD_BR,
        expect![""],
    );
}

#[test]
fn what_stands_in_code_is_an_example() {
    check(
        "a.md",
        "````md\n```\na\n```\n<!-- polyguide: allow callout-case: so -->\n````\n\n\
         `<!-- polyguide: allow callout-case: so -->` and ``a ` <!-- polyguide: allow callout-case: so -->``\n\n\
         ① <!-- polyguide: allow callout-case: a single ` --> ②\n",
        &CALLOUT_CASE,
        expect![[r#"
            ① allowed: a single `
            ② allowed: a single `
        "#]],
    );
}

#[test]
fn of_two_comments_about_the_same_the_first_counts() {
    check(
        "a.md",
        "A\n\n<!-- polyguide: allow html-bad-br: one -->\n<!-- polyguide: allow html-bad-br: two -->\n①\n<!-- polyguide: allow html-bad-br: three -->\n②\n\n③\n",
        &HTML_BAD_BR,
        expect![[r#"
            ① allowed: one
            ② allowed: one
            allow-unused: there is no `html-bad-br` to allow here ["<!-- polyguide: allow html-bad-br: two -->" -> ""]
            allow-unused: there is no `html-bad-br` to allow here ["<!-- polyguide: allow html-bad-br: three -->" -> ""]
        "#]],
    );
    check(
        "a.yaml",
        "a:\n  b: 1\n# polyguide: allow config: one\n# polyguide: allow config: two\n\nc:\n  d: ①\n  # more\ne: ②\n# polyguide: allow config: three\n",
        &crate::diagnostic::CONFIG,
        expect![[r##"
            ① allowed: one
            allow-unused: there is no `config` to allow here ["# polyguide: allow config: two" -> ""]
            allow-unused: there is no `config` to allow here ["# polyguide: allow config: three" -> ""]
        "##]],
    );
}

#[test]
fn a_comment_about_what_nobody_looked_for_may_be_of_use() {
    check(
        "a.md",
        "A\n\n<!-- polyguide: allow external-dead: so -->\nB\n\n<!-- polyguide: allow external-dead, html-bad-br: so -->\nC\n",
        &CALLOUT_CASE,
        expect![[r#"
            allow-unused: there is no `html-bad-br` to allow here
        "#]],
    );
}
