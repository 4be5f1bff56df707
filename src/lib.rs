//! Polyguide turns a folder of guides in many languages into a static site in which each reader sees their own values.
//!
//! The way the data goes, in four steps: [`SourceTree`] (bytes by path) -> [`Corpus`] (what each file says) -> [`Site`] (what
//! the files mean together) -> finished files in a [`Sink`](sink::Sink).

pub mod bundled;
pub mod check;
pub mod cli;
pub mod commands;
pub mod corpus;
pub mod diagnostic;
pub mod dialect;
pub mod draft;
pub mod each;
pub mod edge;
pub mod explain;
pub mod fix;
pub mod html;
pub mod i18n;
pub mod intl;
pub mod locale;
pub mod path;
pub mod personal;
pub mod preview;
pub mod profiles;
pub mod progress;
pub mod render;
pub mod report;
pub mod search;
pub mod service;
pub mod settings;
pub mod sink;
pub mod site;
pub mod source;
pub mod text;
pub mod words;
pub mod workspace;

pub use corpus::Corpus;
pub use render::{Report, render};
pub use site::{Selection, Site, resolve};

use diagnostic::Diagnostic;
use progress::Progress;
use source::SourceTree;

/// Reads every file of a site, each by itself and in parallel: [`SourceTree`] -> [`Corpus`].
pub fn parse(tree: &SourceTree, progress: &dyn Progress) -> (Corpus, Vec<Diagnostic>) {
    Corpus::read(tree, progress)
}
