//! The rules, a file and a line each.

mod acronym_expansion;
mod advice_unencrypted;
mod details_nested;
mod fence_language;
mod files_unused;
mod front_matter;
mod front_matter_style;
mod glossary;
mod grammar;
mod grammar_slips;
mod heading_punctuation;
mod heading_steps;
mod html_orphan_td;
mod image_files;
mod image_locale;
mod image_texts;
mod images;
mod label_unmarked;
mod link_files;
mod link_other_locale;
mod link_texts;
mod link_vague;
mod link_written_out;
mod list_item_lost;
mod locale_code;
mod locale_links;
mod locale_missing;
mod locale_number;
mod locale_placeholder;
mod locale_stale;
mod locale_structure;
mod locale_untranslated;
mod messages;
mod name_spelling;
mod navigation;
mod page_style;
mod parentheses;
mod placeholders;
mod section_unknown;
mod sentence_unfinished;
mod settings_labels;
mod settings_locale_drift;
mod settings_odd_pair;
mod settings_unsafe;
mod spelling;
mod spelling_slip;
mod table_empty_header;
mod tabs_count;
mod tabs_step_word;
mod theme_unused;
mod title_duplicate;
mod traits;
mod translation_residue;
mod typo_opening_mark;
mod typo_quotes;
mod typo_space;
mod word_doubled;

pub use traits::traits;

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
    glossary::RULE,
    front_matter::RULE,
    images::RULE,
    image_locale::RULE,
    locale_code::RULE,
    locale_number::RULE,
    advice_unencrypted::RULE,
    files_unused::RULE,
    theme_unused::RULE,
    messages::RULE,
    navigation::RULE,
    tabs_count::RULE,
    tabs_step_word::RULE,
    details_nested::RULE,
    page_style::RULE,
    heading_punctuation::RULE,
    heading_steps::RULE,
    list_item_lost::RULE,
    fence_language::RULE,
    sentence_unfinished::RULE,
    typo_space::RULE,
    typo_opening_mark::RULE,
    typo_quotes::RULE,
    parentheses::RULE,
    word_doubled::RULE,
    spelling::RULE,
    grammar::RULE,
    grammar_slips::RULE,
    name_spelling::RULE,
    acronym_expansion::RULE,
    translation_residue::RULE,
    placeholders::RULE,
    table_empty_header::RULE,
    image_texts::RULE,
    image_files::RULE,
    link_texts::RULE,
    html_orphan_td::RULE,
    settings_labels::RULE,
    settings_unsafe::RULE,
    front_matter_style::RULE,
];
