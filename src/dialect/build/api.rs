//! API calls: `@api {v1} /section METHOD /path` and its older forms (dialect.md §3.4).

use super::{Builder, build_fragment, inlines::address};
use crate::{
    diagnostic::{API_METHOD, API_SECTION_MISMATCH, API_UNPARSABLE},
    dialect::tree::{AddressPart, ApiCall, Block, BlockKind},
    text::Span,
    words,
};
use std::ops::Range;

const METHODS: &[&str] = &["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];

impl Builder<'_> {
    /// The calls in the lines of a quote. Lines that are none stay text; of `blocks`, which the quote holds, those stay
    /// as they are that stand below the calls.
    pub(super) fn api(&mut self, range: Range<usize>, span: Span, blocks: Vec<Block>) -> Vec<Block> {
        let edited = self.edited;
        let text = call_lines(&edited.text[range.clone()]);
        let below = self.span(range.start + text.len()..range.end).start;
        let mut calls = Vec::new();
        let mut others = Vec::new();
        let mut start = range.start;
        for line in text.split('\n') {
            let content = line.trim_start_matches(['>', ' ', '\t']);
            let at = start + line.len() - content.len();
            start += line.len() + 1;
            let whole = content;
            let content = content.trim_end().trim_matches('`').trim();
            let at = at + (content.as_ptr() as usize - whole.as_ptr() as usize);
            if content.is_empty() || content.starts_with("[!") {
                continue;
            }
            let place = self.span(at..at + content.len());
            let mended = with_braces(content);
            if let Some(mended) = &mended {
                let help = "write `@api {v1} /section METHOD /path`";
                self.offer(&API_UNPARSABLE, place, "a brace of this call's version is missing", help, vec![(place, mended.clone())]);
            }
            match parse(mended.as_deref().unwrap_or(content)) {
                Some((version, section, method, path)) => {
                    self.check_call(place, section, method, path);
                    let section = section.map_or_else(|| first_part(path), str::to_owned);
                    let method = method.to_ascii_uppercase();
                    calls.push(ApiCall {
                        span: place,
                        version: version.into(),
                        section: section.into(),
                        method: method.into(),
                        path: self.path_text(path).into(),
                    });
                }
                None => {
                    let inlines = build_fragment(self, whole.trim_end(), place);
                    others.push(Block { span: place, kind: BlockKind::Paragraph(inlines) });
                    self.complain(&API_UNPARSABLE, place, "this line is no API call", "write `@api {v1} /section METHOD /path`");
                }
            }
        }
        let mut out = Vec::new();
        if !calls.is_empty() {
            out.push(Block { span, kind: BlockKind::Api(calls) });
        }
        out.extend(others);
        let is_whole = text.len() == range.len();
        out.extend(blocks.into_iter().filter(|block| !is_whole && block.span.start >= below));
        out
    }

    /// The path as its author meant it; a host in it stands as it is shown.
    fn path_text(&self, path: &str) -> String {
        let parts = address(path).parts.into_iter().map(|part| match part {
            AddressPart::Text(text) => braces(&text),
            AddressPart::Host(service) => self.vocabulary.shown_host(service).unwrap_or_default().to_owned(),
        });
        parts.collect()
    }

    fn check_call(&mut self, span: Span, section: Option<&str>, method: &str, path: &str) {
        if !METHODS.contains(&method.to_ascii_uppercase().as_str()) {
            self.complain(&API_METHOD, span, format!("`{method}` is no method"), words::did_you_mean(method, METHODS));
        }
        if let Some(section) = section.filter(|section| !is_start_of(path, section)) {
            let message = format!("the section `{section}` is no prefix of the path `{path}`");
            self.complain(&API_SECTION_MISMATCH, span, message, "use the first part of the path");
        }
    }
}

/// The lines of a quote down to the blank one that follows its last call; all of them if it has no call.
fn call_lines(text: &str) -> &str {
    let Some(last) = text.rfind("@api") else { return text };
    let mut end = last;
    for line in text[last..].split_inclusive('\n') {
        if line.trim_start_matches(['>', ' ', '\t']).trim().is_empty() {
            return &text[..end];
        }
        end += line.len();
    }
    text
}

/// A call with both braces of its version, if one was forgotten.
fn with_braces(line: &str) -> Option<String> {
    let rest = line.strip_prefix("@api ")?.trim_start();
    let (word, after) = rest.split_at(rest.find(' ')?);
    let name = word.trim_start_matches('{').trim_end_matches('}');
    let is_version = name.strip_prefix('v').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let is_whole = word.starts_with('{') && word.ends_with('}');
    (is_version && !is_whole).then(|| format!("@api {{{name}}}{after}"))
}

/// Version, section, method and path of a call.
fn parse(line: &str) -> Option<(&str, Option<&str>, &str, &str)> {
    let rest = line.strip_prefix("@api")?;
    let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
    let (braced, rest) = rest.trim_start().strip_prefix('{')?.split_once('}')?;
    let words: Vec<&str> = rest.split_whitespace().collect();
    let is_method = |word: &str| METHODS.contains(&word.to_ascii_uppercase().as_str());
    let is_path = |word: &str| word.starts_with('/');
    match words[..] {
        [path] if is_method(braced) && is_path(path) => Some(("v1", None, braced, path)),
        [method, path] if is_path(path) && !is_path(method) => Some((braced, None, method, path)),
        [section, method, path] if is_path(section) && is_path(path) => Some((braced, Some(section), method, path)),
        _ => None,
    }
}

/// Whether a path starts with a section: `/domain/zone` with `/domain`, but not with `/do`.
fn is_start_of(path: &str, section: &str) -> bool {
    path.strip_prefix(section.trim_end_matches('/')).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The path with the braces that some authors write as entities.
fn braces(path: &str) -> String {
    path.replace("&#123;", "{").replace("&#125;", "}").replace("\\{", "{").replace("\\}", "}")
}

fn first_part(path: &str) -> String {
    path.split('/').nth(1).map_or_else(|| path.to_owned(), |part| format!("/{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_a_whole_part_of_its_path() {
        for (path, section, is_start) in
            [("/domain/zone", "/domain", true), ("/domain", "/domain/", true), ("/domains", "/domain", false), ("/a", "/", true)]
        {
            assert_eq!(is_start_of(path, section), is_start, "{path} {section}");
        }
    }

    #[test]
    fn both_grammars() {
        assert_eq!(parse("@api {v1} /a GET /a/{id}"), Some(("v1", Some("/a"), "GET", "/a/{id}")));
        assert_eq!(parse("@api {v1} GET /a/b"), Some(("v1", None, "GET", "/a/b")));
        assert_eq!(parse("@api(eu) {POST} /a"), Some(("v1", None, "POST", "/a")));
        for wrong in ["@api", "@api {v1} a", "see {v1} GET /x", "@api {v1} /a GET a"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
