//! Where the address of a link or picture stands in its file, so that it can be mended there.

use crate::{
    source::SourceTree,
    text::{FileId, Span},
};

/// The text of a file. Only those in which something is wrong are read for this.
pub fn text_of(tree: &SourceTree, file: FileId) -> Option<String> {
    String::from_utf8(tree.read(file).ok()?).ok()
}

/// The place of `part` in the address of the Markdown link or picture at `span`.
pub fn in_address(text: &str, span: Span, part: &str) -> Option<Span> {
    let link = text.get(span.range())?;
    let address = link.rfind("](")? + 2;
    let starts_part = |at: &usize| link[..*at].ends_with(['(', '/', '#', '<']);
    let at = link[address..].match_indices(part).map(|(at, _)| address + at).find(starts_part).filter(|_| !part.is_empty())?;
    let start = span.start as usize + at;
    Some(Span::new(span.file, start..start + part.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_an_address_is_found_at_its_start() {
        let place = |link: &str, part: &str| {
            let text = format!("é {link}.");
            in_address(&text, Span::new(FileId(0), 3..3 + link.len()), part).map(|span| text[span.range()].len() + span.range().start)
        };
        assert_eq!(place("[b b/b](/pages/b#b)", "b"), Some(19));
        assert_eq!(place("[![a](b)](/pages/a)", "a"), Some(21));
        assert_eq!(place("[a](<a b>)", "a b"), Some(11));
        for (link, part) in [("[a][b]", "b"), ("<b>", "b"), ("[a](ab)", "b"), ("[a]()", "")] {
            assert_eq!(place(link, part), None, "{link}");
        }
    }
}
