//! The way through the lines of a text with components.

use super::{
    BLOCKS, WIDGETS,
    jsx::{MAX_TAG, Tag},
};
use crate::{
    diagnostic::{COMPONENT_UNSUPPORTED, Diagnostic, HTML_UNCLOSED},
    dialect::source::{Source, Splice},
};
use std::{collections::HashMap, ops::Range};

/// So many components may stand in each other.
const MAX_DEPTH: usize = 16;

/// What must be spliced so that a text says in the dialect what it says with components, and what could not be said.
pub fn lower(source: &Source) -> (Vec<Splice>, Vec<Diagnostic>) {
    let mut lines = Lines {
        source,
        text: source.text,
        frames: Vec::new(),
        fence: None,
        done: 0,
        last_ends: HashMap::new(),
        comments_stay_open: false,
        zones_in_line: 0,
        splices: Vec::new(),
        diagnostics: Vec::new(),
    };
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        if start >= lines.done {
            lines.line(start, end);
        }
        start += line.len();
    }
    for frame in std::mem::take(&mut lines.frames) {
        lines.unclosed(&frame);
    }
    (lines.splices, lines.diagnostics)
}

/// A component that is open around the lines.
#[derive(Clone, Debug)]
pub(super) struct Frame<'t> {
    pub(super) name: &'t str,
    opening: Range<usize>,
    /// How far its tag is indented.
    indent: usize,
    /// How far its first line is indented, which is where its text starts.
    dedent: Option<usize>,
    /// What its lines start with in the dialect.
    prefix: String,
}

/// The way through the lines, and what was found on it.
pub(super) struct Lines<'t> {
    source: &'t Source<'t>,
    pub(super) text: &'t str,
    pub(super) frames: Vec<Frame<'t>>,
    /// The fence of the code that is open: its mark, and how often it stands there.
    fence: Option<(u8, usize)>,
    /// Where what was dealt with ends, which may be some lines below.
    pub(super) done: usize,
    /// Where the last end tag of a name stands, for the names that were asked for.
    last_ends: HashMap<&'t str, Option<usize>>,
    /// Whether a comment was met that is never closed, so that none after it is either.
    pub(super) comments_stay_open: bool,
    /// How many zones are open whose text stands in a line.
    pub(super) zones_in_line: usize,
    splices: Vec<Splice>,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Lines<'t> {
    fn line(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let content = start + line.len() - line.trim_start().len();
        if content == end {
            return self.splice(start..end, self.prefix().trim_end().to_owned());
        }
        let indent = content - start;
        if let Some(frame) = self.frames.last_mut() {
            frame.dedent.get_or_insert(if indent > frame.indent { indent } else { frame.indent });
        }
        if self.is_code(&self.text[content..end]) {
            return self.margin(start..content);
        }
        if line.starts_with("import ") && is_import(line) {
            return self.splice(start..end, String::new());
        }
        if let Some(key) = control_panel_key(&self.text[content..end]) {
            return self.control_panel(key, start..end, content - start);
        }
        let tag = Tag::at(self.text, content);
        let is_alone = |tag: &Tag| self.rest_of_line(tag.range.end).trim().is_empty();
        match tag {
            Some(tag) if is_alone(&tag) && self.block_tag(&tag, start..content) => self.done = tag.range.end,
            Some(tag) if self.is_tab(&tag) => {
                self.open_tab(&tag, start..content, tag.range.clone());
                self.inlines(tag.range.end, end);
            }
            _ => {
                self.margin(start..content);
                self.inlines(content, end);
            }
        }
    }

    /// Whether a tag starts a tab of the tabs that are open.
    fn is_tab(&self, tag: &Tag) -> bool {
        tag.name == "Tab" && !tag.is_end && !tag.is_empty && self.frames.last().is_some_and(|frame| frame.name == "Tabs")
    }

    /// Whether a line is code, or the fence of some.
    fn is_code(&mut self, line: &str) -> bool {
        let text = behind_marks(line);
        let mark = text.bytes().next().unwrap_or_default();
        let count = text.bytes().take_while(|byte| *byte == mark).count();
        let is_fence = matches!(mark, b'`' | b'~') && count >= 3;
        match self.fence {
            Some((open, length)) => {
                if is_fence && open == mark && count >= length && text[count..].trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            None => {
                let opens = is_fence && !(mark == b'`' && text[count..].contains('`'));
                if opens {
                    self.fence = Some((mark, count));
                }
                opens
            }
        }
    }

    /// Deals with a tag that stands on a line alone. Tells whether it was one that does.
    fn block_tag(&mut self, tag: &Tag<'t>, margin: Range<usize>) -> bool {
        let whole = margin.start..tag.range.end + self.rest_of_line(tag.range.end).len();
        let at = format!("{}{}", self.prefix(), self.kept(margin.len()));
        let blank = at.trim_end();
        match tag.name {
            name if tag.is_end && BLOCKS.contains(&name) => return self.close(name, whole),
            "Tab" if self.is_tab(tag) => self.open_tab(tag, margin, whole),
            "Tabs" if !tag.is_empty && self.opens(tag) => {
                self.splice(whole, format!("{blank}\n{at}> [!tabs]"));
                self.open(tag, margin.len(), format!("{at}>> "));
            }
            "Region" | "Zone" | "Carousel" if !tag.is_empty && self.opens(tag) => {
                self.zones(tag);
                self.splice(whole, blank.to_owned());
                self.open(tag, margin.len(), at);
            }
            "Api" => match self.api_call(tag) {
                Some(call) => self.splice(whole, format!("{blank}\n{at}> [!api]\n{at}>\n{at}> {call}\n{blank}")),
                None => return false,
            },
            name if tag.is_empty && WIDGETS.contains(&name) => {
                self.unsupported(tag, "has no text to show, and is left out");
                self.splice(whole, blank.to_owned());
            }
            _ => return false,
        }
        true
    }

    /// `[[cpnav:web-email-pro]]` is the box that shows the way through the control panel.
    fn control_panel(&mut self, key: &str, line: Range<usize>, indent: usize) {
        let at = format!("{}{}", self.prefix(), self.kept(indent));
        let blank = at.trim_end();
        let name = key.replace('-', " ");
        let title = name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect::<String>();
        let lines = [
            format!("<!-- CP-NAV-START:{key} -->"),
            String::new(),
            format!("[{title}](/links/control-panel/{key})"),
            String::new(),
            format!("<!-- CP-NAV-END:{key} -->"),
        ];
        let lines = lines.map(|line| if line.is_empty() { blank.to_owned() } else { format!("{at}{line}") });
        self.splice(line, format!("{blank}\n{}\n{blank}", lines.join("\n")));
    }

    /// Whether a component is closed somewhere below, and is not too deep.
    fn opens(&mut self, tag: &Tag<'t>) -> bool {
        let last_end = || memchr::memmem::rfind(self.text.as_bytes(), format!("</{}", tag.name).as_bytes());
        let last_end = *self.last_ends.entry(tag.name).or_insert_with(last_end);
        self.frames.len() < MAX_DEPTH && last_end.is_some_and(|end| end >= tag.range.end)
    }

    fn open(&mut self, tag: &Tag<'t>, indent: usize, prefix: String) {
        self.frames.push(Frame { name: tag.name, opening: tag.range.clone(), indent, dedent: None, prefix });
    }

    /// `<Tab label="Step 1">`: the label becomes a line of its own, and so does a text behind the tag.
    fn open_tab(&mut self, tag: &Tag<'t>, margin: Range<usize>, whole: Range<usize>) {
        let prefix = self.prefix();
        let before = format!("{}> ", prefix.trim_end().strip_suffix(">>").unwrap_or_default());
        let goes_on = !self.rest_of_line(whole.end).trim().is_empty();
        let after = if goes_on { format!("\n{prefix}") } else { String::new() };
        match ["label", "title", "value"].iter().find_map(|name| tag.attribute(name)) {
            Some(label) => {
                self.splice(margin.start..label.start, before);
                self.splice(label.end..whole.end, after);
            }
            None => self.splice(margin.start..whole.end, format!("{}{after}", before.trim_end())),
        }
        self.open(tag, margin.len(), prefix);
    }

    /// Ends the innermost component of a name, and what was left open in it. Tells whether there was one.
    fn close(&mut self, name: &str, place: Range<usize>) -> bool {
        let Some(at) = self.frames.iter().rposition(|frame| frame.name == name) else { return false };
        let mut closed = self.frames.split_off(at);
        closed.drain(1..).for_each(|frame| self.unclosed(&frame));
        let blank = if name == "Tab" { closed[0].prefix.trim_end().to_owned() } else { self.prefix().trim_end().to_owned() };
        self.splice(place, blank);
        true
    }

    /// What is for readers of a zone is shown to all.
    pub(super) fn zones(&mut self, tag: &Tag) {
        if !tag.is_end && matches!(tag.name, "Region" | "Zone") {
            self.unsupported(tag, "is for the readers of some zones; its text is shown to all");
        }
    }

    pub(super) fn unsupported(&mut self, tag: &Tag, what: &str) {
        let message = format!("`<{}>` {what}", tag.name);
        let span = self.source.span(tag.range.clone());
        self.diagnostics.push(Diagnostic::new(&COMPONENT_UNSUPPORTED, span, message).help("say in words what readers need"));
    }

    fn unclosed(&mut self, frame: &Frame) {
        let span = self.source.span(frame.opening.clone());
        let message = format!("this `<{}>` is never closed", frame.name);
        self.diagnostics.push(Diagnostic::new(&HTML_UNCLOSED, span, message).help(format!("add `</{}>`", frame.name)));
    }

    /// The start of a line that stands `indent` columns to the right in the text.
    fn margin(&mut self, margin: Range<usize>) {
        if !self.frames.is_empty() {
            self.splice(margin.clone(), format!("{}{}", self.prefix(), self.kept(margin.len())));
        }
    }

    /// What is left of an indentation when that of the component around it is taken away.
    fn kept(&self, indent: usize) -> String {
        " ".repeat(indent.saturating_sub(self.frames.last().and_then(|frame| frame.dedent).unwrap_or(0)))
    }

    fn prefix(&self) -> String {
        self.frames.last().map(|frame| frame.prefix.clone()).unwrap_or_default()
    }

    pub(super) fn rest_of_line(&self, at: usize) -> &'t str {
        let end = self.text.floor_char_boundary((at + MAX_TAG).min(self.text.len()));
        self.text[at..end].split('\n').next().unwrap_or_default()
    }

    pub(super) fn splice(&mut self, range: Range<usize>, text: String) {
        if self.text[range.clone()] != text {
            self.splices.push(Splice { range, text });
        }
    }
}

/// A line without the marks of the quotes and items that it starts with.
fn behind_marks(line: &str) -> &str {
    let mut text = line.trim_start_matches(['>', ' ', '\t']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(item) = text[digits..].strip_prefix(". ").or_else(|| text.strip_prefix("- ")).or_else(|| text.strip_prefix("* ")) {
        text = item.trim_start();
    }
    text
}

/// The key of a line `[[cpnav:key]]`.
fn control_panel_key(line: &str) -> Option<&str> {
    let key = line.trim_end().strip_prefix("[[cpnav:")?.strip_suffix("]]")?.trim();
    let is_key = !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '/' | '.'));
    is_key.then_some(key)
}

/// `import Api from '@components/Api';`
fn is_import(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(';');
    line.ends_with(['\'', '"'])
        && (line.contains(" from '") || line.contains(" from \"") || line.starts_with("import '") || line.starts_with("import \""))
}
