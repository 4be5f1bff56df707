//! The arguments of `serve`.

use super::shared::{FixedValues, Locales, MadeUp, SiteFolder};
use clap::Args;

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Which site.
    #[command(flatten)]
    pub folder: SiteFolder,

    /// The port to answer at [default: 4000, or the next that is free]
    #[arg(long, short, value_name = "N")]
    pub port: Option<u16>,

    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,

    /// Values that are fixed.
    #[command(flatten)]
    pub fixed: FixedValues,

    /// Which locales.
    #[command(flatten)]
    pub locales: Locales,

    /// A made-up locale.
    #[command(flatten)]
    pub made_up: MadeUp,
}

pub(super) const EXAMPLES: &str = "\
Examples:
  polyguide serve                    this folder, at http://127.0.0.1:4000/
  polyguide serve docs --open        another folder, opened in the browser
  polyguide serve docs --port 8080   at another port
  polyguide serve docs --set email-pro.server=3
                                     as the customers on that server see it";
