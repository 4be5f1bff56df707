//! The guide dialect: an author's text to blocks and inlines with spans, and the edits it had to make.

pub mod tree;
