//! The only rooms that touch the disk, the clock, the environment, the network and the terminal.

pub mod disk;
mod error;
pub mod git;
pub mod http;
pub mod open;
pub mod output;
pub mod rewrite;
pub mod terminal;
pub mod watch;
pub mod web;

pub use error::{Error, reason};
