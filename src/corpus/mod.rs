//! What each file of a site says: always a value, with the author's mistakes beside it.

pub mod address;
pub mod config;
pub mod fields;
pub mod front_matter;
pub mod link_files;
pub mod messages;
pub mod meta;
pub mod navigation;
pub mod services;
mod slices;
pub mod yaml;
