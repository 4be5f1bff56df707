//! The options of `build` for many sites at once.

use clap::{ArgGroup, Args, ValueHint};
use std::path::PathBuf;

/// A site for each of many customers.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("many").multiple(true))]
pub struct Each {
    /// Write a site for each row of a file into `OUT/<name>/`
    ///
    /// A CSV, YAML or JSON file with a name and a value for each parameter, such as a line `name,email-pro.server` and below
    /// it `acme,3`. All rows are checked before anything is written. Each site is what `--set` writes; files that hold no
    /// value are the same file on the disk for all sites. An interrupted build goes on where it stopped.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "each_range", group = "many")]
    pub each: Option<PathBuf>,

    /// Write a site for each value of a parameter, called as the value; without a range, of all that are allowed
    #[arg(long, value_name = "SERVICE.PARAMETER[=FIRST..LAST]", group = "many")]
    pub each_range: Option<String>,

    /// With --each: give every site files of its own, for disks and copies that know no hard links
    #[arg(long, requires = "many")]
    pub copy: bool,

    /// With --each: delete the sites of earlier builds that are no longer in the file
    #[arg(long, requires = "many")]
    pub prune: bool,
}

impl Each {
    /// Whether many sites are wanted.
    pub fn is_wanted(&self) -> bool {
        self.each.is_some() || self.each_range.is_some()
    }
}
