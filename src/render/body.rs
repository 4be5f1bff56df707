//! A draft's slots, filled for a page.

use super::{Renderer, assets::MEDIA};
use crate::{
    corpus::{document::Document, static_files},
    dialect::tree::{Address, Image},
    draft::{Link, Painted, SlotKind},
    html::{escape, escape_into},
    site::{
        DocumentId, LocaleId, Page,
        images::{Picture, Size, is_embedded, is_on_the_web},
        links::Target,
    },
    text::FileId,
};
use rustc_hash::FxHashSet;
use std::{borrow::Cow, fmt::Write};

/// Pictures are shown at most this wide and high, in CSS pixels; a click shows them in full.
const MAX_SIZE: (u32, u32) = (760, 600);

/// A body that is being written.
struct Body<'a, 's> {
    renderer: &'a Renderer<'s>,
    page: &'a Page,
    document: &'a Document,
    id: DocumentId,
    out: &'a mut String,
    /// An address that is being made; kept for its room.
    address: String,
    /// How each open link ends.
    ends: Vec<&'static str>,
    /// The ids that are given away, once a heading asks for one of an older renderer.
    ids: Option<FxHashSet<Cow<'a, str>>>,
}

impl Renderer<'_> {
    /// Writes the body of a page that shows a document.
    pub(super) fn body(&self, page: &Page, id: DocumentId, out: &mut String) {
        let document = self.site.document(id);
        Body { renderer: self, page, document, id, out, address: String::new(), ends: Vec::new(), ids: None }.fill();
    }

    /// Whether a page that shows a document has a body: it is looked at only where it is not plain to see.
    pub(super) fn has_body(&self, page: &Page, id: DocumentId) -> bool {
        let draft = &self.site.document(id).draft;
        let is_left_out =
            |kind: SlotKind| matches!(kind, SlotKind::WhenStart(condition, _) if self.personal.holds(condition) == Some(false));
        let is_plain = !draft.html.trim_start().is_empty() && !draft.slots.iter().any(|slot| is_left_out(slot.kind));
        is_plain || {
            let mut body = String::new();
            self.body(page, id, &mut body);
            !body.trim_start().is_empty()
        }
    }

    /// How long a document's body is, about.
    pub(super) fn body_len(&self, id: DocumentId) -> usize {
        let draft = &self.site.document(id).draft;
        draft.html.len() + draft.slots.len() * 90 + draft.codes.iter().map(|code| code.len()).sum::<usize>()
    }

    /// Where a file of the content folder lies in the output.
    pub(super) fn media_path(&self, file: FileId) -> String {
        let path = self.tree.path(file);
        if let Some(own) = static_files::published(path) {
            return own.to_owned();
        }
        [MEDIA, path.below(&self.site.corpus.config.content).unwrap_or(path.as_str())].concat()
    }
}

impl<'a> Body<'a, '_> {
    fn fill(&mut self) {
        let document = self.document;
        let draft = &document.draft;
        let mut from = 0;
        let mut slots = draft.slots.iter();
        while let Some(slot) = slots.next() {
            self.out.push_str(&draft.html[from..slot.at as usize]);
            from = slot.at as usize;
            if let SlotKind::WhenStart(condition, _) = slot.kind
                && self.renderer.personal.holds(condition) == Some(false)
            {
                let mut depth = 1;
                for slot in slots.by_ref() {
                    match slot.kind {
                        SlotKind::WhenStart(..) => depth += 1,
                        SlotKind::WhenEnd(..) => depth -= 1,
                        _ => {}
                    }
                    from = slot.at as usize;
                    if depth == 0 {
                        break;
                    }
                }
                continue;
            }
            self.slot(slot.kind);
        }
        self.out.push_str(&draft.html[from..]);
    }

    fn slot(&mut self, kind: SlotKind) {
        let document = self.document;
        match kind {
            SlotKind::LinkStart(number) => self.link_start(&document.facts.links[number as usize], number),
            SlotKind::LinkEnd(_) => {
                let end = self.ends.pop().unwrap_or("</a>");
                self.out.push_str(end);
            }
            SlotKind::Image(number) => self.image(&document.facts.images[number as usize], number),
            SlotKind::Mark(parameter) => self.renderer.personal.mark_into(parameter, self.out),
            SlotKind::MarkText(parameter) => escape_into(self.renderer.personal.text(parameter), self.out),
            SlotKind::WhenStart(condition, form) => self.renderer.personal.when_start_into(condition, form, self.out),
            SlotKind::WhenAttribute(condition) => self.renderer.personal.condition_into(condition, self.out),
            SlotKind::WhenEnd(condition, form) => self.renderer.personal.when_end_into(condition, form, self.out),
            SlotKind::Aliases(number) => self.aliases(number),
            SlotKind::Setup(service) => self.renderer.setup(self.page, service, self.out),
            SlotKind::Code(number) => self.code(&document.draft.codes[number as usize]),
        }
    }

    fn code(&mut self, code: &Painted) {
        for (markup, mark) in code.pieces() {
            self.out.push_str(markup);
            mark.into_iter().for_each(|parameter| self.renderer.personal.mark_into(parameter, self.out));
        }
    }

    /// Further anchors of a heading: its author's, the source's, those of older renderers. Each stands once on the page.
    fn aliases(&mut self, number: u32) {
        let document = self.document;
        let heading = &document.facts.headings[number as usize];
        for alias in &heading.aliases {
            self.alias(alias, "");
        }
        let site = self.renderer.site;
        if let Some(id) = site.paired_id(self.id, number) {
            // All languages of the guide know this one: the language switch leads to it.
            self.alias(id, " data-source");
        }
        for legacy in heading.legacy_ids() {
            let known = || document.facts.ids().chain(site.paired_ids(self.id).map(|(_, id)| id)).map(Cow::Borrowed).collect();
            if self.ids.get_or_insert_with(known).insert(Cow::Owned(legacy.to_string())) {
                self.alias(&legacy, "");
            }
        }
    }

    fn alias(&mut self, id: &str, attribute: &str) {
        self.out.push_str("<span class=\"anchor\"");
        self.out.push_str(attribute);
        self.out.push_str(" id=\"");
        escape_into(id, self.out);
        self.out.push_str("\"></span>");
    }

    fn link_start(&mut self, link: &'a Link, number: u32) {
        let site = self.renderer.site;
        let locale = self.page.locale;
        let mut filled = None;
        let mut href = std::mem::take(&mut self.address);
        href.clear();
        let mut leads = true;
        match site.target(self.id, number, link, locale, self.renderer.tree) {
            Target::Here(anchor) => push_anchor(if anchor.is_empty() { "content" } else { anchor }, &mut href),
            Target::Guide { guide, anchor } => match site.page_of(guide, locale) {
                Some(page) => {
                    filled = link.fill.then(|| site.title(page));
                    self.page.route.relative_into(page.route.as_str(), &mut href);
                    push_anchor(anchor, &mut href);
                }
                None => leads = false,
            },
            Target::Asset(file) => {
                self.renderer.note_link(file);
                self.page.route.relative_into(&self.renderer.media_path(file), &mut href);
            }
            Target::External(address) => href.push_str(&address),
            Target::WithHost => return self.personal_link(link),
            Target::Dead => leads = false,
        }
        if leads {
            self.open_link("href", &href, link)
        } else {
            self.dead_link()
        }
        self.address = href;
        if link.fill {
            let text = filled.map_or_else(|| self.renderer.personal.fill(&link.to.address, |_| String::new()), |title| title.into_owned());
            escape_into(&text, self.out);
        }
    }

    fn open_link(&mut self, attribute: &str, address: &str, link: &Link) {
        self.out.push_str("<a ");
        self.out.push_str(attribute);
        self.out.push_str("=\"");
        escape_into(address, self.out);
        self.out.push('"');
        self.title(&link.to.title);
        self.out.push('>');
        self.ends.push("</a>");
    }

    /// What is shown beside the pointer; its hosts have their marks where values are open.
    fn title(&mut self, title: &Address) {
        if !title.parts.is_empty() {
            let personal = &self.renderer.personal;
            let title = personal.fill(title, |service| personal.host_text(service));
            self.out.push_str(&format!(" title=\"{}\"", escape(&title)));
        }
    }

    /// A link whose address holds a value has none until the value is known.
    fn personal_link(&mut self, link: &Link) {
        let personal = &self.renderer.personal;
        if personal.is_complete(&link.to.address) {
            let address = personal.fill(&link.to.address, |service| personal.host_text(service));
            self.open_link("href", &address, link);
        } else {
            let template = personal.fill(&link.to.address, |service| personal.host_template(service));
            self.open_link("data-href", &template, link);
        }
    }

    fn dead_link(&mut self) {
        let title = self.renderer.message(self.given(), "dead-link", &[]);
        self.out.push_str(&format!("<span class=\"dead-link\" data-dead-link title=\"{}\">", escape(&title)));
        self.ends.push("</span>");
    }

    fn given(&self) -> LocaleId {
        self.renderer.site.given_locale(self.page)
    }

    fn image(&mut self, image: &Image, number: u32) {
        match self.renderer.site.images.picture(self.id, number) {
            Picture::File(file, _) => self.picture(image, file),
            Picture::External if is_embedded(&image.address) => {
                let alt = self.alt(image);
                self.out.push_str(&format!("<img src=\"{}\" alt=\"{}\" loading=\"lazy\">", escape(&image.address), escape(&alt)));
            }
            Picture::External => {
                let alt = self.alt(image);
                let name = if alt.is_empty() { image.address.to_string() } else { alt };
                self.external_picture(image.address.trim(), &name);
            }
            Picture::Missing => self.missing_image(image),
        }
    }

    /// The name of a picture on another host leads to it, unless it stands in a link, which can hold no other. What leads
    /// elsewhere than to the web might run a program, and has no link.
    fn external_picture(&mut self, address: &str, name: &str) {
        let leads = is_on_the_web(address) && !self.ends.contains(&"</a>");
        let (address, name) = (escape(address), escape(name));
        self.out.push_str(&match leads {
            true => format!("<a class=\"missing-image\" href=\"{address}\">{name}</a>"),
            false => format!("<span class=\"missing-image\">{name}</span>"),
        });
    }

    fn alt(&self, image: &Image) -> String {
        let personal = &self.renderer.personal;
        personal.fill(&image.alt, |service| personal.host_text(service))
    }

    fn missing_image(&mut self, image: &Image) {
        let alt = self.alt(image);
        let file = image.address.rsplit('/').next().unwrap_or(&image.address);
        let label = self.renderer.message(self.given(), "image-missing", &[("name", file.into())]);
        self.out.push_str("<span class=\"missing-image\" data-missing-image>");
        if !alt.is_empty() {
            self.out.push_str(&format!("<span class=\"missing-image-description\">{}</span> ", escape(&alt)));
        }
        self.out.push_str(&format!("<span class=\"missing-image-name\">{}</span></span>", escape(&label)));
    }

    fn picture(&mut self, image: &Image, file: FileId) {
        let mut source = std::mem::take(&mut self.address);
        source.clear();
        self.page.route.relative_into(&self.renderer.media_path(file), &mut source);
        let alt = self.alt(image);
        let is_link = self.ends.is_empty();
        if is_link {
            self.out.push_str("<a href=\"");
            escape_into(&source, self.out);
            self.out.push('"');
            if alt.is_empty() {
                let label = self.renderer.message(self.given(), "image-enlarge", &[]);
                self.out.push_str(&format!(" aria-label=\"{}\"", escape(&label)));
            }
            self.out.push('>');
        }
        self.out.push_str("<img src=\"");
        escape_into(&source, self.out);
        self.out.push_str("\" alt=\"");
        escape_into(&alt, self.out);
        self.out.push('"');
        if !self.renderer.personal.is_complete(&image.alt) {
            let personal = &self.renderer.personal;
            let template = personal.fill(&image.alt, |service| personal.host_template(service));
            self.out.push_str(&format!(" data-alt=\"{}\"", escape(&template)));
        }
        self.title(&image.title);
        if let Some(size) = self.renderer.site.images.size(file) {
            let size = shown_size(size, image);
            _ = write!(self.out, " width=\"{}\" height=\"{}\"", size.width, size.height);
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
        if is_link {
            self.out.push_str("</a>");
        }
        self.address = source;
    }
}

/// Appends `#anchor`, if there is one.
fn push_anchor(anchor: &str, href: &mut String) {
    if !anchor.is_empty() {
        href.push('#');
        href.push_str(anchor);
    }
}

impl Renderer<'_> {
    fn note_link(&self, file: FileId) {
        if let Ok(mut linked) = self.linked.lock() {
            linked.insert(file);
        }
    }
}

/// The size that a picture is shown at: what its author asked for, within the size classes and the page.
fn shown_size(size: Size, image: &Image) -> Size {
    let (mut width, mut height) = (f64::from(size.width), f64::from(size.height));
    let mut scale = |factor: f64| {
        width *= factor;
        height *= factor;
    };
    match (image.width, image.height) {
        (Some(wanted), _) if wanted > 0 => scale(f64::from(wanted) / f64::from(size.width)),
        (None, Some(wanted)) if wanted > 0 => scale(f64::from(wanted) / f64::from(size.height)),
        _ => {}
    }
    let classes = image.classes.iter().filter_map(|class| crate::dialect::attributes::size_class(class));
    let limits = classes.map(|(dimension, pixels)| if dimension == 'w' { (pixels, u32::MAX) } else { (u32::MAX, pixels) });
    for (most_width, most_height) in limits.chain([MAX_SIZE]) {
        let factor = (f64::from(most_width.max(1)) / width).min(f64::from(most_height.max(1)) / height).min(1.0);
        width *= factor;
        height *= factor;
    }
    Size { width: width.round().max(1.0) as u32, height: height.round().max(1.0) as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn shown(size: (u32, u32), classes: &[&str], width: Option<u32>) -> (u32, u32) {
        let image = Image {
            span: Span::top(FileId(0)),
            address: "".into(),
            alt: Address::default(),
            title: Address::default(),
            classes: classes.iter().map(|class| (*class).into()).collect(),
            width,
            height: None,
        };
        let size = shown_size(Size { width: size.0, height: size.1 }, &image);
        (size.width, size.height)
    }

    #[test]
    fn pictures_keep_their_shape() {
        assert_eq!(shown((320, 200), &[], None), (320, 200));
        assert_eq!(shown((1520, 400), &[], None), (760, 200));
        assert_eq!(shown((800, 1200), &["h-300"], None), (200, 300));
        assert_eq!(shown((800, 400), &["w-400"], Some(600)), (400, 200));
    }
}
