//! What a scan puts down: edits that the Markdown parser must see, and what the author got wrong.

use super::Scanner;
use crate::{
    diagnostic::{Code, Diagnostic},
    dialect::source::Splice,
};
use std::{borrow::Cow, ops::Range};

impl Scanner<'_> {
    pub(super) fn splice(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.out.splices.push(Splice { range, text: text.into() });
    }

    /// A splice that the author should make too: with a diagnostic at `place`, whose fix it is.
    pub(super) fn repair(
        &mut self,
        code: &'static Code,
        place: Range<usize>,
        message: impl Into<String>,
        splices: Vec<(Range<usize>, String)>,
    ) {
        self.repair_as(Diagnostic::new(code, self.source.span(place), message), splices);
    }

    /// [`Self::repair`], with a line on what is done.
    pub(super) fn repair_with_help(
        &mut self,
        code: &'static Code,
        place: Range<usize>,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
        splices: Vec<(Range<usize>, String)>,
    ) {
        self.repair_as(Diagnostic::new(code, self.source.span(place), message).help(help), splices);
    }

    pub(super) fn repair_as(&mut self, mut diagnostic: Diagnostic, splices: Vec<(Range<usize>, String)>) {
        for (range, text) in splices {
            diagnostic = diagnostic.fix(self.source.span(range.clone()), text.clone());
            self.splice(range, text);
        }
        self.out.diagnostics.push(diagnostic);
    }

    pub(super) fn complain(
        &mut self,
        code: &'static Code,
        place: Range<usize>,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
    ) {
        let span = self.source.span(place);
        self.out.diagnostics.push(Diagnostic::new(code, span, message).help(help));
    }
}
