//! A line for each finding: `path:line:column: severity[code] message`, as compilers write for editors.

use super::{Report, excerpt::one_line, places::Places, side_by_side};
use crate::diagnostic::Diagnostic;
use std::io::{self, Write};

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    side_by_side::write(report.shown.len(), out, |few| {
        let mut places = Places::new(report.tree);
        report.shown[few].iter().map(|diagnostic| line(report, diagnostic, &mut places)).collect()
    })
}

fn line(report: &Report, diagnostic: &Diagnostic, places: &mut Places) -> String {
    places.load_file(diagnostic.span);
    let region = places.region(diagnostic.span);
    let (severity, code) = (report.levels.severity(diagnostic).as_str(), diagnostic.code.id);
    let (file, message) = (report.path(&region.file), one_line(&diagnostic.message));
    format!("{}:{}:{}: {severity}[{code}] {message}\n", one_line(&file), region.start.line, region.start.column)
}
