//! What holds for every text that is woven from the dialect's fragments, whatever their order.

use super::understand;
use crate::diagnostic::Diagnostic;
use proptest::{prelude::*, test_runner::RngSeed};

/// Pieces of guides: right, odd and broken ones.
const FRAGMENTS: &[&str] = &[
    "plain words",
    "(words) {.action}",
    "A > {.action}",
    "[x] {.external}",
    "été l'**été**",
    "**Nom :**value",
    "** x**",
    "**open",
    "*one",
    "`Next`{.action}",
    "`Next` {.action}",
    "`B`{.action now.}",
    "`C`{.action].",
    "‘Label`{.action}",
    "\"Key\" {.action}",
    "{thumbnail .h-600}",
    "{.thumbnail}",
    "{serviceName}",
    "![a](images/a.png)",
    "![a](images/a.png){.thumbnail}",
    "![b](images/b c.png",
    "[x](/links/x)",
    "[x]([u](u))",
    "pro**?**.mail.ovh.net",
    "**pro**?**.mail.ovh.net**",
    "pro***?*.mail.ovh.net",
    "(replace «**?**» by the number)",
    "<https://a.example>{.external}",
    "<container>",
    "<br>",
    "</br>",
    "<sup>1",
    "<b>b</b>",
    "<a name=\"n\"></a>",
    "<user@domain>",
    "|",
    "a|b",
    "`a|b`",
    "é«»",
    "\\*",
    "\t",
    "",
];
const STARTS: &[&str] = &[
    "",
    "",
    "",
    "> ",
    ">> ",
    ">> > ",
    ">",
    "- ",
    "1. ",
    "2. ",
    "  ",
    "   ",
    "    ",
    "\t",
    "## ",
    "#",
    "> [!primary] ",
    "> [!WARNING]\n> ",
    "> [!tabs]\n> **A**\n>> ",
    ">> [!alert]\n>> ",
    "> [!faq]\n>\n> ",
    "> [!api]\n> @api {v1} /a GET /a/b\n> ",
    "/// details | ",
    "///\n",
    "```bash\n",
    "```\n",
    "<!-- CP-NAV-START:a -->\n",
    "<!-- CP-NAV-END:a -->\n",
    "<details>\n<summary>S</summary>\n",
    "</details>\n",
    "|a|b|\n|-|-|\n|c|d|\n",
    "| ",
    "<table><tr><td>**b** `B` {.action}</td></tr></table>\n",
    "<div>\n",
    "</div>\n",
    "[!primary]\n",
    "Term\n: ",
    "*[HTML]: ",
    "[^1]: ",
    "\n",
    "\n\n",
    "---\n",
    "{!> a !}\n",
];

fn woven() -> impl Strategy<Value = String> {
    let line = (
        prop::sample::select(STARTS),
        prop::collection::vec(prop::sample::select(FRAGMENTS), 0..3),
        prop::sample::select(&["\n", "\n\n"][..]),
    );
    prop::collection::vec(line, 1..9)
        .prop_map(|lines| lines.into_iter().map(|(start, words, end)| format!("{start}{}{end}", words.join(" "))).collect())
}

/// Paragraphs of one fragment each.
fn separate() -> impl Strategy<Value = String> {
    let starts = ["", "- ", "> ", "> [!primary]\n> ", "## ", "/// details | T\n\n", "| a |\n|---|\n| "];
    let line = (prop::sample::select(starts.to_vec()), prop::sample::select(FRAGMENTS));
    prop::collection::vec(line, 1..4).prop_map(|lines| lines.into_iter().map(|(start, words)| format!("{start}word {words}\n\n")).collect())
}

/// The text after all fixes; of overlapping ones the first counts.
fn fixed(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut out = text.to_owned();
    let mut edits: Vec<_> = diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut limit = 0;
    edits.retain(|edit| {
        let keep = edit.span.start >= limit;
        limit = if keep { edit.span.end } else { limit };
        keep
    });
    for edit in edits.iter().rev() {
        out.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.replacement);
    }
    out
}

/// The outline without code, in which anything may stand.
fn visible(outline: &str) -> String {
    let lines = outline.lines().filter(|line| !line.trim_start().starts_with("code "));
    let without_code = |line: &str| line.split('`').step_by(2).collect::<String>();
    lines.map(without_code).collect::<Vec<_>>().join("\n")
}

/// The outline without differences that are not of the text: a bold host and a host in bold, a placeholder and code.
fn plain(outline: &str) -> String {
    outline.replace("**", "").replace("HOST0!", "HOST0").replace("__HOST0__", "HOST0").replace(['‹', '›'], "`")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn no_markup_leaks(text in woven()) {
        let (outline, _) = understand(&text);
        let visible = visible(&outline);
        for markup in ["{.action", "{.thumbnail", "{.external", "[!primary", "[!tabs", "[!alert", "///", "**"] {
            prop_assert!(!visible.contains(markup), "`{markup}` of {text:?} in\n{outline}");
        }
    }

    #[test]
    fn fixing_changes_nothing_that_is_seen(text in separate()) {
        let (outline, diagnostics) = understand(&text);
        let (again, _) = understand(&fixed(&text, &diagnostics));
        let outline = plain(&outline);
        prop_assert_eq!(outline, plain(&again), "{:?}\n{:?}", text, fixed(&text, &diagnostics));
    }

    #[test]
    fn places_of_mistakes_lie_in_the_text(text in woven()) {
        for diagnostic in understand(&text).1 {
            prop_assert!(text.get(diagnostic.span.start as usize..diagnostic.span.end as usize).is_some(), "{diagnostic:?}");
        }
    }
}
