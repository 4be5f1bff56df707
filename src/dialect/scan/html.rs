//! HTML at the start of a line: what stays raw, and where Markdown goes on.

use super::{Line, NOTHING, Scanner, details::is_block_line, inline::Text, islands::HOLDERS, leaves::Leaf};
use crate::diagnostic::{COMMENT_IN_LINE, COMMENT_UNCLOSED, HTML_UNCLOSED, IMAGE_QUOTE_IN_ALT};
use memchr::memmem;
use std::collections::HashMap;

/// Elements that start an HTML block (CommonMark 0.31 §4.6, condition 6) and may hold Markdown.
const WRAPPERS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "details",
    "dialog",
    "div",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "html",
    "main",
    "nav",
    "p",
    "section",
    "summary",
];
/// Those whose inside is HTML to their end, blank lines and all.
const RAW: &[&str] = &["table", "ul", "ol", "dl", "iframe", "video", "audio", "object", "select"];
/// Those that end at a blank line and hold no Markdown.
const PLAIN: &[&str] = &[
    "base", "basefont", "caption", "col", "colgroup", "dd", "dir", "dt", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "hr", "legend", "li", "link", "menu", "menuitem", "noframes", "optgroup", "option", "param", "search", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "track",
];
/// Those whose inside is no text at all.
const VERBATIM: &[&str] = &["style", "script", "pre", "textarea"];

/// So far into a tag, in bytes, its attributes are looked for.
const MAX_TAG: usize = 1000;

impl<'a> Scanner<'a> {
    /// `alt="Result of "ping""`: quotes inside a quoted attribute of a picture end it, and the tag would be printed.
    pub(super) fn nested_quotes(&mut self, text: &Text) {
        let is_image = |at: &usize| text.text.get(*at..*at + 5).is_some_and(|tag| tag.eq_ignore_ascii_case("<img ")) && !text.in_code(*at);
        for at in memchr::memchr_iter(b'<', text.text.as_bytes()).filter(is_image) {
            for (name, quote) in [(" alt=", '"'), (" title=", '"'), (" alt=", '\''), (" title=", '\'')] {
                let Some(start) = start_of_value(&text.text[at..], name, quote).map(|start| at + start) else { continue };
                let Some(end) = value_end(text.text, start, quote) else { continue };
                let inner: Vec<_> = text.text[start..end].match_indices(quote).map(|(offset, _)| start + offset).collect();
                if inner.is_empty() || text.text[start..end].contains(['<', '=']) {
                    continue;
                }
                let message = "a quote inside this quoted text ends it";
                let written = if quote == '"' { "&quot;" } else { "&#39;" };
                let edits = inner.into_iter().map(|at| (text.place(at..at + 1), written.to_owned())).collect();
                self.repair(&IMAGE_QUOTE_IN_ALT, text.place(start..end), message, edits);
            }
        }
    }

    pub(super) fn html_line(&mut self, line: &Line<'a>, text: &str) {
        let start = line.end() - text.len();
        if text.starts_with("<!--") {
            return self.comment(line, start);
        }
        let (name, is_closing) = tag_name(text);
        let known = |names: &[&str]| is_one_of(name, names);
        if known(VERBATIM) && !is_closing {
            self.verbatim(line, start, name)
        } else if known(RAW) && !is_closing && self.raw_element(line, start, name) {
        } else if known(WRAPPERS) || known(RAW) || known(PLAIN) {
            self.leaf = Leaf::Html;
            self.html_inline(line);
        } else {
            self.not_a_block(line, start);
        }
    }

    /// Keeps an inline tag at the start of a line from turning the paragraph into an HTML block.
    fn not_a_block(&mut self, line: &Line<'a>, start: usize) {
        let goes_on = self.leaf == Leaf::Paragraph;
        if !goes_on {
            self.splice(start..start, NOTHING.to_string());
        }
        self.leaf = Leaf::Paragraph;
        self.inline(line, false);
        self.bold_of_line(line.content(), goes_on);
    }

    fn comment(&mut self, line: &Line<'a>, start: usize) {
        let Some(end) = self.comment_end(start + 4) else {
            let message = "this comment is never closed, so that all the rest would vanish";
            let after = &self.source.text[start + 4..line.end()];
            let end = start + 4 + (after.len() - after.trim_start().len());
            let help = "write `-->` where it ends, or remove its mark so that its text is shown";
            self.repair_with_help(&COMMENT_UNCLOSED, start..start + 4, message, help, vec![(start..end, String::new())]);
            self.leaf = Leaf::Paragraph;
            return;
        };
        if end > line.end() {
            self.leaf = Leaf::Raw { until: end, drop_blank_lines: false, may_hold_markdown: false };
        } else if self.only_comments(end..line.end()) {
            self.leaf = Leaf::None;
        } else {
            self.not_a_block(line, start);
        }
    }

    /// A comment that starts behind a text and goes on below a blank line, where it would be printed: it gets a line of its own.
    pub(super) fn comment_in_line(&mut self, line: &Line<'a>) -> bool {
        let content = line.content();
        let Some(start) = find(&self.source.text[..content.end], content.start, b"<!--") else { return false };
        let before = &self.source.text[content.start..start];
        let is_code = before.matches('`').count() % 2 == 1 || before.ends_with('\\');
        let Some(end) = (!is_code).then(|| self.comment_end(start + 4)).flatten().filter(|end| *end > line.end()) else { return false };
        let mut below = self.source.text[line.end()..end].lines().skip(1);
        if !below.any(|line| line.trim_start_matches(['>', ' ', '\t']).is_empty()) {
            return false;
        }
        self.inline_range(content.start..start, false);
        let message = "other renderers end this comment at the blank line below, and print all of it";
        let own_line = vec![(start..start, format!("\n{}", self.prefix()))];
        self.repair_with_help(&COMMENT_IN_LINE, start..start + 4, message, "begin it on a line of its own", own_line);
        self.leaf = Leaf::Raw { until: end, drop_blank_lines: false, may_hold_markdown: false };
        true
    }

    /// Where the comment ends whose inside starts at `from`. A search that found nothing is the last one, since from each of
    /// many comments that are never closed it would take a time that grows with their square.
    fn comment_end(&mut self, from: usize) -> Option<usize> {
        if self.comments_stay_open {
            return None;
        }
        let end = find(self.source.text, from, b"-->");
        self.comments_stay_open = end.is_none();
        end.map(|at| at + 3)
    }

    fn only_comments(&self, range: std::ops::Range<usize>) -> bool {
        let mut text = self.source.text[range].trim();
        while let Some((_, rest)) = text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
            text = rest.trim();
        }
        text.is_empty()
    }

    fn verbatim(&mut self, line: &Line<'a>, start: usize, name: &str) {
        let end = self.end_of(start, name);
        self.close_end_tag(end, name);
        match end {
            Some(end) if end > line.end() => self.leaf = Leaf::Raw { until: end, drop_blank_lines: false, may_hold_markdown: false },
            Some(_) => self.leaf = Leaf::None,
            None => {
                let message = format!("this `<{}>` is never closed", name.to_ascii_lowercase());
                self.complain(&HTML_UNCLOSED, start..start + 1 + name.len(), message, "close it");
                self.not_a_block(line, start);
            }
        }
    }

    /// Takes an element up to its end tag as raw HTML. Tells whether the end was found.
    fn raw_element(&mut self, line: &Line<'a>, start: usize, name: &str) -> bool {
        let Some(end) = self.end_of(start, name) else { return false };
        self.close_end_tag(Some(end), name);
        let may_hold_markdown = is_one_of(name, HOLDERS);
        let raw = Leaf::Raw { until: end, drop_blank_lines: true, may_hold_markdown };
        self.leaf = if end > line.end() { raw } else { Leaf::Html };
        self.html_inline(line);
        true
    }

    /// Just after the end tag of the element that starts at `start`, nested ones of its name counted.
    fn end_of(&mut self, start: usize, name: &str) -> Option<usize> {
        let text = self.source.text;
        self.element_ends.entry(name.to_ascii_lowercase()).or_insert_with(|| element_ends(text, name)).get(&start).copied()
    }

    /// `</table` without its `>` would end nothing.
    fn close_end_tag(&mut self, end: Option<usize>, name: &str) {
        if let Some(end) = end.filter(|end| !self.source.text[..*end].ends_with('>')) {
            let place = end - name.len() - 2..end;
            self.repair(&HTML_UNCLOSED, place, "this end tag has no `>`", vec![(end..end, ">".to_owned())]);
        }
    }

    /// A line inside a comment, a style or a raw table.
    pub(super) fn raw_line(&mut self, line: &Line<'a>) {
        let Leaf::Raw { until, drop_blank_lines, .. } = self.leaf else { return };
        if drop_blank_lines && line.cursor.is_blank() {
            let end = (line.end() + 1).min(self.source.text.len());
            return self.splice(line.start..end, "");
        }
        if drop_blank_lines {
            if self.may_hold_marker(line) {
                self.stray_marker(line);
            }
            self.html_inline(line);
        }
        if until <= line.end() {
            self.leaf = if drop_blank_lines { Leaf::Html } else { Leaf::None };
            let after = &self.source.text[until..line.end()];
            if !drop_blank_lines && !after.trim().is_empty() && !self.only_comments(until..line.end()) {
                let prefix = self.prefix();
                self.splice(until..until, format!("\n{prefix}"));
                self.leaf = Leaf::Paragraph;
                self.inline_range(until..line.end(), false);
            }
        }
    }

    /// Whether the line belongs to the HTML block above; Markdown below a complete tag does not.
    pub(super) fn html_continues(&mut self, line: &Line<'a>) -> bool {
        if line.cursor.is_blank() {
            return false;
        }
        let text = line.cursor.rest().trim_start();
        let above = self.source.text[self.previous.content.clone()].trim_end();
        if text.starts_with('<') && !text.starts_with("<!--") && !text.starts_with("<http") {
            let name = tag_name(text).0;
            if is_one_of(name, VERBATIM) {
                // Blank lines inside it would end the block above.
                let blank = format!("{}\n{}", self.prefix().trim_end(), self.prefix());
                self.splice(line.start..line.end() - text.len(), blank);
                self.leaf = Leaf::None;
            }
            if is_one_of(name, VERBATIM) || is_one_of(name, RAW) {
                return false;
            }
        } else if above.ends_with('>') && !is_in_summary(above)
            || text.starts_with("<!--")
            || is_block_line(text)
            || text.starts_with("```")
        {
            let blank = format!("{}\n", self.prefix().trim_end());
            self.splice(line.start..line.start, blank);
            self.leaf = Leaf::None;
            return false;
        }
        if self.may_hold_marker(line) {
            self.stray_marker(line);
        }
        self.html_inline(line);
        self.previous.content = line.content();
        true
    }
}

/// Whether a line ends in the text of a summary, which goes on below.
fn is_in_summary(line: &str) -> bool {
    line.rsplit_once("<summary>").is_some_and(|(_, text)| !text.trim().is_empty() && !text.contains("</summary"))
}

/// Where the value of an attribute starts in a tag, behind the quote that opens it. `name` has a space before it and the `=` behind it.
fn start_of_value(tag: &str, name: &str, quote: char) -> Option<usize> {
    let tag = &tag[..tag.floor_char_boundary(MAX_TAG)];
    let matches = |at: &usize| tag.get(*at..*at + name.len()).is_some_and(|part| part.eq_ignore_ascii_case(name));
    let at = memchr::memchr_iter(b' ', tag.as_bytes()).find(matches)? + name.len();
    tag[at..].starts_with(quote).then_some(at + 1)
}

/// Where the value ends that starts at `start`: at the quote that the tag's end or another attribute follows.
fn value_end(text: &str, start: usize, quote: char) -> Option<usize> {
    text[start..].match_indices(quote).map(|(offset, _)| start + offset).find(|at| {
        let after = &text[at + 1..];
        let rest = after.trim_start();
        let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let is_attribute = rest.len() < after.len() && name > 0 && rest[name..].starts_with('=');
        rest.starts_with('>') || rest.starts_with("/>") || is_attribute
    })
}

/// Whether `names` holds the name, which may stand in any case.
pub fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a text starts an HTML block that may follow directly on a paragraph or a table (CommonMark 0.31 §4.6, conditions 1 to 6).
pub fn starts_block(text: &str) -> bool {
    let (name, is_closing) = tag_name(text);
    let is_block = is_one_of(name, WRAPPERS) || is_one_of(name, PLAIN) || is_one_of(name, &["table", "ul", "ol", "dl", "iframe"]);
    text.starts_with("<!") || text.starts_with("<?") || text.starts_with('<') && (is_block || is_one_of(name, VERBATIM) && !is_closing)
}

/// The name of the tag that `text` starts with, and whether it is an end tag.
pub fn tag_name(text: &str) -> (&str, bool) {
    let rest = text.strip_prefix('<').unwrap_or(text);
    let (rest, is_closing) = rest.strip_prefix('/').map_or((rest, false), |rest| (rest, true));
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (&rest[..length], is_closing)
}

/// For each start tag of `name` that is closed, where its end tag ends. All at once, since a search from each of many
/// tags that are never closed would take a time that grows with their square.
fn element_ends(text: &str, name: &str) -> HashMap<usize, usize> {
    let mut ends = HashMap::new();
    let mut open = Vec::new();
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        let (tag, is_closing) = tag_name(&text[at..]);
        if !tag.eq_ignore_ascii_case(name) {
            continue;
        }
        if !is_closing {
            open.push(at);
        } else if let Some(start) = open.pop() {
            ends.insert(start, end_of_tag(text, at + 2 + name.len()));
        }
    }
    ends
}

/// Just after an end tag whose name ends at `at`: behind its `>`, or its name where its line has none.
fn end_of_tag(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let space = rest.len() - rest.trim_start().len();
    let same_line = memchr::memchr2(b'\n', b'<', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
    let close = if rest[space..].starts_with('>') { Some(space) } else { same_line.find('>') };
    close.map_or(at, |close| at + close + 1)
}

fn find(text: &str, from: usize, what: &[u8]) -> Option<usize> {
    memmem::find(text.as_bytes().get(from..)?, what).map(|at| from + at)
}
