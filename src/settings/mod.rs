//! Mail settings that an author wrote by hand: tables, lists and lines that tell a server's host, port and security,
//! found in a guide's tree in whatever language, so that pages can mark them and checks can compare them.

mod compare;
mod context;
mod entry;
mod group;
mod line;
mod table;
#[cfg(test)]
mod tests;
mod value;
mod walk;
mod words;

pub use compare::{Contradiction, contradictions, diagnostics};
pub use value::direction_of;
pub use words::Meanings;

use crate::{
    dialect::tree::{Block, Text},
    service::{Direction, Protocol, Security},
    text::{Span, Spanned},
};
use context::Scope;
use rustc_hash::FxHashMap;

/// The settings that a guide describes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// By the span of the table, list or paragraph that describes them.
    pub tables: FxHashMap<Span, Marked>,
    /// One for each port of each server, in the guide's order.
    pub facts: Vec<Fact>,
}

/// What a block says of its servers: of the only one, or what all of them have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The service, by its number in the vocabulary.
    pub service: Option<u16>,
    /// Which way the mail goes.
    pub direction: Option<Direction>,
    /// What is spoken there.
    pub protocol: Option<Protocol>,
    /// The port; none where the reader may choose.
    pub port: Option<u16>,
    /// The security.
    pub security: Option<Security>,
    /// For each row of a table's body, item of a list or line of a paragraph what it says: all of a server, or one
    /// value of it. Empty where a table has a column for each server.
    pub rows: Vec<Option<Row>>,
}

impl Marked {
    fn of(servers: &[Row], rows: Vec<Option<Row>>) -> Self {
        let Row { service, direction, protocol, port, security } = Row::common(servers);
        Self { service, direction, protocol, port, security, rows }
    }
}

/// What a row says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The service, by its number in the vocabulary.
    pub service: Option<u16>,
    /// Which way the mail goes.
    pub direction: Option<Direction>,
    /// What is spoken there.
    pub protocol: Option<Protocol>,
    /// The port.
    pub port: Option<u16>,
    /// The security.
    pub security: Option<Security>,
}

impl Row {
    /// What all of `rows` say.
    fn common(rows: &[Self]) -> Self {
        let Some((first, rest)) = rows.split_first() else { return Self::default() };
        rest.iter().fold(*first, |all, row| Self {
            service: all.service.filter(|value| row.service == Some(*value)),
            direction: all.direction.filter(|value| row.direction == Some(*value)),
            protocol: all.protocol.filter(|value| row.protocol == Some(*value)),
            port: all.port.filter(|value| row.port == Some(*value)),
            security: all.security.filter(|value| row.security == Some(*value)),
        })
    }
}

/// A port that a guide tells its reader to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The service whose host stands there, by its number in the vocabulary.
    pub service: Option<u16>,
    /// The host, where it is written in full and belongs to no service of the vocabulary.
    pub host: Option<Text>,
    /// Which way the mail goes.
    pub direction: Option<Direction>,
    /// What is spoken there; what is usual at the port where the guide does not say it.
    pub protocol: Option<Protocol>,
    /// The port, where it is written.
    pub port: Spanned<u16>,
    /// The security, where it is written. "SSL: yes" is what is usual at the port.
    pub security: Option<Spanned<Security>>,
    /// The table, list or paragraph that says it. Facts of one block about the same server are a choice.
    pub span: Span,
}

impl Fact {
    fn has_host(&self) -> bool {
        self.service.is_some() || self.host.is_some()
    }
}

/// Finds the settings that a guide describes.
pub fn recognize(blocks: &[Block]) -> Settings {
    let mut walk = walk::Walk::default();
    walk.blocks(blocks, &mut Scope::default());
    walk.finish()
}
