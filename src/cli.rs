//! The command line, as it is typed.

mod i18n;
mod profiles;

pub use i18n::{Export, ExportFormat, Extract, I18n, I18nCommand, I18nStatus, Import, Scope, StatusFormat, Sync, Update};
pub use profiles::Profiles;

use crate::{
    i18n::pseudo::Pseudo,
    locale::Locale,
    report::{self, FORMATS, Format},
};
use clap::{
    Args, Parser, Subcommand, ValueEnum, ValueHint,
    builder::{PossibleValuesParser, TypedValueParser},
};
use clap_complete::Shell;
use std::{num::NonZeroUsize, path::PathBuf};

/// Turns a folder of guides in many languages into a static site in which each reader sees their own values.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, after_long_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  polyguide new docs              write a small site to start from
  polyguide build docs            build it into docs/public
  polyguide build docs --strict   the same, and fail on every warning
  polyguide serve docs            show it while you write
  polyguide check docs            find what is wrong with it
  polyguide i18n update docs      bring its catalogs up to date for translators
  polyguide profiles docs --out profiles --server 3    settings as files for phones and mail programs

Exit codes:
  0  done; there may be warnings
  1  the guides have mistakes; everything that could be built is built
  2  the command line is wrong, or the machine failed; what was there before is still whole";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build a site into a folder that any web server can serve
    ///
    /// Reads `polyguide.yaml` and the guides (`<path>/guide.<locale>.md`), and writes a page for each guide and locale. A
    /// folder without `polyguide.yaml` builds too: its locales are those of the file names. Files that did not change are
    /// not touched, files of earlier builds that are no longer needed are deleted, and an interrupted build can simply be
    /// run again.
    #[command(after_long_help = BUILD_EXAMPLES)]
    Build(Build),
    /// Show a site in the browser while you write it
    ///
    /// Pages are made when they are asked for, and shown again when a file that they depend on is saved: guides, pictures,
    /// configuration, services, interface texts, templates, styles. What is wrong with a page stands on it, with its place;
    /// `/_polyguide/` lists what is wrong with the site, and all guides by locale. Only this machine is answered, and
    /// nothing is written.
    #[command(after_long_help = SERVE_EXAMPLES)]
    Serve(Serve),
    /// Find what is wrong with a site, without writing it
    ///
    /// Finds all that `build` finds and more: rules compare settings, links, languages and pages with each other. Missing
    /// pictures and dead links are errors here, while a build only warns of them. Findings go to standard output.
    #[command(after_long_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Write the files that phones and mail programs read their settings from
    ///
    /// From the same data as the tables of settings: a profile for devices of Apple, a QR code for Thunderbird on Android, and
    /// what belongs on the web server and in the zone of a mail domain (autoconfig, Autodiscover, DNS records, JSON). No file
    /// holds a password.
    #[command(after_long_help = profiles::EXAMPLES)]
    Profiles(Profiles),
    /// Work with translations: templates, catalogs, what is translated and what is stale
    ///
    /// A guide is translated as a whole file (`guide.<locale>.md`), or text by text in a catalog
    /// (`locales/<tag>/guides/<folder>.po`) that Poedit, Weblate and other programs for PO files edit.
    I18n(I18n),
    /// Write a small site in two languages to start from
    ///
    /// The site has a guide in English and French with steps, a settings table and a picture, and builds without a warning.
    New(New),
    /// Print the JSON Schema of `polyguide.yaml`, with which editors complete and check it
    ///
    /// For example: `polyguide schema > polyguide.schema.json`, and as the first line of `polyguide.yaml`
    /// `# yaml-language-server: $schema=polyguide.schema.json`
    Schema,
    /// Print a script that completes commands in your shell
    ///
    /// Write it to where your shell looks for completions, for example:
    /// `polyguide completions fish > ~/.config/fish/completions/polyguide.fish`
    Completions(Completions),
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

/// The arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Folder of the site
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,

    /// Where to write the pages [default: `public` in the site's folder]
    ///
    /// The folder must be new, empty, or made by polyguide.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,

    /// Fix a value that readers would otherwise fill in; can be repeated
    ///
    /// With `--set email-pro.server=3`, pages show `pro3.mail.ovh.net` instead of `pro?.mail.ovh.net`, and have no field
    /// for the number. The services and their parameters are described in `data/services/`.
    #[arg(long, value_name = "SERVICE.PARAMETER=VALUE")]
    pub set: Vec<String>,

    /// Short for `--set SERVICE.server=N`, where only one service of the site has a `server`
    #[arg(long, value_name = "N")]
    pub server: Option<String>,

    /// Build only this locale; can be repeated [default: all]
    #[arg(long, value_name = "TAG", value_parser = locale)]
    pub locale: Vec<Locale>,

    /// Where the site will be published, instead of `base_url` in `polyguide.yaml`
    ///
    /// It is needed for what must name full addresses: canonical links, `hreflang`, the site map, previews. Without it
    /// they are left out. Links between pages work anywhere.
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url, value_parser = base_url)]
    pub base_url: Option<String>,

    /// Add a locale of made-up translations, `en-xa` or `ar-xb`
    ///
    /// What its pages show in plain letters cannot be translated, and what breaks there will break in a longer language or
    /// in one that is read from right to left.
    #[arg(long, value_name = "KIND", value_enum)]
    pub pseudo: Option<PseudoKind>,

    /// Leave out the search: no index, and no control on the pages
    ///
    /// Making the index takes most of the time of a first build. Later builds keep the index of each locale whose texts did
    /// not change.
    #[arg(long)]
    pub no_search: bool,

    /// Count every warning as an error
    #[arg(long)]
    pub strict: bool,

    /// Print only errors: no warnings, notes, progress or summary
    #[arg(long, short)]
    pub quiet: bool,

    /// How many threads to use [default: one for each processor]
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

const BUILD_EXAMPLES: &str = "\
Examples:
  polyguide build                                      the site in this folder, into ./public
  polyguide build docs --out /srv/www                  another folder, to another place
  polyguide build docs --set email-pro.server=3        for the customers on that server
  polyguide build docs --locale fr-fr --locale en-gb   two of its locales
  polyguide build docs --strict --quiet                for a build server";

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Folder of the site
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,

    /// The port to answer at [default: 4000, or the next that is free]
    #[arg(long, short, value_name = "N")]
    pub port: Option<u16>,

    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,

    /// Fix a value that readers would otherwise fill in; can be repeated
    #[arg(long, value_name = "SERVICE.PARAMETER=VALUE")]
    pub set: Vec<String>,

    /// Short for `--set SERVICE.server=N`, where only one service of the site has a `server`
    #[arg(long, value_name = "N")]
    pub server: Option<String>,

    /// Show only this locale; can be repeated [default: all]
    #[arg(long, value_name = "TAG", value_parser = locale)]
    pub locale: Vec<Locale>,
}

const SERVE_EXAMPLES: &str = "\
Examples:
  polyguide serve                                  the site in this folder, at http://127.0.0.1:4000/
  polyguide serve docs --open                      another folder, opened in the browser
  polyguide serve docs --port 8080                 at another port
  polyguide serve docs --set email-pro.server=3    as the customers on that server see it";

/// The arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Folder of the site
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,

    /// How findings are written
    ///
    /// `human` draws each with an excerpt; `short` gives a line `path:line:column: severity[code] message`; `json` and
    /// `sarif` (2.1.0) are for programs; `github` annotates the lines of a pull request.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format())]
    pub format: &'static Format,

    /// Mend what can be mended without changing what readers see, and show what is left
    #[arg(long)]
    pub fix: bool,

    /// With --fix or --diff: mend also what changes a text, where it is most probably right
    #[arg(long = "unsafe")]
    pub with_unsafe: bool,

    /// Show what --fix would change, as a unified diff; write nothing, and end with 1 if there is anything
    #[arg(long)]
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

    /// Show only findings in files of this locale, and in files of none; can be repeated [default: all]
    #[arg(long, value_name = "TAG", value_parser = locale)]
    pub locale: Vec<Locale>,

    /// Count every warning as an error
    #[arg(long)]
    pub strict: bool,

    /// Fail if more texts than this are stale: translated from a source that has changed since
    #[arg(long, value_name = "N")]
    pub max_stale: Option<usize>,

    /// Print only errors: no warnings, notes, progress or summary
    #[arg(long, short)]
    pub quiet: bool,

    /// How many threads to use [default: one for each processor]
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  polyguide check                       the site in this folder
  polyguide check docs --strict         another folder; fail on warnings, too
  polyguide check docs --locale fr-fr   what its French translators are to mend
  polyguide check docs --fix            mend what can be mended safely
  polyguide check docs --fix --diff     show what that would change
  polyguide check --explain html-bad-br what a code means

  polyguide check --changed-since origin/main --format github   in a pull request
  polyguide check --locale fr-fr --max-stale 0                  fail if a French translation is stale
  polyguide check --write-baseline                              start with none of 2,000 old findings
  polyguide check --format sarif > polyguide.sarif              for code scanning

A finding is allowed in place, with a reason, before its block or in its line:
  <!-- polyguide: allow CODE: reason -->       in a guide
  # polyguide: allow CODE: reason              in YAML and Fluent

Exit codes:
  0  nothing, or only warnings and notes
  1  errors; with --diff, something that --fix would change
  2  the command line is wrong, or the machine failed";

/// The arguments of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// Where to write it: a folder that is new or empty
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
}

/// The arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell
    pub shell: Shell,
}

fn locale(text: &str) -> Result<Locale, String> {
    Locale::parse(text).ok_or_else(|| "a locale is a language and perhaps a region, such as `fr` or `fr-fr`".into())
}

/// Parses the name of a format, and lists all of them in the help.
fn format() -> impl TypedValueParser<Value = &'static Format> {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)).map(|name| report::format(&name).unwrap_or(&FORMATS[0]))
}

fn base_url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let allowed = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"?#\"<>".contains(letter);
    if rest.is_empty() || rest.starts_with('/') || !rest.chars().all(allowed) {
        return Err("an address is needed without `?` and `#`, such as `https://guides.example.net/`".into());
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(line: &str) -> Result<Command, clap::Error> {
        Cli::try_parse_from(line.split(' ')).map(|cli| cli.command)
    }

    fn build(line: &str) -> Build {
        let Command::Build(build) = parse(line).unwrap() else { panic!("not a build") };
        build
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_build_needs_no_arguments() {
        let build = build("polyguide build");
        assert_eq!(build.site.to_str(), Some("."));
        assert!(
            build.out.is_none() && build.set.is_empty() && build.locale.is_empty() && !build.strict && !build.quiet && !build.no_search
        );
    }

    #[test]
    fn a_build_takes_all_its_options() {
        let build = build(
            "polyguide build site --out x --set a.b=1 --set c.d=2 --server 3 --locale FR-fr --locale en \
             --base-url https://a.example/b/ --no-search --strict --quiet --jobs 2",
        );
        assert_eq!((build.set.len(), build.server.as_deref(), build.jobs.map(NonZeroUsize::get)), (2, Some("3"), Some(2)));
        assert_eq!(build.locale.iter().map(Locale::as_str).collect::<Vec<_>>(), ["fr-fr", "en"]);
        assert_eq!(build.base_url.as_deref(), Some("https://a.example/b/"));
        assert!(build.no_search && build.strict && build.quiet);
    }

    #[test]
    fn a_site_is_shown_with_all_options() {
        let line = "polyguide serve docs --port 8080 --open --set a.b=1 --server 3 --locale fr";
        let Command::Serve(serve) = parse(line).unwrap() else { panic!("not a serve") };
        assert_eq!((serve.site.to_str(), serve.port, serve.open), (Some("docs"), Some(8080), true));
        assert_eq!((serve.set.len(), serve.server.as_deref(), serve.locale.len()), (1, Some("3"), 1));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for line in [
            "polyguide",
            "polyguide bild",
            "polyguide new",
            "polyguide build --locale fr_fr",
            "polyguide build --jobs 0",
            "polyguide build --base-url guides.example.net",
            "polyguide build --base-url https:///x",
            "polyguide build --base-url https://a.example/?x",
            "polyguide completions dos",
            "polyguide serve --port 70000",
            "polyguide profiles",
            "polyguide profiles --out x --format plist",
            "polyguide profiles --out x --domain a_b.example",
            "polyguide profiles --out x --address anna",
        ] {
            assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line}");
        }
        assert_eq!(parse("polyguide --version").unwrap_err().exit_code(), 0);
    }
}
