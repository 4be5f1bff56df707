//! Titles and excerpts are plain text; some authors mark words in them all the same.

use crate::dialect::attributes::AttributeList;

/// `text` without the marks of code, bold and attribute lists; none if it has none. The mark of a placeholder stays, as
/// in `pro**?**.mail.ovh.net`.
pub(super) fn without_markup(text: &str) -> Option<String> {
    let plain = without_pairs(&without_pairs(&without_lists(text), "`"), "**");
    (plain != text).then_some(plain)
}

fn without_lists(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let list = AttributeList::parse(&rest[at..]).filter(|list| list.has_dot && !list.swallows);
        let end = at + list.map_or(1, |list| list.length);
        plain.push_str(if list.is_some() { rest[..at].trim_end() } else { &rest[..end] });
        rest = &rest[end..];
    }
    plain + rest
}

/// `text` without the marks in pairs around words.
fn without_pairs(text: &str, mark: &str) -> String {
    let parts: Vec<&str> = text.split(mark).collect();
    let is_pair = |inside: &str| !inside.is_empty() && inside != "?" && inside.trim() == inside;
    let all_pairs = parts.len() % 2 == 1 && parts.iter().skip(1).step_by(2).all(|inside| is_pair(inside));
    if all_pairs { parts.concat() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_words_are_no_text() {
        assert_eq!(without_markup("**Bold** `a b` and `Next`{.action}").as_deref(), Some("Bold a b and Next"));
        for plain in ["a ** b", "pro**?**.mail.ovh.net", "{serviceName}", "it`s", "*.example.net", "a*b", ""] {
            assert_eq!(without_markup(plain), None, "{plain}");
        }
    }

    #[test]
    fn titles_and_excerpts_hold_no_markup_and_it_is_told() {
        let text = "---\ntitle: \"**Bold** `code` title\"\nexcerpt: With **bold**\nsection: '`a`'\n---\n";
        let (front, _, found) = super::super::read(crate::text::FileId(0), text);
        let value = |text: Option<crate::text::Spanned<String>>| text.map(|text| text.value);
        assert_eq!(value(front.title).as_deref(), Some("Bold code title"));
        assert_eq!(value(front.excerpt).as_deref(), Some("With bold"));
        assert_eq!(front.section.as_deref(), Some("`a`"));
        assert_eq!(found.iter().map(|found| found.code.id).collect::<Vec<_>>(), ["fm-value", "fm-value"]);
    }
}
