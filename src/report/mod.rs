//! What was found, written for people and for programs: a format is a file here and a line in the table.

pub mod diff;
mod excerpt;
mod github;
mod human;
mod json;
mod places;
mod sarif;
mod short;
mod side_by_side;
mod sources;
pub mod statistics;
#[cfg(test)]
mod tests;

pub use human::Drawing;

use crate::{
    check::allow::Allowed,
    diagnostic::{Diagnostic, Levels},
    source::SourceTree,
};
use std::io::{self, Write};

/// How a stream may be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours are shown.
    pub color: bool,
    /// Columns.
    pub width: usize,
}

/// What a format writes.
pub struct Report<'a> {
    /// The files that the findings are in.
    pub tree: &'a SourceTree,
    /// How bad each kind of mistake counts.
    pub levels: &'a Levels,
    /// What the stream can show.
    pub style: Style,
    /// The findings, in the order of files and places.
    pub shown: &'a [Diagnostic],
    /// What an author allows in place.
    pub allowed: &'a [Allowed],
    /// What the baseline knows already, if there is one.
    pub known: Option<&'a [Diagnostic]>,
    /// The site's folder as it was given, with `/`: `.`, `docs`.
    pub site: &'a str,
}

impl Report<'_> {
    /// The path of a file from where the program was called: what editors and build servers open.
    fn path(&self, file: &str) -> String {
        if file == SourceTree::WHOLE {
            return self.site.to_owned();
        }
        match self.site.trim_end_matches('/').trim_start_matches("./") {
            "." | "" if !self.site.starts_with('/') => file.to_owned(),
            site => format!("{site}/{file}"),
        }
    }
}

/// A way to write a report.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// Whether it is for programs, and gives paths from where the program was called.
    pub for_programs: bool,
    /// How it is written.
    pub write: fn(&Report, &mut dyn Write) -> io::Result<()>,
}

/// The formats; the first is that of people who ask for none.
pub static FORMATS: &[Format] = &[
    Format { name: "human", for_programs: false, write: human::write },
    Format { name: "short", for_programs: true, write: short::write },
    Format { name: "json", for_programs: true, write: json::write },
    Format { name: "sarif", for_programs: true, write: sarif::write },
    Format { name: "github", for_programs: true, write: github::write },
];

/// The format of a name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
