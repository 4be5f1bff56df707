//! A broken mapping cut at its keys, so that one mistake costs one entry.

use std::ops::Range;

/// One entry of a mapping at the left margin: a line `key: …` and the lines that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The whole entry, to the end of its last line that is not blank (without the line break).
    pub range: Range<usize>,
    /// The key; empty where the first line has none.
    pub key: Range<usize>,
    /// What follows the colon, without spaces around it.
    pub value: Range<usize>,
}

/// The bytes `range` of `text`, cut before each line that begins with a key (or with neither a key, nor a space, nor
/// `- `, nor a closing bracket). Blank lines and comments at the margin belong to no entry.
pub fn chunks(text: &str, range: Range<usize>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let written = line.trim_end().len();
        let continues = line.starts_with([' ', '\t', ']', '}']) || line.starts_with("- ") || line.trim_end() == "-";
        match chunks.last_mut() {
            _ if written == 0 || line.starts_with('#') => {}
            Some(chunk) if continues => {
                chunk.range.end = at + written;
                chunk.value = trimmed(text, chunk.value.start..at + written);
            }
            _ => chunks.push(chunk(text, at..at + written)),
        }
        at += line.len();
    }
    chunks
}

/// The entry that begins with this line.
fn chunk(text: &str, line: Range<usize>) -> Chunk {
    let key = line.start..line.start + key_length(text.get(line.clone()).unwrap_or_default()).unwrap_or(0);
    let colon = if key.is_empty() { key.end } else { text[key.end..].find(':').map_or(key.end, |at| key.end + at + 1) };
    Chunk { value: trimmed(text, colon.min(line.end)..line.end), key, range: line }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(slice) = text.get(range.clone()) else { return range };
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

/// Whether the line begins with a key of a mapping: a word, then a colon. A space may stand before the colon; it may
/// lack after it, so that what was meant to be a key is found.
pub fn is_key_line(line: &str) -> bool {
    key_length(line).is_some()
}

fn key_length(line: &str) -> Option<usize> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    let length = line.bytes().take_while(|byte| is_word(*byte)).count();
    let is_key = line.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let after = line.get(length..)?.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    (is_key && !after.starts_with("//")).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, &str)> {
        chunks(text, 0..text.len()).into_iter().map(|chunk| (&text[chunk.key], &text[chunk.value])).collect()
    }

    #[test]
    fn a_mapping_is_cut_at_its_keys() {
        assert_eq!(
            cut("title : a: b \r\n# why\nlist:\n- x\n\n- y\nnest:\n  x: 1\n\nlast:"),
            [("title", "a: b"), ("list", "- x\n\n- y"), ("nest", "x: 1"), ("last", "")]
        );
    }

    #[test]
    fn a_line_without_a_key_stands_alone() {
        assert_eq!(cut("some text\nkey:value"), [("", "some text"), ("key", "value")]);
    }

    #[test]
    fn addresses_and_markup_are_no_keys() {
        for line in ["https://example.net", "**Note :** x", "- a: b", "> x: y", ": x", "two words: x", ""] {
            assert!(!is_key_line(line), "{line}");
        }
        assert!(is_key_line("legacy_guide_number: 1") && is_key_line("routes.canonical: x") && is_key_line("title :x"));
    }
}
