//! An author's mistakes, as data: the same value feeds the terminal, JSON and a browser.

mod codes;
mod findings;

pub use codes::*;
pub use findings::Findings;

use crate::text::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The reader loses nothing, but the author should know.
    Note,
    /// Probably a mistake.
    Warning,
    /// The reader gets wrong or missing content.
    Error,
}

/// A kind of mistake: stable, greppable, documented.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name that people see: `callout-case`.
    pub id: &'static str,
    /// How bad it is in `build`, which writes what it can.
    pub severity: Severity,
    /// How bad it is in `check`; a missing picture stops a release, not a preview.
    pub severity_in_check: Severity,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

/// A replacement of some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// What comes instead.
    pub replacement: String,
}

/// An author's mistake: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of mistake.
    pub code: &'static Code,
    /// Where it is.
    pub span: Span,
    /// Lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do, in the same style.
    pub help: Option<String>,
    /// Other places that belong to it, each with a label.
    pub related: Vec<(Span, String)>,
    /// The edits that mend it, where the intent is plain.
    pub fix: Vec<Edit>,
}

impl Diagnostic {
    /// A mistake of kind `code` at `span`.
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), help: None, related: Vec::new(), fix: Vec::new() }
    }

    /// With a line on what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that belongs to it.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// With an edit that mends it.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix.push(Edit { span, replacement: replacement.into() });
        self
    }
}
