//! The rules, a file and a line each.

mod locale_structure;
mod settings_odd_pair;
mod title_duplicate;

use super::Rule;

/// In the order in which they are applied.
pub static RULES: &[Rule] = &[locale_structure::RULE, settings_odd_pair::RULE, title_duplicate::RULE];
