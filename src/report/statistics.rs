//! How many findings there are of each kind, and how many can be mended by a command.

use super::Report;
use crate::{
    diagnostic::{Diagnostic, Safety, Severity},
    words::thousands,
};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// The findings of a kind.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    found: usize,
    safe: usize,
    all: usize,
}

impl Row {
    fn add(&mut self, diagnostic: &Diagnostic) {
        self.found += 1;
        self.safe += usize::from(!diagnostic.fix.is_empty() && diagnostic.safety == Safety::Safe);
        self.all += usize::from(!diagnostic.fix.is_empty());
    }

    fn cells(&self) -> [String; 3] {
        [self.found, self.safe, self.all].map(thousands)
    }
}

/// Writes a table: a row for each kind of mistake, the most frequent of the worst first, and a row for each severity.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut by_code: BTreeMap<(&str, Severity), Row> = BTreeMap::new();
    let mut by_severity: BTreeMap<Severity, Row> = BTreeMap::new();
    for diagnostic in report.shown {
        let severity = report.levels.severity(diagnostic);
        by_code.entry((diagnostic.code.id, severity)).or_default().add(diagnostic);
        by_severity.entry(severity).or_default().add(diagnostic);
    }
    let mut rows: Vec<(&str, Severity, Row)> = by_code.into_iter().map(|((id, severity), row)| (id, severity, row)).collect();
    rows.sort_by_key(|(id, severity, row)| (std::cmp::Reverse((*severity, row.found)), *id));
    rows.extend(by_severity.into_iter().rev().map(|(severity, row)| ("all", severity, row)));
    let width = rows.iter().map(|(id, ..)| id.len()).max().unwrap_or(0).max("kind".len());
    writeln!(out, "{:<width$}  severity     found     --fix  --unsafe", "kind")?;
    for (id, severity, row) in rows {
        let [found, safe, all] = row.cells();
        writeln!(out, "{id:<width$}  {:<8}  {found:>8}  {safe:>8}  {all:>8}", severity.as_str())?;
    }
    Ok(())
}
