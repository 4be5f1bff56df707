//! The walk that writes a draft and takes the facts.

use super::{
    Draft, Facts, Painted, RareBlocks, Slot, SlotKind, Texts,
    abbreviations::Abbreviations,
    anchors::{Ids, plain},
    code::Highlighter,
    footnotes::Footnotes,
    setting_words::SettingWords,
    setups::Setups,
};
use crate::{
    diagnostic::Diagnostic,
    dialect::{
        Parsed,
        tree::{Address, AddressPart, Block, BlockKind, Condition, Inline, InlineKind, ParameterId, TabsKind, Text},
        vocabulary::Vocabulary,
    },
    html::escape_into,
    service::{HostPart, Service},
    settings::Settings,
    text::{FileId, Span},
};
use std::sync::Arc;

/// What a draft is written with, besides the guide itself.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The services of the site, in the vocabulary's order.
    pub services: &'a [Service],
    /// The words and hosts that have a meaning.
    pub vocabulary: &'a Vocabulary,
    /// Interface texts in the guide's language.
    pub texts: &'a Texts,
    /// Colours code.
    pub highlighter: &'a Highlighter,
    /// Its texts that are in another language.
    pub foreign: Foreign<'a>,
}

/// The texts of a guide that are in another language than its page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Foreign<'a> {
    /// Where those of a translation stand that are still in the language of its source, sorted.
    pub spans: &'a [Span],
    /// What their elements say of their language: ` lang="en-GB"`.
    pub attributes: &'a str,
    /// The files of fragments that are in another language, with what their elements say of it.
    pub files: &'a [(FileId, String)],
}

impl<'a> Foreign<'a> {
    /// What elements say of the language of the text that begins with these inlines, if it is one of them.
    fn attributes_of(&self, inlines: &[Inline]) -> Option<&'a str> {
        if self.spans.is_empty() && self.files.is_empty() {
            return None;
        }
        let is_blank = |inline: &&Inline| matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty());
        let place = inlines.iter().find(|inline| !is_blank(inline)).map(|inline| inline.span)?;
        if let Some((_, attributes)) = self.files.iter().find(|(file, _)| *file == place.file) {
            return Some(attributes);
        }
        let before = self.spans.partition_point(|span| (span.file, span.start) < (place.file, place.end));
        let holds = self.spans[..before].last().is_some_and(|span| span.file == place.file && place.start < span.end);
        holds.then_some(self.attributes)
    }
}

/// Room in which drafts are written before they are kept; one thread uses it again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) html: String,
    pub(super) slots: Vec<Slot>,
    codes: Vec<Arc<Painted>>,
    /// Whether no markup is written, since only the facts are wanted.
    facts_only: bool,
}

impl Scratch {
    /// Room for who only wants the facts: all drafts are empty.
    pub fn for_facts() -> Self {
        Self { facts_only: true, ..Self::default() }
    }
}

/// Writes the draft of a guide and takes its facts.
pub fn write(parsed: &Parsed, settings: &Settings, setting: Setting, scratch: &mut Scratch) -> (Draft, Facts, Vec<Diagnostic>) {
    scratch.html.clear();
    scratch.slots.clear();
    scratch.codes.clear();
    let mut writer = Writer {
        setting,
        settings,
        abbreviations: &Abbreviations::new(&parsed.abbreviations),
        draft: scratch,
        facts: Facts::default(),
        ids: Ids::default(),
        footnotes: if parsed.may_hold_footnotes { Footnotes::of(&parsed.blocks) } else { Footnotes::default() },
        groups: 0,
        diagnostics: Vec::new(),
        plain_titles: false,
        setting_words: SettingWords::default(),
        head_scope: "col",
        setups: Setups::default(),
        conditions: Vec::new(),
        may_hold_conditions: parsed.may_hold_conditions,
    };
    writer.outer_blocks(&parsed.blocks);
    writer.footnote_texts(&parsed.blocks);
    writer.facts.parameters.sort_unstable();
    writer.facts.parameters.dedup();
    writer.facts.services.sort_unstable();
    writer.facts.services.dedup();
    writer.facts.shrink();
    let Scratch { html, slots, codes, facts_only } = writer.draft;
    let draft = match facts_only {
        true => Draft::default(),
        false => Draft { html: html.as_str().into(), slots: slots.as_slice().into(), codes: codes.drain(..).collect() },
    };
    (draft, writer.facts, writer.diagnostics)
}

/// The start of the first paragraph that is more than a line, cut at a word.
pub fn summary(blocks: &[Block], vocabulary: &Vocabulary) -> Option<Text> {
    let first = blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(inlines) if !inlines.iter().any(|inline| matches!(inline.kind, InlineKind::When { .. })) => {
            Some(plain(inlines, vocabulary)).filter(|text| text.len() > 60)
        }
        _ => None,
    })?;
    match first.char_indices().nth(155) {
        Some((limit, _)) => Some(format!("{}…", first[..limit].rsplit_once(' ').map_or(&first[..limit], |(start, _)| start)).into()),
        None => Some(first.into()),
    }
}

impl RareBlocks {
    /// Notes a block whose looks are in `static/css/tabs.txt`, `code.txt`, `api.txt` or `blocks.txt`.
    pub(super) fn note(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Tabs { kind: TabsKind::Alternatives, .. } => self.tabs = true,
            BlockKind::Code { .. } => self.code = true,
            BlockKind::Element { tag, .. } if &*tag.name == "pre" => self.code = true,
            BlockKind::Api(_) => self.api = true,
            BlockKind::Carousel(_) | BlockKind::StepsTable(_) | BlockKind::Video { .. } => self.others = true,
            _ => {}
        }
    }
}

pub(super) struct Writer<'a> {
    pub setting: Setting<'a>,
    pub settings: &'a Settings,
    pub abbreviations: &'a Abbreviations<'a>,
    pub draft: &'a mut Scratch,
    pub facts: Facts,
    pub ids: Ids,
    pub footnotes: Footnotes,
    /// How many groups of tabs there were.
    pub groups: usize,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether headings are titles of a box, and none of the page.
    pub plain_titles: bool,
    /// The words that are settings in the list or paragraph that is being written.
    pub setting_words: SettingWords,
    /// What a head cell of a table written in HTML is the head of, unless it says so itself.
    pub head_scope: &'static str,
    /// The services that tables of settings were written of.
    pub setups: Setups,
    /// The conditions on which that holds which is being written.
    pub conditions: Vec<Condition>,
    /// Whether anything in the guide may depend on a value.
    pub may_hold_conditions: bool,
}

impl Writer<'_> {
    /// Writes markup of our own.
    pub fn raw(&mut self, markup: &str) {
        if !self.draft.facts_only {
            self.draft.html.push_str(markup);
        }
    }

    /// Writes text.
    pub fn escaped(&mut self, text: &str) {
        if !self.draft.facts_only {
            escape_into(text, &mut self.draft.html);
        }
    }

    /// Writes ` name="value"`.
    pub fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.escaped(value);
        self.raw("\"");
    }

    /// Writes the language of a text that is in another one than the page.
    pub fn language(&mut self, inlines: &[Inline]) {
        if let Some(attributes) = self.setting.foreign.attributes_of(inlines) {
            self.raw(attributes);
        }
    }

    /// Writes the text of a block whose element says nothing of its language.
    pub fn block_text(&mut self, inlines: &[Inline]) {
        if self.setting.foreign.attributes_of(inlines).is_none() {
            return self.inlines(inlines);
        }
        self.raw("<span");
        self.language(inlines);
        self.raw(">");
        self.inlines(inlines);
        self.raw("</span>");
    }

    pub fn slot(&mut self, kind: SlotKind) {
        let at = u32::try_from(self.draft.html.len()).unwrap_or(u32::MAX);
        self.draft.slots.push(Slot { at, kind });
    }

    /// Leaves the inside of a code block to rendering.
    pub fn code(&mut self, painted: Arc<Painted>) {
        painted.parameters().for_each(|parameter| self.use_parameter(parameter));
        self.slot(SlotKind::Code(self.draft.codes.len() as u32));
        self.draft.codes.push(painted);
    }

    pub fn use_parameter(&mut self, parameter: ParameterId) {
        self.facts.parameters.push(parameter);
        self.facts.services.push(parameter.service);
    }

    /// Writes a service's host with its marks.
    pub fn host(&mut self, service: u16) {
        self.raw("<span class=\"host\">");
        self.bare_host(service);
        self.raw("</span>");
    }

    /// Writes a service's host inside an element that stands for more.
    pub fn bare_host(&mut self, service: u16) {
        self.host_parts(service, SlotKind::Mark);
    }

    fn host_parts(&mut self, service: u16, slot: fn(ParameterId) -> SlotKind) {
        let services = self.setting.services;
        let Some(known) = services.get(service as usize) else { return };
        self.facts.services.push(service);
        for part in &known.host.parts {
            match part {
                HostPart::Literal(text) => self.escaped(text),
                HostPart::Parameter(index) => {
                    let parameter = ParameterId { service, parameter: *index as u16 };
                    self.use_parameter(parameter);
                    self.slot(slot(parameter));
                }
            }
        }
    }

    /// Writes an attribute whose value may hold hosts.
    pub fn attribute_with_hosts(&mut self, name: &str, value: &Address) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.attribute_text(value);
        self.raw("\"");
    }

    /// Writes a text with hosts inside an attribute's value.
    pub fn attribute_text(&mut self, address: &Address) {
        for part in &address.parts {
            match part {
                AddressPart::Text(text) => self.escaped(text),
                AddressPart::Host(service) => self.host_parts(*service, SlotKind::MarkText),
            }
        }
    }

    /// Writes plain text inside an attribute's value, in which hosts may stand in whatever notation.
    pub fn text_with_hosts(&mut self, text: &str) {
        let vocabulary = self.setting.vocabulary;
        let mut from = 0;
        for host in vocabulary.find_hosts(text).into_iter().filter(|host| !host.mark.is_empty()) {
            self.escaped(text.get(from..host.start).unwrap_or_default());
            self.host_parts(host.service, SlotKind::MarkText);
            from = host.end;
        }
        self.escaped(text.get(from..).unwrap_or_default());
    }

    /// The values in a text that rendering will write.
    pub fn note_address(&mut self, address: &Address) {
        for part in &address.parts {
            if let AddressPart::Host(service) = part {
                self.facts.services.push(*service);
                let services = self.setting.services;
                for index in services.get(*service as usize).iter().flat_map(|service| service.host.parameters()) {
                    self.use_parameter(ParameterId { service: *service, parameter: index as u16 });
                }
            }
        }
    }

    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }
}
