//! What people see while polyguide runs: mistakes with their places, progress, and a summary.

#![expect(clippy::disallowed_methods, reason = "the terminal, the clock and the environment are asked here")]

mod meter;
mod summary;

pub use meter::Meter;
pub use summary::{Did, Found, Sites, Summary};

use super::Error;
use crate::{
    diagnostic::Diagnostic,
    report::{Drawing, Format, Report, Style, diff, statistics},
    source::SourceTree,
};
use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::Path,
};

/// How wide lines are where nobody says: rustc's choice.
const DEFAULT_WIDTH: usize = 140;

impl Style {
    /// What the standard error stream can show. Colours need a terminal, and that nobody objects (<https://no-color.org>).
    pub fn of_stderr() -> Self {
        Self::of(io::stderr().is_terminal(), terminal_size::terminal_size_of(io::stderr()))
    }

    /// What the standard output stream can show.
    pub fn of_stdout() -> Self {
        Self::of(io::stdout().is_terminal(), terminal_size::terminal_size_of(io::stdout()))
    }

    fn of(is_terminal: bool, size: Option<(terminal_size::Width, terminal_size::Height)>) -> Self {
        let width = size.map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0));
        Self { color: is_terminal && !is_color_unwanted(), width }
    }
}

fn is_color_unwanted() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Draws diagnostics of `tree`, in their order, on the standard error stream.
pub fn print<'a>(drawing: &Drawing, tree: &SourceTree, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) {
    let mut out = BufWriter::new(io::stderr().lock());
    // Where nobody reads, nobody is to be told.
    _ = drawing.draw(tree, diagnostics, &mut out).and_then(|()| out.flush());
}

/// Prints a report on the standard output stream, in a format.
///
/// # Errors
/// Where it cannot be written, for another reason than that nobody reads it.
pub fn report(format: &Format, report: &Report) -> Result<(), Error> {
    to_stdout(|out| (format.write)(report, out))
}

/// Prints how many findings of each kind a report has, instead of the findings.
///
/// # Errors
/// Those of [`report`].
pub fn statistics(report: &Report) -> Result<(), Error> {
    to_stdout(|out| statistics::write(report, out))
}

/// Prints changes, each a path with the text before and after, as a unified diff.
///
/// # Errors
/// Those of [`report`].
pub fn diff<'a>(mut changes: impl Iterator<Item = (&'a str, &'a str, &'a str)>) -> Result<(), Error> {
    let style = Style::of_stdout();
    to_stdout(|out| changes.try_for_each(|(path, before, after)| diff::write(style, path, before, after, out)))
}

/// Writes to the standard output stream. Whoever reads it may stop when they have seen enough, as `head` does; a file that
/// lacks its end, as the disk is full, must not be taken for a whole one.
fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::io("write", Path::new("standard output"))(error)),
        _ => Ok(()),
    }
}

/// Prints a text on the standard error stream, beside what the standard output is for.
pub fn remark(text: &str) {
    _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints a text on the standard output stream.
///
/// # Errors
/// Those of [`report`].
pub fn say(text: &str) -> Result<(), Error> {
    to_stdout(|out| out.write_all(text.as_bytes()))
}

/// Prints `error: ...` on the standard error stream.
pub fn complain(message: &str) {
    let style = Style::of_stderr();
    let (start, end) = if style.color { ("\x1b[1;91m", "\x1b[0m") } else { ("", "") };
    _ = writeln!(io::stderr(), "{start}error{end}: {message}");
}
