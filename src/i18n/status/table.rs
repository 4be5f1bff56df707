//! The status as a table for the terminal.

use super::{Counts, Status};
use crate::words::thousands;

const HEAD: [&str; 9] = ["locale", "section", "translated", "stale", "fuzzy", "missing", "covered", "absent", "words to do"];

/// A line for each section of each locale, and one for all of a locale.
pub fn table(status: &Status) -> String {
    let mut rows: Vec<[String; 9]> = vec![HEAD.map(str::to_owned)];
    for locale in &status.locales {
        for (section, guides) in locale.sections() {
            let counts = Counts::sum(guides.iter().map(|guide| guide.counts));
            rows.push(row(locale.locale.as_str(), if section.is_empty() { "." } else { section }, counts));
        }
        rows.push(row(locale.locale.as_str(), "all", Counts::sum(locale.guides.iter().map(|guide| guide.counts))));
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let line = |row: &[String; 9]| {
        let cell = |(at, text): (usize, &String)| match at {
            0 | 1 => format!("{text:<width$}", width = widths[at]),
            _ => format!("{text:>width$}", width = widths[at]),
        };
        row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn row(locale: &str, section: &str, counts: Counts) -> [String; 9] {
    let numbers =
        [counts.translated, counts.stale, counts.fuzzy, counts.missing, counts.covered, counts.absent, counts.words].map(thousands);
    let [translated, stale, fuzzy, missing, covered, absent, words] = numbers;
    [locale.to_owned(), section.to_owned(), translated, stale, fuzzy, missing, covered, absent, words]
}
