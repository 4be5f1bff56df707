//! Hand-written mail settings, recognized.

use crate::{
    dialect::tree::Block,
    service::{Direction, Protocol, Security},
    text::Span,
};
use std::collections::HashMap;

/// What a guide says of mail settings.
#[derive(Debug, Default)]
pub struct Settings {
    /// By the place of the block.
    pub tables: HashMap<Span, Marked>,
}
/// A block of settings.
#[derive(Debug, Default)]
pub struct Marked {
    pub service: Option<u16>,
    pub direction: Option<Direction>,
    pub protocol: Option<Protocol>,
    pub port: Option<u16>,
    pub security: Option<Security>,
    pub rows: Vec<Option<Row>>,
}
/// A row.
#[derive(Debug, Default)]
pub struct Row {
    pub service: Option<u16>,
    pub direction: Option<Direction>,
    pub protocol: Option<Protocol>,
    pub port: Option<u16>,
    pub security: Option<Security>,
}
/// Recognizes.
pub fn recognize(_blocks: &[Block]) -> Settings {
    Settings::default()
}
