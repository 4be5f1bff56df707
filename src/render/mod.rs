//! From a site to finished files.

pub mod sink;
