//! Code that goes on over a line break: its last backtick opens none on the line where it stands.

use super::{Scanner, containers::marker_width, details::is_block_line, tables::push_code_spans};
use memchr::{memchr, memchr_iter};
use std::ops::Range;

/// Over so many lines code may reach.
const MAX_LINES: usize = 5;

impl Scanner<'_> {
    /// Adds the insides of the code spans of a line, seen from its start.
    pub(super) fn push_codes(&mut self, range: &Range<usize>, is_heading: bool, codes: &mut Vec<Range<usize>>) {
        let source = self.source;
        let text = &source.text[range.clone()];
        let mut from = 0;
        if let Some(end) = self.code_end.take().filter(|end| range.contains(end)) {
            codes.push(0..end - range.start);
            from = end - range.start + 1;
        }
        let first = codes.len();
        push_code_spans(&text[from..], codes);
        for code in &mut codes[first..] {
            *code = code.start + from..code.end + from;
        }
        let rest = codes.last().map_or(text, |code| text[code.end..].trim_start_matches('`'));
        if !is_heading && leaves_code_open(text, rest) {
            self.code_end = self.end_of_code_below(range.end);
        }
    }

    /// The backtick on a line below that ends code which is open at `end`: the first of an odd number, since an even number would be
    /// code of that line, or the one that an attribute list follows.
    fn end_of_code_below(&self, mut end: usize) -> Option<usize> {
        for _ in 0..MAX_LINES {
            let (start, content) = self.content_below(end)?;
            if starts_block(content) {
                return None;
            }
            if let Some(tick) = memchr(b'`', content.as_bytes()) {
                let is_odd = memchr_iter(b'`', content.as_bytes()).count() % 2 == 1;
                let is_label = content[tick + 1..].starts_with('{');
                return ((is_odd || is_label) && !content.contains("``")).then_some(start + tick);
            }
            end = start + content.len();
        }
        None
    }
}

/// Whether a single backtick is left in what follows the code of a line, and belongs to no label there.
fn leaves_code_open(text: &str, rest: &str) -> bool {
    let Some(tick) = memchr(b'`', rest.as_bytes()) else { return false };
    let (before, after) = (&rest[..tick], &rest[tick + 1..]);
    let opens = !before.ends_with('\\') && !after.trim().is_empty() && !after.starts_with([' ', '{']);
    opens && !after.contains(['`', '{']) && !text.contains('|')
}

/// Whether a line starts another block than the paragraph above it.
fn starts_block(content: &str) -> bool {
    content.trim().is_empty() || content.starts_with(['#', '|', '>', '<']) || is_block_line(content) || marker_width(content).is_some()
}
