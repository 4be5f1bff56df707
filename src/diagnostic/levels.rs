//! How bad a kind of mistake counts in this run.

use super::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

/// How bad each kind of mistake counts: by itself, by what the site's team says of it, and on a strict day.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// Whether the site is checked, and not only built.
    pub in_check: bool,
    /// Whether a warning counts as an error.
    pub strict: bool,
    /// What `polyguide.yaml` says of kinds of mistakes, by the name that people see; none is off.
    pub configured: BTreeMap<&'static str, Option<Severity>>,
}

impl Levels {
    /// How bad a kind of mistake counts; none where it is off.
    pub fn of(&self, code: &Code) -> Option<Severity> {
        let own = if self.in_check { code.severity_in_check } else { code.severity };
        let severity = self.configured.get(code.id).copied().unwrap_or(Some(own))?;
        Some(if self.strict && severity == Severity::Warning { Severity::Error } else { severity })
    }

    /// How bad a diagnostic counts, for one whose kind is not off.
    pub fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        self.of(diagnostic.code).unwrap_or(Severity::Note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{CALLOUT_CASE, HTML_BAD_BR, IMAGE_MISSING};

    #[test]
    fn a_severity_is_the_kinds_own_unless_someone_says_otherwise() {
        let levels = Levels::default();
        assert_eq!(levels.of(&IMAGE_MISSING), Some(Severity::Warning));
        assert_eq!(Levels { in_check: true, ..Levels::default() }.of(&IMAGE_MISSING), Some(Severity::Error));
        assert_eq!(Levels { strict: true, ..Levels::default() }.of(&HTML_BAD_BR), Some(Severity::Error));
        let configured = BTreeMap::from([(CALLOUT_CASE.id, Some(Severity::Warning)), (IMAGE_MISSING.id, None)]);
        let levels = Levels { in_check: true, strict: true, configured };
        assert_eq!((levels.of(&CALLOUT_CASE), levels.of(&IMAGE_MISSING)), (Some(Severity::Error), None));
    }
}
