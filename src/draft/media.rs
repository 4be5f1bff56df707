//! Pictures and films.

use super::{SlotKind, writer::Writer};
use crate::{
    dialect::tree::{Address, Destination, Image, Inline, InlineKind, Slide},
    text::Span,
};
use std::sync::Arc;

/// What stands around a picture.
#[derive(Clone, Copy, PartialEq)]
pub enum Frame {
    Inline,
    Figure,
}

impl Writer<'_> {
    pub(super) fn image(&mut self, image: &Image, frame: Frame) {
        let number = self.facts.images.len() as u32;
        self.note_address(&image.alt);
        self.note_address(&image.title);
        self.facts.images.push(image.clone());
        if frame == Frame::Figure {
            let is_thumbnail = image.classes.iter().any(|class| &**class == "thumbnail");
            self.raw(if is_thumbnail { "<figure class=\"thumbnail\">" } else { "<figure>" });
        }
        self.slot(SlotKind::Image(number));
        if frame == Frame::Figure {
            self.raw("</figure>\n");
        }
    }

    pub(super) fn figures(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            if let InlineKind::Image(image) = &inline.kind {
                self.image(image, Frame::Figure);
            }
        }
    }

    pub(super) fn carousel(&mut self, slides: &[Slide]) {
        let texts = self.setting.texts;
        self.raw("<div class=\"carousel\" role=\"group\" tabindex=\"0\"");
        self.attribute("aria-label", &texts.carousel);
        self.raw(">\n");
        for slide in slides {
            self.raw("<figure>");
            if !slide.image.address.is_empty() {
                self.image(&slide.image, Frame::Inline);
            }
            if slide.caption.is_empty() {
                self.raw("<figcaption>");
                let alt = slide.image.alt.clone();
                self.attribute_text(&alt);
            } else {
                self.raw("<figcaption>");
                self.block_text(&slide.caption);
            }
            self.raw("</figcaption></figure>\n");
        }
        self.raw("</div>\n");
    }

    pub(super) fn video(&mut self, address: &str, title: &Address, span: Span) {
        let texts = self.setting.texts;
        let text = if title.parts.is_empty() { Address::text(&texts.video) } else { title.clone() };
        if !address.contains("//") {
            return self.film(address, text, span);
        }
        self.raw("<p><a class=\"video\"");
        self.attribute("href", &watch_address(address));
        self.raw(">");
        self.attribute_text(&text);
        self.raw("</a></p>\n");
    }

    /// A film among the files of the guide, which a link leads to as to any of them.
    fn film(&mut self, address: &str, text: Address, span: Span) {
        let inlines = text.into_inlines(span);
        let to = Destination { address: Address::text(address), title: Address::default() };
        self.raw("<p>");
        self.inlines(&[Inline { span, kind: InlineKind::Link { to: Arc::new(to), inlines } }]);
        self.raw("</p>\n");
    }
}

/// Where a film is shown by its host, for the address of a player.
fn watch_address(address: &str) -> String {
    let address = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let last =
        || address.split(['?', '#']).next().and_then(|path| path.trim_end_matches('/').rsplit('/').next()).unwrap_or_default().to_owned();
    if address.contains("youtube") && address.contains("/embed/") {
        format!("https://www.youtube.com/watch?v={}", last())
    } else if address.contains("player.vimeo.com/") {
        format!("https://vimeo.com/{}", last())
    } else {
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_become_pages() {
        assert_eq!(watch_address("https://www.youtube-nocookie.com/embed/abc?rel=0"), "https://www.youtube.com/watch?v=abc");
        assert_eq!(watch_address("//player.vimeo.com/video/12"), "https://vimeo.com/12");
        assert_eq!(watch_address("https://v.example/x"), "https://v.example/x");
    }
}
