//! Components, comments and attributes inside a line of text.

use super::{
    INLINES, WIDGETS,
    jsx::{Tag, end_of_comment},
    lines::Lines,
};

impl<'t> Lines<'t> {
    /// Components, comments and attributes in a line of text.
    pub(super) fn inlines(&mut self, start: usize, end: usize) {
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
                    self.unsupported(tag, "has no text to show, and is left out");
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
    pub(super) fn api_call(&self, tag: &Tag) -> Option<String> {
        let value = |name: &str| tag.attribute(name).map(|value| self.text[value].replace('\\', ""));
        let (method, route) = (value("method")?, value("route").or_else(|| value("path"))?);
        let version = value("version").unwrap_or_else(|| "v1".into());
        let section = value("section").map(|section| format!("{section} ")).unwrap_or_default();
        Some(format!("@api {{{version}}} {section}{method} {route}"))
    }
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
