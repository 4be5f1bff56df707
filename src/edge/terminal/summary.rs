//! What a build did, in a few lines.

use crate::{
    diagnostic::Severity,
    edge::output::{Done, Written},
    locale::Locale,
    words::{count, thousands},
};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// So many names of sites are told.
const MOST_NAMES: usize = 5;

/// How many diagnostics there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Errors, and warnings where they count as such.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Found {
    /// Counts severities.
    pub fn count(severities: impl IntoIterator<Item = Severity>) -> Self {
        let mut found = Self::default();
        for severity in severities {
            *match severity {
                Severity::Error => &mut found.errors,
                Severity::Warning => &mut found.warnings,
                Severity::Note => &mut found.notes,
            } += 1;
        }
        found
    }

    /// `0 errors, 1 warning, 2 notes`.
    pub fn to_text(self) -> String {
        [count(self.errors, "error"), count(self.warnings, "warning"), count(self.notes, "note")].join(", ")
    }
}

/// What happened to an output folder, and which it is, as it was given.
#[derive(Clone, Debug)]
pub enum Did {
    /// A site was written.
    Site(Written, PathBuf),
    /// Sites were written.
    Sites(Sites, PathBuf),
}

/// What happened to many sites.
#[derive(Clone, Debug, Default)]
pub struct Sites {
    /// How many there are now of those that were wanted.
    pub count: usize,
    /// How many an interrupted build had finished.
    pub kept: usize,
    /// Sites of earlier builds that were deleted.
    pub removed: usize,
    /// Sites of earlier builds that nobody wants any more and that are still there.
    pub stale: Vec<String>,
    /// What happened to the files of all that were written.
    pub files: Done,
}

/// What a build did.
#[derive(Clone, Debug)]
pub struct Summary {
    /// For each locale how many pages are its own, and how many show another locale's text.
    pub pages: Vec<(Locale, usize, usize)>,
    /// What happened to the output folder.
    pub did: Did,
    /// What was wrong.
    pub found: Found,
    /// How long each phase took.
    pub phases: Vec<(&'static str, Duration)>,
}

impl Did {
    fn lines(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Site(Written { written, unchanged, removed }, out) => {
                let numbers = numbers([("written", *written), ("unchanged", *unchanged), ("removed", *removed)]);
                vec![("files", format!("{numbers} in `{}`", out.display()))]
            }
            Self::Sites(sites, out) => sites.lines(out),
        }
    }
}

impl Sites {
    fn lines(&self, out: &Path) -> Vec<(&'static str, String)> {
        let Done { written, shared, unchanged, removed } = self.files;
        let more = [("finished before", self.kept), ("removed", self.removed)];
        let more: String = more.iter().filter(|(_, number)| *number > 0).map(|it| format!(", {}", numbers([*it]))).collect();
        let files = numbers([("written", written), ("shared", shared), ("unchanged", unchanged), ("removed", removed)]);
        let mut lines = vec![("sites", format!("{}{more} in `{}`", thousands(self.count), out.display())), ("files", files)];
        if !self.stale.is_empty() {
            let first: Vec<&String> = self.stale.iter().take(MOST_NAMES).collect();
            let others = match self.stale.len() - first.len() {
                0 => String::new(),
                others => format!(" and {}", count(others, "other")),
            };
            let names = first.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            lines.push(("stale", format!("{names}{others} of earlier builds; `--prune` deletes them")));
        }
        lines
    }
}

/// `1 written, 2 unchanged`.
fn numbers<const N: usize>(numbers: [(&str, usize); N]) -> String {
    numbers.map(|(what, number)| format!("{} {what}", thousands(number))).join(", ")
}

impl Summary {
    /// The summary as aligned lines.
    pub fn to_text(&self) -> String {
        let total: usize = self.pages.iter().map(|(_, translated, fallback)| translated + fallback).sum();
        let mut lines = vec![("pages", format!("{} in {}", thousands(total), count(self.pages.len(), "locale")))];
        lines.extend(self.did.lines());
        lines.extend([("found", self.found.to_text()), ("time", self.times())]);
        let width = self.label_width();
        let lines: String = lines.iter().map(|(label, text)| format!("  {label:<width$}  {text}\n")).collect();
        self.pages(width) + &lines
    }

    /// How wide the first column is: the longest locale, or `pages`.
    fn label_width(&self) -> usize {
        self.pages.iter().map(|(locale, ..)| locale.as_str().len()).max().unwrap_or(0).max("pages".len())
    }

    /// A line for each locale, below a line with what the numbers are.
    fn pages(&self, width: usize) -> String {
        let (translated, fallback) = ("translated", "fallback");
        let mut text = format!("  {:width$}  {translated}  {fallback}\n", "");
        for (locale, own, others) in &self.pages {
            let (own, others) = (thousands(*own), thousands(*others));
            let (own_width, others_width) = (translated.len(), fallback.len());
            text += &format!("  {:<width$}  {own:>own_width$}  {others:>others_width$}\n", locale.as_str());
        }
        text
    }

    /// `1.20 s (parse 0.80, render 0.40)`.
    fn times(&self) -> String {
        let seconds = |time: Duration| format!("{:.2}", time.as_secs_f64());
        let total = self.phases.iter().map(|(_, time)| *time).sum();
        let phases: Vec<String> = self.phases.iter().map(|(name, time)| format!("{name} {}", seconds(*time))).collect();
        format!("{} s ({})", seconds(total), phases.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_aligned() {
        let locale = |text| Locale::parse(text).unwrap();
        let summary = Summary {
            pages: vec![(locale("en-asia"), 0, 1700), (locale("fr-fr"), 1688, 12)],
            did: Did::Site(Written { written: 3400, unchanged: 1, removed: 0 }, "public".into()),
            found: Found::count([Severity::Warning, Severity::Note, Severity::Note]),
            phases: vec![("parse", Duration::from_millis(804)), ("render", Duration::from_millis(400))],
        };
        let expected = [
            "           translated  fallback",
            "  en-asia           0     1,700",
            "  fr-fr         1,688        12",
            "  pages    3,400 in 2 locales",
            "  files    3,400 written, 1 unchanged, 0 removed in `public`",
            "  found    0 errors, 1 warning, 2 notes",
            "  time     1.20 s (parse 0.80, render 0.40)",
        ];
        let text = summary.to_text();
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }
}
