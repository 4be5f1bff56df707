//! A line for each finding: `path:line:column: severity[code] message`, as compilers write for editors.

use super::{Report, excerpt::one_line, places::Places, side_by_side};
use crate::diagnostic::Diagnostic;
use std::{
    fmt::Write as _,
    io::{self, Write},
};

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    side_by_side::write(report.shown.len(), out, |few| {
        let mut places = Places::new(report.tree);
        let mut lines = String::with_capacity(USUAL_LINE * few.len());
        report.shown[few].iter().for_each(|diagnostic| line(report, diagnostic, &mut places, &mut lines));
        lines
    })
}

/// Bytes that a line takes mostly.
const USUAL_LINE: usize = 128;

fn line(report: &Report, diagnostic: &Diagnostic, places: &mut Places, lines: &mut String) {
    places.load_file(diagnostic.span);
    let (file, line, column) = places.start(diagnostic.span);
    let (severity, code) = (report.levels.severity(diagnostic).as_str(), diagnostic.code.id);
    let (file, message) = (report.path(file), one_line(&diagnostic.message));
    // Writing to a text never fails.
    let _ = writeln!(lines, "{}:{line}:{column}: {severity}[{code}] {message}", one_line(&file));
}
