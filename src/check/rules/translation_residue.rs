//! Words of another language that a translation left behind: whole sentences, and single words of an interface.

mod labels;
mod sentences;

use crate::{
    check::{Check, Rule, guide::Guide, prose::Passage},
    diagnostic::{Diagnostic, TRANSLATION_RESIDUE},
};

pub const RULE: Rule = Rule { codes: &[&TRANSLATION_RESIDUE], check: Check::Guide(check) };

/// The languages whose words are known, with the names that messages use.
const LANGUAGES: &[(&str, &str)] =
    &[("fr", "French"), ("en", "English"), ("de", "German"), ("es", "Spanish"), ("it", "Italian"), ("pl", "Polish"), ("pt", "Portuguese")];

pub use labels::begins_interface_word;
pub use sentences::small_words;

/// Whether a passage is in another language than its guide: what the guide's language wants of its texts means nothing there.
pub fn is_foreign(guide: &Guide, passage: &Passage) -> bool {
    language_of(guide).is_some_and(|own| sentences::other_language(passage, own).is_some())
}

/// The number of a guide's language, if its words are known.
fn language_of(guide: &Guide) -> Option<usize> {
    LANGUAGES.iter().position(|(code, _)| *code == guide.language())
}

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(own) = language_of(guide) else { return };
    for passage in &guide.passages {
        found.extend(sentences::foreign(guide, passage, own));
        labels::check(guide, passage, own, found);
    }
}
