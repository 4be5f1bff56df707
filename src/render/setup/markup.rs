//! The box as HTML. Where the build knows the values, all of it; else what folds, which a script fills.

use super::Offer;
use crate::{
    corpus::messages::Arg,
    html::escape,
    profiles::{Form, Format, Reader, upgrades},
};
use serde_json::{Map, Value, json};

/// Markup with places for addresses, which differ from page to page.
pub struct Piece {
    /// Further attributes of the element.
    attributes: String,
    /// Markup, and the path of the file whose address follows.
    links: Vec<(String, String)>,
    end: String,
}

impl Piece {
    /// Writes the box; `attributes` are those of its element on this page.
    pub fn write(&self, attributes: &str, script: &str, address: &dyn Fn(&str) -> String, out: &mut String) {
        out.push_str("<details data-setup=\"");
        out.push_str(&escape(script));
        out.push('"');
        out.push_str(attributes);
        out.push_str(&self.attributes);
        for (before, path) in &self.links {
            out.push_str(before);
            out.push_str(&escape(&address(path)));
        }
        out.push_str(&self.end);
    }
}

impl Offer<'_> {
    /// The box; `known` is what the build knows of the service.
    pub(super) fn piece(&self, known: &Map<String, Value>) -> Piece {
        let open = if self.is_complete { "" } else { " data-setup-open" };
        let mut attributes = format!(" data-service=\"{}\"{open}", escape(&self.service.id));
        if !known.is_empty() {
            attributes.push_str(&format!(" data-fixed=\"{}\"", escape(&json!(known).to_string())));
        }
        let mut piece = Piece { attributes, links: Vec::new(), end: format!("><summary>{}</summary>", escape(&self.say("setup-title"))) };
        if self.is_complete {
            self.content(&mut piece);
        }
        piece.end.push_str("</details>\n");
        piece
    }

    /// What the script makes of a box without values is what stands here in one with them.
    fn content(&self, piece: &mut Piece) {
        piece.end.push_str(&format!("\n<p>{}</p>\n", escape(&self.say("setup-text"))));
        for (title, formats) in self.groups() {
            // A heading without files is for the script, which has some.
            let hidden = if formats.iter().any(|format| format.form == Form::Text) { "" } else { " hidden" };
            piece.end.push_str(&format!("<p{hidden}><b>{}</b></p>\n<ul{hidden}>\n", escape(&title)));
            formats.iter().filter(|format| format.form == Form::Text).for_each(|format| self.item(format, piece));
            piece.end.push_str("</ul>\n");
        }
        piece.end.push_str(&format!("<p>{}</p>\n", escape(&self.say("setup-none"))));
    }

    fn item(&self, format: &Format, piece: &mut Piece) {
        piece.end.push_str("<li><a href=\"");
        piece.links.push((std::mem::take(&mut piece.end), self.path(format)));
        // A phone opens a profile, where it does not store it as a file.
        let download = match format.reader {
            Reader::Device => String::new(),
            Reader::Domain => format!(" download=\"{}{}\"", escape(&self.service.id), format.ending),
        };
        let label = self.say(&format!("setup-{}", format.name));
        piece.end.push_str(&format!("\" data-format=\"{}\"{download}>{}</a><br>", format.name, escape(&label)));
        piece.end.push_str(&escape(&self.note(format)));
        piece.end.push_str("</li>\n");
    }

    /// The words of a box, for the script.
    pub(super) fn words(&self) -> Value {
        let word = |format: &&&Format| json!([format.name, self.say(&format!("setup-{}", format.name)), self.note(format)]);
        let group = |(title, formats): (String, Vec<&Format>)| json!([title, formats.iter().map(|it| word(&it)).collect::<Vec<Value>>()]);
        json!({
            "text": self.say("setup-text"),
            "groups": self.groups().into_iter().map(group).collect::<Vec<Value>>(),
            "none": self.say("setup-none"),
        })
    }

    /// The formats by who uses their files, each with its heading.
    fn groups(&self) -> Vec<(String, Vec<&Format>)> {
        let of = |reader: Reader| self.formats.iter().copied().filter(|format| format.reader == reader).collect::<Vec<&Format>>();
        let groups = [(Reader::Device, "setup-device"), (Reader::Domain, "setup-domain")];
        groups.map(|(reader, title)| (self.say(title), of(reader))).into_iter().filter(|(_, formats)| !formats.is_empty()).collect()
    }

    /// How a file is used, and what it cannot say.
    fn note(&self, format: &Format) -> String {
        let mut note = self.say(&format!("setup-{}-note", format.name));
        if !format.says_starttls && upgrades(&self.account(true)) {
            note.push(' ');
            note.push_str(&self.say(&format!("setup-{}-starttls", format.name)));
        }
        note
    }

    fn say(&self, id: &str) -> String {
        let chain = &self.site.locale(self.locale).chain;
        self.site.corpus.messages.get(chain, id, &[("service", Arg::Text(self.service.name(chain)))]).value
    }
}
