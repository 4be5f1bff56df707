//! What the commands do, one file each.

mod build;
mod causes;
mod check;
mod completions;
mod i18n;
mod locales;
mod new;
mod profiles;
mod schema;
mod serve;

use crate::{
    cli::{Cli, Command},
    edge,
};
use std::{fmt, io, num::NonZeroUsize};

/// How a command ended that did what it could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There is nothing that must be mended.
    Clean,
    /// The author's texts have mistakes, which were shown.
    Problems,
}

/// Why a command could not do its work: a wrong command line, or the machine.
#[derive(Debug)]
pub struct Failure(String);

/// Runs a command.
///
/// # Errors
/// Where the command line does not fit the site, or the machine failed.
pub fn run(cli: &Cli) -> Result<Outcome, Failure> {
    match &cli.command {
        Command::Build(options) => build::run(options),
        Command::Check(options) => check::run(options),
        Command::Serve(options) => serve::run(options),
        Command::I18n(options) => i18n::run(options),
        Command::New(options) => new::run(options),
        Command::Profiles(options) => profiles::run(options),
        Command::Schema => schema::run(),
        Command::Completions(options) => completions::run(options),
    }
}

/// Does `work` on as many threads as were asked for.
fn with_jobs<T: Send>(jobs: Option<NonZeroUsize>, work: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Failure> {
    let Some(jobs) = jobs else { return work() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build();
    pool.map_err(|error| format!("cannot start {jobs} threads: {error}"))?.install(work)
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self(message)
    }
}

impl From<edge::Error> for Failure {
    fn from(error: edge::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(edge::reason(&error))
    }
}
