//! Blank lines between lines of one block: where a quote's marks are missing on one, the block goes on below it.

use super::{
    Line, Previous, Scanner,
    containers::{Container, ContainerKind, Cursor, QuoteKind, marker_width, prefix},
    leaves::{Leaf, closes_fence},
    lists::MAX_CODE,
    markers::{Marker, is_known},
    quotes::TEXTLESS_BLOCKS,
};
use crate::diagnostic::{CALLOUT_LAZY_LINE, TABS_BLANK_SEPARATOR};

impl<'a> Scanner<'a> {
    /// How many containers stay open after a blank line that continues `matched` of them.
    pub(super) fn bridge(&mut self, line: &Line, matched: usize) -> Option<usize> {
        if matched == self.containers.len() {
            return None;
        }
        let is_bridge = self.bridges_labels(line, matched) || self.bridges_marker(line, matched);
        if is_bridge { Some(matched + 1) } else { self.bridges_body(line, matched) }
    }

    /// Whether a blank line stands in code that goes on below it in the same quotes, of which it lacks some marks.
    pub(super) fn bridges_code(&mut self, line: &Line, matched: usize) -> bool {
        let Leaf::Fence { marker, length, .. } = self.leaf else { return false };
        if !self.containers[matched..].iter().any(Container::is_quote) || !self.code_goes_on(line, (marker, length)) {
            return false;
        }
        let place = line.start..line.end();
        let message = "this blank line has not the `>` of the code around it, and would cut the code in two";
        let marks = self.prefix().trim_end().to_owned();
        let shown = if place.is_empty() { place.start..place.end + 1 } else { place.clone() };
        self.repair(&CALLOUT_LAZY_LINE, shown, message, vec![(place, marks)]);
        self.previous = Previous { content: line.content(), ..Previous::default() };
        true
    }

    /// Whether the lines below stand in all containers up to the end of the code.
    fn code_goes_on(&self, line: &Line, fence: (u8, usize)) -> bool {
        let count = self.containers.len();
        for below in self.source.text[line.end()..].split('\n').skip(1).take(MAX_CODE) {
            let mut cursor = Cursor::new(below);
            let stays = self.match_some(&mut cursor, 0, count) == count;
            if cursor.is_blank() {
                continue;
            }
            if !stays {
                return false;
            }
            let text = cursor.rest().trim_start();
            if text.starts_with("```") || text.starts_with("~~~") {
                return closes_fence(text, fence.0, fence.1);
            }
        }
        false
    }

    /// A blank line that follows directly on the marker of a callout whose depth was put right still belongs to it.
    pub(super) fn keep_repaired_callout(&mut self, line: &Line, matched: usize) -> bool {
        let Some(Container { kind: ContainerKind::Quote(QuoteKind::Callout(Some(_))), has_content: false, .. }) =
            self.containers.get(matched)
        else {
            return false;
        };
        let has_space = line.cursor.line.ends_with(' ');
        self.splice(line.end()..line.end(), if has_space { ">" } else { " >" });
        self.previous = Previous { content: line.content(), blank: true, separator: None };
        true
    }

    /// A blank line inside the body of a tab or an answer, which goes on below it. Gives back how many containers stay open.
    fn bridges_body(&mut self, line: &Line, matched: usize) -> Option<usize> {
        self.containers.get(matched).filter(|block| block.is_labelled())?;
        let below = self.source.text.get(line.end() + 1..).unwrap_or_default();
        let body = self.within(below.split('\n').next()?, matched)?.strip_prefix('>')?.trim_start().strip_prefix('>')?;
        if body.trim_start().is_empty() {
            return None;
        }
        let start = line.end() + 1;
        let place = start..start + below.find('\n').unwrap_or(below.len());
        let edits = vec![(line.start..line.end(), [prefix(&self.containers[..=matched]).trim_end(), ">"].concat())];
        let message = "a blank line stands between this and the lines above, so that other renderers take it for a quote";
        self.repair_with_help(&TABS_BLANK_SEPARATOR, place, message, "write `>>` on lines between two paragraphs", edits);
        let deeper = self.containers.iter().skip(matched + 2).position(Container::is_quote);
        Some(deeper.map_or(self.containers.len(), |deeper| matched + 2 + deeper))
    }

    /// A blank line between two tabs or questions: the block goes on below it, where a label with a body follows.
    fn bridges_labels(&mut self, line: &Line, matched: usize) -> bool {
        let Some(block) = self.containers.get(matched).filter(|block| block.is_labelled()) else { return false };
        let below = self.source.text.get(line.end() + 1..).unwrap_or_default();
        let mut lines = below.split('\n').map(|line| self.within(line, matched));
        let label = lines.next().flatten().and_then(|label| label.strip_prefix('>')).map(str::trim);
        let body = lines.next().flatten().and_then(|body| body.strip_prefix('>')).map(str::trim_start);
        let is_label = label.is_some_and(|label| is_bold(label) || !label.is_empty() && !label.starts_with(['>', '[', '-', '*', '|', '`']));
        if !is_label || !body.is_some_and(|body| body.starts_with('>') && !body.starts_with("> [!")) {
            return false;
        }
        let separator = if block.is(QuoteKind::Tabs) { ">" } else { "" };
        let start = line.end() + 1;
        let place = start..start + below.find('\n').unwrap_or(below.len());
        let edits = vec![(line.start..line.end(), [prefix(&self.containers[..=matched]).trim_end(), separator].concat())];
        let message = "a blank line stands between these and those above, so that other renderers take them for a quote";
        self.repair_with_help(&TABS_BLANK_SEPARATOR, place, message, "write `>>` between two tabs, and `>` between two questions", edits);
        true
    }

    /// A blank line between a marker and the quote that holds its block: without it, the block would be empty.
    fn bridges_marker(&mut self, line: &Line, matched: usize) -> bool {
        let is_waiting = self.containers.get(matched).is_some_and(|block| block.is_quote() && !block.has_content) && !self.previous.blank;
        let marker = if is_waiting { Marker::of(&self.source.text[self.previous.content.clone()]) } else { None };
        let Some(marker) = marker.filter(|marker| marker.rest.trim().is_empty() && is_known(marker.name)) else { return false };
        let below = self.source.text.get(line.end() + 1..).unwrap_or_default();
        let quote = below.split('\n').next().and_then(|below| self.within(below, matched)).and_then(|quote| quote.strip_prefix('>'));
        if quote.is_none_or(|quote| quote.trim_start().starts_with("[!")) || TEXTLESS_BLOCKS.contains(&marker.name) {
            return false;
        }
        let missing = prefix(&self.containers[..=matched]).trim_end().to_owned();
        let message = "a blank line without `>` separates this marker from its block";
        self.repair(&CALLOUT_LAZY_LINE, self.previous.content.clone(), message, vec![(line.start..line.end(), missing)]);
        true
    }

    /// A label of a tab or a question that is written as the item of a list: with its body below, it is none. Tells whether it was so.
    pub(super) fn item_as_label(&mut self, line: &mut Line) -> bool {
        let (count, indent) = (self.containers.len(), line.cursor.indent());
        if indent > 3 || !self.containers.last().is_some_and(Container::is_labelled) {
            return false;
        }
        let Some(width) = marker_width(line.cursor.rest().trim_start()) else { return false };
        let below = self.source.text[line.end()..].split('\n').nth(1).unwrap_or_default();
        if self.within(below, count).and_then(|below| below.strip_prefix('>')).is_none_or(|body| body.trim().is_empty()) {
            return false;
        }
        line.cursor.skip(indent);
        let start = line.at();
        if width == 1 {
            let rest = &line.cursor.rest()[1..];
            line.cursor.at += 1 + rest.len() - rest.trim_start().len();
            self.splice(start..line.at(), "");
        } else {
            self.splice(start + width - 1..start + width - 1, "\\");
        }
        true
    }

    /// What the line above says, with the mark of its item, but without those of quotes and the white space before it.
    pub(super) fn above(&self) -> &'a str {
        let content = &self.previous.content;
        let start = memchr::memrchr(b'\n', &self.source.text.as_bytes()[..content.start]).map_or(0, |newline| newline + 1);
        self.source.text[start..content.end].trim_start_matches(['>', ' ', '\t'])
    }

    /// What the line below one says, without the marks of quotes and the white space before it.
    pub(super) fn below(&self, line: &Line) -> &'a str {
        let below = self.source.text[line.end()..].split('\n').nth(1).unwrap_or_default();
        below.trim_start_matches(['>', ' ', '\t'])
    }

    /// What a line holds in the first `count` containers, if it stands in them.
    pub(super) fn within<'t>(&self, line: &'t str, count: usize) -> Option<&'t str> {
        let mut cursor = Cursor::new(line);
        (self.match_some(&mut cursor, 0, count) == count && cursor.indent() < 4).then(|| cursor.rest().trim_start())
    }
}

fn is_bold(label: &str) -> bool {
    label.starts_with("**") && label.ends_with("**")
}
