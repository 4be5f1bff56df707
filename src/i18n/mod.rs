//! What translators' tools need of a site: templates and catalogs made and kept up to date, files taken into catalogs and
//! written from them, exchange with agencies, and how much of what is translated. Texts in, texts out.

mod export;
mod ids;
mod import;
mod likeness;
mod merge;
mod moved;
pub mod pretence;
pub(crate) mod project;
pub mod pseudo;
mod recut;
pub mod status;
mod sync;
mod template;
#[cfg(test)]
mod tests;
mod update;
pub mod xliff;

pub use export::Exported;
pub use import::{Imported, Odd, Remark, Taken, take};
pub use merge::{Merge, Tally, merge};
pub use project::{GuideFiles, Project};
pub use sync::Noted;
pub use template::template;
pub use update::Updated;

use crate::path::SourcePath;

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub path: SourcePath,
    /// What it held, if it was there.
    pub before: Option<String>,
    /// What it is to hold.
    pub after: String,
}
