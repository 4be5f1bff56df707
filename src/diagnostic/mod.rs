//! An author's mistakes, as data: the same value feeds the terminal, JSON and a browser.

mod codes;
mod edits;
mod findings;
mod levels;

pub use codes::*;
pub use edits::Edits;
pub use findings::Findings;
pub use levels::Levels;

use crate::text::Span;
use rayon::slice::ParallelSliceMut;
use std::borrow::Cow;

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

impl Severity {
    /// Its name: `warning`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
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

/// Whether a fix may be applied without being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// Readers see what they saw before.
    #[default]
    Safe,
    /// It changes what readers see: it is most probably right, and wants an author's eye.
    Unsafe,
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
    pub help: Option<Cow<'static, str>>,
    /// Other places that belong to it, each with a label.
    pub related: Vec<(Span, String)>,
    /// The edits that mend it, where the intent is plain.
    pub fix: Vec<Edit>,
    /// Whether the fix may be applied without being read.
    pub safety: Safety,
}

/// The kind of mistakes of a name.
pub fn code(id: &str) -> Option<&'static Code> {
    CODES.iter().copied().find(|code| code.id == id)
}

/// Brings diagnostics into the order of files and places. The same one twice, as an included file may give, becomes one.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    // In place: those of a large site take as much room as its pages.
    diagnostics.par_sort_unstable_by(|one, other| {
        let key = |diagnostic: &Diagnostic| (diagnostic.span, diagnostic.code.id);
        key(one).cmp(&key(other)).then_with(|| one.message.cmp(&other.message))
    });
    diagnostics.dedup();
}

impl Diagnostic {
    /// A mistake of kind `code` at `span`.
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), help: None, related: Vec::new(), fix: Vec::new(), safety: Safety::Safe }
    }

    /// Gives every place to `change`.
    pub fn spans_mut(&mut self, mut change: impl FnMut(&mut Span)) {
        change(&mut self.span);
        self.related.iter_mut().for_each(|(span, _)| change(span));
        self.fix.iter_mut().for_each(|edit| change(&mut edit.span));
    }

    /// With a line on what to do.
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that belongs to it.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        // A large site has hundreds of thousands of findings, most of which have one place besides their own, and one edit.
        self.related.reserve_exact(1);
        self.related.push((span, label.into()));
        self
    }

    /// With an edit that most probably mends it, and changes what readers see.
    pub fn unsafe_fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.safety = Safety::Unsafe;
        self.fix(span, replacement)
    }

    /// With an edit that mends it.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix.reserve_exact(1);
        self.fix.push(Edit { span, replacement: replacement.into() });
        self
    }
}
