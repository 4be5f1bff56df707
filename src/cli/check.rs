//! The arguments of `check`.

use super::shared::{Locales, Running, SiteFolder};
use crate::report::{self, FORMATS, Format};
use clap::{
    ArgGroup, Args, ValueHint,
    builder::{PossibleValuesParser, TypedValueParser},
};
use std::path::PathBuf;

/// The arguments of `check`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("mending").multiple(true))]
#[command(mut_arg("locale", |locale| locale.help("Show only findings in files of this locale, and in files of none; can be repeated [default: all]")))]
pub struct Check {
    /// Which site.
    #[command(flatten)]
    pub folder: SiteFolder,

    /// How findings are written
    ///
    /// `human` draws each with an excerpt; `short` gives a line `path:line:column: severity[code] message`; `json` and
    /// `sarif` (2.1.0) are for programs; `github` annotates the lines of a pull request.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format())]
    pub format: &'static Format,

    /// Mend what can be mended without changing what readers see, and show what is left
    #[arg(long, group = "mending")]
    pub fix: bool,

    /// With --fix or --diff: mend also what changes a text, where it is most probably right
    #[arg(long = "unsafe", requires = "mending")]
    pub with_unsafe: bool,

    /// Show what --fix would change, as a unified diff; write nothing, and end with 1 if there is anything
    #[arg(long, group = "mending")]
    pub diff: bool,

    /// Say what a kind of mistake means, with an example, and look for none
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,

    /// Show only findings that touch files changed in git since this revision, or unknown to git
    #[arg(long, value_name = "REV")]
    pub changed_since: Option<String>,

    /// Ask the web whether the pages are there that guides link to; answers are kept for a week in `.polyguide/`
    #[arg(long)]
    pub external: bool,

    /// Show how many findings of each kind there are, and how many can be mended, instead of the findings
    #[arg(long, conflicts_with = "format")]
    pub statistics: bool,

    /// A file with findings that are not shown [default: `polyguide-baseline.json` in the site's folder, if it is there]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,

    /// Write all findings of now into the baseline, so that from now on only new ones are shown
    #[arg(long, conflicts_with_all = ["locale", "changed_since", "diff"])]
    pub write_baseline: bool,

    /// Which locales.
    #[command(flatten)]
    pub locales: Locales,

    /// How it runs.
    #[command(flatten)]
    pub running: Running,

    /// Fail if more texts than this are stale: translated from a source that has changed since
    #[arg(long, value_name = "N", value_parser = max_stale)]
    pub max_stale: Option<usize>,
}

pub(super) const EXAMPLES: &str = "\
Examples:
  polyguide check                       the site in this folder
  polyguide check docs --strict         another folder; fail on warnings, too
  polyguide check docs --locale fr-fr   what its French translators are to mend
  polyguide check docs --fix            mend what can be mended safely
  polyguide check docs --fix --diff     show what that would change
  polyguide check --explain html-bad-br
                                        what a code means
  polyguide check --changed-since origin/main --format github
                                        in a pull request
  polyguide check --locale fr-fr --max-stale 0
                                        fail if a French translation is stale
  polyguide check --write-baseline      start with none of 2,000 old findings
  polyguide check --format sarif > polyguide.sarif
                                        for code scanning

A finding is allowed in place, with a reason, before its block or in its line:
  <!-- polyguide: allow CODE: reason -->       in a guide
  # polyguide: allow CODE: reason              in YAML and Fluent

Exit codes:
  0  nothing, or only warnings and notes
  1  errors; with --diff, something that --fix would change
  2  the command line is wrong, or the machine failed";

fn max_stale(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "a whole number is needed, 0 or more".into())
}

/// Parses the name of a format, and lists all of them in the help.
fn format() -> impl TypedValueParser<Value = &'static Format> {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)).map(|name| report::format(&name).unwrap_or(&FORMATS[0]))
}
