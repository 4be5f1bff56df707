//! HTML that is escaped by construction.

use std::{borrow::Cow, fmt};

/// A piece of HTML: text went in through an escaping door, markup was written by this program or sanitized.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// An empty piece with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(String::with_capacity(capacity))
    }

    /// Text, escaped.
    pub fn text(text: &str) -> Self {
        let mut html = Self::default();
        html.push_text(text);
        html
    }

    /// Markup of our own, or sanitized. The caller vouches for it.
    pub fn trusted(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// Appends text, escaped for content and for quoted attribute values alike.
    pub fn push_text(&mut self, text: &str) {
        escape_into(text, &mut self.0);
    }

    /// Appends markup of our own, or sanitized. The caller vouches for it.
    pub fn push_trusted(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Appends ` name="value"`.
    pub fn push_attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        escape_into(value, &mut self.0);
        self.0.push('"');
    }

    /// Appends another piece.
    pub fn push(&mut self, other: &Html) {
        self.0.push_str(&other.0);
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, by value.
    pub fn into_string(self) -> String {
        self.0
    }

    /// How many bytes of markup.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Appends `text` to `out` with `&`, `<`, `>` and `"` as entities, good for content and quoted attribute values. A null
/// character, which no HTML may hold, becomes the one that stands for what cannot be shown.
pub fn escape_into(text: &str, out: &mut String) {
    escape_with(text, out, is_special);
}

/// [`escape_into`] with `'` as an entity too, as templates do, whose authors may quote attributes with it.
pub fn escape_quoted_into(text: &str, out: &mut String) {
    escape_with(text, out, |byte| is_special(byte) | (byte == b'\''));
}

/// Whether a byte needs an entity. `"` and `&` differ in one bit, and so do `<` and `>`: two comparisons for four letters.
fn is_special(byte: u8) -> bool {
    (byte == 0) | (byte | 4 == b'&') | (byte | 2 == b'>')
}

/// How many bytes are looked at in one go, by one instruction: `is_special` must not branch.
const CHUNK: usize = 16;

/// Most texts hold nothing to escape, so that is found out first.
#[inline]
fn escape_with(text: &str, out: &mut String, is_special: impl Fn(u8) -> bool) {
    if !holds(text.as_bytes(), &is_special) {
        return out.push_str(text);
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| is_special(*byte)) {
        out.push_str(&text[from..at]);
        out.push_str(entity(byte));
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Whether any byte is special. All of a text with a chunk or more is looked at, each place of the chunks by itself until the end:
/// that is quicker than to ask after each chunk.
#[inline]
fn holds(bytes: &[u8], is_special: impl Fn(u8) -> bool) -> bool {
    // What is left of a text is looked at with the bytes before it.
    let Some(end) = bytes.last_chunk::<CHUNK>() else { return bytes.iter().any(|byte| is_special(*byte)) };
    let mut found = [false; CHUNK];
    for chunk in bytes.as_chunks::<CHUNK>().0.iter().chain([end]) {
        for (found, byte) in found.iter_mut().zip(chunk) {
            *found |= is_special(*byte);
        }
    }
    found.into_iter().fold(false, |any, one| any | one)
}

fn entity(byte: u8) -> &'static str {
    match byte {
        0 => "\u{fffd}",
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        _ => "&#39;",
    }
}

/// [`escape_into`] a new string.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(text, &mut out);
    out
}

/// `text` as [`escape`] gives it, which most texts are already.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if holds(text.as_bytes(), is_special) { escape(text).into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut html = Html::text("<b> & \"q\" 'é'");
        html.push_attribute("title", "a\"onx=\"");
        assert_eq!(html.as_str(), "&lt;b&gt; &amp; &quot;q&quot; 'é' title=\"a&quot;onx=&quot;\"");
    }

    #[test]
    fn every_place_is_looked_at() {
        for length in 0..40 {
            let text = "é".repeat(length);
            assert_eq!(escape(&format!("{text}<{text}")), format!("{text}&lt;{text}"));
        }
        let mut out = String::new();
        escape_quoted_into("d'été & <", &mut out);
        assert_eq!(out, "d&#39;été &amp; &lt;");
        assert_eq!(escape("a\0b"), "a\u{fffd}b");
    }

    #[test]
    fn five_characters_are_escaped_and_no_other() {
        let escaped: String = (0..=0x7F).map(char::from).filter(|letter| escape(&letter.to_string()) != letter.to_string()).collect();
        assert_eq!(escaped, "\0\"&<>");
    }
}
