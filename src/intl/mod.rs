//! How a language writes dates, lists and the names of languages, and orders words.

mod names;
mod order;

pub use names::{endonym, endonym_with_region};

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::Locale;
use jiff::civil::Date;
use order::Order;
use std::{cmp::Ordering, fmt};

/// The habits of one language. Costly to make, cheap to ask: make one for each locale and keep it.
pub struct Intl {
    tag: String,
    /// `None` where the data knows no names of months for the language.
    dates: Option<DateFormatter>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    order: Order,
}

type DateFormatter = FixedCalendarDateTimeFormatter<Gregorian, YMD>;

impl Intl {
    /// The habits of the language that the BCP 47 tag `tag` names (`fr-FR`), by the data of Unicode's CLDR. For a tag
    /// that is none, or a language that the data does not know, dates are `2020-03-19` and lists `a, b, c`.
    pub fn new(tag: &str) -> Self {
        let locale = Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN);
        let options = ListFormatterOptions::default();
        Self {
            tag: tag.to_owned(),
            dates: date_formatter(&locale),
            and: ListFormatter::try_new_and((&locale).into(), options).ok(),
            or: ListFormatter::try_new_or((&locale).into(), options).ok(),
            order: Order::new(&locale),
        }
    }

    /// The tag that was asked for, as it was written.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// A date, written out: `19 March 2020`, `19. März 2020`, `19 mars 2020`.
    pub fn date(&self, date: Date) -> String {
        match (&self.dates, gregorian(date)) {
            (Some(formatter), Some(day)) => formatter.format(&day).to_string(),
            _ => date.to_string(),
        }
    }

    /// All of `items`: `a, b and c`, `a, b et c`.
    pub fn and(&self, items: &[impl AsRef<str>]) -> String {
        list(self.and.as_ref(), items)
    }

    /// One of `items`: `a, b or c`, `a, b ou c`.
    pub fn or(&self, items: &[impl AsRef<str>]) -> String {
        list(self.or.as_ref(), items)
    }

    /// Which of two words comes first.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.order.compare(one, other)
    }

    /// Whether two letters are one in this language: `E` and `É` in French, but not `L` and `Ł` in Polish.
    pub fn is_same_letter(&self, one: char, other: char) -> bool {
        self.order.is_same_letter(one, other)
    }

    /// The name, inside a sentence of this language, of the language that the label or tag `other` names: `allemand`
    /// for `de-de` in French. Where that is not known, what the language calls itself; else its code.
    pub fn language_name(&self, other: &str) -> String {
        names::name_in(&self.tag, other)
    }
}

impl fmt::Debug for Intl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Intl({})", self.tag)
    }
}

/// The formatter for `locale`, if the data knows its language: unknown ones get root's `2020 M03 19`, which nobody reads.
fn date_formatter(locale: &Locale) -> Option<DateFormatter> {
    let make = |locale: &Locale| DateFormatter::try_new(locale.into(), YMD::long()).ok();
    let (formatter, root) = (make(locale)?, make(&Locale::UNKNOWN)?);
    let probe = IcuDate::try_new_gregorian(2020, 3, 19).ok()?;
    (formatter.format(&probe).to_string() != root.format(&probe).to_string()).then_some(formatter)
}

fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    IcuDate::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn list(formatter: Option<&ListFormatter>, items: &[impl AsRef<str>]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match formatter {
        Some(formatter) => formatter.format_to_string(items.iter()),
        None => items.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(tag: &str) -> String {
        Intl::new(tag).date(Date::constant(2020, 3, 19))
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(dated("en-GB"), "19 March 2020");
        assert_eq!(dated("fr-FR"), "19 mars 2020");
        assert_eq!(dated("de-DE"), "19. März 2020");
        assert_eq!(dated("pl"), "19 marca 2020");
        assert_eq!(dated("pt-PT"), "19 de março de 2020");
        assert_eq!(dated("ar"), "19 مارس 2020");
        assert_eq!(dated("ar-MA"), "19 مارس 2020");
        assert_eq!(dated("zh-Hant-TW"), "2020年3月19日");
        assert_eq!(dated("fr-ZZ"), "19 mars 2020", "a region without data is its language");
    }

    #[test]
    fn an_unknown_language_has_plain_dates_and_lists() {
        for tag in ["tlh", "", "not a tag", "und"] {
            assert_eq!(dated(tag), "2020-03-19", "{tag}");
            assert_eq!(Intl::new(tag).and(&["a", "b", "c"]), "a, b, c", "{tag}");
        }
    }

    #[test]
    fn every_date_has_a_text() {
        let intl = Intl::new("en-GB");
        assert!(intl.date(Date::MIN).contains("January"));
        assert_eq!(intl.date(Date::MAX), "31 December 9999");
    }

    #[test]
    fn lists_end_in_the_word_of_the_language() {
        let lists = |tag: &str, items: &[&str]| (Intl::new(tag).and(items), Intl::new(tag).or(items));
        assert_eq!(lists("en-GB", &["a", "b", "c"]), ("a, b and c".into(), "a, b or c".into()));
        assert_eq!(lists("fr-FR", &["a", "b", "c"]), ("a, b et c".into(), "a, b ou c".into()));
        assert_eq!(lists("es-ES", &["a", "iglesia"]), ("a e iglesia".into(), "a o iglesia".into()));
        assert_eq!(lists("de-DE", &["a"]), ("a".into(), "a".into()));
        assert_eq!(lists("de-DE", &[]), (String::new(), String::new()));
    }

    #[test]
    fn one_formatter_serves_all_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Intl>();
    }
}
