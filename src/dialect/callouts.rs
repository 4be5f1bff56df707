//! The names of callouts.

use super::tree::CalloutKind;

/// The callout type that `word` names in any case, and whether that is a word of the dialect.
pub fn callout_kind(word: &str) -> Option<(CalloutKind, bool)> {
    NAMES.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word)).map(|(_, kind, is_known)| (*kind, *is_known))
}

/// The dialect's own names (`true`), and those of other dialects that are near one.
pub const NAMES: &[(&str, CalloutKind, bool)] = &[
    ("primary", CalloutKind::Primary, true),
    ("note", CalloutKind::Primary, true),
    ("hint", CalloutKind::Primary, true),
    ("secondary", CalloutKind::Primary, true),
    ("info", CalloutKind::Info, true),
    ("warning", CalloutKind::Warning, true),
    ("alert", CalloutKind::Alert, true),
    ("success", CalloutKind::Success, true),
    ("tip", CalloutKind::Success, false),
    ("danger", CalloutKind::Alert, false),
    ("caution", CalloutKind::Alert, false),
    ("error", CalloutKind::Alert, false),
    ("important", CalloutKind::Warning, false),
    ("attention", CalloutKind::Warning, false),
    // Programs that translate guides translate the names, too.
    ("remarque", CalloutKind::Primary, false),
    ("hinweis", CalloutKind::Primary, false),
    ("nota", CalloutKind::Primary, false),
    ("avertissement", CalloutKind::Warning, false),
    ("warnung", CalloutKind::Warning, false),
    ("achtung", CalloutKind::Warning, false),
    ("advertencia", CalloutKind::Warning, false),
    ("atención", CalloutKind::Warning, false),
    ("avvertenza", CalloutKind::Warning, false),
    ("attenzione", CalloutKind::Warning, false),
    ("ostrzeżenie", CalloutKind::Warning, false),
    ("uwaga", CalloutKind::Warning, false),
    ("aviso", CalloutKind::Warning, false),
    ("atenção", CalloutKind::Warning, false),
];
