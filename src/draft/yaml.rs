//! Colours for YAML as guides show it: keys, values and comments.

use super::lexer::{Paint, comment, is_name, letter_after, letter_before, single_quoted, word};
use std::ops::Range;

/// Paints the tokens of a line that have a class.
pub fn line(line: &str, paint: &mut Paint) {
    let mut at = key(line, paint).unwrap_or(0);
    while at < line.len() {
        at = match token(line, at) {
            Some((range, class)) => {
                let end = range.end;
                paint(range, class);
                end
            }
            // Nothing starts inside a word.
            None => at + word(&line[at..]).len().max(letter_after(line, at).map_or(1, char::len_utf8)),
        };
    }
}

/// Paints the key that a line starts with, after dashes, and gives its end.
fn key(line: &str, paint: &mut Paint) -> Option<usize> {
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let (mut start, mut last_dash) = (indent, None);
    while let Some(rest) = line[start..].strip_prefix("- ") {
        last_dash = Some(start);
        start = line.len() - rest.trim_start_matches(' ').len();
    }
    let is_start = |letter: char| is_name(letter) || matches!(letter, '.' | '/' | '$' | '"' | '\'');
    let start = if line[start..].starts_with(is_start) { start } else { last_dash? };
    let colon = start + line[start..].find([':', '#', '\n'])?;
    let is_key = line[colon..].starts_with(':') && letter_after(line, colon + 1).is_none_or(char::is_whitespace);
    if !is_key {
        return None;
    }
    paint(start..colon, "tag");
    paint(colon..colon + 1, "punctuation");
    Some(colon + 1)
}

fn token(line: &str, at: usize) -> Option<(Range<usize>, &'static str)> {
    let rest = &line[at..];
    let (end, class) = match line.as_bytes()[at] {
        b'#' => (comment(line, at)?, "comment"),
        b'"' => (double_quoted(line, at), "string"),
        b'\'' => (single_quoted(line, at), "string"),
        b'&' | b'*' => {
            let name = rest[1..].trim_start_matches(is_name);
            (Some(line.len() - name.len()).filter(|end| *end > at + 1)?, "variable")
        }
        b'[' | b']' | b'{' | b'}' | b',' => (at + 1, "punctuation"),
        _ if starts_value(&line[..at]) && value(rest).is_some() => return value(rest).map(|(length, class)| (at..at + length, class)),
        b'-' | b'.' if at == 0 && (rest.starts_with("---") || rest.starts_with("...")) => (3, "punctuation"),
        b'-' if letter_before(line, at).is_some_and(char::is_whitespace) && rest[1..].starts_with(' ') => (at + 1, "punctuation"),
        _ => return None,
    };
    Some((at..end, class))
}

/// The end of a string in double quotes, or of the line.
fn double_quoted(line: &str, start: usize) -> usize {
    let mut at = start + 1;
    while let Some(found) = memchr::memchr2(b'"', b'\\', &line.as_bytes()[at..]) {
        at += found;
        if line.as_bytes()[at] == b'"' {
            return at + 1;
        }
        match letter_after(line, at + 1) {
            Some(letter) if letter != '\n' => at += 1 + letter.len_utf8(),
            _ => return at,
        }
    }
    line.len()
}

/// Whether a value may follow on `before`.
fn starts_value(before: &str) -> bool {
    matches!(before.as_bytes(), [.., b':' | b'[' | b',' | b'-', b' '])
}

/// How long the constant or number is that `text` starts with, if nothing else follows on it.
fn value(text: &str) -> Option<(usize, &'static str)> {
    const CONSTANTS: &[&str] = &["true", "false", "null", "yes", "no", "~"];
    if let Some(constant) = CONSTANTS.iter().find(|constant| text.starts_with(**constant)) {
        return ends_value(&text[constant.len()..]).then_some((constant.len(), "constant"));
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let rest = digits.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '_'));
    let is_number = digits.starts_with(|letter: char| letter.is_ascii_digit()) && ends_value(rest);
    is_number.then(|| (text.len() - rest.len(), "number"))
}

/// Whether a value may end before `after`: the line ends, or a separator or comment follows.
fn ends_value(after: &str) -> bool {
    let rest = after.trim_start();
    rest.is_empty() || rest.starts_with([',', ']', '}', '#']) || after[..after.len() - rest.len()].contains('\n')
}

#[cfg(test)]
mod tests {
    fn painted(line: &str) -> String {
        let mut tokens = Vec::new();
        super::line(line, &mut |range, class| tokens.push(format!("{class}:{}", &line[range])));
        tokens.join(" ")
    }

    #[test]
    fn keys_and_values() {
        assert_eq!(painted("- a b: \"c\" # d\n"), "tag:a b punctuation:: string:\"c\" comment:# d");
        assert_eq!(painted("- : 1"), "tag:-  punctuation:: number:1");
        assert_eq!(painted("a:b"), "", "a key ends in a colon and a space");
        assert_eq!(
            painted("x: [a, yes, -2, none]"),
            "tag:x punctuation:: punctuation:[ punctuation:, constant:yes punctuation:, number:-2 punctuation:, punctuation:]"
        );
    }
}
