//! The rules, a file and a line each.

mod acronym_expansion;
mod details_nested;
mod fence_language;
mod front_matter_style;
mod grammar;
mod heading_punctuation;
mod html_orphan_td;
mod image_files;
mod image_texts;
mod label_unmarked;
mod link_texts;
mod list_item_lost;
mod name_spelling;
mod page_style;
mod parentheses;
mod placeholders;
mod section_unknown;
mod sentence_unfinished;
mod settings_labels;
mod settings_odd_pair;
mod settings_unsafe;
mod spelling;
mod spelling_slip;
mod table_empty_header;
mod tabs_count;
mod tabs_step_word;
mod title_duplicate;
mod translation_residue;
mod typo_space;
mod word_doubled;

use super::Rule;

/// In the order in which they are applied.
pub static RULES: &[Rule] = &[
    tabs_count::RULE,
    tabs_step_word::RULE,
    details_nested::RULE,
    label_unmarked::RULE,
    page_style::RULE,
    heading_punctuation::RULE,
    section_unknown::RULE,
    list_item_lost::RULE,
    fence_language::RULE,
    sentence_unfinished::RULE,
    typo_space::RULE,
    parentheses::RULE,
    word_doubled::RULE,
    spelling::RULE,
    spelling_slip::RULE,
    grammar::RULE,
    name_spelling::RULE,
    acronym_expansion::RULE,
    translation_residue::RULE,
    placeholders::RULE,
    table_empty_header::RULE,
    image_texts::RULE,
    image_files::RULE,
    link_texts::RULE,
    html_orphan_td::RULE,
    settings_odd_pair::RULE,
    settings_labels::RULE,
    settings_unsafe::RULE,
    front_matter_style::RULE,
    title_duplicate::RULE,
];
