//! What the rules know of a word by itself. Each is asked once for a word, however often it stands in a site.

use super::{advice_unencrypted, grammar_slips, name_spelling, settings_unsafe, spelling, translation_residue, typo_space};
use crate::check::lexicon::{Traits, Wanted};

/// What is known of a word in a language.
pub fn traits(word: &str, language: &str) -> Traits {
    let wanted = Wanted::MISSPELLED
        .when(spelling::is_misspelled(word, language))
        .and(Wanted::GLUED.when(typo_space::is_glued(word, language)))
        .and(Wanted::NAME.when(name_spelling::begins_name(word)))
        .and(Wanted::CERTIFICATE.when(settings_unsafe::names_certificate(word)))
        .and(Wanted::INTERFACE.when(translation_residue::begins_interface_word(word)))
        .and(Wanted::SLIP.when(grammar_slips::may_be_in_one(word, language)))
        .and(Wanted::ENCRYPTION.when(advice_unencrypted::names_encryption(word)));
    Traits { wanted, small: translation_residue::small_words(word.to_lowercase().as_str()) }
}
