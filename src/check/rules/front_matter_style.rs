//! Front matter that means what its author wanted here, and something else to other programs.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, FM_OCTAL, FM_TRAILING_SPACE},
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&FM_OCTAL, &FM_TRAILING_SPACE], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(front) = guide.text.get(..guide.start).filter(|front| front.trim_start_matches('\u{feff}').trim_start().starts_with("---"))
    else {
        return;
    };
    let mut offset = 0;
    for line in front.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        if !content.trim_start_matches('\u{feff}').starts_with("---") && content.contains(':') {
            found.extend(trailing_space(guide, content, offset));
            found.extend(octal(guide, content, offset));
        }
        offset += line.len();
    }
}

fn trailing_space(guide: &Guide, line: &str, offset: usize) -> Option<Diagnostic> {
    let end = line.trim_end_matches([' ', '\t']).len();
    // `key: ` without a value is how some editors leave it.
    let has_value = line.get(..end).is_some_and(|line| !line.ends_with(':'));
    (end < line.len() && has_value).then(|| {
        let span = Span::new(guide.file(), offset + end..offset + line.len());
        Diagnostic::new(&FM_TRAILING_SPACE, span, "a space follows the value").help("remove it").fix(span, "")
    })
}

/// YAML 1.1 reads `010` as eight, and `08` as a text.
fn octal(guide: &Guide, line: &str, offset: usize) -> Option<Diagnostic> {
    let (_, value) = line.split_once(": ")?;
    let written = value.trim();
    let is_octal = written.len() > 1 && written.starts_with('0') && written.bytes().all(|byte| byte.is_ascii_digit());
    is_octal.then(|| {
        let start = offset + line.len() - value.len() + value.find(written).unwrap_or(0);
        let span = Span::new(guide.file(), start..start + written.len());
        let number = written.trim_start_matches('0');
        let number = if number.is_empty() { "0" } else { number };
        Diagnostic::new(&FM_OCTAL, span, format!("`{written}` is another number to some programs"))
            .help(format!("write `{number}`"))
            .fix(span, number)
    })
}
