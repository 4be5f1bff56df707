//! Text that is all of a paragraph, an item, a cell … goes a short way into the tree, and must arrive where the long way leads.

use super::understand;

/// Each text as it is, and with one letter as an entity, which keeps it from the short way.
#[track_caller]
fn check(text: &str) {
    let (short, _) = understand(text);
    let (long, _) = understand(&text.replacen('w', "&#119;", 1));
    assert_eq!(short, long, "{text:?}");
}

#[test]
fn both_ways_lead_to_the_same_tree() {
    for text in [
        "word\n",
        "## word\n",
        "- word\n",
        "- word\n\n  x\n- y\n",
        "1. word\n",
        "- [ ] word\n",
        "> word\n",
        "> - word\n",
        "*word*\n",
        "a **word** b\n",
        "- **word**\n",
        "a [word](/x \"t\") b\n",
        "[word ](/x)\n",
        "| word | b |\n|---|---|\n| c | d |\n",
        "| a | b |\n|---|---|\n| word | d |\n",
        "![*word*](i.png)\n",
        "w\u{a0}\n",
        "- wé\u{a0}\n",
        "\\*word\n",
        "- \\**w*\n",
        "- \\*word\\*\n",
    ] {
        check(text);
    }
}

#[test]
fn both_ways_end_at_the_same_depth() {
    for depth in 40..56 {
        check(&format!("{} word\n", ">".repeat(depth)));
        check(&format!("{} - **word**\n", ">".repeat(depth)));
        check(&format!("{} | word |\n{} |---|\n", ">".repeat(depth), ">".repeat(depth)));
    }
}

#[test]
fn what_says_nothing_makes_nothing() {
    for text in ["\u{5}\n", "- \u{a0}\n", "a\n\n\u{a0}\n", "| a |\n|---|\n| \u{a0} |\n"] {
        let (outline, _) = understand(text);
        let blank: Vec<&str> = outline.lines().filter(|line| matches!(line.trim(), "p" | "-" | "- -")).collect();
        assert_eq!(understand(&text.replace('\u{a0}', "&nbsp;")).0, outline, "{text:?}");
        assert!(!outline.contains('\u{5}') && blank.len() <= 1, "{text:?}: {outline}");
    }
}
