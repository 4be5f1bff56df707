//! `polyguide schema`.

use super::{Failure, Outcome};
use crate::{corpus::config, edge::terminal};

/// Prints the schema.
pub fn run() -> Result<Outcome, Failure> {
    terminal::say(&format!("{:#}\n", config::schema()))?;
    Ok(Outcome::Clean)
}
