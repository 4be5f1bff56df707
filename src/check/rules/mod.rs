//! The rules, a file and a line each.

mod locale_links;
mod locale_missing;
mod locale_placeholder;
mod locale_stale;
mod locale_structure;
mod locale_untranslated;
mod settings_locale_drift;
mod settings_odd_pair;
mod title_duplicate;

use super::Rule;

/// In the order in which they are applied.
pub static RULES: &[Rule] = &[
    settings_odd_pair::RULE,
    settings_locale_drift::RULE,
    locale_structure::RULE,
    locale_links::RULE,
    locale_placeholder::RULE,
    locale_untranslated::RULE,
    locale_stale::RULE,
    locale_missing::RULE,
    title_duplicate::RULE,
];
