//! Callouts, tabs and FAQ: which line belongs to which quote.

use super::{
    Line, Previous, Scanner,
    containers::{Container, ContainerKind, Cursor, NO_BREAK_SPACE, QuoteKind, bullet_width, is_thematic_break, marker_width, prefix},
    details::is_block_line,
    leaves::Leaf,
    markers::{Marker, is_known},
    tables::code_spans,
};
use crate::diagnostic::{
    CALLOUT_DEPTH, CALLOUT_GLUED, CALLOUT_LAZY_LINE, CALLOUT_STRAY, FAQ_LOST_ANSWER, TABS_BLANK_SEPARATOR, TABS_GLUED_LINE, TYPO_SPACE,
};

/// Blocks that a marker can start besides callouts.
pub const OTHER_BLOCKS: &[&str] = &["tabs", "faq", "api", "carousel", "settings", "product-section"];
/// Those of them that are complete with their marker.
pub const TEXTLESS_BLOCKS: &[&str] = &["settings", "product-section"];

impl<'a> Scanner<'a> {
    /// Deals with a line that lacks the markers of some open containers. Tells whether the line is done with;
    /// otherwise those containers end before it.
    pub(super) fn continue_quote(&mut self, line: &mut Line<'a>, matched: usize) -> bool {
        let labelled = self.containers.iter().rposition(|container| container.is_labelled());
        if let Some(tabs) = labelled.filter(|tabs| *tabs + 1 == matched && self.containers[matched].is_quote()) {
            self.label_line(line, tabs);
            return false;
        }
        if labelled.is_some_and(|faq| self.containers[faq].is(QuoteKind::Faq) && faq + 2 == matched)
            && self.containers[matched].is(QuoteKind::Plain)
        {
            self.label_line(line, matched - 1);
            return false;
        }
        if labelled.is_some_and(|tabs| tabs >= matched) {
            if self.goes_on_below(line, matched) {
                self.lazy_line(line, matched);
                return true;
            }
            if self.containers[matched].is_quote() && !line.cursor.rest().trim_start().starts_with(['>', '<', '/']) {
                self.glued_line(line, matched);
            }
            return false;
        }
        if !is_plain(&line.cursor)
            || self.containers[matched..].iter().all(|container| !container.is_quote()) && self.glued_item(line).is_some()
        {
            self.table_after(line, matched);
            return false;
        }
        let in_paragraph = self.leaf == Leaf::Paragraph;
        let in_callout = self.containers[matched..].iter().any(Container::is_callout);
        let after_its_blank_line = self.previous.blank && self.containers[matched].is_callout();
        if in_callout && (in_paragraph || after_its_blank_line) {
            self.lazy_line(line, matched);
            return true;
        }
        if in_paragraph {
            self.inline(line, false);
            self.bold_of_line(line.content(), true);
            self.previous = Previous { content: line.content(), ..Previous::default() };
        }
        in_paragraph
    }

    /// A label directly below a body: an empty line between them keeps CommonMark from taking it as the body's text.
    fn label_line(&mut self, line: &Line, tabs: usize) {
        if self.leaf == Leaf::Paragraph || matches!(self.leaf, Leaf::Table { .. } | Leaf::Html) {
            let separator = format!("{}\n", prefix(&self.containers[..=tabs]).trim_end());
            self.splice(line.start..line.start, separator);
        }
    }

    /// Whether a text without marks stands in the middle of a tab's body, as the line below shows.
    fn goes_on_below(&self, line: &Line, matched: usize) -> bool {
        let below = self.source.text[line.end()..].split('\n').nth(1).unwrap_or_default();
        let body = self.within(below, matched).and_then(|below| below.strip_prefix('>')).map(str::trim_start);
        let is_body = self.containers.get(matched + 1).is_some_and(Container::is_quote);
        self.leaf == Leaf::Paragraph && is_body && body.is_some_and(|body| body.starts_with('>')) && is_plain(&line.cursor)
    }

    fn glued_line(&mut self, line: &Line, matched: usize) {
        let blank = format!("{}\n", prefix(&self.containers[..matched]).trim_end());
        let message = "this line follows directly on a block of tabs, where other renderers take it as a tab";
        self.repair(&TABS_GLUED_LINE, line.content(), message, vec![(line.start..line.start, blank)]);
    }

    fn lazy_line(&mut self, line: &Line<'a>, matched: usize) {
        let missing = self.containers[matched..].iter().take_while(|container| container.is_quote()).count();
        let markers = "> ".repeat(missing.max(1));
        let repaired = self.containers[matched..].iter().find_map(|container| match container.kind {
            ContainerKind::Quote(QuoteKind::Callout(diagnostic)) => diagnostic,
            _ => None,
        });
        let place = line.at()..line.at();
        match repaired.and_then(|at| self.out.diagnostics.get_mut(at)) {
            Some(diagnostic) => {
                let edit = crate::diagnostic::Edit { span: self.source.span(place.clone()), replacement: markers.clone() };
                diagnostic.fix.push(edit);
                self.splice(place, markers);
            }
            None => {
                let what = if self.containers[matched].is_callout() { "callout" } else { "text" };
                let message = format!("this line belongs to the {what} above, but has no `>`");
                self.repair(&CALLOUT_LAZY_LINE, line.content(), message, vec![(place, markers)]);
            }
        }
        for container in &mut self.containers[matched..] {
            container.has_content = true;
        }
        let goes_on = self.leaf == Leaf::Paragraph;
        self.leaf = Leaf::Paragraph;
        self.inline(line, false);
        self.bold_of_line(line.content(), goes_on);
        self.previous = Previous { content: line.content(), ..Previous::default() };
    }

    /// A line that starts with a callout's marker, but without `>`: the quote starts all the same.
    pub(super) fn marker_without_quote(&mut self, line: &mut Line<'a>) -> bool {
        let is_meant = Marker::of(line.cursor.rest().trim_start()).is_some_and(|marker| marker.opening.len() > 1 && is_known(marker.name));
        if !is_meant || self.containers.last().is_some_and(Container::is_quote) {
            return false;
        }
        let indent = line.cursor.indent();
        line.cursor.skip(indent);
        let at = line.at()..line.at();
        let is_glued = at.start == line.start && line.start > 0 && !self.source.text[..line.start].ends_with("\n\n");
        let quote = if is_glued { "\n> " } else { "> " };
        self.previous.blank |= is_glued;
        self.repair(&CALLOUT_LAZY_LINE, line.content(), "this marker of a callout has no `>`", vec![(at, quote.into())]);
        self.containers.push(Container::quote());
        true
    }

    /// A no-break space between `>` and a callout's marker, which would make the marker text.
    pub(super) fn space_before_marker(&mut self, line: &mut Line) {
        let Some(after) = line.cursor.rest().strip_prefix(NO_BREAK_SPACE).filter(|after| after.starts_with("[!")) else { return };
        let end = line.end() - after.len();
        let place = end - NO_BREAK_SPACE.len_utf8()..end;
        let message = "a no-break space before this marker would make it text";
        self.repair(&TYPO_SPACE, place.clone(), message, vec![(place, " ".into())]);
        line.cursor.at += NO_BREAK_SPACE.len_utf8();
        line.cursor.column += 1;
    }

    /// A marker in the middle of a text, such as a table's cell, where no callout can stand: it is left out.
    pub(super) fn stray_marker(&mut self, line: &Line<'a>) {
        let text = line.cursor.rest();
        let codes = code_spans(text);
        for (at, _) in text.match_indices("[!").filter(|(at, _)| !codes.iter().any(|code| code.contains(at))) {
            let Some(marker) = Marker::of(&text[at..]).filter(|marker| is_known(marker.name)) else { continue };
            let is_link = marker.rest.starts_with(['(', '[']) || text[..at].ends_with('\\');
            if is_link {
                continue;
            }
            let before = text[..at].trim_end().strip_suffix('>').map_or(at, |before| before.len());
            let is_cell_start = text[..before].trim_end().is_empty() || text[..before].trim_end().ends_with('|');
            let start = line.at() + if is_cell_start { before } else { at };
            let spaces = marker.rest.len() - marker.rest.trim_start_matches(' ').len();
            let end = line.at() + at + marker.name.len() + 3 + spaces;
            let message = format!("no callout can stand here, so `[!{}]` is left out", marker.name);
            self.repair(&CALLOUT_STRAY, start..end, message, vec![(start..end, String::new())]);
        }
    }

    /// Looks for `[!name]` at the start of the line's content and makes its quote what the marker says.
    /// Tells whether it was there.
    pub(super) fn quote_marker(&mut self, line: &mut Line<'a>) -> bool {
        let depth = self.containers.len();
        let Some(innermost) = self.containers.last() else { return false };
        let Some(marker) =
            Marker::of(line.cursor.rest()).filter(|marker| innermost.is_quote() && (marker.opening.len() > 1 || !innermost.has_content))
        else {
            self.label_checks(line);
            return false;
        };
        let in_body = depth >= 2 && self.containers[depth - 2].is_labelled();
        let kind = self.marker_kind(line, &marker);
        if in_body && !self.is_body_of_its_own(line) {
            self.deepen(line);
            return true;
        }
        if self.containers[depth - 1].has_content {
            self.split_quote(line);
        } else if depth == 1 && !self.previous.blank && self.leaf_before_was_text() {
            let message = "no blank line stands before this callout";
            self.repair(&CALLOUT_GLUED, line.content(), message, vec![(line.start..line.start, "\n".into())]);
        }
        self.containers[depth - 1] = Container { kind: ContainerKind::Quote(kind), indent: 0, marker: 0, has_content: false };
        true
    }

    /// Settings blocks have no text of their own, so one that stands as a tab's body at its depth is meant so.
    fn is_body_of_its_own(&self, line: &Line) -> bool {
        line.cursor.rest().starts_with("[!settings]")
    }

    fn leaf_before_was_text(&self) -> bool {
        let before = self.source.text[self.previous.content.clone()].trim_start();
        !before.is_empty()
            && !before.starts_with(['<', '#', '`', '~', '|'])
            && !is_block_line(before)
            && !before.starts_with(super::NOTHING)
    }

    /// A marker in the middle of a quote starts a new one.
    fn split_quote(&mut self, line: &Line) {
        let outer = self.containers.len() - 1;
        let blank = format!("{}\n", prefix(&self.containers[..outer]).trim_end());
        let message = "no blank line stands between this callout and the quote above";
        self.repair(&CALLOUT_GLUED, line.content(), message, vec![(line.start..line.start, blank)]);
        self.leaf = Leaf::None;
    }

    /// A block that stands at the depth of a tab's body: one `>` more for it and its lines.
    fn deepen(&mut self, line: &Line) {
        let number = self.out.diagnostics.len();
        let message = "in a tab, a callout needs one `>` more than the text around it";
        self.repair(&CALLOUT_DEPTH, line.content(), message, vec![(line.at()..line.at(), "> ".into())]);
        let kind = ContainerKind::Quote(QuoteKind::Callout(Some(number)));
        self.containers.push(Container { kind, indent: 0, marker: 0, has_content: false });
        self.leaf = Leaf::None;
    }

    /// Notes on the lines of tabs and FAQ that other renderers lose.
    fn label_checks(&mut self, line: &Line) {
        let Some(innermost) = self.containers.last() else { return };
        if innermost.is(QuoteKind::Tabs)
            && let Some(separator) = self.previous.separator.clone()
        {
            let end = separator.start + self.source.text[separator.clone()].trim_end().len();
            let message = "other renderers lose tabs that a bare `>` separates";
            let edits = vec![(end..end, ">".to_owned())];
            self.repair_with_help(&TABS_BLANK_SEPARATOR, separator, message, "write `>>` between two tabs", edits);
        }
        let text = &self.source.text[line.start..line.end()];
        if matches!(&self.containers[..], [faq, _] if faq.is(QuoteKind::Faq)) && lacks_space(text) {
            let at = line.start + 2;
            let message = "other renderers lose an answer that follows `>>` without a space";
            self.repair(&FAQ_LOST_ANSWER, line.content(), message, vec![(at..at, " ".into())]);
        }
    }
}

/// Whether text follows directly on the `>>` that a line starts with.
fn lacks_space(line: &str) -> bool {
    line.strip_prefix(">>").is_some_and(|rest| rest.starts_with(|letter: char| !letter.is_whitespace() && letter != '>'))
}

/// Whether a line is nothing but text, so that it can continue a paragraph of a quote whose marker it lacks.
fn is_plain(cursor: &Cursor) -> bool {
    if cursor.indent() > 3 {
        return true;
    }
    let text = cursor.rest().trim_start();
    let starts_block =
        text.starts_with(['>', '<', '|', '#', '=']) || is_block_line(text) || text.starts_with("```") || text.starts_with("~~~");
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let starts_block = starts_block && !(hashes > 0 && text[hashes..].starts_with(|letter: char| !letter.is_whitespace()));
    !starts_block && marker_width(text).is_none() && bullet_width(text).is_none() && !is_thematic_break(text) && !text.starts_with("[!")
}
