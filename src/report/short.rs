//! A line for each finding: `path:line:column: severity[code] message`, as compilers write for editors.

use super::{Report, excerpt::one_line, sources::Sources};
use std::io::{self, Write};

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut sources = Sources::new(report.tree);
    for diagnostic in report.shown {
        let file = diagnostic.span.file;
        sources.load(&[file]);
        let Some(shown) = sources.get(file) else { continue };
        let (line, column) = shown.source.as_ref().map_or((1, 1), |source| source.place(diagnostic.span.range().start));
        let severity = report.levels.severity(diagnostic).as_str();
        writeln!(out, "{}:{line}:{column}: {severity}[{}] {}", one_line(&shown.name), diagnostic.code.id, one_line(&diagnostic.message))?;
    }
    Ok(())
}
