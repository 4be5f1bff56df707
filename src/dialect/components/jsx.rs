//! The tags and comments of JSX, as far as guides hold them.

use std::ops::Range;

/// No tag is longer, in bytes: looking on from each of many brackets would take a time that grows with their square.
pub const MAX_TAG: usize = 2000;

/// A tag, with places in the text that it stands in.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'t> {
    pub name: &'t str,
    /// `</Tab>`.
    pub is_end: bool,
    /// `<Api />`.
    pub is_empty: bool,
    pub attributes: Vec<Attribute<'t>>,
    /// The whole tag.
    pub range: Range<usize>,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute<'t> {
    pub name: &'t str,
    /// From its name to the end of its value.
    pub range: Range<usize>,
    /// The text of `"value"`, `{"value"}` or `{'value'}`; none where it is something that has to be worked out, or nothing.
    pub value: Option<Range<usize>>,
    /// Whether its value stands between braces.
    pub is_expression: bool,
}

impl<'t> Tag<'t> {
    /// The tag that starts at `at`.
    pub fn at(text: &'t str, at: usize) -> Option<Self> {
        let end = text.floor_char_boundary((at + MAX_TAG).min(text.len()));
        let mut reader = Reader { text: &text[..end], at };
        reader.take("<")?;
        let is_end = reader.take("/").is_some();
        let name = reader.name(|byte| byte.is_ascii_alphanumeric() || byte == b'.')?;
        let mut attributes = Vec::new();
        loop {
            reader.space();
            if reader.take("/>").is_some() {
                return Some(Self { name, is_end, is_empty: true, attributes, range: at..reader.at });
            }
            if reader.take(">").is_some() {
                return Some(Self { name, is_end, is_empty: false, attributes, range: at..reader.at });
            }
            attributes.push(reader.attribute()?);
        }
    }

    /// Where the text of an attribute stands.
    pub fn attribute(&self, name: &str) -> Option<Range<usize>> {
        self.attributes.iter().find(|attribute| attribute.name == name)?.value.clone()
    }
}

/// Just after the comment `{/* … */}` that starts at `at`.
pub fn end_of_comment(text: &str, at: usize) -> Option<usize> {
    let inside = text[at..].strip_prefix("{/*")?;
    inside.find("*/}").map(|end| at + "{/*".len() + end + "*/}".len())
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn take(&mut self, what: &str) -> Option<()> {
        self.rest().starts_with(what).then(|| self.at += what.len())
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn name(&mut self, is_part: impl Fn(u8) -> bool) -> Option<&'t str> {
        let rest = self.rest();
        let length = rest.bytes().take_while(|byte| is_part(*byte)).count();
        self.at += length;
        (length > 0).then(|| &rest[..length])
    }

    fn attribute(&mut self) -> Option<Attribute<'t>> {
        let start = self.at;
        let name = self.name(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))?;
        let (mut value, mut is_expression) = (None, false);
        if self.take("=").is_some() {
            match self.rest().as_bytes().first()? {
                quote @ (b'"' | b'\'') => {
                    let length = memchr::memchr(*quote, &self.rest().as_bytes()[1..])?;
                    value = Some(self.at + 1..self.at + 1 + length);
                    self.at += length + 2;
                }
                b'{' => {
                    is_expression = true;
                    value = self.expression()?;
                }
                _ => {
                    let from = self.at;
                    self.name(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'<' | b'/' | b'"' | b'\''))?;
                    value = Some(from..self.at);
                }
            }
        }
        Some(Attribute { name, range: start..self.at, value, is_expression })
    }

    /// Goes past `{…}`. The text of a string, if it is nothing else.
    fn expression(&mut self) -> Option<Option<Range<usize>>> {
        let start = self.at;
        let (mut depth, mut quote) = (0usize, None);
        for (offset, byte) in self.rest().bytes().enumerate() {
            match (byte, quote) {
                (_, Some(open)) if byte == open => quote = None,
                (_, Some(_)) => {}
                (b'"' | b'\'' | b'`', None) => quote = Some(byte),
                (b'{', None) => depth += 1,
                (b'}', None) if depth == 1 => {
                    self.at = start + offset + 1;
                    return Some(string(self.text, start + 1..start + offset));
                }
                (b'}', None) => depth -= 1,
                _ => {}
            }
        }
        None
    }
}

/// The text between the quotes of a string, which nothing else stands beside.
fn string(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inside = &text[range.clone()];
    let start = range.start + inside.len() - inside.trim_start().len();
    let inside = inside.trim();
    let quote = inside.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let is_string = inside.len() > 1 && inside[1..].find(quote) == Some(inside.len() - 2);
    is_string.then(|| start + 1..start + inside.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_with_values_of_all_kinds() {
        let text = "<Api version=\"v1\" route={\"/x/\\{a\\}\"} style={{ a: '>' }} zones={['eu']} open />";
        let tag = Tag::at(text, 0).unwrap();
        assert_eq!((tag.name, tag.is_end, tag.is_empty, tag.range.clone()), ("Api", false, true, 0..text.len()));
        let values = tag.attributes.iter().map(|attribute| (attribute.name, attribute.value.clone().map(|value| &text[value])));
        let expected = [("version", Some("v1")), ("route", Some("/x/\\{a\\}")), ("style", None), ("zones", None), ("open", None)];
        assert_eq!(values.collect::<Vec<_>>(), expected);
        assert!(Tag::at("</Tab >", 0).unwrap().is_end);
    }

    #[test]
    fn what_is_no_tag() {
        for text in ["<", "< a>", "<a", "<a \"b\">", "<a b={c>", "<a b=\"c>"] {
            assert_eq!(Tag::at(text, 0), None, "{text}");
        }
    }
}
