//! Polyguide turns a folder of guides in many languages into a static site in which each reader sees their own values.

pub mod corpus;
pub mod diagnostic;
pub mod dialect;
pub mod html;
pub mod intl;
pub mod locale;
pub mod path;
pub mod service;
pub mod source;
pub mod text;
pub mod words;
