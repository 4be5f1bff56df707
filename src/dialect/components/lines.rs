//! The way through the lines of a text with components.

use super::{
    BLOCKS, INLINES, WIDGETS,
    jsx::{MAX_TAG, Tag, end_of_comment},
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
struct Frame<'t> {
    name: &'t str,
    opening: Range<usize>,
    /// How far its tag is indented.
    indent: usize,
    /// How far its first line is indented, which is where its text starts.
    dedent: Option<usize>,
    /// What its lines start with in the dialect.
    prefix: String,
}

struct Lines<'t> {
    source: &'t Source<'t>,
    text: &'t str,
    frames: Vec<Frame<'t>>,
    /// The fence of the code that is open: its mark, and how often it stands there.
    fence: Option<(u8, usize)>,
    /// Where what was dealt with ends, which may be some lines below.
    done: usize,
    /// Where the last end tag of a name stands, for the names that were asked for.
    last_ends: HashMap<&'t str, Option<usize>>,
    /// Whether a comment was met that is never closed, so that none after it is either.
    comments_stay_open: bool,
    /// How many zones are open whose text stands in a line.
    zones_in_line: usize,
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
        let tag = Tag::at(self.text, content).filter(|tag| self.rest_of_line(tag.range.end).trim().is_empty());
        match tag {
            Some(tag) if self.block_tag(&tag, start..content) => self.done = tag.range.end,
            _ => {
                self.margin(start..content);
                self.inlines(content, end);
            }
        }
    }

    /// Whether a line is code, or the fence of some.
    fn is_code(&mut self, text: &str) -> bool {
        let mark = text.as_bytes()[0];
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
            "Tab" if !tag.is_empty && self.frames.last().is_some_and(|frame| frame.name == "Tabs") => self.open_tab(tag, margin, whole),
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
                self.unsupported(tag, "works in a browser only, and is left out");
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

    /// `<Tab label="Step 1">`: the label becomes a line of its own.
    fn open_tab(&mut self, tag: &Tag<'t>, margin: Range<usize>, whole: Range<usize>) {
        let prefix = self.prefix();
        let before = format!("{}> ", prefix.trim_end().strip_suffix(">>").unwrap_or_default());
        match ["label", "title", "value"].iter().find_map(|name| tag.attribute(name)) {
            Some(label) => {
                self.splice(margin.start..label.start, before);
                self.splice(label.end..whole.end, String::new());
            }
            None => self.splice(whole, before.trim_end().to_owned()),
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

    /// Components, comments and attributes in a line of text.
    fn inlines(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(found) = memchr::memchr3(b'<', b'{', b'`', &self.text.as_bytes()[at..end]).map(|offset| at + offset) {
            at = match self.text.as_bytes()[found] {
                b'`' => end_of_code(&self.text[..end], found),
                b'{' => match self.comment(found) {
                    Some(close) => close,
                    None => found + 1,
                },
                _ => match Tag::at(self.text, found) {
                    Some(tag) => {
                        self.inline_tag(&tag);
                        tag.range.end
                    }
                    None => found + 1,
                },
            };
            if at >= end {
                break;
            }
        }
    }

    /// Takes the comment away that starts at a place, and gives back where it ended. A search that found no end is the last one.
    fn comment(&mut self, at: usize) -> Option<usize> {
        if self.comments_stay_open || !self.text[at..].starts_with("{/*") {
            return None;
        }
        let end = end_of_comment(self.text, at);
        self.comments_stay_open = end.is_none();
        self.done = end?;
        self.splice(at..self.done, String::new());
        end
    }

    fn inline_tag(&mut self, tag: &Tag<'t>) {
        let range = tag.range.clone();
        match tag.name {
            "Tab" if tag.is_end => {
                // Its text ends on this line.
                if let Some(at) = self.frames.iter().rposition(|frame| frame.name == "Tab") {
                    self.frames.truncate(at);
                    self.splice(range, String::new());
                }
            }
            "ManagerLink" if tag.is_end => self.splice(range, "](/links/manager)".into()),
            "ManagerLink" if !tag.is_empty => self.splice(range, "[".into()),
            "Tooltip" if tag.is_end => self.splice(range, "</abbr>".into()),
            "Tooltip" => match ["content", "text", "title"].iter().find_map(|name| tag.attribute(name)) {
                Some(title) => {
                    self.splice(range.start..title.start, "<abbr title=\"".into());
                    self.splice(title.end..range.end, "\">".into());
                }
                None => self.splice(range, "<abbr>".into()),
            },
            "LinkCard" => self.link_card(tag),
            "Api" => {
                if let Some(call) = self.api_call(tag) {
                    self.splice(range, format!("`{}`", call.trim_start_matches("@api ")));
                }
            }
            "Region" | "Zone" if !tag.attributes.is_empty() || tag.is_end && self.zones_in_line > 0 => {
                self.zones_in_line = if tag.is_end { self.zones_in_line - 1 } else { self.zones_in_line + 1 };
                self.zones(tag);
                self.splice(range, String::new());
            }
            name if WIDGETS.contains(&name) || INLINES.contains(&name) => {
                if tag.is_empty {
                    self.unsupported(tag, "works in a browser only, and is left out");
                }
                self.splice(range, String::new());
            }
            "code" if self.action(tag) => {}
            _ => self.attributes(tag),
        }
    }

    /// `<code className="action">Next</code>` is a label.
    fn action(&mut self, tag: &Tag) -> bool {
        let class = tag.attributes.iter().find(|attribute| attribute.name == "className").and_then(|class| class.value.clone());
        if !class.is_some_and(|class| self.text[class].split_whitespace().any(|class| class == "action")) {
            return false;
        }
        let inside = self.rest_of_line(tag.range.end);
        let Some(length) = inside.find("</code>").filter(|length| !inside[..*length].contains(['`', '<'])) else { return false };
        let end = tag.range.end + length;
        self.splice(tag.range.clone(), "`".into());
        self.splice(end..end + "</code>".len(), "`{.action}".into());
        true
    }

    /// The attributes of an element of HTML, as HTML writes them.
    fn attributes(&mut self, tag: &Tag) {
        for attribute in &tag.attributes {
            let name = if attribute.name == "className" { "class" } else { attribute.name };
            let (start, end) = (attribute.range.start, attribute.range.end);
            match &attribute.value {
                Some(value) if attribute.is_expression => {
                    self.splice(start..value.start, format!("{name}=\""));
                    self.splice(value.end..end, "\"".into());
                }
                None if attribute.is_expression => self.splice(start..end, String::new()),
                _ if name != attribute.name => self.splice(start..start + attribute.name.len(), name.into()),
                _ => {}
            }
        }
    }

    /// `<LinkCard title="…" href="…" />` is a link.
    fn link_card(&mut self, tag: &Tag) {
        let title = tag.attribute("title").or_else(|| tag.attribute("label"));
        let address = ["href", "to", "link"].iter().find_map(|name| tag.attribute(name));
        let (Some(title), Some(address)) = (title, address) else {
            return self.unsupported(tag, "has no title or no address");
        };
        let more = tag.attribute("description").map(|more| format!(": {}", &self.text[more])).unwrap_or_default();
        let link = format!("[{}]({}){more}", &self.text[title], &self.text[address]);
        self.splice(tag.range.clone(), link);
    }

    /// What `<Api version="v1" section="/me" method="GET" route={"/me/\{id\}"} />` calls.
    fn api_call(&self, tag: &Tag) -> Option<String> {
        let value = |name: &str| tag.attribute(name).map(|value| self.text[value].replace('\\', ""));
        let (method, route) = (value("method")?, value("route").or_else(|| value("path"))?);
        let version = value("version").unwrap_or_else(|| "v1".into());
        let section = value("section").map(|section| format!("{section} ")).unwrap_or_default();
        Some(format!("@api {{{version}}} {section}{method} {route}"))
    }

    /// What is for readers of a zone is shown to all.
    fn zones(&mut self, tag: &Tag) {
        if !tag.is_end && matches!(tag.name, "Region" | "Zone") {
            self.unsupported(tag, "is for the readers of some zones; its text is shown to all");
        }
    }

    fn unsupported(&mut self, tag: &Tag, what: &str) {
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

    fn rest_of_line(&self, at: usize) -> &'t str {
        let end = self.text.floor_char_boundary((at + MAX_TAG).min(self.text.len()));
        self.text[at..end].split('\n').next().unwrap_or_default()
    }

    fn splice(&mut self, range: Range<usize>, text: String) {
        if self.text[range.clone()] != text {
            self.splices.push(Splice { range, text });
        }
    }
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

/// Just after the code span that starts at `at`, or after its backticks if it has no end in `text`.
fn end_of_code(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let count = rest.bytes().take_while(|byte| *byte == b'`').count();
    let mut from = count;
    while let Some(found) = rest[from..].find('`').map(|offset| from + offset) {
        let run = rest[found..].bytes().take_while(|byte| *byte == b'`').count();
        if run == count {
            return at + found + run;
        }
        from = found + run;
    }
    at + count
}
