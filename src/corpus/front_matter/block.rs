//! Where front matter begins and ends. A `---` may also be a rule between two paragraphs, and then it begins nothing.

use super::{Delimiter, keys};
use crate::corpus::yaml::is_key_line;
use std::ops::Range;

/// The line at `start`, without its break, and where the next one begins.
pub(super) fn line(text: &str, start: usize) -> (Range<usize>, usize) {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    match memchr::memchr(b'\n', rest) {
        Some(length) => {
            let end = start + length - usize::from(length > 0 && rest.get(length - 1) == Some(&b'\r'));
            (start..end, start + length + 1)
        }
        None => (start..text.len(), text.len()),
    }
}

/// Whether a line is `---`, with or without spaces after it.
pub(super) fn is_delimiter(line: &str) -> bool {
    line.strip_prefix("---").is_some_and(|rest| rest.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r')))
}

/// Whether a line is meant as a delimiter: other dashes, or more or fewer of them.
pub(super) fn is_mistyped_delimiter(line: &str) -> bool {
    let dashes = line.trim_end().chars().count();
    (2..=8).contains(&dashes) && line.trim_end().chars().all(|letter| matches!(letter, '-' | '–' | '—')) && !is_delimiter(line)
        || line.trim_end() == "—"
}

/// The first delimiter of a file, if it begins front matter: it stands at the top, and what follows it has keys, or
/// closes at once. A byte order mark and blank lines may stand before it; it may be mistyped, and missing above a known key.
pub(super) fn opening(text: &str) -> Option<Delimiter> {
    let start = first_line(text);
    let (range, next) = line(text, start);
    let first = text.get(range.clone())?;
    if is_delimiter(first) && range.end < text.len() {
        return begins_entries(text.get(next..)?).then_some(Delimiter { line: range, next });
    }
    if is_mistyped_delimiter(first) && is_closed_mapping(text, next, &|line| is_delimiter(line) || is_mistyped_delimiter(line)) {
        return Some(Delimiter { line: range, next });
    }
    is_closed_mapping(text, start, &is_delimiter).then_some(Delimiter { line: start..start, next: start })
}

/// Where the first line that is not blank starts.
fn first_line(text: &str) -> usize {
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    while start < text.len() {
        let (range, next) = line(text, start);
        if !text.get(range).is_some_and(|line| line.trim().is_empty()) {
            break;
        }
        start = next;
    }
    start
}

/// So many lines of front matter are looked at to tell whether it is some.
const MOST_LINES: usize = 40;

/// Whether front matter follows a delimiter at the top: its first line has a key, it closes at once, or a line before the next
/// delimiter has a known key.
fn begins_entries(rest: &str) -> bool {
    let first = rest.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let closes_at_once = rest.lines().next().is_some_and(is_delimiter);
    closes_at_once
        || first.is_some_and(|first| is_key_line(first.trim_start()))
        || rest.lines().take(MOST_LINES).take_while(|line| !is_delimiter(line)).any(keys::begins_with_known_key)
            && rest.lines().take(MOST_LINES).any(is_delimiter)
}

/// Whether a mapping starts at `start` whose first key is known, and nothing but entries stands before the line that closes it.
fn is_closed_mapping(text: &str, start: usize, closes: &dyn Fn(&str) -> bool) -> bool {
    let rest = text.get(start..).unwrap_or_default();
    let mut lines = rest.lines().take(MOST_LINES);
    lines.next().is_some_and(|first| keys::begins_with_known_key(first) && first.starts_with(|letter: char| letter.is_ascii_lowercase()))
        && lines.find(|line| !is_entry(line)).is_some_and(closes)
}

/// The next delimiter from the line at `start` on, mistyped or not.
pub(super) fn closing(text: &str, start: usize) -> Option<Delimiter> {
    let mut at = start;
    while at < text.len() {
        let (range, next) = line(text, at);
        if text.get(range.clone()).is_some_and(|line| is_delimiter(line) || is_mistyped_delimiter(line)) {
            return Some(Delimiter { line: range, next });
        }
        at = next;
    }
    None
}

/// Where front matter without a closing delimiter ends: before the first line that is no entry, and before a blank
/// line unless a known key follows it.
pub(super) fn end_of_entries(text: &str, start: usize) -> usize {
    let (mut at, mut end, mut after_blank) = (start, start, false);
    while at < text.len() {
        let (range, next) = line(text, at);
        let line = text.get(range).unwrap_or_default();
        if line.trim().is_empty() {
            after_blank = true;
        } else if is_entry(line) && (!after_blank || keys::begins_with_known_key(line)) {
            (end, after_blank) = (next, false);
        } else if after_blank || !line.starts_with('#') {
            break;
        }
        at = next;
    }
    end
}

/// Where the front matter ends if its closing delimiter was forgotten and `block` holds a part of the body as well:
/// a line without a key after a blank line, and no known key after that. `None` where all of it is front matter.
pub(super) fn body_inside(text: &str, block: Range<usize>) -> Option<usize> {
    let (mut at, mut end, mut after_blank, mut found) = (block.start, block.start, false, None);
    while at < block.end {
        let (range, next) = line(text, at);
        let line = text.get(range).unwrap_or_default();
        if line.trim().is_empty() {
            after_blank = true;
        } else {
            if keys::begins_with_known_key(line) {
                (end, found) = (next, None);
            } else if is_entry(line) && found.is_none() {
                end = next;
            } else if after_blank && (!line.starts_with('#') || line.starts_with("##")) {
                found = found.or(Some(end));
            }
            after_blank = false;
        }
        at = next;
    }
    found
}

/// Whether the line can be a part of a mapping's entry.
fn is_entry(line: &str) -> bool {
    line.starts_with([' ', '\t']) || line.starts_with("- ") || is_key_line(line)
}
