//! The arguments of `i18n`.

use super::shared::{Locales, SiteFolder};
use clap::{Args, Subcommand, ValueEnum, ValueHint};
use std::path::PathBuf;

/// The arguments of `i18n`.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub struct I18n {
    /// What to do.
    #[command(subcommand)]
    pub command: I18nCommand,
}

/// What `i18n` does.
#[derive(Debug, Subcommand)]
pub enum I18nCommand {
    /// Write the texts of all guides as templates for translators
    ///
    /// For each guide `locales/templates/guides/<folder>.pot` holds its texts, one entry each, as gettext's PO format has it:
    /// headings, paragraphs, items, cells, labels, alternative texts, title and excerpt. `update` does this as well.
    Extract(Extract),
    /// Bring templates and catalogs up to date with the guides
    ///
    /// New texts come in, changed ones are marked as fuzzy with the text that their translation was made from, those that are
    /// gone stay as memory at the end of the file, and those that moved keep their translation.
    #[command(after_long_help = UPDATE_EXAMPLES)]
    Update(Update),
    /// Take translated files into catalogs
    ///
    /// The texts of each `guide.<locale>.md` are paired with those of its source, by kind, place and what is the same in every
    /// language, and written to the catalog. What has no counterpart is told, and left out.
    #[command(after_long_help = IMPORT_EXAMPLES)]
    Import(Import),
    /// Write translated files from catalogs
    ///
    /// Each file is what a build reads of the guide and its catalog. Texts without a translation stay in the language of the
    /// source. With `--format xliff` the catalogs themselves are written, for the programs of agencies.
    #[command(after_long_help = EXPORT_EXAMPLES)]
    Export(Export),
    /// Note that translated files say what their sources say now
    ///
    /// `locales/<tag>/guides/<folder>.sync` holds a fingerprint of each text of the source; from then on `check` tells what has
    /// changed in the source since, whatever the dates say. Files of which nothing was noted are noted at once; those whose
    /// source has changed only when they are named, or with --all.
    #[command(after_long_help = SYNC_EXAMPLES)]
    Sync(Sync),
    /// Tell what is translated, what is stale, and how many words are to do
    ///
    /// A table by locale and section, in texts: translated; stale, whose source has changed since; fuzzy, which are not sure;
    /// missing. Covered are guides that fall back to another region of the same language; absent are those that are switched off
    /// for a locale.
    Status(I18nStatus),
}

/// Which site, and which of its locales.
#[derive(Debug, Args)]
pub struct Scope {
    /// Which site.
    #[command(flatten)]
    pub folder: SiteFolder,

    /// Which locales.
    #[command(flatten)]
    pub locales: Locales,

    /// Only guides in this folder below the content folder; can be repeated [default: all]
    #[arg(long, value_name = "FOLDER")]
    pub guide: Vec<String>,

    /// Print only what went wrong
    #[arg(long, short)]
    pub quiet: bool,
}

/// The arguments of `i18n extract`.
#[derive(Debug, Args)]
pub struct Extract {
    /// Which site.
    #[command(flatten)]
    pub scope: Scope,
}

/// The arguments of `i18n update`.
#[derive(Debug, Args)]
pub struct Update {
    /// Which site, and which locales.
    #[command(flatten)]
    pub scope: Scope,

    /// The guides changed in their wording only: translations of changed texts stay valid
    ///
    /// For slips of the pen that no translation has. Without it, a changed text makes its translation fuzzy, and readers are
    /// shown the new text in its own language until a translator has looked at it.
    #[arg(long)]
    pub typos: bool,
}

/// The arguments of `i18n import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Which site, and which locales.
    #[command(flatten)]
    pub scope: Scope,

    /// Delete the files once their texts are in catalogs, which are built from then on
    #[arg(long, conflicts_with = "from")]
    pub replace: bool,

    /// With --replace: delete also files with texts that no catalog has, as they have no counterpart in the source
    #[arg(long, requires = "replace")]
    pub force: bool,

    /// Take the translations of this XLIFF file, or of all in this folder, instead; can be repeated
    ///
    /// They are files that `export --format xliff` wrote and that an agency translated. Markup is taken from the catalog, so
    /// that nobody can break it; what was made from a text that changed meanwhile becomes fuzzy.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub from: Vec<PathBuf>,
}

/// The arguments of `i18n export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Which site, and which locales.
    #[command(flatten)]
    pub scope: Scope,

    /// Write over files that are there
    #[arg(long)]
    pub force: bool,

    /// What to write: guides as Markdown, or catalogs as XLIFF 2.1 for agencies
    #[arg(long, value_enum, default_value_t = ExportFormat::Markdown)]
    pub format: ExportFormat,

    /// Where to write XLIFF files [default: `xliff` in the site's folder]
    ///
    /// One for each catalog, `<tag>/<folder of the guide>.xlf`. They come back with `import --from`.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,
}

/// What `i18n export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// `guide.<locale>.md` beside its source
    Markdown,
    /// XLIFF 2.1
    Xliff,
}

/// The arguments of `i18n status`.
#[derive(Debug, Args)]
pub struct I18nStatus {
    /// Which site, which locales and guides.
    #[command(flatten)]
    pub scope: Scope,

    /// How the status is written
    #[arg(long, value_enum, default_value_t = StatusFormat::Table)]
    pub format: StatusFormat,

    /// Write a page for the team as well: what is translated, and what to do next
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub html: Option<PathBuf>,
}

/// How a status is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    /// For people
    Table,
    /// For programs
    Json,
}

/// The arguments of `i18n sync`.
#[derive(Debug, Args)]
pub struct Sync {
    /// Which site, which locales and guides.
    #[command(flatten)]
    pub scope: Scope,

    /// All translations are up to date, also those whose source has changed
    #[arg(long)]
    pub all: bool,
}

const SYNC_EXAMPLES: &str = "\
Examples:
  polyguide i18n sync    start: all translations are taken to be up to date
  polyguide i18n sync --locale fr-fr --guide mail/android
                         this one was brought up to date
  polyguide i18n sync --guide mail/android
                         a slip was mended in the source, which no translation
                         has

Exit codes:
  0  everything is noted
  1  translations are stale, and were not named";

const IMPORT_EXAMPLES: &str = "\
Examples:
  polyguide i18n import --locale de-de
                        into locales/de-de/guides/, and leave the files
  polyguide i18n import --locale de-de --replace
                        and delete the files, since a file goes before its
                        catalog
  polyguide i18n import --from xliff/de-de
                        what an agency sent back";

const EXPORT_EXAMPLES: &str = "\
Examples:
  polyguide i18n export --locale de-de
                        guide.de-de.md beside each guide that has a catalog
  polyguide i18n export --locale de-de --format xliff
                        xliff/de-de/<folder of the guide>.xlf, for an agency

Exit codes:
  0  all is exported
  1  a catalog cannot be read whole, or a file has other text";

const UPDATE_EXAMPLES: &str = "\
Examples:
  polyguide i18n update                   all catalogs that there are
  polyguide i18n update --locale fr-fr    those of one locale, and new ones for
                                          guides that it has no text of
  polyguide i18n update --typos           after slips were mended in the guides

Catalogs are `locales/<tag>/guides/<folder of the guide>.po`. Edit them with Poedit, Weblate or any other program for PO files.";
