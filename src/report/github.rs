//! Annotations of GitHub Actions: workflow commands such as `::error file=…,line=…::message`.

use super::{Report, places::Places, side_by_side};
use crate::diagnostic::{Diagnostic, Severity};
use std::{
    borrow::Cow,
    io::{self, Write},
};

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    side_by_side::write(report.shown.len(), out, |few| {
        let mut places = Places::new(report.tree);
        report.shown[few].iter().map(|diagnostic| command(report, diagnostic, &mut places)).collect()
    })
}

fn command(report: &Report, diagnostic: &Diagnostic, places: &mut Places) -> String {
    places.load_file(diagnostic.span);
    let region = places.region(diagnostic.span);
    let command = match report.levels.severity(diagnostic) {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = (region.start, region.end);
    let mut place = format!("file={},line={},endLine={}", property(&report.path(&region.file)), start.line, end.line);
    // Columns of two lines cannot be compared, and GitHub refuses them.
    if start.line == end.line {
        place += &format!(",col={},endColumn={}", start.column, end.column);
    }
    let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
    let message = data(&format!("{}{help}", diagnostic.message)).into_owned();
    format!("::{command} {place},title={}::{message}\n", property(diagnostic.code.id))
}

/// A message, in which these characters would end the command.
fn data(text: &str) -> Cow<'_, str> {
    replace(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A")])
}

/// A property, in which two more have a meaning.
fn property(text: &str) -> Cow<'_, str> {
    replace(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A"), (':', "%3A"), (',', "%2C")])
}

fn replace<'t>(text: &'t str, table: &[(char, &str)]) -> Cow<'t, str> {
    let escape = |letter: char| table.iter().find(|(other, _)| *other == letter).map(|(_, escape)| *escape);
    if !text.contains(|letter| escape(letter).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match escape(letter) {
            Some(escape) => out.push_str(escape),
            None => out.push(letter),
        }
    }
    Cow::Owned(out)
}
