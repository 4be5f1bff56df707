//! The way through a guide, on which descriptions of servers are found.

use super::{
    Fact, Marked, Row, Settings,
    context::{Scope, settle},
    entry::Entry,
    group::{Field, Group, Server},
    line::Line,
    table,
    value::MAIL_PORTS,
    words::Meanings,
};
use crate::{
    dialect::tree::{Block, BlockKind, Cell, CodePart, Inline, InlineKind, Item, List, Tab, Table},
    text::{Span, Spanned},
};
use std::cell::LazyCell;

/// A text longer than this is prose, in which no port is looked for.
const LONGEST_VALUE: usize = 400;

/// Finds the settings in `blocks`.
#[derive(Default)]
pub struct Walk {
    settings: Settings,
    /// The services of the hosts that stand at labels; none for a host of no service.
    hosts: Vec<Option<u16>>,
}

impl Walk {
    /// Goes through blocks that stand one after the other.
    pub fn blocks<'t>(&mut self, blocks: &'t [Block], scope: &mut Scope<'t>) {
        for block in blocks {
            let found = match &block.kind {
                BlockKind::Heading { inlines, .. } => {
                    (scope.heading, scope.caption) = (inlines, &[]);
                    false
                }
                BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.text(inlines, block.span, scope),
                BlockKind::List(list) => self.list(list, block.span, scope),
                BlockKind::Table(table) => self.table(table, block.span, scope),
                _ => {
                    self.container(block, scope);
                    false
                }
            };
            // What follows is described by texts of its own.
            if found {
                (scope.heading, scope.caption) = (&[], &[]);
            }
        }
    }

    fn container<'t>(&mut self, block: &'t Block, scope: &mut Scope<'t>) {
        match &block.kind {
            BlockKind::Element { blocks, .. }
            | BlockKind::ControlPanel { blocks, .. }
            | BlockKind::When { blocks, .. }
            | BlockKind::Quote(blocks) => self.blocks(blocks, scope),
            BlockKind::Callout { title: label, blocks, .. } | BlockKind::Details { summary: label, blocks, .. } => {
                self.blocks(blocks, &mut Scope::inner(scope, label));
            }
            BlockKind::Footnote { blocks, .. } => self.blocks(blocks, &mut Scope::inner(scope, &[])),
            BlockKind::Tabs { tabs, .. } => self.tabs(tabs, scope, true),
            BlockKind::Faq(tabs) => self.tabs(tabs, scope, false),
            BlockKind::Definitions(list) => {
                for definition in list {
                    definition.meanings.iter().for_each(|blocks| self.blocks(blocks, &mut Scope::inner(scope, &definition.term)));
                }
            }
            BlockKind::StepsTable(steps) => {
                for step in steps {
                    self.blocks(&step.text, &mut Scope::inner(scope, &[]));
                }
            }
            _ => {}
        }
    }

    /// A tab's label says what is in it; a question only asks.
    fn tabs(&mut self, tabs: &[Tab], scope: &Scope, is_label: bool) {
        for tab in tabs {
            let label: &[Inline] = if is_label { &tab.label } else { &[] };
            self.blocks(&tab.blocks, &mut Scope::inner(scope, label));
        }
    }

    /// A paragraph: settings, a line each, or else the caption of what follows.
    fn text<'t>(&mut self, inlines: &'t [Inline], span: Span, scope: &mut Scope<'t>) -> bool {
        let is_lines = inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Break)) && may_describe(inlines);
        if is_lines {
            let lines = Line::split(inlines);
            if let Some(group) = self.group(&lines) {
                self.found(&[(group, &[])], span, scope);
                return true;
            }
        }
        if inlines.iter().any(|inline| !matches!(inline.kind, InlineKind::Image(_) | InlineKind::Break)) {
            scope.caption = inlines;
        }
        false
    }

    /// A list: settings, an item each, or else the caption of what follows if it has one item.
    fn list<'t>(&mut self, list: &'t List, span: Span, scope: &mut Scope<'t>) -> bool {
        if list.items.iter().any(|item| may_describe(first_text(item))) {
            let lines =
                list.items.iter().enumerate().flat_map(|(at, item)| Line::split(first_text(item)).into_iter().map(move |line| (at, line)));
            let (items, lines): (Vec<usize>, Vec<Line>) = lines.unzip();
            if let Some(mut group) = self.group(&lines) {
                group.fields = by_item(&items, &group.fields, list.items.len());
                self.found(&[(group, &[])], span, scope);
                return true;
            }
        }
        for item in &list.items {
            self.blocks(&item.blocks, &mut Scope::inner(scope, &[]));
        }
        if let [Item { blocks, .. }] = &list.items[..]
            && let [Block { kind: BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines), .. }] = &blocks[..]
        {
            scope.caption = inlines;
        }
        false
    }

    fn table(&mut self, table: &Table, span: Span, scope: &Scope) -> bool {
        let cells = || table.rows.iter().flatten();
        if cells().any(|cell| matches!(&cell.blocks[..], [block] if may_describe(text_of(block)))) {
            let found: Vec<(Group, &[Inline])> = table::servers(table).into_iter().map(|found| (found.group, found.header)).collect();
            if !found.is_empty() {
                self.found(&found, span, scope);
                return true;
            }
        }
        for (row, at, cell) in table.rows.iter().flat_map(|row| row.iter().enumerate().map(move |(at, cell)| (row, at, cell))) {
            if cell.blocks.iter().any(|block| !matches!(block.kind, BlockKind::Plain(_))) {
                let header = Scope::inner(scope, table.head.as_ref().and_then(|head| head.get(at)).map_or(&[], cell_text));
                let label = if at == 0 { &[] } else { row.first().map_or(&[][..], cell_text) };
                self.blocks(&cell.blocks, &mut Scope::inner(&header, label));
            }
        }
        false
    }

    /// The group that lines are, if they describe servers of mail. Their hosts are remembered in any case.
    fn group(&mut self, lines: &[Line]) -> Option<Group> {
        let group = Group::of(lines.iter().map(Entry::of_line));
        self.hosts.extend(group.hosts().map(|host| host.service));
        group.is_mail().then_some(group)
    }

    /// Gives settings without a host to the only service that stands at a label of the guide; to none if a label of the
    /// guide has another host, since then the guide has more to tell than that service.
    pub fn finish(mut self) -> Settings {
        let mut hosts =
            self.hosts.iter().copied().chain(self.settings.facts.iter().filter(|fact| fact.has_host()).map(|fact| fact.service));
        if let Some(Some(service)) = hosts.next()
            && hosts.all(|host| host == Some(service))
        {
            self.settings.facts.iter_mut().for_each(|fact| fact.service = Some(service));
            self.settings.tables.values_mut().for_each(|marked| marked.service = Some(service));
        }
        self.settings
    }

    /// Notes a block that describes servers; each group with the header of its column.
    fn found(&mut self, groups: &[(Group, &[Inline])], span: Span, scope: &Scope) {
        let mut rows = Vec::new();
        let mut servers = Vec::new();
        for (group, header) in groups {
            let levels = LazyCell::new(|| {
                let mut levels = vec![Meanings::of(&Line::joined([*header]).text)];
                levels.extend(scope.levels());
                levels
            });
            let settled: Vec<Row> = group.servers.iter().map(|server| self.server(server, span, || &levels)).collect();
            if let [_] = groups {
                let is_only = group.servers.len() == 1;
                rows = group.fields.iter().map(|field| field.and_then(|(at, field)| row(settled.get(at)?, field, is_only))).collect();
            }
            servers.extend(settled);
        }
        self.settings.tables.insert(span, Marked::of(&servers, rows));
    }

    /// What a server is, with a fact for each of its ports.
    fn server<'l>(&mut self, server: &Server, span: Span, levels: impl Fn() -> &'l [Meanings]) -> Row {
        let host = server.host.clone().unwrap_or_default();
        let mut rows = Vec::new();
        for port in &server.ports {
            let (direction, protocol) = settle(server, port.protocol, Some(port.port.value), &levels);
            let named = port.security.as_ref().or(server.security.as_ref());
            let security = named.map(|named| Spanned { value: named.value.at(Some(port.port.value)), span: named.span });
            rows.push(Row {
                service: host.service,
                direction,
                protocol,
                port: Some(port.port.value),
                security: security.as_ref().map(|security| security.value),
            });
            let (service, host) = (host.service, host.name.clone());
            self.settings.facts.push(Fact { service, host, direction, protocol, port: port.port.clone(), security, span });
        }
        if rows.is_empty() {
            let (direction, protocol) = settle(server, None, None, &levels);
            let security = server.security.as_ref().map(|named| named.value.at(None));
            rows.push(Row { service: host.service, direction, protocol, port: None, security });
        }
        Row::common(&rows)
    }
}

/// What the page can say at an entry: its own field, and of which server it is if there are several.
fn row(server: &Row, field: Field, is_only: bool) -> Option<Row> {
    let about = if is_only { Row::default() } else { Row { port: None, security: None, ..*server } };
    let row = match field {
        Field::All => *server,
        Field::Host => Row { service: server.service, ..about },
        Field::Port => Row { port: server.port, ..about },
        Field::Security => Row { security: server.security, ..about },
        Field::Kind => Row { direction: server.direction, protocol: server.protocol, ..about },
    };
    (row != Row::default()).then_some(row)
}

/// The fields of a list's items, whose lines are entries; an item with several fields of a server says all of it.
fn by_item(items: &[usize], fields: &[Option<(usize, Field)>], count: usize) -> Vec<Option<(usize, Field)>> {
    let mut found: Vec<Option<(usize, Field)>> = vec![None; count];
    for (item, field) in items.iter().zip(fields) {
        if let (Some(slot), Some((server, field))) = (found.get_mut(*item), *field) {
            let is_first = slot.is_none_or(|(_, before)| before == field);
            *slot = Some((server, if is_first { field } else { Field::All }));
        }
    }
    found
}

fn first_text(item: &Item) -> &[Inline] {
    item.blocks.first().map_or(&[], text_of)
}

fn cell_text(cell: &Cell) -> &[Inline] {
    cell.blocks.first().map_or(&[], text_of)
}

fn text_of(block: &Block) -> &[Inline] {
    match &block.kind {
        BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines) => inlines,
        _ => &[],
    }
}

/// Whether inlines hold a host or the number of a mail port: what describes no server is not looked at any closer.
fn may_describe(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match &inline.kind {
        InlineKind::Host(_) => true,
        InlineKind::Text(text) => names_port(text),
        InlineKind::Code(parts) => parts.iter().any(|part| match part {
            CodePart::Host(_) => true,
            CodePart::Text(text) => names_port(text),
        }),
        InlineKind::Strong(inside)
        | InlineKind::Emphasis(inside)
        | InlineKind::Action(inside)
        | InlineKind::Link { inlines: inside, .. }
        | InlineKind::Element { inlines: inside, .. }
        | InlineKind::When { inlines: inside, .. } => may_describe(inside),
        _ => false,
    })
}

/// Whether the number of a mail port stands in a text that is no prose. Most texts have no digit at all, which is found out
/// in steps of many bytes.
fn names_port(text: &str) -> bool {
    const STEP: usize = 32;
    let has_digit = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    if text.len() > LONGEST_VALUE || !text.as_bytes().chunks(STEP).any(has_digit) {
        return false;
    }
    let mut number: u16 = 0;
    text.bytes().chain([b' ']).any(|byte| {
        let is_digit = byte.is_ascii_digit();
        let is_port = !is_digit && MAIL_PORTS.contains(&number);
        number = if is_digit { number.saturating_mul(10).saturating_add(u16::from(byte - b'0')) } else { 0 };
        is_port
    })
}
