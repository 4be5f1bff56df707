//! Tags that machine translation put spaces into, and anchors whose quotes are mistyped.

use super::{Scanner, attributes::head, inline::Text};
use crate::diagnostic::{HTML_BAD_BR, HTML_UNCLOSED};

/// Elements of a line whose tags are told from other words between angle brackets.
const ELEMENTS: &[&str] = &["a", "b", "br", "code", "em", "i", "kbd", "span", "strong", "sub", "sup", "u"];

/// No tag with spaces in it is longer, in bytes.
const MAX_TAG: usize = 20;

impl Scanner<'_> {
    /// Looks at what the bracket at `at` opens.
    pub(super) fn mistyped_tag(&mut self, text: &Text, at: usize) {
        let rest = &text.text[at..];
        if rest.starts_with("<a ") {
            self.mistyped_anchor(text, at);
        } else if rest.starts_with("< ") || rest.starts_with("</ ") {
            self.spaced_tag(text, at);
        }
    }

    /// `< br >`, `</ b>` and `< /sup>`. A start tag needs an end tag, as `a < b > c` is none.
    fn spaced_tag(&mut self, text: &Text, at: usize) {
        let rest = head(&text.text[at..]);
        let Some(end) = rest.find('>').filter(|end| *end < MAX_TAG) else { return };
        let Some((is_closing, name)) = name_between(&rest[1..end]) else { return };
        let is_break = name.eq_ignore_ascii_case("br");
        // `</ br>` is one of the misspelled line breaks that have a rule of their own.
        if is_break && rest.starts_with("</ ") || !is_break && !is_closing && !is_closed(&rest[end..], name) {
            return;
        }
        let tag = if is_closing && !is_break { format!("</{name}>") } else { format!("<{name}>") };
        let place = text.place(at..at + end + 1);
        let (code, message) = match is_break {
            true => (&HTML_BAD_BR, format!("`{}` is no line break", &rest[..=end])),
            false => (&HTML_UNCLOSED, format!("`{}` is no tag", &rest[..=end])),
        };
        self.repair(code, place.clone(), message, vec![(place, tag)]);
    }

    /// `<a name="one></a>` and `<a name=”one”></a>`.
    fn mistyped_anchor(&mut self, text: &Text, at: usize) {
        let rest = head(&text.text[at..]);
        let Some(start) = ["<a name=", "<a id="].iter().find(|start| rest.starts_with(**start)).map(|start| start.len()) else { return };
        let Some(end) = rest.find('>').filter(|end| rest[*end..].starts_with("></a>")) else { return };
        let value = &rest[start.min(end)..end];
        let quotes = ['"', '\'', '”', '“', '„', '’', '‘', '«', '»'];
        let name = value.trim_matches(quotes);
        let is_well = value == name || ["\"", "'"].iter().any(|quote| value == format!("{quote}{name}{quote}"));
        let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':'));
        if !is_well && is_name {
            let place = text.place(at + start..at + end);
            let message = "the quotes around the name of this anchor are mistyped";
            self.repair(&HTML_UNCLOSED, text.place(at..at + end + 1), message, vec![(place, format!("\"{name}\""))]);
        }
    }
}

/// Whether a tag between brackets closes, and its name, if an element of a line is called so.
fn name_between(inside: &str) -> Option<(bool, &str)> {
    let inside = inside.trim();
    let (is_closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside.trim_start()));
    let name = inside.strip_suffix('/').map_or(inside, str::trim_end);
    ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(name)).then_some((is_closing, name))
}

/// Whether an end tag of that name follows, with or without spaces in it.
fn is_closed(text: &str, name: &str) -> bool {
    let mut tags = text.split('<').skip(1).filter_map(|tag| name_between(&tag[..tag.find('>')?]));
    tags.any(|(is_closing, found)| is_closing && found.eq_ignore_ascii_case(name))
}
