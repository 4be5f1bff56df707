//! The rules, a file and a line each.

mod label_unmarked;
mod section_unknown;
mod settings_odd_pair;
mod spelling_slip;
mod title_duplicate;

use super::Rule;

/// In the order in which they are applied.
pub static RULES: &[Rule] =
    &[settings_odd_pair::RULE, title_duplicate::RULE, spelling_slip::RULE, section_unknown::RULE, label_unmarked::RULE];
