//! A unit's text between its place in a guide, where lines break and markers stand, and the one line that translators see.

use regex::Regex;
use std::sync::LazyLock;

/// What stands in a guide's text, on one line: without the markers of the `depth` quotes around it, line breaks as spaces.
pub fn unfold(written: &str, depth: usize) -> String {
    let mut out = String::with_capacity(written.len());
    for line in written.split('\n') {
        if out.is_empty() {
            out.push_str(line.trim_start());
            continue;
        }
        end_line(&mut out);
        out.push_str(without_markers(line, depth));
    }
    out.truncate(out.trim_end().len());
    out
}

/// Ends a line: two spaces or a backslash are a break that its author wants.
fn end_line(out: &mut String) {
    let kept = out.trim_end_matches(['\r', ' ', '\t']).len();
    let is_break = out.trim_end_matches('\r').ends_with("  ");
    out.truncate(kept);
    if let Some(before) = out.strip_suffix('\\').filter(|before| !before.ends_with('\\')) {
        out.truncate(before.len());
        out.push_str("<br>");
    } else if is_break && !out.ends_with("<br>") {
        out.push_str("<br>");
    } else if !out.is_empty() {
        out.push(' ');
    }
}

/// A line without the markers of the quotes around it, and space before it.
pub fn without_markers(line: &str, depth: usize) -> &str {
    let mut rest = line.trim_start();
    for _ in 0..depth {
        match rest.strip_prefix('>') {
            Some(inside) => rest = inside.trim_start(),
            None => break,
        }
    }
    rest
}

/// Whatever line breaks a translator put in are spaces.
pub fn on_one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What begins a block at the start of a line.
static BLOCK_START: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|~~~|\||=+$|-+$|(\d{1,9})([.)])(?:\s|$))").expect("the pattern is one")
});

/// A text at the start of a line, where it must not begin a list, heading or quote that the source does not begin.
pub fn at_line_start(text: &str, source: &str) -> String {
    let line = on_one_line(text);
    let Some(found) = BLOCK_START.captures(&line) else { return line };
    if BLOCK_START.is_match(source) {
        return line;
    }
    let mark = found.get(2).map_or(0, |mark| mark.start());
    format!("{}\\{}", &line[..mark], &line[mark..])
}

/// A text in a cell, which no pipe may end.
pub fn in_cell(text: &str) -> String {
    let line = on_one_line(text);
    if !line.contains('|') {
        return line;
    }
    let mut out = String::with_capacity(line.len() + 4);
    let (mut in_code, mut escaped) = (false, false);
    for letter in line.chars() {
        if letter == '|' && !in_code && !escaped {
            out.push('\\');
        }
        in_code ^= letter == '`' && !escaped;
        escaped = letter == '\\' && !escaped;
        out.push(letter);
    }
    out
}

/// An alternative text, whose brackets must be in balance.
pub fn in_alt(text: &str) -> String {
    let line = on_one_line(text);
    let mut depth = 0i32;
    let is_balanced = line.chars().all(|letter| {
        depth += i32::from(letter == '[') - i32::from(letter == ']');
        depth >= 0
    });
    if is_balanced && depth == 0 { line } else { line.replace('[', "\\[").replace(']', "\\]") }
}

/// A text in an attribute, which no quotation mark must end.
pub fn in_attribute(text: &str) -> String {
    on_one_line(text).replace('"', "&quot;")
}

/// The words of a comment, which must not end it.
pub fn in_comment(text: &str, source: &str) -> String {
    let mut line = on_one_line(text);
    for (end, harmless) in [("*/", "* /"), ("-->", "-- >")] {
        if !source.contains(end) {
            line = line.replace(end, harmless);
        }
    }
    line
}

/// A value of the front matter.
pub fn as_yaml(text: &str) -> String {
    let line = on_one_line(text);
    if is_plain_yaml(&line) { line } else { format!("'{}'", line.replace('\'', "''")) }
}

/// Whether YAML reads a text as it stands: it begins with a letter and holds nothing that YAML looks for.
fn is_plain_yaml(text: &str) -> bool {
    let begins_well = text.chars().next().is_some_and(char::is_alphabetic);
    let is_word = ["null", "true", "false", "yes", "no", "on", "off"].contains(&&*text.to_lowercase());
    begins_well && !is_word && !text.contains(": ") && !text.contains(" #") && !text.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_one() {
        assert_eq!(unfold("a\n> b  \n>c\\\n>  > d", 1), "a b<br>c<br>> d");
        assert_eq!(unfold("a\r\n   b\r\n", 0), "a b");
        assert_eq!(unfold("a<br>\nb", 0), "a<br> b");
    }

    #[test]
    fn a_translation_stays_what_its_source_is() {
        assert_eq!(at_line_start("- Erstens", "First"), "\\- Erstens");
        assert_eq!(at_line_start("1. Januar", "January 1"), "1\\. Januar");
        assert_eq!(at_line_start("2020 war gut", "2020 was good"), "2020 war gut");
        assert_eq!(at_line_start("- a", "- b"), "- a");
        assert_eq!(at_line_start("**a**", "b"), "**a**");
        assert_eq!(in_cell("a | b `c|d` \\| e"), "a \\| b `c|d` \\| e");
        assert_eq!((in_alt("a [b]"), in_alt("a ] b")), ("a [b]".into(), "a \\] b".into()));
        assert_eq!(on_one_line("a\n b\r\n\n c "), "a b c");
    }

    #[test]
    fn front_matter_is_quoted_where_it_must_be() {
        assert_eq!(as_yaml("E-mail: l'essentiel"), "'E-mail: l''essentiel'");
        assert_eq!((as_yaml("Einrichten"), as_yaml("no"), as_yaml("\"a\"")), ("Einrichten".into(), "'no'".into(), "'\"a\"'".into()));
    }
}
