use super::*;
use crate::{
    check::all_findings,
    diagnostic::{CALLOUT_CASE, Edit},
    progress::NoProgress,
    text::Span,
};
use expect_test::{Expect, expect};

fn look(tree: &SourceTree) -> std::io::Result<Findings> {
    all_findings(tree, &NoProgress)
}

/// Holds what becomes of a guide when the fixes are applied, and how many findings they mend.
#[track_caller]
fn check(text: &str, fixes: Fixes, expected: Expect) {
    let tree = SourceTree::from_memory([("a/guide.en.md", text)]);
    let fixed = fix(tree, fixes, &look).unwrap();
    let text = String::from_utf8(fixed.tree.read(FileId(0)).unwrap()).unwrap();
    expected.assert_eq(&format!("{} mended\n{}", fixed.mended, text.replace('\r', "␍")));
    let again = fix(fixed.tree, fixes, &look).unwrap();
    assert!(again.changes.is_empty(), "a second time changes nothing: {:?}", again.changes);
}

#[test]
fn safe_fixes_change_their_spans_and_nothing_else() {
    check(
        "---\ntitle:   A\n---\n\n> [!Primary]\n> a </br> b\n\nc  \t d\n",
        Fixes::Safe,
        expect![[r#"
        2 mended
        ---
        title:   A
        ---

        > [!primary]
        > a <br> b

        c  	 d
    "#]],
    );
}

#[test]
fn byte_order_mark_and_line_ends_stay() {
    check(
        "\u{feff}---\r\ntitle: A\r\n---\r\n\r\nText\r\n> [!primary]\r\n> a </br> b\r\n",
        Fixes::Safe,
        expect![[r#"
        2 mended
        ﻿---␍
        title: A␍
        ---␍
        ␍
        Text␍
        ␍
        > [!primary]␍
        > a <br> b␍
    "#]],
    );
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    check(
        "---\rtitle: A\r---\r\rText\r> [!primary]\r> a </br> b\r\r| `a|b` | c |\r|---|---|\r| d </br> | e |\r\r```\r</br>\r```\r",
        Fixes::Safe,
        expect![[r#"
            4 mended
            ---␍title: A␍---␍␍Text␍␍> [!primary]␍> a <br> b␍␍| `a\|b` | c |␍|---|---|␍| d <br> | e |␍␍```␍</br>␍```␍"#]],
    );
}

/// Of each of these lines one fix would show other words than the page does now, since another one follows from it.
#[test]
fn what_would_change_the_words_is_left_to_the_author() {
    check(
        "---\ntitle: A\n---\n\n``p` a \"L\" {.action} ‘e`{.action} </br>\n\n``<ID_OF> and `b`<ID_OF> </br>\n\n[j](https://e.example/j``{.action}`[f ](https://f.example/) </br>\n\n<br>> `{.action}`\n",
        Fixes::Safe,
        expect![[r#"
            4 mended
            ---
            title: A
            ---

            ``p` a "L" {.action} ‘e`{.action} <br>

            ``<ID_OF> and `b`<ID_OF> <br>

            [j](https://e.example/j``{.action}`[f](https://f.example/) <br>

            <br>> `{.action}`
        "#]],
    );
}

fn finding(edits: &[(usize, usize, &str)]) -> Diagnostic {
    let edit = |(start, end, replacement): &(usize, usize, &str)| Edit {
        span: Span::new(FileId(0), *start..*end),
        replacement: (*replacement).into(),
    };
    Diagnostic { fix: edits.iter().map(edit).collect(), ..Diagnostic::new(&CALLOUT_CASE, Span::top(FileId(0)), "x") }
}

/// The text after those of the fixes that can be applied together.
fn applied(text: &str, fixes: &[&[(usize, usize, &str)]]) -> (usize, String) {
    let tree = SourceTree::from_memory([("a.md", text)]);
    let findings: Vec<Diagnostic> = fixes.iter().map(|edits| finding(edits)).collect();
    let plan = Plan::new(&tree, findings.iter());
    let after = plan.texts(&tree).remove(&FileId(0)).map_or_else(|| text.to_owned(), |change| change.after);
    (plan.mended, after)
}

#[test]
fn of_overlapping_edits_the_first_wins() {
    assert_eq!(applied("abcdef", &[&[(1, 3, "X")], &[(2, 4, "Y")], &[(5, 6, "Z")]]), (2, "aXdeZ".into()));
    assert_eq!(applied("abcdef", &[&[(2, 4, "Y")], &[(0, 6, "X")]]), (1, "abYef".into()));
    assert_eq!(applied("abcdef", &[&[(2, 2, "Y")], &[(2, 2, "X")]]), (1, "abYcdef".into()), "two insertions have no order");
}

#[test]
fn a_fix_is_applied_as_a_whole_or_not_at_all() {
    assert_eq!(applied("abcdef", &[&[(1, 2, "X")], &[(4, 5, "Y"), (1, 2, "Z")]]), (1, "aXcdef".into()));
    assert_eq!(applied("abcdef", &[&[(0, 3, "X"), (2, 4, "Y")]]), (0, "abcdef".into()), "it contradicts itself");
    assert_eq!(applied("abcdef", &[&[(0, 1, "X"), (1, 1, "Y")]]), (1, "XYbcdef".into()), "its own edits may touch");
}

#[test]
fn what_does_not_fit_the_text_is_left() {
    assert_eq!(applied("é", &[&[(1, 2, "X")]]).1, "é");
    assert_eq!(applied("a", &[&[(3, 5, "X")]]).1, "a");
}

#[test]
fn an_included_text_is_mended_once() {
    let guide = "---\ntitle: A\n---\n\n[[fragment:note]]\n";
    let files = [("a/guide.en.md", guide), ("b/guide.en.md", guide), ("fragments/note.en.md", "a </br> b\n")];
    let fixed = fix(SourceTree::from_memory(files), Fixes::Safe, &look).unwrap();
    let changed: Vec<_> = fixed.changes.iter().map(|(path, change)| (path.as_str(), &*change.after)).collect();
    assert_eq!((fixed.mended, changed), (1, vec![("fragments/note.en.md", "a <br> b\n")]));
}
