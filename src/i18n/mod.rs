//! What translators' tools need of a site: exchange with agencies. Texts in, texts out.

pub mod xliff;
