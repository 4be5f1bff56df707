//! The box as HTML. What needs a script is hidden until the script is there.

use super::Offer;
use crate::{
    corpus::messages::Arg,
    html::escape,
    profiles::{Form, Format, Reader, upgrades},
};

/// Markup with places for addresses, which differ from page to page.
pub struct Piece {
    /// What stands before the script's address.
    start: String,
    /// Markup, and the path of the file whose address follows.
    links: Vec<(String, String)>,
    end: String,
}

impl Piece {
    /// Writes the box; `attributes` are those of its element.
    pub fn write(&self, attributes: &str, script: &str, address: &dyn Fn(&str) -> String, out: &mut String) {
        out.push_str("<details data-setup=\"");
        out.push_str(&escape(script));
        out.push('"');
        out.push_str(attributes);
        out.push_str(&self.start);
        for (before, path) in &self.links {
            out.push_str(before);
            out.push_str(&escape(&address(path)));
        }
        out.push_str(&self.end);
    }
}

impl Offer<'_> {
    pub(super) fn piece(&self) -> Piece {
        let mut start = format!(" data-service=\"{}\"", escape(&self.service.id));
        if !self.is_complete {
            start.push_str(" data-setup-open");
        }
        let mut piece = Piece { start, links: Vec::new(), end: String::new() };
        let title = self.say("setup-title");
        piece.end.push_str(&format!("><summary>{title}</summary>\n<p>{}</p>\n", self.say("setup-text")));
        for (reader, title) in [(Reader::Device, "setup-device"), (Reader::Domain, "setup-domain")] {
            let formats: Vec<&&Format> = self.formats.iter().filter(|format| format.reader == reader).collect();
            if formats.is_empty() {
                continue;
            }
            piece.end.push_str(&format!("<div data-setup-when>\n<p><b>{}</b></p>\n", self.say(title)));
            if reader == Reader::Device {
                piece.end.push_str("<div data-setup-address></div>\n");
            }
            piece.end.push_str("<ul>\n");
            formats.iter().for_each(|format| self.item(format, &mut piece));
            piece.end.push_str("</ul>\n</div>\n");
        }
        piece.end.push_str(&format!("<p>{}</p>\n</details>\n", self.say("setup-none")));
        piece
    }

    fn item(&self, format: &Format, piece: &mut Piece) {
        let name = format.name;
        let label = self.say(&format!("setup-{name}"));
        let is_file = self.is_complete && format.form == Form::Text;
        piece.end.push_str(if is_file { "<li>" } else { "<li hidden>" });
        if is_file {
            piece.end.push_str("<a href=\"");
            piece.links.push((std::mem::take(&mut piece.end), self.path(format)));
            // A phone opens a profile, where it does not store it as a file.
            let download =
                if format.reader == Reader::Device { String::new() } else { format!(" download=\"{}\"", self.file_name(format)) };
            piece.end.push_str(&format!("\" data-format=\"{name}\"{download}>{label}</a>"));
        } else {
            piece.end.push_str(&format!("<button type=\"button\" class=\"button-link\" data-format=\"{name}\">{label}</button>"));
        }
        piece.end.push_str(&format!("<br>{}", self.say(&format!("setup-{name}-note"))));
        if name == "apple" && upgrades(&self.account(true)) {
            piece.end.push_str(&format!(" {}", self.say("setup-apple-starttls")));
        }
        piece.end.push_str("</li>\n");
    }

    fn file_name(&self, format: &Format) -> String {
        format!("{}{}", escape(&self.service.id), format.ending)
    }

    /// An interface text as HTML.
    fn say(&self, id: &str) -> String {
        let chain = &self.site.locale(self.locale).chain;
        escape(&self.site.corpus.messages.get(chain, id, &[("service", Arg::Text(self.service.name(chain)))]).value)
    }
}
