//! How a guide is built, in few bytes, so that its texts in all languages can be compared.

mod align;
mod compare;
mod likeness;
pub mod marks;
mod outline;

pub use compare::{Difference, compare};
pub use outline::{Kind, Node, Outline, key};
