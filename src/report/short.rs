//! A line for each finding: `path:line:column: severity[code] message`, as compilers write for editors.

use super::{Report, excerpt::one_line, places::Places};
use std::io::{self, Write};

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::new(report.tree);
    for diagnostic in report.shown {
        places.load_file(diagnostic.span);
        let region = places.region(diagnostic.span);
        let (severity, code) = (report.levels.severity(diagnostic).as_str(), diagnostic.code.id);
        let (file, message) = (report.path(&region.file), one_line(&diagnostic.message));
        writeln!(out, "{}:{}:{}: {severity}[{code}] {message}", one_line(&file), region.start.line, region.start.column)?;
    }
    Ok(())
}
