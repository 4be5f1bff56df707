//! The program, run as a user runs it.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "the program reads and writes files")]

use std::{
    path::Path,
    process::{Command, Output},
};

/// The program in `folder`, with arguments that spaces part.
pub fn program(folder: &Path, arguments: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_polyguide"));
    program.args(arguments.split_whitespace()).current_dir(folder);
    program
}

/// Runs it: its exit code and what it printed on both streams.
pub fn run(folder: &Path, arguments: &str) -> (i32, String, String) {
    let Output { status, stdout, stderr } = program(folder, arguments).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// Runs it: its exit code and all that it said, on one stream after the other.
pub fn run_aloud(folder: &Path, arguments: &str) -> (i32, String) {
    let (code, stdout, stderr) = run(folder, arguments);
    (code, stdout + &stderr)
}

/// Runs what must not fail: what it printed.
#[track_caller]
pub fn succeed(folder: &Path, arguments: &str) -> String {
    let (code, stdout, stderr) = run(folder, arguments);
    assert_eq!(code, 0, "{stderr}");
    stdout
}
