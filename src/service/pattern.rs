//! A grammar's pattern as browsers read it. The two languages of patterns look alike and differ: `\d` is each of Unicode's
//! digits here and ten of them there. So the pattern is written anew from what it means.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// What matches the same texts in JavaScript with its flags `u` or `v`; none if there is no such thing.
pub fn for_browsers(pattern: &str) -> Option<String> {
    let mut out = String::new();
    write(&regex_syntax::parse(pattern).ok()?, &mut out)?;
    Some(out)
}

fn write(part: &Hir, out: &mut String) -> Option<()> {
    match part.kind() {
        HirKind::Empty => out.push_str("(?:)"),
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok()?.chars().for_each(|letter| character(letter, out)),
        HirKind::Class(class) => letters(class, out),
        HirKind::Look(Look::Start) => out.push('^'),
        HirKind::Look(Look::End) => out.push('$'),
        // Whether a letter belongs to a word is another question there, and cannot be asked otherwise.
        HirKind::Look(_) => return None,
        HirKind::Repetition(repetition) => {
            group(std::slice::from_ref(&*repetition.sub), "", out)?;
            let max = repetition.max.map_or_else(String::new, |max| max.to_string());
            out.push_str(&format!("{{{},{max}}}{}", repetition.min, if repetition.greedy { "" } else { "?" }));
        }
        HirKind::Capture(capture) => group(std::slice::from_ref(&*capture.sub), "", out)?,
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, out))?,
        HirKind::Alternation(parts) => group(parts, "|", out)?,
    }
    Some(())
}

fn group(parts: &[Hir], between: &str, out: &mut String) -> Option<()> {
    out.push_str("(?:");
    for (at, part) in parts.iter().enumerate() {
        out.push_str(if at > 0 { between } else { "" });
        write(part, out)?;
    }
    out.push(')');
    Some(())
}

fn letters(class: &Class, out: &mut String) {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    out.push('[');
    for (start, end) in ranges {
        character(start, out);
        if start < end {
            out.push('-');
            character(end, out);
        }
    }
    out.push(']');
}

/// Signs have a meaning in one place or another; by their number they have none.
fn character(letter: char, out: &mut String) {
    if letter.is_ascii_alphanumeric() { out.push(letter) } else { out.push_str(&format!("\\u{{{:x}}}", letter as u32)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_written_by_what_it_means() {
        for (pattern, expected) in [
            ("^(?:a|bc)$", "^(?:a|bc)$"),
            ("[0-9]{2,}?x?", "(?:[0-9]){2,}?(?:x){0,1}"),
            ("(?P<name>a-b)", "(?:a\\u{2d}b)"),
            ("(?i)k", "[Kk\\u{212a}]"),
            ("(?x) a  b # c", "ab"),
            ("(?-u:\\d)", "[0-9]"),
            ("[^b-\\x{10ffff}]", "[\\u{0}-a]"),
            ("", "(?:)"),
        ] {
            assert_eq!(for_browsers(pattern).as_deref(), Some(expected), "{pattern}");
        }
        assert!(for_browsers("\\d").is_some_and(|digits| digits.starts_with("[0-9\\u{660}-")), "all of Unicode's digits");
    }

    #[test]
    fn what_browsers_cannot_say_is_refused() {
        for pattern in ["\\bmail", "(?m)^a", "a\\B"] {
            assert_eq!(for_browsers(pattern), None, "{pattern}");
        }
    }
}
