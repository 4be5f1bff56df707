//! `polyguide completions SHELL`.

use super::{Failure, Outcome};
use crate::{
    cli::{Cli, Completions},
    edge::terminal,
};
use clap::CommandFactory;

/// Prints the script for a shell.
pub fn run(options: &Completions) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "polyguide", &mut script);
    terminal::say(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
