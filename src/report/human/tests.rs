use super::*;
use crate::diagnostic::{ATTR_MALFORMED, Code, DETAILS_UNCLOSED, FILE_OUTSIDE, HEADING_SKIP};
use crate::source::Refused;
use expect_test::{Expect, expect};

const A: FileId = FileId(0);
const B: FileId = FileId(1);

fn tree(a: &str) -> SourceTree {
    SourceTree::from_memory([("a/guide.md", a), ("b.md", "first\nsecond line\n")])
}

fn draw(tree: &SourceTree, diagnostic: &Diagnostic, width: usize, strict: bool) -> String {
    let mut out = Vec::new();
    let drawing = Drawing { style: Style { color: false, width }, levels: Levels { strict, ..Levels::default() } };
    drawing.draw(tree, [diagnostic], &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[track_caller]
fn check(a: &str, diagnostic: &Diagnostic, expected: Expect) {
    expected.assert_eq(&draw(&tree(a), diagnostic, 80, false));
}

/// The span of the first `part` of `text`.
fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span::new(A, start..start + part.len())
}

#[test]
fn a_place_has_an_excerpt_and_help() {
    let text = "# Título\r\n\r\nVeja é `X` {action} aqui.\r\n";
    let diagnostic = Diagnostic::new(&ATTR_MALFORMED, span(text, "{action}"), "a class lacks its dot").help("write `{.action}`");
    check(
        text,
        &diagnostic,
        expect![[r#"
            warning[attr-malformed]: a class lacks its dot
             --> a/guide.md:3:12
              |
            3 | Veja é `X` {action} aqui.
              |            ^^^^^^^^
              |
              = help: write `{.action}`

        "#]],
    );
}

#[test]
fn lines_that_a_fix_inserts_are_drawn_below_the_one_before() {
    let text = "one\n> two\n";
    let place = span(text, "> two");
    let before = Span { end: place.start, ..place };
    check(
        text,
        &Diagnostic::new(&ATTR_MALFORMED, place, "no blank line stands before it").fix(before, ">\n"),
        expect![[r#"
        warning[attr-malformed]: no blank line stands before it
         --> a/guide.md:2:1
          |
        2 | > two
          | ^^^^^
          |
        help: write this
          |
        1 ~ one
        2 + >
          |

    "#]],
    );
}

#[test]
fn a_fix_is_shown_as_the_line_it_makes() {
    let text = "one `X` {action} two\n";
    let diagnostic = Diagnostic::new(&ATTR_MALFORMED, span(text, " {action}"), "a class lacks its dot")
        .help("write `{.action}`")
        .fix(span(text, " {action}"), "{.action}");
    check(
        text,
        &diagnostic,
        expect![[r#"
        warning[attr-malformed]: a class lacks its dot
         --> a/guide.md:1:8
          |
        1 | one `X` {action} two
          |        ^^^^^^^^^
          |
        help: write `{.action}`
          |
        1 | one `X`{.action} two
          |        ~~~~~~~~~

    "#]],
    );
}

#[test]
fn related_places_are_shown_where_they_are() {
    let text = "/// details | Title\n\ntext\n\n5\n6\n7\n8\n9\n/// details | Other\n";
    let diagnostic = Diagnostic::new(&DETAILS_UNCLOSED, span(text, "/// details | Other"), "this block is never closed")
        .related(span(text, "/// details | Title"), "nor is this")
        .related(Span::new(B, 6..12), "like this one");
    check(
        text,
        &diagnostic,
        expect![[r#"
        error[details-unclosed]: this block is never closed
          --> a/guide.md:10:1
           |
        10 | /// details | Other
           | ^^^^^^^^^^^^^^^^^^^
           |
          ::: a/guide.md:1:1
           |
         1 | /// details | Title
           | ------------------- nor is this
           |
          ::: b.md:2:1
           |
         2 | second line
           | ------ like this one

    "#]],
    );
}

#[test]
fn a_file_that_was_refused_has_only_its_name() {
    let refused = Refused { path: "content/x.md".into(), reason: Refused::OUTSIDE.into() };
    let tree = SourceTree::new(Vec::new(), Box::new(NoFiles), vec![refused]);
    let diagnostic = Diagnostic::new(&FILE_OUTSIDE, Span::top(A), "`content/x.md` leads out of the site").help("copy the file");
    expect![[r#"
        error[file-outside]: `content/x.md` leads out of the site
        --> content/x.md
         = help: copy the file

    "#]]
    .assert_eq(&draw(&tree, &diagnostic, 80, false));
}

#[test]
fn long_lines_are_cropped_to_the_width() {
    let text = format!("{}here {}", "before ".repeat(300), "after ".repeat(10_000));
    check(
        &text,
        &Diagnostic::new(&HEADING_SKIP, span(&text, "here"), "look"),
        expect![[r#"
        note[heading-skip]: look
         --> a/guide.md:1:2101
          |
        1 | ...fore before before before before here after after after after after af...
          |                                     ^^^^

    "#]],
    );
    let far = Span::new(A, 60_000..60_010);
    let text = "x".repeat(200_000);
    check(
        &text,
        &Diagnostic::new(&HEADING_SKIP, far, "look"),
        expect![[r#"
        note[heading-skip]: look
         --> a/guide.md:1:60001
          |
        1 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
          |                                  ^^^^^^^^^^

    "#]],
    );
    check(
        &text,
        &Diagnostic::new(&HEADING_SKIP, Span::new(A, 150_000..150_001), "look"),
        expect![[r#"
        note[heading-skip]: look
        --> a/guide.md:1:150001

    "#]],
    );
}

#[test]
fn an_empty_file_can_be_pointed_at() {
    check(
        "",
        &Diagnostic::new(&HEADING_SKIP, Span::top(A), "nothing is here"),
        expect![[r#"
        note[heading-skip]: nothing is here
         --> a/guide.md:1:1
          |
        1 |
          | ^

    "#]],
    );
}

#[test]
fn a_strict_build_has_no_warnings() {
    let diagnostic = Diagnostic::new(&ATTR_MALFORMED, Span::top(B), "look");
    assert!(draw(&tree(""), &diagnostic, 80, true).starts_with("error[attr-malformed]: look\n"));
    assert!(draw(&tree(""), &diagnostic, 80, false).starts_with("warning[attr-malformed]: look\n"));
}

/// Whatever spans and edits say, they are drawn or left out, and nothing breaks.
#[test]
fn no_place_breaks_the_drawing() {
    let text = "é\r\n\tà b\n\n\u{200d}日本語 \u{1b}[31m\u{9b}\n> x\r\n\u{feff}last 👩‍👩‍👧";
    let mut seed = 1_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for _ in 0..2_000 {
        let mut span = || Span { file: FileId(random(4) as u32), start: random(70) as u32, end: random(70) as u32 };
        let mut diagnostic =
            Diagnostic::new(&ATTR_MALFORMED, span(), "a\nmessage\u{1b}").help("help\u{9b}").related(span(), "x").related(span(), "y");
        diagnostic = diagnostic.fix(span(), "new").fix(span(), "").fix(Span { file: A, ..span() }, "a\r\nb");
        let drawn = draw(&tree(text), &diagnostic, random(120) as usize, false);
        assert!(!drawn.contains(['\u{1b}', '\u{9b}']), "{drawn}");
        diagnostic.fix.truncate(random(3) as usize);
        draw(&tree(text), &diagnostic, random(120) as usize, false);
    }
}

struct NoFiles;

impl crate::source::Files for NoFiles {
    fn read(&self, _: &crate::path::SourcePath) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
}

#[test]
fn of_very_many_mistakes_of_a_kind_the_first_are_drawn() {
    let tree = tree(&"x\n".repeat(300));
    let at = |line: usize| Diagnostic::new(&HEADING_SKIP, Span::new(A, line * 2..line * 2 + 1), "skipped");
    let mut diagnostics: Vec<Diagnostic> = (0..250).map(at).collect();
    diagnostics.push(Diagnostic::new(&DETAILS_UNCLOSED, Span::new(A, 598..599), "open"));
    let mut out = Vec::new();
    Drawing { style: Style { color: false, width: 80 }, levels: Levels::default() }.draw(&tree, &diagnostics, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.matches("note[heading-skip]").count(), 100);
    assert!(text.contains("error[details-unclosed]"), "other kinds are drawn");
    assert!(
        text.ends_with(
            "note: 150 more of `heading-skip` in `a/guide.md` are not shown\n\nnote: `polyguide check --format short` lists all\n\n"
        ),
        "{text}"
    );
}

/// What is drawn of a mistake that each of so many guides has.
fn drawn_of_each(guides: u32, code: &'static Code) -> String {
    let tree = SourceTree::from_memory((0..guides).map(|guide| (format!("{guide:04}.md"), "x\n")));
    let diagnostics: Vec<Diagnostic> = (0..guides).map(|guide| Diagnostic::new(code, Span::new(FileId(guide), 0..1), "wrong")).collect();
    let mut out = Vec::new();
    Drawing { style: Style { color: false, width: 80 }, levels: Levels::default() }.draw(&tree, &diagnostics, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn what_every_guide_has_is_drawn_for_the_first_guides() {
    let text = drawn_of_each(250, &HEADING_SKIP);
    assert_eq!(text.matches("note[heading-skip]").count(), 200);
    assert!(text.contains("0199.md") && !text.contains("0200.md"));
    assert!(text.contains("note: 50 more of `heading-skip` in this site are not shown\n\n"), "{text}");
    let text = drawn_of_each(1250, &DETAILS_UNCLOSED);
    assert_eq!(text.matches("error[details-unclosed]").count(), 1000);
    assert!(text.contains("note: 250 more of `details-unclosed` in this site are not shown\n\n"), "{text}");
    assert!(!drawn_of_each(200, &HEADING_SKIP).contains("not shown"));
}

#[test]
fn many_are_drawn_in_their_order() {
    let text = "line\n".repeat(MAX_SAME);
    let line = |number: usize| Diagnostic::new(&ATTR_MALFORMED, Span::new(A, number * 5..number * 5 + 4), format!("number {number}"));
    let all: Vec<Diagnostic> = (0..MAX_SAME).map(line).collect();
    let drawing = Drawing { style: Style { color: false, width: 80 }, levels: Levels::default() };
    let mut together = Vec::new();
    drawing.draw(&tree(&text), &all, &mut together).unwrap();
    let one_by_one: String = all.iter().map(|diagnostic| draw(&tree(&text), diagnostic, 80, false)).collect();
    assert!(String::from_utf8(together).unwrap() == one_by_one);
}
