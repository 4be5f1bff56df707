//! What was found, written for people and for programs: a format is a file here and a line in the table.

mod excerpt;
mod human;
mod short;
mod sources;

pub use human::Drawing;

use crate::{
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
}

/// A way to write a report.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// Whether it is for programs, which want it even where nothing was found.
    pub for_programs: bool,
    /// How it is written.
    pub write: fn(&Report, &mut dyn Write) -> io::Result<()>,
}

/// The formats; the first is that of people who ask for none.
pub static FORMATS: &[Format] = &[
    Format { name: "human", for_programs: false, write: human::write },
    Format { name: "short", for_programs: false, write: short::write },
];

/// The format of a name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
