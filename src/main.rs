//! The program: from an outcome to an exit code.

#![forbid(unsafe_code)]

use clap::Parser;
use polyguide::{
    cli::Cli,
    commands::{self, Outcome},
    edge::terminal,
};
use std::{io, process::ExitCode};

/// Pages are made of many small strings on all threads at once, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version come this way too. Where nobody reads them, nobody is to be told; a file without its end is no help.
            let is_lost = error.print().is_err_and(|failure| failure.kind() != io::ErrorKind::BrokenPipe);
            return ExitCode::from(if is_lost { 2 } else { u8::try_from(error.exit_code()).unwrap_or(2) });
        }
    };
    match commands::run(&cli) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            terminal::complain(&failure.to_string());
            ExitCode::from(2)
        }
    }
}
