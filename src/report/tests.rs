//! One report in each format.

use super::*;
use crate::diagnostic::{ATTR_MALFORMED, CALLOUT_CASE, FILE_OUTSIDE, SETTINGS_CONTRADICTION};
use crate::source::Refused;
use crate::text::{FileId, Span};
use expect_test::{Expect, expect, expect_file};

const TEXT: &str = "# Título 😀 😀 {action}\r\n465, 100%: a\n587\n";

fn span(part: &str) -> Span {
    let start = TEXT.find(part).unwrap();
    Span::new(FileId(0), start..start + part.len())
}

fn found() -> Vec<Diagnostic> {
    vec![
        Diagnostic::new(&ATTR_MALFORMED, span("{action}"), "a class lacks its dot").help("write it").fix(span("{action}"), "{.action}"),
        Diagnostic::new(&SETTINGS_CONTRADICTION, span("465"), "100%: `465`,\nor `587`").related(span("587"), "`587` here"),
        Diagnostic::new(&CALLOUT_CASE, Span::new(FileId(0), TEXT.find("465").unwrap()..TEXT.len()), "over two lines"),
        Diagnostic::new(&FILE_OUTSIDE, Span::top(FileId(1)), "left out"),
    ]
}

fn report(format: &str, site: &str) -> String {
    let tree = SourceTree::new(
        vec![crate::path::SourcePath::parse("a b/g,é.md").unwrap()],
        Box::new(Text),
        vec![Refused { path: "x".into(), reason: Refused::OUTSIDE.into() }],
    );
    let levels = Levels { in_check: true, ..Levels::default() };
    let known = [Diagnostic::new(&CALLOUT_CASE, span("100"), "known")];
    let allowed = [Allowed { diagnostic: Diagnostic::new(&CALLOUT_CASE, span("587"), "allowed"), reason: "so".into() }];
    let style = Style { color: false, width: 80 };
    let report = Report { tree: &tree, levels: &levels, style, shown: &found(), allowed: &allowed, known: Some(&known), site };
    let mut out = Vec::new();
    (super::format(format).unwrap().write)(&report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

struct Text;

impl crate::source::Files for Text {
    fn read(&self, _path: &crate::path::SourcePath) -> io::Result<Vec<u8>> {
        Ok(TEXT.into())
    }
}

#[track_caller]
fn check(format: &str, site: &str, expected: Expect) {
    expected.assert_eq(&report(format, site));
}

#[test]
fn short() {
    check(
        "short",
        "./docs/",
        expect![[r#"
        docs/a b/g,é.md:1:14: warning[attr-malformed] a class lacks its dot
        docs/a b/g,é.md:2:1: error[settings-contradiction] 100%: `465`,¤or `587`
        docs/a b/g,é.md:2:1: note[callout-case] over two lines
        docs/x:1:1: error[file-outside] left out
    "#]],
    );
}

#[test]
fn github() {
    check(
        "github",
        ".",
        expect![[r#"
        ::warning file=a b/g%2Cé.md,line=1,endLine=1,col=14,endColumn=22,title=attr-malformed::a class lacks its dot%0Awrite it
        ::error file=a b/g%2Cé.md,line=2,endLine=2,col=1,endColumn=4,title=settings-contradiction::100%25: `465`,%0Aor `587`
        ::notice file=a b/g%2Cé.md,line=2,endLine=4,title=callout-case::over two lines
        ::error file=x,line=1,endLine=1,col=1,endColumn=1,title=file-outside::left out
    "#]],
    );
}

#[test]
fn json() {
    check(
        "json",
        "docs",
        expect![[r#"
        {"version":1,"site":"docs","diagnostics":[
        {"code":"attr-malformed","end":{"column":22,"line":1,"offset":28},"file":"a b/g,é.md","fix":{"edits":[{"end":{"column":22,"line":1,"offset":28},"file":"a b/g,é.md","replacement":"{.action}","start":{"column":14,"line":1,"offset":20}}],"safety":"safe"},"help":"write it","message":"a class lacks its dot","related":[],"severity":"warning","start":{"column":14,"line":1,"offset":20}},
        {"code":"settings-contradiction","end":{"column":4,"line":2,"offset":33},"file":"a b/g,é.md","fix":null,"help":null,"message":"100%: `465`,\nor `587`","related":[{"end":{"column":4,"line":3,"offset":46},"file":"a b/g,é.md","message":"`587` here","start":{"column":1,"line":3,"offset":43}}],"severity":"error","start":{"column":1,"line":2,"offset":30}},
        {"code":"callout-case","end":{"column":1,"line":4,"offset":47},"file":"a b/g,é.md","fix":null,"help":null,"message":"over two lines","related":[],"severity":"note","start":{"column":1,"line":2,"offset":30}},
        {"code":"file-outside","end":{"column":1,"line":1,"offset":0},"file":"x","fix":null,"help":null,"message":"left out","related":[],"severity":"error","start":{"column":1,"line":1,"offset":0}}
        ]}
    "#]],
    );
    let value: serde_json::Value = serde_json::from_str(&report("json", "docs")).unwrap();
    assert_eq!(value["diagnostics"].as_array().unwrap().len(), found().len());
}

#[test]
fn sarif() {
    let mut log: serde_json::Value = serde_json::from_str(&report("sarif", "docs")).unwrap();
    let run = log["runs"][0].take();
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["text"].as_str().unwrap().starts_with("# "), "{rule}");
    }
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let results: String = run["results"].as_array().unwrap().iter().map(|result| format!("{result:#}\n")).collect();
    expect_file!["tests/sarif.json"].assert_eq(&results);
}

#[test]
fn statistics() {
    let (tree, found) = (SourceTree::from_memory([("a.md", TEXT)]), found());
    let report = Report {
        tree: &tree,
        levels: &Levels::default(),
        style: Style { color: false, width: 80 },
        shown: &found,
        allowed: &[],
        known: None,
        site: ".",
    };
    let mut out = Vec::new();
    statistics::write(&report, &mut out).unwrap();
    expect![[r#"
        kind                    severity     found     --fix  --unsafe
        file-outside            error            1         0         0
        attr-malformed          warning          1         1         1
        settings-contradiction  warning          1         0         0
        callout-case            note             1         0         0
        all                     error            1         0         0
        all                     warning          2         1         1
        all                     note             1         0         0
    "#]]
    .assert_eq(&String::from_utf8(out).unwrap());
}

#[test]
fn formats_have_names_of_their_own() {
    let names: std::collections::BTreeSet<&str> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names.len(), FORMATS.len());
}
