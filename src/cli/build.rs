//! The arguments of `build`.

use super::{
    each::Each,
    shared::{FixedValues, Locales, MadeUp, Running, SiteFolder, base_url},
};
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// The arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Which site.
    #[command(flatten)]
    pub folder: SiteFolder,

    /// Where to write the pages [default: `public` in the site's folder]
    ///
    /// The folder must be new, empty, or made by polyguide.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,

    /// Values that are fixed.
    #[command(flatten)]
    pub fixed: FixedValues,

    /// A site for each of many.
    #[command(flatten)]
    pub each: Each,

    /// Which locales.
    #[command(flatten)]
    pub locales: Locales,

    /// Where the site will be published, instead of `base_url` in `polyguide.yaml`
    ///
    /// It is needed for what must name full addresses: canonical links, `hreflang`, the site map, previews. Without it
    /// they are left out. Links between pages work anywhere. With --each, `{name}` stands for the name of each site.
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url, value_parser = base_url)]
    pub base_url: Option<String>,

    /// A made-up locale.
    #[command(flatten)]
    pub made_up: MadeUp,

    /// Leave out the search: no index, and no control on the pages
    ///
    /// Making the index takes most of the time of a first build. Later builds keep the index of each locale whose texts did
    /// not change.
    #[arg(long)]
    pub no_search: bool,

    /// How it runs.
    #[command(flatten)]
    pub running: Running,
}

pub(super) const EXAMPLES: &str = "\
Examples:
  polyguide build                                this folder, into ./public
  polyguide build docs --out /srv/www            another folder and place
  polyguide build docs --set email-pro.server=3  for customers on that server
  polyguide build docs --locale fr-fr --locale en-gb
                                                 two of its locales
  polyguide build docs --each customers.csv --out sites
                                                 a site for each customer, in
                                                 sites/<name>/
  polyguide build docs --each-range email-pro.server --out sites
                                                 a site for each server, in
                                                 sites/1/ to sites/99/
  polyguide build docs --strict --quiet          for a build server";
