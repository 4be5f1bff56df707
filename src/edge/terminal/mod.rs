//! What people see while polyguide runs: mistakes with their places, progress, and a summary.

#![expect(clippy::disallowed_methods, reason = "the terminal, the clock and the environment are asked here")]

mod draw;
mod excerpt;
mod meter;
mod sources;
mod summary;

pub use draw::Drawing;
pub use meter::Meter;
pub use summary::{Found, Summary};

use crate::{diagnostic::Diagnostic, source::SourceTree};
use std::io::{self, BufWriter, IsTerminal, Write};

/// How wide lines are where nobody says: rustc's choice.
const DEFAULT_WIDTH: usize = 140;

/// How a stream may be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours are shown.
    pub color: bool,
    /// Columns.
    pub width: usize,
}

impl Style {
    /// What the standard error stream can show. Colours need a terminal, and that nobody objects (<https://no-color.org>).
    pub fn of_stderr() -> Self {
        let terminal = io::stderr().is_terminal();
        let width = terminal_size::terminal_size_of(io::stderr()).map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0));
        Self { color: terminal && !is_color_unwanted(), width }
    }
}

fn is_color_unwanted() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Brings diagnostics into the order of files and places. The same one twice, as an included file may give, becomes one.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|one, other| {
        let key = |diagnostic: &Diagnostic| (diagnostic.span, diagnostic.code.id);
        key(one).cmp(&key(other)).then_with(|| one.message.cmp(&other.message))
    });
    diagnostics.dedup();
}

/// Draws diagnostics of `tree`, in their order, on the standard error stream.
pub fn print<'a>(drawing: &Drawing, tree: &SourceTree, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) {
    let mut out = BufWriter::new(io::stderr().lock());
    // Where nobody reads, nobody is to be told.
    _ = drawing.draw(tree, diagnostics, &mut out).and_then(|()| out.flush());
}

/// Prints a text on the standard output stream.
pub fn say(text: &str) {
    let mut out = io::stdout().lock();
    _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints `error: ...` on the standard error stream.
pub fn complain(message: &str) {
    let style = Style::of_stderr();
    let (start, end) = if style.color { ("\x1b[1;91m", "\x1b[0m") } else { ("", "") };
    _ = writeln!(io::stderr(), "{start}error{end}: {message}");
}
