//! Quotes: what their marker makes of them.

use super::{
    Builder,
    frames::{take_anchors, trim},
    labels,
};
use crate::{
    diagnostic::{CALLOUT_EMPTY, FAQ_LOST_ANSWER, SETTINGS_UNKNOWN_PROTOCOL, SETTINGS_UNKNOWN_SERVICE},
    dialect::{
        callouts::callout_kind,
        plain_text,
        tree::{Block, BlockKind, CalloutKind, Image, Inline, InlineKind, SettingsBlock, Slide, Tab},
    },
    service::Protocol,
    text::Span,
    words,
};
use std::ops::Range;

/// A `[!name]` marker: its name, the rest of its line, and what follows.
struct Marker {
    name: String,
    line: Vec<Inline>,
}

impl Builder<'_> {
    pub(super) fn quote(&mut self, mut blocks: Vec<Block>, range: Range<usize>, span: Span) -> Vec<Block> {
        // A backslash that scanning left there says that the bracket is text.
        let is_escaped = self.edited.text[range.clone()].trim_start_matches(['>', ' ', '\t', '\n']).starts_with('\\');
        let Some(marker) = (!is_escaped).then(|| take_marker(&mut blocks)).flatten() else {
            let kind = if blocks.is_empty() { return Vec::new() } else { BlockKind::Quote(blocks) };
            return vec![Block { span, kind }];
        };
        let kind = match marker.name.to_ascii_lowercase().as_str() {
            "tabs" => self.tabs(prepend(marker.line, blocks)),
            "faq" => self.faq(prepend(marker.line, blocks)),
            "api" => return self.api(range, span, blocks),
            "carousel" => carousel(prepend(marker.line, blocks)),
            "settings" => return self.settings(marker.line, blocks, span),
            name if name.starts_with("product-section") => return prepend(marker.line, blocks),
            name => self.callout(name, marker.line, blocks, span),
        };
        vec![Block { span, kind }]
    }

    fn callout(&mut self, name: &str, mut title: Vec<Inline>, blocks: Vec<Block>, span: Span) -> BlockKind {
        let kind = callout_kind(name).map_or(CalloutKind::Primary, |(kind, _)| kind);
        trim(&mut title);
        if let [Inline { kind: InlineKind::Strong(inside), .. }] = &mut title[..] {
            title = std::mem::take(inside);
        }
        if blocks.is_empty() && title.is_empty() {
            self.complain(&CALLOUT_EMPTY, span, "this callout has no content", "write its text on lines that start with `>`, or remove it");
        }
        BlockKind::Callout { kind, title, blocks }
    }

    /// `[!settings] email-pro imap`: the service, then the protocols that are wanted.
    fn settings(&mut self, line: Vec<Inline>, blocks: Vec<Block>, span: Span) -> Vec<Block> {
        let text = plain_text(&line);
        let mut words_of_line = text.split([' ', ',', '\t']).filter(|word| !word.is_empty());
        let id = words_of_line.next().unwrap_or_default();
        let Some(service) = self.vocabulary.service(id) else {
            let help = words::did_you_mean(id, &self.vocabulary.service_ids());
            let message = if id.is_empty() { "the service's name is missing".to_owned() } else { format!("there is no service `{id}`") };
            self.complain(&SETTINGS_UNKNOWN_SERVICE, span, message, help);
            return blocks;
        };
        let offered = self.vocabulary.protocols(service).to_vec();
        let mut protocols = Vec::new();
        for word in words_of_line {
            let lower = word.to_ascii_lowercase();
            let protocol = Protocol::parse(if lower == "pop" { "pop3" } else { &lower });
            match protocol.filter(|protocol| offered.contains(protocol) || *protocol == Protocol::Smtp) {
                Some(protocol) => protocols.push(protocol),
                None => {
                    let names: Vec<&str> = offered.iter().map(|protocol| protocol.as_str()).collect();
                    let help = words::did_you_mean(&lower, &names);
                    self.complain(&SETTINGS_UNKNOWN_PROTOCOL, span, format!("`{id}` has no protocol `{word}`"), help);
                }
            }
        }
        let mut all = vec![Block { span, kind: BlockKind::Settings(SettingsBlock { service, protocols }) }];
        all.extend(blocks);
        all
    }

    fn faq(&mut self, blocks: Vec<Block>) -> BlockKind {
        let mut entries = labels::group(blocks, false);
        self.answers_beside_questions(&mut entries);
        for entry in &mut entries {
            entry.anchors.extend(take_anchors(&mut entry.label));
            trim(&mut entry.label);
            if entry.label.is_empty() {
                let help = "put the question on a line with one `>` above its answer";
                self.complain(&crate::diagnostic::FAQ_NO_QUESTION, entry.span, "this answer has no question", help);
            }
        }
        BlockKind::Faq(entries)
    }
}

impl Builder<'_> {
    /// Questions whose answers stand at their own depth: what does not end in a question mark is more of the answer.
    fn answers_beside_questions(&mut self, entries: &mut Vec<Tab>) {
        let asks = |entry: &Tab| plain_text(&entry.label).trim_end().ends_with(['?', '？', '؟']);
        let is_so = entries.len() > 1 && entries.iter().all(|entry| entry.blocks.is_empty());
        if !is_so || !entries.first().is_some_and(asks) || entries.iter().all(asks) {
            return;
        }
        let mut questions: Vec<Tab> = Vec::new();
        for entry in entries.drain(..) {
            match questions.last_mut() {
                Some(question) if !asks(&entry) => {
                    self.complain(
                        &FAQ_LOST_ANSWER,
                        entry.span,
                        "an answer stands where other renderers expect a question",
                        "write `>>` before it",
                    );
                    question.blocks.push(Block { span: entry.span, kind: BlockKind::Paragraph(entry.label) });
                }
                _ => questions.push(entry),
            }
        }
        *entries = questions;
    }
}

/// What stood on the marker's line goes before the rest.
fn prepend(line: Vec<Inline>, blocks: Vec<Block>) -> Vec<Block> {
    let mut line = line;
    trim(&mut line);
    let Some(first) = line.first() else { return blocks };
    let span = first.span;
    let mut all = vec![Block { span, kind: BlockKind::Paragraph(line) }];
    all.extend(blocks);
    all
}

/// Takes the marker off a quote's first paragraph.
fn take_marker(blocks: &mut Vec<Block>) -> Option<Marker> {
    let Some(Block { kind: BlockKind::Paragraph(inlines), .. }) = blocks.first_mut() else { return None };
    let Some(Inline { kind: InlineKind::Text(text), .. }) = inlines.first_mut() else { return None };
    let (name, rest) = text.trim_start().strip_prefix("[!")?.split_once(']')?;
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '(' | ')' | ' ');
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let (name, rest) = (name.trim().to_owned(), rest.to_owned());
    *text = rest.into();
    let line = take_line(inlines);
    trim(inlines);
    if inlines.is_empty() {
        blocks.remove(0);
    }
    Some(Marker { name, line })
}

/// Takes everything up to the first line break of the source.
pub fn take_line(inlines: &mut Vec<Inline>) -> Vec<Inline> {
    let is_end = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.contains('\n'),
        InlineKind::Break => true,
        _ => false,
    };
    let Some(at) = inlines.iter().position(is_end) else { return std::mem::take(inlines) };
    let mut rest = inlines.split_off(at);
    let mut line = std::mem::take(inlines);
    let first = rest.remove(0);
    if let InlineKind::Text(text) = &first.kind
        && let Some((before, after)) = text.split_once('\n')
    {
        line.push(Inline { span: first.span, kind: InlineKind::Text(before.into()) });
        rest.insert(0, Inline { span: first.span, kind: InlineKind::Text(after.into()) });
    }
    *inlines = rest;
    line
}

/// The pictures of a carousel; what is no picture stays a caption.
fn carousel(blocks: Vec<Block>) -> BlockKind {
    let mut slides: Vec<Slide> = Vec::new();
    let mut add = |inlines: Vec<Inline>| {
        if let Some((slide, first)) = slides.last_mut().zip(inlines.first()).filter(|(slide, _)| !slide.caption.is_empty()) {
            slide.caption.push(Inline { span: first.span, kind: InlineKind::Break });
        }
        for inline in inlines {
            match (inline.kind, slides.last_mut()) {
                (InlineKind::Image(image), _) => slides.push(Slide { image: *image, caption: Vec::new() }),
                (InlineKind::Text(text), Some(_)) if text.trim().is_empty() => {}
                (kind, Some(slide)) => slide.caption.push(Inline { span: inline.span, kind }),
                (kind, None) => slides.push(Slide { image: no_image(inline.span), caption: vec![Inline { span: inline.span, kind }] }),
            }
        }
    };
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => add(inlines),
            BlockKind::List(list) => {
                for block in list.items.into_iter().flat_map(|item| item.blocks) {
                    if let BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) = block.kind {
                        add(inlines);
                    }
                }
            }
            _ => {}
        }
    }
    for slide in &mut slides {
        trim(&mut slide.caption);
    }
    BlockKind::Carousel(slides)
}

fn no_image(span: Span) -> Image {
    Image { span, address: "".into(), alt: Default::default(), title: Default::default(), classes: Vec::new(), width: None, height: None }
}
