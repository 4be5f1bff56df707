//! End tags behind a text, below a blank line: `Text two.</details>`. HTML ends an element there, and Markdown would not see it.

use super::{
    Line, Scanner,
    containers::{Cursor, prefix},
    html::{is_one_of, tag_name},
    leaves::Leaf,
};

/// Elements that hold blocks. The end of a paragraph needs no tag.
const HOLDERS: &[&str] = &[
    "details",
    "div",
    "center",
    "blockquote",
    "section",
    "article",
    "aside",
    "table",
    "tr",
    "td",
    "th",
    "ul",
    "ol",
    "li",
    "dl",
    "dd",
    "dt",
    "figure",
    "font",
];

/// So many end tags of a line are looked at: for each all before it is.
const MAX_TAGS: usize = 50;

/// So far above a line the start of its element is looked for, in bytes.
const MAX_ELEMENT: usize = 20_000;

impl<'a> Scanner<'a> {
    /// Puts the end tag of an element that began above on a line of its own, with what follows it. `goes_on` tells whether it
    /// goes on with the text above. Tells whether there was one.
    pub(super) fn end_tag_behind_text(&mut self, line: &Line<'a>, goes_on: bool) -> bool {
        let Some((at, start)) = self.end_tag(line) else { return false };
        self.inline_range(line.at()..at, false);
        self.bold_of_line(line.at()..at, goes_on);
        let depth = self.depth_of(start);
        let marks = prefix(&self.containers[..depth]);
        self.splice(at..at, format!("\n{}\n{marks}", marks.trim_end()));
        self.close_to(depth);
        let mut rest = *line;
        rest.cursor.at = at - line.start;
        self.html_inline(&rest);
        self.leaf = match self.island.take() {
            Some(island) if island.until > line.end() => island.leaf(),
            _ => Leaf::Html,
        };
        true
    }

    /// The first end tag of an element that does not start on its line, and where that starts.
    fn end_tag(&self, line: &Line<'a>) -> Option<(usize, usize)> {
        let text = line.cursor.rest();
        for at in memchr::memmem::find_iter(text.as_bytes(), b"</").take(MAX_TAGS) {
            let (name, _) = tag_name(&text[at..]);
            let before = &text[..at];
            if !is_one_of(name, HOLDERS) || before.trim().is_empty() || before.matches('`').count() % 2 == 1 {
                continue;
            }
            if last_tag(before, name).is_some() {
                continue;
            }
            let above = &self.source.text[..line.at()];
            let from = above.floor_char_boundary(above.len().saturating_sub(MAX_ELEMENT));
            if let Some((start, false)) = last_tag(&above[from..], name) {
                return Some((line.at() + at, from + start));
            }
        }
        None
    }

    /// How many of the open containers the line of an element stands in.
    fn depth_of(&self, start: usize) -> usize {
        let (text, bytes) = (self.source.text, self.source.text.as_bytes());
        let from = memchr::memrchr(b'\n', &bytes[..start]).map_or(0, |newline| newline + 1);
        let line = &text[from..memchr::memchr(b'\n', &bytes[start..]).map_or(text.len(), |end| start + end)];
        self.match_some(&mut Cursor::new(line), 0, self.containers.len())
    }
}

/// The last start or end tag of an element in a text: where it starts, and whether it is an end tag.
fn last_tag(text: &str, name: &str) -> Option<(usize, bool)> {
    memchr::memrchr_iter(b'<', text.as_bytes()).find_map(|at| {
        let (other, is_closing) = tag_name(&text[at..]);
        other.eq_ignore_ascii_case(name).then_some((at, is_closing))
    })
}
