//! The command line, as it is typed.

mod build;
mod check;
mod each;
mod i18n;
mod profiles;
mod serve;
mod shared;

pub use build::Build;
pub use check::Check;
pub use each::Each;
pub use i18n::{Export, ExportFormat, Extract, I18n, I18nCommand, I18nStatus, Import, Scope, StatusFormat, Sync, Update};
pub use profiles::Profiles;
pub use serve::Serve;
pub use shared::{FixedValues, Locales, MadeUp, PseudoKind, Running, SiteFolder};

use clap::{Args, Parser, Subcommand, ValueHint};
use clap_complete::Shell;
use std::path::PathBuf;

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
  polyguide profiles docs --out profiles --server 3
                                  settings as files for phones and mail programs

Exit codes:
  0  done; there may be warnings
  1  the guides have mistakes; everything that could be built is built
  2  the command line is wrong, or the machine failed; what was there before is
     still whole";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build a site into a folder that any web server can serve
    ///
    /// Reads `polyguide.yaml` and the guides (`<path>/guide.<locale>.md`), and writes a page for each guide and locale. A
    /// folder without `polyguide.yaml` builds too: its locales are those of the file names. Files that did not change are
    /// not touched, files of earlier builds that are no longer needed are deleted, and an interrupted build can simply be
    /// run again.
    #[command(after_long_help = build::EXAMPLES)]
    Build(Build),
    /// Show a site in the browser while you write it
    ///
    /// Pages are made when they are asked for, and shown again when a file that they depend on is saved: guides, pictures,
    /// configuration, services, interface texts, templates, styles. What is wrong with a page stands on it, with its place;
    /// `/_polyguide/` lists what is wrong with the site, and all guides by locale. Only this machine is answered, and
    /// nothing is written.
    #[command(after_long_help = serve::EXAMPLES)]
    Serve(Serve),
    /// Find what is wrong with a site, without writing it
    ///
    /// Finds all that `build` finds and more: rules compare settings, links, languages and pages with each other. Missing
    /// pictures and dead links are errors here, while a build only warns of them. Findings go to standard output.
    #[command(after_long_help = check::EXAMPLES)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use clap::CommandFactory;
    use std::num::NonZeroUsize;

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

    /// All commands, those of commands among them.
    fn commands(command: &clap::Command) -> Vec<&clap::Command> {
        std::iter::once(command).chain(command.get_subcommands().flat_map(commands)).collect()
    }

    #[test]
    fn columns_of_examples_fit_a_terminal() {
        for command in commands(&Cli::command()) {
            let text = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
            for line in text.lines().filter(|line| line.starts_with(' ')) {
                assert!(line.chars().count() <= 80, "{}: {line}", command.get_name());
            }
        }
    }

    #[test]
    fn a_build_needs_no_arguments() {
        let build = build("polyguide build");
        assert_eq!(build.folder.site.to_str(), Some("."));
        assert!(
            build.out.is_none()
                && build.fixed.set.is_empty()
                && build.locales.locale.is_empty()
                && !build.running.strict
                && !build.running.quiet
                && !build.no_search
        );
    }

    #[test]
    fn a_build_takes_all_its_options() {
        let build = build(
            "polyguide build site --out x --set a.b=1 --set c.d=2 --server 3 --locale FR-fr --locale en \
             --base-url https://a.example/b/ --no-search --strict --quiet --jobs 2",
        );
        assert_eq!(
            (build.fixed.set.len(), build.fixed.server.as_deref(), build.running.jobs.map(NonZeroUsize::get)),
            (2, Some("3"), Some(2))
        );
        assert_eq!(build.locales.locale.iter().map(Locale::as_str).collect::<Vec<_>>(), ["fr-fr", "en"]);
        assert_eq!(build.base_url.as_deref(), Some("https://a.example/b/"));
        assert!(build.no_search && build.running.strict && build.running.quiet);
    }

    #[test]
    fn a_site_is_shown_with_all_options() {
        let line = "polyguide serve docs --port 8080 --open --set a.b=1 --server 3 --locale fr";
        let Command::Serve(serve) = parse(line).unwrap() else { panic!("not a serve") };
        assert_eq!((serve.folder.site.to_str(), serve.port, serve.open), (Some("docs"), Some(8080), true));
        assert_eq!((serve.fixed.set.len(), serve.fixed.server.as_deref(), serve.locales.locale.len()), (1, Some("3"), 1));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for line in [
            "polyguide",
            "polyguide bild",
            "polyguide new",
            "polyguide build --locale fr_fr",
            "polyguide build --jobs 0",
            "polyguide build --copy",
            "polyguide build --prune",
            "polyguide check --unsafe",
            "polyguide build --base-url guides.example.net",
            "polyguide build --base-url https:///x",
            "polyguide build --base-url https://a.example/?x",
            "polyguide completions dos",
            "polyguide serve --port 70000",
            "polyguide profiles",
            "polyguide profiles --out x --format plist",
            "polyguide profiles --out x --domain a_b.example",
            "polyguide profiles --out x --address user",
        ] {
            assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line}");
        }
        assert_eq!(parse("polyguide --version").unwrap_err().exit_code(), 0);
    }
}
