//! The text of a draft for the index: headings with their ids, and all other text without markup.

use crate::{
    draft::{Link, Painted, SlotKind},
    html::escape_into,
    personal::Personal,
    site::{DocumentId, LocaleId, Site, links::Target},
    source::SourceTree,
};

/// A document's body, for readers of a locale.
pub struct Body<'a> {
    pub site: &'a Site,
    pub tree: &'a SourceTree,
    pub personal: &'a Personal<'a>,
    pub document: DocumentId,
    pub locale: LocaleId,
}

impl Body<'_> {
    /// Writes the text as it stands on a page whose reader filled in nothing.
    pub fn write(&self, out: &mut String) {
        let document = self.site.document(self.document);
        let draft = &document.draft;
        let (mut text, mut from, mut hidden) = (PlainText { out, tag: None, note: None }, 0, 0);
        text.end_sentence();
        for slot in &draft.slots {
            let at = slot.at as usize;
            if hidden == 0 {
                text.push_html(&draft.html[from..at]);
            }
            from = at;
            match slot.kind {
                SlotKind::WhenStart(condition, _) if hidden > 0 || self.personal.holds(condition).unwrap_or(!condition.known) => {
                    hidden += usize::from(hidden > 0);
                }
                SlotKind::WhenStart(..) => hidden = 1,
                SlotKind::WhenEnd(..) => hidden = hidden.saturating_sub(1),
                _ if hidden > 0 => {}
                SlotKind::Mark(parameter) => text.push_text(self.personal.text(parameter)),
                SlotKind::LinkStart(number) => self.link_text(number, &document.facts.links[number as usize], &mut text),
                SlotKind::Code(number) => self.code_text(&draft.codes[number as usize], &mut text),
                SlotKind::WhenAttribute(_)
                | SlotKind::LinkEnd(_)
                | SlotKind::Image(_)
                | SlotKind::MarkText(_)
                | SlotKind::Aliases(_)
                | SlotKind::Setup(_) => {}
            }
        }
        text.push_html(&draft.html[from..]);
        text.end_sentence();
    }

    fn code_text(&self, code: &Painted, text: &mut PlainText) {
        for (markup, mark) in code.pieces() {
            text.push_html(markup);
            mark.into_iter().for_each(|parameter| text.push_text(self.personal.text(parameter)));
        }
    }

    /// The title of what a link leads to, where its author wants just that.
    fn link_text(&self, number: u32, link: &Link, text: &mut PlainText) {
        if !link.fill {
            return;
        }
        match self.site.target(self.document, number, link, self.locale, self.tree) {
            Target::Guide { guide, .. } => {
                let page = self.site.page_of(guide, self.locale);
                page.into_iter().for_each(|page| text.push_text(&self.personal.plain(&self.site.title(page))));
            }
            _ => text.push_text(&self.personal.fill(&link.to.address, |_| String::new())),
        }
    }
}

/// Elements that do not end a word.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// The elements of footnotes that are no text, with their classes.
const NOTES: &[(&str, &str)] = &[("sup", "footnote-reference"), ("a", "footnote-back")];

/// Writes HTML with nothing but headings and text.
struct PlainText<'a> {
    out: &'a mut String,
    /// The tag that is open, without its `<`, and the quote that is open in it.
    tag: Option<(String, Option<char>)>,
    /// The element that is open, if it is the number of a footnote, which would be a part of the word before it, or the arrow that
    /// leads back from one.
    note: Option<&'static str>,
}

impl PlainText<'_> {
    /// A piece of markup, which may start or end inside an attribute.
    fn push_html(&mut self, html: &str) {
        let mut rest = html;
        loop {
            if self.tag.is_some() {
                let Some(end) = self.tag_end(rest) else { return };
                rest = &rest[end..];
            }
            let Some(start) = rest.find('<') else { return self.push_source(rest) };
            self.push_source(&rest[..start]);
            self.tag = Some((String::new(), None));
            rest = &rest[start + 1..];
        }
    }

    /// Text between tags, without the line breaks between blocks.
    fn push_source(&mut self, text: &str) {
        if self.note.is_some() {
            return;
        }
        let is_start = self.out.ends_with('\n');
        self.out.push_str(if is_start { text.trim_ascii_start() } else { text });
    }

    fn push_text(&mut self, text: &str) {
        if self.tag.is_none() {
            escape_into(text, self.out);
        }
    }

    /// Reads on to the end of the open tag: what comes after it, if it ends here.
    fn tag_end(&mut self, html: &str) -> Option<usize> {
        let (tag, quote) = self.tag.as_mut()?;
        for (at, letter) in html.char_indices() {
            match (letter, *quote) {
                ('>', None) => {
                    let tag = std::mem::take(tag);
                    self.tag = None;
                    self.read_tag(&tag);
                    return Some(at + 1);
                }
                ('"' | '\'', None) => *quote = Some(letter),
                (letter, Some(open)) if letter == open => *quote = None,
                _ => {}
            }
            tag.push(letter);
        }
        None
    }

    fn read_tag(&mut self, tag: &str) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        if is_end && self.note == Some(name) {
            self.note = None;
        } else if !is_end {
            let starts = |(element, class): &(&str, &str)| *element == name && tag.contains(class);
            self.note = self.note.or(NOTES.iter().find(|note| starts(note)).map(|(element, _)| *element));
        }
        if matches!(name, "h2" | "h3" | "h4" | "h5" | "h6") {
            if is_end {
                return self.out.push_str(&format!("</{name}>\n"));
            }
            self.end_sentence();
            let id = tag.split_once(" id=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(id, _)| id);
            self.out.push_str(&format!("<{name} id=\"{id}\">"));
        } else if !INLINE.contains(&name) {
            self.end_sentence();
        }
    }

    /// Ends what stands in a block with a full stop, so that excerpts read well.
    fn end_sentence(&mut self) {
        match self.out.chars().next_back() {
            Some(last) if last >= '\u{3040}' && last.is_alphanumeric() => self.out.push_str("。\n"),
            Some(last) if last.is_alphanumeric() || ")\"'’”»".contains(last) => self.out.push_str(".\n"),
            Some('\n') | None => {}
            Some(_) => self.out.push('\n'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of markup that comes in pieces, as it does between slots.
    fn plain(pieces: &[&str]) -> String {
        let mut out = String::new();
        let mut text = PlainText { out: &mut out, tag: None, note: None };
        pieces.iter().for_each(|piece| text.push_html(piece));
        text.end_sentence();
        out
    }

    #[test]
    fn blocks_end_sentences_and_inlines_do_not_end_words() {
        assert_eq!(
            plain(&["<p>Type <strong>pro</strong>?.mail &amp; wait</p><ul><li>a</li><li>b!</li></ul>"]),
            "Type pro?.mail &amp; wait.\na.\nb!\n"
        );
        assert_eq!(plain(&["<p>サーバー</p>"]), "サーバー。\n");
    }

    #[test]
    fn headings_keep_their_level_and_id() {
        assert_eq!(plain(&["<p>a</p><h3 class=\"x\" id=\"é-1\">E <em>f</em></h3><p>g</p>"]), "a.\n<h3 id=\"é-1\">E f</h3>\ng.\n");
    }

    #[test]
    fn the_numbers_of_footnotes_are_left_out_and_other_raised_ones_stay() {
        let note = "<sup class=\"footnote-reference\"><a href=\"#fn_1\">1</a></sup>";
        assert_eq!(plain(&[&format!("<p>IMAP{note} keeps 10<sup>3</sup> mails</p>")]), "IMAP keeps 103 mails.\n");
        let back = "<a href=\"#fnref_1\" class=\"footnote-back\" aria-label=\"Back\">↑</a> ";
        assert_eq!(plain(&[&format!("<p>x</p><p>{back}A <a href=\"x\">protocol</a></p>")]), "x.\nA protocol.\n");
    }

    #[test]
    fn a_tag_may_be_in_pieces_and_hold_a_bracket() {
        assert_eq!(plain(&["a <img alt=\"x > ", "y\"> b <a title='>'>c</a>"]), "a \nb c.\n");
    }
}
