//! The only rooms that touch the disk, the clock, the environment, the network and the terminal.

pub mod disk;
mod error;
pub mod http;
pub mod open;
pub mod output;
pub mod terminal;
pub mod watch;

pub use error::{Error, reason};
