//! The rules, a file and a line each.

mod files_unused;
mod front_matter;
mod images;
mod label_unmarked;
mod link_files;
mod link_other_locale;
mod link_vague;
mod link_written_out;
mod locale_links;
mod locale_missing;
mod locale_placeholder;
mod locale_stale;
mod locale_structure;
mod locale_untranslated;
mod messages;
mod navigation;
mod section_unknown;
mod settings_locale_drift;
mod settings_odd_pair;
mod spelling_slip;
mod title_duplicate;

use super::Rule;

/// In the order in which they are applied.
pub static RULES: &[Rule] = &[
    settings_odd_pair::RULE,
    title_duplicate::RULE,
    spelling_slip::RULE,
    section_unknown::RULE,
    label_unmarked::RULE,
    settings_locale_drift::RULE,
    link_vague::RULE,
    link_written_out::RULE,
    link_other_locale::RULE,
    link_files::RULE,
    locale_structure::RULE,
    locale_links::RULE,
    locale_placeholder::RULE,
    locale_untranslated::RULE,
    locale_stale::RULE,
    locale_missing::RULE,
    front_matter::RULE,
    images::RULE,
    files_unused::RULE,
    messages::RULE,
    navigation::RULE,
];
