//! Blocks between markers: `/// details`, `:::info`, control-panel blocks, and blocks that depend on a value.

use super::{
    Builder, MAX_DEPTH,
    frames::Part,
    html::Mark,
    tags::{Token, tokens},
    take_from,
};
use crate::{
    diagnostic::{HEADING_SKIP, MARKER_KEY_MISMATCH, MARKER_UNCLOSED, NESTING_TOO_DEEP},
    dialect::{
        callouts::callout_kind,
        scan::OWN_MARK,
        tree::{Block, BlockKind, CalloutKind, Condition, Fold, Inline},
    },
    text::Span,
};
use std::ops::Range;

/// A stretch of blocks that a marker opened.
struct Region {
    kind: RegionKind,
    span: Span,
    parts: Vec<Part>,
}

enum RegionKind {
    Root,
    /// Details, or a callout of a type, with its title.
    Titled {
        callout: Option<CalloutKind>,
        title: Vec<Inline>,
        open: bool,
    },
    ControlPanel(String),
    When(Option<Condition>),
}

impl Builder<'_> {
    /// The blocks of a container whose parts start at `from`, once its markers and raw HTML are understood.
    pub(super) fn assemble(&mut self, from: usize) -> Vec<Block> {
        let is_plain = self.parts[from..].iter().all(|part| matches!(part, Part::Block(_)));
        if is_plain {
            return take_from(&mut self.parts, from, block);
        }
        let edited = self.edited;
        let parts = join_html(self.parts.drain(from..), &edited.text);
        let mut regions = vec![Region::new(RegionKind::Root, Span::top(crate::text::FileId(0)))];
        let mut steps: Vec<(String, Span)> = Vec::new();
        for part in parts {
            match part {
                Part::Block(_) => add(&mut regions, part),
                Part::Html { raw, range } => self.html_part(&raw, range, &mut regions, &mut steps),
            }
        }
        for (key, span) in steps {
            let help = format!("add `<!-- CP-STEPS-END:{key} -->`");
            self.complain(&MARKER_UNCLOSED, span, format!("`CP-STEPS-START:{key}` is never closed"), help);
        }
        while regions.len() > 1 {
            self.close_open_end(&mut regions);
        }
        let root = regions.pop().map(|region| region.parts).unwrap_or_default();
        self.sanitize_blocks(root)
    }

    /// Ends the innermost region that nothing closes. A box of the control panel ends where it was probably meant to: what follows is
    /// none of it.
    fn close_open_end(&mut self, regions: &mut Vec<Region>) {
        let Some(region) = regions.last_mut() else { return };
        let is_box = matches!(region.kind, RegionKind::ControlPanel(_));
        let after = if is_box { region.parts.split_off(end_of_box(&region.parts)) } else { Vec::new() };
        let is_empty = is_box && region.parts.is_empty();
        self.unclosed(region.span, &region.kind);
        if is_empty {
            regions.pop();
        } else {
            self.close(regions);
        }
        after.into_iter().for_each(|part| add(regions, part));
    }

    fn unclosed(&mut self, span: Span, kind: &RegionKind) {
        let (what, help) = match kind {
            RegionKind::ControlPanel(key) => (format!("`CP-NAV-START:{key}` is never closed"), format!("add `<!-- CP-NAV-END:{key} -->`")),
            RegionKind::When(condition) => (unclosed_condition(*condition), "add `<!-- /unknown -->` or `<!-- /known -->`".to_owned()),
            RegionKind::Titled { .. } | RegionKind::Root => return,
        };
        self.complain(&MARKER_UNCLOSED, span, what, help);
    }

    fn html_part(&mut self, raw: &str, range: Range<usize>, regions: &mut Vec<Region>, steps: &mut Vec<(String, Span)>) {
        let mut from = 0;
        for (place, token) in tokens(raw) {
            let Token::Comment(text) = token else { continue };
            let start = range.start + place.start;
            add_html(regions, &raw[from..place.start], range.start + from);
            from = place.end;
            let span = self.span(start..range.start + place.end);
            match text.strip_prefix(OWN_MARK).filter(|_| self.edited.is_inserted(start)) {
                Some("title") => take_title(regions),
                Some("open") => open_last(regions),
                Some("end") => self.close_titled(regions),
                Some(name) => {
                    let callout = name.strip_prefix("callout ").and_then(callout_kind).map(|(kind, _)| kind);
                    regions.push(Region::new(RegionKind::Titled { callout, title: Vec::new(), open: false }, span));
                }
                None => self.marker(text, span, regions, steps),
            }
        }
        add_html(regions, &raw[from..], range.start + from);
    }

    fn marker(&mut self, comment: &str, span: Span, regions: &mut Vec<Region>, steps: &mut Vec<(String, Span)>) {
        let text = comment.trim();
        let is_too_deep = regions.len() > MAX_DEPTH;
        if let Some(key) = text.strip_prefix("CP-NAV-START:") {
            if is_too_deep {
                return self.complain(&NESTING_TOO_DEEP, span, "too many control-panel blocks are open here", "close those above");
            }
            regions.push(Region::new(RegionKind::ControlPanel(key.trim().to_owned()), span));
        } else if let Some(key) = text.strip_prefix("CP-NAV-END") {
            self.close_control_panel(key.trim_start_matches(':').trim(), span, regions);
        } else if let Some(key) = text.strip_prefix("CP-STEPS-START:") {
            steps.push((key.trim().to_owned(), span));
        } else if let Some(key) = text.strip_prefix("CP-STEPS-END") {
            self.close_steps(key.trim_start_matches(':').trim(), span, steps);
        } else {
            match self.condition(text, span) {
                Some(Mark::Open(_)) if is_too_deep => {
                    self.complain(
                        &NESTING_TOO_DEEP,
                        span,
                        "too many conditions are open here",
                        "close those above with `<!-- /unknown -->`",
                    );
                }
                Some(Mark::Open(condition)) => regions.push(Region::new(RegionKind::When(condition), span)),
                Some(Mark::Close) if matches!(regions.last(), Some(Region { kind: RegionKind::When(_), .. })) => self.close(regions),
                Some(Mark::Close) => self.complain(&MARKER_UNCLOSED, span, "this comment closes nothing", "remove it"),
                None => {}
            }
        }
    }

    fn close_control_panel(&mut self, key: &str, span: Span, regions: &mut Vec<Region>) {
        match regions.last() {
            Some(Region { kind: RegionKind::ControlPanel(opened), .. }) => {
                if opened != key {
                    let message = format!("`{key}` closes `{opened}`");
                    self.complain(&MARKER_KEY_MISMATCH, span, message, "use the same key at both ends");
                }
                self.close(regions);
            }
            _ => self.complain(&MARKER_UNCLOSED, span, format!("`CP-NAV-END:{key}` closes nothing"), "remove it"),
        }
    }

    fn close_steps(&mut self, key: &str, span: Span, steps: &mut Vec<(String, Span)>) {
        match steps.iter().rposition(|(opened, _)| opened == key) {
            Some(at) => {
                steps.remove(at);
            }
            None => match steps.pop() {
                Some((opened, _)) => {
                    let message = format!("`{key}` closes `{opened}`");
                    self.complain(&MARKER_KEY_MISMATCH, span, message, "use the same key at both ends");
                }
                None => self.complain(&MARKER_UNCLOSED, span, format!("`CP-STEPS-END:{key}` closes nothing"), "remove it"),
            },
        }
    }

    /// Ends the innermost block with a title and what was left open in it.
    fn close_titled(&mut self, regions: &mut Vec<Region>) {
        let Some(at) = regions.iter().rposition(|region| matches!(region.kind, RegionKind::Titled { .. })) else { return };
        while regions.len() > at {
            if regions.len() > at + 1 {
                self.close_open_end(regions);
            } else {
                self.close(regions);
            }
        }
    }

    fn close(&mut self, regions: &mut Vec<Region>) {
        let Some(region) = regions.pop() else { return };
        let blocks = self.sanitize_blocks(region.parts);
        let end = blocks.last().map_or(region.span.end, |block| block.span.end.max(region.span.end));
        let span = Span { end, ..region.span };
        let kind = match region.kind {
            RegionKind::Root => return,
            RegionKind::Titled { callout: Some(kind), title, .. } => BlockKind::Callout { kind, title, blocks },
            RegionKind::Titled { callout: None, title: summary, open } => {
                BlockKind::Details { summary, fold: Box::new(Fold { open, anchors: Vec::new() }), blocks }
            }
            RegionKind::ControlPanel(key) => {
                // Its headings are titles of a box, which stand at no level.
                let is_inside = |place: &Span| place.file == span.file && span.start <= place.start && place.end <= span.end;
                self.diagnostics.retain(|found| !(std::ptr::eq(found.code, &HEADING_SKIP) && is_inside(&found.span)));
                let blocks = blocks.into_iter().filter(|block| block.kind != BlockKind::Rule).collect();
                BlockKind::ControlPanel { key: key.into(), blocks }
            }
            RegionKind::When(Some(condition)) => {
                self.holds_conditions = true;
                BlockKind::When { condition, blocks }
            }
            RegionKind::When(None) => return blocks.into_iter().for_each(|block| add(regions, Part::Block(block))),
        };
        add(regions, Part::Block(Block { span, kind }));
    }
}

impl Region {
    fn new(kind: RegionKind, span: Span) -> Self {
        Self { kind, span, parts: Vec::new() }
    }
}

/// Where a box of the control panel ends whose end is not marked: behind its second line, or before a heading that is not its own. A box
/// that starts with another is none: one was opened twice.
fn end_of_box(parts: &[Part]) -> usize {
    let blocks = parts.iter().map(|part| if let Part::Block(block) = part { Some(&block.kind) } else { None });
    let (mut lines, mut title) = (0, None);
    for (at, block) in blocks.enumerate() {
        match block {
            Some(BlockKind::ControlPanel { .. }) if at == 0 => return 0,
            Some(BlockKind::Rule) if lines == 1 => return at + 1,
            Some(BlockKind::Rule) => lines += 1,
            Some(BlockKind::Heading { level, .. }) => match title {
                None if lines > 0 || at == 0 => title = Some(*level),
                Some(own) if *level > own => {}
                _ => return at,
            },
            _ => {}
        }
    }
    parts.len()
}

/// What is said of a condition that nothing ends: it reaches to the end of what holds it.
fn unclosed_condition(condition: Option<Condition>) -> String {
    let what_happens = match condition {
        Some(Condition { known: false, .. }) => ", so that all that follows goes once the value is known",
        Some(Condition { known: true, .. }) => ", so that all that follows is hidden until the value is known",
        None => "",
    };
    format!("this comment is never closed{what_happens}")
}

/// What stands before the title's end is the title.
fn take_title(regions: &mut [Region]) {
    let Some(Region { kind: RegionKind::Titled { title, .. }, parts, .. }) = regions.last_mut() else { return };
    for part in std::mem::take(parts) {
        match part {
            Part::Block(Block {
                kind: BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) | BlockKind::Heading { inlines, .. },
                ..
            }) => title.extend(inlines),
            part => parts.push(part),
        }
    }
}

/// The innermost block is open from the start.
fn open_last(regions: &mut [Region]) {
    if let Some(Region { kind: RegionKind::Titled { open, .. }, .. }) = regions.last_mut() {
        *open = true;
    }
}

fn add(regions: &mut [Region], part: Part) {
    if let Some(region) = regions.last_mut() {
        region.parts.push(part);
    }
}

fn add_html(regions: &mut [Region], raw: &str, start: usize) {
    if !raw.trim().is_empty() {
        add(regions, Part::Html { raw: raw.to_owned(), range: start..start + raw.len() });
    }
}

fn block(part: Part) -> Option<Block> {
    match part {
        Part::Block(block) => Some(block),
        Part::Html { .. } => None,
    }
}

/// The lines of one piece of HTML come as events of their own; those that follow on each other are one piece. So are the lines of
/// a comment in a quote or item, with the marks between them.
fn join_html(parts: impl Iterator<Item = Part>, edited: &str) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut is_open = false;
    for part in parts {
        match (part, out.last_mut()) {
            (Part::Html { raw, range }, Some(Part::Html { raw: before, range: before_range }))
                if before_range.end == range.start || is_open && are_marks(&edited[before_range.end..range.start]) =>
            {
                is_open = ends_in_comment(&raw, is_open);
                before.push_str(&edited[before_range.end..range.start]);
                before.push_str(&raw);
                before_range.end = range.end;
            }
            (part, _) => {
                is_open = matches!(&part, Part::Html { raw, .. } if ends_in_comment(raw, false));
                out.push(part);
            }
        }
    }
    out
}

/// Whether a comment is open at the end of a line of HTML; `was_open` tells whether one was at its start.
fn ends_in_comment(line: &str, was_open: bool) -> bool {
    let rest = match line.find("-->") {
        Some(end) if was_open => &line[end + 3..],
        None if was_open => return true,
        _ => line,
    };
    rest.rfind("<!--").is_some_and(|start| !rest[start + 4..].contains("-->"))
}

/// Whether a text holds nothing but the marks of containers.
fn are_marks(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'>' | b' ' | b'\t' | b'\r' | b'\n'))
}
