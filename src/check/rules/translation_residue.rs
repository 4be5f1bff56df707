//! Words of another language that a translation left behind: whole sentences, and single words of an interface.

mod labels;
mod sentences;

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, TRANSLATION_RESIDUE},
};

pub const RULE: Rule = Rule { codes: &[&TRANSLATION_RESIDUE], check: Check::Guide(check) };

/// The languages whose words are known, with the names that messages use.
const LANGUAGES: &[(&str, &str)] =
    &[("fr", "French"), ("en", "English"), ("de", "German"), ("es", "Spanish"), ("it", "Italian"), ("pl", "Polish"), ("pt", "Portuguese")];

pub use labels::begins_interface_word;
pub use sentences::small_words;

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(own) = LANGUAGES.iter().position(|(code, _)| *code == guide.language()) else { return };
    for passage in &guide.passages {
        found.extend(sentences::foreign(guide, passage, own));
        labels::check(guide, passage, own, found);
    }
}
