//! The order of words in a language's dictionaries.

use icu_collator::{
    Collator, CollatorBorrowed,
    options::{CollatorOptions, Strength},
};
use icu_locale_core::Locale;
use std::cmp::Ordering;

/// How a language orders words (Unicode Collation Algorithm, with CLDR's data).
pub struct Order {
    /// Looks at everything.
    full: Option<CollatorBorrowed<'static>>,
    /// Looks at letters alone: neither at accents, unless they make another letter of it, nor at case.
    letters: Option<CollatorBorrowed<'static>>,
}

impl Order {
    pub fn new(locale: &Locale) -> Self {
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            Collator::try_new(locale.into(), options).ok()
        };
        Self { full: collator(Strength::Tertiary), letters: collator(Strength::Primary) }
    }

    /// Which of two words comes first. Words that the language holds for equal are told apart by their bytes.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let by_language = self.full.as_ref().map_or(Ordering::Equal, |full| full.compare(one, other));
        by_language.then_with(|| one.cmp(other))
    }

    /// Whether two letters are one in the language: `E` and `É` in French, but not `L` and `Ł` in Polish.
    pub fn is_same_letter(&self, one: char, other: char) -> bool {
        let (one_text, other_text) = (one.to_string(), other.to_string());
        one == other || self.letters.as_ref().is_some_and(|letters| letters.compare(&one_text, &other_text) == Ordering::Equal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(tag: &str) -> Order {
        Order::new(&Locale::try_from_str(tag).unwrap())
    }

    #[test]
    fn each_language_has_its_letters() {
        assert!(order("fr-FR").is_same_letter('E', 'É') && order("de-DE").is_same_letter('A', 'Ä') && order("ar").is_same_letter('ا', 'أ'));
        assert!(
            !order("pl-PL").is_same_letter('L', 'Ł') && !order("sv").is_same_letter('A', 'Ä') && !order("es-ES").is_same_letter('N', 'Ñ')
        );
    }

    #[test]
    fn words_are_in_the_order_of_the_dictionary() {
        let sorted = |tag: &str, mut words: Vec<&'static str>| {
            words.sort_by(|one, other| order(tag).compare(one, other));
            words.join(" ")
        };
        assert_eq!(sorted("fr-FR", vec!["zone", "élan", "Eau", "ferme"]), "Eau élan ferme zone");
        assert_eq!(sorted("pl-PL", vec!["łan", "lot", "luz"]), "lot luz łan");
        assert_eq!(sorted("sv", vec!["äga", "zon", "ask"]), "ask zon äga");
    }
}
