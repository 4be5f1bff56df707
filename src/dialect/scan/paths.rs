//! Paths of Windows in a text: Markdown takes a backslash before a sign as a mark that the sign is text, and drops it.

use super::{Scanner, tables::code_spans};
use crate::diagnostic::PATH_BACKSLASH;
use memchr::memchr_iter;
use std::ops::Range;

/// Whether such a path may start anywhere in a text whose first backslash stands at `first`.
pub fn may_hold_path(text: &str, first: usize) -> bool {
    let bytes = text.as_bytes();
    memchr_iter(b'\\', &bytes[first..])
        .map(|at| first + at)
        .any(|at| matches!(bytes[..at].last(), Some(b':' | b'%' | b'\\')) || matches!(bytes.get(at + 1), Some(b'<' | b'%')))
}

impl Scanner<'_> {
    /// `C:\Users\<name>`, `%APPDATA%\.kube` and `\\server\share`: all their backslashes are text.
    pub(super) fn paths(&mut self, range: &Range<usize>) {
        let text = &self.source.text[range.clone()];
        let mut codes = None;
        let mut done = 0;
        for at in memchr_iter(b'\\', text.as_bytes()) {
            if at < done || !starts_path(text, at) {
                continue;
            }
            let codes = codes.get_or_insert_with(|| code_spans(text));
            let path = at..path_end(text, at);
            done = path.end;
            if !codes.iter().any(|code| code.contains(&at)) {
                self.path(range.start, text, path);
            }
        }
    }

    fn path(&mut self, start: usize, text: &str, path: Range<usize>) {
        let inside = &text[path.clone()];
        let is_share = inside.starts_with("\\\\") && !text[..path.start].ends_with([':', '%']);
        if inside[usize::from(is_share)..].contains("\\\\") {
            // Its author doubled the backslashes.
            return;
        }
        let backslashes = memchr_iter(b'\\', inside.as_bytes()).map(|at| path.start + at);
        let mut edits: Vec<_> =
            backslashes.filter_map(|at| Some((start + at..start + at, lost_before(&text[at + 1..])?.to_owned()))).collect();
        // The second asterisk of `*.*`.
        let second = inside.find("\\*.*").filter(|at| !inside[at + 4..].starts_with('*')).map(|at| start + path.start + at + 3);
        edits.extend(second.map(|at| (at..at, "\\".to_owned())));
        if !edits.is_empty() {
            let message = "a backslash of this path would vanish";
            self.repair_with_help(&PATH_BACKSLASH, start + path.start..start + path.end, message, "put the path between backticks", edits);
        }
    }
}

/// Whether the backslash at `at` is the first of a path: after a drive or a variable, the first of two before a server, or between
/// a domain and what stands for a user's name.
fn starts_path(text: &str, at: usize) -> bool {
    let before = &text[..at];
    if let Some(drive) = before.strip_suffix(':') {
        let mut letters = drive.chars().rev();
        return letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && !letters.next().is_some_and(char::is_alphanumeric);
    }
    if let Some(variable) = before.strip_suffix('%') {
        let name = variable.len() - variable.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_').len();
        return name > 0 && variable[..variable.len() - name].ends_with('%');
    }
    if text[at + 1..].starts_with(['<', '%']) {
        let domain = before.len() - before.trim_end_matches(|letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit()).len();
        return domain > 1 && !before[..before.len() - domain].ends_with(char::is_alphanumeric);
    }
    let is_first = before.is_empty() || before.ends_with(|letter: char| letter.is_whitespace() || "(\"«“„'*|".contains(letter));
    let server = text[at..].strip_prefix("\\\\").filter(|_| is_first).unwrap_or_default();
    let name = server.len() - server.trim_start_matches(|letter: char| letter.is_alphanumeric() || "-_.<>".contains(letter)).len();
    name > 0 && server[name..].starts_with('\\') && server[name + 1..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '<')
}

/// Where a path ends: before a space that no folder's name goes on after, or before a sign that no path has.
fn path_end(text: &str, start: usize) -> usize {
    let is_end = |letter: char| matches!(letter, '"' | '»' | '”' | '“' | '|' | '`') || letter.is_whitespace();
    let mut end = start;
    loop {
        end += text[end..].find(is_end).unwrap_or(text.len() - end);
        let is_folder = text[..start].ends_with([':', '%']) && text[..end].ends_with(char::is_alphanumeric);
        let Some(next) = text[end..].strip_prefix(' ').filter(|_| is_folder) else { return end };
        let word = &next[..next.find(is_end).unwrap_or(next.len())];
        let goes_on = word.find('\\').is_some_and(|at| at > 0 && !starts_path(word, at) && !word[..at].contains(':'));
        if !goes_on {
            return end;
        }
        end += 1;
    }
}

/// What must stand before a backslash that would vanish before `after`.
fn lost_before(after: &str) -> Option<&'static str> {
    match after.bytes().next() {
        // The sign needs a backslash of its own.
        Some(b'*' | b'_' | b'[' | b']' | b'&') => Some("\\\\"),
        // Pipes divide cells.
        Some(b'|') => None,
        Some(byte) if byte.is_ascii_punctuation() => Some("\\"),
        Some(_) => None,
        None => Some("\\"),
    }
}
