//! Polyguide turns a folder of guides in many languages into a static site in which each reader sees their own values.

pub mod bundled;
pub mod cli;
pub mod commands;
pub mod corpus;
pub mod diagnostic;
pub mod dialect;
pub mod draft;
pub mod edge;
pub mod html;
pub mod intl;
pub mod locale;
pub mod path;
mod placeholder;
pub mod progress;
pub mod render;
pub mod service;
pub mod settings;
pub mod source;
pub mod text;
pub mod words;

pub use placeholder::{Corpus, Report, Selection, Site, parse, render, resolve};
