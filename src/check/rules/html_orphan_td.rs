//! A cell of an HTML table outside of a row.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, HTML_ORPHAN_TD},
    text::Span,
};
use memchr::memmem;

pub const RULE: Rule = Rule { codes: &[&HTML_ORPHAN_TD], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let body = guide.text.get(guide.start..).unwrap_or_default();
    if memmem::find(body.as_bytes(), b"<table").is_none() {
        return;
    }
    let mut offset = guide.start;
    let (mut in_table, mut in_row) = (false, false);
    for line in body.split_inclusive('\n') {
        for (at, _) in line.match_indices('<').filter(|(at, _)| !guide.code().holds(offset + at)) {
            match tag_name(&line[at + 1..]) {
                "table" => (in_table, in_row) = (true, false),
                "/table" => in_table = false,
                "tr" => in_row = true,
                "/tr" | "tbody" | "thead" | "tfoot" => in_row = false,
                "td" | "th" if in_table && !in_row => {
                    let start = offset + at;
                    let length = line[at..].find('>').map_or(3, |end| end + 1);
                    found.push(
                        Diagnostic::new(&HTML_ORPHAN_TD, Span::new(guide.file(), start..start + length), "this cell stands in no row")
                            .help("put `<tr>` before it")
                            .fix(Span::new(guide.file(), start..start), "<tr>"),
                    );
                    in_row = true;
                }
                _ => {}
            }
        }
        offset += line.len();
    }
}

fn tag_name(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
