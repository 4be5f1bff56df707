//! Tables of settings: a row for each server, or a row for each setting.

use super::{
    entry::{Entry, Key},
    group::{About, Field, Group, Server},
    line::Line,
    value::{self, Named, Port},
    words::{Meaning, Meanings},
};
use crate::{
    dialect::tree::{BlockKind, Cell, Inline, Table},
    text::Spanned,
};

/// A description of servers that was found in a table, with the header of its column if it has one of its own.
pub struct Found<'t> {
    /// The servers.
    pub group: Group,
    /// The header that says which server the column is about.
    pub header: &'t [Inline],
}

/// The servers that a table describes: a row for each, else a column for each.
pub fn servers(table: &Table) -> Vec<Found<'_>> {
    match by_row(table) {
        Some(group) => vec![Found { group, header: &[] }],
        None => by_column(table),
    }
}

/// The text of a cell.
fn line(cell: &Cell) -> Line {
    Line::joined(texts(cell))
}

fn texts(cell: &Cell) -> impl Iterator<Item = &[Inline]> {
    cell.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines) => Some(inlines.as_slice()),
        _ => None,
    })
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// Ports, of a server and with a security that the header may name.
    Port(Meanings),
    Security,
    Host,
    /// Protocols and directions.
    Kind,
    Other,
}

impl Column {
    fn of(header: Meanings) -> Self {
        match Key::of(header) {
            Key::Port => Self::Port(header),
            Key::Security => Self::Security,
            Key::Kind => Self::Kind,
            Key::Host => Self::Host,
            Key::Bare | Key::Other => Self::Other,
        }
    }
}

/// A table whose header says what each column holds, with a row for each server.
fn by_row(table: &Table) -> Option<Group> {
    let headers: Vec<Meanings> = table.head.as_ref()?.iter().map(|cell| Meanings::of(&line(cell).text)).collect();
    let mut columns: Vec<Column> = headers.iter().map(|header| Column::of(*header)).collect();
    let all = headers.iter().fold(Meanings::default(), |all, header| all.and(*header));
    let names_ports = is_list_of_ports(&columns);
    if names_ports {
        ports_by_security(&mut columns, &headers);
    }
    let is_key = |column: &Column| matches!(column, Column::Port(_) | Column::Security);
    if columns.iter().all(is_key) || !columns.iter().any(is_key) {
        return None;
    }
    if !columns.contains(&Column::Kind)
        && let Some(first) = columns.iter_mut().find(|column| **column == Column::Other)
    {
        *first = Column::Kind;
    }
    let (mut servers, mut fields) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let server = server(row, &columns);
        fields.push(server.is_some().then_some((servers.len(), Field::All)));
        servers.extend(server);
    }
    let all = if names_ports && is_said(&servers) { all.and(Meanings::of("server")) } else { all };
    Some(Group::of_servers(servers, fields, all)).filter(Group::is_mail)
}

/// `Ports | with SSL | without SSL`: the first header says what the cells below the others are.
fn is_list_of_ports(columns: &[Column]) -> bool {
    matches!(columns, [Column::Port(_), rest @ ..] if !rest.is_empty() && rest.iter().all(|column| *column == Column::Security))
}

fn ports_by_security(columns: &mut [Column], headers: &[Meanings]) {
    for (column, header) in columns.iter_mut().zip(headers) {
        *column = Column::Port(*header);
    }
    if let Some(first) = columns.first_mut() {
        *first = Column::Kind;
    }
}

/// Whether each row says of which server it is.
fn is_said(servers: &[Server]) -> bool {
    servers.iter().all(|server| server.direction.is_some() || server.protocol.is_some())
}

/// The server of a row; none if it has neither port nor security.
fn server(row: &[Cell], columns: &[Column]) -> Option<Server> {
    let mut server = Server::default();
    for (cell, column) in row.iter().zip(columns) {
        let line = line(cell);
        let value = line.all();
        match column {
            Column::Port(header) => server.ports.extend(value::ports(&value).into_iter().map(|port| with_header(port, *header))),
            Column::Security => server.security = server.security.take().or(value::security(&value)),
            Column::Host | Column::Kind | Column::Other => match value::host(&value) {
                Some(host) => server.host = server.host.take().or(Some(host)),
                None if *column == Column::Other => {}
                None => server.learn(About::of(Meanings::of(value.text()))),
            },
        }
    }
    (!server.ports.is_empty() || server.security.is_some()).then_some(server)
}

/// A port with what the header of its column says: `IMAP port`, `Port (with SSL)`.
fn with_header(port: Port, header: Meanings) -> Port {
    let is_encrypted = header.has(Meaning::Encryption) && !header.has(Meaning::Off);
    let named = is_encrypted.then_some(Spanned { value: Named::Encrypted, span: port.port.span });
    Port { protocol: port.protocol.or(header.protocol()), security: port.security.or(named), ..port }
}

/// A table with a row for each setting; each column after the first is about a server or several.
fn by_column(table: &Table) -> Vec<Found<'_>> {
    let labels: Vec<Line> = table.rows.iter().map(|row| row.first().map(line).unwrap_or_default()).collect();
    let asks = |label: &Line| matches!(Key::of(Meanings::of(&label.text)), Key::Port | Key::Security | Key::Host | Key::Bare);
    if !labels.iter().any(asks) {
        return Vec::new();
    }
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    (1..width).filter_map(|at| column(table, &labels, at)).collect()
}

fn column<'t>(table: &'t Table, labels: &[Line], at: usize) -> Option<Found<'t>> {
    let values: Vec<Line> = table.rows.iter().map(|row| row.get(at).map(line).unwrap_or_default()).collect();
    let entries = labels.iter().zip(&values).map(|(label, value)| Entry::new(label.text.trim(), value.all()));
    let header = table.head.as_ref().and_then(|head| texts(head.get(at)?).next()).unwrap_or_default();
    Some(Found { group: Group::of(entries), header }).filter(|found| found.group.is_mail())
}
