//! Tables as HTML.

use super::{Heading, anchors::plain, writer::Writer};
use crate::{
    dialect::tree::{Alignment, BlockKind, Cell, Table, TableStep},
    settings::{Marked, Row},
    text::Span,
};

impl Writer<'_> {
    /// A box in which a wide table scrolls by itself. It has the name of the section that it stands in: a page may have many.
    pub(super) fn table_wrapper(&mut self) {
        let (texts, here) = (self.setting.texts, self.conditions.last().copied());
        self.raw("<div class=\"table\" role=\"group\" tabindex=\"0\"");
        // A heading that may be hidden, or be left out by a build, names only what goes with it.
        let is_there = |heading: &&Heading| heading.level > 0 && heading.condition.is_none_or(|condition| Some(condition) == here);
        match self.facts.headings.iter().rfind(is_there).map(|heading| heading.id.clone()) {
            Some(heading) => self.attribute("aria-labelledby", &heading),
            None => self.attribute("aria-label", &texts.table),
        }
        self.raw(">");
    }

    pub(super) fn table(&mut self, table: &Table, span: Span) {
        let settings = self.settings;
        let marked = settings.tables.get(&span);
        self.table_wrapper();
        self.raw("<table");
        if let Some(marked) = marked {
            self.marked_attributes(marked);
            marked.service.into_iter().for_each(|service| self.note_table_of(service));
        }
        self.raw(">\n");
        if let Some(head) = &table.head {
            self.raw("<thead><tr>");
            self.cells("th", head, &table.alignments, &[]);
            self.raw("</tr></thead>\n");
        }
        let labels = self.labels(table, marked.is_some());
        self.raw("<tbody>\n");
        for (at, row) in table.rows.iter().enumerate() {
            self.raw("<tr");
            if let Some(Some(row)) = marked.map(|marked| marked.rows.get(at).and_then(Option::as_ref)) {
                self.row_attributes(row);
            }
            self.raw(">");
            self.cells("td", row, &table.alignments, &labels);
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table></div>\n");
    }

    /// The names of the columns of a settings table that have to stand beside the values where there is no room for columns.
    fn labels(&self, table: &Table, is_settings: bool) -> Vec<String> {
        let head = table.head.iter().filter(|head| is_settings && head.len() > 2).flatten();
        let text = |cell: &Cell| match cell.blocks.first().map(|block| &block.kind) {
            Some(BlockKind::Plain(inlines) | BlockKind::Paragraph(inlines)) => plain(inlines, self.setting.vocabulary),
            _ => String::new(),
        };
        head.map(text).collect()
    }

    fn cells(&mut self, tag: &str, cells: &[Cell], alignments: &[Alignment], labels: &[String]) {
        for (at, cell) in cells.iter().enumerate() {
            let class = match alignments.get(at) {
                Some(Alignment::Center) => " class=\"center\"",
                Some(Alignment::End) => " class=\"end\"",
                _ => "",
            };
            let is_head = tag == "th" && !cell.blocks.is_empty();
            self.raw(if is_head { "<th scope=\"col\"" } else { "<td" });
            self.raw(class);
            if let Some(label) = labels.get(at).filter(|label| at > 0 && !label.is_empty()) {
                self.attribute("data-label", label);
            }
            self.raw(">");
            self.blocks(&cell.blocks);
            self.raw(if is_head { "</th>" } else { "</td>" });
        }
    }

    pub(super) fn steps_table(&mut self, steps: &[TableStep]) {
        self.raw("<ol class=\"steps-table\" data-steps-table>\n");
        for step in steps {
            self.raw("<li>");
            if !step.text.is_empty() {
                self.wrapped("<div class=\"step-text\">", &step.text, "</div>");
            }
            if !step.media.is_empty() {
                self.wrapped("<div class=\"step-media\">", &step.media, "</div>");
            }
            self.raw("</li>\n");
        }
        self.raw("</ol>\n");
    }

    /// What is known of a table of settings, for checks and scripts.
    pub(super) fn marked_attributes(&mut self, marked: &Marked) {
        self.raw(" data-settings");
        self.setting_attributes(
            marked.service,
            marked.direction.map(|value| value.as_str()),
            marked.protocol.map(|value| value.as_str()),
            marked.port,
            marked.security.map(|value| value.as_str()),
        );
    }

    fn row_attributes(&mut self, row: &Row) {
        self.setting_attributes(
            row.service,
            row.direction.map(|value| value.as_str()),
            row.protocol.map(|value| value.as_str()),
            row.port,
            row.security.map(|value| value.as_str()),
        );
    }

    pub(super) fn setting_attributes(
        &mut self,
        service: Option<u16>,
        direction: Option<&str>,
        protocol: Option<&str>,
        port: Option<u16>,
        security: Option<&str>,
    ) {
        let services = self.setting.services;
        if let Some(service) = service.and_then(|service| services.get(service as usize)) {
            self.attribute("data-service", &service.id);
        }
        for (name, value) in [("data-direction", direction), ("data-protocol", protocol), ("data-security", security)] {
            if let Some(value) = value {
                self.attribute(name, value);
            }
        }
        if let Some(port) = port {
            self.attribute("data-port", &port.to_string());
        }
    }
}
