//! The plural forms that a language has (CLDR), and those that a text gives.

use crate::{corpus::messages::Select, locale::Locale};
use icu_plurals::{PluralCategory, PluralRules};
use std::collections::BTreeSet;

const NAMES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// The plural forms of a language.
pub struct Plurals {
    /// Those of the whole numbers that people count to.
    needed: BTreeSet<&'static str>,
    /// Those of all numbers.
    known: BTreeSet<&'static str>,
}

impl Plurals {
    /// Those of a locale's language.
    pub fn of(locale: &Locale) -> Option<Self> {
        let tag: icu_locale_core::Locale = locale.tag().parse().ok()?;
        let rules = PluralRules::try_new_cardinal(tag.into()).ok()?;
        let needed = (0..=1000u32).map(|number| name(rules.category_for(number))).collect();
        let known = rules.categories().map(name).collect();
        Some(Self { needed, known })
    }

    /// How many forms whole numbers have.
    pub fn count(&self) -> usize {
        self.needed.len()
    }

    /// The forms that a choice lacks.
    pub fn missing(&self, select: &Select) -> Vec<&'static str> {
        self.needed.iter().copied().filter(|name| !select.keys.iter().any(|key| key == name)).collect()
    }

    /// The forms of a choice that no number of the language has.
    pub fn superfluous<'s>(&self, select: &'s Select) -> Vec<&'s str> {
        select.keys.iter().map(String::as_str).filter(|key| *key != "other" && NAMES.contains(key) && !self.known.contains(key)).collect()
    }
}

/// Whether a choice is one by plural forms.
pub fn is_plural(select: &Select) -> bool {
    select.keys.iter().any(|key| NAMES.contains(&key.as_str()) && key != "other")
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Span};

    #[test]
    fn languages_have_their_own_forms() {
        let forms = |label: &str, keys: &[&str]| {
            let keys = keys.iter().map(|key| (*key).to_owned()).collect();
            let select = Select { variable: "count".into(), span: Span::top(FileId(0)), keys };
            let plurals = Plurals::of(&Locale::parse(label).unwrap()).unwrap();
            format!("-{} +{}", plurals.missing(&select).join(","), plurals.superfluous(&select).join(","))
        };
        assert_eq!(forms("en-gb", &["one", "other"]), "- +");
        assert_eq!(forms("fr-fr", &["one", "many", "other"]), "- +", "French has a form for millions, which nobody must give");
        assert_eq!(forms("pl-pl", &["one", "other"]), "-few,many +");
        assert_eq!(forms("de-de", &["one", "few", "other"]), "- +few");
        assert_eq!(forms("ar", &["other"]), "-few,many,one,two,zero +");
        assert_eq!(forms("en-asia", &["one", "other"]), "- +", "a label that is no tag");
    }
}
