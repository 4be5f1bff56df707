//! The command line of `profiles`.

use super::shared::{FixedValues, Locales, SiteFolder, base_url};
use crate::{profiles, service::Grammar};
use clap::{
    Args, ValueHint,
    builder::{PossibleValuesParser, TypedValueParser},
};
use std::path::PathBuf;

/// The arguments of `profiles`.
#[derive(Debug, Args)]
pub struct Profiles {
    /// Which site.
    #[command(flatten)]
    pub folder: SiteFolder,

    /// Where to write them: in a folder for each service, the root of a web server for its mail domain
    ///
    /// The folder must be new, empty, or made by this command.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,

    /// Only this service; can be repeated [default: all that guides use]
    #[arg(long, value_name = "ID")]
    pub service: Vec<String>,

    /// Only this format; can be repeated [default: all]
    #[arg(long, value_name = "FORMAT", value_parser = profile_format())]
    pub format: Vec<&'static profiles::Format>,

    /// Values that the services' hosts need.
    #[command(flatten)]
    pub fixed: FixedValues,

    /// The mail domain that the files are for, instead of those in the service's data; can be repeated
    #[arg(long, value_name = "DOMAIN", value_parser = domain)]
    pub domain: Vec<String>,

    /// The address of the mailbox: then there is a QR code, and profiles do not ask for the address
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub address: Option<String>,

    /// The languages of the files.
    #[command(flatten)]
    pub locales: Locales,

    /// Where the site is published, instead of `base_url` in `polyguide.yaml`: files link to its guides
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url, value_parser = base_url)]
    pub base_url: Option<String>,

    /// Print only errors
    #[arg(long, short)]
    pub quiet: bool,
}

pub(super) const EXAMPLES: &str = "\
Examples:
  polyguide profiles docs --out profiles --set email-pro.server=3
  polyguide profiles docs --out profiles --server 3 --domain example.com
  polyguide profiles docs --out profiles --server 3 --format qr \\
      --address user@example.com

Each folder of a service has an `nginx.conf` to include in the `server` block of its domain.";

/// Parses the name of a format of settings, and lists all of them in the help.
fn profile_format() -> impl TypedValueParser<Value = &'static profiles::Format> {
    let names = profiles::FORMATS.iter().map(|format| format.name);
    PossibleValuesParser::new(names).map(|name| profiles::format(&name).unwrap_or(&profiles::FORMATS[0]))
}

fn domain(text: &str) -> Result<String, String> {
    let name = text.to_ascii_lowercase();
    if Grammar::Domain.allows(&name) { Ok(name) } else { Err(format!("allowed: {}", Grammar::Domain.describe())) }
}

fn address(text: &str) -> Result<String, String> {
    if Grammar::Email.allows(text) { Ok(text.to_owned()) } else { Err(format!("allowed: {}", Grammar::Email.describe())) }
}
