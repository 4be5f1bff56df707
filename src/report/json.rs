//! One object of JSON. Its shape is a promise: keys are added, and never changed.
//!
//! ```json
//! { "version": 1, "site": "docs", "diagnostics": [ {
//!     "file": "content/a/guide.en.md",
//!     "start": { "line": 3, "column": 5, "offset": 20 }, "end": { "line": 3, "column": 12, "offset": 27 },
//!     "code": "callout-case", "severity": "note", "message": "…", "help": "…",
//!     "related": [ { "file": "…", "start": {}, "end": {}, "message": "…" } ],
//!     "fix": { "safety": "safe", "edits": [ { "file": "…", "start": {}, "end": {}, "replacement": "…" } ] }
//! } ] }
//! ```
//!
//! Paths are below the site's folder. Lines and columns count from 1, columns in characters, offsets in bytes from 0; an end is
//! just behind the last character. `help` and `fix` are `null` where there is none.

use super::{
    Report,
    places::{Places, Position, Region},
    side_by_side,
};
use crate::diagnostic::{Diagnostic, Safety};
use serde_json::{Value, json};
use std::io::{self, Write};

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"version\":1,\"site\":{},\"diagnostics\":[", json!(report.site))?;
    side_by_side::write(report.shown.len(), out, |few| {
        let mut places = Places::new(report.tree);
        few.map(|at| format!("{}\n{}", if at == 0 { "" } else { "," }, object(report, &report.shown[at], &mut places))).collect()
    })?;
    writeln!(out, "\n]}}")
}

fn object(report: &Report, diagnostic: &Diagnostic, places: &mut Places) -> Value {
    places.load(diagnostic);
    let related = diagnostic.related.iter().map(|(span, label)| with(&places.region(*span), "message", label));
    let edits = diagnostic.fix.iter().map(|edit| with(&places.region(edit.span), "replacement", &edit.replacement));
    let safety = if diagnostic.safety == Safety::Safe { "safe" } else { "unsafe" };
    let fix = (!diagnostic.fix.is_empty()).then(|| json!({ "safety": safety, "edits": edits.collect::<Vec<_>>() }));
    let mut object = with(&places.region(diagnostic.span), "code", diagnostic.code.id);
    object["severity"] = report.levels.severity(diagnostic).as_str().into();
    object["message"] = (&*diagnostic.message).into();
    object["help"] = diagnostic.help.as_deref().into();
    object["related"] = related.collect();
    object["fix"] = fix.into();
    object
}

/// A place, and what is said of it.
fn with(region: &Region, key: &str, text: &str) -> Value {
    json!({ "file": region.file, "start": position(region.start), "end": position(region.end), key: text })
}

fn position(position: Position) -> Value {
    json!({ "line": position.line, "column": position.column, "offset": position.offset })
}
