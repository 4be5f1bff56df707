//! The only rooms that touch the disk, the clock, the environment and the terminal.

pub mod disk;
mod error;
pub mod output;
pub mod terminal;

pub use error::{Error, reason};
