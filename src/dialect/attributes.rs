//! Attribute lists: `{.thumbnail .w-400 width="800" #id}`.

use std::ops::Range;

/// What stands between the braces, and how well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributeList {
    /// Bytes of the whole list, both braces (or what stands for them) included.
    pub length: usize,
    /// Classes, without their dots.
    pub classes: Vec<String>,
    /// Ids, without their `#`.
    pub ids: Vec<String>,
    /// Other attributes.
    pub pairs: Vec<(String, String)>,
    /// Words of the sentence that got between the braces.
    pub swallowed: Vec<String>,
    /// Whether a class lacks its dot or another bracket stands for the closing brace.
    pub is_malformed: bool,
    /// Whether any class has its dot.
    pub has_dot: bool,
}

/// Classes that mean something to the dialect.
pub fn is_known_class(class: &str) -> bool {
    matches!(class, "action" | "thumbnail" | "external" | "external-link" | "ref") || size_class(class).is_some()
}

/// The dimension (`w` or `h`) and pixels of a size class such as `w-400`.
pub fn size_class(class: &str) -> Option<(char, u32)> {
    let (dimension, pixels) = class.split_once('-')?;
    let dimension = matches!(dimension, "w" | "h").then(|| dimension.chars().next())??;
    let digits = !pixels.is_empty() && pixels.len() <= 4 && pixels.bytes().all(|byte| byte.is_ascii_digit());
    Some((dimension, digits.then(|| pixels.parse().ok())??))
}

impl AttributeList {
    /// The list that `text` starts with. Braces with anything else in them, such as `{serviceName}` or JSON, are none.
    pub fn parse(text: &str) -> Option<Self> {
        let inside = text.strip_prefix('{')?;
        let inside = &inside[..inside.floor_char_boundary(200)];
        let inside = inside.split('\n').next().unwrap_or(inside);
        let end = closing(inside)?;
        let mut list = Self { length: 1 + end + 1, ..Self::default() };
        if inside.as_bytes()[end] != b'}' {
            list.is_malformed = true;
        }
        for token in tokens(&inside[..end]) {
            list.token(&inside[token])?;
        }
        list.is_attribute_list().then_some(list)
    }

    /// Whether `class` is in it.
    pub fn has_class(&self, class: &str) -> bool {
        self.classes.iter().any(|known| known == class)
    }

    /// The list as it should have been written, followed by the words that got into it.
    pub fn tidy(&self) -> String {
        let mut parts: Vec<String> = self.classes.iter().map(|class| format!(".{class}")).collect();
        parts.extend(self.ids.iter().map(|id| format!("#{id}")));
        parts.extend(self.pairs.iter().map(|(name, value)| format!("{name}=\"{value}\"")));
        let mut text = format!("{{{}}}", parts.join(" "));
        for word in &self.swallowed {
            text.push(' ');
            text.push_str(word);
        }
        text
    }

    fn token(&mut self, token: &str) -> Option<()> {
        if let Some(class) = token.strip_prefix('.') {
            is_name(class).then(|| {
                self.has_dot = true;
                self.classes.push(class.to_owned());
            })
        } else if let Some(id) = token.strip_prefix('#') {
            is_name(id).then(|| self.ids.push(id.to_owned()))
        } else if let Some((name, value)) = token.split_once('=') {
            is_name(name).then(|| self.pairs.push((name.to_ascii_lowercase(), value.trim_matches(['"', '\'']).to_owned())))
        } else if is_known_class(token) {
            self.is_malformed = true;
            self.classes.push(token.to_owned());
            Some(())
        } else {
            self.swallowed.push(token.to_owned());
            Some(())
        }
    }

    /// Words alone are no list, and neither is an attribute that no list has.
    fn is_attribute_list(&self) -> bool {
        const ATTRIBUTES: &[&str] =
            &["width", "height", "alt", "title", "target", "rel", "id", "class", "style", "lang", "name", "loading", "align"];
        let known_pair = self.pairs.iter().any(|(name, _)| ATTRIBUTES.contains(&name.as_str()));
        let words_are_few = self.swallowed.is_empty() || self.has_dot;
        (!self.classes.is_empty() || !self.ids.is_empty() || known_pair) && words_are_few
    }
}

/// Where the list closes: at its brace, or at the bracket that was typed instead of it.
fn closing(inside: &str) -> Option<usize> {
    let mut quoted = None;
    let mut instead = None;
    for (at, byte) in inside.bytes().enumerate() {
        match (byte, quoted) {
            (b'"' | b'\'', None) => quoted = Some(byte),
            (byte, Some(quote)) if byte == quote => quoted = None,
            (b'}', None) => return Some(instead.unwrap_or(at)),
            (b')' | b']', None) => instead = instead.or(Some(at)),
            (b'{' | b'<' | b'`' | b'|', None) => break,
            _ => {}
        }
    }
    instead
}

/// The places of the words of a list; quoted values may hold spaces.
fn tokens(inside: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut quoted = None;
    for (at, letter) in inside.char_indices() {
        match (letter, quoted) {
            ('"' | '\'', None) => quoted = Some(letter),
            (letter, Some(quote)) if letter == quote => quoted = None,
            _ => {}
        }
        if letter.is_whitespace() && quoted.is_none() {
            if let Some(start) = start.take() {
                found.push(start..at);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        found.push(start..inside.len());
    }
    found.into_iter().flat_map(|token| split_glued(inside, token)).collect()
}

/// `.thumbnail.w-400` are two classes.
fn split_glued(inside: &str, token: Range<usize>) -> Vec<Range<usize>> {
    let text = &inside[token.clone()];
    if !text.starts_with('.') || text.contains('=') {
        return vec![token];
    }
    let mut starts: Vec<usize> = text.match_indices('.').map(|(at, _)| token.start + at).collect();
    if text.ends_with('.') {
        starts.pop();
    }
    starts.push(token.end);
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidy(text: &str) -> Option<String> {
        AttributeList::parse(text).map(|list| list.tidy() + "|" + &text[list.length..])
    }

    #[test]
    fn lists_are_told_from_braces() {
        for text in ["{serviceName}", "{v1}", "{\"a\": 1}", "{ovh_www}/x", "{legacy}1374", "{}", "{% if %}", "{a b}", "{.}"] {
            assert_eq!(tidy(text), None, "{text}");
        }
        assert_eq!(tidy("{.thumbnail .h-600} x").as_deref(), Some("{.thumbnail .h-600}| x"));
        assert_eq!(tidy("{.thumbnail width=592 alt=\"a b\"}").as_deref(), Some("{.thumbnail width=\"592\" alt=\"a b\"}|"));
    }

    #[test]
    fn malformed_lists_are_put_right() {
        assert_eq!(tidy("{thumbnail .h-600}").as_deref(), Some("{.thumbnail .h-600}|"));
        assert_eq!(tidy("{.thumbnail)").as_deref(), Some("{.thumbnail}|"));
        assert_eq!(tidy("{.action]. Then").as_deref(), Some("{.action}|. Then"));
        assert_eq!(tidy("{.action aus.}<br>").as_deref(), Some("{.action} aus.|<br>"));
        assert_eq!(tidy("{.thumbnail.w-400}").as_deref(), Some("{.thumbnail .w-400}|"));
    }

    #[test]
    fn size_classes_have_a_dimension_and_pixels() {
        assert_eq!(size_class("h-600"), Some(('h', 600)));
        assert_eq!((size_class("x-600"), size_class("w-"), size_class("w-99999")), (None, None, None));
    }
}
