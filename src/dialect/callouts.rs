//! The names of callouts.

use super::tree::CalloutKind;

/// The callout type that `word` names in any case: exactly known, or a word of other dialects that is near one.
pub fn callout_kind(word: &str) -> Option<(CalloutKind, bool)> {
    let named = |words: &[(&str, CalloutKind)]| words.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, kind)| *kind);
    named(CALLOUTS).map(|kind| (kind, true)).or_else(|| Some((named(OTHER_CALLOUTS)?, false)))
}

/// The callouts of the dialect.
const CALLOUTS: &[(&str, CalloutKind)] = &[
    ("primary", CalloutKind::Primary),
    ("note", CalloutKind::Primary),
    ("hint", CalloutKind::Primary),
    ("secondary", CalloutKind::Primary),
    ("info", CalloutKind::Info),
    ("warning", CalloutKind::Warning),
    ("alert", CalloutKind::Alert),
    ("success", CalloutKind::Success),
];

/// What other dialects call theirs.
const OTHER_CALLOUTS: &[(&str, CalloutKind)] = &[
    ("tip", CalloutKind::Success),
    ("danger", CalloutKind::Alert),
    ("caution", CalloutKind::Alert),
    ("error", CalloutKind::Alert),
    ("important", CalloutKind::Warning),
    ("attention", CalloutKind::Warning),
];
