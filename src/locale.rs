//! Locales as labels of content and as BCP 47 tags, and values that know which locale they were asked for.

use std::{fmt, sync::Arc};

/// A locale's label, in lower case: `fr-fr`, `en`, `en-asia`. A label has the form of a BCP 47 tag but need not be one;
/// [`Locale::tag`] makes it valid.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(Arc<str>);

impl Locale {
    /// The label that `text` spells in any case: a language of two or three letters, then subtags of two to eight
    /// letters or digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let language = parts.next()?;
        let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_subtag = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (is_language && parts.all(is_subtag)).then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// The label.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone: `en` of `en-asia`.
    pub fn language(&self) -> &str {
        let end = self.0.bytes().position(|byte| byte == b'-').unwrap_or(self.0.len());
        &self.0[..end]
    }

    /// Whether both are texts of the same language, whatever their regions.
    pub fn same_language(&self, other: &Self) -> bool {
        self.language() == other.language()
    }

    /// A valid BCP 47 tag in its usual case: the label itself where it is one (`fr-FR`), else its language (`en` for `en-asia`).
    pub fn tag(&self) -> String {
        valid_tag(&self.0).unwrap_or_else(|| self.language().to_owned())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}`", self.0)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Scripts that locales of web pages name (ISO 15924); `asia` has the form of a script and is none.
const SCRIPTS: &[&str] = &[
    "arab", "armn", "beng", "cyrl", "deva", "ethi", "geor", "grek", "gujr", "guru", "hans", "hant", "hebr", "jpan", "khmr", "knda", "kore",
    "laoo", "latn", "mlym", "mymr", "orya", "sinh", "taml", "telu", "thaa", "thai", "tibt",
];

/// `text` in the usual case of BCP 47 (RFC 5646, section 2.1.1), if it is a language with an optional script and region.
pub fn valid_tag(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let mut parts = lower.split('-').peekable();
    let language = parts.next().filter(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    let mut tag = language.to_owned();
    if let Some(script) = parts.next_if(|part| SCRIPTS.contains(part)) {
        tag.push('-');
        tag.push_str(&script[..1].to_ascii_uppercase());
        tag.push_str(&script[1..]);
    }
    let letters = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(region) = parts.next_if(|part| letters(part) || digits(part)) {
        tag.push('-');
        tag.push_str(&region.to_ascii_uppercase());
    }
    parts.next().is_none().then_some(tag)
}

/// The value of the attribute `dir` for texts in the language of `tag`.
pub fn direction(tag: &str) -> &'static str {
    const RIGHT_TO_LEFT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"];
    let language = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    if RIGHT_TO_LEFT.contains(&&*language) { "rtl" } else { "ltr" }
}

/// A text for a reader of `asked`, written in `given`: `<html lang>` and `<main lang>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized<T> {
    /// The locale of the reader.
    pub asked: Locale,
    /// The locale of the text.
    pub given: Locale,
    /// The text.
    pub value: T,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_matched_without_case() {
        assert_eq!(Locale::parse("FR-fr"), Locale::parse("fr-fr"));
        for wrong in ["", "f", "fr_fr", "fr-", "images", "fr-f"] {
            assert_eq!(Locale::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_label_becomes_a_valid_tag() {
        let tag = |label: &str| Locale::parse(label).unwrap().tag();
        assert_eq!(tag("fr-fr"), "fr-FR");
        assert_eq!(tag("en-asia"), "en");
        assert_eq!(tag("zh-hant-tw"), "zh-Hant-TW");
        assert_eq!(tag("es-419"), "es-419");
    }

    #[test]
    fn arabic_reads_right_to_left() {
        assert_eq!((direction("ar"), direction("he-IL"), direction("fr-FR")), ("rtl", "rtl", "ltr"));
    }
}
