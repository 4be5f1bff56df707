//! SARIF 2.1.0, the format of code scanning: columns in code units of UTF-16, as `columnKind` says.

use super::{
    Report,
    places::{Places, Region},
};
use crate::{
    diagnostic::{self, Code, Diagnostic, Edit, Safety, Severity},
    explain::explain,
    text::Span,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let shown = report.shown.iter().map(|diagnostic| (diagnostic, State::Open));
    let known = report.known.into_iter().flatten().map(|diagnostic| (diagnostic, State::Known));
    let allowed = report.allowed.iter().map(|allowed| (&allowed.diagnostic, State::Allowed(&allowed.reason)));
    let found: Vec<(&Diagnostic, State)> = shown.chain(known).chain(allowed).collect();
    let used: BTreeSet<&str> = found.iter().map(|(diagnostic, _)| diagnostic.code.id).collect();
    let rules: Vec<&Code> = used.iter().filter_map(|id| diagnostic::code(id)).collect();
    let index: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(at, code)| (code.id, at)).collect();
    let mut places = Places::new(report.tree);
    let results = found.iter().map(|(diagnostic, state)| {
        places.load(diagnostic);
        let mut result = Writer { report, places: &places }.result(diagnostic, state);
        result["ruleIndex"] = index.get(diagnostic.code.id).copied().into();
        result
    });
    let results: Vec<Value> = results.collect();
    let driver = json!({
        "name": "polyguide",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|code| rule(report, code)).collect::<Vec<_>>(),
    });
    let run = json!({ "tool": { "driver": driver }, "columnKind": "utf16CodeUnits", "results": results });
    serde_json::to_writer_pretty(&mut *out, &json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }))?;
    writeln!(out)
}

/// What becomes of a finding.
enum State<'a> {
    Open,
    Known,
    Allowed(&'a str),
}

fn level(severity: Severity) -> &'static str {
    severity.as_str()
}

fn rule(report: &Report, code: &Code) -> Value {
    let level = level(report.levels.of(code).unwrap_or(code.severity));
    let help = explain(code.id).unwrap_or(code.meaning);
    json!({
        "id": code.id,
        "shortDescription": { "text": code.meaning },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": level },
    })
}

struct Writer<'a> {
    report: &'a Report<'a>,
    places: &'a Places<'a>,
}

impl Writer<'_> {
    fn result(&self, diagnostic: &Diagnostic, state: &State) -> Value {
        let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
        let mut result = json!({
            "ruleId": diagnostic.code.id,
            "level": level(self.report.levels.severity(diagnostic)),
            "message": { "text": format!("{}{help}", diagnostic.message) },
            "locations": [{ "physicalLocation": self.location(&self.places.region(diagnostic.span)) }],
        });
        if !diagnostic.related.is_empty() {
            result["relatedLocations"] = self.related(diagnostic);
        }
        if !diagnostic.fix.is_empty() {
            result["fixes"] = json!([self.fix(diagnostic)]);
        }
        match state {
            State::Allowed(reason) => result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]),
            State::Known | State::Open => {}
        }
        // Either all results of a run say how they stand to the baseline, or none does.
        if self.report.known.is_some() {
            result["baselineState"] = if matches!(state, State::Open) { "new" } else { "unchanged" }.into();
        }
        result
    }

    fn related(&self, diagnostic: &Diagnostic) -> Value {
        let place = |(id, (span, label)): (usize, &(Span, String))| {
            let location = self.location(&self.places.region(*span));
            json!({ "id": id + 1, "physicalLocation": location, "message": { "text": label } })
        };
        diagnostic.related.iter().enumerate().map(place).collect()
    }

    fn fix(&self, diagnostic: &Diagnostic) -> Value {
        let mut by_file: BTreeMap<_, Vec<&Edit>> = BTreeMap::new();
        diagnostic.fix.iter().for_each(|edit| by_file.entry(edit.span.file).or_default().push(edit));
        let changes: Vec<Value> = by_file.values().map(|edits| self.change(edits)).collect();
        let safety = if diagnostic.safety == Safety::Safe { "safe" } else { "unsafe" };
        let text = diagnostic.help.as_deref().unwrap_or("write this");
        json!({ "description": { "text": text }, "artifactChanges": changes, "properties": { "safety": safety } })
    }

    /// The edits of one file.
    fn change(&self, edits: &[&Edit]) -> Value {
        let replacements = edits.iter().map(|edit| {
            let deleted = region(&self.places.region(edit.span));
            json!({ "deletedRegion": deleted, "insertedContent": { "text": edit.replacement } })
        });
        let file = edits.first().map_or_else(String::new, |edit| self.places.region(edit.span).file);
        json!({ "artifactLocation": { "uri": self.uri(&file) }, "replacements": replacements.collect::<Vec<_>>() })
    }

    fn location(&self, place: &Region) -> Value {
        json!({ "artifactLocation": { "uri": self.uri(&place.file) }, "region": region(place) })
    }

    /// A path as a relative reference: what has a meaning in an address is escaped.
    fn uri(&self, file: &str) -> String {
        let mut uri = String::new();
        for byte in self.report.path(file).bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                uri += &format!("%{byte:02X}");
            }
        }
        uri
    }
}

fn region(region: &Region) -> Value {
    let (start, end) = (region.start, region.end);
    json!({
        "startLine": start.line,
        "startColumn": start.utf16,
        "endLine": end.line,
        "endColumn": end.utf16,
        "byteOffset": start.offset,
        "byteLength": end.offset - start.offset,
    })
}
