//! Inlines as HTML.

use super::{Link, SlotKind, WhenForm, addresses::is_address, media::Frame, writer::Writer};
use crate::dialect::tree::{CodePart, Inline, InlineKind};
use std::sync::Arc;

impl Writer<'_> {
    pub(super) fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(text) => self.text(text),
            InlineKind::Code(parts) if is_address(parts) => self.code_address(parts),
            InlineKind::Code(parts) => {
                self.raw(if self.is_setting(parts) { "<code class=\"setting\">" } else { "<code>" });
                self.code_parts(parts);
                self.raw("</code>");
            }
            InlineKind::Action(inside) => self.around("<span class=\"action\">", inside, "</span>"),
            InlineKind::Emphasis(inside) => self.around("<em>", inside, "</em>"),
            InlineKind::Strong(inside) => self.around("<strong>", inside, "</strong>"),
            InlineKind::Strike(inside) => self.around("<del>", inside, "</del>"),
            InlineKind::Link { to, inlines } => {
                let number = self.facts.links.len() as u32;
                self.note_address(&to.address);
                self.note_address(&to.title);
                self.facts.links.push(Link { to: Arc::clone(to), fill: inlines.is_empty(), span: inline.span });
                self.slot(SlotKind::LinkStart(number));
                self.inlines(inlines);
                self.slot(SlotKind::LinkEnd(number));
            }
            InlineKind::Image(image) => self.image(image, Frame::Inline),
            InlineKind::Break => self.raw("<br>\n"),
            InlineKind::Host(host) => self.host_name(host, Self::host),
            InlineKind::Anchor(name) => self.anchor(name, inline.span),
            InlineKind::Placeholder(text) => {
                self.raw("<code class=\"placeholder\">");
                self.escaped(text);
                self.raw("</code>");
            }
            InlineKind::Element { tag, inlines } => {
                self.raw("<");
                self.raw(&tag.name);
                tag.attributes.iter().for_each(|(name, value)| self.attribute_with_hosts(name, value));
                self.raw(">");
                self.inlines(inlines);
                self.raw("</");
                self.raw(&tag.name);
                self.raw(">");
            }
            InlineKind::Icon(name) => self.icon(name),
            InlineKind::FootnoteReference(label) => self.footnote_reference(label),
            InlineKind::When { condition, inlines } if self.conditions.contains(condition) => self.inlines(inlines),
            InlineKind::When { condition, inlines } => {
                self.slot(SlotKind::WhenStart(*condition, WhenForm::Inlines));
                self.on_condition(*condition, |writer| writer.inlines(inlines));
                self.slot(SlotKind::WhenEnd(*condition, WhenForm::Inlines));
            }
        }
    }

    fn around(&mut self, start: &str, inside: &[Inline], end: &str) {
        self.raw(start);
        self.inlines(inside);
        self.raw(end);
    }

    pub(super) fn code_parts(&mut self, parts: &[CodePart]) {
        for part in parts {
            match part {
                CodePart::Text(text) => self.escaped(text),
                CodePart::Host(host) => self.host(host.service),
            }
        }
    }

    fn icon(&mut self, name: &str) {
        let texts = self.setting.texts;
        let label = if name == "ellipsis" { texts.icon.as_str() } else { name };
        self.raw("<span class=\"icon-ellipsis\" role=\"img\"");
        self.attribute("aria-label", label);
        self.raw(">…</span>");
    }

    /// Text in which abbreviations stand whose meaning the guide gives.
    pub(super) fn abbreviated(&mut self, text: &str) {
        let abbreviations = self.abbreviations;
        let mut from = 0;
        for (range, meaning) in abbreviations.find_iter(text) {
            self.escaped(&text[from..range.start]);
            let word = &text[range.clone()];
            self.raw("<abbr title=\"");
            self.text_with_hosts(meaning);
            self.raw("\">");
            self.escaped(word);
            self.raw("</abbr>");
            from = range.end;
        }
        self.escaped(&text[from..]);
    }
}
