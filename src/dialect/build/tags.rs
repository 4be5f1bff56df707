//! A tokenizer for HTML as authors write it, and as the sanitizer gives it back.

use std::ops::Range;

/// A token of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    Text(&'a str),
    /// The inside of `<!-- -->`.
    Comment(&'a str),
    /// `<?php … ?>`, `<!DOCTYPE html>`, `<![CDATA[ … ]]>`: for other programs than a browser.
    Instruction(&'a str),
    Tag(Tag<'a>),
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// As written; compare without case.
    pub name: &'a str,
    pub closing: bool,
    pub attributes: Vec<(String, String)>,
}

impl Tag<'_> {
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, its name in lower case.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The tokens of `html` with their places.
pub fn tokens(html: &str) -> Vec<(Range<usize>, Token<'_>)> {
    let mut found = Vec::new();
    let mut text_from = 0;
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &html.as_bytes()[at..]).map(|offset| at + offset) {
        let Some((length, token)) = token(&html[open..]) else {
            at = open + 1;
            continue;
        };
        if text_from < open {
            found.push((text_from..open, Token::Text(&html[text_from..open])));
        }
        found.push((open..open + length, token));
        at = open + length;
        text_from = at;
    }
    if text_from < html.len() {
        found.push((text_from..html.len(), Token::Text(&html[text_from..])));
    }
    found
}

/// The comment or tag that `html` starts with, and its length.
fn token(html: &str) -> Option<(usize, Token<'_>)> {
    if let Some(comment) = html.strip_prefix("<!--") {
        let (inside, length) = comment.find("-->").map_or((comment, html.len()), |end| (&comment[..end], end + 7));
        return Some((length, Token::Comment(inside)));
    }
    if let Some(length) = instruction(html) {
        return Some((length, Token::Instruction(&html[..length])));
    }
    let end = tag_end(html)?;
    let inside = &html[1..end];
    let (inside, closing) = inside.strip_prefix('/').map_or((inside, false), |rest| (rest, true));
    let name_end = inside.find(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>')).unwrap_or(inside.len());
    let name = &inside[..name_end];
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    Some((end + 1, Token::Tag(Tag { name, closing, attributes: attributes(&inside[name_end..]) })))
}

/// The length of the instruction that `html` starts with (CommonMark 0.31 §6.6).
fn instruction(html: &str) -> Option<usize> {
    let is_declaration = || html.strip_prefix("<!").is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    let end = match html {
        _ if html.starts_with("<?") => "?>",
        _ if html.starts_with("<![CDATA[") => "]]>",
        _ if is_declaration() => ">",
        _ => return None,
    };
    Some(html.find(end).map_or(html.len(), |at| at + end.len()))
}

/// Where the tag's `>` stands, quoted values skipped.
fn tag_end(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(1) {
        match (byte, quote) {
            (b'>', None) => return Some(at),
            (b'<', None) => return None,
            (b'"' | b'\'', None) if html.as_bytes()[at - 1] == b'=' => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    quote.and_then(|_| html.find('>'))
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '/')).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let (raw, length) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let close = after[1..].find(quote).map_or(after.len(), |close| close + 1);
                    (&after[1..close], (close + 1).min(after.len()))
                }
                _ => {
                    let end = after.find(char::is_whitespace).unwrap_or(after.len());
                    (&after[..end], end)
                }
            };
            value = unescape(raw);
            rest = &after[length..];
        }
        if !name.is_empty() {
            found.push((name, value));
        }
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if end == 0 && !rest.is_empty() {
            let skip = rest.chars().next().map_or(1, char::len_utf8);
            rest = &rest[skip..];
        }
    }
    found
}

/// Text with the entities replaced that the sanitizer writes and authors use most.
pub fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    const ENTITIES: &[(&str, &str)] =
        &[("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    ENTITIES.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

/// Every element of HTML: what is not among them is no tag, but text in angle brackets.
pub fn is_element(name: &str) -> bool {
    const ELEMENTS: &str = "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption \
        center circle cite code col colgroup dd defs del details dfn dialog dir div dl dt em embed fieldset figcaption \
        figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins \
        kbd label legend li link main map mark marquee menu meta meter nav nobr noscript object ol optgroup option \
        output p param path picture pre progress q rect rp rt ruby s samp script search section select slot small \
        source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time \
        title tr track tt u ul var video wbr pg-slot";
    ELEMENTS.split(' ').any(|element| element.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(html: &str) -> Vec<String> {
        let show = |(_, token): (_, Token)| match token {
            Token::Text(text) => format!("T{text}"),
            Token::Comment(text) => format!("C{text}"),
            Token::Instruction(text) => format!("I{text}"),
            Token::Tag(tag) => format!("{}{}{:?}", if tag.closing { "/" } else { "" }, tag.name, tag.attributes),
        };
        tokens(html).into_iter().map(show).collect()
    }

    #[test]
    fn tags_text_and_comments() {
        assert_eq!(
            tags("a<b c=\"1>2\" d=e f>x</b><!-- y -->< z"),
            ["Ta", "b[(\"c\", \"1>2\"), (\"d\", \"e\"), (\"f\", \"\")]", "Tx", "/b[]", "C y ", "T< z"]
        );
    }

    #[test]
    fn odd_input_ends() {
        for html in ["<", "<?", "<!d", "<![CDATA[ ", "<a", "<a b=\"", "<!--", "</", "<a =\"=>", "<a b='x\">"] {
            tags(html);
        }
    }
}
