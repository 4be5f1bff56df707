//! The only rooms that touch the disk, the clock, the environment and the terminal.

pub mod disk;
mod error;
pub mod git;
pub mod output;
pub mod rewrite;
pub mod terminal;
pub mod web;

pub use error::{Error, reason};
