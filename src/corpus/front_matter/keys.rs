//! The keys of front matter, and what their values may be.

use super::{FrontMatter, Order, markup::without_markup};
use crate::{
    corpus::{address::is_web_address, fields::parse_truth, translator::Translator},
    diagnostic::{Code, Diagnostic, FM_KEY_CASE, FM_UNKNOWN_KEY, FM_VALUE},
    text::{FileId, Span, Spanned},
    words,
};
use jiff::civil::Date;
use std::{borrow::Cow, ops::Range};

/// What a key is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Excerpt,
    Updated,
    Slug,
    Section,
    Order,
    LegacyGuideNumber,
    Hidden,
    Flag,
    Routes,
    Canonical,
    Aliases,
    Translation,
    /// A key of the dialect's other generations that says nothing to us.
    Ignored,
}

impl Field {
    fn of(key: &str) -> Option<Self> {
        KEYS.iter().find(|(name, _)| *name == key).map(|(_, field)| *field)
    }

    /// Whether its value is a single scalar.
    pub(super) fn is_scalar(self) -> bool {
        !matches!(self, Self::Routes | Self::Aliases | Self::Ignored)
    }
}

/// Every key, as it is written. Messages are made of this table, and `tests/authors.rs` looks for its keys in `docs/authors.md`.
const KEYS: &[(&str, Field)] = &[
    ("title", Field::Title),
    ("excerpt", Field::Excerpt),
    ("description", Field::Excerpt),
    ("updated", Field::Updated),
    ("lastUpdated", Field::Updated),
    ("slug", Field::Slug),
    ("section", Field::Section),
    ("order", Field::Order),
    ("legacy_guide_number", Field::LegacyGuideNumber),
    ("hidden", Field::Hidden),
    ("flag", Field::Flag),
    ("routes", Field::Routes),
    ("routes.canonical", Field::Canonical),
    ("aliases", Field::Aliases),
    ("translation", Field::Translation),
    ("availableIn", Field::Ignored),
    ("contribute", Field::Ignored),
    ("fullwidth", Field::Ignored),
    ("sections", Field::Ignored),
    ("status", Field::Ignored),
    ("summary", Field::Ignored),
    ("folder", Field::Ignored),
    ("global", Field::Ignored),
    ("locale", Field::Ignored),
    ("lang", Field::Ignored),
    ("type", Field::Ignored),
];

/// The names of all keys, those without a meaning included.
pub fn key_names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|(name, _)| *name)
}

/// The keys that are proposed in place of one that is misspelled: those that mean something.
fn proposed() -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter(|(_, field)| !matches!(field, Field::Ignored | Field::Canonical)).map(|(name, _)| *name)
}

/// Whether the key means something, in any case.
pub(super) fn is_known(key: &str) -> bool {
    proposed().any(|known| known.eq_ignore_ascii_case(key))
}

/// Whether the line begins with a key that means something.
pub(super) fn begins_with_known_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| is_known(key.trim_end()))
}

/// Collects the values of one file.
pub(super) struct Reader<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    pub(super) front: FrontMatter,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The keys so far, in order; there are few.
    seen: Vec<(Field, Range<usize>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: FileId, text: &'a str) -> Self {
        Self { file, text, front: FrontMatter::default(), diagnostics: Vec::new(), seen: Vec::with_capacity(8) }
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// Reports a mistake, with what to do.
    pub(super) fn report(
        &mut self,
        code: &'static Code,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
    ) {
        let span = self.span(range);
        self.diagnostics.push(Diagnostic::new(code, span, message).help(help));
    }

    /// What the key `name`, which stands at `range`, is about.
    pub(super) fn field(&mut self, name: &str, range: Range<usize>) -> Option<Field> {
        let span = self.span(range.clone());
        let field = match Field::of(name) {
            Some(field) => field,
            None => {
                let Some(known) = proposed().find(|known| known.eq_ignore_ascii_case(name)) else {
                    self.diagnostics.push(unknown_key(name, span));
                    return None;
                };
                let wrong_case = Diagnostic::new(&FM_KEY_CASE, span, format!("the key `{name}` is written `{known}`"));
                self.diagnostics.push(wrong_case.fix(span, known));
                Field::of(known)?
            }
        };
        self.once(field, name, range);
        Some(field)
    }

    /// Reports a key whose meaning was given before.
    fn once(&mut self, field: Field, name: &str, range: Range<usize>) {
        if field == Field::Ignored {
            return;
        }
        if let Some((_, earlier)) = self.seen.iter().find(|(other, _)| *other == field) {
            let message = match self.text.get(earlier.clone()) {
                Some(other) if other != name => format!("`{name}` says again what `{other}` says"),
                _ => format!("the key `{name}` stands twice"),
            };
            let related = self.span(earlier.clone());
            let twice = Diagnostic::new(&FM_VALUE, self.span(range.clone()), message).help("keep one of them; the last counts");
            self.diagnostics.push(twice.related(related, "here it stands first"));
        }
        self.seen.push((field, range));
    }

    /// Takes the scalar `value`, which stands at `range`, for the key `name`.
    pub(super) fn scalar(&mut self, field: Field, name: &str, value: Cow<'_, str>, range: Range<usize>) {
        let value = on_one_line(value);
        if value.is_empty() {
            return;
        }
        let span = self.span(range.clone());
        let value = if matches!(field, Field::Title | Field::Excerpt) { self.plain_text(name, value, &range) } else { value };
        let spanned = |value: Cow<'_, str>| Some(Spanned { value: value.into_owned(), span });
        match field {
            Field::Title => self.front.title = spanned(value),
            Field::Excerpt => self.front.excerpt = spanned(value),
            Field::Updated => self.front.updated = self.date(name, &value, range).map(|value| Spanned { value, span }),
            Field::Slug => self.front.slug = spanned(value),
            Field::Section => self.front.section = Some(value.into_owned()),
            Field::Order => self.front.order = Some(Order::parse(&value)),
            Field::LegacyGuideNumber => self.front.legacy_guide_number = Some(value.into_owned()),
            Field::Hidden => match parse_truth(&value) {
                Some(hidden) => self.front.hidden |= hidden,
                None => {
                    self.report(&FM_VALUE, range, format!("`{name}` must be `true` or `false`"), "write one of the two, without quotes")
                }
            },
            Field::Flag if value == "hidden" => self.front.hidden = true,
            Field::Flag => self.report(&FM_VALUE, range, format!("the flag `{value}` means nothing"), "the only one is `hidden`"),
            Field::Canonical if is_web_address(&value) => self.front.canonical = Some(value.into_owned()),
            Field::Canonical => self.report(&FM_VALUE, range, "the canonical address is not absolute", "begin it with `https://`"),
            Field::Routes => self.report(&FM_VALUE, range, "`routes` must be a mapping", "write `canonical: https://…` below it, indented"),
            Field::Aliases => self.front.aliases.extend(spanned(value)),
            Field::Translation => match Translator::parse(&value) {
                Some(translator) => self.front.translation = Some(translator),
                None => {
                    self.report(&FM_VALUE, range, format!("`{value}` says not who translated"), "write `human`, `machine` or `reviewed`")
                }
            },
            Field::Ignored => {}
        }
    }

    /// A text without markup, which nothing would understand.
    fn plain_text<'v>(&mut self, name: &str, value: Cow<'v, str>, range: &Range<usize>) -> Cow<'v, str> {
        let Some(plain) = without_markup(&value) else { return value };
        let message = format!("`{name}` is plain text, so its markup is left out");
        self.report(&FM_VALUE, range.clone(), message, format!("write `{plain}`"));
        plain.into()
    }

    /// The day that `value` spells. A time may follow it.
    fn date(&mut self, name: &str, value: &str, range: Range<usize>) -> Option<Date> {
        if let Some(date) = iso_date(value) {
            return Some(date);
        }
        let span = self.span(range);
        let guess = loose_date(value);
        let message = format!("`{name}` is no date in the form `2024-03-15`");
        let diagnostic = Diagnostic::new(&FM_VALUE, span, message);
        self.diagnostics.push(match guess {
            _ if is_written_like_a_date(value) => {
                Diagnostic::new(&FM_VALUE, span, format!("there is no day `{value}`")).help("write a day that the calendar has")
            }
            Some(date) => diagnostic.fix(span, date.to_string()),
            None => diagnostic.help("write year, month and day, with two digits for the last two"),
        });
        guess
    }
}

/// Whether `value` has the form of a date: year, month and day.
fn is_written_like_a_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().all(is_number) && parts.iter().map(|part| part.len()).eq([4, 2, 2])
}

fn unknown_key(name: &str, span: Span) -> Diagnostic {
    let unknown = Diagnostic::new(&FM_UNKNOWN_KEY, span, format!("unknown key `{name}`"));
    match name {
        "full_slug" | "id" | "translation_banner" | "disable_languages" => unknown.help("it belongs in the guide's `meta.yaml`"),
        _ => {
            let unknown = unknown.help(words::did_you_mean(name, &proposed().collect::<Vec<_>>()));
            match words::nearest(name, proposed()) {
                Some(near) => unknown.unsafe_fix(span, near),
                None => unknown,
            }
        }
    }
}

/// `value` without space around it and with line breaks as spaces.
fn on_one_line(value: Cow<'_, str>) -> Cow<'_, str> {
    if value.contains(['\n', '\r']) {
        return value.split_whitespace().collect::<Vec<_>>().join(" ").into();
    }
    match value {
        Cow::Borrowed(text) => text.trim().into(),
        Cow::Owned(text) if text.trim().len() == text.len() => text.into(),
        Cow::Owned(text) => text.trim().to_owned().into(),
    }
}

fn iso_date(value: &str) -> Option<Date> {
    let (day, time) = value.split_at_checked(10)?;
    (time.is_empty() || time.starts_with(['T', 't', ' '])).then(|| day.parse().ok())?
}

/// The day of year, month and day in this order, with other separators or fewer digits.
fn loose_date(value: &str) -> Option<Date> {
    let mut parts = value.split(['-', '/', '.']);
    let mut number = |digits: usize| {
        parts
            .next()
            .filter(|part| (1..=digits).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))?
            .parse::<i16>()
            .ok()
    };
    let (year, month, day) = (number(4).filter(|year| *year >= 1000)?, number(2)?, number(2)?);
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    day.filter(|_| parts.next().is_none())
}
