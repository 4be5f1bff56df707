//! The options that several commands share.

use crate::{corpus::address::why_not_of_site, i18n::pseudo::Pseudo, locale::Locale};
use clap::{Args, ValueEnum, ValueHint};
use std::{num::NonZeroUsize, path::PathBuf};

/// Which site.
#[derive(Debug, Args)]
pub struct SiteFolder {
    /// Folder of the site
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
}

/// Values that readers would otherwise fill in.
#[derive(Debug, Args)]
pub struct FixedValues {
    /// Fix a value that readers would otherwise fill in; can be repeated
    ///
    /// With `--set email-pro.server=3`, pages show `pro3.mail.ovh.net` instead of `pro?.mail.ovh.net`, and have no field
    /// for the number. The services and their parameters are described in `data/services/`.
    #[arg(long, value_name = "SERVICE.PARAMETER=VALUE")]
    pub set: Vec<String>,

    /// Short for `--set SERVICE.server=N`, where only one service of the site has a `server`
    #[arg(long, value_name = "N")]
    pub server: Option<String>,
}

/// Which locales.
#[derive(Debug, Args)]
pub struct Locales {
    /// Only this locale; can be repeated [default: all]
    #[arg(long, value_name = "TAG", value_parser = locale)]
    pub locale: Vec<Locale>,
}

/// A made-up locale.
#[derive(Debug, Args)]
pub struct MadeUp {
    /// Add a locale of made-up translations, `en-xa` or `ar-xb`
    ///
    /// What its pages show in plain letters cannot be translated, and what breaks there will break in a longer language or
    /// in one that is read from right to left.
    #[arg(long, value_name = "KIND", value_enum)]
    pub pseudo: Option<PseudoKind>,
}

impl MadeUp {
    /// The locales that were asked for, with the one that is made up: whoever asks for it wants to see it.
    pub fn among(&self, asked: &[Locale]) -> Vec<Locale> {
        let made_up = self.pseudo.filter(|_| !asked.is_empty()).and_then(|kind| Locale::parse(Pseudo::from(kind).label()));
        asked.iter().cloned().chain(made_up).collect()
    }
}

/// What made-up translations are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PseudoKind {
    /// In letters with accents, longer by a third: `en-xa`
    Accented,
    /// From right to left: `ar-xb`
    Bidi,
}

impl From<PseudoKind> for Pseudo {
    fn from(kind: PseudoKind) -> Self {
        match kind {
            PseudoKind::Accented => Self::Accented,
            PseudoKind::Bidi => Self::Bidi,
        }
    }
}

/// How a command runs and what it prints.
#[derive(Debug, Args)]
pub struct Running {
    /// Count every warning as an error
    #[arg(long)]
    pub strict: bool,

    /// Print only errors: no warnings, notes, progress or summary
    #[arg(long, short)]
    pub quiet: bool,

    /// How many threads to use [default: one for each processor]
    #[arg(long, short, value_name = "N", value_parser = jobs)]
    pub jobs: Option<NonZeroUsize>,
}

fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "a whole number is needed, 1 or more".into())
}

fn locale(text: &str) -> Result<Locale, String> {
    Locale::parse(text).ok_or_else(|| "a locale is a language and perhaps a region, such as `fr` or `fr-fr`".into())
}

/// Parses the address of a site.
pub(super) fn base_url(text: &str) -> Result<String, String> {
    why_not_of_site(text).map_or_else(|| Ok(text.to_owned()), Err)
}
