//! The edits that give links another address.

use crate::{
    corpus::yaml,
    diagnostic::{Diagnostic, Safety},
    draft::Link,
    source::SourceTree,
    text::{FileId, Span},
};

/// The texts of files in which something is to be mended, each read once as long as it is asked for in a row.
pub struct Texts<'a> {
    tree: &'a SourceTree,
    last: Option<(FileId, String)>,
}

impl<'a> Texts<'a> {
    /// The texts of a site's files.
    pub fn new(tree: &'a SourceTree) -> Self {
        Self { tree, last: None }
    }

    /// What stands at a place; empty where the file is no text.
    pub fn at(&mut self, span: Span) -> &str {
        let text = match self.last.take() {
            Some((file, text)) if file == span.file => text,
            _ => yaml::load(self.tree, span.file).unwrap_or_default(),
        };
        let (_, text) = self.last.insert((span.file, text));
        text.get(span.range()).unwrap_or_default()
    }

    /// The first line of a place.
    pub fn first_line(&mut self, span: Span) -> Span {
        let length = self.at(span).lines().next().map_or(0, |line| line.trim_end().len()) as u32;
        Span { end: span.start + length, ..span }
    }

    /// Where `address` stands in the link or picture at `span`, if it stands there as it is.
    pub fn address(&mut self, span: Span, address: &str) -> Option<Span> {
        let text = self.at(span);
        let opens = |at: &usize| text[..*at].trim_end().ends_with(['(', '<', '"', '\'', '=']);
        let at = text.rmatch_indices(address).map(|(at, _)| at).find(opens).filter(|_| !address.is_empty())?;
        let start = span.start as usize + at;
        Some(Span::new(span.file, start..start + address.len()))
    }
}

/// With an edit that gives a link the address `instead`, and leaves the place on the page as it is. Where `instead` is a
/// place, the page is left as it is.
pub fn address(diagnostic: Diagnostic, link: &Link, instead: &str, safety: Safety, texts: &mut Texts) -> Diagnostic {
    let written = link.to.address.as_text().unwrap_or_default();
    let (page, place) = written.find('#').map_or((written, ""), |at| written.split_at(at));
    let address = if instead.starts_with('#') { format!("{page}{instead}") } else { format!("{instead}{place}") };
    whole(diagnostic, link, address, safety, texts)
}

/// With an edit that gives a link another address.
pub fn whole(mut diagnostic: Diagnostic, link: &Link, instead: String, safety: Safety, texts: &mut Texts) -> Diagnostic {
    if let Some(address) = autolink(texts.at(link.span)).filter(|_| !instead.contains("://")) {
        diagnostic = diagnostic.fix(link.span, format!("[{address}]({instead})"));
        diagnostic.safety = safety;
        return diagnostic;
    }
    let written = link.to.address.as_text().and_then(|address| texts.address(link.span, address));
    if let Some(span) = written {
        // Between angle brackets the address is what readers see.
        let is_shown = texts.at(link.span).starts_with('<') && link.span.start + 1 == span.start;
        diagnostic = diagnostic.fix(span, instead);
        diagnostic.safety = if is_shown { Safety::Unsafe } else { safety };
    }
    diagnostic
}

/// The address of a link that is nothing else, `<https://www.example.com>`: no other address makes a link between angle brackets.
fn autolink(text: &str) -> Option<&str> {
    let address = text.strip_prefix('<')?.strip_suffix('>')?;
    (address.contains("://") && !address.contains([' ', '<'])).then_some(address)
}
