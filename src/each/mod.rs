//! A site for each of many customers, from one parse: the pages are rendered once, with marks in the place of the values that
//! differ, and every site is spliced from them.
//!
//! `rows` reads who the customers are. `Plan` collects what is rendered: files without a mark are shared by all sites, those
//! with marks are kept in pieces. A site is then its pieces with its values between them; what looks into values (the order of
//! a list, a length) is made for each site, and so are all pages where the site's own templates may look into them.

mod pieces;
mod plan;
pub mod rows;
mod write;

pub use plan::Plan;
pub use rows::{Row, Rows};
