//! Markdown inside of raw tables and lists: between blank lines, as CommonMark has it. It ends before the next tag of the table.

use super::{
    Line, NOTHING, Previous, Scanner,
    containers::Cursor,
    html::{is_one_of, tag_name},
    leaves::Leaf,
    lists::Move,
};

/// Elements whose cells or items may hold Markdown.
pub const HOLDERS: &[&str] = &["table", "ul", "ol", "dl"];
/// Tags at which the raw HTML goes on.
const TAGS: &[&str] =
    &["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "ul", "ol", "li", "dl", "dt", "dd"];

/// So many blank lines may stand above Markdown.
const MAX_BLANK: usize = 20;
/// So far above a blank line is looked for the code that it may stand in.
const MAX_CODE: usize = 4000;

/// A stretch of Markdown in a raw element.
#[derive(Clone, Debug)]
pub struct Island {
    /// Where the element ends.
    pub until: usize,
    /// How many containers it stands in.
    depth: usize,
    /// How far its first line is indented, which in HTML means nothing.
    indent: Option<usize>,
}

impl Island {
    /// The raw HTML that goes on behind it.
    pub fn leaf(&self) -> Leaf {
        Leaf::Raw { until: self.until, drop_blank_lines: true, may_hold_markdown: true }
    }
}

impl<'a> Scanner<'a> {
    /// Whether Markdown follows on a blank line in a raw element, which then ends here for as long as it reaches.
    pub(super) fn starts_island(&mut self, line: &Line) -> bool {
        let Leaf::Raw { until, may_hold_markdown: true, .. } = self.leaf else { return false };
        if !line.cursor.is_blank() {
            return false;
        }
        if self.is_in_code(line.start) {
            self.splice(line.end()..line.end(), NOTHING.to_string());
            self.previous = Previous { content: line.content(), ..Previous::default() };
            return true;
        }
        let rest = self.source.text.get(line.end()..until).unwrap_or_default().split('\n').skip(1).take(MAX_BLANK);
        let next = rest.map(|line| line.trim_start_matches(['>', ' ', '\t'])).find(|line| !line.trim().is_empty());
        if next.is_none_or(|next| next.starts_with('<')) {
            return false;
        }
        self.island = Some(Island { until, depth: self.containers.len(), indent: None });
        self.leaf = Leaf::None;
        self.previous = Previous { content: line.content(), blank: true, ..Previous::default() };
        true
    }

    /// Whether the last `<pre>` before a place is not closed there. Blank lines in it are code.
    fn is_in_code(&self, at: usize) -> bool {
        let above = &self.source.text.as_bytes()[at.saturating_sub(MAX_CODE)..at];
        let last = |tag: &[u8]| memchr::memmem::rfind(above, tag);
        last(b"<pre").is_some_and(|open| last(b"</pre").is_none_or(|close| close < open))
    }

    /// Goes past the containers of the raw element and the indentation of its Markdown. Gives back how many containers were matched.
    pub(super) fn line_of_island(&mut self, line: &mut Line<'a>) -> Option<usize> {
        let island = self.island.clone()?;
        let Island { until, depth, indent } = island;
        let mut cursor = line.cursor;
        if line.start >= until || self.match_some(&mut cursor, 0, depth) < depth {
            self.island = None;
            return None;
        }
        if cursor.is_blank() {
            return None;
        }
        let in_fence = matches!(self.leaf, Leaf::Fence { .. });
        if !in_fence && is_tag(cursor.rest()) {
            self.island = None;
            self.close_to(depth);
            self.leaf = island.leaf();
            self.unindent(line, cursor, usize::MAX);
            return Some(depth);
        }
        let wanted = indent.unwrap_or_else(|| cursor.indent());
        if let Some(island) = &mut self.island {
            island.indent = Some(wanted);
        }
        self.unindent(line, cursor, wanted);
        Some(depth)
    }

    /// Takes up to `columns` columns of white space away.
    fn unindent(&mut self, line: &mut Line<'a>, cursor: Cursor<'a>, columns: usize) {
        let mut after = cursor;
        let (range, rest_of_tab) = Move::Left(columns.min(cursor.indent())).edit(line.start, &mut after);
        if !range.is_empty() {
            self.splice(range, rest_of_tab);
        }
        line.cursor = Cursor { column: cursor.column, ..after };
    }
}

fn is_tag(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('<') && is_one_of(tag_name(text).0, TAGS)
}
